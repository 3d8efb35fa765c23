"""What-if, directions and training as sheets."""

from jobmatch.messages import say
from jobmatch.records.guidance import Direction, Directions, Job, Training, WhatIf
from jobmatch.reports.sheet import Sheet, heading


def what_if(result: WhatIf) -> Sheet:
    """The price list: what can be handed over now, concessions, things to be got, the smallest, the best pair."""
    now = (say("what_if.now", postings=result.postings_now, openings=result.openings_now),)
    give, gain = (tuple(_change(one.text, one.jobs) for one in result.changes if one.effort == effort)
                  for effort in ("give", "gain"))  # fmt: skip
    smallest = dict.fromkeys(one.text for one in result.smallest.values() if one)
    if result.pair:
        smallest[result.pair.text] = None
    blocks = (
        (say("what_if.heading"), now if result.level["status"] == "assessed" else tuple(result.level["reasons"])),
        (say("what_if.give"), give or ((say("what_if.nothing"),) if not gain else ())),
        (say("what_if.gain"), gain),
        (say("what_if.smallest"), tuple(smallest)),
    )
    return Sheet(heading(result.client_id, result.level), blocks, say("what_if.advice"))


def _change(text: str, jobs: tuple[Job, ...]) -> str:
    return say("word.brackets", words=text, more=_titles(jobs)) if jobs else text


def _titles(jobs: tuple[Job, ...]) -> str:
    return say("word.comma").join(dict.fromkeys(job.title for job in jobs))


def directions(result: Directions) -> Sheet:
    """Each direction as a block of its own."""
    blocks = tuple(_direction(one) for one in result.directions)
    nothing = tuple(result.level["reasons"]) if result.level["status"] != "assessed" else (say("directions.none"),)
    return Sheet(heading(result.client_id, result.level), blocks or ((say("directions.heading"), nothing),))


def _direction(one: Direction) -> tuple[str, tuple[str, ...]]:
    near = say("word.brackets", words=one.occupation, more=say("directions.near-goal"))
    lines = [say("directions.figures", postings=one.postings, openings=one.openings, gettable=one.gettable)]
    if one.pay_quartiles:
        low, middle, high = (f"{pay:.0f}" for pay in one.pay_quartiles)
        lines.append(say("directions.pay", low=low, middle=middle, high=high))
    if one.distance_km is not None:
        lines.append(say("directions.km", km=f"{one.distance_km:g}"))
    lines += [lack.text for lack in one.missing]
    lines.append(f"{say('directions.jobs')}{say('word.colon')}{_titles(one.jobs)}")
    return near if one.near_goal else one.occupation, tuple(lines)


def training(result: Training) -> Sheet:
    """The courses in the order in which they help."""
    lines = tuple(one.text for one in result.lessons) or (say("training.none"),)
    return Sheet(say("training.heading"), (("", lines),))
