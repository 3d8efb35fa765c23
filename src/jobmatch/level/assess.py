"""The assessment: which level, by which rules, how sure, and what would change it."""

from collections.abc import Iterator
from typing import Any, Final

from jobmatch.fit.facts import Facts
from jobmatch.level.figures import Figures
from jobmatch.level.rules import fired, highest
from jobmatch.level.view import View
from jobmatch.messages import listing, say
from jobmatch.records.assessment import Assessment, LevelChange, MarketFigures, Rule
from jobmatch.records.recommendation import Question
from jobmatch.settings import Settings

_HIGHEST: Final = 3
NOTHING_SEEN = MarketFigures(0, 0, 0, None, None, 0)

# What tells something of a client's conditions; of these a few must be known before a level is said.
_TELLING = ("age", "education", "major", "experience", "skills", "certificates", "residence")


def known_conditions(facts: Facts) -> int:
    """How many of the telling conditions are known."""
    return sum(getattr(facts.client.conditions, name) is not None for name in _TELLING)


def too_little_known(facts: Facts, settings: Settings) -> bool:
    """Whether neither a goal nor enough conditions are known to say anything of this client."""
    goal = bool(facts.client.goal.occupations) or facts.client.goal.clarity == "none"
    needed = settings.number("level.conditions_to_know") - (1 if goal else 0)
    return known_conditions(facts) < needed


def without_level(facts: Facts, settings: Settings) -> Assessment | None:
    """The assessment of a client who does not want work or of whom too little is known; None otherwise."""
    if facts.client.willingness.wants_work is False:
        rule = Rule("not-willing", say("rule.not-willing"), {"willingness.wants_work": False})
        ask = Question("willingness.wants_work", say("question.wants_work"), say("change.wants_work"))
        return Assessment(facts.client.client_id, None, "not_willing", 1.0, (rule,), NOTHING_SEEN, (), (ask,),
                          _overridden(facts, None))  # fmt: skip
    if too_little_known(facts, settings):
        known = known_conditions(facts)
        rule = Rule("too-little-known", say("rule.too-little-known", known=known), {"known": known})
        return Assessment(facts.client.client_id, None, "too_little_known", 1.0, (rule,), NOTHING_SEEN, (), (),
                          _overridden(facts, None))  # fmt: skip
    return None


def without_jobs(facts: Facts, settings: Settings) -> Assessment | None:
    """The assessment of a client to whom no job can be handed over yet; None otherwise.

    A goal that is named is enough to look for it: the level, which nobody knows yet, decides what help is given and
    not whether.
    """
    known = without_level(facts, settings)
    return None if known and known.status == "too_little_known" and facts.client.goal.occupations else known


def level_of(facts: Facts, figures: Figures, settings: Settings) -> int | None:
    """The level that ``assess`` tells, without a word about it: less is looked at."""
    if facts.client.override:
        return facts.client.override.level
    view = View(facts, figures, settings)
    return _settled(view, highest(view))


def assess(facts: Facts, figures: Figures, settings: Settings) -> Assessment:
    """The level by the rules: the highest that a rule asks for, 1 where none fires.

    Of whom nobody knows the goal there is none, unless a rule decides it whatever the goal is.
    """
    view = View(facts, figures, settings)
    found = list(fired(view))
    level = _settled(view, max((asked for asked, _ in found), default=1))
    rules = tuple(rule for _, rule in found) or (_level_one(view),) if level else (_goal_unknown(),)
    override = facts.client.override
    return Assessment(
        client_id=facts.client.client_id,
        level=override.level if override else level,
        status="assessed" if override or level else "too_little_known",
        confidence=_confidence(view) if level else 1.0,
        rules=(*_decided(facts, level), *rules, *_unsure(view, rules), *_presumed(facts)),
        market=NOTHING_SEEN,
        would_change=tuple(_changes(level, found)) if level else (),
        questions=_to_ask(view),
        override=_overridden(facts, level),
    )


def _settled(view: View, level: int) -> int | None:
    """The level by the rules; None where it depends on a goal that nobody has told."""
    decided = 2 if view.clarity == "clear" else _HIGHEST  # a goal that is clear, whatever it is, is none for level 3
    return None if view.goal_untold and level < decided else level


def _goal_unknown() -> Rule:
    return Rule("goal-unknown", say("rule.goal-unknown"), {"goal.occupations": None})


def _overridden(facts: Facts, level: int | None) -> dict[str, Any] | None:
    """What the counsellor decided, beside what the rules say; None where nobody did."""
    override = facts.client.override
    return override.model_dump(mode="json") | {"by_rules": level} if override else None


def _decided(facts: Facts, level: int | None) -> list[Rule]:
    """The counsellor's decision in words, before the rules that say otherwise."""
    override = _overridden(facts, level)
    if override is None:
        return []
    levels = {name: say(f"show.level-{override[name] or 'none'}") for name in ("level", "by_rules")}
    return [Rule("overridden", say("rule.overridden", reason=override["reason"], **levels), override)]


def _level_one(view: View) -> Rule:
    shown = view.figures
    if not view.enough_postings or not shown.for_goal:
        few = {"postings_in_reach": view.figures.postings_in_reach, "openings_in_reach": shown.openings_in_reach}
        word = "market-without-goal" if view.enough_postings else "market-too-small"
        least = f"{view.settings.number('level.postings_to_judge_by'):g}"
        return Rule("market-too-small", say(f"rule.{word}", **few, least=least), few)
    if shown.qualified_unknown:
        return _of_unknown(view, "goal-fits")
    facts: dict[str, Any] = {"for_goal": shown.for_goal, "qualified_for_goal": shown.qualified_for_goal}
    return Rule("goal-fits", say("rule.goal-fits", **facts), facts)


# Facts that come from the market: a rule that tells one is as sure as the market is large.
_OF_MARKET: Final = frozenset(("openings_in_reach", "for_goal", "qualified_for_goal", "best_pay", "for_strengths"))


def _unsure(view: View, rules: tuple[Rule, ...]) -> list[Rule]:
    """What makes the figures behind the level unsure: bars of which nobody knows, few openings."""
    shown, said = view.figures, {rule.id for rule in rules}
    found = []
    if shown.qualified_unknown and "goal-fits" not in said:
        found.append(_of_unknown(view, "requirements-unknown"))
    if view.few_for_goal and "goal-not-in-reach" not in said:
        found.append(Rule("goal-few", say("rule.goal-few", for_goal=shown.for_goal), {"for_goal": shown.for_goal}))
    if view.market_doubt and "market-too-small" not in said and any(not _OF_MARKET.isdisjoint(r.facts) for r in rules):
        few = {"openings_in_reach": shown.openings_in_reach, "for_goal": shown.for_goal}
        found.append(Rule("market-thin", say("rule.market-thin", **few), few))
    return found


def _of_unknown(view: View, name: str) -> Rule:
    """A rule that tells how many openings ask what is not known of the client, and what that is."""
    shown = view.figures
    facts: dict[str, Any] = {
        "for_goal": shown.for_goal,
        "qualified_for_goal": shown.qualified_for_goal,
        "qualified_unknown": shown.qualified_unknown,
        "qualified_known": shown.qualified_for_goal - shown.qualified_unknown,
        "asked": [say(f"unknown_bar.{kind}") for kind in view.figures.unknown_bars],
    }
    words = facts | {"asked": listing(facts["asked"])}
    return Rule(name, say(f"rule.{'goal-fits-unknown' if name == 'goal-fits' else name}", **words), facts)


# What an opening may ask → the field of the client that would tell.
_FIELD_OF_BAR: Final = {
    "certificate": "conditions.certificates",
    "licence": "conditions.driving_licence",
    "education": "conditions.education",
    "experience": "conditions.experience",
}


def _to_ask(view: View) -> tuple[Question, ...]:
    """What to ask first as the level depends on it: willingness and goal, then what openings ask and nobody knows."""
    decide = [_question(field, f"change.{_name(field)}") for field in _undecided(view)]
    return (*decide, *(_question(field, "question.changes-level") for field in _unknown_bars(view)))


def _question(field: str, change: str) -> Question:
    return Question(field, say(f"question.{_name(field)}"), say(change))


def _name(field: str) -> str:
    """The last part of a field's name, under which its sentences stand."""
    return field.rpartition(".")[2]


def _undecided(view: View) -> Iterator[str]:
    """A goal that is unknown or cannot be read; and, where it is unknown, a willingness that is as well."""
    if view.goal_untold and view.facts.client.willingness.wants_work is None:
        yield "willingness.wants_work"
    if view.goal_untold or view.clarity == "unread" or view.wish_unread:
        yield "goal.occupations"


def _unknown_bars(view: View) -> Iterator[str]:
    """What openings for the goal ask and nobody knows of the client, where too few are left without those."""
    shown, numbers = view.figures, view.settings.table("level")
    known = shown.qualified_for_goal - shown.qualified_unknown
    if known >= min(numbers["enough_to_offer"], numbers["qualified_share"] * shown.for_goal):
        return
    for field in (_FIELD_OF_BAR[kind] for kind in view.figures.unknown_bars):
        if getattr(view.facts.client.conditions, _name(field)) is None:
            yield field


def _presumed(facts: Facts) -> list[Rule]:
    """What was presumed because nobody said it."""
    if facts.client.willingness.wants_work is None:
        return [Rule("willingness-presumed", say("rule.willingness-presumed"), {"willingness.wants_work": None})]
    return []


def _confidence(view: View) -> float:
    """How sure: less for every condition that is not known, for a market too small, for a presumption."""
    numbers = view.settings.table("level.confidence")
    unknown = len(_TELLING) - known_conditions(view.facts)
    sure = 1.0 - numbers["a_condition_unknown"] * unknown
    sure -= numbers["small_market"] * view.market_doubt
    sure -= numbers["few_for_goal"] * view.few_for_goal
    sure -= numbers["requirements_unknown"] * view.unknown_share
    sure -= 0.0 if view.facts.client.willingness.wants_work else numbers["willingness_presumed"]
    sure -= 0.0 if view.facts.client.goal.clarity else numbers["clarity_presumed"]
    return round(max(sure, numbers["least"]), 2)


def _changes(level: int, found: list[tuple[int, Rule]]) -> list[LevelChange]:
    """For each rule that holds the level up, what would have to change, and to which level that leads."""
    changes = []
    for asked, rule in found:
        rest = max((other for other, name in found if name.id != rule.id), default=1)
        if asked == level and rest < level:
            changes.append(LevelChange(say(f"change.{rule.id}"), rest))
    if not changes and level > 1:
        rest = max((asked for asked, _ in found if asked < level), default=1)
        texts = [say(f"change.{rule.id}") for asked, rule in found if asked == level]
        changes.append(LevelChange(listing(texts), rest))
    return changes
