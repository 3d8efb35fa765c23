"""What Taiwan calls papers that the vocabulary knows by the mainland's names (``lexicons/papers_taiwan.csv``)."""

from functools import cache

from jobmatch.text import lexicon


def name_in_taiwan(paper: str) -> str:
    """The name of a certificate or of a class of driving licence as it is said in Taiwan.

    >>> name_in_taiwan("C1"), name_in_taiwan("照顾服务员证明")
    ('普通小型车', '照顾服务员证明')
    """
    return _names().get(paper, paper)


@cache
def _names() -> dict[str, str]:
    return {row["paper"]: row["words"] for row in lexicon.rows("jobmatch.text", "lexicons/papers_taiwan.csv")}
