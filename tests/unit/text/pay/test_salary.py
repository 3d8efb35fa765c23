"""Pay: conventions, doubt, tables' own units, and nothing that breaks it."""

import math
import pickle

import pytest
from builders import calm
from hypothesis import given, settings
from hypothesis import strategies as st

from jobmatch.text.pay import salary
from jobmatch.text.pay.salary import parse_salary

PAY_SIGNS = "0123456789.-~—至千万kKwW元/月天年时薪底+提成面议起以上左右¥$ ,·()一二五两"


def test_conventions():
    """An hour counts 174 times a month, a day 21.75, a week 4.345, a year is twelve months."""
    texts = ("20元/小时", "200元/天", "1000元/周", "12万/年")
    assert [parse_salary(text).min_month for text in texts] == [3480.0, 4350.0, 4345.0, 10000.0]


def test_hourly_printed_as_monthly():
    """An amount that cannot be a month's pay is doubted; both readings are kept."""
    pay = parse_salary("200 ~ 240 元/月", currency="TWD")
    assert (pay.period, pay.doubtful, pay.otherwise.period, pay.otherwise.min) == ("hour", True, "month", 200.0)


def test_small_amount_in_yuan_is_a_day():
    """Where the currency is known the nearest ordinary pay decides: 200 yuan is a day's."""
    assert parse_salary("¥200/月").period == "day"


def test_monthly_printed_as_hourly():
    """5000 an hour is 5000 a month."""
    pay = parse_salary("5000元/小时")
    assert (pay.period, pay.min_month, pay.doubtful) == ("month", 5000.0, True)


def test_big_amount_without_period_is_a_year():
    """20-30万 without a period is a year's pay, and doubtful."""
    pay = parse_salary("20-30万")
    assert (pay.period, pay.doubtful) == ("year", True)


def test_table_unit_holds_for_bare_numbers():
    """A heading's unit multiplies bare numbers and not those that bring their own."""
    pay = parse_salary("6-8", table_unit="千元/月")
    assert (pay.min_month, pay.max_month, pay.doubtful) == (6000.0, 8000.0, False)
    assert parse_salary("6千-8千", table_unit="千元/月").min_month == 6000.0
    assert parse_salary("12-18", table_unit="万/年").min_month == 10000.0


@pytest.mark.parametrize(
    "text", ["-500", "−500", "－500元/月", "-3000--2000", "负500", "约-500", "￥-500", "-4000元/月", "工资：-4000"]
)
def test_pay_below_nothing_is_none(text):
    """A slip of the keyboard makes no pay of 500."""
    assert (parse_salary(text).min_month, parse_salary(text).max_month) == (None, None)


@pytest.mark.parametrize("text", ["3000-5000", "4000 -5000元", "月薪 - 4000元", "5000元-", "底薪3000-提成"])
def test_a_dash_is_no_minus(text):
    """A range, a mark before a word and a loose dash leave the amount as it is."""
    assert parse_salary(text).known


def test_a_salary_travels():
    """A salary survives pickling."""
    pay = parse_salary("200元/月")
    assert pickle.loads(pickle.dumps(pay)) == pay


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet=PAY_SIGNS, max_size=40) | st.text())
def test_never_fails_and_never_turns_round(text):
    """Any text gives a salary whose ends are positive and in order."""
    pay = parse_salary(text)
    ends = [end for end in (pay.min, pay.max) if end is not None]
    assert ends == sorted(ends)
    assert all(end > 0 and math.isfinite(end) for end in ends)


_NUMBER = st.one_of(st.integers(0, 99_999).map(str), st.integers(1, 999).map(lambda tenths: f"{tenths / 10:g}"))
_UNIT = st.sampled_from(["", "千", "万", "k", "K", "元", "千元"])
_REST = st.sampled_from(["", "/月", "/天", "/年", "/小时", "·13薪", "/月·14薪"])


@given(_NUMBER, _UNIT, st.sampled_from(["-", " ~ "]), _NUMBER, _UNIT, _REST)
@calm
def test_a_plain_range_is_read_as_in_any_other_text(low, unit, dash, high, other_unit, rest):
    """The quick reading of plain ranges gives what the thorough one gives."""
    text = f"{low}{unit}{dash}{high}{other_unit}{rest}"
    quick = salary._read(text, None, None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(salary, "plain_amount", lambda _: None)
        assert salary._read(text, None, None) == quick


@pytest.mark.parametrize(
    ("text", "low", "months"),
    [
        ("月薪10000，一年发14个月工资", 10000, 14),
        ("月薪8000，年底多发两个月工资", 8000, 14),
        ("固定13个月薪水，每月5500", 5500, 13),
        ("入职满一年涨500，现在5500一个月", 5500, 12),
        ("6000元/月，满半年加薪300", 6000, 12),
        ("月薪 7 0 0 0", 7000, 12),
    ],
)
def test_raises_and_months_of_pay(text, low, months):
    """A raise beside the pay is no pay; how many months' pay a year brings may be said in words."""
    pay = parse_salary(text)
    assert (pay.min_month, pay.period, pay.months) == (low, "month", months)
