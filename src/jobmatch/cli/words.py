"""Click's own words in the language in force: help pages and faults of usage."""

import re
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Final

import click

from jobmatch.cli.codes import DONE
from jobmatch.cli.streams import let_go_of_output
from jobmatch.messages import LANGUAGES, TAIWAN, language, language_of, listing, said, say
from jobmatch.patterns import late

# what click writes by itself → the key under which messages.toml has it
_HELP = {
    "Usage:": "usage",
    "Options:": "options",
    "Commands:": "commands",
    "Show this message and exit.": "help",
    "Show the version and exit.": "version",
    "[OPTIONS]": "options-mark",
    "COMMAND [ARGS]...": "command-mark",
    "[required]": "required",
    "[default: ": "default",
    "; required]": "also-required",
}


_EXTRA: Final = late(r"Got unexpected extra arguments? \((.*)\)", re.S)


class Words(click.Choice[str]):
    """Words of the program, taken also as people say them in the language in force (``topic`` of the messages)."""

    def __init__(self, choices: Sequence[str], topic: str) -> None:
        super().__init__(choices)
        self.topic = topic

    def said(self) -> dict[str, str]:
        """Each choice as people say it."""
        return {str(choice): said(f"{self.topic}.{choice}") or str(choice) for choice in self.choices}

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """What a help page shows: the words that people say."""
        del param, ctx
        return f"[{'|'.join(self.said().values())}]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The choice, by its own word or by that of people."""
        by_words = {words: choice for choice, words in self.said().items()}
        return super().convert(by_words.get(value, value), param, ctx)


class Language(click.Choice[str]):
    """A language, Traditional Chinese also by its other names: zh_TW, zh-Hant."""

    def __init__(self) -> None:
        super().__init__(LANGUAGES)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The language by its own name."""
        return super().convert(TAIWAN if language_of(value) == TAIWAN else value, param, ctx)


def translated(page: str) -> str:
    """A help page with click's own words in the language in force."""
    if language() == "en":
        return page
    for english, key in _HELP.items():
        page = page.replace(english, say(f"click.{key}"))
    return page


class Command(click.Command):
    """A command whose help is in one language throughout."""

    def get_help(self, ctx: click.Context) -> str:
        """The help page."""
        return translated(super().get_help(ctx))


class Group(click.Group):
    """A group of such commands; those named in ``late`` (by module and name) are imported when they are asked for."""

    command_class = Command
    late: Mapping[str, tuple[str, str]] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, those not imported yet among them."""
        return sorted({*super().list_commands(ctx), *self.late})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name in self.late and cmd_name not in self.commands:
            module, name = self.late[cmd_name]
            self.add_command(getattr(import_module(module), name), cmd_name)
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; that who reads the result closes the pipe, as head does, is no fault."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            let_go_of_output()
            return DONE

    def get_help(self, ctx: click.Context) -> str:
        """The help page."""
        return translated(super().get_help(ctx))


class DefaultGroup(Group):
    """A group that takes arguments without a command for those of the command named by ``default``."""

    default: str

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments, the command that is meant put before them."""
        if args and args[0] not in {*self.commands, "--help", "-h"}:
            args = [self.default, *args]
        return super().parse_args(ctx, args)


def fault(error: click.ClickException) -> str:
    """One line for a call that click refuses: what was seen, what is welcome, where help is; of no word, the help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError) and error.ctx:
        return error.ctx.get_help()
    where = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "jobmatch"
    return say("usage.line", fault=_what(error), command=where)


def _what(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return say("usage.no-such-option", option=error.option_name)
    if isinstance(error, click.MissingParameter):
        return say("usage.missing", what=_name(error))
    if isinstance(error, click.BadParameter):
        return say("usage.bad-value", what=_name(error), detail=_detail(error))
    if isinstance(error, click.UsageError) and error.ctx and isinstance(error.ctx.command, click.Group):
        known = listing(error.ctx.command.list_commands(error.ctx))
        return say("usage.no-such-command", known=known)
    if extra := _EXTRA.fullmatch(error.format_message()):
        return say("usage.extra", seen=extra[1])
    return error.format_message() if language() == "en" else say("usage.other", detail=error.format_message())


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return error.param_hint if isinstance(error.param_hint, str) else ""
    return (
        "/".join(error.param.opts)
        if isinstance(error.param, click.Option)
        else error.param.make_metavar(error.ctx or click.Context(click.Command("jobmatch")))
    )


def _detail(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        known = kind.said() if isinstance(kind, Words) else {str(choice): str(choice) for choice in kind.choices}
        shown = (
            word if words == word else say("word.brackets", words=word, more=words) for word, words in known.items()
        )
        return say("usage.choices", choices=listing(shown))
    if isinstance(kind, click.IntRange):
        return say("usage.range", low=kind.min, high=kind.max)
    return error.message
