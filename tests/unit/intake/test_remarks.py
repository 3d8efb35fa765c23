"""Remarks of a roster beside its columns."""

from datetime import date

import pytest

from jobmatch.dataset import read_clients
from jobmatch.intake.remarks import with_remarks

TODAY = date(2026, 11, 22)


def client(**cells):
    """The client that a row of a roster becomes, and what is said of it."""
    found = with_remarks(read_clients([{"编号": "A-1", **cells}], as_of=TODAY), TODAY)
    return found[0], found.notices


@pytest.mark.parametrize(
    ("remark", "part", "field", "value"),
    [
        ("医生要求不能搬重物", "conditions", "health_limits", ("不能搬重物",)),
        ("驾照已吊销", "conditions", "driving_licence", "none"),
        ("目前不想找工作，等退休", "willingness", "wants_work", False),
        ("不上夜班", "conditions", "night_shift_ok", False),
    ],
)
def test_a_remark_fills_what_no_column_says(remark, part, field, value):
    """Who may lift nothing heavy is not sent to load lorries because the roster has no column for it."""
    person, notices = client(求职意向="装卸工", 备注=remark)
    assert getattr(getattr(person, part), field) == value
    assert "备注" in notices[-1]


def test_a_column_goes_before_the_remark():
    """Two answers are the counsellor's to settle; the table stands."""
    person, notices = client(年龄="52", 备注="今年48岁")
    assert person.conditions.age == 52
    assert not notices


def test_a_limit_more_is_a_limit():
    """What the column has stays, and the remark's limit is added."""
    person, _ = client(身体状况="不能久站", 备注="医生要求不能搬重物")
    assert len(person.conditions.health_limits) == 2


def test_a_group_in_the_remarks_stands_beside_that_of_the_column():
    """刑满释放 in the remarks gives rights of its own, whatever group the column has."""
    roster = read_clients([{"编号": "A-1", "年龄": "52", "人员类别": "低保", "备注": "2024年刑满释放"}])
    client = with_remarks(roster, date(2026, 11, 22))[0]
    assert set(client.registration.groups) == {"低保", "刑满释放"}
