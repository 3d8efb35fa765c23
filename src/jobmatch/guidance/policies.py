"""Policies: to which of a catalogue's a client is entitled, to which not, and what must be known to tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from jobmatch.dataset.catalogues import Policy
from jobmatch.records.client import Client
from jobmatch.text.asked.education import parse_schooling
from jobmatch.text.dates import first_day
from jobmatch.text.fold import fold
from jobmatch.text.places.place import parse_place

YES, NO, UNKNOWN = "yes", "no", "unknown"
_DAYS_A_MONTH: Final = 30.44
_START_UP: Final = re.compile(
    r"创业|創業|自己干|自己做老板|当老板|个体户|个体经营|摆摊|自营|开[^,;。]{0,8}(?:店|馆|铺|公司|厂|工作室)"
    r"|start (?:a|my|own|his|her)[a-z ]{0,8}(?:business|shop)|self.employed|own (?:business|shop)"
)


@dataclass(frozen=True, slots=True)
class Entitlement:
    """One policy for one client: yes, no or unknown, with the fields that decide it."""

    policy: Policy
    state: str
    fields: tuple[str, ...]  # not met where the answer is no, not known where it is unknown

    def to_dict(self) -> dict[str, Any]:
        """What a plan holds of it."""
        told = {"policy_id": self.policy.policy_id, "name": self.policy.name, "gives": self.policy.gives}
        return told | {"kind": self.policy.kind, "state": self.state, "fields": list(self.fields)}


def entitlements(client: Client, policies: tuple[Policy, ...], day: date) -> tuple[Entitlement, ...]:
    """Each policy that is in force, those to which the client is entitled first, then those to be checked.

    >>> from jobmatch.dataset.catalogues import read_policies
    >>> rows = [{"policy": "A", "groups": "低保"}, {"policy": "B", "age_from": 40}, {"policy": "C", "age_to": 30}]
    >>> one = Client(client_id="C-1", conditions={"age": 45})
    >>> [(e.policy.name, e.state, e.fields) for e in entitlements(one, read_policies(rows), date(2026, 11, 22))]
    [('B', 'yes', ()), ('A', 'unknown', ('registration.groups',)), ('C', 'no', ('conditions.age',))]
    """
    found = [_judged(client, policy, day) for policy in policies if _in_force(policy, day)]
    return tuple(sorted(found, key=lambda one: (YES, UNKNOWN, NO).index(one.state)))


def _in_force(policy: Policy, day: date) -> bool:
    return (policy.valid_from or day) <= day <= (policy.valid_to or day)


def _judged(client: Client, policy: Policy, day: date) -> Entitlement:
    answers = dict(_conditions(client, policy, day))
    for state, answer in ((NO, False), (UNKNOWN, None)):
        fields = tuple(field for field, met in answers.items() if met is answer)
        if fields:
            return Entitlement(policy, state, fields)
    return Entitlement(policy, YES, ())


def _conditions(client: Client, policy: Policy, day: date) -> Iterator[tuple[str, bool | None]]:
    """Each condition of the policy: met, not met, or not known (None)."""
    registration, age = client.registration, client.conditions.age
    if policy.groups:
        yield "registration.groups", _in_groups(client, policy.groups)
    if policy.age_from is not None or policy.age_to is not None:
        low, high = policy.age_from or 0, policy.age_to or 200
        yield "conditions.age", None if age is None else low <= age <= high
    if policy.status:
        yield "registration.status", None if registration.status is None else registration.status in policy.status
    if policy.months_unemployed is not None:
        months = _months(registration.unemployed_since or registration.registered_on, day)
        yield "registration.unemployed_since", None if months is None else months >= policy.months_unemployed
    if policy.education is not None:
        rung = parse_schooling(client.conditions.education or "")
        yield "conditions.education", None if rung is None else rung >= policy.education
    if policy.graduated is not None:
        yield "registration.status", _graduated(client)
    if policy.place:
        yield "conditions.residence", _lives_in(client, policy.place)


def _in_groups(client: Client, groups: tuple[str, ...]) -> bool | None:
    said = set(client.registration.groups or ())
    if client.family.zero_employment:
        said.add("零就业家庭")
    if said & set(groups):
        return True
    return None if client.registration.groups is None else False


def _graduated(client: Client) -> bool | None:
    """The year of leaving school is no field of a profile: a new graduate is one, of others it must be asked."""
    status = client.registration.status
    return True if status == "new_graduate" or "高校毕业生" in (client.registration.groups or ()) else None


def _months(since: str | None, day: date) -> float | None:
    return None if since is None else (day - first_day(since)).days / _DAYS_A_MONTH


def _lives_in(client: Client, place: str) -> bool | None:
    home, wanted = parse_place(client.conditions.residence, place), parse_place(place)
    if home is None or home.code is None or wanted is None or wanted.code is None:
        return None
    return home.code.startswith(wanted.code.rstrip("0"))


def wants_to_start_up(client: Client) -> bool:
    """Whether the client's goal is a business of their own.

    >>> wants_to_start_up(Client(client_id="C-1", goal={"occupations": ["开一家早餐店", "自己创业"]}))
    True
    """
    said = (*(client.goal.occupations or ()), *(client.goal.industries or ()))
    return any(_START_UP.search(fold(wish).lower()) for wish in said)
