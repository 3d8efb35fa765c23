"""How past work, papers and newness count beside what a stranger holds to be right; even rows were never looked at."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from builders import AS_OF

import jobmatch as jm
from jobmatch.fit import background, certificates, entry, experience
from jobmatch.fit.case import Case
from jobmatch.fit.facts import Facts
from jobmatch.settings import load
from jobmatch.text.asked.licences_held import classes_in
from jobmatch.text.lexicon import rows_in

Told = tuple[int, int, float | str]  # the number of a row, its grade, and what is told of it


def _rows(name: str) -> list[dict[str, str]]:
    return rows_in((Path(__file__).parent / name).read_text(encoding="utf-8"))


def _market(postings: list[dict[str, str]]) -> Any:
    each = [{"employer": f"第{one['posting_id']}家", **one} for one in postings]
    return jm.Matcher(as_of=AS_OF).index(jm.read_postings(each)).market_


def _case(market: Any, row: str, conditions: dict[str, Any]) -> Case:
    person = jm.Client(client_id="C-1", conditions=conditions)
    facts = Facts(person, None, date.fromisoformat(AS_OF), load())
    return Case(facts, market, np.array([market.row_of_id[row]]), 0, load())


@cache
def past_work() -> list[Told]:
    """How near past work is to a posting, and of what is as near the share of its years that counts."""
    rows = _rows("past_work.csv")
    market = _market([{"posting_id": row["id"], "title": row["title"], "requirements": row["asks"]} for row in rows])
    found = []
    for row in rows:
        case = _case(market, row["id"], {"experience": [{"occupation": row["past"], "years": 3}]})
        (near,), (job,) = background.by_job(case), case.facts.past
        share = float(experience._share(case, near, job)[0])
        found.append((int(row["id"]), int(row["grade"]), float(near[0]) + 1e-3 * share))
    return found


@cache
def papers_held() -> list[Told]:
    """Whether what is held meets what is asked."""
    rows = _rows("papers_held.csv")
    market = _market(
        [{"posting_id": row["id"], "title": "员工", "requirements": f"必须持有{row['asked']}"} for row in rows]
    )
    return [(int(row["id"]), int(row["grade"]), _verdict(market, row)) for row in rows]


def _verdict(market: Any, row: dict[str, str]) -> str:
    licence = row["held"] if classes_in(row["held"]) else None
    case = _case(market, row["id"], {"certificates": [row["held"]], "driving_licence": licence})
    at = int(case.rows[0])
    if not (market.certificates.of_row(at) or market.licence[at] >= 0):
        return "unread"
    value, known = certificates.measure(case)
    return "unknown" if not known[0] else "met" if value[0] >= 1 else "not"


@cache
def newcomers() -> list[Told]:
    """How easily work is entered."""
    rows = _rows("newcomers.csv")
    market = _market(
        [{"posting_id": row["id"], "title": row["title"], "requirements": row["description"]} for row in rows]
    )
    return [
        (int(row["id"]), int(row["grade"]), float(entry.ease(_case(market, row["id"], {"experience": []}))[0]))
        for row in rows
    ]


def _half(told: list[Told], half: str) -> list[Told]:
    return [one for one in told if one[0] % 2 == (half == "looked_at")]


def _order(told: list[Told], more: int, less: int) -> float:
    """The chance that one of a grade is told to be more than one of a lower."""
    above, below = (np.array([value for _, grade, value in told if grade == which]) for which in (more, less))
    return float(np.mean((above[:, None] > below) + 0.5 * (above[:, None] == below)))


# the half → the least chance that a 2 is told above a 1, a 1 above a 0, a 2 above a 0
PAST = {"looked_at": (0.75, 0.64, 0.86), "untouched": (0.7, 0.64, 0.79)}
NEW = {"looked_at": (0.68, 0.81, 0.89), "untouched": (0.78, 0.73, 0.9)}
# the half → the least share of 2 told as met, the most of 1 and of 0 told so
PAPERS = {"looked_at": (0.93, 0.14, 0.01), "untouched": (0.7, 0.38, 0.03)}


@pytest.mark.parametrize("half", PAST)
def test_past_work_counts_in_its_order(half: str) -> None:
    """Of 300 pairs of past work in people's own words and a posting."""
    told = _half(past_work(), half)
    found = [round(_order(told, *pair), 3) for pair in ((2, 1), (1, 0), (2, 0))]
    print(half, *found)  # noqa: T201 - the figures
    assert all(one >= least for one, least in zip(found, PAST[half], strict=True))


@pytest.mark.parametrize("half", NEW)
def test_work_is_open_to_newcomers_in_its_order(half: str) -> None:
    """Of 120 postings."""
    told = _half(newcomers(), half)
    found = [round(_order(told, *pair), 3) for pair in ((2, 1), (1, 0), (2, 0))]
    print(half, *found)  # noqa: T201 - the figures
    assert all(one >= least for one, least in zip(found, NEW[half], strict=True))


@pytest.mark.parametrize("half", PAPERS)
def test_papers_are_met_by_what_holds_them(half: str) -> None:
    """Of 250 pairs of a paper that is held and one that is asked; a wrong one that is met is the worst."""
    told = _half(papers_held(), half)
    of = {grade: [value for _, own, value in told if own == grade] for grade in (2, 1, 0)}
    share = {grade: values.count("met") / len(values) for grade, values in of.items()}
    print(half, share)  # noqa: T201 - the figures
    right, lower, other = PAPERS[half]
    assert share[2] >= right
    assert share[1] <= lower
    assert share[0] <= other
