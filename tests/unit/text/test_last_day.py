"""When something ends, as people write it."""

from datetime import date

import pytest
from hostile import ends

from jobmatch.text.last_day import last_day

AS_OF = date(2026, 11, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026年11月", (2026, 11, 30)),
        ("2026.11", (2026, 11, 30)),
        ("2027年1月", (2027, 1, 31)),
        ("2026-12", (2026, 12, 31)),
        ("2028/2", (2028, 2, 29)),
        ("2026年11月份", (2026, 11, 30)),
        ("2026年11月底前", (2026, 11, 30)),
        ("2026年12月中旬", (2026, 12, 20)),
        ("民國115年12月", (2026, 12, 31)),
        ("November 2026", (2026, 11, 30)),
        ("11月底", (2026, 11, 30)),
        ("本月底", (2026, 11, 30)),
        ("2026年底", (2026, 12, 31)),
        ("年底", (2026, 12, 31)),
        ("2026年11月1日-2026年11月30日", (2026, 11, 30)),
        ("2026-11-01至2026-12-31", (2026, 12, 31)),
        ("2026-11-01 - 2026-12-31", (2026, 12, 31)),
        ("2026.11.1-11.30", (2026, 11, 30)),
        ("11月1日~11月30日", (2026, 11, 30)),
        ("11月20日至1月5日", (2027, 1, 5)),
        ("12月1日-5日", (2026, 12, 5)),
        ("即日起至2026年11月", (2026, 11, 30)),
        ("即日起至12月10日", (2026, 12, 10)),
        ("2026-12-05 18:00", (2026, 12, 5)),
        ("Dec 5, 2026", (2026, 12, 5)),
        ("46000", (2025, 12, 9)),
    ],
)
def test_the_last_day_is_told(text, day):
    """Months and years to their end, of a range the end."""
    assert last_day(text, AS_OF) == date(*day)


@pytest.mark.parametrize("text", ["长期", "招满为止", "2026-11-01至招满为止", "面议", "2026年13月", "", None])
def test_what_names_no_end_is_unknown(text):
    """Nothing is guessed."""
    assert last_day(text, AS_OF) is None


def test_hostile_texts_end():
    """No text takes long."""
    texts = ("1" * 60, "至" * 60, "2026年" * 15, "1-" * 30, " " * 60, "~ " * 30)
    assert ends(lambda: [last_day(text, AS_OF) for text in texts])
