"""A service plan as a sheet: measures with their days and content, way, follow-up, promises, policies."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from jobmatch.messages import listing, say
from jobmatch.records.plan import Measure, ServicePlan
from jobmatch.reports.sheet import Sheet, heading

_POINTS_A_LINE: Final = 3  # more in one breath are not taken in
_SIDES: Final = ("strength", "weakness", "opportunity", "threat")


def plan(result: ServicePlan) -> Sheet:
    """The plan as it is read and signed; what is overdue stands first."""
    follow = result.follow_up
    overdue = any(one.overdue for one in result.promises)
    promised = (say("plan.promises"), tuple(one.text for one in result.promises))
    blocks = [
        *([promised] if overdue else []),
        (say("plan.way"), (result.way_why,)),
        *((_line(one), tuple(_content(one.content))) for one in result.measures),
        (say("plan.follow_up"), (say("plan.next", why=follow.why, next_on=follow.next_on),)),
        *([] if overdue else [promised]),
        (say("plan.policies"), tuple(_policy(one) for one in result.policies)),
        (say("show.questions"), tuple(question["text"] for question in result.questions)),
    ]
    notices = say("word.semicolon").join(result.notices)
    signed = tuple(f"{say(f'plan.signed-{who}')}{say('word.colon')}" for who in ("client", "counsellor", "on"))
    return Sheet(heading(result.client_id, {"level": result.level}), tuple(blocks), notices, signed)


def _line(one: Measure) -> str:
    name, who = say(f"measure.{one.measure}"), say(f"plan.who.{one.who}")
    return say("plan.line", due_on=one.due_on, measure=one.measure, name=name, who=who, why=one.why)


def _content(content: dict[str, Any]) -> Iterator[str]:
    """What a measure consists of, in lines."""
    for side in _SIDES:
        yield from _points(say(f"swot.{side}"), content.get(side, ()))
    yield from (change["text"] for change in content.get("learn", ()))
    yield from content.get("general", ())
    yield from (_job(job) for job in content.get("jobs", ()) if job.get("stress") != [])
    yield from _short_of_jobs(content.get("shortfall"))
    yield from (f"{one['ask']} → {one['answer']}" for one in content.get("questions", ()))
    yield from content.get("ask", ())


def _points(side: str, points: Sequence[str]) -> Iterator[str]:
    """What speaks for or against, a few points a line."""
    for begin in range(0, len(points), _POINTS_A_LINE):
        few = say("word.semicolon").join(points[begin : begin + _POINTS_A_LINE])
        yield f"{side}{say('word.colon')}{few}"


def _short_of_jobs(shortfall: dict[str, Any] | None) -> Iterator[str]:
    """Where fewer jobs fit than were wanted: what would bring more, and that new postings are watched."""
    if shortfall:
        yield from [change["text"] for change in shortfall["smallest_change"]] or [say("show.no-change")]
        yield say("plan.watch")


def _job(job: dict[str, Any]) -> str:
    if "stress" in job:
        name = say("word.brackets", words=job["title"], more=job["employer"]) if job["employer"] else job["title"]
        return f"{name}{say('word.colon')}{say('word.semicolon').join(job['stress'])}"
    fallback = say("show.role-fallback") if job["fallback"] else ""
    return " · ".join(filter(None, (job["title"], job["employer"], job["location"], fallback)))


def _policy(one: dict[str, Any]) -> str:
    fields = listing(say(f"field.{field.rpartition('.')[2]}") for field in one["fields"])
    state = say(f"policy.{one['state']}")
    words = say("word.brackets", words=state, more=fields) if fields else state
    return f"{one['name']}{say('word.colon')}{words}{say('word.semicolon')}{one['gives']}"
