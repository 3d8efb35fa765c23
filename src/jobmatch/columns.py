"""Every column that jobmatch knows, and every heading that people write for it, named once.

A heading is matched by its folded form: without width, case, spaces, punctuation and Traditional forms. What
stands in brackets (``最低工资（元/月）``) is left out of the match and kept as the unit. The synonyms of a field
stand in order of priority: where a file has several, the first that holds something is taken.
"""

import dataclasses
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from jobmatch.patterns import late
from jobmatch.shipped import Sections, text_of

# Only the characters that headings are made of; the full table is the business of text/.
_TRADITIONAL: Final = str.maketrans(
    "職稱務師資間時發佈單業學歷歲經驗點區縣鄉鎮號碼證書電話聯絡繫員類別擇無勞動給薪酬"
    "詳細說項條內選優應徵聘負責專長語型態級數備註開關閉結標題編輯網頁連總與體檢補貼輪"
    "崗門產種費獎勵殘疾離從願範圍達預計構團隊術轉屆畢駕駛執齡婚姻狀況親屬遷現視監護審"
    "節"
    "來個傭僱價冊創劃參問喫報場實對導層帶幣幫幹幾廠後慮戶掙撫擔據擬敗於會機檔沒準滿獲"
    "當確稅穩簡籤紀紹絕統綜緊線緯續羣薦裏裡訊訓記訪評詞試課調談讀貨貫質贍蹤車輛辦過遞"
    "遠適還郵鋪錄錢鍵鏈際險難順額顧養餘饋麼鏈"
    "朮牠係迴乾唸脩傢睏証週彆榦箇製閤髮噹曆錶瞭嚮穫簽麵齣纔",
    "职称务师资间时发布单业学历岁经验点区县乡镇号码证书电话联络系员类别择无劳动给薪酬"
    "详细说项条内选优应征聘负责专长语型态级数备注开关闭结标题编辑网页连总与体检补贴轮"
    "岗门产种费奖励残疾离从愿范围达预计构团队术转届毕驾驶执龄婚姻状况亲属迁现视监护审"
    "节"
    "来个佣雇价册创划参问吃报场实对导层带币帮干几厂后虑户挣抚担据拟败于会机档没准满获"
    "当确税稳简签纪绍绝统综紧线纬续群荐里里讯训记访评词试课调谈读货贯质赡踪车辆办过递"
    "远适还邮铺录钱键链际险难顺额顾养余馈么链"
    "术它系回干念修家困证周别干个制合发当历表了向获签面出才",
)
_BRACKETS: Final = late(r"[(（\[【{〔「《][^()（）\[\]【】{}〔〕「」《》]{0,80}[)）\]】}〕」》]")
_UNIT_WORDS: Final = r"(?:元|千|万|k|公里|km|岁|年|人)"
_UNIT_IN_BRACKETS: Final = late(r"[(\[{]\s?(?:单位:)?([^()\[\]{}]{0,12}?" + _UNIT_WORDS + r"[^()\[\]{}]{0,8})[)\]}]")
_UNIT_AT_END: Final = late(r"/\s?([^()\[\]{}/]{0,4}" + _UNIT_WORDS + r"(?:/[月年天日时]|/小时)?)\s?$")
_NUMBERED: Final = late(
    r"^\s*[*＊#]*\s*(?:\d{1,3}\s*[.、．)）:：]|[(（]\d{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.])\s*"
)

# Headings without meaning for any field: a running number, an index column of pandas.
RUNNING_NUMBER: Final = frozenset(
    (
        "序号",
        "序",
        "行号",
        "项次",
        "index",
        "unnamed0",
        "rownumber",
        "rownum",
        "sn",
        "seq",
    )
)
KINDS: Final = ("posting", "client", "outcome")
_BY_BARE_FORM: Final = 1000  # the priority of a heading that is known only without such words: the last
_BY_WORDS: Final = 500  # and of one that says it in other English words: behind those that are listed
# Words that stand before or after a heading without changing what it names: 拟招聘岗位名称, 学历情况.
_BEFORE: Final = {
    "posting": ("招聘", "拟招聘", "拟招", "用人", "用工", "岗位", "职位", "job"),
    "client": ("求职者", "求职人员", "服务对象", "本人", "个人", "目前", "现", "client", "applicant", "jobseeker"),
    "outcome": ("推荐",),
}
_OTHERS: Final = {
    "client": late(
        "配偶|爱人|丈夫|妻子|子女|孩子|小孩|父母|父亲|母亲|老人|家庭(?:主要)?成员|家属|亲属|亲戚|联系人|监护人|担保人|介绍人"
        "|spouse|husband|wife|partner|parents|father|mother|emergency|referee|previous employer"
        "|原单位|原工作单位|原用人单位|前单位|用人单位|推荐|企业(?!下岗|职工|失业)|培训|经办",
        re.I,
    ),
    "posting": late("联系人|经办|代办|推荐|求职者|求职人员"),
}
_AFTER: Final = ("及年限", "情况", "信息", "说明", "名称", "必填", "选填", "类", "name", "text")


def words(text: str) -> tuple[str, ...]:
    """The words of a line, in order.

    >>> words("a b")
    ('a', 'b')
    """
    return tuple(text.split())


_SAYS_NOTHING: Final = frozenset(
    words("名称 内容 情况 说明 具体 详细 信息 值 一 二 三 1 2 3 第一 第二 第三 name value text")
)
_MORE: Final = frozenset(words("其他 其它 其他要求 其它要求 其他条件 特殊要求 备注 other others"))
_JOINED: Final = ("requirements", "description", "benefits")  # fields of which several columns are read together


@dataclass(frozen=True, slots=True)
class Headings:
    """Which columns hold which field, in order of priority; and the columns that no field claims."""

    fields: Mapping[str, tuple[int, ...]]
    unknown: tuple[int, ...]
    # column → code → word, where they were told
    codes: Mapping[int, Mapping[str, str]] = dataclasses.field(default_factory=dict)


@lru_cache(maxsize=4096)
def fold_heading(heading: str) -> str:
    """The form by which headings are compared.

    >>> fold_heading("＊薪　資 待遇（元/月）"), fold_heading("State.Name"), fold_heading("1、姓  名")
    ('薪资待遇', 'statename', '姓名')

    A heading that stands in brackets altogether is kept:

    >>> fold_heading("（备注）")
    '备注'
    """
    plain = unicodedata.normalize("NFKC", heading)
    bare = _letters(_BRACKETS.sub("", _NUMBERED.sub("", plain)))
    return bare or _letters(plain)


def _letters(text: str) -> str:
    return "".join(c for c in text.lower().translate(_TRADITIONAL) if c.isalnum())


def heading_unit(heading: str) -> str | None:
    """What a heading says of the unit, as written: ``元/月``, ``万``, ``公里``; None where it says nothing.

    >>> heading_unit("最低工资（元/月）"), heading_unit("月薪/千元"), heading_unit("岗位名称（必填）")
    ('元/月', '千元', None)
    """
    plain = unicodedata.normalize("NFKC", heading).lower()
    found = _UNIT_IN_BRACKETS.search(plain) or _UNIT_AT_END.search(plain)
    return found[1].strip() if found else None


@cache
def _tables() -> Sections:
    return Sections(text_of("columns.toml"))


@cache
def fields(kind: str) -> dict[str, str]:
    """The fields of a kind of table, each with its headings, from ``columns.toml``.

    >>> list(fields("outcome"))[:3]
    ['outcome_id', 'client_id', 'posting_id']
    """
    found: dict[str, str] = _tables()[kind]
    return found


@cache
def _synonyms(kind: str) -> dict[str, tuple[str, int]]:
    table: dict[str, tuple[str, int]] = {}
    for field, words in fields(kind).items():
        for place, word in enumerate([*words.split(), field]):
            table.setdefault(_letters(word), (field, place))
    return table


def field_of(heading: str, kind: str) -> tuple[str, int] | None:
    """The field that a heading names, and its place among the synonyms; None where it names none.

    >>> field_of("招聘岗位名稱", "posting"), field_of("天气", "posting")
    (('title', 2), None)

    Of two header rows, joined by ``/``, the second may name the field alone:

    >>> field_of("求职意向/期望薪资", "client")[0]
    'pay'

    The first is a group, which names none of what stands under it: a wish for 早班 is no wish to work.

    >>> field_of("求职意愿/能否早班", "client") is None, field_of("求职意向/名称", "client")[0]
    (True, 'occupations')
    >>> field_of("家庭主要成员/年龄", "client") is None, field_of("基本情况/年龄", "client")[0]
    (True, 'age')

    >>> field_of("岗位要求/其他", "posting")[0], field_of("薪资待遇/其他", "posting")
    ('requirements', None)
    """
    return next(_readings(heading, kind), None)


def _readings(heading: str, kind: str) -> Iterator[tuple[str, int]]:
    """The fields that a heading may name, the surest first."""
    table = _synonyms(kind)
    whole = _letters(unicodedata.normalize("NFKC", heading))
    if whole in table:  # 照顾老人/小孩 is no group of others over their columns
        yield table[whole]
    if _is_of_others(heading, kind):
        return
    if "(" in heading and (said := _by_english(kind).get(_english(heading))):  # Pay (min) is more than Pay
        yield said, _BY_WORDS
    yield from (table[form] for form in _forms(heading) if form in table)
    if said := _in_english(heading, kind):
        yield said, _BY_WORDS
    yield from ((table[form][0], _BY_BARE_FORM) for form in _bare_forms(heading, kind) if form in table)
    if found := _of_the_group(heading, kind):
        yield found


_WORD: Final = late(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_NUMBER: Final = frozenset(
    words("no number num nr code ref id")
)  # at the end: No of 'Client No', not that of 'No nights'


@cache
def _word_classes() -> dict[str, str]:
    """English word → the word it stands for; None of a word that says nothing."""
    return {word: name for name, those in fields("words").items() for word in those.split()}


def _english(text: str) -> frozenset[str]:
    """What an English name says, in whatever order, case and words.

    >>> sorted(_english("Expected Salary (min)")), _english("minPay") == _english("LOWEST_WAGE")
    (['expected', 'minimum', 'pay'], True)
    """
    told = _telling(text)
    if told and told[-1] in _NUMBER:
        told[-1] = "id"
    return frozenset(_word_classes().get(word, word) for word in told)


def _telling(text: str) -> list[str]:
    """The words of an English name, in order, without those that say nothing."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    told = [word.lower() for word in _WORD.findall(plain)]
    return [word for word in told if len(word) > 1 and _word_classes().get(word) != "nothing"]


@cache
def _by_english(kind: str) -> dict[frozenset[str], str]:
    table: dict[frozenset[str], str] = {}
    for field, synonyms in fields(kind).items():
        for word in synonyms.split():
            if word.isascii() and "-" in word:  # a name of one word stands for itself: a position is no wish
                table.setdefault(_english(word), field)
    return table


def _in_english(heading: str, kind: str) -> str | None:
    """The field that an English heading names in words that are not listed.

    >>> [_in_english(heading, "client") for heading in ("Minimum Pay", "salary, expected", "Client No.", "Wife's pay")]
    ['pay_min', 'pay', 'client_id', None]
    """
    if not heading.isascii():
        return None
    forms = (_BRACKETS.sub("", heading), heading.rpartition("/")[2])
    said = next((said for form in forms if (said := _by_english(kind).get(_english(form)))), None)
    listed = _synonyms(kind).get("".join(_telling(forms[0])))  # Licences held, Your age
    return said or (listed[0] if listed else None)


def _of_the_group(heading: str, kind: str) -> tuple[str, int] | None:
    """The field of the group where what stands under it is only something more of the same: 岗位要求/其他."""
    group, _, last = heading.rpartition("/")
    if kind != "posting" or not group or fold_heading(last) not in _MORE:
        return None
    found = field_of(group, kind)
    return (found[0], _BY_BARE_FORM) if found and found[0] in _JOINED else None


def _is_of_others(heading: str, kind: str) -> bool:
    """Whether the group above a heading is another's: 配偶/年龄 is no age of the client."""
    group = unicodedata.normalize("NFKC", heading).rpartition("/")[0].translate(_TRADITIONAL)
    return kind in _OTHERS and bool(_OTHERS[kind].search(group))


def _forms(heading: str) -> Iterable[str]:
    folded = fold_heading(heading)
    yield folded
    parts = [fold_heading(part) for part in re.split(r"[/／|]", _BRACKETS.sub("", heading)) if part.strip()]
    if len(parts) > 1:
        yield parts[-1]
        if parts[-1] in _SAYS_NOTHING:
            yield from reversed(parts[:-1])


def _bare_forms(heading: str, kind: str) -> Iterable[str]:
    folded = fold_heading(heading)
    yield from (folded.removeprefix(word) for word in _BEFORE.get(kind, ()) if folded.startswith(word))
    yield from (folded.removesuffix(word) for word in _AFTER if folded.endswith(word))


def names_of(heading: str) -> tuple[str, ...]:
    """By which names a mapping may mean a column: its heading, or of two header rows the second alone; folded.

    >>> names_of("招聘岗位/条件要求"), names_of("薪资（元/月）")
    (('招聘岗位条件要求', '条件要求'), ('薪资',))
    """
    bare = _BRACKETS.sub("", heading)
    return tuple(dict.fromkeys((fold_heading(heading), fold_heading(bare.rpartition("/")[2]))))


@lru_cache(maxsize=4096)
def known(heading: str) -> bool:
    """Whether a heading names a field of any kind of table, or a running number."""
    folded = fold_heading(heading)
    return folded in RUNNING_NUMBER or any(field_of(heading, kind) for kind in KINDS)


def match_headings(headings: Sequence[str], kind: str, mapping: Mapping[str, str] | None = None) -> Headings:
    """Give each column to the field that its heading names; ``mapping`` (heading → field) goes first.

    >>> match_headings(["序号", "招聘岗位", "公司名称", "天气"], "posting").fields
    {'title': (1,), 'employer': (2,)}
    """
    told = {fold_heading(heading): field for heading, field in (mapping or {}).items()}
    found: dict[str, list[tuple[int, int]]] = {}
    unknown: list[int] = []
    for place, heading in enumerate(headings):
        folded = fold_heading(heading)
        said = next((name for name in names_of(heading) if name in told), None)
        hit = (told[said], -1) if said is not None else field_of(heading, kind)
        if hit and not (folded in RUNNING_NUMBER and said is None):
            found.setdefault(hit[0], []).append((hit[1], place))
        elif folded not in RUNNING_NUMBER:
            unknown.append(place)
    for hits in found.values():  # 公司信息 is no second 公司, though it would do for want of one
        exact = [hit for hit in hits if hit[0] < _BY_BARE_FORM]
        unknown += [place for rank, place in hits if exact and rank >= _BY_BARE_FORM]
        hits[:] = exact or hits
    unknown.sort()
    return Headings({field: tuple(place for _, place in sorted(hits)) for field, hits in found.items()}, tuple(unknown))
