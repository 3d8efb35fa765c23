"""Whether an index is sound: its manifest, every file byte by byte, and what it was read with."""

from dataclasses import dataclass
from pathlib import Path

from jobmatch.artefacts import damaged_files, strange_files
from jobmatch.errors import BadInput
from jobmatch.market.read_with import read_with
from jobmatch.market.store import load_market
from jobmatch.messages import listing, say
from jobmatch.records.told import AsJson

_NAMED = 5  # files that a line names


@dataclass(frozen=True, slots=True)
class Soundness(AsJson):
    """What was found of an index: whether it may be used, how much it holds, and in a line what is amiss."""

    index: str
    sound: bool
    postings: int | None
    amiss: str | None  # the kind of what is amiss
    text: str


def look_into(folder: Path) -> Soundness:
    """Every byte of an index held against its manifest; opening one looks at sizes, shapes and bounds alone."""
    try:
        market = load_market(folder)
    except BadInput as fault:
        return Soundness(str(folder), False, None, fault.key, str(fault))
    count, name = len(market), str(folder)
    if damaged := damaged_files(folder):
        text = str(BadInput("broken-index", folder=folder, file=listing(damaged, _NAMED)))
        return Soundness(name, False, count, "broken-index", text)
    if strange := strange_files(folder):
        files = listing(sorted(strange), _NAMED)
        return Soundness(name, True, count, "strange-files", say("index.strange-files", folder=folder, files=files))
    if market.about.get("read_with") not in (None, read_with()):
        return Soundness(name, True, count, "other-words", say("index.other-words", folder=folder))
    return Soundness(name, True, count, None, say("index.sound", folder=folder, count=count))
