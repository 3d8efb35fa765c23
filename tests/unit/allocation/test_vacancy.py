"""Why a posting finds nobody, and what the employer could change."""

from builders import AS_OF, client, market, posting
from crowd import crowd

import jobmatch as jm
from jobmatch.settings import load


def before(row, *people):
    """What the vacancy of one posting says."""
    return market(row).vacancy("P-0", people or [client()])


def obstacles(result):
    """Kind → how many clients, and how many whom nothing else keeps away."""
    return {one.kind: (one.clients, one.alone) for one in result.obstacles}


def changes(result):
    """Kind → what the last step of it adds."""
    return {one.kind: one.adds for one in result.concessions}


def test_a_posting_that_suits_has_no_obstacle():
    """The storekeeper before a storekeeper's job."""
    result = before(posting())
    assert (result.suited, result.obstacles) == (1, ())


def test_pay_below_the_least_is_an_obstacle_and_more_pay_removes_it():
    """4000 are asked at the least, 3500 are paid: a fifth more is enough, a tenth is not."""
    person = client(attitude={"pay_min": 4000})
    result = before(posting(salary="3500元/月"), person)
    assert obstacles(result) == {"pay": (1, 1)}
    assert [(one.kind, one.after) for one in result.concessions] == [("pay", 4200)]


def test_nights_keep_away_whom_days_would_suit():
    """Night work before a client who cannot."""
    result = before(posting(hours="夜班"), client(conditions={"night_shift_ok": False}))
    assert obstacles(result)["shift"] == (1, 1)
    assert changes(result)["shift"] == 1


def test_schooling_is_tried_a_rung_at_a_time():
    """A degree is asked of a client with primary school and five years of the work: each rung less asked is tried."""
    person = client(conditions={"education": "小学", "experience": [{"occupation": "理货员", "years": 5}]})
    result = before(posting(title="仓库主管", education="本科"), person)
    assert "education" in obstacles(result)
    assert changes(result)["education"] == 1


def test_a_bus_brings_whom_the_way_kept_away():
    """A way longer than is accepted, by half."""
    person = client(conditions={"residence": "北京市大兴区榆垡镇", "max_commute_km": 20})
    result = before(posting(location="北京市大兴区西红门镇"), person)
    assert "too_far" in obstacles(result)
    assert changes(result)["transport"] == 1


def test_without_steps_pay_and_the_way_are_only_tried(tmp_path):
    """Settings that name no step offer none, and still say whom pay or the way alone keeps away."""
    file = tmp_path / "ours.toml"
    file.write_text("vacancy.pay_factors = []\nvacancy.way_factors = []\n", encoding="utf-8")
    row = jm.read_postings([posting(posting_id="P-0", salary="3500元/月")])
    strict = jm.Matcher(as_of=AS_OF, settings=load(file)).index(row)
    result = strict.vacancy("P-0", [client(attitude={"pay_min": 4000})])
    assert (obstacles(result), result.concessions) == ({"pay": (1, 1)}, ())


def test_clients_of_other_work_are_no_reproach():
    """A storekeeper is not missing where a surgeon is sought."""
    result = before(posting(title="外科医生"))
    assert (result.unrelated, result.obstacles, result.concessions) == (1, (), ())


def test_a_forklift_card_can_be_got_after_hiring():
    """What the law asks and weeks bring is proposed; the client whom nothing else keeps away is counted."""
    result = before(posting(requirements="必须持有叉车证"))
    assert obstacles(result)["certificate"] == (1, 1)
    assert changes(result)["certificate"] == 1
    assert "录用后" in next(one.text for one in result.concessions if one.kind == "certificate")


def test_what_the_law_gives_to_a_trade_is_not_waived():
    """No employer can take on a nurse without a licence: told as an obstacle, proposed to nobody."""
    nurse = client(goal={"occupations": ["护士"]}, conditions={"experience": [{"occupation": "护士", "years": 5}]})
    result = before(posting(title="护士", requirements="持护士执业证"), nurse)
    assert obstacles(result)["certificate"] == (1, 1)
    assert "certificate" not in changes(result)


def test_no_change_brings_more_than_its_requirement_keeps_away_alone():
    """Whom a requirement keeps away alone, its whole removal brings; before a crowd, requirement by requirement."""
    row = posting(title="仓库主管", salary="3500元/月", education="大专", experience="3年以上", hours="夜班",
                  requirements="必须持有叉车证，会Excel", location="北京市大兴区西红门镇")  # fmt: skip
    result = before(row, *crowd(60, ["仓库管理员", "理货员"], ["北京市大兴区", "北京市海淀区"]))
    told, of = obstacles(result), {"transport": "too_far"}
    assert result.concessions
    assert all(one.adds <= told[of.get(one.kind, one.kind)][1] <= told[of.get(one.kind, one.kind)][0]
               for one in result.concessions)  # fmt: skip
    whole = {"education", "experience", "shift", "hours", "skills", "certificate", "licence"}
    assert {kind: changes(result).get(kind, 0) for kind in whole} == {kind: told.get(kind, (0, 0))[1] for kind in whole}


def test_postings_alike_do_not_hide_what_a_change_of_one_brings():
    """The change is tried on the posting asked for, not read from another with the same terms."""
    alike = posting(education="博士", experience="10年以上")
    matcher = market(alike, alike, alike)
    person = client(conditions={"education": "小学", "experience": [{"occupation": "仓库管理员", "years": 1}]})
    told = [[one.text for one in matcher.vacancy(f"P-{at}", [person]).concessions] for at in range(3)]
    assert told[0] == told[1] == told[2]
    assert any("学历" in text for text in told[0])


def test_whom_vacancy_calls_suited_refer_names():
    """Forty clients of every level before three postings: the same number on both sides."""
    titles = ["仓库管理员", "保洁员", "餐厅服务员"]
    matcher = market(*(posting(title=title) for title in titles))
    people = crowd(40, titles, ["北京市大兴区"])
    for row in range(len(titles)):
        named = matcher.refer(f"P-{row}", people, top=40)
        assert matcher.vacancy(f"P-{row}", people).suited == len(named.clients) + len(named.kept_back) > 0
