"""The work that duties or an employer tell where a title does not."""

import pytest

from jobmatch.text import lexicon
from jobmatch.text.work.duties import BY_DUTIES, BY_EMPLOYER, BY_TITLE, Told, duties_of, in_words, told_work
from jobmatch.text.work.trades import trade_names, trades_of

ROWS = lexicon.rows("jobmatch.text", "lexicons/duties.csv")
COOKING = "点餐、送餐、收拾餐具、桌边服务"


@pytest.mark.parametrize("row", ROWS, ids=[row["work"] for row in ROWS])
def test_every_work_is_of_one_trade(row):
    """A told work is read as a title, so it must name a trade, and what it may stand under are trades."""
    assert len(trades_of(row["work"])) == 1
    assert {name for name in row["under"].split("|") if name} <= set(trade_names())


@pytest.mark.parametrize("row", ROWS, ids=[row["work"] for row in ROWS])
def test_no_word_counts_twice_for_a_work(row):
    """A phrase is decisive or one of several, not both."""
    assert not set(row["decisive"].split("|")) & set(row["words"].split("|")) - {""}


def test_a_title_that_tells_its_work_wins():
    """A bookkeeper whose text speaks of dishes is a bookkeeper."""
    assert told_work("会计", COOKING) == Told("", BY_TITLE)


def test_a_line_of_business_that_is_work_is_no_other():
    """财务 who counts the stock with the keepers of the store keeps no store; 药店 may want anybody."""
    assert told_work("财务", "协同仓库盘点、管控库存、出入库核对") == Told("", BY_TITLE)
    assert told_work("药店", "记账凭证、财务报表").work == "会计"


def test_the_duties_win_over_the_employer():
    """Who keeps the books of a restaurant does not wait at table."""
    assert told_work("正职人员", "记账凭证、财务报表", "某某餐饮") == Told("会计", BY_DUTIES)


def test_the_employer_tells_what_the_duties_do_not():
    """Only of a title that says that somebody is wanted for the work that is done there."""
    assert told_work("门市人员", "配合主管交办", "某某餐饮") == Told("餐饮店员", BY_EMPLOYER)
    assert told_work("专员", "配合主管交办", "某某餐饮").work == ""


def test_who_manages_is_not_told_by_the_employer():
    """A general manager of a restaurant chain is no waiter."""
    assert told_work("门店总经理", "", "某某餐饮").work == ""


def test_one_word_is_not_enough():
    """A single word that speaks of a work may stand anywhere."""
    assert told_work("人员", "维持环境清洁").work == ""


def test_duties_that_speak_of_two_unlike_works_tell_none():
    """Neither is clearly ahead of the other."""
    assert told_work("人员", "记账凭证、巡逻").work == ""


def test_what_is_denied_tells_nothing():
    """不用电话销售 is no selling by telephone."""
    assert told_work("专员", "不用电话销售").work == ""


def test_what_is_asked_is_not_what_is_done():
    """Behind the heading of what is asked for, or of the hours, no duties are sought."""
    text = "工作内容:整理文件、归档、接听电话、收发信件、协助同事。任职要求:有销售业绩、客户开发经验"
    assert "客户开发" not in duties_of(text)


def test_a_told_work_is_read_beside_a_rank():
    """Who leads a shift leads in the work that is told."""
    assert trades_of(in_words("领班", "餐饮店员")) != trades_of("餐饮店员")


def test_the_object_of_a_bare_head():
    """A project manager of whose duties roads and bridges speak leads building projects."""
    assert told_work("项目经理", "市政道路、桥梁、施工管理").work == "土建"
    assert told_work("软件项目经理", "市政道路、桥梁、施工管理").work == ""


def test_duties_are_read_as_people_say_work():
    """What no table foresees is told as the wish of a client would be, where it says enough."""
    assert told_work("母公司安排", "盯着火警主机值班，处理报警信号").work == "消控"
    assert told_work("母公司安排", "盯主机").work == ""


def test_an_advert_is_no_work():
    """Every second text says that somebody is sought: that is not its work."""
    assert told_work("工厂", "我公司因发展需要现招聘各类人才若干名").work == ""
