"""Fields: wishes that name a line of business, a workplace or a way of working, and no work.

想进医院上班, 跟电脑有关的, 坐办公室的, 不累的: the table is ``lexicons/fields.csv``; the trades are those of
``trades``.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from jobmatch.patterns import late
from jobmatch.records.wished_terms import simplified
from jobmatch.text import lexicon
from jobmatch.text.asked.demand_list import demand_bits
from jobmatch.text.fold import fold
from jobmatch.text.work.trades import parts_of, trade_names, trades_of

_LONGEST: Final = 30  # signs of a wish: what is longer tells a story
# What frames a field in a wish, before and behind it.
_BEFORE: Final = late(
    r"^(?:我|就|只|也|还是|想要?|希望|打算|最好是?|要|找个?|寻|去|进|到|在|往|向|朝|做点?|干点?|学[点门]?|加入|从事|当|能|可以|跟|和|与|同|有关|关于|一份|一个|个|点|份|类似|像|比较|是)"
)
_BEHIND: Final = late(
    r"(?:里[面头边]?|内|那边|方面|有关系?|相关|沾边|打交道|之?类|行业|产业|业|系统|机构|场所|单位|公司|企业|的|地方"
    r"|(?:随便|能)?(?:做|干|找|打)(?:一?[点个些份])?(?:什么|啥|事情?|活儿?|班|工作|杂)(?:[做干])?(?:都行|都可以|就行)?|上个班|杂[事活]"
    r"|方向|领域|类别|发展|就业|任职|谋职|试试|看看|工作|岗位|职位|上班|做事|干活|打工|工人|活儿?|事情?|就行|就好|都行|也行|都可以|也可以|即可|就可以|随便什么|随便|什么都行|什么都可以|那种|那样|一点|些|最好|优先)$"
)

_SPARED: Final = late("(?:不用|不要|不需要?|不必|少)")  # 不用搬东西的 names no carrying


class Field(NamedTuple):
    """A field: its name, the numbers of its trades, words in the names of its employers, demands that it spares.

    A condition says how one works and not where.
    """

    name: str
    trades: frozenset[int]
    employers: tuple[str, ...]
    spares: int
    condition: bool


@cache
def _table() -> dict[str, Field]:
    number = {name: at for at, name in enumerate(trade_names())}
    return {
        word: field
        for row in lexicon.rows("jobmatch.text", "lexicons/fields.csv")
        for field in [_field(row, number)]
        for word in lexicon.parts(row["words"])
    }


def _field(row: Mapping[str, str], number: Mapping[str, int]) -> Field:
    trades = frozenset(part for trade in lexicon.parts(row["trades"]) for part in parts_of(number[trade]))
    spared, how = demand_bits(lexicon.parts(row["spares"])), row["condition"] == "yes"
    return Field(row["field"], trades, lexicon.parts(row["employers"]), spared, how)


def is_field(words: str) -> bool:
    """Whether words, folded and in lower case, are just a field's name.

    >>> is_field("餐饮"), is_field("餐饮店员")
    (True, False)
    """
    return words in _table()


@lru_cache(maxsize=4096)
def field_of(wish: str) -> Field | None:
    """The field that a wish names; None where it names work, or nothing that is known.

    >>> [field_of(wish).name for wish in ("跟电脑有关的", "想进医院上班", "不累的", "幼儿园里的活")]
    ['电脑', '医院', '轻松', '幼儿园']

    Who names the work means it, wherever it is done.

    >>> field_of("医院保洁"), field_of("会计")
    (None, None)
    """
    return _table()[name] if (name := field_words(wish)) else None


def field_words(wish: str) -> str | None:
    """The words of a wish that name its field, without what frames them; None where they name none.

    >>> field_words("往互联网行业发展"), field_words("医院保洁")
    ('互联网', None)
    """
    words = simplified(fold(wish)).lower().strip(" 。.,;!?、")
    if len(words) > _LONGEST or words.isascii() or (trades_of(words) and not _SPARED.match(words)):
        return None
    return _within(words)


def _within(words: str) -> str | None:
    """The name of a field in words, of which pieces of the frame are taken away on either side until it is found."""
    tried = [words]
    for said in tried:
        if said in _table():
            return said
        tried += [bare for frame in (_BEHIND, _BEFORE) if (bare := frame.sub("", said)) and bare not in tried]
    return None
