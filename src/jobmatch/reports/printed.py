"""Which sheet a kind of result is read on, and the printable page of several."""

from collections.abc import Callable, Iterable
from typing import Any

from jobmatch.messages import say
from jobmatch.reports import casework, guidance, plan, sheet, slate
from jobmatch.reports.sheet import Sheet

_HOMES = {"plan": plan, "case": casework, "agenda": casework, "verdict": casework, "numbers": casework}


def sheet_of(kind: str) -> Callable[[Any], Sheet]:
    """What makes the sheet of a kind of result.

    >>> sheet_of("plan").__module__
    'jobmatch.reports.plan'
    """
    maker: Callable[[Any], Sheet] = getattr(_HOMES.get(kind, guidance), kind)
    return maker


def page_of(kind: str, results: Iterable[Any]) -> str:
    """The printable page of some results of a kind, as a command writes it to ``.html``."""
    if kind == "recommendations":
        return slate.page(results)
    return sheet.page(map(sheet_of(kind), results), say(f"page.{kind}"))
