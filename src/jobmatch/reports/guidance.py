"""What-if, directions and training as sheets."""

from collections import Counter
from collections.abc import Iterator

from jobmatch.messages import listing, own_words, say
from jobmatch.records.guidance import Change, Direction, Directions, Job, Training, WhatIf
from jobmatch.reports.sheet import Sheet, heading
from jobmatch.settings import load


def what_if(result: WhatIf) -> Sheet:
    """The price list: what can be handed over now, concessions, things to be got, the smallest, the best pair."""
    now = (say("what_if.now", postings=result.postings_now, openings=result.openings_now),)
    give, gain = (
        tuple(_change(one.text, one.jobs) for one in _few(result.changes, effort)) for effort in ("give", "gain")
    )
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


def _few(changes: tuple[Change, ...], effort: str) -> Iterator[Change]:
    """Of each kind the smallest changes, as many as are read; the JSON and the tables hold them all."""
    most, told = int(load().number("what_if.shown_of_a_kind")), Counter[str]()
    for change in changes:
        told[change.kind] += change.effort == effort
        if change.effort == effort and told[change.kind] <= most:
            yield change


def _change(text: str, jobs: tuple[Job, ...]) -> str:
    return say("word.brackets", words=text, more=_titles(jobs)) if jobs else text


def _titles(jobs: tuple[Job, ...]) -> str:
    return listing(dict.fromkeys(job.title for job in jobs))


def directions(result: Directions) -> Sheet:
    """Each direction as a block of its own."""
    blocks = tuple(_direction(one) for one in result.directions)
    nothing = tuple(result.level["reasons"]) if result.level["status"] != "assessed" else (say("directions.none"),)
    return Sheet(heading(result.client_id, result.level), blocks or ((say("directions.heading"), nothing),))


def _direction(one: Direction) -> tuple[str, tuple[str, ...]]:
    why = say("directions.near-goal") if one.near_goal else say("directions.known-work") if one.known_work else ""
    work = own_words(one.occupation)
    name = say("word.brackets", words=work, more=why) if why else work
    lines = [say("directions.figures", postings=one.postings, openings=one.openings, gettable=one.gettable)]
    if one.pay_quartiles:
        lines.append(_pay(*(f"{pay:.0f}" for pay in one.pay_quartiles)))
    if one.distance_km is not None:
        lines.append(
            say("directions.km", km=f"{one.distance_km:g}") if one.distance_km else say("directions.near-home")
        )
    lines += [lack.text for lack in one.missing]
    lines.append(f"{say('directions.jobs')}{say('word.colon')}{_titles(one.jobs)}")
    return name, tuple(lines)


def _pay(low: str, middle: str, high: str) -> str:
    """The pay of the middle half of the postings; one figure where they all pay the same."""
    return (
        say("directions.one-pay", pay=middle)
        if low == high
        else say("directions.pay", low=low, middle=middle, high=high)
    )


def training(result: Training) -> Sheet:
    """The courses in the order in which they help."""
    lines = tuple(one.text for one in result.lessons) or (say("training.none"),)
    return Sheet(say("training.heading"), (("", lines),))
