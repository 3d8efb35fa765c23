"""What the remarks of a roster tell of a client where no column does: 腰椎手术后不能搬重物, 驾照已吊销."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

from jobmatch import settings
from jobmatch.dataset.clients import Clients
from jobmatch.intake.notes import read_notes
from jobmatch.messages import said, say
from jobmatch.records.client import Client

# A limit more in the remarks is a limit, however sure, and a group more a right; elsewhere the column goes before the remark.
_ADDED: Final = frozenset(("conditions.health_limits", "goal.refused", "family.care_duties", "registration.groups"))
_LEFT_OUT: Final = frozenset(("attitude.left_last_job_because", "attitude.misjudgements"))


def with_remarks(clients: Clients, today: date | None = None, home: str | None = None) -> Clients:
    """The clients with what their remarks tell surely enough, and a notice for each that says what was taken from there.

    >>> from jobmatch.dataset import read_clients
    >>> roster = read_clients([{"编号": "A-1", "年龄": "52", "求职意向": "装卸工", "备注": "不上夜班，驾照已吊销"}])
    >>> client = with_remarks(roster, date(2026, 11, 22))[0]
    >>> client.conditions.night_shift_ok, client.conditions.driving_licence, client.conditions.age
    (False, 'none', 52)
    """
    items, notices = [], []
    for client in clients:
        found = dict(_told(client, today, home))
        items.append(_with(client, found))
        if found:
            fields = say("word.comma").join(said(f"field.{name.rpartition('.')[2]}") or name for name in found)
            notices.append(say("notice.from-remarks", client=client.client_id, fields=fields))
    return replace(clients, items=tuple(items), notices=(*clients.notices, *notices))


def _told(client: Client, today: date | None, home: str | None) -> Iterator[tuple[str, Any]]:
    """Each field that the remarks tell and the columns do not, with its value."""
    if not client.notes:
        return
    least = settings.load().number("intake.remarks_least")
    for name, one in read_notes(client.notes, today=today, home=home).evidence.items():
        part, _, field = name.partition(".")
        known = getattr(getattr(client, part), field)
        if part == "audit" or name in _LEFT_OUT or (one.confidence < least and name not in _ADDED):
            continue
        if known is None:
            yield name, one.value
        elif name in _ADDED and (more := tuple(item for item in one.value if item not in known)):
            yield name, (*known, *more)


def _with(client: Client, found: dict[str, Any]) -> Client:
    if not found:
        return client
    told = client.to_dict()
    for name, value in found.items():
        part, _, field = name.partition(".")
        told.setdefault(part, {})[field] = value
    return Client.from_dict(told)
