"""Who stands in a roster more than once, and whose number a worksheet has spoilt: said by rows, never by number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from jobmatch.dataset import personal
from jobmatch.dataset.found_client import Found
from jobmatch.messages import listing, say

_TOLD: Final = 5  # rows, or groups of rows, that a line names


@dataclass(frozen=True, slots=True)
class Numbered:
    """An identity number as it stands in a row, and whose client it is."""

    number: str
    client_id: str
    sheet: str | None
    row: int


def numbers_told(numbers: Iterable[Numbered]) -> list[str]:
    """Which rows hold one number under several ids, and which numbers have lost their digits.

    >>> number = "11010119800101001X"
    >>> numbers_told([Numbered(number, "C-1", None, 2), Numbered(number.lower(), "C-2", None, 5)])
    ['同一个身份证号出现在第 2、5 行，编号却不同，像是同一个人登记了两次，请核对。']
    >>> numbers_told([Numbered("110101198001010000", "C-1", None, 2)])
    ['有 1 行的身份证号被表格软件当作数字存，末几位已丢失（第 2 行）：请把这一列设为文本后重新填写。']
    """
    people: dict[str, list[Numbered]] = {}
    spoilt, whole = _sorted_out(list(numbers))
    for one in whole:
        if key := personal.person_of(one.number):
            people.setdefault(key, []).append(one)
    twice: list[Sequence[Numbered | Found]] = [
        same for same in people.values() if len({one.client_id for one in same}) > 1
    ]
    lines = [say("notice.same-number", rows=_groups(twice))] if twice else []
    return lines + ([say("notice.lost-digits", count=len(spoilt), rows=_rows(spoilt))] if spoilt else [])


def _sorted_out(numbers: list[Numbered]) -> tuple[list[Numbered], list[Numbered]]:
    """Numbers that have lost their digits, and the others; where one has, all that end like it have."""
    lost = any(personal.has_lost_digits(one.number) for one in numbers)
    ends = [lost and (personal.ends_in_noughts(one.number) or personal.has_lost_digits(one.number)) for one in numbers]
    told = list(zip(numbers, ends, strict=True))
    return [one for one, spoilt in told if spoilt], [one for one, spoilt in told if not spoilt]


def rows_alike(found: Iterable[tuple[Found, str]]) -> list[str]:
    """Which rows of a roster without ids say the same, each with what it says."""
    groups: dict[str, list[Found]] = {}
    for one, said in found:
        groups.setdefault(said, []).append(one)
    twice: list[Sequence[Numbered | Found]] = [rows for rows in groups.values() if len(rows) > 1]
    return [say("notice.same-row", rows=_groups(twice))] if twice else []


def ids_told(groups: Iterable[Sequence[Found]]) -> list[str]:
    """Which rows have one id; ``groups`` are the rows of each id."""
    twice: list[Sequence[Numbered | Found]] = [rows for rows in groups if len(rows) > 1]
    return [say("notice.same-id", rows=_groups(twice))] if twice else []


def _groups(groups: Sequence[Sequence[Numbered | Found]]) -> str:
    told = say("word.semicolon").join(_rows(rows) for rows in groups[:_TOLD])
    return told + (say("word.and-so-on") if len(groups) > _TOLD else "")


def _rows(found: Sequence[Numbered | Found]) -> str:
    """Some rows in one line, with their sheets where there are several."""
    several = len({one.sheet for one in found}) > 1
    names = [f"{one.sheet} {one.row}" if several else str(one.row) for one in found]
    return listing(names, _TOLD)
