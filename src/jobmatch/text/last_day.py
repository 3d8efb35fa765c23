"""When something ends, as people write it → its last day: a month alone lasts to its end, of a range the end counts."""

import calendar
import unicodedata
from datetime import date
from typing import Final

from jobmatch.patterns import late
from jobmatch.text.dates import MONTHS, parse_date

_YEAR_OF_REPUBLIC: Final = r"(?:中?[华華]?民[國国] ?\d{2,3}|1[01]\d)"
_BY: Final = "(?:之?前|以前|截?止|为止)?"
_OF_MONTH: Final = late(
    rf"(\d{{4}}|{_YEAR_OF_REPUBLIC}) ?(?:年度?|[-/.]) ?(\d{{1,2}}) ?(?:月份?)? ?([初底末]|[上中下]旬)?{_BY}"
)
_BARE_MONTH: Final = late(rf"(\d{{1,2}}|本|这个?|当) ?月份? ?([初底末]|[上中下]旬)?{_BY}")
_OF_YEAR: Final = late(rf"(\d{{4}})(?: ?年)? ?[底末]?{_BY}|年[底末]{_BY}")
_ENGLISH_MONTH: Final = late(r"(?:end of )?(?:the )?([a-z]{3,9})\.?,? (\d{4})")
_UNTIL: Final = late(
    r" ?(?:至|到|~|—+|–+|--+| - | to )(?!期|岗|底) ?|(?<=[日号]) ?- ?|-(?=\d{4})|(?<=\d)-(?=\d{1,2}[.月/])"
)
_MONTH_DAY: Final = late(r"(\d{1,2}) ?[月./-] ?(\d{1,2}) ?[日号]?")
_DAY_OF_MONTH: Final = late(r"(\d{1,2}) ?[日号]?")
_PARTS: Final = {"初": 10, "上旬": 10, "中旬": 20}  # the last days of the thirds of a month; all else ends with it
_OPEN_END: Final = late(r"长期|長期|不限|招满|招滿|无限|永久|always|open|until filled|now|present")
_YEAR: Final = late(rf"\d{{4}}|{_YEAR_OF_REPUBLIC}")
_REMARK: Final = late("[,;。(]")
_LONGEST: Final = 60  # no date is longer; hostile texts are not searched


def last_day(text: object, as_of: date | None = None) -> date | None:
    """The last day that a text names, or None; a text without a year needs ``as_of``.

    >>> last_day("2026年11月"), last_day("2026.2"), last_day("2026-11-05")
    (datetime.date(2026, 11, 30), datetime.date(2026, 2, 28), datetime.date(2026, 11, 5))

    Of a range the end counts:

    >>> last_day("2026年11月1日至12月10日"), last_day("2026.11.01-2026.11.30")
    (datetime.date(2026, 12, 10), datetime.date(2026, 11, 30))

    A remark changes nothing, and a day may come first:

    >>> last_day("2026-11-30（招满即止）"), last_day("2026年11月30日，招满即止"), last_day("05-11-2026")
    (datetime.date(2026, 11, 30), datetime.date(2026, 11, 30), None)

    What has no end has no last day:

    >>> last_day("2026-11-01至招满为止"), last_day("长期有效"), last_day(None)
    (None, None, None)
    """
    if not isinstance(text, str):
        return parse_date(text, as_of)
    word = unicodedata.normalize("NFKC", text[: _LONGEST * 2]).strip().lower()
    if len(word) > _LONGEST:
        return None
    if _OPEN_END.search(word):  # of 11月30日(招满即止) the day counts, 长期(至年底) has no end
        word = _REMARK.split(word, maxsplit=1)[0].strip()
    if not word or _OPEN_END.search(word):
        return None
    try:
        return _of_range(word, as_of) or _one(word, as_of)
    except (KeyError, ValueError, OverflowError):
        return None


def _one(word: str, as_of: date | None) -> date | None:
    return _of_part(word, as_of) or parse_date(word, as_of)


def _of_part(word: str, as_of: date | None) -> date | None:
    """The last day of a month, of a third of it, or of a year."""
    if found := _OF_MONTH.fullmatch(word):
        first = (
            parse_date(f"{found[1]}年{found[2]}月1日") if found[1].isdigit() else parse_date(f"{found[1]}/{found[2]}/1")
        )
        return _end(first, found[3])
    if found := _ENGLISH_MONTH.fullmatch(word):
        return _end(parse_date(f"{found[2]}-{MONTHS[found[1][:3]]}"), None)
    if (found := _BARE_MONTH.fullmatch(word)) and as_of:
        return _end(_month_without_year(found[1], as_of), found[2])
    if (found := _OF_YEAR.fullmatch(word)) and (found[1] or as_of):
        return parse_date(f"{found[1] or (as_of and as_of.year)}-12-31")
    return None


def _month_without_year(said: str, as_of: date) -> date | None:
    """The first day of a month as a day without a year is read everywhere; 本月 is that of ``as_of``."""
    return parse_date(f"{said}-1", as_of) if said.isdigit() else as_of.replace(day=1)


def _end(first: date | None, part: str | None) -> date | None:
    if first is None:
        return None
    return first.replace(day=_PARTS.get(part or "") or calendar.monthrange(first.year, first.month)[1])


def _of_range(word: str, as_of: date | None) -> date | None:
    """The last day of a range; what its end leaves out is taken from its beginning."""
    signs = list(_UNTIL.finditer(word))
    if not signs:
        return None
    end, before = word[signs[-1].end() :].strip(), word[: signs[-1].start()]
    if signs[-1][0] == "-" and end[:4].isdigit() and not _YEAR.search(before):  # 30-11-2026 is no range
        return None
    begins = parse_date(before.strip(" 自从起"), as_of)
    if begins and (found := _MONTH_DAY.fullmatch(end)):
        day = date(begins.year, int(found[1]), int(found[2]))
        return day if day >= begins else day.replace(year=day.year + 1)
    if begins and (found := _DAY_OF_MONTH.fullmatch(end)):
        return begins.replace(day=int(found[1]))
    return _one(end, begins or as_of)
