"""Clients for a posting: who is sent, who is kept for something better, and whose card may go."""

import pytest
from builders import client, market, posting

import jobmatch as jm

STORE = posting()


def named(client_id, **parts):
    """The storekeeper under another id."""
    return client(**parts).model_copy(update={"client_id": client_id})


def agreed(client_id, consent=True, **parts):
    """The same with consent given, refused or not asked for."""
    return named(client_id, registration={"consent": consent}, **parts)


def test_the_likelier_client_comes_first():
    """Two who have only this job open: the one with the experience that is asked stands first."""
    asked = posting(experience="5年以上")
    new = agreed("C-new", conditions={"experience": [{"occupation": "仓库管理员", "years": 3}]})
    sent = market(asked).refer("P-0", [new, agreed("C-old")]).clients
    assert [one.client_id for one in sent] == ["C-old", "C-new"]


def test_whom_a_limit_rules_out_is_counted_by_its_kind():
    """A forklift certificate that is asked and not held."""
    result = market(posting(requirements="必须持有叉车证")).refer("P-0", [agreed("C-1")])
    assert (result.clients, result.excluded) == ((), {"certificate": 1})


def test_who_has_three_better_jobs_open_is_not_sent():
    """Shelf work for a third of the pay, while three jobs of the wanted kind pay what is wanted."""
    good = [posting(salary="8000元/月") for _ in range(3)]
    person = agreed("C-1", attitude={"pay_min": 2000, "pay_wanted": 8000})
    result = market(posting(title="理货员", salary="2500元/月"), *good).refer("P-0", [person])
    assert [one["client_id"] for one in result.kept_back] == ["C-1"]
    assert result.clients == ()


@pytest.mark.parametrize(("consent", "sent", "cards"), [(True, 1, 1), (None, 1, 0), (False, 0, 0)])
def test_no_card_without_consent(consent, sent, cards):
    """Unasked clients are named to the counsellor without a card; who refused is left out."""
    result = market(STORE).refer("P-0", [agreed("C-1", consent)])
    assert len(result.clients) == sent
    assert sum(one.card is not None for one in result.clients) == cards


def test_the_order_of_clients_changes_nothing():
    """Like clients stand in the order of their ids."""
    people = [agreed(f"C-{at}") for at in range(4)]
    matcher = market(STORE)
    assert matcher.refer("P-0", people).to_dict() == matcher.refer("P-0", people[::-1]).to_dict()


def test_protected_facts_change_nothing():
    """Gender, ethnicity and the like are not read."""
    woman = agreed("C-1", audit={"gender": "女", "ethnicity": "回族", "marital_status": "已婚"})
    assert market(STORE).refer("P-0", [woman]).to_dict() == market(STORE).refer("P-0", [agreed("C-1")]).to_dict()


def test_an_unknown_posting_is_refused():
    """The message names the id."""
    with pytest.raises(jm.UsageError, match="P-9"):
        market(STORE).refer("P-9", [])


def test_who_does_not_suit_is_told_which_bar_and_figure():
    """Other work is told as that, a small chance as that, each with the figure and the least."""
    high = posting(title="仓储总监", education="硕士", experience="10年以上")
    small = agreed("C-1", conditions={"education": "小学", "experience": [{"occupation": "仓库管理员", "years": 0.5}]})
    told = [market(row).refer("P-0", [small]).unsuited[0] for row in (posting(title="平面设计师"), high)]
    assert [one["kinds"] for one in told] == [["unrelated"], ["low_chance"]]
    assert all("不到" in one["text"] for one in told)


def test_what_speaks_against_a_client_is_told_too():
    """Schooling that is not reached, and a paper that may be lacking, as a slate tells them."""
    job, person = (
        posting(education="大专", requirements="必须持有叉车证"),
        agreed("C-1", conditions={"certificates": None}),
    )
    (one,) = market(job).refer("P-0", [person]).clients
    (item,) = market(job).recommend(person, top=5).items
    assert one.trade_offs == tuple(trade.text for trade in item.trade_offs) != ()
    assert one.to_check == tuple(line.text for line in item.limits if line.state == "unknown") != ()
