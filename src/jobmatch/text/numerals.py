"""Chinese numerals into digits, where they are numbers and not parts of words."""

import re
from typing import Final

from jobmatch.patterns import late
from jobmatch.spoken import ONES as _D
from jobmatch.spoken import chinese_number, most_of, number_of

# Two neighbouring digits before a unit are a range: 四五千, 一两万, 三四百.
_PAIR: Final = late(rf"(?<![{_D}零〇十百千万])[{_D}]{{2}}(?=[十百千万年天岁元]|个月|小时)")
# 八到十万, 三至五千: the unit holds for both ends.
_SHARED: Final = late(rf"(?<![{_D}零〇十百千万])([{_D}十]{{1,3}})([至到~-])([{_D}十]{{1,3}})(?=[千万](?![{_D}零〇]))")
_RUN: Final = late(rf"[{_D}零〇十][{_D}零〇十百千万]*半?")
# A lone digit is a number only before a measure; elsewhere it is part of a word (五险一金, 一线, 二维).
_MEASURE: Final = late(r"年|个|天|日|周|岁|小时|点|元|块|名|人|薪|班倒|毛|到|至|-|或|、")
_MIXED: Final = late(
    rf"(?<![\d.])(\d{{1,3}})([百千万w])([{_D}1-9])(?:([百千])|(?![\d.{_D}十百千万kw险金休班倒薪个天月年]))"
)
_STEP: Final = {"百": 100, "千": 1000, "万": 10000, "w": 10000}


def _pair(match: re.Match[str]) -> str:
    low, high = number_of(match[0]), most_of(match[0])
    return f"{low:g}-{high:g}" if low < high else match[0]


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
    return f"{int(number) * step + number_of(digit) * last:.0f}"


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
