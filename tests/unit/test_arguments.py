"""What the public names are given that they cannot use: one line, with what is welcome, at once."""

import datetime as dt

import pandas as pd
import pytest
from builders import AS_OF, client, market, posting

import jobmatch as jm

NO_CLIENT = [None, "C-1", 5, [client()], {}]
NO_COUNT = ["3", 2.5, 0, -1, None, True, float("nan")]


@pytest.fixture(scope="module")
def matcher():
    """One posting, indexed."""
    return market(posting())


@pytest.mark.parametrize("given", NO_CLIENT)
@pytest.mark.parametrize("ask", ["recommend", "assess", "plan", "what_if", "directions", "swot"])
def test_what_is_no_client_is_refused(matcher, ask, given):
    """A line that names what was seen, and no AttributeError from within."""
    with pytest.raises(jm.JobmatchError):
        getattr(matcher, ask)(given)


@pytest.mark.parametrize("given", NO_COUNT)
def test_a_number_of_jobs_is_a_whole_number_from_one(matcher, given):
    """For several clients it is noticed at the call, not at the first answer."""
    with pytest.raises(jm.UsageError, match="top"):
        matcher.recommend(client(), top=given)
    with pytest.raises(jm.UsageError, match="top"):
        matcher.recommend_many([client()], top=given)


@pytest.mark.parametrize("given", [None, 5, [1, 2], ["保洁"], object()])
def test_what_is_no_table_of_postings_is_refused(given):
    """Postings come as such, or as what read_postings reads."""
    with pytest.raises(jm.BadInput, match="pandas"):
        jm.Matcher().index(given)


@pytest.mark.parametrize("given", [None, 5, b"x", ["a"], {}])
def test_a_note_is_a_text(given):
    """Nothing else is read for one."""
    with pytest.raises(jm.UsageError, match="text"):
        jm.read_notes(given)


@pytest.mark.parametrize("given", ["nonsense", "2026-13-45", "2026/11/22", 5, "", float("nan"), pd.NaT])
def test_a_day_that_is_none_is_noticed_at_once(given):
    """Where the matcher is made or read, before any work."""
    calls = (lambda: jm.Matcher(as_of=given), lambda: jm.read_clients([client()], as_of=given),
             lambda: jm.Matcher().set_params(as_of=given))  # fmt: skip
    for call in calls:
        with pytest.raises(jm.UsageError):
            call()


@pytest.mark.parametrize("given", [AS_OF, dt.date(2026, 11, 22), dt.datetime(2026, 11, 22), pd.Timestamp(AS_OF)])
def test_a_day_may_be_a_text_a_date_or_a_time(given):
    """And is kept as it was given, as scikit-learn's clone wants it."""
    assert jm.Matcher(as_of=given).as_of is given


OF_A_MATCHER = [
    lambda m: m.save(None), lambda m: list(m.recommend_many(None)), lambda m: m.fair(None),
    lambda m: m.fair([client()], rules=5), lambda m: m.refer("P-0", "C-1"), lambda m: m.plan(client(), policies=[{}]),
    lambda m: m.training([client()], courses="车床"), lambda m: m.index([posting()], home="火星"),
    lambda m: m.index([posting()], jobs=0), lambda m: m.explain(client(), ["P-0"]),
]  # fmt: skip
OF_NONE = [
    lambda: jm.Matcher.load(5), lambda: jm.Matcher(settings="ours.toml"), lambda: jm.read_clients("/tmp"),
    lambda: jm.read_postings([posting()], mapping="工种=title"), lambda: jm.find_occupations("保洁", k=0),
    lambda: jm.title_similarity(None, "保洁"), lambda: jm.parse_place("大兴", home=5),
    lambda: jm.read_notes("40岁", home="火星"),
    lambda: jm.evaluate([], [{"client_id": "C-1", "posting_id": "P-0", "event": "hired"}], by="x"),
]  # fmt: skip


@pytest.mark.parametrize("call", OF_A_MATCHER)
def test_other_slips_with_a_matcher_are_one_line_too(matcher, call):
    """Folders, clients, rules, catalogues, places, counts, ids."""
    with pytest.raises(jm.JobmatchError) as caught:
        call(matcher)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("call", OF_NONE)
def test_other_slips_without_a_matcher_are_one_line_too(call):
    """Folders, settings, mappings, counts, titles, places, groups."""
    with pytest.raises(jm.JobmatchError) as caught:
        call()
    assert len(str(caught.value).splitlines()) == 1


def test_pandas_tables_simply_work():
    """Of postings in index, of clients wherever several are asked for."""
    matcher = jm.Matcher(as_of=AS_OF).index(pd.DataFrame([posting(posting_id="P-7")]))
    people = pd.DataFrame([{"编号": "C-1", "年龄": 40, "学历": "高中", "意向岗位": "仓库管理员"}])
    (slate,) = matcher.recommend_many(people)
    assert [item.posting_id for item in slate.items] == ["P-7"]


def test_the_json_of_a_client_is_a_client(matcher):
    """As it comes from a web service."""
    assert matcher.recommend(client().to_dict()) == matcher.recommend(client())
