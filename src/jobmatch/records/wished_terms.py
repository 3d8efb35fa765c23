"""What a wish says beside the work, word by word: when and how much (晚上, 半天), how it should be (轻松, 离家近)."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from jobmatch.patterns import late
from jobmatch.records.coerce import texts
from jobmatch.records.signs import plain
from jobmatch.shipped import table_of

_SIGNS: Final = frozenset(" \t\n,，、。.;；!！/()（）")


class KnownWords:
    """The words of a table, of which the longest at a place counts."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._longest = max(map(len, self._words))

    def begin(self, said: str) -> tuple[list[str], int]:
        """The words with which a text begins, and where they and the signs among them end.

        >>> KnownWords(["离家", "离家近", "的", "near"]).begin("离家近的、保洁")
        (['离家近', '的'], 5)

        An English word must end where it ends:

        >>> KnownWords(["near"]).begin("nearly"), KnownWords(["near"]).begin("near 保洁")
        (([], 0), (['near'], 5))
        """
        found, at = [], 0
        while at < len(said):
            word = self._word_at(said, at)
            if not word and said[at] not in _SIGNS:
                break
            found += [word] if word else []
            at += len(word) or 1
        return found, at

    def _word_at(self, said: str, at: int) -> str:
        for end in range(min(at + self._longest, len(said)), at, -1):
            word, behind = said[at:end], said[end : end + 1]
            if word in self._words and not (word.isascii() and behind.isascii() and behind.isalpha()):
                return word
        return ""


_CLAUSES: Final = late(r"\s*[,，;；。]\s*")
_OF: Final = late(r"的|\s+")  # between the terms and the work: 晚上的家教
_GOING: Final = late("[去到在]")  # begins the work behind the terms of a wish: 下课后去餐厅端盘子


class Terms(NamedTuple):
    """What wishes tell of the terms: fields of the conditions with their values."""

    slots: tuple[dict[str, str], ...] = ()
    hours: str | None = None
    night: bool | None = None

    def conditions(self) -> dict[str, Any]:
        """The fields of a client's conditions that are told."""
        told = {"available_hours": list(self.slots) or None, "hours": self.hours, "night_shift_ok": self.night}
        return {name: value for name, value in told.items() if value is not None}


class _Words(NamedTuple):
    terms: Mapping[str, Terms]
    known: KnownWords  # these, and what stands around them


@cache
def _words() -> _Words:
    table = table_of("records/wished_terms.toml")
    terms: dict[str, Terms] = {}
    for row in table["slots"].values():
        slot = {side: row[side] for side in ("days", "from", "to") if side in row}
        terms |= dict.fromkeys(row["words"], Terms(slots=(slot,)))
    terms |= {word: Terms(hours=hours) for hours, words in table["hours"].items() for word in words}
    terms |= {word: Terms(night=side == "yes") for side, words in table["night"].items() for word in words}
    return _Words(terms, KnownWords({*terms}.union(*table["around"].values())))


def terms_of(value: Any) -> tuple[tuple[str, ...], Terms]:
    """The wishes that are left when the terms are taken out, and the terms.

    >>> terms_of("晚上的工作")
    ((), Terms(slots=({'from': '17:00', 'to': '24:00'},), hours=None, night=None))
    >>> terms_of(["粗工，週末兼職", "會計"])
    (('粗工', '會計'), Terms(slots=({'days': 'weekend'},), hours='part', night=None))

    Before work they are taken off; a name of work that only begins with such a word stays whole.

    >>> terms_of("晚上的家教")[0], terms_of("早餐店")[0], terms_of("夜班保安")[0], terms_of("下课后去餐厅端盘子")[0]
    (('家教',), ('早餐店',), ('夜班保安',), ('去餐厅端盘子',))
    """
    rest: list[str] = []
    found: list[Terms] = []
    for item in texts(value) or ():
        kept, told = _apart(item, first=not rest)
        rest += [kept] if kept else []
        found += told
    return tuple(rest), _together(found)


def _apart(item: str, first: bool) -> tuple[str, list[Terms]]:
    """One wish without its terms, and these; a wish that tells none stays as it is."""
    kept: list[str] = []
    found: list[Terms] = []
    for clause in _CLAUSES.split(item):
        work, told = _of_clause(clause, first=first and not kept)
        kept += [work] if work else []
        found += told
    return ("，".join(kept) if found else item), found


def _of_clause(clause: str, first: bool) -> tuple[str, list[Terms]]:
    """The work that a clause names, and its terms: all of it is terms, or they stand before 的 and the work.

    Where the work begins with a verb, the clause is to be the ``first`` that names any: 洗菜，中午去打菜 are duties.
    """
    said = simplified(plain(clause)).lower()
    told, end = _read(said)
    if end == len(said):
        return ("" if told else clause), told
    ahead = end if told and first and _GOING.match(said, end) else _whole_before(said, end)
    return (clause[ahead:].strip(), _read(said[:ahead])[0]) if ahead and len(said) == len(clause) else (clause, [])


def _whole_before(said: str, end: int) -> int:
    """Where the work begins behind terms and a 的; 0 where it does not."""
    ends = [of.end() for of in _OF.finditer(said, 0, end) if of.end() > 1]
    ahead = max(ends, default=0)
    return ahead if ahead and _read(said[:ahead])[0] and len(said) - ahead > 1 else 0


def _read(said: str) -> tuple[list[Terms], int]:
    """The terms at the head of a text, and where what they and the words around them are ends."""
    words, end = _words().known.begin(said)
    return [_words().terms[word] for word in words if word in _words().terms], end


def _together(found: Iterable[Terms]) -> Terms:
    """Several terms as one: days and hours that are told beside each other are one slot, of others each will do."""
    terms = tuple(found)
    return Terms(tuple(_slots(terms)), _only(one.hours for one in terms), _only(one.night for one in terms))


def _slots(terms: Iterable[Terms]) -> Iterator[dict[str, str]]:
    told = [slot for one in terms for slot in one.slots]
    days = list(dict.fromkeys(slot["days"] for slot in told if "days" in slot))
    clocks = [slot for at, slot in enumerate(told) if "from" in slot and slot not in told[:at]]
    only = {"days": days[0]} if len(days) == 1 else {}
    if clocks:
        yield from (only | slot for slot in clocks)
    elif only:
        yield only


def _only(values: Iterable[Any]) -> Any:
    """What all that is told of something agrees on; None where it does not."""
    told = {value for value in values if value is not None}
    return told.pop() if len(told) == 1 else None


def tells_only_how(wish: str) -> bool:
    """Whether a wish tells how the job should be and names no work; ``wish`` is in plain signs.

    >>> tells_only_how("轻松一点的"), tells_only_how("離家近、薪水高的"), tells_only_how("a stable job near home")
    (True, True, True)

    What names work as well is no such wish, and what says nothing of how it should be is left to others:

    >>> tells_only_how("轻松一点的保洁"), tells_only_how("工作"), tells_only_how("light vehicle mechanic")
    (False, False, False)
    """
    words = _qualities()
    said = wish.lower().translate(words.script)
    found, end = words.known.begin(said)
    return end == len(said) and not words.qualities.isdisjoint(found)


def simplified(text: str) -> str:
    """A text with the Traditional characters that such wishes hold as Simplified ones.

    >>> simplified("週末兼職")
    '周末兼职'
    """
    return text.translate(_qualities().script)


class _Qualities(NamedTuple):
    qualities: frozenset[str]
    known: KnownWords  # these, and what stands around them
    script: dict[int, int]  # Traditional characters to Simplified ones


@cache
def _qualities() -> _Qualities:
    table = table_of("records/qualities.toml")
    qualities = frozenset(word for several in table["words"].values() for word in several)
    script = str.maketrans(table["script"]["traditional"], table["script"]["simplified"])
    return _Qualities(qualities, KnownWords(qualities.union(*table["around"].values())), script)
