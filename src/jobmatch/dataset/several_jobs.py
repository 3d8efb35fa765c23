"""A cell that names several jobs with their head counts, as lists of job fairs have it → a row for each job.

保洁员10人、保安员15人 are two postings. A cell is taken apart only where two of its parts say how many are sought, so
that 机修工/电工 and 文员、前台 stay the one posting that they are. What the row says beside holds for each of them; a
cell with as many lines as there are jobs has a line for each, and pay or numbers that name the jobs
(保洁3000、保安4000) are told apart by them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from jobmatch.columns.matching import Headings
from jobmatch.files.table import Row, Table
from jobmatch.messages import say
from jobmatch.patterns import late

_LONGEST: Final = 400  # signs of a cell that is looked at; a longer one is a story
_OPENINGS: Final = "招聘人数"  # the heading of the column that is made where there is none
_COUNT: Final = late(r"\d{1,4}|若干")
_BETWEEN: Final = late(
    r"[、，,；;。\n\r]+(?![^（(]{0,60}[)）])|(?<=[\d人名位)）])\s+(?=[^\s\d])|(?<=[人名位])\s*[/／]\s*"
)
_COUNTED: Final = late(
    r"(?P<title>[^\n]{1,60}?)\s{0,3}(?:"
    r"[（(]\s{0,3}(?P<a>\d{1,4})\s{0,3}[人名位个]?\s{0,3}[)）]"
    r"|[×xX*:：]\s{0,3}(?P<b>\d{1,4})\s{0,3}[人名位个]?"
    r"|(?P<c>\d{1,4})\s{0,3}[人名位]"
    r"|(?<=[㐀-鿿)）])\s{0,3}(?P<d>\d{1,3})"
    r"|[（(]?(?P<some>若干)[人名位]?[)）]?)"
)

_OWN: Final = ("salary", "openings")  # fields of which a cell may tell a value for each job by its name
_PARTS: Final = late(r"[、；;。\n\r]+|[，,](?!\d{3}(?!\d))|(?<=[\d元kK千万以上议])\s+(?=[㐀-鿿]{2})")
_LABELLED: Final = late(r"(?P<label>[^\d面:：]{1,12}?)\s{0,2}[:：]?\s{0,2}(?P<value>(?:\d|面[议谈]).{0,60})")

Job = tuple[str, str | None]  # the title, and how many are sought


def jobs_in(cell: str) -> list[Job]:
    """The jobs of a cell that names several with their head counts; an empty list for any other.

    >>> jobs_in("保洁员10人、保安员15人、电工（持证）2人")
    [('保洁员', '10'), ('保安员', '15'), ('电工（持证）', '2')]
    >>> jobs_in("汽车维修工×5，钣金工×2，前台"), jobs_in("护理员 8名 厨师若干")
    ([('汽车维修工', '5'), ('钣金工', '2'), ('前台', None)], [('护理员', '8'), ('厨师', None)])
    >>> jobs_in("机修工/电工"), jobs_in("文员、前台"), jobs_in("保安10人"), jobs_in("保安（18-45岁、身高170）")
    ([], [], [], [])
    """
    if len(cell) > _LONGEST or len(_COUNT.findall(cell)) < 2:  # nearly all of them
        return []
    parts = [part.strip() for part in _BETWEEN.split(cell) if part.strip()]
    read = [(part, _COUNTED.fullmatch(part)) for part in parts]
    if sum(found is not None for _, found in read) < 2:
        return []
    jobs = [
        (found["title"].strip(), next(filter(None, found.group("a", "b", "c", "d")), None)) if found else (part, None)
        for part, found in read
    ]
    return jobs if all(any(sign.isalpha() for sign in title) for title, _ in jobs) else []


def told_of_each(cell: str | None, titles: Sequence[str]) -> list[str | None]:
    """What a cell tells of each job by its name; an empty list where it names fewer than two of them.

    >>> told_of_each("普工200元/天；质检4-6k，包吃；会计面议", ["普工", "质检员", "会计"])
    ['200元/天', '4-6k，包吃', '面议']
    >>> told_of_each("保洁5、保安10", ["保洁员", "保安", "绿化工"]), told_of_each("3000-4000", ["保洁员", "保安"])
    (['5', '10', None], [])
    >>> told_of_each("厨师长9000元/月、厨师6000元/月", ["厨师", "厨师长"])
    ['6000元/月', '9000元/月']
    """
    found: list[str | None] = [None] * len(titles)
    last = None
    for part in _PARTS.split(cell[:_LONGEST]) if cell else []:
        labelled = _LABELLED.fullmatch(part.strip())
        at = _named(labelled["label"].strip(), titles, found) if labelled else None
        if labelled and at is not None:
            found[at], last = labelled["value"], at
        elif last is not None and part.strip():
            found[last] = f"{found[last]}，{part.strip()}"
    return found if sum(value is not None for value in found) > 1 else []


def _named(label: str, titles: Sequence[str], found: Sequence[str | None]) -> int | None:
    """The job of those of which nothing is told yet that a label names, the nearest in length: 厨师 is no 厨师长."""
    named = [at for at, title in enumerate(titles) if found[at] is None and _names(label, title)]
    return min(named, key=lambda at: abs(len(titles[at]) - len(label)), default=None)


def _names(label: str, title: str) -> bool:
    """Whether a label names a job: by its name, the beginning of it, or within it."""
    return bool(label) and (title.startswith(label) or label.startswith(title) or (len(label) > 1 and label in title))


def _told_beside(row: Row, headings: Headings) -> list[Job]:
    """Jobs without counts that are several because another cell tells something of each of them by its name."""
    cell = str(row[headings.fields["title"][0]])
    if len(cell) > _LONGEST:
        return []
    titles = [part.strip() for part in _BETWEEN.split(cell) if part.strip()]
    beside = (row[place] for field in _OWN for place in headings.fields.get(field, ()))
    if len(titles) < 2 or not any(len(found := told_of_each(one, titles)) and None not in found for one in beside):
        return []
    return [(title, None) for title in titles]


def apart(table: Table, headings: Headings) -> tuple[Table, Headings, list[str]]:
    """The table with a row for each job, and what a person should know; the same table where no cell names several."""
    place = headings.fields["title"][0]
    several = {
        at: jobs
        for at, row in enumerate(table.rows)
        if row[place] and (jobs := jobs_in(str(row[place])) or _told_beside(row, headings))
    }
    if not several:
        return table, headings, []
    if "openings" not in headings.fields:
        table = replace(table, headings=(*table.headings, _OPENINGS), rows=[[*row, None] for row in table.rows])
        headings = replace(headings, fields={**headings.fields, "openings": (len(table.headings) - 1,)})
    rows = [made for at, row in enumerate(table.rows) for made in _rows(at, row, several.get(at), headings)]
    told = say(
        "notice.several-jobs",
        count=len(several),
        row=table.numbers[next(iter(several))],
        made=sum(map(len, several.values())),
    )
    numbers = [table.numbers[at] for at, _ in rows]
    return replace(table, rows=[row for _, row in rows], numbers=numbers), headings, [told]


def _rows(at: int, row: Row, jobs: list[Job] | None, headings: Headings) -> Iterator[tuple[int, Row]]:
    if jobs is None:
        yield at, row
        return
    ids = headings.fields.get("posting_id", ())[:1]
    titles = [title for title, _ in jobs]
    own = {place: told_of_each(row[place], titles) for field in _OWN for place in headings.fields.get(field, ())}
    for number, (title, count) in enumerate(jobs):
        made = [_line(cell, number, len(jobs)) for cell in row]
        made[headings.fields["title"][0]] = title
        for place, told in own.items():
            made[place] = told[number] if told else made[place]
        for place in headings.fields["openings"]:
            made[place] = count or (own[place][number] if own[place] else None)
        for place in ids:
            made[place] = f"{row[place]}-{number + 1}" if row[place] else None
        yield at, made


def _line(cell: str | None, number: int, jobs: int) -> str | None:
    """The line of a cell that has one for each job, else the whole cell."""
    lines = cell.splitlines() if cell else []
    return lines[number].strip() or None if len(lines) == jobs else cell
