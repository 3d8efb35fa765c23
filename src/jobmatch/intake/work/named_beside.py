"""Whether words for work only tell where a job was done, to which post it led, or of whom it was told by a slip."""

from typing import Final

from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.work.mentions import Mention

_REACH: Final = 10  # characters before a workplace in which the word for being there stands


def is_workplace(clause: Clause, named: tuple[Mention, ...], one: Mention) -> bool:
    """Whether the words only tell where the next kind of work was done: 在食堂当厨师."""
    other = next((other for other in named if other.start >= one.end), None)
    between = clause.text[one.end : other.start] if other else ""
    ahead = clause.text[max(0, one.start - _REACH) : one.start]
    return bool(pattern("role.works_as").fullmatch(between) and pattern("role.works_at").search(ahead))


def is_post_after(clause: Clause, named: tuple[Mention, ...], one: Mention) -> bool:
    """Whether the words name the post to which the job before them led: 服务员干到领班."""
    before = next((other for other in reversed(named) if other.end <= one.start), None)
    return before is not None and bool(pattern("role.led_to").fullmatch(clause.text[before.end : one.start]))


def is_slip(note: Note, clause: Clause, one: Mention) -> bool:
    """Whether a slip of the tongue behind the words takes them back: 保安,不对,是他哥."""
    end = clause.start + one.end
    return bool(pattern("role.slip").match(note.shadow[end : end + 24]))


def is_kind_of_posts(one: Mention, named: tuple[Mention, ...]) -> bool:
    """Whether the words only sum up those before them: 门卫一类公益性岗位."""
    return one.words.startswith("公益") and named[0] is not one
