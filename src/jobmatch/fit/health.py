"""Health: may the work ask of the body what the client cannot? Nothing is compared for who named no limit."""

import numpy as np

from jobmatch.fit.case import Case, Measured
from jobmatch.messages import say
from jobmatch.text.asked.demand_list import demand_bits

NAME = "health"


def measure(case: Case) -> Measured:
    """1 where nothing of it is asked, less where such work may ask it, least where the posting's own text speaks of it.

    What is asked for certain is a hard limit, and not compared here.
    """
    facts, numbers = case.facts, case.settings.table("health")
    hard = demand_bits((facts.cannot or frozenset()) | facts.may_manage)
    if not hard:
        return case.blank()
    limits = np.uint32(hard)
    told = (case.column("demands_told") & limits) != 0
    perhaps = ((case.column("demands_at_times") | case.column("demands")) & limits) != 0
    value = np.where(told, numbers["told"], np.where(perhaps, numbers["perhaps"], 1.0))
    return Measured(value, np.ones(len(case.rows), dtype=np.bool_))


def reason(case: Case, at: int, value: float, known: bool) -> str:  # noqa: ARG001 - one shape for all
    """Why, for one row."""
    if not known:
        return say("reason.health.unlimited")
    if value >= 1:
        return say("reason.health.suits")
    return say(f"reason.health.{'told' if value <= case.settings.number('health.told') else 'perhaps'}")
