"""Dates as people write them."""

from datetime import date, datetime

import pytest
from hostile import ends

from jobmatch.text.dates import parse_date

AS_OF = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-04-19 11:25", date(2023, 4, 19)),
        ("2019年12月15日", date(2019, 12, 15)),
        ("2022/2/24", date(2022, 2, 24)),
        ("2022.2.24", date(2022, 2, 24)),
        ("20220224", date(2022, 2, 24)),
        ("２０２２－０２－２４", date(2022, 2, 24)),
        ("民國115年2月6日", date(2026, 2, 6)),
        ("115/02/06", date(2026, 2, 6)),
        ("46000", date(2025, 12, 9)),
        ("46000.5", date(2025, 12, 9)),
        ("2014-12-12 20:39:23 UTC", date(2014, 12, 12)),
        ("2026-01-02T03:04:05Z", date(2026, 1, 2)),
        ("2021-06", date(2021, 6, 1)),
        ("2021年6月", date(2021, 6, 1)),
        ("1995", date(1995, 1, 1)),
        ("Dec 5, 2025", date(2025, 12, 5)),
        ("5 December 2025", date(2025, 12, 5)),
        ("25/12/2025", date(2025, 12, 25)),
        ("1700000000", date(2023, 11, 14)),
        ("1700000000000", date(2023, 11, 14)),
        (datetime(2026, 1, 2, 3), date(2026, 1, 2)),
        (date(2026, 1, 2), date(2026, 1, 2)),
        ("长期", None),
        ("长期有效", None),
        ("", None),
        (None, None),
        ("2022-13-40", None),
        ("2023-02-30", None),
        ("03/04/2025", None),
        ("12000", None),
        ("面议", None),
        ("0000-00-00", None),
    ],
)
def test_a_date_is_read_or_unknown(text, day):
    """What is ambiguous is not guessed."""
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("04-19", date(2026, 4, 19)),
        ("1月5日", date(2027, 1, 5)),
        ("11-21 10:30", date(2026, 11, 21)),
        ("昨天", date(2026, 11, 21)),
        ("3天前", date(2026, 11, 19)),
        ("2小时前发布", AS_OF),
        ("13-40", None),
    ],
)
def test_a_day_without_a_year_is_seen_from_a_day(text, day):
    """One of the coming three months, or else the last one gone by."""
    assert parse_date(text, as_of=AS_OF) == day
    assert parse_date(text) is None


def test_a_hostile_text_takes_no_time():
    """A hundred thousand characters are no date."""
    texts = ("2" * 100_000, " " * 100_000, "1月" * 50_000, "２" * 100_000)
    assert ends(lambda: [parse_date(text, AS_OF) for text in texts])
    assert not any(parse_date(text, AS_OF) for text in texts)
