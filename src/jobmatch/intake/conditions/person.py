"""Who the client is; and what is held for the audit only."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.conditions.age import read_age
from jobmatch.intake.conditions.home import read_home
from jobmatch.intake.conditions.schooling import read_schooling
from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, Reading, fact
from jobmatch.text.places.place import parse_place

_MARRIED: Final = re.compile(
    r"(?P<已婚>已婚|(?<!un)married)|(?P<离异>(?<!父母)(?<!爸妈)(?<!父母早)离异|(?<!父母)(?<!爸妈)离婚|离了(?!职)|divorced)|(?P<丧偶>丧偶|widowed|widower?)"
    r"|(?P<未婚>未婚|没(?:结过?婚|成过?家|娶|嫁|讨老婆)|单身汉|光棍|单身(?!宿舍|汉|妈|母|父|爸|带)|single(?= |$|,))"
)
_PEOPLES: Final = r"(?P<e>汉|回|满|蒙古|维吾尔|藏|壮|苗|彝|朝鲜|土家|布依|侗|瑶|白|傣|哈萨克|畲|黎|羌|土|仡佬|纳西|拉祜|傈僳|水|东乡|佤|撒拉|锡伯|达斡尔|鄂温克|阿美|泰雅|排湾|布农|赛德克|卑南)"
_ETHNIC: Final = re.compile(_PEOPLES + "族|(?P<short>维|哈)族|(?P<hui>回)民(?!区|街|中学|小学)")
_SHORT_NAMES: Final = {"维": "维吾尔", "哈": "哈萨克"}
_PEOPLE: Final = re.compile(_PEOPLES + "族?")
_HUKOU: Final = re.compile(
    r"(?P<h>(?:本市|本地|外地|农村|农业|非农业|城镇|城市|居民|外省|(?![是为系属原])[\u4e00-\u9fff]{2,8}?)(?:户籍|户口))(?!所在|地|本|在)"
    r"|(?:户籍|户口)(?:所在地|地)?[:是为系在属于]*(?P<h2>(?!本身)[\u4e00-\u9fff]{2,12})"
    r"|(?P<h3>设籍[\u4e00-\u9fff]{2,8})|(?<![国祖学国书])(?P<h4>(?:本|外)[省市县区地]籍|(?![原位名个])[\u4e00-\u9fff]{2,3}籍)(?!贯|在|地)"
)
_HUKOU_SAID: Final = re.compile(r"[\u4e00-\u9fffa-z]{2,16}")


_COMES_FROM: Final = re.compile(
    r"(?:^|来自|籍贯[:是]?|老家(?:在|是)?)[ ]*(?P<h>[\u4e00-\u9fff]{3,8}?)人(?:氏)?(?=$|[\u4e00-\u9fff]某)"
)


def read_person(reading: Reading) -> Iterator[Fact]:
    """Every fact about who the client is."""
    who = reading.note.subject
    if who.gender:
        yield Fact("audit.gender", who.gender, *who.gender_at, PLAIN if who.gender_said else _BY_PRONOUN)
    for clause in reading.own():
        yield from read_age(clause, reading)
        yield from read_schooling(clause)
        yield from read_home(clause, reading)
        yield from _audit(clause)
    for clause in reading.note.clauses:
        yield from _spouse(clause)
        if clause.others and clause.key == "family":
            yield from _audit(clause)


_SPOUSE: Final = re.compile(
    r"(?P<ex>前夫|前妻|(?:丈夫|老公|妻子|老婆|媳妇|男人)(?:早|早就|已经|前几年|前年|去年)*(?:离了(?!家)|离婚|跟人(?:跑|走)|跑了)|ex-husband|ex-wife)|(?P<gone>(?:丈夫|老公|妻子|老婆|爱人|老伴|太太|先生|媳妇|老头子?|孩子(?:他|她)?[爸爹妈]|娃(?:他|她)?[爸爹妈]"
    r"|男人)[^,。;]{0,8}(?:去世|过世|没了|走了(?!远|歪)|走的(?=$|[,。;])|病故|离世|亡故|不在了|走得早|走的早)|守寡|(?<![a-z])widow(?:er|ed)?(?![a-z])|(?:她|他)(?:就)?没再[嫁娶]|(?:husband|wife) (?:passed"
    r"|died))"
    r"|(?P<now>夫妻(?=[俩二两同都均一双]|来)|小两口(?=一|来|都|同)|丈夫|老公|妻子|老婆|爱人|配偶|太太|两口子|老公仔|嫁(?:过来|到|给)|婆娘|堂客|其夫|其妻|军嫂|军属"
    r"|小媳妇|(?<![\u4e00-\u9fff])妻(?=[也在是有系做带无患])|怀(?:了)?二胎|(?:对象|本人|她)(?:是"
    r"|为)[^,。;]{0,3}儿媳|(?:孩子|娃)(?:她|他)?爸|(?<![\u4e00-\u9fff])先生(?=在|是|做|有|跑|也|开|教|当|帮|每"
    r"|经|一|月)|媳妇(?!妇)|(?<=[家屋]里)老头|老头子(?=有|得|在|也|身|瘫|中风|病|要|走)|老伴|老爷们|她男的|(?<=她)(?:先生|男人)|(?<!ex-)(?:husband|wife))"
)


def _audit(clause: Clause) -> Iterator[Fact]:
    if found := _MARRIED.search(clause.text):
        yield fact("audit.marital_status", str(found.lastgroup), clause, found, LIKELY)
    keyed = _PEOPLE.match(clause.text, clause.value) if clause.key == "ethnicity" else None
    if found := keyed or _ETHNIC.search(clause.text):
        said = found["e"] or found.groupdict().get("hui") or _SHORT_NAMES[found["short"]]
        yield fact("audit.ethnicity", said + "族", clause, found, PLAIN)
    if clause.key == "household" and (found := _HUKOU_SAID.match(clause.text, clause.value)):
        yield fact("audit.household", found[0], clause, found, PLAIN)
    elif found := _HUKOU.search(clause.text):
        said = next(name for name in ("h", "h2", "h3", "h4") if found[name])
        yield fact("audit.household", found[said], clause, found.span(said), LIKELY)
    elif (found := _COMES_FROM.search(clause.text)) and (place := parse_place(found["h"])) and not place.likely:
        yield fact("audit.household", found["h"], clause, found.span("h"), WEAK)


_BY_PRONOUN: Final = 0.65


def _spouse(clause: Clause) -> Iterator[Fact]:
    """Who has a husband or a wife is married; who had one is divorced or widowed. Kept for the audit only."""
    found = _SPOUSE.search(clause.text)
    if found and not re.search(r"没|无|别人|邻居|老板娘?的?", clause.text[max(0, found.start() - 4) : found.start()]):
        said = "离异" if found["ex"] else "丧偶" if found["gone"] else "已婚"
        yield fact("audit.marital_status", said, clause, found, WEAK)
