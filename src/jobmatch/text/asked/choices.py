"""Skills of which any will do: Java、Python至少一种, 熟悉MySQL或MongoDB.

Each of them is a way to meet what is asked, and none of them is needed in itself.
"""

from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from typing import Final

from jobmatch.patterns import late
from jobmatch.text.phrases import Clause

Named = tuple[int, int, int, Clause]  # a skill, where its words begin and end, and their clause

_MAY: Final = late(r"或|[一任两二1-3].?[门种个项款类]|之一|选[一二]|其[一二中]|\bor\b|either|one of|any of")
_ANY_OF: Final = late(
    r"(?:至少|最少|其中|任意?|任何|任选|以下|上述|[中之]的?)[^,;。]{0,6}?[一两二1-2][门种个项款类]"
    r"|[一1][门种个项款类](?:及|或|和)?(?:以上|或?多|或?几|或?两)|其中之?[一二]|任[一选]|之一|[二两三四五多]选[一二]"
    r"|任何?[一二1-2][门种个项款类]|至少[^,;。]{0,4}[门种个项款类]|either|(?:one|any) of"
)
_EXAMPLES: Final = late(r"^ ?(?:例?如|比如|包括|包含)")  # ..., 如appscan、selenium
_BEFORE: Final = 40  # signs of the clause before its examples
_OR: Final = late(r"^(?:[^\w,;。]*|语言)(?:或者?|\bor\b)[^\w,;。]*$")


def at_choice(folded: str, named: Sequence[Named], above: Callable[[int, int], bool]) -> frozenset[int]:
    """The places, in what is named, of skills of which another will do; ``above`` tells a group from what is of it.

    Of a clause with such words the group itself stays: 至少一种编程语言,如Java、Go.
    """
    if not _MAY.search(folded):
        return frozenset()
    found: set[int] = set()
    for clause, group in groupby(enumerate(named), key=lambda one: one[1][3]):
        places = list(group)
        said = clause.text
        if _EXAMPLES.match(said):
            said = folded[max(clause.start - _BEFORE, 0) : clause.end].rpartition("。")[2]
        if len(places) < 2 or not _MAY.search(said):
            continue
        if _ANY_OF.search(said):
            skills = {one[0] for _, one in places}
            kinds = {one for one in skills if any(above(one, other) for other in skills)}
            members = [at for at, one in places if one[0] not in kinds]
        else:
            pairs = pairwise(places)
            members = [
                at for one, other in pairs if _OR.search(folded[one[1][2] : other[1][1]]) for at in (one[0], other[0])
            ]
        if len({named[at][0] for at in members}) > 1:
            found.update(members)
    return frozenset(found)
