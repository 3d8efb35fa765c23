"""What the rules of the level may look at: facts of the client and figures of the market, each by one name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jobmatch.fit.facts import Facts
from jobmatch.fit.likeness import likeliest
from jobmatch.lazily import cached_property
from jobmatch.level.figures import Figures
from jobmatch.settings import Settings
from jobmatch.text.dates import first_day, years_between
from jobmatch.text.work.trades import trades_of


@dataclass(frozen=True, eq=False)
class View:
    """One client before the market."""

    facts: Facts
    figures: Figures
    settings: Settings

    @cached_property
    def clarity(self) -> str | None:
        """How clear the goal is: clear, vague, none, or unread where no kind of work is known in what was wished.

        None where nobody has asked for it. Wanted work and nothing else said is taken for clear, a field for vague.
        """
        goal, works = self.facts.client.goal, self.facts.wanted_works
        if goal.clarity == "clear" and goal.occupations is not None and not self.facts.wanted:
            return "vague" if goal.occupations else "none"
        if goal.clarity:
            return goal.clarity
        if works:
            return "clear" if self.figures.for_goal or any(map(self._is_known, works)) else "unread"
        if self.facts.wants_welfare or goal.industries or goal.occupations:
            return "vague"
        return None if goal.occupations is None else "none"

    @property
    def goal_untold(self) -> bool:
        """Whether nobody has told what work is wanted: it was not asked, or is only said to be clear."""
        return self.clarity is None or (self.clarity == "clear" and self.facts.client.goal.occupations is None)

    @property
    def wish_unread(self) -> bool:
        """Whether work is wished for of which no kind is known for sure, and hardly any openings seem to be of it."""
        works, few = self.facts.wanted_works, self.settings.number("level.openings_for_goal")
        sure = self.settings.number("level.wish_sure")
        return bool(works) and self.figures.for_goal < few and not any(self._is_known(work, sure) for work in works)

    def _is_known(self, wish: str, least: float | None = None) -> bool:
        """Whether a wish is understood as a kind of work: it names a trade, or an occupation is likely enough.

        Of English words too few are known to tell.
        """
        least = self.settings.number("level.wish_understood") if least is None else least
        return wish.isascii() or bool(trades_of(wish)) or likeliest(wish)[1] >= least

    @property
    def enough_postings(self) -> bool:
        """Whether the market is large enough to hold a client against."""
        return self.figures.postings_in_reach >= self.settings.number("level.postings_to_judge_by")

    @property
    def market_doubt(self) -> float:
        """How little the openings in reach tell: 0 where a small share of them can be seen, 1 of hardly any."""
        if not self.enough_postings:
            return 1.0
        return max(0.0, 1.0 - self.figures.openings_in_reach / self.settings.number("level.openings_to_be_sure"))

    @property
    def few_for_goal(self) -> bool:
        """Whether a market large enough holds openings for the goal, but fewer than the three of the 131 service."""
        few = self.figures.for_goal < self.settings.number("level.openings_for_goal")
        return self.enough_postings and few and self.figures.for_goal > 0

    @property
    def unknown_share(self) -> float:
        """The share of the openings qualified for that ask something of which nobody knows."""
        shown = self.figures
        return _share(shown.qualified_unknown, shown.qualified_for_goal) or 0.0


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _within_share(view: View) -> float | None:
    within = view.figures.within_conditions
    return None if within is None else _share(within, view.figures.openings_in_reach)


def _free_share(view: View) -> float | None:
    return _share(view.figures.free_for_goal, view.figures.qualified_for_goal)


def _qualified_share(view: View) -> float | None:
    shown = view.figures
    return _share(shown.qualified_for_goal, shown.for_goal)


def _years_without_work(view: View) -> float | None:
    """Years since the last job ended; None where a past job does not say when, or nobody said since when."""
    ends = [job.ended for job in view.facts.past if job.ended]
    if ends and len(ends) == len(view.facts.past):
        last = max(ends)
    elif since := view.facts.client.registration.unemployed_since:
        last = first_day(since)
    else:
        return None
    return round(years_between(last, view.facts.as_of), 1)


def _pay_of_goal(view: View) -> int | None:
    """The middle of what the goal's postings offer; None where the quartiles are those of all postings in reach."""
    quartiles = view.figures.pay_quartiles
    return round(quartiles[1]) if quartiles and view.figures.for_goal else None


def _premium_of_strengths(view: View) -> float | None:
    """What the postings for the strengths pay, as a multiple of what those for the goal pay."""
    goal, strengths = _pay_of_goal(view), view.figures.pay_of_strengths
    return round(strengths / goal, 2) if goal and strengths is not None else None


def _rounded(value: float | None, digits: int | None = None) -> float | None:
    """A figure as it is told and held against others."""
    return None if value is None else round(value, digits)


def _strengths(view: View) -> int:
    """How many things there are that the client has learned or done."""
    return len(view.facts.past) + bool(view.facts.majors_titles)


# name → how it is told; None is unknown and makes no condition hold
FACTS: Final[Mapping[str, Callable[[View], Any]]] = {
    "goal.clarity": lambda view: view.clarity,
    "goal.occupations": lambda view: list(view.facts.client.goal.occupations or ()),
    "goal.named": lambda view: len(view.facts.wanted),
    "age": lambda view: view.facts.client.conditions.age,
    "youngest": lambda view: int(view.settings.number("age.youngest")),
    "education": lambda view: view.facts.client.conditions.education,
    "education.rung": lambda view: view.facts.rung,
    "years": lambda view: view.facts.years_in_all,
    "years_without_work": _years_without_work,
    "strengths": _strengths,
    "attitude.misjudgements": lambda view: list(view.facts.client.attitude.misjudgements or ()),
    "misjudgements.count": lambda view: len(view.facts.client.attitude.misjudgements or ()),
    "postings_in_reach": lambda view: view.figures.postings_in_reach,
    "openings_in_reach": lambda view: view.figures.openings_in_reach,
    "for_goal": lambda view: view.figures.for_goal,
    "qualified_for_goal": lambda view: view.figures.qualified_for_goal,
    "free_for_goal": lambda view: view.figures.free_for_goal,
    "free_share": _free_share,
    "qualified_share": _qualified_share,
    "gettable": lambda view: view.figures.gettable,
    "within_conditions": lambda view: view.figures.within_conditions,
    "within_share": _within_share,
    "pay_expected": lambda view: _rounded(view.figures.pay_expected),
    "best_pay": lambda view: _rounded(view.figures.best_pay_of_goal),
    "for_strengths": lambda view: view.figures.for_strengths,
    "pay_of_strengths": lambda view: _rounded(view.figures.pay_of_strengths),
    "pay_of_goal": _pay_of_goal,
    "premium_of_strengths": _premium_of_strengths,
    "strength_in_goal": lambda view: _rounded(view.figures.strength_in_goal, 2),
}
