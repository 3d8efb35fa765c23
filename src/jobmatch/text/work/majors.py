"""Fields of study in people's own words: the job titles that they lead to, and how near two of them are.

The table is ``lexicons/majors.csv``: broad fields, their narrow fields, their majors, each with its other names.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from jobmatch.patterns import late
from jobmatch.settings import load
from jobmatch.text import lexicon
from jobmatch.text.fold import fold

_SPLIT: Final = late(r"[,;/|、]|或者|或")
_SIGNS: Final = late(r"[\W_]+")
_LATIN: Final = late(r"[a-z]+")
_NOT_HAN: Final = late(r"[^㐀-鿿]+")
_TAIL: Final = late(r"(?:专业|学系|系|科系|科|大类|类|方向|等|相关|学|技术)$")
_TAILS_AT_MOST: Final = 3  # 会计学系, 机械工程技术专业
_READ: Final = 100  # characters; names of majors have twenty at most, several of them stand in one field
_LONGEST: Final = 16  # characters of a Chinese name
_WORDS: Final = 4  # of an English name
_PARTS: Final = 3  # an unlisted name is told by so many of its known parts


class _Major(NamedTuple):
    parents: tuple[str, ...]
    titles: tuple[str, ...]


@cache
def _tables() -> tuple[dict[str, _Major], dict[str, str]]:
    """The majors by name, and the name for each word that means one."""
    majors: dict[str, _Major] = {}
    words: dict[str, str] = {}
    for name, parents, synonyms, titles in lexicon.cells("jobmatch.text", "lexicons/majors.csv"):
        majors[name] = _Major(lexicon.parts(parents), lexicon.parts(titles))
        words[name] = name
        words.update(dict.fromkeys(lexicon.parts(synonyms), name))
    return majors, words


def major_titles(major: str) -> tuple[str, ...]:
    """The job titles that a field of study leads to, nearest first.

    >>> major_titles("网络与新媒体专业")[:3]
    ('新媒体运营', '内容编辑', '短视频编导')
    >>> major_titles("會計系")[0], major_titles("Computer Science")[0]
    ('会计', '软件开发工程师')

    An unlisted name is told by its known parts, the longest first; several majors follow one another.

    >>> major_titles("生物医学影像技术")[0]
    '影像技师'
    >>> [title in major_titles("护理/会计") for title in ("护士", "会计")]
    [True, True]

    What names no field of study gives nothing.

    >>> major_titles("不详"), major_titles("")
    ((), ())
    """
    majors, _ = _tables()
    return tuple(dict.fromkeys(title for name, _ in _read(major) for title in majors[name].titles))


def is_major(words: str) -> bool:
    """Whether words are the whole name of a field of study.

    >>> is_major("针灸推拿"), is_major("會計系"), is_major("学过电焊")
    (True, True, False)
    """
    return any(sure for _, sure in _read(words))


def same_field(a: str, b: str) -> float:
    """How near two fields of study are: 1 the same, less in the same narrow and in the same broad field, else 0.

    >>> same_field("生物制药", "生物医药"), same_field("软件工程", "計算機科學"), same_field("护理", "数控")
    (1.0, 0.7, 0.0)

    What is told by parts of a name is never the same, but for the same name; an unknown name is near nothing.

    >>> same_field("智能医学影像", "医学影像技术"), same_field("星象学", "会计")
    (0.7, 0.0)
    """
    first, second = _read(a), _read(b)
    if _plain(a) and _plain(a) == _plain(b):
        return 1.0
    near = load().table("majors")
    return max((_nearness(one, other, near) for one in first for other in second), default=0.0)


def _nearness(one: tuple[str, bool], other: tuple[str, bool], near: Mapping[str, float]) -> float:
    (a, a_sure), (b, b_sure) = one, other
    if a == b and a_sure and b_sure:
        return 1.0
    (narrow_a, broad_a), (narrow_b, broad_b) = _fields(a), _fields(b)
    if a == b or narrow_a & narrow_b:
        return near["same_narrow_field"]
    return near["same_broad_field"] if broad_a & broad_b else 0.0


@cache
def _fields(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The narrow and the broad fields of a major; a narrow field is its own."""
    majors, _ = _tables()
    parents = majors[name].parents
    if not parents:
        return frozenset(), frozenset((name,))
    above = [_fields(parent) for parent in parents]
    narrow = {field for fields, _ in above for field in fields}
    if any(not majors[parent].parents for parent in parents):
        narrow.add(name)
    return frozenset(narrow), frozenset(field for _, fields in above for field in fields)


def _plain(text: str) -> str:
    return _SIGNS.sub("", fold(text[:_READ]).lower())


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[tuple[str, bool], ...]:
    """The majors that a text names, and whether each is named outright and not told by a part of a name."""
    found: dict[str, bool] = {}
    for piece in _SPLIT.split(fold(text[:_READ]).lower()):
        name = _outright(piece)
        for major, sure in ((name, True),) if name else ((part, False) for part in _parts(piece)):
            found[major] = sure or found.get(major, False)
    return tuple(found.items())


def _outright(piece: str) -> str | None:
    """The major of a whole name, with or without what is put behind one (专业, 系, 类)."""
    _, words = _tables()
    if name := words.get(" ".join(_LATIN.findall(piece))):
        return name
    key = _SIGNS.sub("", piece)
    for _ in range(_TAILS_AT_MOST + 1):
        if key in words or not _TAIL.search(key):
            break
        key = _TAIL.sub("", key)
    return words.get(key)


def _parts(piece: str) -> list[str]:
    """The majors of the longest known parts of a name; of two as long, the later, as a name's head stands last."""
    _, words = _tables()
    spans = sorted(_spans(piece), key=lambda span: (span[0] - span[1], -span[0]))
    taken: list[tuple[int, int]] = []
    names: list[str] = []
    for start, end, word in spans:
        if len(taken) < _PARTS and not any(low <= start and end <= high for low, high in taken):
            taken.append((start, end))
            names.append(words[word])
    return names


def _spans(piece: str) -> Iterator[tuple[int, int, str]]:
    """Where known words stand in a name: runs of Chinese characters, and whole English words."""
    _, words = _tables()
    chinese = _NOT_HAN.sub(" ", piece)
    for start in range(len(chinese)):
        for end in range(start + 2, min(start + _LONGEST, len(chinese)) + 1):
            if chinese[start:end] in words:
                yield start, end, chinese[start:end]
    latin = list(_LATIN.finditer(piece))
    for first in range(len(latin)):
        for last in range(first, min(first + _WORDS, len(latin))):
            word = " ".join(found[0] for found in latin[first : last + 1])
            if word in words:
                yield latin[first].start(), latin[last].end(), word
