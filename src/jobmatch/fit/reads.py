"""Which fields of a client each limit and each feature reads: what must be told anew when some of them change."""

from typing import Final

from jobmatch.records.client import Client

_HISTORY: Final = frozenset(
    (
        "conditions.experience",
        "conditions.major",
        "conditions.education",
        "registration.status",
        "registration.groups",
    )
)
_WAY: Final = frozenset(
    ("conditions.residence", "conditions.max_commute_km", "attitude.places", "goal.occupations")
)  # a wish may name a place
# "the rows" where it depends on what else is in reach
READS: Final[dict[str, frozenset[str]]] = {
    "too_far": _WAY - {"goal.occupations"},
    "pay": frozenset(
        ("attitude.pay_min", "attitude.pay_wanted", "conditions.hours", "conditions.available_hours", "the rows")
    ),
    "certificate": frozenset(("conditions.certificates",)),
    "licence": frozenset(("conditions.driving_licence", "conditions.certificates")),
    "vehicle": frozenset(("conditions.vehicles", "conditions.driving_licence", "conditions.certificates")),
    "language": frozenset(
        (
            "goal.occupations",
            "conditions.experience",
            "conditions.skills",
            "conditions.certificates",
            "conditions.major",
        )
    ),
    "age": frozenset(("conditions.age",)),
    "night_shift": frozenset(("conditions.night_shift_ok",)),
    "shift": frozenset(("conditions.shift_ok",)),
    "hours": frozenset(
        ("conditions.hours", "conditions.available_hours", "conditions.night_shift_ok", "conditions.shift_ok")
    ),
    "health": frozenset(("conditions.health_limits", "goal.occupations")),
    "care": frozenset(("family.care_duties", "goal.occupations")),
    "refused": frozenset(("goal.refused", "goal.occupations")),
    "public_welfare": frozenset(("registration.groups", "family.zero_employment", "family.low_income")),
    "reserved": frozenset(
        (
            "registration.groups",
            "family.zero_employment",
            "family.low_income",
            "registration.status",
            "conditions.age",
            "conditions.education",
            "conditions.experience",
            "conditions.certificates",
        )
    ),
    "asks_money": frozenset(),
    "occupation": frozenset(("goal.occupations", "goal.industries", "conditions.experience", "conditions.major")),
    "background": _HISTORY | {"attitude.misjudgements"},
    "skills": frozenset(("conditions.skills", "conditions.experience")),
    "text": frozenset(
        (
            "goal.occupations",
            "conditions.experience",
            "conditions.skills",
            "conditions.major",
            "conditions.certificates",
        )
    ),
    "education": frozenset(("conditions.education",)),
    "experience": _HISTORY,
    "entry": _HISTORY,
    "certificates": frozenset(("conditions.certificates", "conditions.driving_licence")),
    "seniority": frozenset(("conditions.experience",)),
    "distance": _WAY,
    "freshness": frozenset(),
    "competition": frozenset(),
}
# What a case keeps under these names tells of the client as well.
KEPT_UNDER: Final = {
    "goal": READS["occupation"],
    "past job": _HISTORY,
    "strength": _HISTORY,
    "words": READS["text"],
    "skills": READS["skills"],
    "brought": READS["pay"],
}


def changed_fields(one: Client, other: Client) -> set[str]:
    """The fields in which two clients differ.

    >>> changed_fields(Client(client_id="C-1"), Client(client_id="C-1", conditions={"age": 40}))
    {'conditions.age'}
    """
    return {
        f"{part}.{name}"
        for part in Client.model_fields
        if getattr(one, part) != getattr(other, part)
        for name in getattr(type(getattr(one, part)), "model_fields", ())
        if getattr(getattr(one, part), name) != getattr(getattr(other, part), name)
    }
