"""Lists in a clause: the items between their signs, and an item cut to the kind of work in it."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.phrasebook import pattern

_ITEMS: Final = re.compile(r"[、/]|或者?|和|及|以及|还有| or | and |,")
_REST: Final = re.compile(r"[^,。;!?\n(]{0,40}")
_ASIDE: Final = re.compile(r"\([^()\n]{1,20}\)(?=[、/])")  # words in brackets, behind which a list goes on


def items_of(text: str, begin: int) -> Iterator[tuple[str, int]]:
    """Each item of the list that begins at ``begin``, with its place.

    >>> list(items_of("想做保洁、洗碗或者帮厨,近一点", 2))
    [('保洁', 2), ('洗碗', 5), ('帮厨', 9)]
    """
    text = _ASIDE.sub(lambda found: "、" * len(found[0]), text)
    rest = _REST.match(text, begin)
    at = begin
    for item in _ITEMS.split(rest[0] if rest else ""):
        place = text.find(item, at) if item else -1
        if place >= 0:
            at = place + len(item)
            yield item, place


def cut(item: str) -> str:
    """An item up to where something else begins.

    >>> cut("在机场做保洁"), cut("稳定点的文员工作")
    ('保洁', '文员')
    """
    said = pattern("lists.stop").split(pattern("lists.leading").sub("", item))[0]
    inner = re.search(r"^(?:在|去|到|附近)?[^做当干]{1,8}(?:做|当|干)(?P<work>.{2,})$", said)
    return inner["work"] if inner else said
