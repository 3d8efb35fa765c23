"""Whether some words name a kind of work, and which of them do."""

from functools import lru_cache
from typing import Final

from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.text.work.occupations import occupation_scores

_SURE: Final = 0.35  # the best probability of a title that is taken for a kind of work


@lru_cache(maxsize=4096)
def kind_of_work(words: str) -> str | None:
    """The words for a kind of work, without what stands around them; None where they name none.

    >>> kind_of_work("仓库保管员之类的工作"), kind_of_work("离家近的工作")
    ('仓库保管员', None)
    """
    said = (
        pattern("occupation.tail").sub("", pattern("occupation.head").sub("", words.strip(" :,、/"))).strip(" :,、/的")
    )
    said = (
        pattern("occupation.behind_employer").sub("", said)
        if pattern("occupation.suffix").search(pattern("occupation.behind_employer").sub("", said))
        else said
    )
    if len(said) < 2 or len(said) > 24 or pattern("occupation.no_work").search(said):
        return None
    if pattern("occupation.suffix").search(said):
        return said
    if pattern("occupation.no_name").search(said):
        return None
    _, chances = occupation_scores([said], k=1)
    return said if float(chances[0, 0]) >= _SURE else None
