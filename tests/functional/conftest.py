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
