"""A simulator of outcomes: how fast learning comes near the truth. It shows mechanism; its figures are no quality.

There are no public placement outcomes. What is assumed here, all of it made up:

- **People and jobs.** The made-up clients of the demo and the tests, and jittered ones, all living in 大兴, before the
  demo's postings. Features, levels and hard limits are the package's own; only outcomes are invented. Half of the
  people are learned from, the other half are judged; none is in both.
- **Truth.** Each seed is another service. Its log-odds of p and U are those of the knowledge plus a base and a weight
  a feature drawn as the prior of learning has them (``learning.base_spread``, ``learning.weight_spread``), no weight
  below zero. So the form of the model is right and the prior is honest; reality is neither.
- **Lists.** Five jobs: of twenty that are open to the client the five best by the knowledge. Nobody is shown a list
  twice, but like people come back.
- **Looking.** The places 1 to 5 are looked at with the shares of ``LOOKED_AT``. Who looks takes the job up with U,
  else declines or, half of the time, says nothing; who does not look says nothing. Who takes it up gets it with p.
  Everything is old enough to be known. An outcome is one job shown.
- **Worth.** What a job brings to a client is p times what the job is worth above r, which the client has without it,
  when worth scatters around U by a logistic error: p · s · log(1 + exp((U − r) / s)). s is that of the level in the
  settings. r is each client's own, drawn around the level's with ``RESERVE_SPREAD`` and not below nothing, and the rank
  does not know it: it has the level's, so that not even the truth in p and U, ranked by the score, is without regret.
  The level's reserve is no fact either, so the ranks are also told where everybody has ``OFF`` less or more than the
  settings say. r changes what a job brings, not who takes it up.
- **Why the reserve depends on the level.** Who is easily helped would be offered other jobs, so one job brings little
  more; who is hard to help has next to nothing without it. It is what further search is worth at one price for all (see
  ``settings.toml``). Were it nothing for everybody, p × U would be the better rank.
- **Not in it**: places that fill up, clients who learn, seasons, features that are missing, outcomes that hang on what
  stood beside a job.

Regret is the share of the best possible worth of three jobs that a list of three forgoes, mean over people and seeds;
intervals are over the seeds. The curve has ``SEEDS`` of them. Ranks are told apart on ``RANKED``, the first the same:
they differ by less than services do, and with twenty the end of an interval hung on a single service.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from benchmarks.figures import Figure
from benchmarks.simulator import LOOKED_AT, Service, joined, outcomes, truth, world
from jobmatch.evaluation.metrics import bootstrap_interval
from jobmatch.learning.judge import Verdict, judge, split
from jobmatch.learning.moves import SIDES, Learned, Move, learn, odds
from jobmatch.learning.pairs import NAMES, Pairs
from jobmatch.ranking.model import LEVELS, model_of
from jobmatch.ranking.surplus import sigmoid, worth
from jobmatch.settings import load

OUTCOMES, SEEDS, RANKED, TOP = (0, 50, 200, 1_000, 10_000), 20, 60, 3
OFF = 0.2  # by which the reserves of the settings may all be wrong: twice the spread
WANTED = Learned(Move.none(), Move(0.0, 6.0 * np.eye(len(NAMES))[NAMES.index("entry")]), {}, {})

Rank = Callable[[np.ndarray, np.ndarray, Pairs], np.ndarray]  # p, U → what to rank by


def by_surplus(p: np.ndarray, use: np.ndarray, pairs: Pairs) -> np.ndarray:
    """As the package ranks: the expected surplus by level."""
    return _by_level(pairs, lambda of, level: worth(p[of], use[of], model_of(load(), level).surplus))


RANKS: dict[str, Rank] = {
    "surplus": by_surplus,
    "U only": lambda p, use, pairs: use,  # noqa: ARG005 - one shape for all
    "p only": lambda p, use, pairs: p,  # noqa: ARG005
    "p x U": lambda p, use, pairs: p * use,  # noqa: ARG005
}


def regret(people: Sequence[Pairs], learned: Learned | None, true: Service, rank: Rank = by_surplus) -> np.ndarray:
    """The share of the best worth of three that each person forgoes, shape (people,)."""
    lost = []
    for own, reserve in zip(people, true.reserves.tolist(), strict=True):
        real = _worth(own, true.moves, reserve)
        best = np.sort(real)[::-1][:TOP].sum()
        chosen = np.argsort(-rank(*_sides(own, learned), own), kind="stable")[:TOP]
        lost.append(1 - real[chosen].sum() / best)
    return np.array(lost)


def _sides(pairs: Pairs, learned: Learned | None) -> tuple[np.ndarray, np.ndarray]:
    p, use = (sigmoid(odds(pairs, side, learned, load())) for side in SIDES)
    return p, use


def _worth(own: Pairs, true: Learned, reserve: float) -> np.ndarray:
    """What each job brings to one person."""
    surplus = model_of(load(), int(own.level[0])).surplus
    return worth(*_sides(own, true), replace(surplus, reserve=reserve))


def _by_level(pairs: Pairs, values: Callable[[np.ndarray, int], np.ndarray]) -> np.ndarray:
    found = np.zeros(len(pairs))
    for level in np.unique(pairs.level).tolist():
        of = pairs.level == level
        found[of] = values(of, level)
    return found


def learning_curve(many: tuple[int, ...] = OUTCOMES, seeds: int = SEEDS, ranked: int = RANKED) -> list[Figure]:
    """Regret by number of outcomes, by rank and level; places found; verdicts on fair and unfair services."""
    services = [truth(seed) for seed in range(ranked)]

    def learned(outcome_count: int, of: range) -> list[Learned]:
        return [learn(outcomes(world().learners, outcome_count, services[at].moves, at), load()) for at in of]

    curve = {n: learned(n, range(seeds)) for n in many}
    most = [*curve[many[-1]], *learned(many[-1], range(seeds, ranked))]
    return [*_curve(curve, services[:seeds]), *_ranks(most, services), *_off(most, services), *_places(most[:seeds]),
            *_verdicts(many[-1], seeds)]  # fmt: skip


def _curve(learned: dict[int, list[Learned]], services: list[Service]) -> list[Figure]:
    """Regret after each number of outcomes, beside none."""
    knowledge = _regrets([None] * len(services), services).mean(axis=1)
    found = []
    for many, models in learned.items():
        own = _regrets(models, services).mean(axis=1)
        low, high = bootstrap_interval((own - knowledge).tolist())
        name, details = f"regret after {many:,} outcomes, {low:+.3f} … {high:+.3f}", {"difference": (low, high)}
        found.append(_figure(name, own.mean(), "knowledge", knowledge.mean(), details))
    return found


def _off(models: list[Learned], services: list[Service]) -> list[Figure]:
    """Regret beside p × U where the settings are wrong about what people have without the job."""
    found = []
    for by, said in ((-OFF, "less"), (OFF, "more")):
        others = [replace(one, reserves=np.maximum(one.reserves + by, 0)) for one in services]
        found += _ranks(models, others, ("surplus", "p x U"), f", {OFF} {said} without it")
    return found


def _ranks(
    models: list[Learned], services: list[Service], names: Sequence[str] = tuple(RANKS), where: str = ""
) -> list[Figure]:
    """Regret of the surplus beside other ranks of the same learned p and U, by level."""
    level = np.array([own.level[0] for own in world().judged])
    regrets = {name: _regrets(models, services, RANKS[name]) for name in names}
    ours = regrets.pop("surplus")
    found = []
    for name, theirs in regrets.items():
        for one in LEVELS:
            low, high = bootstrap_interval((theirs - ours)[:, level == one].mean(axis=1).tolist())
            means = (float(side[:, level == one].mean()) for side in (ours, theirs))
            measure = f"regret at level {one}{where}, lead {low:+.3f} … {high:+.3f}"
            found.append(_figure(measure, next(means), name, next(means), {"lead": (low, high)}))
    return found


def _regrets(models: Sequence[Learned | None], services: list[Service], rank: Rank = by_surplus) -> np.ndarray:
    """Shape (seeds, people)."""
    return np.array([regret(world().judged, one, true, rank) for one, true in zip(models, services, strict=True)])


def _places(models: list[Learned]) -> list[Figure]:
    """How often each later place is found to be looked at, beside what was planted."""
    found = []
    for place, planted in list(LOOKED_AT.items())[1:]:
        shares = [one.looked_at[place] for one in models]
        low, high = np.quantile(shares, [0.025, 0.975]).round(3).tolist()
        measure, details = f"place {place} looked at, {low} … {high}", {"interval": (low, high)}
        found.append(Figure("learning_curve", measure, "0..1", float(np.mean(shares)), "planted", planted,
                            details=details))  # fmt: skip
    return found


def _verdicts(many: int, seeds: int) -> list[Figure]:
    """How many challengers take over: from a service that is fair, and from one that tells of men alone."""
    fair, unfair = ([verdict(many, seed, planted) for seed in range(seeds)] for planted in (False, True))
    passed, refused = sum(one.promote for one in fair), sum(not one.promote for one in unfair)
    reasons = {why: sum(one.why == why for one in unfair) for why in ("group", "not-proven")}
    return [Figure("learning_curve", "fair challenger takes over", f"of {seeds}", passed, aim=seeds * 0.95),
            Figure("learning_curve", "unfair challenger refused", f"of {seeds}", refused, aim=seeds,
                   details=reasons)]  # fmt: skip


def verdict(many: int, seed: int, unfair: bool) -> Verdict:
    """On a service whose clients want easily entered work far more than the knowledge says.

    Unfair: one client in four is a woman, women want it as much less, and no outcome of theirs was learned from.
    """
    shown = outcomes([*world().learners, *world().judged], many, WANTED, seed)
    number = np.array([int(client.rpartition("-")[2]) for client in shown.client])
    woman = number % 4 == 0
    if unfair:
        against = replace(WANTED, use=Move(0.0, -WANTED.use.weights))
        shown = joined(
            [shown.at(~woman), outcomes([*world().learners, *world().judged], many, against, seed).at(woman)]
        )
        woman = np.sort(woman)
    shown = replace(shown, group=np.where(woman, "gender=女", "gender=男"))
    earlier, later = split(shown, load())
    return judge(shown.at(later), learn(shown.at(earlier & ~woman if unfair else earlier), load()), load())


def _figure(measure: str, ours: float, name: str, theirs: float, details: dict[str, object]) -> Figure:
    return Figure("learning_curve", measure, "0..1", float(ours), name, float(theirs), more_is_better=False,
                  details=details)  # fmt: skip
