"""One posting understood: raw texts → values. The columns win; the free text fills what they leave open."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import starmap
from typing import Any, Final

from jobmatch.dataset.postings import read_postings
from jobmatch.errors import BadInput
from jobmatch.market.cells import openings_of, point_of, read_day, read_place, read_salary, text_of
from jobmatch.market.columns import PAPER, STUDY
from jobmatch.market.impacts import EMPLOYER, WordCounts
from jobmatch.market.part_time import part_time, share_of_a_month
from jobmatch.market.told_hours import DIFFER, settled
from jobmatch.patterns import late
from jobmatch.records.hours import Hours
from jobmatch.records.place import Place
from jobmatch.records.requirements import Requirements
from jobmatch.records.salary import Salary
from jobmatch.screening import Finding, asks_money, is_unclear, warnings_of, whom_it_seeks
from jobmatch.settings import load
from jobmatch.text.asked.alternatives import instead_of_years
from jobmatch.text.asked.demand_list import demand_bits
from jobmatch.text.asked.demands import demands_in, duties_in
from jobmatch.text.asked.demands_of_work import OfWork, demands_of_work
from jobmatch.text.asked.education import education_in
from jobmatch.text.asked.hours import hours_in
from jobmatch.text.asked.licence_ladder import licence_classes
from jobmatch.text.asked.licences import bare_class, parse_licence
from jobmatch.text.asked.named_shifts import named_shift
from jobmatch.text.asked.papers import certificates_asked
from jobmatch.text.asked.papers_by_law import required_by_occupation
from jobmatch.text.asked.requirements import Posted, read_each
from jobmatch.text.asked.reserved import group_bits, reserved_in
from jobmatch.text.asked.round_the_clock import is_care
from jobmatch.text.asked.skills import skill_ids, skill_names
from jobmatch.text.asked.students import without_refused
from jobmatch.text.asked.vehicles import own_vehicle
from jobmatch.text.batches import once_each
from jobmatch.text.clauses import longest_read
from jobmatch.text.copied import text_key
from jobmatch.text.dates import day_of
from jobmatch.text.fold import fold, fold_lines
from jobmatch.text.pay.sure import SurePay, sure_pay
from jobmatch.text.pay.titles import less_by_title
from jobmatch.text.tokens import tokenize, words_in
from jobmatch.text.work.duties import BY_EMPLOYER, Told, in_words, told_work
from jobmatch.text.work.seniority import is_internship, parse_seniority
from jobmatch.text.work.titles_clean import without_call

_FEMALE = re.compile("[女妇婦媽妈姐嫂妹]|阿姨|female|wom[ae]n|lad(?:y|ies)|girl", re.I)
_MALE = re.compile(r"[男]|小伙|先生|(?<!fe)male|\bm[ae]n\b|gentlem|guys", re.I)
_ONE_SEX = late(r"(?:^|(?<=[^\w男女/]))[男女](?:[性士生工的]|同志)?(?=[,，;；。、\n\d]|$)", re.M)  # 女,20-45岁
_BOTH_SEXES: Final = late(
    r"男[^,，;；。\n女]{0,4}\d{1,3} ?[名人个]?[^,;；。\n]{0,2}女[^,，;；。\n]{0,4}\d"
)  # 男6女6: so many of each
_HARDLY = 1e-6
_AT_A_TIME = 1000  # rows: what is asked of a model is asked for many texts at once, and the memory stays small


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of one posting."""

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
    return read_rows([{str(name): value for name, value in row.items()} for row in rows], home, day)[0][0]


def read_rows(
    rows: Sequence[Mapping[str, Any]], home: str | None = None, as_of: date | None = None
) -> tuple[list[Reading], WordCounts]:
    """Understand rows of ``Postings.frame`` and count their words; bare places are sought in the region ``home``.

    Last days without a year are seen from the day of posting, else from ``as_of``.
    """
    readings: list[Reading] = []
    words = []
    for some in (rows[at : at + _AT_A_TIME] for at in range(0, len(rows), _AT_A_TIME)):
        texts = [_texts(row) for row in some]
        readings += _read_some(some, texts, home, as_of)
        employers = (text_of(row, "employer") for row in some)
        counts = [_words(title, body, employer) for (title, body), employer in zip(texts, employers, strict=True)]
        words.append(WordCounts.of(counts))
    return readings, WordCounts.joined(words)


def _texts(row: Mapping[str, Any]) -> tuple[str, str]:
    """The title and all free text of a posting, folded."""
    return fold(text_of(row, "title")), fold_lines("\n".join(filter(None, (text_of(row, name) for name in _BODY))))


def _read_some(
    rows: Sequence[Mapping[str, Any]], texts: Sequence[tuple[str, str]], home: str | None, as_of: date | None
) -> list[Reading]:
    """Some postings, one thing of all after the other: its words and patterns stay at hand, a fifth of the time."""
    titles, bodies = [title for title, _ in texts], [body for _, body in texts]
    warnings = warnings_of([partial(text_of, row) for row in rows])
    longest = longest_read()
    short = [(title[:longest].rstrip().lower(), body[:longest].rstrip().lower()) for title, body in texts]
    asked = once_each(read_each, [_posted(row, *text, as_of) for row, text in zip(rows, short, strict=True)])
    places = [read_place(row, home) for row in rows]
    salaries = [read_salary(row, place) for row, place in zip(rows, places, strict=True)]
    named = [
        _joined(text_of(row, "certificates"), text_of(row, "skills"), body)
        for row, body in zip(rows, bodies, strict=True)
    ]
    papers = _each(certificates_asked, titles, named)
    skilled = list(map(_joined, map(without_call, titles), named))
    named = list(map(_joined, titles, named))
    told = list(map(_joined, titles, bodies))
    hours = _each(hours_in, [_times(row, *text) for row, text in zip(rows, texts, strict=True)])
    hours = [
        settled(one, _hour_columns(row), _joined(*text)) if DIFFER.intersection(said.conflicts) else one
        for one, row, text, said in zip(hours, rows, short, asked, strict=True)
    ]
    part = list(map(part_time, hours))
    duties = [_without(row, body, _TAGS) for row, body in zip(rows, bodies, strict=True)]
    works = _each(told_work, titles, duties, [text_of(row, "employer") for row in rows])
    demands = _each(_demands, titles, works, told)
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
        "years_instead": list(map(_instead, asked, short)),
        "graduates_only": [
            one.graduates_only or is_internship(title) for one, title in zip(asked, titles, strict=True)
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
        "licence": _each(_licence, titles, named),
        "own_vehicle": _each(own_vehicle, told),
        "certificates": [one for one, _ in papers],
        "hard_certificates": [hard for _, hard in papers],
        "skills": _each(_skills, [_without(row, text, _OFFERED) for row, text in zip(rows, skilled, strict=True)]),
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
        "silent": list(map(_is_silent, duties)),
        "text_key": [
            text_key(text.lower(), fold(text_of(row, "employer")).lower())
            for row, text in zip(rows, duties, strict=True)
        ],
        "seeks": [
            whom_it_seeks(*text, one.years, said) for text, one, said in zip(short, asked, warnings, strict=True)
        ],
        "asked": asked,
        "gender": [_gender(one, "\n".join(text)) for one, text in zip(warnings, texts, strict=True)],
    }
    return [Reading(**dict(zip(read, values, strict=True))) for values in zip(*read.values(), strict=True)]


def _each(read: Callable[..., Any], *columns: Sequence[Any]) -> list[Any]:
    """What ``read`` tells of each row of the columns; rows that are repeated are read once."""
    return once_each(lambda rows: [read(*row) for row in rows], list(zip(*columns, strict=True)))


def _joined(*texts: str) -> str:
    return "。".join(texts)


def _demands(title: str, work: Told, text: str) -> tuple[int, int, int]:
    """What a posting asks of the body by its words and its work, at times, and what of that its text speaks of.

    What the text says that there is not, such work does not ask at times, and what it asks elsewhere is to be asked.
    """
    folded, of_work = " ".join(text[: longest_read()].split()).lower(), _of_work(title, work)
    asked, duties = demands_in(folded), duties_in(folded)
    always = asked | (of_work.always - duties.spared)
    at_times = (of_work.at_times - duties.spared | (of_work.always & duties.spared) | duties.told) - always
    return demand_bits(always), demand_bits(at_times), demand_bits(duties.told - always)


def _instead(asked: Requirements, text: tuple[str, str]) -> int:
    """What will do in place of the years: a rung of schooling, the field of study, or a paper; 0 where nothing will."""
    instead = instead_of_years(text[1]) if asked.years else None
    if instead == "schooling":  # a column that asks for other schooling asks for it in any case
        return asked.education if asked.education and asked.education == education_in(text[1]) else 0
    return {"study": STUDY, "paper": PAPER}.get(instead or "", 0)


def _of_work(title: str, work: Told) -> OfWork:
    """What the work asks of the body; where only the employer tells what it is, it may ask that."""
    asks = demands_of_work(in_words(title, work.work))
    return demands_of_work(title) | asks.at_most_times() if work.by == BY_EMPLOYER else asks


def _times(row: Mapping[str, Any], title: str, body: str) -> str:
    """What is read for the hours of work, folded and in lower case; title and text are folded already."""
    columns = _hour_columns(row)
    text = _joined(*filter(None, (title, body)))
    folded = fold_lines(f"{columns}。" if text else columns) if columns else ""
    return f"{folded}{text}"[: longest_read()].rstrip().lower()


def _hour_columns(row: Mapping[str, Any]) -> str:
    return _joined(*filter(None, (text_of(row, "hours"), text_of(row, "employment_type"))))


def requirements_of(row: Mapping[str, Any], title: str, text: str, as_of: date | None = None) -> Requirements:
    """What the columns and the text ask; a last day without a year follows the day of posting, else ``as_of``."""
    folded, called = fold_lines(text[: longest_read()]).lower(), fold(title[: longest_read()]).lower()
    return read_each([_posted(row, called, folded, as_of)])[0]


def _posted(row: Mapping[str, Any], title: str, text: str, as_of: date | None) -> Posted:
    """What is read of a posting for what it asks; title and text are folded, and in lower case."""
    return Posted(
        text,
        title,
        read_day(row, "posted_on") or as_of,
        education=text_of(row, "education") or None,
        experience=text_of(row, "experience") or None,
        age=text_of(row, "age") or None,
        openings=openings_of(row),
        closes_on=read_day(row, "closes_on"),
        hours=text_of(row, "hours") or None,
        employment_type=text_of(row, "employment_type") or None,
    )


def _gender(warnings: Sequence[Finding], text: str) -> str | None:
    """The one sex that is asked for or preferred: in words that screening found, or alone; None where both are."""
    words = "".join(one.words for one in warnings if one.kind == "gender" and one.probability is None)
    if "男" in words and _BOTH_SEXES.search(text):
        return None
    if not words and ("男" in text) != ("女" in text):
        words = "".join(_ONE_SEX.findall(text))
    female, male = bool(_FEMALE.search(words)), bool(_MALE.search(words))
    return None if female == male else "女" if female else "男"


_OFFERED = ("benefits", "industry")  # at the end of the text; neither names a skill of the work: retail_service
_TAGS = ("skills", *_OFFERED)  # words beside the duties, among them often the line of business of the employer
_BODY = ("description", "requirements", *_TAGS)


def _without(row: Mapping[str, Any], text: str, names: Sequence[str]) -> str:
    """A text of a posting without the columns with which it ends."""
    return text.removesuffix(fold_lines("\n".join(filter(None, (text_of(row, name) for name in names)))))


def _is_silent(text: str) -> bool:
    """Whether a text tells nothing: none is there, or three dots, or that it stands elsewhere (详见附件)."""
    return sum(map(str.isalnum, text[: int(load().number("words.least_text")) * 2])) < load().number("words.least_text")


def _licence(title: str, text: str) -> str | None:
    """The driving class asked: by the text, else by the law for the work in the title."""
    need = parse_licence(text)
    by_law = [one.licence for one in required_by_occupation(title) if one.licence]
    bare = bare_class(text) if by_law and need.asked in (None, "any") else None
    asked = [one for one in (need.asked if need.required is not False else None, bare) if one]
    return max([*asked, *by_law], key=licence_classes().index, default=None)


def _skills(text: str) -> dict[str, bool]:
    """Skill → required, for those that the text asks for or welcomes."""
    required, welcome = skill_ids(text)
    names = skill_names()
    return {names[skill]: True for skill in required} | {names[skill]: False for skill in welcome}


def _words(title: str, body: str, employer: str) -> dict[str, float]:
    """The words of a posting with their counts; title and text are folded."""
    title_counts = load().number("words.title_counts")
    counts = {word: times * title_counts for word, times in Counter(words_in(without_refused(title.lower()))).items()}
    for word, times in Counter(words_in(without_refused(body.lower()))).items():
        counts[word] = counts.get(word, 0.0) + times
    return counts | {f"{EMPLOYER}{word}": _HARDLY for word in tokenize(employer)}
