"""Numbers as people say and write them: 十五六, 两三, 廿, 仨, 1.5, twelve."""

from typing import Final

_DIGIT: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNIT: Final = {"十": 10, "百": 100, "千": 1000}
ONES: Final = "一二两三四五六七八九"
_FAR: Final = 2  # 三五 are three to five; of digits further apart, as 九八 or 二八, each is one of a longer number
_SHORT: Final = str.maketrans({"廿": "二十", "卅": "三十", "俩": "两", "兩": "两", "仨": "三"})
_AND_MORE: Final = "来多几余"
_BELOW_TWENTY: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty")
_ENGLISH: Final = dict(zip(_BELOW_TWENTY, range(1, 20), strict=True)) | dict(zip(_TENS, range(20, 70, 10), strict=True))
# For patterns; longer words first.
ENGLISH: Final = (
    rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_BELOW_TWENTY[8::-1])}))?|{'|'.join(reversed(_BELOW_TWENTY))}"
)


def chinese_number(run: str) -> float:
    """The value of a Chinese numeral up to 亿.

    >>> [chinese_number(n) for n in ("三千五", "一万二", "十三", "一百零五", "两万", "一个半"[:1])]
    [3500, 12000, 13, 105, 20000, 1]

    Digits in a row are read one by one: 二〇二四 is 2024. Of two that are said as a range the lower counts. A sign that
    is no numeral raises ``KeyError``.

    >>> [chinese_number(n) for n in ("二〇二四", "两三", "三五", "十五六", "二三十")]
    [2024, 2, 3, 15, 20]
    """
    if _is_range(run):
        return _DIGIT[run[0]]
    if len(run) > 1 and all(char in _DIGIT for char in run):
        return int("".join(str(_DIGIT[char]) for char in run))
    head, wan, tail = run.partition("万")
    if not wan:
        return _below_wan(run)
    # 一万二 is 12000, 一万零二 is 10002.
    rest = _DIGIT[tail] * 1000 if len(tail) == 1 and tail in ONES else _below_wan(tail.replace("万", ""))
    return (_below_wan(head) if head else 1) * 10000 + rest


def _is_range(run: str) -> bool:
    """Whether two digits are said of what lies between them, and not as a number of two signs."""
    return len(run) == 2 and all(char in ONES for char in run) and 0 < _DIGIT[run[1]] - _DIGIT[run[0]] <= _FAR


def _below_wan(run: str) -> int:
    total = digit = 0
    last = 10
    for char in run:
        if char in _UNIT:
            last = _UNIT[char]
            total += (digit or 1) * last
            digit = 0
        elif not digit:  # 十五六 is 15 at the least
            digit = _DIGIT[char]
            last = 10 if char in "零〇" else last
    # 三千五 is 3500, 一百零五 is 105, 十三 is 13.
    return total + digit * (last // 10)


def number_of(word: str) -> float:
    """The number that a word says, in digits, Chinese signs or English; of 两三 and 十来 the lower end.

    >>> [number_of(word) for word in ("12", "1.5", "四十九", "廿五", "俩", "两三", "十来", "twenty-five")]
    [12.0, 1.5, 49.0, 25.0, 2.0, 2.0, 10.0, 25.0]

    What is no number raises ``KeyError``.
    """
    if word.isascii() and word[:1].isalpha():
        return float(sum(_ENGLISH[part] for part in word.replace("-", " ").split()))
    word = word.translate(_SHORT).rstrip(_AND_MORE)
    if not word:
        raise KeyError(word)
    return float(word) if word[:1].isdecimal() else float(chinese_number(word))


def most_of(word: str) -> float:
    """As ``number_of``, but of a range of two digits the upper end.

    >>> most_of("三四"), most_of("十二"), most_of("5")
    (4.0, 12.0, 5.0)
    """
    return number_of(word[-1] if _is_range(word) else word)
