"""A plan as it is read: what stands on the sheet, and where."""

from builders import client, market, posting

from jobmatch.reports.plan import plan as sheet_of
from jobmatch.reports.rows import for_people
from jobmatch.reports.sheet import section

NO_SUCH_WORK = {"occupations": ["潜水员"], "clarity": "clear"}


def _blocks(person, *rows):
    return sheet_of(market(*rows).plan(person)).blocks


def test_a_plan_without_jobs_says_so_and_still_looks_for_some():
    """Neither a way that speaks of fitting posts, nor a plan in which finding one is left out."""
    blocks = dict(_blocks(client(goal=NO_SUCH_WORK), posting()))
    (jobs,) = (lines for name, lines in blocks.items() if "推荐岗位" in name)
    assert "没有合适的岗位" in blocks["就业途径"][0]
    assert jobs[-1] == "留意新岗位，有合适的当天联系本人"


def test_what_is_overdue_stands_first():
    """A promise whose day has gone by is not looked for at the foot."""
    late = client(family={"zero_employment": True}, registration={"registered_on": "2026-01-05"})
    assert _blocks(late, posting())[0][0] == "承诺"
    assert _blocks(client(registration={"registered_on": "2026-11-20"}), posting())[0][0] == "就业途径"


def test_promises_without_a_registration_say_from_when_they_are_counted():
    """Today stands in for the day of registration, with a word."""
    assert "登记日期不详" in sheet_of(market(posting()).plan(client())).foot


def test_a_public_welfare_post_is_marked_in_the_plan():
    """Nobody takes it for a post of the market."""
    eligible = client(registration={"groups": ["低保"]})
    blocks = _blocks(eligible, posting(kind="public_welfare"))
    (jobs,) = (lines for name, lines in blocks if "推荐岗位" in name)
    assert jobs[0].endswith("托底安置（公益性岗位）")


def test_the_table_of_a_plan_holds_no_words_of_the_program():
    """Follow-up and promises are named as people name them, and who keeps them."""
    poor = client(family={"zero_employment": True}, registration={"registered_on": "2026-11-20"})
    rows = [for_people(row) for row in market(posting()).plan(poor).to_rows()]
    assert not any(word.isascii() for row in rows for word in (row["措施"], row["谁来办"]))


def test_a_plan_is_signed_on_paper():
    """By the client and the counsellor, with the day, below everything else."""
    written = section(sheet_of(market(posting()).plan(client())))
    assert all(f"<span>{who}：</span>" in written for who in ("本人签字", "指导员签字", "日期"))
    assert written.endswith("</p></section>")
