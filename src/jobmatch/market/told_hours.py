"""The hours of a posting whose columns say otherwise than its text: the stricter counts, or it is to be asked."""

from dataclasses import replace
from typing import Any, Final

from jobmatch.records.hours import Hours
from jobmatch.text.asked.hours import hours_in, parse_hours

DIFFER: Final = frozenset(("hours", "employment_type"))  # by what ``Requirements.conflicts`` calls the columns
_STRICTER: Final = ("night", "shift")  # whoever cannot must not be sent there
_OPEN: Final = ("kind", "weekend_work")  # neither of two is the stricter: it depends on who asks


def settled(both: Hours, columns: str, text: str) -> Hours:
    """What is told of columns and text together, where they differ; ``text`` is folded and in lower case.

    Nights and turns that one of them tells are worked; whether it is part-time or at weekends is to be asked.

    >>> together = Hours(kind="full", night=False)
    >>> told = settled(together, "全职 白班", "非全职,要上夜班")
    >>> told.kind, told.night
    (None, True)
    """
    column, said = parse_hours(columns), hours_in(text)
    pairs = {name: (getattr(column, name), getattr(said, name)) for name in (*_STRICTER, *_OPEN)}
    told: dict[str, Any] = {name: True for name in _STRICTER if True in pairs[name]}
    told |= {name: None for name in _OPEN if None not in pairs[name] and pairs[name][0] != pairs[name][1]}
    return replace(both, **told)
