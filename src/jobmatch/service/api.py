"""The REST service: each address asks the workflow of the command of the same name, and answers with its JSON."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Any, Final
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.responses import Response
from pydantic import BaseModel

from jobmatch.files.read import at_hand
from jobmatch.files.write import json_line
from jobmatch.messages import said, say
from jobmatch.service.asked import (
    Body,
    Notes,
    OfClients,
    Parse,
    Screen,
    catalogue_at_hand,
    rows_at_hand,
    within_reason,
)
from jobmatch.service.bounds import most_of
from jobmatch.service.described import describe, of_route
from jobmatch.service.faults import encoded
from jobmatch.service.questions import QUESTIONS
from jobmatch.workflows import screening
from jobmatch.workflows.session import people_of
from jobmatch.workflows.source import Held, Source

JSON: Final = "application/json"
LINES: Final = "application/x-ndjson"  # a line a client, as the command prints
OTHERS: Final[Mapping[str, type[Body]]] = {"read-notes": Notes, "screen": Screen, "parse": Parse}


class Wrong(BaseModel):
    """What is amiss: its kind, a sentence, and the values that are in it."""

    kind: str
    text: str
    values: dict[str, Any] = {}


class Fault(BaseModel):
    """Any answer but 200."""

    error: Wrong


@dataclass(frozen=True)
class Answer:
    """What came of a question: results one by one, what was noticed while reading, how many rows were rejected."""

    results: list[Any]
    noticed: list[str]
    rejected: int = 0

    def response(self, several: bool) -> Response:
        """The lines that the command prints; what it says on standard error stands in two headers."""
        body = b"".join(encoded(json_line(one.to_dict())) for one in self.results)
        headers = {"Jobmatch-Rejected": str(self.rejected)} if self.rejected else {}
        if told := _header(self.noticed):
            headers["Jobmatch-Notices"] = told
        return Response(body, media_type=LINES if several else JSON, headers=headers)


def _header(lines: Iterable[str]) -> str:
    """Lines as a header holds them, as many as it has room for.

    >>> _header(["读入 2 行", "a"])
    '%E8%AF%BB%E5%85%A5 2 %E8%A1%8C%0Aa'
    """
    most = most_of("header_bytes")
    told = quote("\n".join(lines), safe=" ,.:;()")
    return told if len(told) <= most else told[: most + 1].rpartition("%0A")[0]


def ask(held: Held, name: str, asked: Any) -> Answer:
    """The answer to a question about clients."""
    noticed: list[str] = []
    with asked.file() as clients:
        at = held if asked.as_of is None else replace(held, as_of=asked.as_of)
        for client in people_of(clients, at):
            within_reason(client)
        results, session = QUESTIONS[name].ask(clients, at, asked, noticed.append)
        return Answer(list(results), noticed, session.clients.balance.rejected)


def read_notes(held: Held, asked: Notes) -> Answer:
    """A note as a profile."""
    from jobmatch.workflows.notes import notes

    noticed: list[str] = []
    day = held.as_of if asked.as_of is None else asked.as_of
    how: dict[str, Any] = {"client_id": asked.id, "home": asked.home, "today": day, "corrections": asked.set}
    with at_hand("note.txt", asked.text.encode("utf-8", "replace")) as file:
        profile = notes(file, **how)
        within_reason(profile.client)
        if asked.by_postings:
            profile = notes(file, replace(held, as_of=day), **how, tell=noticed.append)
    return Answer([profile], noticed)


def screen(asked: Screen) -> Answer:
    """Which of some postings ask for what the law forbids, or are suspicious."""
    noticed: list[str] = []
    wage = asked.minimum_wage
    table = wage if isinstance(wage, (list, dict)) else None
    with (
        rows_at_hand("postings.json", asked.postings) as file,
        catalogue_at_hand("minimum_wage.json", table) as rates,
    ):
        least = rates or (None if wage is None else str(wage))
        found, _ = screening.screen(Source(file, as_of=asked.as_of), least, noticed.append)
    return Answer(found, noticed)


def parse(asked: Parse) -> dict[str, Any]:
    """What the parts that serve alone make of some texts."""
    from jobmatch.screening import screen_text
    from jobmatch.text.pay.salary import parse_salary
    from jobmatch.text.places.place import known_home, parse_place
    from jobmatch.text.tokens import tokenize
    from jobmatch.text.work.occupations import find_occupations

    home = known_home(asked.home)
    readers: dict[str, Callable[[Any], Any]] = {
        "salary": parse_salary, "place": lambda text: parse_place(text, home=home),
        "occupations": find_occupations, "tokens": tokenize, "screen": screen_text,
    }  # fmt: skip
    given = asked.model_dump(exclude={"home"}, exclude_none=True)
    return {name: _plain(readers[name](text)) for name, text in given.items()}


def _plain(value: Any) -> Any:
    """Records as JSON."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if hasattr(value, "_asdict"):
        return value._asdict()
    if hasattr(value, "to_dict"):
        return value.to_dict()
    return asdict(value) if hasattr(value, "__dataclass_fields__") else value


def add_api(app: FastAPI, held: Held) -> None:
    """Lay the addresses of the service."""
    for name, question in QUESTIONS.items():
        _post(app, name, question.kind, partial(_asked, held, name))
    _post(app, "read-notes", Notes, lambda asked: read_notes(held, asked).response(False))
    _post(app, "screen", Screen, lambda asked: screen(asked).response(True))
    _post(app, "parse", Parse, lambda asked: _json(parse(asked)))
    _get(app, "health", lambda: _json({"status": "ok", "postings": len(held.matcher.market_), "model": held.model}))
    _get(app, "doctor", _doctor)
    _get(app, "schema", _schema)
    describe(app)


def _asked(held: Held, name: str, asked: OfClients) -> Response:
    return ask(held, name, asked).response(isinstance(asked.client, list) and not QUESTIONS[name].of_all)


def _post(app: FastAPI, name: str, kind: type[Body], answer: Callable[[Any], Response]) -> None:
    def endpoint(asked: Any) -> Response:  # in a thread of its own, as it is not async
        return answer(asked)

    endpoint.__annotations__["asked"] = kind
    app.post(f"/api/{name}", **_told_of(name))(endpoint)


def _get(app: FastAPI, name: str, answer: Callable[[], Response]) -> None:
    app.get(f"/api/{name}", **_told_of(name))(answer)


def _told_of(name: str) -> dict[str, Any]:
    each = name in QUESTIONS and not QUESTIONS[name].of_all
    kinds = (JSON, LINES) if each else (LINES,) if name == "screen" else (JSON,)
    named = {"name": name, "operation_id": name, "summary": help_of(name), "response_class": Response}
    return named | of_route(name, kinds, Fault)


def help_of(name: str) -> str:
    """What an address does: what the command of its name does, where there is one."""
    return said(f"help.{name}") or say(f"serve.help-{name}")


def _json(value: Any) -> Response:
    return Response(encoded(json_line(value)), media_type=JSON)


def _doctor() -> Response:
    from jobmatch.doctor import examine

    return _json([one.to_dict() for one in examine()])


def _schema() -> Response:
    from jobmatch.records.client import Client

    return _json(Client.model_json_schema(by_alias=True))
