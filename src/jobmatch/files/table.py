"""A table as it was read: headings, rows with the number a person sees, and the rows that were refused."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from jobmatch.messages import say
from jobmatch.records.signs import harmless

Row = list[str | None]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was not taken, where it stands, what was seen and why."""

    file: str
    sheet: str | None
    row: int
    column: str | None
    seen: str
    reason: str  # the key of the sentence under [reject]
    raw: str = "{}"  # the row as JSON, so that it can be mended and read again
    values: Mapping[str, object] = field(default_factory=dict)

    def sentence(self) -> str:
        """The reason as a person reads it, in the language in force."""
        return say(f"reject.{self.reason}", **{"seen": self.seen, **self.values})

    def as_dict(self) -> dict[str, object]:
        """One line of the file of rejected rows."""
        return {
            "file": self.file,
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "seen": self.seen,
            "reason": self.sentence(),
            "raw": self.raw,
        }


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a file: as many cells in each row as there are headings."""

    file: str
    sheet: str | None
    headings: tuple[str, ...]
    rows: list[Row]
    numbers: list[int]  # the number of each row as a person sees it in the file
    rejected: list[Rejected] = field(default_factory=list)
    encoding: str | None = None
    totals: list[int] = field(default_factory=list)  # the numbers of the rows that only add up others

    def column(self, place: int) -> list[str | None]:
        """The cells of one column."""
        return [row[place] for row in self.rows]


def as_json(headings: tuple[str, ...] | list[str], cells: list[str | None]) -> str:
    """A row as JSON, for the file of rejected rows; cells beyond the headings are numbered."""
    names = [*headings, *(f"+{extra + 1}" for extra in range(max(0, len(cells) - len(headings))))]
    return harmless(json.dumps(dict(zip(names, cells, strict=False)), ensure_ascii=False).replace("\ufdd0", "\ufffd"))


def shown(value: object, longest: int = 40) -> str:
    r"""A value as a message shows it: one line, cut with a mark.

    >>> shown("一\n二"), shown("x" * 50)[-3:]
    ('一 二', 'xx…')
    """
    words = " ".join(harmless(str(value)[: longest * 4].replace("\ufdd0", "\ufffd")).split())
    return words if len(words) <= longest else words[:longest] + "…"
