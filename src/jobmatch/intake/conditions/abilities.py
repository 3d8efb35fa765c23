"""What the client can do: skills, papers and languages; the search for work."""

from collections.abc import Iterator
from typing import Final

from jobmatch.intake.conditions.languages import read_languages
from jobmatch.intake.conditions.papers import read_papers
from jobmatch.intake.conditions.search import read_search
from jobmatch.intake.conditions.skills import read_skills
from jobmatch.intake.fact import Fact, Reading

_WORK: Final = ("done", "wanted")


def read_abilities(reading: Reading) -> Iterator[Fact]:
    """Every fact about skills, papers, languages and the search for work."""
    work = {one.at.words for one in reading.told if one.role in _WORK}
    for clause in reading.own():
        yield from read_skills(clause, work)
        yield from read_papers(clause, reading)
        yield from read_languages(clause)
        yield from read_search(clause, reading.note)
