"""What a page of ours sends: the fields of a form and at most one file, all of it in memory."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from jobmatch.errors import BadInput, UsageError
from jobmatch.records.client import Client
from jobmatch.service.asked import within_reason
from jobmatch.service.bounds import most_of

Upload = tuple[str, bytes]


class _InMemory(MultiPartParser):
    """A reader that leaves no file behind; how much comes in is limited before it."""

    spool_max_size = sys.maxsize


@dataclass(frozen=True)
class Sent:
    """One form."""

    fields: Mapping[str, str] = field(default_factory=dict)
    file: Upload | None = None

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "").strip()

    def json(self, name: str) -> Any:
        """What a page has put into a hidden field."""
        try:
            return json.loads(self.fields[name])
        except (KeyError, ValueError, RecursionError):
            raise UsageError("request-form") from None

    @property
    def client(self) -> Client:
        """The client that a page holds."""
        return client_of(self.json("client"))


def client_of(data: Any) -> Client:
    """A client out of a hidden field; nobody has written one by hand."""
    try:
        return within_reason(Client.from_dict(data))
    except BadInput:
        raise UsageError("request-form") from None


async def sent_by(request: Request) -> Sent:
    """The form of a request."""
    most = most_of("fields")
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        if kind == "application/x-www-form-urlencoded":
            text = (await request.body()).decode("utf-8", "replace")
            return Sent(dict(parse_qsl(text, keep_blank_values=True, max_num_fields=most)))
        if kind == "multipart/form-data":
            size = most_of("bytes")
            parser = _InMemory(request.headers, request.stream(), max_files=1, max_fields=most, max_part_size=size)
            pairs = (await parser.parse()).multi_items()
            files = [(one.filename or "", await one.read()) for _, one in pairs if isinstance(one, UploadFile)]
            return Sent({name: one for name, one in pairs if isinstance(one, str)}, files[0] if files else None)
    except (MultiPartException, ValueError):  # ValueError: more fields than are taken
        pass
    raise UsageError("request-form")
