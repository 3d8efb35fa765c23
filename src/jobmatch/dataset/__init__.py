"""Checked tables: postings, clients and outcomes, each with its balance and its rejected rows; loaded on first use."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jobmatch.dataset.balance import Balance
    from jobmatch.dataset.clients import Clients, read_clients
    from jobmatch.dataset.outcomes import Outcomes, read_outcomes
    from jobmatch.dataset.postings import Postings, read_postings

__all__ = ["Balance", "Clients", "Outcomes", "Postings", "read_clients", "read_outcomes", "read_postings"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'jobmatch.dataset' has no attribute {name!r}")
    return getattr(import_module(f"jobmatch.dataset.{name.removeprefix('read_').lower()}"), name)
