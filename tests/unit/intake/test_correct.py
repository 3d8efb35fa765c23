"""A profile corrected by hand."""

import pytest

import jobmatch as jm
from jobmatch.intake.correct import corrected

PROFILE = jm.read_notes("今年45岁")


@pytest.mark.parametrize(
    ("said", "path", "value"),
    [
        ("conditions.age=49", "conditions.age", 49),
        ("age=49", "conditions.age", 49),
        ("年龄=49", "conditions.age", 49),
        ("住处=黄村镇", "conditions.residence", "黄村镇"),
        ("现居住地=黄村镇", "conditions.residence", "黄村镇"),
        ("最低薪资=3000", "attitude.pay_min", 3000),
        ("身体限制=不能搬重物", "conditions.health_limits", ("不能搬重物",)),
    ],
)
def test_a_field_may_be_called_as_people_call_it(said, path, value):
    """By its path, its last part, the name in the table, a heading of a roster."""
    part, name = path.split(".")
    assert getattr(getattr(corrected(PROFILE, [said]).client, part), name) == value


@pytest.mark.parametrize(
    ("said", "slot"),
    [
        ("08:30-18:00", ("any", "08:30", "18:00")),
        ("周末9点到17点", ("weekend", "09:00", "17:00")),
        ("工作日 8:30至17:30", ("weekday", "08:30", "17:30")),
    ],
)
def test_hours_may_be_written_as_people_write_them(said, slot):
    """No JSON is asked of a counsellor."""
    (one,) = corrected(PROFILE, [f"能上班的时间={said}"]).client.conditions.available_hours
    assert (one.days, one.start, one.end) == slot


@pytest.mark.parametrize(("field", "told"), [("天气", "住处"), ("conditions.agee", "conditions.age")])
def test_a_field_that_there_is_not_is_refused_with_what_there_is(field, told):
    """The nearest where one is near, else all by name."""
    with pytest.raises(jm.UsageError, match=told):
        corrected(PROFILE, [f"{field}=1"])


def test_hours_that_are_none_are_refused():
    """Nothing is guessed."""
    with pytest.raises(jm.UsageError):
        corrected(PROFILE, ["能上班的时间=看情况"])
