"""Lists of wishes: names of jobs are several, what is done is one job."""

import pytest

from jobmatch.text.work.wishes import works_meant


@pytest.mark.parametrize(
    ("wish", "works"),
    [
        ("会计、出纳", ("会计", "出纳")),
        ("保洁、看大门都行", ("保洁", "看大门")),
        ("会计、审计或税务", ("会计", "审计", "税务")),
        ("cleaner, barista", ("cleaner", "barista")),
    ],
)
def test_names_of_jobs_are_several_wishes(wish, works):
    """Whoever lists names would do any of them."""
    assert works_meant(wish) == works


@pytest.mark.parametrize(
    ("wish", "work"),
    [
        ("看仓库、收货发货、记账", "仓管"),
        ("仓管，收发货、记账", "仓管"),
        ("修水电、换灯泡、通下水道", "综合维修"),
        ("洗頭、學做頭髮", "美发"),
        ("订机票、安排会议、接待", "秘书"),
        ("拌料、喂猪、打扫猪圈", "养殖"),
        ("水、电、空调维修工", "水、电、空调维修工"),  # one title
        ("会开怪手，想找工地", "会开怪手，想找工地"),  # a story
        ("保洁员", "保洁员"),
    ],
)
def test_duties_tell_one_job_together(wish, work):
    """A single stray duty (记账) is no wish of its own."""
    assert works_meant(wish) == (work,)
