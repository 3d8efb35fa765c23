"""A market on disk: one numpy file a column, opened memory-mapped; a folder that is whole or not there."""

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np

from jobmatch.artefacts import MANIFEST, artefact_dir, hold_alone, read_json, refuse_foreign, write_artefact
from jobmatch.errors import BadInput, UsageError, unwritable
from jobmatch.market.closed import FILE as CLOSED
from jobmatch.market.columns import Market
from jobmatch.market.store_checks import check_columns
from jobmatch.market.store_files import FIELDS, arrays_of, file_names, hold, read_columns, whole
from jobmatch.messages import say
from jobmatch.text.asked.certificates import certificate_names
from jobmatch.text.asked.licence_ladder import licence_classes
from jobmatch.text.asked.skills import skill_names
from jobmatch.text.work.object_list import object_names
from jobmatch.text.work.occupations import occupation_codes
from jobmatch.text.work.trades import trade_names

KIND: Final = "jobmatch-index"
VERSION: Final = 20
_REPLACING_S: Final = 0.05  # two renames take less; who still finds nothing whole then has no index before them


def save_market(market: Market, folder: Path, closed: Mapping[str, str] | None = None) -> None:
    """Write the market into ``folder``, whole or not at all; an older index there is replaced.

    A folder that holds anything else is left alone and refused. ``closed`` are postings of which who asks for them
    is told that they were closed.
    """
    try:
        refuse_foreign(folder)
        other = (folder / MANIFEST).is_file() and read_json(folder, MANIFEST).get("kind") != KIND
    except OSError as fault:
        raise unwritable(folder, fault) from None
    if other:
        raise UsageError("not-an-index-to-replace", folder=folder)
    facts = {"kind": KIND, "version": VERSION, "fields": FIELDS, "count": market.words.count, "numbers": _numbers()}
    remembered = {CLOSED: list(closed.items())} if closed else {}
    write_artefact(folder, arrays_of(market), {"about.json": market.about, **remembered}, facts)


def content_of(market: Market) -> bytes:
    """A digest of all that a market holds: two that give other answers have another one."""
    digest = sha256(json.dumps(market.about, sort_keys=True).encode())
    for name, array in sorted(arrays_of(market).items()):
        digest.update(f"{name} {array.dtype} {array.shape}".encode())
        digest.update(np.ascontiguousarray(array).data)
    if market.crowd:
        digest.update(market.crowd.counts.tobytes())
        digest.update(repr(sorted((client, sorted(rows)) for client, rows in market.crowd.own.items())).encode())
    return digest.digest()


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Change an index with nobody else changing it meanwhile; a second one is refused, readers are not."""
    try:
        with (folder / MANIFEST).open("rb") as file:
            hold_alone(file, UsageError("index-busy", folder=folder))
            yield
    except FileNotFoundError:
        raise BadInput("no-index", folder=folder) from None


def load_market(folder: Path) -> Market:
    """Open an index memory-mapped: milliseconds, whatever its size. Threads and processes may share it.

    Both engines cut a text alike, so an index may be asked where another engine is installed. A folder that
    holds no index, another one or a damaged one is refused with one line that names the file.
    """
    try:
        return _opened(folder)
    except BadInput:
        time.sleep(_REPLACING_S)  # perhaps it is just being replaced
        return _opened(folder)


def _opened(folder: Path) -> Market:
    """The index as it lies there: sizes, kinds, shapes and bounds are looked at, the bytes in between are not."""
    with whole(folder, MANIFEST):
        if not (folder / MANIFEST).is_file():
            raise BadInput("no-index", folder=folder)
        before = _identity(folder)
        count = _checked_facts(folder)
    with whole(folder, "about.json"):
        about = read_json(folder, "about.json")
        hold(about["postings"] == count and isinstance(about["home"], str | None))
    with whole(folder, "place.npy"):  # which the market itself looks at
        market = Market(about=about, **read_columns(folder, count))
    check_columns(folder, market, count)
    with whole(folder, MANIFEST):
        hold(_identity(folder) == before)  # else half of it was read from the old index, half from the new one
    return market


def _identity(folder: Path) -> tuple[int, int, int]:
    seen = (folder / MANIFEST).stat()
    return folder.stat().st_ino, seen.st_ino, seen.st_mtime_ns


def _checked_facts(folder: Path) -> int:
    """How many postings there are, after a look whether every file is there with its size, and no other."""
    facts = read_json(folder, MANIFEST)
    if (facts.get("kind"), facts.get("version")) != (KIND, VERSION):
        raise BadInput("other-index", folder=folder, seen=f"{facts.get('kind')} {facts.get('version')}")
    if facts["numbers"] != _numbers():
        raise BadInput("other-index", folder=folder, seen=say("index.of-other-models"))
    if facts["files"].keys() - {CLOSED} != file_names() or facts["fields"] != FIELDS:
        raise BadInput("other-index", folder=folder, seen=f"{KIND} {VERSION}*")
    for name, said in facts["files"].items():
        with whole(folder, name):
            hold((folder / name).stat().st_size == said["bytes"])
    hold(type(facts["count"]) is int and facts["count"] >= 0)
    return int(facts["count"])


@cache
def _numbers() -> str:
    """What the numbers in an index stand for: the lists of names and the models they were made with."""
    lists = (skill_names(), certificate_names(), licence_classes(), occupation_codes(), trade_names(), object_names())
    models = [(artefact_dir(name) / MANIFEST).read_bytes() for name in ("occupations", "titles")]
    return sha256("\0".join("\n".join(names) for names in lists).encode("utf-8") + b"".join(models)).hexdigest()
