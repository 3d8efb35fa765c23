"""Explanation: base and one line a feature that add up to the score; limits in words; what would be given.

The law: ``base + sum(line.contribution) == score`` within 1e-9, for every posting and client.
"""

from dataclasses import dataclass

from jobmatch.messages import say
from jobmatch.records.recommendation import FeatureLine, LimitLine
from jobmatch.records.told import AsJson


@dataclass(frozen=True, slots=True)
class Explanation(AsJson):
    """Why a posting has its score for a client; ``excluded`` names the limits that rule it out."""

    client_id: str
    posting_id: str
    title: str
    employer: str
    score: float
    base: float
    attainability: float
    preference: float
    features: tuple[FeatureLine, ...]
    limits: tuple[LimitLine, ...]
    excluded: tuple[str, ...]
    level: int

    @property
    def against(self) -> tuple[LimitLine, ...]:
        """The limits for which the posting is not recommended."""
        return tuple(line for line in self.limits if line.kind in (*self.excluded, "unlikely"))

    def __str__(self) -> str:
        about = {"client_id": self.client_id, "title": self.title, "employer": self.employer}
        head = say("explain.head", **about, score=f"{self.score:.3f}")
        out = [say("explain.excluded", text=line.text) for line in self.against]
        rows = [
            f"  {line.contribution:+z.3f}  {say(f'feature.{line.name}')}{say('word.colon')}{line.reason}"
            for line in self.features
        ]
        return "\n".join([head, *out, f"  {self.base:+z.3f}  {say('explain.base')}", *rows])
