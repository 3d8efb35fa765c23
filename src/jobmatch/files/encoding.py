"""Bytes → text: the mark at the beginning, then UTF-8 strictly, then the Chinese encodings.

A few bytes that no encoding explains do not spoil a file: they become ``BROKEN``, and the rows that hold them are
rejected by the readers. A file that is mostly unreadable is refused.
"""

import codecs
from typing import Final

from jobmatch.columns.naming import is_heading
from jobmatch.errors import BadInput
from jobmatch.settings import load

# A character that no text holds (Unicode keeps it free): \ufffd itself stands in many honest files.
BROKEN: Final = "\ufdd0"
_HANDLER: Final = "jobmatch.broken"
codecs.register_error(_HANDLER, lambda fault: (BROKEN, getattr(fault, "end", 0)))
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE: Final = ("gb18030", "big5hkscs")
_EVERYDAY: Final = (("gb2312", 0xD7), ("big5", 0xC6))  # the last row of everyday characters, Simplified and Traditional


def decode(data: bytes, file: str) -> tuple[str, str]:
    """The text and the name of its encoding.

    >>> decode("岗位名称,工资".encode("gb18030"), "a.csv")
    ('岗位名称,工资', 'gb18030')
    >>> decode("崗位名稱,薪資待遇".encode("big5"), "a.csv")
    ('崗位名稱,薪資待遇', 'big5hkscs')
    >>> decode("岗位".encode("utf-16"), "a.csv")
    ('岗位', 'utf-16')
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(name, errors=_HANDLER), name, file)
    try:
        return _checked(data.decode("utf-8"), "utf-8", file)
    except UnicodeDecodeError as fault:
        # what follows the first trouble tells the encoding; the whole is decoded once, with what was found
        size = int(load().number("reading.encoding_sample_bytes"))
        sample = data[:4096] + b"\n" + data[max(0, fault.start - 2000) : fault.start + size]
        name = _without_mark(data[:size] if len(data) <= size else sample, len(data))
    return _checked(data.decode(name, errors=_HANDLER), name, file)


def _without_mark(data: bytes, size: int) -> str:
    wide = _wide(data, size)
    if wide:
        return wide
    text = data.decode("utf-8", errors=_HANDLER)
    # GB18030 read as UTF-8 is broken nearly everywhere; UTF-8 with a few bad bytes is not
    wide_characters = len(text) - len(text.encode("ascii", "ignore"))
    if text.count(BROKEN) <= load().number("reading.most_broken_utf8") * wide_characters:
        return "utf-8"
    name = _chinese(data)
    text = data.decode(name, errors=_HANDLER)
    if _share_of_common(text) >= load().number("reading.least_common_characters"):
        return name
    return "ascii"  # the rows of plain letters can still be read


def _share_of_common(text: str) -> float:
    """How many of the wide characters are everyday ones: nearly all in Chinese, half in what only decodes as such.

    Simplified or Traditional ones, whichever are more: either stands in GB18030.
    """
    wide = [c for c in text[:200_000] if not c.isascii()][:2000]
    return max(sum(_is_common(c, *plane) for c in wide) for plane in _EVERYDAY) / max(1, len(wide))


def _is_common(character: str, plane: str, last: int) -> bool:
    try:
        return 0xA1 <= character.encode(plane)[0] <= last
    except UnicodeEncodeError:
        return False


def _wide(data: bytes, size: int) -> str | None:
    sample = data[:4096]
    if size % 2 or not sample:
        return None
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if low + high < max(2, len(sample) // 20):  # commas and line ends alone make more zeros than that
        return None
    return "utf-16-le" if high > low else "utf-16-be"


def _chinese(data: bytes) -> str:
    fits = {name: data.decode(name, errors=_HANDLER) for name in _CHINESE}
    broken = {name: text.count(BROKEN) / max(1, len(text)) for name, text in fits.items()}
    best = min(broken.values())
    near = [name for name in _CHINESE if broken[name] <= best + 0.001]
    if len(near) == 1:
        return near[0]
    told = {name: _headings_known(fits[name]) for name in near}
    if len(set(told.values())) > 1:
        return max(near, key=lambda name: told[name])
    return _measured(data)


def _headings_known(text: str) -> int:
    cells = text[:2000].replace("\t", ",").replace(";", ",").replace("|", ",").split("\n")[:5]
    return sum(is_heading(cell.strip('" \r')) for line in cells for cell in line.split(",")[:60])


def _measured(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(_telling(data), cp_isolation=["utf_8", "gb18030", "big5"]).best()
    return "big5hkscs" if best and best.encoding == "big5" else "gb18030"


def _telling(data: bytes) -> bytes:
    return b"\n".join(line for line in data.splitlines() if not line.isascii())


def _checked(text: str, name: str, file: str) -> tuple[str, str]:
    odd = text.count(BROKEN) + text.count("\0")
    if odd > load().number("reading.most_unreadable") * max(1, len(text)):
        raise BadInput("not-text", file=file)
    return text, name
