"""Pay: what is offered against what the client expects."""

import numpy as np

from jobmatch.fit.case import Case, Mask, Measured, Values
from jobmatch.fit.offered_pay import pay_end, pay_offered, pay_unsure, share_of_a_month, usual_pay
from jobmatch.messages import say
from jobmatch.records.salary import WHYS
from jobmatch.text.pay.salary import parse_salary

NAME = "pay"
_BY_TIME = frozenset(("hour", "day"))  # what such pay comes to a month hangs on how long the work lasts


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
    wishes = expected(case) or _about_usual(case)
    if wishes is None:
        return case.blank()
    offered, only_top = brought(case), _only_top(case)
    known = ~np.isnan(offered)
    worth = np.where(known, _worth(case, offered, *wishes), 0.0)
    return Measured(np.where(only_top, case.settings.number("pay.only_top"), worth), known | only_top)


def _about_usual(case: Case) -> tuple[float, float] | None:
    """Where no pay is expected: somewhat less and more than is usual in reach; None where no posting says its pay."""
    numbers, usual = case.settings.table("pay"), usual_pay(case)
    return None if usual is None else (numbers["low_of_usual"] * usual, numbers["high_of_usual"] * usual)


def brought(case: Case) -> Values:
    """What a month brings where the client needs a sum; else the rate of a full month, to be held against others.

    The rate counts, too, for who can only work part-time: nobody offers them a full month.
    Of part-time work whose hours are not told the month is an estimate.
    """
    return case.once("brought", lambda: _brought(case))


def _brought(case: Case) -> Values:
    if expected(case) is None or case.facts.work_time == "part":
        return pay_offered(case)
    share = case.column("pay_share")
    return np.asarray(pay_offered(case) * np.where(np.isnan(share), case.settings.number("hours.part_month"), share))


def _only_top(case: Case) -> Mask:
    """Where only how high the pay may go is said."""
    return np.isnan(pay_offered(case)) & (pay_unsure(case) > 0)


def _worth(case: Case, offered: Values, low: float, high: float) -> Values:
    numbers = case.settings.table("pay")
    low, high = max(low, 1.0), max(high, low * 1.01, 1.0)
    points = np.array([0.0, low * numbers["far_below"], low, high, high * numbers["plenty"]])
    return np.interp(offered, points, [0.0, 0.0, numbers["at_least"], numbers["at_wanted"], 1.0])


def reason(case: Case, at: int, value: float, known: bool) -> str:  # noqa: ARG001 - one shape for all
    """Why, for one row."""
    if not known or _only_top(case)[at]:
        return say(f"reason.pay.{_not_compared(case, at)}", offered=_shown(case, at))
    words = _held_against_wishes(case, at)
    doubtful, share = bool(case.market.pay_doubtful[case.rows[at]]), float(case.market.pay_share[case.rows[at]])
    if share != 1:
        word = "hours-unknown" if np.isnan(share) else "part"
        words += say(f"reason.pay.{word}", month=f"{pay_offered(case)[at] * share_of_a_month(case, at):.0f}")
    elif doubtful or _by_time(case, at):
        words += say(f"reason.pay.{'doubtful' if doubtful else 'by-time'}", month=f"{pay_offered(case)[at]:.0f}")
    return with_sure(case, at, words)


def _by_time(case: Case, at: int) -> bool:
    """Whether the posting pays by the hour or the day; what is paid by the month needs no second reading."""
    return not case.column("paid_by_month")[at] and parse_salary(_shown(case, at)).period in _BY_TIME


def with_sure(case: Case, at: int, words: str) -> str:
    """Words about the pay of a row, with what is sure of it where more is told."""
    sure = sure_words(case, at)
    return say("word.brackets", words=words, more=sure) if sure else words


def sure_words(case: Case, at: int) -> str:
    """What is sure of a pay of which more is told, for one row; empty where all of it is, or nothing."""
    why, sure = WHYS[int(pay_unsure(case)[at])], float(case.column("pay_sure_month")[at])
    return "" if why is None or np.isnan(sure) else say(f"sure_pay.{why}", sure=f"{sure:.0f}")


def _shown(case: Case, at: int) -> str:
    """The posting's own words; what is told in its text alone has none."""
    return case.market.shown.text(int(case.rows[at]), "salary") or f"{pay_offered(case)[at]:.0f}"


def _held_against_wishes(case: Case, at: int) -> str:
    """The pay beside what the client expects, or beside what is usual."""
    wishes, offered, shown = expected(case), float(brought(case)[at]), _as_full(case, at, _shown(case, at))
    if wishes is None:
        usual = float(usual_pay(case) or 0)
        word = "above-usual" if offered >= usual else "about-usual" if _end(case, at, "max") >= usual else "below-usual"
        return say(f"reason.pay.{word}", offered=shown, usual=f"{usual_pay(case):.0f}")
    least, wanted = wishes
    ends = _end(case, at, "min"), _end(case, at, "max")
    words = {"least": _least_words(case, least), "wanted": f"{wanted:.0f}"}
    word = _word(case, at, ends, wishes)
    return say(f"reason.pay.{word}", offered=shown, low=f"{ends[0]:.0f}", high=f"{ends[1]:.0f}", **words)


def _as_full(case: Case, at: int, shown: str) -> str:
    """The words of the pay, with the full month that is held against the wishes where the post brings less."""
    month, told = float(pay_offered(case)[at]), float(brought(case)[at])
    part = float(case.market.pay_share[case.rows[at]]) != 1 and told == month
    return say("reason.pay.as-full", offered=shown, month=f"{month:.0f}") if part else shown


def _least_words(case: Case, least: float) -> str:
    """What the least is: the client's own, or a share of what is wanted where none was told."""
    word = "of-wanted" if case.facts.client.attitude.pay_min is None else "told"
    return say(
        f"least_pay.{word}", least=f"{least:.0f}", share=f"{case.settings.number('pay.least_of_wanted'):.0%}"[:-1]
    )


def _end(case: Case, at: int, end: str) -> float:
    """An end of the pay of a row, ``min`` or ``max``, where it is to be had."""
    offered = float(brought(case)[at])
    share = float(offered / pay_offered(case)[at])
    return offered if pay_unsure(case)[at] else float(np.nan_to_num(share * pay_end(case, end)[at], nan=offered))


def _not_compared(case: Case, at: int) -> str:
    """Why the pay could not be compared."""
    if case.column("pay_mistaken")[at]:
        return "mistaken"
    if not np.isnan(pay_offered(case)[at]):
        return "no-wish"
    if pay_unsure(case)[at]:
        return "top"
    return "other-money" if parse_salary(_shown(case, at)).known else "unknown"


def _word(case: Case, at: int, ends: tuple[float, float], wishes: tuple[float, float]) -> str:
    """Which sentence fits: a wish is only spoken of where one was said, an end only where it is to be had.

    What holds for the whole range is told of it; of a range that a bar lies in, what is below and what is above.
    """
    (low, high), (least, wanted) = ends, wishes
    open_end = np.isnan(pay_end(case, "max")[at]) and not pay_unsure(case)[at]
    wish_said = case.facts.client.attitude.pay_wanted is not None
    if wish_said and high >= wanted:
        within = "up-to-from-below" if low < least else "up-to" if high > wanted else "up-to-just"
        return "wanted" if low >= wanted else within
    if low >= least:
        return ("least-open" if open_end else "least") if wish_said else "only-least"
    if pay_unsure(case)[at]:
        return "unsure"
    if open_end:
        return "open"
    return "straddles" if high > least else "up-to-least" if high == least else "below"
