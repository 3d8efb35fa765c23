"""Papers that the client holds: certificates, told from those lapsed, failed or somebody else's; the licence beside."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from jobmatch.intake.clauses.lists import items_of
from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.conditions.licence import read_licence
from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, Reading, fact
from jobmatch.text.asked.certificates import find_certificates, names_paper


def read_papers(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """Every fact about papers in a clause."""
    yield from _certificates(clause, reading)
    yield from read_licence(clause, reading.note)


def _certificates(clause: Clause, reading: Reading) -> Iterator[Fact]:
    found = pattern("papers.no_certificate").search(clause.text)
    if found and not (found[0].endswith("无证") and "驾" in clause.before[-_SOON:]):  # 驾驶证被吊销,现无证
        yield fact("conditions.certificates", None, clause, found, LIKELY)
        return
    if clause.key == "certificates" and clause.value:
        clause = replace(clause, text=pattern("papers.planned_item").sub(_blank, clause.text))
    if (
        clause.earlier
        or clause.key == "languages"
        or _is_lapsed(clause, reading.note, reading.today)
        or clause.has("turns.plan")
        or clause.has("goal.want")
        or pattern("papers.asked_for").search(clause.text)
    ):
        return
    held: list[str] = []
    text, at = reading.note.shadow, clause.start
    for mention in find_certificates(clause.text, text):
        behind = _PAPER_BEHIND.match(clause.text, mention.end)
        end = behind.end() if behind else mention.end
        words = clause.text[mention.start : end]
        elsewhere = (
            _DRIVING.search(mention.name) and "农机" not in clause.text[max(0, mention.start - 2) : mention.end]
        ) or (
            pattern("papers.no_paper").fullmatch(words) and not _told_elsewhere(mention.name, words)
        )  # N2, where Japanese is spoken of
        failed = pattern("ability.not_held").match(text[at + end : at + end + _SOON])
        if failed or elsewhere or clause.denies(mention.start, mention.end):
            if failed:
                held.append(words)
            continue
        held.append(words)
        yield fact("conditions.certificates", words, clause, (mention.start, end), PLAIN)
    if clause.key == "certificates":
        yield from _by_key(clause, held)
        return
    of_trade = [] if held else [*_of_trade(clause, reading.note)]
    yield from of_trade
    for paper in () if held or of_trade else pattern("papers.paper").finditer(clause.text):
        name = next(name for name, said in paper.groupdict().items() if said)
        if pattern("ability.not_held").match(text[at + paper.end(name) : at + paper.end(name) + _SOON]):
            continue
        if _ONLY_GRADE.fullmatch(paper[name]):
            continue
        if (
            not pattern("papers.no_paper").fullmatch(paper[name])
            and not _DRIVING.search(paper[name])
            and not clause.denies(*paper.span(name))
        ):
            yield fact("conditions.certificates", paper[name], clause, paper.span(name), LIKELY)


def _told_elsewhere(name: str, words: str) -> bool:
    """Whether the note tells elsewhere of what a grade is: N2, where Japanese is spoken of."""
    return name.lower() != words and name.lower().endswith(words)


def _blank(found: "re.Match[str]") -> str:
    return " " * len(found[0])


_PAPER_BEHIND: Final = re.compile(r"(?:技术士|技能等级|职业资格|资格)?(?:证书|证照|证)")


def _of_trade(clause: Clause, note: Note) -> Iterator[Fact]:
    for one in pattern("papers.booklet").finditer(clause.text):
        failed = pattern("ability.not_held").match(note.shadow[clause.start + one.end("trade") :][:_SOON])
        if (
            not failed
            and not clause.denies(*one.span())
            and not re.search("[没无要须需]有?$", clause.text[: one.start()])
        ):
            paper = one["trade"] if one["trade"][-1] in "员师" else one["trade"] + "证"
            yield fact("conditions.certificates", paper, clause, one, LIKELY)
    found = pattern("papers.trade_with_paper").search(note.shadow, clause.start, clause.end + _CLASS_BEHIND)
    if found and found.start() < clause.end and not re.search("没$|要$|须$|需$", note.shadow[: found.start()]):
        if found["other"]:
            yield Fact("conditions.certificates", found["other"] + "证", found.start(), found.start("trade"), LIKELY)
        paper = found["trade"] + (found["class"].upper() if found["class"] else "证")
        yield Fact("conditions.certificates", paper, found.start(), found.end(), LIKELY)


_CLASS_BEHIND: Final = 4  # signs behind a clause in which the class of a paper stands


def _by_key(clause: Clause, named: list[str]) -> Iterator[Fact]:
    """What stands behind 证书: in whatever words, beside what is ``named`` by the list; a nothing is known."""
    if found := _NOTHING.match(clause.text, clause.value):
        yield fact("conditions.certificates", None, clause, found, LIKELY)
        return
    for item, at in items_of(clause.text, clause.value):
        said = re.sub(r"^有(?!色)|(?:有|在手|已拿|已取得|有效)+$", "", item.strip())
        failed = pattern("ability.not_held").match(clause.text[at + len(item) :])
        if any(words in item for words in named):
            continue
        if (_ITEM.fullmatch(said) or names_paper(said)) and not failed and not pattern("ability.not_held").search(item):
            start = clause.text.index(said, at)
            yield fact("conditions.certificates", said, clause, (start, start + len(said)), WEAK)


_NOTHING: Final = re.compile(r"(?:无|没有?|暂无|啥也没有|都没有|none|no(?= |$))")
_ITEM: Final = re.compile(r"(?!.*(?:驾|身份|毕业|学位|没|不|未|过期|还|在考))[\u4e00-\u9fffa-z0-9()]{3,14}")


_DRIVING: Final = re.compile("驾(?!校教练)")  # the licence has a field of its own
_ONLY_GRADE: Final = re.compile("(?:考了|拿了|有|是|考下)?[初中高]级证")
_ANOTHER_PAPER: Final = re.compile(r"[,、;][\u4e00-\u9fff]{2,8}(?:证|执照|驾照)(?!书)")
_SOON: Final = 32  # characters behind a paper in which its end is told
_THIS_YEAR_ON: Final = re.compile("有效|还管用|valid")


_CENTURY: Final = 2000


def _is_lapsed(clause: Clause, note: Note, today: date) -> bool:
    """Whether what the clause names is out of date; 2027到期 is a year to come for a note of this year."""
    if end := pattern("papers.year_of_end").search(clause.text):
        year = int(end["year"] or end["until"])
        return (year if year > _CENTURY else _CENTURY + year) < today.year
    later = re.split("[。\\n]", note.shadow[clause.end : clause.end + _SOON])[0]
    later = _ANOTHER_PAPER.split(later)[0]
    if pattern("papers.lapsed_later").search(later) or pattern("papers.lapsed_but").match(later):
        return True
    return clause.has("turns.expired") and not _THIS_YEAR_ON.search(clause.text)
