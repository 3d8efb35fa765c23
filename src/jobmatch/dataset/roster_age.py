"""The age in a row of a roster: said, or told by the day of birth."""

import re
from datetime import date
from typing import Final

from jobmatch.dataset import personal
from jobmatch.dataset.roster_cells import Cells, Complain, age_in, dated
from jobmatch.records.coerce import Unusable

_EARLIEST_BIRTH: Final = 1900  # who would be older is a slip of the pen


def age_of(cells: Cells, as_of: date, complain: Complain) -> int | None:
    """The age that is written, else that of the date of birth, else of the identity number; at odds is said."""
    by_number = _years_since(personal.birth_of(cells.get("id_number", "")), as_of)
    said = _age_said(cells, as_of, complain)
    if said is None:
        return by_number
    if by_number is not None and abs(said - by_number) > 1:
        complain("id_number", "")
    return said


def _age_said(cells: Cells, as_of: date, complain: Complain) -> int | None:
    """The age of the columns of age and of birth, either of which may hold a date."""
    written, birth = cells.get("age"), cells.get("birth_date")
    if written and not dated(written):
        years = _years_written(written, complain)
        if years is not None:
            return years
    word = written if written and dated(written) else birth if birth and dated(birth, born=True) else None
    if birth and not word:  # 52岁 in a column of dates of birth
        return _years_written(birth, lambda _, cell: complain("birth_date", cell))
    return _age_on(word, as_of) if word else None


def _years_written(cell: str, complain: Complain) -> int | None:
    try:
        return age_in(cell)
    except Unusable:
        complain("age", cell)
        return None


def _age_on(birth: str, as_of: date) -> int | None:
    """The age on a day of who was born then; of the year alone, the years between."""
    born = dated(birth, born=True)
    if born and re.fullmatch(r"\s*(?:\d{4}|[一二三四五六七八九〇○零]{4})[^\d一二三四五六七八九十]*", birth):
        return as_of.year - born.year
    return _years_since(born, as_of)


def _years_since(born: date | None, as_of: date) -> int | None:
    if born is None or born.year < _EARLIEST_BIRTH or born > as_of:
        return None
    return as_of.year - born.year - ((as_of.month, as_of.day) < (born.month, born.day))
