"""``jobmatch train``: one command a model."""

import json
from pathlib import Path
from typing import Any

import click

from jobmatch.cli.codes import DONE
from jobmatch.cli.learning import outcomes
from jobmatch.cli.options import language_option, tell
from jobmatch.cli.words import DefaultGroup
from jobmatch.messages import say


class Training(DefaultGroup):
    """A group that takes ``train --outcomes …`` for ``train outcomes --outcomes …``."""

    default = "outcomes"


@click.group(cls=Training, help=say("help.train"))
@language_option
def train() -> None:
    """The group; each model is a command of its own."""


_data = click.option("--data", required=True, metavar="DIR", help=say("option.training_data"))
_output = click.option("-o", "--output", "folder", required=True, metavar="DIR", help=say("option.model_folder"))


def _learned(facts: Any) -> int:
    """Tell of a model that was trained."""
    click.echo(json.dumps(facts, ensure_ascii=False))
    return DONE


@train.command("occupations", help=say("help.train-occupations"))
@_data
@click.option("--cross-validate", is_flag=True, help=say("option.cross_validate"))
@_output
@language_option
def occupations(data: str, cross_validate: bool, folder: str) -> int:
    """The model that tells occupations from titles."""
    from jobmatch.learning.train_occupations import train as learn

    return _learned(learn(Path(data), Path(folder), cross_validate, tell))


@train.command("titles", help=say("help.train-titles"))
@_data
@click.option("--vectors", required=True, metavar="FILE", help=say("option.title_vectors"))
@_output
@language_option
def titles(data: str, vectors: str, folder: str) -> int:
    """The model that tells how alike two titles are."""
    from jobmatch.learning.train_titles import train as learn

    return _learned(learn(Path(data), Path(vectors), Path(folder), tell))


@train.command("screening", help=say("help.train-screening"))
@click.option("--data", required=True, multiple=True, metavar="DIR", help=say("option.training_data"))
@click.option("--lines", multiple=True, metavar="FILE", help=say("option.labelled_lines"))
@_output
@language_option
def screening(data: tuple[str, ...], lines: tuple[str, ...], folder: str) -> int:
    """The model that tells what a sentence of a posting asks."""
    from jobmatch.learning.train_screening import train as learn

    return _learned(learn([Path(one) for one in data], [Path(line) for line in lines], Path(folder), tell))


@train.command("notes", help=say("help.train-notes"))
@click.option("--lines", required=True, multiple=True, metavar="FILE", help=say("option.labelled_notes"))
@_output
@language_option
def notes(lines: tuple[str, ...], folder: str) -> int:
    """The model that tells what each stretch of a note says."""
    from jobmatch.learning.train_notes import train as learn

    return _learned(learn([Path(line) for line in lines], Path(folder), tell))


@train.command("trades", help=say("help.train-trades"))
@_output
@language_option
def trades(folder: str) -> int:
    """The model that tells kinds of work from how people say them."""
    from jobmatch.learning.train_trades import train as learn

    return _learned(learn(Path(folder), tell))


train.add_command(outcomes)
