"""``jobmatch case``: the casebook, one command an act."""

import getpass
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from jobmatch.cli import give
from jobmatch.cli.options import (
    exit_code,
    language_option,
    mapping_of,
    model_option,
    override_of,
    override_options,
    postings_options,
    result_options,
    source_of,
    tell,
)
from jobmatch.cli.words import Group
from jobmatch.errors import UsageError
from jobmatch.messages import say

if TYPE_CHECKING:
    from jobmatch.casework import Place

F = TypeVar("F", bound=Callable[..., Any])
DONE = 0
_OUTCOMES = ("declined", "no_answer", "applied", "interviewed", "rejected", "offered", "hired", "left", "retained")
_CATEGORIES = ("zero_employment_family", "employment_difficulty", "newly_unemployed", "seeking", "not_seeking",
               "employed", "unreachable", "by_facts")  # fmt: skip
_CLOSED = ("placed", "moved", "no_need", "withdrawn", "died", "other")


def _option(name: str, help_key: str, **more: Any) -> Callable[[F], F]:
    return click.option(name, help=say(f"option.{help_key}"), **more)


@dataclass(frozen=True)
class Ask:
    """What every command of the casebook is asked: where it works, and how to answer."""

    place: "Place"
    shape: str
    output: str | None

    def told(self, facts: Mapping[str, Any]) -> None:
        """Answer with some facts."""
        give.told(facts, self.shape, "case", self.output)


def at_work(f: Callable[..., int]) -> Callable[..., int]:
    """Give a command one ``Ask`` in place of the options that all of them share."""

    @_option("--casebook", "casebook", required=True, envvar="JOBMATCH_CASEBOOK", metavar="PATH-or-URL")
    @_option("--by", "by_whom", envvar="JOBMATCH_AUTHOR", metavar="NAME")
    @result_options
    @wraps(f)
    def command(casebook: str, by: str | None, as_of: str | None, shape: str, output: str | None, **own: Any) -> int:
        from jobmatch.casework import Place

        return f(Ask(Place(casebook, by or getpass.getuser(), as_of), shape, output), **own)

    return command


client = click.argument("client_id", metavar="CLIENT")
posting = _option("--posting", "outcome_posting", metavar="ID")
reason = _option("--reason", "because_words", metavar="TEXT")
said = _option("--said", "said", metavar="TEXT")


def about_options(f: F) -> F:
    """``--office`` and ``--counsellor``."""
    return _option("--office", "office", metavar="NAME")(_option("--counsellor", "counsellor", metavar="NAME")(f))


@click.group(cls=Group, help=say("help.case"))
@language_option
def case() -> None:
    """The group; each act is a command of its own."""


def _act(name: str) -> Callable[[Callable[..., int]], click.Command]:
    return case.command(name, help=say(f"help.case-{name}"))


def done(ask: Ask, client_id: str, what: str, *said: Any, **more: Any) -> int:
    """One act at the desk, and how the client stands after it."""
    from jobmatch import casework

    ask.told(casework.act(ask.place, client_id, what, *said, **more))
    return DONE


@_act("add")
@click.argument("file", metavar="[FILE|-]", required=False)
@click.option("--id", "client_id", metavar="ID", help=say("option.case_id"))
@_option("--name", "identity_name", metavar="NAME")
@_option("--id-number", "identity_number", metavar="NUMBER")
@_option("--phone", "identity_phone", metavar="NUMBER")
@_option("--household", "household_id", metavar="ID")
@about_options
@click.option("--home", metavar="PLACE", help=say("option.notes_home"))
@at_work
def add(ask: Ask, file: str | None, client_id: str | None, **own: Any) -> int:
    """Begin a case."""
    from jobmatch import casework

    about = {name: own[name] for name in ("office", "counsellor", "household")}
    who = {name: own[name] for name in ("name", "id_number", "phone")}
    ask.told(casework.add(ask.place, file, client_id, about, who, own["home"]))
    return DONE


@_act("show")
@client
@click.option("--identity", "with_identity", is_flag=True, help=say("option.with_identity"))
@at_work
def show(ask: Ask, client_id: str, with_identity: bool) -> int:
    """How a client stands."""
    from jobmatch import casework

    give.sheets([casework.show(ask.place, client_id, with_identity)], ask.shape, ask.output, False, "case")
    return DONE


@_act("note")
@client
@click.argument("file", metavar="FILE|-")
@click.option("--home", metavar="PLACE", help=say("option.notes_home"))
@click.option("--set", "corrections", multiple=True, metavar="FIELD=VALUE", help=say("option.set"))
@at_work
def note(
    ask: Ask, client_id: str, file: str, home: str | None, corrections: tuple[str, ...]) -> int:  # fmt: skip
    """A note of a talk."""
    from jobmatch import casework

    profile, told = casework.note(ask.place, client_id, file, home, corrections)
    if ask.shape == "table" and not ask.output:
        give.profiles([profile], ask.shape, ask.output)
    ask.told(told)
    return DONE


@_act("assess")
@client
@postings_options
@override_options
@model_option
@at_work
def assess(ask: Ask, client_id: str, level: int | None, because: str | None, **own: Any) -> int:
    """The level, recorded."""
    from jobmatch import casework

    source = source_of(**own)
    give.assessments(
        [casework.assess(ask.place, client_id, source, override_of(level, because), tell)], ask.shape, ask.output, False
    )
    return DONE


@_act("recommend")
@client
@click.option("--top", type=click.IntRange(1, 1000), default=3, show_default=True, help=say("option.top"))
@postings_options
@model_option
@at_work
def recommend(ask: Ask, client_id: str, top: int, **own: Any) -> int:
    """N3, recorded with the whole slate."""
    from jobmatch import casework

    slate = casework.recommend(ask.place, client_id, source_of(**own), top, tell)
    give.recommendations([slate], ask.shape, ask.output, False)
    return DONE


@_act("measure")
@client
@click.argument("measure", type=click.Choice(("N1", "N2", "N3", "N4", "N5", "N6")))
@said
@at_work
def measure(ask: Ask, client_id: str, measure: str, said: str | None) -> int:
    """A measure that was given."""
    return done(ask, client_id, "measure", measure, said)


@_act("refer")
@client
@click.option("--posting", "posting_id", required=True, metavar="ID", help=say("option.outcome_posting"))
@_option("--way", "referral_way", type=click.Choice(("directed", "direct")), default="directed", show_default=True)
@said
@at_work
def refer(ask: Ask, client_id: str, posting_id: str, way: str, said: str | None) -> int:
    """A recommendation was acted on."""
    return done(ask, client_id, "refer", posting_id, way, said)


@_act("outcome")
@client
@posting
@_option("--event", "outcome_event", type=click.Choice(_OUTCOMES))
@_option("--because", "outcome_because", type=click.Choice(("employer", "distance", "work", "pay", "other")))
@reason
@_option("--take-back", "take_back", type=int, metavar="EVENT")
@at_work
def outcome(
    ask: Ask, client_id: str, posting: str | None, event: str | None, because: str | None, reason: str | None,
    take_back: int | None) -> int:  # fmt: skip
    """What came of a job."""
    if (event is None) == (take_back is None) or (event not in (None, "left", "retained") and posting is None):
        raise UsageError("outcome-one")
    if take_back is not None:
        return done(ask, client_id, "take_back", take_back, reason)
    return done(ask, client_id, "outcome", event, posting, because=because, reason=reason)


@_act("category")
@client
@click.argument("category", type=click.Choice(_CATEGORIES))
@click.option("--reason", required=True, metavar="TEXT", help=say("option.because_words"))
@at_work
def category(ask: Ask, client_id: str, category: str, reason: str) -> int:
    """The category set by hand."""
    return done(ask, client_id, "category", category, reason)


@_act("household")
@click.argument("household", metavar="HOUSEHOLD")
@click.argument("client_ids", metavar="CLIENT...", nargs=-1, required=True)
@at_work
def household(ask: Ask, household: str, client_ids: tuple[str, ...]) -> int:
    """Clients of one household."""
    from jobmatch import casework

    ask.told(casework.link(ask.place, household, client_ids))
    return DONE


@_act("close")
@client
@_option("--why", "close_why", type=click.Choice(_CLOSED), required=True)
@reason
@at_work
def close(ask: Ask, client_id: str, why: str, reason: str | None) -> int:
    """Nothing more is due."""
    return done(ask, client_id, "close", why, reason)


@_act("reopen")
@client
@reason
@at_work
def reopen(ask: Ask, client_id: str, reason: str | None) -> int:
    """A closed case goes on."""
    return done(ask, client_id, "reopen", reason)


@_act("import")
@click.argument("file", metavar="ROSTER")
@click.option("--map", "mapping", multiple=True, metavar="COLUMN=FIELD", help=say("option.map"))
@about_options
@_option("--dry-run", "dry_run", is_flag=True)
@_option("--keep-identity", "keep_names", is_flag=True)
@at_work
def import_(
    ask: Ask, file: str, mapping: tuple[str, ...], office: str | None, counsellor: str | None, dry_run: bool,
    keep_identity: bool) -> int:  # fmt: skip
    """A roster taken in."""
    from jobmatch import casework

    about = {name: said for name, said in (("office", office), ("counsellor", counsellor)) if said}
    found = casework.import_roster(
        ask.place, file, mapping_of(mapping), about, tell, dry_run=dry_run, keep_identity=keep_identity
    )
    ask.told(found.to_dict())
    return exit_code(bool(found.rejected))


@_act("export")
@click.option("--identity", "with_identity", is_flag=True, help=say("option.with_identity"))
@at_work
def export(ask: Ask, with_identity: bool) -> int:
    """The roster of all clients."""
    from jobmatch import casework

    give.rows(casework.export(ask.place, with_identity), ask.shape, ask.output)
    return DONE


@_act("numbers")
@_option(
    "--per", "numbers_by", type=click.Choice(("level", "category", "office", "counsellor", "month")), default="office"
)
@_option("--since", "since", metavar="YYYY-MM-DD")
@_option("--until", "until", metavar="YYYY-MM-DD")
@at_work
def numbers(ask: Ask, per: str, since: str | None, until: str | None) -> int:
    """Figures of the casebook."""
    from jobmatch import casework

    give.sheets([casework.numbers(ask.place, per, since, until)], ask.shape, ask.output, False, "numbers")
    return DONE


@_act("undo")
@click.argument("batch", metavar="BATCH")
@at_work
def undo(ask: Ask, batch: str) -> int:
    """A batch taken back."""
    from jobmatch import casework

    ask.told(casework.undo(ask.place, batch))
    return DONE


@_act("verify")
@_option("--rebuild", "rebuild", is_flag=True)
@at_work
def verify(ask: Ask, rebuild: bool) -> int:
    """Whether the events are whole; 3 where they are not."""
    from jobmatch import casework

    found = casework.verify(ask.place, rebuild)
    give.sheets([found], ask.shape, ask.output, False, "verdict")
    return 3 if found.faults else DONE


@_act("erase")
@client
@click.option("--reason", required=True, metavar="TEXT", help=say("option.because_words"))
@at_work
def erase(ask: Ask, client_id: str, reason: str) -> int:
    """A person erased on demand."""
    from jobmatch import casework

    ask.told(casework.erase(ask.place, client_id, reason))
    return DONE


@_act("key")
@language_option
def key() -> int:
    """A new key."""
    from jobmatch.casebook.identity import new_key

    click.echo(new_key())
    return DONE
