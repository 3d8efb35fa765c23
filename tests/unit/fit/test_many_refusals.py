"""A long list of refusals costs as much as it is long, and rules out what each of them does."""

from builders import client

import jobmatch as jm
from jobmatch import demo
from jobmatch.fit import refused
from jobmatch.text.work.trades import trade_names

MANY = 60


def test_what_if_looks_once_at_what_each_refusal_rules_out(monkeypatch):
    """Though one after the other is given up, and all the others are asked again."""
    seen: list[str] = []
    by_title = refused._by_title
    monkeypatch.setattr(
        refused, "_by_title", lambda case, work, *more: seen.append(work) or by_title(case, work, *more)
    )
    matcher = jm.Matcher(as_of=demo.AS_OF).index(demo.postings_path())
    matcher.what_if(client(goal={"occupations": ["保洁"], "refused": list(trade_names()[:MANY])}))
    assert MANY <= len(seen) < 6 * MANY  # each for each of MANY would be 3,600


def test_many_refusals_rule_out_what_each_of_them_does():
    """Whatever part of the list they stand in."""
    matcher = jm.Matcher(as_of=demo.AS_OF).index(demo.postings_path())
    names = trade_names()[:MANY]

    def left(refusals):
        who = client(goal={"occupations": ["保洁"], "refused": refusals})
        return matcher.what_if(who).postings_now

    assert left(list(names)) == left(list(reversed(names)))
    assert left(list(names)) <= min(left([name]) for name in names[:10])
