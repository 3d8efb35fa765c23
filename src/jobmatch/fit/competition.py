"""Competition: how many clients of the service were sent to these openings already?

The price of a crowd: each of m people sent before takes one of o openings with a chance of their own, so that the next
one finds an opening left when fewer than o of them do (Poisson). One before costs little, a crowd far more. The value
is linear in the logarithm of that probability, as log-odds are in that of a chance.
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
    openings = np.maximum(case.column("openings")[crowded], 1).tolist()
    taken = (numbers["taken_by_one"] * sent[crowded]).tolist()
    left[crowded] = [log_left(room, gone) for room, gone in zip(openings, taken, strict=True)]
    value = np.maximum(1 + left / numbers["hopeless"], 0.0)
    return Measured(value, np.ones(len(case.rows), dtype=np.bool_))


@lru_cache(maxsize=65536)  # pairs of numbers: a log of referrals has few different ones
def log_left(openings: int, taken: float) -> float:
    """The logarithm of the probability that an opening is left, when ``taken`` are taken on average (above 0).

    >>> round(exp(log_left(1, 0.5)), 3), round(exp(log_left(5, 0.5)), 3)
    (0.607, 1.0)
    """
    terms = [k * log(taken) - lgamma(k + 1) for k in range(openings)]
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
