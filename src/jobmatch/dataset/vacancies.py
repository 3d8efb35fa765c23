"""The same vacancy posted twice is one; the same id used twice is an update, a copy or a conflict.

Nothing here depends on the order of rows: of several, the most recently posted is kept, then the smallest id.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from jobmatch.files.table import Rejected, as_json, shown
from jobmatch.text.dates import newest_first

_CONTENT = (
    "employer",
    "title",
    "description",
    "requirements",
    "location",
    "salary",
    "salary_min",
    "salary_max",
)
_DETAILS = (
    "education",
    "experience",
    "openings",
    "closes_on",
    "hours",
    "employment_type",
    "benefits",
    "kind",
    "url",
)
Row = dict[str, Any]


def one_each(rows: Sequence[Row]) -> tuple[list[Row], list[Rejected], int]:
    """Each vacancy once, sorted by id; the rows whose id is another's; and how many were the same.

    >>> same = {"title": "保安", "employer": "甲", "posted_on": None, "row": 2}
    >>> kept, conflicts, duplicates = one_each([same | {"posting_id": "8"}, same | {"posting_id": "7"}])
    >>> kept[0]["posting_id"], kept[0]["also_posted_as"], duplicates
    ('7', ['8'], 1)
    """
    for row in rows:
        row["content"] = _digest(row)
    _name([row for row in rows if not row["posting_id"]])
    by_id = _groups(rows, "posting_id")
    settled = [_settle(group) for group in by_id]
    single = [row for kept, _ in settled for row in kept]
    conflicts = [row for _, refused in settled for row in refused]
    kept = sorted((_merged(group) for group in _groups(single, "content")), key=lambda row: str(row["posting_id"]))
    return kept, [_conflict(row) for row in conflicts], len(rows) - len(kept) - len(conflicts)


def _name(rows: Sequence[Row]) -> None:
    """Give ids to rows without: from what they say under headings that need no mapping, so that one changes no id.

    Rows that only a mapped column tells apart have their own ids.
    """
    for row in rows:
        row["posting_id"] = f"J-{_digest(row['unmapped']) if row.get('unmapped') else row['content']}"
    for group in _groups(rows, "posting_id"):
        if len({row["content"] for row in group}) > 1:
            for row in group:
                row["posting_id"] = f"J-{row['content']}"


def _groups(rows: Iterable[Row], key: str) -> list[list[Row]]:
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return list(groups.values())


def _digest(row: Mapping[str, Any]) -> str:
    """What a vacancy is, without width of blanks and case, in twelve hexadecimal digits."""
    words = "\0".join([row.get(name) or "" for name in _CONTENT])
    words += f"\0{hours}" if (hours := row.get("hours")) else ""  # the day and the night shift of a shop are two
    words = "".join(words.split()).lower()
    return blake2b(words.encode("utf-8", "replace"), digest_size=6).hexdigest()


def _settle(group: list[Row]) -> tuple[list[Row], list[Row]]:
    """Of the rows of one id: the one to keep, and those that contradict it without being older."""
    if len(group) == 1:
        return group, []
    group.sort(key=_preferred_first)
    kept = group[0]
    day = kept["posted_on"] or ""
    refused = [row for row in group[1:] if row["content"] != kept["content"] and (row["posted_on"] or "") == day]
    return [kept], refused


def _preferred_first(row: Row) -> tuple[Any, ...]:
    """The order in which rows are preferred; the details make it the same whatever order the file has."""
    details = (str(row.get(name)) for name in _DETAILS)
    return newest_first(row["posted_on"]), str(row["posting_id"]), row["content"], *details


def _merged(group: list[Row]) -> Row:
    if len(group) == 1:
        group[0]["also_posted_as"] = []
        return group[0]
    group.sort(key=_preferred_first)
    others = sorted({str(row["posting_id"]) for row in group[1:]} - {str(group[0]["posting_id"])})
    return group[0] | {"also_posted_as": others}


def _conflict(row: Row) -> Rejected:
    table, at = row["raw"]
    raw = as_json(table.headings, table.rows[at])
    seen = shown(row["posting_id"])
    return Rejected(row["file"], row["sheet"], row["row"], "posting_id", seen, "same-id", raw, {"id": seen})
