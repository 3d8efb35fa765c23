"""Distance: how far is the way to work?"""

import numpy as np

from jobmatch.fit import ways
from jobmatch.fit.case import Case, Mask, Measured, Values
from jobmatch.messages import in_script, say
from jobmatch.text.places.taiwan import as_said_there

NAME = "distance"


def measure(case: Case) -> Measured:
    """Falls with the way: 1 at the door, half at half of what the client accepts.

    A posting that names only a district or a city could be anywhere in it. Over a disc of radius r whose
    middle is d away the root mean square way is sqrt(d² + r²/2), and that stands for it.
    """
    radius = case.column("place_radius_km").astype(np.float64)
    km = np.sqrt(ways.km_from(case, case.facts.near_to).astype(np.float64) ** 2 + radius**2 / 2)
    half = (case.facts.commute_km or case.settings.number("distance.usual_commute_km")) / 2
    value = 0.5 ** (km / max(half, 0.5))
    value = _by_wish(case, value)
    known = ~np.isnan(km)
    return Measured(np.where(known, value, 0.0), known)


def _by_wish(case: Case, value: Values) -> Values:
    """Who names districts would like to work there, and less so elsewhere, however short the way."""
    numbers = case.settings.table("distance")
    wished = ways.inside(case, case.facts.wanted_districts)
    value = np.where(wished, np.maximum(value, numbers["in_wanted_place"]), value)
    return np.where(_beside_wishes(case), numbers["beside_wanted_places"] * value, value)


def _beside_wishes(case: Case) -> Mask:
    """Where a client who names nothing wider than districts names others."""
    wished = case.facts.wanted_districts
    if not wished or len(wished) < len(case.facts.wanted_places):
        return np.zeros(len(case.rows), dtype=np.bool_)
    return ~ways.inside(case, wished)


def reason(case: Case, at: int, value: float, known: bool) -> str:  # noqa: ARG001 - one shape for all
    """Why, for one row."""
    row, km = int(case.rows[at]), float(ways.km_from_home(case)[at])
    name = case.market.shown.text(row, "place_name")
    name = in_script(as_said_there(name) if case.facts.in_taiwan else name)
    if not known or np.isnan(km):
        return say(f"reason.distance.{_without_way(case, bool(name))}", place=name)
    rough = bool(ways.rough(case)[at])
    likely, same = bool(case.market.place_likely[row]), km < case.settings.number("distance.same_km")
    by_sureness = ("likely-same", "likely") if likely else ("same", "known")
    word = "rough" if rough else by_sureness[0 if same else 1]
    told = say(f"reason.distance.{word}", km=f"{km:.1f}", place=name)
    return told + say("reason.distance.beside") if _beside_wishes(case)[at] else told


def _without_way(case: Case, place_known: bool) -> str:
    if not place_known:
        return "unknown"
    return "wanted" if case.facts.wanted_places else "no-home"
