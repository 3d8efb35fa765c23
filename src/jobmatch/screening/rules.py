"""The rules of screening, from ``tables/*/*.toml``: templates read once, each compiled when it is first needed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Final, cast

from jobmatch.messages import worded
from jobmatch.screening.finding import MONEY_KINDS, Kind
from jobmatch.shipped import table_of

_CLASS: Final = re.compile(r"\{([a-z_]+)\}")
_GAP: Final = re.compile(r"~([0-9]+)")
GROUPS: Final = ("persons", "money", "terms")
_DEPTH: Final = 8  # classes may name classes, so deep at the most


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule: which clauses it looks at, and what it finds there."""

    kind: Kind
    where: str
    group: str
    triggers: tuple[str, ...]
    needs: tuple[str, ...]
    lawful_only: bool  # what is not lawful is nothing
    below: bool  # pay that is no less than the lowest lawful rate is nothing
    likely: float | None  # of what is only suspected: how often it is so
    denied_as: str  # whose words deny it: those of its group, unless it has its own
    source: Mapping[str, Any]
    classes: Mapping[str, str] = field(repr=False)

    @cached_property
    def find(self) -> tuple[re.Pattern[str], ...]:
        """What is a finding, each template by itself."""
        return tuple(compiled(template, self.classes) for template in self.source["find"])

    @cached_property
    def mask(self) -> re.Pattern[str] | None:
        """What only looks like one."""
        return compiled("|".join(self.source["mask"]), self.classes) if "mask" in self.source else None

    @cached_property
    def unless(self) -> re.Pattern[str] | None:
        """What in the same clause drops it."""
        return self._optional("unless")

    @cached_property
    def lawful(self) -> re.Pattern[str] | None:
        """What in the same clause makes it lawful."""
        return self._optional("lawful")

    @cached_property
    def lawful_near(self) -> re.Pattern[str] | None:
        """What near the clause makes it lawful."""
        return self._optional("lawful_near")

    def _optional(self, name: str) -> re.Pattern[str] | None:
        return compiled(self.source[name], self.classes) if name in self.source else None


def compiled(template: str, classes: Mapping[str, str]) -> re.Pattern[str]:
    """A template as a pattern: classes put in, gaps bounded to the clause.

    >>> compiled("{only}~2女", {"only": "限 只招"}).search("只招年轻女").group()
    '只招年轻女'
    """
    for _ in range(_DEPTH):
        template = _CLASS.sub(lambda match: _alternatives(classes[match[1]]), template)
        if not _CLASS.search(template):
            break
    return re.compile(_GAP.sub(r"[^□,。;!?\\n]{0,\1}?", template))


def _alternatives(words: str) -> str:
    return "(?:" + "|".join(sorted(words.split(), key=len, reverse=True)) + ")"


@cache
def table(name: str) -> dict[str, Any]:
    """A table of this folder, read once."""
    return table_of(f"screening/{name}")


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, those about persons first.

    >>> {rule.kind for rule in rules()} >= {"gender", "age", "fee", "document"}
    True
    """
    return tuple(rule for group in GROUPS for rule in _rules(group))


def _rules(group: str) -> Iterator[Rule]:
    shared = table("words.toml")["classes"]
    for title, row in rows_of(group):
        yield Rule(
            cast(Kind, row.get("kind", title)),
            row.get("where", ""),
            group,
            tuple(row["triggers"].split()),
            tuple(row.get("needs", "").split()),
            row.get("lawful_only", False),
            row.get("below", False),
            row.get("likely"),
            row.get("denied", group),
            row,
            {**shared, **row.get("classes", {})},
        )


def rows_of(group: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rules of a group as they stand in its files, by name."""
    folder = files("jobmatch.screening").joinpath("tables", group)
    for file in sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml")):
        yield from table(f"tables/{group}/{file}").items()


def ground(kind: Kind, *, traditional: bool = False) -> str:
    """The law behind a kind, in the language in force.

    >>> ground("deposit")
    '劳动合同法第九条、第八十四条'

    Texts in Traditional characters are held against Taiwan's act, where it knows the matter.

    >>> ground("gender", traditional=True)
    '就业服务法第五条第一项（台湾）'
    """
    tables = table("grounds.toml")
    if traditional and kind not in {"low_pay", "contact", "contradiction"}:
        paid, taiwan = kind in MONEY_KINDS or kind == "false_pay", tables["ground_taiwan"]
        return worded(taiwan[kind if kind in taiwan else "money" if paid else "discrimination"])
    return worded(tables["ground"][kind])
