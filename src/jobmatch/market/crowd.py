"""``Crowd``: how many clients were sent to each posting of late, told by the log of referrals."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from jobmatch.settings import Settings

if TYPE_CHECKING:
    from jobmatch.dataset.outcomes import Outcomes


@dataclass(frozen=True, eq=False)
class Crowd:
    """Clients a row of the market, shape (n,), and which rows are a client's own."""

    counts: NDArray[np.int32]
    own: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def others(self, client_id: str, rows: NDArray[np.intp]) -> NDArray[np.int32]:
        """How many others were sent to some rows: a client is no crowd to themselves."""
        mine = self.own.get(client_id)
        counts = self.counts[rows]
        return counts - np.isin(rows, list(mine)).astype(np.int32) if mine else counts

    def usual(self, openings: NDArray[Any], least: float, people: float) -> float:
        """How many to an opening are met by who was sent: the median over them and ``people`` more who meet ``least``.

        >>> crowd = Crowd(np.array([30, 5, 40]))
        >>> crowd.usual(np.array([2, 1, 2]), 3, 10), crowd.usual(np.array([2, 1, 2]), 3, 100)
        (15.0, 3.0)
        """
        sent = np.flatnonzero(self.counts)
        met = np.append(self.counts[sent] / np.maximum(openings[sent], 1), least)
        order = np.argsort(met, kind="stable")
        told = np.cumsum(np.append(self.counts[sent], people)[order])
        return max(float(met[order][np.searchsorted(told, told[-1] / 2)]), least)


def crowd_of(row_of_id: Mapping[str, int], size: int, log: "Outcomes", as_of: date, settings: Settings) -> Crowd:
    """The crowd of a market: each client counts once a row, and not where they declined or were rejected."""
    first = (as_of - timedelta(days=settings.number("competition.window_days"))).isoformat()
    sent: defaultdict[str, set[int]] = defaultdict(set)
    gone: defaultdict[str, set[int]] = defaultdict(set)
    for event in log.frame.to_dict("records"):
        row = row_of_id.get(event["posting_id"])
        if row is None:
            continue
        if event["event"] in ("declined", "rejected", "left"):
            gone[event["client_id"]].add(row)
        elif first <= (event["shown_on"] or event["event_on"] or "") <= as_of.isoformat():
            sent[event["client_id"]].add(row)
    own = {client: frozenset(rows - gone[client]) for client, rows in sent.items()}
    every = np.array([row for rows in own.values() for row in rows], dtype=np.intp)
    return Crowd(np.bincount(every, minlength=size).astype(np.int32), own)
