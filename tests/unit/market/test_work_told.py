"""What duties and employers tell of the work, as it stands in the columns and in what is said of a posting."""

from builders import client, feature, limit, market, named, values

import jobmatch as jm
from jobmatch.market.merge import merged
from jobmatch.text.asked.demand_list import demand_bits
from jobmatch.text.work.duties import BY_DUTIES, BY_EMPLOYER, BY_TITLE
from jobmatch.text.work.trades import WAYS, trade_names

MECHANIC = named(title="维修技师", description="维修保养欧系进口车，引擎、底盘维修")
WAITER = named(title="门市正职人员", employer="某某餐饮公司")
CARS = client(goal={"occupations": ["汽车修护"]}, conditions={"experience": []})


def _trade(found, row):
    return trade_names()[int(found.trades[row, 0]) // WAYS]


def test_the_columns_hold_the_told_work():
    """Trade, what tells it and the words stand beside the posted title, which stays as it is."""
    found = market(MECHANIC, WAITER, named(title="会计")).market_
    assert [_trade(found, row) for row in range(3)] == ["汽修", "餐饮店员", "会计"]
    assert found.work_told_by.tolist() == [BY_DUTIES, BY_EMPLOYER, BY_TITLE]
    assert [found.shown.text(0, name) for name in ("title", "work_told")] == ["维修技师", "汽修"]


def test_the_tags_tell_no_work():
    """Skills and the line of business of the employer stand beside the duties and are none."""
    found = market(named(title="高薪急聘", skills="餐饮服务,点餐,送餐,外场", description="包吃住")).market_
    assert found.work_told_by.tolist() == [BY_TITLE]


def test_a_changed_index_holds_it_too():
    """Titles that are the same are told apart by what their texts tell."""
    cook = named(title="维修技师", description="冷气安装、冷媒填充", employer="某某甲公司")
    old, new = market(MECHANIC).market_, market(cook, MECHANIC).market_
    both = merged(old, new)
    assert sorted(_trade(both, row) for row in range(len(both))) == ["汽修", "空调维修"]


def test_a_told_work_is_the_work_wanted_and_said_so():
    """The reason names what was told and by what, beside the title."""
    line = feature("occupation", CARS, MECHANIC)
    assert line.value > 0.62
    assert "维修技师（从岗位内容看是汽修）" in line.reason


def test_of_two_that_are_as_near_the_one_whose_title_says_so_comes_first():
    """What is told may be wrong, what is written is not."""
    says, told = values("occupation", CARS, named(title="汽车维修技师"), MECHANIC)
    assert says > told > 0.6


def test_a_contradicted_line_of_business_is_no_wish_for_it():
    """A posting titled 餐饮 that keeps books is no kitchen."""
    cook = client(goal={"occupations": ["厨师"]}, conditions={"experience": []})
    assert feature("occupation", cook, named(title="餐饮", description="报销审核、凭证编制")).value < 0.2


def test_what_the_told_work_asks_of_the_body():
    """Duties tell it surely, the employer only that it may be so: to be asked, and nothing is ruled out."""
    found = market(named(title="正职", description="点餐、送餐、收拾餐具"), WAITER).market_
    standing = demand_bits({"standing"})
    assert (found.demands & standing).astype(bool).tolist() == [True, True]
    seated = client(conditions={"health_limits": ["不能久站"], "experience": []})
    assert limit("health", seated, named(title="五星正职", employer="某某餐饮公司")) == "unknown"


def test_a_file_of_old_titles_is_read_as_before():
    """A title that names its work is untouched, whatever the text says."""
    read = jm.read_posting({"title": "会计", "description": "点餐、送餐、收拾餐具"})
    assert read.work.work == ""
