"""Notes as they are dictated, with wishes told in everyday words (``oral.jsonl``): work that is wished, refused, done.

Another wrote them and marked the words, without having seen how notes are read. They are only counted.
"""

import json
import sys
from datetime import date
from pathlib import Path

import pytest

import jobmatch as jm

_FIELDS = {"wanted": "goal.occupations", "refused": "goal.refused", "done": "conditions.experience"}


def _meets(one, others):
    return any(one[0] < end and start < one[1] for start, end in others)


def _figures():
    """For each role precision and recall of its stretches, and in how many notes with some none is read."""
    counts = {role: [0, 0, 0, 0, 0, 0] for role in _FIELDS}
    for line in Path(__file__).with_name("oral.jsonl").read_text(encoding="utf-8").splitlines():
        note = json.loads(line)
        evidence = jm.read_notes(note["text"], today=date(2026, 12, 1)).evidence
        for role, field in _FIELDS.items():
            gold = [tuple(one) for one in note["stretches"].get(role, [])]
            read = [(part.start, part.end) for part in evidence[field].parts] if field in evidence else []
            right, found = sum(_meets(one, gold) for one in read), sum(_meets(one, read) for one in gold)
            new = (right, len(read), found, len(gold), bool(gold), bool(gold and not read))
            counts[role] = [sum(two) for two in zip(counts[role], new, strict=True)]
    return {role: (one[0] / one[1], one[2] / one[3], one[5] / one[4]) for role, one in counts.items()}


@pytest.fixture(scope="module")
def figures():
    """The figures of every role."""
    return _figures()


@pytest.mark.parametrize(
    ("role", "precision", "recall", "silent"),
    [("wanted", 0.84, 0.81, 0.1), ("refused", 0.8, 0.53, 0.4), ("done", 0.92, 0.87, 0.1)],
)
def test_work_is_read_where_it_is_told_in_everyday_words(figures, role, precision, recall, silent):
    """Precision and recall may not fall below what was reached, nor may more notes be left without any."""
    sys.stdout.write(f"\n{role}: precision, recall, notes left without: {[round(one, 3) for one in figures[role]]}\n")
    assert figures[role][0] >= precision
    assert figures[role][1] >= recall
    assert figures[role][2] <= silent
