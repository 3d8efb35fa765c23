"""N5: which course, certificate or skill opens most openings that a client, or a caseload, would then qualify for.

A client counts once: whom a course already helps is not counted for the next one, and an opening is filled by one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.dataset.catalogues import Course
from jobmatch.fit.certificates import shares_held
from jobmatch.guidance.changes import changed, gains
from jobmatch.guidance.learning_times import how_long, weeks_to_get
from jobmatch.guidance.opening import waited_for
from jobmatch.look import Asked
from jobmatch.messages import say
from jobmatch.records.client import Client
from jobmatch.records.guidance import Lesson
from jobmatch.settings import Settings
from jobmatch.text.asked.certificates import certificate_names, holds, is_applied_for, is_hard_certificate
from jobmatch.text.asked.licence_ladder import licence_classes

_LICENCE: Final = re.compile("驾照|驾驶证")
_LEARNED: Final = ("certificate", "licence", "skill")


@dataclass(frozen=True, eq=False)
class Opened:
    """What one course opens to one client: rows of the market."""

    client_id: str
    rows: frozenset[int]


def opened(asked: Asked, course: Course) -> Opened:
    """What the client would come to, with what the course teaches."""
    before, after = _taught(asked.client, ()), _taught(asked.client, course.teaches)
    base = asked.again(before) if before != asked.client else asked
    then = asked.again(after)
    rows = then.near.case.rows[waited_for(then, base, frozenset(_LEARNED))]
    needed = then.worth[_need_it(base, then)]
    return Opened(asked.client.client_id, frozenset(rows.tolist()) | frozenset(needed.tolist()))


def _need_it(base: Asked, then: Asked) -> NDArray[np.bool_]:
    """Which jobs ask by law for a paper that was lacked, though it ruled nothing out: it is got in weeks."""
    held = base.near.case.facts.certificates or frozenset()
    got = frozenset(filter(is_hard_certificate, (then.near.case.facts.certificates or frozenset()) - held))
    lists = then.near.case.market.certificates
    return np.asarray(lists.held(lists.worth(shares_held(got), 0.0), then.worth) > 0)


def _taught(client: Client, teaches: Iterable[str]) -> Client:
    """The client with the papers and skills; where nothing was said of them, as if there were none yet."""
    conditions, names = client.conditions, set(certificate_names())
    papers = [word for word in teaches if holds([word]) & names]
    classes = [word for word in teaches if _LICENCE.sub("", word.upper()) in licence_classes()]
    skills = [word for word in teaches if word not in papers and word not in classes]
    values: dict[str, Any] = {
        "certificates": (*(conditions.certificates or ()), *papers),
        "skills": (*(conditions.skills or ()), *skills),
    }
    if classes:
        values["driving_licence"] = classes[0].upper()[:2]
    return changed(client, "conditions", **values)


def courses_of_gains(asked: Asked, settings: Settings) -> tuple[Course, ...]:
    """Without a catalogue: each paper and skill that postings ask most, as a course of its own."""
    steps = [step for steps in gains(asked, settings) for step in steps if step.kind in _LEARNED]
    steps = [step for step in steps if not is_applied_for(str(step.after))]
    return tuple(Course(str(s.after), str(s.after), (str(s.after),), weeks_to_get(s.kind, str(s.after))) for s in steps)


def lessons(found: Iterable[tuple[Course, list[Opened]]], openings: Any, least: int, most: int) -> tuple[Lesson, ...]:
    """The courses in the order in which they help, each counting only whom the ones before do not help.

    ``openings`` counts the openings of rows of the market; a course counts for a client from ``least`` jobs.
    """
    left = [(course, [one for one in many if len(one.rows) >= least]) for course, many in found]
    chosen: list[Lesson] = []
    helped: set[str] = set()
    while len(chosen) < most:
        told = [(_lesson(course, [one for one in many if one.client_id not in helped], openings), course, many)
                for course, many in left]  # fmt: skip
        told = [one for one in told if one[0].clients]
        if not told:
            break
        best, course, many = min(told, key=lambda one: (-_worth(one[0]), one[0].name))
        chosen.append(best)
        helped |= {one.client_id for one in many}
        left = [one for one in left if one[0] is not course]
    return tuple(chosen)


def _worth(lesson: Lesson) -> float:
    """Clients who could be placed, a week: no more than there are openings; unknown weeks count as a quarter."""
    return min(lesson.clients, lesson.openings) / max(lesson.weeks or 13.0, 0.5)


def _lesson(course: Course, many: list[Opened], openings: Any) -> Lesson:
    rows = np.array(sorted(frozenset().union(*(one.rows for one in many))), dtype=np.intp)
    count = int(openings(rows)) if len(rows) else 0
    weeks = course.weeks
    time = say("lacks.takes", time=how_long(weeks)) if weeks else say("lacks.unknown-time")
    text = say("training.line", name=course.name, clients=len(many), postings=len(rows), openings=count, time=time)
    day = course.starts_on.isoformat() if course.starts_on else None
    per_week = round(count / weeks, 2) if weeks else None
    return Lesson(course.name, course.teaches, weeks, len(many), len(rows), count, per_week, day, course.place, text)
