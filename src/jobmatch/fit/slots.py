"""The hours of the day in which a client can work, held against those of each posting."""

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case
from jobmatch.fit.facts import hour_of
from jobmatch.fit.states import MET, UNKNOWN, State, state
from jobmatch.records.dimensions import Slot


def in_slots(case: Case) -> State:
    """Whether the work fits into one of the stretches of time that are free: one is enough."""
    slots = case.facts.client.conditions.available_hours or ()
    return np.asarray(np.max([_in_slot(case, slot) for slot in slots], axis=0), dtype=np.int8)


def suits(case: Case) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """How well the hours suit the stretches that are free, 0..1, and where that is known.

    A shift that is only named suits nearly as well as one by the clock. One that no free stretch holds for certain, and
    late shifts for which one must be ready, hardly suit who is not free then. Where nothing is told few jobs suit who
    is free for less than a full-time day.
    """
    numbers, found = case.settings.table("hours"), in_slots(case)
    named = _holds_named(case)
    late = (case.column("evening") == 1) & (found != MET) & ~_free_late(case)
    late |= (case.column("named_shift") >= 0) & (found == UNKNOWN) & ~named
    narrow = np.full(len(case.rows), case.facts.part_of_a_day)
    value = np.where(named, numbers["named_suits"], np.where(narrow, numbers["silent_narrow"], 1.0))
    value = np.where(late, numbers["late_shift"], np.where(found == UNKNOWN, value, found == MET))
    return value, (found != UNKNOWN) | named | narrow | late


def _holds_named(case: Case) -> NDArray[np.bool_]:
    """Whether one of the free stretches holds a shift that is only named, with an hour or two to spare.

    What is free at weekends alone holds only shifts that are said to be at weekends.
    """
    begun, lasting = _roughly(case)
    weekend, held = case.column("weekend"), np.ones(len(case.rows), dtype=np.bool_)
    then = {"weekend": weekend == 1, "weekday": weekend < 1}
    early, found = begun - case.settings.number("hours.named_begins"), np.zeros(len(case.rows), dtype=np.bool_)
    for slot in case.facts.client.conditions.available_hours or ():
        begin, end = hour_of(slot.start), hour_of(slot.end)
        last = np.inf if end is None else _on_one_day(begin, end)
        found |= (early >= (begin or 0.0)) & (lasting <= last) & then.get(slot.days or "any", held)  # NaN is neither
    return found


def _free_late(case: Case) -> bool:
    """Whether one of the free stretches lasts until late shifts end."""
    lasts = case.settings.get("hours.shifts")["晚"][1]
    ends = [(hour_of(slot.start), hour_of(slot.end)) for slot in case.facts.client.conditions.available_hours or ()]
    return any(end is None or _on_one_day(begin, end) >= lasts for begin, end in ends)


def _in_slot(case: Case, slot: Slot) -> State:
    """Whether the work fits into one slot; work that does not keep to weekends fits no weekend for certain."""
    days, begin, end = slot.days, hour_of(slot.start), hour_of(slot.end)
    weekend, start, stop = case.column("weekend"), case.column("start_hour"), case.column("end_hour")
    never = np.zeros(len(case.rows), dtype=np.bool_)
    wrong_day = (weekend == {"weekday": 1, "weekend": 0}[days]) if days in ("weekday", "weekend") else never
    begun, lasting = _roughly(case)
    early = (start < begin) | (begun < begin) if begin is not None else never
    late = (stop > end) | (stop < start) | (lasting > _on_one_day(begin, end)) if end is not None else never
    asked_late = (case.column("evening") == 1) & np.isnan(lasting) & ~_free_late(case)
    first, last = case.column("first_begins"), case.column("last_ends")
    neither = _beyond(slot, first, lasting) & _beyond(slot, begun, last)
    either = ~np.isnan(first) & ~_beyond(slot, first, last)
    silent = asked_late | (weekend < 0 if days == "weekday" else days == "weekend")
    return state(wrong_day | early | late | neither, silent | ((np.isnan(start) | np.isnan(stop)) & ~either))


def _beyond(slot: Slot, start: NDArray[np.float64], stop: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether work from a start to a stop, counted on past midnight, begins or ends outside a stretch that is free."""
    begin, end = hour_of(slot.start), hour_of(slot.end)
    early = start < begin if begin is not None else np.zeros(len(start), dtype=np.bool_)
    return early | (stop > _on_one_day(begin, end)) if end is not None else early


def _on_one_day(begin: float | None, end: float) -> float:
    """The end of a stretch of hours, counted on where it runs over midnight."""
    return end + 24 if begin is not None and end <= begin else end


def _roughly(case: Case) -> NDArray[np.float64]:
    """When work has begun at the latest and ends at the earliest, of several times or of a shift that is only named.

    NaN where neither is told.
    """
    shifts = case.settings.get("hours.shifts").values()
    named = np.array([*shifts, (np.nan, np.nan)])[case.column("named_shift")].T
    told = np.array([case.column("begun_by"), case.column("not_before")], dtype=np.float64)
    return np.asarray(np.where(np.isnan(told), named, told))
