"""Screening: what a posting asks or offers that the law forbids or that is suspicious."""

from jobmatch.screening.finding import MONEY_KINDS, Finding, Kind
from jobmatch.screening.screen import FIELDS, TEXTS, asks_money, false_pay, screen_fields, screen_text, warnings_of

__all__ = [
    "FIELDS",
    "MONEY_KINDS",
    "TEXTS",
    "Finding",
    "Kind",
    "asks_money",
    "false_pay",
    "screen_fields",
    "screen_text",
    "warnings_of",
]
