"""A page of a template: every value is escaped."""

from functools import cache
from pathlib import Path
from typing import Any, Final

from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from jobmatch.messages import language, say
from jobmatch.reports import sheet

_HERE: Final = Path(__file__).parent


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.globals.update(say=say, language=language)
    return made


def page(name: str, status: int = 200, **values: Any) -> Response:
    """A page of a template."""
    return HTMLResponse(_templates().get_template(f"{name}.html").render(**values), status)


def fault_page(text: str, status: int) -> Response:
    """What went wrong, for a person."""
    return page("fault", status, text=text)


def part(told: sheet.Sheet) -> Markup:
    """A sheet as a part of a page."""
    return Markup(sheet.section(told))  # noqa: S704 - escaped there


def style() -> bytes:
    """The style sheet of the pages."""
    return (_HERE / "style.css").read_bytes()
