"""Skills in made-up sentences: required, welcome, waived."""

import csv
from pathlib import Path

import pytest

from jobmatch.text.asked.skills import find_skills, skill_parents

ROWS = list(csv.DictReader(Path(__file__).with_name("skills.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_skills_of_a_sentence(row):
    """Each sentence names the skills of its row, each asked for as the row tells."""
    found = find_skills(row["text"])
    expected = {part: {name for name in row[part].split("|") if name} for part in ("required", "preferred", "negated")}
    assert {m.skill for m in found if m.required and not m.negated} == expected["required"]
    assert {m.skill for m in found if not m.required and not m.negated} == expected["preferred"]
    assert {m.skill for m in found if m.negated} == expected["negated"]


def test_parents_lead_to_a_family():
    """A tool stands below its group, and the group below its family."""
    assert skill_parents("Hive") == ("大数据", "数据科学")
