"""The description for programs says what the service does: its examples are answered, as it describes the answers."""

import json
from itertools import product

import pytest

from jobmatch.service.described import EXAMPLES
from jobmatch.service.questions import QUESTIONS


@pytest.fixture(scope="module")
def described(service):
    """The description, in which an answer may hold nothing that is not described."""
    told = service.get("/openapi.json").json()
    for name, one in told["components"]["schemas"].items():
        if name.endswith("Result"):
            one["additionalProperties"] = False
    return told


@pytest.fixture(scope="module")
def amiss(described):
    """What of a value is not as it is described: ``amiss(schema, value)``."""
    jsonschema = pytest.importorskip("jsonschema")

    def errors(schema, value):
        checker = jsonschema.Draft202012Validator(schema | {"components": described["components"]})
        return [f"{one.json_path}: {one.message}" for one in checker.iter_errors(value)]

    return errors


def operation(described, name, method="post"):
    """What is told of an address."""
    return described["paths"][f"/api/{name}"][method]


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_welcome_and_answered(described, amiss, post, name):
    """As the description says of what is sent and of what comes back."""
    told = operation(described, name)["requestBody"]["content"]["application/json"]
    assert amiss(told["schema"], told["example"]) == []
    answer = post(name, **told["example"])
    assert answer.status_code == 200, answer.text
    (kind, *_) = answer.headers["content-type"].split(";")
    schema = operation(described, name)["responses"]["200"]["content"][kind]["schema"]
    assert [error for line in answer.text.splitlines() for error in amiss(schema, json.loads(line))] == []


@pytest.mark.parametrize(("name", "person"), list(product(QUESTIONS, ("PLN-1", "PLN-2", "PLN-3", "PLN-4"))))
def test_every_answer_is_as_described(described, amiss, post, demo_people, best, name, person):
    """For clients of every level."""
    more = {"posting": best} if name in ("explain", "refer", "vacancy") else {}
    more |= {"consented": True} if name == "refer" else {}
    answer = post(name, client=demo_people[person], **more)
    schema = operation(described, name)["responses"]["200"]["content"]["application/json"]["schema"]
    assert amiss(schema, answer.json()) == []


@pytest.mark.parametrize("name", ["health", "doctor", "schema"])
def test_what_is_only_asked_for_is_as_described(described, amiss, service, name):
    """Without a body."""
    schema = operation(described, name, "get")["responses"]["200"]["content"]["application/json"]["schema"]
    assert amiss(schema, service.get(f"/api/{name}").json()) == []


def test_an_error_is_as_described(described, amiss, post):
    """Of each address, for every status that it may have."""
    for name in EXAMPLES:
        refused = operation(described, name)["responses"]
        assert {"400", "403", "404", "413", "422", "500"} <= refused.keys()
        answer = post(name, nonsense=1)
        assert amiss(refused["422"]["content"]["application/json"]["schema"], answer.json()) == []


def test_a_client_is_described_where_it_is_sent(described, amiss):
    """Under either name, and never under both or none."""
    told = operation(described, "recommend")["requestBody"]["content"]["application/json"]["schema"]
    client = {"client_id": "A", "conditions": {"age": 40}}
    assert amiss(told, {"clients": [client]}) == []
    for wrong in ({}, {"client": client, "clients": [client]}, {"client": {"client_id": "A", "conditions": 3}}):
        assert amiss(told, wrong) != []


def test_whatever_is_named_is_there(described):
    """No reference leads nowhere, and every address has its own short name and a summary."""
    text = json.dumps(described)
    assert {one.split('"')[0] for one in text.split("#/components/schemas/")[1:]} <= described["components"][
        "schemas"
    ].keys()
    told = [one for path in described["paths"].values() for one in path.values()]
    assert all(f"/api/{one['operationId']}" in described["paths"] and one["summary"] for one in told)
