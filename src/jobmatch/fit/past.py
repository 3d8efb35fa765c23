"""What a client has done and learned: the past jobs, the years in all, the schooling and how high they stood."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from jobmatch.fit.whereabouts import Whereabouts
from jobmatch.lazily import cached_property
from jobmatch.patterns import late
from jobmatch.text.asked.education import parse_schooling
from jobmatch.text.dates import parse_date
from jobmatch.text.work.seniority import ORDINARY, parse_seniority
from jobmatch.text.work.trades import at_a_place
from jobmatch.text.work.wishes import works_meant

_YEAR: Final = late(r"\s*\d{4}\s?年?\s*")
TEXTS_KEPT: Final = 4096  # of a caseload many say the same: kinds of work, skills, fields of study


@dataclass(frozen=True, slots=True)
class PastJob:
    """A kind of work the client has done: for how long, how long ago."""

    words: str
    years: float | None
    ended: date | None

    @property
    def work(self) -> str:
        """The work that the words mean."""
        works = works_meant(self.words)
        return at_a_place(works[0] if len(works) == 1 else self.words)


@dataclass(frozen=True, eq=False)
class Past(Whereabouts):
    """The work and the schooling of a client, read on first use and kept."""

    @cached_property
    def rung(self) -> int | None:
        """The rung of the client's schooling, None unknown."""
        said = self.client.conditions.education
        return _schooling(said) if said else None

    @cached_property
    def past(self) -> tuple[PastJob, ...]:
        """Past jobs that say what they were."""
        jobs = self.client.conditions.experience or ()
        return tuple(
            PastJob(job.occupation, job.years, _ended(job.ended, self.as_of)) for job in jobs if job.occupation
        )

    @property
    def new_graduate(self) -> bool:
        """Whether the client is known to have just left, or to be at, a school."""
        registration = self.client.registration
        return registration.status in ("new_graduate", "student") or "高校毕业生" in (registration.groups or ())

    @property
    def is_fresh(self) -> bool:
        """Whether the client comes straight from school and no years are told: there can hardly be many."""
        return self.years_in_all is None and self.client.registration.status in ("new_graduate", "student")

    @cached_property
    def graduate(self) -> bool | None:
        """Whether posts for graduates are open to the client; None unknown.

        Nobody who left school before a trade was learned, or has worked for years, is meant by them.
        """
        registration = self.client.registration
        if self.new_graduate or registration.status is not None or registration.groups:
            return self.new_graduate
        unlearned = self.rung is not None and self.rung <= self.settings.number("background.no_graduate_rung")
        worked = (self.years_in_all or 0.0) >= self.settings.number("background.no_graduate_years")
        return False if unlearned or worked else None

    @cached_property
    def majors_titles(self) -> tuple[str, ...]:
        """The jobs to which the field of study leads."""
        said = self.client.conditions.major
        if not said:
            return ()
        return _titles_of(said)[: int(self.settings.number("background.titles_of_major"))] or (said,)

    @cached_property
    def years_in_all(self) -> float | None:
        """Years of work of any kind; 0 where the client is known to have none."""
        jobs = self.client.conditions.experience
        if jobs is None:
            return None
        said = [job.years for job in jobs if job.years is not None]
        return float(sum(said)) if said or not jobs else None

    @cached_property
    def standing(self) -> tuple[float, float] | None:
        """The rungs at which the client has stood (by past titles) and now stands (by years of work as well)."""
        past = [_seniority(job.words) for job in self.past]
        years = self.years_in_all
        if years is None and not past:
            return None
        numbers = self.settings.table("seniority")
        by_years = min(numbers["rungs_a_year"] * (years or 0.0), numbers["by_years_at_most"])
        stood = float(max([ORDINARY, *past]))
        return stood, max(stood, by_years)


_seniority: Final = lru_cache(maxsize=TEXTS_KEPT)(parse_seniority)
_schooling: Final = lru_cache(maxsize=TEXTS_KEPT)(parse_schooling)


@lru_cache(maxsize=TEXTS_KEPT)
def _titles_of(major: str) -> tuple[str, ...]:
    from jobmatch.text.work.majors import major_titles

    return major_titles(major)


@lru_cache(maxsize=TEXTS_KEPT)
def _ended(said: str | None, as_of: date) -> date | None:
    """The day a job ended; of a year alone its middle, which is the least wrong, and nothing still to come."""
    ended = parse_date(said, as_of) if said else None
    if not said or ended is None or not _YEAR.fullmatch(said):
        return ended
    return max(ended, min(ended.replace(month=7), as_of))
