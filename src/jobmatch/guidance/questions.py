"""Questions: what is not known of a client, the one whose answer would change most first."""

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case
from jobmatch.fit.offered_pay import pay_offered
from jobmatch.messages import say
from jobmatch.records.client import Client
from jobmatch.records.recommendation import Question
from jobmatch.text.places.place import parse_place
from jobmatch.text.places.taiwan import is_in_taiwan

Touches = Callable[[Case], NDArray[np.bool_]]


def _every(case: Case) -> NDArray[np.bool_]:
    return np.ones(len(case.rows), dtype=np.bool_)


def _asks(name: str, least: int = 1) -> Touches:
    return lambda case: np.asarray(case.column(name) >= least)


def _lists(name: str) -> Touches:
    return lambda case: getattr(case.market, name).required[case.rows] > 0


def _experience(case: Case) -> NDArray[np.bool_]:
    return np.asarray(case.column("years") != 0)


# field → the postings that its answer touches
_TOUCHES: Final[dict[str, Touches]] = {
    "willingness.wants_work": _every,
    "goal.occupations": _every,
    "conditions.residence": lambda case: case.column("place") > 0,
    "conditions.experience": _experience,
    "conditions.education": _asks("education"),
    "conditions.age": lambda case: (case.column("age_from") > 0) | case.column("age_beyond"),
    "conditions.skills": _lists("skills"),
    "conditions.certificates": _lists("certificates"),
    "conditions.driving_licence": _asks("licence", 0),
    "conditions.vehicles": _asks("own_vehicle", 0),
    "conditions.night_shift_ok": _asks("night"),
    "conditions.shift_ok": _asks("shift"),
    "conditions.hours": _asks("part_time"),
    "conditions.health_limits": lambda case: (case.column("demands") | case.column("demands_at_times")) != 0,
    "conditions.max_commute_km": lambda case: case.column("place") > 0,
    "attitude.pay_min": lambda case: ~np.isnan(pay_offered(case)),
    "registration.groups": lambda case: (
        case.column("public_welfare") | (case.column("reserved") > 0) | case.facts.wants_welfare
    ),
}


def is_unknown(client: Client, field: str) -> bool:
    """Whether the field is missing in the profile.

    A client known to have no goal has answered, and who is free from then to then has answered about nights and shifts.
    """
    value: Any = client
    for part in field.split("."):
        value = getattr(value, part)
    if field == "goal.occupations":
        return not value and client.goal.clarity != "none"
    return value is None and not (field in _BY_CLOCK and _knows_the_clock(client))


_BY_CLOCK: Final = ("conditions.night_shift_ok", "conditions.shift_ok", "conditions.hours")


def _knows_the_clock(client: Client) -> bool:
    """Whether it is told from when to when the client can work."""
    slots = client.conditions.available_hours or ()
    return bool(slots) and all(one.start and one.end for one in slots)


def without_market(client: Client) -> tuple[Question, ...]:
    """All open questions in the order of what they usually change."""
    home = parse_place(client.conditions.residence) if client.conditions.residence else None
    there = is_in_taiwan(home.code if home else None)
    return tuple(_question(field, None, there) for field in _TOUCHES if is_unknown(client, field))


def questions(case: Case, most: int, wished: NDArray[np.bool_]) -> tuple[Question, ...]:
    """The open questions by how many of the best postings of ``case`` they touch, weighted by settings.

    What hardly any of the ``wished`` ones ask, or hardly any of all where none is wished for, is not worth asking.
    """
    weights, least = case.settings.table("questions.weights"), case.settings.number("questions.share")
    among = wished if wished.any() else np.ones(len(case.rows), dtype=np.bool_)
    found = []
    for field, touches in _TOUCHES.items():
        if is_unknown(case.facts.client, field):
            rows = touches(case)
            if np.count_nonzero(rows & among) >= max(1.0, least * np.count_nonzero(among)):
                count = int(np.count_nonzero(rows))
                found.append((weights[field.rpartition(".")[2]] * count, field, count))
    ordered = sorted((-effect, field, count) for effect, field, count in found)
    return tuple(_question(field, count, case.facts.in_taiwan) for _, field, count in ordered[:most])


def _question(field: str, count: int | None, in_taiwan: bool) -> Question:
    name = field.rpartition(".")[2]
    name = "groups-taiwan" if name == "groups" and in_taiwan else name
    change = say("question.changes", count=count) if count is not None else say(f"change.{name}")
    return Question(field, say(f"question.{name}"), change)
