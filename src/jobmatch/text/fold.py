"""One written form for what means the same: width, script, spaces and invisible characters.

Folding keeps case and order, so that a folded text still reads like the original.
"""

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from jobmatch.patterns import late
from jobmatch.text.translation import Translation

# Control and format characters (Cc, Cf) say nothing in a posting; white space is dealt with apart.
_INVISIBLE: Final = (
    *range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xAD, 0x61C, 0x180E,
    *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10), 0xFEFF,
)  # fmt: skip
_HALF_PAIRS: Final = range(0xD800, 0xE000)  # lone halves of a pair, which no encoder takes
_MOST_GAINED: Final = 10_000  # characters that NFKC may add: some signs become six, a hostile text must end
_FULL_WIDTH: Final = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}
_SHORT: Final = 64  # characters of what is kept folded
_SIGNS: Final = late(r"[\W_]+")
_LEXICON: Final = Path(__file__).with_name("lexicons") / "t2s.txt"


@cache
def _scripts() -> dict[int, str | None]:
    _, traditional, simplified, *_ = _LEXICON.read_text(encoding="utf-8").split("\n")
    table: dict[int, str | None] = dict.fromkeys(_INVISIBLE)
    table.update(_FULL_WIDTH)
    table.update(dict.fromkeys(_HALF_PAIRS, "\ufffd"))
    table.update(dict.fromkeys((0xFDFA, 0xFDFB), " "))  # Arabic formulas in one sign, which NFKC makes 18 and 8
    table.update(zip(map(ord, traditional), simplified, strict=True))
    return table


@cache
def _in_one_script() -> Translation:
    return Translation(_scripts())


def simplified(code: int) -> str:
    """The Simplified character of a Han character, by its code; the other way round nothing is changed.

    >>> simplified(ord("倉")), simplified(ord("仓"))
    ('仓', '仓')
    """
    return _scripts().get(code) or chr(code)


def _one_script(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    text = _in_one_script()(text)
    if unicodedata.is_normalized("NFKC", text):  # nearly always, now that full width is gone; 40 times faster
        return text
    return _in_one_script()(unicodedata.normalize("NFKC", text)[: len(text) + _MOST_GAINED])


def fold(text: str) -> str:
    r"""The text in one form: full width to half, Traditional to Simplified, one space for any white space.

    Case is kept: it tells ``C`` from ``c`` in a licence class.

    >>> fold("　臺北市　ＪＡＶＡ工程師　")
    '台北市 JAVA工程师'

    Zero-width and control characters go; line ends count as white space (see ``fold_lines``).

    >>> fold("月薪\u200b５０００\r\n元")
    '月薪5000 元'
    >>> fold("")
    ''

    A lone half of a surrogate pair, left by broken decoding, becomes the sign for what cannot be read.

    >>> fold("保\ud800洁") == "保\ufffd洁"
    True
    """
    return _short(text) if len(text) <= _SHORT else _folded(text)


@lru_cache(maxsize=8192)  # titles and names are read for several things, some hundred postings at a time
def _short(text: str) -> str:
    return _folded(text)


@lru_cache(maxsize=64)  # a long text is read for several things one after the other
def _folded(text: str) -> str:
    return " ".join(_one_script(text).split())


def fold_lines(text: str) -> str:
    r"""As ``fold``, with line ends kept as one newline each, for texts that are read clause by clause.

    >>> fold_lines("一、 要求：\r\n\r\n高中")
    '一、 要求:\n高中'
    """
    lines = (" ".join(line.split()) for line in _one_script(text).splitlines())
    return "\n".join(line for line in lines if line)


def fold_key(text: str) -> str:
    """A key to compare names by: folded, without case, spaces and punctuation.

    >>> fold_key("北京（大興）物業 管理有限公司.") == fold_key("北京(大兴)物业管理有限公司")
    True

    A name of signs alone keeps them: an empty key would make such names equal.

    >>> fold_key("C++"), fold_key("***")
    ('c', '***')
    """
    folded = fold(text).casefold()
    return _SIGNS.sub("", folded) or folded
