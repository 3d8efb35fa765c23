"""The plan of one client, put together: level, measures with their content, way, follow-up, promises, policies."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from jobmatch.guidance.directions import to_talk_over
from jobmatch.guidance.policies import Entitlement, wants_to_start_up
from jobmatch.guidance.preparation import interview_points, resume_points
from jobmatch.guidance.what_if import telling
from jobmatch.messages import say
from jobmatch.plan.follow_up import follow_up
from jobmatch.plan.measures import Situation, measures, measures_of_a_minor, too_young_words
from jobmatch.plan.promises import below_working_age, promises
from jobmatch.plan.workdays import calendar_known
from jobmatch.records.client import Client
from jobmatch.records.guidance import Change, Directions, Swot, WhatIf
from jobmatch.records.plan import JOBS_OF_131, Measure, ServicePlan
from jobmatch.records.recommendation import Recommendation, Recommendations
from jobmatch.settings import Settings
from jobmatch.text.dates import first_day

_SHOWN = 3  # changes and directions that a talk can hold


@dataclass(frozen=True, eq=False)
class Findings:
    """What was found for a client before anything is planned."""

    slate: Recommendations
    changes: WhatIf
    directions: Directions
    points: Swot
    jobs_now: int  # postings of the market that fit now, public-welfare posts not counted
    years_away: float | None
    policies: tuple[Entitlement, ...] = ()


def compose(client: Client, day: date, settings: Settings, found: Findings) -> ServicePlan:
    """The plan; without a level it holds the follow-up, the promises and what to ask.

    Whom the law keeps from work gets guidance alone, and nothing that leads to a job.
    """
    slate = found.slate
    level = slate.level["level"]
    too_young = below_working_age(client, settings)
    plan_of = measures_of_a_minor if too_young else measures
    mine = plan_of(_situation(client, day, settings, found)) if level else ()
    way = _way(client, slate) if level and not too_young else None
    next_one = follow_up(client, day, settings)
    promised = tuple(promises(client, day, settings, _given(mine, slate)))
    counted_from_today = bool(promised) and client.registration.registered_on is None
    return ServicePlan(
        client_id=client.client_id,
        as_of=day.isoformat(),
        level=level,
        status=slate.level["status"],
        measures=mine,
        way=way,
        way_why=too_young_words(client, settings) if too_young else _why_way(way, slate),
        follow_up=next_one,
        promises=promised,
        policies=tuple(one.to_dict() for one in found.policies),
        questions=() if too_young else tuple(asdict(question) for question in slate.questions),
        notices=(
            *_beyond_calendar([*(one.due_on for one in mine), next_one.next_on]),
            *((say("promise.counted-from-today"),) if counted_from_today else ()),
            *_registered_ahead(client, day),
        ),
    )


def _situation(client: Client, day: date, settings: Settings, found: Findings) -> Situation:
    gains = tuple(change for change in found.changes.changes if change.effort == "gain")
    return Situation(
        client, found.slate.level["level"], day, settings, found.slate.items, found.jobs_now, gains, found.years_away,
        _content(client, settings, found),
    )  # fmt: skip


def _given(mine: tuple[Measure, ...], slate: Recommendations) -> set[str]:
    """What of the 131 service this plan holds."""
    planned = {one.measure for one in mine}
    there = {"guidance": planned & {"N1", "N2"}, "jobs": len(slate.items) >= JOBS_OF_131, "training": planned & {"N5"}}
    return {name for name, held in there.items() if held}


def _content(client: Client, settings: Settings, found: Findings) -> Mapping[str, dict[str, Any]]:
    """What each measure consists of for this client."""
    jobs, points = found.slate.items, found.points
    give, gain = (
        [_brief(one) for one in telling(found.changes.changes, effort, _SHOWN)] for effort in ("give", "gain")
    )
    swot = {side: list(points.of(side)) for side in ("strength", "weakness", "opportunity", "threat")}
    shortfall = found.slate.shortfall
    mine = to_talk_over(found.directions.directions, client, found.slate.level["level"], settings)
    return {
        "N1": {**swot, "what_if": give, "directions": [one.text for one in mine[:_SHOWN]]},
        "N2": resume_points(client, jobs),
        "N3": {"jobs": [_job(job) for job in jobs], "shortfall": shortfall.to_dict() if shortfall else None},
        "N4": {"questions": interview_points(client, jobs, found.years_away, settings)},
        "N5": {"learn": gain},
        "N6": {"ask": [say(f"visit.{what}") for what in ("work", "content", "next")]},
    }


def _job(job: Recommendation) -> dict[str, Any]:
    return {name: getattr(job, name) for name in ("posting_id", "title", "employer", "location", "fallback")}


def _brief(change: Change) -> dict[str, Any]:
    return {"kind": change.kind, "to": change.after, "openings": change.openings, "text": change.text}


def _way(client: Client, slate: Recommendations) -> str:
    """Start-up help for who wants it; posts of the market; public-welfare posts only where nothing else fits."""
    if wants_to_start_up(client):
        return "start_up"
    return "public_welfare" if slate.items and all(job.fallback for job in slate.items) else "recommend"


def _why_way(way: str | None, slate: Recommendations) -> str:
    """Why this way; that nothing fits at present is said, not that something does."""
    if way is None:
        return say("word.semicolon").join(slate.level["reasons"])
    return say("why.way-recommend-later" if way == "recommend" and not slate.items else f"why.way-{way}")


def _beyond_calendar(days: list[str]) -> tuple[str, ...]:
    """Years whose holidays are not known yet, said once each."""
    years = sorted({day[:4] for day in days if not calendar_known(date.fromisoformat(day))})
    return tuple(say("follow_up.beyond-calendar", year=year) for year in years)


def _registered_ahead(client: Client, day: date) -> tuple[str, ...]:
    """That the registration lies ahead of the day, from which nothing can be counted yet."""
    said = client.registration.registered_on
    return (say("promise.registered-ahead", on=said, day=day.isoformat()),) if said and first_day(said) > day else ()


def events(plan: ServicePlan) -> list[tuple[str, str]]:
    """(day, words) of all that is due, in order: for a calendar."""
    found = [(one.due_on, _words(one)) for one in plan.measures]
    found.append((plan.follow_up.next_on, plan.follow_up.why))
    # what is overdue is to be done today: nobody looks at the days gone by
    found += [(plan.as_of if one.overdue else one.due_on, one.text) for one in plan.promises]
    return sorted(found)


def _words(measure: Measure) -> str:
    return f"{measure.measure} {say(f'measure.{measure.measure}')}{say('word.colon')}{measure.why}"
