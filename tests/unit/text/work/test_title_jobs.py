"""The jobs of one title, and bait told from an offer of several."""

import pytest

from jobmatch.text.work.title_jobs import title_jobs


@pytest.mark.parametrize("title", ["操作工/会计", "普工 行政专员", "会计/操作工"])
def test_office_work_beside_production_is_flagged(title: str) -> None:
    """Both jobs are named and the title is flagged, in either order."""
    found = title_jobs(title)
    assert len(found.jobs) == 2
    assert found.unlike


@pytest.mark.parametrize("title", ["保洁/保安", "服务员 收银员", "会计", "骑手 月入过万 提供宿舍", "", "!!!"])
def test_what_is_no_bait_is_not_flagged(title: str) -> None:
    """Several jobs of one kind, one job with benefits, and no job at all."""
    assert not title_jobs(title).unlike


def test_a_hostile_title_is_read_in_part() -> None:
    """A column that is no title names at most six jobs."""
    assert len(title_jobs("普工/会计/" * 20_000).jobs) <= 6
