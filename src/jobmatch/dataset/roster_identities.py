"""What a roster says beside the client: who they are, read only where it is asked for, and whose client they are."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from jobmatch.dataset import personal, sources

WHOSE: Final = ("office", "counsellor", "family_id")


def read_identities(source: Any, *, mapping: Mapping[str, str] | None = None) -> dict[str, dict[str, str]]:
    """Client id → name, id_number and phone, of the rows of a roster that say them.

    >>> read_identities([{"求职者编号": "C-1", "姓名": "张某", "手机": "13800000000", "年龄": 40}])
    {'C-1': {'name': '张某', 'phone': '13800000000'}}
    """
    return _beside(source, sorted(personal.PERSONAL), mapping)


def read_whose(source: Any, *, mapping: Mapping[str, str] | None = None) -> dict[str, dict[str, str]]:
    """Client id → office, counsellor and family_id, of the rows of a roster that say them.

    >>> read_whose([{"求职者编号": "C-1", "指导员": "王某", "户号": "H-7", "年龄": 40}])
    {'C-1': {'counsellor': '王某', 'family_id': 'H-7'}}
    """
    return _beside(source, WHOSE, mapping)


def _beside(source: Any, fields: Iterable[str], mapping: Mapping[str, str] | None) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    tables = sources.tables_of(source, None)
    for table, headings in zip(tables, sources.assign_each(tables, "client", mapping), strict=True):
        places = {field: headings.fields[field] for field in ("client_id", *fields) if field in headings.fields}
        for row in table.rows:
            cells = {field: sources.first_in(row, columns) for field, columns in places.items()}
            client_id, said = cells.pop("client_id", None), {name: value for name, value in cells.items() if value}
            if client_id and said:
                heading = table.headings[places["client_id"][0]]
                name = sources.first_in(row, headings.fields.get("name", ()))
                found[personal.safe_id_under(heading, client_id, name)] = said
    return found
