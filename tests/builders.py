"""Small markets and made-up clients for tests: say only what the test is about, the rest is ordinary."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import xlsxwriter
from hypothesis import settings

import jobmatch as jm
from jobmatch.explanation import Explanation
from jobmatch.records.recommendation import FeatureLine

AS_OF = "2026-11-22"

# a few dozen examples, however slow the machine
calm = settings(deadline=None, max_examples=40)

# A storekeeper in the south of Beijing; every example person is made up.
_STOREKEEPER: dict[str, Any] = {
    "willingness": {"wants_work": True},
    "goal": {"occupations": ["仓库管理员"], "clarity": "clear"},
    "conditions": {
        "age": 40,
        "education": "高中",
        "experience": [{"occupation": "仓库管理员", "years": 5}],
        "skills": ["盘点", "叉车"],
        "certificates": [],
        "driving_licence": "无",
        "residence": "北京市大兴区",
    },
}
_WAREHOUSE = {"title": "仓库管理员", "location": "北京市大兴区", "salary": "5000元/月"}


def posting(**fields: Any) -> dict[str, Any]:
    """One posting: a storekeeper's job in 大兴, but for what is said."""
    return {**_WAREHOUSE, **fields}


def named(**fields: Any) -> dict[str, Any]:
    """One posting of which only what is said is known."""
    return {"title": "仓库管理员", **fields}


def client(**parts: Mapping[str, Any]) -> jm.Client:
    """The storekeeper with some fields of some parts replaced: ``client(conditions={"age": 17})``."""
    profile = {name: {**_STOREKEEPER.get(name, {}), **parts.get(name, {})} for name in {*_STOREKEEPER, *parts}}
    return jm.Client(client_id="C-1", **profile)


def stranger(**parts: Mapping[str, Any]) -> jm.Client:
    """A client of whom only what is said is known, beside wanting work and knowing no goal."""
    goal = {"goal": {"clarity": "none"}, "willingness": {"wants_work": True}}
    return jm.Client(client_id="C-2", **{**goal, **parts})


def market(*rows: Mapping[str, Any]) -> jm.Matcher:
    """A matcher over some postings, P-0, P-1, … of an employer each; the same rows are indexed once."""
    numbered = [{"posting_id": f"P-{at}", "employer": f"某某{at}公司", **row} for at, row in enumerate(rows)]
    return _market(json.dumps(numbered, ensure_ascii=False, sort_keys=True))


@cache
def _market(rows: str) -> jm.Matcher:
    return jm.Matcher(as_of=AS_OF).index(jm.read_postings(json.loads(rows)))


def explained(person: jm.Client, row: Mapping[str, Any], *others: Mapping[str, Any]) -> Explanation:
    """What explain says of one posting; ``others`` stand beside it in the market."""
    return market(row, *others).explain(person, "P-0")


def feature(name: str, person: jm.Client, row: Mapping[str, Any], *others: Mapping[str, Any]) -> FeatureLine:
    """The line of one comparison for one posting."""
    return next(line for line in explained(person, row, *others).features if line.name == name)


def limit(kind: str, person: jm.Client, row: Mapping[str, Any]) -> str:
    """The state of one limit for one posting: met, unknown or not_met."""
    return next((line.state for line in explained(person, row).limits if line.kind == kind), "met")


def values(name: str, person: jm.Client, *rows: Mapping[str, Any]) -> list[float]:
    """The values of one comparison for several postings of one market."""
    matcher = market(*rows)
    told = [matcher.explain(person, f"P-{at}").features for at in range(len(rows))]
    return [next(line.value for line in lines if line.name == name) for lines in told]


def sheet(path: Path, rows: Sequence[Sequence[Any]], merges: Iterable[tuple[int, int, int, int]] = ()) -> Path:
    """A workbook of one sheet; None is an empty cell, a date is a real Excel date."""
    book = xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"})
    page = book.add_worksheet()
    for top, row in enumerate(rows):
        for left, cell in enumerate(row):
            if cell is not None:
                page.write(top, left, cell)
    for top, left, bottom, right in merges:
        page.merge_range(top, left, bottom, right, rows[top][left])
    book.close()
    return path
