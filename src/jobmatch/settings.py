"""Every number that is a choice, from ``settings.toml``, with the reason beside it.

A service may bring a file of its own that names only what it changes; see ``load``.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jobmatch.errors import UsageError


class Settings:
    """Settings by dotted name.

    >>> load().number("salary.hours_per_month")
    174.0
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values
        self._tables: dict[str, Mapping[str, float]] = {}

    def get(self, name: str) -> Any:
        """The value under a dotted name; ``KeyError`` where there is none."""
        node: Any = self._values
        for part in name.split("."):
            node = node[part]
        return node

    def number(self, name: str) -> float:
        """A number under a dotted name."""
        return float(self.get(name))

    def table(self, name: str) -> Mapping[str, float]:
        """The numbers of the table under a dotted name, without those of tables inside it."""
        if name not in self._tables:
            values: Mapping[str, Any] = self.get(name)
            numbers = {key: float(value) for key, value in values.items() if isinstance(value, int | float)}
            self._tables[name] = MappingProxyType(numbers)
        return self._tables[name]


def _merged(base: dict[str, Any], over: Mapping[str, Any], path: str = "") -> dict[str, Any]:
    result = dict(base)
    for key, value in over.items():
        if key not in base:
            raise UsageError("unknown-setting", seen=path + key, welcome=", ".join(sorted(base)))
        both_tables = isinstance(value, Mapping) and isinstance(result.get(key), Mapping)
        result[key] = _merged(result[key], value, f"{path}{key}.") if both_tables else value
    return result


@cache
def _shipped() -> dict[str, Any]:
    return tomllib.loads(files("jobmatch").joinpath("settings.toml").read_text(encoding="utf-8"))


@cache
def load(path: Path | None = None) -> Settings:
    """The shipped settings, overlaid by those of ``path`` where one is given."""
    own = tomllib.loads(path.read_text(encoding="utf-8")) if path else {}
    return Settings(_merged(_shipped(), own))
