"""Where a posting's text says that the work is done, for one whose field of the place tells none."""

import re
from typing import Final

from jobmatch.patterns import late
from jobmatch.records.place import Place
from jobmatch.text.fold import fold, fold_lines
from jobmatch.text.places.place import parse_place

_LONGEST: Final = 60  # signs of an address
_WHERE: Final = r"(?:地点|地址|地区|位置|区域|城市|所在地|场所|地(?=[为是在: ]))"
_SAID: Final = r" ?(?:[:\[\](){}【】\n]+|为|是|在|位于)[ :]{0,2}"
# Of a heading that tells of the work itself, and of one that tells only of the employer or of nothing.
_OF_WORK: Final = late(
    r"(?:上班|工作|办公|任职|服务|就职|就业|岗位|职场|门店|门市|店铺|分店|项目|厂区|工厂|施工|驻点|派驻|值勤|执勤|勤务)"
    rf"{_WHERE}(?:{_SAID}| (?=[\u4e00-\u9fff]))"
    r"|(?<![a-z])(?:base(?: location)?|work(?:ing)? (?:location|address|place)|job location"
    r"|office(?: address| location)?|location) ?: ?|(?<![a-z])(?:base ?(?:地|在)?[: ]{1,2}(?![a-z])|based in )"
    r"|坐标[: ]{1,2}"
)
_OF_EMPLOYER: Final = late(
    rf"(?:公司|单位|总部|企业|本店|店面|学校|医院|园区)?(?<!面试)(?<!面谈){_WHERE}{_SAID}"
    r"|(?:公司|本店|门店|工厂|厂区|单位)(?:就?位于|坐落于|就?在)"
)
_NO_WORK: Final = late(
    r"(?:面试|面谈|活动|报名|应征|集合|培训|受训|洽询|邮寄|收件|寄件|体检|住宿|宿舍|原?户籍|注册)[^,;。\n]{0,4}(?<![及和与、])$"
)
_ENDS: Final = late(r"[\n。;!?|]|,(?=[^,\n]{0,6}[:(])")


def find_workplace(text: str, home: str | None = None, within: Place | None = None) -> Place | None:
    r"""The place that a text gives below a heading of its own; that of the work before that of the employer.

    >>> find_workplace("薪资面议。办公地址:上饶市高铁经济试验区文娱创意中心").name
    '江西省上饶市'
    >>> find_workplace("公司地址：广州市天河区\n上班地点：佛山市南海区").name
    '广东省佛山市南海区'

    Where one applies, or is trained, is no place of work; and what stands below no heading is not taken for one.

    >>> find_workplace("面试地点:广州市天河区") is None, find_workplace("客户遍布广州、深圳") is None
    (True, True)

    ``within`` a place that is known, only what lies in it and is narrower.

    >>> shenzhen = parse_place("深圳市")
    >>> find_workplace("工作地点:宝安西乡", within=shenzhen).name, find_workplace("工作地点:广州", within=shenzhen)
    ('广东省深圳市宝安区西乡街道', None)
    """
    folded = fold_lines(text)
    home = within.code if within else home
    for heading in (_OF_WORK, _OF_EMPLOYER):
        for found in heading.finditer(folded.lower()):
            if _NO_WORK.search(folded[max(0, found.start() - 8) : found.start()]):
                continue
            said = _ENDS.split(folded[found.end() : found.end() + _LONGEST], maxsplit=1)[0]
            place = parse_place(said, home)
            if place and place.code and (within is None or _narrows(place, within)):
                return place
    return None


def _narrows(place: Place, outer: Place) -> bool:
    """Whether a place is a sure one that lies in another and is not the same."""
    if place.code == outer.code or place.ambiguous or place.alternatives:
        return False
    return (place.code or "").startswith((outer.code or "-")[:6].rstrip("0") or "-")


_NEAR_HOME: Final = late(
    r"就近(?:安排|分配|上班|工作|入职|派遣|派单|选择|选岗|上岗|到岗|安置|分店|门店|配送|接单|送餐)"
    r"|(?:全市|市内|市区|各个?区域?|多个?区域?)(?:各区域?|范围内?|均|都|可|有|近|约|共|\d{1,4}(?:余|多)?[家个]|[、,]){0,4}"
    r"(?:就近|门店任?选|站点任?选|任选|可选)"
    r"|(?:分配|安排|分派)(?:到|去|至|在)?(?:离)?(?:家|住处|住址|居住地)(?:较|最)?(?:附近|近)|依居住地(?:就近)?(?:安排|分派)"
)
_NEAR_SIGNS: Final = ("近", "选", "依居")  # one of them stands in all of it


_ALL_OVER: Final = late(r"全|各|多[个家]|市(?:内|区|$)|环")
_LAST_WORD: Final = late(r"[一-龥a-z0-9]*$")


def is_assigned_near_home(text: str, city: str | None = None) -> bool:
    """Whether a posting says that of many places the one near home is given: its address is then that of the office.

    >>> is_assigned_near_home("全沈阳就近分配"), is_assigned_near_home("就近面试")
    (True, False)

    An address that names a district of ``city`` and gives what is near lies there, unless it speaks of all the city.

    >>> is_assigned_near_home("北京-朝阳区 就近分配", "北京")
    False
    >>> is_assigned_near_home("沈阳-沈河区 全沈阳就近分配", "沈阳")
    True
    """
    folded = fold(text)
    if not any(sign in folded for sign in _NEAR_SIGNS):
        return False
    return any(city is None or _is_all_over(folded, found, city) for found in _NEAR_HOME.finditer(folded))


def _is_all_over(folded: str, found: re.Match[str], city: str) -> bool:
    """Whether what is given near home lies all over the city."""
    before = "".join(_LAST_WORD.findall(folded[max(0, found.start() - 8) : found.start()]))
    return not found[0].startswith("就近") or city in before or bool(_ALL_OVER.search(before))


_BRACKET: Final = late(r"[(\[【]([^()\[\]【】]{2,24})[)\]】]")
_APART: Final = late(r"[\s,、/|:;+&-]+")
# What is said around the name of the city: (驻天津), 【坐标郑州】, (大连上班), (异地-宁波/银行岗)
_AROUND: Final = late(
    r"^(?:工作|上班|办公|任职)?(?:地点?|地区)|^(?:坐标|长?期?驻场?|驻点|外派|派驻|派往|异地|base)(?:地|在|到)?"
    r"|(?:地区|区域|总部|本地|分公司|办事处|项目|驻场|驻点|上班|工作|办公|方向|岗位?)+$"
)


def find_elsewhere(title: str, place: Place) -> Place | None:
    """The city or province that a title names in a bracket, where the place of a posting lies in none that it names.

    >>> guangzhou = parse_place("广州市天河区")
    >>> find_elsewhere("数据分析师（成都）", guangzhou).name
    '四川省成都市'
    >>> find_elsewhere("算法工程师（北京/广州）", guangzhou) is None
    True

    A street, a shop or an employer is no city: (南京店) in Taipei.
    """
    folded = fold(title)
    if not place.code or not _BRACKET.search(folded):
        return None
    named = [city for inside in _BRACKET.findall(folded) for city in _cities(inside)]
    return None if any(_meet(city, place) for city in named) else next(iter(named), None)


def _cities(text: str) -> list[Place]:
    """Cities and provinces whose names are all that a part of a text says."""
    names = (_AROUND.sub("", part.lower()) for part in _APART.split(text))
    found = ((name, parse_place(name)) for name in names if len(name) > 1)
    return [
        place for name, place in found
        if place and place.code and place.level in ("city", "province") and _is_name(name, place.name)
    ]  # fmt: skip


def _is_name(name: str, whole: str) -> bool:
    """Whether a name is that of a place, with or without what kind of place it is."""
    return whole.endswith((name, f"{name}市", f"{name}省")) or (len(whole) > len(name) and whole.startswith(name))


def _meet(one: Place, other: Place) -> bool:
    """Whether one of two places lies in the other, or both in one city."""
    first, second = ((place.code or "")[:6].rstrip("0") for place in (one, other))
    return first.startswith(second) or second.startswith(first) or (one.city_code or one) == other.city_code
