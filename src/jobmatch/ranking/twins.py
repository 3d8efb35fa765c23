"""One vacancy under several ids: the same employer, work, pay and place, and texts that are nearly the same or none.

What is the same to the letter is one posting already (``dataset.vacancies``); this is what differs by a number, a call
(急招) or a few words, as where an employer posts a job anew each week.
"""

from collections.abc import Callable, Hashable, Sequence
from functools import cache, partial
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.lazily import cached_property
from jobmatch.market.columns import Market
from jobmatch.patterns import late
from jobmatch.ranking.ranked import Ranked
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


def twins(ranked: Ranked, of: Sequence[int], among: Sequence[int]) -> dict[int, list[int]]:
    """For each position of some those ``among`` others at which the same vacancy stands again, in their order."""
    market, places = ranked.case.market, np.array(among, dtype=np.intp)
    rows, mine = ranked.case.rows[places], ranked.case.rows[np.array(of, dtype=np.intp)]
    alike = np.ones((len(of), len(among)), dtype=np.bool_)
    for column in (market.occupations[:, 0], *(_bits(getattr(market, name)) for name in _ALIKE)):
        alike &= column[mine][:, None] == column[rows]
    alike &= mine[:, None] != rows
    least, said = ranked.case.settings.number("slate.same_text"), cache(partial(_Said, market))
    return {
        at: [among[other] for other in np.flatnonzero(those).tolist() if _same(said, row, int(rows[other]), least)]
        for at, row, those in zip(of, mine.tolist(), alike, strict=True)
    }


def copies(ranked: Ranked, of: Sequence[int], among: Sequence[int]) -> dict[int, list[int]]:
    """For each position of some those ``among`` others where its text stands under another employer of the city."""
    market, places = ranked.case.market, np.array(among, dtype=np.intp)
    rows, mine = ranked.case.rows[places], ranked.case.rows[np.array(of, dtype=np.intp)]
    (text, city), (texts, cities) = ((market.text_key[those], market.place[those] // 100) for those in (mine, rows))
    alike = ((text != 0) & (city != 0))[:, None] & (text[:, None] == texts) & (city[:, None] == cities)
    employer = partial(market.shown.text, field="employer")
    return {
        at: [among[other] for other in np.flatnonzero(those).tolist() if employer(int(rows[other])) != employer(row)]
        for at, row, those in zip(of, mine.tolist(), alike, strict=True)
    }


def _bits(values: NDArray[Any]) -> NDArray[Any]:
    """Values to be held against each other: so that unknown is equal to unknown."""
    return values.view(np.uint32) if values.dtype.kind == "f" else values


def _same(said: "Callable[[int], _Said]", row: int, other: int, least: float) -> bool:
    return said(row).employer == said(other).employer and said(row).repeats(said(other), least)


class _Said:
    """What a posting says, to be held against another that is alike in all that is counted."""

    def __init__(self, market: Market, row: int) -> None:
        self._text = partial(market.shown.text, row)
        self.employer = self._text("employer")

    @cached_property
    def words(self) -> str:
        """What the title says of the job."""
        return job_words(self.title)

    @cached_property
    def title(self) -> str:
        """The title, folded."""
        return fold(self._text("title")).lower()

    @cached_property
    def same(self) -> tuple[Hashable, ...]:
        """What is equal where a vacancy is posted again, whatever the texts."""
        return self._text("location"), self._text("hours"), self.words, frozenset(_APART.findall(self.title))

    @cached_property
    def beside(self) -> frozenset[str]:
        """What stands beside the name of the job, or in brackets, and is no call, benefit or number."""
        title, words = self.title, self.words
        beside = title.replace(words, " ", 1) if words in title else " ".join(_BRACKETS.findall(title))
        return frozenset(part for part in _PARTS.split(beside) if part and not _CALL.search(part))

    @cached_property
    def body(self) -> str:
        """The text without blanks."""
        return "".join((self._text("description") + self._text("requirements")).split())[:_READ]

    @cached_property
    def is_named(self) -> bool:
        """Whether it names an employer and a job."""
        from jobmatch.screening import names_nobody  # few slates hold two that could be one

        return bool(self.words and self.employer) and not names_nobody(self.employer)

    def repeats(self, other: "_Said", least: float) -> bool:
        """Whether it is the same vacancy: the same place, hours and title, and no other text."""
        if self.same != other.same or not self.is_named:
            return False
        if min(len(self.body), len(other.body)) < _NONE:
            return self.beside == other.beside
        alike = _alike(self.body, other.body)
        return alike >= _SURELY or (alike >= least and self.beside == other.beside)


def _alike(one: str, other: str) -> float:
    """The share of what two texts say between them that both say."""
    mine, theirs = ({text[at : at + _RUN] for at in range(len(text) - _RUN + 1)} for text in (one, other))
    return len(mine & theirs) / max(1, len(mine | theirs))
