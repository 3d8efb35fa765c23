"""What a posting pays, as said and per month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Period = Literal["hour", "day", "week", "month", "year", "piece", "negotiable", "absent"]
Why = Literal["commission", "extras", "wide", "top", "title"]  # not all of the pay that is told is sure
WHYS: Final[tuple[Why | None, ...]] = (
    None,
    "commission",
    "extras",
    "wide",
    "top",
    "title",
)  # by the number that an index keeps
PayKind = Literal["stated", "base_plus", "negotiable", "piece", "absent"]


@dataclass(frozen=True, slots=True)
class Salary:
    """A pay in its own unit (``min``, ``max`` per ``period``) and in money per month.

    An open end is None. Where no amount is said, ``period`` is the kind of silence (negotiable, piece, absent).
    ``doubtful`` says that the stated unit cannot be right or none was stated and the size decided: this value
    is then the likely reading, and ``otherwise`` is the other one (None where there is no better reading).
    """

    min: float | None = None
    max: float | None = None
    period: Period = "absent"
    months: int | None = None
    currency: str = "CNY"
    kind: PayKind = "absent"
    text: str = ""
    min_month: float | None = None
    max_month: float | None = None
    doubtful: bool = False
    otherwise: Salary | None = None

    @property
    def known(self) -> bool:
        """Whether any amount was said.

        >>> Salary().known, Salary(min=3000, period="month", kind="stated").known
        (False, True)
        """
        return self.min is not None or self.max is not None
