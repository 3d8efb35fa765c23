"""The trades that the words of a text name, and in which way: what stands beside a word may make it another one's."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Final

from jobmatch.patterns import late
from jobmatch.text.work.trade_list import IN_A_FIELD, PLAIN, table

_NO_WORKER: Final = ("工作", "工程")
_SIGNS: Final = late(r"[^\w+#.]+")


def found_in(text: str) -> dict[int, int]:
    """The trades that the words of a text name, and how; what is wider than another of them says no more."""
    found = {trade: way for word in _SIGNS.split(text) for trade, way in _in_word(word)}
    wider = frozenset().union(*(table().above[trade] for trade in found))
    narrow = {trade: way for trade, way in found.items() if trade not in wider}
    return {trade: way for trade, way in narrow.items() if trade not in table().alone} or narrow


@lru_cache(maxsize=4096)  # titles repeat their words
def _in_word(word: str) -> tuple[tuple[int, int], ...]:
    """The trades of a word, and how: what stands before a role is its field, unless it is a kind of it (社群运营).

    Beside other work a word for any says nothing: 叉车操作工.
    """
    named = list(dict.fromkeys(_named(_turned_to(word))))  # 售前解决方案 names one trade twice
    found = [trade for trade in named if trade not in table().generic] or named
    if len(found) < 2 or found[-1] not in table().roles:
        return tuple((trade, PLAIN) for trade in found)
    kinds = tuple((trade, PLAIN) for trade in found if found[-1] in table().above[trade])
    return kinds or ((found[-1], IN_A_FIELD),)


# 模具转IT软件开发, 教师转行学编程: who did the one work is to do the other.
_TURN: Final = late(r"转(?:行|型|岗位?|业|职|做)?[到为学成]?(?=..)")


def _turned_to(word: str) -> str:
    """Of a word that names work on both sides of a turn what stands behind it."""
    turn = _TURN.search(word) if "转" in word else None
    if turn is None or not names_some(word[: turn.start()]):
        return word
    behind = word[turn.end() :]
    return behind if names_some(behind) else word


def names_some(words: str) -> bool:
    """Whether the words of a text name any trade."""
    return next(_named(words), None) is not None


def _named(word: str) -> Iterator[int]:
    """The trades that a word names; the 工 of 工作 and 工程 is no worker: 去药厂工作, 纺织工程."""
    found = list(table().words.find(word))
    for trade, start, end in sorted((*found, *_heads_across(word)), key=itemgetter(1)):
        if word[end - 1 : end + 1] in _NO_WORKER:
            yield from (within for within, _, _ in table().words.find(word[start : end - 1]))
        elif not _of_a_product(word, trade, end) and not _of_what_others_need(word, end, found):
            yield trade


def _heads_across(word: str) -> Iterator[tuple[int, int, int]]:
    """The roles whose word begins within that of another trade and ends behind it: 数据产品经理, 销售培训师.

    Within a word for who leads they are the rank of it: 物业项目经理.
    """
    heads = list(table().heads.find(word))
    if heads:
        leading = {(start, end) for trade, start, end in table().words.find(word) if trade in table().leading}
        spans = [span for span in table().words.spans(word) if span not in leading]
        yield from (head for head in heads if any(start < head[1] < end < head[2] for start, end in spans))


# Where somebody works is named for what others do there, and so is what is made for them, sold or repaired: 护士站保洁,
# 会计师事务所司机, 快递站点文员, 会计软件工程师, 烘焙材料行店员, 咖啡机维修.
_PLACE: Final = r"(?:师|员)?(?:站点?|部门?|店|公司|事务所|院|中心|车间|学校|馆|厂|机构|工地)"
_GOODS: Final = r"(?:材料|原料|耗材|器材|用品|用具|工具|设备|配件|制品|产品|教材|书籍|图书|杂志|机器?|服(?!务)|租赁)"
_FOR_OTHERS: Final = late(rf"{_PLACE}|{_GOODS}(?:行|店|厂|公司)?")


def _of_what_others_need(word: str, end: int, found: Sequence[tuple[int, int, int]]) -> bool:
    """Whether a trade that a word names up to ``end`` is that of a place or of goods with which other work is done."""
    needed = _FOR_OTHERS.match(word, end)
    if needed is None:
        return False
    ranks = table().generic | table().alone | table().leading
    behind = ((trade, start >= needed.end()) for trade, start, _ in found if start >= end and trade not in ranks)
    return any(clear or trade in table().roles for trade, clear in behind)


# A product for a trade is made by others: 外卖系统开发, 快递100APP, 保洁机器人.
# Of what is done at computers it is no sign: 大数据平台.
_PRODUCT: Final = late(
    r"[a-z0-9]{0,5}(?:端|类)?(?:调度|管理|信息|智能|自动|检测|控制|服务)?(?:app|系统|软件|平台|小程序|saas|erp|机器人|算法)"
)
_AT_COMPUTERS: Final = ("2-02-10", "2-09-06", "4-04", "4-08-08")


def _of_a_product(word: str, trade: int, end: int) -> bool:
    """Whether a trade that a word names up to ``end`` is that for which a product is made."""
    codes = table().codes[trade]
    return bool(codes and not codes[0].startswith(_AT_COMPUTERS) and _PRODUCT.match(word, end))
