"""Lines of business as clients refuse them: 餐饮业 is kitchens, waiting and drinks, whatever the title says.

The table is ``lexicons/businesses.csv``; the trades are those of ``trades``.
"""

from functools import cache, lru_cache
from typing import Final, NamedTuple

from jobmatch.patterns import late
from jobmatch.text import lexicon
from jobmatch.text.fold import fold
from jobmatch.text.work.trades import parts_of, trade_names

_ENDING: Final = late(r"(?<=..)(?:业务员?|业|行业|产业|类|方面的?|相关的?| industry| business)$")


_DOING: Final = late("[卖拉推跑做销放送伺照扫洗刷打清搞教带当管]")  # begins what is done, and not who does it together


class Business(NamedTuple):
    """A line of business: the numbers of its trades, words in the names of its employers and in titles.

    ``whole`` says that all its employers offer is of it, ``theirs`` which trades among that, where not all are;
    ``perhaps`` are trades of which it may be a part, ``duties`` words that say of those, and of what
    names none, that it is.
    """

    trades: frozenset[int]
    employers: tuple[str, ...]
    whole: bool
    theirs: frozenset[int]
    titles: tuple[str, ...]
    perhaps: frozenset[int]
    duties: tuple[str, ...]

    def whole_line(self, words: str) -> bool:
        """Whether some words refuse all that is done in it, and not just its trades: 餐饮, and no 拉保险.

        >>> business_of("餐饮").whole_line("餐饮"), business_of("拉保险").whole_line("拉保险")
        (True, False)
        """
        return bool(self.employers) and not _DOING.match(words)


@cache
def _table() -> dict[str, Business]:
    number = {name: at for at, name in enumerate(trade_names())}
    return {
        word: Business(
            _of_parts(row["trades"], number),
            lexicon.parts(row["employers"]),
            row["whole"] == "yes",
            frozenset() if row["whole"] == "yes" else _of_parts(row["whole"], number),
            lexicon.parts(row["titles"]),
            _of_parts(row["perhaps"], number),
            lexicon.parts(row["duties"]),
        )
        for row in lexicon.rows("jobmatch.text", "lexicons/businesses.csv")
        for word in lexicon.parts(row["words"])
    }


def _of_parts(cell: str, number: dict[str, int]) -> frozenset[int]:
    """The numbers of some trades and of their parts."""
    return frozenset(part for trade in lexicon.parts(cell) for part in parts_of(number[trade]))


@lru_cache(maxsize=4096)  # each look asks of every refusal
def business_of(words: str) -> Business | None:
    """The line of business that some words name and nothing else; None for others.

    >>> sorted(trade_names()[trade] for trade in business_of("房仲業").trades)
    ['房产销售']
    >>> business_of("餐饮行业") == business_of("餐饮"), business_of("夜班")
    (True, None)
    """
    folded = fold(words).lower().strip()
    return _table().get(folded) or _table().get(_ENDING.sub("", folded))
