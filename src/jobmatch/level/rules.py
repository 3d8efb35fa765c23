"""The rules of the level (PLN 二, 三(二); SPEC 4): each looks at facts and figures and fires or not.

Willingness, goal and conditions decide; attitude, ability and family are shown beside and decide nothing. A
hardship can raise the level, which means more help, and never lowers it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from jobmatch.fit.facts import Facts
from jobmatch.level.figures import Figures
from jobmatch.messages import say
from jobmatch.records.assessment import Rule
from jobmatch.settings import Settings


@dataclass(frozen=True, eq=False)
class View:
    """What a rule may look at."""

    facts: Facts
    figures: Figures
    settings: Settings

    def number(self, name: str) -> float:
        """A threshold of the level."""
        return self.settings.number(f"level.{name}")

    @property
    def clarity(self) -> str:
        """How clear the goal is; with wanted occupations and nothing else said it is taken for clear."""
        said, named = self.facts.client.goal.clarity, self.facts.client.goal.occupations
        if said == "clear" and named is not None and not self.facts.wanted:
            return "vague" if named else "none"
        return said or ("clear" if self.facts.wanted else "none")

    @property
    def enough_postings(self) -> bool:
        """Whether the market is large enough to hold a client against."""
        return self.figures.postings_in_reach >= self.number("postings_to_judge_by")


Fired = dict[str, Any] | None


def goal_none(view: View) -> Fired:
    """No goal."""
    return {"goal.clarity": "none"} if view.clarity == "none" else None


def goal_vague(view: View) -> Fired:
    """A goal that is not clear."""
    said = list(view.facts.client.goal.occupations or ())
    return {"goal.clarity": "vague", "goal.occupations": said} if view.clarity == "vague" else None


def conditions_short(view: View) -> Fired:
    """Conditions that fall short of nearly everything in reach."""
    shown = view.figures.shown
    share = shown.gettable / max(shown.openings_in_reach, 1)
    short = view.enough_postings and share < view.number("short_of_nearly_all")
    return {"gettable": shown.gettable, "openings_in_reach": shown.openings_in_reach} if short else None


def long_out_of_work(view: View) -> Fired:
    """Years without work, which ask for getting used to it again; only with other short conditions."""
    ends = [job.ended for job in view.facts.past if job.ended]
    if not ends or len(ends) < len(view.facts.past):
        return None
    years = (view.facts.as_of - max(ends)).days / 365.25
    vague = view.clarity != "clear"
    return (
        {"years_without_work": round(years, 1)} if vague and years >= view.number("long_without_work_years") else None
    )


def no_experience(view: View) -> Fired:
    """No work history and little schooling; only beside an unclear goal."""
    rung = view.facts.rung
    nothing = view.facts.years_in_all == 0 and rung is not None and rung <= view.number("little_schooling")
    return (
        {"years": 0, "education": view.facts.client.conditions.education}
        if nothing and view.clarity != "clear"
        else None
    )


def goal_not_in_reach(view: View) -> Fired:
    """The market in reach has nothing, or next to nothing, of the goal: place or field misjudged."""
    shown = view.figures.shown
    named = view.clarity == "clear" and bool(view.facts.wanted)
    missing = named and view.enough_postings and shown.for_goal < view.number("openings_for_goal")
    return {"for_goal": shown.for_goal, "openings_in_reach": shown.openings_in_reach} if missing else None


def goal_requirements(view: View) -> Fired:
    """Most of the goal's postings ask what the client does not bring."""
    shown = view.figures.shown
    if view.clarity != "clear" or not shown.for_goal:
        return None
    share = shown.qualified_for_goal / shown.for_goal
    if share >= view.number("qualified_share") or shown.qualified_for_goal >= view.number("enough_openings"):
        return None
    return {"qualified_for_goal": shown.qualified_for_goal, "for_goal": shown.for_goal}


def goal_pay(view: View) -> Fired:
    """The pay expected is above what even the better paying quarter of the goal's postings goes up to."""
    expected, top = view.figures.shown.pay_expected, view.figures.best_pay_of_goal
    if expected is None or top is None or view.clarity != "clear" or expected <= top:
        return None
    return {"pay_expected": round(expected), "best_pay": round(top)}


def misjudgement_noted(view: View) -> Fired:
    """The counsellor has noted a misjudgement."""
    noted = list(view.facts.client.attitude.misjudgements or ())
    return {"attitude.misjudgements": noted} if noted and view.clarity == "clear" else None


def goal_off_strengths(view: View) -> Fired:
    """The goal leaves aside what the client has learned and done."""
    near = view.figures.strength_in_goal
    apart = view.clarity == "clear" and near is not None and near < view.number("goal_off_strengths")
    return {"strength_in_goal": round(near or 0, 2)} if apart and _has_strengths(view) else None


def _has_strengths(view: View) -> bool:
    return view.facts.major is not None or bool(view.facts.past)


def under_age(view: View) -> Fired:
    """Below the age at which anybody may be employed (劳动法 第15条)."""
    age, youngest = view.facts.client.conditions.age, int(view.settings.number("age.youngest"))
    return {"age": age, "youngest": youngest} if age is not None and age < youngest else None


RULES: Final[tuple[tuple[int, str, Callable[[View], Fired]], ...]] = (
    (3, "under-age", under_age),
    (3, "goal-none", goal_none),
    (3, "goal-vague", goal_vague),
    (3, "conditions-short", conditions_short),
    (3, "no-experience", no_experience),
    (3, "long-without-work", long_out_of_work),
    (2, "goal-not-in-reach", goal_not_in_reach),
    (2, "goal-requirements", goal_requirements),
    (2, "goal-pay", goal_pay),
    (2, "goal-off-strengths", goal_off_strengths),
    (2, "misjudgement-noted", misjudgement_noted),
)


def fired(view: View) -> Iterator[tuple[int, Rule]]:
    """The rules that fire, with the level that each asks for."""
    for level, name, look in RULES:
        facts = look(view)
        if facts is not None:
            yield level, Rule(name, say(f"rule.{name}", **_words(facts)), facts)


def _words(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts by the last part of their name, as sentences use them."""
    return {key.rpartition(".")[2]: _joined(value) for key, value in facts.items()}


def _joined(value: Any) -> Any:
    return say("word.comma").join(str(item) for item in value) if isinstance(value, list) else value
