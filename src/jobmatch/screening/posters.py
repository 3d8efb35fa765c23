"""Who posts a vacancy, and whether it is one: agencies that send people, no employer at all, titles for everybody."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

from jobmatch.messages import in_script
from jobmatch.screening.disguise import of_disguise
from jobmatch.screening.finding import Finding
from jobmatch.screening.rules import ground, table
from jobmatch.settings import load
from jobmatch.text.fold import fold
from jobmatch.text.pay.salary import parse_salary

_BEFORE: Final = 6  # signs before a word in which it is denied, or said of the work
_TABLE: Final = "posters.toml"
_NO_SUCH_JOB: Final = ("bait", "disguised", "rented_car")  # what is sought is likely not what the title tells


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
    return [*_agency(text_of), *_nameless(text_of), *_bait(text_of), *of_disguise(text_of)]


def is_unclear(findings: Iterable[Finding], text: str, *, pays: bool) -> bool:
    """Whether a posting tells no job: it is for everybody, or names no employer and tells neither of the work nor pay.

    >>> is_unclear(of_poster({"title": "客服文员前台营业员收银员"}.get), "", pays=True), is_unclear([], "", pays=False)
    (True, False)
    >>> fair = of_poster({"title": "编程老师", "employer": "春季双选会"}.get)
    >>> is_unclear(fair, "", pays=False), is_unclear(fair, "", pays=True)
    (True, False)
    """
    kinds = {one.kind for one in findings}
    silent = not pays and len(text) < load().number("screening.bait_words")
    return not kinds.isdisjoint(_NO_SUCH_JOB) or (silent and "nameless" in kinds)


def _agency(text_of: Callable[[str], str]) -> list[Finding]:
    written = text_of("employer") or ""
    name = fold(written).lower()
    said = None if _compiled("agency", "public").search(name) else _compiled("agency", "employer").search(name)
    if said:
        return [_finding("agency", in_script(said[0], written), "employer")]
    for field in ("title", "description", "requirements"):
        words = next(_said_in(fold(text_of(field) or "").lower()), None)
        if words:
            return [_finding("agency", in_script(words, text_of(field)), field)]
    return []


def is_no_employer_of_its_own(name: str) -> bool:
    """Whether a name is that of an agency, or no employer's at all: what it posts tells nothing of one employer.

    >>> is_no_employer_of_its_own("某某人力资源有限公司"), is_no_employer_of_its_own("某某软件有限公司")
    (True, False)
    """
    return names_nobody(name) or bool(_agency(lambda field: name if field == "employer" else ""))


def names_nobody(name: str) -> bool:
    """Whether what stands as the employer is none: a fair, a portal, a sort of employer.

    >>> names_nobody("春季双选会"), names_nobody("某某软件有限公司")
    (True, False)
    """
    return bool(_compiled("nameless", "employer").search(fold(name).lower().strip()))


def _nameless(text_of: Callable[[str], str]) -> list[Finding]:
    name = text_of("employer") or ""
    return [_finding("nameless", name, "employer")] if names_nobody(name) else []


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
