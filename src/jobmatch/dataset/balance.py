"""What became of every row: read = accepted + rejected + duplicates."""

from collections.abc import Sequence, Sized
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jobmatch.errors import BadInput
from jobmatch.files.table import Rejected
from jobmatch.files.write import write_rows

if TYPE_CHECKING:
    import pandas as pd

REJECTED_COLUMNS = ("file", "sheet", "row", "column", "seen", "reason", "raw")


@dataclass(frozen=True, slots=True)
class Balance:
    """The count of rows read, and of what became of them.

    >>> Balance(read=5, accepted=3, rejected=1, duplicates=1).accepted
    3

    A balance that does not come out right is a fault of the program:

    >>> Balance(read=5, accepted=3, rejected=1, duplicates=0)
    Traceback (most recent call last):
    AssertionError: read 5 != accepted 3 + rejected 1 + duplicates 0
    """

    read: int
    accepted: int
    rejected: int
    duplicates: int

    def __post_init__(self) -> None:
        if self.read != self.accepted + self.rejected + self.duplicates:
            raise AssertionError(
                f"read {self.read} != accepted {self.accepted} + rejected {self.rejected} "
                f"+ duplicates {self.duplicates}"
            )


class WithRejected:
    """What was read of a file beside the rows that were rejected."""

    __slots__ = ()
    rows_rejected: tuple[Rejected, ...]

    @property
    def rejected(self) -> "pd.DataFrame":
        """The rejected rows in the order of the file: file, sheet, row, column, seen, reason, raw."""
        import pandas as pd

        rows = [row.as_dict() for row in _in_order(self.rows_rejected)]
        return pd.DataFrame(rows, columns=list(REJECTED_COLUMNS))

    def save_rejected(self, path: str | Path) -> Path:
        """Write the rejected rows, each with its reason in a column, to a file by its ending."""
        return save_rejected(path, self.rows_rejected)


@dataclass(frozen=True, slots=True)
class Checked(WithRejected):
    """Checked rows as a table: what was rejected and why, the balance, and what a person should know."""

    frame: "pd.DataFrame"
    balance: Balance
    rows_rejected: tuple[Rejected, ...] = ()
    notices: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.frame)


class AllRejected(BadInput):
    """Nothing of a file can be used; ``rows`` are the rejected ones, so that they can still be written and mended."""

    def __init__(self, rows: Sequence[Rejected], read: int) -> None:
        first = _in_order(rows)[0]
        super().__init__("all-rejected", file=first.file, read=read, row=first.row, reason=first.sentence())
        self.rows = tuple(rows)


def refuse_if_all_rejected(kept: Sized, rejected: Sequence[Rejected], read: int) -> None:
    """Refuse a file of whose ``read`` rows none is kept and some are rejected.

    >>> refuse_if_all_rejected([], [], 0)
    """
    if rejected and not kept:
        raise AllRejected(rejected, read)


def save_rejected(path: str | Path, rejected: Sequence[Rejected]) -> Path:
    """Write rejected rows, of one file or of several, to a file by its ending."""
    return write_rows(path, [row.as_dict() for row in _in_order(rejected)], columns=REJECTED_COLUMNS)


def _in_order(rejected: Sequence[Rejected]) -> list[Rejected]:
    """Rejected rows by file, sheet and row."""
    return sorted(rejected, key=lambda row: (row.file, row.sheet or "", row.row, row.reason))
