"""Plain arguments of the public names: each is taken as it is, or refused in one line that says what is welcome."""

import operator
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jobmatch.errors import UsageError


def is_frame(given: Any) -> bool:
    """Whether a value is a pandas table, or one like it."""
    return hasattr(given, "to_dict") and hasattr(given, "columns")


def count_of(given: Any, name: str) -> int:
    """A whole number of at least one.

    >>> count_of(3, "top")
    3
    >>> count_of(2.5, "top")
    Traceback (most recent call last):
    jobmatch.errors.UsageError: top 要填 1 起的整数，看到的是：2.5
    """
    try:
        number = operator.index(given)
    except TypeError:
        number = 0
    if number < 1 or isinstance(given, bool):
        raise UsageError("not-a-count", name=name, seen=repr(given)[:40])
    return number


def text_of(given: Any, name: str) -> str:
    """A text; whatever else is refused."""
    if isinstance(given, str):
        return given
    raise UsageError("not-a-text", name=name, seen=type(given).__name__)


def folder_of(given: Any, name: str) -> Path:
    """The path of a folder, there or not."""
    if isinstance(given, (str, os.PathLike)) and os.fspath(given):
        return Path(given)
    raise UsageError("not-a-folder", name=name, seen=repr(given)[:40])


def all_of(kind: type, given: Any, name: str, wanted: str) -> tuple[Any, ...]:
    """Several values of one kind, such as the policies that ``read_policies`` gives; ``wanted`` reads them."""
    found = tuple(given) if isinstance(given, Iterable) else (given,)
    for one in found:
        if not isinstance(one, kind):
            raise UsageError("not-of-kind", name=name, wanted=wanted, seen=type(one).__name__)
    return found
