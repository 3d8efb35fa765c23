"""Whether and how long somebody is sought: the openings that are left, and the first and the last day of each row."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

from jobmatch.dataset.personal import masked
from jobmatch.dataset.sources import first_filled
from jobmatch.files.table import Table, shown
from jobmatch.messages import say
from jobmatch.patterns import late
from jobmatch.settings import load
from jobmatch.text.dates import parse_date
from jobmatch.text.fold import fold

_Parser = Callable[[object, date | None], date | None]
_OPEN_END: Final = re.compile(r"长期|長期|不限|招满|招滿|无限|永久|always|open|until filled", re.I)
_COUNT: Final = re.compile(r"(\d{1,6})(?:\.0)?")
_BELOW_NONE: Final = re.compile(r"\s*(?:[-－−–—]|负|負|minus )\s?0*[1-9]")  # no number of persons
_FULL: Final = ("已招满", "已招滿", "招满", "满员", "額滿", "额满", "已满", "filled")
# What stands under 岗位状态 or in place of a closing day where nobody is sought any more; 未下架 and 未截止 are open.
_OVER: Final = late(
    r"(?:招聘|报名|岗位|职位|信息|职缺|征才)?(?:已经?|现已|暂时?)?"
    r"(?:截止|结束|过期|到期|失效|无效|下架|关闭|停招|停用|停止|暂停|取消|撤销|撤下|撤回|招满|满员|额满)(?:招聘|发布|报名|征才)?了?"
    r"|closed|expired|inactive|withdrawn|filled|cancell?ed|suspended|archived|on ?hold"
)
_GOES_ON: Final = late(
    r"(?:招聘|报名|岗位|职位|信息|职缺|征才)?(?:正在|仍在|长期|持续|急)?"
    r"(?:招聘中|招募中|征才中|在招|热招|急招|招聘|有效|已?发布|发布中|上架中?|已上架|进行中|开放|启用|正常|未下架|未截止|未满|未招满)"
    r"|open|active|published|live|hiring"
)
_LONGEST_STATE: Final = 20  # signs: what is longer is a story


def openings(table: Table, fields: Mapping[str, tuple[int, ...]], notices: list[str]) -> list[int | None]:
    """How many persons are still sought, row by row; what tells no number is unknown. A 0 that was sought is said."""
    sought, left, hired = (first_filled(table, fields.get(name, ())) for name in ("openings", "openings_left", "hired"))
    none = [at for at, cell in enumerate(sought) if left[at] is None and _count(cell) == 0]
    untold = _untold(none, sought, first_filled(table, fields.get("status", ())))
    for key, rows in (("count-untold", untold), ("no-count", [at for at in none if at not in untold])):
        if rows:
            column = table.headings[fields["openings"][0]]
            first = table.numbers[min(rows)]
            notices.append(say(f"notice.{key}", column=column, count=len(rows), row=first))
    slips = [at for at, cell in enumerate(sought) if cell and _BELOW_NONE.match(cell)]
    if slips:
        seen = masked(shown(sought[slips[0]] or ""))
        notices.append(say("notice.count-below-none", count=len(slips), row=table.numbers[slips[0]], seen=seen))
    cells = zip(sought, left, hired, strict=True)
    return [None if at in untold else _still_sought(*row) for at, row in enumerate(cells)]


def _untold(none: list[int], sought: list[str | None], states: list[str | None]) -> frozenset[int]:
    """Rows among those of a 0 that only leave the number out: said to be open, or in a table where many have a 0.

    A form writes 0 where nobody filled in a number; a table of vacancies holds few that are filled.
    """
    numbers = load().table("reading")
    if len(none) >= max(numbers["many_none"], numbers["none_share"] * sum(cell is not None for cell in sought)):
        return frozenset(none)
    return frozenset(at for at in none if _goes_on(states[at] or ""))


@lru_cache(maxsize=4096)
def _goes_on(state: str) -> bool:
    """Whether a state says that somebody is still sought.

    >>> _goes_on("招聘中"), _goes_on("有效"), _goes_on("未下架"), _goes_on("已下架"), _goes_on("")
    (True, True, True, False, False)
    """
    return len(state) <= _LONGEST_STATE and bool(_GOES_ON.fullmatch(fold(state).lower().strip(" ()。.!")))


@lru_cache(maxsize=4096)
def _still_sought(sought: str | None, left: str | None = None, hired: str | None = None) -> int | None:
    """How many persons are still sought; 若干 is unknown, 已招满 is none.

    >>> _still_sought("2人"), _still_sought("若干"), _still_sought("已招满"), _still_sought("３-5人")
    (2, None, 0, 3)

    What is left, or sought less hired, goes before what was sought:

    >>> _still_sought("5", left="0人"), _still_sought("5", hired="3"), _still_sought("5", hired="6")
    (0, 2, 0)

    Nobody can seek fewer than none: such a number is unknown; fewer than none left is none.

    >>> _still_sought("-2"), _still_sought("负3人"), _still_sought("5", left="-1")
    (None, None, 0)
    """
    if left and _BELOW_NONE.match(left):
        return 0
    if any(full in unicodedata.normalize("NFKC", cell) for cell in (sought, left) if cell for full in _FULL):
        return 0
    remain, many, taken = _count(left), _count(sought), _count(hired)
    if remain is not None or many is None:
        return remain
    return max(many - (taken or 0), 0)


def _count(cell: str | None) -> int | None:
    """The first number of a cell; None where it tells none, or one below none."""
    found = _COUNT.search(unicodedata.normalize("NFKC", cell)) if cell and not _BELOW_NONE.match(cell) else None
    return int(found[1]) if found else None


def take_out_what_is_over(values: Mapping[str, list[Any]], closing: list[str | None]) -> None:
    """No opening is left of a posting whose state, or the word in place of its closing day, says that it is over."""
    for at, said in enumerate(zip(values["status"], closing, strict=True)):
        if any(cell is not None and _is_over(cell) for cell in said):
            values["openings"][at] = 0


@lru_cache(maxsize=4096)
def _is_over(cell: str) -> bool:
    """Whether a cell says that nobody is sought any more.

    >>> _is_over("已截止"), _is_over("招聘結束"), _is_over("未下架"), _is_over("招聘中"), _is_over("2026-12-10")
    (True, True, False, False, False)
    """
    return len(cell) <= _LONGEST_STATE and bool(_OVER.fullmatch(fold(cell).lower().strip(" ()。.!")))


def dates(
    table: Table, places: tuple[int, ...], parse: _Parser, as_of: date | None, notices: list[str]
) -> list[str | None]:
    """The first column that names a day, row by row, as ISO text; what names none is unknown, and said."""
    found: list[str | None] = [None] * len(table.rows)
    for place in places:
        told: dict[str, list[int]] = {"unreadable-date": [], "reckoned-date": [], "last-day": []}
        for at, cell in enumerate(table.column(place)):
            if cell is not None and found[at] is None:
                found[at], notice = _date(parse, cell, as_of)
                if notice:
                    told[notice].append(at)
        notices += [_of_dates(key, table, place, rows, found[rows[0]]) for key, rows in told.items() if rows]
    return found


def _date(parse: _Parser, cell: str, as_of: date | None) -> tuple[str | None, str | None]:
    """The day that a cell names, and the key of what a person should know of it."""
    if day := _day(parse, cell, None):
        return day, None if day == _day(parse_date, cell, None) else "last-day"
    if as_of is not None and (day := _day(parse, cell, as_of)):
        return day, "reckoned-date"
    return None, None if _OPEN_END.search(cell[:40]) or _is_over(cell) else "unreadable-date"


def tell_days_ahead(posted: list[str | None], table: Table, as_of: date | None, notices: list[str]) -> None:
    """Say which postings were put up after the day of reading; how old they are counts as unknown."""
    ahead = [at for at, day in enumerate(posted) if as_of is not None and day is not None and day > as_of.isoformat()]
    if ahead:
        first = ahead[0]
        told = {"count": len(ahead), "row": table.numbers[first], "day": posted[first], "today": as_of}
        notices.append(say("notice.posted-ahead", **told))


def _of_dates(key: str, table: Table, place: int, rows: list[int], day: str | None) -> str:
    """What a person should know of the dates of a column, with the first of them."""
    seen = masked(shown(table.rows[rows[0]][place]))
    return say(
        f"notice.{key}", column=table.headings[place], count=len(rows), row=table.numbers[rows[0]], seen=seen, day=day
    )


@lru_cache(maxsize=65536)
def _day(parse: _Parser, cell: str, as_of: date | None) -> str | None:
    day = parse(cell, as_of)
    return None if day is None else day.isoformat()
