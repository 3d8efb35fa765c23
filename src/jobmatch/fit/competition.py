"""Competition: how many clients of the service were sent to these openings already?

The price of a crowd: m people sent before take the share q of an opening each, so that o / (o + m·q) of o openings
are left to the next one. The value is linear in the logarithm of that share, as log-odds are in that of a chance.
"""

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
    openings = np.maximum(case.column("openings"), 1)
    left = openings / (openings + numbers["taken_by_one"] * crowd.others(case.facts.client.client_id, case.rows))
    value = np.maximum(1 + np.log(left) / numbers["hopeless"], 0.0)
    return Measured(value, np.ones(len(case.rows), dtype=np.bool_))


def reason(case: Case, at: int, value: float, known: bool) -> str:
    """Why, for one row."""
    if not known or case.market.crowd is None:
        return say("reason.competition.unknown")
    if value == 1:
        return say("reason.competition.none")
    sent = int(case.market.crowd.others(case.facts.client.client_id, case.rows[at : at + 1])[0])
    return say("reason.competition.sent", sent=sent, openings=max(int(case.market.openings[case.rows[at]]), 1))
