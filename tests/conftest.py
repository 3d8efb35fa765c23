"""What all tests share: the demo's market once a session, and the command line as a function."""

import csv
import json
import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from jobmatch import demo
from jobmatch.messages import use_language

# how long an example takes is the machine's business: nothing here may fail for it
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

SHARED = Path(__file__).resolve().parents[1] / "../shared/data"


@dataclass(frozen=True)
class Done:
    """What one command left behind."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """Standard output as JSON, a line an object."""
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture(autouse=True)
def _chinese(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test begins and ends in Chinese, whatever the machine's locale says."""
    monkeypatch.setenv("JOBMATCH_LANG", "zh")
    yield
    use_language("zh")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Run a command in this process: ``run("doctor")``."""
    from jobmatch.__main__ import main

    def command(*words: object) -> Done:
        capsys.readouterr()
        code = main([str(word) for word in words])
        seen = capsys.readouterr()
        return Done(code, seen.out, seen.err)

    return command


@pytest.fixture(scope="session")
def shell() -> Callable[..., Done]:
    """Run a command in a process of its own, with other environment variables where they are given."""

    def command(*words: object, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Done:
        where = {**os.environ, "JOBMATCH_LANG": "zh", "PYTHONIOENCODING": "utf-8", **(env or {})}
        call = [sys.executable, "-m", "jobmatch", *(str(word) for word in words)]
        done = subprocess.run(call, capture_output=True, env=where, cwd=cwd, timeout=120, check=False)
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return command


@pytest.fixture(scope="session")
def demo_rows() -> dict[str, dict[str, str]]:
    """The demo's postings as they stand in the file, by id."""
    with demo.postings_path().open(encoding="utf-8-sig", newline="") as table:
        return {row["岗位编号"]: row for row in csv.DictReader(table)}


@pytest.fixture(scope="session")
def demo_people() -> dict[str, dict[str, Any]]:
    """The four clients of the PLN document as JSON objects, by id."""
    return {one["client_id"]: one for one in json.loads(demo.clients_path().read_text("utf-8"))}


@pytest.fixture(scope="session")
def demo_matcher() -> Any:
    """The demo's market, indexed in memory."""
    import jobmatch as jm

    return jm.Matcher(as_of=demo.AS_OF).index(jm.read_postings(demo.postings_path()))


@pytest.fixture(scope="session")
def demo_index(demo_matcher: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's market as an index on disk."""
    folder: Path = tmp_path_factory.mktemp("market") / "index"
    demo_matcher.save(folder)
    return folder


@pytest.fixture(scope="session")
def one_client(demo_people: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with one client, the fourth of the document."""
    file: Path = tmp_path_factory.mktemp("client") / "client.json"
    file.write_text(json.dumps(demo_people["PLN-4"], ensure_ascii=False), "utf-8")
    return file


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def new_place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], str]]:
    """Where a casebook may be made, another at each call: SQLite, and PostgreSQL where a server is at hand."""
    if request.param == "sqlite":
        yield lambda: str(tmp_path_factory.mktemp("casebook") / "cases.db")
        return
    server = os.environ.get("JOBMATCH_TEST_POSTGRES_URL")
    if not server:
        pytest.skip("no PostgreSQL: run the tests with .ci/postgres, or set JOBMATCH_TEST_POSTGRES_URL")
    import psycopg

    made: list[str] = []
    with psycopg.connect(server, autocommit=True) as connection:

        def place() -> str:
            made.append(f"test_{secrets.token_hex(6)}")
            connection.execute(f"CREATE SCHEMA {made[-1]}")
            return f"{server}?options=-csearch_path%3D{made[-1]}"

        yield place
        for schema in made:
            connection.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data beside the project; tests that need it are skipped where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("real data (shared/data) is not beside the project")
    return SHARED
