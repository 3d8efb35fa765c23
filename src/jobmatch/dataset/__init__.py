"""Checked tables: postings, clients and outcomes, each with its balance and its rejected rows."""

from jobmatch.dataset.balance import Balance
from jobmatch.dataset.clients import Clients, read_clients
from jobmatch.dataset.outcomes import Outcomes, read_outcomes
from jobmatch.dataset.postings import Postings, read_postings

__all__ = ["Balance", "Clients", "Outcomes", "Postings", "read_clients", "read_outcomes", "read_postings"]
