"""A frozen value as a dict, what it holds too: ``dataclasses.asdict`` without a copy of what cannot change."""

from copy import deepcopy
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Final

_PLAIN: Final = frozenset((str, int, float, bool, type(None)))


def told(value: Any) -> dict[str, Any]:
    """The fields of a value by name; texts and numbers as they are, all else anew.

    >>> from dataclasses import dataclass
    >>> @dataclass(frozen=True)
    ... class Pay:
    ...     text: str
    ...     range: tuple[float, float] | None = None
    >>> told(Pay("4-5k", (4000.0, 5000.0)))
    {'text': '4-5k', 'range': (4000.0, 5000.0)}
    """
    return {name: _told(getattr(value, name)) for name in _names(value.__class__)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _told(value: Any) -> Any:
    if type(value) in _PLAIN:
        return value
    if type(value) in (tuple, list):
        return type(value)(map(_told, value))
    return told(value) if is_dataclass(value) else deepcopy(value)
