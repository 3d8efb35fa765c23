"""The languages that the client speaks, told from those that are taught, learned or of one's papers."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.fact import LIKELY, Fact, fact

LANGUAGE: Final = re.compile(
    r"中文|汉语|汉话|维吾尔语|蒙古语|彝语|壮语|苗语|侗语|傣语|羌语|越南[话文]|印尼[语话文]|泰文|菲律宾语|马来语|湖南话|东北话|白话(?!文)|潮汕话|上海话|温州话|四川话|本地话|朝语|越南语|泰语|缅甸语|老挝语|葡萄牙语"
    r"|阿拉伯语|意大利语|哈萨克语|台语|客语|朝鲜语|维语|藏语|蒙语|普通[话話]|国语|粤语|广东话|英[语文]"
    r"|日[语文]|韩[语文]|法语|德语|俄语|西班牙语|闽南[语话]|客家话|手语|(?<![a-z])(?:english|mandarin"
    r"|putonghua|cantonese|japanese|korean|french|german|spanish|russian|polish|arabic|portuguese|italian"
    r"|romanian|uyghur|tibetan|mongolian|kazakh|hakka|hokkien|urdu|hindi|punjabi|bengali|ukrainian|vietnamese|tagalog)(?![a-z])"
)
_SPEAKS: Final = re.compile(
    r"basic|some|(?<![a-z])ok(?![a-z])|mother tongue|母语|a little|好|流利|会|能|懂|讲|识|通|良好|熟练|标准|一般"
    r"|[四六八专]级|多益|雅思|托福|n[1-5]|级|溜|没问题|地道|无障碍|还行|交流|沟通|speaks?|fluent|decent|conversational"
    r"|first language|good|only|native|(?<![a-z])[abc][12](?![\d])"
)
_NOT_SPOKEN: Final = re.compile(r"(?:不会|不懂|没|不通|no |不识)[^,。;]{0,6}$")
_NOT_SPEECH: Final = re.compile(
    r"^(?:她|他|我|也|都|是|就|完全|一点儿?|一句)*(?:不会|不懂|不行|不通|没学|听不懂|讲不|说不)|^[四六]级没|^[也还]?(?:在|正在?)学|学习中|初学|老师|教师|客服|翻译|系|专业|证|培训|等级证|二甲|二乙|一乙| so| in english|up in"
)
# A paper that tells no speech of itself (英语四级), and a list of languages in which it does.
_PAPER_OF_SPEECH: Final = re.compile(
    r"[: ]*(?:已?过了?|考过了?|大学)?(?:[四六46]级|cet|[一二三]级[甲乙])(?!.*(?:流利|口语|交流|说))"
)
_LISTS_SPEECH: Final = re.compile(r"(?:外语|语言|语种|会说|会讲)[^。;\n]*$")
_SMALL_WORDS: Final = re.compile(r"[\s、,/和]|(?<![a-z])(?:and|some|a little|a bit of)(?![a-z])")


def read_languages(clause: Clause) -> Iterator[Fact]:
    """The languages of a clause that says they are spoken."""
    for found in LANGUAGE.finditer(clause.text):
        before, after = clause.text[: found.start()], clause.text[found.end() : found.end() + 8]
        spoken = _SPEAKS.search(clause.text) or _goes_on(clause) or clause.text.strip() == "手语"
        if _PAPER_OF_SPEECH.match(after) and not _LISTS_SPEECH.search(clause.before + before):
            continue
        if spoken and not _NOT_SPOKEN.search(before) and not _NOT_SPEECH.search(after):
            yield fact("conditions.languages", found[0], clause, found, LIKELY)


def _goes_on(clause: Clause) -> bool:
    """Whether a clause goes on with the languages named before it: speaks Mandarin and Cantonese."""
    alone = not _SMALL_WORDS.sub("", LANGUAGE.sub("", clause.text))
    before = re.split("[.。;\\n]", clause.before)[-1]
    return alone and bool(LANGUAGE.search(before) and _SPEAKS.search(before))
