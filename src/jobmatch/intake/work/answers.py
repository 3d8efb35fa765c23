"""What the client makes of work that was advised, asked about or offered, by the words behind it."""

import re
from typing import Final

from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.work.mentions import Mention, mentions

_LEARNS: Final = re.compile("(?:想|要|在|去)学|报名|报考|培训")


_EXCEPT: Final = re.compile("除(?:了|开|去)?(?:做|干|当)?$")


def is_declined(note: Note, clause: Clause, one: Mention, known: str | None) -> bool:
    """Whether the client will not have what was advised, or what is vacant and somebody would have them do."""
    if _EXCEPT.search(clause.text[: one.start]):
        return True
    if known == "advised" and not _LEARNS.search(clause.text[: one.start]):
        return is_turned_down(note, clause, one)
    end = clause.start + one.end
    return known is None and bool(pattern("role.vacancy_declined").match(note.shadow[end : end + 60]))


def is_taken_up(note: Note, clause: Clause, one: Mention) -> bool:
    """Whether the client agrees to what was advised: 推荐保洁,她同意."""
    end = clause.start + one.end
    learning = _LEARNS.search(clause.text[: one.start])
    return not learning and bool(pattern("role.taken_up").match(note.shadow[end : end + 24]))


def is_turned_down(note: Note, clause: Clause, one: Mention) -> bool:
    """Whether the words behind turn it down: 婆婆劝她去做保洁,她不乐意."""
    end = clause.start + one.end
    return bool(pattern("role.turned_down").match(note.shadow[end : end + 60]))


def refused_by_rest(note: Note, clause: Clause) -> bool:
    """Whether the words behind a clause refuse that was cut off without a sign: 长途司机|不愿意再当了."""
    tail = _TO_SIGN.match(note.shadow, clause.end)
    whole = tail and len(tail[0]) <= _SHORT_TAIL and not mentions(tail[0])
    return bool(tail and whole and pattern("role.refused_behind").match(tail[0]))


def refused_by_answer(note: Note, clause: Clause, one: Mention) -> bool:
    """Whether the answer behind a question about it refuses: 送外卖?不干."""
    return bool(pattern("role.refused_answer").match(note.shadow[clause.start + one.end :][:_ANSWER]))


_ANSWER: Final = 24  # characters behind the words in which the answer stands


_TO_SIGN: Final = re.compile(r"[^\s,。;!?、]+")


_SHORT_TAIL: Final = 8  # characters of a refusal that names no work of its own
