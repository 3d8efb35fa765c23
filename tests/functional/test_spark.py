"""Spark on this machine gives what the command line gives, byte for byte."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

import jobmatch as jm
from jobmatch import demo

pyspark = pytest.importorskip("pyspark", reason="the extra spark is not installed")
if shutil.which("java") is None:
    pytest.skip("Spark needs Java", allow_module_level=True)


@pytest.fixture(scope="module")
def session():
    """Two workers on this machine."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    made = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    made.sparkContext.setLogLevel("ERROR")
    yield made
    made.stop()


@pytest.fixture(scope="module")
def people(demo_people):
    """The four clients of the document under sixteen ids."""
    four = list(demo_people.values())
    return [four[at % 4] | {"client_id": f"S-{at:02d}"} for at in range(16)]


def served(session, people, index):
    """Client → the text of their recommendations."""
    from jobmatch.spark import recommend

    rows = [(json.dumps(one, ensure_ascii=False),) for one in people]
    table = session.createDataFrame(rows, "client string").repartition(4)
    return {row.client_id: row.recommendations for row in recommend(table, index, as_of=demo.AS_OF).collect()}


def local(people, index):
    """The same by the library."""
    matcher = jm.Matcher.load(index, as_of=demo.AS_OF)
    slates = (matcher.recommend(jm.Client(**one)) for one in people)
    return {one.client_id: json.dumps(one.to_dict(), ensure_ascii=False) for one in slates}


def test_spark_gives_the_same_bytes(session, people, demo_index):
    """From an index on a path that all workers see."""
    assert served(session, people, str(demo_index)) == local(people, demo_index)


def test_an_index_can_be_shipped(session, people, demo_index, tmp_path_factory):
    """By its bare name, where no path is shared."""
    copy = tmp_path_factory.mktemp("shipped") / "shipped-index"
    shutil.copytree(demo_index, copy)
    session.sparkContext.addFile(str(copy), recursive=True)
    assert not Path("shipped-index").exists()
    assert served(session, people[:2], "shipped-index") == local(people[:2], demo_index)
