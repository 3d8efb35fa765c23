"""The vehicle of one's own that a posting asks for (自備機車, 带车入职), which is another thing than a licence."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from jobmatch.patterns import late
from jobmatch.text.phrases import Clause, Clauses, shadow

ANY: Final = "any"  # 交通工具: whatever takes one there
VEHICLES: Final = (ANY, "electric_bike", "motorcycle", "car")  # in the order of their numbers in an index
# By the sort; the longest word at a place stands first, as 电动汽车 is no 电动车.
_SORTS: Final = (
    (ANY, r"交通工具|代步工具|代步车|交通车|自行车|脚踏车|单车|transport(?:ation)?\b|bicycles?\b"),
    (
        "electric_bike",
        r"电动(?:自行|单|三轮|摩托)?车|电瓶车|电单车|电驴|小电驴|电动三轮|三轮车?|e-?bikes?\b|electric (?:bike"
        r"|scooter)s?\b",
    ),
    ("motorcycle", r"重?机车|摩托车?|重机|motor ?(?:bikes?|cycles?)\b|scooters?\b"),
    (
        "car",
        r"电动汽车|汽车|小客车|自小客|私家车|轿车|小车|面包车|厢(?:式)?货车?|厢车|小?货车|卡车|皮卡|商务车|工具车"
        r"|车(?:辆|子)?|(?:cars?|vans?|trucks?|vehicles?)\b",
    ),
)
_SORT: Final = "|".join(f"(?:{words})" for _, words in _SORTS)
_NAMED: Final = tuple((name, late(words)) for name, words in _SORTS)
_NO_VEHICLE: Final = (
    r"(?!驾|行照|牌|执照|证|本[,;。\s]|维修|销售|经验|行业"
    r"|产业|相关|技|厂|制|装|工程|业务|[位间床票贴补险费友主库款载队流品房站])"
)
_OF: Final = r"(?:用的?|的|有|一[辆台部]|普通|普重|轻型|重型|小型|大型|配送|运输|上下班|[\d.]{1,4}米){0,2}"
_OWN: Final = late(
    rf"(?:自(?:己|行)?[备有带准]{{1,2}}|(?:自己|本人|个人)的|自家|自用) ?{_OF}(?:{_SORT}){_NO_VEHICLE}"
    rf"|\b(?:own|reliable|personal|have an?|access to an?) (?:[a-z]+ )?(?:{_SORT})"
    rf"|(?:{_SORT})[^\w]?(?:均|都|需|须|要|请)?(?:自[备带](?!工具|电脑)|自理)"  # 电动车自备
    rf"|(?<![携可能附])带车(?:加盟|入职|司机|上岗|求职|者)"
    rf"|(?:^|[需须应]|必备|必须|务必|本人)(?:具|备|要|自)?有{_OF}(?:{_SORT}){_NO_VEHICLE}(?=[及和与,;。\s)]|$)"
    rf"|[具备持]有?(?:[汽机]车)?驾(?:照|驶证)[及和与、并](?:具|备|有)?(?:{_SORT}){_NO_VEHICLE}(?=[,;。\s)]|$)"
)
_OR: Final = late(rf" ?(?:或者?|/|or) ?(?:an? |有|普通)?(?:{_SORT})")
_REWARDED: Final = late(r"[^,;。\n]{0,3}(?:者|的)[^,;。\n]{0,8}(?:补贴|补助|津贴|另加|加给|加薪)")
_NOT_NEEDED: Final = late(
    r" ?(?:is |are )?(?:not|isn't) (?:needed|required|necessary)|不是必|非必|可有可无|不强|不限|亦可|也可|可公司"
)
_WELCOME: Final = late(r"尤佳|更佳|佳(?=$|[)(,、\s])|可自[备带]|若有|如有")
_OF_EMPLOYER: Final = late(r"(?:公司|我司|本司|厂里|店里|单位|拥有|平台)[^,;。\n]{0,4}$|[我我]们(?:有|拥有)$")
_SIGNS: Final = ("自", "带车", "有", "照及", "照和", "照与", "照、", "own ", "reliable", "personal", "access", "have a")
_SIGN: Final = late(
    r"车|厢货|交通|代步|重机|摩托|三轮|电驴|bike|cycle|scooter|car(?<!\wcar)|van\b|vehicle|truck|transport"
)
_MOST: Final = 20  # mentions in one text; a hostile one must end


def own_vehicle(text: str) -> str | None:
    """The vehicle that one must bring along, by a name of ``VEHICLES``; None where none is asked.

    >>> [own_vehicle(text) for text in ("需自備機車及駕照", "带车入职", "电动车自备", "must have your own car")]
    ['motorcycle', 'car', 'electric_bike', 'car']

    Where one of several sorts will do, it is any.

    >>> own_vehicle("自備汽車或機車"), own_vehicle("需自備交通工具")
    ('any', 'any')

    What is welcome, paid for or provided is not asked, and a car park is no car.

    >>> [own_vehicle(text) for text in ("有私家车优先", "无需自备车辆", "公司提供車輛", "自有车位", "自備機車者有津貼")]
    [None, None, None, None, None]
    """
    folded = shadow(text)
    if not (any(sign in folded for sign in _SIGNS) and _SIGN.search(folded)):
        return None
    clauses = Clauses(folded)
    found = islice(_OWN.finditer(folded), _MOST)
    return next((_sort(folded, one) for one in found if _is_asked(folded, one, clauses.at(one.start()))), None)


def vehicle_sorts(text: str) -> frozenset[str]:
    """The sorts of vehicle that somebody's own words name.

    >>> sorted(vehicle_sorts("一台機車、一辆面包车")), vehicle_sorts("没有")
    (['car', 'motorcycle'], frozenset())
    """
    return frozenset(_sorts(shadow(text)))


def _sorts(folded: str) -> Iterator[str]:
    for name, words in _NAMED:
        rest = words.sub(" ", folded)
        if rest != folded:
            yield name
        folded = rest


def _sort(folded: str, found: re.Match[str]) -> str:
    other = _OR.match(folded, found.end())
    sorts = list(_sorts(found[0] + (other[0] if other else "")))
    return sorts[0] if len(sorts) == 1 else ANY


def _is_asked(folded: str, found: re.Match[str], clause: Clause) -> bool:
    behind = folded[found.end() : found.end() + 24]
    before = folded[max(0, found.start() - 10) : found.start()]
    if _NOT_NEEDED.match(behind) or _REWARDED.match(behind) or _OF_EMPLOYER.search(before):
        return False
    return not (clause.welcome or _WELCOME.search(clause.text) or clause.waives(found.start(), found.end()))
