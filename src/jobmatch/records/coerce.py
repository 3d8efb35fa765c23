"""What people write in a client's field → the value: texts, words, yes or no, licences; figures stand in ``figures``.

Each function takes anything and gives the value, None for unknown, or raises ``Unusable`` with the key of its
remedy in ``messages.toml``, which says what is welcome.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, Final

from jobmatch.columns.fields import words
from jobmatch.messages import say
from jobmatch.patterns import late
from jobmatch.records import vocabulary
from jobmatch.records.lapsed import is_lapsed
from jobmatch.records.signs import harmless, plain

SEPARATORS: Final = late(r"[、,，;；/|\n]")
_NOTHING: Final = frozenset(
    ("", "-", "--", "—", "——", "/", "null", "nan", "nat", "n/a", "none", "未知", "不详", "未填")
)
_WORDS_OF_PROGRAMS: Final = frozenset(("null", "nan", "nat", "n/a", "none"))  # nothing, but as an id one like another
_MISSING: Final = frozenset(("NAType", "NaTType"))  # of pandas, which is not loaded for a look at them
_DEEPEST: Final = 8  # lists in lists
_NONE_AT_ALL: Final = frozenset(("无", "無", "没有", "沒有", "暂无", "暫無", "none", "无。", "否"))
_YES: Final = frozenset(
    words(
        "是 有 对 能 可 可以 接受 愿意 願意 同意 会 行 已 √ ✓ ✔ ☑ "
        "○ 〇 ◯ true yes y t 1 on 享受 属于 已准备 可接受 能接受"
    )
)
_NO: Final = frozenset(
    words(
        "否 无 無 没有 沒有 不 不是 不能 不可 不可以 不接受 不愿意 不願意 不同意 不会 不行 未 × ✗ ✘ ☒ x "
        "false no n f 0 off 不享受 不属于 未准备 不可接受 不能接受"
    )
)
_LAPSED: Final = "过期"
_LICENCE: Final = late(r"[A-F][1-6]?E?")
_LONGEST_ID: Final = 100  # an id is shown in every table; what is longer is another column


class Unusable(ValueError):
    """A value that cannot be used, with the key of its remedy and the remedy's words."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def remedy(self) -> str:
        """What to write instead, in the language in force."""
        return say(f"remedy.{self.key}", **self.values)


def unknown(value: Any) -> bool:
    """Whether nothing is said: None, an empty text, ``未知``. Not-a-number is not nothing: it is refused."""
    return value is None or (isinstance(value, str) and plain(value).lower() in _NOTHING)


def of_python(value: Any, depth: int = 0) -> Any:
    """A value of numpy or pandas as one of Python: numbers, lists; what marks what is missing (NA, NaT) is None.

    >>> import numpy as np, pandas as pd
    >>> of_python({"age": np.int64(40), "skills": np.array(["盘点", "Excel"]), "major": pd.NA, "residence": "大兴区"})
    {'age': 40, 'skills': ['盘点', 'Excel'], 'major': None, 'residence': '大兴区'}
    """
    if depth > _DEEPEST:  # no field is; it is refused where it stands
        return value
    if isinstance(value, Mapping):
        return {name: of_python(part, depth + 1) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [of_python(part, depth + 1) for part in value]
    if type(value).__name__ in _MISSING:
        return None
    return of_python(value.tolist(), depth + 1) if hasattr(value, "tolist") else value


def single(value: Any) -> Any:
    """A value as it is; several in one, and what is no number, are refused."""
    if isinstance(value, (dict, list, tuple, set, bytes)):
        raise Unusable("text")
    if isinstance(value, float) and not math.isfinite(value):
        raise Unusable("number")
    return value


def text(value: Any) -> str | None:
    """A line of text.

    >>> text(" 北京市大兴区 "), text("")
    ('北京市大兴区', None)
    """
    if value is None:
        return None
    found = harmless(str(single(value))).strip()
    return None if unknown(found) else found


def reason(value: Any) -> str:
    """A reason in words; nothing is none.

    >>> reason("本人坚持找会计")
    '本人坚持找会计'
    """
    found = text(value)
    if found is None:
        raise Unusable("reason")
    return found


def identity(value: Any) -> str:
    """The id of a client: a short text or a whole number.

    >>> identity("C-001"), identity(7.0), identity("none"), identity("ＫＮ００１")
    ('C-001', '7', 'none', 'KN001')
    """
    if isinstance(value, bool) or (unknown(value) and plain(value or "").lower() not in _WORDS_OF_PROGRAMS):
        raise Unusable("id")
    one = single(value)
    found = str(int(one)) if isinstance(one, float) and one.is_integer() else _half_width(str(one))
    if len(found) > _LONGEST_ID or not found.isprintable():
        raise Unusable("id-form", longest=_LONGEST_ID)
    return found


def _half_width(text: str) -> str:
    """A text whose letters, figures and marks are half-width: one id however a form writes it."""
    return unicodedata.normalize("NFKC", text).strip()


def texts(value: Any) -> tuple[str, ...] | None:
    """A list of texts, or one text with separators; ``无`` is a list known to be empty.

    >>> texts("盘点、Excel"), texts("无"), texts(None)
    (('盘点', 'Excel'), (), None)
    """
    if isinstance(value, str):
        if plain(value) in _NONE_AT_ALL:
            return ()
        if unknown(value):
            return None
        value = SEPARATORS.split(value)
    if value is None:
        return None
    items = (text(item) for item in (value if isinstance(value, (list, tuple)) else [value]))
    return tuple(dict.fromkeys(item for item in items if item is not None))


def yes_no(value: Any) -> bool | None:
    """Yes, no or unknown.

    >>> yes_no("是"), yes_no("不接受"), yes_no("")
    (True, False, None)
    """
    if isinstance(value, bool):
        return value
    if unknown(value):
        return None
    word = plain(int(value) if value in (0.0, 1.0) else value).lower()
    if word in _YES or word in _NO:
        return word in _YES
    raise Unusable("yes-no")


def licence(value: Any) -> str | None:
    """The class of a driving licence; ``none`` where there is known to be none, ``yes`` where no class is said.

    >>> licence("C1驾照"), licence("无"), licence(True), licence("職業大貨車")
    ('C1', 'none', 'yes', '職業大貨車')
    >>> licence("B2，已过期")
    'B2过期'
    """
    if isinstance(value, (list, tuple)):
        value = "、".join(str(item) for item in value) or "无"
    if value is None or (unknown(value) and str(value).strip().lower() != "none"):
        return None
    word = plain(single(value)).upper()
    in_english = re.search("CDL|DRIV", word)  # whose letters are no classes: whoever compares knows what it covers
    classes = _LICENCE.findall(word) if not in_english and word not in ("TRUE", "YES", "FALSE", "NONE", "NO") else []
    if is_lapsed(word):  # kept with the class: it may be renewed, and nobody drives with it now
        return "/".join(dict.fromkeys(classes)) + _LAPSED
    if classes:
        return "/".join(dict.fromkeys(classes))
    if word.lower() in _NO | _NONE_AT_ALL or word.startswith(("无", "没有")):
        return "none"
    if word.lower() in _YES or word.startswith(("有", "驾")):
        return "yes"
    # a class by its name, as in 职业大货车; whoever compares knows the names
    if in_english or re.search("[车車驾駕]", word):
        return word
    raise Unusable("licence")


def listed(value: Any) -> Any:
    """A list of parts; one part alone stands for a list of one."""
    return [value] if isinstance(value, dict) else value


def word_of(name: str) -> Callable[[Any], str | None]:
    """A reader of one word of the vocabulary ``name``."""

    def read(value: Any) -> str | None:
        found = None if value is None else harmless(str(single(value))).strip()
        if found is None or (unknown(found) and vocabulary.settle(name, found) is None):
            return None
        word = vocabulary.settle(name, found)
        if word is None:
            raise Unusable("word", welcome=vocabulary.welcome(name))
        return word

    return read


def words_of(name: str) -> Callable[[Any], tuple[str, ...] | None]:
    """A reader of a list of words of the vocabulary ``name``."""
    one = word_of(name)

    def read(value: Any) -> tuple[str, ...] | None:
        found = texts(value)
        return None if found is None else tuple(dict.fromkeys(str(one(item)) for item in found))

    return read
