"""Figures by group as one self-contained page: a table in which every figure is also a bar."""

from collections.abc import Sequence
from html import escape

from jobmatch.reports.sheet import document

_STYLE = """
body { font: 10.5pt/1.5 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; margin: 1.5cm; color: #111 }
table { border-collapse: collapse } caption { font-size: 14pt; text-align: left; margin-bottom: .5em }
th, td { padding: .25em .6em; text-align: left; vertical-align: bottom } th { border-bottom: 1px solid #999 }
td.figure { min-width: 4.5em } td i { display: block; height: .45em; background: #3b6ea5; print-color-adjust: exact }
tr:last-child { border-top: 1px solid #999; font-weight: bold } tr { break-inside: avoid }
"""


def page(title: str, headings: Sequence[str], lines: Sequence[tuple[str, Sequence[float | None]]], foot: str) -> str:
    """The page: a line a group, the sum last; a bar is as long as its share of the largest group of the column.

    >>> made = page("台账", ["组", "上岗"], [("<甲>", [8]), ("乙", [None]), ("合计", [8])], "")
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
