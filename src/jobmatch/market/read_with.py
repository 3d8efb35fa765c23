"""With which lists of words and models the postings of an index were read: others may read them otherwise."""

from functools import cache
from hashlib import sha256
from typing import Final

from jobmatch.artefacts import MANIFEST, artefact_dir
from jobmatch.shipped import path_of

_TABLES: Final = ("text/lexicons", "screening", "screening/tables")
_ENDINGS: Final = (".csv", ".toml", ".txt", ".npz")
_MODELS: Final = ("occupations", "screening", "titles", "trades")


@cache
def read_with() -> str:
    """What tells the lists of words and the models with which postings are read."""
    tables = sorted(one for name in _TABLES for one in path_of(name).iterdir() if one.suffix in _ENDINGS)
    whole = sha256()
    for file in (*tables, *(artefact_dir(name) / MANIFEST for name in _MODELS)):
        whole.update(f"{file.name} ".encode() + sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:16]
