"""Months and years as a counsellor says them of work that began or ended: 去年六月, 疫情那年, 2023.7, last May."""

import re
from datetime import date
from typing import Final

from jobmatch.spoken import number_of
from jobmatch.text.dates import MONTH_NAME, MONTH_REST, MONTHS, REPUBLIC

_YEAR: Final = (
    r"(?:(?:19|20)\d\d|(?:二[零〇]|一九)[零〇一二三四五六七八九]{2}(?=年)|(?<![\d.])2\d(?=[.]\d{1,2}(?![\d.]))"
    r"|(?<!\d)(?:民国)?1[01]\d(?=年)|(?<![\d\u4e00-\u9fff])\d\d(?=年)|(?<=[在于从到至自是])\d\d(?=年)"
    r"|(?<!\d)[012]\d(?=年(?:关|停|倒|黄|破产|改制|拆|撤|走的|离的|辞|下岗|裁|并|的事))|疫情(?:那年|那会儿?|时候)"
    r"|大前年|去年|旧年|前年|今年|本月|上个?月|上半年|this year|last year|this|last)"
)


_MONTH: Final = (
    r"(?: ?[年./-]? ?(?P<m@>\d{1,2}|十[一二]?|[一二三四五六七八九]) ?月(?:份)?(?:底|初|中旬|上旬|下旬)?(?:\d{1,2}[日号]|[一二三]?十?[一二三四五六七八九]?[日号])?"
    r"|[./-](?P<mp@>\d{1,2})(?!\d)(?:[./-]\d{1,2})?|年?(?P<near@>年底|底|末|年末|年初|初|春节(?:前|后|以后|之后)?|春天|冬天|腊月|开春|夏天|秋天|端午节?|国庆)|年)?"
)


WHEN: Final = (  # @ stands for the letter that tells two dates of one pattern apart
    rf"(?:(?P<month@>last month)|(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?<![a-z])(?P<name@>{MONTH_NAME}){MONTH_REST}\.?(?: (?P<ny@>(?:19|20)\d\d|this year|last year))?|(?:this past|this|last) (?P<lone@>{MONTH_NAME}){MONTH_REST}|(?P<y@>{_YEAR}){_MONTH}"
    r"|(?P<bare@>\d{1,2}|元|十[一二]?|[一二三四五六七八九])月(?:份|底|初)?)"
)


def when(words: str, today: date) -> str | None:
    """A month or a year as a counsellor says it, none of them ahead of ``today``.

    >>> when("去年六月", date(2026, 11, 22)), when("2023.7", date(2026, 11, 22)), when("jan 2026", date(2026, 11, 22))
    ('2025-06', '2023-07', '2026-01')
    >>> when("3月", date(2026, 11, 22)), when("今年", date(2026, 11, 22))
    ('2026-03', '2026')
    """
    found = re.fullmatch(WHEN.replace("@", ""), words.strip())
    if not found:
        return None
    if words.startswith(("上个月", "上月", "本月", "last month")):
        return months_ago(today, 0 if words.startswith("本月") else 1)
    month = _month(found)
    year = _year(found, month, today)
    if year is None or year > today.year:
        return None
    return f"{year}-{month:02d}" if month and 1 <= month <= 12 else str(year)


def _month(found: "re.Match[str]") -> int | None:
    name = found["name"] or found["lone"]
    if name:
        return MONTHS[name]
    said = found["m"] or found["mp"] or found["bare"]
    return (1 if said == "元" else int(number_of(said))) if said else _NEAR.get(found["near"] or "")


_NEAR: Final = {
    "底": 12,
    "末": 12,
    "年底": 12,
    "年末": 12,
    "初": 1,
    "年初": 1,
    "春节前": 1,
    "端午": 6,
    "端午节": 6,
    "国庆": 10,
    "开春": 3,
}


_PLAGUE: Final = 2020  # the year that everybody means by 疫情那年


_YEARS_BACK: Final = {"去": 1, "旧": 1, "前": 2, "大": 3, "今": 0, "上": 0, "this": 0, "last": 1}


def _year(found: "re.Match[str]", month: int | None, today: date) -> int | None:
    said = found["y"] or found["ny"]
    if said is None:  # a month alone is the last one of its name
        return today.year if month is None or month <= today.month else today.year - 1
    said = said.removeprefix("民国")
    if said.startswith("疫情"):
        return _PLAGUE
    if said[0] in "二一":
        return int(number_of(said))
    if said[0].isdigit():
        return int(said) if len(said) == 4 else REPUBLIC + int(said) if len(said) == 3 else 2000 + int(said)
    back = _YEARS_BACK.get(said.split()[0], _YEARS_BACK.get(said[0]))
    return None if back is None else today.year - back


def months_ago(today: date, months: int) -> str:
    """The month that lies so many months back.

    >>> months_ago(date(2026, 2, 1), 3)
    '2025-11'
    """
    whole = today.year * 12 + today.month - 1 - months
    return f"{whole // 12}-{whole % 12 + 1:02d}"
