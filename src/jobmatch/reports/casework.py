"""Sheets of the casebook: one case, what is due on a day, whether the events are whole; figures by group as bars."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from jobmatch.messages import listing, said, say
from jobmatch.reports.sheet import Sheet, document


def case(result: Any) -> Sheet:
    """One client: how they stand, what is due, what their answers change, and what was done."""
    told = result.to_dict()
    state = say("case.open" if told["open"] else "case.closed")
    assessed = any(one["kind"] in ("assessed", "overridden") for one in told["events"])
    level = say(f"show.level-{told['level'] or ('none' if assessed else 'not-yet')}")
    about = {name: told[name] or "—" for name in ("office", "counsellor", "household")}
    blocks = (
        (say("case.person"), tuple(filter(None, (told.get("identity") or {}).values()))),
        (say("case.about"), (say("case.registered", on=told["registered_on"], **about),)),
        (say("case.duties"), tuple(f"{one['due_on']}  {one['why']}" for one in told["duties"])),
        (say("case.changes"), tuple(f"{one['words']}  [{one['event']}]" for one in told["adjustments"])),
        (say("case.proposal"), (told["proposal"],) if told["proposal"] else ()),
        (say("case.events"), tuple(_event(one) for one in told["events"])),
    )
    return Sheet(say("case.heading", client_id=told["client_id"], level=level, state=state), blocks)


def _event(one: Mapping[str, Any]) -> str:
    said = one["payload"] or {}
    what = one["what"]
    if one["kind"] == "measure_given":
        what = f"{what} {say(f'measure.{what}')}"
    if one["kind"] == "recommended":  # the jobs tell more than the model's name
        what = listing(f"{job['title']} {job['posting_id']}" for job in said.get("recommendations", ()))
    told = (
        _word(what),
        said.get("posting_id"),
        said.get("title"),
        said.get("reason") or said.get("said"),
    )
    return (
        f"[{one['id']}] {one['on']}  {say('event.' + one['kind'])}  {' · '.join(filter(None, told))}  {one['author']}"
    )


def _word(what: str | None) -> str:
    """A word of the program as people say it; levels and names of models, offices and people as they are."""
    return said(f"what.{what}") or what or ""


def agenda(result: Any) -> Sheet:
    """What is due on a day, a client a block."""
    told = result.to_dict()
    blocks = tuple(
        (one["client_id"], tuple(f"{duty['due_on']}  {duty['why']}" for duty in one["duties"])) for one in told["due"]
    )
    heading = say("agenda.heading", on=told["on"], count=told["count"])
    if len(blocks) < told["count"]:
        heading += say("agenda.shown", count=len(blocks))
    return Sheet(heading, blocks, "" if blocks else say("agenda.none"))


def verdict(result: Any) -> Sheet:
    """Whether the events are whole, and what is wrong."""
    told = result.to_dict()
    lines = [
        say("case.fault-state", client=one["client"])
        if one["kind"] == "state"
        else say("case.fault", event=one["event"], kind=say(f"fault.{one['kind']}"))
        for one in told["faults"]
    ]
    heading = say("case.verified", events=told["events"], hash=told["hash"])
    return Sheet(heading, (("", tuple(lines) or (say("case.whole" if told["whole"] else "case.empty"),)),))


def numbers(result: Any) -> Sheet:
    """Figures, a group a block; what is kept back is a dash."""
    told = result.to_dict()
    blocks: list[tuple[str, tuple[str, ...]]]
    blocks = [(_group(told["by"], line), (_figures(told["by"], line),)) for line in told["lines"]]
    why = tuple(f"{one['on']}  {_level(one)}  {one['reason']}" for one in told["overrides"])
    blocks += [(say("numbers.overrides"), why)] if why else []
    return Sheet(say("numbers.heading", by=say(f"numbers.by-{told['by']}")), tuple(blocks), say("numbers.small"))


def _level(one: Mapping[str, Any]) -> str:
    return say(f"show.level-{one['level']}")


def _group(by: str, line: Mapping[str, Any]) -> str:
    name = line[by]
    if name == "*":
        return say("numbers.all")
    return _word(name)


def _figures(by: str, line: Mapping[str, Any]) -> str:
    shown = ((name, value) for name, value in line.items() if name != by)
    return "  ".join(f"{say(f'column.{name}')} {'–' if value is None else f'{value:g}'}" for name, value in shown)


def numbers_page(result: Any) -> str:
    """The same figures as a page with bars."""
    told = result.to_dict()
    by = told["by"]
    names = [name for name in told["lines"][0] if name != by]
    lines = [(_group(by, line), [line[name] for name in names]) for line in told["lines"]]
    title = say("numbers.heading", by=say(f"numbers.by-{by}"))
    return _bars(title, ["", *(say(f"column.{name}") for name in names)], lines, say("numbers.small"))


_STYLE = """
body { font: 10.5pt/1.5 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; margin: 1.5cm; color: #111 }
table { border-collapse: collapse } caption { font-size: 14pt; text-align: left; margin-bottom: .5em }
th, td { padding: .25em .6em; text-align: left; vertical-align: bottom } th { border-bottom: 1px solid #999 }
td.figure { min-width: 4.5em } td i { display: block; height: .45em; background: #3b6ea5; print-color-adjust: exact }
tr:last-child { border-top: 1px solid #999; font-weight: bold } tr { break-inside: avoid }
"""


def _bars(title: str, headings: Sequence[str], lines: Sequence[tuple[str, Sequence[float | None]]], foot: str) -> str:
    """The page: a line a group, the sum last; a bar is as long as its share of the largest group of the column.

    >>> made = _bars("台账", ["组", "上岗"], [("<甲>", [8]), ("乙", [None]), ("合计", [8])], "")
    >>> made.count("<i "), "&lt;甲&gt;" in made
    (1, True)
    """
    groups = lines[:-1] or lines
    largest = [max((figures[at] or 0 for _, figures in groups), default=0) for at in range(len(headings) - 1)]
    body = "".join(_line(name, figures, largest) for name, figures in groups)
    if len(lines) > 1:
        body += _line(*lines[-1], [0] * len(largest))  # a sum has no bar
    heads = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    table = f"<table><caption>{escape(title)}</caption>\n<tr>{heads}</tr>\n{body}</table>"
    return document(title, _STYLE, f"{table}<p>{escape(foot)}</p>")


def _line(name: str, figures: Sequence[float | None], largest: Sequence[float]) -> str:
    cells = "".join(_cell(figure, top) for figure, top in zip(figures, largest, strict=True))
    return f"<tr><th>{escape(name)}</th>{cells}</tr>\n"


def _cell(figure: float | None, largest: float) -> str:
    bar = f'<i style="width:{100 * figure / largest:.0f}%"></i>' if figure and largest else ""
    return f'<td class="figure">{"–" if figure is None else f"{figure:g}"}{bar}</td>'
