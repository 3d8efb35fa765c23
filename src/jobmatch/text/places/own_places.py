"""A service's own places: a CSV of units in the place of those that ship, and the tables that names are found by.

The columns are ``code, name, other_names, parent, latitude, longitude``. A code has six digits, the first of them not
0: two each for the widest unit, the one below it and the district (``450000`` a state, ``450017`` a city in it with
nothing between); nine for a town within a district. ``parent`` is the code of the unit right above. Other names are
separated by ``;``, one of up to three capital letters (OR, SC) counts in capitals only. Points may be missing.
"""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from jobmatch.errors import BadInput
from jobmatch.patterns import late

_COLUMNS: Final = ("code", "name", "other_names", "parent", "latitude", "longitude")
_CODE: Final = late(r"[1-9][0-9]{5}(?:[0-9]{3})?")
_LATIN_NAME: Final = late(r"[A-Za-z][A-Za-z .'’-]*")
_SHORT_NAME: Final = late(r"[A-Z]{1,3}")
_RADIUS_KM: Final = 12  # how rough a point is, as of a district that ships without points of its towns
Tables = dict[str, npt.NDArray[np.generic]]


class _Unit(NamedTuple):
    number: int  # nine digits
    name: str
    other_names: str
    parent: str
    lat: float
    lon: float
    row: int  # of the file


def read_places(file: Path) -> Tables:
    """The tables of a gazetteer from a CSV; ``BadInput`` tells the first row that cannot be used."""
    units = sorted(_units(file))
    names: dict[str, list[int]] = {}
    romanised: list[tuple[str, int]] = []
    for row, unit in enumerate(units):
        for name in filter(None, map(str.strip, (unit.name, *unit.other_names.split(";")))):
            if _LATIN_NAME.fullmatch(name):
                romanised.append((_romanised(name), row))
            elif len(name) > 1:
                names.setdefault(name, []).append(row)
    return {
        "codes": np.array([unit.number for unit in units], dtype=np.int32),
        "names": blob(unit.name for unit in units),
        "lat": np.array([unit.lat for unit in units], dtype=np.float32),
        "lon": np.array([unit.lon for unit in units], dtype=np.float32),
        "radius": np.full(len(units), _RADIUS_KM, dtype=np.uint8),
        "landmark_host": np.zeros(0, dtype=np.int32),
        "landmark_point": np.zeros((0, 2)),
        **key_tables({name: names[name] for name in sorted(names)}, [True] * len(names)),
        "pinyin": blob(word for word, _ in romanised),
        "pinyin_ids": np.array([row for _, row in romanised], dtype=np.int32),
        **dict.fromkeys(("after", "letters", "groups", "latin_tails", "latin_abroad", "generic", "borne"), blob(())),
        "old_codes": np.zeros((0, 2), dtype=np.int32),
    }


def blob(texts: Iterable[str]) -> npt.NDArray[np.uint8]:
    """Texts as bytes, one a line."""
    return np.frombuffer("\n".join(texts).encode("utf-8"), dtype=np.uint8)


def key_tables(rows_of: Mapping[str, Sequence[int]], full: Sequence[bool]) -> Tables:
    """Sorted names, the rows each may mean and whether it says what it is, grouped by their first two characters."""
    starts: dict[str, int] = {}
    byte_starts, at = [], 0
    for i, key in enumerate(rows_of):
        if key[:2] not in starts:
            starts[key[:2]] = i
            byte_starts.append(at)
        at += len(key.encode("utf-8")) + 1
    return {
        "keys": blob(rows_of),
        "key_start": np.cumsum([0, *map(len, rows_of.values())], dtype=np.int32),
        "key_ids": np.array([row for rows in rows_of.values() for row in rows], dtype=np.int32),
        "key_full": np.array(full, dtype=np.bool_),
        "prefixes": blob(starts),
        "prefix_keys": np.array([*starts.values(), len(rows_of)], dtype=np.int32),
        "prefix_bytes": np.array([*byte_starts, at], dtype=np.int32),
    }


def _romanised(name: str) -> str:
    return name if _SHORT_NAME.fullmatch(name) else re.sub("[^a-z]", "", name.lower())


def _units(file: Path) -> list[_Unit]:
    try:
        table = csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines())
    except FileNotFoundError:
        raise BadInput("no-file", file=file) from None
    for name in _COLUMNS:
        if name not in (table.fieldnames or ()):
            raise BadInput("catalogue-missing", file=file.name, row=1, field=name)
    units: dict[int, _Unit] = {}
    for row, values in enumerate(table, start=2):
        unit = _unit(file, row, {name: (values[name] or "").strip() for name in _COLUMNS})
        if unit.number in units:
            raise _unreadable(file, row, "code", values["code"])
        units[unit.number] = unit
    for unit in units.values():
        if unit.parent and int(unit.parent.ljust(9, "0")) not in units:
            raise _unreadable(file, unit.row, "parent", unit.parent)
    return list(units.values())


def _unit(file: Path, row: int, values: dict[str, str]) -> _Unit:
    code, parent = values["code"], values["parent"]
    lat, lon = _degrees(values["latitude"], 90), _degrees(values["longitude"], 180)
    fine = {
        "code": bool(_CODE.fullmatch(code)),
        "name": bool(values["name"]),
        "parent": _encloses(parent, code) if parent else code.endswith("0000"),
        "latitude": lat is not None,
        "longitude": lon is not None,
    }
    for column, is_fine in fine.items():
        if not is_fine:
            raise _unreadable(file, row, column, values[column])
    assert lat is not None
    assert lon is not None
    return _Unit(int(code.ljust(9, "0")), values["name"], values["other_names"], parent, lat, lon, row)


def _unreadable(file: Path, row: int, column: str, seen: str) -> BadInput:
    return BadInput("catalogue-value", file=file.name, row=row, field=column, seen=seen)


def _encloses(parent: str, code: str) -> bool:
    """Whether a code lies in the run of its parent's codes: 450000 holds 450017, 450017 holds 450017001."""
    stem = re.sub("(?:00)+$", "", parent)
    return bool(_CODE.fullmatch(parent)) and parent != code and code.startswith(stem)


def _degrees(said: str, most: float) -> float | None:
    """Degrees, NaN where nothing is said, None where it cannot be."""
    try:
        value = float(said or "nan")
    except ValueError:
        return None
    return None if abs(value) > most else value
