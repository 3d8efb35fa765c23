"""Work wanted that a note only lists, without a word of wish: Night watchman, lift operator, boiler room."""

import re
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.fact import WEAK, Fact, Reading, fact
from jobmatch.intake.work.mentions import mentions
from jobmatch.intake.work.occupation import kind_of_work


def bare_lists(reading: Reading) -> list[Fact]:
    """A sentence of nothing but kinds of work, where no wish is told: Night watchman, lift operator, boiler room."""
    sentences: dict[int, list[Clause]] = {}
    for clause in reading.own():
        sentences.setdefault(clause.sentence, []).append(clause)
    for clauses in sentences.values():
        named = [(clause, one) for clause in clauses for one in mentions(clause.text)]
        bare = all(_is_bare(clause) for clause in clauses)
        if bare and clauses[0].text.isascii() and len(named) >= 2 and clauses[0].start > _FIRST_WORDS:
            return [fact("goal.occupations", one.words, at, (one.start, one.end), WEAK) for at, one in named]
        if bare and _is_cell(clauses[0], reading):
            return [fact("goal.occupations", one.words, at, (one.start, one.end), WEAK) for at, one in named]
    return _heading(reading) or _bare_behind([*sentences.values()], reading)


def _heading(reading: Reading) -> list[Fact]:
    """A first line of nothing but kinds of work, as a heading over the lines of a note: UI设计师, and below it 女 27."""
    lines = reading.note.shadow.strip().split("\n")
    if len(lines) < _LINES:
        return []
    words = [(found[0].strip(), found.start()) for found in _BETWEEN.finditer(reading.note.shadow.partition("\n")[0])]
    clauses = [(clause, said, at) for clause in reading.own() for said, at in words if clause.start <= at < clause.end]
    told = bool(words) and len(clauses) == len(words) and not any(clause.key for clause, _, _ in clauses)
    if not told or not all(kind_of_work(said) == said and not _OF_A_RECORD.search(said) for _, said, _ in clauses):
        return []
    return [
        fact("goal.occupations", said, clause, (at - clause.start, at - clause.start + len(said)), WEAK)
        for clause, said, at in clauses
    ]


_LINES: Final = 3  # of a note that has a heading
_OF_A_RECORD: Final = re.compile("星期|周[一二三四五六日]|[记登]录|登记|回访|走访")  # 星期一接待 is no kind of work
_BETWEEN: Final = re.compile(r"[^-•·*\s/、。,.;][^/、。,;]*")


def _bare_behind(sentences: list[list[Clause]], reading: Reading) -> list[Fact]:
    """Sentences of nothing but kinds of work behind all that was done: 烧锅炉三十年,锅炉拆了。看厂房、巡更."""
    done = max((one.end for one in reading.told if one.role == "done"), default=None)
    if done is None:
        return []
    bare = [clauses for clauses in sentences if clauses[0].start > done and all(map(_is_named_alone, clauses))]
    named = [(clause, one) for clauses in bare for clause in clauses for one in mentions(clause.text)]
    taken = {one.start for one in reading.told}
    return [
        fact("goal.occupations", one.words, at, (one.start, one.end), WEAK)
        for at, one in named
        if at.start + one.start not in taken
    ]


def _is_named_alone(clause: Clause) -> bool:
    """Whether a clause has no sign or word beside its kinds of work."""
    rest = clause.text
    for one in reversed(mentions(clause.text)):
        rest = rest[: one.start] + rest[one.end :]
    return not clause.key and rest != clause.text and not rest.strip(" 、/和或及-—·•*:")


def _is_cell(clause: Clause, reading: Reading) -> bool:
    """Whether a list stands in a cell of a roster behind the cell of what was done: 木工30年/看门、扫院子/薛城."""
    text = reading.note.shadow
    line = text[text.rfind("\n", 0, clause.start) + 1 :].partition("\n")[0]
    done = [one for one in reading.told if one.role == "done"]
    within = re.search(r"[;|/\t]\s*$", clause.before) and len(re.findall(r"[;|/\t]", line)) >= _CELLS
    return bool(within and done and all(one.clause.sentence < clause.sentence for one in done))


_CELLS: Final = 4  # signs between cells in a line of a roster


_FIRST_WORDS: Final = 30  # characters at the head of a note, where a list tells what somebody is


def _is_bare(clause: Clause) -> bool:
    named = mentions(clause.text)
    return (
        bool(named)
        and sum(len(one.words) for one in named) + _LIST_SIGNS >= len(clause.text.strip())
        and not clause.key
    )


_LIST_SIGNS: Final = 3  # characters of signs between two kinds of work
