"""What the tests of the commands share: a command asked for the one client, and the first job handed over."""

import pytest

from jobmatch import demo


@pytest.fixture
def ask(run, demo_index, one_client):
    """Run a command for the one client on the index: ``ask("recommend", "--format", "json")``."""

    def command(name, *words, client=one_client):
        where = ("--client", client, "--postings", demo_index, "--as-of", demo.AS_OF)
        return run(name, *where, *words)

    return command


@pytest.fixture
def best(ask):
    """The id of the client's first job."""
    return ask("recommend", "--format", "json").objects[0]["recommendations"][0]["posting_id"]


@pytest.fixture(scope="session")
def serving(demo_index):
    """The application over the demo's index, with what it logs: ``serving()``, or with other names and a language."""
    from starlette.testclient import TestClient

    from jobmatch.service.app import application
    from jobmatch.workflows.source import Held, Source

    held = Held.open(Source(str(demo_index), as_of=demo.AS_OF))

    def client(**how):
        lines = []
        made = TestClient(application(held, log=lines.append, **how), base_url="http://127.0.0.1:8123")
        made.log = lines
        return made

    return client


@pytest.fixture(scope="session")
def service(serving):
    """The application as it is started without options."""
    return serving()


@pytest.fixture
def post(service):
    """Ask the service: ``post("assess", client=...)``."""
    return lambda name, **body: service.post(f"/api/{name}", json=body)
