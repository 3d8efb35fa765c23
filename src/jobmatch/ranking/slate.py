"""The slate: the few jobs that are handed over, chosen by the rule of the client's level (SPEC 5).

Level 1: the stated goal first. Level 2: jobs near both the goal and the client's strengths; where both
exist each is there, and what was clearly wished for leads. Level 3: reachable and near; without a goal spread
over several occupations, and public-welfare posts only as a marked fallback, last unless the client wishes for
them: then one at least is there. A second job of an employer gives way to others' that fit nearly as well, and so
does one whose posting tells no job or no employer, or whose employer seems a school. One vacancy under several ids
is one, as is one text under several employers of a city, and handed over a second time where nothing else fits.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.patterns import late
from jobmatch.ranking.ranked import Ranked
from jobmatch.ranking.twins import copies, twins
from jobmatch.text.work.occupations import minor_group, occupation_codes

Key = Callable[[int], Hashable]
GOAL, STRENGTH, BOTH, REACHABLE, FALLBACK = "goal", "strength", "both", "reachable", "fallback"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A position in ``Ranked`` that was chosen, and the part it plays in the slate."""

    at: int
    role: str
    again: tuple[int, ...] = ()  # positions of the same vacancy under other ids


def choose(ranked: Ranked, top: int, without: frozenset[str] = frozenset()) -> list[Chosen]:
    """The best ``top`` positions by the rule of the level, fewer where fewer fit.

    Employers and posting ids in ``without`` are passed over. What is only near, or asks for what is surely lacking,
    stands in no three: fewer than three that suit are said to be fewer; a longer list ends with it.
    """
    most = max(int(ranked.case.settings.number("slate.look_at")), 10 * top)
    best = _by_worth(ranked, _best(ranked, most, top))
    if without:
        gone = [at for at in best if without & _names(ranked, at)]
        left = {*gone, *chain.from_iterable(twins(ranked, gone, best).values())}
        best = [at for at in best if at not in left]
    chosen, again = _each_once(ranked, best, top)
    if len(chosen) < top and (doubles := set(chain.from_iterable(again.values()))):
        chosen += _picked(ranked, [at for at in best if at in doubles], top - len(chosen))
    taken, employer = {job.at for job in chosen}, _employer(ranked)
    return [
        replace(job, again=tuple(at for at in again.get(job.at, ()) if at not in taken and employer(at) == own))
        for job in chosen
        for own in (employer(job.at),)
    ]


def _each_once(ranked: Ranked, best: list[int], top: int) -> tuple[list[Chosen], dict[int, list[int]]]:
    """The best of ``best``, each vacancy once, and for those chosen the positions at which it stands again."""
    again: dict[int, list[int]] = {}
    place = {at: order for order, at in enumerate(best)}
    while True:
        chosen = _picked(ranked, best, top)
        first = sorted((job.at for job in chosen if job.at not in again), key=place.__getitem__)
        same, copied = twins(ranked, first, best), copies(ranked, first, best)
        found = {at: [*same[at], *copied[at]] for at in first}
        for at in first:
            if at in found:  # and was not found to be another's double
                again[at] = found.pop(at)
                found = {other: same for other, same in found.items() if other not in again[at]}
        doubles = set(chain.from_iterable(again.values()))
        best = [at for at in best if at not in doubles]
        if doubles.isdisjoint(job.at for job in chosen):
            return chosen, again


def _picked(ranked: Ranked, best: list[int], top: int) -> list[Chosen]:
    """The best by the rule of the level; in a longer list what would only fill it stands at its end."""
    filler = dict(zip(best, ranked.fillers(best).tolist(), strict=True))
    chosen = _chosen(ranked, [at for at in best if not filler[at]], top)
    if top > int(ranked.case.settings.number("slate.handed_over")):
        chosen += _chosen(ranked, [at for at in best if filler[at]], top - len(chosen))
    return chosen


def _by_worth(ranked: Ranked, positions: list[int]) -> list[int]:
    """Positions by score, those that give way to others' behind what is nearly as good."""
    worth = _scores(ranked, positions)
    return sorted(positions, key=worth.__getitem__, reverse=True)


def _chosen(ranked: Ranked, fitting: list[int], top: int) -> list[Chosen]:
    posts = _welfare_posts(ranked, fitting)
    if ranked.case.facts.wants_welfare:
        chosen = _by_level(ranked, fitting, top)
        if posts and not posts.keys() & chosen:
            chosen = [*chosen[: top - 1], next(iter(posts))]
    else:
        chosen = _by_level(ranked, [at for at in fitting if at not in posts], top)
    chosen += _spread(ranked, [at for at in posts if at not in chosen], top - len(chosen), [_employer(ranked)])
    return [Chosen(at, FALLBACK if at in posts else role) for at, role in _roles(ranked, chosen).items()]


def _welfare_posts(ranked: Ranked, among: Sequence[int]) -> dict[int, None]:
    """Those of some positions at which public-welfare posts stand, in their order."""
    rows = ranked.case.rows[np.array(among, dtype=np.intp)]
    return {at: None for at, post in zip(among, ranked.case.market.public_welfare[rows].tolist(), strict=True) if post}


def _best(ranked: Ranked, most: int, top: int) -> list[int]:
    """The best of what fits, best first; at level 2 the best for the goal are among them, however many are better."""
    best: list[int] = ranked.best(most, ranked.fits).tolist()
    if ranked.model.level != 2:
        return best
    goal = ranked.fit.surely("occupation", ranked.case.settings.number("slate.is_goal"))
    return list(dict.fromkeys([*best, *ranked.best(top, ranked.fits & goal).tolist()]))


def how_many(ranked: Ranked, top: int, without: frozenset[str] = frozenset(), least: float = 0.0) -> int:
    """How many jobs of which ``choose`` would hand over suit: what fits is never left out while there is room.

    Those that score less than ``least`` are not counted.
    """
    if without:
        return how_many_suit(ranked, choose(ranked, top, without), least)
    return min(top, _suit(ranked, np.flatnonzero(ranked.fits), least))


def how_many_suit(ranked: Ranked, chosen: Sequence[Chosen], least: float = 0.0) -> int:
    """How many of those that were chosen are no fillers."""
    return _suit(ranked, np.array([job.at for job in chosen], dtype=np.intp), least)


def _suit(ranked: Ranked, at: NDArray[np.intp], least: float) -> int:
    return int(np.count_nonzero(~ranked.fillers(at) & (ranked.scores_at(at) >= least)))


def _by_level(ranked: Ranked, fitting: list[int], top: int) -> list[int]:
    facts, level = ranked.case.facts, ranked.model.level
    employer, occupation = _employer(ranked), _occupation(ranked)
    if level == 3 and not facts.wanted_works:
        return _spread(ranked, fitting, top, [employer, occupation])
    if level == 2:
        return _both_sides(ranked, fitting, top)
    return _spread(ranked, fitting, top, [employer])


def _both_sides(ranked: Ranked, fitting: list[int], top: int) -> list[int]:
    """The best for the goal or the strengths, at least one for each among the first where there are such; then others.

    The goal is the client's own wish: one job for it is there however much better the strengths are paid, and where
    enough jobs that are nearly as good meet a clear one, only one of the first is for the strengths alone.
    """
    employer, role = _employer(ranked), _roles(ranked, fitting)
    handed_over = int(ranked.case.settings.number("slate.handed_over"))
    either = [at for at in fitting if role[at] != REACHABLE]
    wished, strengths = ([at for at in either if (role[at] == STRENGTH) is strong] for strong in (False, True))
    if len(_leading(ranked, wished, either, "wish_as_good")) >= handed_over - 1:
        either = [at for at in either if at not in strengths[1:]]
    first = _spread(ranked, either, min(top, handed_over), [employer])
    for wanted, share in ((STRENGTH, ranked.case.settings.number("slate.other_side_share")), (GOAL, 0.0)):
        if len(first) < 2 or any(role[at] in (wanted, BOTH) for at in first):
            continue
        taken = {employer(at) for at in first[:-1]}
        other = next((at for at in fitting if role[at] in (wanted, BOTH) and employer(at) not in taken), None)
        if other is not None and ranked.score_of(other) >= share * ranked.score_of(first[0]):
            first = [*first[:-1], other]
    lead = _leading(ranked, [at for at in first if role[at] in (GOAL, BOTH)], first)
    first.sort(key=lambda at: (at not in lead, fitting.index(at)))
    return _spread(ranked, fitting, top, [employer], _spread(ranked, either, top, [employer], first))


def _leading(ranked: Ranked, wished: Sequence[int], among: Sequence[int], bar: str = "wish_leads") -> list[int]:
    """The jobs that are ``wished`` for in so many words and not far behind the best: the wish is met first."""
    if ranked.case.facts.client.goal.clarity != "clear" or not among:
        return []
    score = _scores(ranked, among)
    least = ranked.case.settings.number(f"slate.{bar}") * max(score[at] for at in among)
    return [at for at in wished if score[at] >= least]


def _scores(ranked: Ranked, positions: Sequence[int]) -> dict[int, float]:
    """The scores of the rows at some positions, and at those that were asked for before.

    Of a score only a share counts where it is doubtful what the posting is.
    """
    known, market = ranked.worth, ranked.case.market
    new = [at for at in positions if at not in known]
    if new:
        at = np.array(new, dtype=np.intp)
        rows, share = ranked.case.rows[at], ranked.case.settings.number("slate.doubtful_share")
        doubtful = market.unclear[rows] | (market.mill_ads[rows] > 0)
        scores = ranked.scores_at(at) * np.where(doubtful, share, 1.0)
        known.update(zip(new, scores.tolist(), strict=True))
    return known


def _spread(
    ranked: Ranked, positions: Sequence[int], top: int, keys: Sequence[Key], begun: Sequence[int] = ()
) -> list[int]:
    """The ``top`` positions, best first, of which each repeat of a key leaves a share; the list has been ``begun``.

    The second job of an employer gives way to others that are not much worse, the third to still more of them.
    """
    share, score = ranked.case.settings.number("slate.repeated_share"), _scores(ranked, positions)
    chosen, seen = list(begun), Counter((place, key(at)) for at in begun for place, key in enumerate(keys))
    left = [at for at in positions if at not in begun]
    while left and len(chosen) < top:
        best, most = left[0], 0.0
        for at in left:
            if score[at] <= most:
                break  # what is behind cannot be worth more
            worth = score[at] * share ** sum(seen[place, key(at)] for place, key in enumerate(keys))
            best, most = (at, worth) if worth > most else (best, most)
        left.remove(best)
        chosen.append(best)
        seen.update((place, key(best)) for place, key in enumerate(keys))
    return chosen


def _names(ranked: Ranked, at: int) -> set[str]:
    """The employer of a position, and every id under which it was posted."""
    shown, row = ranked.case.market.shown, int(ranked.case.rows[at])
    ids = (shown.text(row, "posting_id"), *shown.text(row, "also_posted_as").split("\n"))
    return {shown.text(row, "employer"), *ids} - {""}


_HOUSEHOLD: Final = late(r"\w{1,3}(?:先生|小姐|女士|太太)")


def _employer(ranked: Ranked) -> Key:
    """The employer of a position; postings that name none are each their own, and households are all alike."""
    shown, rows = ranked.case.market.shown, ranked.case.rows

    def of(at: int) -> Hashable:
        name = shown.text(int(rows[at]), "employer")
        return _HOUSEHOLD if _HOUSEHOLD.fullmatch(name) else name or int(rows[at])

    return of


def _occupation(ranked: Ranked) -> Key:
    """The minor group of the likeliest occupation."""
    codes, first, rows = occupation_codes(), ranked.case.market.occupations, ranked.case.rows
    return lambda at: minor_group(codes[int(first[rows[at], 0])])


def _roles(ranked: Ranked, among: Sequence[int]) -> dict[int, str]:
    """What the jobs at some positions are to the client: their goal, their strength, both, or within reach."""
    bars, at = ranked.case.settings.table("slate"), np.array(among, dtype=np.intp)
    goal = ranked.fit.surely("occupation", bars["is_goal"], at).tolist()
    strong = ranked.fit.surely("background", bars["is_strength"], at).tolist()
    names = (REACHABLE, GOAL, STRENGTH, BOTH)
    return {one: names[is_goal + 2 * is_strong] for one, is_goal, is_strong in zip(among, goal, strong, strict=True)}
