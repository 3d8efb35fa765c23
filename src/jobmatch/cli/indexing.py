"""``jobmatch index``: build an index once, change it daily."""

import json
from typing import Any

import click

from jobmatch.cli.codes import BAD_INPUT, DONE, exit_code
from jobmatch.cli.options import keep_inputs, language_option, source_of, tell
from jobmatch.cli.words import DefaultGroup
from jobmatch.messages import say


class Indexing(DefaultGroup):
    """A group that takes ``index POSTINGS -o DIR`` for ``index build POSTINGS -o DIR``."""

    default = "build"


@click.group(cls=Indexing, help=say("help.index"))
@language_option
def index() -> None:
    """The group."""


_map = click.option("--map", "mapping", multiple=True, metavar="COLUMN=FIELD", help=say("option.map"))
_rejected = click.option("--rejected", metavar="FILE", help=say("option.rejected"))
_as_of = click.option("--as-of", metavar="YYYY-MM-DD", help=say("option.read_on"))
_jobs = click.option("--jobs", type=click.IntRange(1, 64), default=None, help=say("option.jobs"))


@index.command("build", help=say("help.index-build"))
@click.argument("postings", metavar="POSTINGS")
@click.option("-o", "--output", "folder", required=True, metavar="DIR", help=say("option.folder"))
@_map
@click.option("--home", metavar="PLACE", help=say("option.home"))
@_rejected
@_as_of
@_jobs
@language_option
def build(postings: str, folder: str, jobs: int | None, rejected: str | None, **own: Any) -> int:
    """Build an index once, use it in every command."""
    from jobmatch.workflows import indexing

    keep_inputs((postings,), (rejected,))
    made, some_rejected = indexing.index(source_of(postings, rejected=rejected, **own), folder, jobs, tell)
    tell(say("progress.indexed", count=made["postings"], folder=folder))
    click.echo(json.dumps(made, ensure_ascii=False))
    return exit_code(some_rejected)


@index.command("update", help=say("help.index-update"))
@click.argument("folder", metavar="DIR")
@click.argument("postings", metavar="POSTINGS", required=False)
@click.option("--close", "closed", metavar="FILE", help=say("option.close"))
@_map
@_rejected
@_as_of
@_jobs
@language_option
def update(
    folder: str, postings: str | None, closed: str | None, jobs: int | None, rejected: str | None, **own: Any
) -> int:
    """Add, replace and close postings of an index; who reads it meanwhile sees the old one."""
    from jobmatch.workflows import indexing

    keep_inputs(filter(None, (postings, closed)), (rejected,))
    source = source_of(postings, home=None, rejected=rejected, **own) if postings else None
    made, some_rejected = indexing.index_update(folder, source, closed, jobs, tell)
    tell(say("progress.index-updated", count=made["postings"], before=made["before"], closed=made.get("closed", 0),
             read=made["read"], folder=folder))  # fmt: skip
    click.echo(json.dumps(made, ensure_ascii=False))
    return exit_code(some_rejected)


@index.command("verify", help=say("help.index-verify"))
@click.argument("folder", metavar="DIR")
@language_option
def verify(folder: str) -> int:
    """Check an index whole; 3 where it may not be used."""
    from jobmatch.workflows import indexing

    found = indexing.index_verify(folder)
    tell(found["text"])
    click.echo(json.dumps(found, ensure_ascii=False))
    return DONE if found["sound"] else BAD_INPUT
