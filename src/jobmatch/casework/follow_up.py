"""What is due, and for whom."""

from datetime import date
from typing import TYPE_CHECKING

from jobmatch.casework.workplace import Workplace

if TYPE_CHECKING:
    from jobmatch.casebook.views import Agenda


def due(workplace: Workplace, office: str | None, counsellor: str | None, top: int | None) -> "Agenda":
    """For whom something is due, and why."""
    book = workplace.book()
    found = book.due(workplace.day, office=office, counsellor=counsellor, most=top)
    from jobmatch.casebook.views import Agenda

    count = len(found) if top is None else book.count_due(workplace.day, office=office, counsellor=counsellor)
    return Agenda(workplace.day, tuple(found), count)


def calendar(
    workplace: Workplace, office: str | None, counsellor: str | None
) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """What runs for everybody, whenever it is due: the client, the day of asking, and each duty with its day."""
    found = workplace.book().due(date.max, office=office, counsellor=counsellor)
    return [
        (one.client_id, workplace.day.isoformat(), [(duty.due_on, duty.words(workplace.day)) for duty in one.duties])
        for one in found
    ]
