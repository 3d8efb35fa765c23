"""Changes that a client could make: expectations that give way, things to be got.

What health, care duties or the law rule out is no expectation and is never offered for change.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.states import NOT_MET
from jobmatch.fit.to_learn import is_taught
from jobmatch.guidance.learning_times import pays_in_time, weeks_to_get
from jobmatch.look import Asked
from jobmatch.messages import listing, own_words, say
from jobmatch.records.client import Client
from jobmatch.settings import Settings
from jobmatch.text.asked.certificates import can_be_earned, certificate_names
from jobmatch.text.asked.education import education_name
from jobmatch.text.asked.licence_ladder import licence_classes, within_reach
from jobmatch.text.asked.skills import skill_names
from jobmatch.text.work.occupations import is_left_over, occupation_codes, occupation_name
from jobmatch.text.work.wishes import in_short

_DISABLED: Final = "残疾"  # of the groups that give rights


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a profile: what it was, what it becomes, and the values that say so."""

    kind: str
    before: Any
    after: Any
    part: str
    values: dict[str, Any]
    effort: str = "give"

    def of(self, client: Client) -> Client:
        """The client after the change."""
        return changed(client, self.part, **self.values)

    @property
    def fields(self) -> frozenset[str]:
        """The fields that it changes."""
        return frozenset(f"{self.part}.{name}" for name in self.values)


def shown(value: Any) -> Any:
    """A value as sentences say it."""
    if isinstance(value, float):
        return f"{value:g}"
    return say(f"hours.{value}") if value in ("full", "part", "any") else value


def shown_of_lists(value: Any) -> Any:
    """A value that is a word of jobmatch's own lists, as sentences say it: a trade, a skill, a paper, a schooling."""
    return own_words(value) if isinstance(told := shown(value), str) and told == value else told


def changed(client: Client, part: str, **values: Any) -> Client:
    """The same client with some values of one part replaced."""
    whole = getattr(client, part)
    return client.model_copy(update={part: whole.model_copy(update=values)})


def asked_of_client(kind: str, before: Any, after: Any, asks: Mapping[str, float]) -> float:
    """How much a concession asks, 0 to 1: the share of pay or way that is given, else by ``asks`` for its kind."""
    if kind in ("pay", "distance"):
        low, high = sorted((float(before), float(after)))
        return 1 - low / high if high else 0.0
    return asks[kind]


def ways(client: Client, settings: Settings) -> list[float]:
    """The longer ways to work that are worth proposing, from short to long: none that people hardly go each day."""
    numbers, conditions = settings.table("shortfall"), client.conditions
    soon_tired = conditions.hours == "part" or (conditions.age or 0) >= numbers["older"]
    farthest = numbers["farthest_short_km" if soon_tired else "farthest_km"]
    factors = settings.get("shortfall.distance_factors")
    longer = (round((conditions.max_commute_km or 0.0) * factor, 1) for factor in factors)
    return [km for km in longer if 0 < km <= farthest]


def widest(client: Client, settings: Settings) -> Client:
    """The client who goes as far as the largest step asks: from that look all smaller ones can be cut."""
    longer = ways(client, settings)
    return changed(client, "conditions", max_commute_km=longer[-1]) if longer else client


def gives_up_goal(before: Client, after: Client) -> bool:
    """Whether work is wished for before a change, and none after it."""
    return bool(before.goal.occupations) and not after.goal.occupations


def expectations(client: Client, settings: Settings) -> Iterator[list[Step]]:
    """For each expectation that could give way, its steps from small to large."""
    conditions, least = client.conditions, client.attitude.pay_min
    if (km := conditions.max_commute_km) is not None:
        yield [Step("distance", km, to, "conditions", {"max_commute_km": to}) for to in ways(client, settings)]
    if least is not None:
        lower = dict.fromkeys(round(least * factor / 100) * 100.0 for factor in settings.get("shortfall.pay_factors"))
        yield [Step("pay", least, to, "attitude", {"pay_min": to}) for to in lower if to < least]
    for kind in ("shift", "night_shift"):
        # who cannot do all that others can may have said no for the sake of health: that is not asked for
        if getattr(conditions, f"{kind}_ok") is False and not _unwell(client):
            yield [Step(kind, False, True, "conditions", {f"{kind}_ok": True})]
    if conditions.hours in ("full", "part"):
        yield [Step("hours", conditions.hours, "any", "conditions", {"hours": "any"})]
    for refusal in client.goal.refused or ():
        rest = tuple(other for other in client.goal.refused or () if other != refusal)
        yield [Step("refused", refusal, None, "goal", {"refused": rest})]
    if client.goal.occupations:
        words = listing(map(in_short, client.goal.occupations))
        yield [Step("occupation", words, None, "goal", {"occupations": None, "clarity": "none"})]


def _unwell(client: Client) -> bool:
    """Whether something is known that the client's body or mind does not allow."""
    return bool(client.conditions.health_limits) or _DISABLED in (client.registration.groups or ())


def gains(asked: Asked, settings: Settings) -> Iterator[list[Step]]:
    """What postings in reach ask and the client could get, or also look for: the most asked of each kind."""
    most = int(settings.number("what_if.most_of_a_kind"))
    for steps in (_occupations, _certificates, _licences, _skills, _schooling):
        yield from ([step] for step in steps(asked, most))


def _all_but(asked: Asked, kind: str) -> NDArray[np.intp]:
    """Positions of what breaks this limit and no other."""
    return np.flatnonzero(asked.states.but(kind).passes & (asked.states[kind] == NOT_MET))


def _by_demand(numbers: NDArray[np.integer]) -> list[int]:
    """The different numbers, those that stand there most often first, the smaller first among equals."""
    found, counts = np.unique(numbers, return_counts=True)
    return [int(at) for at in found[np.lexsort((found, -counts))]]


def _occupations(asked: Asked, most: int) -> Iterator[Step]:
    """Wishes beside the goal: the commonest occupations of what breaks no limit, is near, and is not the goal."""
    client, case = asked.client, asked.everything.case
    if not case.facts.wanted:
        return
    bars = case.settings.table("near")
    values, known = asked.everything.fit.values, asked.everything.fit.known
    goal = values["occupation"]
    near = (goal >= bars["goal"]) | (known["background"] & (values["background"] >= bars["background"]))
    rows = asked.states.passes & near & (goal < case.settings.number("slate.is_goal"))
    first = case.column("occupations")[rows, 0]
    codes = [code for at in _by_demand(first) if not is_left_over(code := occupation_codes()[at])]
    for name in map(occupation_name, codes[:most]):
        wider = {"occupations": (*(client.goal.occupations or ()), name)}
        yield Step("also", listing(case.facts.wanted_in_short), name, "goal", wider)


def _certificates(asked: Asked, most: int) -> Iterator[Step]:
    client, case = asked.client, asked.everything.case
    held = client.conditions.certificates
    if held is None:  # what is not known rules nothing out: to be asked, not to be got
        return
    numbers = case.market.hard_certificates.required_of(case.rows[_all_but(asked, "certificate")])
    for name in filter(can_be_earned, (certificate_names()[at] for at in _by_demand(numbers)[:most])):
        yield Step("certificate", None, name, "conditions", {"certificates": (*held, name)}, "gain")


_LEARNED_FIRST: Final = ("C1", "C2")  # the classes that beginners may take; the larger ones want years of driving


def _licences(asked: Asked, most: int) -> Iterator[Step]:
    client, case = asked.client, asked.everything.case
    held = client.conditions.driving_licence
    if held is None:
        return
    names = licence_classes()
    classes = case.column("licence")[_all_but(asked, "licence")]
    wanted = [names[at] for at in _by_demand(classes)[:most]]
    for name in dict.fromkeys("C1" if one == "any" else one for one in wanted):
        first = held in ("无", "none")
        if name in _LEARNED_FIRST if first else within_reach(name, case.facts.licence_by_class):
            yield Step("licence", held, name, "conditions", {"driving_licence": name}, "gain")


def _skills(asked: Asked, most: int) -> Iterator[Step]:
    """The skills most asked by what breaks no limit and is not yet worth handing over."""
    client, case, ranked = asked.client, asked.everything.case, asked.ranked
    held = client.conditions.skills
    if held is None:
        return
    rows = ranked.case.rows[~ranked.fits & (ranked.scores.use >= ranked.model.surplus.least_use)]
    mine = case.facts.skills or frozenset()
    asks = (skill_names()[at] for at in _by_demand(case.market.skills.required_of(rows)) if at not in mine)
    for name in islice(filter(is_taught, asks), most):
        yield Step("skill", None, name, "conditions", {"skills": (*held, name)}, "gain")


def _schooling(asked: Asked, most: int) -> Iterator[Step]:  # noqa: ARG001 - one shape for all
    client, rung = asked.client, asked.everything.case.facts.rung
    if rung is None or rung >= asked.settings.number("what_if.highest_schooling"):
        return
    name = education_name(rung + 1)
    if not pays_in_time(client.conditions.age, weeks_to_get("education", name) or 0.0, asked.settings):
        return
    yield Step("education", client.conditions.education, name, "conditions", {"education": name}, "gain")
