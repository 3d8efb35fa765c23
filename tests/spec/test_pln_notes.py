"""The four cases of the PLN document, read as they stand: right, nothing invented, levels 1, 2, 3, 3."""

import re
from datetime import date
from pathlib import Path

import pytest

import jobmatch as jm
from jobmatch import demo

SEEDS = Path(__file__).resolve().parents[2] / "../shared/seeds"
STATED = [
    {"audit.gender": "女", "conditions.age": 23, "conditions.school": "首都医科大学", "conditions.major": "生物医学",
     "registration.status": "new_graduate", "registration.groups": ("高校毕业生",), "goal.clarity": "clear",
     "willingness.wants_work": True, "goal.occupations": ("生物医药研发助理", "临床检验技师")},
    {"audit.gender": "女", "conditions.age": 24, "conditions.education": "本科", "conditions.major": "网络与新媒体",
     "conditions.experience": ({"years": 1.0},),
     "attitude.left_last_job_because": "工资较低、离家较远",
     "willingness.wants_work": True},
    {"audit.gender": "女", "conditions.age": 49, "conditions.education": "初中", "conditions.experience": (),
     "goal.clarity": "none", "conditions.shift_ok": True, "willingness.wants_work": True},
    {"audit.gender": "女", "conditions.age": 40, "conditions.education": "高中", "goal.clarity": "vague",
     "family.care_duties": ("child",), "willingness.wants_work": True, "registration.unemployed_since": "2021-11"},
]  # fmt: skip
# May follow from the words of a case; anything else would be invented.
ALSO = {"conditions.education", "registration.status", "willingness.urgency", "attitude.misjudgements",
        "family.low_income", "attitude.left_last_job_because", "goal.clarity"}  # fmt: skip


def _cases() -> list[str]:
    documents = sorted(SEEDS.glob("*.txt")) if SEEDS.exists() else []
    texts = [path.read_text(encoding="utf-8") for path in documents]
    return [case for text in texts for case in re.findall(r"实例\d:\n(.*?)\n服务措施", text, flags=re.DOTALL)]


CASES = _cases()
needs_seeds = pytest.mark.skipif(len(CASES) != 4, reason="the PLN document is not at hand")


@needs_seeds
@pytest.mark.parametrize("at", range(4))
def test_stated_fields_are_right_and_nothing_is_invented(at):
    """Every stated field has its value; what else is read follows from the words."""
    profile = jm.read_notes(CASES[at], today=date(2026, 11, 22))
    said = {name: one.value for name, one in profile.evidence.items()}
    assert {name: said.get(name) for name in STATED[at]} == STATED[at]
    assert said.keys() - STATED[at].keys() <= ALSO
    assert not profile.conflicts


@needs_seeds
def test_words_stand_where_the_evidence_says():
    """Start and end point into the note as written."""
    for case in CASES:
        for one in jm.read_notes(case, today=date(2026, 11, 22), keep_identity=True).evidence.values():
            assert one.parts or case[one.start : one.end] == one.words


@needs_seeds
def test_levels_are_those_of_the_document():
    """1, 2, 3, 3 against the made-up postings of the district."""
    matcher = jm.Matcher(as_of="2026-11-22").index(jm.read_postings(demo.postings_path()))
    found = [matcher.assess(jm.read_notes(case, today=date(2026, 11, 22)).client).level for case in CASES]
    assert found == [1, 2, 3, 3]
