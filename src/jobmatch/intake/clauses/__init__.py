"""Clauses: a note cut up, each piece with whose fact it tells and whether it holds."""
