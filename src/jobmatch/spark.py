"""Recommendations for a Spark table of clients: the index is opened memory-mapped on each worker.

The index lies on a path that all workers see, or is shipped to them with ``SparkContext.addFile(..., recursive=True)``
and named by its bare name. Each client's answer is the same text as ``jobmatch recommend --format json`` prints.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobmatch.matcher import Matcher
from jobmatch.records.client import Client

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame


def recommend(
    clients: "DataFrame",
    index_path: str,
    top: int = 3,
    *,
    as_of: date | str | None = None,
    column: str = "client",
    language: str = "zh",
) -> "DataFrame":
    """Jobs for each client of a Spark table: columns ``client_id`` and ``recommendations`` (JSON), one row a client.

    ``column`` holds the client as the JSON of the contract. ``as_of`` is the day for which the answers count, the day
    of the call where it is None, so that all workers have the same. A client that cannot be read ends the job with
    the field and the value, as the reader of clients does.
    """
    day = str(as_of or date.today())

    def serve(parts: "Iterable[pd.DataFrame]") -> "Iterator[pd.DataFrame]":
        return _serve(parts, index_path, day, top, column, language)

    return clients.select(column).mapInPandas(serve, "client_id string, recommendations string")


def _serve(
    parts: "Iterable[pd.DataFrame]", index_path: str, day: str, top: int, column: str, language: str
) -> "Iterator[pd.DataFrame]":
    """The clients of one worker, part by part."""
    import pandas as pd

    from jobmatch.messages import use_language

    use_language(language)
    matcher = _opened(index_path, day)
    for part in parts:
        people = [Client.from_dict(json.loads(text)) for text in part[column]]
        slates = [matcher.recommend(client, top).to_dict() for client in people]
        yield pd.DataFrame(
            {
                "client_id": [one.client_id for one in people],
                "recommendations": [json.dumps(slate, ensure_ascii=False, allow_nan=False) for slate in slates],
            }
        )


@lru_cache(maxsize=2)
def _opened(index_path: str, day: str) -> Matcher:
    """The index at a path, else among the files that were shipped to this worker."""
    folder: Any = Path(index_path)
    if not folder.exists():
        from pyspark import SparkFiles

        folder = Path(SparkFiles.get(index_path))
    return Matcher.load(folder, as_of=day)
