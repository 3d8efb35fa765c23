"""Trained artefacts: folders of plain arrays and JSON beside a manifest with sizes and SHA-256.

In the source tree they lie in ``models/`` beside ``src/``; in an installed package in ``jobmatch/_models``.
Nothing is ever unpickled: an artefact can hold numbers and words, never code.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from math import prod
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import Struct
from typing import IO, Any, Final
from zipfile import ZipFile

import numpy as np

from jobmatch.errors import UsageError, unwritable
from jobmatch.patterns import late
from jobmatch.shipped import path_of

MANIFEST = "manifest.json"

_MAGIC: Final = b"\x93NUMPY\x01\x00"
_BEGIN_BYTES: Final = 128  # of a file, in which numpy puts what it says of a plain array
# What it says, as it writes it; an index has 75 arrays, and a parser of Python takes ten times as long for each.
_HEADER: Final = late(
    re.escape(_MAGIC) + rb"..\{'descr': '([<|][a-z][0-9])', 'fortran_order': False, 'shape': \(([0-9, ]*)\), \} *\n",
    re.DOTALL,
)

_MEMBER_HEAD: Final = Struct("<26xHH")  # of a file in a zip: how long its name is, and what else stands before it


@cache
def artefact_dir(name: str) -> Path:
    """The folder of the artefact ``name``; ``FileNotFoundError`` where the package was built without it.

    >>> artefact_dir("occupations").name
    'occupations'
    """
    package = path_of("")
    places = (package / "_models" / name, package.parents[1] / "models" / name)
    for place in places:
        if (place / MANIFEST).is_file():
            return place
    raise FileNotFoundError(places[0])


def read_array(folder: Path, file: str) -> np.ndarray[Any, Any]:
    """An array of an artefact, mapped into memory: only what is used is read."""
    with (folder / file).open("rb", buffering=0) as opened:
        if plain := _plain(opened.read(_BEGIN_BYTES)):
            return _laid_out(mmap(opened.fileno(), 0, access=ACCESS_READ), plain)
    # not np.load, which opens other kinds of file as well: this takes an array of plain values or fails
    array: np.ndarray[Any, Any] = np.lib.format.open_memmap(folder / file, mode="r")
    return array.view(np.ndarray)  # a plain array over the map: memmap's own indexing is several times slower


class Arrays(Mapping[str, np.ndarray[Any, Any]]):
    """The arrays of a file of arrays (npz) that is not packed, mapped into memory like those of an artefact.

    >>> places = Arrays(path_of("text/lexicons/places.npz"))
    >>> places["codes"].dtype, len(places["codes"]) == len(places["lat"])
    (dtype('int32'), True)
    """

    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            self._pages = mmap(opened.fileno(), 0, access=ACCESS_READ)
            members = ZipFile(opened).infolist()
        self._begins = {member.filename.removesuffix(".npy"): member.header_offset for member in members}
        self._array = cache(self._read)

    def _read(self, name: str) -> np.ndarray[Any, Any]:
        head = self._begins[name] + _MEMBER_HEAD.size
        begin = head + sum(_MEMBER_HEAD.unpack_from(self._pages, self._begins[name]))
        plain = _plain(self._pages[begin : begin + _BEGIN_BYTES])
        if plain is None:
            raise ValueError(name)
        return _laid_out(self._pages, plain, begin)

    def __getitem__(self, name: str) -> np.ndarray[Any, Any]:
        return self._array(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._begins)

    def __len__(self) -> int:
        return len(self._begins)


_Plain = tuple[str, tuple[int, ...], int]  # the kind of number, the shape, where the numbers begin


def _plain(begin: bytes) -> _Plain | None:
    """What the beginning of a file says of a plain array; None where it holds another one or nothing."""
    ends = len(_MAGIC) + 2 + int.from_bytes(begin[len(_MAGIC) :][:2], "little")
    said = _HEADER.fullmatch(begin[:ends])
    shape = tuple(int(size) for size in said[2].split(b",") if size.strip()) if said else ()
    return (said[1].decode(), shape, ends) if said and prod(shape) else None


def _laid_out(pages: mmap, plain: _Plain, begin: int = 0) -> np.ndarray[Any, Any]:
    kind, shape, ends = plain
    array = np.frombuffer(pages, kind, prod(shape), begin + ends).reshape(shape)
    return array if array.flags.aligned else array.copy()  # of what begins anywhere, memory has no view of numbers


def read_json(folder: Path, file: str) -> Any:
    """A JSON file of an artefact."""
    return json.loads((folder / file).read_text(encoding="utf-8"))


def sha256(path: Path) -> str:
    """The SHA-256 of a file, as it stands in the manifest."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def damaged_files(folder: Path) -> list[str]:
    """The files that are missing or differ from the manifest; empty where all is well.

    >>> damaged_files(artefact_dir("occupations"))
    []

    Without a manifest that can be read, nothing is known of the others.
    """
    try:
        facts = {str(name): said["sha256"] for name, said in read_json(folder, MANIFEST)["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return [MANIFEST]
    return [name for name, seen in facts.items() if not (folder / name).is_file() or sha256(folder / name) != seen]


def _write_json(path: Path, value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def write_artefact(
    folder: Path,
    arrays: Mapping[str, np.ndarray[Any, Any]],
    texts: Mapping[str, Any],
    facts: Mapping[str, Any],
) -> None:
    """Write an artefact whole or not at all: arrays as ``.npy``, texts as JSON (``str`` as it is), a manifest.

    The bytes depend on the values alone, so that the same training gives the same files. An older artefact is
    replaced; a folder that holds a single file more than its manifest names is left alone and refused.
    """
    # of a link the folder behind it is replaced, and "." has a name and a parent; a ring of links has neither
    try:
        target = folder.resolve()
        refuse_foreign(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        from tempfile import TemporaryDirectory  # only who writes pays for it

        with TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.", ignore_cleanup_errors=True) as aside:
            _fill(Path(aside) / "new", arrays, texts, facts)
            _exchange(target, Path(aside))
    except (OSError, RuntimeError) as fault:
        raise unwritable(folder, fault) from None


def refuse_foreign(folder: Path) -> None:
    """Refuse to replace what is no artefact, or one beside whose files somebody has laid others."""
    if folder.exists() and (not folder.is_dir() or strange_files(folder)):
        raise UsageError("not-an-index-to-replace", folder=folder)


def strange_files(folder: Path) -> list[str]:
    """The files in the folder of an artefact that its manifest does not name."""
    own = _own_files(folder)
    return [path.name for path in folder.iterdir() if path.name not in own or path.is_dir()]


def _own_files(folder: Path) -> set[str]:
    try:
        return {MANIFEST, *read_json(folder, MANIFEST)["files"]}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return set()


def _fill(
    new: Path, arrays: Mapping[str, np.ndarray[Any, Any]], texts: Mapping[str, Any], facts: Mapping[str, Any]
) -> None:
    new.mkdir()
    for file, array in arrays.items():
        np.save(new / file, np.ascontiguousarray(array), allow_pickle=False)
    for file, value in texts.items():
        if isinstance(value, str):
            (new / file).write_text(value, encoding="utf-8")
        else:
            _write_json(new / file, value)
    listed = {path.name: {"bytes": path.stat().st_size, "sha256": sha256(path)} for path in sorted(new.iterdir())}
    _write_json(new / MANIFEST, {**facts, "files": listed})


def _exchange(target: Path, aside: Path) -> None:
    """Put the new folder in the place of the old one; where the old one turns out to be foreign, it comes back."""
    new, old = aside / "new", aside / "old"
    if target.exists() and _swapped(new, target):
        try:
            refuse_foreign(new)  # once more, now that nobody lays anything into it under its name
        except BaseException:
            _swapped(new, target)
            raise
        return
    try:
        if target.exists():
            target.rename(old)
            refuse_foreign(old)
        new.rename(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.rename(target)
        raise


def hold_alone(file: IO[bytes], busy: UsageError) -> None:
    """Let no other process hold an open file until it is closed; ``busy`` where one does."""
    try:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:  # a system without locks of this kind
        pass
    except BlockingIOError:
        raise busy from None


_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


def _swapped(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, so that whoever is stopped leaves one of them; False where nobody can."""
    import ctypes

    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
