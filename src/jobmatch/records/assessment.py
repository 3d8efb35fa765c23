"""The level of a client with everything it rests on: rules, facts, market figures, what would change it."""

from dataclasses import dataclass, field
from typing import Any

from jobmatch.records.recommendation import Question
from jobmatch.records.told import AsJson


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule that fired, in words, with the facts it used."""

    id: str  # of ``level/rules.toml``: goal-none
    text: str
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class MarketFigures:
    """What the postings say to this client; openings are counted, not postings."""

    openings_in_reach: int
    for_goal: int
    qualified_for_goal: int  # of these
    pay_quartiles: tuple[float, float, float] | None  # a month, of those for the goal, without a goal of all
    pay_expected: float | None  # a month: the least that is accepted, else what is wanted
    gettable: int  # those that break no limit and that the client is likely enough to get
    qualified_unknown: int = 0  # of those qualified for: openings that ask what is not known of the client


@dataclass(frozen=True, slots=True)
class LevelChange:
    """What would change the level, and to which."""

    text: str
    to_level: int


@dataclass(frozen=True, slots=True)
class Assessment(AsJson):
    """The level: ``status`` is assessed, not_willing or too_little_known (then ``level`` is None)."""

    client_id: str
    level: int | None  # 1 easy to help, 2, 3
    status: str
    confidence: float  # 0..1
    rules: tuple[Rule, ...]
    market: MarketFigures
    would_change: tuple[LevelChange, ...]
    questions: tuple[Question, ...]
    override: dict[str, Any] | None = field(default=None)  # the counsellor's level and reason, and that by the rules

    def summary(self) -> dict[str, Any]:
        """The level as it stands inside a recommendation."""
        return {
            "level": self.level,
            "status": self.status,
            "reasons": [rule.text for rule in self.rules],
            "override": self.override,
        }
