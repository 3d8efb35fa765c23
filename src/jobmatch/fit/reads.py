"""Which fields of a client each limit and each feature reads: what must be told anew when some of them change."""

from typing import Final

from jobmatch.records.client import Client

_HISTORY: Final = "conditions.experience conditions.major conditions.education registration.status registration.groups"
_WAY: Final = "conditions.residence conditions.max_commute_km attitude.places"
ROWS: Final = "the_rows"  # where it depends on what else is in reach
_RIGHTS: Final = "registration.groups family.zero_employment family.low_income"
_READS: Final = {
    "too_far": _WAY,
    "pay": f"attitude.pay_min attitude.pay_wanted conditions.hours conditions.available_hours {ROWS}",
    "certificate": "conditions.certificates",
    "licence": "conditions.driving_licence conditions.certificates",
    "vehicle": "conditions.vehicles conditions.driving_licence conditions.certificates",
    "language": "goal.occupations conditions.experience conditions.skills conditions.certificates conditions.major",
    "age": "conditions.age",
    "night_shift": "conditions.night_shift_ok",
    "shift": "conditions.shift_ok",
    "hours": "conditions.hours conditions.available_hours conditions.night_shift_ok conditions.shift_ok",
    "health": "conditions.health_limits goal.occupations",
    "care": "family.care_duties goal.occupations",
    "refused": "goal.refused goal.occupations",
    "public_welfare": _RIGHTS,
    "reserved": f"{_RIGHTS} registration.status conditions.age conditions.education conditions.experience "
    "conditions.certificates",
    "asks_money": "",
    "occupation": "goal.occupations goal.industries conditions.experience conditions.major",
    "background": f"{_HISTORY} attitude.misjudgements",
    "skills": "conditions.skills conditions.experience",
    "text": "goal.occupations conditions.experience conditions.skills conditions.major conditions.certificates",
    "education": "conditions.education",
    "experience": _HISTORY,
    "entry": _HISTORY,
    "certificates": "conditions.certificates conditions.driving_licence",
    "seniority": "conditions.experience",
    "distance": f"{_WAY} goal.occupations",  # a wish may name a place
    "freshness": "",
    "competition": "",
}
READS: Final = {name: frozenset(fields.split()) for name, fields in _READS.items()}
# What a case keeps under these names tells of the client as well.
KEPT_UNDER: Final = {
    "goal": READS["occupation"],
    "past job": READS["entry"],
    "strength": READS["entry"],
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
