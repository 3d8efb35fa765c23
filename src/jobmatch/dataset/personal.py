"""What must not be kept or shown of a person: names, identity numbers, telephone numbers."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import blake2b
from typing import Any, Final

from jobmatch.columns.fields import words
from jobmatch.columns.forms import fold_heading
from jobmatch.columns.naming import field_of
from jobmatch.files.table import Rejected
from jobmatch.patterns import late
from jobmatch.text import lexicon

HIDDEN: Final = "***"
PERSONAL: Final = frozenset(("name", "id_number", "phone"))
# Words of headings under which a person is named or can be reached, in rosters and in postings.
_REACHED: Final = words("联系人 联系方式 联络人 电话 手机 微信 邮箱 邮件 经办人 contact phone mobile email wechat qq")
_OF_A_PERSON: Final = (*_REACHED, *words("姓名 身份证 身分证 证件号 监护人 idcard idnumber"))
_IDENTITY: Final = late(r"(?:\d{17}[\dXx]|\d{15})")
_AS_FIGURE: Final = late(r"\d\.\d{1,16}E\+?1[47]")
_SHORTEST_NUMBER: Final = 8  # signs of a passport
_MOBILE: Final = late(r"(?:(?:\+|00)?86)?(1[3-9]\d{9})")
_AT: Final = r"[ .-]?"  # what people put between groups of digits
_NUMBERS: Final = late(
    r"(?<!\d)(?:"
    r"\d{17}[\dXx]|\d{15}|"
    rf"\d{{6}}{_AT}(?:18|19|20)\d{{2}}{_AT}\d{{2}}{_AT}\d{{2}}{_AT}\d{{3}}{_AT}[\dXx]|"
    r"\d(?: \d){16} [\dXx]|"
    r"\d\.\d{6,16}[eE]\+?1[47]|"
    rf"(?:\(?\+?(?:00)?86\)?{_AT})?1[3-9]\d(?:{_AT}\d{{4}}{_AT}\d{{4}}|{_AT}\d{{3}}{_AT}\d{{5}}|\d{_AT}\d{{3}}{_AT}\d{{4}})|"
    r"1(?: [3-9])(?: \d){9}|"
    r"\(?(?:\+?86[ -]?)?0(?:10|2\d|[3-9]\d\d)\)?[ -]{0,3}\d{7,8}(?:[ -]?(?:转|轉|-)[ -]?\d{1,6})?|"
    r"0(?:10|2\d|[3-9]\d\d)[ -]\d{3,4}[ -]\d{4}|"
    rf"09\d\d{_AT}\d{{3}}{_AT}\d{{3}}"
    r")(?!\d)"
    r"|(?<=[话話机機])[:： ]{0,3}\d{7,8}(?!\d)"
    r"|(?<=[照证證証号號])[:： ]{0,3}[A-Za-z]{1,2}\d{7,9}(?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,200}@[A-Za-z0-9.-]{1,200}"
)
_CHINESE_NAME: Final = late(r"[㐀-鿿○〇*·]{2,15}")  # no office gives ids of Chinese characters alone
_DIGIT: Final = late(r"\d")
_FEWEST_DIGITS: Final = 7  # of a telephone number without its area: what holds fewer is not looked through
# The same length for the same place: full-width digits, letters, brackets and blanks as plain ones, dashes as one.
_PLAIN: Final = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | dict.fromkeys(map(ord, "\u3000\u00a0\u2009\t"), " ")
_FORMS: Final = _PLAIN | dict.fromkeys(map(ord, "‐‑–—−－"), "-")


# Behind these words a name is told (联系人王某某). Words that begin like one are hidden too (母亲高血压): that is
# for what is shown, where nothing is lost by it.
_WHO: Final = (
    "(?:联系人|联络人|监护人|家长|介绍人|推荐人|经办人?|负责人|户主|丈夫|老公|爱人|配偶|妻子|老婆|父亲|母亲|爸爸|妈妈|儿子|女儿|儿媳|女婿"
    "|哥哥|姐姐|弟弟|妹妹|邻居|姓名|名叫|[他她]叫|本人叫)"
)
_TITLES: Final = "先生|女士|小姐|师傅|大姐|大哥|阿姨|主任|老师|经理|书记"
_ACCOUNT: Final = late(r"((?:微信|wechat|weixin|vx|qq)(?:号|号码)?[:：是为 ]{0,3})[A-Za-z0-9][A-Za-z0-9_-]{4,19}", re.I)


def masked_with_names(text: str, own: str | None = None) -> str:
    """A text as it may be shown: without numbers, without one's own name, and those that a word beside them tells.

    >>> masked_with_names("联系人王某某13800000000，丈夫叫李某，微信abc_123")
    '联系人******，丈夫叫***，微信***'
    >>> masked_with_names("张某某说可以上夜班", own="张某某"), masked_with_names("可以上夜班")
    ('***说可以上夜班', '可以上夜班')
    """
    named, titled = _names()
    shown = titled.sub(HIDDEN, named.sub(rf"\1{HIDDEN}", masked(without_name(text, own))))
    return _ACCOUNT.sub(rf"\1{HIDDEN}", shown)


@cache
def _names() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A name behind a word of who it is, and one before a title."""
    surname = _surname()
    behind = re.compile(rf"({_WHO}[:：是为叫 ]{{0,3}}){surname}[㐀-鿿]{{1,2}}")
    return behind, re.compile(rf"{surname}[㐀-鿿]{{0,2}}(?={_TITLES})")


@cache
def _surname() -> str:
    double, single = lexicon.lines("jobmatch.text", "lexicons/surnames.txt")
    return rf"(?:{double}|[{single}])"


def begins_with_surname(words: str) -> bool:
    """Whether words begin with one of the commonest surnames, as most names of persons do.

    >>> begins_with_surname("王某某"), begins_with_surname("通州")
    (True, False)
    """
    return re.match(_surname(), words) is not None


def without_name(text: str, own: str | None) -> str:
    """A text without the name of the person whose row it is."""
    name = own.strip() if own else ""
    return text.replace(name, HIDDEN) if len(name) >= _SHORTEST_NAME else text


_SHORTEST_NAME: Final = 2  # signs; a single one stands in many words


def masked(text: str) -> str:
    """A text without identity numbers, telephone numbers and mail addresses, however they are written.

    >>> masked("电话13800000000，证号11010119800101001X")
    '电话***，证号***'
    >>> masked("１３８００００００００ +86 138-0000-0000 010-69240000 110101 19800101 001X")
    '*** *** *** ***'
    >>> masked("护照E12345678，身分證A123456789，产品型号CC12")
    '护照***，身分證***，产品型号CC12'
    """
    if "@" not in text and "＠" not in text and len(_DIGIT.findall(text)) < _FEWEST_DIGITS:
        return text
    kept, end = [], 0
    for found in _NUMBERS.finditer(text.translate(_FORMS)):
        kept += [text[end : found.start()], HIDDEN]
        end = found.end()
    return "".join([*kept, text[end:]]) if kept else text


def masked_in(value: Any) -> Any:
    """A value of JSON in which every text is masked."""
    if isinstance(value, Mapping):
        return {name: masked_in(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [masked_in(part) for part in value]
    return masked(value) if isinstance(value, str) else value


def safe_id(text: str) -> str:
    """An id as it may be kept: one that holds an identity or telephone number becomes a hash that is always the same.

    >>> safe_id("C-001"), safe_id("110101198001010011") == safe_id("110101 19800101 0011")
    ('C-001', True)
    """
    word = _bare(text)
    mobile = _MOBILE.fullmatch(word)
    if not mobile and not _IDENTITY.fullmatch(word) and masked(text) == text:
        return text
    return _code(mobile[1] if mobile else word)


def safe_id_under(heading: str, text: str, name: str | None = None) -> str:
    """An id from a column of a roster: where the column is one of numbers of the person, a code whatever stands there.

    >>> safe_id_under("编号", "C-001"), safe_id_under("身份证号", "1101011980O1010022")[:2]
    ('C-001', 'C-')

    So does a name that stands for an id:

    >>> safe_id_under("求职者", "张某某")[:2], safe_id_under("Ref", "Wang Mou", name="Wang Mou")[:2]
    ('C-', 'C-')
    """
    named = field_of(heading, "client")
    safe = safe_id(text)
    personal = named is not None and named[0] in ("id_number", "phone", "name")
    names = text == name or bool(_CHINESE_NAME.fullmatch(text))
    return _code(_bare(text)) if safe == text and (personal or names) else safe


def _code(word: str) -> str:
    return "C-" + blake2b(word.encode("utf-8", "replace"), digest_size=5).hexdigest()


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if not c.isspace() and c != "-").upper()


def person_of(number: str) -> str | None:
    """What tells a person in an identity number, the old and the new one alike; None where it is too short for one.

    >>> person_of("110101 19800101 001x") == person_of("110101800101001"), person_of("123")
    (True, None)
    """
    word = _bare(number)
    if not _IDENTITY.fullmatch(word):  # mistyped the same way twice, it tells the person all the same
        return word if len(word) >= _SHORTEST_NUMBER else None
    return word[:6] + word[8:17] if len(word) == 18 and word[6:8] == "19" else word[:17]


def has_lost_digits(number: str) -> bool:
    """Whether a worksheet has made a figure of an identity number, of which it keeps fifteen digits.

    >>> has_lost_digits("1.10101198001010E+17"), has_lost_digits("110101198001010000")
    (True, True)

    A number that ends so and comes out right is one:

    >>> has_lost_digits("110101198001013000")
    False
    """
    word = _bare(number)
    return bool(_AS_FIGURE.fullmatch(word)) or (ends_in_noughts(word) and _check_of(word) != "0")


def ends_in_noughts(number: str) -> bool:
    """Whether an identity number ends as those do that a worksheet has rounded."""
    word = _bare(number)
    return len(word) == 18 and word.endswith("000") and word.isdecimal()


def _check_of(word: str) -> str:
    """The check digit that the first seventeen digits ask for (GB 11643)."""
    return "10X98765432"[sum(int(digit) * (2 ** (17 - at) % 11) for at, digit in enumerate(word[:17])) % 11]


def birth_of(number: str) -> date | None:
    """The date of birth in an identity number; None where the number has none.

    >>> birth_of("11010119800101001X"), birth_of("123")
    (datetime.date(1980, 1, 1), None)
    """
    word = _bare(number)
    if not _IDENTITY.fullmatch(word):
        return None
    digits = word[6:14] if len(word) == 18 else "19" + word[6:12]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def safe_raw(headings: Sequence[str], cells: Sequence[str | None]) -> str:
    """A row as JSON in which nothing personal is left."""
    row = dict(zip(headings, cells, strict=False))
    own = next((cell for name, cell in row.items() if cell and _is_name(name)), None)
    return json.dumps({name: _safe(name, cell, own) for name, cell in row.items()}, ensure_ascii=False)


def _is_name(heading: str) -> bool:
    field = field_of(heading, "client")
    return field is not None and field[0] == "name"


def _safe(heading: str, cell: str | None, own: str | None = None) -> str | None:
    field = field_of(heading, "client")
    if cell is None:
        return None
    named = (field and field[0] in PERSONAL) or _has(heading, _OF_A_PERSON)
    return HIDDEN if named else masked_with_names(cell, own)


def _has(heading: str, marks: Sequence[str]) -> bool:
    folded = fold_heading(heading)
    return any(mark in folded for mark in marks)


def safe_rejected(row: Rejected) -> Rejected:
    """A rejected row of a roster as it may be shown; a row whose cells cannot be told apart shows none of them."""
    cells = _cells_of(row)
    together = row.column is None
    raw = json.dumps({}) if together else safe_raw(list(cells), [None if c is None else str(c) for c in cells.values()])
    seen = HIDDEN if together else str(_safe(row.column or "", row.seen))
    return replace(row, seen=seen, raw=raw)


def safe_posting(row: Rejected, headings: Sequence[str] = ()) -> Rejected:
    """A rejected row of postings without the columns that say whom to call, and without telephone numbers.

    Where such columns are and the cells cannot be told apart, none is shown.
    """
    if row.column is None and (
        any(_has(name, _REACHED) for name in headings) or any(mark in row.raw.lower() for mark in _REACHED)
    ):
        return replace(row, seen=HIDDEN, raw=json.dumps({}))
    cells = {name: masked_in(cell) for name, cell in _cells_of(row).items() if not _has(name, _REACHED)}
    values = {name: masked_in(value) for name, value in row.values.items()}
    return replace(row, seen=masked(row.seen), raw=json.dumps(cells, ensure_ascii=False), values=values)


def _cells_of(row: Rejected) -> dict[str, Any]:
    try:
        cells = json.loads(row.raw)
    except ValueError:
        return {}
    return cells if isinstance(cells, dict) else {}
