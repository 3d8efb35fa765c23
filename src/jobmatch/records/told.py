"""Frozen values as dicts, with what they hold; ``told`` is ``asdict`` without a copy of what cannot change."""

from copy import deepcopy
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from typing import Any, Final, cast

_PLAIN: Final = frozenset((str, int, float, bool, type(None)))


class AsJson:
    """What a dataclass inherits that is told field by field."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The whole as one JSON object."""
        return asdict(cast(Any, self))


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
