"""Conditions that the client sets: pay, way to work, hours, shifts, places, from when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import NUMBER, pattern
from jobmatch.intake.conditions.available import read_available
from jobmatch.intake.conditions.home import follows_wish, is_behind_wish, names_place
from jobmatch.intake.conditions.pay import read_pay
from jobmatch.intake.conditions.shifts import read_shifts
from jobmatch.intake.conditions.times import read_slots, read_wished_slots
from jobmatch.intake.fact import LIKELY, WEAK, Fact, Reading, fact
from jobmatch.intake.work.mentions import mentions
from jobmatch.spoken import most_of
from jobmatch.text.places.place import parse_place
from jobmatch.text.work.fields import field_words

_KM: Final = re.compile(rf"(?P<n>{NUMBER}) ?(?P<unit>公里|千米|km|里(?!程)|kilomet(?:er|re)s?)")
_WAY: Final = re.compile(
    r"通勤|路程|离家|上班|距离|范围|以内|之内|内|不超过|超过|远|骑车|单程|周边|附近|方圆|commut|来回|往返|within|away|from home|no more than"
)
_NEAR: Final = re.compile(
    r"(?:想|希望|期望|最好|要求|优先|意向|工作地点|地点)[^,。;]{0,6}?(?:在|去|到|为|:|是)(?P<place>[\u4e00-\u9fff]{2,12}?)(?:附近|周边|一带|那一?[片块]|这一?[片块]|这边"
    r"|那边|上班|工作|找|就业|做|干|地区|范围|$|内)"
)

_CLOSE_TO: Final = re.compile(
    r"(?:(?<!距)离|靠近|挨着)(?P<close>[\u4e00-\u9fff]{2,6}?)(?:近|不远|的(?=$|[,。;]))|^(?P<round>[\u4e00-\u9fff]{2,6}?)(?:周边|附近|一带|这一?片|那一?片)(?:最好|优先|就行|就可以|为宜|都行|都可以)"
)


def read_wishes(reading: Reading) -> Iterator[Fact]:
    """Every condition that the client sets; the name of a time tells when they are free where nothing else does."""
    told = _with_hours(list(_conditions(reading)))
    yield from told
    if not any(one.field == "conditions.hours" for one in told):
        yield from _part_by_slots(told)
    if not any(one.field == "conditions.available_hours" for one in told):
        yield from next((found for clause in reading.own() if (found := list(read_wished_slots(clause)))), [])


def _with_hours(told: list[Fact]) -> list[Fact]:
    """The facts, without days alone where hours of the day are told (早八点到晚五点,周末不去), and two ends as one slot."""
    slots = [one.value for one in told if one.field == _SLOTS]
    timed = any("from" in one or "to" in one for one in slots)
    told = [one for one in told if one.field != _SLOTS or not timed or one.value.keys() != {"days"}]
    ends = [one for one in told if one.field == _SLOTS]
    if sorted(side for one in ends for side in one.value if side != "days") == ["from", "to"] and len(ends) == _ENDS:
        whole = replace(ends[0], value=ends[0].value | ends[1].value, end=max(one.end for one in ends))
        told = [whole if one is ends[0] else one for one in told if one is not ends[1]]
    return told


_SLOTS: Final = "conditions.available_hours"
_ENDS: Final = 2  # 八点半能到,四点半要走


def _part_by_slots(told: Sequence[Fact]) -> Iterator[Fact]:
    """Who can only work a few hours of the day, or at weekends, works part of the time."""
    slots = [one for one in told if one.field == "conditions.available_hours"]
    short = [one for one in slots if one.value.get("days") == "weekend" or _hours_of(one.value) <= _PART]
    if slots and len(short) == len(slots):
        yield replace(slots[0], field="conditions.hours", value="part", confidence=WEAK)


_PART: Final = 6.0  # hours between the first and the last of a day up to which work is part of the time


def _hours_of(slot: dict[str, str]) -> float:
    """How long a stretch of the day is; a whole day where one end is open."""
    if "from" not in slot or "to" not in slot:
        return 24.0
    begin, end = (int(slot[side][:2]) + int(slot[side][3:]) / 60 for side in ("from", "to"))
    return (end - begin) % 24


def _conditions(reading: Reading) -> Iterator[Fact]:
    for clause in reading.own():
        yield from read_pay(clause, reading.note)
        yield from _commute(clause)
        yield from _shifts(clause, reading.note)
        yield from read_slots(clause, reading.note)
        yield from _places(clause, reading)
        yield from read_available(clause, reading)


_BOTH_WAYS: Final = re.compile("来回|往返|来去")  # of which the way is half
_TOO_FAR: Final = re.compile(r"(?:离家|路|太|嫌|比较)(?:太|比较)?远[^,。;\d]{0,8}$|有[^,。;\d]{0,2}$")


def _commute(clause: Clause) -> Iterator[Fact]:
    found = _KM.search(clause.text)
    if found and _WAY.search(clause.text) and not clause.past and not _is_too_far(clause.text, found):
        said = found["n"]
        try:
            km = most_of(said)  # 三四公里 is four at the most
        except (KeyError, ValueError):
            return
        halves = (found["unit"] == "里") + bool(_BOTH_WAYS.search(clause.text[: found.start()]))
        yield fact("conditions.max_commute_km", km / 2**halves, clause, found, LIKELY)


def _is_too_far(text: str, found: "re.Match[str]") -> bool:
    """Whether the way told of is what was too long: 单位离家20公里太远."""
    return bool(
        _TOO_FAR.search(text[: found.start()])
        or re.match("[^,。;]{0,4}(?:太远|嫌远|远了|太累|[她他我]?(?:没|不)(?:去|干|肯|愿))", text[found.end() :])
    )


def _shifts(clause: Clause, note: Note) -> Iterator[Fact]:
    if clause.earlier:
        return
    yield from read_shifts(clause, note)
    for kind, name in (("any", "hours.either"), ("part", "hours.part"), ("full", "hours.full")):
        if (found := pattern(name).search(clause.text)) and not clause.denies(*found.span()):
            yield fact("conditions.hours", kind, clause, found, LIKELY)
            return


_LIST_OF_PLACES: Final = re.compile(
    r"(?:就|只)?(?:要|想|想找|找|想去|找个|要找)(?P<towns>县城|镇上|本地|市里|市区|城里|本县|本市)的(?=$|[,。;、]|活|工作)"
    r"|(?P<here2>县城|镇上|本地|市里|本县|外地|外县|外省|省内|省外|全国)(?:里)?(?:有活)?(?:就(?:行|可以|成|好|得)|最好|即可|也(?:行|成|可以|能去|愿意去|肯去|去)|都(?:行|可以|能去|成)|可以去|优先)(?=$|[,。;])"
    r"|(?<!不)(?<!没)(?:愿意?|可以?|能|肯|接受|想)(?:去|到|往)(?P<away>外地|外县|外省|省外|省城|县城|全国各地)(?=$|[,。;]|打工|上班|工作|干|做|务工)"
    r"|(?:^|[,。; ])(?:就|只|仅|还是)(?:在|找|想)?(?P<only2>本地|县城|镇上|本县|本市|本镇)(?:的)?(?=$|[,。;])"
    r"|(?<!住)(?<!住在)(?<!家在)(?P<line>(?:地铁)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})号线(?:沿线|附近|边上)|地铁沿线)"
    r"|(?:^|[,。; ])(?:最好是?|首选|优先|尽量|(?:可以?|能)?接受)(?:在|去)?(?P<best>[\u4e00-\u9fff]{2,6}?(?:[、/或和][\u4e00-\u9fff]{2,6}?){0,2})(?=$|[,。;])"
    r"|(?:^|[,。; ])(?P<hereabout>[\u4e00-\u9fff]{2,6}?)(?:这边|那边|一带|附近|周边|[这那]一?[片块])(?:找找?看?|看看|有没有|有合适的|有活)"
    r"|(?:上班|工作)的?(?:地方|地点|区域)(?:就?在|是|就|要)?(?![限就定只为])(?P<site>[\u4e00-\u9fff]{2,6})(?=$|[,。;])"
    r"|(?P<only>[\u4e00-\u9fff]{2,6}?)以外的?(?:地方|区|城市)?(?:都|一概)?(?:不|免)"
    r"|离开(?P<leave>[\u4e00-\u9fff]{2,6}?)的(?:活|工作)?(?:都|一概)?(?:不|免)"
    r"|(?:想|要|打算|准备|愿意)(?:过去|搬去|搬到|跟去|调去|过)(?P<move>[\u4e00-\u9fff]{2,4}?)(?=$|[,。;]|找|做|干|上班|工作|发展|定居)"
    r"|(?:prefers?|looking (?:around|in)|(?:willing|happy|ready|able) to (?:move|relocate|travel|commute) to"
    r"|anywhere in|(?:jobs?|work) in) (?P<around>[a-z]+(?:(?: or | and )[a-z]+)?)(?=$|[.,;])|"
    r"(?:想|要|愿意?|打算|还是要?|自己想|就想|仍想)(?:在|留在?|回|去|到|上|待在?"
    r"|就近在)(?P<stay>[\u4e00-\u9fff]{2,6}?)(?:里|头|城)?(?=$|[,。;]|找|做|干|上班|工作|发展|寻|的"
    r"|[\u4e00-\u9fff]{0,3}(?:厂|店|公司))|(?:^|[,。; ]|就|要求|仅?限|就认|只认|只能?|只想"
    r"|只肯)在?(?P<local>[二三四五六]环以?[内外]|县城|市中心|县中心|县里|县内|市区|市里|市内|城里|镇上|疆内"
    r"|省内|本地|本市|本县|州内|区内)(?:里)?(?=$|[,。;或、]|都|也|就|找|寻|干|做|上班|环卫)"
    r"|(?P<also>[\u4e00-\u9fff]{2,4}?)(?:也|都)(?:愿意?|肯|可以|能)?(?:去|得)(?=$|[,。; ])|(?:想|希望)?(?:在"
    r"|留在?)(?P<here>县内|市内|区内|镇内|省内|本县|本市|本区|本镇)(?=就近|就业|找|工作|上班|$|[,。;])"
    r"|(?P<limit>[\u4e00-\u9fff]{2,4}(?:[、/或和][\u4e00-\u9fff]{2,4}){0,2})为限|(?:地方|区域|地点|片区"
    r"|城市)(?:就|只|仅)*(?:认|要|限|看|定|选)(?:在"
    r"|于)?(?P<held>[\u4e00-\u9fff]{2,6}(?:[、/或和][\u4e00-\u9fff]{2,6}){0,2})|(?:^"
    r"|[,。; ])(?P<range>[\u4e00-\u9fff]{2,6})范围(?:内)?(?=$|[,。;])|(?:留在?|不出|限|就近"
    r"|老家)(?P<kept>[\u4e00-\u9fff]{2,6}?(?:[、/和或][\u4e00-\u9fff]{2,6}){0,2}?)(?:城区|市区)?(?=$|[,。;]"
    r"|上班|工作|发展|找|就业|内|做|干|以?内)|(?:stay|work|be|remain) in (?P<engl>[a-z']+(?: or [a-z']+)?)(?=$"
    r"|[.,;])|(?:^|[,。; ])(?:地点|城市|地方)(?:就|在|是|:)?(?P<spot>[\u4e00-\u9fff]{2,4})(?:吧|呗|嘛"
    r"|就行)(?=$|[,。;\n ])|"
    r"(?:(?:工作|意向|目标|期望)?(?:区域|地区|地点|城市)[ :是为在]*(?![限就定只])|(?:公司|单位|工作|最好|只|就"
    r"|想|希望|上班)[^,。;]{0,4}?(?<!住)在|(?<!不)(?:愿意?|可以?|能|想|考虑)(?:去|到)|(?:只|就)(?:考虑|要|找"
    r"|投|看|去)|^考虑|^就|(?:不想|不愿意?|不)(?:离开"
    r"|出)(?=本[市县区镇]))(?P<all>[\u4e00-\u9fff]{2,8}(?: ?[、/或和] ?[\u4e00-\u9fff]{2,8}?){0,3})(?=$|[,。;]"
    r"|附近|周边|一带|上班|工作|找|内|都|本地|这[两几]|那[两几]|及周边|和周边|务工)"
    r"|(?P<any>[\u4e00-\u9fff]{2,8}(?:[、/或和][\u4e00-\u9fff]{2,8}){0,2}?)(?:本地|可去|能去|都去|都可以|都行"
    r"|都成|都好|均好|皆可|为主|都?能接受|均可接受|都能(?:去|跑|来|到|干)|都投[了过着]?|都愿意?去|都?想去|均可"
    r"|都考虑|也行|也可以|优先|附近(?:就行|就可以|即可|最好)|(?<=[区市县镇])内$)"
    r"|^[ ]*(?P<alone>[\u4e00-\u9fff]{2,6}(?:[、/或和][\u4e00-\u9fff]{2,6}){1,5})[ ]*$|(?:希望|最好是?)(?:在"
    r"|去)?(?P<wish>[\u4e00-\u9fff]{2,4}(?:市区|片区|新区|城区|开发区)|县城|市区|镇上|本[市区县镇])(?=$"
    r"|[,。;])|(?P<en>[a-z]+(?: or [a-z]+)?) only"
)
_PLACE_TAIL: Final = re.compile(
    r"(?:附近|周边|一带|这边|那边|上班|工作|找|就近|就业|做|干|地区|范围|内|本地|都可以|都行|均可|或者|这[两几]块?儿?|说)+.*$"
)
_PLACE_HEAD: Final = re.compile(r"^(?:[她他我])?(?:说|讲)?(?:就|希望|最好|想|在|去|到|那)*(?=..)")
_LONGEST_SAID: Final = 150  # characters of a clause in which somebody says where to work
_TWICE_TWO: Final = 4  # characters of two names of places side by side: 丰台大兴


def _places(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """Where the client wants to work: one place, or a list of them."""
    lists = _LIST_OF_PLACES.finditer(clause.text) if len(clause.text) <= _LONGEST_SAID else ()
    for found in (*_NEAR.finditer(clause.text), *_CLOSE_TO.finditer(clause.text), *lists):
        name = next(name for name, said in found.groupdict().items() if said)
        yield from _named(found[name], found.start(name), clause, reading)
    bare = _BARE_LIST.fullmatch(clause.text)
    around = bare and _ROUND_A_TOWN.search(clause.text) and follows_wish(clause, reading)
    if bare and not _NO_LIST.search(bare["places"]) and (around or is_behind_wish(clause, reading)):
        words = bare["places"]
        parts = () if re.search("[、/ ]", words) else _each_of_two(words, reading)
        yield from (
            fact("attitude.places", part, clause, (at := clause.text.index(part), at + len(part)), LIKELY)
            for part in parts
        )
        if not parts:
            yield from _named(words, clause.text.index(words), clause, reading)
    if clause.key == "places":
        yield from _named(clause.text[clause.value :], clause.value, clause, reading)


# A clause of nothing but places: 厚街虎门长安; 黔东南州内.
_BARE_LIST: Final = re.compile(
    r"[ ·•*-]*(?P<places>[\u4e00-\u9fff]{2,8}?(?:[、/ ]?[\u4e00-\u9fff]{2,4}){0,3}?)(?:这边|那边|[这那]一?[片块]|一带|附近|周边|范围内?|优先|为主|为限|最好|都行|都可以|均可|可|就行)?[ ]*"
)
_NO_LIST: Final = re.compile(
    "^.?.[内围]$|[也愿去想只在不要身健了过]|[千百]|为限|中专|大专|本科|高中|初中|小学|[未已]婚|离异|[男女]|族$"
)
_ROUND_A_TOWN: Final = re.compile(
    r"(?:市区|城区|州内|市内|区内|县内|镇内|范围内?|一带|附近|周边|片区|[这那]一?[片块])[ ]*$"
)
_EACH: Final = 2  # characters of a name in a row of them without a sign


def _each_of_two(words: str, reading: Reading) -> tuple[str, ...]:
    """The places in a row of names of two characters, as 厚街虎门长安; none where it is no such row."""
    pairs = tuple(words[at : at + _EACH] for at in range(0, len(words), _EACH))
    row = len(words) % _EACH == 0 and len(pairs) > 1 and _mostly_places(pairs[1:], reading)
    row = row and _mostly_places(pairs[:-1], reading)
    return pairs if row and not _is_known(words, reading) else ()


def _is_known(words: str, reading: Reading) -> bool:
    place = parse_place(words, reading.home)
    return place is not None and bool(place.code) and not place.likely


def _named(words: str, at: int, clause: Clause, reading: Reading) -> Iterator[Fact]:
    """Every place in a list, where all of it are places."""
    items = re.split(r"[、/和]|或者?| or | and | ", words)
    listed = len(items) > 1 and _mostly_places(items, reading)
    for item in items:
        begin = clause.text.index(item, at)
        at = begin + len(item)
        said = item.strip()
        if not _SOME_PLACE.fullmatch(said):
            said = _PLACE_HEAD.sub("", _PLACE_TAIL.sub("", said))
        for part in _parts(said, reading) or ((said,) if listed and _MAY_BE_PLACE.fullmatch(said) else ()):
            begin = clause.text.index(part, begin)
            if not _NOT_THERE.search(clause.text[:begin]):
                yield fact("attitude.places", part, clause, (begin, begin + len(part)), LIKELY)


_MAY_BE_PLACE: Final = re.compile(
    "(?!.*(?:离家|家近|[千百元块上下内外的可去只在不都也说要想身健班休险]|以|围|为限))[\u4e00-\u9fff]{2,3}"
)  # 厚街 beside 虎门 and 长安


def _mostly_places(items: Sequence[str], reading: Reading) -> bool:
    """Whether half of the words of a list or more are places, and none names work."""
    known = sum(names_place(one, reading.home) for one in items)
    return 2 * known >= len(items) and not any(mentions(one) for one in items)


_NOT_THERE: Final = re.compile(
    r"(?:不|别|没)[^,。;]{0,2}(?:去|到|在|想(?!离)|考虑|往)[^,。;]{0,2}$|(?<!希望)(?<!现)(?:住|租|来自|老家|户籍|户口)[^,。;]{0,3}$"
)


def _parts(said: str, reading: Reading) -> tuple[str, ...]:
    """The words as one place, or as two side by side; none where they are no place."""
    halves = said[:2], said[2:]
    if len(said) == _TWICE_TWO and all(_is_city(half) for half in halves):
        return halves
    if _is_place(said, reading):
        return (said,)
    return halves if len(said) == _TWICE_TWO and all(_is_place(half, reading) for half in halves) else ()


def _is_city(said: str) -> bool:
    """Whether the words name one city and nothing else: 杭州 beside 上海."""
    place = parse_place(said)
    return place is not None and place.level in ("province", "city") and not place.ambiguous and not place.likely


def _is_place(said: str, reading: Reading) -> bool:
    if _SOME_PLACE.fullmatch(said):
        return True
    if "的" in said or mentions(said) or field_words(said):
        return False
    place = parse_place(said, reading.home) if len(said) >= 2 and not _NO_PLACE.search(said) else None
    return place is not None and not place.likely


_SOME_PLACE: Final = re.compile(
    "外[地县省]|省[外内城]|全国(?:各地)?|本地|(?:地铁)?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})号线(?:沿线|附近|边上)|[\u4e00-\u9fff]{2,6}(?:万达|广场|商圈|步行街|地铁站|火车站|大学城|科学园区?|软件园|科技城|老街)|全(?:岛"
    "|市|区|县|省|国|城)(?:范围)?|(?:本)?(?:省内|本县范围|本县|县城|县里|县内|市区|市里|市内|城里|镇上|村里"
    "|本村|疆内|州内)|本[市区镇州县]|邻[市县]|[市县]中心|(?:城|高新|开发|工业|老城|新城|港|保税|经开"
    "|产业|大学|厂|矿|林|景|商业|科技园|工业园|产业园)区|[\u4e00-\u9fff]{0,4}(?:新|开发|园)区"
    "|[\u4e00-\u9fff]{2,4}沿线|[一二三四五六]环以?[内外]|(?:区|镇)内|本[市县区镇]内"
    "|[城东南西北][东西南北中片](?:片区?|边|区)?"
    "|[\u4e00-\u9fff]{2,3}(?:市区|路|大道|大街|片区)"
)
_NO_PLACE: Final = re.compile("^希望$|[为为]主$|^(?:机场|车站|市场|公园|中心|大学|医院|公司|学校)$")
