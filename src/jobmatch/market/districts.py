"""``Districts``: the market lies in order of place, so that each place that occurs is a range of rows."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobmatch.text.places.gazetteer import distance_km

Degrees = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Districts:
    """The ranges of rows, with the middle of each and how far its rows lie from it; unknown places are NaN."""

    codes: NDArray[np.int32]  # of the places that occur, ascending
    starts: NDArray[np.intp]  # where each one's rows begin (one more at the end)
    lat: Degrees
    lon: Degrees
    extent_km: NDArray[np.float32]  # how rough the points themselves are is in it

    @classmethod
    def of(
        cls, place: NDArray[np.int32], lat: Degrees, lon: Degrees, radius_km: Degrees, spots: NDArray[np.intp]
    ) -> "Districts":
        """Those of columns of the market; ``spots`` holds one row of each spot: all its rows lie in one place.

        >>> place, lat, lon = np.array([0, 7, 7]), np.array([np.nan, 40.0, 40.2]), np.array([np.nan, 116.0, 116.0])
        >>> found = Districts.of(place, lat, lon, np.array([np.nan, 1.0, 2.0]), np.arange(3))
        >>> found.codes.tolist(), found.starts.tolist()
        ([0, 7], [0, 1, 3])
        >>> [[round(float(one), 1) for one in values] for values in (found.lat, found.extent_km)]
        [[nan, 40.1], [nan, 13.1]]
        """
        begins = np.ones(len(place), dtype=np.bool_)
        np.not_equal(place[1:], place[:-1], out=begins[1:])
        first = np.flatnonzero(begins)
        codes, starts = place[first], np.append(first, len(place))
        middle_lat, middle_lon = _middles(codes, starts, lat, lon)
        extent = np.full(len(codes), -np.inf, dtype=np.float32)
        of = np.searchsorted(starts, spots, side="right") - 1
        apart = distance_km(middle_lat[of], middle_lon[of], lat[spots], lon[spots]) + radius_km[spots]
        with np.errstate(invalid="ignore"):  # where the middle is unknown
            np.maximum.at(extent, of, apart)
        return cls(codes, starts, middle_lat, middle_lon, extent)


def _middles(codes: NDArray[np.int32], starts: NDArray[np.intp], lat: Degrees, lon: Degrees) -> NDArray[np.float32]:
    """Latitude and longitude of the middle of each range, shape (2, ranges)."""
    middles = np.full((2, len(codes)), np.nan, dtype=np.float32)
    if len(codes):
        pointed = np.logical_and.reduceat(~np.isnan(lat), starts[:-1])
        many = np.diff(starts)
        for at in np.flatnonzero(pointed & (codes > 0)).tolist():
            span = slice(starts[at], starts[at + 1])
            middles[:, at] = np.add.reduce(lat[span]) / many[at], np.add.reduce(lon[span]) / many[at]
    return middles
