"""How a client stands: what their events come to, one after the other."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache, lru_cache
from typing import Any, Final, Self

from jobmatch.casebook.events import Event, canonical
from jobmatch.records.client import Client
from jobmatch.records.plan import JOBS_OF_131
from jobmatch.text.dates import first_day

Profile = dict[str, Any]  # the client's JSON without what is not known: part → field → value
UNDONE: Final = "undone"  # why a case is closed that an import opened by mistake
TAKEN_BACK: Final = "taken_back"  # an outcome that says of another, named in its payload, that it counts no longer
OF_WORK: Final = ("hired", "left", "retained")  # the outcomes that change whether a client is in work
_OF_JOB: Final = ("first_hired_on", "hired_on", "retained_on")
_DECIDES_CATEGORY: Final = ("willingness", "family", "registration")  # the parts of a profile that do
BY_FACTS: Final = "by_facts"  # the category that follows from the profile, not one set by hand
_DAYS: Final = (
    "registered_on", "talked_on", "changed_on", "served_on", "first_hired_on", "hired_on", "retained_on", "closed_on",
    "reopened_on",
)  # fmt: skip


@dataclass(slots=True)
class Standing:
    """What is known of a client, and of the help given, after some events."""

    client: int
    client_id: str | None = None
    profile: Profile = field(default_factory=dict)
    imported: Profile = field(default_factory=dict)  # what the last roster said
    office: str | None = None
    counsellor: str | None = None
    household: str | None = None
    registered_on: date | None = None
    talked_on: date | None = None  # the last time that client and counsellor spoke; intervals count from it
    changed_on: date | None = None  # the last time that the facts changed without a talk
    level: int | None = None
    overridden: bool = False
    category: str | None = None  # set by hand; None where it follows from the facts
    reachable: bool = True
    guidance: bool = False
    training: bool = False
    jobs: list[str] = field(default_factory=list)  # different postings that were recommended
    served_on: date | None = None  # the first day on which guidance, three jobs and training were all given
    first_hired_on: date | None = None
    hired_on: date | None = None
    retained_on: date | None = None  # the last day on which the client was seen to be still there
    job_before: dict[str, Any] = field(default_factory=dict)  # how it was before the last change of job, and its event
    open: bool = True
    closed_on: date | None = None
    closed_why: str | None = None
    reopened_on: date | None = None  # promises run anew from here
    erased: bool = False

    @property
    def person(self) -> Client:
        """The client as recommending and planning want them."""
        return Client.from_dict({**self.profile, "client_id": self.client_id})

    @property
    def promised(self) -> Client:
        """Somebody like the client in all that intervals and promises ask of; many are alike, and made only once."""
        parts = {name: self.profile.get(name) for name in _DECIDES_CATEGORY}
        return _like(canonical([parts, self.profile.get("conditions", {}).get("age")]))

    def apply(self, event: Event) -> Self:
        """Take one more event in."""
        _APPLY[event.kind](self, event, event.payload or {})
        return self

    def to_dict(self) -> dict[str, Any]:
        """The standing as JSON."""
        held = {name: getattr(self, name) for name in _fields()}
        if self.reopened_on is None:  # as it was written before cases were opened anew
            del held["reopened_on"]
        return {name: value.isoformat() if isinstance(value, date) else value for name, value in held.items()}

    @classmethod
    def from_dict(cls, held: Mapping[str, Any]) -> Self:
        """The standing of its JSON."""
        days = {name: date.fromisoformat(held[name]) for name in _DAYS if held.get(name)}
        return cls(**{**held, **days})

    @property
    def counted(self) -> dict[str, Any]:
        """What may stay of an erased person: figures that belong to nobody."""
        return {name: self.to_dict()[name] for name in _COUNTED}


_COUNTED: Final = (
    "office", "counsellor", "registered_on", "level", "overridden", "served_on", "first_hired_on", "hired_on",
    "retained_on",
)  # fmt: skip


@cache
def _fields() -> tuple[str, ...]:
    return tuple(one.name for one in fields(Standing))


@lru_cache(maxsize=20_000)  # of a hundred thousand clients most are like another one in these
def _like(parts: str) -> Client:
    said, age = json.loads(parts)
    known = {name: part for name, part in said.items() if part is not None}
    return Client.from_dict({**known, "conditions": {"age": age}, "client_id": "like"})


def patched(profile: Profile, patch: Mapping[str, Any]) -> Profile:
    """A profile with some fields set; one that is set to None is no longer known.

    >>> patched({"conditions": {"age": 40}}, {"conditions": {"age": None, "major": "会计"}})
    {'conditions': {'major': '会计'}}
    """
    made = {part: dict(held) if isinstance(held, Mapping) else held for part, held in profile.items()}
    for part, change in patch.items():
        if isinstance(change, Mapping) and part != "override":
            held = {**made.get(part, {}), **change}
            made[part] = {name: value for name, value in held.items() if value is not None}
        else:
            made[part] = change
    return {part: held for part, held in made.items() if held not in (None, {})}


def known(client: Client) -> Profile:
    """All that is known of a client, as a patch; the id is no part of it.

    >>> known(Client(client_id="C-1", conditions={"age": 40}))
    {'conditions': {'age': 40}}
    """
    told = client.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"client_id"})
    return patched({}, told)


def _registered(standing: Standing, event: Event, said: Mapping[str, Any]) -> None:
    standing.client_id = said.get("client_id", standing.client_id)
    for name in ("office", "counsellor", "household"):
        setattr(standing, name, said.get(name, getattr(standing, name)))
    standing.profile = patched(standing.profile, said.get("profile", {}))
    standing.imported = said.get("imported", standing.imported)
    begin = standing.profile.get("registration", {}).get("registered_on")
    if standing.registered_on is None:  # the first of them
        standing.profile = patched({"registration": {"registered_on": event.day.isoformat()}}, standing.profile)
        standing.talked_on = event.day
        standing.changed_on = event.day
    standing.registered_on = first_day(begin) if begin else standing.registered_on or event.day
    if set(_DECIDES_CATEGORY) & said.get("profile", {}).keys():
        standing.changed_on = event.day


def _notes_read(standing: Standing, event: Event, said: Mapping[str, Any]) -> None:
    standing.profile = patched(standing.profile, said.get("profile", {}))
    _talked(standing, event)


def _talked(standing: Standing, event: Event) -> None:
    standing.talked_on = max(event.day, standing.talked_on or event.day)
    standing.reachable = True


def _assessed(standing: Standing, event: Event, _said: Mapping[str, Any]) -> None:
    standing.level = int(event.what) if event.what and event.what.isdecimal() else None


def _overridden(standing: Standing, event: Event, said: Mapping[str, Any]) -> None:
    _assessed(standing, event, said)
    standing.overridden = standing.level is not None
    told = {"level": standing.level, "reason": said.get("reason"), "by": event.author, "on": event.day.isoformat()}
    standing.profile = patched(standing.profile, {"override": told if standing.level else None})


def _measure_given(standing: Standing, event: Event, _said: Mapping[str, Any]) -> None:
    standing.guidance |= event.what in ("N1", "N2")
    standing.training |= event.what == "N5"
    _served(standing, event)
    _talked(standing, event)


def _recommended(standing: Standing, event: Event, said: Mapping[str, Any]) -> None:
    shown = [job["posting_id"] for job in said.get("recommendations", ())]
    standing.jobs = list(dict.fromkeys([*standing.jobs, *shown]))
    _served(standing, event)


def _served(standing: Standing, event: Event) -> None:
    if standing.served_on is None and standing.guidance and standing.training and len(standing.jobs) >= JOBS_OF_131:
        standing.served_on = event.day


def _referred(_standing: Standing, _event: Event, _said: Mapping[str, Any]) -> None:
    """A referral is looked up among the events; how the client stands does not change by it."""


def _outcome(standing: Standing, event: Event, said: Mapping[str, Any]) -> None:
    if event.what == TAKEN_BACK:
        _job_as_before(standing, said.get("event"))
    if event.what not in OF_WORK:
        return
    job = {name: day.isoformat() if (day := getattr(standing, name)) else None for name in _OF_JOB}
    registration = {name: standing.profile.get("registration", {}).get(name) for name in ("status", "unemployed_since")}
    standing.job_before = {"event": event.id, "registration": registration, **job}
    if event.what == "retained":
        standing.retained_on = max(event.day, standing.retained_on or event.day)
    elif event.what == "hired":
        standing.hired_on, standing.retained_on = event.day, None
        standing.first_hired_on = standing.first_hired_on or event.day
        _status(standing, "employed", None)
    else:
        standing.hired_on = standing.retained_on = None
        _status(standing, "unemployed", event.day)
    _talked(standing, event)


def _status(standing: Standing, status: str | None, since: date | None) -> None:
    told = {"status": status, "unemployed_since": since.isoformat() if since else None}
    standing.profile = patched(standing.profile, {"registration": told})


def _job_as_before(standing: Standing, event_id: int | None) -> None:
    """The last change of job did not happen; the talk in which it was told did."""
    before = standing.job_before
    if before and before["event"] == event_id:
        for name in _OF_JOB:
            setattr(standing, name, date.fromisoformat(before[name]) if before[name] else None)
        standing.profile = patched(standing.profile, {"registration": before["registration"]})
        standing.job_before = {}


def _contacted(standing: Standing, event: Event, _said: Mapping[str, Any]) -> None:
    if event.what in ("reached", "unreachable"):
        _talked(standing, event)
        standing.reachable = event.what == "reached"


def _category_changed(standing: Standing, event: Event, said: Mapping[str, Any]) -> None:
    standing.category = None if event.what == BY_FACTS else event.what
    standing.profile = patched(standing.profile, said.get("profile", {}))
    standing.changed_on = event.day


def _closed(standing: Standing, event: Event, _said: Mapping[str, Any]) -> None:
    standing.open, standing.closed_on, standing.closed_why = False, event.day, event.what


def _reopened(standing: Standing, event: Event, _said: Mapping[str, Any]) -> None:
    if standing.closed_why != UNDONE:  # who was closed as a mistake of an import goes on as before
        standing.reopened_on = event.day
        standing.guidance, standing.training, standing.jobs = False, False, []
    standing.open, standing.closed_on, standing.closed_why = True, None, None
    _talked(standing, event)


def _erased(standing: Standing, event: Event, said: Mapping[str, Any]) -> None:
    kept = Standing(standing.client, open=False, closed_on=event.day, closed_why="erased", erased=True)
    for name, value in said.get("counted", {}).items():
        setattr(kept, name, date.fromisoformat(value) if value and name in _DAYS else value)
    for one in fields(Standing):
        setattr(standing, one.name, getattr(kept, one.name))


# The kinds of events whose payload decides how a client stands.
READS_PAYLOAD: Final = (
    "registered", "notes_read", "overridden", "recommended", "outcome", "category_changed", "erased",
)  # fmt: skip
_APPLY: Final[dict[str, Callable[[Standing, Event, Mapping[str, Any]], None]]] = {
    "registered": _registered,
    "notes_read": _notes_read,
    "assessed": _assessed,
    "overridden": _overridden,
    "measure_given": _measure_given,
    "recommended": _recommended,
    "referred": _referred,
    "outcome": _outcome,
    "contacted": _contacted,
    "category_changed": _category_changed,
    "closed": _closed,
    "reopened": _reopened,
    "erased": _erased,
}
