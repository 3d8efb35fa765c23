"""Ranks in a title: 招聘副经理 and 总部招聘高级主管 are the same trade as 招聘经理, however far they lie apart.

What a rank is worth is told by ``seniority``; here it is only put in the way that the table of trades writes it.
"""

from collections.abc import Iterator
from typing import Final

from jobmatch.patterns import late

_HEADS: Final = (
    "副?总经理|经理|副理|襄理|协理|总监|副总|主管|主任|组长|课长|科长|部长|领班|班长|队长|督导|负责人|专家|带头人"
)
# 高级 before a rank, and whose rank it is: 招聘高级经理, 售前总部主管, 采购部经理.
_STEPS: Final = late(
    rf"(?:高级|资深|初级|中级|首席|执行|储备|见习|实习|代理|副|正|总部|区域|大区|全国|片区|部门?|组|中心|团队){{1,3}}(?={_HEADS})"
)
_HEAD: Final = late(rf"(?<=..)(?:{_HEADS})")
_USUAL: Final = ("经理", "主管", "专员")  # and no 员, 师: 维护领班 is no 护师


def in_usual_ranks(title: str) -> Iterator[str]:
    """A cleaned title that names a rank, with the ranks that tables write in its place; none where it names none.

    >>> list(in_usual_ranks("招聘副总监"))[:2], list(in_usual_ranks("保洁员"))
    (['招聘经理', '招聘主管'], [])
    """
    plain = _STEPS.sub("", title)
    if _HEAD.search(plain):
        yield from (_HEAD.sub(usual, plain) for usual in _USUAL)
