"""Work that is told to be done, wanted or refused: by the rules where the tagger does not doubt them, or by it alone."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from jobmatch import settings
from jobmatch.intake.clauses.note import Note
from jobmatch.intake.fact import LIKELY
from jobmatch.intake.model.tagger import Stretch, Tags
from jobmatch.intake.work.mentions import Mention
from jobmatch.intake.work.roles import Role, Told, told
from jobmatch.intake.work.verbs import AGAIN_WITHIN, is_said_again

ROLES: Final[tuple[Role, ...]] = ("done", "wanted", "refused")
_AROUND: Final = " ,.:;、/|()[]<>\"'“”「」『』·-—=\n\t的了"


def number_for(name: str, head: str) -> float:
    """A number of the settings for a head, or for the field of which it tells a value, else that for all."""
    table = settings.load().table(f"intake.tagger.{name}")
    return table.get(head.partition("=")[0].rpartition(".")[2], table["any"])


def work_told(note: Note, tags: Tags) -> tuple[Told, ...]:
    """Every kind of work that is told to be done, wanted or refused, by the rules or by the tagger."""
    kept = [
        one for one in told(note) if _is_plain(one, note) or not is_unlikely(tags, note, one.role, one.start, one.end)
    ]
    kept = [_whole(one, kept, tags) for one in kept]
    taken = bytearray(len(note.shadow))
    for one in kept:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    new = [
        one
        for role in ROLES
        for one in _likely(note, tags, role, "alone" if any(one.role == role for one in kept) else "first")
        if not any(taken[one.start : one.end])
    ]
    return tuple(sorted((*kept, *new), key=lambda one: one.start))


def _whole(one: Told, told: Sequence[Told], tags: Tags) -> Told:
    """A wish with all the words that the tagger surely sees around it: 给单位开班车, of which the rules find 开班车."""
    for wide in tags.stretches(one.role) if one.role in ("wanted", "done") else ():
        alone = sum(wide.start < other.end and other.start < wide.end for other in told) == 1
        if (
            alone
            and wide.likelihood >= number_for("whole", one.role)
            and wide.start <= one.start
            and one.end <= wide.end
        ):
            start, end = trimmed(wide, one.clause.text, one.clause.start) or (one.at.start, one.at.end)
            start, words = _within(one.clause.text, start, end)
            if one.at.words in words and not words.isascii() and not _LIST.search(words):
                return replace(one, at=replace(one.at, words=words, start=start, end=start + len(words)))
    return one


def _within(text: str, start: int, end: int) -> tuple[int, str]:
    """Where a kind of work begins, and its words, without halves of other words and what only leads to it or ends it."""
    half = _HALF_AHEAD.match(text, start - 1) if start else None
    start = half.end() if half else start
    end -= next((length for length in (2, 1) if _HALF_WORK.match(text, end - length)), 0)
    words = _NO_WORK.sub("", text[start:end])
    start = end - len(words)
    words = _NO_END.sub("", words)
    return start, words[:-1] if words[1:] and words[-1] in words[:-1] and text.startswith("了", end) else words


_LIST: Final = re.compile(r"[,、;/]|或|\d|[年月天]")  # of several kinds of work, or with how long it was done
_HALF_AHEAD: Final = re.compile("公司|机构|工程队|[已曾]经|[家店厂铺]里|学期|[一-龥][厂店院](?!长|里|区|内)")
_HALF_WORK: Final = re.compile("员?工作")
_NO_WORK: Final = re.compile("^(?:所以|[做当干去进找想到在]|往(?!来))+(?=..)")  # before what is wished or was done
_NO_END: Final = re.compile("(?:[啊呀吧嘛都整业那]|(?<=工地)上|过?半|还接?|的活儿?|的工作|行业发| or| and)+$")


def _is_plain(one: Told, note: Note) -> bool:
    """Whether the form of the sentence tells so plainly what the work is to the client that nothing is to be doubted.

    The tagger knows little English.
    """
    if one.role == "done":
        behind = note.shadow[one.end : one.end + AGAIN_WITHIN]
        return is_said_again(one.at.words, behind) or begins_note(note, one.start, one.end)
    return one.role not in ROLES or one.at.words.isascii()


def begins_note(note: Note, start: int, end: int) -> bool:
    """Whether a note begins with some words and a sign, as it does with what somebody is: 焊工,初中毕业."""
    return start == 0 and note.shadow[end : end + 1] in (",", "。", ";", "|")


def _likely(note: Note, tags: Tags, role: Role, least: str) -> Iterator[Told]:
    """The kinds of work of a role that the tagger holds likely enough."""
    starts = [clause.start for clause in note.clauses]
    for one in tags.stretches(role):
        clause = note.clauses[max(0, bisect_right(starts, one.start) - 1)] if starts else None
        if (
            clause
            and clause.start <= one.start < clause.end
            and not clause.apart
            and one.likelihood >= number_for(least, role)
            and (place := trimmed(one, clause.text, clause.start))
        ):
            start, words = _within(clause.text, *place)
            at = Mention(words, start, start + len(words))
            yield Told(replace(clause, others=False, sure=1.0), at, role, number_for("sure", role) / LIKELY)


def trimmed(one: Stretch, text: str, begin: int) -> tuple[int, int] | None:
    """Where the words of a stretch stand in a text, without the signs around them; None where hardly any are left."""
    start, end = one.start - begin, min(one.end - begin, len(text))
    while start < end and text[start] in _AROUND:
        start += 1
    while start < end and text[end - 1] in _AROUND:
        end -= 1
    while start and _LATIN.match(text, start - 1):  # no half of an English word
        start -= 1
    while end < len(text) and _LATIN.match(text, end - 1):
        end += 1
    start += text.startswith("在", start) and end - start > _SHORTEST + 1  # 在幼儿园 is where
    start += bool(_COUNTED.match(text, start))
    end -= bool(_HALF.match(text, end - 1))
    return (start, end) if end - start >= _SHORTEST else None


_LATIN: Final = re.compile("[a-z][a-z]")
_COUNTED: Final = re.compile("(?<=[学一])门")  # 学门技术 is no work at a door
_HALF: Final = re.compile("地方|方[向面]")  # a word of which nothing is work: 那种地方
_SHORTEST: Final = 2  # characters of words that say something
_TELLING: Final = 25  # characters of a note, below which the rules are not doubted; of English, thrice as many


def is_unlikely(tags: Tags, note: Note, head: str, start: int, end: int) -> bool:
    """Whether the tagger holds it very unlikely that something in ``start:end`` tells what a head stands for."""
    telling = _TELLING * (3 if note.shadow.isascii() else 1)
    return len(note.shadow) >= telling and tags.likelihood(head, start, end) < number_for("unlikely", head)
