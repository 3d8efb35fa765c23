"""``jobmatch follow-up``: whom to ask today, and why."""

import click

from jobmatch.cli import give
from jobmatch.cli.casework import Ask, about_options, at_work, client_argument, done, said_option
from jobmatch.cli.codes import DONE
from jobmatch.cli.options import language_option, tell
from jobmatch.cli.words import Group, Words
from jobmatch.errors import UsageError
from jobmatch.messages import say


@click.group("follow-up", cls=Group, help=say("help.follow-up"))
@language_option
def follow_up() -> None:
    """The group."""


@follow_up.command("due", help=say("help.follow-up-due"))
@about_options
@click.option("--top", type=click.IntRange(min=1), metavar="N", help=say("option.due_top"))
@at_work
def due(ask: Ask, office: str | None, counsellor: str | None, top: int | None) -> int:
    """Contacts that are due, and promises at risk."""
    from jobmatch.casework import cases

    found = cases.due(ask.workplace, office, counsellor, top)
    give.sheets([found], ask.shape, ask.output, False, "agenda")
    if found.count > len(found.due) and (ask.output or ask.shape == "csv"):  # the table and the JSON say it
        tell(say("agenda.heading", on=found.day, count=found.count) + say("agenda.shown", count=len(found.due)))
    return DONE


@follow_up.command("done", help=say("help.follow-up-done"))
@client_argument
@click.option(
    "--result", type=Words(("reached", "no_answer", "unreachable"), "what"), default="reached", show_default=True,
    help=say("option.contact_result"),
)  # fmt: skip
@click.option("--kept", is_flag=True, help=say("option.kept"))
@click.option("--left", is_flag=True, help=say("option.left"))
@said_option
@at_work
def contacted(ask: Ask, client_id: str, result: str, kept: bool, left: bool, said: str | None) -> int:
    """A contact, and whether the job was kept."""
    if (kept and left) or ((kept or left) and result != "reached"):
        raise UsageError("kept-or-left")
    if kept or left:
        return done(
            ask, client_id, lambda desk: desk.outcome(client_id, "retained" if kept else "left", None, reason=said)
        )
    return done(ask, client_id, lambda desk: desk.contact(client_id, result, said))


@follow_up.command("calendar", help=say("help.follow-up-calendar"))
@about_options
@at_work
def calendar(ask: Ask, office: str | None, counsellor: str | None) -> int:
    """What runs for everybody, as a calendar."""
    from jobmatch.casework import cases

    give.calendar(cases.calendar(ask.workplace, office, counsellor), ask.output)
    return DONE
