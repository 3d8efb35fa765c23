"""What the client will not do: kinds of work in words that no list knows, and what goes with a job."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.lists import cut, items_of
from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.fact import LIKELY, WEAK, Fact, fact
from jobmatch.intake.work.mentions import mentions
from jobmatch.intake.work.occupation import kind_of_work
from jobmatch.text.places.place import parse_place

_LONGEST: Final = 8  # characters of words for a kind of work that no list knows


def bare_refusal(words: str) -> str:
    """The words of a refusal without what only points behind them.

    >>> bare_refusal("酒店那种地方"), bare_refusal("保安")
    ('酒店', '保安')
    """
    return _POINTS.sub("", words) or words


_POINTS: Final = re.compile("(?<=..)(?:[这那][种类]?地方|那边|这边|[这那]一?[片块])$")


def read_refusals(clause: Clause, note: Note) -> Iterator[Fact]:
    """Every refusal in a clause, besides the kinds of work that the word list knows."""
    found = [*_ahead(clause), *_behind(clause), *_by_key(clause), *_excepted(clause), *_advised(clause, note)]
    yield from {one.start: one for one in sorted(found, key=lambda one: one.confidence)}.values()


def _ahead(clause: Clause) -> Iterator[Fact]:
    """Behind a word of refusal: 不想进厂; 不接受大小周."""
    for found in clause.finds("goal.refuse"):
        hard = pattern("refused.hard").search(clause.text, found.start(), found.end() + _LONGEST_HARD)
        if hard and hard.start() <= found.end() and not mentions(hard[0]):
            yield fact("goal.refused", hard[0], clause, hard, LIKELY)
        for item, at in items_of(clause.text, found.end()):
            yield from _named(item, clause, at, free=False)
    for found in clause.finds("refused.ahead"):
        name = next(name for name, said in found.groupdict().items() if said)
        if name in _LISTED and not mentions(found[name]):  # the pattern itself says what it is
            yield fact("goal.refused", found[name], clause, found.span(name), LIKELY)
            continue
        yield from _named(found[name], clause, found.start(name), free=True)


_LISTED: Final = ("what9", "what12")


_LONGEST_HARD: Final = 16  # characters of a condition that is refused


def _behind(clause: Clause) -> Iterator[Fact]:
    """Before a word of refusal: 双胞胎不带; 宠物公司别介绍."""
    if found := pattern("refused.behind").match(clause.text):
        name = "what3" if found["what3"] else "what"
        yield from _named(found[name], clause, found.start(name), free=not found["weak"])


def _advised(clause: Clause, note: Note) -> Iterator[Fact]:
    """What somebody would have the client do, and the client will not: 让他上电子厂,他说拉倒吧."""
    found = pattern("role.advice").search(clause.text)
    behind = note.shadow[clause.end :][:_ANSWER]
    if found and (pattern("role.refused_answer").match(behind) or pattern("role.turned_down").match(behind)):
        yield from _named(found["what"], clause, found.start("what"), free=True)


_ANSWER: Final = 24  # characters behind the words in which the answer stands


def _by_key(clause: Clause) -> Iterator[Fact]:
    if clause.key == "refused":
        for item, at in items_of(clause.text, clause.value):
            yield from _named(item, clause, at, free=True)


def _excepted(clause: Clause) -> Iterator[Fact]:
    """What is left out of all the rest: 除了销售和保险都行."""
    for found in clause.finds("goal.except"):
        for item in re.split("[、/]|或者?|以?及|和|跟", found[1]):
            said = re.sub(r"^(?:不|做|干|当|去|上)+", "", item)
            if said:
                yield from _named(said, clause, clause.text.find(said, found.start()), free=said in _SHORT_NAMES)


def _named(item: str, clause: Clause, at: int, *, free: bool) -> Iterator[Fact]:
    """The words refused, at their place; ``free`` where they may be words that no list knows."""
    if at < 0 or mentions(item) or item.lstrip("去进").startswith(("那个", "这个", "那家", "这家")):
        return
    said = _refusal(bare_refusal(item)) or _place(item)
    if said and pattern("refusals.no_work").search(said):
        return
    sure = LIKELY
    if said is None and free:
        said, sure = pattern("refusals.around").sub("", pattern("refusals.around").sub("", item.strip())), WEAK
        said = _TAIL.sub("", item.strip()) if len(said) == 1 and item.strip()[0] in "沾碰" else said  # 沾水的活
        if not 2 <= len(said) <= (_LONGEST if not said.isascii() else 3 * _LONGEST) or clause.past:
            return
        if (
            pattern("refused.never").search(said)
            or pattern("refusals.no_work").search(said)
            or pattern("health.illness").search(said)
        ):
            return
    if said and (start := clause.text.find(said, at)) >= 0:
        yield fact("goal.refused", said, clause, (start, start + len(said)), sure)


_TAIL: Final = re.compile("(?:的|工作|岗位|活儿?)+$")
_SHORT_NAMES: Final = ("保险", "中介", "直播", "餐饮", "快递", "外卖", "电话")  # lines of work by their short names


def _refusal(item: str) -> str | None:
    """The kind of work refused; hours and shifts alone are conditions and no kind of work."""
    said = cut(item)
    if pattern("refusals.condition").search(said):
        return said if kind_of_work(pattern("refusals.condition").sub("", said)) else None
    if hard := pattern("refused.hard").search(said):
        return hard[0]
    return kind_of_work(said) if not pattern("refused.place").search(said) else None


def _place(item: str) -> str | None:
    """A place where the client will not go: 房山那边."""
    said = pattern("refusals.around").sub("", pattern("refusals.around").sub("", item.strip()))
    place = parse_place(said) if not said.isascii() and said else None
    known = place is not None and place.level in ("province", "city", "district") and not place.likely
    return said if known else None
