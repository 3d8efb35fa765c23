"""Papers that no longer hold."""

import pytest
from builders import client, limit, market, posting

TRUCK = posting(title="货车司机", requirements="B2驾照，须有货运从业资格证")


def _driver(**conditions):
    held = {"driving_licence": "B2", "certificates": ["货运从业资格证"]} | conditions
    return client(goal={"occupations": ["货车司机"]}, conditions=held)


@pytest.mark.parametrize(
    ("conditions", "states"),
    [
        ({}, ("met", "met")),
        ({"certificates": ["从业资格证已过期"]}, ("not_met", "met")),
        ({"driving_licence": "B2，已注销"}, ("met", "not_met")),
    ],
)
def test_a_paper_that_has_lapsed_is_not_held(conditions, states):
    """Neither the certificate nor the licence, whatever class it was."""
    assert tuple(limit(kind, _driver(**conditions), TRUCK) for kind in ("certificate", "licence")) == states


def test_it_is_said_what_to_renew():
    """The counsellor reads which paper does not count."""
    found = market(TRUCK).recommend(_driver(driving_licence="B2（过期）"), top=1)
    assert any("B2过期" in notice for notice in found.notices)
