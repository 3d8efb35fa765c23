"""majors: one behaviour each."""

import pytest
from hostile import ends

from jobmatch.text.work.majors import _tables, major_titles, same_field


@pytest.mark.parametrize("said", ["会计", "会计专业", "會計系", "会计学", " 会计 ", "Accounting", "会计(注会方向)"])
def test_a_major_is_read_however_it_is_written(said):
    """With what is put behind it, in Traditional characters, in English."""
    assert major_titles(said)[0] == "会计"


def test_an_unlisted_major_is_told_by_its_longest_known_part_first():
    """医学影像 before 生物医学, and the titles of both."""
    titles = major_titles("生物医学影像技术")
    imaging, biomedicine = major_titles("医学影像"), major_titles("生物医学")
    assert titles[: len(imaging)] == imaging
    assert set(titles) == {*imaging, *biomedicine}


def test_of_two_parts_as_long_the_later_leads():
    """The head of a Chinese name stands last: 体育经济 is economics."""
    assert major_titles("体育经济")[0] == major_titles("经济")[0]


def test_several_majors_follow_one_another():
    """A person with two fields gets the titles of both, the first field's first."""
    titles = major_titles("护理、会计")
    assert titles == (*major_titles("护理"), *(t for t in major_titles("会计") if t not in major_titles("护理")))


@pytest.mark.parametrize("said", ["", "无", "不限", "高中", "专业", "???", "12345", "星象学"])
def test_no_field_of_study_gives_nothing(said):
    """Unknown is empty and near nothing."""
    assert major_titles(said) == ()
    assert same_field(said, "会计") == 0


def test_an_english_word_counts_as_a_whole_word():
    """The word ai is a field, and no part of air or maintenance."""
    assert major_titles("AI")
    assert major_titles("air maintenance") == ()


def test_titles_are_not_repeated():
    """Two majors that lead to one title name it once."""
    titles = major_titles("机械/机电/数控")
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(
    ("a", "b", "near"),
    [
        ("会计", "財務會計", 1.0),
        ("软件工程", "计算机科学与技术", 0.7),
        ("药学", "药物制剂", 0.7),
        ("护理", "临床医学", 0.4),
        ("护理", "数控", 0.0),
        ("某某学", "某某学", 1.0),
        ("", "", 0.0),
    ],
)
def test_nearness_has_four_steps(a, b, near):
    """The same, the same narrow field, the same broad field, apart; and the same both ways."""
    assert same_field(a, b) == same_field(b, a) == near


def test_a_major_of_two_fields_is_near_both():
    """生物医学工程 is biology and medical technology."""
    assert same_field("生物医学工程", "生物技术") == same_field("生物医学工程", "医学检验") == 0.7


def test_a_part_of_a_name_is_not_the_same_major():
    """What is only told by a part of its name stays one step below."""
    assert same_field("智能医学影像", "医学影像") == 0.7


@pytest.mark.parametrize("hostile", ["会" * 100_000, "会计" * 50_000, "a " * 50_000, "专业" * 50_000, "/" * 100_000])
def test_hostile_texts_are_quick(hostile):
    """Only the beginning is read, and no expression hangs."""
    assert ends(lambda: (major_titles(hostile), same_field(hostile, hostile[:-1])))


def test_the_table_is_sound():
    """At least 300 majors; every parent is a row, every row leads to titles, every word is folded."""
    majors, words = _tables()
    assert len(majors) >= 300
    assert all(parent in majors for major in majors.values() for parent in major.parents)
    assert all(len(major.titles) >= 3 and "" not in major.titles for major in majors.values())
    assert all(word == word.lower().strip() for word in words)
