"""The pages of a roster: jobs for everybody, a matching fair, why a posting finds nobody."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final

from fastapi.responses import HTMLResponse, Response

from jobmatch.allocation.rules import Rules, id_of
from jobmatch.errors import BadInput, UsageError
from jobmatch.files.read import kind_of, read_records, read_tables
from jobmatch.files.workbook_bounds import unpacked
from jobmatch.files.write import workbook_bytes
from jobmatch.messages import say
from jobmatch.records.client import Client
from jobmatch.reports import both_sides, sheet
from jobmatch.reports.printed import page_of
from jobmatch.service.asked import rows_at_hand
from jobmatch.service.bounds import most_of
from jobmatch.service.page import page, part
from jobmatch.service.sent import Sent, client_of
from jobmatch.settings import load
from jobmatch.workflows import answers, employers
from jobmatch.workflows.source import Held

_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OF_FAIR: Final = ("session", "minutes", "per_client")


def most_shown() -> int:
    """Clients on one page."""
    return most_of("on_a_page")


def few(notices: Sequence[str]) -> list[str]:
    """What was noticed, as much as is read."""
    return list(islice(notices, most_of("notices")))


def refuse_much(name: str, data: bytes, path: str) -> None:
    """Refuse a roster that would keep everybody else waiting, before its rows are understood."""
    if unpacked(data) > most_of("unpacked_bytes"):
        raise BadInput("sheet-too-large", file=Path(name).name)
    if kind_of(data, Path(name).name) == "parquet":  # of which a few bytes may hold millions of rows
        raise BadInput("no-parquet-here", file=Path(name).name)
    objects = read_records(path)
    rows = len(objects[0]) if objects else sum(len(table.rows) for table in read_tables(path))
    if rows > (most := most_of("rows")):
        raise UsageError("too-many-clients", most=most, count=rows)


def many(held: Held, people: Sequence[Client], notices: Sequence[str]) -> Response:
    """Three jobs for everybody of a roster, in short."""
    shown = people[: most_shown()]
    found = [(held.on_its_day().recommend(client), json.dumps(client.to_dict())) for client in shown]
    clients = json.dumps([client.to_dict() for client in shown])
    usual = {name: load().get(f"fair.{name}") for name in ("sessions", "minutes")}
    return page("many", found=found, count=len(people), clients=clients, notices=few(notices), usual=usual)


def print_jobs(held: Held, sent: Sent) -> Response:
    """The page that ``recommend -o jobs.html`` writes."""
    with _people(sent) as path:
        return HTMLResponse(page_of("recommendations", list(answers.recommend(path, held)[0])))


def vacancy(held: Held, sent: Sent) -> Response:
    """Why a posting finds nobody among the clients of the roster."""
    with _people(sent) as path:
        result, _ = employers.vacancy(posting_id=id_of(sent["posting"]), clients=path, source=held)
    return page("sheet", parts=[part(both_sides.vacancy(result))], title=say("serve.vacancy"), client="")


def fair(held: Held, sent: Sent) -> Response:
    """Who meets whom and when."""
    plan = _fair(held, sent)
    tables = both_sides.fair_sheets(plan)[say("fair.sheet-tables")]
    met = [row for row in tables if any(row[time] for time in plan.times)]
    told = {name: sent[name] for name in _OF_FAIR} | {"clients": sent["clients"]}
    return page("fair", summary=part(both_sides.fair(plan)), rows=met, times=plan.times, told=told)


def print_fair(held: Held, sent: Sent) -> Response:
    """The page that ``fair -o fair.html`` writes."""
    return HTMLResponse(sheet.page(both_sides.fair_pages(_fair(held, sent)), say("page.fair")))


def save_fair(held: Held, sent: Sent) -> Response:
    """The workbook that ``fair -o fair.xlsx`` writes."""
    named = {"Content-Disposition": 'attachment; filename="fair.xlsx"'}
    tables, choices = both_sides.fair_sheets(_fair(held, sent)), both_sides.fair_choices()
    return Response(workbook_bytes(tables, "fair.xlsx", choices), media_type=_SHEET, headers=named)


def _fair(held: Held, sent: Sent) -> Any:
    numbers: dict[str, Any] = {name: _number(sent[name]) for name in ("minutes", "per_client") if sent[name]}
    with _people(sent) as path:
        return employers.fair(path, held, Rules.of(session=[sent["session"]] if sent["session"] else [], **numbers))[0]


def _number(text: str) -> int:
    """A number that a fair may have, out of a field that was filled in.

    >>> _number("15")
    15
    """
    if not (text.isdecimal() and text.isascii() and 1 <= int(text[:4]) <= _MOST):
        raise UsageError("request-field", field=text[:20], remedy=say("serve.at-most", high=_MOST))
    return int(text)


_MOST: Final = 120


@contextmanager
def _people(sent: Sent) -> Iterator[str]:
    """The clients that a page holds, as a file."""
    people = sent.json("clients") if "clients" in sent.fields else [sent.json("client")]
    if not isinstance(people, list) or not 0 < len(people) <= most_shown():
        raise UsageError("request-form")
    with rows_at_hand("clients.json", [client_of(one).to_dict() for one in people]) as path:
        yield path
