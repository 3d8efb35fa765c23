"""Hours and shifts: does the job's time suit the client's?"""

import numpy as np

from jobmatch.fit.case import Case, Mask, Measured, Values
from jobmatch.fit.slots import suits
from jobmatch.messages import listing, own_words, say
from jobmatch.text.asked.named_shifts import shift_names

NAME = "hours"


def _wishes(case: Case) -> list[tuple[str, Values, Mask]]:
    """(what, value, known) for each thing that can be compared."""
    conditions = case.facts.client.conditions
    found = []
    for what, allowed in (("night", conditions.night_shift_ok), ("shift", conditions.shift_ok)):
        asked = case.column(what)
        if allowed is not None:
            found.append((what, np.where(asked == 1, float(allowed), 1.0), asked >= 0))
    if conditions.night_shift_ok is False:  # late shifts are no nights, but who takes none may not take them either
        late = late_shifts(case)
        found.append(("evening", np.full(len(late), case.settings.number("hours.late_for_no_nights")), late))
    if conditions.available_hours:
        found.append(("slots", *suits(case)))
    part, wish = case.column("part_time"), case.facts.work_time
    if wish:
        as_wished = np.where(part == (1 if wish == "part" else 0), 1.0, 0.0)
        by_month, silent = _by_month(case), case.settings.number("hours.silent_by_month")
        found.append(("part_time", np.where(by_month, silent, as_wished), (part >= 0) | by_month))
    return found


def last_hour(case: Case) -> Values:
    """When the last shift of each posting ends, past midnight counted on; not a number where no clock tells."""
    start, end = case.column("start_hour"), case.column("end_hour")
    return np.asarray(np.fmax(case.column("last_ends"), np.where(end < start, end + 24, end)))


def late_shifts(case: Case) -> Mask:
    """Where one must be ready for late shifts that are no nights, by their name or by the clock (14:00-22:00)."""
    at_late_hours = np.nan_to_num(last_hour(case)) >= case.settings.number("hours.late_from")
    return np.asarray(((case.column("evening") == 1) | at_late_hours) & (case.column("night") < 1))


def _by_month(case: Case) -> Mask:
    """Where a client who can only work part-time reads of pay by the month alone, which is that of full-time work."""
    silent = (case.column("part_time") < 0) & case.column("paid_by_month")
    return silent if case.facts.work_time == "part" else np.zeros_like(silent)


def measure(case: Case) -> Measured:
    """The worst of the conditions that can be compared; unknown where none can."""
    wishes = _wishes(case)
    if not wishes:
        return case.blank()
    known = np.any([mask for _, _, mask in wishes], axis=0)
    return Measured(np.min([np.where(mask, value, 1.0) for _, value, mask in wishes], axis=0), known)


def reason(case: Case, at: int, value: float, known: bool) -> str:
    """Why, for one row: what the posting says of its hours."""
    row = int(case.rows[at])
    said = []
    for what in ("night", "shift", "evening", "weekend", "part_time"):
        state = int(getattr(case.market, what)[row])
        if state >= 0:
            said.append(say(f"reason.hours.{what}.{'yes' if state else 'no'}"))
    if not np.isnan(case.market.start_hour[row]):
        said.append(f"{clock(case.market.start_hour[row])}–{clock(case.market.end_hour[row])}")
    if several := several_times(case, at):
        said.append(several)
    named = int(case.market.named_shift[row])
    if named >= 0:
        said.append(say("reason.hours.named", shift=own_words(shift_names()[named])))
    words = listing(said)
    if _by_month(case)[at]:
        return say("reason.hours.by-month")
    if not said:
        return say("reason.hours.silent")
    conditions = case.facts.client.conditions
    asked = {"night": conditions.night_shift_ok, "shift": conditions.shift_ok}
    open_ends = any(getattr(case.market, what)[row] == 1 and answer is None for what, answer in asked.items())
    numbers = case.settings.table("hours")
    sure = value >= numbers["named_suits"] or value < numbers["late_for_no_nights"]
    word = "unasked" if not known or open_ends or not sure else "said" if value > numbers["late_shift"] else "against"
    return say(f"reason.hours.{word}", words=words)


def several_times(case: Case, at: int) -> str:
    """When the latest of several times begins and the earliest ends, for one row; empty where one is told, or none."""
    begun, ends = case.column("begun_by")[at], case.column("not_before")[at]
    return "" if np.isnan(begun) else say("reason.hours.several", begun=clock(begun), ends=clock(ends % 24))


def clock(hour: float) -> str:
    """An hour of the day as a clock shows it."""
    if np.isnan(hour):
        return "?"
    return f"{int(hour % 24):02d}:{round(hour % 1 * 60):02d}"
