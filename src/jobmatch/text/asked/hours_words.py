"""What the words of working time say (双休, 夜班, 兼职, 住家): each fact yes, no, or left to choose.

The table is ``lexicons/hours.toml``. All functions read a folded text in lower case.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal, NamedTuple, get_args

from jobmatch.patterns import late
from jobmatch.shipped import table_of
from jobmatch.text.clauses import clause_after, clause_before, is_denied

_CHOSEN: Final = 24  # signs behind a shift with its hours in which a choice is told: 夜班20:00-8:00任选其一
_BY_DAY_BEFORE: Final = late(r"[白早日]班[^,;。\n]{0,16}$")
_BY_DAY: Final = late(r"[白早日]班")
_CLOCK_BEHIND: Final = late(r"[^\d,;。\n]{0,3}\d{1,2} ?[:点]")
_FACTS: Final = ("night", "shift", "evening", "weekend_work", "live_in", "travel", "overtime", "part")
SEVERAL: Final = late(r"可选|任选|自选|二选一|选择|均可|都可|择一|任一|/夜班|夜班/")
_NOW_AND_THEN: Final = late(r"(?:偶尔|偶有|极少|少量|很少|临时|occasional(?:ly)?) ?的?[^,;。\n]{0,2}$")
_TURNING: Final = late(
    r"(?<![不无免非固])(?:一轮|轮换|轮流|轮班|对倒|互倒|翻班|倒班|一[转倒换])|倒一次|月转|swap|rotat|alternat"
)
_AT_WEEKENDS: Final = late(r"(?:假日|周末|六日|周六)[^,;。\n]{0,4}$")  # 国定例假日需轮班 tells when, and no turns
# One must be ready for the shift behind it: 可配合早、晚班, must be available for evenings.
_READY: Final = late(
    r"配合|支援|接受|适应|胜任|服从|愿意?|轮|排|值|需|须|必|[能会要可](?:以|够)?上?$|must|able|willing|available|ready|flexib|includ|required?"
)
_ANY: Final = late(r"(?:兼职|工作)?者?[皆都均](?:可|行)")
_ALL_SHIFTS: Final = late(r"早[中午]?晚|早班晚|轮|待命|待机|随到|call")
_OR_BEFORE: Final = late(r"(?:班|早|中|午|日|白|全职|正职|[)\]】])[、/或 ,&和及]{1,2}(?:者)?$")
_OR_BEHIND: Final = late(r"[、/或 &和及]{1,2}(?:早|中|午|日|白|全|大夜|夜|假日)")
_Says = Literal["yes", "no", "silent", "either"]


class _Lexicon(NamedTuple):
    automaton: Any
    says: list[tuple[tuple[str, _Says], ...]]
    words: list[str]
    rest: frozenset[str]
    days: dict[str, float]


@cache
def _lexicon() -> _Lexicon:
    from ahocorasick_rs import AhoCorasick, MatchKind

    tables = table_of("text/lexicons/hours.toml")
    says: dict[str, list[tuple[str, _Says]]] = {}
    for fact in _FACTS:
        for side in get_args(_Says):
            for word in tables[fact].get(side, ()):
                says.setdefault(word, []).append((fact, side))
    for word in (*tables["rest"]["words"], *tables["days"]):
        says.setdefault(word, [])
    words = list(says)
    automaton = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
    facts = [tuple(says[word]) for word in words]
    return _Lexicon(automaton, facts, words, frozenset(tables["rest"]["words"]), tables["days"])


@dataclass(slots=True)
class Found:
    """What the words said so far; the first plain word on a fact holds, what is left to choose is not said (None)."""

    facts: dict[str, bool | None]
    rest: str | None = None
    days: float | None = None


class _Word(NamedTuple):
    """A word where it stands in a text; whether it is denied there."""

    text: str
    start: int
    end: int
    denied: bool

    def before(self, signs: int) -> str:
        return self.text[max(0, self.start - signs) : self.start]

    def with_its_sides(self, before: int, behind: int) -> str:
        return self.text[max(0, self.start - before) : self.end + behind]


def by_words(text: str) -> Found:
    """What the words of a text say of each fact, of the days off and of the days of a week.

    >>> by_words("白班/夜班两周一轮,双休").facts
    {'night': True, 'shift': True, 'weekend_work': False}

    Day or night at choice is not said:

    >>> by_words("白班夜班任选").facts, by_words("双休,不加班").facts
    ({}, {'weekend_work': False, 'overtime': False})
    """
    lexicon, found = _lexicon(), Found({})
    for index, start, end in lexicon.automaton.find_matches_as_indexes(text):
        word = lexicon.words[index]
        there = _Word(text, start, end, bool(lexicon.says[index]) and is_denied(text, start))
        for fact, side in lexicon.says[index]:
            _note(found.facts, fact, side, there)
        if word in lexicon.rest and found.rest is None:
            found.rest = word
        if word in lexicon.days and found.days is None:
            found.days = float(lexicon.days[word])
    return found


def _note(facts: dict[str, bool | None], fact: str, side: _Says, word: _Word) -> None:
    """Take down what a word says of one fact."""
    yes = side == "yes" and not word.denied
    if side == "either":
        facts[fact] = None
    if fact == "shift" and side == "yes" and word.text[word.start] == "轮" and _AT_WEEKENDS.search(word.before(8)):
        if yes:
            facts.setdefault("weekend_work", True)
    elif _says_nothing(fact, yes, word):
        return
    elif fact == "night" and not word.denied:
        _note_night(facts, side, word)
    elif side == "yes" or (side == "no" and not word.denied):
        facts.setdefault(fact, yes)


def _note_night(facts: dict[str, bool | None], side: _Says, word: _Word) -> None:
    if side != "no" and _TURNING.search(word.text[word.end : word.end + 14]):
        facts["night"] = facts["shift"] = True  # 白班/夜班两周一轮: not at choice
    elif side not in ("yes", "no"):
        return
    elif SEVERAL.search(word.with_its_sides(8, _CHOSEN if _CLOCK_BEHIND.match(word.text, word.end) else 8)):
        if facts.get("night") is False and _BY_DAY_BEFORE.search(word.before(18)):
            del facts["night"]  # day or night at choice: not said
    elif side == "no":
        facts.setdefault("night", False)
    else:
        facts["night"] = True  # 白班 beside 夜班 is a shift pattern with nights
        if facts.get("shift") is None and _BY_DAY.search(word.with_its_sides(12, 12)):
            facts["shift"] = True


def _says_nothing(fact: str, told: bool, word: _Word) -> bool:
    """Whether a late shift is only one of several, or a journey one of now and then."""
    if fact == "evening" and told:
        return _at_choice(word)
    return fact == "travel" and bool(_NOW_AND_THEN.search(word.before(6)))


def _at_choice(word: _Word) -> bool:
    """Whether a late shift is one of several (早班/晚班) and nothing says that one must be ready for it."""
    before, behind = clause_before(word.text, word.start, 12), clause_after(word.text, word.end, 10)
    if SEVERAL.search(before) or SEVERAL.search(behind) or _ANY.match(behind):
        return True
    itself = word.with_its_sides(0, 0)
    if _READY.search(before) or _ALL_SHIFTS.search(itself):
        return False
    return "、" in itself or bool(_OR_BEFORE.search(before) or _OR_BEHIND.match(behind))
