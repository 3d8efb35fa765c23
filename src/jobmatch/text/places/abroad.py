"""Work abroad: a place that is known to be no place at home, and that no way to work leads to."""

from functools import lru_cache
from typing import Final

from jobmatch.patterns import late
from jobmatch.records.place import Place
from jobmatch.text.fold import fold
from jobmatch.text.places.names import names

# A code that no unit has (GB/T 2260 ends with 82), and the point opposite to the middle of China: farther than
# anybody goes to work, unless it is abroad where they want to.
ABROAD: Final = Place("990000", "国外", "province", -35.0, -77.0)

_WHOLE: Final = late(  # of a text in which □ stands for a country or a city abroad, nothing else is said
    r"(?:(?:工作|上班)?(?:地点|地址|城市)[::]?|base[:: ]?|驻|在|[(\[【])?\s*□(?:首都|其他|市|国|等地?)?"
    r"(?:[\s·\-—/,，、|()\[\]【】]*(?:首都)?□(?:其他|市|国|等地?)?)*[\s)\]】.。]*"
)
_SENT: Final = late(  # who is sent there; a country in brackets alone may be the market that is sold to
    r"(?:地点为?|驻点?|外派|派驻|派往|base|赴)[::在到去于 ]{0,2}(?:首都)?□|□[\u4e00-\u9fff]{0,3}(?:外派|驻点)"
    r"|赴日(?![常期程])|赴[美韩德澳英法](?:工作|就业|发展|工程师|护士|劳务)"
)
_CACHED: Final = 65_536  # addresses and titles of a file repeat


@lru_cache(maxsize=_CACHED)
def lies_abroad(location: str) -> bool:
    """Whether an address names places abroad and nothing else; a street or a shop may bear such a name.

    >>> lies_abroad("日本·东京"), lies_abroad("菲律宾（马尼拉）"), lies_abroad("海外")
    (True, True, True)
    >>> lies_abroad("巴黎春天百货"), lies_abroad("苏州新加坡工业园"), lies_abroad("")
    (False, False, False)
    """
    return bool(_WHOLE.fullmatch(_signed(location)))


@lru_cache(maxsize=_CACHED)
def works_abroad(title: str) -> bool:
    """Whether a title says that the work is done abroad, wherever its employer sits.

    >>> works_abroad("SEO（工作地点：菲律宾首都马尼拉）"), works_abroad("数据分析员（驻老挝）")
    (True, True)
    >>> works_abroad("Python开发工程师（赴日）")
    True
    >>> works_abroad("海外推广经理"), works_abroad("软件开发工程师（长期日本出差）"), works_abroad("外贸业务员（德国）")
    (False, False, False)
    """
    return bool(_SENT.search(_signed(title)))


def _signed(text: str) -> str:
    """A folded text in which □ stands for each country or city abroad."""
    known, folded = names(), fold(text).lower()
    for token in reversed([token for token in known.scan(folded) if token.rows[-1] == known.abroad]):
        folded = f"{folded[: token.start]}□{folded[token.end :]}"
    return folded
