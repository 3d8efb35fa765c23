"""``jobmatch serve``: the local pages and the REST service."""

from typing import Any

import click

from jobmatch.cli.codes import DONE
from jobmatch.cli.options import model_option, postings_options, source_of, tell
from jobmatch.cli.words import Command, Language
from jobmatch.messages import say


@click.command(cls=Command, help=say("help.serve"))
@postings_options
@model_option
@click.option("--as-of", metavar="YYYY-MM-DD", help=say("option.as_of"))
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help=say("option.host"))
@click.option("--port", type=click.IntRange(0, 65535), default=8123, show_default=True, help=say("option.port"))
@click.option("--name", "names", multiple=True, metavar="NAME", help=say("option.name"))
@click.option("--lang", "language", type=Language(), help=say("option.serve_lang"))
@click.option("--debug", is_flag=True, expose_value=False, help=say("option.debug"))
def serve(
    host: str, port: int, names: tuple[str, ...], language: str | None, mapping: tuple[str, ...], **where: Any
) -> int:
    """Answer in a browser and to programs, until it is stopped."""
    from jobmatch.service import server

    server.serve(source_of(mapping=mapping, **where), host, port, names, language, tell)
    return DONE
