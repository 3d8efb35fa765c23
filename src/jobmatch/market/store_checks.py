"""Whether the columns of an index fit together: every offset and number points into what there is."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.artefacts import artefact_dir, read_array
from jobmatch.market.columns import PAPER, Market
from jobmatch.market.heap import Heap
from jobmatch.market.impacts import Impacts
from jobmatch.market.lists import Lists, Runs
from jobmatch.market.store_files import hold, kinds, whole
from jobmatch.text.asked.certificates import certificate_names
from jobmatch.text.asked.licence_ladder import licence_classes
from jobmatch.text.asked.skills import skill_names
from jobmatch.text.asked.vehicles import VEHICLES
from jobmatch.text.work.duties import BY_EMPLOYER, BY_TITLE
from jobmatch.text.work.object_rows import WORDS
from jobmatch.text.work.occupations import occupation_codes
from jobmatch.text.work.trades import MOST, NONE, WAYS, trade_names

_READ_WHOLE_BYTES: Final = 2_000_000  # of larger files samples are looked at, so that opening stays milliseconds
_SAMPLES: Final = 10_000


def check_columns(folder: Path, market: Market, count: int) -> None:
    """Every column against the number of rows, every offset and position against what it points into."""
    titles, works = max(0, len(market.title_keys.ends) - 1), len(market.work_vectors)
    shapes = {
        "occupations": (count, 3),
        "occupation_chances": (count, 3),
        "trades": (count, MOST),
        "objects": (count, WORDS),
        "work_vectors": (works, _meanings()),
    }
    for name in kinds(Market):
        with whole(folder, f"{name}.npy"):
            hold(getattr(market, name).shape == shapes.get(name, (count,)))
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
        with whole(folder, f"{name}.{part}.npy"):
            hold(getattr(lists, part).shape == (count,))
    _offsets(folder, f"{name}.starts.npy", lists.starts, count, asked)
    _within(folder, f"{name}.values.npy", lists.values, 0, 2 * numbers - 1)


def _check_runs(folder: Path, runs: Runs, count: int, numbers: int) -> None:
    _offsets(folder, "skill_runs.starts.npy", runs.starts, 2 * numbers, len(runs.rows))
    _within(folder, "skill_runs.rows.npy", runs.rows, 0, count - 1)


def _check_words(folder: Path, words: Impacts, count: int) -> None:
    _offsets(folder, "words.starts.npy", words.starts, len(words.hashes), len(words.rows))
    _within(folder, "words.rows.npy", words.rows, 0, count - 1)
    with whole(folder, "words.hashes.npy"):
        hold(words.hashes.ndim == 1 and _ascending(words.hashes))
    with whole(folder, "words.impacts.npy"):
        hold(words.impacts.shape == words.rows.shape)
    with whole(folder, "words.codes.npy"):
        hold(words.codes.shape == words.rows.shape)
    _within(folder, "words.codes.npy", words.codes, 0, len(words.values) - 1)
    with whole(folder, "words.lengths.npy"):
        hold(words.lengths.shape == (count,) and words.values.ndim == 1)


def _check_heap(folder: Path, name: str, heap: Heap, rows: int) -> None:
    _offsets(folder, f"{name}.ends.npy", heap.ends, rows * len(heap.fields), len(heap.block))
    with whole(folder, f"{name}.block.npy"):
        hold(heap.block.ndim == 1)


def _offsets(folder: Path, file: str, offsets: NDArray[Any], many: int, length: int) -> None:
    """Where each of ``many`` stretches begins in an array of ``length``, and where the last one ends."""
    with whole(folder, file):
        hold(offsets.shape == (many + 1,) and offsets[0] == 0 and offsets[-1] == length and _ascending(offsets))


def _within(folder: Path, file: str, array: NDArray[Any], least: int, most: int) -> None:
    with whole(folder, file):
        seen = _looked_at(array)
        hold(seen.size == 0 or (seen.min() >= least and seen.max() <= most))


def _ascending(array: NDArray[Any]) -> bool:
    seen = _looked_at(array)
    return bool(np.all(seen[1:] >= seen[:-1]))  # not the difference, which wraps round where there is no sign


def _looked_at(array: NDArray[Any]) -> NDArray[Any]:
    if array.nbytes <= _READ_WHOLE_BYTES:
        return array
    return array[:: max(1, len(array) // _SAMPLES)]
