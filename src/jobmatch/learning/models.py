"""Models of a folder: what was learned, which one is in force, and the way back.

A model is an artefact of plain arrays; its folder is named after the SHA-256 of its manifest, and the manifest
names the SHA-256 of every file, so that a byte changed anywhere is seen before anything is read. ``champion.json``
says which one is in force and which were before. ``default`` is the knowledge without outcomes.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from jobmatch.artefacts import MANIFEST, damaged_files, read_array, read_json, sha256, write_artefact
from jobmatch.errors import BadInput, JobmatchError, UsageError, unwritable
from jobmatch.files.write import write_whole
from jobmatch.learning.moves import Learned, Move
from jobmatch.learning.pairs import NAMES
from jobmatch.settings import Settings

DEFAULT: Final = "default"
_CHAMPION: Final = "champion.json"
_NAME: Final = re.compile(r"learned-[0-9a-f]{12}")
_FILES: Final = frozenset(("chance.npy", "use.npy", "features.json", "card.md"))
_FARTHEST: Final = 50.0  # log-odds; a weight beyond it was not learned


@dataclass(frozen=True)
class Models:
    """The models of one folder."""

    folder: Path

    def names(self) -> list[str]:
        """Every model, the knowledge first, then by name."""
        found = self.folder.iterdir() if self.folder.is_dir() else ()
        return [DEFAULT, *sorted(path.name for path in found if _NAME.fullmatch(path.name) and path.is_dir())]

    @property
    def champion(self) -> str:
        """The model in force."""
        return str(self._state()["champion"])

    def add(self, learned: Learned, facts: dict[str, Any], card: str) -> str:
        """Write a model under the name of its content; the same training gives the same name and bytes."""
        new = self.folder / ".new"
        try:
            self._lay(new, learned, facts, card)
            return self._named(new)
        except (OSError, JobmatchError) as fault:  # the name of a folder on its way tells nobody anything
            if isinstance(fault, JobmatchError) and fault.key != "cannot-write":
                raise type(fault)(fault.key, **{**fault.values, "folder": self.folder}) from None
            raise unwritable(self.folder, fault) from None

    def _lay(self, new: Path, learned: Learned, facts: dict[str, Any], card: str) -> None:
        arrays = {side: np.array([move.base, *move.weights]) for side, move in learned.sides}
        write_artefact(
            new,
            {f"{side}.npy": array for side, array in arrays.items()},
            {"features.json": ["base", *NAMES], "card.md": card},
            {"kind": "jobmatch model", "format": 1, **facts},
        )

    def _named(self, new: Path) -> str:
        """The new model under the name of its content; the one that is there already where it is the same."""
        name = f"learned-{sha256(new / MANIFEST)[:12]}"
        if (self.folder / name).exists():
            for path in new.iterdir():
                path.unlink()
            new.rmdir()
        else:
            new.rename(self.folder / name)
        return name

    def check_folder(self) -> None:
        """Refuse a folder that is missing or holds no model."""
        if self.names() == [DEFAULT] and not (self.folder / _CHAMPION).is_file():
            raise BadInput("no-models", folder=self.folder)

    def check(self, name: str) -> None:
        """Refuse a name that is none, and a model of which a byte differs or a file is too many or missing."""
        if name == DEFAULT:
            return
        folder = self.folder / name
        if not _NAME.fullmatch(name) or not folder.is_dir() or folder.is_symlink():
            raise UsageError("no-such-model", model=name, known=", ".join(self.names()))
        there = {path.name for path in folder.iterdir()}
        whole = there == _FILES | {MANIFEST} and not any((folder / file).is_symlink() for file in there)
        if not whole or sha256(folder / MANIFEST)[:12] != name.removeprefix("learned-") or damaged_files(folder):
            raise BadInput("model-damaged", model=name)
        if set(read_json(folder, MANIFEST)["files"]) != _FILES:
            raise BadInput("model-damaged", model=name)

    def facts(self, name: str) -> dict[str, Any]:
        """What is told of a model: how it was made and what it moves."""
        self.check(name)
        about: dict[str, Any] = {"model": name, "champion": name == self.champion}
        if name != DEFAULT:
            manifest = read_json(self.folder / name, MANIFEST)
            about |= {key: value for key, value in manifest.items() if key != "files"}
        return about | {"moves": self.moves(name)}

    def moves(self, name: str) -> dict[str, dict[str, float]]:
        """What a model adds to the bases and weights of both sides; the knowledge adds nothing."""
        self.check(name)
        keys = ["base", *NAMES]
        if name == DEFAULT:
            return {side: dict.fromkeys(keys, 0.0) for side in ("chance", "use")}
        if read_json(self.folder / name, "features.json") != keys:
            raise BadInput("model-of-another-version", model=name)
        sides = {side: read_array(self.folder / name, f"{side}.npy") for side in ("chance", "use")}
        for values in sides.values():
            sound = values.shape == (len(keys),) and values.dtype == np.float64
            if not sound or not (np.abs(values) <= _FARTHEST).all():
                raise BadInput("model-damaged", model=name)
        return {side: dict(zip(keys, values.tolist(), strict=True)) for side, values in sides.items()}

    def learned(self, name: str) -> Learned | None:
        """A model as moves; None for the knowledge."""
        if name == DEFAULT:
            return None
        chance, use = (Move(moved.pop("base"), np.array(list(moved.values()))) for moved in self.moves(name).values())
        return Learned(chance, use, {}, {})

    def settings(self, base: Settings, name: str | None = None) -> Settings:
        """The settings with a model laid over them, that in force where none is named."""
        chosen = name or self.champion
        if chosen == DEFAULT:
            return base
        return Settings({**base.values, "learned": {"model": chosen, **self.moves(chosen)}})

    def diff(self, one: str, other: str) -> dict[str, dict[str, list[float]]]:
        """Where two models differ: side → weight → what each adds."""
        first, second = self.moves(one), self.moves(other)
        return {
            side: {key: [value, second[side][key]] for key, value in first[side].items() if value != second[side][key]}
            for side in first
        }

    def promote(self, name: str) -> None:
        """Put a model in force."""
        self.check(name)
        state = self._state()
        if name != state["champion"]:
            self._write({"champion": name, "before": [*state["before"], state["champion"]]})

    def rollback(self) -> str:
        """Put the one before in force again; its name."""
        state = self._state()
        if not state["before"]:
            raise UsageError("no-model-before")
        *rest, last = state["before"]
        self.check(last)
        self._write({"champion": last, "before": rest})
        return str(last)

    def _state(self) -> dict[str, Any]:
        path = self.folder / _CHAMPION
        if not path.is_file():
            return {"champion": DEFAULT, "before": []}
        try:
            state = json.loads(path.read_text(encoding="utf-8"))
            sound = isinstance(state["champion"], str) and all(isinstance(one, str) for one in state["before"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            sound = False
        if not sound:
            raise BadInput("model-damaged", model=_CHAMPION)
        return dict(state)

    def _write(self, state: dict[str, Any]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(self.folder / _CHAMPION, json.dumps(state, indent=1).encode() + b"\n")


def models_at(path: str) -> tuple[Models, str | None]:
    """The models of a folder, and the one that a path names: ``DIR`` or ``DIR/NAME``."""
    place = Path(path)
    if _NAME.fullmatch(place.name):
        return Models(place.parent), place.name
    return Models(place), None
