"""``Facts``: what the comparisons need of a client, understood once: rungs, codes, words, places, limits.

Nothing of the audit part of a profile is read here, so nothing of it can reach a score.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_
from typing import Final

from jobmatch.fit.past import TEXTS_KEPT
from jobmatch.fit.wished import Wished
from jobmatch.lazily import cached_property
from jobmatch.records.dimensions import Slot
from jobmatch.records.lapsed import is_lapsed
from jobmatch.text.asked.certificates import holds
from jobmatch.text.asked.demands_of_work import demands_of_work
from jobmatch.text.asked.health_limits import find_health_limits, find_inabilities, find_limits_of_time
from jobmatch.text.asked.licence_ladder import licence_classes
from jobmatch.text.asked.licences_held import licence_covers, names_licence
from jobmatch.text.asked.papers_by_law import accepted
from jobmatch.text.asked.reserved import Group, group_bits, groups
from jobmatch.text.asked.skills import canonical_skill, find_skills, skill_places
from jobmatch.text.asked.vehicles import ANY, VEHICLES, vehicle_sorts
from jobmatch.text.fold import fold
from jobmatch.text.tokens import tokenize
from jobmatch.text.work.objects import languages_of

# What one needs to drive it; an electric bicycle, or whatever takes one there, needs none.
_TO_DRIVE: Final = {"motorcycle": "E", "car": "any"}


class Words(dict[str, float]):
    """Words by their weight, which are a name for what is told of them: nobody changes them."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))


@dataclass(frozen=True, eq=False)
class Facts(Wished):
    """The client as the comparisons see it. Texts are read on first use and kept."""

    @cached_property
    def welfare_eligible(self) -> bool | None:
        """Whether the client belongs to a group for whom public-welfare posts are; None unknown."""
        groups, family = self.client.registration.groups, self.client.family
        if family.zero_employment or family.low_income:
            return True
        if groups and not set(groups).isdisjoint(self.settings.get("welfare.groups")):
            return True
        return None if groups is None else False

    @cached_property
    def kept_from(self) -> int:
        """Bits of the groups whose places nobody else can have, and to which the client does not belong."""
        return self._kept[0]

    @cached_property
    def kept_for(self) -> int:
        """Bits of the groups for whom places are kept to which the client is known to belong."""
        return self._kept[1]

    @cached_property
    def _kept(self) -> tuple[int, int]:
        """Of which groups the client is known not to be, nobody else having their places; and of which to be."""
        registration, family = self.client.registration, self.client.family
        held = {*(registration.groups or ()), *(["低保"] if family.low_income else [])}
        held |= {"零就业家庭"} if family.zero_employment else set()
        held |= {"残疾"} if "残疾证" in (self.certificates or ()) else set()
        known = registration.groups is not None
        return _kept_by(frozenset(held), known, self.client.conditions.age, self.graduate)

    @cached_property
    def skills(self) -> frozenset[int] | None:
        """Positions of the skills that the client has, the work history's included; None unknown."""
        said = self.client.conditions.skills
        texts = [*(said or ()), *(job.words for job in self.past)]
        if said is None and not texts:
            return None
        return frozenset().union(*map(_skills, texts))

    @cached_property
    def certificates(self) -> frozenset[str] | None:
        """Certificates held, with those that they imply; None unknown.

        Who is registered as disabled holds the card. It opens the posts that the law reserves (残疾人就业条例 第8条;
        身心障礙者權益保障法 38) and nothing else.
        """
        said, groups = self.client.conditions.certificates, self.client.registration.groups
        if said is None:
            return None
        return _certificates((*said, "残疾证") if "残疾" in (groups or ()) else said, self._japanese)

    @property
    def _japanese(self) -> str:
        """日语 where anything tells of it: the grade of a paper then is one of it."""
        named = reduce(or_, map(languages_of, self.client.conditions.languages or ()), self.spoken or 0)
        return "日语" if named & languages_of("日语") else ""

    @cached_property
    def lapsed(self) -> tuple[str, ...]:
        """Certificates and the licence that the client has and that no longer hold."""
        conditions = self.client.conditions
        licence = (conditions.driving_licence,) if conditions.driving_licence else ()
        return tuple(paper for paper in (*(conditions.certificates or ()), *licence) if is_lapsed(paper))

    @cached_property
    def licence_by_class(self) -> tuple[bool | None, ...]:
        """For each class that a posting may ask: whether the client's licence covers it, None unknown."""
        return _licences(self.driving_licence)

    @cached_property
    def driving_licence(self) -> str | None:
        """The licence, and what stands of it among the certificates: 職業大客車駕照."""
        conditions = self.client.conditions
        papers = [paper for paper in conditions.certificates or () if names_licence(paper)]
        held = [conditions.driving_licence or "", *(paper for paper in papers if not is_lapsed(paper))]
        return "、".join(filter(None, held)) or None

    @cached_property
    def vehicle_by_sort(self) -> tuple[bool | None, ...]:
        """For each sort of vehicle that a posting may ask one to bring: whether there is one that may be driven."""
        return _vehicles(self.client.conditions.vehicles, self.driving_licence)

    @cached_property
    def spoken(self) -> int | None:
        """The languages of which anything that is known of the client tells, as bits; None where nothing is known."""
        known = self.client.conditions
        if known.skills is None and not self.past:
            return None
        told = (*self.wanted, *(job.words for job in self.past), *(known.skills or ()), *(known.certificates or ()))
        return reduce(or_, map(languages_of, (*told, known.major or "")))

    @cached_property
    def cannot(self) -> frozenset[str] | None:
        """Demands on the body that the client's health rules out; None unknown."""
        said = self.client.conditions.health_limits
        return None if said is None else _all_of(find_health_limits, tuple(said)) - self.may_manage

    @cached_property
    def may_manage(self) -> frozenset[str]:
        """Demands to be asked about: of the wished work itself, against which an illness speaks and not the client.

        So are those that the client can meet for a while (不能弯腰太久).
        """
        said = tuple(self.client.conditions.health_limits or ())
        against = _all_of(find_health_limits, said) - _all_of(find_inabilities, said)
        return against & (_all_of(_asked_of_who_does, self.wanted) | _all_of(find_limits_of_time, said))

    @cached_property
    def work_time(self) -> str | None:
        """``full`` or ``part``: as said, else part-time where no stretch of free hours holds a full-time day."""
        said, takes = self.client.conditions.hours, self.settings.number("hours.day_takes")
        if said in ("full", "part"):
            return said
        return "part" if self._longest_free is not None and self._longest_free < takes else None

    @cached_property
    def few_hours(self) -> bool:
        """Whether the client is free for no more than a part-time day."""
        free = self._longest_free
        return free is not None and free <= self.settings.number("hours.part_day")

    @cached_property
    def part_of_a_day(self) -> bool:
        """Whether no stretch that is free holds a full-time day."""
        return self._longest_free is not None and self._longest_free < self.settings.number("hours.day_takes")

    @cached_property
    def _longest_free(self) -> float | None:
        """The hours of the longest stretch of the day that is free; None where that is open or not said."""
        free = [_length(slot) for slot in self.client.conditions.available_hours or ()]
        return max((hours for hours in free if hours is not None), default=None) if None not in free else None

    @cached_property
    def words(self) -> "Words":
        """The client's words for the search, each with its weight."""
        weights = self.settings.table("words.weights")
        return _weighted(
            (self.wanted, weights["wanted"]),
            (tuple(job.words for job in self.past), weights["past"]),
            (self.client.conditions.skills or (), weights["skill"]),
            ((self.client.conditions.major or "",), weights["major"]),
            (self.client.conditions.certificates or (), weights["certificate"]),
        )


def hour_of(clock: str | None) -> float | None:
    """A time of the day in hours.

    >>> hour_of("17:30"), hour_of(None)
    (17.5, None)
    """
    if clock is None:
        return None
    hour, _, minute = clock.partition(":")
    return int(hour) + int(minute or 0) / 60


def _length(slot: Slot) -> float | None:
    """The hours of a free stretch of the day; None where it is open."""
    begin, end = hour_of(slot.start), hour_of(slot.end)
    return None if begin is None or end is None else (end - begin) % 24


@lru_cache(maxsize=TEXTS_KEPT)
def _weighted(*said: tuple[tuple[str, ...], float]) -> Words:
    """The words of texts, each by the largest weight of the texts in which it stands."""
    result = Words()
    for texts, weight in said:
        for word in frozenset().union(*map(_tokens, texts)):
            result[word] = max(result.get(word, 0.0), weight)
    return result


@lru_cache(maxsize=TEXTS_KEPT)
def _kept_by(registered: frozenset[str], known: bool, age: int | None, graduate: bool | None) -> tuple[int, int]:
    """Bits of two kinds of groups: those whose places are closed to somebody, and those to which somebody belongs.

    It is told by the groups somebody is ``registered`` in, where these are ``known``, by the age, and by whether
    somebody is a ``graduate``; a group of which nothing is told is of neither kind.
    """

    def belongs(group: Group) -> bool | None:
        if group.name == "graduates":
            return graduate
        if group.age_from is not None:
            return None if age is None else age >= group.age_from
        if not registered.isdisjoint(group.groups):
            return True
        return False if known else None

    told = {group: belongs(group) for group in groups()}
    closed = (group.name for group, is_of in told.items() if group.rules_out and is_of is False)
    return group_bits(closed), group_bits(group.name for group, is_of in told.items() if is_of)


@lru_cache(maxsize=TEXTS_KEPT)
def _all_of(find: Callable[[str], frozenset[str]], texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(find, texts))


def _asked_of_who_does(title: str) -> frozenset[str]:
    """All that work asks of the body, if only at times."""
    asked = demands_of_work(title)
    return asked.always | asked.at_times


@lru_cache(maxsize=TEXTS_KEPT)
def _tokens(text: str) -> frozenset[str]:
    return frozenset(tokenize(fold(text)))


@lru_cache(maxsize=TEXTS_KEPT)
def _certificates(said: tuple[str, ...], about: str = "") -> frozenset[str]:
    """Those of some certificates that hold, with those that they imply."""
    return accepted(holds((paper for paper in said if not is_lapsed(paper)), about))


@lru_cache(maxsize=TEXTS_KEPT)
def _licences(held: str | None) -> tuple[bool | None, ...]:
    """For each class of licence whether the one that is held covers it; None unknown."""
    return tuple(licence_covers(held, name) for name in licence_classes())


@lru_cache(maxsize=TEXTS_KEPT)
def _vehicles(held: tuple[str, ...] | None, licence: str | None) -> tuple[bool | None, ...]:
    """For each sort of vehicle whether somebody has one; None unknown. Who may not drive it has none to bring."""
    return tuple(_has(sort, held, licence) for sort in VEHICLES)


def _has(sort: str, held: tuple[str, ...] | None, licence: str | None) -> bool | None:
    if sort in _TO_DRIVE and licence_covers(licence, _TO_DRIVE[sort]) is False:
        return False
    if held is None:
        return None
    return bool(held) if sort == ANY else any(sort in vehicle_sorts(one) for one in held)


@lru_cache(maxsize=TEXTS_KEPT)
def _skills(text: str) -> frozenset[int]:
    """Positions of the skills that a text says the client has."""
    names = {mention.skill for mention in find_skills(text) if not mention.negated}
    named = canonical_skill(text)
    return frozenset(skill_places()[name] for name in (names | {named} if named else names))
