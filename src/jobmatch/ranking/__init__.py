"""Ranking: attainability and preference, expected surplus by level, the slate, ties broken the same way."""
