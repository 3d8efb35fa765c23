"""Refusals within a wish (``denied.csv``), by one who had not seen how they are read; even ids are only counted."""

import csv
import re
import sys
from pathlib import Path

import pytest

from jobmatch.records.wished import wishes_and_refusals

_SIGNS = re.compile(r"[\s,，。、的了]")


def _words(cell):
    return [_SIGNS.sub("", one.lower()) for one in cell if one.strip()]


def _figures(half):
    """Precision and recall of refusals, the share of traps that fool nobody, and the share of wishes that are kept."""
    lines = (line for line in Path(__file__).with_name("denied.csv").open(encoding="utf-8") if not line.startswith("#"))
    found = said = told = right = traps = seen = wished = kept = 0
    for row in csv.DictReader(lines):
        if int(row["id"][1:]) % 2 != half:
            continue
        wishes, refused = wishes_and_refusals([row["text"]])
        gold, got = _words(row["refused"].split("|")), _words(refused)
        told, said = told + len(gold), said + len(got)
        found += sum(any(one in other or other in one for other in got) for one in gold)
        right += sum(any(one in other or other in one for other in gold) for one in got)
        traps, seen = traps + (not gold), seen + (not gold and not got)
        wanted, left = _words(row["wishes"].split("|")), "".join(_words(wishes or ()))
        wished, kept = wished + len(wanted), kept + sum(one in left for one in wanted)
    return right / said, found / told, seen / traps, kept / wished


@pytest.mark.parametrize(("half", "floors"), [(1, (0.95, 0.75, 0.95, 0.96)), (0, (0.93, 0.65, 0.89, 0.95))])
def test_refusals_within_a_wish_are_told(half, floors):
    """Precision, recall, traps and wishes kept may not fall below what was reached."""
    figures = _figures(half)
    sys.stdout.write(f"\nrefusals within a wish, {['even', 'odd'][half]}: {[round(one, 3) for one in figures]}\n")
    assert all(one >= floor for one, floor in zip(figures, floors, strict=True))
