"""One posting understood: raw texts → values. The columns win; the free text fills what they leave open."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import starmap
from typing import Any

from jobmatch.dataset.postings import read_postings, without_collection
from jobmatch.errors import BadInput
from jobmatch.market.cells import point_of, read_day, read_place, read_salary, text_of
from jobmatch.market.impacts import EMPLOYER, WordCounts
from jobmatch.market.part_time import part_time, share_of_a_month
from jobmatch.market.row_asks import demands_asked, gender_asked, licence_asked, posted, skills_asked, will_do_instead
from jobmatch.market.row_texts import (
    TAGS,
    hour_columns,
    is_silent,
    joined,
    skills_text,
    texts_of,
    times_text,
    without_columns,
)
from jobmatch.market.told_hours import DIFFER, settled
from jobmatch.records.hours import Hours
from jobmatch.records.place import Place
from jobmatch.records.requirements import Requirements
from jobmatch.records.salary import Salary
from jobmatch.screening import asks_money, is_unclear, warnings_of, whom_it_seeks
from jobmatch.settings import load
from jobmatch.text.asked.graduates import is_open_to_others, may_train
from jobmatch.text.asked.hours import hours_in
from jobmatch.text.asked.named_shifts import named_shift
from jobmatch.text.asked.papers import certificates_asked
from jobmatch.text.asked.papers_by_law import law_at
from jobmatch.text.asked.requirements import read_each
from jobmatch.text.asked.reserved import group_bits, reserved_in
from jobmatch.text.asked.round_the_clock import is_care
from jobmatch.text.asked.students import without_refused
from jobmatch.text.asked.vehicles import own_vehicle
from jobmatch.text.batches import once_each
from jobmatch.text.clauses import longest_read
from jobmatch.text.copied import text_key
from jobmatch.text.dates import day_of
from jobmatch.text.fold import fold
from jobmatch.text.pay.sure import SurePay, sure_pay
from jobmatch.text.pay.titles import less_by_title
from jobmatch.text.tokens import tokenize, words_in
from jobmatch.text.work.duties import Told, told_work
from jobmatch.text.work.seniority import is_internship, parse_seniority
from jobmatch.text.work.titles_clean import without_call

_HARDLY = 1e-6
_AT_A_TIME = 1000  # rows: what is asked of a model is asked for many texts at once, and the memory stays small


@dataclass(frozen=True, slots=True)
class Indexed:
    """What was understood of one posting, as far as an index is made of it."""

    work: Told
    place: Place | None
    point: tuple[float, float] | None
    salary: Salary
    sure_pay: SurePay | None
    share_of_a_month: float | None
    education: int | None
    years: float | None
    years_instead: int
    graduates_only: bool
    hours: Hours
    cares_at_night: bool
    part_time: int | None
    named_shift: str | None
    licence: str | None
    own_vehicle: str | None
    certificates: dict[str, bool]
    hard_certificates: frozenset[str]
    skills: dict[str, bool]
    demands: int
    demands_at_times: int
    demands_told: int
    age_from: int
    seniority: int
    posted_on: date | None
    closes_on: date | None
    openings: int | None
    reserved: int
    asks_money: bool
    warned: bool
    unclear: bool
    silent: bool
    text_key: int
    seeks: int


@dataclass(frozen=True, slots=True)
class Reading(Indexed):
    """What was understood of one posting: what an index holds, and all that it asks and offers besides."""

    asked: Requirements
    gender: str | None


def read_posting(posting: Mapping[str, Any], home: str | None = None, as_of: date | str | None = None) -> Reading:
    """Understand one posting, a dict under any headings that ``read_postings`` knows.

    >>> read = read_posting({"岗位名称": "叉车工", "岗位描述": "招3人,有叉车证,8小时两班倒,包吃住,45岁以下"})
    >>> read.openings, read.certificates, read.hours.shift, read.hours.daily, read.asked.lodging, read.asked.age_max
    (3, {'叉车证': True}, True, 8.0, True, 45)

    What it does not say is None; what a column and the text say differently is named.

    >>> read = read_posting({"title": "文员", "学历": "大专", "人数": 5, "description": "本科以上，招2人"})
    >>> read.years, read.asked.conflicts
    (None, ('education', 'openings'))

    One that has no title is refused, as by ``read_postings``.
    """
    if not hasattr(posting, "keys"):
        raise BadInput("wrong-type", seen=type(posting).__name__)
    rows = read_postings([dict(posting)], as_of=as_of).frame.to_dict("records")
    day = None if as_of is None else day_of(as_of)
    row = {str(name): value for name, value in rows[0].items()}
    said = _read_some([row], [texts_of(row)], home, day, whole=True)
    return Reading(**{name: values[0] for name, values in said.items()})


@without_collection()
def read_rows(
    rows: Sequence[Mapping[str, Any]], home: str | None = None, as_of: date | None = None
) -> tuple[list[Indexed], WordCounts]:
    """Understand rows of ``Postings.frame`` for an index, and count their words.

    Bare places are sought in the region ``home``.

    Last days without a year are seen from the day of posting, else from ``as_of``.
    """
    readings: list[Indexed] = []
    words = []
    for some in (rows[at : at + _AT_A_TIME] for at in range(0, len(rows), _AT_A_TIME)):
        texts = [texts_of(row) for row in some]
        read = _read_some(some, texts, home, as_of, whole=False)
        readings += [Indexed(**dict(zip(read, values, strict=True))) for values in zip(*read.values(), strict=True)]
        employers = (text_of(row, "employer") for row in some)
        counts = [_words(title, body, employer) for (title, body), employer in zip(texts, employers, strict=True)]
        words.append(WordCounts.of(counts))
    return readings, WordCounts.joined(words)


def _read_some(
    rows: Sequence[Mapping[str, Any]],
    texts: Sequence[tuple[str, str]],
    home: str | None,
    as_of: date | None,
    *,
    whole: bool,
) -> dict[str, list[Any]]:
    """Some postings, one thing of all after the other: its words and patterns stay at hand, a fifth of the time.

    By the fields of ``Reading`` if ``whole``, else by those of ``Indexed``.
    """
    titles, bodies = [title for title, _ in texts], [body for _, body in texts]
    warnings = warnings_of([partial(text_of, row) for row in rows])
    longest = longest_read()
    short = [(title[:longest].rstrip().lower(), body[:longest].rstrip().lower()) for title, body in texts]
    asked = once_each(
        partial(read_each, whole=whole), [posted(row, *text, as_of) for row, text in zip(rows, short, strict=True)]
    )
    places = [read_place(row, home) for row in rows]
    salaries = [read_salary(row, place) for row, place in zip(rows, places, strict=True)]
    named = [
        joined(text_of(row, "certificates"), text_of(row, "skills"), body)
        for row, body in zip(rows, bodies, strict=True)
    ]
    laws = [law_at(place.code or next(iter(place.alternatives), None)) if place else None for place in places]
    papers = _each(certificates_asked, titles, named, laws)
    named = list(map(joined, titles, named))
    told = list(map(joined, titles, bodies))
    hours = _each(hours_in, [times_text(row, *text) for row, text in zip(rows, texts, strict=True)])
    hours = [
        settled(one, hour_columns(row), joined(*text)) if DIFFER.intersection(said.conflicts) else one
        for one, row, text, said in zip(hours, rows, short, asked, strict=True)
    ]
    part = list(map(part_time, hours))
    duties = [without_columns(row, body, TAGS) for row, body in zip(rows, bodies, strict=True)]
    skilled = list(map(skills_text, rows, map(without_call, titles), duties))
    works = _each(told_work, titles, duties, [text_of(row, "employer") for row in rows])
    demands = _each(demands_asked, titles, works, told)
    read: dict[str, list[Any]] = {
        "work": works,
        "place": places,
        "point": [point_of(row) for row in rows],
        "salary": salaries,
        "sure_pay": [
            sure or less
            for sure, less in zip(_each(sure_pay, salaries, told), _each(less_by_title, salaries, titles), strict=True)
        ],
        "share_of_a_month": _each(share_of_a_month, salaries, hours, part),
        "education": [one.education for one in asked],
        "years": [one.years for one in asked],
        "years_instead": list(map(will_do_instead, asked, short)),
        "graduates_only": [
            one.graduates_only
            or (is_internship(title) and not (may_train(title) or is_open_to_others("\n".join(text))))
            for one, title, text in zip(asked, titles, short, strict=True)
        ],
        "hours": hours,
        "cares_at_night": [
            one.live_in is True and one.night is None and is_care("\n".join(text))
            for one, text in zip(hours, short, strict=True)
        ],
        "part_time": part,
        "named_shift": [
            None if one.start is not None else shift
            for one, shift in zip(hours, _each(named_shift, titles, bodies), strict=True)
        ],
        "licence": _each(licence_asked, titles, named, laws),
        "own_vehicle": _each(own_vehicle, told),
        "certificates": [one for one, _ in papers],
        "hard_certificates": [hard for _, hard in papers],
        "skills": _each(skills_asked, skilled),
        "demands": [always for always, _, _ in demands],
        "demands_at_times": [at_times for _, at_times, _ in demands],
        "demands_told": [told for _, _, told in demands],
        "age_from": [one.age_min if one.age_min_lawful and one.age_min else 0 for one in asked],
        "seniority": _each(parse_seniority, titles),
        "posted_on": [read_day(row, "posted_on") for row in rows],
        "closes_on": [one.closes_on for one in asked],
        "openings": [one.openings for one in asked],
        "reserved": [group_bits(groups) for groups in once_each(partial(starmap, reserved_in), short)],
        "asks_money": [asks_money(one) for one in warnings],
        "warned": [bool(one) for one in warnings],
        "unclear": [
            is_unclear(said, body, pays=pay.min_month is not None)
            for said, body, pay in zip(warnings, bodies, salaries, strict=True)
        ],
        "silent": list(map(is_silent, duties)),
        "text_key": [
            text_key(text.lower(), fold(text_of(row, "employer")).lower())
            for row, text in zip(rows, duties, strict=True)
        ],
        "seeks": [
            whom_it_seeks(*text, one.years, said) for text, one, said in zip(short, asked, warnings, strict=True)
        ],
    }
    if whole:
        read["asked"] = asked
        read["gender"] = [gender_asked(one, "\n".join(text)) for one, text in zip(warnings, texts, strict=True)]
    return read


def _each(read: Callable[..., Any], *columns: Sequence[Any]) -> list[Any]:
    """What ``read`` tells of each row of the columns; rows that are repeated are read once."""
    return once_each(lambda rows: [read(*row) for row in rows], list(zip(*columns, strict=True)))


def _words(title: str, body: str, employer: str) -> dict[str, float]:
    """The words of a posting with their counts; title and text are folded."""
    title_counts = load().number("words.title_counts")
    counts = {word: times * title_counts for word, times in Counter(words_in(without_refused(title.lower()))).items()}
    for word, times in Counter(words_in(without_refused(body.lower()))).items():
        counts[word] = counts.get(word, 0.0) + times
    return counts | {f"{EMPLOYER}{word}": _HARDLY for word in tokenize(employer)}
