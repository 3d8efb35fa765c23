"""Objects of work: what is repaired, taught, led or designed, where the head of a title says only that it is.

The heads and the objects that a title names are kept as the bits of one number.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from jobmatch.text.phrases import Phrases, shadow
from jobmatch.text.work.object_list import FIRST_HEAD, OBJECTS, table
from jobmatch.text.work.titles_clean import clean_title, longest_title


@lru_cache(maxsize=4096)
def objects_of(title: str) -> int:
    """The generic heads of a title and the objects that it names, as bits; without such a head only the languages.

    >>> objects_of("保洁员"), objects_of("维修工程师（资讯科技部）") == objects_of("维修工程师")
    (0, False)
    >>> objects_of("日语导游") == objects_of("日文客服") != 0
    True

    The head stands in the job's name, the object anywhere: in a bracket, in front, as a department.
    """
    listed, written = table(), title[: longest_title()]
    heads = _bits(listed.heads, clean_title(written).lower()) << FIRST_HEAD
    objects = _bits(listed.objects, shadow(written))
    return heads | objects if heads else objects & listed.languages


@lru_cache(maxsize=4096)
def is_bare(title: str) -> bool:
    """Whether a title names a head that says too little without an object, and no object.

    >>> is_bare("项目经理"), is_bare("软件项目经理"), is_bare("保洁员"), is_bare("助理")
    (True, False, False, False)
    """
    said = objects_of(title)
    return bool(said & table().told_heads) and not said & OBJECTS


def objects_in(text: str) -> dict[int, int]:
    """How many different words of a folded text in lower case speak of each object, by its number.

    >>> found = objects_in("市政道路、桥梁、电梯, 道路")
    >>> {table().names[at]: found[at] for at in sorted(found)}
    {'电梯': 1, '土建': 3}
    """
    words = {(at, text[start:end]) for at, start, end in table().objects.find(text)}
    return Counter(at for at, _ in words)


def meant_by(wish: str, past: Iterable[str] = (), study: str | None = None) -> int:
    """As ``objects_of``, of a wish; where it names no object, that of past work under the same head tells it.

    >>> meant_by("老师", ["初中数学教师", "收银员"]) == meant_by("中学数学老师")
    True

    Of who has done no such work the field of study tells it; a bare 助理 is usually one in an office.

    >>> meant_by("老师", [], "学前教育") == meant_by("幼儿老师"), meant_by("助理") == meant_by("行政助理")
    (True, True)
    """
    said = objects_of(wish)
    if not said or said & OBJECTS:
        return said
    heads = said >> FIRST_HEAD
    for work in map(objects_of, past):
        said |= work & OBJECTS if work >> FIRST_HEAD & heads else 0
    for at, usual in enumerate(table().usual):
        said |= usual if heads >> at & 1 else 0
    return said if said & OBJECTS or not study else said | _bits(table().objects, shadow(study))


@lru_cache(maxsize=4096)
def languages_of(text: str) -> int:
    """The languages that a text names, as bits; 0 for a text that names none.

    >>> languages_of("说英文") == languages_of("英语"), languages_of("说话")
    (True, 0)
    """
    return _bits(table().objects, shadow(text)) & table().languages


def language_names(bits: int) -> tuple[str, ...]:
    """The languages among some bits, by name.

    >>> language_names(languages_of("日文或英文"))
    ('英语', '日语')
    """
    return tuple(name for at, name in enumerate(table().names) if bits & table().languages & 1 << at)


def _bits(phrases: Phrases, text: str) -> int:
    found = 0
    for at, _, _ in phrases.find(text):
        found |= 1 << at
    return found
