"""Hard limits, never traded away: each three-valued for every row.

The states are ordered, 1 met, 0 unknown, -1 not met, so that ``minimum`` is "and" and ``maximum`` is "or".
What a posting asks against the law (gender, an upper age) is no limit here; it is shown as a warning.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit import by_sort, ways
from jobmatch.fit.case import Case
from jobmatch.fit.certificates import shares_held
from jobmatch.fit.hours import late_shifts
from jobmatch.fit.offered_pay import pay_end, pay_unsure
from jobmatch.fit.refused import refused
from jobmatch.fit.slots import in_slots
from jobmatch.fit.spread import Spread
from jobmatch.fit.states import MET, NOT_MET, UNKNOWN, State, States, breaking
from jobmatch.fit.states import state as _state
from jobmatch.text.asked.demand_list import demand_bits
from jobmatch.text.work.object_rows import languages_apart


def _all_met(case: Case) -> State:
    return np.ones(len(case.rows), dtype=np.int8)


def closed(case: Case) -> State:
    """The closing day has passed; a posting without one is taken for open."""
    return _state(case.market.closed_on(case.day, case.rows))


def full(case: Case) -> State:
    """No opening is left."""
    return _state(case.market.full(case.rows))


def too_far(case: Case) -> State:
    """Farther than the client goes; where nothing was said, farther than people commute at all.

    A posting that names only the client's own district or city may be near or far: unknown. So is one in a district
    where the client wishes to work, as long as some corner of the home's district is near enough, and whatever lies in
    the district that is all that is known of the home. A place that is only likely is to be checked.
    """
    if not case.facts.anchors:
        return np.full(len(case.rows), UNKNOWN, dtype=np.int8)
    assumed = case.settings.number("distance.assumed_limit_km")
    limit = assumed if case.facts.commute_km is None else case.facts.commute_km
    km, radius = ways.km_from(case, case.facts.anchors), case.column("place_radius_km")
    wide = tuple(
        anchor for anchor in case.facts.anchors if anchor.radius_km > case.settings.number("distance.rough_km")
    )
    inside = (ways.rough(case) & ways.around(case, case.facts.anchors)) | ways.inside(case, wide)
    corner = max(anchor.radius_km for anchor in case.facts.anchors)
    wished = ways.inside(case, case.facts.wanted_districts) & (km - corner - radius <= limit)
    return _state(
        (km > limit) & ~inside & ~wished,
        case.column("place_likely") | np.isnan(km) | (km > limit) | (ways.rough(case) & (km + radius > limit)),
    )


def pay(case: Case) -> State:
    """Less than the least that the client accepts; a pay that may have been misread rules nothing out.

    Of a pay that is boasted (a base with commission) it is not known whether it reaches what its base does not, and of
    part-time work by the hour what it comes to, where its hours are not told.
    """
    least = case.facts.client.attitude.pay_min
    if least is None:
        return _all_met(case)
    share = case.column("pay_share")
    at_most = np.nan_to_num(share, nan=1.0)
    high, low = at_most * pay_end(case, "max"), at_most * pay_end(case, "min")
    below, doubt = high < least, case.column("pay_doubtful")
    sure = at_most * case.column("pay_sure_month") >= least
    boasted, silent = pay_unsure(case) > 0, np.isnan(share) | (np.isnan(high) & ~(low >= least))
    return _state(below & ~doubt, (below & doubt) | ((boasted | silent) & ~sure))


def certificate(case: Case) -> State:
    """A certificate that the law or the posting's word makes a condition, and that takes long to get."""
    lists = case.market.hard_certificates
    asked = lists.required[case.rows]
    held = case.facts.certificates
    if held is None:
        return _state(np.zeros(len(case.rows), dtype=np.bool_), asked > 0)
    have = lists.held(lists.worth(shares_held(held), 0.0), case.rows)
    return _state(asked > have)


def licence(case: Case) -> State:
    """A driving licence of the class that is asked."""
    return _of_sort(case.column("licence"), case.facts.licence_by_class)


def vehicle(case: Case) -> State:
    """A vehicle that one must bring along, or may not drive; whether there is one is to be asked."""
    return _of_sort(case.column("own_vehicle"), case.facts.vehicle_by_sort)


def _of_sort(asked: NDArray[np.integer], has: Sequence[bool | None]) -> State:
    """Whether the client has the sort that each row asks for; -1 asks for none."""
    states = np.array([UNKNOWN if one is None else MET if one else NOT_MET for one in has], dtype=np.int8)
    return np.where(asked >= 0, states[asked], MET).astype(np.int8)


def language(case: Case) -> State:
    """A language that the title names and that is learned for a trade, which English is not: 客服（日语）."""
    spoken = case.facts.spoken
    asked = languages_apart(case.column("objects"), spoken or 0)
    return _state(asked & (spoken is not None), asked)


def age(case: Case) -> State:
    """Working age, and what the law keeps from minors (劳动法 第15、58、64条; 未成年工特殊保护规定)."""
    own, lowest = case.facts.client.conditions.age, case.column("age_from")
    youngest, adult = case.settings.number("age.youngest"), case.settings.number("age.adult")
    barred = (lowest > 0) | case.column("age_beyond") | (case.column("night") == 1)
    if own is None:
        return _state(np.zeros(len(case.rows), dtype=np.bool_), barred)
    if own < youngest:
        return _state(np.ones(len(case.rows), dtype=np.bool_))
    minor = own < adult
    night = case.column("night")
    barred_now = (lowest > own) | (minor & case.column("age_beyond")) | (minor & (night == 1))
    return _state(barred_now, minor & (night < 0))


def night_shift(case: Case) -> State:
    """Night work for a client who cannot; whether late shifts can be worked is to be asked."""
    asked = case.column("night")
    return (
        _state(asked == 1, (asked < 0) | late_shifts(case))
        if case.facts.client.conditions.night_shift_ok is False
        else _all_met(case)
    )


def shift(case: Case) -> State:
    """Changing shifts for a client who cannot."""
    asked = case.column("shift")
    return _state(asked == 1, asked < 0) if case.facts.client.conditions.shift_ok is False else _all_met(case)


def hours(case: Case) -> State:
    """Working time that the client cannot or will not do: full-time against part-time, hours of the day."""
    wish, part = case.facts.work_time, case.column("part_time")
    states = [_all_met(case)]
    if wish:
        states.append(_state(part == (1 if wish == "full" else 0), part < 0))
    if case.facts.few_hours:  # two hours at noon are not paid by the month, unless it says so
        states.append(_state((part < 0) & case.column("paid_by_month")))
    if case.facts.client.conditions.available_hours:
        states.append(in_slots(case))
    return np.asarray(np.min(states, axis=0), dtype=np.int8)


def health(case: Case) -> State:
    """A demand on the body that the client's health rules out.

    What may be managed all the same, and what such work asks in one place and not in another, is to be asked.
    """
    asked, at_times, cannot = case.column("demands"), case.column("demands_at_times"), case.facts.cannot
    if cannot is None:
        return _all_met(case)
    never, perhaps = (np.uint32(demand_bits(some)) for some in (cannot, case.facts.may_manage))
    return _state(asked & never != 0, (asked & perhaps) | (at_times & (never | perhaps)) != 0)


def care(case: Case) -> State:
    """Living in or long travel for a client who has somebody to care for; others are to be asked about living in."""
    if not case.facts.client.family.care_duties:
        return _state(
            np.zeros(len(case.rows), dtype=np.bool_), (case.column("live_in") == 1) & (not case.facts.lives_in)
        )
    return _state((case.column("live_in") == 1) | (case.column("travel") == 1))


def public_welfare(case: Case) -> State:
    """Subsidised posts are for eligible groups only (就业促进法 第52、53条)."""
    only = case.column("public_welfare")
    eligible = case.facts.welfare_eligible
    if eligible is None:
        return _state(np.zeros(len(case.rows), dtype=np.bool_), only)
    return _state(only & (not eligible))


def reserved(case: Case) -> State:
    """Places that are kept for a group: for those who belong to it, to be asked where that is not known."""
    kept = case.column("reserved")
    others = kept & np.uint16(case.facts.kept_from) != 0
    return _state(others, kept & ~np.uint16(case.facts.kept_for) != 0)


def asks_money(case: Case) -> State:
    """Fees, deposits or documents are demanded: never recommended."""
    return _state(case.column("asks_money"))


LIMITS: Final[dict[str, Callable[[Case], State]]] = {
    "closed": closed,
    "full": full,
    "too_far": too_far,
    "pay": pay,
    "certificate": certificate,
    "licence": licence,
    "vehicle": vehicle,
    "language": language,
    "age": age,
    "night_shift": night_shift,
    "shift": shift,
    "hours": hours,
    "health": health,
    "care": care,
    "refused": refused,
    "public_welfare": public_welfare,
    "reserved": reserved,
    "asks_money": asks_money,
}


# Of which sort of row and of which facts alone a limit depends, where that is not more.
_TOLD: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "too_far": ("spot", ("anchors", "commute_km", "wanted_districts")),
    "pay": ("offer", ("client.attitude.pay_min",)),
    "certificate": ("kind", ("certificates",)),
    "licence": ("kind", ("licence_by_class",)),
    "vehicle": ("kind", ("vehicle_by_sort",)),
    "language": ("title", ("spoken",)),
    "age": ("kind", ("client.conditions.age",)),
    "night_shift": ("kind", ("client.conditions.night_shift_ok",)),
    "shift": ("kind", ("client.conditions.shift_ok",)),
    "hours": ("kind", ("work_time", "few_hours", "client.conditions.available_hours")),
    "health": ("kind", ("cannot", "may_manage")),
    "care": ("kind", ("client.family.care_duties", "lives_in")),
    "public_welfare": ("kind", ("welfare_eligible",)),
    "reserved": ("kind", ("kept_from", "kept_for")),
    "asks_money": ("kind", ()),
}

# The same of what hangs on so many facts that few clients share them.
_TOLD_AGAIN: Final = {"refused": ("row", ("refusals", "refused_places", "wished_though_refusing"))}

# What is not there for anybody, or not near: looked at first, and what breaks one of these is looked at no more.
GATES: Final = ("closed", "full", "too_far")


class Told(NamedTuple):
    """The state of one limit for each sort of rows, and the sorts that do not meet it: mostly few, or none."""

    states: State
    broken_by: NDArray[np.intp]


def check(case: Case, kinds: Collection[str] = tuple(LIMITS)) -> States:
    """The state of some limits, all by default, for every row."""
    found = {kind: _held(kind, case) for kind in LIMITS if kind in kinds}
    held = {kind: Spread(told.states, which) for kind, (told, which) in found.items()}
    return States(held, {kind: told.broken_by for kind, (told, _) in found.items()})


def _held(kind: str, case: Case) -> tuple[Told, NDArray[np.integer] | None]:
    """The state of one limit, held for the sorts on which it depends."""
    found: tuple[Told, NDArray[np.integer] | None] | None = None
    again = kind in _TOLD_AGAIN
    if again or kind in _TOLD:
        sort, reads = (_TOLD_AGAIN if again else _TOLD)[kind]
        found = by_sort.told(case, sort, kind, reads, lambda one: _told(kind, one), again)
    return found or (_told(kind, case), None)


def _told(kind: str, case: Case) -> Told:
    states = LIMITS[kind](case)
    return Told(states, breaking(states))
