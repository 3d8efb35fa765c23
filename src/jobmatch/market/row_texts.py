"""The texts of a row of postings, folded and put together for what is read of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from jobmatch.market.cells import text_of
from jobmatch.settings import load
from jobmatch.text.asked.lines_of_business import without_lines_of_business
from jobmatch.text.clauses import longest_read
from jobmatch.text.fold import fold, fold_lines

OFFERED = ("benefits", "industry")  # at the end of the text; neither names a skill of the work: retail_service
TAGS = ("skills", *OFFERED)  # words beside the duties, among them often the line of business of the employer
_BODY = ("description", "requirements", *TAGS)


def texts_of(row: Mapping[str, Any]) -> tuple[str, str]:
    """The title and all free text of a posting, folded."""
    return fold(text_of(row, "title")), fold_lines("\n".join(filter(None, (text_of(row, name) for name in _BODY))))


def times_text(row: Mapping[str, Any], title: str, body: str) -> str:
    """What is read for the hours of work, folded and in lower case; title and text are folded already."""
    columns = hour_columns(row)
    text = joined(*filter(None, (title, body)))
    folded = fold_lines(f"{columns}。" if text else columns) if columns else ""
    return f"{folded}{text}"[: longest_read()].rstrip().lower()


def hour_columns(row: Mapping[str, Any]) -> str:
    """The columns that tell the hours of work."""
    return joined(*filter(None, (text_of(row, "hours"), text_of(row, "employment_type"))))


def without_columns(row: Mapping[str, Any], text: str, names: Sequence[str]) -> str:
    """A text of a posting without the columns with which it ends."""
    return text.removesuffix(fold_lines("\n".join(filter(None, (text_of(row, name) for name in names)))))


def skills_text(row: Mapping[str, Any], title: str, duties: str) -> str:
    """What is read for skills: title, duties, and the columns of papers and of skills without lines of business."""
    tags = without_lines_of_business(text_of(row, "skills"))
    return joined(title, text_of(row, "certificates"), tags, duties)


def is_silent(text: str) -> bool:
    """Whether a text tells nothing: none is there, or three dots, or that it stands elsewhere (详见附件)."""
    return sum(map(str.isalnum, text[: int(load().number("words.least_text")) * 2])) < load().number("words.least_text")


def joined(*texts: str) -> str:
    """Texts as one, so that no word or clause runs from one into the next."""
    return "。".join(texts)
