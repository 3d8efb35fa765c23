"""One function a command: its whole story on one screen, with plain arguments."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobmatch.dataset.clients import Clients, read_clients
from jobmatch.errors import BadInput, UsageError
from jobmatch.explanation import Explanation
from jobmatch.files.encoding import decode
from jobmatch.files.read import load_bytes
from jobmatch.matcher import Matcher
from jobmatch.messages import say
from jobmatch.records.assessment import Assessment
from jobmatch.records.client import Client
from jobmatch.records.guidance import Directions, Training, WhatIf
from jobmatch.records.plan import ServicePlan
from jobmatch.records.profile import Profile
from jobmatch.records.recommendation import Recommendations
from jobmatch.settings import Settings, load
from jobmatch.text.dates import day_of

if TYPE_CHECKING:
    from jobmatch.allocation.meeting import Fair
    from jobmatch.allocation.refer import Referral
    from jobmatch.allocation.rules import Rules
    from jobmatch.allocation.vacancy import Vacancy
    from jobmatch.dataset.balance import Balance
    from jobmatch.dataset.catalogues import MinimumWage
    from jobmatch.dataset.outcomes import Outcomes
    from jobmatch.dataset.postings import Postings
    from jobmatch.evaluation.report import Report
    from jobmatch.files.table import Rejected
    from jobmatch.market.screened import Screened

Tell = Callable[[str], None]
Pair = tuple[str, str]  # client_id, posting_id
Table = str | list[dict[str, Any]]  # a file, or rows at hand
People = str | list[Client]
Decision = tuple[int, str] | None  # the level that a counsellor sets, and why


_IDS_TOLD = 20  # of postings that have no rate: more would not be read


def _quiet(line: str) -> None:
    """Say nothing."""


@dataclass
class Session:
    """What was read for one command: a matcher, the clients, whether rows were rejected; and what is to be logged."""

    matcher: Matcher
    clients: Clients
    some_rejected: bool
    log: str | None = None
    events: list[dict[str, Any]] = field(default_factory=list)

    def record(self) -> None:
        """Add what was done to the log, once the result is written."""
        from jobmatch.dataset import referrals

        if self.log:
            referrals.append(self.log, self.events)


@dataclass(frozen=True)
class Source:
    """Where postings come from and how to read them."""

    path: str
    mapping: Mapping[str, str] = field(default_factory=dict)
    home: str | None = None
    rejected: str | None = None
    as_of: str | None = None
    model: str = "default"  # what jobs are scored by: the knowledge, a folder of models, or one of them

    @property
    def settings(self) -> Settings:
        """The settings, with the model laid over them."""
        if self.model == "default":
            return load()
        from jobmatch.learning.models import models_at

        models, name = models_at(self.model)
        if not models.folder.is_dir():
            raise UsageError("no-such-model", model=self.model, known="default")
        return models.settings(load(), name)

    @property
    def day(self) -> date | None:
        """The day for which the result counts, today where it is None."""
        return None if self.as_of is None else day_of(self.as_of)


def recommend(
    clients: str,
    source: Source,
    top: int = 3,
    tell: Tell = _quiet,
    override: Decision = None,
    log: str | None = None,
    no_congestion: bool = False,
) -> tuple[Iterator[Recommendations], Session]:
    """N3: jobs for one client or many; with a log, a posting that many were sent to is worth less to the next.

    What is recommended goes into the log with ``Session.record``.
    """
    session = _open(clients, source, tell, override, log)
    matcher = _knowing(session.matcher, log, no_congestion)
    return _noted(matcher.recommend_many(session.clients, top), session), session


def recommend_to_file(
    clients: str,
    source: Source,
    output: str,
    top: int = 3,
    jobs: int = 1,
    tell: Tell = _quiet,
    override: Decision = None,
) -> bool:
    """N3 for many clients into a file, streamed and to be gone on with after a stop; whether rows were rejected."""
    from jobmatch.batch import Batch, write_batch

    session = _open(clients, source, tell, override)
    folder = source.path if Path(source.path).is_dir() else None
    write_batch(Batch(session.clients.items, session.matcher, folder, top, jobs), output, tell)
    tell(say("progress.wrote", file=output))
    return session.some_rejected


def _knowing(matcher: Matcher, log: str | None, no_congestion: bool) -> Matcher:
    """The matcher with what the log tells of who was sent where."""
    from jobmatch.dataset.referrals import read_log

    before = read_log(log) if log else None
    return matcher if before is None or no_congestion else matcher.with_referrals(before)


def _noted(slates: Iterator[Recommendations], session: Session) -> Iterator[Recommendations]:
    """The slates as they are; those that are to be logged are noted."""
    from jobmatch.dataset import referrals

    for slate in slates:
        if session.log:
            session.events += referrals.of_slate(slate)
        yield slate


def refer(
    *, posting_id: str, clients: str, source: Source, top: int, consented: bool = False, log: str | None = None,
    no_congestion: bool = False, tell: Tell = _quiet,
) -> "tuple[Referral, Session]":  # fmt: skip
    """N3 the other way: clients for a posting; whose card is made goes into the log with ``Session.record``."""
    from jobmatch.reports.both_sides import referral_events

    session = _open(clients, source, tell, log=log)
    result = _knowing(session.matcher, log, no_congestion).refer(posting_id, session.clients, top, consented)
    session.events = referral_events(result)
    return result, session


def vacancy(*, posting_id: str, clients: str, source: Source, tell: Tell = _quiet) -> "tuple[Vacancy, Session]":
    """Why a posting finds nobody, for the talk with the employer."""
    session = _open(clients, source, tell)
    return session.matcher.vacancy(posting_id, session.clients), session


def fair(
    clients: str,
    source: Source,
    rules: "Rules",
    why: Iterable[Pair] = (),
    log: str | None = None,
    jobs: int = 1,
    tell: Tell = _quiet,
) -> "tuple[Fair, Session]":
    """The plan of a matching fair, and why some pairs do not meet; meetings go into the log with ``Session.record``."""
    from jobmatch.reports.both_sides import fair_events

    session = _open(clients, source, tell, log=log)
    plan = session.matcher.fair(session.clients, rules, jobs)
    answers = tuple(_why_not_met(session, plan, *pair) for pair in why)
    session.events = fair_events(plan)
    return replace(plan, why=answers), session


def _why_not_met(session: Session, plan: "Fair", client_id: str, posting_id: str) -> dict[str, str]:
    client = next((one for one in session.clients if one.client_id == client_id), None)
    if client is None:
        raise UsageError("no-such-pair", seen=f"{client_id}={posting_id}")
    words = session.matcher.why_not_met(plan, client, posting_id)
    return {"client_id": client_id, "posting_id": posting_id, "text": words}


def assess(
    clients: str, source: Source, tell: Tell = _quiet, override: Decision = None
) -> tuple[Iterator[Assessment], Session]:
    """L: the level of each client with its reasons."""
    session = _open(clients, source, tell, override)
    return (session.matcher.assess(client) for client in session.clients), session


def explain(
    clients: str, source: Source, posting_id: str, tell: Tell = _quiet, override: Decision = None
) -> tuple[Iterator[Explanation], Session]:
    """Why this posting for each client, or why not."""
    session = _open(clients, source, tell, override)
    return (session.matcher.explain(client, posting_id) for client in session.clients), session


def what_if(
    clients: str, source: Source, tell: Tell = _quiet, override: Decision = None
) -> tuple[Iterator[WhatIf], Session]:
    """N1: what each change of an expectation, and each thing to be got, would open."""
    session = _open(clients, source, tell, override)
    return (session.matcher.what_if(client) for client in session.clients), session


def directions(
    clients: str, source: Source, tell: Tell = _quiet, override: Decision = None
) -> tuple[Iterator[Directions], Session]:
    """N1: occupations within reach of each client."""
    session = _open(clients, source, tell, override)
    return (session.matcher.directions(client) for client in session.clients), session


def plan(
    clients: str, source: Source, policies: str | None = None, tell: Tell = _quiet, override: Decision = None
) -> tuple[Iterator[ServicePlan], Session]:
    """N1 to N6 with dates for each client; policies are those of a catalogue."""
    from jobmatch.dataset.catalogues import read_policies

    known = read_policies(policies) if policies else ()
    session = _open(clients, source, tell, override)
    return (session.matcher.plan(client, known) for client in session.clients), session


def train(
    outcomes: Table, clients: People, source: Source, folder: str, tell: Tell = _quiet
) -> tuple[dict[str, Any], bool]:
    """A model from outcomes, kept in a folder; put in force only where it proves better."""
    from jobmatch.learning.models import Models
    from jobmatch.learning.train import keep, train

    events, session = _open_outcomes(outcomes, clients, source, tell)
    models = Models(Path(folder))
    made = train(
        session.matcher.market_,
        session.clients,
        events,
        load(),
        source.day or date.today(),
        models.learned(models.champion),
    )
    return keep(models, made), session.some_rejected or bool(events.balance.rejected)


def evaluate(
    outcomes: str, clients: str, source: Source, by: str | None, top: int, tell: Tell = _quiet
) -> "tuple[Report, bool]":
    """Lists for all clients held against what became of them."""
    from jobmatch.evaluation.report import evaluate

    events, session = _open_outcomes(outcomes, clients, source, tell)
    groups = by if by in (None, "level") else _groups(session.clients, str(by))
    lists = session.matcher.recommend_many(session.clients, top)
    report = evaluate(lists, events, groups, pool=len(session.matcher.market_))
    return report, session.some_rejected or bool(events.balance.rejected)


def _open_outcomes(outcomes: Table, clients: People, source: Source, tell: Tell) -> "tuple[Outcomes, Session]":
    """Outcomes, and what they are about; a word on those that name what is not here."""
    from jobmatch.dataset.outcomes import read_outcomes, unknown_ids

    events = read_outcomes(outcomes)
    tell_rejected(events.rows_rejected, tell)
    if not len(events):
        raise BadInput("no-outcomes", file=outcomes)
    session = _open(clients, source, tell)
    people = {one.client_id for one in session.clients}
    for line in unknown_ids(events, people, session.matcher.market_.row_of_id):
        tell(line)
    return events, session


def _groups(clients: Clients, by: str) -> dict[str, str]:
    """Client → group: gender is held for the audit only, age is grouped by decades."""
    if by == "gender":
        return {one.client_id: one.audit.gender for one in clients if one.audit.gender}
    return {one.client_id: f"{one.conditions.age // 10 * 10}-" for one in clients if one.conditions.age is not None}


def training(clients: str, source: Source, courses: str | None = None, tell: Tell = _quiet) -> tuple[Training, Session]:
    """N5: what is worth teaching to a caseload."""
    from jobmatch.dataset.catalogues import read_courses

    known = read_courses(courses) if courses else ()
    session = _open(clients, source, tell)
    return session.matcher.training(session.clients, known), session


def notes(
    file: str,
    source: Source | None = None,
    *,
    client_id: str | None = None,
    home: str | None = None,
    today: str | None = None,
    keep_identity: bool = False,
    corrections: Sequence[str] = (),
    tell: Tell = _quiet,
) -> Profile:
    """P: a note as a profile, corrected by hand; with postings, questions are in the order of what they change."""
    from jobmatch.intake.correct import corrected
    from jobmatch.intake.notes import read_notes

    day = None if today is None else day_of(today)
    read = read_notes(note_in(file), today=day, client_id=client_id, home=home, keep_identity=keep_identity)
    profile = corrected(read, corrections)
    if source is None:
        return profile
    matcher, _ = open_postings(source, tell)
    return replace(profile, questions=matcher.assess(profile.client).questions)


def note_in(file: str) -> str:
    """The text of a note: of a file in any encoding that files come in, or of standard input (``-``)."""
    if file == "-":
        return decode(sys.stdin.buffer.read(), "-")[0]
    return decode(load_bytes(Path(file)), Path(file).name)[0]


def index(source: Source, folder: str, jobs: int | None = None, tell: Tell = _quiet) -> tuple[dict[str, Any], bool]:
    """Build an index once, to use it in every command."""
    matcher, rejected = open_postings(source, tell, jobs)
    matcher.save(folder)
    return {"index": folder, **matcher.market_.about}, rejected


def index_update(
    folder: str, source: Source | None, closed: str | None, jobs: int | None = None, tell: Tell = _quiet
) -> tuple[dict[str, Any], bool]:
    """Postings added, replaced and closed in an index, the others not read anew."""
    from jobmatch.dataset.postings import read_ids
    from jobmatch.market.build import build_market
    from jobmatch.market.merge import merged
    from jobmatch.market.store import alone, load_market, save_market

    with alone(Path(folder)):
        old = load_market(Path(folder))
        postings = _postings(source, tell) if source else None
        new = None if postings is None else build_market(postings, old.about["home"], jobs)
        market = merged(old, new, read_ids(closed) if closed else ())
        save_market(market, Path(folder))
    told = {"index": folder, **market.about, "before": len(old), "read": 0 if new is None else len(new)}
    return told, bool(postings and postings.balance.rejected)


def screen(source: Source, minimum_wage: str | None = None, tell: Tell = _quiet) -> "tuple[list[Screened], bool]":
    """The postings in which something is unlawful or suspicious; ``minimum_wage`` is yuan a month, or a table."""
    from jobmatch.market.screened import screen_postings

    postings = _postings(source, tell)
    rates = _rates(minimum_wage, postings, source, tell)
    found = screen_postings(postings, rates)
    kinds = Counter(one.kind for posting in found for one in posting.findings if not one.lawful_exception)
    shown = say("word.comma").join(f"{say(f'finding.{kind}')} {count}" for kind, count in kinds.most_common())
    tell(say("progress.screened", read=len(postings), found=len(found), kinds=shown or "0"))
    return found, bool(postings.balance.rejected)


def _rates(
    minimum_wage: str | None, postings: "Postings", source: Source, tell: Tell
) -> "list[MinimumWage | None] | None":
    """The minimum wage of each posting, by a figure or a table; which have none is told."""
    from jobmatch.dataset.catalogues import MinimumWage, read_minimum_wages
    from jobmatch.market.low_pay import rates_of

    if minimum_wage is None:
        return None
    try:
        return [MinimumWage.everywhere(float(minimum_wage))] * len(postings)
    except ValueError:
        rates = rates_of(postings, read_minimum_wages(minimum_wage), source.day, source.home)
    missing = [str(posting) for posting, rate in zip(postings.frame["posting_id"], rates, strict=True) if rate is None]
    if missing:
        more = say("word.and-so-on") if len(missing) > _IDS_TOLD else ""
        tell(say("screened.no-rate", count=len(missing), ids=say("word.comma").join(missing[:_IDS_TOLD]) + more))
    return rates


def open_postings(source: Source, tell: Tell = _quiet, jobs: int | None = None) -> tuple[Matcher, bool]:
    """A matcher over a file of postings or an index; whether rows of the file were rejected."""
    day = source.day
    if Path(source.path).is_dir():
        return Matcher.load(source.path, as_of=day, settings=source.settings), False
    postings = _postings(source, tell)
    matcher = Matcher(as_of=day, settings=source.settings).index(postings, home=source.home, jobs=jobs)
    return matcher, bool(postings.balance.rejected)


def _postings(source: Source, tell: Tell) -> "Postings":
    """The postings of a file, with a word on what was read."""
    from jobmatch.dataset.postings import read_postings

    if Path(source.path).is_dir():
        raise UsageError("index-not-file", file=source.path)
    tell(say("progress.reading", file=source.path))
    postings = read_postings(source.path, mapping=dict(source.mapping), as_of=source.day)
    if source.rejected:
        postings.save_rejected(source.rejected)
    for line in postings.notices:
        tell(line)
    _tell_balance(postings.balance, tell)
    return postings


def _tell_balance(balance: "Balance", tell: Tell) -> None:
    tell(say("progress.balance", read=balance.read, accepted=balance.accepted, rejected=balance.rejected,
             duplicates=balance.duplicates))  # fmt: skip


_NOTES = (".txt", ".md")


def _people(clients: People, source: Source) -> Clients:
    """The clients of a file; a note is one client."""
    if not isinstance(clients, str):
        return read_clients(clients)
    if clients != "-" and not clients.lower().endswith(_NOTES):
        return read_clients(clients, as_of=source.day)
    today = None if source.day is None else source.day.isoformat()
    return read_clients([notes(clients, home=source.home, today=today).client])


def _decided(people: Clients, override: Decision) -> Clients:
    """The client with the level that the counsellor sets; for several at once there is no one reason."""
    if override is None:
        return people
    if len(people) != 1:
        raise UsageError("override-who", count=len(people))
    level, reason = override
    changed = Client.from_dict(people[0].to_dict() | {"override": {"level": level, "reason": reason}})
    return replace(people, items=(changed,))


def tell_rejected(rows: "Sequence[Rejected]", tell: Tell) -> None:
    """Say of each rejected row where it stands and why."""
    for row in rows:
        tell(say("word.at-row", file=row.file, row=row.row) + row.sentence())


def _open(clients: People, source: Source, tell: Tell, override: Decision = None, log: str | None = None) -> Session:
    from jobmatch.dataset.referrals import read_log

    if log:
        read_log(log)  # what cannot be read cannot be added to: told before any work
    people = _decided(_people(clients, source), override)
    for line in people.notices:
        tell(line)
    if isinstance(clients, str) and people.balance.read > 1:
        tell(say("progress.reading", file=clients))
        _tell_balance(people.balance, tell)
    tell_rejected(people.rows_rejected, tell)
    matcher, rejected = open_postings(source, tell)
    return Session(matcher, people, rejected or bool(people.balance.rejected), log)
