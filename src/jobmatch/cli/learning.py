"""Retraining, judging, and the models of a folder."""

from collections.abc import Callable
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
from jobmatch.cli.words import Command, Group
from jobmatch.errors import UsageError
from jobmatch.messages import say

if TYPE_CHECKING:
    from jobmatch.learning.models import Models


@click.command("outcomes", cls=Command, help=say("help.train-outcomes"))
@click.option("--outcomes", metavar="FILE", help=say("option.outcomes"))
@click.option("--client", "--clients", "clients", metavar="FILE", help=say("option.client"))
@click.option("--from-casebook", "casebook", metavar="PATH-or-URL", help=say("option.from_casebook"))
@postings_options
@click.option("--as-of", metavar="YYYY-MM-DD", help=say("option.as_of"))
@click.option("-o", "--output", "folder", required=True, metavar="DIR", help=say("option.models"))
@shape_option
@language_option
def outcomes(
    outcomes: str | None, clients: str | None, casebook: str | None, folder: str, shape: str, **own: Any
) -> int:
    """Retraining from placement outcomes, judged before it takes over."""
    from jobmatch.casework import caseload
    from jobmatch.workflows import learning

    if (casebook is None) != (outcomes is not None and clients is not None) or (casebook and (outcomes or clients)):
        raise UsageError("train-from")
    source = source_of(**own)
    from_where = caseload.learned_from(casebook) if casebook else (outcomes or "", clients or "")
    made, some_rejected = learning.train(from_where[0], from_where[1], source, folder, tell)
    give.told(made, shape, "train")
    return exit_code(some_rejected)


@click.command(cls=Command, help=say("help.evaluate"))
@click.option("--outcomes", required=True, metavar="FILE", help=say("option.outcomes"))
@click.option("--by", type=click.Choice(("level", "gender", "age")), help=say("option.by"))
@click.option("--top", type=click.IntRange(1, 1000), default=10, show_default=True, help=say("option.top"))
@client_option
@postings_options
@model_option
@result_options
def evaluate(
    outcomes: str, by: str | None, top: int, clients: str, model: str, shape: str, output: str | None, **own: Any
) -> int:
    """Lists held against what became of the clients."""
    from jobmatch.workflows import learning

    source = source_of(**own, model=model)
    keep_inputs((outcomes, clients, source.path), (output,))
    report, some_rejected = learning.evaluate(outcomes, clients, source, by, top, tell)
    give.evaluation(report, shape, output)
    return exit_code(some_rejected)


@click.group(cls=Group, help=say("help.models"))
@language_option
def models() -> None:
    """The models of a folder."""


def _models_command(name: str, *more: str) -> Callable[[Callable[..., int]], click.Command]:
    """A command over the models of a folder, with the names of models as further arguments."""

    def command(f: Callable[..., int]) -> click.Command:
        for argument in reversed(("folder", *more)):
            f = click.argument(argument, metavar=argument.upper() if argument != "folder" else "DIR")(f)
        return models.command(name, help=say(f"help.models-{name}"))(shape_option(language_option(f)))

    return command


def _opened(folder: str) -> "Models":
    """The models of a folder that holds some."""
    from jobmatch.learning.models import Models

    found = Models(Path(folder))
    found.check_folder()
    return found


@_models_command("list")
def models_list(folder: str, shape: str) -> int:
    """Every model, and which is in force."""
    found = _opened(folder)
    give.told({"champion": found.champion, "models": found.names()}, shape, "models")
    return DONE


@_models_command("show", "name")
def models_show(folder: str, name: str, shape: str) -> int:
    """How a model was made and what it moves."""
    give.told(_opened(folder).facts(name), shape, "models")
    return DONE


@_models_command("promote", "name")
def models_promote(folder: str, name: str, shape: str) -> int:
    """Put a model in force."""
    found = _opened(folder)
    found.promote(name)
    give.told({"champion": found.champion}, shape, "models")
    return DONE


@_models_command("rollback")
def models_rollback(folder: str, shape: str) -> int:
    """Put the model before in force again."""
    give.told({"champion": _opened(folder).rollback()}, shape, "models")
    return DONE


@_models_command("diff", "one", "other")
def models_diff(folder: str, one: str, other: str, shape: str) -> int:
    """Where the weights of two models differ."""
    give.told(_opened(folder).diff(one, other), shape, "models")
    return DONE
