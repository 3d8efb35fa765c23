"""Clauses that only list kinds of work, and what the words behind a list say of all of it."""

import itertools
from typing import Final

from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.work.mentions import Mention, mentions

_LIST_LIKE: Final = 4  # characters besides the kinds of work and the signs between them that a list may have


def is_choice(clause: Clause) -> bool:
    """Whether a clause is nothing but kinds of work of which one is chosen: 超市收银或理货; receptionist or admin."""
    named = mentions(clause.text)
    if len(named) < _SEVERAL or clause.text[named[-2].end : named[-1].start].strip() not in _OR:
        return False
    between = [clause.text[one.end : other.start].strip() for one, other in itertools.pairwise(named)]
    rest = len(clause.text.strip()) - sum(one.end - one.start for one in named) - sum(map(len, between))
    return rest <= _LIST_LIKE and not clause.past and not clause.key


_SEVERAL: Final = 2  # kinds of work of which one is chosen


_OR: Final = ("或", "或者", "或是", "or")


def all_welcome(note: Note, clause: Clause, named: tuple[Mention, ...]) -> bool:
    """Whether a list of kinds of work is followed by words that take all of it: 保安或者门卫,都成."""
    follows = pattern("role.all_welcome").match(note.shadow, clause.end)
    return bool(named and follows and list_like(clause, named))


def parts_a_list(between: str) -> bool:
    """Whether words between two kinds of work are more than the signs and small words of a list."""
    return bool(pattern("enumerated.signs").sub("", between))


def list_like(clause: Clause, named: tuple[Mention, ...]) -> bool:
    """Whether the clause is nothing but kinds of work and the signs between them."""
    rest = clause.text
    for one in reversed(named):
        rest = rest[: one.start] + rest[one.end :]
    return len(pattern("enumerated.signs").sub("", rest)) <= _LIST_LIKE or bool(
        named and pattern("enumerated.english_list").fullmatch(clause.text)
    )
