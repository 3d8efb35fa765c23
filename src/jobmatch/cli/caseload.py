"""``jobmatch case``: the casebook as a whole: rosters in and out, figures, whether it is whole, erasure."""

import click

from jobmatch.cli import give
from jobmatch.cli.casework import Ask, about_options, act, at_work, case, client_argument, option
from jobmatch.cli.codes import BAD_INPUT, DONE, exit_code
from jobmatch.cli.options import keep_inputs, language_option, mapping_of, tell
from jobmatch.messages import say

__all__ = ["case"]  # the group, with all its commands


@act("import")
@click.argument("file", metavar="ROSTER")
@click.option("--map", "mapping", multiple=True, metavar="COLUMN=FIELD", help=say("option.map"))
@click.option("--rejected", metavar="FILE", help=say("option.rejected"))
@about_options
@option("--dry-run", "dry_run", is_flag=True)
@option("--keep-identity", "keep_names", is_flag=True)
@at_work
def import_(
    ask: Ask, file: str, mapping: tuple[str, ...], rejected: str | None, office: str | None, counsellor: str | None,
    dry_run: bool, keep_identity: bool) -> int:  # fmt: skip
    """A roster taken in."""
    from jobmatch.casework import caseload

    keep_inputs((file,), (rejected, ask.output))
    about = {name: said for name, said in (("office", office), ("counsellor", counsellor)) if said}
    found = caseload.import_roster(
        ask.workplace,
        file,
        mapping_of(mapping),
        about,
        tell,
        dry_run=dry_run,
        keep_identity=keep_identity,
        rejected=rejected,
    )
    ask.told(found.to_dict())
    return exit_code(bool(found.rejected))


@act("export")
@click.option("--identity", "with_identity", is_flag=True, help=say("option.with_identity"))
@at_work
def export(ask: Ask, with_identity: bool) -> int:
    """The roster of all clients."""
    from jobmatch.casework import caseload

    give.rows(caseload.export(ask.workplace, with_identity), ask.shape, ask.output)
    return DONE


@act("numbers")
@option(
    "--per", "numbers_by", type=click.Choice(("level", "category", "office", "counsellor", "month")), default="office"
)
@option("--since", "since", metavar="YYYY-MM-DD")
@option("--until", "until", metavar="YYYY-MM-DD")
@at_work
def numbers(ask: Ask, per: str, since: str | None, until: str | None) -> int:
    """Figures of the casebook."""
    from jobmatch.casework import caseload

    give.numbers(caseload.numbers(ask.workplace, per, since, until), ask.shape, ask.output)
    return DONE


@act("undo")
@click.argument("batch", metavar="BATCH")
@at_work
def undo(ask: Ask, batch: str) -> int:
    """A batch taken back."""
    from jobmatch.casework import caseload

    ask.told(caseload.undo(ask.workplace, batch))
    return DONE


@act("verify")
@option("--rebuild", "rebuild", is_flag=True)
@at_work
def verify(ask: Ask, rebuild: bool) -> int:
    """Whether the events are whole; 3 where they are not, or where there are none."""
    from jobmatch.casework import caseload

    found = caseload.verify(ask.workplace, rebuild)
    give.sheets([found], ask.shape, ask.output, False, "verdict")
    return DONE if found.whole else BAD_INPUT


@act("erase")
@client_argument
@click.option("--reason", required=True, metavar="TEXT", help=say("option.because_words"))
@at_work
def erase(ask: Ask, client_id: str, reason: str) -> int:
    """A person erased on demand."""
    from jobmatch.casework import cases

    ask.told(cases.erase(ask.workplace, client_id, reason))
    return DONE


@act("key")
@language_option
def key() -> int:
    """A new key."""
    from jobmatch.casebook.identity import new_key

    click.echo(new_key())
    return DONE
