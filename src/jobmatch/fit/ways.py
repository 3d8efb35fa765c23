"""The ways to work: how far rows lie from places of the client, and which of them name these."""

from functools import reduce

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case, Mask
from jobmatch.fit.whereabouts import Anchor
from jobmatch.text.places.gazetteer import distance_km


def km_from(case: Case, anchors: tuple[Anchor, ...]) -> NDArray[np.float32]:
    """Kilometres from the nearest of some anchors; NaN where either side is unknown."""
    ways = [_km(case, anchor) for anchor in anchors]
    return reduce(np.fmin, ways) if ways else np.full(len(case.rows), np.nan, dtype=np.float32)


def _km(case: Case, anchor: Anchor) -> NDArray[np.float32]:
    lat, lon = case.column("lat"), case.column("lon")
    return case.once(f"km {anchor.lat} {anchor.lon}", lambda: distance_km(anchor.lat, anchor.lon, lat, lon))


def km_from_home(case: Case) -> NDArray[np.float32]:
    """Kilometres from the client's home; NaN where it is not known."""
    home = case.facts.home_anchor
    return km_from(case, (home,) if home else ())


def around(case: Case, anchors: tuple[Anchor, ...]) -> Mask:
    """Rows that name the district of one of ``anchors``, or just the city or province that holds it."""
    return _in_one_of(case, [code for anchor in anchors for code in anchor.around])


def inside(case: Case, anchors: tuple[Anchor, ...]) -> Mask:
    """Rows that name the district of one of ``anchors``."""
    return _in_one_of(case, [anchor.district for anchor in anchors])


def _in_one_of(case: Case, codes: list[int]) -> Mask:
    """By a look for each code: they are few, and ``np.isin`` takes longer."""
    place, found = case.column("place"), np.zeros(len(case.rows), dtype=np.bool_)
    for code in set(codes):
        found |= place == code
    return found


def rough(case: Case) -> Mask:
    """Rows whose point stands for something wide: a whole city or province, or a large district."""
    return case.once("rough", lambda: _rough(case))


def _rough(case: Case) -> Mask:
    wide = case.column("place_radius_km") > case.settings.number("distance.rough_km")
    return np.asarray(wide | case.column("place_wide"))
