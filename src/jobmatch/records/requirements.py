"""What a posting asks of a person."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Years:
    """Years of work asked: at least ``min``, and ``max`` where an upper end is told."""

    min: float
    max: float | None = None


@dataclass(frozen=True, slots=True)
class Requirements:
    """What a posting asks and offers, read from its columns and text; what is not said is None or empty.

    ``languages`` are those asked for or welcome. ``board`` tells of meals, ``lodging`` of a place to sleep, ``remote``
    of work from home, if only in part: money for any of them is none. ``employment`` tells who employs, as far as that
    is said: the employer itself (direct), an agency that sends its people (dispatch), a contractor (outsourced).

    ``age_min_lawful`` tells a lower bound that the law sets anyway (满18周岁) from an age limit of the employer.
    ``conflicts`` names the fields in which a column and the text say different things; the column holds.
    """

    education: int | None = None
    years: float | None = None
    years_max: float | None = None
    age_min: int | None = None
    age_max: int | None = None
    age_min_lawful: bool = False
    openings: int | None = None
    closes_on: date | None = None
    graduates_only: bool = False
    majors: tuple[str, ...] = ()
    english: bool | None = None
    languages: tuple[str, ...] = ()
    board: bool | None = None
    lodging: bool | None = None
    remote: bool | None = None
    employment: Literal["direct", "dispatch", "outsourced"] | None = None
    conflicts: tuple[str, ...] = ()
