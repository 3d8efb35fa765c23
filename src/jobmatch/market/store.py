"""A market on disk: one numpy file a column, opened memory-mapped; a folder that is whole or not there."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np

from jobmatch.artefacts import MANIFEST, read_array, read_json, write_artefact
from jobmatch.errors import BadInput, UsageError
from jobmatch.market.columns import Lists, Market
from jobmatch.market.heap import Heap
from jobmatch.market.impacts import Impacts

KIND = "jobmatch-index"
VERSION = 1
_PARTS = {
    "skills": Lists,
    "certificates": Lists,
    "hard_certificates": Lists,
    "words": Impacts,
    "title_keys": Heap,
    "shown": Heap,
}


def save_market(market: Market, folder: Path) -> None:
    """Write the market into ``folder``, whole or not at all; an older index there is replaced.

    A folder that holds anything else is left alone and refused.
    """
    if folder.exists() and not _is_index(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError("not-an-index-to-replace", folder=folder)
    heaps = {name: list(getattr(market, name).fields) for name, kind in _PARTS.items() if kind is Heap}
    facts = {"kind": KIND, "version": VERSION, "fields": heaps, "count": market.words.count}
    write_artefact(folder, _arrays(market), {"about.json": market.about}, facts)


def load_market(folder: Path) -> Market:
    """Open an index memory-mapped: milliseconds, whatever its size. Threads and processes may share it.

    Both engines cut a text alike, so an index may be asked where another engine is installed.
    """
    facts = _checked_facts(folder)
    about = read_json(folder, "about.json")
    values: dict[str, Any] = {"about": about}
    for field in fields(Market):
        if field.name in _PARTS:
            values[field.name] = _part(folder, field.name, facts)
        elif field.name != "about":
            values[field.name] = read_array(folder, f"{field.name}.npy")
    return Market(**values)


def _is_index(folder: Path) -> bool:
    try:
        return (folder / MANIFEST).is_file() and read_json(folder, MANIFEST).get("kind") == KIND
    except ValueError:
        return False


def _checked_facts(folder: Path) -> dict[str, Any]:
    """The manifest, after a look whether every file is there with its size."""
    if not (folder / MANIFEST).is_file():
        raise BadInput("no-index", folder=folder)
    try:
        facts: dict[str, Any] = read_json(folder, MANIFEST)
    except ValueError:
        raise BadInput("broken-index", folder=folder, file=MANIFEST) from None
    if facts.get("kind") != KIND or facts.get("version") != VERSION:
        raise BadInput("other-index", folder=folder, seen=f"{facts.get('kind')} {facts.get('version')}")
    for name, said in facts["files"].items():
        path = folder / name
        if not path.is_file() or path.stat().st_size != said["bytes"]:
            raise BadInput("broken-index", folder=folder, file=name)
    return facts


def _part(folder: Path, name: str, facts: dict[str, Any]) -> Any:
    kind = _PARTS[name]
    said: dict[str, Any] = {
        Heap: {"fields": tuple(facts["fields"].get(name, ()))},
        Impacts: {"count": facts["count"]},
    }.get(kind, {})
    arrays = [field.name for field in fields(kind) if field.name not in said]
    return kind(**said, **{part: read_array(folder, f"{name}.{part}.npy") for part in arrays})


def _arrays(market: Market) -> dict[str, np.ndarray[Any, Any]]:
    found: dict[str, np.ndarray[Any, Any]] = {}
    for field in fields(Market):
        value = getattr(market, field.name)
        parts = (
            {f".{part.name}": getattr(value, part.name) for part in fields(value)}
            if field.name in _PARTS
            else {"": value}
        )
        found |= {f"{field.name}{name}.npy": part for name, part in parts.items() if isinstance(part, np.ndarray)}
    return found
