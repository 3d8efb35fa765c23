"""The rules of screening, from ``rules.toml``: read once, each compiled when it is first needed."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, cast

from ahocorasick_rs import AhoCorasick

from jobmatch.messages import language
from jobmatch.screening.finding import MONEY_KINDS, Kind


@dataclass(frozen=True)
class Rule:
    """One rule: which clauses it looks at, and what it finds there."""

    kind: Kind
    where: str
    triggers: tuple[str, ...]
    source: dict[str, str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What is a finding."""
        return re.compile(self.source["pattern"])

    @cached_property
    def mask(self) -> re.Pattern[str] | None:
        """What only looks like one."""
        return self._optional("mask")

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
        return re.compile(self.source[name]) if name in self.source else None


@cache
def _tables() -> dict[str, Any]:
    text = files("jobmatch.screening").joinpath("rules.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the file.

    >>> {rule.kind for rule in rules()} >= {"gender", "age", "fee", "document"}
    True
    """
    parts = ("pattern", "mask", "unless", "lawful", "lawful_near")
    return tuple(
        Rule(
            cast(Kind, row["kind"]),
            row.get("where", ""),
            tuple(row["triggers"]),
            {part: row[part] for part in parts if part in row},
        )
        for row in _tables()["rule"]
    )


@cache
def triggers() -> tuple[AhoCorasick, tuple[tuple[int, ...], ...]]:
    """All trigger words as one automaton, and for each word the rules that it wakes."""
    waked: dict[str, list[int]] = {}
    for index, rule in enumerate(rules()):
        for word in rule.triggers:
            waked.setdefault(word, []).append(index)
    return AhoCorasick(list(waked), store_patterns=False), tuple(tuple(ids) for ids in waked.values())


def ground(kind: Kind, *, traditional: bool = False) -> str:
    """The law behind a kind, in the language in force.

    >>> ground("deposit")
    '劳动合同法第九条、第八十四条'

    Texts in Traditional characters are held against Taiwan's act, where it knows the matter.

    >>> ground("gender", traditional=True)
    '就业服务法第五条第一项（台湾）'
    """
    tables = _tables()
    if traditional and kind not in {"low_pay", "contact", "contradiction"}:
        paid = kind in MONEY_KINDS or kind == "false_pay"
        return str(tables["ground_taiwan"]["money" if paid else "discrimination"][language()])
    return str(tables["ground"][kind][language()])
