"""Unit tests of screening: places, fields, grounds and hostile texts."""

import pickle

import pytest
from hostile import ends

from jobmatch.messages import use_language
from jobmatch.screening import asks_money, screen_fields, screen_text
from jobmatch.screening.rules import ground, rules


@pytest.mark.parametrize("text", ["仅 限 男 性", "要求：１、限　女；", "35 周岁 以下", "加 微 信 ab12345"])
def test_words_stand_where_the_finding_says(text):
    """Start and end point into the text as written."""
    findings = screen_text(text)
    assert findings
    assert all(text[f.start : f.end] == f.words for f in findings)


@pytest.mark.parametrize(
    "text", ["性别要求：不限；", "性别要求：男女均可", "性别要求：不限。学历：大专", "民族：不限；户籍要求：不限"]
)
def test_what_is_waived_in_so_many_words_is_no_suspicion(text):
    """Whatever the model makes of such a line."""
    assert screen_text(text, "requirements") == []


def test_every_kind_has_a_ground_in_both_languages():
    """No rule without a law or a reason, in Chinese and English."""
    for language in ("zh", "en"):
        use_language(language)
        assert all(ground(rule.kind) for rule in rules())
    use_language("zh")


def test_traditional_texts_are_held_against_their_own_act():
    """A posting in Traditional characters gets Taiwan's act as its ground."""
    (finding,) = screen_text("限女性，經驗不拘，歡迎應徵職務")
    assert "台湾" in finding.ground


def test_fields_are_told_apart():
    """A rule for titles leaves the description alone."""
    titled, described = ({"title": "美女前台"}, {"title": "前台", "description": "接待女客服同事"})
    found = screen_fields([lambda field: titled.get(field, ""), lambda field: described.get(field, "")])
    assert ([finding.field for finding in found[0]], found[1]) == (["title"], [])


def test_money_is_what_makes_a_posting_unfit():
    """A deposit does, a wish for women does not, and a lawful exception never."""
    assert asks_money(screen_text("入职交押金200元"))
    assert not asks_money(screen_text("女性优先"))
    assert not asks_money(screen_text("残疾人优先"))


@pytest.mark.parametrize("text", ["押金要交500吗？不用。", "谁说仓管一定要男生？", "把“限男性”三个字划掉。"])
def test_what_is_asked_and_answered_or_disowned_is_not_found(text):
    """A question is read with its answer, and a quoted rule with what is said of it."""
    assert not screen_text(text)


def test_findings_are_plain_values():
    """A finding travels between processes."""
    findings = screen_text("限女性")
    assert pickle.loads(pickle.dumps(findings)) == findings


@pytest.mark.parametrize("unit", ["女", "限女，", "押金", "18-", "岁", "证", "  ", "年龄18岁至", "交费", "女 "])
def test_hostile_text_ends_soon(unit):
    """A text of 100,000 like characters is read in a blink."""
    screen_text("女，押金，18-30岁，交费，证")
    text = unit * (100_000 // len(unit))
    assert ends(lambda: screen_text(text))


def test_a_refusal_takes_nothing_back_of_what_it_refuses():
    """The 不要 of a finding is no sign that its sentence tells of others."""
    text = "幼儿园招保教人员，需普通话二甲、教师资格证，男老师就不要投了"
    assert [found.kind for found in screen_text(text)] == ["gender"]


def test_the_work_of_a_job_ends_where_its_terms_begin():
    """Who knows the roads still has to pay; who knows how deposits are taken does not."""
    asked, task = screen_text(["熟悉路况，自带手机，装备押金八百到站现交", "熟悉收取押金、退还押金的流程"])
    assert [found.kind for found in asked] == ["deposit"]
    assert task == []


def test_a_full_stop_ends_what_is_asked():
    """A requirement at the end of a sentence is read as one before a comma."""
    assert [found.kind for found in screen_text("招会计，45岁以内。")] == ["age"]


@pytest.mark.parametrize("text", ["残疾人勿扰", "信教者勿投", "乙肝携带者勿擾", "详情加微信 abc12345"])
def test_what_is_found_is_shown_whole(text):
    """Not cut within its last word."""
    assert [(one.words, one.end) for one in screen_text(text)] == [(text, len(text))]
