"""What an employer can change of a posting, a step after the other, and what no employer would but may be tried.

Every ``Concession`` is the same posting with one requirement eased or taken away, to be held before clients again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

import numpy as np

from jobmatch.allocation.view import Ground
from jobmatch.fit.certificates import licence_name
from jobmatch.fit.limits import LIMITS
from jobmatch.guidance.changes import changed
from jobmatch.messages import own_words, say
from jobmatch.records.client import Client
from jobmatch.settings import Settings
from jobmatch.text.asked.certificates import certificate_names, is_hard_certificate, takes_long
from jobmatch.text.asked.education import education_name
from jobmatch.text.asked.skills import skill_names


def _same(client: Client) -> Client:
    return client


@dataclass(frozen=True, slots=True)
class Concession:
    """A posting with one thing changed."""

    kind: str
    before: Any
    after: Any
    ground: Ground
    of_client: Callable[[Client], Client] = _same
    no_more: frozenset[str] = frozenset()  # limits that no longer rule anybody out
    offered: bool = True  # False: tried only to see whom the requirement keeps away
    words: str = ""  # of the sentence, where it is not that of the kind

    @property
    def requirement(self) -> str:
        """What is eased."""
        return "too_far" if self.kind == "transport" else self.kind

    def sentence(self, adds: int) -> str:
        """The change in words, for the employer."""
        before, after = (own_words(one) if isinstance(one, str) else one for one in (self.before, self.after))
        return say(f"vacancy.change-{self.words or self.kind}", before=before, after=after, adds=adds)


def changes(ground: Ground, row: int) -> Iterator[Concession]:
    """Every requirement of the posting at ``row`` eased, the smaller steps first, and at last taken away."""
    for of_kind in (_pay, _schooling, _experience, _shift, _hours, _skills, _certificates, _licence, _way):
        yield from of_kind(ground, row)
    if ground.market.seniority[row] > 0:
        yield Concession("seniority", None, None, _with(ground, row, seniority=0), offered=False)
    for kind in LIMITS:
        if kind not in _EASED:
            yield Concession(kind, None, None, ground, no_more=frozenset((kind,)), offered=False)


_EASED: Final = frozenset(
    ("hours", "night_shift", "shift", "certificate", "licence")
)  # the other limits are only tried


def _pay(ground: Ground, row: int) -> Iterator[Concession]:
    low, high = float(ground.market.pay_min_month[row]), float(ground.market.pay_max_month[row])
    sure = float(ground.market.pay_sure_month[row])
    if np.isnan(high):
        return
    raised = ground
    for factor in ground.settings.get("vacancy.pay_factors"):
        raised = _with(
            ground, row, pay_min_month=low * factor, pay_max_month=high * factor, pay_sure_month=sure * factor
        )
        yield Concession("pay", round(high), round(high * factor), raised)
    yield Concession("pay", None, None, raised, no_more=frozenset(("pay",)), offered=False)


def _schooling(ground: Ground, row: int) -> Iterator[Concession]:
    asked = int(ground.market.education[row])
    for rung in range(asked - 1, 0, -1):
        yield Concession("education", education_name(asked), education_name(rung), _with(ground, row, education=rung))


def _experience(ground: Ground, row: int) -> Iterator[Concession]:
    years, graduates = float(ground.market.years[row]), bool(ground.market.graduates_only[row])
    if years > 0 or graduates:
        open_to_all = _with(ground, row, years=0.0, graduates_only=False)
        before = say("vacancy.graduates") if graduates else say("vacancy.years", years=f"{years:g}")
        yield Concession("experience", before, None, open_to_all)


def _shift(ground: Ground, row: int) -> Iterator[Concession]:
    if ground.market.night[row] == 1 or ground.market.shift[row] == 1:
        by_day = _with(ground, row, night=0, shift=0, **_ANY_HOUR)
        yield Concession("shift", say("vacancy.shifts"), say("vacancy.day"), by_day)


_TIMES: Final = ("start_hour", "end_hour", "begun_by", "not_before", "first_begins", "last_ends")
_ANY_HOUR: Final = dict.fromkeys(_TIMES, np.nan)


def _hours(ground: Ground, row: int) -> Iterator[Concession]:
    open_hours = _with(ground, row, part_time=-1, weekend=-1, **_ANY_HOUR)
    yield Concession("hours", None, None, open_hours)


def _skills(ground: Ground, row: int) -> Iterator[Concession]:
    asked = [skill_names()[which] for which, _ in ground.market.skills.of_row(row)]
    if asked:
        taught = _with_market(ground, skills=ground.market.skills.without(row))
        yield Concession("skills", say("word.comma").join(asked), None, taught)


def _certificates(ground: Ground, row: int) -> Iterator[Concession]:
    """Papers that the law asks for can be got after hiring where that takes days; the others need not be asked."""
    market, names = ground.market, certificate_names()
    asked = [names[which] for which, _ in market.certificates.of_row(row) + market.hard_certificates.of_row(row)]
    if not asked:
        return
    lists = {name: getattr(market, name).without(row) for name in ("certificates", "hard_certificates")}
    yield Concession(
        "certificate",
        say("word.comma").join(dict.fromkeys(asked)),
        None,
        _with_market(ground, **lists),
        offered=not any(map(takes_long, asked)),
        words="certificate-later" if any(map(is_hard_certificate, asked)) else "",
    )


def _licence(ground: Ground, row: int) -> Iterator[Concession]:
    at = int(ground.market.licence[row])
    if at >= 0:
        yield Concession("licence", licence_name(at), None, _with(ground, row, licence=-1))


def _way(ground: Ground, row: int) -> Iterator[Concession]:  # noqa: ARG001 - one shape for all
    """A bus: the way that clients accept grows."""
    carried: Callable[[Client], Client] = _same
    for factor in ground.settings.get("vacancy.way_factors"):
        carried = partial(_carried, factor=factor, settings=ground.settings)
        yield Concession("transport", "1", f"{factor:g}", ground, carried)
    yield Concession("transport", None, None, ground, carried, frozenset(("too_far",)), offered=False)


def _carried(client: Client, factor: float, settings: Settings) -> Client:
    km = client.conditions.max_commute_km or settings.number("distance.assumed_limit_km")
    return changed(client, "conditions", max_commute_km=km * factor)


def _with(ground: Ground, row: int, **values: Any) -> Ground:
    """The same ground with some columns of one row changed."""
    columns = {name: np.array(getattr(ground.market, name)) for name in values}
    for name, value in values.items():
        columns[name][row] = value
    return _with_market(ground, **columns)


def _with_market(ground: Ground, **columns: Any) -> Ground:
    return replace(ground, market=replace(ground.market, **columns))
