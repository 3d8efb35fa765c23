"""Postings → market: every row read, then sorted by place and laid out as columns."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from jobmatch.dataset.postings import Postings, without_collection
from jobmatch.market.cells import read_place
from jobmatch.market.columns import SHOWN, STUDY, Market, in_steps
from jobmatch.market.employers import of_employers
from jobmatch.market.heap import Heap
from jobmatch.market.impacts import WordCounts
from jobmatch.market.lists import Lists, Runs
from jobmatch.market.mistaken_pay import pay_beside_like
from jobmatch.market.read_with import read_with
from jobmatch.market.reading import Indexed, read_rows
from jobmatch.market.sorts import sorts
from jobmatch.market.titles import (
    asked_by_code,
    craft_of,
    keys_of,
    learned_by_title,
    names_work,
    on_the_spot,
    shares_of,
    usual_education,
)
from jobmatch.records.place import Place
from jobmatch.records.salary import WHYS
from jobmatch.settings import load
from jobmatch.text.asked.certificates import certificate_names
from jobmatch.text.asked.demand_list import demand_bits
from jobmatch.text.asked.licence_ladder import licence_classes
from jobmatch.text.asked.named_shifts import shift_names
from jobmatch.text.asked.skills import skill_names
from jobmatch.text.asked.vehicles import VEHICLES
from jobmatch.text.dates import day_number
from jobmatch.text.places.abroad import ABROAD
from jobmatch.text.places.gazetteer import gazetteer
from jobmatch.text.tokens import engine_name
from jobmatch.text.work.duties import in_words
from jobmatch.text.work.object_rows import object_table
from jobmatch.text.work.occupations import occupation_scores
from jobmatch.text.work.titles import title_vectors
from jobmatch.text.work.trades import NONE, trade_table

Row = Mapping[str, Any]


@without_collection()
def build_market(postings: Postings, home: str | None = None, jobs: int | None = 1) -> Market:
    """Index postings. ``home`` is the region of bare place names, told from the file where it is not given.

    ``jobs`` processes share the reading of a large file, None: one a core; the result is the same for any number.
    """
    rows = cast("list[Row]", postings.frame.to_dict("records"))
    home = home or file_home(rows)
    readings, words = _read_all(rows, home, jobs, postings.as_of)
    order = _order(rows, readings)
    rows, readings = [rows[i] for i in order], [readings[i] for i in order]
    return _lay_out(rows, readings, words.reordered(np.array(order, dtype=np.intp)), home)


def file_home(rows: Sequence[Row]) -> str | None:
    """The region in which most of the postings lie, by those whose place is certain."""
    step = max(1, len(rows) // int(load().number("index.home_told_by")))
    places = [read_place(row, None) for row in rows[::step]]
    return gazetteer().home_of(place for place in places if place is not ABROAD)


def _read_all(
    rows: Sequence[Row], home: str | None, jobs: int | None, as_of: date | None
) -> tuple[list[Indexed], WordCounts]:
    if jobs == 1 or len(rows) < load().number("index.rows_worth_a_process"):
        return read_rows(rows, home, as_of)
    from joblib import Parallel, cpu_count, delayed

    jobs = jobs or cpu_count()
    chunks = np.array_split(np.arange(len(rows)), jobs * 4)
    parts = Parallel(n_jobs=jobs)(delayed(read_rows)([rows[i] for i in chunk], home, as_of) for chunk in chunks)
    return [reading for part, _ in parts for reading in part], WordCounts.joined([words for _, words in parts])


def _order(rows: Sequence[Row], readings: Sequence[Indexed]) -> list[int]:
    """By place, then by id: the order of the file does not matter."""
    return sorted(range(len(rows)), key=lambda i: (_place_number(readings[i].place), str(rows[i]["posting_id"])))


def _place_number(place: Place | None) -> int:
    return int(place.code[:6]) if place and place.code else 0


def _lay_out(rows: Sequence[Row], readings: Sequence[Indexed], words: WordCounts, home: str | None) -> Market:
    titles = [(str(row["title"]), reading.work.work) for row, reading in zip(rows, readings, strict=True)]
    called = sorted(set(titles))
    which = {title: at for at, title in enumerate(called)}
    different = [in_words(*title) for title in called]
    named = np.array([names_work(text) for text in different], dtype=np.bool_)
    codes, chances = occupation_scores(different, k=3)
    chances = np.where(named[:, None], chances, np.float32(0))
    title = np.array([which[text] for text in titles], dtype=np.int32)
    education = _numbers(readings, lambda r: r.education, np.int8, -1)
    instead = _numbers(readings, lambda r: r.years_instead, np.int8)
    learned = learned_by_title([text for text, _ in called])[title]
    points = np.array([_point(reading) for reading in readings], dtype=np.float32).reshape(-1, 3)
    craft = craft_of(different, codes[:, 0], chances[:, 0])
    simple = on_the_spot(craft, codes, chances)[title] & (learned == 0)
    skills = _lists(readings, skill_names(), lambda r: r.skills).counted_once(simple)
    trades = trade_table(different)[title]
    columns: dict[str, Any] = {
        "place": _numbers(readings, lambda r: _place_number(r.place), np.int32),
        "lat": np.ascontiguousarray(points[:, 0]),
        "lon": np.ascontiguousarray(points[:, 1]),
        "place_radius_km": np.ascontiguousarray(points[:, 2]),
        "place_wide": _numbers(
            readings, lambda r: bool(r.place and r.place.code and not r.place.district_code), np.bool_
        ),
        "place_likely": _numbers(readings, lambda r: bool(r.place and r.place.likely), np.bool_),
        "pay_min_month": _numbers(readings, lambda r: _money(r, "min_month"), np.float32, np.nan),
        "pay_max_month": _numbers(readings, _most_pay, np.float32, np.nan),
        "pay_sure_month": _numbers(readings, lambda r: r.sure_pay and r.sure_pay.month, np.float32, np.nan),
        "pay_unsure": _numbers(readings, lambda r: WHYS.index(r.sure_pay.why) if r.sure_pay else 0, np.int8),
        "pay_doubtful": _numbers(readings, lambda r: r.salary.doubtful, np.bool_),
        "pay_share": _numbers(readings, lambda r: r.share_of_a_month, np.float32, np.nan),
        "education": np.where((instead > 0) & (instead < STUDY), 0, education).astype(np.int8),
        "education_usual": np.maximum(usual_education(education, codes[title], chances[title]), learned),
        "learned": learned,
        "work_told_by": _numbers(readings, lambda r: r.work.by, np.int8),
        "trades": trades,
        "objects": object_table(different)[title],
        "craft": craft[title],
        "years": _numbers(readings, lambda r: r.years, np.float32, np.nan),
        "years_instead": instead,
        "seniority": _numbers(readings, lambda r: r.seniority, np.int8),
        "graduates_only": _numbers(readings, lambda r: r.graduates_only, np.bool_),
        "occupations": codes[title].astype(np.int16),
        "occupation_chances": shares_of(chances)[title],
        "occupation_first": chances[title, 0].astype(np.float32),
        "night": _numbers(readings, lambda r: r.cares_at_night or r.hours.night, np.int8, -1),
        "shift": _states(readings, "shift"),
        "evening": _states(readings, "evening"),
        "overtime": _states(readings, "overtime"),
        "weekend": _states(readings, "weekend_work"),
        "live_in": _states(readings, "live_in"),
        "travel": _states(readings, "travel"),
        "part_time": _numbers(readings, lambda r: r.part_time, np.int8, -1),
        "paid_by_month": _numbers(readings, lambda r: r.salary.period in ("month", "year"), np.bool_),
        "start_hour": _numbers(readings, lambda r: r.hours.start, np.float32, np.nan),
        "end_hour": _numbers(readings, lambda r: r.hours.end, np.float32, np.nan),
        "begun_by": _numbers(readings, lambda r: r.hours.begun_by, np.float32, np.nan),
        "not_before": _numbers(readings, lambda r: r.hours.not_before, np.float32, np.nan),
        "first_begins": _numbers(readings, lambda r: r.hours.first_begins, np.float32, np.nan),
        "last_ends": _numbers(readings, lambda r: r.hours.last_ends, np.float32, np.nan),
        "named_shift": _positions(readings, shift_names(), lambda r: r.named_shift),
        "licence": _positions(readings, licence_classes(), lambda r: r.licence),
        "own_vehicle": _positions(readings, VEHICLES, lambda r: r.own_vehicle),
        "demands": (demands := _numbers(readings, lambda r: r.demands, np.uint32)),
        "demands_at_times": _at_times(readings, trades, asked_by_code(codes, chances)[title]) & ~demands,
        "demands_told": _numbers(readings, lambda r: r.demands_told, np.uint32),
        "age_from": _numbers(readings, lambda r: r.age_from, np.int8),
        "age_beyond": _numbers(readings, lambda r: bool(r.demands & _barred_to_minors()), np.bool_),
        "posted_day": _numbers(readings, lambda r: _day(r.posted_on), np.int32, -1),
        "closes_day": _numbers(readings, lambda r: _day(r.closes_on), np.int32, -1),
        "openings": _numbers(readings, lambda r: r.openings, np.int32, -1),
        "public_welfare": np.array([row.get("kind") == "public_welfare" for row in rows], dtype=np.bool_),
        "reserved": _numbers(readings, lambda r: r.reserved, np.uint16),
        "asks_money": _numbers(readings, lambda r: r.asks_money, np.bool_),
        "warned": _numbers(readings, lambda r: r.warned, np.bool_),
        "unclear": _numbers(readings, lambda r: r.unclear, np.bool_),
        "silent": _numbers(readings, lambda r: r.silent, np.bool_),
        "text_key": _numbers(readings, lambda r: r.text_key, np.int64),
        "seeks": _numbers(readings, lambda r: r.seeks, np.int8),
        "title": title,
        "title_keys": keys_of(called),
        "skills": skills,
        "skill_runs": Runs.of(skills, len(skill_names())),
        "certificates": _lists(readings, certificate_names(), lambda r: r.certificates),
        "hard_certificates": _lists(readings, certificate_names(), lambda r: dict.fromkeys(r.hard_certificates, True)),
        "words": words.impacts(),
        "shown": Heap.of(SHOWN, [_shown(row, reading) for row, reading in zip(rows, readings, strict=True)]),
        "about": {"home": home, "tokens": engine_name(), "postings": len(rows), "read_with": read_with()},
    }
    columns |= pay_beside_like(columns) | of_employers(columns)
    return Market(**columns, **sorts(columns, in_steps(title_vectors(different) * named[:, None])))


def _numbers(readings: Sequence[Indexed], of: Callable[[Indexed], Any], kind: Any, absent: Any = 0) -> NDArray[Any]:
    values = [of(reading) for reading in readings]
    return np.array([absent if value is None else value for value in values], dtype=kind)


def _states(readings: Sequence[Indexed], name: str) -> NDArray[np.int8]:
    return _numbers(readings, lambda reading: getattr(reading.hours, name), np.int8, -1)


def _positions(
    readings: Sequence[Indexed], names: Sequence[str], of: Callable[[Indexed], str | None]
) -> NDArray[np.int8]:
    place = {name: at for at, name in enumerate(names)}
    return _numbers(readings, lambda reading: place.get(of(reading) or ""), np.int8, -1)


def _lists(readings: Sequence[Indexed], names: Sequence[str], of: Callable[[Indexed], dict[str, bool]]) -> Lists:
    place = {name: at for at, name in enumerate(names)}
    rows = [sorted((place[name], flag) for name, flag in of(r).items() if name in place) for r in readings]
    return Lists.of(rows)


def _money(reading: Indexed, name: str) -> float | None:
    """Pay per month in the market's own money."""
    value = getattr(reading.salary, name)
    return None if value is None else float(value)


def _most_pay(reading: Indexed) -> float | None:
    """The most that is paid a month; open where something comes on top of a base: 3000-5000+提成."""
    return None if reading.salary.kind == "base_plus" else _money(reading, "max_month")


def _day(day: date | None) -> int | None:
    return None if day is None else day_number(day)


def _point(reading: Indexed) -> tuple[float, float, float]:
    """Latitude, longitude and how rough they are in km: the posting's own point, else its place's."""
    if reading.point:
        return (*reading.point, 0.0)
    point = gazetteer().point_of(reading.place) if reading.place else None
    return (point.lat, point.lon, point.radius_km) if point else (np.nan, np.nan, np.nan)


def _shown(row: Row, reading: Indexed) -> list[str]:
    also = row.get("also_posted_as")
    texts = {name: row[name] if isinstance(row.get(name), str) else "" for name in SHOWN}
    if not texts["salary"] or (reading.salary.known and reading.salary.text not in texts["salary"]):
        texts["salary"] = reading.salary.text  # where the title tells it, and the column is empty or to be agreed
    texts["also_posted_as"] = "\n".join(also) if isinstance(also, (list, tuple)) else ""
    texts["work_told"] = reading.work.work
    texts["place_name"] = reading.place.name if reading.place and reading.place.code else ""
    return [texts[name] for name in SHOWN]


def _at_times(
    readings: Sequence[Indexed], trades: NDArray[np.int16], by_code: NDArray[np.uint32]
) -> NDArray[np.uint32]:
    """What the work asks of the body at times: by its trade, and by its code where no trade is named."""
    told = _numbers(readings, lambda r: r.demands_at_times, np.uint32)
    return np.where((trades == NONE).all(axis=1), told | by_code, told)


def _barred_to_minors() -> int:
    return demand_bits(frozenset(load().get("age.barred_to_minors")))
