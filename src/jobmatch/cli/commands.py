"""The commands: each parses, calls one workflow, and gives the result."""

import json
from typing import Any

import click

from jobmatch.cli import give
from jobmatch.cli.codes import DONE, FAULT, exit_code
from jobmatch.cli.options import (
    Request,
    keep_inputs,
    language_option,
    postings_file_options,
    result_options,
    shape_option,
    source_of,
    tell,
    with_request,
)
from jobmatch.cli.words import Group
from jobmatch.messages import say


@click.group(cls=Group, help=say("help.jobmatch"), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="jobmatch")
@language_option
def jobmatch() -> None:
    """The group; its help is in the language in force."""


@jobmatch.command(help=say("help.demo"))
@result_options
def demo(shape: str, output: str | None, as_of: str | None) -> int:
    """The main job on what the package brings along."""
    from jobmatch import demo as data
    from jobmatch.workflows.answers import recommend
    from jobmatch.workflows.source import Source

    source = Source(str(data.postings_path()), as_of=data.AS_OF if as_of is None else as_of)
    results, _ = recommend(str(data.clients_path()), source)
    if shape == "table" and not output:
        click.echo(say("show.made-up"))
    give.recommendations(results, shape, output, many=True)
    return DONE


@jobmatch.command(help=say("help.recommend"))
@click.option("--top", type=click.IntRange(1, 1000), default=3, show_default=True, help=say("option.top"))
@click.option("--log", metavar="FILE.jsonl", help=say("option.log"))
@click.option("--no-congestion", is_flag=True, help=say("option.no_congestion"))
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help=say("option.batch_jobs"))
@with_request
def recommend(request: Request, top: int, log: str | None, no_congestion: bool, jobs: int) -> int:
    """N3 for one client or many."""
    from jobmatch.workflows import answers

    if request.output and request.output.endswith((".jsonl", ".parquet")) and not log:
        rejected = answers.recommend_to_file(
            request.clients, request.source, request.output, top, jobs, tell, request.override
        )
        return exit_code(rejected)
    results, session = answers.recommend(
        request.clients, request.source, top, tell, request.override, log, no_congestion
    )
    if jobs > 1:
        tell(say("show.jobs-unused"))
    people = len(session.clients)
    give.recommendations(give.with_progress(results, people, tell), request.shape, request.output, people > 1)
    session.record()
    return exit_code(session.some_rejected)


@jobmatch.command(help=say("help.explain"))
@click.option("--posting", "posting_id", required=True, metavar="ID", help=say("option.posting"))
@with_request
def explain(request: Request, posting_id: str) -> int:
    """Why this job, line by line; why not, where a limit excludes it."""
    from jobmatch.workflows import answers

    results, session = answers.explain(request.clients, request.source, posting_id, tell, request.override)
    give.explanations(results, request.shape, request.output, len(session.clients) > 1)
    return exit_code(session.some_rejected)


@jobmatch.command(help=say("help.assess"))
@with_request
def assess(request: Request) -> int:
    """The level, its rules, the market figures, what would change it."""
    from jobmatch.workflows import answers

    results, session = answers.assess(request.clients, request.source, tell, request.override)
    give.assessments(results, request.shape, request.output, len(session.clients) > 1)
    return exit_code(session.some_rejected)


@jobmatch.command("what-if", help=say("help.what-if"))
@with_request
def what_if(request: Request) -> int:
    """N1: what each concession, skill or certificate would open."""
    from jobmatch.workflows import answers

    results, session = answers.what_if(request.clients, request.source, tell, request.override)
    give.sheets(results, request.shape, request.output, len(session.clients) > 1, "what_if")
    return exit_code(session.some_rejected)


@jobmatch.command(help=say("help.directions"))
@with_request
def directions(request: Request) -> int:
    """N1: occupations within reach."""
    from jobmatch.workflows import answers

    results, session = answers.directions(request.clients, request.source, tell, request.override)
    give.sheets(results, request.shape, request.output, len(session.clients) > 1, "directions")
    return exit_code(session.some_rejected)


@jobmatch.command(help=say("help.plan"))
@click.option("--policies", metavar="FILE", help=say("option.policies"))
@with_request
def plan(request: Request, policies: str | None) -> int:
    """N1 to N6 with dates, the way towards work, follow-up and promises."""
    from jobmatch.workflows import answers

    results, session = answers.plan(request.clients, request.source, policies, tell, request.override)
    give.plans(results, request.shape, request.output, len(session.clients) > 1)
    return exit_code(session.some_rejected)


@jobmatch.command(help=say("help.training"))
@click.option("--courses", metavar="FILE", help=say("option.courses"))
@with_request
def training(request: Request, courses: str | None) -> int:
    """N5: which course would open most jobs, for one client or a caseload."""
    from jobmatch.workflows import answers

    result, session = answers.training(request.clients, request.source, courses, tell)
    give.sheets([result], request.shape, request.output, False, "training")
    return exit_code(session.some_rejected)


@jobmatch.command(help=say("help.screen"))
@click.option("--minimum-wage", metavar="YUAN-or-FILE", help=say("option.minimum_wage"))
@postings_file_options
@result_options
def screen(
    postings: str, mapping: tuple[str, ...], home: str | None, rejected: str | None, shape: str, output: str | None,
    as_of: str | None, minimum_wage: str | None,
) -> int:  # fmt: skip
    """Unlawful or suspicious postings, with the words and the ground."""
    from jobmatch.workflows import screening

    keep_inputs(filter(None, (postings, minimum_wage)), (output, rejected))
    source = source_of(postings, mapping, home, rejected, as_of)
    found, some_rejected = screening.screen(source, minimum_wage, tell)
    give.screened(found, shape, output)
    return exit_code(some_rejected)


@jobmatch.command("read-notes", help=say("help.read-notes"))
@click.argument("file", metavar="FILE|-")
@click.option("--id", "client_id", metavar="ID", help=say("option.notes_id"))
@click.option("--home", metavar="PLACE", help=say("option.notes_home"))
@click.option("--postings", metavar="FILE-or-INDEX", help=say("option.notes_postings"))
@click.option("--set", "corrections", multiple=True, metavar="FIELD=VALUE", help=say("option.set"))
@click.option("--review", is_flag=True, help=say("option.review"))
@click.option("--keep-identity", is_flag=True, help=say("option.keep_identity"))
@result_options
def read_notes(
    file: str, postings: str | None, review: bool, shape: str, output: str | None, as_of: str | None, **own: Any
) -> int:
    """P: a counsellor's notes as a profile, each field with its words."""
    from jobmatch.workflows.notes import notes

    keep_inputs(filter(None, (file, postings)), (output,))
    source = source_of(postings, (), None, None, as_of) if postings else None
    profile = notes(file, source, today=as_of, tell=tell, **own)
    give.profiles([profile], "table" if review else shape, output)
    return DONE


@jobmatch.command(help=say("help.schema"))
@click.argument("what", type=click.Choice(["client", "level"]))
@language_option
def schema(what: str) -> int:
    """The JSON Schema of what goes in; the rules of the level."""
    from jobmatch.level.rules import text
    from jobmatch.records.client import Client

    if what == "level":
        click.echo(text())
    else:
        click.echo(json.dumps(Client.model_json_schema(by_alias=True), ensure_ascii=False, indent=2))
    return DONE


@jobmatch.command(help=say("help.doctor"))
@shape_option
@language_option
def doctor(shape: str) -> int:
    """What is installed and whether this machine is fit."""
    from jobmatch.doctor import examine

    found = examine()
    if shape == "json":
        click.echo(json.dumps([one.to_dict() for one in found], ensure_ascii=False))
    else:
        for one in found:
            click.echo(f"{'✓' if one.fit else '✗'} {one.name:<24} {one.words}")
    return DONE if all(one.fit or one.optional for one in found) else FAULT


jobmatch.late = {
    name: (f"jobmatch.cli.{module}", name.replace("-", "_"))
    for module, names in {
        "both_sides": ("refer", "card", "vacancy", "fair"),
        "caseload": ("case",),
        "follow_up": ("follow-up",),
        "indexing": ("index",),
        "learning": ("evaluate", "models"),
        "serving": ("serve",),
        "training": ("train",),
    }.items()
    for name in names
}
