"""Rosters in and out: once, again, changed, previewed, undone."""

from dataclasses import replace

import pytest
from casebooks import DAY, entry, registered

import jobmatch as jm
from jobmatch.casebook.casebook import Casebook
from jobmatch.casebook.export import roster_rows
from jobmatch.casebook.roster import Beside, import_roster, undo
from jobmatch.dataset.roster_identities import read_identities, read_whose
from jobmatch.errors import BadInput, UsageError

ROWS = [
    {"求职者编号": f"C-{at}", "姓名": f"张某{at}", "手机": f"1380000000{at}", "年龄": 40 + at, "文化程度": "高中",
     "求职意向": "库管", "登记日期": "2026-11-02", "就业状态": "失业"}
    for at in range(4)
]  # fmt: skip
COUNTED = ("read", "new", "changed", "unchanged", "rejected", "duplicates")


@pytest.fixture
def book(new_place):
    """An empty casebook."""
    return Casebook.open(new_place(), create=True)


def take_in(book, rows, who=None, **more):
    """What became of the rows."""
    beside = Beside({"office": "榆垡"}, read_whose(rows), who or {})
    return import_roster(book, jm.read_clients(rows, as_of=DAY), DAY, "王指导", beside, **more)


def counted(done):
    """The balance alone."""
    return tuple(getattr(done, name) for name in COUNTED)


def test_the_same_roster_twice_changes_nothing(book):
    """Four new, then four unchanged and not one event more."""
    assert counted(take_in(book, ROWS)) == (4, 4, 0, 0, 0, 0)
    before = book.verify()
    assert counted(take_in(book, ROWS)) == (4, 0, 0, 4, 0, 0)
    assert book.verify() == before


def test_a_preview_counts_and_writes_nothing(book):
    """The same figures as the import itself."""
    preview = take_in(book, ROWS, dry_run=True)
    assert (preview.batch, book.verify().events) == (None, 0)
    assert counted(preview) == counted(take_in(book, ROWS))


def test_only_what_differs_is_taken_in(book):
    """One row changed, one new, one rejected, one twice: every row is accounted for."""
    take_in(book, ROWS)
    rows = [ROWS[0] | {"年龄": 45}, *ROWS[1:], ROWS[1], ROWS[0] | {"求职者编号": "C-9"}, {**ROWS[2], "求职者编号": ""}]
    assert counted(take_in(book, rows)) == (7, 1, 1, 3, 1, 1)
    assert book.history("C-0")[-1].payload["profile"] == {"conditions": {"age": 45}}


def test_an_old_roster_does_not_undo_what_was_learned_since(book):
    """The row says what it said before; the counsellor's note stays."""
    take_in(book, ROWS)
    book.add(entry("C-1", "notes_read", profile={"conditions": {"education": "大专"}}))
    assert counted(take_in(book, ROWS)) == (4, 0, 0, 4, 0, 0)
    assert book.standing("C-1").person.conditions.education == "大专"


def test_a_batch_is_undone_by_further_events(book):
    """Who was new is closed, what was changed is as before, who was worked with since is kept; nothing is deleted."""
    take_in(book, ROWS[:2])
    before = book.standing("C-0").profile
    second = take_in(book, [ROWS[0] | {"年龄": 45}, ROWS[1] | {"年龄": 46}, *ROWS[2:]])
    book.add(entry("C-1", "contacted", "reached"))
    events = book.verify().events
    counts = {"batch": second.batch, "closed": 2, "restored": 1, "kept": 1}
    assert undo(book, second.batch, DAY, "王指导") == counts | {"kept_clients": ["C-1"]}
    assert book.standing("C-0").profile == before
    assert [book.standing(one).open for one in ("C-1", "C-2", "C-3")] == [True, False, False]
    assert book.verify().events == events + 3
    assert book.verify().faults == ()
    with pytest.raises(UsageError, match="已经撤销过"):
        undo(book, second.batch, DAY, "王指导")


def test_after_an_undo_the_roster_can_come_in_again(book):
    """Who was closed by the undo is new again."""
    undo(book, take_in(book, ROWS).batch, DAY, "王指导")
    assert counted(take_in(book, ROWS)) == (4, 4, 0, 0, 0, 0)
    assert book.standing("C-0").open


def test_an_unknown_batch_and_a_roster_without_ids_are_refused(book):
    """By row numbers nobody is known again."""
    with pytest.raises(UsageError, match="B-1"):
        undo(book, "B-1", DAY, "王指导")
    with pytest.raises(BadInput, match="编号列"):
        take_in(book, [{name: cell for name, cell in row.items() if name != "求职者编号"} for row in ROWS])


def test_what_goes_out_comes_in_as_it_was(book):
    """The exported roster says of everybody what is known; a second casebook takes it in the same."""
    take_in(book, ROWS)
    rows = roster_rows(book)
    again = jm.read_clients(rows, as_of=DAY)
    assert [one.to_dict() for one in again] == [book.standing(one.client_id).person.to_dict() for one in again]
    assert not any("张某" in repr(row) for row in rows)


def test_whose_client_it_is_comes_in_with_the_row(book):
    """Office, counsellor and household of the row go before those of the whole roster; a change of them is a change."""
    rows = [ROWS[0] | {"指导员": "李指导", "户号": "H-7"}, ROWS[1] | {"服务站": "礼贤"}]
    take_in(book, rows)
    held = [book.standing(one) for one in ("C-0", "C-1")]
    assert [(one.office, one.counsellor, one.household) for one in held] == [
        ("榆垡", "李指导", "H-7"), ("礼贤", None, None),
    ]  # fmt: skip
    assert counted(take_in(book, rows)) == (2, 0, 0, 2, 0, 0)
    assert counted(take_in(book, [rows[0] | {"指导员": "赵指导"}, rows[1]])) == (2, 0, 1, 1, 0, 0)


def test_names_come_in_and_go_out_only_where_asked(book):
    """Apart, and never in what an event says."""
    take_in(book, ROWS, who=read_identities(ROWS))
    assert roster_rows(book, with_identity=True)[2]["姓名"] == "张某2"
    assert "张某" not in repr([replace(one, batch=None) for one in book.history("C-2")])


def test_what_speaks_against_work_goes_out_and_comes_in(book):
    """Health limits, care duties and languages: nobody is sent to heavy work because a roster was moved."""
    book.add(
        registered("C-H", conditions={"health_limits": ["不能搬重物"]}, family={"care_duties": ["child", "elder"]})
    )
    (row,) = [row for row in roster_rows(book) if "C-H" in row.values()]
    (again,) = jm.read_clients([row], as_of=DAY)
    assert again.conditions.health_limits == ("不能搬重物",)
    assert set(again.family.care_duties) == {"child", "elder"}
