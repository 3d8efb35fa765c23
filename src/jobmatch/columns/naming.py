"""Which field a heading names: the listed forms first, then what is said around them, in English, or by the group."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from jobmatch.columns.english import by_words, in_english
from jobmatch.columns.fields import KINDS, synonyms, words
from jobmatch.columns.forms import TRADITIONAL, fold_heading, letters, plain, without_brackets
from jobmatch.patterns import late

# Headings without meaning for any field: a running number, an index column of pandas.
RUNNING_NUMBER: Final = frozenset(words("序号 序 行号 项次 index unnamed0 rownumber rownum sn seq"))
BY_BARE_FORM: Final = 1000  # the priority of a heading that is known only without such words: the last
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
# Whose id is none of a posting's: company.id, 企业/编号.
_EMPLOYERS: Final = late(
    "公司|企业|单位|雇主|company|employer|enterprise|organi[sz]ation|(?<![a-z])(?:org|corp|brand)$", re.I
)
_ID: Final = late("(?:id|no|code|编号|编码|代码|号)", re.I)
_AFTER: Final = ("及年限", "情况", "信息", "说明", "名称", "必填", "选填", "类", "name", "text")
_SAYS_NOTHING: Final = frozenset(
    words("名称 内容 情况 说明 具体 详细 信息 值 一 二 三 1 2 3 第一 第二 第三 name value text")
)
_MORE: Final = frozenset(words("其他 其它 其他要求 其它要求 其他条件 特殊要求 备注 other others"))
_JOINED: Final = ("requirements", "description", "benefits")  # fields of which several columns are read together


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
    table = synonyms(kind)
    whole = letters(plain(heading))
    if whole in table:  # 照顾老人/小孩 is no group of others over their columns
        yield table[whole]
    if _is_of_others(heading, kind):
        return
    if "(" in heading and (said := by_words(heading, kind)):  # Pay (min) is more than Pay
        yield said, _BY_WORDS
    yield from (table[form] for form in _forms(heading) if form in table)
    if said := in_english(heading, kind):
        yield said, _BY_WORDS
    yield from ((table[form][0], BY_BARE_FORM) for form in _bare_forms(heading, kind) if form in table)
    if found := _of_the_group(heading, kind):
        yield found


def _of_the_group(heading: str, kind: str) -> tuple[str, int] | None:
    """The field of the group where what stands under it is only something more of the same: 岗位要求/其他."""
    group, _, last = heading.rpartition("/")
    if kind != "posting" or not group or fold_heading(last) not in _MORE:
        return None
    found = field_of(group, kind)
    return (found[0], BY_BARE_FORM) if found and found[0] in _JOINED else None


def _is_of_others(heading: str, kind: str) -> bool:
    """Whether the group above a heading is another's: 配偶/年龄 is not the client's, company/id no posting's."""
    group, _, last = plain(heading).translate(TRADITIONAL).rpartition("/")
    if kind == "posting" and _EMPLOYERS.search(group) and _ID.fullmatch(last):
        return True
    return kind in _OTHERS and bool(_OTHERS[kind].search(group))


def _forms(heading: str) -> Iterator[str]:
    folded = fold_heading(heading)
    yield folded
    parts = [fold_heading(part) for part in re.split(r"[/／|]", without_brackets(heading)) if part.strip()]
    if len(parts) > 1:
        yield parts[-1]
        if parts[-1] in _SAYS_NOTHING:
            yield from reversed(parts[:-1])


def _bare_forms(heading: str, kind: str) -> Iterator[str]:
    folded = fold_heading(heading)
    yield from (folded.removeprefix(word) for word in _BEFORE.get(kind, ()) if folded.startswith(word))
    yield from (folded.removesuffix(word) for word in _AFTER if folded.endswith(word))


@lru_cache(maxsize=4096)
def is_heading(heading: str) -> bool:
    """Whether a text names a field of any kind of table, or a running number."""
    folded = fold_heading(heading)
    return folded in RUNNING_NUMBER or any(field_of(heading, kind) for kind in KINDS)
