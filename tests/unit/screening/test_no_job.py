"""Titles that seek pupils or partners: no jobs, and told so; posts that only sound like it are left alone."""

import pytest

from jobmatch.screening import asks_money, screen_text

COURSES = [
    "JAVA开发工程师课程成都/培训招生",
    "UI设计培训招生",
    "会计实操培训班招生中",
    "電腦繪圖課程招生",
    "免费培训程序员（零基础）",
    "免费学挖掘机",
    "0学费学大数据",
    "零学费学编程 包就业",
    "招收学员",
    "诚招月嫂培训学员",
    "Python就业班",
    "软件测试特训营招生",
    "Java bootcamp enrolment",
]
PARTNERS = [
    "投资合伙人",
    "诚招加盟合伙人",
    "奶茶店加盟商",
    "诚招代理",
    "區域代理商",
    "智能家居项目加盟",
    "便利商店加盟主",
    "franchisee wanted",
]
TOLD = [
    "学徒3个月，学完推荐到合作门店上班，学费3800",
    "先交培训费4000，培训合格后安排上岗",
    "报名参加电工考证班，拿证后推荐就业",
    "培训结束包就业，签就业协议",
    "本机构开设育婴师课程，1980元，结业包推荐就业",
    "课程结束，内推大厂，不就业全额退款",
    "結訓後媒合就業，學費12,000元",
    "美甲培训课程2980元，包教包会，学会可留店",
    "收学徒，学费6000，学不会不收钱",
    "Tuition is deferred: pay nothing until you land a job",
    "Our 10-week course leads to guaranteed interviews",
]
HONEST = [
    "岗前带薪培训，培训合格后上岗",
    "培训期间包吃住有补贴，不收任何学费",
    "公司承担考证费用，取证后上岗",
    "负责学员结业后的推荐就业工作",
    "招聘课程顾问，向家长介绍课程，签单提成",
    "就业指导老师：帮助毕业生推荐就业",
    "推荐朋友入职奖励500元",
    "完整教育訓練免學費",
    "企业新型学徒制，学员不交任何费用，学成留用",
    "师傅带徒弟，包教包会，无需交学费",
    "提供學費補助，鼓勵在職進修",
    "培训期满考核合格后分配到各门店工作，培训期有工资",
]
JOBS = [
    "培训讲师",
    "课程顾问",
    "美語課程招生顧問",
    "招生老师(提供食宿)",
    "培训/招生/咨询主管",
    "大学招生办干事",
    "课程研发工程师",
    "试听老师",
    "软件测试工程师",
    "管理培训生",
    "美发培训生",
    "销售代表+免费培训",
    "链家房产销售 免费培训 带薪",
    "厨师学徒",
    "铁工学徒",
    "无经验可培训安装工",
    "学员管理专员",
    "训练营班主任",
    "招商加盟顾问",
    "加盟店店长",
    "超商加盟門市店員",
    "期待您的加盟 客服专员",
    "渠道经理（代理商/经销商）",
    "代理商管理专员",
    "HR业务伙伴",
    "律师事务所合伙人",
    "房产经纪人（合伙人制度）",
    "招商加盟專員",
    "非培训机构 java实习生",
]
BARE_PARTNERS = ["合伙人", "城市合伙人", "店長合夥人", "创业合伙人招聘", "监理事业部合伙人"]
BAIT = ["软件开发学徒4K", "转行IT助理", "零基础软件测试员包住", "大数据实训生"]


@pytest.mark.parametrize(("kind", "title"), [*(("course", t) for t in COURSES), *(("stake", t) for t in PARTNERS)])
def test_who_seeks_pupils_or_partners_seeks_no_employee(kind, title):
    """It is told in the title, and such a posting is not recommended."""
    found = screen_text(title, "title")
    assert kind in {one.kind for one in found}
    assert asks_money(found)


@pytest.mark.parametrize("title", JOBS)
def test_posts_that_sound_like_it_are_jobs(title):
    """Teachers, advisers of a school, trainees and who looks after franchisees are employees."""
    assert not {"course", "stake"} & {one.kind for one in screen_text(title, "title")}


@pytest.mark.parametrize("title", BARE_PARTNERS)
def test_a_partner_without_a_word_of_money_is_to_be_asked_about(title):
    """It may be the name of a rank as well, so it warns and rules nothing out."""
    found = [one for one in screen_text(title, "title") if one.kind == "stake"]
    assert [one.probability for one in found] == [0.5]
    assert not asks_money(found)


@pytest.mark.parametrize("text", ["合伙人需出资5万元，按股分红", "招门店合伙人，加盟费三万", "投资10万即可合伙开店"])
def test_a_partner_who_is_to_bring_money_is_asked_for_it(text):
    """The text tells so, whatever the title says."""
    assert asks_money(screen_text(text, "description"))


@pytest.mark.parametrize("title", BAIT)
def test_learned_work_for_who_has_not_learned_it_is_to_be_asked_about(title):
    """A suspicion warns and rules nothing out."""
    found = [one for one in screen_text(title, "title") if one.kind == "course"]
    assert [one.probability for one in found] == [0.6]
    assert not asks_money(found)


def test_a_text_that_speaks_of_courses_is_left_alone():
    """Only the title says what is sought."""
    assert not screen_text("负责课程培训招生工作，维护加盟商", "description")


@pytest.mark.parametrize("text", TOLD)
def test_a_text_that_sells_a_course_asks_for_money(text):
    """Who teaches first, for money, and finds work for the pupil afterwards, seeks no employee."""
    assert asks_money(screen_text(text))


@pytest.mark.parametrize("text", HONEST)
def test_an_employer_that_teaches_sells_no_course(text):
    """Training that the employer pays for, and work in a school, are jobs."""
    assert not [one for one in screen_text(text) if one.kind == "course"]
