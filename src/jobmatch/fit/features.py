"""The features in the order in which they are shown, and all of them measured at once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit import (
    background,
    certificates,
    competition,
    distance,
    education,
    entry,
    experience,
    freshness,
    hours,
    occupation,
    pay,
    seniority,
    skills,
    words,
)
from jobmatch.fit.case import Case

FEATURES: Final[dict[str, ModuleType]] = {
    module.NAME: module
    for module in (
        occupation, background, skills, words, education, experience, entry, certificates, seniority,
        pay, distance, hours, freshness, competition,
    )
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Fit:
    """All features of some rows: values in 0..1 and where they are known, shape (rows,) a name."""

    values: dict[str, NDArray[np.float64]]
    known: dict[str, NDArray[np.bool_]]

    def with_more(self, more: "Fit") -> "Fit":
        """The fit with further features of the same rows."""
        return Fit(self.values | more.values, self.known | more.known)

    def at(self, positions: NDArray[np.intp]) -> "Fit":
        """The fit of some of the rows."""
        values = {name: value[positions] for name, value in self.values.items()}
        return Fit(values, {name: known[positions] for name, known in self.known.items()})


def measure(case: Case, neutral: Mapping[str, float], names: Collection[str] = tuple(FEATURES)) -> Fit:
    """Measure some features, all by default; what is not known takes its neutral value and so changes nothing."""
    values, known = {}, {}
    for name, feature in FEATURES.items():
        if name not in names:
            continue
        measured = feature.measure(case)
        values[name] = np.where(measured.known, measured.value, neutral[name])
        known[name] = measured.known
    return Fit(values, known)
