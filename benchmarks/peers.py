"""Two plain ways to find jobs for a client: BM25 with pandas filters, and the cosine of TF-IDF.

Both get words cut and columns parsed as a gift from us; neither gives levels, reasons or three-valued limits.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

import jobmatch as jm

if TYPE_CHECKING:
    from jobmatch.market.columns import Market

TOP = 3


def words_of(client: jm.Client) -> list[str]:
    """The words of goal, occupations done, skills and major."""
    profile = client.model_dump()
    goal, conditions = profile["goal"], profile["conditions"]
    done = [job.get("occupation") or "" for job in conditions["experience"] or []]
    parts = [*(goal["occupations"] or []), *done, *(conditions["skills"] or []), conditions["major"] or ""]
    return jm.tokenize(" ".join(parts))


def frame_of(market: "Market") -> pd.DataFrame:
    """What a backend would keep beside its search engine: numbers to filter by, one row a posting."""
    names = ("lat", "lon", "pay_min_month", "pay_max_month", "education", "years", "closes_day")
    return pd.DataFrame({name: np.array(getattr(market, name)) for name in names})


def filtered(frame: pd.DataFrame, client: jm.Client, day: int) -> pd.Series:
    """The usual filters of a backend, unknown let through."""
    conditions, attitude = client.conditions, client.attitude
    keep = ~(frame["closes_day"].between(0, day - 1))
    place = jm.parse_place(conditions.residence or "")
    if place and place.lat is not None and place.lon is not None:
        km = _distance_km(place.lat, place.lon, frame["lat"], frame["lon"])
        keep &= ~(km > (conditions.max_commute_km or 50))
    if attitude.pay_min is not None:
        keep &= ~(frame["pay_max_month"] < attitude.pay_min)
    years = sum(job.years or 0 for job in conditions.experience or [])
    return keep & ~(frame["years"] > years + 2)


def _distance_km(lat: float, lon: float, lats: pd.Series, lons: pd.Series) -> pd.Series:
    a, b = np.radians(lats), np.radians(lat)
    half = np.sin((a - b) / 2) ** 2 + np.cos(a) * np.cos(b) * np.sin(np.radians(lons - lon) / 2) ** 2
    return 12742 * np.arcsin(np.sqrt(half))


Search = Callable[[jm.Client], Any]


def bm25_with_filters(texts: list[list[str]], frame: pd.DataFrame, day: int) -> tuple[str, Search, Any]:
    """Its name, a search for one client, and the engine itself."""
    import bm25s

    backend = "numba" if _has_numba() else "numpy"
    engine = bm25s.BM25(backend=backend)
    engine.index(texts, show_progress=False)

    def search(client: jm.Client) -> Any:
        keep = filtered(frame, client, day).to_numpy()
        known = [word for word in words_of(client) if word in engine.vocab_dict]
        scores = engine.get_scores(known, weight_mask=keep.astype(np.float32)) if known else np.zeros(len(frame))
        return np.argpartition(-scores, TOP)[:TOP]

    return f"bm25s ({backend}) + pandas filters", search, engine


def tfidf_cosine(texts: list[list[str]]) -> tuple[str, Search]:
    """Its name and a search for one client over everything, without any limit."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    weights = TfidfVectorizer(analyzer=lambda words: words, dtype=np.float32)
    documents = weights.fit_transform(texts).T.tocsr()

    def search(client: jm.Client) -> Any:
        scores = (weights.transform([words_of(client)]) @ documents).toarray()[0]
        return np.argpartition(-scores, TOP)[:TOP]

    return "scikit-learn TF-IDF cosine", search


def _has_numba() -> bool:
    from importlib.util import find_spec

    return find_spec("numba") is not None
