"""Chinese numerals into digits, where they are numbers and not parts of words."""

import re
from typing import Final

from jobmatch.patterns import late

_DIGIT: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNIT: Final = {"十": 10, "百": 100, "千": 1000}
_D: Final = "一二两三四五六七八九"
# Two neighbouring digits before a unit are a range: 四五千, 一两万, 三四百.
_PAIR: Final = late(rf"(?<![{_D}零〇十百千万])([{_D}])([{_D}])(?=[十百千万年天岁元]|个月|小时)")
# 八到十万, 三至五千: the unit holds for both ends.
_SHARED: Final = late(rf"(?<![{_D}零〇十百千万])([{_D}十]{{1,3}})([至到~-])([{_D}十]{{1,3}})(?=[千万](?![{_D}零〇]))")
_RUN: Final = late(rf"[{_D}零〇十][{_D}零〇十百千万]*半?")
# A lone digit is a number only before a measure; elsewhere it is part of a word (五险一金, 一线, 二维).
_MEASURE: Final = late(r"年|个|天|日|周|岁|小时|点|元|块|名|人|薪|班倒|毛|到|至|-|或|、")
_MIXED: Final = late(
    rf"(?<![\d.])(\d{{1,3}})([百千万w])([{_D}1-9])(?:([百千])|(?![\d.{_D}十百千万kw险金休班倒薪个天月年]))"
)
_STEP: Final = {"百": 100, "千": 1000, "万": 10000, "w": 10000}


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


def chinese_number(run: str) -> float:
    """The value of a Chinese numeral up to 亿.

    >>> [chinese_number(n) for n in ("三千五", "一万二", "十三", "一百零五", "两万", "一个半"[:1])]
    [3500, 12000, 13, 105, 20000, 1]

    Digits in a row are read one by one: 二〇二四 is 2024. Of two that are said as a range the lower counts. A sign that
    is no numeral raises ``KeyError``.

    >>> [chinese_number(n) for n in ("二〇二四", "两三", "三五", "十五六")]
    [2024, 2, 3, 15]
    """
    if len(run) == 2 and all(char in _D for char in run) and 0 < _DIGIT[run[1]] - _DIGIT[run[0]] <= 2:
        return _DIGIT[run[0]]
    if len(run) > 1 and all(char in _DIGIT for char in run):
        return int("".join(str(_DIGIT[char]) for char in run))
    head, wan, tail = run.partition("万")
    if not wan:
        return _below_wan(run)
    # 一万二 is 12000, 一万零二 is 10002.
    rest = _DIGIT[tail] * 1000 if len(tail) == 1 and tail in _D else _below_wan(tail.replace("万", ""))
    return (_below_wan(head) if head else 1) * 10000 + rest


def _pair(match: re.Match[str]) -> str:
    low, high = _DIGIT[match[1]], _DIGIT[match[2]]
    return f"{low}-{high}" if low < high <= low + 2 else match[0]


def _digits(match: re.Match[str]) -> str:
    run = match[0]
    if len(run) > 12:  # no number that people say is longer
        return run
    half = run.endswith("半")
    run = run.removesuffix("半")
    after = match.string[match.end() : match.end() + 2]
    if len(run) == 1 and run != "十" and (half or not _MEASURE.match(after)):
        return match[0]
    return f"{chinese_number(run):g}" + ("半" if half else "")


def _mixed(match: re.Match[str]) -> str:
    number, unit, digit, smaller = match.groups()
    step = _STEP[unit]
    last = _STEP[smaller] if smaller else step // 10
    return f"{int(number) * step + int(_DIGIT.get(digit, digit)) * last}"


def to_digits(text: str) -> str:
    """A folded text with its Chinese numerals as digits.

    >>> to_digits("四千五到六千"), to_digits("六七千一个月"), to_digits("1万2左右")
    ('4500到6000', '6-7千1个月', '12000左右')

    Words that only look like numbers stay.

    >>> to_digits("五险一金，双休，一线城市")
    '五险一金，双休，一线城市'
    """
    text = _SHARED.sub(lambda ends: f"{chinese_number(ends[1])}{ends[2]}{chinese_number(ends[3])}", text)
    text = _PAIR.sub(_pair, text)
    text = _RUN.sub(_digits, text)
    return _MIXED.sub(_mixed, text)
