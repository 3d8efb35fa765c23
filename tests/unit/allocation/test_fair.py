"""The matching fair: who meets whom and when, and why not."""

import pytest
from builders import client, market, posting
from crowd import crowd

import jobmatch as jm
from jobmatch.allocation.pairs import Pairs, pairs_of
from jobmatch.allocation.rules import Rules, times_of

TIMES = times_of(["09:00-10:00"], 15)
TABLES = [posting(openings=1), posting(title="理货员", openings=1), posting(title="保洁员", openings=1)]


def people(count):
    """Storekeepers, one like the other."""
    return [client().model_copy(update={"client_id": f"C-{at}"}) for at in range(count)]


def plan(clients=6, tables=TABLES, **rules):
    """The plan of a fair with a table for each posting."""
    return market(*tables).fair(people(clients), Rules(**{"times": TIMES, **rules}))


def met(result):
    """Who meets whom."""
    return {(one.client_id, one.posting_id) for one in result.meetings}


def test_nobody_meets_more_than_allowed_and_no_table_more_than_it_holds():
    """Six clients, four meetings at each of three tables."""
    result = plan(per_client=2)
    per_client = [sum(one.client_id == f"C-{at}" for one in result.meetings) for at in range(6)]
    assert max(per_client) <= 2
    assert all(one.meetings <= one.capacity <= len(TIMES) for one in result.tables)


def test_nobody_is_in_two_places_at_once():
    """Each time occurs once a client and once a table."""
    result = plan(per_client=3)
    assert len({(one.client_id, one.starts_at) for one in result.meetings}) == len(result.meetings)
    assert len({(one.posting_id, one.starts_at) for one in result.meetings}) == len(result.meetings)


def test_decided_pairs_meet_and_forbidden_ones_do_not():
    """A counsellor's word comes before the sum."""
    result = plan(per_client=1, must=frozenset({("C-5", "P-2")}), never=frozenset({("C-0", "P-0")}))
    assert ("C-5", "P-2") in met(result)
    assert ("C-0", "P-0") not in met(result)


def test_who_stays_away_is_met_by_nobody():
    """The plan without one employer."""
    result = plan(without=frozenset({"P-0"}))
    assert "P-0" not in {one.posting_id for one in result.meetings} | {one.posting_id for one in result.tables}


def test_a_plan_that_was_announced_stays():
    """One employer drops out: every other meeting is where and when it was."""
    first = plan(per_client=2)
    before = {(one.client_id, one.posting_id): one.starts_at for one in first.meetings}
    second = plan(per_client=2, without=frozenset({"P-1"}), before=before)
    now = {(one.client_id, one.posting_id): one.starts_at for one in second.meetings}
    assert {pair: time for pair, time in before.items() if pair[1] != "P-1"}.items() <= now.items()


def test_the_order_of_clients_changes_no_plan():
    """The same people in another order get the same meetings at the same times."""
    tables, rules = market(*TABLES), Rules(per_client=2, times=TIMES)
    assert tables.fair(people(6), rules) == tables.fair(people(6)[::-1], rules)


def test_why_a_pair_does_not_meet_is_said():
    """A full table, a limit, other meetings: each in a sentence."""
    tables = [posting(openings=1), posting(requirements="必须持有叉车证")]
    result = plan(5, tables, per_client=1)
    last = next(one for one in people(5) if one.client_id not in {m.client_id for m in result.meetings})
    ask = market(*tables).why_not_met
    assert "排满" in ask(result, last, "P-0")
    assert "证书" in ask(result, last, "P-1")
    assert "见面" in ask(result, next(p for p in people(5) if p.client_id == result.meetings[0].client_id), "P-0")


def test_who_wants_no_work_is_named_with_the_reason():
    """Nobody is left out in silence."""
    idle = client(willingness={"wants_work": False})
    result = market(*TABLES).fair([idle], Rules(times=TIMES))
    assert reasons(result) == {"C-1": "not_willing"}
    assert "N1" in result.without_meeting[0]["text"]


def test_of_whom_too_little_is_known_is_named_with_that_reason():
    """A name and nothing else."""
    assert reasons(market(*TABLES).fair([jm.Client(client_id="C-7")], Rules(times=TIMES))) == {
        "C-7": "too_little_known"
    }


def reasons(result):
    """Who meets nobody, and the code of the reason."""
    return {one["client_id"]: one["reason"] for one in result.without_meeting}


def test_who_is_suited_by_nothing_is_told_what_rules_out_most():
    """One posting in another town, two of other work: the counts, the largest first."""
    tables = [posting(location="广州市天河区"), posting(title="平面设计师"), posting(title="木工")]
    result = market(*tables).fair(people(1), Rules(times=TIMES))
    assert reasons(result) == {"C-0": "nothing_fits"}
    assert list(result.without_meeting[0]["ruled_out"].items()) == [("unrelated", 2), ("too_far", 1)]
    assert "不对路 2、太远 1" in result.without_meeting[0]["text"]


def test_who_finds_every_table_full_is_told_which():
    """Eight times, but four interviews for the one opening; the fifth client is told the table."""
    result = plan(5, [posting(openings=1)], per_client=1, times=times_of(["09:00-11:00"], 15))
    assert list(reasons(result).values()) == ["full"]
    assert result.without_meeting[0]["tables"] == ["P-0"]
    assert "某某0公司 P-0" in result.without_meeting[0]["text"]


def test_who_would_meet_somebody_in_a_longer_session_is_told_so():
    """Twenty openings, four times."""
    assert list(reasons(plan(5, [posting(openings=20)])).values()) == ["no_time"]


def test_who_would_only_meet_somebody_who_stays_away_is_told_so():
    """The one table is not there, or is forbidden to one client."""
    assert reasons(plan(1, TABLES[:1], without=frozenset({"P-0"}))) == {"C-0": "absent"}
    assert reasons(plan(2, TABLES[:1], never=frozenset({("C-1", "P-0")}))) == {"C-1": "absent"}


def test_reasons_are_the_same_from_several_lists():
    """Clients scored in parts, as by several processes: whom nothing fits is found again by place."""
    strangers = [client(conditions={"residence": "广州市天河区"}).model_copy(update={"client_id": f"C-{at}"})
                 for at in range(2)]  # fmt: skip
    ground = market(*TABLES)._ground
    parts = [pairs_of(ground, some, 10) for some in (people(1), strangers, people(1), strangers[:1])]
    assert sorted(Pairs.joined(parts).ruled_out) == [1, 2, 4]


@pytest.mark.parametrize(
    "rules",
    [
        {"per_client": 1, "must": frozenset({("C-0", "P-0"), ("C-0", "P-1")})},
        {"must": frozenset({("C-9", "P-0")})},
        {"without": frozenset({"P-9"})},
        {"without": frozenset({"P-0"}), "must": frozenset({("C-0", "P-0")})},
    ],
)
def test_rules_that_cannot_be_kept_are_refused(rules):
    """Too many decided meetings, people or postings that are not there."""
    with pytest.raises(jm.UsageError):
        plan(**rules)


@pytest.mark.parametrize("session", ["9-11", "11:00-09:00", "09:00-09:10", "25:00-26:00"])
def test_a_session_that_is_none_is_refused(session):
    """No times, no fair."""
    with pytest.raises(jm.UsageError):
        times_of([session], 15)


def test_an_employer_has_one_table_and_meets_a_client_once():
    """Three postings of one employer, one of another: two meetings at two times, the first about two postings."""
    tables = [posting(employer="某某 物流（北京）有限公司"), posting(title="理货员", employer="某某物流(北京)有限公司"),
              posting(title="外科医生", employer="某某物流(北京)有限公司"), posting(title="库管员")]  # fmt: skip
    result = plan(1, tables)
    assert sorted(sorted(topic.posting_id for topic in one.topics) for one in result.meetings) == [
        ["P-0", "P-1"],
        ["P-3"],
    ]
    assert ("P-0", "P-1", "P-2") in [one.postings for one in result.tables]
    assert len({one.starts_at for one in result.meetings}) == 2


def test_a_table_holds_as_many_as_all_its_postings():
    """Two postings of one opening each: eight people in eight times, where one posting would meet four."""
    times = times_of(["09:00-12:00"], 15)
    tables = [posting(openings=1, employer="某某公司", title=title) for title in ("仓库管理员", "理货员")]
    result = market(*tables).fair(people(10), Rules(times=times))
    assert [(one.capacity, one.meetings) for one in result.tables] == [(8, 8)]
    assert len({one.starts_at for one in result.meetings}) == 8


def test_a_short_session_holds_as_many_meetings_as_it_has_times():
    """Three meetings a client are asked for, two go."""
    result = market(*TABLES).fair(people(1), Rules(times=TIMES[:2]))
    assert (result.per_client, len(result.meetings)) == (2, 2)


def test_the_employer_of_a_posting_stays_away_with_all_postings():
    """One of two postings is named: neither is at the fair, and that is the answer to why."""
    tables = [posting(employer="某某公司"), posting(title="理货员", employer="某某公司"), posting(title="保洁员")]
    result = plan(1, tables, without=frozenset({"P-1"}))
    assert [one.posting_id for one in result.tables] == ["P-2"]
    assert "不到场" in market(*tables).why_not_met(result, people(1)[0], "P-0")


def test_a_fair_has_usual_rules():
    """Nothing is said of rules: three meetings a client in the morning."""
    result = market(*TABLES).fair(people(1))
    assert (result.per_client, result.times[0], len(result.meetings)) == (3, "09:00", 2)


def test_laws_of_tables_hold_for_a_crowd():
    """Forty clients, five employers with three postings each: one place at a time, one meeting a table, room enough."""
    titles = ["仓库管理员", "理货员", "保洁员"]
    rows = [posting(title=title, employer=f"某某{at}公司", openings=1) for at in range(5) for title in titles]
    result = market(*rows).fair(crowd(40, titles, ["北京市大兴区"]), Rules(times=TIMES))
    seats = [(one.client_id, one.employer, one.starts_at) for one in result.meetings]
    assert seats
    for places in ((0, 1), (0, 2), (1, 2)):
        assert len({tuple(seat[place] for place in places) for seat in seats}) == len(seats)
    assert all(one.meetings <= one.capacity <= len(TIMES) for one in result.tables)
    assert all(
        topic.posting_id in result.table_of(one.posting_id).postings for one in result.meetings for topic in one.topics
    )


def test_more_decided_meetings_than_a_table_holds_are_refused_by_name():
    """Five people are decided for the one opening of a table that meets four."""
    must = frozenset((f"C-{at}", "P-0") for at in range(5))
    with pytest.raises(jm.UsageError, match="某某0公司 P-0：指定了 5 次会面，只能见 4 人"):
        plan(must=must, times=times_of(["09:00-11:00"], 15))


def test_without_postings_that_is_the_reason(tmp_path):
    """A table of headings alone is a fair to which no employer comes."""
    file = tmp_path / "postings.csv"
    file.write_text("岗位编号,岗位名称\n", "utf-8")
    result = jm.Matcher().index(jm.read_postings(file)).fair(people(1), Rules(times=TIMES))
    assert result.without_meeting[0]["text"].endswith("一个岗位也没有")


def test_who_stands_in_the_list_twice_meets_as_one():
    """The same profile again counts once; another one under the same id is refused."""
    one, tables = people(1)[0], market(*TABLES)
    assert tables.fair([one, one], Rules(times=TIMES)) == tables.fair([one], Rules(times=TIMES))
    other = client(conditions={"age": 55}).model_copy(update={"client_id": "C-0"})
    with pytest.raises(jm.UsageError, match="C-0"):
        tables.fair([one, other], Rules(times=TIMES))


def test_an_employer_to_whom_nobody_can_be_sent_has_no_table():
    """Closed, full or asking for money: no table, and --why says what keeps them; a posting beside keeps the table."""
    shut = [
        posting(closes_on="2026-11-01"), posting(openings="已招满"), posting(description="入职须交押金500元"),
        posting(title="理货员", closes_on="2026-11-01", employer="某某0公司"),
    ]  # fmt: skip
    matcher = market(posting(), *shut)
    result = matcher.fair(people(2), Rules(times=TIMES))
    assert [one.postings for one in result.tables] == [("P-0", "P-4")]
    assert "截止" in matcher.why_not_met(result, people(1)[0], "P-1")


def test_what_speaks_against_a_decided_meeting_is_told():
    """They meet at night work that the client refused, which is said; a pair that suits is not spoken of."""
    one = client(conditions={"night_shift_ok": False})
    ground = market(posting(title="夜班仓库管理员", hours="夜班22:00-6:00"), posting())
    must = frozenset({("C-1", "P-0"), ("C-1", "P-1")})
    result = ground.fair([one], Rules(times=TIMES, must=must))
    assert met(result) == must
    assert [(said["client_id"], said["posting_id"]) for said in result.despite] == [("C-1", "P-0")]
    assert "夜班" in result.despite[0]["text"]
    assert result.to_dict()["despite"] == list(result.despite)
