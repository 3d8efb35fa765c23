"""Occupation and goal: is this the kind of work that the client wants?"""

from functools import partial, reduce
from typing import Final

import numpy as np

from jobmatch.fit import by_sort
from jobmatch.fit.case import Case, Mask, Measured, Values
from jobmatch.fit.in_field import in_field, left_by_way, sign_of
from jobmatch.fit.likeness import akin, alike, beyond, left_of_wish, met, names_work, of_titles, stands, title_holds
from jobmatch.messages import listing, own_words, say
from jobmatch.text.work.duties import BY_DUTIES, BY_EMPLOYER, BY_TITLE
from jobmatch.text.work.fields import field_of
from jobmatch.text.work.trades import PART, SAME, stem, trades_of
from jobmatch.text.work.wishes import works_meant

NAME = "occupation"


def likeness(case: Case) -> Values:
    """How near each posting is to the wanted occupations: by code, or by the wording of the title.

    The better of the two counts, since a posting may be coded badly and a title worded oddly; where both
    agree the value is higher than where only one speaks. Of a wish that names a field and no work it is told by who
    offers the posting, by its work and by its text.
    """
    values = [_likeness_to(case, *works) * _sure(case) for works in _together(case)]
    values += [in_field(case, field) for field in case.facts.wanted_fields]
    nearest = reduce(np.maximum, values, np.zeros(len(case.rows)))
    return reduce(np.multiply, (left_by_way(case, way) for way in case.facts.wanted_ways), nearest)


def _together(case: Case) -> list[tuple[tuple[str, ...], int]]:
    """The wanted works, and the objects that are meant by them: each by itself where any are, the others as one."""
    meant = dict(zip(case.facts.wanted_works, case.facts.meant_objects, strict=True))
    plain = tuple(wish for wish, objects in meant.items() if not objects)
    return [((wish,), objects) for wish, objects in meant.items() if objects] + ([(plain, 0)] if plain else [])


def likeness_to(case: Case, wish: str) -> Values:
    """How near each posting is to one of the wanted occupations."""
    if (field := field_of(wish)) is not None:
        return in_field(case, field) if field in case.facts.wanted_fields else np.zeros(len(case.rows))
    values = [_likeness_to(case, (work,), case.facts.objects_meant(work, wish)) for work in works_meant(wish)]
    return reduce(np.maximum, values) * _sure(case)


def is_near(case: Case, wish: str, least: float) -> Mask:
    """Whether each posting is at least so near to one of the wanted occupations."""

    def tell(one: Case) -> Mask:
        return np.asarray(likeness_to(one, wish) >= least)

    # of a field more than the title tells
    return tell(case) if field_of(wish) else by_sort.once(case, "title", f"goal {wish} from {least}", tell)


def _sure(case: Case) -> Values:
    """What is left where not the title tells the work: of two that are as near the one that says so comes first."""
    left: Values = np.array(case.settings.get("likeness.told"))[case.column("work_told_by")]
    return left


def _likeness_to(case: Case, wishes: tuple[str, ...], objects: int) -> Values:
    """The same for everybody who has these wishes and means the same objects by them: 老师 of what, 维修 of what."""

    def tell(one: Case) -> Values:
        return _likeness(one, wishes) * left_of_wish(one, objects)

    return case.once(f"goal {wishes} {objects}", lambda: of_titles(case, ("goal", wishes, objects), tell))


def _likeness(case: Case, wishes: tuple[str, ...]) -> Values:
    value = by_sort.once(case, "work", f"goal by meaning {wishes}", lambda one: alike(one, wishes)).copy()
    numbers = case.settings.table("likeness")
    # 销售 is meant by 房产销售: a title that says the wish, in its own words or others, is at least near it;
    # so is, but less, one of a trade that is done beside it: 网络管理 to 电脑维修
    said = reduce(np.logical_or, [_says(case, wish) for wish in wishes])
    beside = reduce(np.logical_or, [akin(case, wish) for wish in wishes])
    least = np.where(said, numbers["said"], np.where(beside, numbers["beside"], 0.0))
    worth = np.array([0.0, numbers["partly_met"], numbers["nearly_met"]])
    least = reduce(np.maximum, [worth[met(case, wish)] for wish in wishes], least)
    value[:] = np.maximum(value, least * beyond(case, wishes))
    # of two that are as near, the one that names the wish itself is nearer: 洗碗员 to 洗碗工 than 服务员
    named = reduce(np.logical_or, [_names(case, wish) for wish in wishes])
    value[named] += numbers["named"] * (1 - value[named])
    return value


def _says(case: Case, wish: str) -> Mask:
    """Whether a title is of the trade of a wish or of a part of it; of a wish without a trade, whether it holds it."""
    return names_work(case, wish) if trades_of(wish) else title_holds(case, wish)


def _names(case: Case, wish: str) -> Mask:
    """Whether a title names the very trade of a wish, or holds the word of it: 打扫 and 清洁 for 保洁."""
    if not trades_of(wish):
        return title_holds(case, stem(wish))
    standing = stands(case, wish)
    return np.asarray((standing == SAME) | (standing == PART) & title_holds(case, stem(wish)))


def measure(case: Case) -> Measured:
    """The likeness; unknown for a client without a goal. Who wishes for a public-welfare post wants just those."""
    found = Measured(likeness(case), np.ones(len(case.rows), dtype=np.bool_)) if case.facts.wanted else case.blank()
    if not case.facts.wants_welfare:
        return found
    welfare = case.column("public_welfare")
    return Measured(np.where(welfare, 1.0, found.value), found.known | welfare)


def reason(case: Case, at: int, value: float, known: bool) -> str:
    """Why, for one row."""
    wanted = listing(case.facts.wanted_in_short)
    if not known:
        return say("reason.occupation.unknown")
    if case.facts.wants_welfare and case.column("public_welfare")[at]:
        return say("reason.occupation.welfare", title=case.market.shown.text(int(case.rows[at]), "title"))
    if case.column("occupation_first")[at] == 0:
        return say("reason.occupation.unnamed", title=_called(case, at))
    if (told := _of_field(case, at, value)) is not None:
        return told
    bars = case.settings.table("likeness.words")
    word = "meets" if value >= bars["meets"] else "near" if value >= bars["near"] else "far"
    return say(f"reason.occupation.{word}", wanted=wanted, title=_called(case, at))


def _called(case: Case, at: int) -> str:
    """The title of a posting, and its work where something else tells it."""
    text, by = partial(case.market.shown.text, int(case.rows[at])), int(case.column("work_told_by")[at])
    if by == BY_TITLE:
        return text("title")
    return say(f"reason.occupation.{_TOLD[by]}", title=text("title"), work=own_words(text("work_told")))


_TOLD: Final = {BY_DUTIES: "told-by-duties", BY_EMPLOYER: "told-by-employer"}


def _of_field(case: Case, at: int, value: float) -> str | None:
    """What tells that a posting is of a field that the client wants; None where its nearness is of the work."""
    for field in case.facts.wanted_fields:
        sign = sign_of(case, field, at)
        one, position = case.beside(at)
        if sign is not None and in_field(one, field)[position] == value:
            return say(f"reason.occupation.field-{sign.replace('_', '-')}", field=own_words(field.name))
    return None
