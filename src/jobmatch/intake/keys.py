"""``key:value`` lines of a note: which word of the table stands before a value, and how far the value goes."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

# What may stand before a key: a sign of a list, a number of a question.
_HEAD: Final = r"(?:^|(?<=[\n;|,。])|(?<=[\u3000]))[ \u3000]{0,6}(?:[-·•*◆▪▲●○■□※>]{1,3}|q?\d{1,2} ?[.、):]|q\d{1,2}|\(\d{1,2}\))?[ \u3000]{0,6}"
_SPREAD: Final = re.compile(
    r"(?m)(?:^|(?<=\u3000))([\u4e00-\u9fff])([ \u3000]{1,4})([\u4e00-\u9fff])(?=[ \u3000]{0,4}:)"
)
_ASKED: Final = re.compile(r"(?m)^([ \u3000]{0,6})(?:问|q):([^?\n:]{1,12}?)(?:吗|呢)?\?([ \u3000]{0,6})(?:答|a):")
_BRACKETS: Final = re.compile(r"(?m)^([ \u3000]{0,6})[【\[]([\u4e00-\u9fffa-z ]{1,10})[】\]](?!:)")


@dataclass(frozen=True, slots=True)
class Key:
    """A key at a place of the note: the field it fills and where its value begins."""

    field: str
    start: int
    value: int


@cache
def _fields() -> dict[str, str]:
    table = tomllib.loads(files("jobmatch").joinpath("intake/keys.toml").read_text(encoding="utf-8"))
    return {word: field for field, words in table.items() for word in words.split("|")}


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _fields()), key=len, reverse=True))
    return re.compile(
        rf"(?m){_HEAD}(?P<key>{words})(?:\([^)\n]{{0,8}}\))?(?P<sign>[ \u3000]{{0,4}}:[ \u3000]{{0,4}}|(?<=[\u4e00-\u9fff]{{2}})[ \u3000]{{1,4}}(?=[^\s\u3000:]))"
    )


def keyed(text: str) -> str:
    """A folded text of the same length in which keys that are written apart or in brackets look like the others.

    >>> keyed("姓  名:古某"), keyed("【年纪】二十一")
    ('  姓名:古某', ' 年纪:二十一')
    """
    text = _SPREAD.sub(r"\2\1\3", text)
    text = _ASKED.sub(_answered, text)
    return _BRACKETS.sub(r"\1 \2:", text)


def _answered(found: "re.Match[str]") -> str:
    """问:学历? 答:大专 is 学历: 大专."""
    return f"{found[1]}  {found[2]}:".ljust(len(found[0]))


def keys(text: str) -> tuple[Key, ...]:
    """Every key of a folded text, in order.

    >>> [(one.field, one.value) for one in keys("年龄:50;期望岗位:保洁、洗碗")]
    [('age', 3), ('wanted', 11)]
    """
    return tuple(Key(_fields()[found["key"]], found.start("key"), found.end()) for found in _pattern().finditer(text))
