"""``Note``: a note cut into clauses, each with whose fact it tells, and when and how surely it holds.

The note is read in its shadow, a folded text of the same length, so that every place found is a place in the note.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from jobmatch.intake.clauses.dialect import plain
from jobmatch.intake.clauses.keys import Key, keyed, keys
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.clauses.subject import Subject, is_object
from jobmatch.text.phrases import shadow

LONGEST_READ: Final = 8_000  # characters; a note of a person has a few hundred, and a hostile one must end
_CIRCLED: Final = dict.fromkeys(range(ord("①"), ord("⑳") + 1), "•")  # numbers of a list, and no part of what is behind
_ARROWS: Final = dict.fromkeys(map(ord, "→➡⇒"), ",")  # from one job to the next
_STARS: Final = re.compile(r"(?m)(?:^|(?<=[ \u3000]))\*(?=[^\s*])")  # *求:后端 *拒驻场: signs of a list in one line
_LISTED: Final = ("wanted", "refused", "done")  # lists that go on behind a sign
_LONGEST_LEAD: Final = 4  # signs and digits of a list before a key: (3) 意向:
_LONGEST_ITEM: Final = 18  # characters of a clause that goes on with the list before it
_UNKNOWN_KEY: Final = re.compile(r"[^:\n]{1,8}:")
_CELLS: Final = 4  # strokes in a line of a roster, where each parts two cells
_STROKE: Final = re.compile(r"(?<!\d)/|/(?!\d)")  # 10/26 is a day
_LONG: Final = 48  # characters without a sign, as nobody writes but who dictates: cut at more words
_LONGEST_CLAUSE: Final = 400
_MOST_CLAUSES: Final = 1_500  # as many characters are read of eight each; what has more is hostile, and must end
_SENTENCE_END: Final = "。;!?\n\t"
_CELL_END: Final = _SENTENCE_END + "|"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the note between two signs."""

    start: int
    end: int
    text: str  # of the shadow
    before: str  # the last of the note in front of it
    sentence: int
    others: bool  # tells of somebody else than the client
    sure: float  # 1 where the words are plain, less where they are hearsay, a condition or a correction's first part
    past: bool
    earlier: bool  # what was wanted at an earlier talk, of which a later one says something else
    key: str = ""  # the field of the key before its words, as in 意向: or in a list that one begins
    value: int = 0  # where the words behind the key begin
    apart: bool = False  # behind a grown child who was named with an age or schooling: 儿子25,大专

    def has(self, name: str) -> bool:
        """Whether a pattern of the tables is found in it."""
        return bool(pattern(name).search(self.text))

    def finds(self, name: str) -> Iterator[re.Match[str]]:
        """Every find of a pattern of the tables."""
        return pattern(name).finditer(self.text)

    def denies(self, start: int, end: int) -> bool:
        """Whether what stands at ``start:end`` of the clause is denied by the words around it."""
        return bool(
            pattern("denial.before").search(self.text[max(0, start - 14) : start])
            or pattern("denial.after").match(self.text[end : end + 16])
        )


@dataclass(frozen=True, eq=False)
class Note:
    """A note as written."""

    raw: str

    @cached_property
    def shadow(self) -> str:
        """The folded text of the same length."""
        text = keyed(_STARS.sub("•", plain(shadow(self.raw[:LONGEST_READ].translate(_CIRCLED)))))
        lines = text.translate(_ARROWS).split("\n")  # behind keys they are signs of those
        return "\n".join(_STROKE.sub(";", line) if len(_STROKE.findall(line)) >= _CELLS else line for line in lines)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses in their order."""
        return tuple(islice(self._read(), _MOST_CLAUSES))

    @cached_property
    def subject(self) -> Subject:
        """Who the client is, by which others are told apart."""
        return Subject.of(self.shadow)

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The keys of its ``key:value`` lines."""
        return keys(self.shadow)

    def _pieces(self) -> Iterator[tuple[int, int, bool]]:
        """Where each piece begins and ends, and whether a sentence begins with it: blanks end one as well."""
        text, last, fresh = self.shadow, 0, True
        values = {one.value for one in self.keys if one.start < one.value}
        for sign in pattern("note.cut").finditer(text):
            if sign.end() in values and not sign[0].strip():
                continue
            yield from self._shorter(last, sign.start(), fresh)
            fresh = (fresh and not text[last : sign.start()].strip()) or any(c in _CELL_END for c in sign[0])
            fresh = fresh or sign[0][0] in ". \u3000"
            last = sign.end()
        yield from self._shorter(last, len(text), fresh)

    def _read(self) -> Iterator[Clause]:
        sentence, others, last, key, quoted, apart = 0, False, None, "", False, False
        led = False  # whether a grown child begins the sentence, so that its wishes are theirs
        named = pattern("turns.client_named").search(self.shadow)
        first = max(self.shadow.rfind(sign, 0, named.start()) for sign in _SENTENCE_END) if named else -1
        for start, end, fresh in self._pieces():
            text = self.shadow[start:end]
            if not text.strip():
                continue
            if fresh:
                sentence, others, quoted = sentence + 1, False, False
                apart, led = False, self.subject.names_grown(text)
            others = start < first or self.subject.tells_of_others(
                text, others and start - 1 != first, last, quoted or led
            )
            apart = others and (apart or self.subject.names_grown(text))
            led = led and others
            quoted = others and (quoted or bool(pattern("people.speaks_for").search(text)))
            if named and start <= named.start() < end:
                others = False
            person = self.subject.someone(text)
            last = person[0] if person else last
            key, value = self._key_of(start, end, key)
            of_others = others and not (key == "left" and value)  # 离职原因:女儿要中考 is the client's
            yield Clause(
                start, end, text, self.shadow[max(0, start - 60) : start], sentence, of_others,
                sure=_sureness(text), past=bool(pattern("turns.past").search(text)),
                earlier=self._is_superseded(start, end),
                key=key if value or end - start <= _LONGEST_ITEM else "", value=value, apart=apart,
            )  # fmt: skip

    def _key_of(self, start: int, end: int, last: str) -> tuple[str, int]:
        """The field that a clause fills by its key, or by the key of the list that goes on in it."""
        own = next((one for one in self.keys if start <= one.start < end), None)
        if own and len(self.shadow[start : own.start].strip()) > _LONGEST_LEAD:
            own = None
        if own:
            return own.field, own.value - start
        between = self.shadow[max(0, start - 2) : start]
        goes_on = last in _LISTED and not set(between) & set("。!?\n\t|")
        return (last, 0) if goes_on and _UNKNOWN_KEY.match(self.shadow, start) is None else ("", 0)

    @cached_property
    def _retold(self) -> bool:
        """Whether the note tells of two talks."""
        return bool(pattern("turns.later").search(self.shadow))

    def _is_superseded(self, start: int, end: int) -> bool:
        """Whether the sentence tells of an earlier talk up to here."""
        if not self._retold:
            return False
        begin = max(self.shadow.rfind(sign, 0, start) for sign in "。;\n")
        said = [found.start() for found in pattern("turns.earlier").finditer(self.shadow, begin + 1, end)]
        newer = [found.start() for found in pattern("turns.later").finditer(self.shadow, begin + 1, end)]
        talks = _TALK.findall(self.shadow)
        of = _TALK.findall(self.shadow, begin + 1, end)
        if of and len(talks) > 1 and of[-1] != max(talks, key=_ORDER.index):
            return True
        return bool(said) and (not newer or newer[-1] < said[-1])

    def _shorter(self, start: int, end: int, fresh: bool) -> Iterator[tuple[int, int, bool]]:
        """A piece, cut before words at which a message without signs turns, and where it grows too long."""
        text, stops = self.shadow, [start]
        if end - start > 8:
            turns = [turn.start() for turn in pattern("turns.cut_before").finditer(text, start, end)]
            if end - start > _LONG:
                turns += [turn.start() for turn in pattern("turns.cut_long").finditer(text, start, end)]
                turns.sort()
            stops += [turn for turn in turns if turn - stops[-1] >= 4]
            stops = self._with_people(stops, end)
        stops += range(stops[-1] + _LONGEST_CLAUSE, end, _LONGEST_CLAUSE)
        for at, stop in enumerate(stops):
            turned = (
                at > 0
                and not _GOES_ON.match(text, stop)
                and next(iter(self.subject.persons(text, stop, stop + 4)), None) is None
            )
            yield stop, stops[at + 1] if at + 1 < len(stops) else end, (fresh and at == 0) or turned

    def _with_people(self, stops: list[int], end: int) -> list[int]:
        """Cut also where somebody else begins to act in the middle of a piece, and where the client does again."""
        text, found = self.shadow, set(stops)
        of_key = {one.value for one in self.keys if one.field == "left"}
        for at, stop in enumerate(stops):
            last = stops[at + 1] if at + 1 < len(stops) else end
            for person in self.subject.persons(text, stop + 4, last):
                if person.start() in of_key:
                    continue
                if not is_object(text[max(stop, person.start() - 24) : person.start()]):
                    found.add(person.start())
        return sorted(found)


# A turn behind which the same person may still be spoken of.
_GOES_ON: Final = re.compile("要求|因为|后来|然后|还有|曾|and (?!she|he |her|his)")


_ORDER: Final = "一1二2三3四4五5"
_TALK: Final = re.compile(f"第([{_ORDER}])(?:次|回|谈|访)")  # which talk: the last one counts


def _sureness(text: str) -> float:
    if pattern("turns.condition").search(text):
        return 0.5
    return 0.5 if pattern("turns.hearsay").search(text) else 1.0
