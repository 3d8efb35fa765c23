"""Every number that is a choice, from ``settings.toml``, with the reason beside it.

A service may bring a file of its own that names only what it changes; see ``load``.
"""

import os
import re
import sys
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from jobmatch.errors import BadInput, UsageError
from jobmatch.messages import say
from jobmatch.shipped import Sections, text_of

VARIABLE: Final = "JOBMATCH_SETTINGS"  # the environment variable that names a settings file for a whole process
_FILES_KEPT: Final = 16  # a service has one or two; an edited one counts anew


class Settings:
    """Settings by dotted name.

    >>> load().number("salary.hours_per_month")
    174.0
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values: Final = values
        self._tables: dict[str, Mapping[str, float]] = {}
        self._numbers: dict[str, float] = {}

    def __reduce__(self) -> tuple[type["Settings"], tuple[Mapping[str, Any]]]:
        """The values alone travel to another process; the tables, which cannot, are made there anew."""
        return Settings, (dict(self.values),)

    def get(self, name: str) -> Any:
        """The value under a dotted name; ``KeyError`` where there is none."""
        node: Any = self.values
        for part in name.split("."):
            if not isinstance(node, Mapping):
                raise KeyError(name)
            node = node[part]
        return node

    def number(self, name: str) -> float:
        """A number under a dotted name."""
        if name not in self._numbers:
            self._numbers[name] = float(self.get(name))
        return self._numbers[name]

    def table(self, name: str) -> Mapping[str, float]:
        """The numbers of the table under a dotted name, without those of tables inside it."""
        if name not in self._tables:
            values: Mapping[str, Any] = self.get(name)
            numbers = {key: float(value) for key, value in values.items() if isinstance(value, int | float)}
            self._tables[name] = MappingProxyType(numbers)
        return self._tables[name]


def _merged(base: Mapping[str, Any], over: Mapping[str, Any], file: str, path: str = "") -> dict[str, Any]:
    result = dict(base)
    for key, value in over.items():
        if key not in base:
            raise UsageError("unknown-setting", file=file, seen=path + key, welcome=", ".join(sorted(base)))
        if not _alike(base[key], value):
            raise UsageError("setting-type", file=file, name=path + key, seen=_shown(value), welcome=_kind(base[key]))
        result[key] = _merged(base[key], value, file, f"{path}{key}.") if isinstance(value, Mapping) else value
    return result


def _alike(shipped: Any, value: Any) -> bool:
    """Whether a value is of the kind of the shipped one; a number may be whole or broken, but is finite."""
    if isinstance(shipped, list):
        return isinstance(value, list) and all(_alike(shipped[0], one) for one in value)
    if isinstance(shipped, Mapping):
        return isinstance(value, Mapping)
    if isinstance(shipped, bool) or isinstance(value, bool) or isinstance(shipped, str):
        return type(value) is type(shipped)
    return isinstance(value, int | float) and abs(value) <= sys.float_info.max


def _kind(shipped: Any) -> str:
    """What is welcome in the place of a shipped value, with that value as the example."""
    if isinstance(shipped, Mapping):
        return say("setting.table", names=", ".join(shipped))
    kind = "list" if isinstance(shipped, list) else "text" if isinstance(shipped, str) else "number"
    return say(f"setting.{kind}", shipped=_shown(shipped))


def _shown(value: Any, longest: int = 60) -> str:
    text = str(value)
    return text if len(text) <= longest else text[:longest] + "…"


@cache
def _shipped() -> Settings:
    return Settings(Sections(text_of("settings.toml")))


def load(path: Path | str | None = None) -> Settings:
    """The shipped settings, overlaid by those of the TOML file ``path`` where one is given.

    Without ``path`` the file that the environment names (``JOBMATCH_SETTINGS``) is laid over them, read once a
    process: that is how what reads texts is set, the places of another country for one.

    A file that was edited is read again. One that is broken, names a setting that there is not, or gives one a
    value of another kind is refused with its line or its name: a slip of the pen never changes nothing in silence.
    """
    if path is None:
        return _of_process()
    file = Path(path)
    try:
        seen = file.stat()
        return _overlaid(file.absolute(), seen.st_mtime_ns, seen.st_size)
    except FileNotFoundError:
        raise BadInput("no-file", file=file) from None
    except OSError:
        raise BadInput("a-folder" if file.is_dir() else "no-access", file=file) from None


@cache
def _of_process() -> Settings:
    own = os.environ.get(VARIABLE)
    return load(own) if own else _shipped()


@lru_cache(_FILES_KEPT)
def _overlaid(file: Path, _changed_ns: int, _size_bytes: int) -> Settings:
    return Settings(_merged(_shipped().values, _parsed(file), file.name))


def _parsed(file: Path) -> dict[str, Any]:
    """The TOML of a file, as editors leave it, a mark at its beginning included."""
    data = file.read_bytes()
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
    except RecursionError:
        row = 1
    except ValueError as error:
        said = re.search(r"at line ([0-9]+)", str(error))
        row = int(said[1]) if said else data.count(b"\n") + 1  # else it is the end of the file
    raise UsageError("settings-file", file=file.name, row=row)
