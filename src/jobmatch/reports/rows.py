"""Rows as people read them: headings and words in the language in force, numbers as they are."""

from collections.abc import Mapping
from typing import Any, Final

from jobmatch.messages import listing, own_words, said, say

# How the keys of a column's words begin among the messages, the likeliest first; a kind is one of what rows tell of.
_KINDS: Final = {"screened": "finding.", "agenda": "duty.", "case": "event.", "verdict": "fault."}
_TOPICS: Final[dict[str, tuple[str, ...]]] = {
    "kind": ("requirement.", "excluded.", "feature."),
    "what": ("what.", "row.", "measure."),
    "category": ("what.", "group."),
    "office": ("group.",),
    "counsellor": ("group.",),
    "month": ("group.",),
    "group": ("group.",),
    "source": ("source.",),
    "level": ("group.",),
    "status": ("what.",),
    "field": ("column.",),
    "name": ("feature.",),
    "measure": ("measure.",),
    "effort": ("effort.",),
    "who": ("who.",),
    "verdict.why": ("model.why-",),
}
# Of a change of this kind, what is a word of jobmatch's own lists; what else there is stands in the client's words.
_OF_LISTS: Final = {
    "also": ("after",), "skill": ("after",), "certificate": ("after",), "licence": ("after",),
    "education": ("before", "after"),
}  # fmt: skip


def for_people(row: Mapping[str, Any], about: str = "") -> dict[str, Any]:
    """A row under headings that a person reads; a name that has none stays. ``about`` is what the rows tell of.

    >>> for_people({"posting_id": "P-1", "kind": "gender", "lawful_exception": False, "x": 3}, "screened")
    {'岗位编号': 'P-1', '类别': '性别', '合法例外': '否', 'x': 3}

    A value of a client's field is said as people say it:

    >>> for_people({"field": "registration.status", "value": "unemployed"}, "profiles")
    {'所在栏': '就业状态', '数值': '失业'}
    """
    if about == "profiles":
        row = {**row, "field": field_of(row["field"]), "value": value_of(row["field"], row["value"])}
    own = ("occupation", *_OF_LISTS.get(row.get("kind", ""), ()))
    return {
        heading(name): own_words(value) if name in own and isinstance(value, str) else cell(name, value, about)
        for name, value in row.items()
    }


def heading(name: str) -> str:
    """The heading of a column; that of an end of an interval names both.

    >>> heading("title"), heading("mrr_low")
    ('岗位', 'MRR（区间下限）')
    """
    figure, _, end = name.rpartition("_")
    if said(f"column.{name}") is None and end in ("low", "high") and said(f"column.{figure}"):
        return say("word.brackets", words=heading(figure), more=heading(end))
    return said(f"column.{name}") or name


def field_of(path: str) -> str:
    """The name of a client's field: ``registration.status``."""
    return said(f"field.{path.rpartition('.')[2]}") or path


def value_of(path: str, value: Any) -> Any:
    """A value of a client's field as people say it; the words of the program in the language in force.

    >>> value_of("goal.clarity", "clear"), value_of("family.care_duties", ["child", "elder"])
    ('清晰', '孩子、老人')
    >>> value_of("conditions.available_hours", [{"days": "weekday", "from": "08:00"}])
    '工作日 08:00'
    """
    if isinstance(value, (list, tuple)):
        return listing(str(value_of(path, one)) for one in value) or "—"
    if isinstance(value, Mapping):
        return " ".join(str(value_of(name, part)) for name, part in value.items() if part is not None)
    if isinstance(value, bool):
        return say("word.yes" if value else "word.no")
    if isinstance(value, float):
        return f"{value:g}"
    name = path.rpartition(".")[2]
    return said(f"value.{name}.{value}") or (own_words(value) if name == "groups" else value)


def heading_of_path(path: str) -> str:
    """The heading of a figure that stands within others, part by part.

    >>> heading_of_path("moved.chance.pay"), heading_of_path("verdict.groups.age=25-34"), heading_of_path("读入")
    ('权重变动 · 把握 · 薪资', '判定 · 分组 · 年龄 25-34', '读入')
    """
    return " · ".join(_part(part) for part in path.split("."))


def _part(name: str) -> str:
    group, mark, value = name.partition("=")
    words = said(f"told.{group}") or said(f"feature.{group}") or heading(group)
    return f"{words} {value}" if mark else words


def cell(name: str, value: Any, about: str = "") -> Any:
    """A value of a column as people say it."""
    if isinstance(value, bool):
        return say("word.yes" if value else "word.no")
    if isinstance(value, float):
        return round(value, 4)
    if not isinstance(value, str):
        return value
    starts = (_KINDS[about],) if name == "kind" and about in _KINDS else _TOPICS.get(name, ())
    return next(filter(None, (said(f"{start}{value}") for start in starts)), value)
