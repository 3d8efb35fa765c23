"""Who posts a vacancy, and whether it is one: agencies that send people, no employer at all, titles for everybody."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from jobmatch.screening.finding import Finding
from jobmatch.screening.rules import ground, table
from jobmatch.settings import load
from jobmatch.text.fold import fold
from jobmatch.text.pay.salary import parse_salary

_BEFORE: Final = 6  # signs before a word in which it is denied, or said of the work
_TABLE: Final = "posters.toml"


@cache
def _compiled(group: str, name: str) -> re.Pattern[str]:
    return re.compile(table(_TABLE)[group][name])


def of_poster(text_of: Callable[[str], str]) -> list[Finding]:
    """What is to be asked of who posts, and of what: for ``text_of``, which gives the text of a field.

    >>> posting = {"title": "招聘专员", "employer": "某某人力资源有限公司"}
    >>> [(one.kind, one.words) for one in of_poster(lambda field: posting.get(field, ""))]
    [('agency', '人力资源')]

    A title that names kinds of work which have nothing to do with each other tells no job, and neither does pay that
    may be four times as much, without a word about the work.

    >>> [one.kind for one in of_poster({"title": "客服文员前台营业员收银员"}.get)]
    ['bait']
    >>> [one.kind for one in of_poster({"title": "行政专员", "salary": "0.4-1.9万/月"}.get)]
    ['bait']

    An employer that is only a fair or a sort of employer is none.

    >>> [one.kind for one in of_poster({"title": "编程老师", "employer": "春季双选会"}.get)]
    ['nameless']
    >>> of_poster({"title": "人事", "description": "负责劳务派遣公司对接", "employer": "区人力资源和社会保障局"}.get)
    []
    """
    return [*_agency(text_of), *_nameless(text_of), *_bait(text_of)]


def _agency(text_of: Callable[[str], str]) -> list[Finding]:
    name = fold(text_of("employer") or "").lower()
    said = None if _compiled("agency", "public").search(name) else _compiled("agency", "employer").search(name)
    if said:
        return [_finding("agency", said[0], "employer")]
    for field in ("title", "description", "requirements"):
        words = next(_said_in(fold(text_of(field) or "").lower()), None)
        if words:
            return [_finding("agency", words, field)]
    return []


def _nameless(text_of: Callable[[str], str]) -> list[Finding]:
    said = _compiled("nameless", "employer").search(fold(text_of("employer") or "").lower().strip())
    return [_finding("nameless", text_of("employer"), "employer")] if said else []


def _said_in(folded: str) -> Iterator[str]:
    """Words which say that somebody else employs, or is sought for; not those of what is denied or done there."""
    for found in _compiled("agency", "text").finditer(folded):
        before = re.split(r"[,;。\n:]", folded[max(0, found.start() - _BEFORE) : found.start()])[-1]
        denied = _compiled("agency", "not").search(before) or _compiled("agency", "not_behind").match(
            folded, found.end()
        )
        if not denied:
            yield found[0]


def _bait(text_of: Callable[[str], str]) -> list[Finding]:
    title, numbers = fold(text_of("title") or "").lower(), load().table("screening")
    named = {kind: found for kind in table(_TABLE)["bait"] if (found := _compiled("bait", kind).findall(title))}
    if len(named) >= numbers["bait_kinds"] and sum(map(len, named.values())) > numbers["bait_kinds"]:
        return [_finding("bait", title, "title")]
    pay = parse_salary(text_of("salary") or "")
    wide = bool(pay.min_month and pay.max_month) and (pay.max_month or 0) >= numbers["bait_spread"] * (
        pay.min_month or 1
    )
    told = "".join(text_of(field) or "" for field in ("description", "requirements"))
    return [_finding("bait", text_of("salary"), "salary")] if wide and len(told) < numbers["bait_words"] else []


def _finding(kind: str, words: str, field: str) -> Finding:
    return Finding(kind, words, ground(kind), False, field, 0, 0)  # type: ignore[arg-type]
