"""What must not be kept or shown of a person: names, identity numbers, telephone numbers."""

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from jobmatch import columns
from jobmatch.files.table import Rejected

HIDDEN: Final = "***"
PERSONAL: Final = frozenset(("name", "id_number", "phone"))
_IDENTITY: Final = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{15})(?!\d)")
_PHONE: Final = re.compile(r"(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)")


def masked(text: str) -> str:
    """A text without identity and telephone numbers.

    >>> masked("电话13800000000，证号11010119800101001X")
    '电话***，证号***'
    """
    return _PHONE.sub(HIDDEN, _IDENTITY.sub(HIDDEN, text))


def is_identity_number(text: str) -> bool:
    """Whether a text is a number of an identity card by its form and its date of birth."""
    return bool(_IDENTITY.fullmatch(text)) and birth_of(text) is not None


def birth_of(number: str) -> date | None:
    """The date of birth in an identity number; None where the number has none.

    >>> birth_of("11010119800101001X"), birth_of("123")
    (datetime.date(1980, 1, 1), None)
    """
    word = number.strip()
    if not _IDENTITY.fullmatch(word):
        return None
    digits = word[6:14] if len(word) == 18 else "19" + word[6:12]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def safe_raw(headings: Sequence[str], cells: Sequence[str | None]) -> str:
    """A row as JSON in which nothing personal is left."""
    row = dict(zip(headings, cells, strict=False))
    return json.dumps({name: _safe(name, cell) for name, cell in row.items()}, ensure_ascii=False)


def _safe(heading: str, cell: str | None) -> str | None:
    field = columns.field_of(heading, "client")
    if cell is None:
        return None
    return HIDDEN if field and field[0] in PERSONAL else masked(cell)


def safe_rejected(row: Rejected) -> Rejected:
    """A rejected row of a roster as it may be shown; a row whose cells cannot be told apart shows none of them."""
    try:
        cells = json.loads(row.raw)
    except ValueError:
        cells = {}
    together = row.column is None
    raw = json.dumps({}) if together else safe_raw(list(cells), [None if c is None else str(c) for c in cells.values()])
    seen = HIDDEN if together else str(_safe(row.column or "", row.seen))
    return Rejected(row.file, row.sheet, row.row, row.column, seen, row.reason, raw, row.values)
