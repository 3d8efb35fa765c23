"""What steps open: postings that come to be worth handing over, and that waited for just what the steps change.

A changed client moves every score a little, so that a posting may slip over a bar which asks nothing of what was
changed; no step is credited with that. Whoever gives way in two things may still take what either opens: so many steps
open all that some of them open, and what their own look finds besides.
"""

from dataclasses import dataclass
from functools import reduce
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.features import measure
from jobmatch.fit.offered_pay import pay_end
from jobmatch.look import Asked
from jobmatch.records.guidance import Job

# By kind of step the comparison that must come out better, where no limit was lifted.
RAISES: Final = {
    "also": "occupation",
    "occupation": "occupation",
    "certificate": "certificates",
    "licence": "certificates",
    "skill": "skills",
    "education": "education",
}


def waited_for(after: Asked, before: Asked, kinds: frozenset[str]) -> NDArray[np.intp]:
    """Positions in ``after.near`` of what steps of some kinds open: worth it now, not before, and by what they change.

    That is what broke a limit before, pays in part less than was accepted, asks for the very thing that was got, or is
    of the work now looked for.
    """
    at = np.flatnonzero(after.near.fits)
    rows = after.worth
    new = ~among(rows, before.worth)
    at, rows = at[new], rows[new]
    whole = before.everything.case.rows
    there = np.minimum(whole.searchsorted(rows), max(len(whole) - 1, 0))
    inside = np.asarray(whole[there] == rows) if len(whole) else np.zeros(len(rows), dtype=np.bool_)
    credited = ~inside
    credited[inside] = ~before.states.passes[there[inside]]
    if "pay" in kinds and (least := before.client.attitude.pay_min) is not None:
        # a range that begins under the least is no limit and yet what a lower least is for (unknown hours say none)
        case = after.near.case.part(at)
        credited |= case.column("pay_share") * pay_end(case, "min") < least
    least_rise = after.settings.number("what_if.raised_by")
    for name in sorted({RAISES[kind] for kind in kinds & RAISES.keys()}):
        now = after.near.fit.values.held[name].at(at[inside])
        credited[inside] |= now >= _values(before, name, there[inside]) + least_rise
    return at[credited]


def _values(asked: Asked, name: str, positions: NDArray[np.intp]) -> NDArray[np.float64]:
    """One comparison of the rows at some positions; what is told row by row may not have been asked for yet."""
    everything = asked.everything
    if held := everything.fit.values.held.get(name):
        return np.asarray(held.at(positions))
    return measure(everything.case.part(positions), everything.model.neutral, {name}).values[name]


def among(rows: NDArray[np.intp], others: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which of some rows are among others, both in ascending order."""
    if not len(others):
        return np.zeros(len(rows), dtype=np.bool_)
    return np.asarray(others[np.minimum(others.searchsorted(rows), len(others) - 1)] == rows)


@dataclass(frozen=True, eq=False)
class Opened:
    """What some steps open: by their own look at some positions near, and what fewer of these steps open already."""

    after: Asked
    at: NDArray[np.intp]
    rows: NDArray[np.intp]
    parts: "tuple[Opened, ...]" = ()

    @classmethod
    def by(cls, after: Asked, before: Asked, kinds: frozenset[str], *parts: "Opened") -> "Opened":
        """What the look ``after`` finds beside that ``before``, and what the ``parts`` of the steps open."""
        at = waited_for(after, before, kinds)
        rows = reduce(np.union1d, (part.rows for part in parts), after.near.case.rows[at])
        return cls(after, at, rows, parts)

    @property
    def openings(self) -> int:
        """How many places they have."""
        return self.after.everything.case.market.counted_openings(self.rows)

    def jobs(self, most: int) -> tuple[Job, ...]:
        """The best of what is opened, by name."""
        text = self.after.everything.case.market.shown.text
        best = sorted(self._best(most).items(), key=lambda one: (-one[1], one[0]))[:most]
        return tuple(
            Job(text(row, "posting_id"), text(row, "title"), text(row, "employer"), score) for row, score in best
        )

    def _best(self, most: int) -> dict[int, float]:
        """The scores of the best rows of each part, by the look that opens them."""
        found: dict[int, float] = {}
        for part in self.parts:
            found |= part._best(most)
        if len(self.at):
            ranked = self.after.near
            mask = np.zeros(len(ranked.case.rows), dtype=np.bool_)
            mask[self.at] = True
            found |= {int(ranked.case.rows[at]): ranked.score_of(at) for at in ranked.best(most, mask).tolist()}
        return found
