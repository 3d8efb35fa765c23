"""Wishes that name a field and no work: is a posting of that field, and what tells so?"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case, Mask, Values
from jobmatch.fit.likeness import names_any, title_holds
from jobmatch.market.impacts import EMPLOYER
from jobmatch.text.tokens import tokenize
from jobmatch.text.work.fields import Field
from jobmatch.text.work.trades import NONE

SIGNS: Final = ("both", "of_trade", "there", "spoken_of")  # what tells that a posting is of a field, the surest first


def in_field(case: Case, field: Field) -> Values:
    """How near each posting is to a field: by who offers it or its title, by its work, by its text."""
    worth = case.settings.table("likeness.field")
    found = case.once(f"in field {field.name}", lambda: _sign(case, field))
    value = np.array([*(worth[sign] for sign in SIGNS), 0.0])[found]
    return np.asarray(np.where(_asks_what_it_spares(case, field), worth["though_asked"] * value, value))


def left_by_way(case: Case, way: Field) -> Values:
    """What is left of a nearness to work where it is not done as is wished for beside it: 坐着的, 日结."""
    worth = case.settings.table("likeness.way")
    silent = case.once(f"in field {way.name}", lambda: _sign(case, way)) == len(SIGNS)
    if way.trades:  # of what no trade is known it may be done so
        left = np.where(silent & (case.column("trades") != NONE).any(axis=1), worth["otherwise"], 1.0)
    else:
        left = np.where(silent, worth["unsaid"], 1.0)
    return np.asarray(np.where(_asks_what_it_spares(case, way), worth["against"], left))


def sign_of(case: Case, field: Field, at: int) -> str | None:
    """What tells that a posting is of a field; None where nothing does."""
    one, at = case.beside(at)
    found = int(_sign(one, field)[at])
    return SIGNS[found] if found < len(SIGNS) else None


def _sign(case: Case, field: Field) -> NDArray[np.intp]:
    """Which of the ``SIGNS`` holds of each posting, as many as there are where none does."""
    there, of_trade = _there(case, field), names_any(case, field.trades)
    told = (there & of_trade, of_trade, there, _said(case, field, ""))
    return np.select(told, range(len(SIGNS)), len(SIGNS)).astype(np.intp)


def _there(case: Case, field: Field) -> Mask:
    # a term of work (日结, 包吃住) is said as well in the text as in the title
    found = _said(case, field, EMPLOYER if field.trades else "")
    for word in field.employers:
        found |= title_holds(case, word)
    return found


def _said(case: Case, field: Field, where: str) -> Mask:
    """Whether all parts of a word of the field stand in a posting: in its text, or where the mark says."""
    runs = [[case.market.words.run(where + part)[0] for part in tokenize(word)] for word in field.employers]
    # left to choose, numpy sorts long runs, and loads what it has for masked arrays first
    held = [np.all([np.isin(case.rows, run, kind="table") for run in parts], axis=0) for parts in runs if parts]
    return np.any(held, axis=0) if held else np.zeros(len(case.rows), dtype=np.bool_)


def _asks_what_it_spares(case: Case, field: Field) -> Mask:
    return np.asarray((case.column("demands") & np.uint32(field.spares)) != 0)
