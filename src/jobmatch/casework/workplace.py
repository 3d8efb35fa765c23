"""Which casebook, who works in it, and for which day."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jobmatch.errors import BadInput, UsageError
from jobmatch.text.dates import day_of

if TYPE_CHECKING:
    from jobmatch.casebook.casebook import Casebook
    from jobmatch.casebook.desk import Desk


@dataclass(frozen=True)
class Workplace:
    """Which casebook, who works in it, and the day for which it counts."""

    casebook: str
    author: str
    as_of: str | None = None

    @property
    def day(self) -> date:
        """The day, today where none is said."""
        return date.today() if self.as_of is None else day_of(self.as_of)

    def book(self, *, create: bool = False) -> "Casebook":
        """The casebook, opened."""
        if not self.casebook.strip():
            raise UsageError("casebook-url", where="")
        try:
            from jobmatch.casebook.casebook import Casebook
        except ImportError:
            raise BadInput("needs-extra", file=Path(self.casebook).name, extra="casebook") from None
        return Casebook.open(self.casebook, create=create)

    def book_for_preview(self) -> "Casebook":
        """The casebook; where there is none yet, an empty one that leaves no file."""
        try:
            return self.book()
        except BadInput as fault:
            if fault.key != "no-casebook":
                raise
            return replace(self, casebook=":memory:").book(create=True)

    def desk(self, book: "Casebook | None" = None) -> "Desk":
        """The counsellor at work."""
        book = book or self.book()
        from jobmatch.casebook.desk import Desk

        return Desk(book, self.author, self.day)


def key_is_one() -> None:
    """Refuse a key that is none before a casebook is made."""
    from jobmatch.casebook.identity import sealed

    sealed({})
