"""``Ranked``: rows of the market with their fit and scores for one client; ``best`` puts them in order."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit import competition
from jobmatch.fit.case import Case
from jobmatch.fit.features import FEATURES, Fit, measure
from jobmatch.fit.spread import those
from jobmatch.lazily import cached_property
from jobmatch.ranking.change import Lifted, lifted, pulled
from jobmatch.ranking.model import Model, Side
from jobmatch.ranking.surplus import ROUGH_WITHIN, Scores, base, log_odds, reaches, rough_score, score

_TINY: Final = 1e-9
_FEW: Final = 4096  # rows: of so few all are scored at once
_A_FEW: Final = 64  # rows: of so few the features are added up in one table, not each for its sorts


@dataclass(frozen=True, eq=False)
class Ranked:
    """Rows in the order of the market, with all that was measured of them."""

    case: Case
    model: Model
    fit: Fit
    whole: "Ranked | None" = (
        None  # those of which the case is a part: what they know of the chance and the work holds here
    )

    def by(self, model: Model) -> "Ranked":
        """The same rows by another model; how far the features move the chance is kept where both weigh them alike."""
        if model == self.model:
            return self
        other = replace(self, model=model)
        if (model.chance, model.neutral) == (self.model.chance, self.model.neutral):
            vars(other)["_chance_shift"] = self._chance_shift
        if (model.wished, model.neutral) == (self.model.wished, self.model.neutral):
            vars(other)["_lifted"] = self._lifted
        return other

    @cached_property
    def attainable(self) -> NDArray[np.bool_]:
        """Rows whose attainability lies above the bar of the level, whatever the crowd, as long as it leaves a chance.

        A crowd makes a job worth less, but nobody less fit for it: who has no other work would be left with nothing.
        Nobody is hired three rungs of schooling short.
        """
        short = self.fit.misses("education", _TINY) | self._unlearned
        bar = log_odds(self.model.surplus.least_chance) - self.model.chance.base
        if self.case.market.crowd is None:
            return np.asarray((self._chance_shift >= bar) & ~short)
        left, neutral = self.fit.values[competition.NAME], self.model.neutral[competition.NAME]
        alone = self._chance_shift - self.model.chance.pull(competition.NAME, left, neutral)
        return np.asarray((np.round(alone, 9) >= bar) & ~self.crowded & ~short)

    def _known(self, name: str) -> NDArray[Any] | None:
        """What the whole knows already, of these rows; None where nothing is."""
        if self.whole is None or name not in self.whole.__dict__:
            return None
        return self.case.as_cut.take(self.whole.__dict__[name])

    @cached_property
    def _unlearned(self) -> NDArray[np.bool_]:
        """Rows of work that must be learned first, and that nothing which the client did, studied or can do is near."""
        if not (self.case.facts.past or self.case.facts.majors_titles):
            return np.zeros(len(self.case.rows), dtype=np.bool_)
        bars = self.case.settings.table("slate")
        return self.fit.misses("entry", bars["learned_near"]) & ~self.fit.reaches("skills", bars["learned_skills"])

    @cached_property
    def crowded(self) -> NDArray[np.bool_]:
        """Rows that so many were sent to that next to no chance is left."""
        return ~self.fit.values.held[competition.NAME].told(lambda left: left > 0)

    @cached_property
    def scores(self) -> Scores:
        """All scores of each row."""
        whole = self.whole
        if whole is not None and whole.model is self.model and "scores" in whole.__dict__:  # not for these rows alone
            return Scores(*(values[self.case.positions] for values in whole.scores))
        return score(self.model, self._chance_shift, self._use_shift)

    @cached_property
    def _use_shift(self) -> NDArray[np.float64]:
        whole = self.whole
        known = self._known("_use_shift") if whole is not None and whole.model is self.model else None
        return self._shift(self.model.use) if known is None else known

    @cached_property
    def _chance_shift(self) -> NDArray[np.float64]:
        whole, side = self.whole, self.model.chance
        measured = (
            whole is not None and whole.model.chance == side and side.names.keys() <= whole.fit.values.held.keys()
        )
        known = self._known("_chance_shift") if measured else None
        return self._shift(self.model.chance) if known is None else known

    @cached_property
    def _lifted(self) -> Lifted:
        return lifted(self.model, self.fit)

    def _shift(self, side: Side) -> NDArray[np.float64]:
        return shift(self.model, side, self.fit, self._lifted)

    @cached_property
    def worth(self) -> dict[int, float]:
        """What the rows at some positions are worth to a slate, as far as it was asked for."""
        return {}

    @cached_property
    def base(self) -> float:
        """The score of a job of which nothing is known."""
        return base(self.model)

    def part(self, positions: NDArray[np.intp]) -> "Ranked":
        """Some of the rows, scored as they are here."""
        case = self.case.part(positions)
        return replace(self, case=case, fit=self.fit.at(case.as_cut), whole=self)

    def position(self, at: int) -> int:
        """Where the row at a position stands in the case of which this one is a part, or a part of a part."""
        case = self.case
        while case.whole is not None and isinstance(positions := case.positions, np.ndarray):
            case, at = case.whole, int(positions[at])
        return at

    def best(self, most: int, among: NDArray[np.bool_] | None = None) -> NDArray[np.intp]:
        """The ``most`` best positions, best first; equal scores stand in the order of place and id."""
        if len(self._chance_shift) <= _FEW or "scores" in self.__dict__:
            return _highest(self.scores.score, most, among)
        likely = _likely(self._rough, most, among)
        return np.asarray(likely[_highest(self.scores_at(likely), most, None)])

    @cached_property
    def _rough(self) -> NDArray[np.float32]:
        return rough_score(self.model, self._chance_shift, self._use_shift)

    def score_of(self, at: int) -> float:
        """The score of the row at a position."""
        return float(self.scores_at(np.array([at], dtype=np.intp))[0])

    def scores_at(self, positions: NDArray[np.intp]) -> NDArray[np.float64]:
        """The scores of the rows at some positions."""
        if "scores" in self.__dict__:
            return self.scores.score[positions]
        return score(self.model, self._chance_shift[positions], self._use_shift[positions]).score

    def surest(self, most: int, among: NDArray[np.bool_]) -> NDArray[np.intp]:
        """The ``most`` positions with the best chance, by what was measured so far."""
        return _highest(self._chance_shift, most, among)

    @cached_property
    def fits(self) -> NDArray[np.bool_]:
        """Which positions are good enough to hand over, shape (rows,): above the bars of the level, and related."""
        useful = reaches(self.model.use.base + self._use_shift, self.model.surplus.least_use)
        return self.attainable & useful & self.related

    def fillers(self, positions: Sequence[int] | NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which jobs would be handed over only since nothing better is there, shape (positions,)."""
        at = np.asarray(positions, dtype=np.intp)
        return self.unwished(at) | self.short(at)

    def unwished(self, positions: Sequence[int] | NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which jobs are not what is wished for, and score little, or next to nothing where the wish is vague.

        None is where no work is wished for.
        """
        at, goal = np.asarray(positions, dtype=np.intp), self.case.facts.client.goal
        if not self.case.facts.wanted:
            return np.zeros(len(at), dtype=np.bool_)
        bars = self.case.settings.table("slate")
        wished = self.fit.surely("occupation", bars["is_goal"], at)
        wished |= self.case.market.public_welfare[self.case.rows[at]]
        bar = bars["vague_filler" if goal.clarity in ("vague", "none") else "filler"]
        return np.asarray(~wished & (self.scores_at(at) < bar))

    def short(self, at: NDArray[np.intp]) -> NDArray[np.bool_]:
        """For which jobs the schooling, the rank or most of the years that are asked are surely lacking."""
        bars = self.case.settings.table("slate.short")
        asks_years = np.nan_to_num(self.case.market.years[self.case.rows[at]]) >= bars["years"]
        short = self.fit.misses("experience", bars["experience"], at) & asks_years
        for name in ("education", "seniority"):
            short |= self.fit.misses(name, bars[name], at)
        return short

    @cached_property
    def related(self) -> NDArray[np.bool_]:
        """Near to the goal, or to work history and study; without a goal also what is easily entered."""
        known = self._known("related")
        if known is not None:
            return known
        least = self.case.settings.table("slate")
        near = self.fit.surely("background", least["related"])
        if self.case.facts.wants_welfare:
            near |= self.case.column("public_welfare")
        if self.case.facts.wanted:
            near |= self.fit.reaches("occupation", least["related"])
        if self.case.facts.wanted and self.case.facts.client.goal.clarity != "vague":
            return near
        return near | self.fit.reaches("entry", least["easily_entered"])


def _highest(values: NDArray[np.float64], most: int, among: NDArray[np.bool_] | None) -> NDArray[np.intp]:
    """The positions of the ``most`` highest values, the highest first and equal ones in their order."""
    positions = np.arange(len(values)) if among is None else np.flatnonzero(among)
    values = values[positions]
    if len(positions) > most:
        bar = np.partition(values, -most)[-most]
        positions, values = positions[values >= bar], values[values >= bar]
    return positions[np.argsort(-values, kind="stable")][:most]


def _likely(rough: NDArray[np.float32], most: int, among: NDArray[np.bool_] | None) -> NDArray[np.intp]:
    """The positions, ascending, that may be among the ``most`` best by what is known of their scores within a bit."""
    asked = rough if among is None else those(rough, among)
    bar = np.partition(asked, -most)[-most] - 2 * ROUGH_WITHIN if len(asked) > most else -np.inf
    likely = rough >= bar
    return np.flatnonzero(likely if among is None else likely & among)


def shift(model: Model, side: Side, fit: Fit, raised: Lifted | None = None) -> NDArray[np.float64]:
    """How far the features move one side's log-odds away from neutral, shape (rows,); ``raised`` is ``lifted``."""
    values, neutral = fit.values, model.neutral
    if values.size <= _A_FEW:
        pulls = side.pulls({name: values[name] for name in side.names if name in values.held}, neutral)
        sums = reduce(np.add, pulls, np.zeros(values.size))
    else:
        sums = values.sums(side.names, lambda name, held: side.pull(name, held, neutral[name]))
    at, more = pulled(model, side, raised or lifted(model, fit))
    sums[at] += more
    # nine digits: the last bits depend on the order of a sum, and no rank may hang on them
    return np.round(sums, 9, out=sums)


_RELATING: Final = frozenset(("occupation", "background", "entry"))


def rank_by_work(case: Case, model: Model) -> Ranked:
    """Measure of every row how near the work is to the client's, and whether its bars are met; no more is looked at."""
    return Ranked(case, model, measure(case, model.neutral, _RELATING | case.settings.table("level.qualified").keys()))


def rank_by_chance(everything: Ranked, positions: NDArray[np.intp]) -> Ranked:
    """Measure what else decides the chance, for some of the rows; the use is not looked at yet."""
    return _rank_part(everything, positions, everything.model, everything.model.chance.names)


def rank_part(everything: Ranked, positions: NDArray[np.intp], model: Model) -> Ranked:
    """Measure the rest for some of the rows, to be scored by a model."""
    return _rank_part(everything, positions, model, FEATURES)


def _rank_part(everything: Ranked, positions: NDArray[np.intp], model: Model, names: Collection[str]) -> Ranked:
    part = everything.case.part(positions)
    measured = everything.fit.at(part.as_cut)
    rest = measure(part, model.neutral, set(names) - set(measured.values))
    return Ranked(part, model, measured.with_more(rest), everything)


def rank(case: Case, model: Model) -> Ranked:
    """Measure every row of the case."""
    return Ranked(case, model, measure(case, model.neutral))
