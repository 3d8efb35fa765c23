"""Competition: how many clients of the service were sent to these openings already?

What a crowd costs is measured by the usual one, which every chance reckons with: where twenty are sent to each opening,
twenty are no reason to go elsewhere. An opening is divided in a few places, which the usual crowd and the client fill
on average; the client finds one left when fewer are taken (Poisson). So a few before cost little, and more than usual
cost much. The value is linear in the logarithm of that probability, as log-odds are in that of a chance; where next to
nothing is left it is 0.
"""

from functools import lru_cache
from math import exp, lgamma, log

import numpy as np

from jobmatch.fit.case import Case, Measured
from jobmatch.messages import say

NAME = "competition"


def measure(case: Case) -> Measured:
    """1 where nobody was sent; unknown while no log of referrals is at hand."""
    crowd = case.market.crowd
    if crowd is None:
        return case.blank()
    numbers = case.settings.table("competition")
    sent = crowd.others(case.facts.client.client_id, case.rows)
    left = np.zeros(len(sent))
    crowded = np.flatnonzero(sent > 0)
    places = (numbers["places"] * np.maximum(case.column("openings")[crowded], 1)).astype(np.int64).tolist()
    usual = crowd.usual(case.market.openings, numbers["usual"], numbers["usual_weight"])
    taken = (numbers["places"] / (1 + usual) * sent[crowded]).tolist()
    left[crowded] = [log_left(room, gone) for room, gone in zip(places, taken, strict=True)]
    value = np.maximum(1 + left / numbers["hopeless"], 0.0)
    return Measured(value, np.ones(len(case.rows), dtype=np.bool_))


@lru_cache(maxsize=65536)  # pairs of numbers: a log of referrals has few different ones
def log_left(places: int, taken: float) -> float:
    """The logarithm of the probability that a place is left, when ``taken`` are taken on average (above 0).

    >>> round(exp(log_left(1, 0.5)), 3), round(exp(log_left(5, 0.5)), 3)
    (0.607, 1.0)
    """
    terms = [k * log(taken) - lgamma(k + 1) for k in range(places)]
    most = max(terms)
    return min(0.0, most + log(sum(exp(term - most) for term in terms)) - taken)


def reason(case: Case, at: int, value: float, known: bool) -> str:
    """Why, for one row."""
    if not known or case.market.crowd is None:
        return say("reason.competition.unknown")
    if value == 1:
        return say("reason.competition.none")
    sent = int(case.market.crowd.others(case.facts.client.client_id, case.rows[at : at + 1])[0])
    return say("reason.competition.sent", sent=sent, openings=max(int(case.market.openings[case.rows[at]]), 1))
