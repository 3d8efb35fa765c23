"""What ships beside the code: where it lies, and tables in TOML of which only the sections asked for are read."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

_PACKAGE: Final = Path(__file__).parent
_HEADING: Final = re.compile(r"^\[([^\[\]\n]+)\]", re.M)


def path_of(name: str) -> Path:
    """Where a file of the package lies; not by ``importlib.resources``, whose import takes as long as a small query.

    >>> path_of("messages.toml").is_file()
    True
    """
    return _PACKAGE / name


def text_of(name: str) -> str:
    """The text of a file of the package."""
    # one look for ends of lines of another system takes less than to translate each
    return path_of(name).read_bytes().decode("utf-8").replace("\r\n", "\n")


def table_of(name: str) -> dict[str, Any]:
    """A table in TOML of the package.

    >>> sorted(table_of("plan/measures.toml"))[:1]
    ['order']
    """
    return tomllib.loads(text_of(name))


class Sections(Mapping[str, Any]):
    r"""A table in TOML by section, each read when it is first asked for; what stands before the first is left out.

    >>> table = Sections("[pay]\nwanted = 1\n[reason.pay]\nlow.text = 'low'\n[reason]\nnone = 'none'\n")
    >>> table.at("pay.wanted"), table.at("reason.pay.low.text"), table.at("reason.none")
    (1, 'low', 'none')
    >>> table["reason"]
    {'pay': {'low': {'text': 'low'}}, 'none': 'none'}

    A line of a text that looks like the heading of a section, or like the entry that is asked for, would be taken for
    it. What is not there is refused:

    >>> table.at("reason.pay.high")
    Traceback (most recent call last):
    KeyError: 'reason.pay.high'
    """

    def __init__(self, text: str) -> None:
        found = [(heading[1], heading.start()) for heading in _HEADING.finditer(text)]
        ends = [start for _, start in found[1:]] + [len(text)]
        self._texts = {name: text[start:end] for (name, start), end in zip(found, ends, strict=True)}
        self._section = cache(self._read)
        self._entry = cache(self._one)
        self._topic = cache(self._whole)

    def _read(self, name: str) -> Any:
        return _below(tomllib.loads(self._texts[name]), name.split("."))

    def _one(self, section: str, name: str) -> Any:
        """An entry of a section: of most sections few are asked for, and one that stands in a line is read alone."""
        _, found, behind = self._texts[section].partition(f"\n{name} = ")
        if found:
            line = behind.partition("\n")[0]
            try:
                return tomllib.loads(f"{name} = {line}")[name]
            except tomllib.TOMLDecodeError:  # it goes on in the next line
                pass
        return self._section(section)[name]

    def _whole(self, topic: str) -> Any:
        texts = (text for name, text in self._texts.items() if name.partition(".")[0] == topic)
        return tomllib.loads("".join(texts))[topic]

    def __getitem__(self, topic: str) -> Any:
        """All that stands under the first part of a name."""
        return self._topic(topic)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(name.partition(".")[0] for name in self._texts))

    def __len__(self) -> int:
        return len(list(iter(self)))

    def at(self, path: str) -> Any:
        """What stands under a dotted name, in the section with the longest name that has it."""
        parts = path.split(".")
        for many in range(len(parts), 0, -1):
            section, rest = ".".join(parts[:many]), parts[many:]
            if section in self._texts:
                try:
                    return _below(self._entry(section, rest[0]), rest[1:]) if rest else self._section(section)
                except (KeyError, TypeError):
                    continue
        raise KeyError(path)


def _below(node: Any, parts: list[str]) -> Any:
    for part in parts:
        node = node[part]
    return node
