"""Strings that are only shown, one after the other in a single block of bytes, read one at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Heap:
    """Texts of n rows and some fields; ``text(row, field)`` decodes just that one.

    >>> heap = Heap.of(("title", "employer"), [("库管员", "某某仓储"), ("保洁员", "")])
    >>> heap.text(0, "employer"), heap.text(1, "title")
    ('某某仓储', '保洁员')
    """

    fields: tuple[str, ...]
    ends: NDArray[np.int64]
    block: NDArray[np.uint8]

    @classmethod
    def of(cls, fields: Sequence[str], rows: Sequence[Sequence[str]]) -> "Heap":
        """Lay the texts of ``rows`` (each as long as ``fields``) one after the other."""
        pieces = [text.encode("utf-8", "replace") for row in rows for text in row]
        ends = np.cumsum([0, *map(len, pieces)], dtype=np.int64)
        return cls(tuple(fields), ends, np.frombuffer(b"".join(pieces), dtype=np.uint8))

    def text(self, row: int, field: str) -> str:
        """The text of one field of one row; an absent text is empty."""
        at = row * len(self.fields) + self.fields.index(field)
        start, end = self.ends[at], self.ends[at + 1]
        return self.block[start:end].tobytes().decode("utf-8")
