"""A sheet: a heading and blocks of lines, the same words on the terminal and on a printable page."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from jobmatch.messages import language, say


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one client's result says, in the order in which it is read."""

    heading: str
    blocks: tuple[tuple[str, tuple[str, ...]], ...]
    foot: str = ""
    signed: tuple[str, ...] = ()  # on paper: who signs


STYLE = """
body { font: 11pt/1.55 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; margin: 1.6cm; color: #111 }
body:lang(zh-TW) { font-family: "Noto Sans CJK TC", "Microsoft JhengHei", "PingFang TC", sans-serif }
@page { margin: 1.6cm } @media print { body { margin: 0 } }
section { break-after: page } section:last-child { break-after: auto }
h1 { font-size: 15pt; margin: 0 0 .3em } h2 { font-size: 12pt; margin: 1em 0 .2em; break-after: avoid }
ul { margin: .2em 0; padding-left: 1.2em } li { break-inside: avoid } footer { color: #444; margin-top: 1em }
.signed { display: flex; gap: 2em; margin-top: 2.5em; break-inside: avoid }
.signed span { flex: 1; border-bottom: 1px solid #444 }
figure { margin: 1em 0; break-inside: avoid } svg { max-width: 100%; height: auto }
"""


def page(sheets: Iterable[Sheet], title: str, drawings: Iterable[str] = ()) -> str:
    """A page of sheets; SVG ``drawings`` last.

    >>> page([Sheet("C-1 <一级>", (("方向", ("保洁员",)),))], "方向").count("&lt;一级&gt;")
    1
    """
    sections = "\n".join([*map(section, sheets), *(f"<figure>{drawing}</figure>" for drawing in drawings)])
    return document(title, STYLE, sections)


def document(title: str, style: str, body: str) -> str:
    """One self-contained HTML page: no script, nothing from the network; every value in ``body`` is escaped already.

    >>> document("<名单>", "p { margin: 0 }", "<p>保洁员</p>").count("&lt;名单&gt;")
    1
    """
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{style}</style></head>\n<body>\n{body}\n</body></html>\n"
    )


def section(sheet: Sheet) -> str:
    """One sheet as a part of a page."""
    blocks = "".join(
        f"{f'<h2>{escape(name)}</h2>' if name else ''}<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
        for name, lines in sheet.blocks
        if lines
    )
    foot = f"<footer>{escape(sheet.foot)}</footer>" if sheet.foot else ""
    lines = "".join(f"<span>{escape(who)}</span>" for who in sheet.signed)
    signed = f"<p class=signed>{lines}</p>" if lines else ""
    return f"<section><h1>{escape(sheet.heading)}</h1>{blocks}{foot}{signed}</section>"


def markdown(sheet: Sheet) -> str:
    """A sheet as Markdown.

    >>> print(markdown(Sheet("C-1", (("方向", ("保洁员 <一级>",)),), "完")))
    # C-1
    <BLANKLINE>
    ## 方向
    <BLANKLINE>
    - 保洁员 &lt;一级&gt;
    <BLANKLINE>
    完
    """
    parts = [f"# {escape(sheet.heading, quote=False)}"]
    for name, lines in sheet.blocks:
        if lines:
            parts += [
                *([f"## {escape(name, quote=False)}"] if name else []),
                "\n".join(f"- {escape(line, quote=False)}" for line in lines),
            ]
    return "\n\n".join([*parts, *([sheet.foot] if sheet.foot else [])])


def heading(client_id: str, level: dict[str, object]) -> str:
    """The client and the level as every sheet begins."""
    said = level["level"] or "none"
    return f"{client_id} · {say(f'show.level-{said}')}"
