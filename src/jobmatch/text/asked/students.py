"""Posts for who is still at school (在校生, 大三大四, 可实习3个月以上, 毕业后签劳动合同), and that such are not wanted.

All functions read a folded text in lower case.
"""

from typing import Final

from jobmatch.patterns import late
from jobmatch.text.clauses import clause_after, clause_before, longest_read

_SEVERAL: Final = r"[\d一二两三四五六七八]{1,2}(?: ?[-~至到] ?[\d一二三四五六七八]{1,2})?"
# Who is sought by what they study: 计算机专业在校生, 在读研究生, 大三及大四学生.
_WHO: Final = late(
    r"(?:在校|在读)的?(?:大学|大专|专科|本科|硕士|高校|全日制|实习|大[一二三四]|研[一二三]|[及、和或/])*(?:学生|研究生|生(?!活|产)|硕士|本科)"
    r"|(?:大|研)[一二三四](?:[、/及和或](?:大|研)?[一二三四])*(?:及?以上)?的?(?:在校|在读|实习)*(?:学生|生|为主)"
    r"|大[一二三四](?=为主)|(?:大专|专科|本科|硕士|博士|研究生|大学)(?:及?以上)?在读(?!期|时|博|书)"
    r"|(?:仅|只|限)(?:限|招|收|聘|招收|招聘)?实习生"
)
# For how long they stay: 可实习3个月以上, 持续实习5-6个月, 实习期四个月起. A time of trial has no least.
_LEAST: Final = r"(?:及?以上|起|或以上)"
_WEEKLY: Final = rf"每周[^,;。\n]{{0,6}}(?:到岗|出勤|来公司)[^,;。\n\d]{{0,4}}{_SEVERAL}天"
_STAY: Final = late(
    r"(?:能|可以?|须|需要?|要|保证|持续|连续|至少|要求)[^,;。\n满后]{0,6}实习[^,;。\n满后]{0,4}?"
    rf"{_SEVERAL}个?月(?:或{_SEVERAL}个?月)?{_LEAST}"
    rf"|(?:持续|连续|全职)实习[^,;。\n满后]{{0,4}}{_SEVERAL}个?月"
    r"|实习(?:期|时间|时长|周期|期限)?[:： ]?(?:要求|为|需|须|至少|不少于|不低于|最少|满)*[:： ]?"
    rf"{_SEVERAL}个?月{_LEAST}"
    rf"|每周(?:至少|保证|可|能|需)*(?:实习|到岗实习)[^,;。\n]{{0,4}}{_SEVERAL}个?(?:天|日|工作日)"
    rf"|{_WEEKLY}[^。\n]{{0,30}}实习|实习[^。\n]{{0,40}}{_WEEKLY}"
)
_AFTER_SCHOOL: Final = late(
    r"毕业(?:后|时)?(?:即可?|可以?|直接|再|方可|与公司)*签(?:订|署)?(?:正式)?(?:劳动|用工|就业)?(?:合同|三方)|毕业前(?:来|到)?[^,;。\n]{0,6}实习"
)
# Others are sought as well, or are no worse: 在校生优先, 欢迎在校生, 在校生可.
_OTHERS_TOO: Final = late(
    r"优先|欢迎|更?佳|加分|不限|均可|皆可|都可|也可|亦可|可以|可(?=$|投|报|考虑|兼|来|应聘|参加)|接受|放宽|亦|或者?(?:已|往届|社会)|除外"
)
_ANYBODY: Final = late(r"往届|社招|社会招聘|社会人士|在职人员|正式员工[:：]|全职员工[:：]|(?:有无|不限)(?:工作)?经验")
_REFUSED: Final = late(
    r"(?:暂?不(?:考虑|招|收|要|接受|接收|适合|面向)|谢绝|拒绝|拒收|非|除|勿招)[^,;。\n]{0,8}?(?:在校|在读|实习|学生)[^,;。\n]{0,12}"
    r"|[^,;。\n(]{0,12}(?:在校|在读|实习|学生)[^,;。\n]{0,8}?(?:勿扰|勿投|请勿|不考虑|免谈|绕行|不招|不要)[^,;。\n]{0,8}"
)
_OF_INTERNS: Final = late(r"实习生[:：][^\n]{0,20}$")  # what holds for those among others
_SIGNS: Final = ("在校", "在读", "大三", "大四", "大二", "研一", "研二", "实习", "毕业后", "毕业时", "毕业签")


def is_for_students(text: str) -> bool:
    """Whether only who is still at school, or about to leave it, is sought.

    >>> is_for_students("计算机相关专业在校生,每周到岗4天,可实习3个月以上"), is_for_students("实习生,毕业后签劳动合同")
    (True, True)

    Where they are only welcome, are not wanted, or others are sought too, it is for everybody; so is a time of trial.

    >>> is_for_students("在校生优先"), is_for_students("不考虑在校生"), is_for_students("实习期1-3个月,转正后五险")
    (False, False, False)
    """
    if not any(sign in text for sign in _SIGNS) or _ANYBODY.search(text):
        return False
    wanted = without_refused(text)
    for found in _WHO.finditer(wanted):
        around = clause_before(wanted, found.start(), 12) + clause_after(wanted, found.end(), 14)
        if not _OTHERS_TOO.search(around):
            return True
    stays = (one for one in _STAY.finditer(wanted) if not _OF_INTERNS.search(wanted[: one.start()]))
    return any(stays) or ("实习" in wanted and bool(_AFTER_SCHOOL.search(wanted)))


def without_refused(text: str) -> str:
    """A text without the clauses that say that students are not wanted: they speak of no work for them.

    >>> without_refused("熟悉excel,不考虑实习生,双休")
    '熟悉excel,,双休'
    """
    if not any(sign in text for sign in ("实习", "在校", "在读", "学生")):
        return text
    read = longest_read()
    return _REFUSED.sub("", text[:read]) + text[read:]
