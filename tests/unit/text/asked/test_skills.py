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


def _skills(text: str) -> set[str]:
    return {one.skill for one in find_skills(text) if not one.negated}


@pytest.mark.parametrize(
    ("skill", "alone", "in_company"),
    [
        ("技术支持售前", "发现业务问题,分析并提出解决方案,推动执行", "为客户编写解决方案,负责投标与演示工作"),
        ("渠道销售", "从各个渠道收集产品反馈,管理产品需求", "开拓本省渠道,招经销商,完成销售指标任务"),
        ("导游", "向研发团队讲解产品需求,配合项目经理", "在博物馆为参观的客人讲解,保持热情服务"),
        ("工程造价", "年度目标预算与经营过程指标调整", "熟悉土建与安装工程,能独立做施工图预算"),
        ("数据标注", "处理序列标注、分词、句法分析等任务", "对图片和语音做标注,按规则检查样本质量"),
        ("薪酬核算", "我们有竞争力的薪酬,还有不少的假期", "负责考勤、社保、薪酬以及员工关系工作"),
        ("排班", "依门市需求排班,轮班休假,欢迎打工族", "负责员工的排班与考勤,统计每月的加班"),
        ("外卖配送", "协助客人点餐、送餐与收拾桌面的工作", "骑电动车为客户送餐,熟悉附近道路情况"),
        ("线切割", "制作网站横幅和edm,维护商品页面图片", "操作慢走丝与edm机床,加工模具零件毛坯"),
    ],
)
def test_an_everyday_word_is_a_skill_in_company(skill: str, alone: str, in_company: str) -> None:
    """A word that also means something else counts beside the words of its field."""
    assert (skill in _skills(alone), skill in _skills(in_company)) == (False, True)


def test_an_everyday_word_that_was_done_for_years_is_a_skill() -> None:
    """Who tells of years of it, or asks for experience in it, means the skill."""
    assert "软件测试" in _skills("我在一家小公司里做了三年测试,想换工作")
    assert "渠道销售" in _skills("大专学历,两年以上渠道经验,形象气质好")


@pytest.mark.parametrize("word", ["讲解", "测量", "渠道", "排班"])
def test_an_everyday_word_in_a_cell_is_what_it_is(word: str) -> None:
    """A skill that stands alone in a column or a client's list needs no company."""
    assert find_skills(word)


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("负责与前端开发人员交流,并及时解决问题", "前端开发"),
        ("协助开发、测试团队理解和掌握产品的需求", "软件测试"),
        ("程序设计师(财富管理事业群),薪资面议", "基金销售"),
        ("★月休八天★非派遣性质工作,无需经验", "劳务派遣"),
        ("❌背配方❌外送,面试合格即可上班哦哦", "送货"),
        ("需求专业:光学、机电一体化、集成电路工程", "机电设备维修"),
    ],
)
def test_others_and_what_is_denied_are_not_asked(text: str, skill: str) -> None:
    """Whom one works with, a part of the firm, a major, and what a posting says that it is not."""
    assert skill not in _skills(text)


def test_a_team_that_is_led_is_asked_for() -> None:
    """Who leads testers is no mere colleague of theirs."""
    assert "软件测试" in _skills("带领软件测试团队,制定测试用例与计划")


@pytest.mark.parametrize(
    ("text", "either"),
    [
        ("至少掌握Java/Python/C++其中一门编程语言", {"Java", "Python", "C++"}),
        ("熟悉MySQL 或 MongoDB,会写文档", {"MySQL", "MongoDB"}),
        ("用过至少一种工具,如Java、Python等", {"Java", "Python"}),
        ("精通Java,熟悉至少一种数据库", set()),
        ("熟悉Java、Python和Linux", set()),
    ],
)
def test_of_several_any_will_do(text: str, either: set[str]) -> None:
    """Skills at choice say so; what stands alone or is asked together does not."""
    assert {one.skill for one in find_skills(text) if one.either} == either


@pytest.mark.parametrize(
    ("text", "welcome"),
    [
        ("有大数据开发经验优先2、掌握数据结构", {"大数据"}),
        ("会写文档;有hadoop,hbase,spark等使用经验优先", {"Hadoop", "HBase", "Spark"}),
        ("有语言基础者优先,如:java、php等;会写文档", {"Java", "PHP"}),
        ("熟悉linux,python优先", {"Python"}),
    ],
)
def test_what_is_welcome_ends_with_its_item(text: str, welcome: set[str]) -> None:
    """优先 holds for its own item, for the list before it and for the examples behind it."""
    assert {one.skill for one in find_skills(text) if not one.required} == welcome


@pytest.mark.parametrize(
    "passage",
    [
        "福利待遇:下午茶、羽毛球、婚庆礼品",
        "公司简介:本集团经营外贸与大数据",
        "面试流程:初试、复试",
        "关于我们:做云计算",
    ],
)
def test_passages_about_the_employer_ask_nothing(passage: str) -> None:
    """Perks, the employer and the steps of hiring name no skill; the next heading does."""
    assert _skills(f"{passage}\n任职要求:会盘点") == {"盘点"}
    assert _skills(f"任职要求:会盘点\n{passage}") == {"盘点"}


def test_analysis_of_big_data_is_both() -> None:
    """大数据分析 asks for 大数据 and for 数据分析."""
    assert {"大数据", "数据分析"} <= _skills("大数据分析工程师")
