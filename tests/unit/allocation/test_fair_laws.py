"""Whatever the clients, tables and rules: no constraint of a fair is ever broken."""

from collections import Counter
from math import ceil

import pytest
from builders import calm, client, market, posting
from hypothesis import example, given
from hypothesis import strategies as st

import jobmatch as jm
from jobmatch.allocation.rules import Rules, times_of

TITLES = ["仓库管理员", "理货员", "保洁员", "外科医生"]
HOMES = ["北京市大兴区", "北京市丰台区", "广州市天河区"]
WANTED = st.lists(st.sampled_from(TITLES[:3]), min_size=1, max_size=2, unique=True)
PEOPLE = st.lists(st.tuples(WANTED, st.sampled_from(HOMES), st.booleans()), min_size=1, max_size=8)
# Two employers have several postings; what names none has a table of its own.
TABLES = st.lists(
    st.tuples(st.sampled_from(TITLES), st.sampled_from(["甲公司", "乙公司", ""]), st.integers(1, 2)),
    min_size=1,
    max_size=6,
)
TIMES = times_of(["09:00-11:00"], 15)


def person(at, wanted, home, willing):
    """A client who wants one or two kinds of work."""
    made = client(goal={"occupations": wanted}, conditions={"residence": home}, willingness={"wants_work": willing})
    return made.model_copy(update={"client_id": f"C-{at}"})


@st.composite
def fairs(draw):
    """The matcher, clients and rules of a fair; what is decided can be held."""
    rows = [  # no two alike, which would be one
        posting(title=title, employer=employer, openings=openings, salary=f"{5000 + at}元/月")
        for at, (title, employer, openings) in enumerate(draw(TABLES))
    ]
    people = [person(at, *one) for at, one in enumerate(draw(PEOPLE))]
    some = st.sets(st.tuples(st.sampled_from(people), st.integers(0, len(rows) - 1)), max_size=3)
    never, must = ({(one.client_id, f"P-{row}") for one, row in draw(some)} for _ in range(2))
    without = draw(st.sets(st.sampled_from([f"P-{row}" for row in range(len(rows))]), max_size=1))
    rules = Rules(
        draw(st.integers(1, 3)), TIMES[: draw(st.integers(1, len(TIMES)))], frozenset(never), frozenset(must - never),
        frozenset(without),
    )  # fmt: skip
    return rows, people, rules


def planned(rows, people, rules):
    """The plan; None where rules cannot be held, which is refused."""
    try:
        return market(*rows).fair(people, rules)
    except jm.UsageError:
        return None


def table_of(rows, posting_id):
    """The table of a posting: that of its employer."""
    return rows[int(posting_id[2:])]["employer"] or posting_id


# A fair in which every law has something to hold, whatever else is drawn.
EVERY_LAW = (
    [
        posting(title=title, employer=employer, openings=1, salary=f"{5000 + at}元/月")
        for at, (title, employer) in enumerate([(TITLES[0], "甲公司"), (TITLES[1], "乙公司"), (TITLES[2], "")])
    ],
    [person(at, [TITLES[at % 2]], HOMES[0], True) for at in range(4)],
    Rules(1, TIMES[:1], frozenset({("C-1", "P-0")}), frozenset({("C-0", "P-0")}), frozenset({"P-2"})),
)


@pytest.fixture(scope="module")
def seen():
    """How often each law had something to hold."""
    counts = Counter()
    yield counts
    assert min(counts[law] for law in ("meetings", "must", "never", "without", "full")) > 0


@calm
@example(EVERY_LAW)
@given(fairs())
def test_no_constraint_is_broken(seen, drawn):
    """Time, table, number of meetings, room, what is decided, forbidden and absent; and nobody is forgotten."""
    rows, people, rules = drawn
    plan = planned(rows, people, rules)
    if plan is None:
        return
    seats = [(one.client_id, table_of(rows, one.posting_id), one.starts_at) for one in plan.meetings]
    talks = {(one.client_id, topic.posting_id) for one in plan.meetings for topic in one.topics}
    for places in ((0, 1), (0, 2), (1, 2)):
        assert len({tuple(seat[place] for place in places) for seat in seats}) == len(seats)
    assert {time for _, _, time in seats} <= set(rules.times)
    assert max(Counter(who for who, _, _ in seats).values(), default=0) <= rules.per_client
    for table, met in Counter(table for _, table, _ in seats).items():
        openings = sum(row["openings"] for at, row in enumerate(rows) if table_of(rows, f"P-{at}") == table)
        room = min(ceil(4 * openings), len(rules.times))
        assert met <= room
        seen["full"] += met == room
    assert rules.must <= talks
    assert not rules.never & talks
    assert not {table_of(rows, gone) for gone in rules.without} & {table for _, table, _ in seats}
    left_out = [one["client_id"] for one in plan.without_meeting]
    assert sorted({who for who, _, _ in seats} | set(left_out)) == sorted(one.client_id for one in people)
    assert not {who for who, _, _ in seats} & set(left_out)
    seen.update({"meetings": len(seats), **{name: len(getattr(rules, name)) for name in ("must", "never", "without")}})


def test_two_decided_postings_of_one_employer_are_both_talked_about():
    """Though the client suits only one of them."""
    rows = [posting(employer="甲公司"), posting(title="外科医生", employer="甲公司")]
    rules = Rules(times=TIMES, must=frozenset({("C-0", "P-0"), ("C-0", "P-1")}))
    plan = market(*rows).fair([person(0, TITLES[:1], HOMES[0], True)], rules)
    assert [{topic.posting_id for topic in one.topics} for one in plan.meetings] == [{"P-0", "P-1"}]
