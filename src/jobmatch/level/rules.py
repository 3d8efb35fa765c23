"""The rules of the level (PLN 二, 三(二); SPEC 4), read from ``rules.toml``: conditions over facts, in Chinese.

Willingness, goal and conditions decide; attitude, ability and family are shown beside and decide nothing. A
hardship can raise the level, which means more help, and never lowers it.
"""

import operator
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from jobmatch.errors import UsageError
from jobmatch.level.view import FACTS, View
from jobmatch.messages import listing, own_words, say
from jobmatch.records.assessment import Rule
from jobmatch.shipped import text_of
from jobmatch.text.fold import fold
from jobmatch.text.work.sayings import nearest_trades, tells_nothing

_RELATIONS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "是": operator.eq,
    "不是": operator.ne,
    "少于": operator.lt,
    "至多": operator.le,
    "至少": operator.ge,
    "超过": operator.gt,
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: a fact, a relation and what it is held against. ``bar`` is a value, or the name of one.

    >>> table = {"say": {"年龄": "age"}, "word": {}, "bar": {"法定最低就业年龄": "age.youngest"}}
    >>> condition_of("年龄 少于 16", table)
    Condition(fact='age', relation='少于', bar=16.0, kind='value')
    >>> condition_of("年龄 少于 法定最低就业年龄", table).kind
    'setting'

    What is no condition is refused:

    >>> condition_of("年纪 少于 16", table)
    Traceback (most recent call last):
    jobmatch.errors.UsageError: 定级规则中的条件“年纪 少于 16”读不懂：应为“说法 关系 标准”，如“年龄 少于 16”。
    """

    fact: str
    relation: str
    bar: Any
    kind: str  # value | setting | fact

    def holds(self, view: View) -> bool:
        """Whether it is known to hold; what is not known does not."""
        fact, bar = FACTS[self.fact](view), self._bar(view)
        return fact is not None and bar is not None and _RELATIONS[self.relation](fact, bar)

    def _bar(self, view: View) -> Any:
        if self.kind == "setting":
            return view.settings.number(self.bar)
        return FACTS[self.bar](view) if self.kind == "fact" else self.bar


@dataclass(frozen=True, slots=True)
class LevelRule:
    """A rule: where all its conditions hold, the client has at least this level."""

    id: str
    level: int
    when: tuple[Condition, ...]
    words: tuple[str, ...]  # the conditions as they stand in the table
    tells: tuple[str, ...]

    def fires(self, view: View) -> bool:
        """Whether every condition holds."""
        return all(condition.holds(view) for condition in self.when)

    def told(self, view: View) -> Rule:
        """The rule in words, with the facts it used."""
        facts = {name: FACTS[name](view) for name in self.tells}
        if self.id in _COUNTS_THE_WISH and view.wish_unread:
            return Rule(self.id, _unread(view), facts)
        few = "-few" if self.id == "goal-pay" and view.few_for_goal else ""  # three quarters of one opening are none
        least = "-least" if self.id == "goal-pay" and view.facts.client.attitude.pay_min is not None else ""
        return Rule(
            self.id, say(f"rule.{self.id}{few}{least}", **_words(facts | {"for_goal": view.figures.for_goal})), facts
        )


# What a rule tells where the wish was not understood: no figure of openings that nobody could count.
_COUNTS_THE_WISH: Final = ("goal-unread", "goal-not-in-reach", "goal-requirements")
_CHOICES: Final = 3  # kinds of work to choose from: more would not be read out


def _unread(view: View) -> str:
    """That a wish was not understood, with the nearest kinds of work as choices."""
    wishes = [wish for wish in view.facts.wanted_works if not tells_nothing(fold(wish))]
    near = own_words(listing(nearest_trades(wishes[0], _CHOICES))) if wishes else ""
    choices = say("rule.goal-choices", choices=near) if near else ""
    return say("rule.goal-unread", occupations=listing(view.facts.wanted_in_short), choices=choices)


def condition_of(text: str, table: Mapping[str, Any]) -> Condition:
    """A condition from its words: ``说法 关系 标准``."""
    parts = text.split()
    if len(parts) != 3 or parts[0] not in table["say"] or parts[1] not in _RELATIONS:
        raise UsageError("level-condition", seen=text)
    return Condition(table["say"][parts[0]], parts[1], *_bar_of(parts[2], text, table))


def _bar_of(word: str, text: str, table: Mapping[str, Any]) -> tuple[Any, str]:
    for names, kind in (("word", "value"), ("bar", "setting"), ("say", "fact")):
        if word in table[names]:
            return table[names][word], kind
    try:
        return float(word), "value"
    except ValueError:
        raise UsageError("level-condition", seen=text) from None


def rules_of(table: Mapping[str, Any]) -> tuple[LevelRule, ...]:
    """The rules of a table as in ``rules.toml``."""
    return tuple(
        LevelRule(
            rule["id"],
            rule["level"],
            tuple(condition_of(text, table) for text in rule["when"]),
            tuple(rule["when"]),
            tuple(rule["tells"]),
        )
        for rule in table["rule"]
    )


@cache
def shipped() -> tuple[LevelRule, ...]:
    """The rules that the package brings along."""
    return rules_of(tomllib.loads(text()))


def text() -> str:
    """The table of the rules as it is written, in Chinese, for a counsellor to read."""
    return text_of("level/rules.toml")


def fired(view: View) -> Iterator[tuple[int, Rule]]:
    """The rules that fire, with the level that each asks for."""
    return ((rule.level, rule.told(view)) for rule in shipped() if rule.fires(view))


def highest(view: View) -> int:
    """The highest level that a rule asks for, 1 where none fires; what asks for no more than another is not tried."""
    level = 1
    for rule in shipped():
        if rule.level > level and rule.fires(view):
            level = rule.level
    return level


def _words(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts by the last part of their name, as sentences use them."""
    return {key.rpartition(".")[2]: _joined(value) for key, value in facts.items()}


def _joined(value: Any) -> Any:
    return listing(value) if isinstance(value, list) else value
