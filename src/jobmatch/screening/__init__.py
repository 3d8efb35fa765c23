"""Screening: what a posting asks or offers that the law forbids or that is suspicious."""

from jobmatch.screening.finding import MONEY_KINDS, Finding, Kind
from jobmatch.screening.screen import asks_money, screen_posting, screen_text, warnings_of

__all__ = ["MONEY_KINDS", "Finding", "Kind", "asks_money", "screen_posting", "screen_text", "warnings_of"]
