"""``jobmatch case``: one client, one command an act."""

import getpass
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from jobmatch.cli import give
from jobmatch.cli.codes import DONE
from jobmatch.cli.options import (
    language_option,
    model_option,
    override_options,
    postings_options,
    result_options,
    source_of,
    tell,
)
from jobmatch.cli.words import Group, Words
from jobmatch.errors import UsageError
from jobmatch.messages import say

if TYPE_CHECKING:
    from jobmatch.casebook.desk import Desk
    from jobmatch.casebook.events import Event
    from jobmatch.casework.workplace import Workplace

F = TypeVar("F", bound=Callable[..., Any])
_OUTCOMES = ("declined", "no_answer", "applied", "interviewed", "rejected", "offered", "hired", "left", "retained")
_CATEGORIES = ("zero_employment_family", "employment_difficulty", "newly_unemployed", "seeking", "not_seeking",
               "employed", "unreachable", "by_facts")  # fmt: skip
_CLOSED = ("placed", "moved", "no_need", "withdrawn", "died", "other")


def option(name: str, help_key: str, **more: Any) -> Callable[[F], F]:
    """An option with its help in the language in force."""
    return click.option(name, help=say(f"option.{help_key}"), **more)


@dataclass(frozen=True)
class Ask:
    """What every command of the casebook is asked: where it works, and how to answer."""

    workplace: "Workplace"
    shape: str
    output: str | None

    def told(self, facts: Mapping[str, Any]) -> None:
        """Answer with some facts."""
        give.told(facts, self.shape, "case", self.output)


def at_work(f: Callable[..., int]) -> Callable[..., int]:
    """Give a command one ``Ask`` in place of the options that all of them share."""

    @option("--casebook", "casebook", required=True, envvar="JOBMATCH_CASEBOOK", metavar="PATH-or-URL")
    @option("--by", "by_whom", envvar="JOBMATCH_AUTHOR", metavar="NAME")
    @result_options
    @wraps(f)
    def command(casebook: str, by: str | None, as_of: str | None, shape: str, output: str | None, **own: Any) -> int:
        from jobmatch.casework.workplace import Workplace

        return f(Ask(Workplace(casebook, by or getpass.getuser(), as_of), shape, output), **own)

    return command


client_argument = click.argument("client_id", metavar="CLIENT")
posting_option = option("--posting", "outcome_posting", metavar="ID")
reason_option = option("--reason", "because_words", metavar="TEXT")
said_option = option("--said", "said", metavar="TEXT")


def about_options(f: F) -> F:
    """``--office`` and ``--counsellor``."""
    return option("--office", "office", metavar="NAME")(option("--counsellor", "counsellor", metavar="NAME")(f))


@click.group(cls=Group, help=say("help.case"))
@language_option
def case() -> None:
    """The group; each act is a command of its own."""


def act(name: str) -> Callable[[Callable[..., int]], click.Command]:
    """A command of the group."""
    return case.command(name, help=say(f"help.case-{name}"))


def done(ask: Ask, client_id: str, do: "Callable[[Desk], Event]") -> int:
    """One act at the desk, and how the client stands after it."""
    from jobmatch.casework import cases

    ask.told(cases.act(ask.workplace, client_id, do))
    return DONE


@act("add")
@click.argument("file", metavar="[FILE|-]", required=False)
@click.option("--id", "client_id", metavar="ID", help=say("option.case_id"))
@option("--name", "identity_name", metavar="NAME")
@option("--id-number", "identity_number", metavar="NUMBER")
@option("--phone", "identity_phone", metavar="NUMBER")
@option("--household", "household_id", metavar="ID")
@about_options
@click.option("--home", metavar="PLACE", help=say("option.notes_home"))
@at_work
def add(ask: Ask, file: str | None, client_id: str | None, **own: Any) -> int:
    """Begin a case."""
    from jobmatch.casework import cases

    about = {name: own[name] for name in ("office", "counsellor", "household")}
    who = {name: own[name] for name in ("name", "id_number", "phone")}
    ask.told(cases.add(ask.workplace, file, client_id, about, who, own["home"]))
    return DONE


@act("show")
@client_argument
@click.option("--identity", "with_identity", is_flag=True, help=say("option.with_identity"))
@at_work
def show(ask: Ask, client_id: str, with_identity: bool) -> int:
    """How a client stands."""
    from jobmatch.casework import cases

    give.sheets([cases.show(ask.workplace, client_id, with_identity)], ask.shape, ask.output, False, "case")
    return DONE


@act("note")
@client_argument
@click.argument("file", metavar="FILE|-")
@click.option("--home", metavar="PLACE", help=say("option.notes_home"))
@click.option("--set", "corrections", multiple=True, metavar="FIELD=VALUE", help=say("option.set"))
@at_work
def note(
    ask: Ask, client_id: str, file: str, home: str | None, corrections: tuple[str, ...]) -> int:  # fmt: skip
    """A note of a talk."""
    from jobmatch.casework import cases

    profile, told = cases.note(ask.workplace, client_id, file, home, corrections)
    if ask.shape == "table" and not ask.output:
        give.profiles([profile], ask.shape, ask.output)
    ask.told(told)
    return DONE


@act("assess")
@client_argument
@postings_options
@override_options
@model_option
@at_work
def assess(ask: Ask, client_id: str, level: int | None, because: str | None, **own: Any) -> int:
    """The level, recorded."""
    from jobmatch.casework import cases
    from jobmatch.workflows.session import decision_of

    def given(found: Any) -> None:
        give.assessments([found], ask.shape, ask.output, False)

    cases.assess(ask.workplace, client_id, source_of(**own), decision_of(level, because), tell, given)
    return DONE


@act("recommend")
@client_argument
@click.option("--top", type=click.IntRange(1, 1000), default=3, show_default=True, help=say("option.top"))
@postings_options
@model_option
@at_work
def recommend(ask: Ask, client_id: str, top: int, **own: Any) -> int:
    """N3, recorded with the whole slate."""
    from jobmatch.casework import cases

    def given(slate: Any) -> None:
        give.recommendations([slate], ask.shape, ask.output, False)

    cases.recommend(ask.workplace, client_id, source_of(**own), top, tell, given)
    return DONE


@act("measure")
@client_argument
@click.argument("measure", type=click.Choice(("N1", "N2", "N3", "N4", "N5", "N6")))
@said_option
@at_work
def measure(ask: Ask, client_id: str, measure: str, said: str | None) -> int:
    """A measure that was given."""
    return done(ask, client_id, lambda desk: desk.measure(client_id, measure, said))


@act("refer")
@client_argument
@click.option("--posting", "posting_id", required=True, metavar="ID", help=say("option.outcome_posting"))
@option("--way", "referral_way", type=Words(("directed", "direct"), "what"), default="directed", show_default=True)
@said_option
@at_work
def refer(ask: Ask, client_id: str, posting_id: str, way: str, said: str | None) -> int:
    """A recommendation was acted on."""
    return done(ask, client_id, lambda desk: desk.refer(client_id, posting_id, way, said))


@act("outcome")
@client_argument
@posting_option
@option("--event", "outcome_event", type=Words(_OUTCOMES, "what"))
@option("--because", "outcome_because", type=Words(("employer", "distance", "work", "pay", "other"), "because"))
@reason_option
@option("--take-back", "take_back", type=int, metavar="EVENT")
@at_work
def outcome(
    ask: Ask, client_id: str, posting: str | None, event: str | None, because: str | None, reason: str | None,
    take_back: int | None) -> int:  # fmt: skip
    """What came of a job."""
    if take_back is not None and event is None:
        return done(ask, client_id, lambda desk: desk.take_back(client_id, take_back, reason))
    if take_back is not None or event is None or (posting is None and event not in ("left", "retained")):
        raise UsageError("outcome-one")
    if because is not None and event != "declined":  # it would be ignored in silence
        raise UsageError("because-declined")
    return done(ask, client_id, lambda desk: desk.outcome(client_id, event, posting, because=because, reason=reason))


@act("category")
@client_argument
@click.argument("category", type=Words(_CATEGORIES, "what"))
@click.option("--reason", required=True, metavar="TEXT", help=say("option.because_words"))
@at_work
def category(ask: Ask, client_id: str, category: str, reason: str) -> int:
    """The category set by hand."""
    return done(ask, client_id, lambda desk: desk.category(client_id, category, reason))


@act("household")
@click.argument("household", metavar="HOUSEHOLD")
@click.argument("client_ids", metavar="CLIENT...", nargs=-1, required=True)
@at_work
def household(ask: Ask, household: str, client_ids: tuple[str, ...]) -> int:
    """Clients of one household."""
    from jobmatch.casework import cases

    ask.told(cases.link(ask.workplace, household, client_ids))
    return DONE


@act("close")
@client_argument
@option("--why", "close_why", type=Words(_CLOSED, "what"), required=True)
@reason_option
@at_work
def close(ask: Ask, client_id: str, why: str, reason: str | None) -> int:
    """Nothing more is due."""
    return done(ask, client_id, lambda desk: desk.close(client_id, why, reason))


@act("reopen")
@client_argument
@reason_option
@at_work
def reopen(ask: Ask, client_id: str, reason: str | None) -> int:
    """A closed case goes on."""
    return done(ask, client_id, lambda desk: desk.reopen(client_id, reason))
