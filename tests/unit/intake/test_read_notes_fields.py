"""Single fields of a profile from the words of a note."""

from datetime import date
from time import process_time

import pytest
from builders import calm
from hostile import ends
from hypothesis import given
from hypothesis import strategies as st

import jobmatch as jm

TODAY = date(2026, 11, 22)


def value(text, field):
    """What is read for one field; None where nothing is."""
    found = jm.read_notes(text, today=TODAY).evidence.get(field)
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("四十九岁", 49), ("年龄：35", 35), ("男，51，初中", 51), ("1988年出生", 38), ("85年的", 41), ("大姐52了", 52),
        ("48-year-old woman", 48), ("女儿19岁", None), ("要求35岁以下", None), ("母亲80岁，本人50岁", 50),
    ],
)  # fmt: skip
def test_age(text, age):
    """The client's own age, in every form."""
    assert value(text, "conditions.age") == age


@pytest.mark.parametrize(
    ("text", "least", "wanted"),
    [
        ("工资两千八以上就行", 2800, None), ("期望薪资4500-5500", 4500, 5500), ("期望月薪5000元", None, 5000),
        ("三千五到四千，期望这个数", 3500, 4000), ("最低5000，期望6000", 5000, 6000), ("原工资8000", None, None),
        ("老公月薪八千", None, None), ("之前到手只有3000", None, None), ("房贷每月3000元", None, None),
        ("薪资要求8k以上", 8000, None), ("at least 3500 yuan a month", 3500, None),
    ],
)  # fmt: skip
def test_pay_asked_is_not_pay_earned(text, least, wanted):
    """The least and the wish; what was earned, owed or is somebody else's is neither."""
    assert (value(text, "attitude.pay_min"), value(text, "attitude.pay_wanted")) == (least, wanted)


@pytest.mark.parametrize(
    ("text", "night"),
    [
        ("不上夜班", False), ("夜班不行", False), ("能上夜班", True), ("夜班也可以", True), ("只能上白班", False),
        ("以前上过夜班", None), ("熬不了夜", False), ("要是近的话可以上夜班", None), ("cannot work nights", False),
    ],
)  # fmt: skip
def test_night_work(text, night):
    """Said, denied, or only past or conditional."""
    assert value(text, "conditions.night_shift_ok") == night


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("有C1驾照", "C1"), ("没有驾照", "none"), ("丈夫有A2驾照", None), ("驾照已吊销", "none"), ("正在考驾照", None),
        ("A2本，跑了十年", "A2"), ("驾照：无", "none"), ("no driving licence", "none"),
    ],
)  # fmt: skip
def test_driving_licence(text, licence):
    """Held, denied, lost, being learned, or somebody else's."""
    assert value(text, "conditions.driving_licence") == licence


@pytest.mark.parametrize(
    ("text", "certificates"),
    [
        ("有电工证、焊工证", ("电工证", "焊工证")), ("叉车证（已过期）", None), ("正在考教师资格证", None),
        ("没有电工证", None), ("无任何证书", ()), ("儿子有厨师证", None),
    ],
)  # fmt: skip
def test_certificates(text, certificates):
    """Only what is held and valid."""
    assert value(text, "conditions.certificates") == certificates


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("做过三年保洁", ({"occupation": "保洁", "years": 3.0},)),
        ("干了十来年缝纫工", ({"occupation": "缝纫工", "years": 10.0},)),
        ("工作经历：出纳3年、会计5年", ({"occupation": "出纳", "years": 3.0}, {"occupation": "会计", "years": 5.0})),
        ("2017-2022 某4S店汽车维修工", ({"occupation": "汽车维修工", "years": 5.0, "ended": "2022"},)),
        ("无工作经验", ()), ("一直没上过班", ()), ("丈夫做过五年保安", None), ("想做三年保洁", None),
    ],
)  # fmt: skip
def test_work_history(text, jobs):
    """Jobs with their years and ends; none at all is known to be none."""
    assert value(text, "conditions.experience") == jobs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("想找个离家近的保洁的活", ("保洁",)), ("求职意向：会计、行政文员", ("会计", "行政文员")),
        ("不想做保安", None), ("曾想做保安后来放弃", None), ("女儿想当护士", None),
        ("想在超市当理货员或者收银员", ("理货员", "收银员")),
        ("wants to work as a cleaner or kitchen helper", ("cleaner", "kitchen helper")),
    ],
)  # fmt: skip
def test_wanted_work(text, wanted):
    """Kinds of work that the client wants now."""
    assert value(text, "goal.occupations") == wanted


@pytest.mark.parametrize(
    ("text", "care"),
    [
        ("要照顾年迈的父母", ("elder",)), ("在家带俩娃", ("child",)), ("照顾瘫痪的父亲", ("elder", "sick")),
        ("孩子由公婆照看", ()), ("无需照顾老人和孩子", ()), ("曾在养老院照顾老人", None),
    ],
)  # fmt: skip
def test_care_duties(text, care):
    """Whom the client has to care for; that somebody else does is known to be none."""
    assert value(text, "family.care_duties") == care


def test_groups_need_more_than_a_mention():
    """A denial, an edge case or a relative gives no right."""
    assert value("不是低保，也不是零就业家庭", "registration.groups") is None
    assert value("退役军人，低保户", "registration.groups") == ("退役军人", "低保")


def test_a_correction_replaces_and_a_contradiction_is_said():
    """不对，是48岁 is one answer; two ages without a word are a question."""
    assert value("今年43岁，不对，是44岁", "conditions.age") == 44
    profile = jm.read_notes("今年45岁。年龄：48", today=TODAY)
    assert profile.client.conditions.age is None
    assert [conflict.field for conflict in profile.conflicts] == ["conditions.age"]


def test_nobody_is_named():
    """Names and numbers stay out of evidence and id, unless they are kept on purpose."""
    note = "姓名：欧阳某 电话13800000000 住大兴区黄村镇兴华路12号楼3单元501，因欧阳某公司倒闭离职"
    told = str(jm.read_notes(note, today=TODAY).to_dict())
    assert not any(word in told for word in ("欧阳某", "13800000000", "12号楼", "501"))
    assert "欧阳某" in str(jm.read_notes(note, today=TODAY, keep_identity=True).to_dict())


def test_an_empty_note_says_nothing_and_asks():
    """Nothing is known, and the questions begin with willingness."""
    profile = jm.read_notes("", today=TODAY)
    assert not profile.evidence
    assert profile.questions[0].field == "willingness.wants_work"


@pytest.mark.parametrize(
    "piece",
    [
        "😀",
        "女49岁初中，",
        "不",
        "做",
        "1",
        "(",
        "丈夫",
        "期望薪资",
        "\x00",
        "a ",
        "从2019年到",
        "三千五到",
        "会计、",
        "保洁×",
        "是",
    ],
)
def test_hostile_notes_end(piece):
    """A hundred thousand characters of anything are read in a moment."""
    assert ends(lambda: jm.read_notes(piece * (100_000 // len(piece)), today=TODAY))


@calm
@given(st.text(max_size=200))
def test_any_text_gives_a_profile(text):
    """No text is a fault, and every word points into the note."""
    profile = jm.read_notes(text, today=TODAY, keep_identity=True)
    for one in profile.evidence.values():
        assert 0 <= one.start <= one.end <= len(text)


def test_who_is_meant_by_a_pronoun():
    """He in the story of a woman is her husband, though no sentence says so again."""
    text = "女，41岁。丈夫跑货车。他有A2驾照。她没有驾照。"
    assert value(text, "conditions.driving_licence") == "none"


def test_the_client_may_be_a_word_of_kin():
    """Where somebody comes for a daughter, the daughter is the client."""
    text = "母女俩来访，主要是给女儿办：女儿舒某，22岁。母亲45岁。"
    assert value(text, "conditions.age") == 22


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("蹲不下去，膝盖有旧伤", ("蹲不下去，膝盖有旧伤",)), ("以前骨折过，现在没事了", None),
        ("糖尿病吃着药呢，不是她，是她老伴", None),
        ("bad shoulder, no lifting over 10 kg", ("bad shoulder, no lifting over 10 kg",)),
    ],
)  # fmt: skip
def test_health_in_lay_words(text, limits):
    """A part of the body and its trouble, or what cannot be done; neither what is over nor somebody else's."""
    assert value(text, "conditions.health_limits") == limits


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("今年六月物业换了公司，他就没再干", "2026-06"), ("2022年春节以后没再干过", "2022"),
        ("109年8月離職後在家", "2020-08"), ("contract ended in June this year", "2026-06"),
        ("做出纳18年，企业改制下岗", None),
    ],
)  # fmt: skip
def test_since_when_without_work(text, since):
    """A day and a leaving, be it in the next clause, of the Republic or in English; a length is no year."""
    assert value(text, "registration.unemployed_since") == since


def test_what_was_declined_is_refused():
    """What somebody else would have the client do, and the client will not."""
    assert value("婆婆劝她去做保洁，她不乐意。", "goal.refused") == ("保洁",)


def test_the_later_talk_holds():
    """What was wanted at the first talk gives way to what is wanted now."""
    text = "第一次谈：想干网约车，月入一万。这次说想干快递。"
    assert value(text, "goal.occupations") == ("快递",)


def test_the_day_may_be_text():
    """A day as the command line and JSON write it."""
    text = "李某,49岁,去年离职。"
    assert jm.read_notes(text, today="2026-11-28") == jm.read_notes(text, today=date(2026, 11, 28))


@pytest.mark.parametrize("note", ["护照E12345678，军官证，想找會計", "护照G87654345，高中，想找保洁"])
def test_the_digits_of_a_paper_are_no_age(note):
    """Nor is a piece of any longer number."""
    assert jm.read_notes(note).client.conditions.age is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("3年前从富士康流水线离职，干过普工2年", None),
        ("以前从机械厂辞职", None),
        ("从架子上摔下来离职", "从架子上摔下来"),
    ],
)
def test_where_somebody_left_is_no_reason(text, why):
    """The place alone says nothing of why; what happened there does."""
    assert value(text, "attitude.left_last_job_because") == why


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("原来在首钢干过8年电工，2019年下岗。", "2019年"),
        ("Worked 6 years as accountant until June 2023.", "June 2023"),
    ],
)
def test_since_when_is_shown_with_the_words_of_the_day(text, words):
    """Not with those of the job."""
    assert jm.read_notes(text, today=TODAY).evidence["registration.unemployed_since"].words == words


@pytest.mark.parametrize("text", ["Has a 4-year-old child to care for.", "She has a baby to look after."])
def test_a_child_to_care_for_is_a_duty(text):
    """Told of the child, in English."""
    assert value(text, "family.care_duties") == ("child",)


@pytest.mark.parametrize("text", ["Holds junior accounting certificate.", "She has a junior accounting certificate."])
def test_the_name_of_a_paper_is_without_the_verb(text):
    """Holding it is no part of its name."""
    assert value(text, "conditions.certificates") == ("junior accounting certificate",)


def test_the_day_has_the_name_that_it_has_everywhere():
    """``as_of``, and the older ``today`` still."""
    note = "去年下岗"
    assert jm.read_notes(note, as_of="2026-11-22") == jm.read_notes(note, today="2026-11-22")
    assert jm.read_notes(note, as_of="2020-11-22") != jm.read_notes(note, as_of="2026-11-22")


def test_who_left_a_job_for_a_reason_is_without_work():
    """Less surely than where it is written, and in the words of the reason; who works now is not."""
    told = jm.read_notes("女，45岁，在鞋厂做了12年针车，厂家撤网点。", today=TODAY).evidence["registration.status"]
    assert (told.value, told.confidence) == ("unemployed", 0.75)
    assert "撤网点" in told.words
    assert value("在鞋厂做了12年，厂家撤网点，目前在便利店上班", "registration.status") == "employed"


@pytest.mark.parametrize(
    ("text", "refused", "wanted"),
    [
        ("夜场的别推，奶茶店、服装店都行", ("夜场",), ("奶茶店", "服装店")),
        ("洗碗不做，包装、拣货可", ("洗碗",), ("包装", "拣货")),
        ("不做洗碗，保洁也不做", ("洗碗", "保洁"), None),
    ],
)
def test_a_refusal_behind_its_work_says_nothing_of_what_follows(text, refused, wanted):
    """A list behind it is what is wanted."""
    assert value(text, "goal.refused") == refused
    assert value(text, "goal.occupations") == wanted


def test_two_places_at_the_head_of_a_cell_are_no_name():
    """珠海斗门 before an age is where somebody lives, and is not masked."""
    assert value("珠海斗门，46岁，女，小学", "conditions.residence") == "珠海斗门"


@pytest.mark.parametrize("note", ["保洁" * 4000, "保洁、" * 2700, "保洁 " * 2700, "不做" * 4000, "1" * 8000])
def test_a_note_of_one_word_ends_soon(note):
    """However often it is repeated: work grows with the length, not with its square."""
    begun = process_time()
    jm.read_notes(note, today=TODAY)
    assert process_time() - begun < 6
