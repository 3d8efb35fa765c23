"""Places that are kept for a group: 原住民名額, 残疾人专岗. Lawful, and a condition like a paper; never a preference.

The table is ``lexicons/reserved.toml``.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from jobmatch.patterns import late
from jobmatch.shipped import table_of

_KEPT_BEFORE: Final = (
    r"(?:仅限|只限|限定|限(?!制|量|时|额)|专招|定向(?:招聘|招录|招收)?|面向|保障|定额(?:进用|雇用|聘用)|进用|须具|需具"
    r"|应具)"
)
_KEPT_BEHIND: Final = (
    r"(?:进用)?(?:保障名额|保障岗位?|名额|专岗|专缺|专案|专职缺?|专属|专区|定向|限定|定额|员额|保障|按比例就业"
    r"|(?<=身[分份])者?$|进用)"
)
# Who is only welcome, cared for or counted has no place kept for them.
_NOT_KEPT: Final = late(
    r"优先|欢迎|亦可|也可|均可|皆可|不限|非限|照[顾护]|服务对象|个案|补助|奖励|津贴|日间|机构|久任|计划(?!外)|教保|训练"
    r"|权益|协会"
)
_BY_LAW: Final = late(r"依[^。\n]{0,30}保障法[^。\n]{0,24}(?:规定|依法)?[^。\n]{0,4}进用")
_LAW: Final = late(r"(?:原住民族工作权|身心障碍者权益|残疾人)保障法")


class Group(NamedTuple):
    """A group for whom places are kept: how a client is told to belong to it, and whether nobody else can have one."""

    name: str
    groups: frozenset[str]
    age_from: int | None
    rules_out: bool
    who: "re.Pattern[str]"
    kept: "re.Pattern[str]"
    programme: "re.Pattern[str] | None"


@cache
def groups() -> tuple[Group, ...]:
    """The groups, in the order of their bits.

    >>> [group.name for group in groups()][:2]
    ['disabled', 'indigenous']
    """
    return tuple(_group(name, row) for name, row in table_of("text/lexicons/reserved.toml").items())


def _group(name: str, row: dict[str, object]) -> Group:
    who = f"(?:{row['who']})"
    usual = rf"{_KEPT_BEFORE}[^,;。\n]{{0,4}}{who}|{who}[^,;。\n]{{0,3}}{_KEPT_BEHIND}"
    kept = late(str(row.get("kept", usual)), re.MULTILINE)
    programme = row.get("programme")
    members: Iterable[str] = row.get("groups", ())  # type: ignore[assignment]
    age = row.get("age_from")
    return Group(
        name, frozenset(members), age if isinstance(age, int) else None, bool(row["rules_out"]),
        late(who), kept, late(str(programme)) if programme else None,
    )  # fmt: skip


def reserved_in(title: str, text: str) -> frozenset[str]:
    """The groups for whom a posting is kept, by its title and text, which are folded, cut and in lower case.

    >>> sorted(reserved_in("清洁员【身障者保障名额】", "")), sorted(reserved_in("约雇人员", "本职缺依法进用原住民。"))
    (['disabled'], ['indigenous'])
    >>> sorted(reserved_in("文员", "限退役军人报考;限残疾人")), sorted(reserved_in("警卫(55plus)", ""))
    (['disabled', 'veterans'], ['older'])

    Who is welcome, or whom the work is for, has no place kept.

    >>> reserved_in("照顾服务员", "照顾身心障碍者;退伍军人优先"), reserved_in("客服", "欢迎二度就业妇女")
    (frozenset(), frozenset())
    """
    telling = [one for one in (title, text) if _anybody().search(one)]  # nearly always none
    return frozenset(group.name for group in groups() if _is_kept(group, title, telling))


@cache
def _anybody() -> "re.Pattern[str]":
    return re.compile("|".join(group.who.pattern for group in groups()))


def _is_kept(group: Group, title: str, telling: list[str]) -> bool:
    if group.programme and group.programme.search(title):
        return True
    return any(group.who.search(one) and _says_so(group, one) for one in telling)


def _says_so(group: Group, folded: str) -> bool:
    if any(group.who.search(law[0]) for law in _BY_LAW.finditer(folded)):
        return True
    clauses = re.split(r"[,;。\n【】\[\]]", _LAW.sub("保障法", folded))
    return any(group.kept.search(clause) and not _NOT_KEPT.search(clause) for clause in clauses)


def group_bits(names: Iterable[str]) -> int:
    """Groups as bits of one number.

    >>> group_bits({"indigenous"})
    2
    """
    known = [group.name for group in groups()]
    return sum(1 << known.index(name) for name in frozenset(names))
