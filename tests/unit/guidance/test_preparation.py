"""The résumé: what it begins with, in people's words."""

from builders import client

from jobmatch.guidance.preparation import resume_points


def general(refused, years):
    """What belongs into the résumé of a client who carried meals and repaired cars."""
    past = [{"occupation": "外卖", "years": years}, {"occupation": "汽修", "years": 3}]
    person = client(goal={"refused": refused}, conditions={"experience": past})
    return "；".join(resume_points(person, ())["general"])


def test_work_that_is_refused_is_not_put_first():
    """Nobody who will not carry meals again begins with them."""
    assert "外卖" in general([], 2)
    told = general(["送外卖"], 2)
    assert "外卖" not in told
    assert "汽修3年" in told


def test_less_than_a_year_is_told_in_months():
    """Half a year and ten months, not 0.5 and 0.83 years."""
    assert "外卖半年" in general([], 0.5)
    assert "外卖10个月" in general([], 0.83)
