"""XLSX and XLS: the sheets of a workbook → raw records."""

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any, Final

from jobmatch.errors import BadInput
from jobmatch.files.delimited import Record
from jobmatch.files.workbook_bounds import refuse_absurd, refuse_large
from jobmatch.messages import listing
from jobmatch.records.signs import harmless

_EXACT: Final = 2.0**53  # up to here a float holds every whole number


def cell_text(value: Any) -> str:
    """A cell of a workbook as text: whole numbers without a point, dates in ISO form.

    >>> cell_text(4000.0), cell_text(0.5), cell_text(dt.datetime(2026, 1, 2))
    ('4000', '0.5', '2026-01-02')

    Of a number that is too long for a worksheet, such as one of an identity card, what is left is noughts:

    >>> cell_text(1.10101198003051e17)
    '110101198003051000'
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return _number_text(value) if value.is_integer() and abs(value) < 1e18 else repr(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(" ").removesuffix(" 00:00:00")
    try:
        return value if isinstance(value, str) else str(value)
    except ValueError:  # a whole number of more digits than Python writes
        return "#NUM!"


def _number_text(value: float) -> str:
    """A whole number; of one beyond what a float holds the fifteen digits that a worksheet keeps, then noughts."""
    if abs(value) < _EXACT:
        return str(int(value))
    from decimal import Decimal

    return str(int(Decimal(f"{value:.15g}")))


def sheets(data: bytes, file: str, wanted: str | None) -> Iterator[tuple[str, list[Record]]]:
    """Each sheet that is not empty, with its name; only the one that is wanted where one is named."""
    import python_calamine as calamine

    if data.startswith(b"PK"):
        refuse_absurd(data, file)
    try:
        book = calamine.load_workbook(io.BytesIO(data))
        names = list(book.sheet_names)
        if wanted is not None and wanted not in names:
            raise BadInput("no-such-sheet", file=file, sheet=wanted, seen=listing(names))
        for name in names if wanted is None else [wanted]:
            sheet = book.get_sheet_by_name(name)
            refuse_large(sheet.total_height * sheet.total_width, file)
            found = _records(sheet)
            if found or wanted is not None:
                yield harmless(name), found
    except BadInput:
        raise
    except (calamine.CalamineError, ValueError, OverflowError, OSError):
        raise BadInput("broken-workbook", file=file) from None
    except BaseException as fault:  # the reader's own panic is no Exception
        if type(fault).__name__ != "PanicException":
            raise
        raise BadInput("broken-workbook", file=file) from None


def _records(sheet: Any) -> list[Record]:
    rows = [[cell_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    _fill_down(rows, sheet.merged_cell_ranges or [])
    return [Record(number, row) for number, row in enumerate(rows, 1) if any(row)]


def _fill_down(rows: list[list[str]], ranges: list[Any]) -> None:
    """Give each row of a vertically merged cell its value: one employer merged over five postings is in all five."""
    for (top, left), (bottom, _) in ranges:
        if top >= len(rows) or left >= len(rows[top]) or not rows[top][left]:
            continue
        for row in rows[top + 1 : bottom + 1]:
            row[left] = row[left] or rows[top][left]
