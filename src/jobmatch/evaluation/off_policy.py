r"""Off-policy: what other lists would have brought, told from a log that says how likely each job was to be shown.

With w = (1 where the other list holds the job) / propensity, cut off at a limit, r what came of a job that was
shown, q what a model expects of a job, and K the jobs of the other lists of all clients, the mean outcome of a
recommended job is estimated as

    IPS = Σ w·r / K        SNIPS = Σ w·r / Σ w        DR = (Σ q over the other lists + Σ w·(r − q)) / K

(Horvitz and Thompson 1952; Swaminathan and Joachims 2015; Dudík et al. 2011). All three take it that what comes
of a job hangs on the job and the client, not on what stood beside it. Σ w / K is near 1 where the log could have
shown what the other lists hold; jobs that it could never have shown are not covered, and pull IPS down.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobmatch.dataset.outcomes import Outcomes
from jobmatch.evaluation.metrics import bootstrap_ratio
from jobmatch.messages import say
from jobmatch.records.recommendation import Recommendations
from jobmatch.records.told import AsJson
from jobmatch.settings import load

Values = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Log:
    """Shape (shown,) for what the log shows, shape (clients,) for the other lists of each client."""

    client: NDArray[np.intp]  # position of the client
    reward: Values  # what came of it, 0..1
    propensity: Values  # how likely the log was to show it, above 0 and at most 1
    target: Values  # how likely the other lists show it
    guess: Values  # what a model expects of it, 0..1
    jobs: Values  # jobs of the other list of each client
    guessed: Values  # what the model expects of that list, added up


@dataclass(frozen=True)
class Estimate:
    """A mean outcome of a recommended job, 0..1, and its 95 % interval, clients drawn with replacement."""

    value: float
    interval: tuple[float, float]


@dataclass(frozen=True)
class OffPolicy(AsJson):
    """The estimates, and how much of the log stands behind them."""

    clients: int
    shown: int
    logged: Estimate  # the lists of the log themselves
    ips: Estimate
    snips: Estimate
    dr: Estimate
    effective_sample_size: float
    weights_clipped: int
    covered: float  # Σ w / K; far below 1 the log says little about these lists

    def by_name(self) -> "dict[str, Estimate]":
        """The estimates under the names by which people know them, those of the log first."""
        return {say("evaluation.logged"): self.logged, "IPS": self.ips, "SNIPS": self.snips, "DR": self.dr}


def estimate(log: Log, clip: float) -> OffPolicy | None:
    """The estimates with weights of at most ``clip``; None where the other lists hold nothing that was shown.

    A log that shows each of two jobs half of the time, of which the other list always takes the good one:

    >>> half, good = np.full(4, 0.5), np.array([1.0, 0, 1, 0])
    >>> log = Log(np.arange(4), good, half, good, half, jobs=np.ones(4), guessed=half)
    >>> found = estimate(log, clip=10)
    >>> found.logged.value, found.ips.value, found.snips.value, found.dr.value, found.effective_sample_size
    (0.5, 1.0, 1.0, 1.0, 2.0)
    """
    full = log.target / log.propensity
    weight = np.minimum(full, clip)
    if not weight.any():
        return None

    def told(above: Values, below: Values) -> Estimate:
        value, interval = bootstrap_ratio(above, below)
        return Estimate(round(value, 4), (round(interval[0], 4), round(interval[1], 4)))

    def each(values: Values) -> Values:
        return np.bincount(log.client, values, len(log.jobs)).astype(np.float64)

    ones = np.ones(len(weight))
    gained, corrected = each(weight * log.reward), each(weight * (log.reward - log.guess)) + log.guessed
    return OffPolicy(
        clients=len(log.jobs),
        shown=len(weight),
        logged=told(each(log.reward), each(ones)),
        ips=told(gained, log.jobs),
        snips=told(gained, each(weight)),
        dr=told(corrected, log.jobs),
        effective_sample_size=round(float(weight.sum() ** 2 / (weight @ weight)), 1),
        weights_clipped=int((full > clip).sum()),
        covered=round(float(weight.sum() / log.jobs.sum()), 4),
    )


def off_policy(lists: Iterable[Recommendations], outcomes: Outcomes) -> OffPolicy | None:
    """What the lists would have brought by the log; None where it holds no propensities for these clients.

    What is expected of a job is the attainability times the preference that were said.
    """
    shown = _shown(outcomes)
    lists = [one for one in lists if one.items and one.client_id in shown]
    if not lists:
        return None
    expected = [{item.posting_id: item.attainability * item.preference for item in one.items} for one in lists]
    rows = [
        (at, reward, propensity, float(posting in expected[at]), expected[at].get(posting, 0.0))
        for at, one in enumerate(lists)
        for posting, (propensity, reward) in sorted(shown[one.client_id].items())
    ]
    client, reward, propensity, target, guess = map(np.array, zip(*rows, strict=True))
    jobs = np.array([float(len(own)) for own in expected])
    guessed = np.array([sum(own.values()) for own in expected])
    log = Log(client, reward, propensity, target, guess, jobs, guessed)
    return estimate(log, load().number("learning.most_weight"))


def _shown(outcomes: Outcomes) -> dict[str, dict[str, tuple[float, float]]]:
    """Client → posting → how likely it was shown, and the most that became of it."""
    reached = load().table("learning.reached")
    found: dict[str, dict[str, tuple[float, float]]] = {}
    told = outcomes.frame["propensity"].notna()
    pairs = set(outcomes.frame.loc[told, ["client_id", "posting_id"]].itertuples(index=False, name=None))
    for row in outcomes.frame.to_dict("records"):
        pair = row["client_id"], row["posting_id"]
        if pair in pairs:
            own = found.setdefault(pair[0], {})
            likely, came = own.get(pair[1], (1.0, 0.0))
            said = likely if np.isnan(row["propensity"]) else row["propensity"]
            own[pair[1]] = min(likely, float(said)), max(came, reached.get(row["event"], 0.0))
    return found
