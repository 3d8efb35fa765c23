"""The application: the pages and the REST service over postings that were opened once."""

from base64 import b64encode
from collections.abc import Callable, Collection
from hashlib import sha256
from importlib.metadata import version
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from jobmatch.errors import JobmatchError, UsageError
from jobmatch.messages import say
from jobmatch.reports import sheet, slate
from jobmatch.service import faults
from jobmatch.service.api import JSON, add_api
from jobmatch.service.guard import Guard, Rules
from jobmatch.service.page import fault_page
from jobmatch.service.pages import add_pages
from jobmatch.workflows.source import Held, quiet

_FOR_PROGRAMS: Final = ("/api/", "/openapi.json")
# the framework would tell an observer of the process what was asked; nobody is told
_UNOBSERVED: Final[dict[str, Any]] = {
    "telemetry": dict.fromkeys(("tracing", "metrics", "logs", "operation_spans", "auto_configure"), False)
}


def application(
    held: Held, *, names: Collection[str] = (), language: str | None = None, log: Callable[[str], None] = quiet
) -> FastAPI:
    """What a server runs: ``names`` are those under which it is reached, ``language`` holds for everybody."""
    app = FastAPI(
        title="jobmatch", version=version("jobmatch"), docs_url=None, redoc_url=None, openapi_url="/openapi.json",
        description=say("serve.api-lead"), redirect_slashes=False,
        **_UNOBSERVED,
    )  # fmt: skip
    app.state.held = held
    for kind in (JobmatchError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, _answer)
    rules = Rules(names, language, tuple(map(_hash, (slate.STYLE, sheet.STYLE))), log)
    app.add_middleware(Guard, rules=rules, paths=lambda: {getattr(one, "path", "") for one in app.routes}, reply=reply)
    add_api(app, held)
    add_pages(app, held)
    return app


def _hash(style: str) -> str:
    """How a policy names a style sheet that stands within a page."""
    return f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"


def _answer(request: Request, fault: Exception) -> Response:
    return reply(request.scope, fault)


def reply(scope: Any, fault: Exception) -> Response:
    """An error as a line of JSON for a program, as a page for a person."""
    if isinstance(fault, RequestValidationError):
        fault = faults.of_body(fault)
    elif isinstance(fault, HTTPException):
        fault = faults.of_http(fault, scope["method"])
    status = faults.status_of(fault)
    if scope["path"].startswith(_FOR_PROGRAMS):
        return Response(faults.line(fault), status, media_type=JSON)
    if status == 405:  # the address of a page that only a form leads to
        fault = UsageError("request-form")
    return fault_page(faults.on_page(fault), status)
