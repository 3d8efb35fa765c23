"""Rows below one employer that name it no more, as merged cells leave them → the same rows with its name and place."""

from dataclasses import replace
from typing import Final

from jobmatch.columns.forms import fold_heading
from jobmatch.columns.matching import Headings
from jobmatch.columns.naming import RUNNING_NUMBER
from jobmatch.files.table import Row, Table
from jobmatch.messages import say

_OF_EMPLOYER: Final = ("employer", "province", "city", "district", "location", "address")


def with_employers(table: Table, headings: Headings) -> tuple[Table, list[str]]:
    """The table with the employer of the row above, and what a person should know; the same where no row lacks it.

    Only a row that has no running number of its own either is a further job of the employer above: a name that is
    missing elsewhere is missing, which is said.
    """
    names = headings.fields.get("employer", ())
    blank = [at for at, row in enumerate(table.rows) if names and not any(row[place] for place in names)]
    if not blank or len(blank) == len(table.rows):
        return table, []
    numbered = [at for at, heading in enumerate(table.headings) if fold_heading(heading) in RUNNING_NUMBER]
    below = [at for at in blank if at and numbered and not any(table.rows[at][place] for place in numbered)]
    places = [place for field in _OF_EMPLOYER for place in headings.fields.get(field, ())]
    rows = list(table.rows)
    for at in below:
        rows[at] = _filled(rows[at], rows[at - 1], places)
    found = {at for at in below if any(rows[at][place] for place in names)}
    missing = [at for at in blank if at not in found]
    told = (("employer-above", sorted(found)), ("no-employer", missing if 2 * len(missing) < len(rows) else []))
    notices = [say(f"notice.{key}", count=len(those), row=table.numbers[those[0]]) for key, those in told if those]
    return replace(table, rows=rows), notices


def _filled(row: Row, above: Row, places: list[int]) -> Row:
    """A row with what the one above says of the employer, where it says nothing of its own."""
    return [above[at] if at in places and cell is None else cell for at, cell in enumerate(row)]
