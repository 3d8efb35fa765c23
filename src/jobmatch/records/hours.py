"""When a posting's work is done: each fact yes, no or not said (None)."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Hours:
    """Working time as a posting tells it. ``start`` and ``end`` are hours of the day (17.5 is half past five).

    ``end`` is smaller than ``start`` where the work runs over midnight. ``rest`` holds the words on days off.
    ``daily`` are the hours of a day, without a break that is told. Of several times at which work may be done only
    ``begun_by``, when the latest of them has begun, and ``not_before``, the end of the earliest, are known; of two of
    them also ``first_begins`` and ``last_ends``, with which both are told whole.
    ``evening`` tells of late shifts by words alone: those of a clock are told by it.
    """

    kind: Literal["full", "part"] | None = None
    night: bool | None = None
    shift: bool | None = None
    weekend_work: bool | None = None
    live_in: bool | None = None
    travel: bool | None = None
    overtime: bool | None = None
    evening: bool | None = None
    start: float | None = None
    end: float | None = None
    days_per_week: float | None = None
    daily: float | None = None
    rest: str | None = None
    begun_by: float | None = None
    not_before: float | None = None
    first_begins: float | None = None
    last_ends: float | None = None

    @property
    def silent(self) -> bool:
        """Whether nothing at all was said.

        >>> Hours().silent, Hours(night=False).silent
        (True, False)
        """
        return self == Hours()
