"""A service plan as a sheet: measures with their days and content, way, follow-up, promises, policies."""

from collections.abc import Iterator
from typing import Any

from jobmatch.messages import say
from jobmatch.records.plan import Measure, ServicePlan
from jobmatch.reports.sheet import Sheet, heading

_SIDES = ("strength", "weakness", "opportunity", "threat")


def plan(result: ServicePlan) -> Sheet:
    """The plan as it is read and signed."""
    follow = result.follow_up
    blocks = [
        (say("plan.way"), (result.way_why,)),
        *((_line(one), tuple(_content(one.content))) for one in result.measures),
        (say("plan.follow_up"), (say("plan.next", why=follow.why, next_on=follow.next_on),)),
        (say("plan.promises"), tuple(one.text for one in result.promises)),
        (say("plan.policies"), tuple(_policy(one) for one in result.policies)),
        (say("show.questions"), tuple(question["text"] for question in result.questions)),
    ]
    return Sheet(
        heading(result.client_id, {"level": result.level}), tuple(blocks), say("word.semicolon").join(result.notices)
    )


def _line(one: Measure) -> str:
    name, who = say(f"measure.{one.measure}"), say(f"plan.who.{one.who}")
    return say("plan.line", due_on=one.due_on, measure=one.measure, name=name, who=who, why=one.why)


def _content(content: dict[str, Any]) -> Iterator[str]:
    """What a measure consists of, in lines."""
    for side in _SIDES:
        if content.get(side):
            yield f"{say(f'swot.{side}')}{say('word.colon')}{say('word.semicolon').join(content[side])}"
    yield from (change["text"] for change in content.get("learn", ()))
    yield from content.get("general", ())
    yield from (_job(job) for job in content.get("jobs", ()))
    yield from (f"{one['ask']} → {one['answer']}" for one in content.get("questions", ()))
    yield from content.get("ask", ())


def _job(job: dict[str, Any]) -> str:
    if "stress" in job:
        return f"{job['title']}{say('word.colon')}{say('word.semicolon').join(job['stress'])}"
    return " · ".join(filter(None, (job["title"], job["employer"], job["location"])))


def _policy(one: dict[str, Any]) -> str:
    fields = say("word.comma").join(say(f"field.{field.rpartition('.')[2]}") for field in one["fields"])
    state = say(f"policy.{one['state']}")
    words = say("word.brackets", words=state, more=fields) if fields else state
    return f"{one['name']}{say('word.colon')}{words}{say('word.semicolon')}{one['gives']}"
