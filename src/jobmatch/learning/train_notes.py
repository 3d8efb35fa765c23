"""Training of the model that tells what each stretch of a note says, from labelled notes and notes composed here.

``jobmatch train notes`` calls ``train``; the same input gives the same bytes.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from jobmatch.artefacts import write_artefact
from jobmatch.errors import BadInput
from jobmatch.intake.clauses.note import Note
from jobmatch.intake.fact import Reading
from jobmatch.intake.model.heads import AT, HEADS
from jobmatch.intake.model.signs import signs
from jobmatch.intake.notes import read_by_rules
from jobmatch.learning.note_network import Floats, Lesson, Network
from jobmatch.learning.note_ways import Told, composed

# How often a note is learned with what the rules find in it. In notes with which they were written they are right far
# more often than in others, and would be trusted too much.
_SEEN: Final = 0.7
_SEEN_OF_OWN: Final = 0.2
_COMPOSED: Final = 3000
_EACH_ROUND: Final = 300  # of them, beside every labelled note
_ROUNDS: Final = 22
_NETWORKS: Final = 2
_TODAY: Final = date(2026, 12, 1)  # from which the rules reckon; the places of what they find hardly change with it
_TABLES: Final = ("characters", "pairs")  # kept as whole numbers with a scale, as they are large


def train(files: Sequence[Path], folder: Path, tell: Callable[[str], None] | None = None) -> dict[str, Any]:
    """Train on the labelled notes of ``files`` (JSON lines) and our own, write to ``folder``, give the facts."""
    with threadpool_limits(1):  # sums in one order: the same bytes on any number of cores
        chance = Random(0)  # noqa: S311 - the same choices each time
        labelled = [one for file in files for one in read_labelled(file) if one.note.text.strip()]
        own = [Labelled(one, (), _SEEN) for one in composed(chance, _COMPOSED)]
        signs_of = (sign for one in (*labelled, *own) for sign in Note(one.note.text).shadow)
        known = "".join(sorted({*signs_of} - {"\n", "\r"}))
        numbers = {sign: at for at, sign in enumerate(known, 1)}
        lessons, examples = ([_lesson(one, numbers) for one in some] for some in (labelled, own))
        if tell:
            tell(f"{len(lessons)} labelled notes, {len(examples)} composed")
        networks = [_learned(len(known), lessons, examples, chance, seed) for seed in range(_NETWORKS)]
    scales, arrays = zip(*map(_rounded, networks), strict=True)
    facts = {"name": "notes", "version": "1", "labelled": len(lessons), "composed": len(examples), "scales": scales}
    write_artefact(
        folder,
        {f"{name}-{at}.npy": array for at, one in enumerate(arrays) for name, array in one.items()},
        {"characters.txt": known, "card.md": CARD},
        facts,
    )
    return facts


class Labelled(NamedTuple):
    """A note with its stretches, the heads of which nobody said what tells them, how often the rules are shown."""

    note: Told
    unknown: Collection[str]
    rules_seen: float


def read_labelled(file: Path) -> Iterator[Labelled]:
    """The labelled notes of a file."""
    try:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            stretches = {
                HEADS[AT[head]]: [(start, end) for start, end in told] for head, told in row["stretches"].items()
            }
            yield Labelled(Told(row["text"], stretches), _unknown(row), _SEEN if row["new_to_rules"] else _SEEN_OF_OWN)
    except (OSError, UnicodeDecodeError):
        raise BadInput("no-training-table", file=file.name) from None
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise BadInput("bad-training-table", file=file.name, seen=str(wrong)) from None


def _unknown(row: Mapping[str, Any]) -> Collection[str]:
    """The heads of which nobody said what tells them, as a row names them or those that are ``known``."""
    return row["unknown"] if "unknown" in row else [head for head in HEADS if head not in row["known"]]


def _lesson(one: Labelled, numbers: Mapping[str, int]) -> Lesson:
    note = Note(one.note.text)
    seen = signs(note, read_by_rules(Reading(note, _TODAY, None)), numbers)
    told = np.zeros((len(seen.characters), len(HEADS)), dtype=np.int8)
    for head, stretches in one.note.stretches.items():
        for start, end in stretches:
            told[start:end, AT[head]] = 2
            told[start, AT[head]] = 1
    known = np.ones(len(HEADS), dtype=np.float32)
    known[[AT[head] for head in one.unknown]] = 0
    return Lesson(seen, told, known, one.rules_seen)


def _learned(
    characters: int, lessons: Sequence[Lesson], examples: Sequence[Lesson], chance: Random, seed: int
) -> Mapping[str, Floats]:
    network = Network(characters, len(HEADS), seed)
    for nth in range(_ROUNDS):
        some = chance.sample(examples, min(_EACH_ROUND, len(examples)))
        network.round([*lessons, *some], nth / _ROUNDS, 1 / _ROUNDS)
    return network.weights


def _rounded(weights: Mapping[str, Floats]) -> tuple[dict[str, float], dict[str, np.ndarray[Any, Any]]]:
    """The weights in fewer bytes, and what each is multiplied with."""
    scales = {name: float(np.abs(weights[name]).max()) / 127 if name in _TABLES else 1.0 for name in weights}
    return scales, {
        name: np.rint(value / scales[name]).astype(np.int8) if name in _TABLES else value.astype(np.float16)
        for name, value in weights.items()
    }


CARD: Final = """# Notes model

What each stretch of a counsellor's note tells of the client: work done, wanted and refused, why the last job was left,
place, pay, age, papers, care, shifts and more.

- A small network over characters, pairs of characters and what the rules and word lists see (five layers of 96
  units that look one to eight characters to either side). What it holds likely and no rule finds is read with its
  likelihood; what a rule finds and it holds very unlikely is dropped.
- Learned from the marked notes of made-up persons in `tests/quality/stretches.jsonl` (2,852 by a dozen hands), from
  dictated ones whose wishes are told in everyday words in `stretches_oral.jsonl` (1,560 by another dozen), and from
  notes composed of `src/jobmatch/learning/clauses`. Nothing of a real person is in it.
- Figures on notes by writers who knew neither: `tests/quality/README.md`.
- Not for: deciding about a person. Each value is shown with its words to a counsellor, who corrects it.
"""
