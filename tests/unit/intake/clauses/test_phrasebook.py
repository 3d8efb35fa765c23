"""The tables of what people say in notes."""

import pytest

from jobmatch.intake.clauses.phrasebook import pattern, phrases

NAMES = [
    f"{table}.{key}" for table, held in phrases().items() for key, said in held.items() if not isinstance(said, dict)
]


@pytest.mark.parametrize("name", NAMES)
def test_every_entry_compiles(name):
    """A slip in an entry that no other test uses is found here."""
    assert pattern(name).groups >= 0
