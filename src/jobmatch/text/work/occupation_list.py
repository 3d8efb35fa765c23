"""The occupations of the 2022 classification: their codes and names, their groups, and how near they are to others."""

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np

from jobmatch import settings
from jobmatch.artefacts import artefact_dir, read_array
from jobmatch.text.linear import Array

_MAJOR, _MID, _MINOR = 1, 4, 7  # characters of a code that name its groups: 4, 4-02, 4-02-06


@cache
def catalogue() -> tuple[tuple[str, ...], tuple[str, ...], dict[str, int]]:
    """The codes, their names in the same order, and the place of each code."""
    lines = (artefact_dir("occupations") / "occupations.tsv").read_text(encoding="utf-8").splitlines()
    codes, names = zip(*(line.split("\t") for line in lines), strict=True)
    return codes, names, {code: place for place, code in enumerate(codes)}


def occupation_codes() -> tuple[str, ...]:
    """The codes, in the order that every index and vector of occupations uses.

    >>> "4-02-06-01" in occupation_codes()
    True
    """
    return catalogue()[0]


def occupation_index(code: str) -> int:
    """The place of a code in ``occupation_codes``; a code that is none raises ``KeyError``."""
    return catalogue()[2][code]


def occupation_name(code: str) -> str:
    """The name of a code; a code that is none raises ``KeyError``.

    >>> occupation_name("4-02-06-01")
    '仓储管理员'
    """
    return catalogue()[1][occupation_index(code)]


def minor_group(code: str) -> str:
    """The minor group of an occupation, by code.

    >>> minor_group("4-02-06-01")
    '4-02-06'
    """
    return code[:_MINOR]


def mid_classes(codes: Sequence[str]) -> Array:
    """Which mid class each code is in, as numbers from 0.

    >>> mid_classes(["4-02-06-01", "4-02-06-02", "4-07-05-01"]).tolist()
    [0, 0, 1]
    """
    found: Array = np.unique([code[:_MID] for code in codes], return_inverse=True)[1]
    return found


@lru_cache(maxsize=512)  # of each trade
def places_beside(codes: tuple[str, ...]) -> Array:
    """The places of all codes of the mid groups of some."""
    groups = {code[:_MID] for code in codes}
    return np.flatnonzero([code[:_MID] in groups for code in occupation_codes()])


def is_left_over(code: str) -> bool:
    """Whether a code only says that the work is in none of the others: nobody can be advised to look for it.

    >>> is_left_over("8-00-00-00"), is_left_over("4-02-06-01")
    (True, False)
    """
    return code.startswith("8-")


@cache
def _ancestry() -> tuple[Array, ...]:
    """Which major, mid and minor group each code is in, as numbers in the order of the codes."""
    parts = ([code[:length] for code in occupation_codes()] for length in (_MAJOR, _MID, _MINOR))
    numbered = ((part, {group: number for number, group in enumerate(dict.fromkeys(part))}) for part in parts)
    return tuple(np.array([number[group] for group in part]) for part, number in numbered)


@lru_cache(maxsize=4096)  # every code of the classification, 6 kB each
def occupation_affinity(index: int) -> Array:
    """How near every code is to the code at ``index``, 0..1, one float32 a code.

    Near by the classification (the same minor, mid or major group) or by the work itself, whichever is more.

    >>> near = occupation_affinity(occupation_index("4-02-06-01"))  # 仓储管理员
    >>> bool(near[occupation_index("4-02-06-02")] > near[occupation_index("2-07-04-00")])  # 理货员 > 律师
    True
    """
    levels = settings.load().table("occupation_model.affinity")
    result = np.zeros(len(occupation_codes()), dtype=np.float32)
    for group, name in zip(_ancestry(), ("same_major", "same_mid", "same_minor"), strict=True):
        result[group == group[index]] = levels[name]
    folder = artefact_dir("occupations")
    near, value = read_array(folder, "near.npy")[index], read_array(folder, "nearness.npy")[index]
    result[near] = np.maximum(result[near], value.astype(np.float32) / 255)
    result[index] = 1
    result.setflags(write=False)
    return result
