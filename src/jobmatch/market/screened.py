"""Every posting of a table screened, its pay held against what is usual for the work in the same table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from jobmatch.market.cells import read_place, read_salary, text_of
from jobmatch.market.employers import skilled_work
from jobmatch.market.low_pay import low_pay
from jobmatch.market.mistaken_pay import upper_quartiles
from jobmatch.market.row_asks import requirements_of
from jobmatch.records.requirements import Requirements
from jobmatch.records.salary import Salary
from jobmatch.screening import TEXTS, Finding, mills, of_mill, of_poster, screen_fields, whom_it_seeks
from jobmatch.screening.rules import ground
from jobmatch.screening.screen import unbelievable_pay
from jobmatch.settings import load
from jobmatch.text.clauses import longest_read
from jobmatch.text.fold import fold, fold_lines
from jobmatch.text.work.occupations import occupation_scores

if TYPE_CHECKING:
    from jobmatch.dataset.catalogues import MinimumWage
    from jobmatch.dataset.postings import Postings


@dataclass(frozen=True, slots=True)
class Screened:
    """A posting in which something was found."""

    posting_id: str
    title: str
    employer: str
    findings: tuple[Finding, ...]

    def to_dict(self) -> dict[str, Any]:
        """The line of the contract, with title and employer for who has to look at it."""
        findings = [_told(one) for one in self.findings]
        return {"posting_id": self.posting_id, "title": self.title, "employer": self.employer, "findings": findings}


def _told(one: Finding) -> dict[str, Any]:
    names = ("kind", "words", "field", "ground", "lawful_exception")
    told = {name: getattr(one, name) for name in names}
    return told if one.probability is None else {**told, "probability": one.probability}


def screen_postings(postings: "Postings", rates: "Sequence[MinimumWage | None] | None" = None) -> list[Screened]:
    """The postings in which something is unlawful or suspicious, in the order of the table.

    Pay is too good to be believed far above what postings of the same occupation in the table offer, where there are
    enough of them; it is too low under the minimum wage of the posting, one of ``rates`` each (see ``low_pay``).
    """
    rows: list[dict[str, Any]] = [{str(k): v for k, v in row.items()} for row in postings.frame.to_dict("records")]
    pays = [_pay(row) for row in rows]
    low = np.array([np.nan if pay.min_month is None else pay.min_month for pay in pays])
    codes, chances = (of[:, 0] for of in occupation_scores([text_of(row, "title") for row in rows], k=1))
    believable = _believable(codes, low)
    found = []
    least = [None] * len(rows) if rates is None else rates
    asked = [_asked(row) for row in rows]
    read = screen_fields([partial(text_of, row) for row in rows])
    schools = _of_mills(rows, asked, read, skilled_work(codes, chances))
    told = zip(rows, read, pays, believable.tolist(), least, asked, schools, strict=True)
    for row, said, pay, bound, rate, asks, of_school in told:
        findings = said + unbelievable_pay(pay.min_month, bound) + low_pay(row, pay, rate) + _contradictions(row, asks)
        findings += of_poster(partial(text_of, row)) + of_school
        if findings:
            found.append(
                Screened(text_of(row, "posting_id"), text_of(row, "title"), text_of(row, "employer"), tuple(findings))
            )
    return found


def _pay(row: Mapping[str, Any]) -> Salary:
    """The pay of a posting; where other money is named its place is looked up, which tells whether it is its own."""
    pay = read_salary(row)
    return pay if pay.currency == "CNY" else read_salary(row, read_place(row, None))


def _asked(row: Mapping[str, Any]) -> Requirements:
    return requirements_of(row, text_of(row, "title"), _body(row))


def _body(row: Mapping[str, Any]) -> str:
    return "\n".join(text_of(row, name) for name in TEXTS[1:])


def _contradictions(row: Mapping[str, Any], asked: Requirements) -> list[Finding]:
    """Where a column asks one thing and the free text another, in the words of the column."""
    ours = ground("contradiction")
    return [Finding("contradiction", _cell(row[name]), ours, False, name, 0, 0) for name in asked.conflicts]


def _of_mills(
    rows: Sequence[Mapping[str, Any]],
    asked: Sequence[Requirements],
    read: Sequence[list[Finding]],
    skilled: NDArray[np.int8],
) -> list[list[Finding]]:
    """For each posting whether its employer seems a school, by all of its postings in the table."""
    titles = [text_of(row, "title") for row in rows]
    seeks = [
        whom_it_seeks(fold(title).lower(), fold_lines(_body(row)[: longest_read()]).lower(), asks.years, said)
        for title, row, asks, said in zip(titles, rows, asked, read, strict=True)
    ]
    employers = [text_of(row, "employer") for row in rows]
    ads, seek = mills(employers, np.array(seeks, dtype=np.int8), skilled)
    return [of_mill(*both) for both in zip(ads.tolist(), seek.tolist(), strict=True)]


def _cell(value: Any) -> str:
    return value if isinstance(value, str) else str(int(value))


def _believable(codes: NDArray[Any], low: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each posting the pay from which on it is not believable; NaN where too few like it say what they pay."""
    numbers = load().table("screening")
    return np.asarray(numbers["not_believable"] * upper_quartiles(codes, low, numbers["enough_to_compare"]))
