"""Where postings come from, and what is told while they are read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jobmatch.dataset.balance import AllRejected, save_rejected
from jobmatch.dataset.sources import Shared
from jobmatch.errors import UsageError
from jobmatch.matcher import Matcher
from jobmatch.messages import say
from jobmatch.settings import Settings, load
from jobmatch.text.dates import day_of
from jobmatch.text.places.place import known_home

if TYPE_CHECKING:
    from jobmatch.dataset.balance import Balance
    from jobmatch.dataset.postings import Postings
    from jobmatch.files.table import Rejected


Tell = Callable[[str], None]


def quiet(line: str) -> None:
    """Say nothing."""


@dataclass(frozen=True)
class Source:
    """Where postings come from and how to read them."""

    path: str
    mapping: Mapping[str, str] = field(default_factory=dict)
    home: str | None = None
    rejected: str | None = None
    as_of: str | None = None
    model: str = "default"  # what jobs are scored by: the knowledge, a folder of models, or one of them

    def __post_init__(self) -> None:
        known_home(self.home)  # a slip of the pen is told before any work, and for an index too

    @property
    def settings(self) -> Settings:
        """The settings, with the model laid over them."""
        if self.model == "default":
            return load()
        from jobmatch.learning.models import models_at

        models, name = models_at(self.model)
        if not models.folder.is_dir():
            raise UsageError("no-such-model", model=self.model, known="default")
        return models.settings(load(), name)

    @property
    def day(self) -> date | None:
        """The day for which the result counts, today where it is None."""
        return None if self.as_of is None else day_of(self.as_of)


@dataclass(frozen=True)
class Held(Source):
    """Postings that are open already: what a service opens once, to answer many from; its day may differ."""

    matcher: Matcher = field(default_factory=Matcher)

    @classmethod
    def open(cls, source: Source, tell: Tell = quiet) -> "Held":
        """Open a source to be held."""
        matcher, _ = open_postings(source, tell)
        return cls(source.path, {}, source.home, None, source.as_of, source.model, matcher)

    def on_its_day(self) -> Matcher:
        """The matcher for the day of this source; the postings are those of the one that was opened."""
        return copy(self.matcher).set_params(as_of=self.day)


def open_postings(
    source: Source, tell: Tell = quiet, jobs: int | None = None, beside: "Sequence[Rejected]" = ()
) -> tuple[Matcher, bool]:
    """A matcher over a file of postings or an index; whether rows of the file were rejected.

    ``beside`` are rows that were rejected before: they go into the same file of rejected rows.
    """
    if isinstance(source, Held):
        return source.on_its_day(), False
    day = source.day
    if Path(source.path).is_dir():
        _check_mapping(source)
        _save_rejected(source, beside)
        matcher = Matcher.load(source.path, as_of=day, settings=source.settings)
        if not len(matcher.market_):
            tell(say("notice.no-postings", file=source.path))
        return matcher, False
    postings = postings_of(source, tell, beside)
    _check_mapping(source)
    matcher = Matcher(as_of=day, settings=source.settings).index(postings, home=source.home, jobs=jobs)
    return matcher, bool(postings.balance.rejected)


def postings_of(source: Source, tell: Tell, beside: "Sequence[Rejected]" = ()) -> "Postings":
    """The postings of a file, with a word on what was read."""
    from jobmatch.dataset.postings import read_postings

    if Path(source.path).is_dir():
        raise UsageError("index-not-file", file=source.path)
    tell(say("progress.reading", file=source.path))
    with saving_rejected(source, beside):
        postings = read_postings(source.path, mapping=source.mapping, as_of=source.day or date.today())
    _save_rejected(source, (*beside, *postings.rows_rejected))
    for line in postings.notices:
        tell(line)
    tell_balance(postings.balance, tell)
    return postings


def _check_mapping(source: Source) -> None:
    """Refuse a mapping of a column that nothing which was read has."""
    if isinstance(source.mapping, Shared):
        source.mapping.refuse_untaken()
    elif source.mapping and Path(source.path).is_dir():
        raise UsageError("map-of-index", file=source.path)


@contextmanager
def saving_rejected(source: Source, beside: "Sequence[Rejected]" = ()) -> Iterator[None]:
    """Where a file is refused for all its rows, write them before the refusal is told."""
    try:
        yield
    except AllRejected as refusal:
        _save_rejected(source, (*beside, *refusal.rows))
        raise


def _save_rejected(source: Source, rows: "Sequence[Rejected]") -> None:
    """The rejected rows of all that was read, where somebody wants them."""
    if source.rejected:
        save_rejected(source.rejected, rows)


def tell_balance(balance: "Balance", tell: Tell) -> None:
    """Say how many rows were read and what became of them."""
    tell(say("progress.balance", read=balance.read, accepted=balance.accepted, rejected=balance.rejected,
             duplicates=balance.duplicates))  # fmt: skip


def tell_rejected(rows: "Sequence[Rejected]", tell: Tell) -> None:
    """Say of each rejected row where it stands and why."""
    for row in rows:
        tell(say("word.at-row", file=row.file, row=row.row) + row.sentence())
