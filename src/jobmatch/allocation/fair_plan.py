"""What a matching fair is planned from: who comes, which tables stand there, and the rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jobmatch.allocation.rules import Rules
from jobmatch.allocation.tables import Tables
from jobmatch.allocation.view import Ground
from jobmatch.records.client import Client


@dataclass(frozen=True, eq=False)
class Plan:
    """What a fair is planned from."""

    ground: Ground
    people: Sequence[Client]
    rules: Rules
    tables: Tables

    @property
    def away(self) -> NDArray[np.bool_]:
        """Which rows of the market are not there."""
        return self.tables.away(self.ground.market.row_of_id[posting] for posting in self.rules.without)

    @property
    def before(self) -> dict[tuple[int, int], str]:
        """The times of an earlier plan, by place of the client and row of the posting, if both are still there."""
        at, row_of_id = self._places, self.ground.market.row_of_id
        return {
            (at[client], row_of_id[posting]): time
            for (client, posting), time in self.rules.before.items()
            if client in at and posting in row_of_id
        }

    def rows_of(self, pairs: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
        """Pairs of ids as places in the list of clients and rows of the market, in order."""
        return sorted((self._places[client], self.ground.market.row_of_id[posting]) for client, posting in pairs)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {one.client_id: place for place, one in enumerate(self.people)}
