"""``key:value`` lines of a note: which word of the table stands before a value, and how far the value goes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.shipped import table_of
from jobmatch.text.work.majors import is_major

# What may stand before a key: a sign of a list, a number of a question.
_HEAD: Final = (
    r"(?:^|(?<=[\n;|,。])|(?<=[\u3000])|(?<=[^ ] )(?=[^ :,。;\n]{1,8}:))[ \u3000]{0,6}(?:谈|关于"
    r"|至于)?(?:[-·•*◆▪▲●○■□※>]{1,3}|q?\d{1,2} ?[.、):]|q\d{1,2}|\(\d{1,2}\)|\d{1,2}(?= )"
    r"|[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]\))?[ \u3000]{0,6}(?:[您你]的?|本人的?)?"
)
_ASKED: Final = re.compile(r"(?m)^([ \u3000]{0,6})(?:问|q):([^?\n:]{1,12}?)(?:吗|呢)?\?([ \u3000]{0,6})(?:答|a):")
_EQUALS: Final = re.compile(r"(?m)((?:^|[|;])[^\n=|;:]{1,10}?)(={1,3}>?|(?:->|→|-->))(?!$)")
# "年龄": 47 and **年龄** 47 are as 年龄: 47.
_QUOTED: Final = re.compile(r"[\"'`*_]([\u4e00-\u9fffa-z ]{1,10})[\"'`*_](?=[ :])")
_BRACKETS: Final = re.compile(r"(?m)^([ \u3000]{0,6})[【\[]([\u4e00-\u9fffa-z ]{1,10})[】\]](?!:)")


@dataclass(frozen=True, slots=True)
class Key:
    """A key at a place of the note: the field it fills and where its value begins."""

    field: str
    start: int
    value: int


@cache
def _fields() -> tuple[dict[str, str], dict[str, str]]:
    """The field of every key, and of those that count only with a sign behind them."""
    table = table_of("intake/clauses/keys.toml")
    signed = table.pop("with_sign")
    return _by_word(table), _by_word(signed)


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {word: field for field, words in table.items() for word in words.split("|")}


def _field(word: str, value: str) -> str:
    """The field of a key; 想 and 求 ask for pay where an amount follows."""
    plain, signed = _fields()
    field = plain.get(word) or signed[word]
    return "wanted" if field == "pay_wanted" and word in _EITHER and not _AMOUNT.match(value) else field


_EITHER: Final = ("想", "求", "要找", "拟", "希望", "期望", "盼", "期待", "现期望", "hope", "hopes", "asks")
_AMOUNT: Final = re.compile(r"[^\d]{0,3}[\d一二两三四五六七八九十]+(?:[千万百kw元块]|\d|$)")


@cache
def _pattern() -> re.Pattern[str]:
    plain, signed = ("|".join(sorted(map(re.escape, words), key=len, reverse=True)) for words in _fields())
    sign = r"(?:\([^)\n]{0,8}\))?[ \u3000]{0,4}:[ \u3000]{0,4}"
    return re.compile(
        rf"(?m){_HEAD}(?:(?P<key>{plain})(?:{sign}|(?:\([^)\n]{{0,8}}\))?(?<=[\u4e00-\u9fff]{{2}})[ \u3000]{{1,4}}(?=[^\s\u3000:]))|(?P<signed>{signed}|{plain}){sign})"
    )


def keyed(text: str) -> str:
    """A folded text of the same length in which keys that are written apart or in brackets look like the others.

    >>> keyed("姓  名:古某"), keyed("【年纪】二十一")
    ('  姓名:古某', ' 年纪:二十一')
    """
    text = _QUOTED.sub(lambda found: " " + found[1] + " ", text)
    text = _separated().sub(_with_colon, text)
    text = _EQUALS.sub(lambda found: found[1] + ":".ljust(len(found[2])), text)
    text = pattern("keys.spread").sub(r"\2\1\3", text)
    text = _ASKED.sub(_answered, text)
    return _BRACKETS.sub(r"\1 \2:", text)


def _with_colon(found: "re.Match[str]") -> str:
    head, sign = (found["head"], found["sign"]) if found["head"] else (found["cell"], found["stroke"])
    return head.replace("|", " ") + ":".ljust(len(sign))


@cache
def _separated() -> re.Pattern[str]:
    """A known key before any other sign than a colon: 年龄→47, 学历……大专, 住址~宝山, 意向 | 保洁 in a row of two cells."""
    words = {word for table in _fields() for word in table if len(word) >= _SHORTEST}
    key = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(
        rf"(?m)(?P<head>(?:^|(?<=[|;,。\t]))[ ·•*-]{{0,4}}(?:{key}) {{0,2}})(?P<sign>(?:=?>|-{{1,2}}>?|→|➡|—{{1,2}}|–|~|…{{1,2}}|\.{{2,6}}) {{0,2}})(?=[^\s:])|(?P<cell>^[ |]{{0,2}}(?:{key}) {{0,2}})(?P<stroke>[|\t] {{0,2}})(?=[^|\t\n]+[|\t]? *$)"
    )


_SHORTEST: Final = 2  # characters of a key before a sign that is no colon


def _answered(found: "re.Match[str]") -> str:
    """问:学历? 答:大专 is 学历: 大专."""
    return f"{found[1]}  {found[2]}:".ljust(len(found[0]))


def keys(text: str) -> tuple[Key, ...]:
    """Every key of a folded text, in order.

    >>> [(one.field, one.value) for one in keys("年龄:50;期望岗位:保洁、洗碗")]
    [('age', 3), ('wanted', 11)]
    """
    found = [_key(one, text) for one in _pattern().finditer(text)]
    if sum(one.field == "wanted" for one in found) > 1:  # 方向:药物化学 beside 岗位:医学编辑
        found = [replace(one, field="major") if _is_field_of_study(one, text) else one for one in found]
    ordered = sorted((*found, *_of_columns(text)), key=lambda one: one.start)
    return tuple(
        replace(one, field="done") if before is not None and _is_past_post(one, before, text) else one
        for before, one in zip([None, *ordered], ordered, strict=False)
    )


def _is_past_post(key: Key, before: Key, text: str) -> bool:
    """Whether 岗位: stands right behind 原单位: and so names what was done there."""
    return (
        before.field == "done"
        and text.startswith(_POSTS, key.start)
        and text[max(0, before.value - _LONGEST_KEY) : before.value].rstrip(": ").endswith(_EMPLOYERS)
    )


_POSTS: Final = ("岗位", "职位", "职务", "工种")
_EMPLOYERS: Final = ("单位", "公司", "东家")
_LONGEST_KEY: Final = 10  # characters of a key with its sign


def _is_field_of_study(key: Key, text: str) -> bool:
    value = re.split(r"[,。;\n|]", text[key.value :], maxsplit=1)[0].strip()
    return text.startswith("方向", key.start) and is_major(value)


def _key(found: "re.Match[str]", text: str) -> Key:
    name = "key" if found["key"] else "signed"
    return Key(_field(found[name], text[found.end() : found.end() + 12]), found.start(name), found.end())


_CELL: Final = re.compile(r"[^\t|\n]+")
_LEAST_COLUMNS: Final = 4  # known words in a row before the next rows are read by it


def _of_columns(text: str) -> Iterator[Key]:
    """The keys of the cells below a row of keys: 姓名|性别|出生 and 赵某|男|1979.5 below it."""
    columns: list[str] = []
    at = 0
    plain, signed = _fields()
    known = plain | signed
    for line in text.split("\n"):
        cells = list(_CELL.finditer(text, at, at + len(line)))
        words = [cell[0].strip() for cell in cells]
        at += len(line) + 1
        if sum(word in known for word in words) >= _LEAST_COLUMNS:
            columns = words
        elif columns and len(cells) == len(columns):
            for cell, word in zip(cells, columns, strict=True):
                if word in known:
                    yield Key(_field(word, cell[0]), cell.start(), cell.start())
        elif line.strip():
            columns = []
