"""The jobs of a person's past as people write them: what it was, and for how many years."""

import re
from typing import Any, Final

from jobmatch.patterns import late
from jobmatch.records import coerce

_LONGEST_JOB: Final = 80  # a longer text is a story and not the name of a job
_LONGEST_WORK: Final = 80  # years
_NUMBER: Final = (
    r"(?:(?<!\d)(?P<number>\d{1,3}(?:\.\d)?|[一二两兩三四五六七八九十]{1,3})[多余来]?\s?"
    r"(?:个?(?P<unit>月)|(?:年|years?|yrs?)(?![级級度薪会])(?P<half>半)?)|(?P<half_year>半年))"
)
_JOB_YEARS: Final = late(
    rf"(?P<job>.+?)[(]?{_NUMBER}[多余]?(?:以上|左右)?(?:的?工作)?(?:经验|经历|經驗)?[)]?\s?(?P<more>[(][^()]*[)])?"
)
_YEARS_JOB: Final = late(rf"{_NUMBER}[多余]?(?:以上|左右)?的?(?P<job>\D*?)(?:工作)?(?:经验|经历|經驗)?")
_CALENDAR: Final = late(r"\d{4}")
_DID: Final = late(r"^曾?(?:从事过?|從事過?|做过|做過|干过|当过|當過|担任过?|任)")
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
    return [job(item) if isinstance(item, str) else item for item in value]


def job(said: str) -> dict[str, Any]:
    """One job of the past as people write it: what it was, and for how many years where that is said.

    >>> job("服装厂缝纫工12年"), job("十二年保安经验")
    ({'occupation': '服装厂缝纫工', 'years': 12.0}, {'occupation': '保安', 'years': 12.0})
    >>> job("货车司机10年(B2)")
    {'occupation': '货车司机', 'years': 10.0}

    A year of the calendar and a year of school are none of work:

    >>> job("保安2015年"), job("三年级老师")
    ({'occupation': '保安2015年'}, {'occupation': '三年级老师'})
    """
    word = coerce.plain(said)
    found = (_JOB_YEARS.fullmatch(word) or _YEARS_JOB.fullmatch(word)) if len(word) <= _LONGEST_JOB else None
    if not found or _CALENDAR.search(found["job"]):
        return {"occupation": said}
    occupation = _DID.sub("", found["job"]).strip(" :,的约近(") or None
    more = found["more"] if "more" in found.groupdict() else None
    if occupation and more and not _CLASS.fullmatch(more):  # 保安3年(小区): where it was says what it was
        occupation += more
    years_ = _worked(found)
    if years_ is None or years_ > _LONGEST_WORK:
        return {"occupation": said}
    return ({"occupation": occupation} if occupation else {}) | {"years": years_}


def _worked(found: re.Match[str]) -> float | None:
    if found["half_year"]:
        return 0.5
    number = _figure(found["number"])
    if number is None:
        return None
    return round(number / 12, 2) if found["unit"] == "月" else number + (0.5 if found["half"] else 0.0)


def _figure(word: str) -> float | None:
    """A number of years in figures or in Chinese, below a hundred.

    >>> _figure("1.5"), _figure("两"), _figure("十二"), _figure("三十")
    (1.5, 2.0, 12.0, 30.0)
    """
    if word[0].isdecimal():
        return float(word)
    tens, ten, ones = word.rpartition("十")
    if len(tens) > 1 or len(ones) > 1:
        return None
    digit = {c: number for number, c in enumerate("零一二三四五六七八九")} | {"两": 2, "兩": 2}
    return float((digit.get(tens, 0) if tens else 1) * 10 * bool(ten) + (digit.get(ones, 0) if ones else 0))
