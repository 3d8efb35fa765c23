"""The jobs of a person's past as people write them: what it was, and for how many years."""

import re
from collections.abc import Iterable
from typing import Any, Final

from jobmatch.patterns import late
from jobmatch.records import coerce
from jobmatch.records.signs import plain
from jobmatch.spoken import ENGLISH, number_of

_LONGEST_JOB: Final = 80  # a longer text is a story and not the name of a job
_LONGEST_WORK: Final = 80  # years
_NUMBER: Final = (
    rf"(?:(?<!\d)(?P<number>\d{{1,3}}(?:\.\d)?|[一二两兩三四五六七八九十廿卅]{{1,4}}|\b(?:{ENGLISH})\b)[多余来]?\s?"
    r"(?:个?(?P<unit>月)|(?:年|years?|yrs?)(?![级級度薪会])(?P<half>半)?)|(?P<half_year>半年))"
)
_JOB_YEARS: Final = late(
    rf"(?P<job>.+?)[(]?{_NUMBER}[多余]?(?:以上|左右)?(?:的?工作)?(?:经验|经历|經驗)?[)]?\s?(?P<more>[(][^()]*[)])?"
)
_YEARS_JOB: Final = late(rf"{_NUMBER}[多余]?(?:以上|左右)?的?(?P<job>\D*?)(?:工作)?(?:经验|经历|經驗)?")
_DID_YEARS: Final = late(  # 开了十年大货车(A2)
    rf"(?P<verb>[开開干做当當教带帶跑卖賣养養种種修])[了过過]{_NUMBER}[多余]?的?(?P<job>\D+?)\s?(?P<more>[(][^()]*[)])?"
)
_PLAIN_VERBS: Final = "干做当當"  # say nothing of what was done
_DAY: Final = r"(?:19|20)\d\d"
_OF_YEAR: Final = r"(?:\s?[-./年]\s?(?P<{0}>0?[1-9]|1[0-2])(?!\d)(?:\s?[-./月]\s?\d{{1,2}}(?!\d))?)?\s?[年月日]?"
_SPAN: Final = late(
    rf"[(]?\s?(?P<first>{_DAY}){_OF_YEAR.format('first_month')}\s?[-~—–至到]{{1,2}}\s?"
    rf"(?:(?P<last>{_DAY}){_OF_YEAR.format('last_month')}|至?今|现在|現在|目前|now|present)\s?[)]?"
)
_CALENDAR: Final = late(r"\d{4}")
_DID: Final = late(r"^\s?曾?(?:从事过?|從事過?|做过|做過|干过|当过|當過|担任过?|任|(?:worked )?as (?:an? )?)")
_WHERE: Final = late(
    r"^\s?在(?P<where>家|[^\s做干当當]{2,12}?)里?(?:做|干|当|當|从事|從事)[过過了]?(?P<what>[^\s过過了]{2,20})"
)
_PAIR: Final = late("(?<!j)jy")  # a job alone and years alone behind it
_YEARS_FIRST: Final = late("(?:yj)+")
_DONE: Final = late(r"(?<=.{2})[干做当當][了过過]$| for$")
_CLASS: Final = late(r"[(](?:准驾)?[A-F][1-6]?E?(?:驾?[照证本])?[)]")


def jobs(value: Any) -> Any:
    """The jobs of the past; a text stands for a job, with the years that it says.

    >>> jobs("保安、保洁两年")
    [{'occupation': '保安'}, {'occupation': '保洁', 'years': 2.0}]
    """
    value = coerce.texts(value) if isinstance(value, str) else coerce.listed(value)
    if value is None:
        return None
    if not isinstance(value, (list, tuple)):
        raise coerce.Unusable("shape")
    return past_of(value)


def past_of(items: Iterable[Any]) -> list[Any]:
    """The jobs of a past, item by item; years that stand alone are those of the job beside them.

    >>> past_of(["库管", "2015年3月至2018年6月", "保安", "2年"])
    [{'occupation': '库管', 'years': 3.2, 'ended': '2018-06'}, {'occupation': '保安', 'years': 2.0}]
    >>> past_of(["2015-2018", "库管"])
    [{'years': 3.0, 'ended': '2018', 'occupation': '库管'}]

    Behind several jobs they may be those of all, and stay alone:

    >>> past_of(["保安", "保洁", "2年"])
    [{'occupation': '保安'}, {'occupation': '保洁'}, {'years': 2.0}]
    """
    told = [job(item) if isinstance(item, str) else item for item in items]
    sorts = "".join("y" if _only_years(one) else "j" if _only_named(one) else "-" for one in told)
    first = set(range(0, len(told), 2)) if _YEARS_FIRST.fullmatch(sorts) else {m.start() for m in _PAIR.finditer(sorts)}
    return [one | told[at + 1] if at in first else one for at, one in enumerate(told) if at - 1 not in first]


def _only_years(one: Any) -> bool:
    return isinstance(one, dict) and "years" in one and "occupation" not in one


def _only_named(one: Any) -> bool:
    return isinstance(one, dict) and one.keys() == {"occupation"}


def job(said: str) -> dict[str, Any]:
    """One job of the past as people write it: what it was, and for how many years where that is said.

    >>> job("服装厂缝纫工12年"), job("十二年保安经验")
    ({'occupation': '服装厂缝纫工', 'years': 12.0}, {'occupation': '保安', 'years': 12.0})
    >>> job("货车司机10年(B2)")
    {'occupation': '货车司机', 'years': 10.0}

    The first and the last day tell the years, and when it ended:

    >>> job("2015.9-2026.6 幼儿园保育员"), job("开了十年大货车（A2）")
    ({'occupation': '幼儿园保育员', 'years': 10.8, 'ended': '2026-06'}, {'occupation': '开大货车', 'years': 10.0})

    A year of the calendar and a year of school are none of work:

    >>> job("保安2015年"), job("三年级老师")
    ({'occupation': '保安2015年'}, {'occupation': '三年级老师'})
    """
    word = plain(said)
    if len(word) > _LONGEST_JOB:
        return {"occupation": said}
    if span := _SPAN.search(word):
        return _spanned(word, span) or {"occupation": said}
    found = _DID_YEARS.fullmatch(word) or _JOB_YEARS.fullmatch(word) or _YEARS_JOB.fullmatch(word)
    if not found or _CALENDAR.search(found["job"]):
        return {"occupation": said}
    occupation = _named(_verb(found) + found["job"]) or None
    more = found["more"] if "more" in found.groupdict() else None
    if occupation and more and not _CLASS.fullmatch(more):  # 保安3年(小区): where it was says what it was
        occupation += more
    years_ = _worked(found)
    if years_ > _LONGEST_WORK:
        return {"occupation": said}
    return ({"occupation": occupation} if occupation else {}) | {"years": years_}


def _named(words: str) -> str:
    """What was done, without the words around it: 曾从事保安, 村里会计干了, 在超市做收银."""
    words = _WHERE.sub(_where_what, words)
    return _DONE.sub("", _DID.sub("", words).strip(" :,、;的约近在()"))


def _where_what(found: re.Match[str]) -> str:
    """在超市做收银 names 超市收银; 在家 says nothing of the work."""
    return found["what"] if found["where"].startswith("家") else found["where"] + found["what"]


def _verb(found: re.Match[str]) -> str:
    verb = found.groupdict().get("verb") or ""
    return "" if verb in _PLAIN_VERBS else verb


def _spanned(word: str, span: re.Match[str]) -> dict[str, Any] | None:
    """A job that says its first and its last day; None where the days are none of a person's work."""
    named = _beside(f"{word[: span.start()]} {word[span.end() :]}".strip())
    if span["last"] is None:
        return named or None
    by_month = span["first_month"] and span["last_month"]
    months = (int(span["last_month"]) - int(span["first_month"])) if by_month else 0
    years = round(int(span["last"]) - int(span["first"]) + months / 12, 1)
    month = f"-{int(span['last_month']):02}" if span["last_month"] else ""
    if not 0 <= years <= _LONGEST_WORK:
        return None
    return {**named, "years": named.get("years", years), "ended": span["last"] + month}


def _beside(words: str) -> dict[str, Any]:
    """What is said beside the days: the job, and how long it was where that is said in years, too (库管3年)."""
    found = _JOB_YEARS.fullmatch(words) or _YEARS_JOB.fullmatch(words)
    if found and not _CALENDAR.search(found["job"]) and (years := _worked(found)) <= _LONGEST_WORK:
        return _told(_named(found["job"])) | {"years": years}
    return _told(_named(words))


def _told(occupation: str) -> dict[str, Any]:
    return {"occupation": occupation} if occupation else {}


def _worked(found: re.Match[str]) -> float:
    if found["half_year"]:
        return 0.5
    number = number_of(found["number"])
    return round(number / 12, 2) if found["unit"] == "月" else number + (0.5 if found["half"] else 0.0)
