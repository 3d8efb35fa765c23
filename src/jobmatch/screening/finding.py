"""What screening finds in a posting."""

from dataclasses import dataclass
from typing import Final, Literal

from jobmatch.messages import say

Kind = Literal[
    "gender", "age", "marital", "ethnicity", "religion", "health", "household", "region", "disability",
    "fee", "deposit", "training_loan", "document", "false_pay", "low_pay", "contact",
    "insurance", "terms", "contradiction", "course", "stake", "agency", "nameless", "bait", "mill", "sham_trade",
    "disguised", "rented_car",
]  # fmt: skip

# Whoever asks for one of these before the work begins asks for money or a pledge: a pupil pays, a partner invests.
MONEY_KINDS: Final = frozenset({"fee", "deposit", "training_loan", "document", "course", "stake"})


@dataclass(frozen=True, slots=True)
class Finding:
    """A requirement or an offer that the law forbids or that is suspicious, with its words and the ground.

    ``start`` and ``end`` point into the field as written. A ``lawful_exception`` touches a forbidden topic in a way
    that the law allows (残疾人优先, 年满18周岁): it is shown to nobody as a fault.
    """

    kind: Kind
    words: str
    ground: str
    lawful_exception: bool
    field: str
    start: int
    end: int
    probability: float | None = None

    @property
    def told_ground(self) -> str:
        """The ground, and that it is a suspicion where it is one.

        >>> Finding("fee", "交钱", "某法", False, "title", 0, 2, 0.8).told_ground
        '某法（疑似，80%，请核实）'
        """
        likely = self.probability
        return self.ground if likely is None else self.ground + say("screened.suspected", likely=f"{likely:.0%}")
