"""Why a posting finds nobody, and what the employer could change."""

from builders import client, market, posting


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
    assert "night_shift" in obstacles(result)
    assert changes(result)["shift"] == 1


def test_schooling_is_tried_a_rung_at_a_time():
    """A degree is asked of a client with primary school and a year of the work: each rung less asked is tried."""
    person = client(conditions={"education": "小学", "experience": [{"occupation": "理货员", "years": 1}]})
    result = before(posting(title="仓库主管", education="本科"), person)
    assert "education" in obstacles(result)
    assert changes(result)["education"] == 1


def test_a_bus_brings_whom_the_way_kept_away():
    """A way longer than is accepted, by half."""
    person = client(conditions={"residence": "北京市大兴区榆垡镇", "max_commute_km": 20})
    result = before(posting(location="北京市大兴区西红门镇"), person)
    assert "too_far" in obstacles(result)
    assert changes(result)["transport"] == 1


def test_clients_of_other_work_are_no_reproach():
    """A storekeeper is not missing where a surgeon is sought."""
    result = before(posting(title="外科医生"))
    assert (result.unrelated, result.obstacles, result.concessions) == (1, (), ())
