"""A text as the rules read it: one script, disguised words as what they mean, and the way back to what is written."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import accumulate
from typing import Final, Self

from ahocorasick_rs import AhoCorasick, MatchKind

from jobmatch.patterns import led
from jobmatch.screening.heard import Edit, bopomofo_edits, heard_edits, is_latin, pairs_of_rules, syllable_edits, ways
from jobmatch.screening.heard import spellings_table as _table
from jobmatch.spoken import chinese_number
from jobmatch.text.phrases import shadow
from jobmatch.text.translation import Translation

_BLANK: Final = r" \t\u00a0\u3000\u200b-\u200f\u2060\ufeff\ufe0f*·•_~^"
_QUOTES: Final = r"\"“”'‘’「」『』"
_GAP: Final = led(
    rf"[{_BLANK}({_QUOTES}\u20e3]",
    r"(?<=[0-9])\ufe0f?\u20e3\ufe0f?|"  # keycaps
    rf"(?P<parts>(?<=[一-鿿0-9a-z][一-鿿])[ \t\u3000]{{1,8}}(?=(?!以|岁|周岁|元|左右|优先|者)[一-鿿][一-鿿0-9])"
    r"|(?<=[一-鿿]{2}) (?=[男女] [一-鿿0-9]{2})|(?<=[一-鿿]{2} [男女]) (?=(?!优先|士|性)[一-鿿0-9]{2}))"  # 出纳 女 已育
    rf"|(?<![a-z0-9{_BLANK}])[{_BLANK}]{{1,8}}|[{_BLANK}]{{1,8}}(?![a-z0-9{_BLANK}])"
    r"|(?<=[0-9])[ \u3000]{1,3}(?=[0-9](?:周?岁|元|后))|(?<=[一-鿿])\([a-z]{1,6}\)(?=[一-鿿])"
    rf"|[{_QUOTES}]",
)
_BETWEEN: Final = led(  # 女.性.优.先; 1 8 0 元; 押-金
    r"[\W丨丶_](?:(?<=[一-鿿0-9].)(?<![\s,。;!?])(?=[^\w\s]{0,2}[一-鿿0-9])|(?<=[(\[【<{《])(?=[一-鿿][)\]】>}》])"
    r"|(?<=[0-9] )(?=[ 0-9]))",
    r"[一-鿿0-9](?P<sign>[^\w\s,。;!?]|[丨丶、_])(?:[一-鿿0-9](?P=sign)){2,30}(?=[一-鿿0-9])"
    r"|(?P<frames>(?:[(\[【<{《][一-鿿][)\]】>}》]){2,12})"
    r"|(?P<framed>[一-鿿]?[(\[【<{《][一-鿿][)\]】>}》](?:[一-鿿])?)"
    r"|[0-9](?<![0-9].)(?: {1,3}[0-9]){1,12}(?![0-9])|[一-鿿](?P<one>[^\w\s,。;!?:()一-鿿]{1,3}|[丨丶])(?=[一-鿿])",
    before=1,
)
_LETTERS: Final = re.compile("[a-z]{2,24}")
_SPACED: Final = re.compile(r"(?<![a-z])(?:[a-z]{2,6}(?:[ ._*-][a-z]{1,6}){1,15}|[a-z](?:[ ._*-][a-z]){2,15})(?![a-z])")
_TWO_SYLLABLES: Final = re.compile("[a-z][ ._*-][a-z]")
_APART: Final = re.compile("[ ._*-]")
_SIGN_INSIDE: Final = re.compile("[@013$](?<=[a-z].)(?=[a-z])")
_LIKE_LETTERS: Final = re.compile(r"(?<![a-z0-9])[a-z]{0,8}(?<=[a-z])[@013$](?=[a-z])[a-z@013$]{1,8}(?![a-z0-9])")
_NUMBERS: Final = led(  # 三十五, 叁拾伍, 卅五, 九五后, 0零后
    "[一二两三四五六七八九十壹贰叁肆伍陆柒捌玖廿卅卌1-6零0789](?=[十拾零一二三四五六七八九0-9岁周以内至到~-])",
    r"(?<![一二两三四五六七八九百千万亿数第初])(?:[一二两三四五六七八九]十[一二三四五六七八九]?|十[一二三四五六七八九])"
    r"(?![一二三四五六七八九十几足分百千万年])"
    r"|[壹贰叁肆伍陆柒捌玖]拾[壹贰叁肆伍陆柒捌玖]?|[廿卅卌][一二三四五六七八九]?(?=岁|周|以|内|[-~至到])"
    r"|(?<![0-9一二三四五六七八九十])(?:[1-6][零一二三四五六七八九]|[二三四五六][0-9])(?=周?岁|以|封顶)"  # 4五岁
    r"|(?<![0-9])[零0九9八8七7六6][零0五5](?<![0-9]{2})(?=[后前])",
)
_NUMERALS: Final = str.maketrans("壹贰叁肆伍陆柒捌玖拾0123456789", "一二三四五六七八九十零一二三四五六七八九") | {
    ord(sign): tens for sign, tens in (("廿", "二十"), ("卅", "三十"), ("卌", "四十"))
}
_LIKE_DIGITS: Final = re.compile(  # 3O岁, l8岁, 22-35s, 45周碎
    r"o(?<=[0-9]o)(?=[0-9后+-]| ?周?岁|以|$)|[l|i](?<![a-z0-9].)(?=[0-9](?:周?岁|[-~至到]))"
    r"|w(?<=[0-9一二两三四五六七八九十几个好]w)(?![a-z0-9])"  # 月薪6w, 好几个w
    r"|[周碎睡税隋遂随穗s](?<=[1-6][0-9].)(?:(?<=周)[碎睡税隋遂随穗])?(?![a-z岁])"
)
_MEANT: Final = {"o": "0", "l": "1", "i": "1", "|": "1", "w": "万"}
_ADD: Final = "加微信"
_NAME: Final = re.compile(r"[a-z]{0,8}[0-9_-]{3}")  # what may follow it without a blank: +vABC123
_PARTING: Final = frozenset("/+、-|&,~<>()[]【】《》{}")  # signs between the items of a list
_SHORT: Final = 4  # letters: shorter pinyin is also a word of another language


Finder = Callable[[str], Iterator[Edit]]


class Plain:
    """The text that the rules read, and the way back from a place in it.

    >>> plain = Plain("要求：囡，３５周 碎 以 下")
    >>> plain.text, plain.span(3, 4), plain.span(5, 10)
    ('要求:女,35岁以下', (3, 4), (5, 14))
    """

    def __init__(self, written: str) -> None:
        self.text = _as_read()(written)
        self._steps: list[tuple[list[int], list[Edit]]] = []
        self._put(bopomofo_edits)
        self._put(letter_edits)
        self._put(_gaps)
        if any((self._put(syllable_edits), self._put(pinyin_edits))):
            self._put(_gaps)
        self._put(_between)
        if self._put(_respelled):  # 亻言 is 信, and 微信 is a word
            self._put(_respelled)
        self._put(heard_edits)
        self._put(_digits)
        self._put(_like_digits)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text as written the words stand that are read at ``start:end``."""
        first, last = start, end - 1
        for starts, edits in reversed(self._steps):
            first, _ = _back(starts, edits, first)
            _, last = _back(starts, edits, last)
            last -= 1
        return first, last + 1

    def _put(self, finder: Finder) -> bool:
        edits = list(finder(self.text))
        if edits:
            starts, pieces, last, gained = [], [], 0, 0
            for start, end, words in edits:
                starts.append(start + gained)
                gained += len(words) - end + start
                pieces += [self.text[last:start], words]
                last = end
            self._steps.append((starts, edits))
            self.text = "".join([*pieces, self.text[last:]])
        return bool(edits)


def _back(starts: list[int], edits: list[Edit], place: int) -> tuple[int, int]:
    """What a character of the text after the edits was before them; ``starts`` are their places after them."""
    at = bisect_right(starts, place) - 1
    if at < 0:
        return place, place + 1
    start, end, words = edits[at]
    beyond = place - starts[at] - len(words)
    return (start, end) if beyond < 0 else (end + beyond, end + beyond + 1)


def _gaps(text: str) -> Iterator[Edit]:
    """Blanks between words that are whole part them; between single signs they only hide a word."""
    for match in _GAP.finditer(text):
        start, end = match.span()
        parts = match["parts"] and text[start - 1] + text[end] not in joined_words()
        yield Edit(start, end, "," if parts else "")


def _between(text: str) -> Iterator[Edit]:
    """Signs that are put between the signs of a word."""
    for match in _BETWEEN.finditer(text):
        if match["frames"]:  # 【押】【金】
            yield from (Edit(at, at + 1, "") for at in range(*match.span()) if not text[at].isalnum())
        elif match["framed"]:  # 押(金)
            yield from _unframed(match)
        elif not match["one"]:
            yield from (
                Edit(at, at + 1, "") for at in range(*match.span()) if not text[at].isalnum() or text[at] in "丨丶"
            )
        elif _is_within(text[match.start()] + text[match.end()], match["one"]):
            yield Edit(*match.span("one"), "")


def _unframed(match: re.Match[str]) -> Iterator[Edit]:
    """The brackets around one sign that makes a word with the one before or after it: 押(金), 做[礼]拜."""
    framed, first = match["framed"], match.start()
    at = 1 if _is_hanzi(framed[0]) else 0
    before, after = framed[:at], framed[at + 3 :]
    inner = framed[at + 1]
    known = joined_words() | pairs_of_rules()
    if before + inner in known or inner + after in known:
        yield from (Edit(first + place, first + place + 1, "") for place in (at, at + 2))


def _is_within(pair: str, sign: str) -> bool:
    """Whether two signs belong together though another stands between; one that parts, only in a few words."""
    return pair in joined_words() or (pair in pairs_of_rules() and not _PARTING.intersection(sign))


def _is_hanzi(sign: str) -> bool:
    return "一" <= sign <= "鿿"


@cache
def joined_words() -> frozenset[str]:
    """Two signs that are read together though another sign stands between them."""
    words = _table()["joined"]["words"].split()
    return frozenset(word[at : at + 2] for word in words for at in range(len(word) - 1))


def _digits(text: str) -> Iterator[Edit]:
    for match in _NUMBERS.finditer(text):
        run = match[0].translate(_NUMERALS)
        by_digit = "" if "十" in run else "".join(f"{chinese_number(sign):g}" for sign in run)  # 四五后 is no range
        yield Edit(match.start(), match.end(), by_digit or f"{chinese_number(run):0>2g}")


def _like_digits(text: str) -> Iterator[Edit]:
    for match in _LIKE_DIGITS.finditer(text):
        yield Edit(match.start(), match.end(), _MEANT.get(match[0], "岁"))


class Signs(dict[int, int]):
    """One character to read for each that is written, learned when it is first seen."""

    def __missing__(self, code: int) -> int:
        base = unicodedata.normalize("NFD", chr(code))
        toned = len(base) > 1 and base[0].isascii() and base[0].isalpha()
        read = ("v" if "\u0308" in base else base[0].lower()) if toned else shadow(chr(code))
        self[code] = value = ord(read)
        return value

    @classmethod
    def of_table(cls) -> Self:
        """The table of ``spellings.toml``, to be filled with what else is seen."""
        table = cls()
        for written, read in _table()["signs"].items():
            table.update(zip(map(ord, written), map(ord, read), strict=True))
        return table


@cache
def _as_read() -> Translation:
    return Translation(Signs.of_table())


@cache
def _spellings() -> tuple[AhoCorasick, list[str], list[str]]:
    written, read = [], []
    for meant, row in _table()["words"].items():
        for way in row.split():
            written.append(_as_read()(way))
            read.append(meant)
    return AhoCorasick(written, matchkind=MatchKind.LeftmostLongest, store_patterns=False), written, read


def spelt() -> list[str]:
    """Every way of writing a word that is read as another."""
    return [*_spellings()[1], *ways()]


def _respelled(text: str) -> Iterator[Edit]:
    automaton, written, read = _spellings()
    for index, start, end in automaton.find_matches_as_indexes(text):
        if end - start == 1 and written[index] == read[index]:  # 嵗 is read as 岁 sign by sign already
            continue
        if is_latin(written[index][0]) and is_latin(text[start - 1 : start]):
            continue
        named = read[index] == _ADD and _NAME.match(text, end)
        if is_latin(written[index][-1]) and is_latin(text[end : end + 1]) and not named:
            continue
        yield Edit(start, end, read[index])


@cache
def _syllables() -> tuple[dict[str, str], re.Pattern[str]]:
    words = {way: meant for meant, ways in _table()["pinyin"].items() for way in ways.split()}
    longest_first = sorted(words, key=len, reverse=True)
    return words, re.compile("(" + "|".join(longest_first) + ")")


@lru_cache(maxsize=4096)
def _from_pinyin(run: str) -> str | None:
    words, one = _syllables()
    parts = [part for part in one.split(run) if part]
    return "".join(words[part] for part in parts) if all(part in words for part in parts) else None


def pinyin_edits(text: str) -> Iterator[Edit]:
    """Runs of letters that are known syllables, short ones beside a Chinese character."""
    for match in _LETTERS.finditer(text):
        meant = _from_pinyin(match[0])
        if meant and (len(match[0]) >= _SHORT or _beside_hanzi(text, match.start(), match.end())):
            yield Edit(match.start(), match.end(), meant)


def letter_edits(text: str) -> Iterator[Edit]:
    """Syllables written one by one, at least half of which are known, and English words with signs for letters."""
    edits = []
    if _TWO_SYLLABLES.search(text):  # a look first: most texts have neither
        edits += [Edit(*match.span(), _spaced_words(match[0])) for match in _SPACED.finditer(text)]
    if _SIGN_INSIDE.search(text):
        edits += [Edit(*match.span(), _lettered(match[0])) for match in _LIKE_LETTERS.finditer(text)]
    yield from sorted(edit for edit in edits if edit.words != text[edit.start : edit.end])


@lru_cache(maxsize=4096)
def _spaced_words(run: str) -> str:
    words, one = _syllables()
    pieces = _APART.split(run)
    joined, read, known, place = "".join(pieces), [], 0, 0
    if len(joined) == len(pieces):  # letter by letter: w e i x i n
        return _from_pinyin(joined) or run
    ends = set(accumulate(map(len, pieces)))
    for part in one.split(joined):
        place += len(part)
        whole = part in words and {place, place - len(part)} <= ends | {0}
        known += len(part) if whole else 0
        read.append(words[part] if whole else part)
    enough = 2 * known >= len(joined) if len(pieces) > 2 and " " in run else known == len(joined)
    return "".join(read) if enough else run


def _lettered(word: str) -> str:
    table = _table()["letters"]
    read = word.translate({ord(pair[0]): pair[1] for pair in table["signs"].split()})
    return read if read in table["words"].split() else word


def _beside_hanzi(text: str, start: int, end: int) -> bool:
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    return any(_is_hanzi(sign) or sign in "()【】[]0123456789" for sign in beside)
