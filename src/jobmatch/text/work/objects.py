"""Objects of work: what is repaired, taught, led or designed, where the head of a title says only that it is.

A teacher of mathematics and one of data analysis share a head and no knowledge. The tables are
``lexicons/object_heads.csv`` and ``lexicons/objects.csv``. The heads and objects of a title are kept as bits.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobmatch.text import lexicon
from jobmatch.text.phrases import Phrases, shadow
from jobmatch.text.work.titles_clean import clean_title, longest_title

WORDS: Final = 2  # of 64 bits for a title
_WORD: Final = 64
_FIRST_HEAD: Final = 112  # the bits below are of objects
_OBJECTS: Final = (1 << _FIRST_HEAD) - 1


class _Table(NamedTuple):
    heads: Phrases
    objects: Phrases
    near: tuple[int, ...]  # the bits of each object and of all that are akin to it
    usual: tuple[int, ...]  # the bits of the objects that a bare head is likely to mean
    told_heads: int
    desk_heads: int
    desk: int
    languages: int
    subjects: int  # of teaching, the languages among them


@cache
def _table() -> _Table:
    heads = lexicon.rows("jobmatch.text", "lexicons/object_heads.csv")
    objects = lexicon.rows("jobmatch.text", "lexicons/objects.csv")
    bits = {row["object"]: 1 << at for at, row in enumerate(objects)}
    akin = {
        name: sum({bits[name], *(bits[one] for one in lexicon.parts(row["akin"]))}) for name, row in _by_name(objects)
    }
    for name, row in _by_name(objects):
        for other in lexicon.parts(row["akin"]):  # both ways round
            akin[other] |= bits[name]
    return _Table(
        _phrases(heads),
        _phrases(objects),
        tuple(akin.values()),
        tuple(bits.get(row["usual"], 0) for row in heads),
        _heads(heads, "told"),
        _heads(heads, "desk"),
        sum(bits[name] for name, row in _by_name(objects) if row["desk"] == "yes"),
        sum(bits[name] for name, row in _by_name(objects) if row["sort"] == "language"),
        sum(bits[name] for name, row in _by_name(objects) if row["sort"]),
    )


def _heads(rows: Iterable[Mapping[str, str]], column: str) -> int:
    return sum(1 << _FIRST_HEAD + at for at, row in enumerate(rows) if row[column] == "yes")


def _by_name(rows: Iterable[Mapping[str, str]]) -> list[tuple[str, Mapping[str, str]]]:
    return [(row["object"], row) for row in rows]


def _phrases(rows: Iterable[Mapping[str, str]]) -> Phrases:
    words: dict[str, int | None] = {}
    for at, row in enumerate(rows):
        words |= dict.fromkeys(map(shadow, lexicon.parts(row["words"])), at)
        words |= dict.fromkeys(map(shadow, lexicon.parts(row.get("other", ""))))
    return Phrases(words)


def object_names() -> tuple[str, ...]:
    """The heads and the objects, in the order that their bits follow.

    >>> "维修" in object_names(), "电梯" in object_names()
    (True, True)
    """
    heads = (row["head"] for row in lexicon.rows("jobmatch.text", "lexicons/object_heads.csv"))
    return (*heads, *(row["object"] for row in lexicon.rows("jobmatch.text", "lexicons/objects.csv")))


@lru_cache(maxsize=4096)
def objects_of(title: str) -> int:
    """The generic heads of a title and the objects that it names, as bits; without such a head only the languages.

    >>> objects_of("保洁员"), objects_of("维修工程师（资讯科技部）") == objects_of("维修工程师")
    (0, False)
    >>> objects_of("日语导游") == objects_of("日文客服") != 0
    True

    The head stands in the job's name, the object anywhere: in a bracket, in front, as a department.
    """
    table, written = _table(), title[: longest_title()]
    heads = _bits(table.heads, clean_title(written).lower()) << _FIRST_HEAD
    objects = _bits(table.objects, shadow(written))
    return heads | objects if heads else objects & table.languages


@lru_cache(maxsize=4096)
def is_bare(title: str) -> bool:
    """Whether a title names a head that says too little without an object, and no object.

    >>> is_bare("项目经理"), is_bare("软件项目经理"), is_bare("保洁员"), is_bare("助理")
    (True, False, False, False)
    """
    said = objects_of(title)
    return bool(said & _table().told_heads) and not said & _OBJECTS


def objects_in(text: str) -> dict[int, int]:
    """How many different words of a folded text in lower case speak of each object, by its number.

    >>> found = objects_in("市政道路、桥梁、电梯, 道路")
    >>> {object_word(at): found[at] for at in sorted(found)}
    {'电梯': 1, '土建': 3}
    """
    words = {(at, text[start:end]) for at, start, end in _table().objects.find(text)}
    return Counter(at for at, _ in words)


def object_word(at: int) -> str:
    """A word for an object, by its number."""
    row = lexicon.rows("jobmatch.text", "lexicons/objects.csv")[at]
    words = lexicon.parts(row["words"])
    return row["object"] if row["object"] in words else words[0]


def are_akin(at: int, other: int) -> bool:
    """Whether two objects, by their numbers, are the same or akin."""
    return bool(_table().near[other] >> at & 1)


def _bits(phrases: Phrases, text: str) -> int:
    found = 0
    for at, _, _ in phrases.find(text):
        found |= 1 << at
    return found


def meant_by(wish: str, past: Iterable[str] = (), study: str | None = None) -> int:
    """As ``objects_of``, of a wish; where it names no object, that of past work under the same head tells it.

    >>> meant_by("老师", ["初中数学教师", "收银员"]) == meant_by("中学数学老师")
    True

    Of who has done no such work the field of study tells it; a bare 助理 is usually one in an office.

    >>> meant_by("老师", [], "学前教育") == meant_by("幼儿老师"), meant_by("助理") == meant_by("行政助理")
    (True, True)
    """
    said = objects_of(wish)
    if not said or said & _OBJECTS:
        return said
    heads = said >> _FIRST_HEAD
    for work in map(objects_of, past):
        said |= work & _OBJECTS if work >> _FIRST_HEAD & heads else 0
    for at, usual in enumerate(_table().usual):
        said |= usual if heads >> at & 1 else 0
    return said if said & _OBJECTS or not study else said | _bits(_table().objects, shadow(study))


def other_object(objects: NDArray[np.uint64], meant: int) -> NDArray[np.bool_]:
    """Whether titles, a row of bits each, name other objects under a head that they share with what is meant.

    False where either names none.

    >>> titles = object_table(["手机维修", "空调维修工", "维修工", "电工"])
    >>> other_object(titles, meant_by("水电维修")).tolist()
    [True, False, False, False]

    Who teaches one subject teaches no other, whatever else both name; a language tells work apart under any head.

    >>> other_object(object_table(["小学英语老师", "小学教师"]), meant_by("小学数学老师")).tolist()
    [True, False]
    >>> other_object(object_table(["英语翻译", "翻译"]), meant_by("日语翻译")).tolist()
    [True, False]
    """
    table = _table()
    if not meant & _OBJECTS:
        return np.zeros(len(objects), dtype=np.bool_)
    headed = _holds(objects, meant & ~_OBJECTS)
    near = _holds(objects, _near(meant)) | _at_desks(objects, meant)
    found = headed & _holds(objects, _OBJECTS) & ~near
    found |= headed & _others_of(objects, meant, table.subjects)
    return np.asarray(found | _others_of(objects, meant, table.languages))


def _others_of(objects: NDArray[np.uint64], meant: int, sort: int) -> NDArray[np.bool_]:
    """Whether titles name objects of a sort, as what is meant does, and none that is near."""
    if not meant & sort:
        return np.zeros(len(objects), dtype=np.bool_)
    return _holds(objects, sort) & ~_holds(objects, _near(meant & sort) & sort)


def akin_object(objects: NDArray[np.uint64], meant: int) -> NDArray[np.bool_]:
    """Whether titles name objects that are akin to what is meant, under a head that they share, and not the same.

    >>> akin_object(object_table(["空调维修工", "冰箱维修", "维修工"]), meant_by("家电维修")).tolist()
    [True, False, False]
    """
    if not meant & _OBJECTS:
        return np.zeros(len(objects), dtype=np.bool_)
    named = _holds(objects, meant & ~_OBJECTS) & _holds(objects, _OBJECTS)
    return np.asarray(named & ~same_object(objects, meant) & ~_at_desks(objects, meant))


def same_object(objects: NDArray[np.uint64], meant: int) -> NDArray[np.bool_]:
    """Whether titles name an object of what is meant under a head that they share; of what is taught the subject.

    >>> titles = object_table(["小学数学讲师", "小学英语老师", "小学班主任老师"])
    >>> same_object(titles, meant_by("小学数学老师")).tolist()
    [True, False, True]
    """
    if not meant & _OBJECTS:
        return np.zeros(len(objects), dtype=np.bool_)
    subjects = _table().subjects
    same = _holds(objects, meant & ~_OBJECTS) & _holds(objects, meant & _OBJECTS)
    if meant & subjects:  # 小学英语 and 小学语文 have the school in common
        same &= _holds(objects, meant & subjects) | ~_holds(objects, subjects)
    return np.asarray(same)


@lru_cache(maxsize=4096)
def languages_of(text: str) -> int:
    """The languages that a text names, as bits; 0 for a text that names none.

    >>> languages_of("说英文") == languages_of("英语"), languages_of("说话")
    (True, 0)
    """
    return _bits(_table().objects, shadow(text)) & _table().languages


def languages_apart(objects: NDArray[np.uint64], spoken: int) -> NDArray[np.bool_]:
    """Whether titles name languages that are learned for a trade (no English), and none of those that are spoken.

    >>> titles = object_table(["电子工程师（日语）", "日韩语客服", "英文导游", "导游"])
    >>> languages_apart(titles, languages_of("会韩语")).tolist()
    [True, False, False, False]
    """
    return _holds(objects, _learned_for_a_trade()) & ~_holds(objects, spoken & _learned_for_a_trade())


@cache
def _learned_for_a_trade() -> int:
    return _table().languages & ~languages_of("外语英语对外汉语手语")


def language_names(bits: int) -> tuple[str, ...]:
    """The languages among some bits, by name.

    >>> language_names(languages_of("日文或英文"))
    ('英语', '日语')
    """
    rows = lexicon.rows("jobmatch.text", "lexicons/objects.csv")
    return tuple(row["object"] for at, row in enumerate(rows) if bits & _table().languages & 1 << at)


def holds_objects(objects: NDArray[np.uint64], bits: int) -> NDArray[np.bool_]:
    """Whether titles, a row of bits each, name any of some objects.

    >>> holds_objects(object_table(["英文导游", "导游"]), languages_of("英语")).tolist()
    [True, False]
    """
    return _holds(objects, bits)


def _at_desks(objects: NDArray[np.uint64], meant: int) -> NDArray[np.bool_]:
    """Whether titles and what is meant have a head of which all objects with a desk are near one another."""
    if not meant & _table().desk:
        return np.zeros(len(objects), dtype=np.bool_)
    return _holds(objects, _table().desk_heads & meant) & _holds(objects, _table().desk)


def _holds(objects: NDArray[np.uint64], bits: int) -> NDArray[np.bool_]:
    """Whether each row has any of some bits."""
    found = np.zeros(len(objects), dtype=np.bool_)
    for at, word in enumerate(_in_words(bits)):
        if word:  # one column after the other: to look along short rows takes ten times as long
            found |= objects[:, at] & word != 0
    return found


def _in_words(bits: int) -> NDArray[np.uint64]:
    return np.array([bits >> _WORD * at & (1 << _WORD) - 1 for at in range(WORDS)], dtype=np.uint64)


def _near(meant: int) -> int:
    near = 0
    for at, akin in enumerate(_table().near):
        near |= akin if meant >> at & 1 else 0
    return near


def object_table(titles: Iterable[str]) -> NDArray[np.uint64]:
    """The heads and objects of titles as an array of bits, shape (titles, WORDS).

    >>> object_table(["保洁员"]).tolist()
    [[0, 0]]
    """
    rows = [_in_words(objects_of(title)) for title in titles]
    return np.array(rows, dtype=np.uint64).reshape(-1, WORDS)
