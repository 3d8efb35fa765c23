"""The files of an index: a numpy file a column, several for a column that is of several arrays; damage by its file."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import cache
from pathlib import Path
from tokenize import TokenError
from typing import Any, Final, get_args, get_origin

import numpy as np
from numpy.typing import NDArray

from jobmatch.artefacts import read_array
from jobmatch.errors import BadInput
from jobmatch.market.columns import SHOWN, Market
from jobmatch.market.heap import Heap
from jobmatch.market.impacts import Impacts
from jobmatch.market.lists import Lists, Runs

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


_PARTS: Final = {
    "skills": Lists,
    "skill_runs": Runs,
    "certificates": Lists,
    "hard_certificates": Lists,
    "words": Impacts,
    "title_keys": Heap,
    "shown": Heap,
}
FIELDS: Final = {"title_keys": ["key"], "shown": list(SHOWN)}


@cache
def kinds(holder: type) -> dict[str, np.dtype[Any]]:
    """The arrays of a dataclass and the kind of number each holds, from their annotations."""
    arrays = {field.name: field.type for field in fields(holder) if get_origin(field.type) is np.ndarray}
    return {name: np.dtype(get_args(get_args(said)[1])[0]) for name, said in arrays.items()}


@cache
def file_names() -> frozenset[str]:
    """The files that an index has beside its manifest, but for the postings that were closed."""
    parts = {f"{name}.{part}.npy" for name, kind in _PARTS.items() for part in kinds(kind)}
    return frozenset({"about.json", *parts, *(f"{name}.npy" for name in kinds(Market))})


def arrays_of(market: Market) -> dict[str, NDArray[Any]]:
    """The arrays of a market by the names of their files."""
    found: dict[str, NDArray[Any]] = {f"{name}.npy": getattr(market, name) for name in kinds(Market)}
    for name, holder in _PARTS.items():
        found |= {f"{name}.{part}.npy": getattr(getattr(market, name), part) for part in kinds(holder)}
    return found


def read_columns(folder: Path, count: int) -> dict[str, Any]:
    """The columns of an index of ``count`` postings, mapped into memory; each array of the kind that it should be."""
    values: dict[str, Any] = {name: _array(folder, f"{name}.npy", kind) for name, kind in kinds(Market).items()}
    for name, holder in _PARTS.items():
        arrays = {part: _array(folder, f"{name}.{part}.npy", kind) for part, kind in kinds(holder).items()}
        said = {"fields": tuple(FIELDS[name])} if holder is Heap else {"count": count} if holder is Impacts else {}
        values[name] = holder(**said, **arrays)
    return values


def _array(folder: Path, file: str, kind: np.dtype[Any]) -> NDArray[Any]:
    with whole(folder, file):
        array = read_array(folder, file)
        hold(array.dtype == kind and array.ndim > 0)
    return array
