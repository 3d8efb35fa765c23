"""Groups of wordings: one job a line, every title of one group only."""

from collections import Counter

from jobmatch.artefacts import artefact_dir
from jobmatch.learning.title_groups import groups


def test_every_group_has_a_code_of_the_classification() -> None:
    """The codes are those that the model of occupations knows, or its middle and large classes."""
    known = {line.split("\t")[0] for line in _occupations()}
    assert {group.code for group in groups()} <= known


def test_an_english_title_is_of_one_group_only() -> None:
    """No title stands for two jobs: one of them would teach the wrong meaning."""
    counted = Counter(title for group in groups() for title in group.titles if title.isascii())
    assert [title for title, times in counted.items() if times > 1] == []


def test_the_table_is_wide() -> None:
    """Some thousands of wordings, of occupations all over the classification."""
    found = groups()
    assert sum(len(group.titles) for group in found) >= 5000
    assert len({group.code for group in found}) >= 400


def _occupations() -> list[str]:
    return (artefact_dir("occupations") / "occupations.tsv").read_text(encoding="utf-8").splitlines()
