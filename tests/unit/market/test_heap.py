"""Strings that are only shown."""

from hypothesis import given
from hypothesis import strategies as st

from jobmatch.market.heap import Heap

texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(st.tuples(texts, texts), min_size=1))
def test_every_text_comes_back(rows: list[tuple[str, str]]) -> None:
    """What was laid down is read again, field by field."""
    heap = Heap.of(("a", "b"), rows)
    assert [(heap.text(at, "a"), heap.text(at, "b")) for at in range(len(rows))] == rows
