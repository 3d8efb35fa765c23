"""Every reason, said for a client and a posting that call for it, in every language."""

import re
import tomllib
from pathlib import Path

import pytest
from builders import client, explained, named, posting, stranger

import jobmatch
from jobmatch.fit import words
from jobmatch.messages import LANGUAGES, say, use_language
from jobmatch.traditional import sentence

CATALOGUE = tomllib.loads((Path(jobmatch.__file__).parent / "messages.toml").read_text("utf-8"))["reason"]
# said inside another reason, never alone
PARTS = {
    "occupation.told-by-duties",
    "occupation.told-by-employer",
    "distance.beside",
    "pay.doubtful",
    "pay.by-time",
    "pay.part",
    "pay.hours-unknown",
    "hours.named",
    "hours.several",
    "background.years",
    "background.months",
    "background.half-year",
    "pay.as-full",
    "skills.also",
    "certificates.licence",
    "certificates.asks",
    "certificates.welcomes",
    "experience.schooling",
    "experience.study",
    "experience.paper",
}
HOME = {"residence": "北京市大兴区"}
NOBODY = stranger(conditions=HOME)
STUDIED = stranger(conditions={**HOME, "major": "会计", "education": "大专"})
PAID = client(attitude={"pay_min": 4000, "pay_wanted": 6000})
NIGHTS = client(conditions={"night_shift_ok": True})
NO_NIGHTS = client(conditions={"night_shift_ok": False})


KNEES = client(goal={"occupations": ["保安"]}, conditions={"health_limits": ["膝盖不好不能久走"]})


def _mechanic(years):
    return client(conditions={"experience": [{"occupation": "汽车修护技工", "years": years}]})


def _past(work):
    return client(goal={"occupations": ["文员"]}, conditions={"experience": [{"occupation": work, "years": 4}]})


MANY = 12  # postings, by which what is usual in such work can be told
SAID = {
    "occupation.meets": (client(), posting()),
    "occupation.near": (client(), posting(title="理货员")),
    "occupation.far": (client(), posting(title="小学语文教师")),
    "occupation.unknown": (NOBODY, posting()),
    "background.work": (client(), posting()),
    "background.study": (STUDIED, posting(title="会计")),
    "background.far": (STUDIED, posting(title="装卸工")),
    "background.akin": (_past("客服"), posting(title="文员")),
    "background.change": (client(goal={"occupations": ["保洁员"]}), posting(title="保洁员")),
    "background.unknown": (NOBODY, posting()),
    "skills.has": (client(), posting(requirements="会盘点，会使用Excel")),
    "skills.lacks": (client(), *[posting(title="程序员", requirements="熟悉Python")] * MANY),
    "skills.ask": (client(), posting(title="程序员", requirements="熟悉Python")),
    "skills.on-the-job": (client(), *[posting(title="保洁员", requirements="会垃圾分类")] * MANY),
    "skills.learned": (STUDIED, *[posting(title="会计", requirements="会报税")] * MANY),
    "skills.nothing": (client(), posting(title="程序员", requirements="沟通能力强")),
    "skills.none": (client(), posting(title="某某")),
    "skills.unknown": (NOBODY, posting(requirements="会盘点")),
    "text.shared": (client(), posting(description="在仓库里管货，每月盘点一次")),
    "text.common": (client(), *[posting(title="文员", description="在仓库旁边的办公室接电话、订票")] * MANY),
    "text.none": (client(), posting(title="钢琴教师", description="教儿童弹琴，每周上六天课")),
    "text.silent": (client(), posting(title="钢琴教师")),
    "text.unknown": (NOBODY, posting()),
    "education.open": (client(), posting(education="不限")),
    "occupation.field-there": (client(goal={"occupations": ["医院"]}), posting(employer="大兴区人民医院")),
    "occupation.field-both": (
        client(goal={"occupations": ["医院"]}),
        posting(title="陪检员", employer="大兴区人民医院"),
    ),
    "occupation.field-of-trade": (client(goal={"occupations": ["进医院"]}), posting(title="陪检员")),
    "occupation.field-spoken-of": (client(goal={"occupations": ["医院"]}), posting(description="在医院里保洁")),
    "occupation.welfare": (
        client(goal={"occupations": ["公益性岗位"]}, registration={"groups": ["4050"]}),
        posting(kind="public_welfare"),
    ),
    "occupation.unnamed": (client(), posting(title="急招")),
    "entry.unnamed": (NOBODY, posting(title="急招")),
    "education.silent-usual": (client(conditions={"education": "小学"}), posting(title="软件工程师")),
    "education.meets": (client(), posting(education="初中")),
    "education.short": (client(), posting(education="本科")),
    "education.silent": (client(), posting()),
    "education.unknown": (NOBODY, posting(education="本科")),
    "entry.easy": (NOBODY, posting(title="保洁员")),
    "entry.with-papers": (NOBODY, posting(title="货车司机")),
    "entry.course": (NOBODY, posting(title="月嫂")),
    "entry.hard": (NOBODY, posting(title="外科医生")),
    "entry.known": (client(), posting()),
    "entry.near": (
        client(conditions={"experience": [{"occupation": "软件测试工程师", "years": 4}]}),
        posting(title="程序员"),
    ),
    "experience.open": (client(), posting(experience="不限")),
    "experience.meets": (client(), posting(experience="3年以上")),
    "experience.short": (client(), posting(experience="10年以上")),
    "experience.fresh": (
        stranger(conditions={**HOME, "age": 22, "education": "本科"}, registration={"status": "new_graduate"}),
        posting(experience="3年以上"),
    ),
    "experience.none": (client(conditions={"experience": []}), posting(experience="3年以上")),
    "experience.meets-other": (
        client(conditions={"experience": [{"occupation": "仓库管理员", "years": 30}]}),
        posting(title="保洁员", experience="1年以上"),
    ),
    "experience.short-other": (client(), posting(title="保洁员", experience="10年以上")),
    "experience.meets-near": (_mechanic(9), posting(title="维修技师", experience="1年以上")),
    "experience.short-near": (_mechanic(2), posting(title="维修技师", experience="5年以上")),
    "experience.one": (client(), posting(requirements="大专以上学历或3年以上经验")),
    "experience.neither": (
        client(conditions={"experience": [], "major": "舞蹈"}),
        posting(requirements="物流相关科系毕业或3年以上仓储经验"),
    ),
    "experience.ask": (NOBODY, posting(requirements="叉车证或3年以上叉车经验")),
    "education.either": (client(), posting(requirements="大专以上学历或3年以上经验")),
    "experience.silent": (client(), posting()),
    "experience.graduates": (client(), posting(requirements="仅限2026届应届毕业生")),
    "experience.unknown": (NOBODY, posting(experience="3年以上")),
    "certificates.open": (client(), posting()),
    "certificates.has": (client(conditions={"driving_licence": "C1"}), posting(requirements="须持C1驾照")),
    "certificates.lacks-some": (
        client(conditions={"driving_licence": "B2"}),
        posting(title="货车司机", requirements="B2驾照，须有货运从业资格证"),
    ),
    "certificates.lacks": (client(), posting(requirements="须持C1驾照")),
    "certificates.unknown": (NOBODY, posting(requirements="须持C1驾照")),
    "seniority.open": (client(), posting()),
    "seniority.above": (client(), posting(title="仓储总监")),
    "seniority.below": (
        client(conditions={"experience": [{"occupation": "仓储总监", "years": 9}]}),
        posting(title="仓库管理员学徒"),
    ),
    "seniority.unknown": (NOBODY, posting(title="仓储总监")),
    "pay.open": (client(attitude={"pay_min": 6000}), posting(salary="5000元以上")),
    "pay.unsure": (client(attitude={"pay_min": 4000}), posting(salary="底薪3000+提成，综合8000")),
    "pay.top": (client(), posting(salary="最高可达8000元")),
    "pay.wanted": (PAID, posting(salary="6500元/月")),
    "pay.up-to": (PAID, posting(salary="4000-7000元/月")),
    "pay.up-to-just": (PAID, posting(salary="4500-6000元/月")),
    "pay.up-to-from-below": (PAID, posting(salary="3000-7000元/月")),
    "pay.least": (PAID, posting(salary="4500元/月")),
    "pay.least-open": (PAID, posting(salary="4500元以上")),
    "pay.straddles": (client(attitude={"pay_min": 4000}), posting(salary="3500-5000元/月")),
    "pay.only-least": (client(attitude={"pay_min": 4000}), posting(salary="4500元/月")),
    "pay.up-to-least": (PAID, posting(salary="3000-4000元/月")),
    "pay.below": (PAID, posting(salary="3000元/月")),
    "pay.above-usual": (client(), posting(salary="6500元/月")),
    "pay.below-usual": (client(), posting(salary="2500元/月"), posting(salary="9000元/月"), posting()),
    "pay.about-usual": (
        client(),
        posting(salary="4000-7000元/月"),
        posting(salary="5800元/月"),
        posting(salary="9000元/月"),
    ),
    "pay.unknown": (PAID, named()),
    "pay.other-money": (PAID, posting(salary="USD 600/month")),
    "distance.same": (client(conditions={"residence": "北京市大兴区榆垡镇"}), posting(location="北京市大兴区榆垡镇")),
    "distance.known": (client(), posting(location="北京市大兴区榆垡镇")),
    "distance.rough": (client(), posting(location="北京市")),
    "distance.likely": (client(), posting(location="首都机场"), posting(), posting()),
    "distance.likely-same": (client(conditions={"residence": "北京市大兴区亦庄镇"}), posting(location="亦庄博兴路")),
    "distance.unknown": (client(), named()),
    "distance.no-home": (client(conditions={"residence": None}), posting()),
    "distance.wanted": (
        client(conditions={"residence": None}, attitude={"places": ["北京市大兴区"]}),
        posting(),
    ),
    "hours.said": (NIGHTS, posting(hours="上夜班")),
    "hours.against": (NO_NIGHTS, posting(hours="上夜班")),
    "hours.unasked": (client(), posting(hours="上夜班")),
    "hours.silent": (client(), posting()),
    "hours.by-month": (client(conditions={"hours": "part"}), posting()),
    "health.unlimited": (client(), posting()),
    "health.suits": (KNEES, posting(title="保安", description="监视器监控，坐着上班，电梯大楼")),
    "health.perhaps": (KNEES, posting(title="保安")),
    "health.told": (KNEES, posting(title="保安", description="小区巡逻，门禁管制")),
    "freshness.days": (client(), posting(posted_on="2026-11-02")),
    "freshness.ahead": (client(), posting(posted_on="2027-05-01")),
    "freshness.unknown": (client(), posting()),
    "competition.unknown": (client(), posting()),
}


def _template(key: str, tongue: str) -> str:
    node = CATALOGUE
    for part in key.split("."):
        node = node[part]
    words = node.get(tongue) or sentence(node["zh"])
    return re.sub(r"\\\{\w+(?::\w+)?\\\}", ".*", re.escape(words))


@pytest.mark.parametrize("tongue", LANGUAGES)
@pytest.mark.parametrize("key", SAID)
def test_the_reason_is_said(key, tongue):
    """The comparison gives just this reason, in the language in force."""
    use_language(tongue)
    feature = key.partition(".")[0]
    line = next(line for line in explained(*SAID[key]).features if line.name == feature)
    assert re.match(_template(key, tongue), line.reason), line.reason


def test_a_text_is_gone_through_once_for_all_the_words_of_a_reason(monkeypatch):
    """However many words of the client's it may hold."""
    read, text = [], words._text
    monkeypatch.setattr(words, "_text", lambda case, row: read.append(row) or text(case, row))
    explained(client(), posting(requirements="负责盘点、叉车和收发货"))
    assert len(read) == 1


def test_every_reason_is_said_by_somebody():
    """A new reason in the catalogue wants its own example here."""
    keys = {f"{name}.{word}" for name, table in CATALOGUE.items() for word in table if "zh" in table[word]}
    # these want a whole market: one without any pay, one that says what is usual; a crowd needs a log
    elsewhere = {"pay.no-wish", "pay.mistaken", "competition.sent", "competition.none"}
    assert keys - PARTS - elsewhere == set(SAID)


@pytest.mark.parametrize(
    ("hours", "said"),
    [("兼职，每天4小时，每周5天", "part"), ("兼职", "hours-unknown"), ("", "by-time")],
)
def test_pay_by_the_hour_says_how_much_of_a_month_it_is(hours, said):
    """The hours that are told, an estimate where none are, a full month where nothing tells of part-time."""
    person, post = client(attitude={"pay_min": 2000}), posting(salary="30元/小时", hours=hours)
    line = next(one for one in explained(person, post).features if one.name == "pay")
    assert re.search(_template(f"pay.{said}", "zh"), line.reason), line.reason


@pytest.mark.parametrize(
    ("requirements", "said"),
    [
        ("有叉车证优先", "有叉车证优先，本人还没有"),
        ("须持叉车证，有电工证优先", "要求叉车证；有低压电工证优先，本人还没有"),
        ("须持叉车证", "要求叉车证，本人还没有"),
    ],
)
def test_a_paper_that_is_only_welcome_is_not_called_asked(requirements, said):
    """What is a condition and what is an advantage have words of their own."""
    line = next(x for x in explained(client(), posting(requirements=requirements)).features if x.name == "certificates")
    assert line.reason == said


def test_a_paper_of_a_field_is_to_be_asked_about():
    """需具備烘焙相關證照 names none; who tells of one of that field need not be asked."""
    row = posting(requirements="需具備烘焙相關證照")
    texts = [
        [x.text for x in explained(who, row).limits]
        for who in (client(), client(conditions={"certificates": ["烘焙丙级证"]}))
    ]
    assert [any("烘焙方面的证书" in text for text in told) for told in texts] == [True, False]


def test_a_named_shift_is_said():
    """晚班 without a clock is named, and that its hours are not told."""
    line = next(one for one in explained(client(), posting(title="店员（晚班）")).features if one.name == "hours")
    assert re.search(_template("hours.named", "zh"), line.reason), line.reason


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_hours_are_said_in_words(tongue):
    """Night, shift, weekend and part-time each have a word, yes and no, and the clock is shown."""
    use_language(tongue)
    text = "上夜班，倒班，周末上班，兼职，工作时间20:00-06:30"
    line = next(x for x in explained(client(), posting(hours=text)).features if x.name == "hours")
    words = [say(f"reason.hours.{name}.yes") for name in ("night", "shift", "weekend", "part_time")]
    assert [word for word in words if word not in line.reason] == []
    assert "20:00–06:30" in line.reason
