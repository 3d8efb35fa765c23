"""People, jobs, and outcomes that are made up; what is assumed stands in ``learning_curve``."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cache

import numpy as np

import jobmatch as jm
from benchmarks.clients import profiles
from jobmatch import demo
from jobmatch.fit.facts import Facts
from jobmatch.learning.judge import scores_of
from jobmatch.learning.moves import SIDES, Learned, Move, known, odds
from jobmatch.learning.pairs import NAMES, Pairs, Values, values_of
from jobmatch.level.assess import without_level
from jobmatch.look import ask
from jobmatch.market.columns import Market
from jobmatch.ranking.model import model_of
from jobmatch.ranking.ranked import shift
from jobmatch.ranking.surplus import sigmoid
from jobmatch.settings import load
from jobmatch.text.dates import day_of

PEOPLE, SHOWN, OPEN = 120, 5, 20
LOOKED_AT = {1: 1.0, 2: 0.8, 3: 0.6, 4: 0.45, 5: 0.35}
RESERVE_SPREAD = 0.1  # of what people of one level have without the job: by knowledge alone they are 0.05 to 0.07 apart
HOME = "北京市大兴区"
TOWNS = ("黄村镇", "榆垡镇", "庞各庄镇", "礼贤镇", "西红门镇", "魏善庄镇", "青云店镇", "安定镇")


@dataclass(frozen=True, eq=False)
class World:
    """Every job that is open to each person, as pairs by the knowledge; who is learned from and who is judged."""

    learners: tuple[Pairs, ...]
    judged: tuple[Pairs, ...]


@dataclass(frozen=True, eq=False)
class Service:
    """How one service differs from the knowledge, and what each judged person has without the job."""

    moves: Learned
    reserves: Values


@cache
def world(people: int = PEOPLE) -> World:
    """The same for all seeds."""
    market = jm.Matcher(as_of=demo.AS_OF).index(jm.read_postings(demo.postings_path()), home="北京市").market_
    found = [own for client in _people(people) if (own := _open_to(client, market)) is not None]
    return World(tuple(found[::2]), tuple(found[1::2]))


def _people(many: int) -> list[jm.Client]:
    made = profiles(jittered=many)[-many:]
    for at, profile in enumerate(made):
        profile["conditions"]["residence"] = f"{HOME}{TOWNS[at % len(TOWNS)]}"
        profile["attitude"] |= {"pay_min": None, "pay_wanted": None}
    return [jm.Client(**profile) for profile in made]


def _open_to(client: jm.Client, market: Market) -> Pairs | None:
    """What breaks no hard limit; None where that is less than a list is drawn from."""
    settings, day = load(), day_of(demo.AS_OF)
    facts = Facts(client, "北京市", day, settings)
    if without_level(facts, settings):
        return None
    ranked = ask(market, facts, settings).ranked
    many, model = len(ranked.case.rows), ranked.model
    if many < OPEN:
        return None
    sides = {side: getattr(model, side) for side in SIDES}
    by_knowledge = {side: one.base + shift(model, one, ranked.fit) for side, one in sides.items()}
    text, nothing = np.full(many, client.client_id), np.full(many, np.nan)
    return Pairs(
        client=text, posting=ranked.case.rows.astype(str), shown_on=np.full(many, ""), rank=np.zeros(many, dtype=int),
        level=np.full(many, model.level), values=values_of(ranked.fit, model, settings), **by_knowledge,
        reached=nothing, accepted=nothing, silent=np.zeros(many, dtype=bool), gain=np.zeros(many),
        group=np.full(many, f"level={model.level}"),
    )  # fmt: skip


_COLUMNS = [one.name for one in fields(Pairs)]


def joined(parts: Sequence[Pairs]) -> Pairs:
    """Pairs one after the other."""
    return Pairs(**{name: np.concatenate([getattr(one, name) for one in parts]) for name in _COLUMNS})


def truth(seed: int) -> Service:
    """One service, drawn."""
    settings, draw = load(), np.random.default_rng([seed, 1])
    base, weight = settings.number("learning.base_spread"), settings.number("learning.weight_spread")

    def move(side: str) -> Move:
        drawn = draw.normal(0, base), draw.normal(0, weight, len(NAMES))
        return Move(drawn[0], np.maximum(drawn[1], known(settings, side).least))

    moves = Learned(move("chance"), move("use"), {}, {})
    usual = [model_of(settings, int(own.level[0])).surplus.reserve for own in world().judged]
    return Service(moves, np.maximum(draw.normal(usual, RESERVE_SPREAD), 0))


def outcomes(people: Sequence[Pairs], many: int, true: Learned, seed: int) -> Pairs:
    """What became of ``many`` jobs shown, five a list, in the order of time."""
    draw = np.random.default_rng([seed, 2])
    if not many:
        return joined(people).at(np.zeros(0, dtype=int))
    lists = [_shown(people[draw.integers(len(people))], at, draw) for at in range(-(-many // SHOWN))]
    shown = joined(lists).at(np.arange(many))
    p, use = (sigmoid(odds(shown, side, true, load())) for side in SIDES)
    seen = draw.random(many) < np.array([LOOKED_AT[place] for place in shown.rank.tolist()])
    takes, gets = seen & (draw.random(many) < use), draw.random(many) < p
    silent = ~takes & (~seen | (draw.random(many) < 0.5))
    return replace(
        shown,
        reached=np.where(takes, gets.astype(float), np.nan),
        accepted=np.where(silent, np.nan, takes.astype(float)),
        silent=silent,
        gain=np.where(takes, 1 + 2.0 * gets, 0.0),
    )


def _shown(own: Pairs, number: int, draw: np.random.Generator) -> Pairs:
    """A list for somebody like this person: the five best of twenty that are open."""
    some = own.at(np.sort(draw.choice(len(own), OPEN, replace=False)))
    best = some.at(np.argsort(-scores_of(some, None, load()), kind="stable")[:SHOWN])
    day = f"{2020 + number // 3000:04d}-{number // 250 % 12 + 1:02d}-{number % 250 // 9 + 1:02d}"
    return replace(best, client=np.full(SHOWN, f"{own.client[0]}-{number}"), shown_on=np.full(SHOWN, day),
                   rank=np.arange(1, SHOWN + 1))  # fmt: skip
