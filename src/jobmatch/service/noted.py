"""A note as a page shows it: which of its words were read and which were not; names and numbers stay masked."""

from collections.abc import Iterator

from jobmatch.records.profile import Profile

Pieces = tuple[tuple[str, bool], ...]  # the note in its order; whether something was read from the piece


def pieces(text: str, profile: Profile) -> Pieces:
    """The note cut at what was read from it.

    >>> from jobmatch.intake.notes import read_notes
    >>> pieces("49岁，爱唱歌", read_notes("49岁，爱唱歌"))
    (('49岁', True), ('，爱唱歌', False))
    """
    from jobmatch.intake.notes import masking  # whoever serves no notes does not wait for their readers

    hide = masking(text)
    cut = tuple((hide(piece), is_read) for piece, is_read in _cut(text, profile) if piece)
    whole = hide(text)  # a number that was cut in two would no longer be known as one
    return cut if "".join(piece for piece, _ in cut) == whole else ((whole, False),)


def _cut(text: str, profile: Profile) -> Iterator[tuple[str, bool]]:
    found = sorted((part.start, part.end) for one in profile.evidence.values() for part in one.parts or (one,))
    at = 0
    for start, end in found:
        if end > at:
            yield text[at:start], False
            yield text[max(at, start) : end], True
            at = end
    yield text[at:], False
