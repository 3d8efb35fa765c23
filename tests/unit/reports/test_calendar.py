"""The calendar file: lines as RFC 5545 wants them."""

from jobmatch.reports.calendar import icalendar


def test_lines_are_short_and_whole():
    """At most 75 octets, no character cut, CRLF at each end."""
    text = icalendar([("C-1", "2026-11-22", [("2026-11-25", "指导，" * 60)])])
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "指导，" * 60 in text.replace("\r\n ", "")


def test_signs_are_escaped():
    """Comma, semicolon and backslash."""
    assert r"a\, b\; c\\d" in icalendar([("C-1", "2026-11-22", [("2026-11-25", r"a, b; c\d")])])


def test_an_event_is_a_whole_day():
    """It ends on the day after."""
    text = icalendar([("C-1", "2026-11-22", [("2026-12-31", "x")])])
    assert "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101" in text


def test_the_same_plan_gives_the_same_bytes():
    """A calendar that is taken in again changes nothing."""
    plan = [("C-1", "2026-11-22", [("2026-11-25", "x")])]
    assert icalendar(plan) == icalendar(plan)
