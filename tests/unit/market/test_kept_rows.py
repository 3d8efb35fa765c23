"""Kept rows: what is open on a day, cut out and counted once for all who look everywhere."""

from datetime import date

import numpy as np
import pytest
from builders import AS_OF, calm, client, market, posting, stranger
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.fit.limits import LIMITS, check
from jobmatch.fit.states import NOT_MET
from jobmatch.market.kept_rows import KeptRows

DAY = (date.fromisoformat(AS_OF) - date(1970, 1, 1)).days
ROW = st.fixed_dictionaries(
    {"title": st.sampled_from(["保安", "会计", "厨师"])},
    optional={
        "closes_on": st.sampled_from(["2026-11-20", "2026-12-20"]),
        "openings": st.sampled_from(["已招满", "3"]),
        "hours": st.sampled_from(["夜班", "白班"]),
        "salary": st.sampled_from(["2000元/月", "6000元/月"]),
    },
)


@calm
@given(st.lists(ROW, min_size=1, max_size=40), st.sampled_from([None, 3000]))
def test_who_looks_everywhere_is_told_how_many_each_limit_rules_out(rows, pay_min):
    """Counted by sort and kept, or row by row over what is open: the same numbers."""
    person = stranger(
        conditions={"age": 40, "education": "高中", "night_shift_ok": False}, attitude={"pay_min": pay_min}
    )
    matcher = market(*(posting(**row) for row in rows))
    look = matcher._look(matcher._facts(person))
    each = [check(look.case.at(np.array([row])), LIMITS.keys()).of(0) for row in range(len(rows))]
    shut = [one["closed"] == NOT_MET or one["full"] == NOT_MET for one in each]
    seen = [one for one, is_shut in zip(each, shut, strict=True) if not is_shut]
    counted = {kind: sum(one[kind] == NOT_MET for one in seen) for kind in LIMITS}
    counted |= {kind: sum(one[kind] == NOT_MET for one in each) for kind in ("closed", "full")}
    assert look.excluded == {kind: count for kind, count in counted.items() if count}
    assert look.case.rows.tolist() == np.flatnonzero(~np.array(shut)).tolist()


@pytest.mark.parametrize("day", [DAY, DAY + 100, DAY])
def test_what_is_open_is_that_of_the_day(day):
    """Whoever asked for another day before."""
    postings = market(posting(closes_on="2026-11-30"), posting(), posting(openings="已招满")).market_
    kept = postings.open_on(day)
    assert len(kept.rows) == (2 if day == DAY else 1)
    assert postings.open_on(day) is kept
    assert kept.column("title", postings.title).tolist() == postings.title[kept.rows].tolist()


def test_sorts_of_kept_rows_are_counted_once():
    """Of a column that was cut out there; of any other they are counted as they are."""
    postings = market(posting(), posting(), posting(salary="9000元/月")).market_
    kept = postings.open_on(DAY)
    offers = kept.column("offer", postings.offer)
    counts = kept.counts(offers, lambda: np.bincount(offers))
    assert sorted(counts.tolist()) == [1, 2]
    assert kept.counts(offers, lambda: np.zeros(0)) is counts
    assert kept.counts(offers.copy(), lambda: np.zeros(0)).tolist() == []


def test_rows_in_another_order_have_their_columns_in_that_order():
    """As many rows as there are may still be another list of them: one of each sort."""
    postings = market(posting(title="保安"), posting(title="会计"), posting(title="厨师")).market_
    rows = np.array([2, 0, 1])
    assert KeptRows(rows).column("title", postings.title).tolist() == postings.title[rows].tolist()


def test_neighbours_share_what_is_near():
    """Who lives in the same place and goes as far looks at the same rows; who goes farther does not."""
    matcher = market(posting(), posting(location="北京市密云区"), posting(closes_on="2026-11-01"))
    looks = [matcher._look(matcher._facts(client(conditions={"max_commute_km": km}))) for km in (15, 15, 300)]
    assert looks[0].case.kept is looks[1].case.kept is not looks[2].case.kept
    assert [look.excluded for look in looks] == [{"closed": 1, "too_far": 1}] * 2 + [{"closed": 1}]


def test_rows_kept_for_one_are_not_those_of_who_wishes_elsewhere():
    """Two people of one home and one longest way: in a district that one of them wishes for, more may be near."""
    matcher = market(posting(location="北京市丰台区"), posting(location="北京市大兴区"))
    alike = {"residence": "北京市大兴区", "max_commute_km": 10}
    here, there = client(conditions=alike), client(conditions=alike, attitude={"places": ["北京市丰台区"]})
    rows = [len(matcher._look(matcher._facts(person)).case.rows) for person in (here, there, here)]
    assert rows == [1, 2, 1]
