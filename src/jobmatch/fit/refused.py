"""What the client refused, as a limit: a posting is held against every refusal."""

from collections.abc import Collection, Sequence
from functools import lru_cache, partial, reduce
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit import by_sort
from jobmatch.fit.case import Case, Mask, Rows, Values
from jobmatch.fit.likeness import names_any, names_work, of_titles, stands, the_same, title_holds
from jobmatch.fit.refusal import SAY_NOTHING, Refusal, trade_refused
from jobmatch.fit.whereabouts import Anchor
from jobmatch.market.impacts import EMPLOYER
from jobmatch.text.asked.named_shifts import shift_names
from jobmatch.text.fold import fold, fold_key
from jobmatch.text.tokens import tokenize
from jobmatch.text.work.businesses import Business, business_of
from jobmatch.text.work.object_rows import holds_objects
from jobmatch.text.work.objects import languages_of
from jobmatch.text.work.trades import NONE, OTHER, SAME, parts_of, trade_names


def refused(case: Case) -> NDArray[np.int8]:
    """The state of the limit for each row: 1 not refused, 0 not to be told, -1 refused."""
    # each is kept for the next look: what giving up one of them would open is asked of all of them
    wished = case.facts.wished_though_refusing
    states = [
        case.once(_name(refusal, wished), partial(_one, case, refusal))
        for refusal in case.facts.refusals
        if not refusal.only_work
    ]
    if len(states) < len(case.facts.refusals):
        states.append(by_sort.held(case, "title", "refused", ("refusals", "wished_though_refusing"), _by_titles).rows)
    if case.facts.refused_places:
        states.append(np.where(_there(case, case.facts.refused_places), -1, 1).astype(np.int8))
    return reduce(np.minimum, states, np.ones(len(case.rows), dtype=np.int8))


def _there(case: Case, places: tuple[Anchor, ...]) -> Mask:
    """Rows that lie in one of some districts, cities or provinces; those that name only what is wider may not."""
    code = case.column("place")
    return reduce(np.logical_or, [code // size == one.district // size for one in places for size in [_size(one)]])


def _size(one: Anchor) -> int:
    """How many codes of districts a place may hold: one, those of a city, those of a province."""
    return 1 if one.district % _CITY else _CITY if one.district % _PROVINCE else _PROVINCE


_CITY: Final = 100
_PROVINCE: Final = 10_000


def _by_titles(case: Case) -> NDArray[np.int8]:
    """The state for refusals that name a kind of work and nothing else."""
    works = [refusal.work for refusal in case.facts.refusals if refusal.only_work]
    refused = reduce(np.logical_or, [_by_any(case, some) for some in _parted(tuple(works))])
    return np.where(refused, -1, 1).astype(np.int8)


@lru_cache(maxsize=4096)  # to write a refusal out takes longer than to look up what is kept of it
def _name(refusal: Refusal, wished: tuple[str, ...]) -> str:
    return f"refused: {refusal} beside {wished}"


_PARTS: Final = 16  # of many refusals: who gives up one of them changes one part


@lru_cache(maxsize=4096)
def _parted(works: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Refusals in parts, each in the same one whatever the others are."""
    parts: dict[int, list[str]] = {}
    for work in dict.fromkeys(works):
        parts.setdefault(sum(map(ord, work)) % _PARTS, []).append(work)
    return tuple(tuple(sorted(part)) for part in parts.values())


def _by_any(case: Case, works: tuple[str, ...]) -> Mask:
    """Rows whose title says any of some refused works.

    The market keeps it, for all of them and for each, for whoever refuses the same beside the same wishes.
    """

    def told(one: Case) -> Values:
        each = [_by_any(one, (work,)) for work in works] if len(works) > 1 else [_by_title(one, works[0])]
        return reduce(np.logical_or, each).astype(np.float64)

    return np.asarray(of_titles(case, ("refused", works, case.facts.wished_though_refusing), told) > 0)


def _one(case: Case, refusal: Refusal) -> NDArray[np.int8]:
    """Refused where the work is the refused one and every condition named with it holds."""
    state = by_sort.once(case, "kind", f"refused where {refusal}", lambda one: _where_it_holds(one, refusal))
    concerned = by_sort.once(case, "kind", f"concerned by {refusal}", lambda one: _by_terms(one, refusal))
    if not refusal.work:
        return np.where(concerned, state, np.int8(1))
    state = np.where(concerned | _is_the_work(case, refusal), state, np.int8(1))
    return np.where(_may_be_part(case, refusal), np.minimum(state, 0), state)


def _where_it_holds(case: Case, refusal: Refusal) -> NDArray[np.int8]:
    """The state of work that is the refused one, by the conditions that are named with it."""
    held = [case.column(name) for name in refusal.conditions]
    told = [np.where(state < 0, 0, np.where(state == 1, 1, -1)) for state in held]
    told += [_in_shift(case, refusal.shift)] if refusal.shift else []
    holds = reduce(np.minimum, told, np.ones(len(case.rows), dtype=np.int8))
    return -holds.astype(np.int8)


def _by_terms(case: Case, refusal: Refusal) -> Mask:
    """Rows that a refusal concerns whatever their work: all where it names none, else those of a refused demand."""
    if not refusal.work and (refusal.conditions or refusal.shift):
        return np.ones(len(case.rows), dtype=np.bool_)
    return np.asarray((case.column("demands") & np.uint32(refusal.demands)) != 0)


def _in_shift(case: Case, shift: str) -> NDArray[np.int8]:
    """Whether work is done in a shift, 0 where that is not told: by its name, and late ones by the clock as well."""
    named, start, end = case.column("named_shift"), case.column("start_hour"), case.column("end_hour")
    begun, lasting = case.settings.get("hours.shifts")[shift]
    late = (start <= begun) & (np.where(end < start, end + 24, end) >= lasting) & (begun >= _EVENING)
    told = (named >= 0) | ~np.isnan(start)
    if begun >= _EVENING:  # where one must be ready for late shifts, and not only one of several is late
        asked = (case.column("evening") == 1) & np.isnan(case.column("begun_by"))
        told, late = told | (case.column("evening") == 0), late | asked
    return np.where((named == shift_names().index(shift)) | late, 1, np.where(told, -1, 0)).astype(np.int8)


_EVENING: Final = 18  # a shift that has begun by then is told by its hours too; a day's work holds all earlier ones


def _is_the_work(case: Case, refusal: Refusal) -> NDArray[np.bool_]:
    """Rows whose title says the refused work, or whose occupation or wording is the same, or whose employer is it."""
    whole = bool(refusal.conditions or refusal.shift)
    name = f"refused {refusal.work} {refusal.part} {whole} {case.facts.wished_though_refusing}"
    found = by_sort.once(case, "title", name, lambda one: _by_title(one, refusal.work, refusal.part, whole))
    if refusal.industry or (refusal.business and refusal.business.employers):
        found = found | _theirs(case, refusal) & ~_wished(case)
    if refusal.business and refusal.business.duties:
        found = found | _by_duties(case, refusal.business)
    return found


def _theirs(case: Case, refusal: Refusal) -> Mask:
    """Rows whose employer is of the refused line of business, and whose own work belongs to it."""
    business = refusal.business
    found = [_by_employer(case, one) for one in (business.employers if business else ())]
    if refusal.industry:
        found.append(_holds_all(case, _telling_words(refusal.work), EMPLOYER))
    theirs = reduce(np.logical_or, found)
    if refusal.industry or business is None or business.whole:
        return theirs
    trades = business.theirs
    return theirs & (_of_trades_or_none(case, trades) if trades else by_sort.once(case, "title", "sells", _sells))


def _by_duties(case: Case, business: Business) -> Mask:
    """Rows whose text says that the refused work is a part of theirs, where their trade leaves it open."""
    found = np.zeros(len(case.rows), dtype=np.bool_)
    asked = _of_trades_or_none(case, business.perhaps) if business.perhaps else _unnamed(case)
    for word in business.duties:
        found |= asked & ~found & _text_holds(case, word, asked)
    return found


def _text_holds(case: Case, word: str, asked: Mask) -> Mask:
    """Rows, of those that are asked after, whose text holds a word as it stands; its parts tell where to look.

    A title that holds it may speak of something else (厨房电器): there the text is asked again.
    """
    parts = tokenize(word)
    found = _holds_all(case, parts, "")
    unsure = np.flatnonzero(found & asked & (title_holds(case, word) if parts == [word] else True))
    found[unsure] = _says(case, word, "description", unsure)
    return found


def _says(case: Case, word: str, field: str, at: Rows) -> Mask:
    """Which of the rows at some positions hold a word in a text; each is read once for all clients who ask."""
    rows, text = case.rows[at], case.market.shown.text
    known = case.market.told.once(("says", field, word), lambda: np.full(len(case.market), _UNREAD, dtype=np.int8))
    for row in rows[known[rows] == _UNREAD].tolist():
        known[row] = word in fold(text(row, field)).lower()
    return np.asarray(known[rows] == 1)


_UNREAD: Final = -1


def _wished(case: Case) -> Mask:
    """Rows of the very trade of a wish: who refuses a line of business still means what they name in it."""
    wishes = case.facts.wished_though_refusing
    if not wishes:
        return np.zeros(len(case.rows), dtype=np.bool_)
    return by_sort.once(
        case, "work", f"wished {wishes}", lambda one: np.any([stands(one, wish) == SAME for wish in wishes], axis=0)
    )


def _of_trades_or_none(case: Case, trades: frozenset[int]) -> Mask:
    """Rows of some trades, and those that name none."""
    return np.asarray(_of_trades(case, trades) | _unnamed(case))


def _unnamed(case: Case) -> Mask:
    return by_sort.once(case, "work", "no trade", lambda one: (one.column("trades") == NONE).all(axis=1))


def _of_trades(case: Case, trades: Collection[int]) -> Mask:
    """Rows that name one of some trades."""
    if not trades:
        return np.zeros(len(case.rows), dtype=np.bool_)
    return by_sort.once(case, "work", f"of trades {sorted(trades)}", lambda one: names_any(one, trades))


def _sells(case: Case) -> Mask:
    """Rows whose work is to sell, whatever it is called."""
    keys = case.market.title_keys
    said = reduce(np.logical_or, [keys.holds(word) for word in _SELLING_WORDS])
    trades = {part for name in _SELLING for part in parts_of(trade_names().index(name))}
    return np.asarray(_of_trades(case, trades) | said[case.column("title")])


_SELLING: Final = ("销售", "证券", "市场", "招商")
_SELLING_WORDS: Final = ("业务", "顾问", "理财", "理专", "客户经理", "推广", "营销", "行销", "拓展")


def _may_be_part(case: Case, refusal: Refusal) -> Mask:
    """Rows of whose work the refused one may be a part: by their trade, or since their text speaks of it."""
    business = refusal.business
    found = _of_trades(case, business.perhaps if business else ())
    if refusal.part:
        words = (refusal.work, *(business.titles if business else ()))
        found = reduce(np.logical_or, [_holds_all(case, tokenize(word), "") for word in words], found)
    return found


def _by_title(case: Case, work: str, part: bool = False, whole: bool = False) -> Mask:
    """Rows whose title says a refused work; where it is more than a part of the wish, also those of the same work.

    What is wished for by name stays, unless its title says what is refused; ``whole`` where a condition decides.
    """
    business, language = business_of(work), languages_of(work)
    trade = None if business or language else trade_refused(work)
    found = _of_trades(case, business.trades if business else ())
    if not part and (business is None or business.trades):
        found = found | by_sort.once(case, "work", f"same work as {work}", lambda one: the_same(one, work))
    if not part and trade is not None:
        found = found | names_work(case, trade)
    if not whole:
        found = found & ~_wished(case)
    found = found | _said(case, work, business)
    if business is None or not business.whole_line(work):
        found = found & ~_of_another_trade(case, trade or work, business)
    for word in business.titles if business else ():
        found = found | title_holds(case, word)
    return np.asarray(found)


def _said(case: Case, work: str, business: Business | None) -> Mask:
    """Rows whose title holds the words of a refused work; of a language those that it tells apart."""
    if business is None and (language := languages_of(work)):
        return np.asarray(holds_objects(case.column("objects"), language))
    if business is not None and business.duties:  # its trades, titles and duties tell it, and no part of its name
        return np.zeros(len(case.rows), dtype=np.bool_)
    said = reduce(np.logical_and, [case.market.title_keys.holds(word) for word in _telling_words(work)])
    return np.asarray(said[case.column("title")])


def _of_another_trade(case: Case, work: str, business: Business | None) -> Mask:
    """Rows that name trades, none of them near a refused one: 洗碗机销售 washes nothing."""
    if business is None:
        return np.asarray(stands(case, work) == OTHER)
    if not business.trades:
        return np.zeros(len(case.rows), dtype=np.bool_)
    named = by_sort.once(case, "work", "a trade", lambda one: (one.column("trades") != NONE).any(axis=1))
    return np.asarray(named & ~_of_trades(case, business.trades))


def _by_employer(case: Case, name: str) -> Mask:
    """Rows whose employer's name holds a word as it stands; its parts alone (外 and 包) tell where to look."""
    found = _holds_all(case, tokenize(name), EMPLOYER)
    at = np.flatnonzero(found)
    found[at] = _says(case, name, "employer", at)
    return found


def _holds_all(case: Case, words: Sequence[str], where: str) -> Mask:
    """Rows whose text, or what the mark says, holds all of some words."""
    runs = [case.market.words.run(f"{where}{word}")[0] for word in words]
    return reduce(np.logical_and, map(case.cover.holds, runs), np.ones(len(case.rows), dtype=np.bool_))


@lru_cache(maxsize=4096)
def _telling_words(work: str) -> tuple[str, ...]:
    """The words of a refusal that a title must say, all of them; 服务员 and the like say nothing alone."""
    words = [word for word in tokenize(work) if word not in SAY_NOTHING and len(word) > 1]
    return tuple(words) or (fold_key(work),)
