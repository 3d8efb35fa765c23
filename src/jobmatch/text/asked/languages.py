"""The languages that a posting asks for or welcomes, told from those that are taught, sold or spoken by customers."""

from functools import cache
from typing import Final

from jobmatch.patterns import late
from jobmatch.text import lexicon
from jobmatch.text.clauses import clause_after, clause_before
from jobmatch.text.phrases import Phrases, shadow

# A word of how well it must be spoken, behind or before the language.
_HOW: Final = late(
    r"[46四六]级|[nN][1-5]|流利|熟练|熟悉|良好|优秀|读写|读懂|看懂|能看|沟通|交流|听说|会说|会讲|能说|能讲|说得|标准"
    r"|口语|水平|必须|必备|精通|能力|基础|专业|佳|优先|"
    r"好$|好者|加分|尤佳|证书|流畅|为母语|母语|无障碍|工作语言|客服|听懂|二外|要求|翻译|required|fluen|preferred|helpful"
    r"|speak|proficien|native|conversational|"
    r"skills|essential|a plus|written|spoken|bilingual|desirable|necessary|welcome|basic|good|level|^ ?$|以上"
)
_BEFORE: Final = late(
    r"(?:会|懂|能|通|说|讲|精通|熟练|熟悉|具备?|有|掌握|流利的?|良好的?|fluent(?: in)?|speak(?:s|ing)?"
    r"|bilingual(?: in)?|proficien(?:t|cy)(?: in)?|good|basic|native|written|spoken|and|或|和|、|/)"
    r"[^,;。\n]{0,6}$"
)
_WAIVED: Final = late(r"(?:不要求|不限|无要求|不需要?|不会|无需|not required|not needed|not necessary|不是必须)")
_WAIVED_BEFORE: Final = late(
    r"(?:无需|不需要?|不要求|不会|no|without|学习|(?:数学|统计|计算机|电子)或)[^,;。\n]{0,4} ?$"
)
_TAUGHT: Final = late(
    r"^(?:老师|教师|教学|课程?|辅导|培训|教育|系列|学科|教研|班|市场|客户|国家|地区|站|区|网站|直播间|线|组|部|学习"
    r"|节目|小说|绘本|教材|语法|岗|输入|打字|文笔|为辅|等(?:相关)?专业|[、/和][^,;。]{0,10}等(?:相关)?专业)"
)


@cache
def _names() -> tuple[Phrases, tuple[str, ...]]:
    rows = lexicon.cells("jobmatch.text", "lexicons/languages.csv")
    values: dict[str, int | None] = {}
    for at, (name, words, alike) in enumerate(rows):
        values |= {shadow(word): at for word in (name, *filter(None, words.split("|")))}
        values |= {shadow(word): None for word in filter(None, alike.split("|"))}
    return Phrases(values), tuple(name for name, *_ in rows)


def find_languages(folded: str) -> tuple[str, ...]:
    """The languages that a folded text asks for or welcomes, in the order of the text.

    >>> find_languages("英语六级以上,会粤语优先"), find_languages("普通话标准")
    (('英语', '粤语'), ('普通话',))

    One that is taught, or not asked for, is none.

    >>> find_languages("英语老师,负责英语教学"), find_languages("no english needed")
    ((), ())
    """
    phrases, names = _names()
    found: dict[str, None] = {}
    for at, start, end in phrases.find(folded):
        before, after = clause_before(folded, start, 14), clause_after(folded, end, 14)
        if _TAUGHT.match(after) or _WAIVED.search(after) or _WAIVED_BEFORE.search(before):
            continue
        if _HOW.search(after) or _BEFORE.search(before):
            found[names[at]] = None
    return tuple(found)
