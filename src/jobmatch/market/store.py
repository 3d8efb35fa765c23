"""A market on disk: one numpy file a column, opened memory-mapped; a folder that is whole or not there."""

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from functools import cache
from hashlib import sha256
from pathlib import Path
from tokenize import TokenError
from typing import Any, Final, get_args, get_origin

import numpy as np
from numpy.typing import NDArray

from jobmatch.artefacts import MANIFEST, artefact_dir, read_array, read_json, refuse_foreign, write_artefact
from jobmatch.errors import BadInput, UsageError, unwritable
from jobmatch.market.closed import FILE as CLOSED
from jobmatch.market.columns import PAPER, SHOWN, Market
from jobmatch.market.heap import Heap
from jobmatch.market.impacts import Impacts
from jobmatch.market.lists import Lists, Runs
from jobmatch.messages import say
from jobmatch.text.asked.certificates import certificate_names
from jobmatch.text.asked.licences import licence_classes
from jobmatch.text.asked.skills import skill_names
from jobmatch.text.asked.vehicles import VEHICLES
from jobmatch.text.work.duties import BY_EMPLOYER, BY_TITLE
from jobmatch.text.work.objects import WORDS, object_names
from jobmatch.text.work.occupations import occupation_codes
from jobmatch.text.work.trades import MOST, NONE, WAYS, trade_names

KIND: Final = "jobmatch-index"
VERSION: Final = 17
_PARTS: Final = {
    "skills": Lists,
    "skill_runs": Runs,
    "certificates": Lists,
    "hard_certificates": Lists,
    "words": Impacts,
    "title_keys": Heap,
    "shown": Heap,
}
_FIELDS: Final = {"title_keys": ["key"], "shown": list(SHOWN)}
_REPLACING_S: Final = 0.05  # two renames take less; who still finds nothing whole then has no index before them
_READ_WHOLE_BYTES: Final = 2_000_000  # of larger files samples are looked at, so that opening stays milliseconds
_SAMPLES: Final = 10_000
# whatever numpy and json raise on bytes that they did not write
_DAMAGE: Final = (ValueError, KeyError, TypeError, EOFError, OSError, RecursionError, AttributeError, IndexError,
                  OverflowError, MemoryError, SyntaxError, TokenError)  # fmt: skip


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
    facts = {"kind": KIND, "version": VERSION, "fields": _FIELDS, "count": market.words.count, "numbers": _numbers()}
    remembered = {CLOSED: list(closed.items())} if closed else {}
    write_artefact(folder, _arrays(market), {"about.json": market.about, **remembered}, facts)


def content_of(market: Market) -> bytes:
    """A digest of all that a market holds: two that give other answers have another one."""
    whole = sha256(json.dumps(market.about, sort_keys=True).encode())
    for name, array in sorted(_arrays(market).items()):
        whole.update(f"{name} {array.dtype} {array.shape}".encode())
        whole.update(np.ascontiguousarray(array).data)
    if market.crowd:
        whole.update(market.crowd.counts.tobytes())
        whole.update(repr(sorted((client, sorted(rows)) for client, rows in market.crowd.own.items())).encode())
    return whole.digest()


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Change an index with nobody else changing it meanwhile; a second one is refused, readers are not."""
    try:
        with (folder / MANIFEST).open("rb") as file:
            try:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except ImportError:  # a system without locks of this kind
                pass
            except BlockingIOError:
                raise UsageError("index-busy", folder=folder) from None
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
    with _whole(folder, MANIFEST):
        if not (folder / MANIFEST).is_file():
            raise BadInput("no-index", folder=folder)
        before = _identity(folder)
        count = _checked_facts(folder)
    with _whole(folder, "about.json"):
        about = read_json(folder, "about.json")
        _hold(about["postings"] == count and isinstance(about["home"], str | None))
    with _whole(folder, "place.npy"):  # which the market itself looks at
        market = Market(about=about, **_columns(folder, count))
    _check(folder, market, count)
    with _whole(folder, MANIFEST):
        _hold(_identity(folder) == before)  # else half of it was read from the old index, half from the new one
    return market


@contextmanager
def _whole(folder: Path, file: str) -> Iterator[None]:
    """Whatever goes wrong inside is the damage of ``file``."""
    try:
        yield
    except BadInput:
        raise
    except _DAMAGE as error:
        raise BadInput("broken-index", folder=folder, file=file) from error


def _hold(fact: bool) -> None:
    if not fact:
        raise ValueError


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
    if facts["files"].keys() - {CLOSED} != _files() or facts["fields"] != _FIELDS:
        raise BadInput("other-index", folder=folder, seen=f"{KIND} {VERSION}*")
    for name, said in facts["files"].items():
        with _whole(folder, name):
            _hold((folder / name).stat().st_size == said["bytes"])
    _hold(type(facts["count"]) is int and facts["count"] >= 0)
    return int(facts["count"])


@cache
def _numbers() -> str:
    """What the numbers in an index stand for: the lists of names and the models they were made with."""
    lists = (skill_names(), certificate_names(), licence_classes(), occupation_codes(), trade_names(), object_names())
    models = [(artefact_dir(name) / MANIFEST).read_bytes() for name in ("occupations", "titles")]
    return sha256("\0".join("\n".join(names) for names in lists).encode("utf-8") + b"".join(models)).hexdigest()


@cache
def _kinds(holder: type) -> dict[str, np.dtype[Any]]:
    """The arrays of a dataclass and the kind of number each holds, from their annotations."""
    arrays = {field.name: field.type for field in fields(holder) if get_origin(field.type) is np.ndarray}
    return {name: np.dtype(get_args(get_args(said)[1])[0]) for name, said in arrays.items()}


@cache
def _files() -> frozenset[str]:
    parts = {f"{name}.{part}.npy" for name, kind in _PARTS.items() for part in _kinds(kind)}
    return frozenset({"about.json", *parts, *(f"{name}.npy" for name in _kinds(Market))})


def _columns(folder: Path, count: int) -> dict[str, Any]:
    values: dict[str, Any] = {name: _array(folder, f"{name}.npy", kind) for name, kind in _kinds(Market).items()}
    for name, holder in _PARTS.items():
        arrays = {part: _array(folder, f"{name}.{part}.npy", kind) for part, kind in _kinds(holder).items()}
        said = {"fields": tuple(_FIELDS[name])} if holder is Heap else {"count": count} if holder is Impacts else {}
        values[name] = holder(**said, **arrays)
    return values


def _array(folder: Path, file: str, kind: np.dtype[Any]) -> NDArray[Any]:
    with _whole(folder, file):
        array = read_array(folder, file)
        _hold(array.dtype == kind and array.ndim > 0)
    return array


def _check(folder: Path, market: Market, count: int) -> None:
    """Every column against the number of rows, every offset and position against what it points into."""
    titles, works = max(0, len(market.title_keys.ends) - 1), len(market.work_vectors)
    shapes = {
        "occupations": (count, 3),
        "occupation_chances": (count, 3),
        "trades": (count, MOST),
        "objects": (count, WORDS),
        "work_vectors": (works, _meanings()),
    }
    for name in _kinds(Market):
        with _whole(folder, f"{name}.npy"):
            _hold(getattr(market, name).shape == shapes.get(name, (count,)))
    _within(folder, "place.npy", market.place, 0, 999_999)
    _within(folder, "title.npy", market.title, 0, titles - 1)
    for name, many in (("work", works), ("kind", count), ("spot", count)):
        _within(folder, f"{name}.npy", getattr(market, name), 0, many - 1)
    _within(folder, "occupations.npy", market.occupations, 0, len(occupation_codes()) - 1)
    _within(folder, "trades.npy", market.trades, NONE, WAYS * len(trade_names()) - 1)
    _within(folder, "work_told_by.npy", market.work_told_by, BY_TITLE, BY_EMPLOYER)
    _within(folder, "licence.npy", market.licence, -1, len(licence_classes()) - 1)
    _within(folder, "years_instead.npy", market.years_instead, 0, PAPER)
    _within(folder, "own_vehicle.npy", market.own_vehicle, -1, len(VEHICLES) - 1)
    _check_lists(folder, "skills", market.skills, count, len(skill_names()))
    _check_lists(folder, "certificates", market.certificates, count, len(certificate_names()))
    _check_lists(folder, "hard_certificates", market.hard_certificates, count, len(certificate_names()))
    _check_runs(folder, market.skill_runs, count, len(skill_names()))
    _check_words(folder, market.words, count)
    _check_heap(folder, "title_keys", market.title_keys, titles)
    _check_heap(folder, "shown", market.shown, count)


@cache
def _meanings() -> int:
    return len(read_array(artefact_dir("titles"), "centre.npy"))


def _check_lists(folder: Path, name: str, lists: Lists, count: int, numbers: int) -> None:
    asked = len(lists.values)
    for part in ("required", "preferred"):
        with _whole(folder, f"{name}.{part}.npy"):
            _hold(getattr(lists, part).shape == (count,))
    _offsets(folder, f"{name}.starts.npy", lists.starts, count, asked)
    _within(folder, f"{name}.values.npy", lists.values, 0, 2 * numbers - 1)


def _check_runs(folder: Path, runs: Runs, count: int, numbers: int) -> None:
    _offsets(folder, "skill_runs.starts.npy", runs.starts, 2 * numbers, len(runs.rows))
    _within(folder, "skill_runs.rows.npy", runs.rows, 0, count - 1)


def _check_words(folder: Path, words: Impacts, count: int) -> None:
    _offsets(folder, "words.starts.npy", words.starts, len(words.hashes), len(words.rows))
    _within(folder, "words.rows.npy", words.rows, 0, count - 1)
    with _whole(folder, "words.hashes.npy"):
        _hold(words.hashes.ndim == 1 and _ascending(words.hashes))
    with _whole(folder, "words.impacts.npy"):
        _hold(words.impacts.shape == words.rows.shape)
    with _whole(folder, "words.codes.npy"):
        _hold(words.codes.shape == words.rows.shape)
    _within(folder, "words.codes.npy", words.codes, 0, len(words.values) - 1)
    with _whole(folder, "words.lengths.npy"):
        _hold(words.lengths.shape == (count,) and words.values.ndim == 1)


def _check_heap(folder: Path, name: str, heap: Heap, rows: int) -> None:
    _offsets(folder, f"{name}.ends.npy", heap.ends, rows * len(heap.fields), len(heap.block))
    with _whole(folder, f"{name}.block.npy"):
        _hold(heap.block.ndim == 1)


def _offsets(folder: Path, file: str, offsets: NDArray[Any], many: int, length: int) -> None:
    """Where each of ``many`` stretches begins in an array of ``length``, and where the last one ends."""
    with _whole(folder, file):
        _hold(offsets.shape == (many + 1,) and offsets[0] == 0 and offsets[-1] == length and _ascending(offsets))


def _within(folder: Path, file: str, array: NDArray[Any], least: int, most: int) -> None:
    with _whole(folder, file):
        seen = _looked_at(array)
        _hold(seen.size == 0 or (seen.min() >= least and seen.max() <= most))


def _ascending(array: NDArray[Any]) -> bool:
    seen = _looked_at(array)
    return bool(np.all(seen[1:] >= seen[:-1]))  # not the difference, which wraps round where there is no sign


def _looked_at(array: NDArray[Any]) -> NDArray[Any]:
    if array.nbytes <= _READ_WHOLE_BYTES:
        return array
    return array[:: max(1, len(array) // _SAMPLES)]


def _arrays(market: Market) -> dict[str, NDArray[Any]]:
    found: dict[str, NDArray[Any]] = {f"{name}.npy": getattr(market, name) for name in _kinds(Market)}
    for name, holder in _PARTS.items():
        found |= {f"{name}.{part}.npy": getattr(getattr(market, name), part) for part in _kinds(holder)}
    return found
