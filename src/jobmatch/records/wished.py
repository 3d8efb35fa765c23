"""Kinds of work that are wished for: one by one, without the words that name none (随便, 服从分配, anything)."""

import re
from collections.abc import Iterator
from typing import Any, Final

from jobmatch.patterns import late
from jobmatch.records.coerce import texts
from jobmatch.records.denied import told_apart
from jobmatch.records.signs import plain
from jobmatch.records.wished_terms import simplified, tells_only_how

_EITHER: Final = late(r"或者|或是|或|(?<=[a-zA-Z)])\s+or\s+(?=[a-zA-Z])")
_FINE: Final = "(?:行|可以|可|好|成|中|愿意|能[干做]|没问题|无所谓|没关系|无要求|试试|能接受)"
_NAMES_NONE: Final = late(
    r"有|是|(?:有|[较很]?强烈?|[较很]?迫切|急需|一般)(?:的)?(?:就业|求职)?(?:需求|意愿|愿望)?|"
    rf"(?:[干做找]|只要)?(?:什么|啥|哪样|哪种|哪个|任何|各种|怎么)?样?(?:的)?(?:工作|工种|岗位|职位|职业|活儿?|事)?[都也均全]?{_FINE}(?:的|吧|啊|呀)?"
    r"|随便.{0,4}|随意|无所谓.{0,4}|不[脏忙](?:的)?(?:活儿?|工作)?|都?无要求|没要求|没有要求|看(?:情况|着办|安排).{0,2}|再说|再看|(?:不限|不挑|不拘|不论).{0,4}|其[他它]|另议|面议"
    r"|(?:听从?|服从)?(?:单位|街道|社区|公司|组织|统一|工作)?(?:安排|分配|调剂|调配)(?:即可|就行|吧)?"
    r"|待定|未定|(?:[还還]|[暂暫][时時]?|尚)?(?:[没沒]有?|未)(?:想好|[确確]定|[决決]定|明[确確]|考[虑慮]好|定下[来來]|定)(?:[做干](?:什[么麼]|啥))?|(?:[还還]|[暂暫][时時]?|尚)?不(?:太)?(?:清楚|知道|[确確]定|明[确確])(?:想|能|该|要)?(?:[做干](?:什[么麼]|啥))?|(?:[暂暫还還尚])?(?:[无無]|[没沒]有?)(?:明[确確]|具[体體]|清晰)?(?:的)?(?:目[标標]|方向|意向|想法|打算)|(?:比较|很)?迷茫|有(?:活|班|工作)(?:就|都)?[干做上]?(?:就行)?"
    r"|(?:离家|就)?近(?:点|一点|些)?(?:的)?(?:就行|即可|就好|都行|为主)?的?|能(?:挣|赚)钱(?:就行|的)?|(?:挣|赚)钱就行|(?:工资|钱|待遇)[高多好](?:点|一点|些)?(?:就行|的)?"
    r"|(?:灵活|自主)?(?:就业|创业)|上班|工作|有?工作就行|找(?:个|份)?工作|打工"
    r"|any(?:thing|where)?(?:\s(?:job|work|kind of (?:work|job)))?(?:\s(?:is fine|is ok|will do|at all))?"
    r"|whatever.{0,12}|other|no preference|not sure|open to anything|flexible"
)

# What people say around the work: 还想开车, 近一点的保洁, 食堂洗碗也行.
_BEFORE: Final = late(
    r"(?:[还還]是?|就|只|最|主要)?(?:想要?|希望|打算|愿意)(?:继续|繼續|还|還)?(?:找|做|当|當|干|从事|從事|应聘|應徵)?(?:一?[个個份])?(?=.{2})"
    r"|(?:离家|離家|就)?(?:近|附近)(?:一?[点點]儿?|些)?的(?=.{2})|找一?[个個份](?=.{2})"
)
_BEHIND: Final = late(
    r"(?<=.{2})(?:[都也均](?:行|可以?|好|成|能[干做]|能接受|愿意)(?:的|吧)?|(?:之类|之類|一类|一類)的?)$"
)

_COMMAS: Final = late(r"\s*[,，;；。]\s*")
_LIST: Final = late(r"\s*、\s*")
_BRACKET: Final = late(r"[(（\[【]")
_LIKE_WORK: Final = late(r"[工员員师師匠手的]$")  # what stands before 、 is whole: 软件、硬件测试 is not
_RANK: Final = late(r"助理|主管|专员|專員|学徒|學徒|储备|儲備|实习生|實習生")
_UNABLE: Final = late(r"(?:也|但|还)?不(?:会|懂|识).+")


def _names_none(item: str) -> bool:
    """Whether an item names no work: anything will do, or it tells only how the job should be."""
    return all(_says_nothing(said) or tells_only_how(said) for said in _parts(item))


def _parts(item: str) -> list[str]:
    # in small letters: to compile so many Chinese words for either case takes twice as long
    return [part for part in _COMMAS.split(simplified(plain(item)).lower()) if part]


def _says_nothing(part: str) -> bool:
    return _NAMES_NONE.fullmatch(part) is not None


def wishes_and_refusals(value: Any) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """What is wished, and what is refused in the same breath.

    >>> wishes_and_refusals(["文员，不要销售"]), wishes_and_refusals(["除了保安都行"])
    ((('文员',), ('销售',)), ((), ('保安',)))
    >>> wishes_and_refusals(["不上夜班的保安"]), wishes_and_refusals(["不限", "客服(不打电话)"])
    ((('保安',), ('上夜班',)), (('不限', '客服'), ('打电话',)))
    """
    said = texts(value)
    if said is None:
        return None, ()
    wishes: list[str] = []
    refusals: list[str] = []
    for item in said:
        told = told_apart(item)
        wishes += told.wishes if told.refusals else [item]
        refusals += told.refusals
    return tuple(wishes), tuple(dict.fromkeys(refusals))


def wished_work(value: Any) -> tuple[str, ...] | None:
    """What a client wishes for, work or how it should be; None where nothing of the kind is named.

    >>> wished_work("会计或文员、都行"), wished_work("cashier or retail")
    (('会计', '文员'), ('cashier', 'retail'))
    >>> wished_work("随便，离家近就行"), wished_work("服从分配"), wished_work("anything"), wished_work("无")
    (None, None, None, ())
    >>> wished_work(["稳定一点的", "輕鬆的"]), wished_work("国企、出纳")
    (('稳定一点的', '輕鬆的'), ('国企', '出纳'))

    What is said around the work is left out:

    >>> wished_work("还想开车，近一点的保洁，食堂洗碗也行")
    ('开车', '保洁', '食堂洗碗')

    What is listed in one item of a list is told apart, and a rank behind work is a rank of that work:

    >>> wished_work(["顾店，轻松、坐着的"]), wished_work(["产品经理，助理也可以"])
    (('顾店', '轻松', '坐着的'), ('产品经理', '产品经理助理'))
    """
    found = texts(value)
    if not found:
        return found
    single = (_bare(part.strip()) for item in found for one in _EITHER.split(item) for part in _listed(one))
    return tuple(dict.fromkeys(item for item in single if not all(map(_says_nothing, _parts(item))))) or None


def _listed(item: str) -> Iterator[str]:
    """The wishes that are listed in one item: between commas, and between 、 where one of them ends like work."""
    before = ""
    for clause in (one for one in _between(_COMMAS, item) if not _UNABLE.fullmatch(one)):
        parts = _between(_LIST, clause)
        for part in parts if len(parts) > 1 and any(map(_stands_alone, parts[:-1])) else [clause]:
            rank = _RANK.fullmatch(_bare(part)) if before else None
            yield before + rank[0] if rank else part
            before = "" if _names_none(part) else _bare(part)


def _between(sign: re.Pattern[str], item: str) -> list[str]:
    """What stands between signs, those in brackets left alone."""
    if _BRACKET.search(item):
        return [item]
    return [part for part in sign.split(item) if part.strip()]


def _stands_alone(part: str) -> bool:
    return len(part) > 1 and (_LIKE_WORK.search(part) is not None or _names_none(part))


def _bare(item: str) -> str:
    """An item without what is said around the work; one that names none stays as it is."""
    if _names_none(item):
        return item
    before = _BEFORE.match(item)
    return _BEHIND.sub("", item[before.end() :] if before else item)


def names_no_work(value: Any) -> bool:
    """Whether something is said where the wished work is asked, and none is named.

    >>> names_no_work("什么都可以"), names_no_work("保洁"), names_no_work(None), names_no_work("无")
    (True, False, False, False)
    >>> names_no_work("轻松一点的"), names_no_work("轻松一点的保洁")
    (True, False)
    """
    return bool(texts(value)) and all(map(_names_none, wished_work(value) or ()))


def tells_a_quality(value: Any) -> bool:
    """Whether something that is wished tells how the job should be and names no work.

    >>> tells_a_quality("随便，离家近就行"), tells_a_quality("随便"), tells_a_quality("保洁")
    (True, False, False)
    """
    return any(tells_only_how(part) for item in texts(value) or () for part in _parts(item))
