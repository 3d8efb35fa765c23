"""One vacancy under several ids: the same employer, work, pay and place, and texts that are nearly the same or none.

What is the same to the letter is one posting already (``dataset.vacancies``); this is what differs by a number, a call
(急招) or a few words, as where an employer posts a job anew each week.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, Final

import numpy as np

from jobmatch.market.columns import Market
from jobmatch.patterns import late
from jobmatch.ranking.ranked import Ranked
from jobmatch.screening import names_nobody
from jobmatch.text.fold import fold
from jobmatch.text.work.titles_clean import job_words

_ALIKE: Final = ("spot", "offer", "education", "years")  # columns in which they are equal, beside the occupation
_READ: Final = 1500  # characters of a text: what comes later is mostly about the employer
_RUN: Final = 4  # characters that are held against each other at a time
_SURELY: Final = 0.9  # of two texts: so much alike that what stands in brackets beside the title makes no other job
_NONE: Final = 20  # characters: a shorter text ("...") says nothing
# What makes two jobs of two like titles: the shop, shift or rank; and what stands beside the name and is no call.
_APART: Final = late(
    r"(?<![^\s(\[【/,·:—-])[一-鿿a-z0-9]{1,8}(?:店|区|市|县|镇|站|馆|厂|院|仓|库|部|组|项目|中心|方向|专业|路|号线|语|班)"
    r"(?![^\s)\]】/,·:—-])|[早中晚夜]班|日班|[初中高]级|资深|实习|兼职|全职|计时|主管|经理"
)
_PARTS: Final = late(r"[^a-z0-9.一-鿿]+")
_BRACKETS: Final = late(r"[(\[【]([^()\[\]【】]{1,40})")
_CALL: Final = late(
    r"^[a-z]{0,4}[0-9][0-9a-z./-]*$|薪|[险金]$|^[急诚]|[急诚直热新][招聘]|^招聘?$|[包管][吃住食]|双休|休$|面试|奖|[餐房车话]补|补[贴助]$|提成|福利|待遇"
    r"|优先|欢迎|接[受收]|可(?:培养|实习|转|预支|接)|不限|朝九|转正|高新|[五六]险|再就业|职场支持|[小微中]徵|徵才"
)


def together(ranked: Ranked, positions: Sequence[int]) -> list[list[int]]:
    """The positions by vacancy, in their order; of each the first leads, and the others are the same vacancy again."""
    market, rows = ranked.case.market, ranked.case.rows[np.array(positions, dtype=np.intp)]
    columns = [market.occupations[rows, 0], *(getattr(market, name)[rows] for name in _ALIKE)]
    counted = dict(zip(positions, zip(*map(_bits, columns), strict=True), strict=True))
    groups: list[list[int]] = []
    for some in _grouped(positions, counted.__getitem__):
        for alike in _grouped(some, lambda at: market.shown.text(int(ranked.case.rows[at]), "employer")):
            groups += _vacancies(ranked, alike)
    place = {at: order for order, at in enumerate(positions)}
    return sorted(groups, key=lambda group: place[group[0]])


def _grouped(positions: Sequence[int], key: Callable[[int], Hashable]) -> list[list[int]]:
    """Positions by a key, which a single one is not asked for."""
    if len(positions) == 1:
        return [list(positions)]
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at in positions:
        found[key(at)].append(at)
    return list(found.values())


def _bits(values: Any) -> list[Any]:
    """Values to be held against each other: so that unknown is equal to unknown."""
    found: list[Any] = (values.view(np.uint32) if values.dtype.kind == "f" else values).tolist()
    return found


def _vacancies(ranked: Ranked, alike: list[int]) -> list[list[int]]:
    """Positions that are alike in what is counted, by vacancy: each joins the first whose title and text it repeats."""
    if len(alike) == 1:
        return [alike]
    groups: list[tuple[_Said, list[int]]] = []
    least = ranked.case.settings.number("slate.same_text")
    for at in alike:
        said = _Said(ranked.case.market, int(ranked.case.rows[at]))
        group = next((group for other, group in groups if said.repeats(other, least)), None)
        if group is None:
            groups.append((said, [at]))
        else:
            group.append(at)
    return [group for _, group in groups]


class _Said:
    """What a posting says, to be held against another that is alike in all that is counted."""

    def __init__(self, market: Market, row: int) -> None:
        text = market.shown.text
        title = fold(text(row, "title")).lower()
        words, employer = job_words(title), text(row, "employer")
        self.same = (text(row, "location"), text(row, "hours"), words, frozenset(_APART.findall(title)))
        self.beside = frozenset(_beside(title, words))
        self.is_named = bool(words and employer) and not names_nobody(employer)
        self.body = "".join((text(row, "description") + text(row, "requirements")).split())[:_READ]

    def repeats(self, other: "_Said", least: float) -> bool:
        """Whether it is the same vacancy: the same place, hours and title, and no other text."""
        if self.same != other.same or not self.is_named:
            return False
        if min(len(self.body), len(other.body)) < _NONE:
            return self.beside == other.beside
        alike = _alike(self.body, other.body)
        return alike >= _SURELY or (alike >= least and self.beside == other.beside)


def _beside(title: str, words: str) -> Iterator[str]:
    """What stands beside the name of a job, or in brackets, and is no call, benefit or number."""
    beside = title.replace(words, " ", 1) if words in title else " ".join(_BRACKETS.findall(title))
    return (part for part in _PARTS.split(beside) if part and not _CALL.search(part))


def _alike(one: str, other: str) -> float:
    """The share of what two texts say between them that both say."""
    mine, theirs = ({text[at : at + _RUN] for at in range(len(text) - _RUN + 1)} for text in (one, other))
    return len(mine & theirs) / max(1, len(mine | theirs))
