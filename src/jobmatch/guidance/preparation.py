"""What to stress in the résumé and what will be asked in the interview, for the jobs at hand.

Only what is true: requirements that the client meets, in the posting's words, with the evidence; and for what is
missing, how to answer truthfully. Nobody is told to hide anything, and nobody need answer what the law forbids to ask.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from jobmatch.fit.background import years_said
from jobmatch.messages import listing, say
from jobmatch.records.client import Client
from jobmatch.records.dimensions import Experience
from jobmatch.records.recommendation import FeatureLine, Recommendation
from jobmatch.settings import Settings

# Features that a résumé can show, and those that an interview will touch.
_SHOWN: Final = ("background", "skills", "certificates", "experience", "education")
# Reasons that say that a posting asks nothing, or nothing that is to be learned.
_ASKS_NOTHING: Final = (
    "skills.nothing", "skills.none", "certificates.open", "education.open", "experience.open", "education.silent",
    "experience.silent",
)  # fmt: skip
_GOOD: Final = 0.75  # of a requirement, from which it counts as met


def resume_points(client: Client, jobs: Iterable[Recommendation]) -> dict[str, Any]:
    """For each job the requirements that the client meets; and what belongs into any résumé of this client."""
    by_job = [
        {
            "posting_id": job.posting_id,
            "title": job.title,
            "employer": job.employer,
            "stress": [line.reason for line in _met(job)],
        }
        for job in jobs
    ]
    return {"general": list(_general(client)), "jobs": by_job}


def _met(job: Recommendation) -> list[FeatureLine]:
    lines = [line for line in _telling(job) if line.name in _SHOWN and line.known and line.contribution > 0]
    return sorted(lines, key=lambda line: -line.contribution)


def _telling(job: Recommendation) -> list[FeatureLine]:
    """The comparisons of a job in which the posting asks something: where it does not, there is nothing to show."""
    empty = {say(f"reason.{key}") for key in _ASKS_NOTHING}
    return [line for line in job.features if line.reason not in empty]


def _general(client: Client) -> Iterator[str]:
    conditions = client.conditions
    refused = client.goal.refused or ()
    # work that is refused is not what a résumé begins with
    if past := [_named(job) for job in conditions.experience or () if job.occupation and not _among(job, refused)]:
        yield say("resume.experience", jobs=listing(past))
    if conditions.certificates:
        yield say("resume.certificates", names=listing(conditions.certificates))
    if conditions.skills:
        yield say("resume.skills", names=listing(conditions.skills))
    if conditions.experience == ():
        yield say("resume.no-experience")
    if conditions.shift_ok:
        yield say("resume.shift")
    yield say("resume.leave-out")


def _among(job: Experience, refused: Iterable[str]) -> bool:
    """Whether a past job is named by what is refused, or names it."""
    return any(job.occupation in word or word in job.occupation for word in refused if word and job.occupation)


def _named(job: Experience) -> str:
    """A past job with its years, where they are known."""
    return f"{job.occupation}{years_said(job.years)}"


def interview_points(
    client: Client, jobs: Iterable[Recommendation], years_away: float | None, settings: Settings
) -> list[dict[str, str]]:
    """Questions that are to be expected, each with a truthful way to answer; what need not be answered comes last."""
    asked: dict[str, str] = dict(_about_the_client(client, years_away, settings))
    for job in jobs:
        asked |= dict(_about_the_job(job))
    asked[say("interview.unlawful.ask")] = say("interview.unlawful.answer")
    return [{"ask": ask, "answer": answer} for ask, answer in asked.items()]


def _about_the_client(client: Client, years_away: float | None, settings: Settings) -> Iterator[tuple[str, str]]:
    yield say("interview.self.ask"), say("interview.self.answer")
    if years_away is not None and years_away >= settings.number("swot.years_away"):
        yield say("interview.away.ask", years=f"{years_away:.0f}"), say("interview.away.answer")
    if client.attitude.left_last_job_because:
        yield say("interview.left.ask"), say("interview.left.answer")
    if client.conditions.experience == ():
        yield say("interview.no-experience.ask"), say("interview.no-experience.answer")


def _about_the_job(job: Recommendation) -> Iterator[tuple[str, str]]:
    for line in _telling(job):
        if line.known and line.value < _GOOD and line.name in ("education", "experience", "certificates", "skills"):
            yield say("interview.short.ask", title=job.title, reason=line.reason), say(f"interview.short.{line.name}")
    for limit in job.limits:
        if limit.state == "unknown" and limit.kind in ("night_shift", "shift", "hours"):
            yield say("interview.hours.ask", title=job.title), say("interview.hours.answer")
    for trade in job.trade_offs:
        if trade.kind == "distance":
            yield say("interview.way.ask", title=job.title), say("interview.way.answer")
