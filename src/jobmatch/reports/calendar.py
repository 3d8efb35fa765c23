"""A plan as an iCalendar file (RFC 5545): whole days, which any calendar program takes in."""

from collections.abc import Iterable
from datetime import date, timedelta
from hashlib import blake2b

_LONGEST = 75  # octets of a line, by RFC 5545, 3.1


def icalendar(plans: Iterable[tuple[str, str, list[tuple[str, str]]]]) -> str:
    r"""The calendar of some clients: id, the day of the plan, and what is due, days as ``2026-11-25``.

    >>> icalendar([("C-1", "2026-11-22", [("2026-11-25", "N1, 指导")])]).splitlines()[5:8]
    ['UID:e23875101f6cfd51@jobmatch', 'DTSTAMP:20261122T000000Z', 'DTSTART;VALUE=DATE:20261125']
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//jobmatch//service plan//ZH", "CALSCALE:GREGORIAN"]
    for client_id, as_of, events in plans:
        for day, words in events:
            lines += _event(client_id, as_of, day, words)
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line))


def _event(client_id: str, as_of: str, day: str, words: str) -> list[str]:
    begin = date.fromisoformat(day)
    uid = blake2b(f"{client_id}\x1f{day}\x1f{words}".encode(), digest_size=8).hexdigest()
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}@jobmatch",
        f"DTSTAMP:{as_of.replace('-', '')}T000000Z",
        f"DTSTART;VALUE=DATE:{begin:%Y%m%d}",
        f"DTEND;VALUE=DATE:{begin + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(f'{client_id} {words}')}",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _folded(line: str) -> list[str]:
    """The line in pieces of at most 75 octets, each further one behind a blank; no character is cut."""
    pieces, piece = [], ""
    for char in line:
        if len((piece + char).encode()) > _LONGEST:
            pieces.append(piece)
            piece = " "
        piece += char
    return [*pieces, piece]
