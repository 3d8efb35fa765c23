"""A cell of a roster: as a list, a place, a day, an age, a distance, a rung of schooling."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

from jobmatch.records import coerce, figures, vocabulary
from jobmatch.records.signs import plain
from jobmatch.text.dates import parse_date
from jobmatch.text.numerals import to_digits

Cells = Mapping[str, str]  # field → what stands in the row
Complain = Callable[[str, str], None]  # (field, what was seen)

_LENGTH: Final = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)\s?(米|m|miles?|mi|华?里[地路]?)", re.I)
_KM_OF_A_MILE: Final = 1.609
_KM_OF_A_LI: Final = 0.5
_MONTH: Final = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])")
_SHORTEST_DATE: Final = 4  # signs: a year; 39 is an age
_LONGEST_AGE: Final = 40  # signs; a longer cell is a story
_ROUGH: Final = re.compile("[一二三四五六七八九]{2}")  # 三十五六 is two ages
_SHORT_YEAR: Final = re.compile(r"^(\d\d)年(?=\d|生|出)")
# Two figures of a year first: 88-07, 88.7, 88/7/12; 05-12 is left open, which may be a day of the year.
_TWO_FIGURES: Final = re.compile(r"^(0\d(?=\D\d{1,2}\D\d)|[4-9]\d)\s?[-./．]\s?(\d{1,2})(?:\s?[-./．]\s?(\d{1,2}))?$")
_NUMERAL_YEAR: Final = re.compile(r"^([一二三四五六七八九〇○零]{4})(?=年)")
_ONE_NUMERAL: Final = re.compile("[一二三四五六七八九](?=[月日号])")
_NUMERALS: Final = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_REPUBLIC: Final = re.compile(  # the years 20 to 119, for nobody who looks for work was born before
    r"0?([2-9]\d|1[01]\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?|0?([2-9]\d|1[01]\d)(0[1-9]|1[0-2])([0-3]\d)"
)
_THIS_CENTURY: Final = "20"  # two digits of a year of birth below these are of this century
_BORN: Final = re.compile(r"(?:年|出?生(?:人|于)?)+$")
_AGE: Final = re.compile(
    r"(?:年龄|年满|刚满|满|现年|今年|aged?)?[: ]?(\d{1,3}(?:\.\d)?)[ -]?(?:周?岁|years?|yrs?|y/?o)?[ -]?(?:整|old)?",
    re.I,
)
_ANY_WAY: Final = re.compile(
    r"(?:通勤|距离|路程|远近)?(?:不限|无限制|没有限制|无要求|没要求|没有要求|都可以?|都行|均可|无所谓)(?:距离|远近|通勤)?"
    r"|unlimited|no limit|any(?: distance)?|anywhere"
)
_ANYWHERE: Final = frozenset(("不限", "不限地区", "均可", "都可以", "全国", "无要求", "无", "any", "anywhere"))


@lru_cache(maxsize=1024)
def education_in(text: str) -> str | None:
    """The rung of the ladder that a text names, alone or among other words.

    >>> education_in("大专学历"), education_in("全日制本科（在读）"), education_in("其他")
    ('大专', '本科', None)
    """
    whole = vocabulary.settle("education", text)
    if whole:
        return whole
    folded = vocabulary.fold(text)
    inside = [word for word in vocabulary.TABLES["education"][1] if len(word) > 1 and word in folded]
    return vocabulary.TABLES["education"][1][max(inside, key=len)] if inside else None


def items(cell: str | None) -> list[str] | None:
    """A cell as a list: a JSON or Python list, or words between separators; ``无`` is known to be none.

    >>> items('["保洁","其他"]'), items("叉车证、电工证"), items("无"), items(None)
    (['保洁', '其他'], ['叉车证', '电工证'], [], None)
    """
    if cell is None:
        return None
    if cell.startswith("[") and cell.endswith("]"):
        parts = _literal(cell)
    elif coerce.texts(cell) == ():
        return []
    else:
        parts = coerce.SEPARATORS.split(cell)
    found = list(dict.fromkeys(part.strip() for part in parts if part.strip()))
    return found or None


def _literal(cell: str) -> list[str]:
    try:
        return [str(part) for part in json.loads(cell) if part is not None]
    except (ValueError, TypeError, RecursionError):
        return [part.strip(" '\"") for part in cell[1:-1].split(",")]


def first(cell: str | None) -> str | None:
    """The first item of a list, or the cell itself."""
    found = items(cell) if cell and cell.startswith("[") else [cell] if cell else None
    return found[0] if found else None


def places(cell: str | None) -> list[str] | None:
    """Wanted places; province, city and district in one list are one place.

    >>> places('["广东省","广州市","天河区"]'), places("大兴、房山"), places("不限")
    (['广东省广州市天河区'], ['大兴', '房山'], [])
    """
    found = items(cell)
    if not found:
        return found
    if all(item in _ANYWHERE for item in found):
        return []
    return [one_place(found)] if _is_ladder(found) else found


def one_place(parts: list[str]) -> str:
    """Parts of one place as one text, each once."""
    return "".join(dict.fromkeys(parts))


def _is_ladder(parts: list[str]) -> bool:
    if not 2 <= len(parts) <= 4:
        return False
    first, second = parts[0], parts[1]
    if first.endswith(("省", "自治区", "特别行政区")):
        return second.endswith(("市", "州", "盟", "地区", "区", "县", "省"))
    return first.endswith("市") and second.endswith(("区", "县", "旗"))


def dated(word: str, *, born: bool = False) -> date | None:
    """The day, or the first of the month, that a text is: 1980-03-05, 198003, 一九八八年七月; of a birth 88-07."""
    said = word.strip()
    if numerals := _NUMERAL_YEAR.match(said):
        said = numerals[1].translate(_NUMERALS) + _ONE_NUMERAL.sub(
            lambda one: one[0].translate(_NUMERALS), to_digits(said[4:])
        )
    if born and (short := _TWO_FIGURES.match(said)):  # of an age these would be its years and months
        said = f"{short[1]}年" + "-".join(filter(None, short.groups()[1:]))
    bare = _BORN.sub("", _SHORT_YEAR.sub(_full_year, said))
    month = _MONTH.fullmatch(bare)
    if month:
        return date(int(month[1]), int(month[2]), 1)
    return parse_date(bare) if len(bare) >= _SHORTEST_DATE else None


def _full_year(found: re.Match[str]) -> str:
    """68年 is 1968 and 03年 is 2003: nobody who was born in the years to come looks for work."""
    return f"{'20' if found[1] < _THIS_CENTURY else '19'}{found[1]}年"


def of_the_republic(cell: str) -> str:
    """A date of birth in years of the Republic, as rosters in Traditional characters count, with the era before it.

    >>> of_the_republic("68/05/12"), of_the_republic("075年12月1日"), of_the_republic("0680512")
    ('民國68/05/12', '民國75/12/1', '民國68/05/12')
    >>> of_the_republic("1979-05-12"), of_the_republic("民國68年5月12日"), of_the_republic("05/12/1979")
    ('1979-05-12', '民國68年5月12日', '05/12/1979')
    """
    found = _REPUBLIC.fullmatch(cell.strip())
    return f"民國{'/'.join(filter(None, found.groups()))}" if found else cell


def age_in(cell: str) -> int | None:
    """The age that a cell says, in figures or in words.

    >>> age_in("三十五岁"), age_in("满40周岁"), age_in("35 years old")
    (35, 40, 35)

    What is no age of a person is refused:

    >>> age_in("1012")
    Traceback (most recent call last):
    jobmatch.records.coerce.Unusable: age
    """
    word = plain(cell)[:_LONGEST_AGE]
    digits = word if _ROUGH.search(word) else to_digits(word)
    found = _AGE.fullmatch(digits)
    years = figures.age(found[1] if found else digits)
    if years == 0:  # what a form holds where nobody filled it in
        raise coerce.Unusable("age")
    return years


def kilometres(cell: str) -> float | None:
    """A distance in kilometres; metres and miles are turned into them.

    >>> kilometres("15公里"), kilometres("800米"), kilometres("10 miles"), kilometres("6里地")
    (15.0, 0.8, 16.09, 3.0)

    No limit is none that is known:

    >>> kilometres("不限"), kilometres("unlimited")
    (None, None)
    """
    found = _LENGTH.fullmatch(cell.strip())
    if _ANY_WAY.fullmatch(cell.strip().lower()):
        return None
    if not found:
        return figures.amount(cell)
    unit = found[2].lower()
    return round(
        float(found[1]) * (0.001 if unit in ("米", "m") else _KM_OF_A_LI if "里" in unit else _KM_OF_A_MILE), 3
    )


def day(cell: str | None, as_of: date | None = None) -> str | None:
    """A day as ISO text, None where the cell is none, or one that no form can mean (the year 0001).

    >>> day("2026年10月8日"), day("10月8日"), day("10月8日", date(2026, 11, 22))
    ('2026-10-08', None, '2026-10-08')
    """
    found = parse_date(cell, as_of) if cell else None
    return found.isoformat() if found and found.year in figures.YEARS else None


def told(part: dict[str, Any]) -> dict[str, Any]:
    """What is known of a part, without what is not."""
    return {name: value for name, value in part.items() if value is not None}
