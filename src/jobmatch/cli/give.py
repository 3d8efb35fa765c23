"""Give results: JSON on standard output, a table for people, or a file by its ending."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from jobmatch.files.write import check_ending, csv_bytes, json_line, write_rows, write_whole, write_workbook
from jobmatch.messages import language, listing, say

if TYPE_CHECKING:
    from jobmatch.evaluation.report import Report
    from jobmatch.records.assessment import Assessment
    from jobmatch.records.plan import ServicePlan
    from jobmatch.records.profile import Profile
    from jobmatch.records.recommendation import Recommendations
    from jobmatch.reports.sheet import Sheet

T = TypeVar("T")
_TELL_AFTER_SECONDS = 1.0


def with_progress(results: Iterable[T], total: int, tell: Callable[[str], None]) -> Iterator[T]:
    """Pass results on; once a second say on standard error how many are done."""
    begin = last = time.monotonic()
    for done, result in enumerate(results, 1):
        yield result
        now = time.monotonic()
        if total > 1 and now - last >= _TELL_AFTER_SECONDS:
            tell(say("progress.clients", done=f"{done}/{total}", rate=f"{done / (now - begin):.0f}"))
            last = now


def recommendations(results: "Iterable[Recommendations]", shape: str, output: str | None, many: bool) -> None:
    """Recommendations as JSON (a line a client where there are many), rows, pages or cards."""
    if output:
        check_ending(output, ".parquet")
    if output and output.endswith(".html"):
        from jobmatch.reports.printed import page_of

        text(output, page_of("recommendations", list(results)))
    else:
        _give(results, shape, output, many, lambda r: r.to_rows(), "recommendations")


def assessments(results: "Iterable[Assessment]", shape: str, output: str | None, many: bool) -> None:
    """Assessments as JSON, rows or cards."""
    _give(results, shape, output, many, lambda a: [_flat(a.to_dict())], "assessments")


def sheets(results: Iterable[Any], shape: str, output: str | None, many: bool, kind: str) -> None:
    """Results of guidance as JSON, rows, a printable page or cards; ``kind`` is the function that makes their sheet."""
    from jobmatch.reports.printed import page_of, sheet_of

    if output and output.endswith(".html"):
        text(output, page_of(kind, results))
    elif output or shape != "table":
        _give(results, shape, output, many, lambda result: result.to_rows(), kind)
    else:
        from jobmatch.cli import cards

        for result in results:
            click.echo(cards.sheet(sheet_of(kind)(result)))


def plans(results: "Iterable[ServicePlan]", shape: str, output: str | None, many: bool) -> None:
    """Plans as JSON, rows, a printable page, cards, or a calendar (``.ics``)."""
    if output and output.endswith(".ics"):
        from jobmatch.plan.compose import events
        from jobmatch.reports.calendar import icalendar

        text(output, icalendar([(plan.client_id, plan.as_of, events(plan)) for plan in results]))
    else:
        if output:
            check_ending(output, ".ics")
        sheets(results, shape, output, many, "plan")


def one(result: Any, shape: str, output: str | None, as_sheet: "Callable[[Any], Sheet]") -> None:
    """One result as JSON, rows, a printable page or a card, by the function that makes its sheet."""
    if output and output.endswith(".html"):
        from jobmatch.reports import sheet

        sheet_of = as_sheet(result)
        text(output, sheet.page([sheet_of], sheet_of.heading))
    elif output or shape != "table":
        _give([result], shape, output, False, lambda one: one.to_rows(), "")
    else:
        from jobmatch.cli import cards

        click.echo(cards.sheet(as_sheet(result)))


def workbook(
    output: str, sheets_of: Mapping[str, Sequence[Mapping[str, Any]]], choices: Mapping[str, Sequence[str]]
) -> None:
    """Several tables as one workbook, with what may be chosen in some columns."""
    write_workbook(output, sheets_of, choices)
    click.echo(say("progress.wrote", file=output), err=True)


def numbers(result: Any, shape: str, output: str | None) -> None:
    """Figures by group as JSON, rows, a sheet, or a page with bars."""
    if output and output.endswith(".html"):
        from jobmatch.reports.casework import numbers_page

        text(output, numbers_page(result))
    else:
        sheets([result], shape, output, False, "numbers")


def calendar(entries: Iterable[tuple[str, str, list[tuple[str, str]]]], output: str | None) -> None:
    """What is due for some clients as a calendar, to a file or to standard output."""
    from jobmatch.reports.calendar import icalendar

    if output:
        text(output, icalendar(entries))
    else:
        click.echo(icalendar(entries), nl=False)


def rows(found: Sequence[Mapping[str, Any]], shape: str, output: str | None, about: str = "") -> None:
    """Rows as a file by its ending, as JSON (a line a row), or as CSV."""
    if output:
        write_rows(output, _shown(found, output, about))
        click.echo(say("progress.wrote", file=output), err=True)
    elif shape == "json":
        for row in found:
            click.echo(json_line(row))
    else:
        _csv(found)


def evaluation(report: "Report", shape: str, output: str | None) -> None:
    """An evaluation as JSON, rows, a page with plots, Markdown (``.md``) or a card."""
    from jobmatch.cli import cards
    from jobmatch.reports import evaluation as reports

    if output and output.endswith((".html", ".md")):
        text(output, reports.page(report) if output.endswith(".html") else reports.markdown(report) + "\n")
    elif output or shape != "table":
        if output:
            check_ending(output, ".md")
        _give([report], shape, output, False, lambda result: result.to_rows(), "evaluation")
    else:
        click.echo(cards.sheet(reports.evaluation(report)))


def told(facts: Mapping[str, Any], shape: str, kind: str, output: str | None = None) -> None:
    """Facts of one thing as JSON, or a line each; to a file, one row."""
    if output:
        rows([facts], shape, output, kind)
    elif shape == "json":
        click.echo(json_line(facts))
    else:
        click.echo(say(f"page.{kind}"))
        for name, value in _lines(facts, kind):
            click.echo(f"  {name}{say('word.colon')}{value}")


def _lines(facts: Mapping[str, Any], kind: str, above: str = "") -> Iterator[tuple[str, str]]:
    from jobmatch.reports.rows import cell, heading_of_path

    for name, value in facts.items():
        if isinstance(value, Mapping):
            yield from _lines(value, kind, f"{above}{name}.")
        else:
            shown = "—" if value is None else cell(f"{above}{name}", value, kind)
            words = listing(shown) if isinstance(shown, list) else str(shown)
            yield heading_of_path(f"{above}{name}"), words


def profiles(results: "Iterable[Profile]", shape: str, output: str | None) -> None:
    """Profiles as JSON, one row a field, or a table to check; a JSON file holds the client for other commands."""
    if output and output.endswith(".json"):
        client = next(iter(results)).client
        text(output, json.dumps(client.to_dict(), ensure_ascii=False, indent=2, allow_nan=False) + "\n")
        return
    _give(results, shape, output, False, _fields, "profiles")


def _fields(profile: "Profile") -> list[dict[str, Any]]:
    return [
        {"client_id": profile.client.client_id, "field": field, "value": one.value, "words": one.words,
         "start": one.start, "end": one.end, "confidence": one.confidence}
        for field, one in profile.evidence.items()
    ]  # fmt: skip


def _flat_cells(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row for programs: a list or an object in a cell as JSON."""
    return {name: _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, tuple, dict)) else value


def screened(results: Iterable[Any], shape: str, output: str | None) -> None:
    """Screened postings as JSON (a line each), one row a finding, or lines."""
    _give(results, shape, output, True, _findings, "screened")


def _findings(posting: Any) -> list[dict[str, Any]]:
    told = posting.to_dict()
    about = {name: told[name] for name in ("posting_id", "title", "employer")}
    return [about | one | {"probability": one.get("probability")} for one in told["findings"]]


def explanations(results: Iterable[Any], shape: str, output: str | None, many: bool) -> None:
    """Explanations as JSON, one row a feature, or lines."""
    _give(results, shape, output, many, _features, "explanations")


def _features(explanation: Any) -> list[dict[str, Any]]:
    about = {"client_id": explanation.client_id, "posting_id": explanation.posting_id}
    return [about | line for line in explanation.to_dict()["features"]]


def _give(
    results: Iterable[Any],
    shape: str,
    output: str | None,
    many: bool,
    rows: Callable[[Any], list[dict[str, Any]]],
    kind: str,
) -> None:
    if output:
        check_ending(output)
        _write(results, output, many, rows, kind)
    elif shape == "json":
        for result in results:
            click.echo(json_line(result.to_dict()))
    elif shape == "csv":
        _csv([row for result in results for row in rows(result)])
    else:
        from jobmatch.cli import cards

        for result in results:
            click.echo(getattr(cards, kind)(result))


def _write(
    results: Iterable[Any], output: str, many: bool, rows: Callable[[Any], list[dict[str, Any]]], kind: str
) -> None:
    if output.endswith(".json") and not many:
        text(output, json.dumps(next(iter(results)).to_dict(), ensure_ascii=False, indent=2, allow_nan=False) + "\n")
        return
    if output.endswith((".json", ".jsonl")):
        write_rows(output, [result.to_dict() for result in results])
    else:
        flat = [row for result in results for row in rows(result)]
        write_rows(output, _shown(flat, output, kind))
    click.echo(say("progress.wrote", file=output), err=True)


def _shown(rows: Sequence[Mapping[str, Any]], output: str, about: str = "") -> list[Mapping[str, Any]]:
    """Rows for a file: for people in their language, but for English CSV and JSON, which keep the names of fields."""
    plain = output.endswith((".json", ".jsonl")) or (output.endswith(".csv") and language() == "en")
    if plain:
        return [_flat_cells(row) for row in rows]
    from jobmatch.reports.rows import for_people

    return [for_people(row, about) for row in rows]


def text(output: str, words: str) -> None:
    """A text as a file."""
    write_whole(Path(output), words.encode("utf-8"))
    click.echo(say("progress.wrote", file=output), err=True)


def _csv(rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        click.echo(csv_bytes([_flat_cells(row) for row in rows]).decode("utf-8-sig"), nl=False)


def _flat(value: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    """Nested keys joined by dots; a list of what has a text as its texts, other lists as JSON."""
    flat: dict[str, Any] = {}
    for key, item in value.items():
        if isinstance(item, Mapping) and key != "facts":
            flat |= _flat(item, f"{before}{key}.")
        elif isinstance(item, (list, tuple)) and all(isinstance(one, Mapping) and "text" in one for one in item):
            flat[before + key] = say("word.semicolon").join(str(one["text"]) for one in item)
        else:
            flat[before + key] = _plain(item)
    return flat
