"""A counsellor's note as a profile."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from jobmatch.errors import BadInput
from jobmatch.files.notes_apart import data_in
from jobmatch.files.read import load_bytes
from jobmatch.files.word import note_text
from jobmatch.messages import listing, say
from jobmatch.records.profile import Profile
from jobmatch.text.dates import day_of
from jobmatch.workflows.source import Source, Tell, open_postings, quiet


def notes(
    file: str,
    source: Source | None = None,
    *,
    client_id: str | None = None,
    home: str | None = None,
    today: str | None = None,
    keep_identity: bool = False,
    corrections: Sequence[str] = (),
    tell: Tell = quiet,
) -> Profile:
    """P: a note as a profile, corrected by hand; with postings, questions are in the order of what they change."""
    from jobmatch.intake.correct import corrected
    from jobmatch.intake.notes import read_notes

    day = None if today is None else day_of(today)
    read = read_notes(note_in(file), today=day, client_id=client_id, home=home, keep_identity=keep_identity)
    profile = corrected(read, corrections)
    if source is None:
        return profile
    matcher, _ = open_postings(source, tell)
    return replace(profile, questions=matcher.assess(profile.client).questions)


def note_in(file: str) -> str:
    """The text of a note: of a text file in any encoding, of a Word document, or of standard input (``-``).

    A file in which several clients stand is refused: read as one, they would become a client who does not exist.
    So is one that holds the data of clients: read as words, nearly all of it would be lost.
    """
    from jobmatch.intake.people import begins_of_people

    name, data = Path(file).name, load_bytes(Path(file))
    if told := data_in(data, name):
        raise BadInput("note-is-data", file=name, seen=say(f"file-kind.{told}"))
    text = note_text(data, name)
    begins = begins_of_people(text)
    if len(begins) > 1:
        lines = listing(begins[:_MOST_NAMED]) + ("…" if len(begins) > _MOST_NAMED else "")
        raise BadInput("several-people", file=name, count=len(begins), lines=lines)
    return text


_MOST_NAMED: Final = 10  # lines at which people begin that an error names


def data_of(file: str) -> str | None:
    """What data of clients a file holds that may be a note: ``profile``, ``roster`` or None."""
    return data_in(load_bytes(Path(file)), Path(file).name)
