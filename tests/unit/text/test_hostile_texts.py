"""Texts of 100,000 characters end soon, and broken decoding crashes nothing."""

import pytest
from hostile import ends

from jobmatch.screening import screen_text
from jobmatch.text.asked.certificates import find_certificates
from jobmatch.text.asked.demands import find_demands
from jobmatch.text.asked.education import parse_education
from jobmatch.text.asked.experience import parse_experience
from jobmatch.text.asked.hours import parse_hours
from jobmatch.text.asked.licences import parse_licence
from jobmatch.text.asked.requirements import read_requirements
from jobmatch.text.asked.skills import find_skills
from jobmatch.text.fold import fold
from jobmatch.text.pay.salary import parse_salary
from jobmatch.text.places.place import parse_place
from jobmatch.text.tokens import tokenize
from jobmatch.text.work.occupations import find_occupations
from jobmatch.text.work.seniority import parse_seniority
from jobmatch.text.work.titles import title_similarity
from jobmatch.text.work.titles_clean import clean_title

READERS = [
    screen_text, find_certificates, find_demands, parse_education, parse_experience, fold, parse_hours, parse_licence,
    find_occupations, parse_place, read_requirements, parse_salary, parse_seniority, find_skills, clean_title, tokenize,
]  # fmt: skip
HOSTILE = [
    "C1驾照",
    "叉车驾驶证",
    "护士资格证",
    "python,",
    "\ufdfa",
    "男女",
    "\n加分项\n",
    "学历不限必须本科",
    "上1休1 9:00",
]


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@pytest.mark.parametrize("piece", HOSTILE, ids=ascii)
def test_long_texts_end_soon(read, piece):
    """No repetition makes a reader slower than its length."""
    read("库管员")
    text = (piece * 100_000)[:100_000]
    assert ends(lambda: read(text))


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
def test_lone_surrogates_crash_nothing(read):
    """A half of a pair, left by broken decoding, is read over."""
    for text in ("\ud800", "保洁\udc80员 C1驾照 双休 限女性 北京市\ud800"):
        read(text)


def test_lone_surrogates_in_titles_that_are_compared():
    """Likeness takes them too."""
    assert title_similarity("保\ud800洁", "\udfff").shape == (1, 1)


def test_bidirectional_overrides_are_removed():
    """Signs that turn the order of writing hide nothing."""
    assert fold("\u202e限女性\u202c\u2066\u2069") == "限女性"
