"""Pay: what is offered against what the client expects."""

import numpy as np

from jobmatch.fit.case import Case, Measured, Values
from jobmatch.messages import say

NAME = "pay"


def expected(case: Case) -> tuple[float, float] | None:
    """(least, wanted) pay per month; the one that was not said is taken from the other."""
    attitude, ratio = case.facts.client.attitude, case.settings.number("pay.least_of_wanted")
    least, wanted = attitude.pay_min, attitude.pay_wanted
    if least is None and wanted is None:
        return None
    if least is None:
        return ratio * float(wanted or 0), float(wanted or 0)
    return least, max(least, wanted or least / ratio)


def measure(case: Case) -> Measured:
    """Higher pay is never worse. Without expectations the pay is held against what is usual in reach."""
    offered = case.pay_offered
    wishes = expected(case)
    if wishes is None and case.usual_pay is None:
        return case.blank()
    numbers, usual = case.settings.table("pay"), float(case.usual_pay or 0)
    low, high = wishes or (numbers["low_of_usual"] * usual, numbers["high_of_usual"] * usual)
    known = ~np.isnan(offered)
    return Measured(np.where(known, _worth(case, offered, low, high), 0.0), known)


def _worth(case: Case, offered: Values, low: float, high: float) -> Values:
    numbers = case.settings.table("pay")
    low, high = max(low, 1.0), max(high, low * 1.01, 1.0)
    points = np.array([0.0, low * numbers["far_below"], low, high, high * numbers["plenty"]])
    return np.interp(offered, points, [0.0, 0.0, numbers["at_least"], numbers["at_wanted"], 1.0])


def reason(case: Case, at: int, value: float, known: bool) -> str:  # noqa: ARG001 - one shape for all
    """Why, for one row."""
    shown = case.market.shown.text(int(case.rows[at]), "salary")
    if not known:
        return say(f"reason.pay.{_unknown(case, at)}", offered=shown)
    wishes = expected(case)
    if wishes is None:
        word = "above-usual" if case.pay_offered[at] >= float(case.usual_pay or 0) else "below-usual"
        return say(f"reason.pay.{word}", offered=shown, usual=f"{case.usual_pay:.0f}")
    least, wanted = wishes
    offered = float(case.pay_offered[at])
    high = float(np.nan_to_num(case.market.pay_max_month[case.rows[at]], nan=offered))
    words = say(
        f"reason.pay.{_word(case, offered, high, least, wanted)}",
        offered=shown,
        least=f"{least:.0f}",
        wanted=f"{wanted:.0f}",
    )
    doubtful = bool(case.market.pay_doubtful[case.rows[at]])
    return words + say("reason.pay.doubtful", month=f"{offered:.0f}") if doubtful else words


def _unknown(case: Case, at: int) -> str:
    """Why the pay could not be compared."""
    if case.column("pay_mistaken")[at]:
        return "mistaken"
    return "unknown" if np.isnan(case.pay_offered[at]) else "no-wish"


def _word(case: Case, offered: float, high: float, least: float, wanted: float) -> str:
    """Which sentence fits: a wish is only spoken of where one was said."""
    wish_said = case.facts.client.attitude.pay_wanted is not None
    if wish_said and offered >= wanted:
        return "wanted"
    if wish_said and high >= wanted:
        return "up-to"
    if offered >= least:
        return "least" if wish_said else "only-least"
    return "up-to-least" if high >= least else "below"
