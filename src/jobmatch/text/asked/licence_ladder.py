"""The classes of driving licences: by which words they are named, and what the holder of one may drive besides it.

The ladder is that of 机动车驾驶证申领和使用规定 (公安部令第162号, 附件1 准驾车型及代号). Taiwan's classes stand on it
by the vehicle they are for; those for who drives for pay (職業駕照: 道路交通安全規則 53、61) are classes of their own.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final

from jobmatch.patterns import late

_SMALL: Final = ("C1", "C2", "C3", "C4")
# 職業: who drives for pay needs it, and a licence for one's own use does not do.
TRADE_SMALL, TRADE_GOODS, TRADE_COACH, TRADE_TRAILER = "职业小型车", "职业大货车", "职业大客车", "职业联结车"
BY_TRADE: Final = (TRADE_SMALL, TRADE_GOODS, TRADE_COACH, TRADE_TRAILER)
# What the holder of a class may drive besides it.
_LADDER: Final[dict[str, tuple[str, ...]]] = {
    "A1": ("A3", "B1", "B2", *_SMALL, "M"),
    "A2": ("B1", "B2", *_SMALL, "C6", "M"),
    "A3": _SMALL,
    "B1": (*_SMALL, "M"),
    "B2": (*_SMALL, "M"),
    "C1": _SMALL[1:],
    "C2": (),
    "C3": ("C4",),
    "C4": (),
    "C5": (),
    "C6": (),
    "D": ("E", "F"),
    "E": ("F",),
    "F": (),
    TRADE_SMALL: _SMALL,
    TRADE_GOODS: (TRADE_SMALL, "B2", *_SMALL),
    TRADE_COACH: (TRADE_GOODS, TRADE_SMALL, "A1", "A3", "B1", "B2", *_SMALL),
    TRADE_TRAILER: (TRADE_COACH, TRADE_GOODS, TRADE_SMALL, "A1", "A2", "A3", "B1", "B2", *_SMALL),
}
CARS: Final = frozenset({"A1", "A2", "A3", "B1", "B2", "C1", "C2", "C5", "C6", *BY_TRADE})


def covered_by(held: str) -> tuple[str, ...]:
    """The classes that a held class allows, itself first.

    >>> covered_by("C1"), covered_by("Z9")
    (('C1', 'C2', 'C3', 'C4'), ())
    """
    return (held, *_LADDER[held]) if held in _LADDER else ()


# What nobody may learn first, by the classes of which one must be held for years; the others are open to all.
_EXTENDED_FROM: Final[dict[str, tuple[str, ...]]] = {
    "B1": ("A3", "B2", "C1", "C2", "C3", "C4"),
    "A1": ("A2", "A3", "B1", "B2"),
    "A2": ("A1", "A3", "B1", "B2"),
}


def within_reach(name: str, held: Sequence[bool | None]) -> bool:
    """Whether the holder may get a class in one step; ``held`` says of each of ``licence_classes`` whether it is.

    >>> within_reach("A1", [one in ("C1", "C2") for one in licence_classes()])
    False
    >>> within_reach("A1", [one == "B2" for one in licence_classes()])
    True
    """
    may = dict(zip(licence_classes(), held, strict=True))
    return name not in _EXTENDED_FROM or any(may[one] is not False for one in _EXTENDED_FROM[name])


def is_large(name: str) -> bool:
    """Whether a class is for lorries or buses, which are a trade of their own.

    >>> is_large("B2"), is_large("职业大客车"), is_large("职业小型车"), is_large("any")
    (True, True, False, False)
    """
    return name[0] in "AB" or name in BY_TRADE[1:]


@cache
def licence_classes() -> tuple[str, ...]:
    """What a posting may ask, from ``any`` upwards; of two, the one that fewer people hold comes later.

    >>> licence_classes()[0], licence_classes().index("A1") > licence_classes().index("C1")
    ('any', True)
    """
    return ("any", *sorted(_LADDER, key=lambda name: (name in CARS, len(covered_by(name)), name)))


CLASS: Final = r"(?:[ab][1-3]|c[1-6])"
CLASSES: Final = rf"{CLASS}(?:[/、或和及以与\s]{{0,3}}{CLASS}){{0,5}}"  # of which any will do: A2或B2
PAPER: Final = r"(?:驾照|驾驶证|驾驶执照)"
CDL: Final = r"(?:\bcdl|commercial driv(?:er'?s?|ing) licen[cs]e)"
NAMED_BY_TRADE: Final = (
    (late(r"职(?:业|照)?级?(?:大客车?|大型客车|大巴|游览车)|(?:大客车|游览车)[^,。;\n\w]{0,2}职业"), TRADE_COACH),
    (
        late(r"职(?:业级?)?(?:联结|联接|曳引|联(?!络|系|合)|拖车)车?|(?:联结车|曳引车)[^,。;\n\w]{0,2}职业"),
        TRADE_TRAILER,
    ),
    (late(r"职业级?(?:大货车?|大型货车|大型车)|(?:大货车|大型车)[^,。;\n\w]{0,2}职业"), TRADE_GOODS),
    (
        late(
            r"职业级?(?:小客车?|小型车?|小货车?|小型客车|小自客|计程车)|(?:小客车|小型车|小货车)[^,。;\n\w]{0,2}职业"
            r"|职业(?:汽车)?(?:驾照|驾驶执照|驾驶证|执照)|(?:驾照|驾驶执照)[^,。;\n]{0,2}职业(?!操守|道德|安全|大|联)"
        ),
        TRADE_SMALL,
    ),
)
_LABEL: Final = (
    rf"{PAPER}(?:要求|需求|种类|类型|类别|条件|资格)?[:】\]| ]{{1,2}}(?:需|须|要|具|备|持|有){{0,2}}"  # 【驾照】
)
# What a licence is named by where no class is; Taiwan's classes by the vehicle they are for.
NAMED_BY_VEHICLE: Final = (
    (late(r"(?<![a-z0-9/])d[照本]"), "D"),
    (late(rf"汽车?[、/及与和,]?机车(?:的|之)?{PAPER}"), "C2"),  # both, of which the car's is the harder
    (late(r"(?:摩托|三轮)[^,;。\n]{0,6}(?<![a-z])d[证照本]"), "D"),
    (late(rf"{_LABEL}(?:普通|轻型)?重?型?(?:机车|摩托)|(?:机车|摩托车?)[^,;。\n]{{0,2}}(?:及|和|与|\(有){PAPER}"
     r"|motor(?:cycle|bike) licen[cs]e|(?<![a-z0-9员])d证(?:或|/|、)e证|摩托[^,;。\n]{0,6}(?<![a-z])e[证照本]"), "E"),
    (late(rf"{_LABEL}(?:普通)?(?:联结|曳引)"), "A2"),
    (late(rf"{_LABEL}(?:普通)?大(?:型)?客"), "A1"),
    (late(rf"{_LABEL}(?:普通)?大(?:型)?货"), "B2"),
    (late(rf"{_LABEL}(?:普通)?(?:小(?:型|客|货|自客)|自用小|汽车)"), "C2"),
    (late(r"(?:驾照|驾驶执照|驾驶证)[、,及和并且 ]{1,2}(?:自备|自有|备有|有)(?:机车|摩托车)"), "E"),
    (late(r"[骑开]摩托车?有本|(?:机车|摩托车|重机|摩托)(?:普?通?重?型?)(?:驾照|驾驶证|驾驶执照)"
     r"|(?:普通|普|轻|大)型?重?型?机车(?:驾照|驾驶执照)"), "E"),
    (late(r"(?:联结车|联接车|半挂|牵引车)[^,。;\n]{0,3}(?:驾照|驾驶证|驾驶执照)"), "A2"),
    (late(r"(?:大客车|大型客车|大巴)[^,。;\n]{0,3}(?:驾照|驾驶证|驾驶执照)"), "A1"),
    (late(r"(?:大货车|大型货车|大型车)[^,。;\n]{0,3}(?:驾照|驾驶证|驾驶执照)"), "B2"),
    (late(r"(?<!自)(?:手排|手动挡)(?!自)[^。;\n皆均都]{0,10}(?:驾照|驾驶证|驾驶执照)"
     r"|(?:小客车|小型车)[^,。;\n]{0,4}(?:驾照|驾驶证|驾驶执照)\(?(?:手排|手动)"), "C1"),
    (late(rf"{CDL}[- (]{{0,2}}(?:class )?a\b|\bclass a (?:{CDL}|driv)"), "A2"),  # a tractor with a trailer
    (late(rf"{CDL}[- (]{{0,2}}(?:class )?b\b|\bclass b (?:{CDL}|driv)"), "B2"),
    (late(rf"(?<!class [ab] ){CDL}(?! medical|[- (]{{0,2}}(?:class )?[abc]\b)"), "B2"),  # of no class: the least
    (late(r"(?:小客车|小型车|小货车|小型汽车|普通小型|自排|自动挡)[^,。;\n]{0,4}(?:驾照|驾驶证|驾驶执照)"
     r"(?!\(?(?:手排|手动))"), "C2"),
)  # fmt: skip
