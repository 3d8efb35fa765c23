"""``Tables``: an employer has one table at a fair, however many postings they bring."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jobmatch.allocation.pairs import Pairs
from jobmatch.market.columns import Market
from jobmatch.settings import Settings


@dataclass(frozen=True, eq=False)
class Tables:
    """Which postings are talked about at which table; a posting that names no employer has a table of its own."""

    of_row: NDArray[np.int32]  # shape (rows of the market,)

    def __len__(self) -> int:
        return int(self.of_row.max(initial=-1)) + 1

    @classmethod
    def of(cls, market: Market) -> "Tables":
        """The tables of the employers of a market, in the order of its rows."""
        number: dict[str | int, int] = {}
        names = (_folded(market.shown.text(row, "employer")) or row for row in range(len(market)))
        return cls(np.array([number.setdefault(name, len(number)) for name in names], dtype=np.int32))

    @cached_property
    def rows(self) -> list[list[int]]:
        """The rows of each table."""
        found: list[list[int]] = [[] for _ in range(len(self))]
        for row, table in enumerate(self.of_row.tolist()):
            found[table].append(row)
        return found

    def wished(self, market: Market, settings: Settings) -> NDArray[np.int64]:
        """How many each table would meet: some for each opening of its postings."""
        openings = np.bincount(self.of_row, np.maximum(market.openings, 1), minlength=len(self))
        return np.asarray(np.ceil(openings * settings.number("fair.per_opening")), dtype=np.int64)

    def capacity(self, market: Market, settings: Settings, times: int) -> NDArray[np.int64]:
        """How many each table meets: no more than there are times."""
        return np.minimum(self.wished(market, settings), times)

    def key(self, pairs: Pairs) -> NDArray[np.int64]:
        """A number for the client and the table of each pair."""
        key: NDArray[np.int64] = pairs.client.astype(np.int64) * len(self) + self.of_row[pairs.row]
        return key

    def meetings(self, pairs: Pairs) -> NDArray[np.bool_]:
        """Which pairs stand for their client's meeting: of several postings of one table that which is worth most."""
        if len(self) == len(self.of_row):
            return np.ones(len(pairs), dtype=np.bool_)
        key = self.key(pairs)
        order = np.argsort(key, kind="stable")
        group = np.cumsum(np.diff(key[order], prepend=-1) > 0) - 1
        top = np.full(int(group.max(initial=-1)) + 1, -np.inf, dtype=np.float32)
        np.maximum.at(top, group, pairs.worth[order])
        best = np.flatnonzero(pairs.worth[order] == top[group])
        first = best[np.diff(group[best], prepend=-1) > 0]
        chosen = np.zeros(len(pairs), dtype=np.bool_)
        chosen[order[first]] = True
        return chosen

    def at_tables(self, pairs: Pairs) -> Pairs:
        """The same pairs of clients and tables, in place of clients and postings."""
        return replace(pairs, row=self.of_row[pairs.row])

    def others(self, pairs: Pairs, chosen: Pairs, most: int) -> dict[int, list[int]]:
        """For each meeting, by its ``key``, what else at the table suits the client: rows, the best first."""
        met = dict(zip(self.key(chosen).tolist(), chosen.row.tolist(), strict=True))
        keys = self.key(pairs)
        some = np.flatnonzero(np.isin(keys, list(met)))
        best_first = some[np.lexsort((pairs.row[some], -pairs.worth[some]))]
        found: dict[int, list[int]] = {key: [] for key in met}
        for key, row in zip(keys[best_first].tolist(), pairs.row[best_first].tolist(), strict=True):
            if row != met[key] and len(found[key]) < most:
                found[key].append(row)
        return found

    def away(self, rows: Iterable[int]) -> NDArray[np.bool_]:
        """Which rows are not there when the employers of some rows stay away."""
        return np.isin(self.of_row, self.of_row[list(rows)])


def _folded(employer: str) -> str:
    """An employer's name without what differs from file to file: blanks, wide and narrow signs, case."""
    return "".join(unicodedata.normalize("NFKC", employer).split()).casefold()
