"""``Pairs``: which client could well meet which posting, and what the meeting is worth."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.allocation.view import Ground
from jobmatch.records.client import Client

LEVEL_NONE: Final = 0  # who wants no work, or of whom too little is known

_AT_ONCE: Final = 4_000_000  # values in one table: some tens of megabytes


@dataclass(frozen=True, eq=False)
class Pairs:
    """Possible meetings, shape (pairs,) each, in the order of client and row; ``levels`` has shape (clients,)."""

    client: NDArray[np.int32]  # position in the list of clients
    row: NDArray[np.int32]  # row of the market
    worth: NDArray[np.float32]  # the score, 0..1
    chance: NDArray[np.float32]
    levels: NDArray[np.int8]
    ruled_out: Mapping[int, Mapping[str, int]] = field(default_factory=dict)  # whom nothing fits: limits and how many

    def __len__(self) -> int:
        return len(self.client)

    def listed(self) -> list[tuple[int, int]]:
        """Client and row of each pair."""
        return list(zip(self.client.tolist(), self.row.tolist(), strict=True))

    def at(self, chosen: NDArray[np.bool_]) -> "Pairs":
        """Some of the pairs."""
        columns = {name: getattr(self, name)[chosen] for name in ("client", "row", "worth", "chance")}
        return replace(self, **columns)

    @classmethod
    def joined(cls, parts: "Sequence[Pairs]") -> "Pairs":
        """The pairs of several lists of clients, one list after the other."""
        starts = np.cumsum([0, *(len(part.levels) for part in parts)])
        client = [part.client + start for part, start in zip(parts, starts[:-1], strict=True)]
        row, worth, chance, levels = (
            np.concatenate([getattr(part, name) for part in parts]) for name in ("row", "worth", "chance", "levels")
        )
        ruled_out = {
            int(start) + at: counts
            for part, start in zip(parts, starts[:-1], strict=True)
            for at, counts in part.ruled_out.items()
        }
        return cls(np.concatenate(client).astype(np.int32), row, worth, chance, levels, ruled_out)


def pairs_of(ground: Ground, clients: Iterable[Client], most: int) -> Pairs:
    """The ``most`` best postings of each client among those that fit."""
    found, levels, ruled_out = [], [], {}
    for at, client in enumerate(clients):
        view = ground.view(client)
        levels.append(LEVEL_NONE if view is None else view.level)
        if view is not None:
            best = np.sort(view.ranked.best(most, view.ranked.fits))
            scores = view.ranked.scores
            if not len(best):
                ruled_out[at] = view.ruled_out()
            found.append((np.full(len(best), at), view.ranked.case.rows[best], scores.score[best], scores.chance[best]))
    columns = [np.concatenate([np.zeros(0), *column]) for column in zip(*found, strict=True)] or [np.zeros(0)] * 4
    client_at, row, worth, chance = columns
    return Pairs(
        client_at.astype(np.int32),
        row.astype(np.int32),
        worth.astype(np.float32),
        chance.astype(np.float32),
        np.array(levels, dtype=np.int8),
        ruled_out,
    )


def best_of(group: NDArray[np.int32], value: NDArray[Any], most: int) -> NDArray[np.bool_]:
    """Which entries are among the ``most`` largest of their group, with those that equal the last of them.

    >>> best_of(np.array([0, 0, 0, 1], dtype=np.int32), np.array([0.1, 0.9, 0.5, 0.2]), 2).tolist()
    [False, True, True, True]
    """
    if not len(group):
        return np.zeros(0, dtype=np.bool_)
    sizes = np.bincount(group)
    if sizes.max() <= most:
        return np.ones(len(group), dtype=np.bool_)
    in_order = value if _ascending(group) else value[_sorted(group, len(sizes))]
    ends = np.cumsum(sizes).tolist()
    bars = np.full(len(sizes), -np.inf, dtype=value.dtype)
    for some in np.array_split(np.flatnonzero(sizes > most), max(1, len(group) // _AT_ONCE)):
        table = np.full((len(some), sizes[some].max(initial=1)), -np.inf, dtype=value.dtype)
        for at, one in enumerate(some.tolist()):
            table[at, : sizes[one]] = in_order[ends[one] - sizes[one] : ends[one]]
        bars[some] = np.partition(table, -most, axis=1)[:, -most] if len(some) else bars[some]
    return np.asarray(value >= bars[group])


def _ascending(group: NDArray[np.int32]) -> bool:
    return bool((group[1:] >= group[:-1]).all())


def _sorted(group: NDArray[np.int32], count: int) -> NDArray[np.intp]:
    key = group.astype(np.uint16) if count <= 1 << 16 else group  # sorted without comparing
    return np.argsort(key, kind="stable")
