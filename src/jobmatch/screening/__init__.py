"""Screening: what a posting asks or offers that the law forbids or that is suspicious."""

from jobmatch.screening.finding import MONEY_KINDS, Finding, Kind
from jobmatch.screening.mills import is_skilled, mills, of_mill, whom_it_seeks
from jobmatch.screening.posters import is_unclear, names_nobody, of_poster
from jobmatch.screening.screen import (
    FIELDS,
    OF_POSTING,
    TEXTS,
    asks_money,
    false_pay,
    screen_fields,
    screen_text,
    warnings_of,
)

__all__ = [
    "FIELDS",
    "MONEY_KINDS",
    "OF_POSTING",
    "TEXTS",
    "Finding",
    "Kind",
    "asks_money",
    "false_pay",
    "is_skilled",
    "is_unclear",
    "mills",
    "names_nobody",
    "of_mill",
    "of_poster",
    "screen_fields",
    "screen_text",
    "warnings_of",
    "whom_it_seeks",
]
