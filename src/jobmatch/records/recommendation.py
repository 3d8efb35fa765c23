"""What comes out of a match: feature lines, trade-offs, warnings, recommendations, shortfalls, questions.

Frozen values whose ``to_dict`` is the JSON of the contract, key for key.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from jobmatch.messages import say
from jobmatch.records.told import told


@dataclass(frozen=True, slots=True)
class FeatureLine:
    """One feature of one posting for one client: its value in 0..1 and what it adds to the score."""

    name: str  # of ``jobmatch.fit.features.FEATURES``
    value: float  # 0..1; what is neutral where it is not known
    contribution: float  # to the score, above or below nothing
    reason: str
    known: bool


@dataclass(frozen=True, slots=True)
class TradeOff:
    """What the client would have to give for this job: asked against offered."""

    kind: str  # pay, distance, occupation, certificate, education, experience, seniority; filler: not what was asked
    asked: Any  # of the job (money a month, kilometres, kinds of work), else by it (papers, rung of schooling, years)
    offered: Any
    text: str


@dataclass(frozen=True, slots=True)
class PostingWarning:
    """Words of a posting that the law forbids or that look like fraud."""

    kind: str  # gender, age, fee, deposit …: those of ``screen_text``
    words: str  # of the posting
    ground: str  # the law, or what it looks like


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay as offered: money per month where it could be read, and the posting's own words.

    ``sure_month`` is what is sure of a pay of which more is told (a base with commission), else None.
    """

    min_month: float | None
    max_month: float | None
    text: str
    sure_month: float | None = None


@dataclass(frozen=True, slots=True)
class LimitLine:
    """One hard limit of one posting for one client: met, not met or unknown."""

    kind: str  # of ``jobmatch.fit.limits.LIMITS``, or unlikely: too little chance or use
    state: str  # met, not_met or unknown
    text: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A posting for a client: scores, reasons, trade-offs and warnings.

    ``base`` plus the contributions of ``features`` is ``score``; that, ``attainability`` (p) and ``preference`` (U)
    lie in 0..1.
    """

    rank: int  # from 1
    posting_id: str
    title: str
    employer: str
    location: str
    score: float
    base: float
    attainability: float
    preference: float
    distance_km: float | None  # as the crow flies; None where the place is not known, or only roughly
    pay: Pay
    features: tuple[FeatureLine, ...]
    limits: tuple[LimitLine, ...]
    trade_offs: tuple[TradeOff, ...]
    warnings: tuple[PostingWarning, ...]
    fallback: bool  # a public-welfare post
    role: str  # goal, strength, both, reachable or fallback
    also_posted_as: tuple[str, ...]  # other ids of the same vacancy
    url: str | None

    def to_dict(self) -> dict[str, Any]:
        """The recommendation as the JSON object of the contract."""
        return told(self)


@dataclass(frozen=True, slots=True)
class SmallestChange:
    """The smallest change of an expectation, or of a posting, that brings more jobs or clients, and how many."""

    kind: str  # distance, pay, hours …
    before: Any  # the value as it is, in the units of the client's field
    after: Any
    adds: int  # jobs of a client, or clients of a posting
    text: str

    def to_dict(self) -> dict[str, Any]:
        """The change as JSON; ``from`` and ``to`` are words of Python, hence not the field names."""
        return {
            "kind": self.kind,
            "from": self.before,
            "to": self.after,
            "adds": self.adds,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Fewer jobs than wanted fit, and what would bring the rest."""

    found: int
    wanted: int
    smallest_change: tuple[SmallestChange, ...]

    def to_dict(self) -> dict[str, Any]:
        """The shortfall as JSON."""
        changes = [change.to_dict() for change in self.smallest_change]
        return {"found": self.found, "wanted": self.wanted, "smallest_change": changes}


@dataclass(frozen=True, slots=True)
class Question:
    """What is not known and would change the result, in words to ask the client."""

    field: str  # conditions.driving_licence
    text: str
    would_change: str  # what an answer touches, in words


@dataclass(frozen=True, slots=True)
class Recommendations:
    """The answer for one client: level, jobs, what is missing, what was ruled out, what to ask."""

    client_id: str
    model: str  # the name of the model that scored
    as_of: str  # the day for which it holds, 2026-11-22
    level: dict[str, Any]  # level, status, reasons, override
    items: tuple[Recommendation, ...]  # the best first
    shortfall: Shortfall | None  # where fewer fit than were wanted
    excluded: dict[str, int]  # postings ruled out, by kind of limit; one may break several
    questions: tuple[Question, ...]
    notices: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The answer as the JSON object of the contract."""
        return {
            "client_id": self.client_id,
            "model": self.model,
            "as_of": self.as_of,
            "level": self.level,
            "recommendations": [item.to_dict() for item in self.items],
            "shortfall": self.shortfall.to_dict() if self.shortfall else None,
            "excluded": self.excluded,
            "questions": [told(question) for question in self.questions],
            "notices": list(self.notices),
        }

    def to_rows(self) -> list[dict[str, Any]]:
        """One flat row a job, for sheets and data frames; a client without a job has one row that says why."""
        return [_row(self, item) for item in self.items] or [_row(self, None)]

    def to_frame(self) -> Any:
        """The rows as a pandas ``DataFrame``, one line a job."""
        import pandas as pd

        return pd.DataFrame(self.to_rows())


_OF_JOB = ("rank", "posting_id", "title", "employer", "location", "pay", "distance_km", "score", "attainability",
           "preference", "reasons", "trade_offs", "to_check", "warnings", "fallback")  # fmt: skip


def _row(result: Recommendations, item: Recommendation | None) -> dict[str, Any]:
    missing = result.shortfall.smallest_change if result.shortfall else ()
    about_job = _about_job(item) if item else dict.fromkeys(_OF_JOB)
    return {
        "client_id": result.client_id,
        "level": result.level["level"],
        **about_job,
        "shortfall": _joined(change.text for change in missing),
        "questions": _joined(question.text for question in result.questions),
        "model": result.model,
    }


def _about_job(item: Recommendation) -> dict[str, Any]:
    plain = {name: getattr(item, name, None) for name in _OF_JOB}
    return plain | {
        "pay": item.pay.text,
        "reasons": _joined(line.reason for line in main_reasons(item)),
        "trade_offs": _joined(trade.text for trade in item.trade_offs),
        "to_check": _joined(limit.text for limit in item.limits if limit.state == "unknown"),
        "warnings": _joined(say("word.brackets", words=one.words, more=one.ground) for one in item.warnings),
    }


def _joined(texts: Iterable[str]) -> str:
    return say("word.semicolon").join(texts)


_SAID: Final = 4  # reasons: more are not read


def main_reasons(item: Recommendation) -> tuple[FeatureLine, ...]:
    """The known lines that speak for the job, strongest first."""
    return speaking_for(item.features)


def speaking_for(lines: Iterable[FeatureLine]) -> tuple[FeatureLine, ...]:
    """Of some lines those that are known and speak for the job, strongest first."""
    # that nothing was asked is no reason to go there
    empty = (say("reason.certificates.open"), say("reason.seniority.open"), say("reason.competition.none"))
    speaking = [line for line in lines if line.known and line.contribution > 0 and line.reason not in empty]
    return tuple(sorted(speaking, key=lambda line: -line.contribution)[:_SAID])


def way(item: Recommendation) -> str:
    """The way to work in a word; empty where it is not known."""
    if item.distance_km is None:
        return ""
    return say("show.km", km=f"{item.distance_km:g}") if item.distance_km >= 1 else say("show.near-home")
