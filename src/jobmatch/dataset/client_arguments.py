"""Clients as a caller of the package hands them over → clients, or one line that says what is welcome."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jobmatch.arguments import is_frame
from jobmatch.errors import UsageError
from jobmatch.records.client import Client


def client_of(given: Any) -> Client:
    """One client: a ``Client``, or the JSON object of one.

    >>> client_of({"client_id": "C-1"}).client_id
    'C-1'
    >>> client_of("C-1")
    Traceback (most recent call last):
    jobmatch.errors.UsageError: 要一名服务对象，看到的是 str。请给出 Client、JSON 对象（字典），或 ...
    """
    if isinstance(given, Client):
        return given
    if isinstance(given, Mapping):
        return Client.from_dict(given)
    raise UsageError("not-a-client", seen=type(given).__name__)


def clients_of(given: Any) -> Iterable[Client]:
    """Clients: what ``read_clients`` gives, several or one ``Client``, JSON objects, or a pandas table.

    >>> [client.client_id for client in clients_of([Client(client_id="C-1"), {"client_id": "C-2"}])]
    ['C-1', 'C-2']

    What is no client is refused:

    >>> clients_of(None)
    Traceback (most recent call last):
    jobmatch.errors.UsageError: 要几名服务对象，看到的是 NoneType。...
    """
    if isinstance(given, (Client, Mapping)):
        return [client_of(given)]
    if is_frame(given):
        from jobmatch.dataset.clients import read_clients

        return read_clients(given)
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise UsageError("not-clients", seen=type(given).__name__)
    each = map(client_of, given)
    return each if isinstance(given, Iterator) else list(each)  # a stream need not fit into the memory
