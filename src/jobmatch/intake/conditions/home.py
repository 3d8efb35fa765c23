"""Where the client lives: behind a word for living, or a place that stands alone."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.fact import LIKELY, Fact, Reading, fact
from jobmatch.intake.work.mentions import mentions
from jobmatch.text.places.place import parse_place
from jobmatch.text.work.fields import field_words
from jobmatch.text.work.majors import is_major

_FIRST_WORDS: Final = 60  # characters at the head of a note in which a visit names the place
_HOME: Final = re.compile(
    r"(?:现?居住地址?|现住址?|家庭住址|住址|常住地?|居住在|家住|租住在|租住|房子?(?:就)?(?:买|安|租)?在"
    r"|买房(?:子)?在|(?:合|现|就)?租(?:房)?在|落脚在|安家在|屋企在|家搁|屋头在|屋头|暂住|住在|现居|居住?于"
    r"|居住|(?<![不留凑湊带睇看盯守拉挡忍记稳抓管顶扛])住|家里住|屋头在|(?<![老娘婆亲])家(?:就)?在|寄住在?"
    r"|寄居在?|位于|宿舍[,，]?在|(?<![\u4e00-\u9fff])家(?=[:(])|坐标|(?<![\u4e00-\u9fff])人(?:现|就|还)?在|安在|落脚|搬(?:到|回|来|去)了?|lives? (?:in|at|on)"
    r"|living (?:in|at|on)|resides in|based in|residence"
    r"|address)(?:于|在|到)?[ :是为(]*(?:我们|咱们?|俺们?)?"
    r"(?P<place>[\u4e00-\u9fffa-z0-9#\- ]{2,40})"
)
_LIVES: Final = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,12}?(?:镇|乡|街道|村|社区|小区))(?:居民|村民|的(?=[\u4e00-\u9fff](?:某|师傅"
    r"|大姐|阿姨|女士|先生))|人(?!员)|的?住户|户|的(?=$|[,，]))"
    r"|(?:自己|讲|说|娃|伙|哥|姐|人|位|^|[,。; ])(?:本来|原本|就)?是(?:本地)?(?P<place11>[\u4e00-\u9fff]{2,6}?)的(?=$|[,。;])"
    r"|(?:^|(?<=[,。;、 ]))(?P<place12>(?![她他我你]|[\u4e00-\u9fff]{0,6}在)[\u4e00-\u9fff]{2,8}?)(?:租(?:的)?房(?:子)?(?:住)?|住)(?=$|[,。;])"
    r"|^(?P<place13>[\u4e00-\u9fff]{2,5}?)(?:返乡|回乡|小媳妇|小伙子?|姑娘|妹子|妹儿|汉子|伢子|大姐|大哥|大嫂)(?=\d|[,。]|[二三四五六]十|$)"
    r"|(?<![\u4e00-\u9fff])家是?(?P<place2>[\u4e00-\u9fff]{2,8}?)的?(?=$|[,。;])"
    r"|(?:走访|入户|探访|家访|(?:去|到)(?:了一?趟|的是|了))(?P<place3>[\u4e00-\u9fff]{2,12}?(?:镇|乡|街道|村|庄|社区|屯|[\u4e00-\u9fff](?=$)))(?=老|[\u4e00-\u9fff]家|见|看|$|[,。])"
    r"|(?P<place4>[\u4e00-\u9fff]{2,10}(?:镇|乡|街道|村|庄))(?:上|里|上的|里的|的)?(?:人|农民)(?=$|[,。])"
    r"|^[^,。;]{0,8}?(?P<place5>[\u4e00-\u9fff]{2,6}?(?:镇|乡|街道)[\u4e00-\u9fff]{1,7}?(?:村|庄|社区|屯|店|营))(?=[\u4e00-\u9fff]家|报|$|[,。的])"
    r"|(?:离家|住家|亲戚家|姐家|哥家|家里|社区|村里|小区)\((?P<place6>[\u4e00-\u9fff]{2,10})\)|(?:刑满|释放"
    r"|出狱|服刑期满|退伍|退役|离婚|毕业|从[^,。;]{2,6})(?:后)?(?:就"
    r"|便)?回(?:到)?了?(?P<place8>[\u4e00-\u9fff]{2,8}?)(?=$|[,。;])|随(?:军|夫|妻|丈夫|老公|爱人|队"
    r"|迁)(?:调)?(?:到|至|来|去|在)(?P<place9>[\u4e00-\u9fff]{2,8}?)(?:定居|生活)?(?=$|[,。;])"
    r"|(?:^|(?<=[在,,、;]))(?P<place10>[\u4e00-\u9fff]{2,8}?(?:家属[院楼区]|小区|宿舍|新村|公寓|花园|棚户区))(?:里)?住(?=[着了的]|$|[,。;])"
    r"|在(?P<place7>[\u4e00-\u9fff]{2,8}?)(?:(?:住|租房)(?:了|着|过)|租(?:房|住)|住(?=$|[,。;]))"
)
_NOT_HOME: Final = re.compile(
    r"^(?:宿舍|哪|家|公司|厂(?=[里房内上]|$)|员工|不|得|院|进|过|处|房(?!山)|宅|校|一起|娘家|婆家|儿子|女儿|老人|的|人)|^(?:with|at)\b"
)
_DOOR: Final = re.compile(r"(?:\d+|[一二三四五六七八九十]+)(?:号楼|号院|栋|幢|单元|室|号|#|弄|楼|层|-\d).*$")
_HOME_STOP: Final = re.compile(
    r"住$|乡下|农村|[他她我]|亲戚|姑姑|舅舅|叔叔|朋友家|附近|周边|一带|一个|离|到|上班|通勤|骑|坐|开车"
    r"|和(?=[\u4e00-\u9fff]{2})(?!平|睦)|与|跟|方便|想|希望|要|的|租房|租|自有|,|今年|已|有|没|由|在|因|单身"
    r"|独居| and | with | she| he| can"
    r"| wants| has|(?<![青少丰])年"
)


_VALUE: Final = re.compile(r"(?:在|于)?(?P<place>[\u4e00-\u9fffa-z0-9#\- ,]{2,40}?)(?=$|[。;(])")
_EMPLOYER_MOVES: Final = re.compile("(?:公司|厂子?|单位|店|学校|门店|工厂|企业)[^,。;]{0,6}(?:搬|迁|位于|在)")


def read_home(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """Where the client lives by the words of a clause."""
    told = [*_homes(clause, reading)]
    if not (told and told[0].confidence == _BARE and is_behind_wish(clause, reading)):
        yield from told


def _homes(clause: Clause, reading: Reading) -> Iterator[Fact]:
    if clause.key == "home" and (found := _VALUE.match(clause.text, clause.value)):
        said = _DOOR.sub("", found["place"]).strip()
        if said and not _NOT_HOME.match(said):
            at = found.start("place")
            known = _is_place(said, reading)
            yield fact("conditions.residence", said, clause, (at, at + len(said)), LIKELY if known else _BARE)
            return
    if (clause.past and "现" not in clause.text) or _EMPLOYER_MOVES.search(clause.text):
        return
    for pattern in (_HOME, _LIVES):
        for found in pattern.finditer(clause.text):
            name = next(name for name, said in found.groupdict().items() if said)
            if name in ("place3", "place5", "place13") and clause.start > _FIRST_WORDS:
                continue
            if name == "place11" and _REGISTERED.search(clause.before[-_NEAR_NAME:] + clause.text[: found.start(name)]):
                continue
            if "反映" in found[name]:
                continue
            said = _HOME_STOP.split(_DOOR.sub("", found[name]))[0].strip(" -)")
            known = _is_place(said, reading)
            if not _NOT_HOME.match(found[name]) and (
                known or (name in ("place", "place10") and _MAY_BE_PLACE.fullmatch(said))
            ):
                at = found.start(name) + len(found[name]) - len(found[name].lstrip())
                yield fact("conditions.residence", said, clause, (at, at + len(said)), LIKELY if known else _BARE)
                return
    yield from _bare_home(clause, reading)


_REGISTERED: Final = re.compile("户籍|户口|老家|籍贯|原籍|祖籍|出生")
_NEAR_NAME: Final = 8  # characters before a place in which it is said to be where somebody is registered
# What stands behind a word for living and may be the name of a place that no list has.
_MAY_BE_PLACE: Final = re.compile(
    r"(?!.*(?:最|院|校|处))(?![她他我小单集员父母儿女丈婆公朋])(?:老(?=[城街区镇路庄村屋宅火汽纺机市])"
    r"|(?!老))(?:(?!(?:^宿舍|工地|就近|庄里|集体|单身|职工|亲戚|单位|方便|隔壁|郊区|农村|城里|镇上|村里|市区"
    r"|本地))[^的了着过她他我没有不要会人租去\W\da-z]){2,8}"
)
_LIVES_IN: Final = re.compile(
    r"(?:rents?(?: an? (?:room|flat|place))? (?:in|near|around)(?! (?:the|an?|her|his|work|school))|(?:lives?|living|staying|stays) (?:around|near|close to)(?! (?:the|an?|her|his|work|school))|(?<![a-z])(?:w|with) (?:my|her|his|their) (?:parents|family|folks|mum|sister|brother) in|arrived in|settled in|moved to(?= [a-z]+ (?:in )?(?:19|20)\d\d)|lives?(?: in| at| outside)?(?! with"
    r"| alone| by| near| here| there| off| and| around)|lives? with [a-z]+(?: [a-z]+)? in|living (?:in|at|on)"
    r"|resides in|based in|(?<!or )(?<!away )(?:is |hes |shes |he's |she's |\d )from|^\s*from(?! (?:jan|feb"
    r"|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|monday|home|an? |the |her |his "
    r"|\d))) (?P<place>[a-z]+(?: (?!with|and|near|alone|since|for|but|in|(?:19|20)\d\d)[a-z0-9]+){0,3})"
)
_BARE_PLACE: Final = re.compile(
    r"\s*(?:[-·•*◆▪]+|\d{1,2}[.、) ]|\.)?\s*(?:家|坐标|位于|地址|搁)?[: ]*(?P<place>[\u4e00-\u9fff]{2,18}?"
    r"|[a-z]{4,14}(?: industrial park| new area| high-tech zone)|[a-z]{4,14}(?: \(?[a-z]{4,14}(?: district"
    r"| county)?\)?)?)(?:这块儿?|那边|这边|人|的|(?:汉|回|满|蒙古|维吾尔|藏|壮|苗|彝|朝鲜|土家|布依|侗|瑶|白"
    r"|傣|哈萨克|畲|黎|羌|土|仡佬)族)?[\s—–-]*"
)
_NO_BARE_HOME: Final = re.compile(
    r"(?:区域|地区|地点|意向|期望|公司|单位|最好|希望|想|找|去|要求|在|到|籍贯|老家|户籍|[、和或])[^。;\n, ]{0,8}$"
)
_SEVERAL: Final = re.compile("[或、]|(?<!呼)和(?![平田县龙顺林])")
_NO_BARE_PLACE: Final = re.compile(
    "^(?:户口|户籍|老家|籍贯|原籍|祖籍|出生|娘家|婆家|来自)|(?:户口|户籍)$|^(?:群众|党员|团员|良好|一般|健康|汉族)$|^[老小][\u4e00-\u9fff]$|反映|^(?:回民|汉族|和平|团结|解放)$|学|中专|[内外]$|中心|附近|公司|医院|[卡表单]$|^[不没说是]|[了着过]|记录|服务站|驿站|服务中心|就业局|职介所|服务台"
)


def _bare_home(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """A place that stands alone, as at the head of a visit's note or in the last cell of a roster, is the home."""
    if lives := _LIVES_IN.search(clause.text):
        yield fact("conditions.residence", lives["place"], clause, lives.span("place"), LIKELY)
        return
    found = _BARE_PLACE.fullmatch(clause.text)
    if (
        not found
        or (clause.text.isascii() and _IS_A_NAME.match(reading.note.shadow, clause.start + found.end("place")))
        or _NO_BARE_HOME.search(clause.before[-12:])
        or _NO_BARE_PLACE.search(found["place"])
        or _SEVERAL.search(found["place"])
        or is_major(found["place"])
    ):
        return
    said = _DOOR.sub("", found["place"])
    place = parse_place(said, reading.home) if len(said) >= _SHORTEST_PLACE and not mentions(said) else None
    sure = (
        place is not None and not place.likely and (place.code or said.endswith(("镇", "乡", "街道", "区", "县", "村")))
    )
    fine = place is not None and (place.level in _FINE or _IN_TAIWAN.match(place.code or ""))
    among_first = place is not None and place.level == "city" and _of_roster(clause, found)
    if sure and (fine or among_first):
        yield fact(
            "conditions.residence",
            said,
            clause,
            (found.start("place"), found.start("place") + len(said)),
            _ORIGIN if _COMES.match(clause.text, found.end("place")) else _BARE,
        )


_IS_A_NAME: Final = re.compile(r"(?<=[a-z]),? ?(?:m|f|male|female)(?=[,. ;])")  # Zhao, M, 38


def _of_roster(clause: Clause, found: "re.Match[str]") -> bool:
    """Whether a town stands among the first cells of a note, behind the gender or the age: 女,54,柳州,高中."""
    ahead = clause.before + clause.text[: found.start("place")]
    if not _PLAIN_TOWN.fullmatch(found["place"]):
        return False
    return clause.start <= _FIRST_WORDS and bool(_AGE_OR_GENDER.search(ahead[-_FIRST_WORDS:]))


_PLAIN_TOWN: Final = re.compile("(?!老家|籍贯|户籍|来自|娘家|原籍)[^不去师学院家来回想望到过]{2,8}")
_FINE: Final = ("district", "township")
_AGE_OR_GENDER: Final = re.compile(
    r"[男女](?:孩|的|士|生)?(?=[,、/;|(: \d]|性|$)|(?<!\d)[1-6]\d(?=[,、/;|: 岁]|$)|[二三四五六]十"
)


def is_behind_wish(clause: Clause, reading: Reading) -> bool:
    """Whether a place that stands alone follows what is wished in its line, where the home has been told before."""
    if _PUT_RIGHT.search(clause.before) or not follows_wish(clause, reading):
        return False
    first = _first_home(reading)
    return first is not None and first < clause.start


@lru_cache(maxsize=4)
def _first_home(reading: Reading) -> int | None:
    """Where a note first tells where the client lives."""
    return next((one.start for clause in reading.own() for one in _homes(clause, reading)), None)


def follows_wish(clause: Clause, reading: Reading) -> bool:
    """Whether a wish for work is told before a clause in its line."""
    begin = reading.note.shadow.rfind("\n", 0, clause.start)
    if any(one.role == "wanted" and begin < one.end <= clause.start for one in reading.told):
        return True
    return bool(_WISHED.search(reading.note.shadow[begin + 1 : clause.start]))


_PUT_RIGHT: Final = re.compile(r"(?:[—?]|不是?|不对|错了?|更正|应该是?|应为)[—:, ]*$")
_WISHED: Final = re.compile("想[找做干要]|意向|求职|期望|要求|希望")
_IN_TAIWAN: Final = re.compile("71")  # of which the gazetteer has no districts
_SHORTEST_PLACE: Final = 2
_BARE: Final = 0.85
_ORIGIN: Final = 0.82  # 舟山岱山人 tells less than a place that stands alone
_COMES: Final = re.compile("(?:本地)?人")


def _is_place(said: str, reading: Reading) -> bool:
    """Whether the words name a place: one of the gazetteer, be it one of several of its name, or by their ending."""
    if len(said) < _SHORTEST_PLACE:
        return False
    return names_place(said, reading.home) or (len(said) > 2 and said[-1] in "邨苑村镇乡")


_TOWNS: Final = (2, 3, 4)  # characters of a town before its district: 哈尔滨道外


def names_place(said: str, home: str | None) -> bool:
    """Whether words name a place, or a town and its district side by side.

    >>> names_place("哈尔滨道外", None), names_place("保洁", None)
    (True, False)
    """
    if field_words(said):
        return False  # 酒店 is a hotel, though a town has that name
    place = parse_place(said, home)
    if place and (place.code or place.ambiguous):
        return True
    return any(
        len(said) - at in _TOWNS
        and (town := parse_place(said[:at])) is not None
        and town.level == "city"
        and not town.likely
        and (part := parse_place(said[at:])) is not None
        and not part.likely
        and (part.code or "")[:2] == (town.code or " ")[:2]
        for at in _TOWNS
    )
