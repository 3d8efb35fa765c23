"""Everything a posting asks of a person, from its text and columns in one reading."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import compress, islice
from typing import Any, Final, NamedTuple

from jobmatch.patterns import late
from jobmatch.records.hours import Hours
from jobmatch.records.requirements import Requirements, Years
from jobmatch.text.asked.ages import LAWFUL, Ages, find_ages
from jobmatch.text.asked.deadline import find_deadline
from jobmatch.text.asked.education import education_in, parse_education
from jobmatch.text.asked.employment import Employment, find_employment
from jobmatch.text.asked.experience import experience_in, parse_experience
from jobmatch.text.asked.graduates import for_graduates_only
from jobmatch.text.asked.headcount import find_openings, headcounts
from jobmatch.text.asked.hours import hours_in, parse_hours
from jobmatch.text.asked.languages import find_languages
from jobmatch.text.asked.living import find_board, find_lodging, find_remote
from jobmatch.text.asked.students import is_for_students
from jobmatch.text.clauses import clause_after, clause_before, is_wish, longest_read
from jobmatch.text.fold import fold, fold_lines

_MOST_MAJORS: Final = 12  # longer lists are a faculty, not a choice
_MAJOR: Final = re.compile(
    r"专业(?!知识|技能|能力|化|人|团队|水平|素|服|性|的|培|术|经验|级|不限|基础|理论|资格|证|课|精神|从|公司|领域|技"
    r"|工具|软件|要求|方向|[:：])"
)
_MAJOR_LIST: Final = re.compile(r"专业(?:要求|方向|范围)?[:： ]+([^,;。:!?\d]{2,60})")
_MAJOR_SPLIT: Final = re.compile(r"[、/和及或与等()\[\]【】\d:.]|\s+")
_MAJOR_TRIM: Final = re.compile(
    r"^(?:.*(?:学历|以上|毕业于|学士|硕士|要求|学位|毕业|有|为))|(?:类|相关|相近|专业|大类|方向|背景)+$"
)
_NOT_MAJOR: Final = re.compile(
    r"的|完成|打造|制作|培养|提供|拥有|协助|负责|熟悉|优先|经验|本科|大专|专科|能力|具备|不限|其他|其它|公司"
)
# What majors are called; a word before 专业 that has none of these is no major (一流专业, 我们专业).
_MAJOR_WORD: Final = re.compile(
    r"学$|工程|技术|科$|管理|计算机|软件|信息|电子|通[信讯]|自动化|统计|机械|机电|土木|建筑|会计|财[务经会]|金融"
    r"|经济|经管|营销|法律|语$|中文|"
    r"新闻|传媒|传播|广告|设计|美术|艺术|动画|医|药|护理|临床|生物|化工|材料|环境|食品|农|林|畜牧|教育|学前|心理"
    r"|体育|音乐|物流|仓储|供应链|"
    r"电商|商务|贸易|旅游|酒店|烹饪|汽车|交通|地理|测绘|能源|电力|电气|控制|仪器|数控|模具|焊接|纺织|服装|文秘|行政"
    r"|人力|社会|公共|数据|网络|"
    r"影视|摄影|编导|播音|工商|审计|税|保险|投资|消防|安全|给排水|暖通|造价|园|水产|航空|船舶|轨道|规划|房地产|物业"
    r"|康复|检验|影像|口腔|美容|家政|养老|师范"
)
_DEGREE_IN_TITLE: Final = late(r"大专|本科|硕士|博士(?!后)|研究生(?!院)|学历")  # 小学, 大学 there are where one works
_ENGLISH: Final = re.compile(r"英语|英文|cet-?[46]|多益|toeic|雅思|托福|english")
_ENGLISH_NEED: Final = re.compile(
    r"[46四六]级|流利|熟练|良好|读写|沟通|听说|能力|口语|水平|必须|精通|fluent|required|cet|多益|toeic|雅思|托福|基础"
)


def _majors(text: str) -> tuple[str, ...]:
    said: list[str] = []
    for found in islice(_MAJOR.finditer(text), _MOST_MAJORS):
        said.extend(_MAJOR_SPLIT.split(clause_before(text, found.start(), 40)))
    for found in islice(_MAJOR_LIST.finditer(text), _MOST_MAJORS):
        said.extend(_MAJOR_SPLIT.split(found[1]))
    named = dict.fromkeys(_MAJOR_TRIM.sub("", word.strip(" \"'*-·")).strip() for word in said)
    return tuple(word for word in named if _is_major(word))[:_MOST_MAJORS]


def _is_major(word: str) -> bool:
    return 2 <= len(word) <= 10 and bool(_MAJOR_WORD.search(word)) and not _NOT_MAJOR.search(word)


def _english(text: str) -> bool | None:
    for found in _ENGLISH.finditer(text):
        after = clause_after(text, found.end(), 14)
        if _ENGLISH_NEED.search(found[0] + after) and not is_wish(text, found.end()):
            return not re.match(r"(?:不限|不要求|无要求)", after)
    return None


def _settle(column: str | None, text: str, title: str) -> tuple[int | None, bool]:
    """The schooling asked: the column's, else the text's; and whether the two differ.

    The column wins. One of 不限 asks nothing and is what many forms fill in by themselves: it leaves to the text what
    is asked, as one that is empty does. ``_settle_years`` does the same.
    """
    told, read = parse_education(column) if column else None, education_in(text[: longest_read()])
    if read is None and _DEGREE_IN_TITLE.search(title):
        read = education_in(title)
    return (told or read if read is not None else told), told is not None and read is not None and told != read


def _settle_years(column: str | None, text: str) -> tuple[Years | None, bool]:
    """The years asked: the column's, else the text's; and whether the text asks for more, or for none.

    As of schooling, the column wins, and one that asks nothing (不限, 無) leaves it to the text. A column is mostly a
    class of a form: a text within it (两年以上 of 1-3年) is finer and no contradiction. One that names no end (1) may
    be the beginning of such a class: more years in the text count, and are named. Fewer are those of one part of the
    work: 五年以上, two with databases.
    """
    told, read = parse_experience(column) if column else None, experience_in(text[: longest_read()])
    if told is None or read is None:
        return told or read, False
    more = read.min > told.min
    if told.min and told.max and more and read.min <= told.max:
        return Years(read.min, told.max if read.min < told.max else read.max), False
    column_wins = told.min and not (more and told.max is None)
    return told if column_wins else read, more or (read.min == 0 < told.min)


def _settle_ages(column: str | None, text: str) -> tuple[Ages, bool]:
    """The ages asked: each end the column's, else the text's; and whether the two differ."""
    told, read = find_ages(fold(column).lower()) if column else (None, None), find_ages(text)
    differ = any(a and b and a != b for a, b in zip(told, read, strict=True))
    return (told[0] or read[0], told[1] or read[1]), differ


def _employment(column: str | None, text: str) -> Employment | None:
    """Who employs: by the column, else by the text."""
    return (find_employment(fold(column).lower()) if column else None) or find_employment(text)


def _hours_differ(column: str | None, text: str) -> bool:
    """Whether a column says otherwise than the text of nights, turns, part-time work, or the days and hours of work."""
    said = parse_hours(column) if column else Hours()
    return said != Hours() and _differ(said, _hours_of(text[: longest_read()]))


@lru_cache(maxsize=4)  # two columns are held against one text
def _hours_of(text: str) -> Hours:
    return hours_in(text)


def _differ(one: Hours, other: Hours) -> bool:
    pairs = (
        (getattr(one, name), getattr(other, name)) for name in ("night", "shift", "kind", "days_per_week", "start")
    )
    return any(left is not None and right is not None and left != right for left, right in pairs)


def _count_differs(column: int | None, folded: str) -> bool:
    """Whether the text seeks another number; of several jobs with a number each it may be about one."""
    counts = set(headcounts(folded)) if column else set()
    return len(counts) == 1 and not any(low <= (column or 0) <= high for low, high in counts)


def read_requirements(text: str, *, title: str = "", as_of: date | None = None, **columns: Any) -> Requirements:
    """What a posting asks and offers; its own ``columns`` (those of ``Posted``) win over title and text.

    A last day without a year is seen from ``as_of``, and unknown without one.

    >>> asked = read_requirements("招3人,大专及以上学历,机电、自动化等相关专业,18-45岁,两年以上工作经验")
    >>> asked.education, asked.years, asked.age_min, asked.age_max, asked.openings, asked.majors
    (4, 2.0, 18, 45, 3, ('机电', '自动化'))

    A lower bound that the law sets is told from an age limit; ages of clients or children are not asked.

    >>> read_requirements("年满18周岁").age_min_lawful, read_requirements("教3-6岁儿童").age_min
    (True, None)

    A column and a text that differ are named.

    >>> read_requirements("要求本科以上学历", education="大专").conflicts
    ('education',)
    """
    folded, called = fold_lines(text[: longest_read()]).lower(), fold(title[: longest_read()]).lower()
    return read_each([Posted(folded, called, as_of, **columns)])[0]


class Posted(NamedTuple):
    """What of a posting is read for what it asks, see ``read_requirements``; each is a column but the first three."""

    text: str  # folded, and in lower case, as is the title
    title: str = ""
    as_of: date | None = None
    education: str | None = None
    experience: str | None = None
    age: str | None = None
    openings: int | None = None
    closes_on: date | None = None
    hours: str | None = None
    employment_type: str | None = None


def read_each(postings: Sequence[Posted], whole: bool = True) -> list[Requirements]:
    """As ``read_requirements``, for many postings: one thing of all after the other, which is a fifth quicker.

    >>> [asked.education for asked in read_each([Posted("大专以上学历"), Posted("双休")])]
    [4, None]

    Not ``whole``, only what an index is made of: without what is offered, and of what differs only the hours.

    >>> read_each([Posted("大专以上学历,包住")], whole=False)[0].lodging
    """
    rungs = [_settle(one.education, one.text, one.title) for one in postings]
    texts = [f"{one.title}\n{one.text}" if one.title else one.text for one in postings]
    both = list(zip(postings, texts, strict=True))
    years = [_settle_years(one.experience, text) for one, text in both]
    ages = [_settle_ages(one.age, text) for one, text in both]
    deadlines = [find_deadline(text, one.as_of) for one, text in both]
    hours = [(_hours_differ(one.hours, text), _hours_differ(one.employment_type, text)) for one, text in both]
    differ = {"hours": [told for told, _ in hours], "employment_type": [told for _, told in hours]}
    read: dict[str, list[Any]] = {
        "education": [rung for rung, _ in rungs],
        "years": [told.min if told else None for told, _ in years],
        "years_max": [told.max if told else None for told, _ in years],
        "age_min": [low for (low, _), _ in ages],
        "age_max": [high for (_, high), _ in ages],
        "age_min_lawful": [low is not None and low <= LAWFUL for (low, _), _ in ages],
        "openings": [find_openings(text) if one.openings is None else one.openings for one, text in both],
        "closes_on": [one.closes_on or told for one, told in zip(postings, deadlines, strict=True)],
        "graduates_only": [
            for_graduates_only(one.title, text) or (not (told and told.min) and is_for_students(text))
            for (one, text), (told, _) in zip(both, years, strict=True)
        ],
    }
    if whole:
        differ = {
            "education": [differs for _, differs in rungs],
            "experience": [differs for _, differs in years],
            "age": [differs for _, differs in ages],
            "openings": [_count_differs(one.openings, text) for one, text in both],
            "closes_on": [
                bool(told and one.closes_on not in (None, told)) for one, told in zip(postings, deadlines, strict=True)
            ],
            **differ,
        }
        read |= {
            "majors": list(map(_majors, texts)),
            "english": list(map(_english, texts)),
            "languages": list(map(find_languages, texts)),
            "board": list(map(find_board, texts)),
            "lodging": list(map(find_lodging, texts)),
            "remote": list(map(find_remote, texts)),
            "employment": [_employment(one.employment_type, text) for one, text in both],
        }
    read["conflicts"] = [tuple(compress(differ, which)) for which in zip(*differ.values(), strict=True)]
    return [Requirements(**dict(zip(read, values, strict=True))) for values in zip(*read.values(), strict=True)]
