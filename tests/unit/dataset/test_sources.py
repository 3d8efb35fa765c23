"""What becomes a table: any source, unless its headings alone would take minutes."""

import pytest

from jobmatch.dataset.sources import tables_of
from jobmatch.errors import BadInput


@pytest.mark.parametrize("names", [[f"列{at}" for at in range(30_000)], ["长" * 100_000]], ids=["many", "long"])
def test_headings_without_end_are_refused(names):
    """A slip or a trap: each heading is looked up in every form that it may have."""
    with pytest.raises(BadInput) as refused:
        tables_of([dict.fromkeys(names, "1")])
    assert refused.value.key == "sheet-too-large"


def test_a_wide_table_is_welcome():
    """As many columns as anybody has, with long notes in the headings."""
    (table,) = tables_of([{f"列{at}（{'注' * 80}）": "1" for at in range(1000)}])
    assert len(table.headings) == 1000
