"""What the client wants: kinds of work, how clear that is, what is refused; whether they want to work at all."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, Reading, fact
from jobmatch.intake.mentions import mentions
from jobmatch.intake.note import Clause
from jobmatch.intake.occupation import kind_of_work
from jobmatch.intake.phrasebook import pattern
from jobmatch.intake.roles import told
from jobmatch.text.majors import major_titles

_ITEMS: Final = re.compile(r"[、/]|或者?|和|及|以及|还有| or | and |,")
_REST: Final = re.compile(r"[^,。;!?\n(]{0,40}")
_CONDITION: Final = re.compile(r"夜班|夜间|晚班|通宵|倒班|轮班|三班倒|night|shift")
_HARD: Final = re.compile(
    r"工地|进厂|电子厂|住家|(?:跑)?长途|夜场|酒吧|(?:重)?体力(?:活|劳动|工作)?|流水线|高空(?:作业)?|外包|驻外|加班|出差|住宿舍|住厂|外地|露天|户外|危险(?:工作)?|脏活|累活|销售(?:类)?|heavy lifting|travel"
)
_PLACE_NOT_WORK: Final = re.compile(r"附近|周边|一带|离家|家门口|近")


def read_goal(reading: Reading) -> Iterator[Fact]:
    """Every fact about goal and willingness."""
    wishes = [*_named(reading), *(one for clause in reading.own() for one in _wanted(clause))]
    yield from wishes
    if wish := next((one for one in wishes if one.field == "goal.occupations"), None):
        yield from _willing_by_wish(wish)
    for clause in reading.own():
        yield from _refused(clause)
        yield from _clarity(clause)
        yield from _willing(clause)


def _named(reading: Reading) -> Iterator[Fact]:
    """Kinds of work wanted and refused, by their names."""
    fields = {"wanted": "goal.occupations", "refused": "goal.refused"}
    for one in told(reading.note):
        if (field := fields.get(one.role)) and not _CONDITION.search(one.at.words):
            yield fact(field, one.at.words, one.clause, (one.at.start, one.at.end), LIKELY)


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
        yield from _items(clause, found.end(), "goal.occupations")


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


def _items(clause: Clause, begin: int, field: str) -> Iterator[Fact]:
    """Each kind of work in the list that begins at ``begin``."""
    rest = _REST.match(clause.text, begin)
    at, said = begin, rest[0] if rest else ""
    for item in _ITEMS.split(said):
        place = clause.text.find(item, at) if item else -1
        if place < 0:
            continue
        at = place + len(item)
        work = None if mentions(item) else kind_of_work(_cut(item))
        if work and (start := clause.text.find(work, place)) >= 0:
            yield fact(field, work, clause, (start, start + len(work)), LIKELY)


_STOP: Final = re.compile(
    r"已经|正在|(?:的)?(?:工作|岗位|职位)|离家|工资|月薪|最好|要求|希望|但|因为|,|薪|待遇|时间|不要|可以|也行|都行|都可以| with | near | in | that | which | close "
)


_LEADING: Final = re.compile(
    r"^(?:(?:一?[份个些点])?(?:离家(?:比较|较|稍)?近|家附近|家门口|附近|稳定|轻松|简单|固定|正规|普通|长期|单休|双休|不累|坐着|体面|合适|差不多|稳当|清闲|不用上夜班"
    r"|白班)(?:一?[点些])?的?(?:一?[份个些])?)+"
)


def _cut(item: str) -> str:
    """An item up to where something else begins; 在机场做保洁 is 保洁."""
    said = _STOP.split(_LEADING.sub("", item))[0]
    inner = re.search(r"^(?:在|去|到|附近)?[^做当干]{1,8}(?:做|当|干)(?P<work>.{2,})$", said)
    return inner["work"] if inner else said


def _refused(clause: Clause) -> Iterator[Fact]:
    for found in clause.finds("goal.refuse"):
        rest = _REST.match(clause.text, found.end())
        at = found.end()
        for item in _ITEMS.split(rest[0] if rest else ""):
            place = clause.text.find(item, at) if item else -1
            if place < 0:
                continue
            at = place + len(item)
            said = None if mentions(item) else _refusal(item)
            if said and (start := clause.text.find(said, place)) >= 0:
                yield fact("goal.refused", said, clause, (start, start + len(said)), LIKELY)
    for found in clause.finds("goal.except"):
        said = _refusal(re.sub(r"^(?:不|做|干|当|去|上)+", "", found[1]))
        if said:
            start = clause.text.find(said, found.start())
            yield fact("goal.refused", said, clause, (start, start + len(said)), LIKELY)
    behind = re.search(
        r"^(?P<work>[\u4e00-\u9fff]{2,8}?)(?:类)?(?:的)?(?:工作|岗位)?(?:坚决|绝对|一概|她|他)?(?:不考虑|不做|不干|不想做|不愿做|不接受|免谈|不要|不去|去不了)了?$",
        clause.text.strip(),
    )
    if behind and (said := _refusal(behind["work"])):
        start = clause.text.find(said)
        yield fact("goal.refused", said, clause, (start, start + len(said)), LIKELY)


def _refusal(item: str) -> str | None:
    """The kind of work refused; hours and shifts alone are conditions and no kind of work."""
    said = _cut(item)
    if _CONDITION.search(said):
        rest = _CONDITION.sub("", said)
        return said if kind_of_work(rest) else None
    if hard := _HARD.search(said):
        return hard[0]
    return kind_of_work(said) if not _PLACE_NOT_WORK.search(said) else None


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
    if found := pattern("willing.yes").search(clause.text):
        yield fact("willingness.wants_work", True, clause, found, PLAIN)
    if found := pattern("willing.urgent").search(clause.text):
        yield fact("willingness.urgency", "急", clause, found, LIKELY)
