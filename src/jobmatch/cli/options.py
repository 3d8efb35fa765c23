"""Options that several commands share, with their help in the language in force."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from jobmatch.cli.words import Language
from jobmatch.errors import UsageError
from jobmatch.messages import say
from jobmatch.patterns import late

if TYPE_CHECKING:
    from jobmatch.workflows.source import Source

F = TypeVar("F", bound=Callable[..., Any])
ENDINGS = ".json .jsonl .csv .xlsx .html"
FORMATS = ("table", "json", "csv")


def _help(name: str) -> str:
    return say(f"option.{name}")


def client_option(f: F) -> F:
    """``--client`` / ``--clients``: who is to be helped."""
    return click.option("--client", "--clients", "clients", required=True, metavar="FILE", help=_help("client"))(f)


def postings_options(f: F) -> F:
    """Where the postings are and how to read them."""
    f = click.option("--postings", required=True, metavar="FILE-or-INDEX", help=_help("postings"))(f)
    return _reading_options(f)


def postings_file_options(f: F) -> F:
    """The same for what reads the texts of the postings themselves, which an index does not hold as rows."""
    f = click.option("--postings", required=True, metavar="FILE", help=_help("postings_file"))(f)
    return _reading_options(f)


def _reading_options(f: F) -> F:
    for option in (
        click.option("--map", "mapping", multiple=True, metavar="COLUMN=FIELD", help=_help("map")),
        click.option("--home", metavar="PLACE", help=_help("home")),
        click.option("--rejected", metavar="FILE", help=_help("rejected")),
    ):
        f = option(f)
    return f


# what a command writes beside what all of them write
_MORE_ENDINGS = {"recommend": ".parquet", "plan": ".ics", "evaluate": ".md", "refer": ".txt .md .docx"}


def result_options(f: F) -> F:
    """How and where the result is given; the day for which it counts."""
    endings = " ".join(filter(None, (ENDINGS, _MORE_ENDINGS.get(f.__name__))))
    for option in (
        click.option("--format", "shape", type=click.Choice(FORMATS), default="table", help=_help("format")),
        click.option("-o", "--output", metavar="FILE", help=say("option.output", endings=endings)),
        click.option("--as-of", metavar="YYYY-MM-DD", help=_help("as_of")),
        language_option,
    ):
        f = option(f)
    return f


def language_option(f: F) -> F:
    """``--lang``, which ``__main__`` has already looked at; and ``--debug``, taken by ``run``."""
    f = click.option("--lang", type=Language(), expose_value=False, help=_help("lang"))(f)
    return click.option("--debug", is_flag=True, expose_value=False, help=_help("debug"))(f)


def shape_option(f: F) -> F:
    """``--format`` of what is no table: lines for a person, or JSON."""
    return click.option(
        "--format", "shape", type=click.Choice(("table", "json")), default="table", help=_help("format")
    )(f)


def model_option(f: F) -> F:
    """``--model``: what jobs are scored by."""
    return click.option("--model", default="default", show_default=True, metavar="DIR", help=_help("model"))(f)


def mapping_of(words: tuple[str, ...]) -> dict[str, str]:
    """``("列名=title",)`` as a mapping from heading to field.

    A field of a client may be named by its path, as ``--set`` and the schema name it:

    >>> mapping_of(("求职工种1=goal.occupations",))
    {'求职工种1': 'occupations'}

    What codes of a column mean may be told in one go:

    >>> mapping_of(("学历:1=初中,2=高中",))
    {'学历:1': '初中', '学历:2': '高中'}
    """
    pairs: dict[str, str] = {}
    for word in words:
        heading, mark, field = word.partition("=")
        if not (heading and mark and field):
            raise UsageError("map-shape", seen=word)
        part, _, name = field.rpartition(".")
        pairs |= _codes(heading, field) or {heading: name if part in _PARTS else field}
    return pairs


_NEXT_CODE: Final = late("[,，;；]")


def _codes(key: str, word: str) -> dict[str, str]:
    """Several codes of one column, told behind one another; nothing where a word holds no further one."""
    column, mark, code = key.rpartition(":") if ":" in key else key.rpartition("：")
    more = [pair.partition("=") for pair in _NEXT_CODE.split(f"{code}={word}")]
    if not mark or len(more) < 2 or not all(found and said for _, found, said in more):
        return {}
    return {f"{column}:{one.strip()}": said.strip() for one, _, said in more}


# of a client's record; what stands before another dot is refused with the field
_PARTS = ("", "willingness", "goal", "conditions", "attitude", "ability", "family", "registration", "audit")


def keep_inputs(inputs: Iterable[str], outputs: Iterable[str | None]) -> None:
    """Refuse to write over what is read."""
    for output in filter(None, outputs):
        for given in inputs:
            if Path(output).exists() and Path(given).exists() and Path(output).samefile(given):
                raise UsageError("overwrites-input", file=output)


def source_of(
    postings: str,
    mapping: tuple[str, ...],
    home: str | None,
    rejected: str | None,
    as_of: str | None = None,
    model: str = "default",
) -> "Source":
    """Where the postings come from, from the options that say so."""
    from jobmatch.workflows.source import Source

    return Source(postings, mapping_of(mapping), home, rejected, as_of, model)


def tell(line: str) -> None:
    """Say how it goes, on standard error."""
    click.echo(line, err=True)


@dataclass(frozen=True)
class Request:
    """What every command about clients and postings is asked: whom, with which postings, and how to answer."""

    clients: str
    source: "Source"
    shape: str
    output: str | None
    override: tuple[int, str] | None = None  # the level that a counsellor sets, and why


def override_options(f: F) -> F:
    """``--level`` and ``--because``: a counsellor's own decision."""
    f = click.option("--because", metavar="TEXT", help=_help("because"))(f)
    return click.option("--level", type=click.IntRange(1, 3), help=_help("level"))(f)


def with_request(f: Callable[..., int]) -> Callable[..., int]:
    """Give a command one ``Request`` in place of the options that it shares with others."""

    @client_option
    @postings_options
    @override_options
    @model_option
    @result_options
    @wraps(f)
    def command(
        clients: str, shape: str, output: str | None, level: int | None, because: str | None, model: str, **own: Any
    ) -> int:
        from jobmatch.workflows.session import decision_of

        where = {name: own.pop(name) for name in ("postings", "mapping", "home", "rejected", "as_of")}
        source = source_of(**where, model=model)
        keep_inputs((clients, source.path), (output, source.rejected))
        return f(Request(clients, source, shape, output, decision_of(level, because)), **own)

    return command
