"""``formed``: work told as a verb and its object, by the form of the sentence: 织袜子织了五年, 在厂里烧窑, 教数学六年."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.phrasebook import NUMBER, pattern
from jobmatch.text.places.place import parse_place

_LONG: Final = rf"(?:将近|快|近|约|大约|大概|有|整整|差不多|前后|共|成|满|足|小)*(?:{NUMBER}(?:来|多|几|余)?(?:年(?![级龄前后代底初])|个月(?!前|后))|半年(?!前|后))"
_BARE: Final = "做干当搞"  # behind these the object alone names the work
_VERBS: Final = "代削教卖修织烧种养挖拉喂装缝编印绣跑送补烤炒切洗扫看守焊钻采捕开磨拆砌刷贴搬扛押收摘砍割剪烫染纺轧铸锻车钳铣刨粘糊串钉穿捆扎包捡宰杀腌酿榨磨碾晒熬蒸煮卤炸揉擀抬吊铲推拖撑划驾放牧带管抓配抄录画写编排译导演唱拍摄"
# What is said again and is no work: 一年一年, 来来回回, 等了三年.
_NO_VERB: Final = "了过着的是不没有在和跟我你他她们就都也还要想能会可去来到把被让很太好多少几个家年月天岁次份第块元千万钱一二三四五六七八九十两半上下读念学等住病拖欠干做搞当休歇待呆闲睡吃喝赔亏戒押坐判熬失待离嫁生"
_OBJECT: Final = r"(?P<o>[\u4e00-\u9fff]{1,5}?)"
# The verb said again with how long, whatever verb it is: 扒虾扒了八年; 跑远洋渔船,跑了大概十二年; 绑钢筋,绑到去年.
_SAID_AGAIN: Final = rf"(?:(?:了|过|得|就是){_LONG}|到了?(?:\d|[去今前]年|大前年|上个?月))"
_AGAIN: Final = re.compile(
    rf"(?=(?P<v>(?![{_NO_VERB}])[\u4e00-\u9fff])(?:过)?(?P<o>[\u4e00-\u9fff]{{1,6}}?)(?=一?(?P=v){_SAID_AGAIN}))"
)
AGAIN_WITHIN: Final = 16  # characters behind some work in which its verb may be said again
_BEHIND_IT: Final = re.compile(rf"[, ]*一?(?P<v>(?![{_NO_VERB}])[\u4e00-\u9fff]){_SAID_AGAIN}")
_FORMS: Final = (
    re.compile(rf"(?=(?P<v>[{_BARE}{_VERBS}挡打])(?:过)?{_OBJECT}(?=(?P=v)(?:了|过|得)?{_LONG}))"),
    re.compile(rf"(?=(?P<v>[{_BARE}{_VERBS}]){_OBJECT}(?=,?(?:一[做干当开]就是)?{_LONG}))"),
    re.compile(rf"(?=(?P<v>)(?P<o>[\u4e00-\u9fff]{{2,5}}?)(?=(?:做|干|跑|搞|站|守)(?:了|过)?{_LONG}))"),
    re.compile(
        r"(?:在|给|帮|替)[\u4e00-\u9fff]{0,8}?(?:厂|店|站|公司|队|场|铺|社|矿上?|作坊|工地|人家|别人|人|亲戚|邻居)(?:里|上|内)?(?:帮着|帮忙|干|做|打工)?"
        rf"(?P<v>[{_VERBS}])(?P<o>[\u4e00-\u9fff]{{1,4}}?)(?=$|[,。; ]|{_LONG})"
    ),
    re.compile(
        rf"(?:厂|店|馆|铺|公司|社|矿|场|所|队)(?:里)?(?P<v>[{_VERBS}])(?P<o>[\u4e00-\u9fff]{{1,3}})(?=的(?:$|[,。;(]))"
    ),
)
# Where work was done, and whatever was done there for how long: 在砖厂码坯六年, 化验室取样(6年).
_PLACE: Final = (
    r"(?:厂|矿|店|馆|铺|公司|社|场|站|园|院|室|队|行|中心|工地|车间|超市|酒店|饭店|宾馆|食堂|景区|码头|仓库|小区|物业|基地|酒楼|茶楼"
    r"|窑|坊|吧|库|渔船|农场)(?:里|内|上|那边)?"
)
_TIMED: Final = rf"(?:[( ]|,?一?(?:做|干|待|呆)(?:了|过)?|,)?{_LONG}"
_AT_PLACE: Final = re.compile(
    rf"(?:^|(?<=[在去到于原给帮从系,;|、 ]))(?:(?![不没想要愿随因被把了过的是和跟与让在去到于从])[\u4e00-\u9fff]){{1,9}}{_PLACE}(?P<v>[\u4e00-\u9fff])(?P<o>[\u4e00-\u9fff]{{1,4}}?)(?={_TIMED})"
)
_FOR_LIFE: Final = re.compile(
    rf"(?P<v>[{_VERBS}])(?:了|过)(?:一辈子|大半辈子|半辈子|一阵子?|几年|{_LONG})(?:的)?(?P<o>[\u4e00-\u9fff]{{1,3}})(?=$|[,。;、 ])"
)
_MADE: Final = "种养织烧卖教修缝绣炒烤酿榨磨砌刷焊"
_ONCE: Final = re.compile(
    rf"(?P<v>[{_MADE}贩]|倒腾|倒卖|贩卖|经营|承包)过(?:{_LONG}(?:的)?)?(?P<o>[\u4e00-\u9fff]{{1,3}})(?=$|[,。;、])"
)
_OF_LAND: Final = re.compile(  # 种12亩稻
    rf"(?P<v>[种养包])(?:着|了|过)?(?:有|近|约)?{NUMBER}(?:来|多|几)?(?:亩|头|只|棚)(?:多)?(?:的)?(?P<o>[\u4e00-\u9fff]{{1,3}})(?=$|[,。;、])"
)
_INITIALS: Final = re.compile(  # 当OP三年
    rf"(?P<v>[{_BARE}任])(?:了|过)?(?:{_LONG}(?:的)?)?(?P<o>[a-z]{{2,4}})(?=$|[,。;的 ]|{_LONG})"
)
_WAS: Final = re.compile(rf"(?P<v>[{_BARE}])(?:了|过){_LONG}(?:的)?(?P<o>[\u4e00-\u9fff]{{2,6}})(?=$|[,。;])")
_ENGLISH: Final = re.compile(  # cleaned offices for 8 years
    r"(?<![a-z])(?P<v>cleaned|cooked|drove|taught|nursed|sewed|packed|waitressed|welded|painted|sold|delivered"
    r"|farmed|fished|mined|tailored|typed|built|laid|repaired|fixed|assembled|picked|sorted|baked|guarded"
    r"|tutored|translated|edited|ran)"
    rf"(?P<o>(?: (?!for |in |at )[a-z-]+){{0,3}})(?= (?:in [a-z ]{{2,20}}|at [a-z ]{{2,20}})?for (?:about |over |nearly |almost |some )?(?:{NUMBER}) (?:years?|yrs?|months?)|(?: from| in)? (?:19|20)\d\d ?(?:-|to|–))"
)
# ... in whatever verb: gutted fish at a market for nine years; guarded a vault (11 years); grilled skewers until May.
_ENGLISH_VERB: Final = (
    r"(?!(?:liv|stay|marri|divorc|car|stud|wait|want|need|suffer|attend|train|retir|mov|rais|rent|look|work|serv|walk|turn|claim"
    r"|receiv|smok|us|lov|stopp|finish|own|call|nam|ag|bas|enjoy|tri|sign|appli|register)[a-z]?ed )"
    r"(?:[a-z]{2,11}ed|drove|taught|sold|built|laid|ran|swept|cut|dug|wove|fed|grew|bred|drew|made|sewed|kept)"
)
_OPEN_ENGLISH: Final = re.compile(
    rf"(?<![a-z'])(?P<v>{_ENGLISH_VERB})(?P<o>(?: (?!for |in |at |as |with |from |until |to |and |because |when |after |since |by |on |out |up )[a-z'-]+){{1,4}}?)"
    rf"(?=(?: (?:in|at|on|with|for|from) (?!about |over |nearly |(?:{NUMBER}))[a-z' -]{{2,32}}?)?(?: there)?"
    rf"(?: for (?:about |over |nearly |almost |some )?{NUMBER} (?:years?|yrs?|months?)| \(?{NUMBER} (?:years?|yrs?)(?! old)| until (?:[a-z]{{3,9}} |the end of )?(?:(?:19|20)\d\d|this|last)))"
)
_SHORTEST, _LONGEST = 2, 7  # characters of such words


def formed(text: str) -> Iterator[tuple[int, int, str]]:
    """Where such work stands in a folded text, and its words.

    >>> [words for text in ["织袜子织了五年", "教数学六年", "种了一辈子地"] for _, _, words in formed(text)]
    ['织袜子', '教数学', '种地']
    """
    taken = [
        (found.start(), found.end(), found[0])
        for form in (
            _ENGLISH,
            pattern("verbs.gerund"),
            pattern("verbs.open_gerund"),
            _OPEN_ENGLISH,
            pattern("verbs.english_trade"),
        )
        for found in form.finditer(text)
    ]
    for form in (_AGAIN, *_FORMS, _FOR_LIFE, _ONCE, _OF_LAND, _WAS, _INITIALS):
        for found in form.finditer(text):
            start = found.start("v") if found["v"] and found["v"] not in _BARE else found.start("o")
            end = found.end("o")
            said = found["v"] + found["o"] if form in (_FOR_LIFE, _ONCE, _OF_LAND) else text[start:end]
            if not found["v"] and (parse_place(said) or re.search("[做当任]", said[:1])):
                continue
            if (
                _SHORTEST <= len(said) <= _LONGEST
                and not pattern("verbs.none").search(said)
                and not any(a < end and start < b for a, b, _ in taken)
            ):
                taken.append((start, end, said))
    yield from sorted(taken)


def done_at_places(text: str) -> Iterator[tuple[int, int, int]]:
    """Where a place begins, where what was done there begins and ends, with its years behind: 化验室 and 取样.

    >>> list(done_at_places("在砖厂码坯六年"))
    [(1, 3, 5)]
    """
    for found in _AT_PLACE.finditer(text) if "年" in text or "月" in text else ():
        if not pattern("verbs.no_deed").search(text[found.start("v") : found.end("o")]):
            yield found.start(), found.start("v"), found.end("o")


def said_again(text: str, behind: str) -> tuple[int, int, str] | None:
    """Work at the end of a clause of which the verb stands again ``behind`` its sign, with how long.

    >>> said_again("在家门口无纺布厂叠手术衣", ",叠了十几年")
    (8, 12, '叠手术衣')
    """
    verb = _BEHIND_IT.match(behind)
    start = text.rfind(verb["v"], max(0, len(text) - _LONGEST)) if verb else -1
    said = text[start:].rstrip()
    if start < 0 or len(said) < _SHORTEST or not pattern("verbs.thing").fullmatch(said):
        return None
    return start, start + len(said), said


def is_said_again(words: str, behind: str) -> bool:
    """Whether the verb of some work stands again behind it with how long, so that it can only have been done."""
    verb = _BEHIND_IT.match(behind)
    return verb is not None and words.startswith(verb["v"])
