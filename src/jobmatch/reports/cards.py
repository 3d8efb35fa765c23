"""Anonymised cards for an employers' group: text to paste, Markdown, a page, or a Word document."""

import io
from pathlib import Path

from jobmatch.errors import UsageError
from jobmatch.files.write import write_whole
from jobmatch.reports import sheet
from jobmatch.reports.sheet import Sheet

ENDINGS = (".txt", ".md", ".html", ".docx")


def write_cards(path: str, cards: Sheet) -> None:
    """Write the cards by the ending of the file, whole or not at all."""
    writer = {".txt": _text, ".md": _markdown, ".html": _page, ".docx": _word}[Path(path).suffix.lower()]
    write_whole(Path(path), writer(cards))


def _text(cards: Sheet) -> bytes:
    blocks = ["\n".join((f"【{name}】", *lines)) for name, lines in cards.blocks]
    return ("\n\n".join((cards.heading, *blocks, cards.foot)) + "\n").encode()


def _markdown(cards: Sheet) -> bytes:
    return (sheet.markdown(cards) + "\n").encode()


def _page(cards: Sheet) -> bytes:
    return sheet.page([cards], cards.heading).encode()


def _word(cards: Sheet) -> bytes:
    try:
        from docx import Document
    except ImportError:
        raise UsageError("no-docx") from None
    document = Document()
    document.add_heading(cards.heading, level=1)
    for name, lines in cards.blocks:
        document.add_heading(name, level=2)
        for line in lines:
            document.add_paragraph(line, style="List Bullet")
    document.add_paragraph(cards.foot)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
