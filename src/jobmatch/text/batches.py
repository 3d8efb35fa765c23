"""One text or many: what the public readers accept beside a plain string, without importing pandas."""

import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from numbers import Real
from typing import Any, Protocol, TypeGuard, TypeVar

_Row = TypeVar("_Row", bound=Hashable)
_Told = TypeVar("_Told")


class Listed(Protocol):
    """A column of values that gives itself as a list: a pandas Series, a numpy array."""

    def tolist(self) -> Any:
        """The values as a plain list."""

    def __len__(self) -> int:
        """How many there are."""


Cell = str | float | None  # what a cell of a table may hold where a text is meant
Many = list[str] | list[Cell] | list[str | None] | tuple[Cell, ...] | Listed


def is_many(value: Cell | Many) -> TypeGuard[Many]:
    """Whether a value is a batch: a list, a tuple, a pandas Series or a numpy array.

    >>> import numpy as np
    >>> [is_many(value) for value in (["保洁"], np.array(["保洁"]), "保洁", np.str_("保洁"), None)]
    [True, True, False, False, False]
    """
    if isinstance(value, str):  # one of numpy has a tolist and a length
        return False
    return isinstance(value, list | tuple) or (hasattr(value, "tolist") and hasattr(value, "__len__"))


def as_text(value: Any) -> str:
    """The text in a cell; nothing, not a number and any other kind of value are an empty text.

    >>> as_text("保洁"), as_text(None), as_text(float("nan")), as_text(5000.0)
    ('保洁', '', '', '5000')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, Real) and not isinstance(value, bool) and not math.isnan(value):
        return f"{float(value):.15g}"  # a table holds whole numbers as 5000.0
    return ""


def texts_of(values: Many) -> list[str]:
    """The texts of a batch, cell by cell.

    >>> texts_of(("保洁", None))
    ['保洁', '']
    """
    cells = values if isinstance(values, list | tuple) else values.tolist()
    return [as_text(cell) for cell in cells]


def once_each(read: Callable[[list[_Row]], Iterable[_Told]], rows: Sequence[_Row]) -> list[_Told]:
    """What ``read`` tells of each row: rows are repeated, and each different one is read once.

    >>> once_each(lambda rows: [row.upper() for row in rows], ["a", "b", "a"])
    ['A', 'B', 'A']
    """
    different = list(dict.fromkeys(rows))
    told = dict(zip(different, read(different), strict=True))
    return [told[row] for row in rows]
