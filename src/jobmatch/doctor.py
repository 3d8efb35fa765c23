"""What is installed, which parts are at hand, and whether this machine is fit."""

import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from jobmatch.messages import say

NEEDED = ("numpy", "pandas", "scikit-learn", "jieba", "joblib", "click", "pydantic", "python-calamine", "XlsxWriter",
          "charset-normalizer", "ahocorasick-rs", "opencc-python-reimplemented")  # fmt: skip
OPTIONAL = ("rjieba", "pyarrow")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its name, whether it is fit, and what was seen."""

    name: str
    fit: bool
    words: str
    optional: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The finding as JSON."""
        return asdict(self)


def examine() -> list[Finding]:
    """Look at Python, the packages, the machine and the shipped parts."""
    return [_python(), *(_package(name, False) for name in NEEDED), *(_package(name, True) for name in OPTIONAL),
            *_machine(), *_parts()]  # fmt: skip


def _python() -> Finding:
    return Finding("python", sys.version_info >= (3, 11), sys.version.split()[0])


def _package(name: str, optional: bool) -> Finding:
    try:
        return Finding(name, True, version(name), optional)
    except PackageNotFoundError:
        return Finding(name, False, say("doctor.optional" if optional else "doctor.missing", name=name), optional)


def _machine() -> Iterator[Finding]:
    cores = os.cpu_count() or 1
    yield Finding("cores", True, str(cores))


def _parts() -> Iterator[Finding]:
    """Each shipped part is tried once on a small thing."""
    from jobmatch.text.gazetteer import gazetteer
    from jobmatch.text.occupations import find_occupations
    from jobmatch.text.tokens import engine_name, tokenize

    found = find_occupations("仓库管理员", k=1)
    yield Finding("occupations", bool(found), found[0].name if found else "")
    yield Finding("gazetteer", True, str(len(gazetteer().district_codes)))
    yield Finding("words", bool(tokenize("仓库管理员")), engine_name())
