"""Kinds of work that are wished for: one by one, without the words that name none (随便, 服从分配, anything)."""

import re
from typing import Any, Final

from jobmatch.patterns import late
from jobmatch.records.coerce import plain, texts

_EITHER: Final = late(r"或者|或是|或|(?<=[a-zA-Z)])\s+or\s+(?=[a-zA-Z])")
_FINE: Final = "(?:行|可以|可|好|成|中|愿意|能[干做]|没问题|无所谓|没关系|无要求|试试|能接受)"
_NAMES_NONE: Final = late(
    rf"(?:[干做找]|只要)?(?:什么|啥|哪样|哪种|哪个|任何|各种|怎么)?样?(?:的)?(?:工作|工种|岗位|职位|职业|活儿?|事)?[都也均全]?{_FINE}(?:的|吧|啊|呀)?"
    r"|随便.{0,4}|随意|无所谓|都?无要求|没要求|没有要求|看(?:情况|着办|安排).{0,2}|再说|再看|(?:不限|不挑|不拘|不论).{0,4}|其[他它]|另议|面议"
    r"|(?:听从?|服从)?(?:单位|街道|社区|公司|组织|统一|工作)?(?:安排|分配|调剂|调配)(?:即可|就行|吧)?"
    r"|待定|未定|暂?没想好|还?不(?:清楚|知道|确定)|有(?:活|班|工作)(?:就|都)?[干做上]?(?:就行)?"
    r"|(?:离家|就)?近(?:点|一点|些)?(?:的)?(?:就行|即可|就好|都行|为主)?的?|能(?:挣|赚)钱(?:就行|的)?|(?:挣|赚)钱就行|(?:工资|钱|待遇)[高多好](?:点|一点|些)?(?:就行|的)?|轻松(?:点|一点)?(?:就行|的)?的?"
    r"|(?:灵活|自主)?(?:就业|创业)|上班|工作|有?工作就行|找(?:个|份)?工作|打工"
    r"|any(?:thing|where)?(?:\s(?:job|work|kind of (?:work|job)))?(?:\s(?:is fine|is ok|will do|at all))?"
    r"|whatever.{0,12}|other|no preference|not sure|open to anything|flexible",
    re.IGNORECASE,
)


def wished_work(value: Any) -> tuple[str, ...] | None:
    """The kinds of work a client wishes for; None where nothing of the kind is named.

    >>> wished_work("会计或文员、都行"), wished_work("cashier or retail")
    (('会计', '文员'), ('cashier', 'retail'))
    >>> wished_work("随便，离家近就行"), wished_work("服从分配"), wished_work("anything"), wished_work("无")
    (None, None, None, ())
    """
    found = texts(value)
    if not found:
        return found
    single = (part.strip() for item in found for part in _EITHER.split(item))
    return tuple(dict.fromkeys(item for item in single if item and not _NAMES_NONE.fullmatch(plain(item)))) or None


def names_no_work(value: Any) -> bool:
    """Whether something is said where the wished work is asked, and none is named.

    >>> names_no_work("什么都可以"), names_no_work("保洁"), names_no_work(None), names_no_work("无")
    (True, False, False, False)
    """
    return bool(texts(value)) and wished_work(value) is None
