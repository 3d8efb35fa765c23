"""``Desk``: a counsellor at work on a day; each act becomes the events that it comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from jobmatch.casebook.casebook import Casebook
from jobmatch.casebook.events import Entry, Event
from jobmatch.casebook.identity import sealed, unsealed
from jobmatch.casebook.pen import Pen
from jobmatch.casebook.standing import BY_FACTS, OF_WORK, TAKEN_BACK, Profile, Standing, known
from jobmatch.casebook.tables import identity
from jobmatch.dataset.personal import masked
from jobmatch.errors import BadInput, UsageError
from jobmatch.records.client import Client
from jobmatch.records.recommendation import Recommendations

ZERO = "zero_employment_family"
_AHEAD = timedelta(days=730)  # what is recorded for a day beyond it is a slip of the pen (2072 for 2027)
_OF_JOB = ("posting_id", "title", "employer", "distance_km", "pay", "rank")


@dataclass(frozen=True)
class Desk:
    """Who works in which casebook, and the day for which it counts."""

    book: Casebook
    author: str
    day: date

    def register(self, client: Client, about: Mapping[str, str | None], who: Mapping[str, str | None]) -> Event:
        """Begin a case; ``about`` says office, counsellor and household, ``who`` names and numbers."""
        with self.book.pen() as pen:
            if pen.standing(client.client_id) is not None:
                raise BadInput("case-there", client_id=client.client_id)
            made = pen.add(self._entry(client.client_id, "registered", profile=known(client), **_said(about)))
            if any(who.values()):
                pen.identify(made.client, sealed(_said(who)))
        return made

    def link(self, client_ids: tuple[str, ...], household: str) -> None:
        """Clients of one household."""
        for one in client_ids:
            self.book.standing(one)  # a typing error makes no client
        self.book.add(*(self._entry(one, "registered", household=household) for one in client_ids))

    def open_case(self, client_id: str) -> Standing:
        """How a client stands whose case goes on; one that is closed is refused."""
        standing = self.book.standing(client_id)
        if not standing.open:
            raise BadInput("case-closed", client_id=client_id)
        return standing

    def note(self, client_id: str, profile: Profile, note: str, evidence: Mapping[str, Any]) -> Event:
        """What was read from a note of a talk."""
        return self._one(client_id, "notes_read", None, profile=profile, note=note, evidence=evidence)

    def assessed(self, client_id: str, assessment: Mapping[str, Any]) -> Event:
        """The level by the rules, with all that it rests on."""
        level = assessment["level"]
        return self._one(client_id, "assessed", str(level or assessment["status"]), assessment=assessment)

    def override(self, client_id: str, level: int | None, reason: str) -> Event:
        """A level set by the counsellor; None takes it back."""
        return self._one(client_id, "overridden", None if level is None else str(level), reason=reason)

    def measure(self, client_id: str, measure: str, said: str | None) -> Event:
        """One of N1 to N6 was given."""
        return self._one(client_id, "measure_given", measure, said=said)

    def recommended(self, slate: Recommendations) -> Event:
        """The whole slate that was handed over, and the model behind it."""
        said = slate.to_dict()
        return self._one(said.pop("client_id"), "recommended", slate.model, **said)

    def refer(self, client_id: str, posting_id: str, way: str, said: str | None) -> Event:
        """A recommendation was acted on: ``way`` is directed (a job for the client) or direct (the résumé is sent)."""
        return self._one(client_id, "referred", way, **self.job(client_id, posting_id), said=said)

    def outcome(self, client_id: str, what: str, posting_id: str | None, **said: Any) -> Event:
        """What came of a job; being hired ends a zero-employment family."""
        job = self.job(client_id, posting_id) if posting_id else {}
        with self.book.pen() as pen:
            standing = self._open_case(pen, client_id)
            if what in ("left", "retained"):
                if standing.hired_on is None:
                    raise BadInput("not-hired", client_id=client_id)
                if self.day < standing.hired_on:
                    raise BadInput("before-hired", client_id=client_id, day=self.day, hired=standing.hired_on)
            made = pen.add(self._entry(client_id, "outcome", what, **job, **_said(said)))
            if what == "hired":
                self._family_in_work(pen, standing)
        return made

    def take_back(self, client_id: str, event_id: int, reason: str | None) -> Event:
        """An outcome counts no longer: what it changed is as before; of changes of job only the last can go."""
        outcomes = {one.id: one.what for one in self.book.history(client_id) if one.kind == "outcome"}
        if outcomes.get(event_id) in (None, TAKEN_BACK):
            raise UsageError("no-such-outcome", event=event_id, client_id=client_id)
        last = self.book.standing(client_id).job_before.get("event")
        if outcomes[event_id] in OF_WORK and event_id != last:
            raise UsageError("not-the-last-job", event=event_id)
        return self._one(client_id, "outcome", TAKEN_BACK, event=event_id, reason=reason)

    def _family_in_work(self, pen: Pen, hired: Standing) -> None:
        """With the first member in work nobody of the household belongs to a zero-employment family any more."""
        family = pen.household(hired.household) if hired.household else [hired]
        for one in family:
            assert one.client_id is not None
            groups = one.profile.get("registration", {}).get("groups", ())
            if not (
                one.profile.get("family", {}).get("zero_employment") or "零就业家庭" in groups or one.category == ZERO
            ):
                continue
            patch: Profile = {"family": {"zero_employment": False}}
            if "零就业家庭" in groups:
                patch["registration"] = {"groups": [group for group in groups if group != "零就业家庭"]}
            by_hand = BY_FACTS if one.category in (None, ZERO) else one.category
            pen.add(self._entry(one.client_id, "category_changed", by_hand, profile=patch, because="family-in-work"))

    def contact(self, client_id: str, result: str, said: str | None) -> Event:
        """A follow-up: reached, no_answer or unreachable."""
        return self._one(client_id, "contacted", result, said=said)

    def category(self, client_id: str, category: str, reason: str) -> Event:
        """The category set by hand, or ``by_facts`` again."""
        return self._one(client_id, "category_changed", category, reason=reason)

    def close(self, client_id: str, why: str, reason: str | None) -> Event:
        """Nothing more is due."""
        return self._one(client_id, "closed", why, reason=reason)

    def reopen(self, client_id: str, reason: str | None) -> Event:
        """A closed case goes on."""
        if self.book.standing(client_id).open:
            raise BadInput("case-open", client_id=client_id)
        return self.book.add(self._entry(client_id, "reopened", reason=reason))

    def erase(self, client_id: str, reason: str) -> None:
        """On demand: who the person is and all that was said of them."""
        self.book.erase(client_id, self.day, self.author, reason)

    def job(self, client_id: str, posting_id: str) -> dict[str, Any]:
        """What is known of a posting from where it was last shown to the client; its id alone where it was not."""
        for event in reversed(self.book.history(client_id)):
            said = event.payload or {}
            if event.kind == "recommended":
                for job in said["recommendations"]:
                    if posting_id in (job["posting_id"], *job["also_posted_as"]):
                        shown = {"shown_on": said["as_of"], "model": said["model"]}
                        return {name: job[name] for name in _OF_JOB} | shown | {"posting_id": posting_id}
        return {"posting_id": posting_id}

    def identity(self, client_id: str) -> dict[str, str]:
        """Names and numbers, where they are kept and the key is at hand."""
        client = self.book.standing(client_id).client
        with self.book.reading() as connection:
            body = connection.execute(select(identity.c.body).where(identity.c.client == client)).scalar()
        return unsealed(body) if body else {}

    def _one(self, client_id: str, kind: str, what: str | None, **said: Any) -> Event:
        with self.book.pen() as pen:
            self._open_case(pen, client_id)
            return pen.add(self._entry(client_id, kind, what, **said))

    def _open_case(self, pen: Pen, client_id: str) -> Standing:
        standing = pen.standing(client_id)
        if standing is None:
            raise BadInput("no-such-case", client_id=client_id)
        if not standing.open:
            raise BadInput("case-closed", client_id=client_id)
        return standing

    def _entry(self, client_id: str, kind: str, what: str | None = None, **said: Any) -> Entry:
        if self.day > date.today() + _AHEAD:
            raise UsageError("day-ahead", day=self.day)
        return Entry(client_id, kind, self.day, self.author, what, _said(said))


def _said(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Without what was not said, and without the numbers of persons in what was."""
    spoken = ("reason", "said")
    return {
        name: masked(value) if name in spoken and isinstance(value, str) else value
        for name, value in parts.items()
        if value is not None
    }
