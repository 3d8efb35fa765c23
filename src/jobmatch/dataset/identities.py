"""Who the people of a roster are: read apart, only where it is asked for, and never part of a client."""

from collections.abc import Mapping
from typing import Any

from jobmatch.dataset import personal, sources


def read_identities(source: Any, *, mapping: Mapping[str, str] | None = None) -> dict[str, dict[str, str]]:
    """Client id → name, id_number and phone, of the rows of a roster that say them.

    >>> read_identities([{"求职者编号": "C-1", "姓名": "张某", "手机": "13800000000", "年龄": 40}])
    {'C-1': {'name': '张某', 'phone': '13800000000'}}
    """
    found: dict[str, dict[str, str]] = {}
    tables = sources.tables_of(source, None)
    for table, headings in zip(tables, sources.assign_each(tables, "client", mapping), strict=True):
        places = {
            field: headings.fields[field]
            for field in ("client_id", *sorted(personal.PERSONAL))
            if field in headings.fields
        }
        for row in table.rows:
            said = {field: next((row[at] for at in at_all if row[at]), None) for field, at_all in places.items()}
            client_id, who = said.pop("client_id", None), {name: value for name, value in said.items() if value}
            if client_id and who:
                found[personal.safe_id(client_id)] = who
    return found
