"""The last day on which one may apply, told from days of interviews, of the work and of bonuses."""

import re
from datetime import date
from typing import Final

from jobmatch.patterns import late, led
from jobmatch.text.dates import MONTH_NAME, MONTHS, parse_date

_UNTIL: Final = late(
    r"截止|截至|报名(?:时间|日期|期限|期间|登记)|(?:报名|登记|投递|应聘|受理)[:： ]|招聘有效期|招到|收件|报名[至到]"
    r"|收件至|应聘时间|即日起"
    r"|受理|招录时间|报名从|报名自|有效期|有效至|网址开放|开放时间|招聘(?:时间|期限)"
    r"|deadline|appl(?:y|ications?)[a-z ]{0,12} by|clos(?:e|es|ing)(?: date| on)?[ :]|applications? close|open until"
    r"|(?:cv|resume|reply|respond|register|submit)[a-z ]{0,14} by|no later than"
    r"|apply before|before the|until|appl[a-z]* due"
)
_BEFORE: Final = late(
    r"(?:\(?(?:周|星期)[一二三四五六日天]\)?)?(?:上午|下午|晚上?|中午|\d{1,2}(?::\d\d|[点时](?:\d\d分?|半)?)| )*"
    r"(?:(?:之?前|以前|为?止|截止)[^\d,;。\n]{0,10}?(?:报名|投|登记|联系|来电|提交|交到|交给"
    r"|送(?=[^,;。\n]{0,4}[达到至交材简表资])|发送|发至|发到|递|寄"
    r"|填|申请|应聘|打电话|来报|报(?![销酬告表价道到])|截)"
    r"|报[完满]|就?不再?(?:收|招|受理)|截止|截稿|结束|停止报名|为?止(?=[,;。\n)]|$))"
)
_THIS_MONTH: Final = late(r"(?:本|这个?|当)月 ?(\d{1,2}) ?[日号]")
_MONTHS_END: Final = late(r"(?:(?<!\d)(1[0-2]|[1-9])|本|这个?|当|(?<![一-鿕\d])|(?<=于))月底(?=之?前|以前|截|为?止)")
_YMD: Final = (
    r"\d{2,4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?[日号]?|\d{4} ?[-/.] ?\d{1,2} ?[-/.] ?\d{1,2}"
    r"|(?<![\d/])\d{1,2}/\d{1,2}/\d{4}(?!\d)"
    r"|(?<!\d)1[01]\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
)
_MD: Final = (
    r"\d{1,2} ?月 ?\d{1,2} ?[日号]?|(?<![\d/.-])\d{1,2}/\d{1,2}(?![\d/])|(?<![\d/.-])1[0-2]\.[0-3]\d(?=截止|前"
    r"|止|[,;。\n]|$)"
)

_NAMED: Final = (
    rf"{MONTH_NAME}[a-z]{{0,6}}\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {MONTH_NAME}[a-z]{{0,6}}\.?,?(?: \d{{4}})?"
)
_DAY: Final = led(r"[\djfmasond]", rf"(?:{_YMD}|{_MD}|{_NAMED})(?: ?(?:-+|—+|–|~|至|到) ?(?P<last>\d{{1,2}}) ?[日号])?")
_STOP: Final = late(r"[,;。\n]")
_OTHER: Final = late(
    r"面试|笔试|考试|体检|到岗|入职|上岗|开工|返费|奖|实习|工期|培训|毕业|出生|以后出生|发布|成绩|公示|试用|活动|开业"
)
_SIGN: Final = late(
    r"截|止|报[名完满]|不收了|不招了|有效|收件|登记|投递|应聘时间|受理|开放|招到|招聘时间|招聘期限|前|即日|结束"
    r"|before|until|due| by "
    r"|later than|deadline|apply"
    r"|appl|clos|open until"
)
_OF_APPLYING: Final = late(r"报名|投递|应聘|招聘|收件|简历|申请|登记|有效|受理")
_FEBRUARY: Final = 2
_REACH: Final = 60


def find_deadline(folded: str, as_of: date | None = None) -> date | None:
    """The last day to apply in a folded text; a day without a year needs ``as_of``, from which it is seen.

    >>> find_deadline("报名时间2026年3月1日至2026年3月15日")
    datetime.date(2026, 3, 15)
    >>> find_deadline("12月9日截止", date(2026, 11, 29)), find_deadline("12月9日截止")
    (datetime.date(2026, 12, 9), None)

    Days of an interview or of the work are none, nor is what has no end.

    >>> find_deadline("长期有效,面试时间12月9日", date(2026, 11, 29)) is None
    True
    """
    if not _SIGN.search(folded):
        return None
    if as_of and "月" in folded:
        folded = _THIS_MONTH.sub(rf"{as_of.month}月\1日", folded)
        folded = _MONTHS_END.sub(lambda found: _end_of_month(int(found[1] or as_of.month)), folded)
    return _behind(folded, as_of) or _in_front(folded, as_of)


def _end_of_month(month: int) -> str:
    """The last day of a month, as a posting would write it.

    >>> _end_of_month(11)
    '11月30日'
    """
    return f"{month}月{31 if month in (1, 3, 5, 7, 8, 10, 12) else 28 if month == _FEBRUARY else 30}日"


def _behind(text: str, as_of: date | None) -> date | None:
    """The last day behind a word such as 报名时间, as far as the clause goes."""
    for word in _UNTIL.finditer(text):
        rest = text[word.end() : word.end() + _REACH]
        end = _STOP.search(rest, _leading(rest))
        rest = rest[: end.start()] if end else rest
        if _OTHER.search(text[max(0, word.start() - 6) : word.start()]) or _OTHER.match(rest):
            continue
        if word[0] == "截至" and not (
            _OF_APPLYING.search(text[max(0, word.start() - 10) : word.start()]) or end is None
        ):
            continue  # 截至2017年12月31日,集团总资产: what the employer was like on a day
        days = [day for found in _DAY.finditer(rest) if (day := _last_of(found, as_of))]
        if days:
            return days[-1]
    return None


def _leading(rest: str) -> int:
    """Where the first day begins: a comma before it does not end the clause's say (December 5, 2026 holds one)."""
    found = _DAY.search(rest)
    return found.end() if found and not re.search(r"[;。\n]", rest[: found.start()]) and found.start() < 12 else 0


def _in_front(text: str, as_of: date | None) -> date | None:
    """A day with 前报名, 截止 or 止 behind it."""
    for found in _DAY.finditer(text):
        before = text[max(0, found.start() - 6) : found.start()]
        after = text[found.end() : found.end() + 24]
        if (_BEFORE.match(after) or (found["last"] and after.startswith("报名"))) and not _OTHER.search(before):
            return _last_of(found, as_of)
    return None


def _last_of(found: re.Match[str], as_of: date | None) -> date | None:
    """The day that is found, or the last one where several of a month are (12月1日至5日)."""
    last = found["last"]
    day = _day(found[0][: found.start("last") - found.start()].rstrip(" -—–~至到") if last else found[0], as_of)
    try:
        return day.replace(day=int(last)) if day and last else day
    except ValueError:
        return None


def _day(said: str, as_of: date | None) -> date | None:
    said = " ".join(said.split())
    if re.match(r"\d{4}", said):
        return parse_date(said.replace(" ", ""))
    if re.match(r"\d{1,2}/\d{1,2}/\d{4}", said):
        return _day_or_month_first(said, as_of)
    if re.match(r"\d{3}[-/.]", said):
        return parse_date(said)
    if re.match(r"\d{2,3} ?年", said):  # 115年 is a year of the Republic (Taiwan)
        year = said.replace(" ", "")
        return parse_date(f"民国{year}") if len(year.split("年")[0]) == 3 else parse_date(f"20{year}")
    if re.search("[a-z]", said):
        named = parse_date(said)
        return named or (_next(_of_words(said), as_of) if as_of else None)
    numbers = [int(part) for part in re.findall(r"\d+", said)]
    return _next((numbers[0], numbers[1]), as_of) if as_of else None


def _day_or_month_first(said: str, as_of: date | None) -> date | None:
    """11/12/2026: which is the month tells the day from which it is seen, where one of the two is gone by."""
    day = parse_date(said)
    first, second, year = said.split("/")
    both = [parse_date(f"{year}-{one}-{other}") for one, other in ((first, second), (second, first))]
    coming = [one for one in both if one and as_of and one >= as_of]
    return coming[0] if day is None and len(coming) == 1 else day


def _of_words(said: str) -> tuple[int, int]:
    month = re.search("[a-z]{3}", re.sub(r"\d(?:st|nd|rd|th)", "", said))
    day = re.search(r"\d+", said)
    return (MONTHS[month[0]] if month else 0), int(day[0]) if day else 0


def _next(month_and_day: tuple[int, int], as_of: date) -> date | None:
    """Such a day as a date without a year is read everywhere: of the coming three months, or the last one gone by."""
    return parse_date("{}-{}".format(*month_and_day), as_of)
