"""The pages: a note, a form or a file → what was read → three jobs, level, questions, plan → paper."""

import json
from collections.abc import Callable, Iterable
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool

from jobmatch.errors import UsageError
from jobmatch.files.read import at_hand
from jobmatch.messages import language, say
from jobmatch.records.client import Client
from jobmatch.reports import sheet, slate
from jobmatch.reports.printed import page_of, sheet_of
from jobmatch.service.api import OTHERS, help_of
from jobmatch.service.asked import rows_at_hand, within_reason
from jobmatch.service.questions import QUESTIONS
from jobmatch.service.review import Review
from jobmatch.service.sent import Sent, client_of, sent_by
from jobmatch.settings import load
from jobmatch.workflows import answers, slates
from jobmatch.workflows.notes import notes
from jobmatch.workflows.session import Decision, decision_of, is_note, people_of
from jobmatch.workflows.source import Held, tell_balance, tell_rejected

_HERE: Final = Path(__file__).parent
_NEW: Final = "C-001"
Work = Callable[[Held, Sent], Response]
ADVICE: Final = {"what-if": ("what_if", answers.what_if), "directions": ("directions", answers.directions)}


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.globals.update(say=say, language=language)
    return made


def page(name: str, status: int = 200, **values: Any) -> Response:
    """A page of a template; every value is escaped."""
    return HTMLResponse(_templates().get_template(f"{name}.html").render(**values), status)


def fault_page(text: str, status: int) -> Response:
    """What went wrong, for a person."""
    return page("fault", status, text=text)


def start(held: Held, _: Sent) -> Response:
    """Where a talk begins: a note, a form or a file."""
    return page("start", count=len(held.matcher.market_))


def new(_: Held, __: Sent) -> Response:
    """An empty form."""
    return _review(Review(Client(client_id=_NEW)))


def read(held: Held, sent: Sent) -> Response:
    """What a pasted note says."""
    return _read_note(held, "note.txt", sent["text"].encode("utf-8", "replace"))


def open_file(held: Held, sent: Sent) -> Response:
    """A profile or a note to be reviewed; a roster with three jobs for everybody."""
    if sent.file is None or not sent.file[1]:
        raise UsageError("request-form")
    name, data = sent.file
    with at_hand(name, data) as path:
        if is_note(path):
            return _read_note(held, name, data)
        people = people_of(path, held)
    for client in people[: _most_shown()]:
        within_reason(client)
    noticed = [*people.notices]
    if people.balance.read > 1:
        tell_balance(people.balance, noticed.append)
    tell_rejected(people.rows_rejected, noticed.append)
    if len(people) == 1:
        return _review(Review(people[0]), noticed)
    return _many(held, list(people), noticed)


def edit(_: Held, sent: Sent) -> Response:
    """The form again, with what is known."""
    return _review(Review(sent.client))


def jobs(held: Held, sent: Sent) -> Response:
    """Three jobs with reasons, the level, what to ask, the plan."""
    if "review" not in sent.fields:
        by_rules = Client.from_dict(sent.client.to_dict() | {"override": None})
        return _jobs(held, by_rules if "level" in sent.fields else sent.client, _decision(sent))
    review = Review.from_json(sent.json("review"))
    try:
        return _jobs(held, review.with_changes(sent))
    except UsageError as fault:
        if fault.key != "set-value":
            raise
        return _review(review, sent=sent, fault=fault, status=422)


def why(held: Held, sent: Sent) -> Response:
    """Line by line, why this posting."""
    with _file(sent.client) as path:
        results, _ = answers.explain(path, held, sent["posting"])
        return page("why", one=next(iter(results)), client=_kept_client(sent.client))


def advice(held: Held, sent: Sent) -> Response:
    """What if, or other directions."""
    if sent["about"] not in ADVICE:
        raise UsageError("request-form")
    kind, workflow = ADVICE[sent["about"]]
    with _file(sent.client) as path:
        results, _ = workflow(path, held)
        parts = [Markup(sheet.section(sheet_of(kind)(one))) for one in results]  # noqa: S704 - escaped there
    return page("sheet", parts=parts, title=say(f"page.{kind}"), client=_kept_client(sent.client))


def print_jobs(held: Held, sent: Sent) -> Response:
    """The page that ``recommend -o jobs.html`` writes."""
    people = sent.json("clients") if "clients" in sent.fields else [sent.json("client")]
    if not isinstance(people, list) or not 0 < len(people) <= _most_shown():
        raise UsageError("request-form")
    with rows_at_hand("clients.json", [client_of(one).to_dict() for one in people]) as path:
        return HTMLResponse(page_of("recommendations", list(slates.recommend(path, held)[0])))


def print_plan(held: Held, sent: Sent) -> Response:
    """The page that ``plan -o plan.html`` writes."""
    with _file(sent.client) as path:
        return HTMLResponse(page_of("plan", list(answers.plan(path, held)[0])))


def save(_: Held, sent: Sent) -> Response:
    """The client as a file that every command takes."""
    told = json.dumps(sent.client.to_dict(), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    named = {"Content-Disposition": 'attachment; filename="client.json"'}
    return Response(told.encode("utf-8"), media_type="application/json", headers=named)


def api(_: Held, __: Sent) -> Response:
    """The addresses of the REST service."""
    told = {
        name: (help_of(name), list(kind.model_fields))
        for name, kind in {**{name: one.kind for name, one in QUESTIONS.items()}, **OTHERS}.items()
    }
    return page("api", addresses=told)


def _read_note(held: Held, name: str, data: bytes) -> Response:
    with at_hand(name, data) as path:
        return _review(Review.of(notes(path, home=held.home, today=held.as_of)))


def _review(
    review: Review, notices: Iterable[str] = (), sent: Sent | None = None, fault: UsageError | None = None,
    status: int = 200,
) -> Response:  # fmt: skip
    named = sent["client_id"] if sent else review.client.client_id
    return page(
        "review", status, review=review, parts=review.rows(sent, fault), named=named, fault=fault, notices=_few(notices)
    )


def _jobs(held: Held, client: Client, decided: Decision = None) -> Response:
    with _file(client) as path:
        (found,), session = slates.recommend(path, held, override=decided)
        (level,), _ = answers.assess(path, held, override=decided)
        (plan,), _ = answers.plan(path, held, override=decided)
        client = session.clients[0]
    told, planned = map(Markup, (slate.section(found), sheet.section(sheet_of("plan")(plan))))  # escaped there
    return page("jobs", found=found, level=level, client=_kept_client(client), slate=told, plan=planned)


def _many(held: Held, people: list[Client], notices: Iterable[str]) -> Response:
    shown = people[: _most_shown()]
    found = [(held.on_its_day().recommend(client), _kept_client(client)) for client in shown]
    clients = json.dumps([client.to_dict() for client in shown])
    return page("many", found=found, count=len(people), clients=clients, notices=_few(notices))


def _few(notices: Iterable[str]) -> list[str]:
    return list(islice(notices, int(load().number("serve.most_notices"))))


def _most_shown() -> int:
    return int(load().number("serve.most_on_a_page"))


def _file(client: Client) -> Any:
    return rows_at_hand("client.json", client.to_dict())


def _kept_client(client: Client) -> str:
    """The client for a hidden field: the page itself is all that remembers."""
    return json.dumps(client.to_dict())


def _decision(sent: Sent) -> Decision:
    """The level that was chosen by hand; none where the rules are to decide."""
    level = sent["level"]
    return decision_of(int(level), sent["because"]) if level in ("1", "2", "3") else None


def add_pages(app: FastAPI, held: Held) -> None:
    """Lay the addresses of the pages."""
    gets: dict[str, Work] = {"/": start, "/new": new, "/api": api}
    posts: dict[str, Work] = {
        "/read": read, "/open": open_file, "/edit": edit, "/jobs": jobs, "/why": why, "/advice": advice,
        "/print/jobs": print_jobs, "/print/plan": print_plan, "/save": save,
    }  # fmt: skip
    for path, work in (gets | posts).items():
        _page(app, path, partial(work, held), "GET" if path in gets else "POST")
    app.get("/favicon.ico", include_in_schema=False)(lambda: Response(status_code=204))  # browsers ask without a word
    style = (_HERE / "style.css").read_bytes()
    app.get("/style.css", include_in_schema=False)(lambda: Response(style, media_type="text/css"))


def _page(app: FastAPI, path: str, work: Callable[[Sent], Response], method: str) -> None:
    async def endpoint(request: Request) -> Response:
        sent = await sent_by(request) if method == "POST" else Sent()
        return await run_in_threadpool(work, sent)

    app.add_api_route(path, endpoint, methods=[method], include_in_schema=False, response_class=HTMLResponse)
