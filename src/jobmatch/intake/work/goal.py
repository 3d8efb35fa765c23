"""What the client wants: kinds of work, how clear that is, what is refused; whether they want to work at all."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from jobmatch.intake.clauses.lists import cut, items_of
from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.conditions.home import names_place
from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, Reading, fact
from jobmatch.intake.work.bare_lists import bare_lists
from jobmatch.intake.work.mentions import mentions
from jobmatch.intake.work.neighbours import listed_behind, neighbours
from jobmatch.intake.work.occupation import kind_of_work
from jobmatch.intake.work.refusals import bare_refusal, read_refusals
from jobmatch.intake.work.roles import Told
from jobmatch.text.work.fields import field_words
from jobmatch.text.work.majors import major_titles
from jobmatch.text.work.sayings import meant, trade_told


def read_goal(reading: Reading) -> Iterator[Fact]:
    """Every fact about goal and willingness."""
    wishes = [
        *_named(reading),
        *(one for clause in reading.own() for one in (*_wanted(clause), *_by_key(clause, reading))),
    ]
    if not any(one.field == "goal.occupations" for one in wishes):
        wishes += _same_again(reading)
    if not any(one.field == "goal.occupations" for one in wishes):
        wishes += [
            one for clause in reading.own() for one in (*_wanted_places(clause), *_wanted_fields(clause))
        ] or bare_lists(reading)
    yield from wishes
    if wish := next((one for one in wishes if one.field == "goal.occupations"), None):
        yield from _willing_by_wish(wish)
    for clause in reading.own():
        yield from read_refusals(clause, reading.note)
        yield from _clarity(clause)
        yield from _willing(clause)


def _named(reading: Reading) -> Iterator[Fact]:
    """Kinds of work wanted and refused, by their names."""
    fields = {"wanted": "goal.occupations", "refused": "goal.refused"}
    for one in reading.told:
        if (field := fields.get(one.role)) and not _is_condition(one.at.words) and not _is_availability(one, reading):
            if _is_first_step(one, reading) or pattern("goal.back").fullmatch(one.at.words):
                continue
            start, words = _whole_item(one)
            words = bare_refusal(words) if one.role == "refused" else words
            words += "坊" * (one.at.employer and one.clause.text.startswith("坊", one.at.end))
            yield fact(field, words, one.clause, (start, start + len(words)), LIKELY * one.sure)
    for one, words, at in (beside for beside in neighbours(reading) if not _RANK.fullmatch(beside[1])):
        yield fact(fields[one.role], words, one.clause, (at, at + len(words)), WEAK)


def _whole_item(one: Told) -> tuple[int, str]:
    """Where a kind of work begins, and its words; behind its key with what stands before it: 意向:4S店总经理."""
    if one.role == "wanted" and one.clause.key == "wanted" and len(one.at.words) == one.at.end - one.at.start:
        for item, at in items_of(one.clause.text, one.clause.value):
            ahead = one.clause.text[at : one.at.start]
            if 0 < len(ahead) < len(item) and not mentions(ahead) and (whole := _OF_WHAT.fullmatch(ahead)):
                return at + whole.start("what"), one.clause.text[at + whole.start("what") : one.at.end]
    return one.at.start, one.at.words


# What stands before the head of a title and is part of it: 飯店(櫃檯接待), ETL(開發).
_OF_WHAT: Final = re.compile(
    r"[:为是 ]*(?P<what>(?!.*(?:[找做当干去想在的可会有不无也都要先选近过了或和及]|希望|优先|类似|相关|以前|之前|附近))(?:4s|[\u4e00-\u9fffa-z&+#]){1,8})"
)


def _is_first_step(one: Told, reading: Reading) -> bool:
    """Whether an apprentice's place is only how the work begins that is wanted: 修汽车,从学徒干起."""
    if one.role != "wanted" or one.at.words not in _APPRENTICE:
        return False
    return any(other.role == "wanted" and other.at.words not in _APPRENTICE for other in reading.told)


_APPRENTICE: Final = ("学徒", "学徒工")


def _is_availability(one: Told, reading: Reading) -> bool:
    """Whether the words tell when the work that is wanted elsewhere can be done: 晚上陪护可以."""
    if one.role == "wanted" and _SHOULD_BE_THERE.fullmatch(one.clause.text.replace(one.at.words, "@", 1)):
        return True
    if one.role != "wanted" or not _at_a_time(one):
        return False
    return any(other.role == "wanted" and not _at_a_time(other) for other in reading.told)


_SHOULD_BE_THERE: Final = re.compile(
    r"\W*(?:只要|最好|得|要)?(?:能|是)?有@(?:即可|就行|就好|就成|就可以|最好|的话)\W*"
)  # 有电梯即可


def _at_a_time(one: Told) -> bool:
    return bool(pattern("goal.at_a_time").fullmatch(one.clause.text.strip()))


def _is_condition(words: str) -> bool:
    """Whether words tell of hours and of no work besides: 夜班, and not 夜班保安."""
    return bool(pattern("goal.condition").search(words)) and not mentions(pattern("goal.condition").sub("", words))


def _wanted(clause: Clause) -> Iterator[Fact]:
    """Kinds of work wanted that stand in the place of one, though no word list knows them."""
    if clause.earlier or (clause.past and clause.has("turns.abandoned")):
        return
    for found in clause.finds("goal.want"):
        if clause.denies(found.start() + 1, found.end()) or pattern("goal.refuse").search(
            clause.text[max(0, found.start() - 1) : found.end()]
        ):
            continue
        if clause.past and not re.search(r"现|目前|继续|仍|还", clause.text):
            continue
        for item, at in items_of(clause.text, found.end()):
            if _SUMS_UP.match(clause.text, at + len(item.partition("的")[0])):
                continue
            work = None if mentions(item) else kind_of_work(cut(item)) or _workplace(item) or _saying(item)
            if work and (start := clause.text.find(work, at)) >= 0:
                yield fact("goal.occupations", work, clause, (start, start + len(work)), LIKELY)
    for found in clause.finds("goal.does"):
        bare = pattern("goal.at_a_place").sub("", found["what"])
        if (
            not clause.past
            and not mentions(found["what"])
            and any(trade_told(it, _SURE) for it in (found["what"], bare))
        ):
            yield fact("goal.occupations", found["what"], clause, found.span("what"), WEAK)


# Words that only sum up what is named behind them: 电脑类的比如剪辑助理.
_SUMS_UP: Final = re.compile(r"(?:[类方]面?|方向|行业)?的?[,:]?(?:工作|活|岗位)?[,:]?(?:比如|像|例如|譬如|诸如)")


def _willing_by_wish(wish: Fact) -> Iterator[Fact]:
    """Who wants some kind of work wants to work, and has a goal."""
    yield replace(wish, field="willingness.wants_work", value=True)
    yield replace(wish, field="goal.clarity", value="clear", confidence=_CLEAR_BY_WISH)


_CLEAR_BY_WISH: Final = 0.7  # below any word about the goal itself


_OF_MAJOR: Final = 2  # kinds of work taken for the field: its first ones are its own, later ones only near


def goal_of_major(reading: Reading, major: str | None) -> Iterator[Fact]:
    """Who wants work of the own field of study wants the work to which that field leads."""
    for clause in reading.own() if major else ():
        wish = pattern("goal.of_major").search(clause.text)
        ahead = clause.text[: wish.start()] if wish else ""
        if wish and re.search(r"想|希望|意向|打算|愿意|从事|期望", ahead) and not re.search(r"不|没|未", ahead):
            for work in major_titles(str(major))[:_OF_MAJOR]:
                yield fact("goal.occupations", work, clause, wish, WEAK)


def _by_key(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """What stands behind 意向: and the like, in whatever words; a place is where, and no kind of work."""
    if clause.key != "wanted":
        return
    for item, at in items_of(clause.text, clause.value):
        said = re.sub(
            r"^(?:其次|首先|首选|次选|优先|最好|想|做|干|去|当|找|再|是|就|还|a |an |or )+|(?:[,、]?(?:也|都|均|皆|就)(?:可以?|行|成|好|能|中|得)|类|岗|等|之类|方面|工作|岗位|的|活儿?)+$",
            "",
            item.strip(" .·•"),
        )
        free = (
            2 <= len(said) <= _LONGEST_FREE
            and not _RANK.fullmatch(said)
            and not pattern("goal.never").search(said)
            and not said.isascii()
        )
        if free and not mentions(item) and (start := clause.text.find(said, at)) >= 0:
            if names_place(said, reading.home):
                yield fact("attitude.places", said, clause, (start, start + len(said)), LIKELY)
                continue
            field = field_words(said)
            known = field is not None or kind_of_work(said) is not None
            if not known and not clause.value:
                continue  # words that no list knows count only beside their key
            said = field or said
            start = clause.text.find(said, start)
            yield fact("goal.occupations", said, clause, (start, start + len(said)), LIKELY if known else WEAK)


_RANK: Final = re.compile("(?:高级|资深|初级|中级|首席|骨干|主力|见习)+")  # no work alone: 高级/资深数据分析师


def _wanted_places(clause: Clause) -> Iterator[Fact]:
    """Where the client wants to work, in whatever words, where no kind of work is told: 想进电子厂; 去厂里也行."""
    if clause.earlier or (clause.past and clause.has("turns.abandoned")):
        return
    for found in clause.finds("goal.into"):
        name = next(name for name, said in found.groupdict().items() if said)
        if not clause.denies(found.start(), found.start(name)) and not pattern("goal.never").search(found[name]):
            yield fact("goal.occupations", found[name], clause, found.span(name), WEAK)
            for words, at in listed_behind(clause, found.end(name)):
                yield fact("goal.occupations", words, clause, (at, at + len(words)), WEAK)


def _wanted_fields(clause: Clause) -> Iterator[Fact]:
    """A line of business, a workplace or a way of working that is wished for: 想往互联网行业发展, 对动物感兴趣."""
    if clause.earlier or clause.past:
        return
    for found in clause.finds("goal.field"):
        said = next(name for name, words in found.groupdict().items() if words)
        name = field_words(found[said])
        if name and not name.startswith("包") and not clause.denies(found.start(), found.start(said)):
            start = max(clause.text.lower().find(name, found.start(said)), found.start(said))
            yield fact("goal.occupations", name, clause, (start, start + len(name)), WEAK)
            yield from _further_fields(clause, start + len(name))


def _further_fields(clause: Clause, begin: int) -> Iterator[Fact]:
    """The fields that are listed behind one: 想找轻松、坐着的工作."""
    if clause.text[begin : begin + 1] == "、":
        for item, at in items_of(clause.text, begin):
            if name := field_words(item):
                start = at + max(item.find(name), 0)
                yield fact("goal.occupations", name, clause, (start, start + len(name)), WEAK)


def _workplace(item: str) -> str | None:
    """Where the client wants to work, which tells what: 药店."""
    at = re.sub(r"^(?:一?[家个份]|去|回|到|在|进)+", "", cut(item))
    said = re.sub(r"(?:里|的|工作|上班|做|干)+$", "", at)
    return next((words for words in (said, at) if pattern("goal.workplace").fullmatch(words)), None)


def _saying(item: str) -> str | None:
    """Words that name no work and tell what is done so well that they can only mean one kind: 给商场找店进来开."""
    said = _FRAME.sub("", cut(item))
    return said if meant(said) != said and trade_told(said, _SURE) else None


_SURE: Final = 0.8  # likelihood of a saying that is taken for a wish: a note tells much else behind 想
_FRAME: Final = re.compile(r"^(?:[找做干](?:一?[个份点种])?|一?[个份种])+|(?:的)?(?:那种|这种)?(?:工作|活儿?|岗位|班)$")


def _same_again(reading: Reading) -> Iterator[Fact]:
    """想接着干, 还干这个: the last kinds of work that were told of."""
    done = [one for one in reading.told if one.role == "done"]
    for clause, found in _pointing_back(reading):
        before = [one for one in done if one.start < clause.start + found[0]]
        last = [one for one in before if one.clause.start == before[-1].clause.start]
        yield from (fact("goal.occupations", one.at.words, clause, found, WEAK) for one in last)


def _pointing_back(reading: Reading) -> Iterator[tuple[Clause, tuple[int, int]]]:
    """Where a wish only points to what was told before, as the words do or the tagger sees it."""
    for clause in reading.own():
        if found := pattern("goal.same").search(clause.text):
            yield clause, found.span()
    for one in reading.told:
        if one.role == "wanted" and pattern("goal.back").fullmatch(one.at.words):
            yield one.clause, (one.at.start, one.at.end)


_LONGEST_FREE: Final = 8  # characters of words for a kind of work that no list knows


def _clarity(clause: Clause) -> Iterator[Fact]:
    if found := pattern("goal.open").search(clause.text):
        yield fact("goal.clarity", "none", clause, found, WEAK)
    for name in ("none", "vague", "clear"):
        found = pattern(f"goal.{name}").search(clause.text)
        if found and not (name == "clear" and clause.denies(*found.span())):
            yield fact("goal.clarity", name, clause, found, PLAIN)
            return


def _willing(clause: Clause) -> Iterator[Fact]:
    if found := pattern("willing.no").search(clause.text):
        if not re.match(r"(?:做|干|从事|当|去|上夜|上倒)", clause.text[found.end() :]):
            yield fact("willingness.wants_work", False, clause, found, PLAIN)
        return
    if (clause.key == "willing" and clause.value and (found := _KEYED_WILLING.match(clause.text, clause.value))) or (
        found := pattern("willing.yes").search(clause.text)
    ):
        yield fact("willingness.wants_work", True, clause, found, PLAIN)
    yield from _urgency(clause)


_KEYED_WILLING: Final = re.compile(r"(?:愿意?|有|强|是|想|肯|迫切|较强|yes)(?!不)")


def _urgency(clause: Clause) -> Iterator[Fact]:
    """How urgent work is, in the words of the note: 求职心切, 不着急."""
    calm = pattern("willing.calm").search(clause.text)
    urgent = pattern("willing.urgent").search(clause.text)
    found = calm or (urgent if urgent and not clause.denies(*urgent.span()) else None)
    if found:
        yield fact("willingness.urgency", found[0].strip(), clause, found, WEAK if "房" in found[0] else LIKELY)
