"""Text: does the posting speak of what the client speaks of?"""

import numpy as np

from jobmatch.fit.case import Case, Measured
from jobmatch.messages import say

NAME = "text"


def measure(case: Case) -> Measured:
    """The posting's BM25 score for the client's words, bent into 0..1; one more word never lowers it.

    Unknown where the client has said nothing.
    """
    if not case.facts.words:
        return case.blank()
    words, facts = case.market.words, case.facts
    scores = case.in_whole("words", lambda cover: words.scores(facts.words, cover)).astype(np.float64)
    value, speaks = np.zeros(len(scores)), np.flatnonzero(scores)
    value[speaks] = np.round(1 - np.exp(-scores[speaks] / case.settings.number("words.full_at")), 6)
    return Measured(value, np.ones(len(scores), dtype=np.bool_))


def reason(case: Case, at: int, value: float, known: bool) -> str:  # noqa: ARG001 - one shape for all
    """Why, for one row: the words that both use, the weightiest first."""
    if not known:
        return say("reason.text.unknown")
    row = case.rows[at].astype(np.int32)  # of the kind of the runs, else each would be copied
    found = []
    for word, weight in case.facts.words.items():
        rows, impacts = case.market.words.run(word)
        place = int(rows.searchsorted(row))
        if place < len(rows) and rows[place] == row:
            found.append((-weight * float(impacts[place]), word))
    words = _without_parts([word for _, word in sorted(found)])
    return say("reason.text.shared", words=say("word.comma").join(words[:4])) if words else say("reason.text.none")


def _without_parts(words: list[str]) -> list[str]:
    """Words that are not part of a longer one in the list, nor a single character."""
    return [word for word in words if len(word) > 1 and not any(word != other and word in other for other in words)]
