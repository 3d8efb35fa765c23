"""Part-time work: whether a posting is, and how much of a full month is worked where it is paid by the hour."""

from jobmatch.records.hours import Hours
from jobmatch.records.salary import Salary
from jobmatch.settings import load


def part_time(hours: Hours) -> int | None:
    """1 part-time, 0 full-time, None not to be told: as said, else by the length of the day and the week.

    >>> part_time(Hours(kind="part")), part_time(Hours(start=9.0, end=18.0)), part_time(Hours())
    (1, 0, None)

    Of several times as long as each other the length of one tells it, too.

    >>> part_time(Hours(begun_by=12.5, not_before=17.5, daily=11.0)), part_time(Hours(daily=4.0))
    (0, 1)
    """
    if hours.kind:
        return int(hours.kind == "part")
    numbers, length = load().table("hours"), _length(hours) or hours.daily
    if length is not None and length <= numbers["part_day"]:
        return 1
    full = (length is not None and length >= numbers["full_day"]) or (hours.days_per_week or 0) >= numbers["full_week"]
    return 0 if full else None


def share_of_a_month(salary: Salary, hours: Hours, part: int | None) -> float | None:
    """How much of what a full month would bring a posting pays: 1 but for part-time work by the hour or the day.

    >>> by_hour = Salary(min=200, period="hour", kind="stated")
    >>> share_of_a_month(by_hour, Hours(start=18.0, end=22.0, days_per_week=5), 1)
    0.5
    >>> share_of_a_month(by_hour, Hours(start=18.0, end=22.0, days_per_week=5), None)
    1.0

    How many hours are worked may be told nowhere: then it is not known.

    >>> share_of_a_month(by_hour, Hours(), 1) is None
    True
    """
    if part != 1 or salary.period not in ("hour", "day"):
        return 1.0
    pay, days = load().table("salary"), hours.days_per_week
    if salary.period == "day":
        return days and _at_most_all(days * pay["weeks_per_month"] / pay["days_per_month"])
    daily, days = hours.daily or _length(hours), days or load().number("hours.days_a_week")
    return daily and _at_most_all(daily * days * pay["weeks_per_month"] / pay["hours_per_month"])


def _at_most_all(share: float) -> float:
    return min(1.0, round(share, 2))


def _length(hours: Hours) -> float | None:
    return None if hours.start is None or hours.end is None else (hours.end - hours.start) % 24
