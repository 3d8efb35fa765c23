"""One table of postings → rows of plain values: fields joined from their columns, odd rows rejected."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from jobmatch import columns
from jobmatch.columns import words
from jobmatch.dataset.personal import masked
from jobmatch.dataset.posting_pay import say_pay
from jobmatch.dataset.sources import first_filled, join_texts, joined
from jobmatch.files.table import Rejected, Table, as_json, shown
from jobmatch.messages import say
from jobmatch.patterns import late
from jobmatch.records.vocabulary import settle
from jobmatch.settings import load
from jobmatch.text.dates import parse_date
from jobmatch.text.fold import fold
from jobmatch.text.last_day import last_day

ALWAYS: Final = words(
    "posting_id title employer description requirements location salary education experience "
    "openings posted_on closes_on hours employment_type benefits kind url"
)
OPTIONAL: Final = words(
    "salary_min salary_max salary_months salary_period salary_currency place_code lat lon age gender "
    "certificates skills industry status"
)
_PLAIN: Final = words(
    "posting_id title employer education experience hours employment_type url salary_months "
    "salary_period salary_currency place_code lat lon age gender certificates status salary salary_min "
    "salary_max"
)
_JOINED: Final = {"description": "\n", "requirements": "\n", "benefits": "；", "industry": "，"}
_PLACES: Final = ("province", "city", "district", "location", "address")
_PUBLIC_WELFARE: Final = re.compile(r"公益性?岗|公益性?崗|public.?welfare", re.I)
_NO: Final = frozenset(("否", "不是", "no", "false", "0", "n", "市场", "市场岗位", "market", "无"))
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
_FIRM: Final = re.compile(
    r"^(?:\d{1,5}(?:-\d{1,6})?人(?:以上|以下)?|少于\d{1,4}人|民营(?:公司)?|国企|外商独资|外企|合资|上市公司|事业单位|股份制企业|其它|其他|代表处|国家机关|港澳台公司|社会团体)$"
)
_LONGEST_STATE: Final = 20  # signs: what is longer is a story
_ADDRESS_WORD: Final = re.compile(r"^(?:上班|工作|公司|单位|企业)?(?:地址|地点)\s{0,3}[:：]\s{0,3}")


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one table, what was rejected, and what a person should know."""

    rows: list[dict[str, Any]]
    rejected: list[Rejected]
    notices: list[str]


def read(table: Table, headings: columns.Headings, as_of: date | None) -> Part:
    """The rows of a table whose columns are known."""
    notices = _unused(table, headings)
    values = _values(table, headings.fields, as_of, notices)
    values["unmapped"] = _unmapped(table, headings.fields, as_of)
    return _checked(table, values, notices)


def _unmapped(table: Table, fields: Mapping[str, tuple[int, ...]], as_of: date | None) -> list[dict[str, Any] | None]:
    """Each row as it is read where nobody names a column: what an id is made from; None where it is the same.

    The title alone is taken as it was named, for without one there is no posting.
    """
    plain = columns.match_headings(table.headings, "posting").fields
    if plain == fields:
        return [None] * len(table.rows)
    values = _values(table, {"title": fields["title"], **plain}, as_of, [])
    return [dict(zip(values, cells, strict=True)) for cells in zip(*values.values(), strict=True)]


def _values(
    table: Table, fields: Mapping[str, tuple[int, ...]], as_of: date | None, notices: list[str]
) -> dict[str, list[Any]]:
    """The values of each field, row by row."""
    values: dict[str, list[Any]] = {name: first_filled(table, fields.get(name, ())) for name in _PLAIN}
    values["posting_id"] = [" ".join(id_.split()) if id_ else None for id_ in values["posting_id"]]
    for name, mark in _JOINED.items():
        values[name] = joined(table, fields.get(name, ()), mark)
    values["title"] = [" ".join(title.split()) if title else None for title in values["title"]]
    values["location"] = _locations(table, fields)
    values["skills"] = _skills(joined(table, fields.get("skills", ()), "，"), values["benefits"])
    values["openings"] = _openings(table, fields, notices)
    _take_out_what_is_over(values, first_filled(table, fields.get("closes_on", ())))
    for name, day in (("posted_on", parse_date), ("closes_on", last_day)):
        values[name] = _dates(table, fields.get(name, ()), day, as_of, notices)
    _tell_days_ahead(values["posted_on"], table, as_of, notices)
    _put_back(table, values, notices)
    values["kind"] = _kinds(table, fields, values)
    say_pay(table, fields, values, notices)
    return values


def _unused(table: Table, headings: columns.Headings) -> list[str]:
    names = [masked(shown(table.headings[place])) for place in headings.unknown]
    return [say("notice.unknown-column", columns="、".join(names))] if names else []


def _locations(table: Table, fields: Mapping[str, tuple[int, ...]]) -> list[str | None]:
    places = [place for name in _PLACES for place in fields.get(name, ())]
    if not places:
        places = list(fields.get("more_places", ()))
    if not places:
        return [None] * len(table.rows)
    return [_location(row[p] for p in places) for row in table.rows]


def _location(parts: Iterable[str | None]) -> str | None:
    return join_texts((_ADDRESS_WORD.sub("", part) if part else None for part in parts), " ")


def _skills(skills: list[str | None], benefits: list[str | None]) -> list[str | None]:
    """Key words of a posting without those that only name its benefits or the firm's kind and size."""
    return [_own_words(words, said) if words else None for words, said in zip(skills, benefits, strict=True)]


def _own_words(words: str, benefits: str | None) -> str | None:
    items = [item.strip() for item in re.split(r"[,，、;；|\n]", words)]
    said = benefits or ""
    return (
        "，".join(dict.fromkeys(item for item in items if item and item not in said and not _FIRM.match(item))) or None
    )


def _openings(table: Table, fields: Mapping[str, tuple[int, ...]], notices: list[str]) -> list[int | None]:
    """How many persons are still sought, row by row; what tells no number is unknown. A 0 that was sought is said."""
    sought, left, hired = (first_filled(table, fields.get(name, ())) for name in ("openings", "openings_left", "hired"))
    none = [at for at, cell in enumerate(sought) if left[at] is None and _count(cell) == 0]
    if none:
        column = table.headings[fields["openings"][0]]
        notices.append(say("notice.no-count", column=column, count=len(none), row=table.numbers[none[0]]))
    slips = [at for at, cell in enumerate(sought) if cell and _BELOW_NONE.match(cell)]
    if slips:
        seen = masked(shown(sought[slips[0]] or ""))
        notices.append(say("notice.count-below-none", count=len(slips), row=table.numbers[slips[0]], seen=seen))
    return [_still_sought(*cells) for cells in zip(sought, left, hired, strict=True)]


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


def _take_out_what_is_over(values: Mapping[str, list[Any]], closing: list[str | None]) -> None:
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


def _dates(
    table: Table, places: tuple[int, ...], parse: _Parser, as_of: date | None, notices: list[str]
) -> list[str | None]:
    """The first column that names a day, row by row, as ISO text; what names none is unknown, and said."""
    found: list[str | None] = [None] * len(table.rows)
    for place in places:
        unread, reckoned, to_its_end = [], [], []
        for at, cell in enumerate(table.column(place)):
            if cell is None or found[at] is not None:
                continue
            found[at] = _day(parse, cell, None)
            if found[at] is None and as_of is not None and (day := _day(parse, cell, as_of)):
                found[at] = day
                reckoned.append(at)
            elif found[at] is not None and found[at] != _day(parse_date, cell, None):
                to_its_end.append(at)
            elif found[at] is None and not _OPEN_END.search(cell[:40]) and not _is_over(cell):
                unread.append(at)
        for key, rows in (("unreadable-date", unread), ("reckoned-date", reckoned), ("last-day", to_its_end)):
            if rows:
                notices.append(_of_dates(key, table, place, rows, found[rows[0]]))
    return found


def _tell_days_ahead(posted: list[str | None], table: Table, as_of: date | None, notices: list[str]) -> None:
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


def _put_back(table: Table, values: dict[str, list[Any]], notices: list[str]) -> None:
    """An education that slipped into the column of experience goes back to its own, which is said.

    Crawls that skip an empty field shift the fields behind it by one column.
    """
    moved = [at for at, cell in enumerate(values["experience"]) if _slipped(cell, values["education"][at])]
    for at in moved:
        beside = values["education"][at]
        values["education"][at], values["experience"][at] = values["experience"][at], None
        values["requirements"][at] = join_texts([values["requirements"][at], beside], "\n")
    if moved:
        notices.append(say("notice.put-back", count=len(moved), row=table.numbers[moved[0]]))


@lru_cache(maxsize=4096)
def _slipped(experience: str | None, education: str | None) -> bool:
    if experience is None or settle("education", experience) is None:
        return False
    return education is None or settle("education", education) is None


def _kinds(table: Table, fields: Mapping[str, tuple[int, ...]], values: Mapping[str, list[Any]]) -> list[str]:
    """``public_welfare`` where the kind, the title or the type of employment says so, else ``market``."""
    places = fields.get("kind", ())
    asked = any(_PUBLIC_WELFARE.search(table.headings[place]) for place in places)
    said = zip(
        first_filled(table, places),
        values["title"],
        values["employment_type"],
        values["industry"],
        strict=True,
    )
    return ["public_welfare" if _is_public(kind, asked, others) else "market" for kind, *others in said]


def _is_public(kind: str | None, asked: bool, others: Iterable[str | None]) -> bool:
    if kind is not None and asked:  # the heading asks "是否公益性岗位"
        return kind.strip().lower() not in _NO
    return any(text is not None and _PUBLIC_WELFARE.search(text) for text in (kind, *others))


def _checked(table: Table, values: dict[str, list[Any]], notices: list[str]) -> Part:
    names = (*ALWAYS, *OPTIONAL, "unmapped", "row")
    values["row"] = table.numbers
    rows, rejected = [], []
    longest = int(load().number("reading.longest_title"))
    longest_id = int(load().number("reading.longest_id"))
    for at, cells in enumerate(zip(*(values[name] for name in names), strict=True)):
        row = dict(zip(names, cells, strict=True))
        fault = _title_fault(row["title"], longest)
        if fault:
            rejected.append(_rejected(table, at, "title", shown(row["title"] or ""), fault, longest))
            continue
        if row["posting_id"] and len(row["posting_id"]) > longest_id:
            rejected.append(_rejected(table, at, "posting_id", shown(row["posting_id"]), "id-too-long", longest_id))
            continue
        row["file"], row["sheet"], row["raw"] = table.file, table.sheet, (table, at)
        rows.append(row)
    return Part(rows, rejected, notices)


def _title_fault(title: str | None, longest: int) -> str | None:
    if title is None:
        return "no-title"
    if len(title) > longest:
        return "title-too-long"
    # the first character nearly always tells
    return None if title[0].isalpha() or any(c.isalpha() for c in title) else "title-without-words"


def _rejected(table: Table, at: int, column: str, seen: str, fault: str, longest: int) -> Rejected:
    raw = as_json(table.headings, table.rows[at])
    return Rejected(table.file, table.sheet, table.numbers[at], column, seen, fault, raw, {"longest": longest})
