"""The one shift that a posting names without a clock (晚班兼职): roughly when it is, by a table of the settings."""

from functools import cache
from typing import Final

from jobmatch import settings
from jobmatch.patterns import late
from jobmatch.text.fold import fold

_NAME: Final = r"大夜|小夜|打烊|上午|下午|中午|[早中午晚夜白日]"
_NAMED: Final = late(rf"((?:{_NAME})(?:班?[、/,和及与或&~ ]{{0,2}}(?:{_NAME})){{0,5}})班(?![级车主长导任])")
_ONE: Final = late(_NAME)
# 晚间兼职, 上午清洁, 门市(晚): a time of the day for a shift.
_TIME: Final = late(
    r"(晚上|晚间|傍晚|夜间|日间|上午|早上|清晨|下午)(?=兼职|兼差|工读|计时|清洁|保洁|打扫|打工|时段|钟点|帮佣|[)】])"
    r"|[(【]([早中晚])[)】]"
)
_TIMES: Final = {"晚上": "晚", "晚间": "晚", "傍晚": "晚", "夜间": "大夜", "日间": "日", "早上": "早", "清晨": "早"}
_NO_SHIFT: Final = late(r"[假全平周六]日班|早[上晚]?班车")  # which days, and how long
_OF_CHILDREN: Final = late(
    r"[大小]班(?!夜)|幼[教师稚]|幼儿|[带配主]班|托班|(?:教|老)师|保育|托育"
)  # 中班 of a kindergarten
_CHANGING: Final = late(r"轮|可选|任选|自选|均可|都可|皆可|择一|二选一|倒班|两头班")
_FIXED: Final = late(rf"(?:固定|班别|班次|时段|上班时间|工作时间|shift)[:： ]{{0,2}}(?:为|是)?(?:{_NAME})班")
_SAME: Final = {"白": "日", "午": "中午", "夜": "大夜"}
_ENGLISH: Final = {
    "morning shift": "早",
    "early shift": "早",
    "day shift": "日",
    "afternoon shift": "下午",
    "evening shift": "晚",
    "late shift": "晚",
    "closing shift": "打烊",
    "night shift": "大夜",
    "overnight shift": "大夜",
}


@cache
def shift_names() -> tuple[str, ...]:
    """Every shift that a name tells roughly, in the order of their numbers in an index.

    >>> shift_names()[:2]
    ('早', '日')
    """
    return tuple(settings.load().get("hours.shifts"))


def named_shift(title: str, text: str = "") -> str | None:
    """The shift that a title names, else a text that says it is fixed; None where none is, or several.

    >>> named_shift("統一超商門市晚班兼職"), named_shift("早、晚班計時人員"), named_shift("內場", "班別：早班")
    ('晚', None, '早')

    Days are no shift, and neither are the children of a kindergarten.

    >>> named_shift("假日班兼職"), named_shift("幼兒園中班老師")
    (None, None)
    """
    folded = fold(title).lower()
    if _CHANGING.search(folded) or _OF_CHILDREN.search(folded):
        return None
    named = _names(_NO_SHIFT.sub(" ", folded))
    if not named:
        folded = _NO_SHIFT.sub(" ", fold(text).lower())
        named = _names(folded) if _FIXED.search(folded) else frozenset()
    return next(iter(named)) if len(named) == 1 else None


def _names(folded: str) -> frozenset[str]:
    found = {one for group in _NAMED.findall(folded) for one in _ONE.findall(group)}
    english = {name for words, name in _ENGLISH.items() if words in folded}
    times = {_TIMES.get(one, one) for pair in _TIME.findall(folded) for one in pair if one}
    return frozenset(_SAME.get(one, one) for one in found | english | times)
