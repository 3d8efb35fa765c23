"""Quantiles of counted values are those of the values written out."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.fit.spread import quantiles

PAY = st.lists(st.tuples(st.one_of(st.just(float("nan")), st.integers(1, 9).map(float)), st.integers(0, 3)), min_size=1)
SHARES = [0.0, 0.25, 0.5, 0.75, 1.0]


@given(PAY)
def test_counted_values_have_the_quantiles_of_the_values_written_out(pay):
    """As numpy has it, unknown values left out."""
    values, counts = np.array([value for value, _ in pay]), np.array([count for _, count in pay])
    every = np.repeat(values, counts)
    known, found = every[~np.isnan(every)], quantiles(values, counts, SHARES)
    assert (found is None) == (not len(known))
    if found is not None:
        assert np.allclose(found, np.percentile(known, [100 * share for share in SHARES]))


@given(PAY)
def test_without_counts_each_value_stands_there_once(pay):
    """The same as counts of one."""
    values = np.array([value for value, _ in pay])
    once, plain = quantiles(values, np.ones(len(values), dtype=np.intp), SHARES), quantiles(values, None, SHARES)
    assert (once is None and plain is None) or np.array_equal(once, plain)
