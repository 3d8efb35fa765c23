"""What is installed, which parts are at hand, and whether this machine is fit."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from typing import Final

from jobmatch.artefacts import artefact_dir, damaged_files
from jobmatch.messages import say
from jobmatch.records.told import AsJson

_FOR_MAKERS: Final = ("test", "dev")  # extras that nobody needs who only uses jobmatch
_OF_SERVE: Final = ("fastapi", "starlette", "uvicorn", "jinja2", "python_multipart")
_MODELS: Final = ("occupations", "titles", "trades", "screening", "notes")


@dataclass(frozen=True, slots=True)
class Finding(AsJson):
    """One thing looked at: its name, whether it is fit, and what was seen."""

    name: str
    fit: bool
    words: str
    optional: bool = False


def examine() -> list[Finding]:
    """Look at Python, the packages, the machine and the shipped parts."""
    return [_python(), *_packages(), *_machine(), *map(_model, _MODELS), *_parts(), _serve()]


def _python() -> Finding:
    return Finding("python", sys.version_info >= (3, 11), sys.version.split()[0])


def _packages() -> Iterator[Finding]:
    """The packages that jobmatch was installed to need, then those that it can use besides."""
    try:
        wanted = requires("jobmatch") or []
    except PackageNotFoundError:  # run from a folder of sources: what it needs is not known
        yield Finding("jobmatch", False, say("doctor.missing", name="jobmatch"))
        return
    extras = [(re.findall(r"extra == [\"'](.+?)[\"']", line), line) for line in wanted]
    named: dict[str, bool] = {}  # a package that is needed, or that several extras bring, is told once
    for found, line in sorted(extras, key=lambda pair: (bool(pair[0]), pair[1])):
        if not set(found) & set(_FOR_MAKERS):
            named.setdefault(re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0], bool(found))
    yield from (_package(name, optional) for name, optional in named.items())


def _package(name: str, optional: bool) -> Finding:
    try:
        return Finding(name, True, version(name), optional)
    except PackageNotFoundError:
        return Finding(name, False, say("doctor.optional" if optional else "doctor.missing", name=name), optional)


def _machine() -> Iterator[Finding]:
    cores = os.cpu_count() or 1
    yield Finding("cores", True, str(cores))


def _model(name: str) -> Finding:
    """A trained model is fit where every file of it is, byte by byte, what the manifest says."""
    try:
        damaged = damaged_files(artefact_dir(name))
    except OSError as error:
        return _failed(f"{name} model", error)
    words = say("doctor.damaged", files=", ".join(damaged)) if damaged else "SHA-256"
    return Finding(f"{name} model", not damaged, words)


def _parts() -> Iterator[Finding]:
    """Each shipped part is tried once on a small thing."""
    for name, trial in {"occupations": _occupation, "titles": _meaning, "gazetteer": _places, "words": _words}.items():
        yield _tried(name, trial)


def _serve() -> Finding:
    """The pages and the REST service, without what they need being loaded."""
    there = all(map(find_spec, _OF_SERVE))
    return Finding("serve", there, "jobmatch serve" if there else say("error.no-serve"), optional=True)


def _tried(name: str, trial: Callable[[], tuple[bool, str]]) -> Finding:
    try:
        return Finding(name, *trial())
    except Exception as error:  # whatever breaks in a broken part is what was looked for
        return _failed(name, error)


def _failed(name: str, error: Exception) -> Finding:
    return Finding(name, False, say("doctor.failed", kind=type(error).__name__))


def _occupation() -> tuple[bool, str]:
    from jobmatch.text.work.occupations import find_occupations

    found = find_occupations("仓库管理员", k=1)
    return bool(found), found[0].name if found else ""


def _meaning() -> tuple[bool, str]:
    from jobmatch.text.work.titles import title_vectors

    vectors = title_vectors(["仓库管理员", "库管员"])
    likeness = float(vectors[0] @ vectors[1])
    return likeness > 0, f"{likeness:.2f}"


def _places() -> tuple[bool, str]:
    from jobmatch.text.places.gazetteer import gazetteer

    codes = len(gazetteer().district_codes)
    return codes > 0, str(codes)


def _words() -> tuple[bool, str]:
    from jobmatch.text.tokens import engine_name, tokenize

    return bool(tokenize("仓库管理员")), engine_name()
