"""One table of postings → rows of plain values: fields joined from their columns, odd rows rejected."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from jobmatch.columns.fields import words
from jobmatch.columns.matching import Headings, match_headings
from jobmatch.dataset import codes
from jobmatch.dataset.posting_pay import say_pay
from jobmatch.dataset.posting_sought import dates, openings, take_out_what_is_over, tell_days_ahead
from jobmatch.dataset.sources import first_filled, join_texts, joined, unused_told
from jobmatch.errors import UsageError
from jobmatch.files.table import Rejected, Table, as_json, shown
from jobmatch.messages import say
from jobmatch.records.vocabulary import settle, welcome
from jobmatch.settings import load
from jobmatch.text.asked.education import parse_education
from jobmatch.text.dates import parse_date
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
_FIRM: Final = re.compile(
    r"^(?:\d{1,5}(?:-\d{1,6})?人(?:以上|以下)?|少于\d{1,4}人|民营(?:公司)?|国企|外商独资|外企|合资|上市公司|事业单位|股份制企业|其它|其他|代表处|国家机关|港澳台公司|社会团体)$"
)
_ADDRESS_WORD: Final = re.compile(r"^(?:上班|工作|公司|单位|企业)?(?:地址|地点)\s{0,3}[:：]\s{0,3}")


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one table, what was rejected, and what a person should know."""

    rows: list[dict[str, Any]]
    rejected: list[Rejected]
    notices: list[str]


def read(table: Table, headings: Headings, as_of: date | None) -> Part:
    """The rows of a table whose columns are known."""
    notices = unused_told(table.headings[place] for place in headings.unknown)
    told = codes.with_words(table, _schooling_told(headings))
    notices += codes.untold(told, headings.fields, "posting")
    values = _values(told, headings.fields, as_of, notices)
    values["unmapped"] = _unmapped(table, headings, as_of)
    return _checked(table, values, notices)


def _schooling_told(headings: Headings) -> dict[int, codes.Words]:
    """The codes with the schooling among them in the words of the vocabulary; a word that names none is refused.

    A slip would make all rows of its code unknown.
    """
    of_schooling = headings.fields.get("education", ())
    return {
        place: {code: _rung(word) for code, word in words.items()} if place in of_schooling else words
        for place, words in headings.codes.items()
    }


def _rung(word: str) -> str:
    if known := settle("education", word):
        return known
    if parse_education(word) is None:
        raise UsageError("code-word", seen=word, welcome=f"{say('word.no-education')} {welcome('education')}")
    return word


def _unmapped(table: Table, headings: Headings, as_of: date | None) -> list[dict[str, Any] | None]:
    """Each row as it is read where nobody names a column: what an id is made from; None where it is the same.

    The title alone is taken as it was named, for without one there is no posting.
    """
    plain, fields = match_headings(table.headings, "posting").fields, headings.fields
    if plain == fields and not headings.codes:
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
    values["openings"] = openings(table, fields, notices)
    take_out_what_is_over(values, first_filled(table, fields.get("closes_on", ())))
    for name, day in (("posted_on", parse_date), ("closes_on", last_day)):
        values[name] = dates(table, fields.get(name, ()), day, as_of, notices)
    tell_days_ahead(values["posted_on"], table, as_of, notices)
    _put_back(table, values, notices)
    values["kind"] = _kinds(table, fields, values)
    say_pay(table, fields, values, notices)
    return values


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
