"""Training of the model that tells what a sentence of a posting asks, from sentences made here and real postings.

``jobmatch train screening`` calls ``train``; the same input gives the same bytes. Of the real postings only every
second one is learned from, so that the others tell how often the model is wrong.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, Final

import numpy as np
from sklearn.neural_network import MLPClassifier
from threadpoolctl import threadpool_limits

from jobmatch.artefacts import write_artefact
from jobmatch.dataset.postings import read_postings
from jobmatch.errors import BadInput
from jobmatch.learning.compose import Sentence, composed, disturbed
from jobmatch.learning.concepts import concepts
from jobmatch.learning.corpus import matrix, rows_of
from jobmatch.screening.passages import read_by_rules, sentences
from jobmatch.screening.plain import Plain
from jobmatch.screening.suspicion import KINDS, Concepts
from jobmatch.screening.wake import hits
from jobmatch.text import linear

Array = np.ndarray[Any, Any]

_UNITS: Final = 32  # inner units of a network
_NETWORKS: Final = 2  # the mean of two is steadier than one of twice the size
_ROUNDS: Final = 7
_RUNS: Final = 30_000  # runs of characters kept
_SEEN: Final = 3  # times at least
_LABELLED_WEIGHT: Final = 1.5
_REAL_WEIGHT: Final = 0.3
_CUED_WEIGHT: Final = 1.0  # of real sentences that ask nothing and hold a cue: those that the model is asked about
_REAL: Final = 12_000  # real sentences in which no rule finds anything and a cue stands, and as many without
_DISTURBED: Final = 0.3  # of the sentences are learned once more, as if disguised
_JOINED: Final = 0.45  # and beside another one
_SHORT: Final = 40  # characters of what stands beside a sentence at the most: it shall not drown it


def train(
    data: Sequence[Path], lines: Sequence[Path], folder: Path, tell: Callable[[str], None] | None = None
) -> dict[str, Any]:
    """Train on our sentences, labelled ``lines`` and the postings of folders, write to ``folder``, give the facts."""
    with threadpool_limits(1):  # sums in one order: the same bytes on any number of cores
        chance = Random(0)  # noqa: S311 - the same choices each time
        told = [Sentence(Plain(one.text).text, *one[1:]) for one in (*composed(chance), *_labelled(lines))]
        asked, others = _real(_texts(data)[::2])
        cues = _cues(told, others)
        real = [*asked, *_chosen(others, cues, chance)]
        if tell:
            tell(f"{len(told)} sentences, {len(real)} of real postings")
        numbers = concepts()
        arrays, facts = _learned([*told, *_varied(told, real, chance)], real, Concepts(numbers))
    facts |= {"name": "screening", "version": "1", "sentences": len(told), "real": len(real), "cues": len(cues)}
    words = {
        "cues.txt": "".join(f"{cue}\n" for cue in cues),
        "concepts.tsv": "".join(f"{word}\t{number}\n" for word, number in numbers.items()),
        "card.md": CARD,
    }
    write_artefact(folder, arrays, words, facts)
    return facts


def _labelled(lines: Sequence[Path]) -> Iterator[Sentence]:
    """The rows ``text,unlawful`` of labelled tables."""
    for path in lines:
        for row in rows_of(path):
            try:
                kinds = frozenset(filter(None, row["unlawful"].split("|")))
                yield Sentence(row["text"], kinds, _LABELLED_WEIGHT)
            except KeyError as missing:
                raise BadInput("bad-training-table", file=path.name, seen=missing.args[0]) from None


def _texts(folders: Sequence[Path]) -> list[str]:
    """The free text of every posting of the files of some folders."""
    files = sorted(
        file for folder in folders for file in folder.iterdir() if file.suffix in (".csv", ".jsonl", ".xlsx")
    )
    if not files:
        raise BadInput("no-training-table", file=folders[0].name)
    texts = []
    for file in files:
        for row in read_postings(file).frame.to_dict("records"):
            said = (row.get(name) for name in ("title", "description", "requirements", "benefits"))
            texts.append("\n".join(text for text in said if isinstance(text, str)))
    return texts


def _real(texts: Sequence[str]) -> tuple[list[Sentence], list[str]]:
    """The sentences of postings: those in which the rules find something, with that, and the others."""
    found: dict[str, frozenset[str]] = {}
    for text in texts:
        plain = Plain(text).text
        spans = [span for span in read_by_rules(plain, hits(plain), "description") if span.stance == "asked"]
        for start, end in sentences(plain):
            kinds = frozenset(span.rule.kind for span in spans if start <= span.start < end)
            found[plain[start:end].strip()] = kinds
    asked = [Sentence(text, kinds, _REAL_WEIGHT) for text, kinds in found.items() if kinds]
    return asked, sorted(text for text, kinds in found.items() if not kinds)


def _chosen(others: Sequence[str], cues: Sequence[str], chance: Random) -> list[Sentence]:
    """Real sentences that ask nothing: some that the model would look at, some that it would not."""
    cued: list[str] = []
    plain: list[str] = []
    for text in others:
        (cued if any(cue in text for cue in cues) else plain).append(text)
    return [
        Sentence(text, frozenset(), weight)
        for texts, weight in ((cued, _CUED_WEIGHT), (plain, _REAL_WEIGHT))
        for text in chance.sample(texts, min(_REAL, len(texts)))
    ]


def _varied(told: Sequence[Sentence], real: Sequence[Sentence], chance: Random) -> Iterator[Sentence]:
    """Some sentences once more: disturbed, or beside another one, mostly one that asks nothing."""
    signs = "".join(sorted({sign for text, *_ in told for sign in text}))
    silent = [one for one in (*told, *real) if not one.kinds and len(one.text) < _SHORT]
    for one in told:
        if chance.random() < _DISTURBED:
            yield Sentence(disturbed(one.text, signs, chance), *one[1:])
        if chance.random() < _JOINED:
            other = chance.choice(told if chance.random() < 0.3 else silent)
            pair = chance.sample([one.text, other.text], 2)
            yield Sentence(chance.choice("。,;").join(pair), one.kinds | other.kinds, one.weight)


def _learned(
    told: Sequence[Sentence], real: Sequence[Sentence], alike: Concepts
) -> tuple[dict[str, Array], dict[str, Any]]:
    every = [*told, *real]
    marked = [alike.marked(text) for text, *_ in every]
    vocabulary, idf = _vocabulary(marked[: len(told)])
    features = matrix(marked, vocabulary, idf).astype(np.float32)
    labels = np.array([[kind in kinds for kind in KINDS] for _, kinds, _ in every], dtype=np.int8)
    weights = np.array([weight for *_, weight in every])
    networks = [_network(seed).fit(features, labels, sample_weight=weights) for seed in range(_NETWORKS)]
    table = np.hstack([network.coefs_[0] for network in networks])
    scale = float(np.abs(table).max()) / 127
    arrays = {
        "vocabulary": vocabulary,
        "idf": idf.astype(np.float16),
        "table": np.rint(table / scale).astype(np.int8),
        "hidden": np.concatenate([network.intercepts_[0] for network in networks]).astype(np.float32),
        "out": np.stack([network.coefs_[1] for network in networks]).astype(np.float32),
        "bias": np.stack([network.intercepts_[1] for network in networks]).astype(np.float32),
    }
    return {f"{name}.npy": array for name, array in arrays.items()}, {"scale": scale, "runs": len(vocabulary)}


def _network(seed: int) -> MLPClassifier:
    return MLPClassifier(
        (_UNITS,),
        batch_size=256,
        learning_rate_init=4e-3,
        max_iter=_ROUNDS,
        n_iter_no_change=_ROUNDS,
        random_state=seed,
    )


def _vocabulary(texts: list[str]) -> tuple[Array, Array]:
    """The runs that stand in enough sentences, the more frequent first where they are too many; how telling each is."""
    rows, keys = linear.keys(texts)
    pairs = np.unique(np.stack([keys, rows.astype(np.uint64)]), axis=1)
    runs, counts = np.unique(pairs[0], return_counts=True)
    order = np.argsort(-counts, kind="stable")[:_RUNS]
    kept = np.sort(order[counts[order] >= _SEEN])
    idf = np.log((len(texts) + 1) / (counts[kept] + 1)) + 1
    return runs[kept], idf.astype(np.float32)


_CUES_EACH: Final = 5  # in a sentence that asks something: wording that nobody thought of shares one of them
_RARE: Final = 1 / 1000  # of the real sentences hold a cue at the most, where there is a choice


def _cues(told: Sequence[Sentence], real: Sequence[str]) -> list[str]:
    """Runs of two or three signs that tell sentences that ask something from others, and are rare in real postings."""
    asking = [text for text, kinds, _ in told if kinds]
    often = Counter(run for text in asking for run in _runs_of(text))
    elsewhere = Counter(run for text, kinds, _ in told if not kinds for run in _runs_of(text))
    rare = Counter(run for text in real for run in _runs_of(text))
    least = _RARE * len(real)
    telling = {
        run for run, count in often.items() if count >= _SEEN and count > 1.5 * elsewhere[run] and rare[run] <= least
    }
    chosen: set[str] = set()
    for text in asking:
        runs = sorted(telling & _runs_of(text), key=lambda run: (rare[run], -often[run], run))
        held = chosen.intersection(runs)
        chosen.update([run for run in runs if run not in held][: max(0, _CUES_EACH - len(held))])
    return sorted(chosen)


def _runs_of(text: str) -> set[str]:
    return {
        run for length in (2, 3) for at in range(len(text) - length + 1) if (run := text[at : at + length]).isalnum()
    }


CARD: Final = """# Screening model

How likely a sentence of a job posting asks or offers what the law forbids or what is suspicious, by kind.

- Two small networks (32 inner units each) over runs of 1-3 characters and over concepts, words that mean alike. What
  they hold likely and no rule finds is told as a suspicion with its probability; what they hold very unlikely takes
  back what a rule finds.
- Learned from sentences composed here (`src/jobmatch/learning/sentences`), labelled lines (`build`, `more`, `fresh`,
  `third_build` and `fourth_build` of `tests/quality/screening`, `tests/spec/screening.csv`), and every second of
  39,000 real postings of the mainland and Taiwan, with what the rules say of them; runs of characters come from our
  sentences alone.
- Figures on lines by writers who knew neither the rules nor the sentences: `tests/quality/README.md`.
- Not for: judging an employer. A suspicion is shown to a counsellor, who reads the posting; it excludes no posting.
"""
