"""Trained artefacts: folders of plain arrays and JSON beside a manifest with sizes and SHA-256.

In the source tree they lie in ``models/`` beside ``src/``; in an installed package in ``jobmatch/_models``.
Nothing is ever unpickled: an artefact can hold numbers and words, never code.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

MANIFEST = "manifest.json"


@cache
def artefact_dir(name: str) -> Path:
    """The folder of the artefact ``name``; ``FileNotFoundError`` where the package was built without it.

    >>> artefact_dir("occupations").name
    'occupations'
    """
    package = Path(str(files("jobmatch")))
    places = (package / "_models" / name, package.parents[1] / "models" / name)
    for place in places:
        if (place / MANIFEST).is_file():
            return place
    raise FileNotFoundError(places[0])


def read_array(folder: Path, file: str) -> np.ndarray[Any, Any]:
    """An array of an artefact, mapped into memory: only what is used is read."""
    array: np.ndarray[Any, Any] = np.load(folder / file, mmap_mode="r", allow_pickle=False)
    return array.view(np.ndarray)  # a plain array over the map: memmap's own indexing is several times slower


def read_json(folder: Path, file: str) -> Any:
    """A JSON file of an artefact."""
    return json.loads((folder / file).read_text(encoding="utf-8"))


def sha256(path: Path) -> str:
    """The SHA-256 of a file, as it stands in the manifest."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def damaged_files(folder: Path) -> list[str]:
    """The files that are missing or differ from the manifest; empty where all is well.

    >>> damaged_files(artefact_dir("occupations"))
    []
    """
    listed: Mapping[str, Mapping[str, Any]] = read_json(folder, MANIFEST)["files"]
    return [
        file for file, facts in listed.items()
        if not (folder / file).is_file() or sha256(folder / file) != facts["sha256"]
    ]  # fmt: skip


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

    The bytes depend on the values alone, so that the same training gives the same files.
    """
    part = folder.with_name(folder.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for file, array in arrays.items():
        np.save(part / file, np.ascontiguousarray(array), allow_pickle=False)
    for file, value in texts.items():
        if isinstance(value, str):
            (part / file).write_text(value, encoding="utf-8")
        else:
            _write_json(part / file, value)
    listed = {path.name: {"bytes": path.stat().st_size, "sha256": sha256(path)} for path in sorted(part.iterdir())}
    _write_json(part / MANIFEST, {**facts, "files": listed})
    shutil.rmtree(folder, ignore_errors=True)
    os.replace(part, folder)  # noqa: PTH105 - the atomic move of the standard library
