"""Unit tests of the skills in a text."""

import pytest
from hostile import ends

from jobmatch.text.asked.skills import canonical_skill, find_skills, skill_names, skill_parents


def test_vocabulary_is_large_and_unique():
    """The vocabulary holds at least 900 names, none twice."""
    assert len(skill_names()) >= 900
    assert len(set(skill_names())) == len(skill_names())


def test_every_parent_is_a_name():
    """Each line of ancestors ends at the top and stays in the vocabulary."""
    names = set(skill_names())
    assert all(set(skill_parents(name)) <= names for name in names)


def test_every_name_finds_itself():
    """A canonical name is its own canonical form."""
    assert [name for name in skill_names() if canonical_skill(name) != name] == []


def test_words_stand_where_the_mention_says():
    """Start and end point into the text as written, full width and blanks included."""
    text = "　要求：熟練ＥＸＣＥＬ…，會盤點"
    for mention in find_skills(text):
        assert text[mention.start : mention.end] == mention.words


def test_degree():
    """How well a skill is asked for is told by its clause."""
    (mention,) = find_skills("精通SQL")
    assert mention.degree == "精通"


def test_hostile_text_ends_soon():
    """A text of 100,000 like characters is read in a blink."""
    find_skills("会")
    for text in ("无需" * 50_000, "优先" * 50_000, "3年" * 50_000, "，" * 100_000):
        assert ends(lambda text=text: find_skills(text))


def test_a_certificate_is_no_skill():
    """The name of a paper holds the word of a skill and asks for the paper; a level of English does tell of English."""
    assert [mention.skill for mention in find_skills("持叉车证，英语六级以上")] == ["英语"]


def test_verb_first_or_last():
    """清洗空调 is 空调清洗."""
    assert canonical_skill("清洗空调") == canonical_skill("空调清洗")


def test_the_surroundings_are_not_asked_for():
    """What is said of the site or given to those who come is no demand."""
    assert [mention.negated for mention in find_skills("工作环境：恒温无尘车间")] == [True]
    assert [mention.negated for mention in find_skills("No Scala needed")] == [True]


@pytest.mark.parametrize("text", ["花艺师证可有可无，插花员证优先", "持粮油检验员证"])
def test_the_name_of_a_paper_is_no_skill(text):
    """A skill inside the name of a certificate is not asked for by itself."""
    assert not find_skills(text)


def test_the_job_before_a_colon_is_no_skill():
    """What stands at the head of a line names the job; what follows is asked."""
    assert {one.skill for one in find_skills("公交驾驶员：会盘点")} == {"盘点"}
    assert {one.skill for one in find_skills("会盘点：每天一次")} == {"盘点"}


def test_vegetables_for_shops_are_not_waiting_at_table():
    """送菜 is a driver's work as often as a waiter's, and tells neither."""
    assert "传菜" not in {mention.skill for mention in find_skills("新发地到各门店送菜，按时送达")}


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("会计、统计学、电子商务等相关专业，会Excel", ["Excel"]),
        ("机电一体化专业毕业优先，懂PLC", ["PLC"]),
        ("熟悉会计专业知识", ["财务会计"]),
    ],
)
def test_a_major_is_no_skill(text: str, skills: list[str]) -> None:
    """What somebody studied is schooling; knowledge of the field is a skill."""
    assert [mention.skill for mention in find_skills(text)] == skills


@pytest.mark.parametrize("text", ["協助行銷活動", "协助产品研发实施"])
def test_halves_of_two_words_are_no_skill(text: str) -> None:
    """助行 in 協助行銷 and 助产 in 协助产品 name nothing."""
    assert not {"协助行走", "妇产护理", "助产"} & {mention.skill for mention in find_skills(text)}
