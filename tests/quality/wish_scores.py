"""Wishes beside postings that share a word with them (``wish_pairs.csv``), refusals beside theirs (``refused.csv``)."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import jobmatch as jm
from jobmatch.settings import load
from jobmatch.text.lexicon import rows_in

_HERE = Path(__file__).parent
Rows = list[dict[str, str]]


class Held(NamedTuple):
    """One posting beside a wish: how well it suits as judged, how it is told, its score."""

    row: dict[str, str]
    grade: int
    occupation: float
    score: float

    @property
    def exact(self) -> bool:
        """Whether the reason says that it is just what is wished for."""
        return self.occupation >= load().table("likeness.words")["meets"]

    @property
    def handed(self) -> bool:
        """Whether it is more than a filler."""
        bars = load().table("slate")
        return self.occupation >= bars["is_goal"] or self.score >= bars["filler"]


def rows(name: str) -> Rows:
    """The rows of a table of this folder."""
    return rows_in((_HERE / name).read_text(encoding="utf-8"))


def market(of: Rows) -> jm.Matcher:
    """A market of the postings of some rows, each of an employer of its own."""
    postings = [
        {"posting_id": row["id"], "title": row["title"], "description": row["duties"], "employer": row["id"]}
        for row in of
    ]
    return jm.Matcher(as_of="2026-11-30").index(jm.read_postings(postings))


def held(matcher: jm.Matcher, of: Rows) -> list[list[Held]]:
    """The postings of each wish beside it."""
    wishes: dict[str, Rows] = {}
    for row in of:
        wishes.setdefault(row["w"], []).append(row)
    return [[_held(matcher, row) for row in four] for four in wishes.values()]


def _held(matcher: jm.Matcher, row: dict[str, str]) -> Held:
    client = jm.Client(client_id=row["w"], goal={"occupations": [row["wish"]]})
    told = matcher.explain(client, row["id"])
    value = next(line.value for line in told.features if line.name == "occupation")
    return Held(row, int(row["grade"]), value, told.score)


def figures(groups: Sequence[Sequence[Held]]) -> dict[str, float]:
    """Shares of wishes in order, and of postings of a grade that are told as just what is wished for or handed over."""
    wrong, right = ([one for group in groups for one in group if one.grade == grade] for grade in (0, 2))
    return {
        "in_order": _share([in_order(group) for group in groups]),
        "wrong_exact": _share([one.exact for one in wrong]),
        "wrong_handed": _share([one.handed for one in wrong]),
        "right_exact": _share([one.exact for one in right]),
        "right_handed": _share([one.handed for one in right]),
    }


def in_order(group: Sequence[Held]) -> bool:
    """Whether all that suit stand before all others."""
    return min(one.score for one in group if one.grade == 2) > max(one.score for one in group if one.grade < 2)


def _share(told: Sequence[bool]) -> float:
    return sum(told) / len(told)


_KNOWN = {
    "willingness": {"wants_work": True},
    "conditions": {"age": 30, "education": "高中", "residence": "上海市浦东新区", "experience": [], "certificates": []},
    "attitude": {"pay_min": 3000},
}


def ruled_out(matcher: jm.Matcher, row: dict[str, str]) -> bool:
    """Whether a posting is kept from who refuses something."""
    client = jm.Client(client_id=row["id"], goal={"refused": [row["refused"]], "clarity": "none"}, **_KNOWN)
    return "refused" in matcher.explain(client, row["id"]).excluded


def refusal_figures(matcher: jm.Matcher, of: Rows) -> dict[str, float]:
    """Shares of the postings that fall under a refusal, and of those that do not, which are kept from the client."""
    told = [(row["falls_under"] == "1", ruled_out(matcher, row)) for row in of]
    return {
        "refused": _share([out for falls, out in told if falls]),
        "wrongly_refused": _share([out for falls, out in told if not falls]),
    }
