"""Damage of an index on disk: whatever goes wrong at one of its files is told by the name of that file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tokenize import TokenError
from typing import Final

from jobmatch.errors import BadInput

# whatever numpy and json raise on bytes that they did not write
_DAMAGE: Final = (ValueError, KeyError, TypeError, EOFError, OSError, RecursionError, AttributeError, IndexError,
                  OverflowError, MemoryError, SyntaxError, TokenError)  # fmt: skip


@contextmanager
def whole(folder: Path, file: str) -> Iterator[None]:
    """Whatever goes wrong inside is the damage of ``file``."""
    try:
        yield
    except BadInput:
        raise
    except _DAMAGE as error:
        raise BadInput("broken-index", folder=folder, file=file) from error


def hold(fact: bool) -> None:
    """What must be so of the file that is looked at."""
    if not fact:
        raise ValueError
