"""Strings that are only shown, one after the other in a single block of bytes, read one at a time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

_ANSWERS_KEPT = 512  # the refusals of a caseload; one answer is a byte a row


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

    def texts(self, field: str) -> list[str]:
        """The text of one field of every row, much faster than one at a time.

        >>> Heap.of(("title", "employer"), [("库管员", "某某仓储"), ("保洁员", "")]).texts("employer")
        ['某某仓储', '']
        """
        at, many, block = self.fields.index(field), len(self.fields), np.ascontiguousarray(self.block).data
        spans = zip(self.ends[at:-1:many].tolist(), self.ends[at + 1 :: many].tolist(), strict=True)
        return [bytes(block[start:end]).decode("utf-8") for start, end in spans]

    def holds(self, words: str) -> NDArray[np.bool_]:
        """Which rows hold ``words`` in any of their fields: one pass over the whole block, kept for the next asker.

        >>> Heap.of(("title",), [("夜班保安",), ("保洁",)]).holds("保安").tolist()
        [True, False]
        """
        if words not in self._answers:
            if len(self._answers) >= _ANSWERS_KEPT:
                self._answers.clear()
            self._answers[words] = self._search(words.encode("utf-8"))
        return self._answers[words]

    @cached_property
    def _answers(self) -> dict[str, NDArray[np.bool_]]:
        return {}

    def _search(self, sought: bytes) -> NDArray[np.bool_]:
        found = np.zeros((len(self.ends) - 1) // len(self.fields), dtype=np.bool_)
        # a look ahead, since a find across two texts must not swallow the one behind it
        places = np.array(
            [hit.start() for hit in re.finditer(b"(?=%b)" % re.escape(sought), self.block.tobytes())], dtype=np.int64
        )
        if sought and len(places):
            # the text that begins at or before a find; a find across two texts is none
            text = np.searchsorted(self.ends, places, side="right") - 1
            whole = places + len(sought) <= self.ends[text + 1]
            found[text[whole] // len(self.fields)] = True
        return found
