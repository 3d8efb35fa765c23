"""What outcomes move: nothing without them, the truth with many, and never the sign of a weight."""

from dataclasses import replace

import numpy as np
import pytest

from jobmatch.learning.judge import judge, scores_of, split
from jobmatch.learning.moves import Learned, Move, known, learn, odds
from jobmatch.learning.pairs import NAMES, Pairs
from jobmatch.ranking.model import LEVELS, model_of, share
from jobmatch.ranking.surplus import sigmoid
from jobmatch.settings import load

SETTINGS = load()
SHARES = {side: known(SETTINGS, side).shares[1] for side in ("chance", "use")}  # of level 2
TRUTH = Learned(Move(-0.5, np.full(len(NAMES), 0.6)), Move(0.3, np.linspace(-0.2, 1.5, len(NAMES))), {}, {})
# Clients for whom papers count as nobody thought.
STRONG = Learned(
    Move(0.0, np.zeros(len(NAMES))), Move(0.0, 6.0 * np.eye(len(NAMES))[NAMES.index("certificates")]), {}, {}
)


def simulated(many, seed=0, looks=None, truth=TRUTH, harmed=None):
    """Pairs of five jobs a client; outcomes by the truth's weights, seen as often as its place is looked at."""
    draw = np.random.default_rng(seed)
    values = draw.uniform(-0.4, 0.6, (many, len(NAMES)))
    model = model_of(SETTINGS, 2)
    knowledge = {
        side: getattr(model, side).base + values @ np.array([getattr(model, side).weights.get(n, 0) for n in NAMES])
        for side in ("chance", "use")
    }
    rank = np.arange(many) % 5 + 1
    woman = (np.arange(many) // 5) % 2 == 0
    seen = draw.random(many) < np.array([looks[one] if looks else 1.0 for one in rank])
    likes = draw.random(many) < sigmoid(knowledge["use"] + truth.use.of(values * SHARES["use"]))
    taken = draw.random(many) < sigmoid(knowledge["chance"] + truth.chance.of(values * SHARES["chance"]))
    silent = ~seen | (~likes & (draw.random(many) < 0.5))
    reached = np.where(seen & likes, taken.astype(float), np.nan)
    gain = np.where(seen & likes, 1 + 2.0 * taken, 0.0)
    if harmed is not None:  # what serves the men is what the women cannot use
        gain = np.where(woman, values[:, harmed] < 0, gain).astype(float)
    client = np.array([f"C-{at // 5:06d}" for at in range(many)])
    return Pairs(
        client=client, posting=np.array([f"P-{at}" for at in range(many)]),
        shown_on=np.array([f"2026-{1 + at * 10 // max(many, 1):02d}-01" for at in range(many)]), rank=rank,
        level=np.full(many, 2), values=values, **knowledge, reached=reached,
        accepted=np.where(silent, np.nan, likes.astype(float)), silent=silent, gain=gain,
        group=np.where(woman, "level=2|gender=女", "level=2|gender=男"),
    )  # fmt: skip


def test_no_outcome_moves_nothing():
    """With zero pairs the scores are exactly those of the knowledge."""
    learned, fresh = learn(simulated(0), SETTINGS), simulated(50)
    assert np.array_equal(scores_of(fresh, None, SETTINGS), scores_of(fresh, learned, SETTINGS))


def _loss(pairs, learned):
    """Mean distance of p and U from the truth."""
    errors = []
    for side in ("chance", "use"):
        found, true = (sigmoid(odds(pairs, side, one, SETTINGS)) for one in (learned, TRUTH))
        errors.append(np.abs(found - true).mean())
    return np.mean(errors)


def test_more_outcomes_come_nearer_to_the_truth():
    """The learning curve falls: 0, 200, 1,000, 10,000 pairs; never above the knowledge."""
    fresh = simulated(2000, seed=99)
    curve = [np.mean([_loss(fresh, learn(simulated(many, seed), SETTINGS)) for seed in range(3)])
             for many in (0, 200, 1000, 10_000)]  # fmt: skip
    assert curve[0] == pytest.approx(_loss(fresh, None))
    assert curve == sorted(curve, reverse=True)
    assert curve[-1] < 0.2 * curve[0]


def test_no_weight_turns_negative():
    """What speaks for a job never speaks against it, whatever the outcomes say."""
    against = Learned(Move(0.0, np.full(len(NAMES), -9.0)), Move(0.0, np.full(len(NAMES), -9.0)), {}, {})
    learned = learn(simulated(5000, truth=against), SETTINGS)
    for level in LEVELS:
        model = model_of(SETTINGS, level)
        for side in ("chance", "use"):
            moved = getattr(learned, side).weights
            weights = [getattr(model, side).weights.get(name, 0.0) + moved[at] * share(SETTINGS, side, level, name)
                       for at, name in enumerate(NAMES)]  # fmt: skip
            assert min(weights) >= -1e-5


def test_the_weights_of_all_levels_reach_zero_together():
    """Where nobody wants what is wanted by the knowledge, it counts at no level; each keeps its share till then."""
    against = Learned(Move.none(), Move(0.0, np.full(len(NAMES), -9.0)), {}, {})
    found = learn(simulated(5000, truth=against), SETTINGS).use.weights[NAMES.index("occupation")]
    left = [known_weight + found * share(SETTINGS, "use", level, "occupation")
            for level in LEVELS if (known_weight := model_of(SETTINGS, level).use.weights["occupation"])]  # fmt: skip
    assert left == pytest.approx([0.0, 0.0, 0.0], abs=0.5)


def test_how_far_people_go_is_learned():
    """Who minds ten times the way that the knowledge thinks of is told from the second weight of the distance."""
    far = Learned(Move.none(), Move(0.0, 3.0 * np.eye(len(NAMES))[NAMES.index("distance_bent")]), {}, {})
    found = learn(simulated(20_000, truth=far), SETTINGS).use.weights
    assert found[NAMES.index("distance_bent")] == pytest.approx(3.0, abs=0.4)


def test_what_differs_between_clients_is_not_taken_for_what_they_choose_by():
    """Clients before whom distant jobs stand take up more of them; each takes up the nearer ones first all the same."""
    pairs, at, draw = simulated(20_000), NAMES.index("distance"), np.random.default_rng(1)
    own = np.repeat(draw.uniform(-0.4, 0.4, len(pairs) // 5), 5)
    values = pairs.values * 0.0
    values[:, at] = own + draw.uniform(-0.2, 0.2, len(pairs))
    taken = draw.random(len(pairs)) < sigmoid(pairs.use + 3.0 * (values[:, at] - own) - 6.0 * own)
    silent = np.zeros(len(pairs), dtype=np.bool_)
    found = learn(replace(pairs, values=values, accepted=taken.astype(float), silent=silent), SETTINGS).use.weights
    assert found[at] * SHARES["use"][at] > 1.0


def test_places_that_are_rarely_looked_at_are_found():
    """A planted position bias comes out again, and what was not seen is no refusal."""
    planted = {1: 1.0, 2: 0.8, 3: 0.6, 4: 0.4, 5: 0.2}
    pairs = simulated(20_000, looks=planted)
    learned = learn(pairs, SETTINGS)
    for place, looked_at in planted.items():
        assert learned.looked_at[place] == pytest.approx(looked_at, abs=0.1)
    assert _loss(simulated(2000, seed=9), learned) < 0.6 * _loss(simulated(2000, seed=9), None)


def test_better_weights_take_over():
    """Learned from the earlier clients, judged by the later ones."""
    pairs = simulated(20_000, truth=STRONG)
    earlier, later = split(pairs, SETTINGS)
    verdict = judge(pairs.at(later), learn(pairs.at(earlier), SETTINGS), SETTINGS)
    assert not set(pairs.client[earlier]) & set(pairs.client[later])
    assert (verdict.why, verdict.promote) == ("better", True)


def test_too_few_clients_prove_nothing():
    """Twenty clients are no proof."""
    pairs = simulated(400)
    earlier, later = split(pairs, SETTINGS)
    assert judge(pairs.at(later), learn(pairs.at(earlier), SETTINGS), SETTINGS).why == "too-few"


def test_a_model_against_a_group_is_refused():
    """Better in all and worse for one gender is not better: planted ten times, refused ten times."""
    for seed in range(10):
        pairs = simulated(6000, seed, truth=STRONG, harmed=NAMES.index("certificates"))
        men = np.char.endswith(pairs.group, "男")
        earlier, later = split(pairs, SETTINGS)
        verdict = judge(pairs.at(later), learn(pairs.at(earlier & men), SETTINGS), SETTINGS)
        assert not verdict.promote


def test_the_order_that_was_shown_has_no_advantage():
    """Two jobs equally good, the second looked at half as often: to turn them round is neither better nor worse."""
    many, draw = 4000, np.random.default_rng(0)
    pairs = simulated(many)
    pairs = pairs.at(pairs.rank <= 2)
    seen = draw.random(len(pairs)) < np.where(pairs.rank == 2, 0.5, 1.0)
    values = np.zeros_like(pairs.values)
    values[:, 0] = np.where(pairs.rank == 2, 1.0, 0.0)
    pairs = replace(pairs, values=values, gain=(seen & (draw.random(len(pairs)) < 0.5)) * 1.0, use=1.0 - pairs.rank)
    turned = Move(0.0, 9.0 * np.eye(len(NAMES))[0])
    found = judge(pairs, Learned(turned, turned, {1: 1.0, 2: 0.5}, {}), SETTINGS)
    assert found.interval[0] < 0 < found.interval[1]
    assert judge(pairs, Learned(turned, turned, {}, {}), SETTINGS).interval[1] < 0
