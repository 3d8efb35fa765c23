"""Distance: how far is the way to work?"""

import numpy as np

from jobmatch.fit.case import Case, Measured
from jobmatch.messages import say

NAME = "distance"


def measure(case: Case) -> Measured:
    """Falls with the way: 1 at the door, half at half of what the client accepts.

    A posting that names only a district or a city could be anywhere in it. Over a disc of radius r whose
    middle is d away the root mean square way is sqrt(d² + r²/2), and that stands for it.
    """
    radius = case.column("place_radius_km").astype(np.float64)
    km = np.sqrt(case.km_from(case.facts.near_to).astype(np.float64) ** 2 + radius**2 / 2)
    half = (case.facts.commute_km or case.settings.number("distance.usual_commute_km")) / 2
    value = 0.5 ** (km / max(half, 0.5))
    asked_for = case.inside(case.facts.wanted_districts)
    value = np.where(asked_for, np.maximum(value, case.settings.number("distance.in_wanted_place")), value)
    known = ~np.isnan(km)
    return Measured(np.where(known, value, 0.0), known)


def reason(case: Case, at: int, value: float, known: bool) -> str:  # noqa: ARG001 - one shape for all
    """Why, for one row."""
    row, km = int(case.rows[at]), float(case.km_from_home[at])
    name = case.market.shown.text(row, "place_name")
    if not known or np.isnan(km):
        return say(f"reason.distance.{_without_way(case, bool(name))}", place=name)
    rough = bool(case.rough[at])
    likely, same = bool(case.market.place_likely[row]), km < case.settings.number("distance.same_km")
    word = "rough" if rough else "likely" if likely else "same" if same else "known"
    return say(f"reason.distance.{word}", km=f"{km:.1f}", place=name)


def _without_way(case: Case, place_known: bool) -> str:
    if not place_known:
        return "unknown"
    return "wanted" if case.facts.wanted_places else "no-home"
