"""One case: begun, noted, assessed, recommended for, followed, shown, erased; what is due, and for whom."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from jobmatch.casework.workplace import Workplace, key_is_one
from jobmatch.dataset.clients import PROFILES, read_clients
from jobmatch.dataset.personal import masked, safe_id
from jobmatch.errors import UsageError
from jobmatch.records.assessment import Assessment
from jobmatch.records.client import Client
from jobmatch.records.profile import Profile
from jobmatch.records.recommendation import Recommendations

if TYPE_CHECKING:
    from jobmatch.casebook.casebook import Casebook
    from jobmatch.casebook.desk import Desk
    from jobmatch.casebook.events import Event
    from jobmatch.casebook.views import Agenda, Case
    from jobmatch.matcher import Matcher
    from jobmatch.workflows.source import Source, Tell


def add(
    workplace: Workplace,
    file: str | None,
    client_id: str | None,
    about: Mapping[str, str | None],
    who: Mapping[str, str | None],
    home: str | None = None,
) -> dict[str, Any]:
    """Begin a case: from a profile in JSON, a note, or an id alone."""
    if file is not None and _is_profile(file):
        client, read = _one_client(file, client_id, workplace), None
    elif client_id is None:
        raise UsageError("case-without-id")
    else:
        client = Client(client_id=client_id)
        read = None if file is None else _read(workplace, file, client_id, home, ())
    _tells_nobody(client.client_id, who)
    key_is_one()
    desk = workplace.desk(workplace.book(create=True))
    made = desk.register(client, about, who)
    if read is not None:
        made = desk.note(client.client_id, read.patch, read.note, read.evidence)
    return _told(desk, client.client_id, made)


def _is_profile(file: str) -> bool:
    """Whether a file holds a profile, by its ending or by what stands in it."""
    from jobmatch.workflows.notes import data_of

    return file.lower().endswith(PROFILES) or data_of(file) == "profile"


_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff]{1,8}|[A-Za-z]+( [A-Za-z]+)+")


def _tells_nobody(client_id: str, who: Mapping[str, str | None]) -> None:
    """Refuse an id that is a name or a number of the person: ids stand in every log and export."""
    if safe_id(client_id) != client_id or masked(client_id) != client_id:
        raise UsageError("id-is-number")
    if _NAME.fullmatch(client_id.strip()) or client_id in who.values():
        raise UsageError("id-is-name")


def _one_client(file: str, client_id: str | None, workplace: Workplace) -> Client:
    people = read_clients(file, as_of=workplace.day)
    if len(people) != 1:
        raise UsageError("case-one-client", file=Path(file).name, count=len(people))
    return people[0] if client_id is None else people[0].model_copy(update={"client_id": client_id})


def note(
    workplace: Workplace, client_id: str, file: str, home: str | None, corrections: Sequence[str]
) -> tuple[Profile, dict[str, Any]]:
    """A note of a talk: what was read goes into the profile, and the note is kept."""
    desk = workplace.desk()
    read = _read(workplace, file, client_id, home, corrections)
    return read.profile, _told(desk, client_id, desk.note(client_id, read.patch, read.note, read.evidence))


class _Read(NamedTuple):
    profile: Profile
    patch: dict[str, Any]  # what of the profile is known
    note: str  # without numbers of a person
    evidence: Mapping[str, Any]


def _read(workplace: Workplace, file: str, client_id: str, home: str | None, corrections: Sequence[str]) -> _Read:
    """What a note tells of a client."""
    from jobmatch.casebook.standing import known
    from jobmatch.intake.correct import corrected
    from jobmatch.intake.notes import read_notes
    from jobmatch.workflows.notes import note_in

    text = note_in(file)
    profile = corrected(read_notes(text, today=workplace.day, client_id=client_id, home=home), corrections)
    return _Read(profile, known(profile.client), masked(text), profile.to_dict()["evidence"])


def assess(
    workplace: Workplace,
    client_id: str,
    source: "Source",
    override: tuple[int, str] | None,
    tell: "Tell",
    give: Callable[[Assessment], None],
) -> None:
    """L, given and then kept with all that it rests on; a level of the counsellor stands beside that of the rules."""
    desk = workplace.desk()
    desk.open_case(client_id)
    matcher = _matcher(workplace, source, tell)
    if override is not None:
        desk.override(client_id, *override)
    found = matcher.assess(desk.book.standing(client_id).person)
    give(found)
    desk.assessed(client_id, found.to_dict())


def recommend(
    workplace: Workplace,
    client_id: str,
    source: "Source",
    top: int,
    tell: "Tell",
    give: Callable[[Recommendations], None],
) -> None:
    """N3, with what the client's answers have changed; the whole slate is given, and then kept."""
    from jobmatch.casebook.feedback import adjusted, adjustments, left_out

    desk = workplace.desk()
    standing = desk.open_case(client_id)
    changes = adjustments(desk.book.history(client_id))
    client = Client.from_dict({**adjusted(standing.profile, changes), "client_id": client_id})
    matcher = _knowing(_matcher(workplace, source, tell), desk.book, workplace.day)
    slate = matcher.recommend(client, top, left_out(changes))
    slate = replace(slate, notices=(*slate.notices, *(one.words for one in changes)))
    give(slate)
    desk.recommended(slate)


def _knowing(matcher: "Matcher", book: "Casebook", day: date) -> "Matcher":
    """The matcher with what the casebook tells of who was sent where of late."""
    from jobmatch.casebook.outcomes import sent_rows
    from jobmatch.dataset.outcomes import read_outcomes

    sent = sent_rows(book, day - timedelta(days=book.settings.number("competition.window_days")))
    return matcher.with_referrals(read_outcomes(sent)) if sent else matcher


def _matcher(workplace: Workplace, source: "Source", tell: "Tell") -> "Matcher":
    from jobmatch.workflows.source import open_postings

    return open_postings(replace(source, as_of=workplace.day.isoformat()), tell)[0]


def act(workplace: Workplace, client_id: str, do: "Callable[[Desk], Event]") -> dict[str, Any]:
    """One act at the desk, and how the client stands after it."""
    desk = workplace.desk()
    return _told(desk, client_id, do(desk))


def _told(desk: "Desk", client_id: str, event: "Event") -> dict[str, Any]:
    from jobmatch.casebook.duties import duties
    from jobmatch.casebook.feedback import proposal

    book = desk.book
    contact = next((one for one in duties(book.standing(client_id), book.settings) if one.kind == "contact"), None)
    told: dict[str, Any] = {"client_id": client_id, "event": event.id, "kind": event.kind}
    if event.what:
        told["what"] = event.what
    if contact:
        told |= {"category": contact.what, "next_due": contact.due_on}
    proposed = proposal(book.history(client_id), book.settings)
    return told | ({"proposal": proposed} if proposed else {})


def show(workplace: Workplace, client_id: str, with_identity: bool) -> "Case":
    """How a client stands, what is due, what their answers change, and all that was done."""
    desk = workplace.desk()
    from jobmatch.casebook.duties import duties
    from jobmatch.casebook.feedback import adjustments, proposal
    from jobmatch.casebook.views import Case, told_duty

    standing, history = desk.book.standing(client_id), desk.book.history(client_id)
    return Case(
        standing,
        workplace.day,
        tuple(told_duty(one, workplace.day) for one in duties(standing, desk.book.settings)),
        tuple(adjustments(history)),
        proposal(history, desk.book.settings),
        tuple(history),
        desk.identity(client_id) if with_identity else None,
    )


def link(workplace: Workplace, household: str, client_ids: tuple[str, ...]) -> dict[str, Any]:
    """Clients of one household."""
    workplace.desk().link(client_ids, household)
    return {"household": household, "clients": list(client_ids)}


def erase(workplace: Workplace, client_id: str, reason: str) -> dict[str, Any]:
    """A person erased on demand; that something was done stays."""
    workplace.desk().erase(client_id, reason)
    return {"erased": client_id}


def due(workplace: Workplace, office: str | None, counsellor: str | None, top: int | None) -> "Agenda":
    """For whom something is due, and why."""
    book = workplace.book()
    found = book.due(workplace.day, office=office, counsellor=counsellor, most=top)
    from jobmatch.casebook.views import Agenda

    count = len(found) if top is None else book.count_due(workplace.day, office=office, counsellor=counsellor)
    return Agenda(workplace.day, tuple(found), count)


def calendar(
    workplace: Workplace, office: str | None, counsellor: str | None
) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """What runs for everybody, whenever it is due: the client, the day of asking, and each duty with its day."""
    found = workplace.book().due(date.max, office=office, counsellor=counsellor)
    return [
        (one.client_id, workplace.day.isoformat(), [(duty.due_on, duty.words(workplace.day)) for duty in one.duties])
        for one in found
    ]
