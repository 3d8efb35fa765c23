"""Headings below which everything is only welcome, and where their sections end."""

import pytest

from jobmatch.text.asked.experience import parse_experience
from jobmatch.text.asked.papers import certificates_asked
from jobmatch.text.clauses import is_wish
from jobmatch.text.fold import fold_lines
from jobmatch.text.sections import is_welcome_section


@pytest.mark.parametrize(
    "text",
    [
        "任职要求：大专\n加分项：\n1、焊工证\n2、英语",
        "加分資格（非必備，具證照另有加給）\n★室內配線\n★焊工证",
        "任职要求：1、大专；2、3年经验；加分项：1、PMP；2、焊工证；福利：双休",
        "具备以下条件者优先：\n1.电工证\n2.焊工证",
        "【优先条件】\n有焊工证",
        "优先条件：本科学历，焊工证",
        "Nice to have\n- 焊工证\nBenefits:\n- lunch",
    ],
)
def test_what_stands_below_is_welcome(text):
    """However the heading is written, in a line of its own or in the middle of one."""
    folded = fold_lines(text).lower()
    assert is_welcome_section(folded, folded.index("焊工证"))


@pytest.mark.parametrize(
    "text",
    [
        "加分项：会英语。须持焊工证",
        "加分项：\n会英语\n任职要求：\n须持焊工证",
        "加分项：1、英语；2、PMP\n须持焊工证",
        "本科优先考虑\n须持焊工证",
        "学历：大专优先；证书：焊工证",
        "有经验者优先 薪资：5000 需焊工证",
        "加分项\n英语\n福利\n免费考焊工证",
    ],
)
def test_where_the_section_ends(text):
    """Another heading, the end of the sentence or the last number of the list ends it; a wish alone begins none."""
    folded = fold_lines(text).lower()
    assert not is_welcome_section(folded, folded.index("焊工证"))


def test_what_is_welcome_is_not_asked():
    """Neither a paper nor years below such a heading bar anybody."""
    text = "任职要求：大专\n加分项：\n1、持有焊工证\n2、5年以上经验"
    assert certificates_asked("维修", fold_lines(text)) == ({"焊工证": False}, frozenset())
    assert parse_experience(text) is None


@pytest.mark.parametrize("words", ["最好有三年", "优先录用三年", "如有三年", "三年更好", "三年（非必备）"])
def test_a_wish_before_or_behind(words):
    """What is only wished for may be said on either side of it."""
    folded = fold_lines(words)
    assert is_wish(folded, folded.index("年") + 1)
