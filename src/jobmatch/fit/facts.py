"""``Facts``: what the comparisons need of a client, understood once: rungs, codes, words, places, limits.

Nothing of the audit part of a profile is read here, so nothing of it can reach a score.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Final

from jobmatch.fit.refusal import Refusal, read_refusal, refusals_in
from jobmatch.fit.whereabouts import Whereabouts
from jobmatch.patterns import late
from jobmatch.records.client import Experience, Slot
from jobmatch.records.lapsed import is_lapsed
from jobmatch.records.welfare import names_welfare, without_welfare
from jobmatch.records.wished import names_no_work
from jobmatch.text.asked.certificates import accepted, holds
from jobmatch.text.asked.demands import demands_of_work, find_health_limits, find_inabilities
from jobmatch.text.asked.education import parse_schooling
from jobmatch.text.asked.licences import licence_classes, licence_covers
from jobmatch.text.asked.reserved import Group, group_bits, groups
from jobmatch.text.asked.skills import canonical_skill, find_skills, skill_places
from jobmatch.text.asked.vehicles import ANY, VEHICLES, vehicle_sorts
from jobmatch.text.dates import parse_date
from jobmatch.text.fold import fold
from jobmatch.text.tokens import tokenize
from jobmatch.text.work.fields import Field, field_of, field_words
from jobmatch.text.work.objects import meant_by
from jobmatch.text.work.seniority import ORDINARY, parse_seniority
from jobmatch.text.work.trades import WAYS, at_a_place, trades_of
from jobmatch.text.work.wishes import works_meant

# Who knows computing means an employer on the net by 大厂, and others a large factory.
_BIG_FIRM: Final = "大厂"
_BIG_NET_FIRM: Final = "互联网大厂"
_COMPUTING: Final = "计算机"
_YEAR: Final = late(r"\s*\d{4}\s?年?\s*")
_LIVES_IN: Final = late(r"(?<!不)(?<!非)(?:住家|住宿|[包管]住|[包管]吃住|[包管]食宿|live-?\s?in)")
_LEAVES_STRENGTHS: Final = late(
    r"优势|优点|强项|特长|擅长|长处|专长|本行|对口|专业相关|(?:目标|方向|职业|岗位)[^,;。]{0,8}不[^,;。]{0,4}(?:匹配|相符|合适|符合|切合)"
    r"|strength|(?:field|subject) of study|what (?:he|she|they) can do"
)
_TEXTS_KEPT: Final = 4096  # of a caseload many say the same: kinds of work, skills, fields of study


@dataclass(frozen=True, slots=True)
class PastJob:
    """A kind of work the client has done: for how long, how long ago."""

    words: str
    years: float | None
    ended: date | None

    @property
    def work(self) -> str:
        """The work that the words mean."""
        works = works_meant(self.words)
        return at_a_place(works[0] if len(works) == 1 else self.words)


class Words(dict[str, float]):
    """Words by their weight, which are a name for what is told of them: nobody changes them."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))


@dataclass(frozen=True, eq=False)
class Facts(Whereabouts):
    """The client as the comparisons see it. Texts are read on first use and kept."""

    @cached_property
    def rung(self) -> int | None:
        """The rung of the client's schooling, None unknown."""
        said = self.client.conditions.education
        return parse_schooling(said) if said else None

    @cached_property
    def wanted(self) -> tuple[str, ...]:
        """Wanted occupations that name a kind of work or a field; what names only a place or how it should be is none.

        Who names none may have named a line of business.
        """
        goal = self.client.goal
        words = (without_welfare(word) for word in goal.occupations or ())
        named = tuple(word for word in words if word and not self._only_place(word) and _is_wanted(word))
        named = tuple(
            _BIG_NET_FIRM if field_words(word) == _BIG_FIRM and self._of_computing else word for word in named
        )
        return named or tuple(word for word in goal.industries or () if field_of(word) is not None)

    @property
    def _of_computing(self) -> bool:
        """Whether the client has learned computing, or worked in it."""
        from jobmatch.text.work.majors import same_field

        field, major = field_of(_BIG_NET_FIRM), self.client.conditions.major
        worked = {trade // WAYS for job in self.past for trade in trades_of(job.work)}
        return bool(major and same_field(major, _COMPUTING)) or bool(field and field.trades & worked)

    @cached_property
    def wanted_works(self) -> tuple[str, ...]:
        """What the wanted occupations mean that say what is to be done, and not just where or how."""
        return tuple(self._meant)

    @property
    def meant_objects(self) -> tuple[int, ...]:
        """The objects that are meant by each of them, as the wish, what was done and studied tell: 老师 of what."""
        return tuple(self._meant.values())

    @cached_property
    def _meant(self) -> dict[str, int]:
        wishes = (wish for wish in self.wanted if field_of(wish) is None)
        return {work: self.objects_meant(work, wish) for wish in wishes for work in works_meant(wish)}

    def objects_meant(self, work: str, wish: str) -> int:
        """The objects that are meant by some work which a wish says: of what nothing else tells, past work or study."""
        said = work if work == wish else f"{wish} {work}"
        return meant_by(said, [job.work for job in self.past], self.client.conditions.major)

    @cached_property
    def wanted_fields(self) -> tuple[Field, ...]:
        """The fields that the others name: 想进医院上班; 坐办公室的 and the like where nothing else is wanted."""
        fields = [field for wish in self.wanted if (field := field_of(wish)) is not None]
        bare = not self.wanted_works and all(field.condition for field in fields)
        return tuple(field for field in fields if bare or not field.condition)

    @cached_property
    def wanted_ways(self) -> tuple[Field, ...]:
        """How the work should be that is wished for beside them: 坐着的, and 日结 beside 搬运工."""
        fields = (field_of(wish) for wish in self.wanted)
        return tuple(field for field in fields if field is not None and field not in self.wanted_fields)

    @property
    def wish_stands(self) -> bool:
        """Whether the wish is taken as it is: no counsellor has noted that it leaves the strengths aside (PLN 三)."""
        return not any(_LEAVES_STRENGTHS.search(fold(one)) for one in self.client.attitude.misjudgements or ())

    @cached_property
    def wants_welfare(self) -> bool:
        """Whether the client wishes for a public-welfare post, which says of whom it is for and not what is done."""
        return any(names_welfare(word) for word in self.client.goal.occupations or ())

    @cached_property
    def welfare_eligible(self) -> bool | None:
        """Whether the client belongs to a group for whom public-welfare posts are; None unknown."""
        groups, family = self.client.registration.groups, self.client.family
        if family.zero_employment or family.low_income or set(groups or ()) & set(self.settings.get("welfare.groups")):
            return True
        return None if groups is None else False

    @cached_property
    def kept_from(self) -> int:
        """Bits of the groups whose places nobody else can have, and to which the client does not belong."""
        return group_bits(one.name for one in groups() if one.rules_out and self._belongs_to(one) is False)

    @cached_property
    def kept_for(self) -> int:
        """Bits of the groups for whom places are kept to which the client is known to belong."""
        return group_bits(one.name for one in groups() if self._belongs_to(one))

    def _belongs_to(self, group: Group) -> bool | None:
        """Whether the client belongs to a group; None unknown. Only what is registered, or the age, tells it."""
        age = self.client.conditions.age
        if group.name == "graduates":
            return self.graduate
        if group.age_from is not None:
            return None if age is None else age >= group.age_from
        if not self._registered_as.isdisjoint(group.groups):
            return True
        return None if self.client.registration.groups is None else False

    @cached_property
    def _registered_as(self) -> frozenset[str]:
        """The groups to which what is registered, or a paper, tells that the client belongs."""
        registration, family = self.client.registration, self.client.family
        held = {*(registration.groups or ()), *(["低保"] if family.low_income else [])}
        held |= {"零就业家庭"} if family.zero_employment else set()
        return frozenset(held | ({"残疾"} if "残疾证" in (self.certificates or ()) else set()))

    @cached_property
    def refusals(self) -> tuple[Refusal, ...]:
        """What the client will not do, understood."""
        said = (read_refusal(words) for item in self.client.goal.refused or () for words in refusals_in(item))
        return tuple(replace(one, part=True) if self._is_part_of_a_wish(one.work) else one for one in said)

    @cached_property
    def wished_though_refusing(self) -> tuple[str, ...]:
        """The wanted works of who refuses some: what they name they mean, whatever line of business they refuse."""
        return self.wanted_works if self.refusals else ()

    def _is_part_of_a_wish(self, refused: str) -> bool:
        """Whether a refusal names in other words no more than what is wished for: 清洁, and no 扫厕所."""
        wishes = [trades_of(wish) for wish in self.wanted_works if refused not in wish]
        return bool(trades_of(refused)) and any(set(trades_of(refused)) <= set(wish) for wish in wishes)

    @cached_property
    def past(self) -> tuple[PastJob, ...]:
        """Past jobs that say what they were."""
        jobs = self.client.conditions.experience or ()
        return tuple(PastJob(job.occupation, job.years, _ended(job, self.as_of)) for job in jobs if job.occupation)

    @cached_property
    def lives_in(self) -> bool:
        """Whether the client wishes for work that is lived in, or for lodging."""
        return any(_LIVES_IN.search(fold(wish)) for wish in self.client.goal.occupations or ())

    @property
    def new_graduate(self) -> bool:
        """Whether the client is known to have just left, or to be at, a school."""
        registration = self.client.registration
        return registration.status in ("new_graduate", "student") or "高校毕业生" in (registration.groups or ())

    @cached_property
    def graduate(self) -> bool | None:
        """Whether posts for graduates are open to the client; None unknown.

        Nobody who left school before a trade was learned, or has worked for years, is meant by them.
        """
        registration = self.client.registration
        if self.new_graduate or registration.status is not None or registration.groups:
            return self.new_graduate
        unlearned = self.rung is not None and self.rung <= self.settings.number("background.no_graduate_rung")
        worked = (self.years_in_all or 0.0) >= self.settings.number("background.no_graduate_years")
        return False if unlearned or worked else None

    @cached_property
    def majors_titles(self) -> tuple[str, ...]:
        """The jobs to which the field of study leads."""
        said = self.client.conditions.major
        if not said:
            return ()
        from jobmatch.text.work.majors import major_titles

        return major_titles(said)[: int(self.settings.number("background.titles_of_major"))] or (said,)

    @cached_property
    def years_in_all(self) -> float | None:
        """Years of work of any kind; 0 where the client is known to have none."""
        jobs = self.client.conditions.experience
        if jobs is None:
            return None
        said = [job.years for job in jobs if job.years is not None]
        return float(sum(said)) if said or not jobs else None

    @cached_property
    def standing(self) -> tuple[float, float] | None:
        """The rungs at which the client has stood (by past titles) and now stands (by years of work as well)."""
        past = [_seniority(job.words) for job in self.past]
        years = self.years_in_all
        if years is None and not past:
            return None
        numbers = self.settings.table("seniority")
        by_years = min(numbers["rungs_a_year"] * (years or 0.0), numbers["by_years_at_most"])
        stood = float(max([ORDINARY, *past]))
        return stood, max(stood, by_years)

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
        return _certificates((*said, "残疾证") if "残疾" in (groups or ()) else said)

    @cached_property
    def lapsed(self) -> tuple[str, ...]:
        """Certificates and the licence that the client has and that no longer hold."""
        conditions = self.client.conditions
        licence = (conditions.driving_licence,) if conditions.driving_licence else ()
        return tuple(paper for paper in (*(conditions.certificates or ()), *licence) if is_lapsed(paper))

    @cached_property
    def licence_by_class(self) -> tuple[bool | None, ...]:
        """For each class that a posting may ask: whether the client's licence covers it, None unknown."""
        return _licences(self.client.conditions.driving_licence)

    @cached_property
    def vehicle_by_sort(self) -> tuple[bool | None, ...]:
        """For each sort of vehicle that a posting may ask one to bring: whether there is one that may be driven."""
        return _vehicles(self.client.conditions.vehicles, self.client.conditions.driving_licence)

    @cached_property
    def cannot(self) -> frozenset[str] | None:
        """Demands on the body that the client's health rules out; None unknown."""
        said = self.client.conditions.health_limits
        return None if said is None else _all_of(find_health_limits, tuple(said)) - self.may_manage

    @cached_property
    def may_manage(self) -> frozenset[str]:
        """Demands of the wished work itself that an illness speaks against, and not the client: to be asked."""
        said = tuple(self.client.conditions.health_limits or ())
        against = _all_of(find_health_limits, said) - _all_of(find_inabilities, said)
        return against & _all_of(_asked_of_who_does, self.wanted)

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
        said = (
            (self.wanted, weights["wanted"]),
            ([job.words for job in self.past], weights["past"]),
            (self.client.conditions.skills or (), weights["skill"]),
            ([self.client.conditions.major or ""], weights["major"]),
            (self.client.conditions.certificates or (), weights["certificate"]),
        )
        result = Words()
        for texts, weight in said:
            for word in frozenset().union(*map(_tokens, texts)):
                result[word] = max(result.get(word, 0.0), weight)
        return result


def hour_of(clock: str | None) -> float | None:
    """A time of the day in hours.

    >>> hour_of("17:30"), hour_of(None)
    (17.5, None)
    """
    if clock is None:
        return None
    hour, _, minute = clock.partition(":")
    return int(hour) + int(minute or 0) / 60


@lru_cache(maxsize=_TEXTS_KEPT)
def _is_wanted(word: str) -> bool:
    return field_of(word) is not None or not names_no_work(word)


def _length(slot: Slot) -> float | None:
    """The hours of a free stretch of the day; None where it is open."""
    begin, end = hour_of(slot.start), hour_of(slot.end)
    return None if begin is None or end is None else (end - begin) % 24


@lru_cache(maxsize=_TEXTS_KEPT)
def _all_of(find: Callable[[str], frozenset[str]], texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(find, texts))


def _asked_of_who_does(title: str) -> frozenset[str]:
    """All that work asks of the body, if only at times."""
    asked = demands_of_work(title)
    return asked.always | asked.at_times


@lru_cache(maxsize=_TEXTS_KEPT)
def _seniority(title: str) -> int:
    return parse_seniority(title)


@lru_cache(maxsize=_TEXTS_KEPT)
def _tokens(text: str) -> frozenset[str]:
    return frozenset(tokenize(fold(text)))


@lru_cache(maxsize=_TEXTS_KEPT)
def _certificates(said: tuple[str, ...]) -> frozenset[str]:
    """Those of some certificates that hold, with those that they imply."""
    return accepted(holds(paper for paper in said if not is_lapsed(paper)))


@lru_cache(maxsize=_TEXTS_KEPT)
def _licences(held: str | None) -> tuple[bool | None, ...]:
    """For each class of licence whether the one that is held covers it; None unknown."""
    return tuple(licence_covers(held, name) for name in licence_classes())


# What one needs to drive it; an electric bicycle, or whatever takes one there, needs none.
_TO_DRIVE: Final = {"motorcycle": "E", "car": "any"}


@lru_cache(maxsize=_TEXTS_KEPT)
def _vehicles(held: tuple[str, ...] | None, licence: str | None) -> tuple[bool | None, ...]:
    """For each sort of vehicle whether somebody has one; None unknown. Who may not drive it has none to bring."""
    return tuple(_has(sort, held, licence) for sort in VEHICLES)


def _has(sort: str, held: tuple[str, ...] | None, licence: str | None) -> bool | None:
    if sort in _TO_DRIVE and licence_covers(licence, _TO_DRIVE[sort]) is False:
        return False
    if held is None:
        return None
    return bool(held) if sort == ANY else any(sort in vehicle_sorts(one) for one in held)


@lru_cache(maxsize=_TEXTS_KEPT)
def _skills(text: str) -> frozenset[int]:
    """Positions of the skills that a text says the client has."""
    names = {mention.skill for mention in find_skills(text) if not mention.negated}
    named = canonical_skill(text)
    return frozenset(skill_places()[name] for name in (names | {named} if named else names))


def _ended(job: Experience, as_of: date) -> date | None:
    """The day a job ended; of a year alone its middle, which is the least wrong, and nothing still to come."""
    ended = parse_date(job.ended, as_of) if job.ended else None
    if ended is None or not _YEAR.fullmatch(str(job.ended)):
        return ended
    return max(ended, min(ended.replace(month=7), as_of))
