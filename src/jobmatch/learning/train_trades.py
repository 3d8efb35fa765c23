"""Training of the model that tells trades from how people say work, from sayings and words made here.

``jobmatch train trades`` calls ``train``; the same input gives the same bytes.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np
from sklearn.svm import LinearSVC
from threadpoolctl import threadpool_limits

from jobmatch.artefacts import write_artefact
from jobmatch.learning.corpus import matrix, vocabulary_of
from jobmatch.learning.train_occupations import pruned
from jobmatch.text import lexicon
from jobmatch.text.fold import fold

Array = np.ndarray[Any, Any]

# By five folds of the sayings: a tenth and ten times of it tell fewer of the lines left out.
_PENALTY: Final = 0.3
# How far a score is behind the best, times this, is the logarithm of how likely it is: settled on every second line of
# a writer whose sayings were not learned from (tests/quality/sayings.csv), so that what is told at .25 is mostly right.
_SHARPNESS: Final = 12.0
_KEEP: Final = 2_000_000  # weights, 3 bytes each: a third fewer tell one of a hundred pasts less, a third of them three
# Of the largest weights, those of short sayings that are learned by heart, so many are cut to one size: the steps are
# an eighth as coarse, and of strangers' pasts a third as many are told wrongly (two and twenty thousand: nearly so).
_CUT: Final = 5000

CARD: Final = """# Trade model

How people say what work they want, do or offer -> trades of `text/lexicons/trades.csv`.

- Kind: a linear support vector machine, one trade against the others, over TF-IDF runs of 1-3 characters and Latin
  words; the largest weights kept as 8-bit numbers; scores become shares by how far they are behind the best.
- Trained on: {sayings:,} sayings of {trades} trades, written here by people who knew no rule
  (`learning/lexicons/sayings.csv`: wishes, unusual titles, lines of duties, a third in Traditional Chinese),
  {silent} that tell no work, and the words of `trades.csv`.
- Figures: `pytest tests/quality/test_saying_figures.py -s`, on sayings of another writer.
- Not for: titles of work that no trade of the table covers, and whole texts.
"""


def train(folder: Path, tell: Callable[[str], None] | None = None) -> dict[str, Any]:
    """Train on the sayings and words that ship with the code, write the artefact to ``folder``, give its facts."""
    with threadpool_limits(1):  # sums in one order: the same bytes on any number of cores
        names, texts, labels = _corpus()
        if tell:
            tell(f"{len(texts)} texts of {len(names)} trades")
        vocabulary, idf = vocabulary_of(texts)
        learned = LinearSVC(C=_PENALTY, random_state=0).fit(matrix(texts, vocabulary, idf), labels)
        indptr, classes, weights, scale = pruned(learned.coef_.T, _KEEP, _CUT)
    arrays = {
        "vocabulary.npy": vocabulary,
        "idf.npy": idf.astype(np.float16),
        "indptr.npy": indptr,
        "classes.npy": classes,
        "weights.npy": weights,
        "bias.npy": learned.intercept_.astype(np.float32),
    }
    facts = {
        "name": "trades",
        "version": "1",
        "source": "sayings and words made here",
        "scale": scale,
        "sharpness": _SHARPNESS,
        "texts": len(texts),
        "runs": len(vocabulary),
        "weights": len(weights),
    }
    write_artefact(folder, arrays, {"trades.txt": "\n".join(names), "card.md": _card()}, facts)
    return facts


def _card() -> str:
    """The card, with the numbers of what was learned from."""
    told = [row["trade"] for row in _sayings()]
    telling = list(filter(None, told))
    return CARD.format(sayings=len(telling), trades=len({*telling}), silent=len(told) - len(telling))


def _sayings() -> list[dict[str, str]]:
    return lexicon.rows("jobmatch.learning", "lexicons/sayings.csv")


def _corpus() -> tuple[list[str], list[str], Array]:
    """The trades, all texts and the place of the trade of each."""
    told = [(row["text"], row["trade"]) for row in _sayings()]
    for row in lexicon.rows("jobmatch.text", "lexicons/trades.csv"):
        told += [(word, row["trade"]) for word in row["words"].split("|") if word]
    names = list(dict.fromkeys(trade for _, trade in told))
    place = {name: at for at, name in enumerate(names)}
    return names, [fold(text).lower() for text, _ in told], np.array([place[trade] for _, trade in told])
