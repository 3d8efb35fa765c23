"""Reach: the rows of the market that lie where a client could work, as ranges of districts."""

from collections.abc import Collection, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from jobmatch.market.columns import Market
from jobmatch.text.places.gazetteer import distance_km


class Point(Protocol):
    """Anything with a latitude and a longitude in degrees."""

    @property
    def lat(self) -> float:
        """Latitude."""

    @property
    def lon(self) -> float:
        """Longitude."""


def rows_in_reach(
    market: Market, points: Sequence[Point], km: float, codes_around: Collection[int] = ()
) -> NDArray[np.intp]:
    """Rows whose district may hold a place within ``km`` of one of ``points``, in ascending order.

    Rows of an unknown place and those that name just one of ``codes_around`` (the city and the province of a
    point) are always in reach. Without points everything is. The extent of the district is added, so that no
    row within reach is lost; the exact way is looked at later.
    """
    if not points:
        return np.arange(len(market), dtype=np.intp)
    of = market.districts
    near = np.isnan(of.lat) | np.isin(of.codes, list(codes_around))
    for point in points:
        near |= distance_km(point.lat, point.lon, of.lat, of.lon) <= km + of.extent_km
    spans = [np.arange(of.starts[at], of.starts[at + 1]) for at in np.flatnonzero(near)]
    return np.concatenate(spans) if spans else np.arange(0, dtype=np.intp)
