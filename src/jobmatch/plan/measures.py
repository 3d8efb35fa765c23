"""Which of the measures that apply to a level this client needs, why, and when each is due."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from jobmatch.messages import say
from jobmatch.plan.workdays import on_workday
from jobmatch.records.client import Client
from jobmatch.records.guidance import Change
from jobmatch.records.plan import Measure
from jobmatch.records.recommendation import Recommendation
from jobmatch.settings import Settings
from jobmatch.shipped import table_of


@dataclass(frozen=True, eq=False)
class Situation:
    """What decides about the measures: the client, the level, the jobs at hand, and what learning would open."""

    client: Client
    level: int
    day: date
    settings: Settings
    jobs: tuple[Recommendation, ...]
    jobs_now: int  # postings of the market that fit now, public-welfare posts not counted
    gains: tuple[Change, ...]
    years_away: float | None
    content: Mapping[str, dict[str, Any]]  # by measure


def measures(situation: Situation) -> tuple[Measure, ...]:
    """The measures of the level that the client needs, in their order."""
    return tuple(_needed(situation))


def measures_of_a_minor(situation: Situation) -> tuple[Measure, ...]:
    """Guidance alone for whom the law lets nobody employ: about school and training, not about jobs."""
    due = situation.settings.get("plan.due_days")["N1"]
    day = on_workday(situation.day + timedelta(days=int(due)))
    why = too_young_words(situation.client, situation.settings)
    general = [say(f"why.under-age-{topic}") for topic in ("school", "later")]
    return (Measure("N1", day.isoformat(), why, _table()["who"]["N1"], {"general": general}),)


def too_young_words(client: Client, settings: Settings) -> str:
    """Why nothing towards a job is planned for whom the law lets nobody employ."""
    return say("why.under-age", age=client.conditions.age, youngest=f"{settings.number('age.youngest'):g}")


def _needed(situation: Situation) -> Iterator[Measure]:
    table, due = _table(), situation.settings.get("plan.due_days")
    for name in table["order"][str(situation.level)]:
        why = _WHY[name](situation)
        if why is not None:
            day = on_workday(situation.day + timedelta(days=int(due[name])))
            yield Measure(name, day.isoformat(), why, table["who"][name], dict(situation.content.get(name, {})))


def _applying(situation: Situation) -> str | None:
    return say("why.resume-missing" if situation.client.ability.resume_ready is False else "why.resume-better")


def _jobs(situation: Situation) -> str | None:
    found = len(situation.jobs)
    return say("why.jobs-found", found=found) if found else say("why.jobs-none")


def _interview(situation: Situation) -> str | None:
    """For who has not sat in one, looks for a first job, was long away, or was turned down again and again."""
    client, settings = situation.client, situation.settings
    if client.ability.interview_experience is False:
        return say("why.no-interview")
    if client.conditions.experience == ():
        return say("why.first-job")
    if situation.years_away is not None and situation.years_away >= settings.number("swot.years_away"):
        return say("why.away", years=f"{situation.years_away:.0f}")
    failed = client.ability.failed_applications or 0
    return say("why.failed", failed=failed) if failed >= settings.number("plan.failed_applications") else None


def _training(situation: Situation) -> str | None:
    """Where few jobs fit now and something that can be learned opens more; work comes first where there is enough."""
    settings = situation.settings
    best = next((one for one in situation.gains if one.postings >= settings.number("plan.training_opens")), None)
    if best is None or situation.jobs_now >= settings.number("plan.enough_jobs"):
        return None
    return say("why.training", now=situation.jobs_now, change=best.text)


_WHY: Final[dict[str, Callable[[Situation], str | None]]] = {
    "N1": lambda situation: say(f"why.level-{situation.level}"),
    "N2": _applying,
    "N3": _jobs,
    "N4": _interview,
    "N5": _training,
    "N6": lambda _: say("why.follow-up"),
}


@cache
def _table() -> dict[str, Any]:
    return table_of("plan/measures.toml")
