"""``first_pairs``: the pairs that a plan begins with, a few for each client and for each posting.

What everybody wants costs most in the end, so clients are not asked what is worth most to them, but what is worth most
beyond its price. The prices are those of a soft market, in which the better of two meetings is only likelier to be had
(entropic transport, Sinkhorn 1967, Cuturi 2013): some sweeps over a sample of the clients find them. They need not be
right, as ``assign`` proves what it leaves out by the prices of its own plan; near to right they save it rounds.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobmatch.allocation.pairs import Pairs, best_of

_SAMPLE: Final = 1_000_000  # pairs whose clients' demand makes the prices: three times as many save no round
_SOFT: Final = 0.03  # of worth, 0..1: harder prices take more sweeps, at .05 the plan takes a round more
_SWEEPS: Final = 30  # prices then move by less than 0.004
_NEXT_TO_NOTHING: Final = 1e-30  # a share; the price of what nobody can have is then 2, more than anything is worth

Values = NDArray[np.float64]


class Start(NamedTuple):
    """How many pairs are looked at to begin with: of each client, and at the least of each posting."""

    of_client: int
    of_posting: int


def first_pairs(
    pairs: Pairs, worth: NDArray[np.float32], capacity: NDArray[np.int64], per_client: NDArray[np.int64], start: Start
) -> NDArray[np.bool_]:
    """Which pairs are looked at first, shape (pairs,): each client's best, and of postings in few lists the nearest."""
    prices = soft_prices(pairs, worth, capacity, per_client)
    beyond = worth - prices[pairs.row]
    chosen = best_of(pairs.client, beyond, start.of_client)
    listed = np.bincount(pairs.row[chosen], minlength=len(capacity))
    rare = np.flatnonzero((listed < start.of_posting)[pairs.row])
    best = np.full(len(per_client), -np.inf, dtype=np.float32)
    some = np.flatnonzero(chosen)
    np.maximum.at(best, pairs.client[some], beyond[some])
    given_up = beyond[rare] - best[pairs.client[rare]]
    chosen[rare[best_of(pairs.row[rare], given_up, start.of_posting)]] = True
    return chosen


def soft_prices(
    pairs: Pairs, worth: NDArray[np.float32], capacity: NDArray[np.int64], per_client: NDArray[np.int64]
) -> NDArray[np.float32]:
    """What a meeting at each posting costs, in worth, shape (rows of the market,); 0 where there is room for all.

    >>> pairs = Pairs(np.arange(2), np.zeros(2, dtype=np.intp), *[np.ones(2, dtype=np.float32)] * 2, np.ones(2))
    >>> one, two = np.array([1]), np.array([2])
    >>> [round(float(soft_prices(pairs, pairs.worth, room, np.ones(2))[0])) for room in (one, two)]
    [1, 0]
    """
    from scipy.sparse import csr_array

    asked = np.arange(len(per_client)) % max(1, -(-len(pairs) // _SAMPLE)) == 0
    some = np.flatnonzero(asked[pairs.client])
    wish = csr_array(
        (np.exp(worth[some].astype(np.float64) / _SOFT), (pairs.client[some], pairs.row[some])),
        shape=(len(per_client), len(capacity)),
    )
    wished, room = wish.T.tocsr(), capacity * asked.mean() if len(asked) else capacity
    open_to = np.ones(len(capacity))
    for _ in range(_SWEEPS):
        wants = np.minimum(1.0, per_client / np.maximum(wish @ open_to, _NEXT_TO_NOTHING))
        open_to = np.minimum(1.0, room / np.maximum(wished @ wants, _NEXT_TO_NOTHING))
    prices: NDArray[np.float32] = np.abs(_SOFT * np.log(np.maximum(open_to, _NEXT_TO_NOTHING))).astype(np.float32)
    return prices
