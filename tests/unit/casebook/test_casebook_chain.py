"""The chain of events: whole as written, and every tampering found."""

import random

import pytest
from casebooks import DAY, TIMES, entry, filled, registered
from sqlalchemy import delete, select, update

from jobmatch.casebook.casebook import Casebook
from jobmatch.casebook.tables import event, head, payload, state
from jobmatch.errors import BadInput


@pytest.fixture(scope="module")
def book(new_place):
    """Twelve events of three clients."""
    return filled(new_place())


def faults(book, *changes):
    """What verify finds after some changes, which are taken back."""
    from jobmatch.casebook.verify import verify

    with book.engine.connect() as connection, connection.begin() as transaction:
        for change in changes:
            connection.execute(change)
        found = verify(connection, book.settings).faults
        transaction.rollback()
    return [(fault.kind, fault.event) for fault in found]


def test_what_was_written_is_whole(book):
    """No fault, and the end of the chain is told."""
    verdict = book.verify()
    assert (verdict.events, verdict.faults, len(verdict.hash)) == (12, (), 64)


@pytest.mark.parametrize(
    ("column", "value"),
    [("kind", "closed"), ("what", "no_answer"), ("day", DAY.replace(year=2025)), ("author", "李指导"), ("client", 3),
     ("at", "2026-01-01T00:00:00.000000Z"), ("batch", "B-1"), ("previous", "0" * 64), ("hash", "0" * 64)],
)  # fmt: skip
def test_an_altered_row_is_found(book, column, value):
    """Whichever column, the row itself is named."""
    assert ("altered", 5) in faults(book, update(event).where(event.c.id == 5).values({column: value}))


VALUES = {"kind": "closed", "what": "no_answer", "author": "李指导", "client": 3, "batch": "B-1", "source": "x",
          "payload_hash": "0" * 64, "previous": "1" * 64, "hash": "2" * 64}  # fmt: skip


def test_any_altered_row_is_found(book):
    """A row and a column by chance, as often as is asked."""
    draw = random.Random(11)
    for _ in range(TIMES or 20):
        row, column = draw.randrange(1, 13), draw.choice(list(VALUES))
        there = event.c[column] != VALUES[column]
        change = update(event).where(event.c.id == row).values({column: VALUES[column]})
        with book.reading() as connection:
            differs = connection.execute(select(there).where(event.c.id == row)).scalar_one() is not False
        assert not differs or faults(book, change), (row, column)


def test_a_removed_row_is_found(book):
    """In the middle and at the end, or any."""
    for gone in [1, 7, 12] + [random.Random(at).randrange(1, 13) for at in range(TIMES)]:
        found = faults(book, delete(payload).where(payload.c.event == gone), delete(event).where(event.c.id == gone))
        assert ("removed", gone) in found


def test_two_exchanged_rows_are_found(book):
    """Whatever two rows, each in the other's place."""
    with book.reading() as connection:
        rows = {row.id: row._asdict() for row in connection.execute(select(event))}
    for one, other in (random.Random(7).sample(range(1, 13), 2) for _ in range(TIMES or 20)):
        swap = [
            update(event).where(event.c.id == a).values({**rows[b], "id": a}) for a, b in ((one, other), (other, one))
        ]
        found = faults(book, *swap)
        assert {("altered", one), ("altered", other)} <= set(found)


def test_what_an_event_says_is_held_by_its_hash(book):
    """Other words, and words that are gone while the person was not erased."""
    body = update(payload).where(payload.c.event == 6).values(body='{"said":"别的"}')
    assert ("payload-altered", 6) in faults(book, body)
    assert ("payload-removed", 6) in faults(book, delete(payload).where(payload.c.event == 6))


def test_a_cut_and_mended_end_is_found(book):
    """The last hash stands beside the chain."""
    assert faults(book, update(head).values(hash="0" * 64)) == [("altered", 12)]


def test_a_state_that_does_not_follow_is_found_and_built_anew(new_place):
    """The state is derived: altered by hand it is told, and rebuilt as it was."""
    book = filled(new_place())
    with book.engine.begin() as connection:
        before = connection.execute(select(state).order_by(state.c.client)).all()
        connection.execute(update(state).where(state.c.client == 2).values(category="employed", act_on=None))
    assert [(fault.kind, fault.client) for fault in book.verify().faults] == [("state", 2)]
    assert book.rebuild() == 3
    with book.reading() as connection:
        assert connection.execute(select(state).order_by(state.c.client)).all() == before


def test_no_state_is_built_from_altered_events(new_place):
    """Refused in one line; what verify finds is the row, even where its kind is none."""
    book = filled(new_place())
    with book.engine.begin() as connection:
        connection.execute(update(event).where(event.c.id == 5).values(kind="made up"))
    assert [(fault.kind, fault.event) for fault in book.verify().faults] == [("altered", 5)]
    with pytest.raises(BadInput, match="没有重新生成"):
        book.rebuild()


def test_an_erased_person_leaves_a_whole_chain(new_place):
    """No word of the person stays, the count of events does, and the state can still be rebuilt."""
    book = filled(new_place())
    book.erase("C-1", DAY, "王指导", "本人要求")
    with book.reading() as connection:
        bodies = connection.execute(select(payload.c.body).join(event).where(event.c.client == 2)).scalars().all()
        kinds = connection.execute(select(event.c.kind).where(event.c.client == 2).order_by(event.c.id)).scalars().all()
        rows = connection.execute(select(state)).all()
    assert len(bodies) == 1 and "第" not in bodies[0] and "C-1" not in repr((bodies, rows))
    assert kinds == ["registered", "contacted", "contacted", "contacted", "erased"]
    book.rebuild()
    assert book.verify().faults == ()
    with pytest.raises(BadInput, match="C-1"):
        book.standing("C-1")


def test_no_byte_of_an_erased_person_stays_in_the_files(tmp_path):
    """Neither in the file of SQLite nor in its log, while the casebook is still open."""
    book = filled(str(tmp_path / "cases.db"))
    book.add(entry("C-1", "contacted", "reached", said="独一无二的话" * 500))
    book.erase("C-1", DAY, "王指导", "本人要求")
    assert all("独一无二".encode() not in file.read_bytes() for file in tmp_path.iterdir())


def test_nothing_is_added_where_one_entry_cannot_be(new_place):
    """All or none."""
    book = Casebook.open(new_place(), create=True)
    with pytest.raises(BadInput):
        book.add(registered("C-1"), entry("C-9", "contacted", "reached"))
    assert book.verify().events == 0


def test_of_no_events_nobody_says_that_they_are_whole(new_place):
    """Neither whole nor damaged: a copy that lacks its log looks the same."""
    verdict = Casebook.open(new_place(), create=True).verify()
    assert (verdict.events, verdict.faults, verdict.whole) == (0, (), None)
