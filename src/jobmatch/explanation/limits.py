"""The limits that a posting breaks, or of which it is not known whether it does, in words."""

from typing import Final

import numpy as np

from jobmatch.fit.case import Case
from jobmatch.fit.certificates import licence_name, named
from jobmatch.fit.hours import clock, last_hour, late_shifts, several_times
from jobmatch.fit.offered_pay import pay_end, pay_unsure
from jobmatch.fit.pay import sure_words
from jobmatch.fit.states import MET, NOT_MET, States
from jobmatch.messages import in_script, listing, own_words, say
from jobmatch.records.recommendation import LimitLine
from jobmatch.text.asked.certificates import certificate_names
from jobmatch.text.asked.demand_list import demand_bits, demand_names
from jobmatch.text.asked.demands import duty_words
from jobmatch.text.asked.named_shifts import shift_names
from jobmatch.text.asked.reserved import group_bits, groups
from jobmatch.text.asked.round_the_clock import is_at_choice, is_day_or_night
from jobmatch.text.asked.vehicles import VEHICLES
from jobmatch.text.fold import fold
from jobmatch.text.work.objects import language_names, languages_of

_STATES: Final = {MET: "met", NOT_MET: "not_met"}


def limit_lines(case: Case, states: States, at: int) -> tuple[LimitLine, ...]:
    """The limits that are broken or not known, ``at`` a position of ``case``; what is met needs no words."""
    lines = []
    for kind, state in states.of(at).items():
        word = _STATES.get(state, "unknown")
        if word != "met" and not (kind == "pay" and case.column("pay_mistaken")[at]):  # of which bars_to_ask tells
            told = _TOLD_OF[kind](case, at) if word == "unknown" and kind in _TOLD_OF else ""
            lines.append(LimitLine(kind, word, told or say(f"limit.{kind}.{word}", asked=_asked(case, at, kind))))
    return tuple(lines)


def _late_shifts(case: Case, at: int) -> str:
    """What is told of late shifts, or of nights that one may choose, to who takes none; empty where neither is."""
    row, text = int(case.rows[at]), case.market.shown.text
    if late_shifts(case)[at]:
        ends = last_hour(case)[at]
        return say("limit.night_shift.evening") if np.isnan(ends) else say("limit.night_shift.late", ends=clock(ends))
    written = "\n".join(text(row, name) for name in ("title", "description", "requirements", "hours"))
    folded = fold(written).lower()
    return say("limit.night_shift.choice") if is_at_choice(folded) or is_day_or_night(folded) else ""


def _hours_told(case: Case, at: int) -> str:
    """What is told of the hours though no clock is: late shifts, or the name of a shift."""
    if several := several_times(case, at):
        return say("limit.hours.several", times=several)
    named = int(case.column("named_shift")[at])
    if case.column("evening")[at] == 1 and case.facts.client.conditions.available_hours:
        return say("limit.hours.late")
    if named >= 0:
        return say("limit.hours.named", shift=own_words(shift_names()[named]))
    return say("limit.hours.part") if not case.facts.client.conditions.available_hours else ""


def _duties_told(case: Case, at: int) -> str:
    """The duties of the text that may be beyond the client's health; empty where it speaks of none."""
    row, text = int(case.rows[at]), case.market.shown.text
    hard = [name for name in _beyond_health(case, row) if int(case.market.demands_told[row]) & demand_bits({name})]
    written = "\n".join((text(row, "title"), text(row, "description"), text(row, "requirements")))
    words = [in_script(word, written) for word in duty_words(written, hard)]
    if not words:
        return ""
    asked = listing(say(f"demand.{one}") for one in hard)
    return say("limit.health.told", words=listing(words), asked=asked)


def _unsure_pay(case: Case, at: int) -> str:
    """What is sure of a pay that may be larger; empty where nothing is said of pay."""
    sure = sure_words(case, at)
    if sure and not np.isnan(case.column("pay_share")[at]):
        return say("limit.pay.unsure", sure=sure)
    if pay_unsure(case)[at]:
        return say("limit.pay.top")
    if np.isnan(case.column("pay_share")[at]):
        return say("limit.pay.by-hour", shown=case.market.shown.text(int(case.rows[at]), "salary"))
    return "" if np.isnan(pay_end(case, "min")[at]) else say("limit.pay.open")


_TOLD_OF: Final = {"pay": _unsure_pay, "night_shift": _late_shifts, "hours": _hours_told, "health": _duties_told}


def _asked(case: Case, at: int, kind: str) -> str:
    """What a posting makes a condition, by name: certificates, the driving licence, what the body cannot."""
    row, names = int(case.rows[at]), certificate_names()
    if kind == "licence":
        return licence_name(int(case.market.licence[row]), case.facts.in_taiwan)
    if kind == "vehicle":
        return say(f"vehicle.{VEHICLES[int(case.market.own_vehicle[row])]}")
    if kind == "language":
        return own_words(listing(language_names(languages_of(case.market.shown.text(row, "title")))))
    if kind == "reserved":
        bits = int(case.market.reserved[row])
        kept = [one.name for one in groups() if bits & group_bits({one.name})]
        return listing(say(f"reserved.{name}") for name in kept)
    if kind == "health":
        return listing(say(f"demand.{name}") for name in _beyond_health(case, row))
    return listing(named(case, row, [names[which] for which, _ in case.market.hard_certificates.of_row(row)]))


def _beyond_health(case: Case, row: int) -> list[str]:
    """What a posting, or such work at times, asks of the body and the client cannot, or may not be able to."""
    asked = int(case.market.demands[row] | case.market.demands_at_times[row])
    hard = (case.facts.cannot or frozenset()) | case.facts.may_manage
    return [name for name in demand_names() if name in hard and asked & demand_bits({name})]
