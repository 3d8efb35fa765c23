"""What stands before and behind the name of a place: where it begins and ends, and what is built there."""

from typing import Final

from jobmatch.patterns import late

SEPARATORS: Final = frozenset(" ,;:/|\\-_·.、,。;:()[]{}<>《》【】\"'“”+&~—>→•")
LIST_SEPARATORS: Final = SEPARATORS - frozenset("·•_.")  # 北京·大兴·黄村 goes down, it lists nothing
_BEFORE: Final = (
    "位于",
    "地点",
    "地址",
    "地区",
    "区域",
    "工作",
    "工作地",
    "上班地",
    "现住",
    "现居",
    "在",
    "或",
    "和",
    "及",
    "与",
    "中国",
    "我国",
    "近",
    "原",
    "地铁",
    "捷运",
    "轻轨",
    "号线",
    "住",
    "考虑",
    "想去",
    "想到",
    "坐标",
    "定位",
    "base",
)
_BEHIND: Final = (
    "附近", "周边", "地铁", "站", "不限", "全区", "市区", "城区", "全市", "等", "内", "各", "或", "和", "及", "机场",
    "片区", "组团", "板块", "上班", "工作", "就业", "打工", "那边", "这边", "一带", "优先", "最好", "都行", "也行",
    "都可", "也可", "皆可", "均可", "不要太远", "不太远", "不远", "近点", "为主", "校区", "院区",
)  # fmt: skip
# 福田深国投广场, 浦东张杨路500号; a bank or a company bears the name of where it comes from.
_NO_COMPANY: Final = "(?![^ ,、(]*(?:公司|集团|银行|股份|人寿|学院|大学))[一-龥a-z0-9]{0,10}?"
_STREETS: Final = "路|街|大道|胡同|弄|村|开发区|工业区|高新区|经开区|[业技意流]园|县城|新城"
_HOUSES: Final = (
    "广场|大厦|大楼|中心|花园|小区|公寓|商场|天地|地铁|[0-9a-z]座|医院|[中小]学|超市|市场|公园|车站|码头|物流|基地|温泉|"
    "仓库|宜家|万达|吾悦|大悦城|奥莱|银泰"
)
_HOUSE: Final = late("(?:(?!号)[一-龥a-z]){0,5}?(?:大厦|大楼|中心|广场|国际|智园|天地|公馆|公寓)")
_ZONE: Final = late(
    "[一-龥]{0,8}?(?:开发区|工业园|工业区|产业园|高新区|经开区|物流园|保税区|新城|县城|温泉"
    "|[装纺革品金材车具贸]城|批发市场|农贸市场|基地|[一-龥]镇|[一-龥]乡(?!村)|街道办)"
)
_STREET: Final = late(f"{_NO_COMPANY}(?:{_STREETS})")
_SITE: Final = late(f"{_NO_COMPANY}(?:{_STREETS}|{_HOUSES})")

# 西红门宏福苑, 黄村枣园附近: an estate or a temple that ends what is said, as people tell where they live.
_ESTATE: Final = late(
    f"{_NO_COMPANY}(?<=[一-龥]{{2}})(?:苑|[家佳嘉欣馨名雅]园|花园|公馆|小区|社区|公寓|[东西南北]?里|园|庄|寺|庙|营|新居|新村|村|家属[院楼]|大院|号院)"
    r"(?:[东西南北中一二三四五六七八九十\d][区里]|\d{1,3}号?[楼院栋]?[\d\-]{0,8}(?:单元|室)?[\d\-]{0,6})?"
    r"(?:那?(?:附近|旁边?|那边|这边|一带|对面|周边))?(?=[,;。、()\s]|$)"
)


# Where somebody comes from or an employer has its seat is not where the work is; each sign names a clause.
_ELSEWHERE: Final = late(
    r"(?:^|(?<=[,;。(\s]))(?:户籍|户口|籍贯|原籍|祖籍|老家|(?:公司)?(?:总部|注册地))[^,;。)]{0,40}"
)


def elsewhere(text: str) -> list[tuple[int, int]]:
    """The stretches of a folded text that tell of another place than that of the work or the home.

    >>> elsewhere("户籍河南信阳,现住杭州滨江")
    [(0, 6)]
    """
    return [match.span() for match in _ELSEWHERE.finditer(text)]


_CAMPUS: Final = ("校区", "院区", "分校", "分院", "厂区", "园校")


def says_campus(text: str, at: int) -> bool:
    """A campus follows: of 厦门大学翔安校区 the district is the one that is said, not that of the old campus.

    >>> says_campus("厦门大学翔安校区", 6), says_campus("厦门大学翔安", 6)
    (True, False)
    """
    return text.startswith(_CAMPUS, at)


_EXCEPT: Final = late(
    r"除(?:了|开|去)?[^,;。)]{1,30}?(?:以外|之外|外(?!环|滩|高桥|贸)|(?=[,;。)]|$))"
    r"|(?:(?<=[,;。、()\s])|^)[^,;。、()\s]{2,10}?(?:太远(?!的)|有点远|太偏|不去|不考虑|不想去|不愿去|去不了|不接受|免谈|就算了|不行)"
)
_REFUSED: Final = late("[除远偏不免算]")  # a text without any of them excepts nothing


def excepted(text: str) -> list[tuple[int, int]]:
    """The stretches of a folded text that name where somebody does not want to work.

    >>> excepted("除了西藏新疆,哪里都行"), excepted("海淀上班,昌平太远")
    ([(0, 6)], [(5, 9)])
    """
    found = _EXCEPT.finditer(text) if _REFUSED.search(text) else ()
    return [match.span() for match in found if "不要太" not in match[0]]


def begins(text: str, at: int) -> bool:
    """Nothing but a separator or 在 and its like stands before a name.

    >>> begins("工作地点在望京", 5), begins("泛海城市广场", 1)
    (True, False)
    """
    return at == 0 or text[at - 1] in SEPARATORS or text.endswith(_BEFORE, 0, at)


def ends(text: str, at: int) -> bool:
    """Nothing but a separator or 附近 and its like stands behind a name.

    >>> ends("望京附近", 2), ends("劲松大厦", 2)
    (True, False)
    """
    return at == len(text) or text[at] in SEPARATORS or text.startswith(_BEHIND, at)


def says_site(text: str, at: int) -> bool:
    """A house, a street, a village or a zone follows, and not the name of a company.

    >>> says_site("福田深国投广场", 2), says_site("浦东发展银行大厦", 2)
    (True, False)
    """
    return bool(_SITE.match(text, at))


def names_house(text: str, at: int) -> bool:
    """A house follows, whose name is as likely taken from elsewhere: 横店大厦.

    >>> names_house("横店大厦", 2), names_house("织里童装城", 2)
    (True, False)
    """
    return bool(_HOUSE.match(text, at))


def says_street(text: str, at: int) -> bool:
    """A street, a village or a zone follows: houses bear the names of towns far away.

    >>> says_street("黄村兴华路", 2), says_street("中新大厦", 2)
    (True, False)
    """
    return bool(_STREET.match(text, at))


def says_estate(text: str, at: int) -> bool:
    """An estate, a temple or a hamlet follows and ends what is said.

    >>> says_estate("西红门宏福苑", 3), says_estate("黄村枣园附近", 2), says_estate("黄村园林绿化", 2)
    (True, True, False)
    """
    return bool(_ESTATE.match(text, at))


def says_zone(text: str, at: int) -> bool:
    """A development zone or an industrial park follows, as every county has.

    >>> says_zone("香河新兴产业园", 2), says_zone("香河肉饼", 2)
    (True, False)
    """
    return bool(_ZONE.match(text, at))
