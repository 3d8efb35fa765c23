"""A cell of a roster: as a list, a place, a day, a distance, a rung of schooling."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

from jobmatch.records import coerce, vocabulary
from jobmatch.text.dates import parse_date

Cells = Mapping[str, str]  # field → what stands in the row
Complain = Callable[[str, str], None]  # (field, what was seen)

_SEPARATORS: Final = re.compile(r"[、,，;；/|\n]")
_METRES: Final = re.compile(r"(\d{1,6})\s?(?:米|m)", re.I)
_MONTH: Final = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])")
_SHORTEST_DATE: Final = 4  # signs: a year; 39 is an age
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
        parts = _SEPARATORS.split(cell)
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


def dated(word: str) -> date | None:
    """The day, or the first of the month, that a text is: 1980-03-05, 198003."""
    month = _MONTH.fullmatch(word.strip())
    if month:
        return date(int(month[1]), int(month[2]), 1)
    return parse_date(word) if len(word.strip("年 ")) >= _SHORTEST_DATE else None


def kilometres(cell: str) -> float | None:
    """A distance in kilometres; metres are turned into them."""
    metres = _METRES.fullmatch(cell.strip())
    return float(metres[1]) / 1000 if metres else coerce.amount(cell)


def day(cell: str | None) -> str | None:
    """A day as ISO text, None where the cell is none."""
    found = parse_date(cell) if cell else None
    return None if found is None else found.isoformat()


def told(part: dict[str, Any]) -> dict[str, Any]:
    """What is known of a part, without what is not."""
    return {name: value for name, value in part.items() if value is not None}
