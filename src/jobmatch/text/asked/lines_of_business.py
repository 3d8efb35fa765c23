"""The line of business of an employer among the tags of a posting (餐饮业, 电子/半导体/集成电路): asked of nobody.

The table is ``lexicons/lines_of_business.csv``.
"""

from functools import cache
from typing import Final

from jobmatch.patterns import late
from jobmatch.text import lexicon
from jobmatch.text.phrases import shadow

_TAG: Final = late(r"[^,，、;；|\n]+")
_STROKE: Final = "/"
_ASIDE: Final = late(r"\([^()]*\)$")


def without_lines_of_business(tags: str) -> str:
    """The tags of a posting without those that only say what line of business it is in.

    >>> without_lines_of_business("Java，点餐，人力资源服务"), without_lines_of_business("客户服务,云计算/大数据")
    ('Java，点餐，', '客户服务,')
    """
    return _TAG.sub(lambda tag: "" if is_line_of_business(tag.group()) else tag.group(), tags)


def is_line_of_business(tag: str) -> bool:
    """Whether a whole tag names a line of business.

    >>> is_line_of_business("通信/网络设备"), is_line_of_business("化学纤维制造业"), is_line_of_business("TCP/IP")
    (True, True, False)
    """
    folded = _ASIDE.sub("", shadow(tag.strip()))
    if _STROKE not in folded:
        return folded in _words("alone") or _ends_so(folded)
    return all(part in _words("parts") or part in _words("alone") or _ends_so(part) for part in folded.split(_STROKE))


def _ends_so(folded: str) -> bool:
    return folded.endswith(tuple(_words("endings"))) and not folded.endswith(_skill_endings())


@cache
def _skill_endings() -> tuple[str, ...]:
    return tuple(word for word in _words("skills") if word not in _words("endings"))


@cache
def _words(kind: str) -> frozenset[str]:
    rows = lexicon.rows("jobmatch.text", "lexicons/lines_of_business.csv")
    return frozenset(word for row in rows if row["kind"] == kind for word in lexicon.parts(row["words"]))
