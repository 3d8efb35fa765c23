"""Text: does the posting speak of what the client speaks of?"""

from collections.abc import Callable
from functools import cache, partial
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case, Measured
from jobmatch.messages import in_script, listing, say
from jobmatch.text.fold import fold
from jobmatch.text.phrases import says, shadow

NAME = "text"
_FEW: Final = 10  # postings, of which nobody can tell what is common
_NAMED: Final = 4  # of the words in a reason: more would not be read


def measure(case: Case) -> Measured:
    """The posting's BM25 score for the client's words, bent into 0..1; one more word never lowers it.

    Unknown where the client has said nothing.
    """
    return usual(case).but(*apart(case))


def usual(case: Case) -> Measured:
    """As if the posting spoke of nothing of it."""
    return Measured(np.zeros(len(case.rows)), np.full(len(case.rows), bool(case.facts.words)))


def apart(case: Case) -> tuple[NDArray[np.intp], Measured]:
    """Where the posting speaks of something of it, or has no text that could, by position.

    What is told of the latter is the title alone: it speaks for them, and not against them.
    """
    words, facts, silent = case.market.words, case.facts, case.column("silent")
    scores = case.sums("words", lambda: words.weighted(facts.words))
    at = np.flatnonzero((scores > 0) | silent)
    value = np.round(1 - np.exp(-scores[at].astype(np.float64) / case.settings.number("words.full_at")), 6)
    return at, Measured(value, ~silent[at] | (value > case.settings.number("score.neutral.text")))


def reason(case: Case, at: int, value: float, known: bool) -> str:  # noqa: ARG001 - one shape for all
    """Why, for one row: the words that both use, the weightiest first."""
    if not known:
        silent = case.facts.words and case.column("silent")[at]
        return say("reason.text.silent" if silent else "reason.text.unknown")
    row = case.rows[at].astype(np.int32)  # of the kind of the runs, else each would be copied
    found = []
    for word, weight in case.facts.words.items():
        rows, impacts = case.market.words.run(word)
        place = int(rows.searchsorted(row))
        if place < len(rows) and rows[place] == row:
            found.append((-weight * float(impacts[place]), word))
    words = _without_parts([word for _, word in sorted(found)])
    if not words:
        return say("reason.text.none")
    text = cache(partial(_text, case, int(row)))
    telling = list(islice(filter(partial(_tells, case, int(row), text), words), _NAMED))
    return say("reason.text.shared", words=in_script(listing(telling))) if telling else say("reason.text.common")


def _tells(case: Case, row: int, text: Callable[[], str], word: str) -> bool:
    """Whether a word that both use tells something of a posting: it is said of the work, and not by half of all."""
    title = fold(case.market.shown.text(row, "title")).lower()
    many = len(case.market.words.run(word)[0])
    rare = many <= max(_FEW, case.settings.number("words.common") * len(case.market))
    return word in title or (rare and says(text(), word))


def _text(case: Case, row: int) -> str:
    """The shadow of all that a posting says."""
    return shadow("\n".join(case.market.shown.text(row, name) for name in ("title", "description", "requirements")))


def _without_parts(words: list[str]) -> list[str]:
    """Words that are not part of a longer one in the list, nor a single character."""
    return [word for word in words if len(word) > 1 and not any(word != other and word in other for other in words)]
