"""The pages: a note, a form or a file → what was read → three jobs, level, questions, plan → paper."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool

from jobmatch.errors import UsageError
from jobmatch.files.read import at_hand
from jobmatch.messages import listing, say
from jobmatch.records.client import Client
from jobmatch.reports import slate
from jobmatch.reports.printed import page_of, sheet_of
from jobmatch.service.api import OTHERS, help_of
from jobmatch.service.asked import rows_at_hand, within_reason
from jobmatch.service.page import page, part, style
from jobmatch.service.questions import QUESTIONS
from jobmatch.service.review import Review
from jobmatch.service.roster import fair, few, many, most_shown, print_fair, print_jobs, refuse_much, save_fair, vacancy
from jobmatch.service.sent import Sent, sent_by
from jobmatch.workflows import answers
from jobmatch.workflows.notes import note_in, notes
from jobmatch.workflows.session import Decision, decision_of, is_note, people_of
from jobmatch.workflows.source import Held, tell_balance, tell_rejected

_NEW: Final = "C-001"
_PLAIN: Final = re.compile(r"[A-Za-z0-9_-]{1,60}")  # ids that are fit for the name of a file and for a header
Work = Callable[[Held, Sent], Response]
ADVICE: Final = {"what-if": ("what_if", answers.what_if), "directions": ("directions", answers.directions)}


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
        refuse_much(name, data, path)
        people = people_of(path, held)
    for client in people[: most_shown()]:
        within_reason(client)
    noticed = [*people.notices]
    if people.balance.read > 1:
        tell_balance(people.balance, noticed.append)
    tell_rejected(people.rows_rejected, noticed.append)
    if len(people) == 1:
        return _review(Review(people[0]), noticed)
    return many(held, list(people), noticed)


def edit(_: Held, sent: Sent) -> Response:
    """The form again, with what is known, and with the note where it began with one."""
    if sent["kept"]:
        return _review(replace(Review.from_json(sent.json("kept")), client=sent.client))
    return _review(Review(sent.client))


def jobs(held: Held, sent: Sent) -> Response:
    """Three jobs with reasons, the level, what to ask, the plan."""
    if "review" in sent.fields:
        return _jobs_of(held, Review.from_json(sent.json("review")), sent)
    if "level" not in sent.fields:
        return _jobs(held, sent.client)
    by_rules = Client.from_dict(sent.client.to_dict() | {"override": None})
    try:
        return _jobs(held, by_rules, _decision(sent))
    except UsageError as fault:
        if fault.key != "override-reason":
            raise
        return _jobs(held, by_rules, wanted=sent["level"])


def _jobs_of(held: Held, review: Review, sent: Sent) -> Response:
    """The jobs of who stands in the form; the form again, where something in it cannot be taken."""
    try:
        return _jobs(held, review.with_changes(sent), review=review)
    except UsageError as fault:
        if fault.key not in ("set-value", "too-many-items"):
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
        parts = [part(sheet_of(kind)(one)) for one in results]
    return page("sheet", parts=parts, title=say(f"page.{kind}"), client=_kept_client(sent.client))


def print_plan(held: Held, sent: Sent) -> Response:
    """The page that ``plan -o plan.html`` writes."""
    with _file(sent.client) as path:
        return HTMLResponse(page_of("plan", list(answers.plan(path, held)[0])))


def save(_: Held, sent: Sent) -> Response:
    """The client as a file that every command takes."""
    told = json.dumps(sent.client.to_dict(), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    name = sent.client.client_id if _PLAIN.fullmatch(sent.client.client_id) else "client"
    named = {"Content-Disposition": f'attachment; filename="{name}.json"'}
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
        return _review(Review.of(notes(path, home=held.home, today=held.as_of), note_in(path)))


def _review(
    review: Review, notices: Sequence[str] = (), sent: Sent | None = None, fault: UsageError | None = None,
    status: int = 200,
) -> Response:  # fmt: skip
    named = sent["client_id"] if sent else review.client.client_id
    parts = review.rows(sent, fault)
    amiss = [(row.path, row.fault) for rows in parts.values() for row in rows if row.fault]
    if fault and not amiss:  # of the id, or of a field that the form does not have
        amiss = [(str(fault.values.get("field")), str(fault.values.get("remedy") or fault))]
    return page("review", status, review=review, parts=parts, named=named, amiss=amiss[:1], notices=few(notices))


def _jobs(
    held: Held, client: Client, decided: Decision = None, wanted: str = "", review: Review | None = None
) -> Response:
    """``wanted`` is a level that was set by hand without a reason, ``review`` the form that the client comes from."""
    with _file(client) as path:
        (found,), session = answers.recommend(path, held, override=decided)
        (level,), _ = answers.assess(path, held, override=decided)
        (plan,), _ = answers.plan(path, held, override=decided)
        client = session.clients[0]
    counts = listing(f"{say(f'excluded.{kind}')} {count}" for kind, count in found.excluded.items())
    planned = sheet_of("plan")(plan)
    blocks = tuple(one for one in planned.blocks if one[0] != say("show.questions"))  # they stand below the jobs
    return page(
        "jobs", 400 if wanted else 200, found=found, level=level, client=_kept_client(client), excluded=counts,
        slate=Markup(slate.section(found)),  # noqa: S704 - escaped there
        plan=part(replace(planned, blocks=blocks)), wanted=wanted,
        kept=review.to_json() if review and review.note else "",
    )  # fmt: skip


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
        "/vacancy": vacancy, "/fair": fair, "/print/fair": print_fair, "/save/fair": save_fair,
    }  # fmt: skip
    for path, work in (gets | posts).items():
        _page(app, path, partial(work, held), "GET" if path in gets else "POST")
    app.get("/favicon.ico", include_in_schema=False)(lambda: Response(status_code=204))  # browsers ask without a word
    app.get("/style.css", include_in_schema=False)(lambda: Response(style(), media_type="text/css"))


def _page(app: FastAPI, path: str, work: Callable[[Sent], Response], method: str) -> None:
    async def endpoint(request: Request) -> Response:
        sent = await sent_by(request) if method == "POST" else Sent()
        return await run_in_threadpool(work, sent)

    app.add_api_route(path, endpoint, methods=[method], include_in_schema=False, response_class=HTMLResponse)
