"""The jobs of a past as people write them, with their years."""

import pytest

from jobmatch.records.worked import job, past_of


@pytest.mark.parametrize(
    ("said", "occupation", "years"),
    [
        ("保洁两三年", "保洁", 2),
        ("三五年保安", "保安", 3),
        ("保安二三十年", "保安", 20),
        ("廿年保安", "保安", 20),
        ("guard for twelve years", "guard", 12),
        ("nine years as a cook", "cook", 9),
    ],
)
def test_years_in_words(said, occupation, years):
    """Of years that are told in words the lower end is kept, and the job without them."""
    assert job(said) == {"occupation": occupation, "years": years}


def test_a_year_of_the_calendar_in_signs():
    """九八年 is no length of work."""
    assert job("九八年保安") == {"occupation": "九八年保安"}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("库管3年（2015-2018）", {"occupation": "库管", "years": 3, "ended": "2018"}),
        ("2015-2018 3年库管", {"occupation": "库管", "years": 3, "ended": "2018"}),
        ("库管3年（2020年3月至今）", {"occupation": "库管", "years": 3}),
        ("在超市做收银三年", {"occupation": "超市收银", "years": 3}),
        ("在饭店里当服务员2年", {"occupation": "饭店服务员", "years": 2}),
        ("在家做微商2年", {"occupation": "微商", "years": 2}),
    ],
)
def test_years_beside_days_and_where_it_was(said, found):
    """Both tell of one job; the words around it are no part of its name."""
    assert job(said) == found


@pytest.mark.parametrize(
    ("items", "found"),
    [
        (["库管", "2015年3月至2018年6月"], [("库管", 3.2)]),
        (["2015-2018", "库管", "2018-2020", "保安"], [("库管", 3), ("保安", 2)]),
        (["保安3年", "保洁", "2年"], [("保安", 3), ("保洁", 2)]),
        (["保安", "保洁", "2年"], [("保安", None), ("保洁", None), (None, 2)]),
    ],
)
def test_years_that_stand_alone_are_those_of_the_job_beside_them(items, found):
    """Behind several jobs they may be those of all."""
    assert [(one.get("occupation"), one.get("years")) for one in past_of(items)] == found
