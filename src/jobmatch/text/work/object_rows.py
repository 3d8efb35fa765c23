"""Titles as rows of bits, a row the heads and objects of one, and which of them name what is meant."""

from collections.abc import Iterable
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.text.work.object_list import OBJECTS, table
from jobmatch.text.work.objects import languages_of, objects_of

WORDS: Final = 2  # of 64 bits for a title
_WORD: Final = 64


def object_table(titles: Iterable[str]) -> NDArray[np.uint64]:
    """The heads and objects of titles as an array of bits, shape (titles, WORDS).

    >>> object_table(["保洁员"]).tolist()
    [[0, 0]]
    """
    rows = [_in_words(objects_of(title)) for title in titles]
    return np.array(rows, dtype=np.uint64).reshape(-1, WORDS)


def _in_words(bits: int) -> NDArray[np.uint64]:
    return np.array([bits >> _WORD * at & (1 << _WORD) - 1 for at in range(WORDS)], dtype=np.uint64)


def other_object(objects: NDArray[np.uint64], meant: int) -> NDArray[np.bool_]:
    """Whether titles, a row of bits each, name other objects under a head that they share with what is meant.

    False where either names none.

    >>> titles = object_table(["手机维修", "空调维修工", "维修工", "电工"])
    >>> other_object(titles, objects_of("水电维修")).tolist()
    [True, False, False, False]

    Who teaches one subject teaches no other, whatever else both name; a language tells work apart under any head.

    >>> other_object(object_table(["小学英语老师", "小学教师"]), objects_of("小学数学老师")).tolist()
    [True, False]
    >>> other_object(object_table(["英语翻译", "翻译"]), objects_of("日语翻译")).tolist()
    [True, False]
    """
    listed = table()
    if not meant & OBJECTS:
        return np.zeros(len(objects), dtype=np.bool_)
    headed = holds_objects(objects, meant & ~OBJECTS)
    near = holds_objects(objects, _near(meant)) | _at_desks(objects, meant)
    found = headed & holds_objects(objects, OBJECTS) & ~near
    found |= headed & _others_of(objects, meant, listed.subjects)
    return np.asarray(found | _others_of(objects, meant, listed.languages))


def _others_of(objects: NDArray[np.uint64], meant: int, sort: int) -> NDArray[np.bool_]:
    """Whether titles name objects of a sort, as what is meant does, and none that is near."""
    if not meant & sort:
        return np.zeros(len(objects), dtype=np.bool_)
    return holds_objects(objects, sort) & ~holds_objects(objects, _near(meant & sort) & sort)


def akin_object(objects: NDArray[np.uint64], meant: int) -> NDArray[np.bool_]:
    """Whether titles name objects that are akin to what is meant, under a head that they share, and not the same.

    >>> akin_object(object_table(["空调维修工", "冰箱维修", "维修工"]), objects_of("家电维修")).tolist()
    [True, False, False]
    """
    if not meant & OBJECTS:
        return np.zeros(len(objects), dtype=np.bool_)
    named = holds_objects(objects, meant & ~OBJECTS) & holds_objects(objects, OBJECTS)
    return np.asarray(named & ~same_object(objects, meant) & ~_at_desks(objects, meant))


def same_object(objects: NDArray[np.uint64], meant: int) -> NDArray[np.bool_]:
    """Whether titles name an object of what is meant under a head that they share; of what is taught the subject.

    >>> titles = object_table(["小学数学讲师", "小学英语老师", "小学班主任老师"])
    >>> same_object(titles, objects_of("小学数学老师")).tolist()
    [True, False, True]
    """
    if not meant & OBJECTS:
        return np.zeros(len(objects), dtype=np.bool_)
    subjects = table().subjects
    same = holds_objects(objects, meant & ~OBJECTS) & holds_objects(objects, meant & OBJECTS)
    if meant & subjects:  # 小学英语 and 小学语文 have the school in common
        same &= holds_objects(objects, meant & subjects) | ~holds_objects(objects, subjects)
    return np.asarray(same)


def languages_apart(objects: NDArray[np.uint64], spoken: int) -> NDArray[np.bool_]:
    """Whether titles name languages that are learned for a trade (no English), and none of those that are spoken.

    >>> titles = object_table(["电子工程师（日语）", "日韩语客服", "英文导游", "导游"])
    >>> languages_apart(titles, languages_of("会韩语")).tolist()
    [True, False, False, False]
    """
    return holds_objects(objects, _learned_for_a_trade()) & ~holds_objects(objects, spoken & _learned_for_a_trade())


@cache
def _learned_for_a_trade() -> int:
    return table().languages & ~languages_of("外语英语对外汉语手语")


def _at_desks(objects: NDArray[np.uint64], meant: int) -> NDArray[np.bool_]:
    """Whether titles and what is meant have a head of which all objects with a desk are near one another."""
    if not meant & table().desk:
        return np.zeros(len(objects), dtype=np.bool_)
    return holds_objects(objects, table().desk_heads & meant) & holds_objects(objects, table().desk)


def holds_objects(objects: NDArray[np.uint64], bits: int) -> NDArray[np.bool_]:
    """Whether titles, a row of bits each, name any of some objects.

    >>> holds_objects(object_table(["英文导游", "导游"]), languages_of("英语")).tolist()
    [True, False]
    """
    found = np.zeros(len(objects), dtype=np.bool_)
    for at, word in enumerate(_in_words(bits)):
        if word:  # one column after the other: to look along short rows takes ten times as long
            found |= objects[:, at] & word != 0
    return found


def _near(meant: int) -> int:
    near = 0
    for at, akin in enumerate(table().near):
        near |= akin if meant >> at & 1 else 0
    return near
