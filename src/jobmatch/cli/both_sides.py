"""The employers' side: clients for a posting, why a posting finds nobody, the matching fair."""

import json
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jobmatch.cli import give
from jobmatch.cli.codes import DONE, exit_code
from jobmatch.cli.options import (
    client_option,
    keep_inputs,
    language_option,
    model_option,
    postings_options,
    result_options,
    shape_option,
    source_of,
    tell,
)
from jobmatch.cli.words import Command
from jobmatch.errors import BadInput, UsageError
from jobmatch.messages import say

if TYPE_CHECKING:
    from jobmatch.workflows.source import Source


def _two_sides(f: Callable[..., int]) -> Callable[..., int]:
    """Clients, postings, a model and a way to answer; the command gets a ``source`` in place of what says where."""

    @client_option
    @postings_options
    @model_option
    @result_options
    @wraps(f)
    def command(
        postings: str, mapping: tuple[str, ...], home: str | None, rejected: str | None, as_of: str | None,
        model: str, clients: str, output: str | None, **own: Any,
    ) -> int:  # fmt: skip
        keep_inputs((clients, postings), (output, rejected))
        source = source_of(postings, mapping, home, rejected, as_of, model)
        return f(clients=clients, source=source, output=output, **own)

    return command


@click.command(cls=Command, help=say("help.refer"))
@click.option("--posting", "posting_id", required=True, metavar="ID", help=say("option.posting"))
@click.option("--top", type=click.IntRange(1, 1000), default=10, show_default=True, help=say("option.refer_top"))
@click.option("--consented", is_flag=True, help=say("option.consented"))
@click.option("--log", metavar="FILE.jsonl", help=say("option.log"))
@click.option("--no-congestion", is_flag=True, help=say("option.no_congestion"))
@_two_sides
def refer(posting_id: str, shape: str, output: str | None, **own: Any) -> int:
    """Clients for a posting, as anonymised cards."""
    from jobmatch.allocation.rules import id_of
    from jobmatch.reports import both_sides, cards
    from jobmatch.workflows import employers

    result, session = employers.refer(posting_id=id_of(posting_id), tell=tell, **own)
    if output and Path(output).suffix.lower() in cards.ENDINGS:
        cards.write_cards(output, both_sides.cards(result))
        tell(say("progress.wrote", file=output))
    else:
        give.one(result, shape, output, both_sides.referral)
    session.record()
    return exit_code(session.some_rejected)


@click.command(cls=Command, help=say("help.card"))
@click.argument("number", metavar="NUMBER")
@click.option("--log", required=True, metavar="FILE.jsonl", help=say("option.card_log"))
@shape_option
@language_option
def card(number: str, log: str, shape: str) -> int:
    """Whose card a number is."""
    from jobmatch.dataset.referrals import whose_card

    sent = whose_card(log, number)
    give.told({name: sent[name] for name in ("card", "client_id", "posting_id", "shown_on")}, shape, "card")
    return DONE


@click.command(cls=Command, help=say("help.vacancy"))
@click.option("--posting", "posting_id", required=True, metavar="ID", help=say("option.posting"))
@_two_sides
def vacancy(posting_id: str, shape: str, output: str | None, **own: Any) -> int:
    """Why a posting finds nobody, and what a change would bring."""
    from jobmatch.allocation.rules import id_of
    from jobmatch.reports import both_sides
    from jobmatch.workflows import employers

    result, session = employers.vacancy(posting_id=id_of(posting_id), tell=tell, **own)
    give.one(result, shape, output, both_sides.vacancy)
    return exit_code(session.some_rejected)


@click.command(cls=Command, help=say("help.fair"))
@click.option("--per-client", type=click.IntRange(1, 20), default=3, show_default=True, help=say("option.per_client"))
@click.option("--session", multiple=True, metavar="09:00-11:30", help=say("option.session"))
@click.option("--minutes", type=click.IntRange(5, 120), help=say("option.minutes"))
@click.option("--must", multiple=True, metavar="CLIENT=POSTING", help=say("option.must"))
@click.option("--never", multiple=True, metavar="CLIENT=POSTING", help=say("option.never"))
@click.option("--without", multiple=True, metavar="POSTING", help=say("option.without"))
@click.option("--keep", metavar="FAIR.json", help=say("option.keep"))
@click.option("--why", multiple=True, metavar="CLIENT=POSTING", help=say("option.why"))
@click.option("--log", metavar="FILE.jsonl", help=say("option.log"))
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help=say("option.fair_jobs"))
@_two_sides
def fair(
    clients: str, source: "Source", shape: str, output: str | None, why: tuple[str, ...], log: str | None, jobs: int,
    keep: str | None, **own: Any,
) -> int:  # fmt: skip
    """Who meets whom at a matching fair."""
    from jobmatch.allocation.rules import Rules, pairs_of
    from jobmatch.reports import both_sides, sheet
    from jobmatch.workflows import employers

    asked = pairs_of("why", why)
    rules = Rules.of(**own, keep=_plan(keep), named=keep or "")
    plan, session = employers.fair(clients, source, rules, asked, log, jobs, tell)
    if output and output.endswith(".xlsx"):
        give.workbook(output, both_sides.fair_sheets(plan), both_sides.fair_choices())
    elif output and output.endswith(".html"):
        give.text(output, sheet.page(both_sides.fair_pages(plan), say("page.fair")))
    else:
        give.one(plan, shape, output, both_sides.fair)
        if not output and shape == "table":
            tell(say("notice.fair-files"))
    if output or shape != "table":  # the table on the terminal says so itself
        for line in both_sides.fair_despite(plan):
            tell(line)
    if output or shape == "csv":  # the table and the JSON hold the answers
        for line in both_sides.fair_answers(plan):
            click.echo(line, err=not output)
    session.record()
    return exit_code(session.some_rejected)


def _plan(file: str | None) -> Any:
    """What an earlier plan holds."""
    from jobmatch.files.read import load_bytes

    try:
        return None if file is None else json.loads(load_bytes(Path(file)))
    except BadInput:
        raise
    except ValueError:
        raise UsageError("no-fair-plan", file=file) from None
