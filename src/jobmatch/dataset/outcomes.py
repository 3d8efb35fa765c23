"""Outcomes: what came of a recommendation, with what was shown, at which rank, how likely, by which model."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from jobmatch.columns.matching import Headings, match_headings
from jobmatch.dataset import codes, personal, sources
from jobmatch.dataset.balance import Balance, Checked, refuse_if_all_rejected
from jobmatch.errors import BadInput
from jobmatch.files.table import Rejected, Table, shown
from jobmatch.messages import listing, say
from jobmatch.records import coerce
from jobmatch.text.dates import parse_date
from jobmatch.text.fold import fold

if TYPE_CHECKING:
    import pandas as pd

FIELDS: Final = (
    "outcome_id", "client_id", "posting_id", "shown_on", "rank_shown", "propensity", "model", "event", "event_on",
    "reason",
)  # fmt: skip
EVENTS: Final = (
    "shown", "declined", "no_answer", "applied", "interviewed", "rejected", "offered", "hired", "left", "retained",
)  # fmt: skip
_NEEDED: Final = ("client_id", "posting_id", "event")
# Columns that ask yes or no of one stage each, the last stage first, and the event that a yes is.
_STAGES: Final = {
    "stage_left": "left", "stage_retained": "retained", "stage_hired": "hired", "stage_interviewed": "interviewed",
    "stage_applied": "applied",
}  # fmt: skip
_RANK: Final = re.compile(r"第?\s?(\d{1,9})(?:\.0{1,6})?\s?[个位名条]?")
_SAID: Final = {
    "shown": "展示 已展示 推荐 已推荐 推介 已推介 推送 已推送 已发送 viewed view recommended",
    "declined": "拒绝 本人拒绝 不接受 本人不接受 不愿意 本人不愿意 不愿去 不想去 放弃 本人放弃 放弃面试 "
    "婉拒 不感兴趣 没兴趣 未接受 refused turneddown",
    "no_answer": "无回应 没有回应 未回复 未联系上 无应答 联系不上 没有回复 没来 未到 未到场 缺席 爽约 "
    "没去 未去 未面试 未参加面试 失联 "
    "noanswer noresponse",
    "applied": "已投递履历 应征 已应征 已投递 投递 已报名 应聘 已应聘 报名 已投简历 投简历 待面试 约面试 已约面试",
    "interviewed": "面试 已面试 参加面试 二面 复试 待复试 二次面试 第二次面试 interview secondinterview",
    "rejected": "未录用 未录取 未获录取 未通过 被拒 不合适 淘汰 面试未通过 没录用 不录用 未被录用 没通过 面试不合格 "
    "单位不要 落选 nothired",
    "offered": "录用通知 录取通知 拟录用 已发录用通知 offer",
    "hired": "录用 已录用 录取 已录取 到职 已到职 入职 已入职 上岗 已上岗 到岗 已到岗 就业 已就业 成功 推荐成功 试用 "
    "试用期 试工 已签合同 employed started",
    "left": "离职 已离职 离岗 辞职 辞工 自离 被辞退 未过试用期 resigned quit dismissed",
    "retained": "稳定就业 在岗 在职 仍在职 留任 稳定 仍在岗 已转正 转正 稳定在岗 已稳定 stillemployed",
}


def event_words() -> dict[str, str]:
    """Each event in the language in force, in words that are read back.

    >>> event_words()["hired"]
    '已上岗'
    """
    return {event: say(f"outcome.{event}") for event in EVENTS}


def _folded(word: object) -> str:
    return "".join(sign for sign in fold(str(word)).lower() if sign.isalnum() or sign == "_")


_EVENT: Final = {_folded(word): event for event in EVENTS for word in (event, *_SAID[event].split())}


@dataclass(frozen=True, slots=True)
class Outcomes(Checked):
    """Checked outcomes: the table, what was rejected, the balance."""


def read_outcomes(source: Any, *, mapping: Mapping[str, str] | None = None, sheet: str | None = None) -> Outcomes:
    """Read outcomes from a path, a pandas table or a list of dicts; what was read before is given back.

    >>> row = {"client_id": "C-1", "posting_id": "P-1", "event": "已上岗", "event_on": "2026年11月2日", "rank_shown": 1}
    >>> read_outcomes([row]).frame[["event", "event_on", "rank_shown"]].values.tolist()
    [['hired', '2026-11-02', 1]]

    An event that is not known is rejected with the words that are welcome:

    >>> read_outcomes([row, row | {"event": "看过"}]).rejected["column"].tolist()
    ['event']
    """
    if isinstance(source, Outcomes):
        return source
    kept: dict[str, dict[str, Any]] = {}
    rejected: list[Rejected] = []
    read = duplicates = 0
    notices: list[str] = []
    tables = sources.tables_of(source, sheet)
    matched = zip(tables, sources.assign_each(tables, "outcome", mapping), strict=True)
    found = [(codes.with_words(table, headings.codes), headings) for table, headings in matched]
    # a workbook may hold other sheets beside the one of outcomes
    for table, headings in [pair for pair in found if not _missing(pair[1])] or found:
        _need(table, headings)
        notices += _unused(table, headings)
        rejected += map(personal.safe_rejected, table.rejected)
        read += len(table.rows) + len(table.rejected)
        for at in range(len(table.rows)):
            row, fault = _checked(table, headings, at)
            if fault is not None:
                rejected.append(fault)
            elif (before := kept.setdefault(row["outcome_id"], row)) is not row:
                duplicates += before == row
                rejected += (
                    [] if before == row else [_fault(table, at, "outcome_id", row["outcome_id"], "same-outcome-id")]
                )
    refuse_if_all_rejected(kept, rejected, read)
    return Outcomes(_frame(kept), Balance(read, len(kept), len(rejected), duplicates), tuple(rejected), tuple(notices))


def unknown_ids(outcomes: Outcomes, clients: Collection[str], postings: Collection[str]) -> list[str]:
    """A line for each kind of id that is not at hand; refused where no outcome is of a client and a posting at hand.

    >>> unknown_ids(read_outcomes([{"client_id": "C-1", "posting_id": "P-1", "event": "hired"}]), ["C-1"], ["P-1"])
    []
    """
    known = outcomes.frame["client_id"].isin(clients), outcomes.frame["posting_id"].isin(postings)
    client, posting = (int((~here).sum()) for here in known)
    if not (known[0] & known[1]).any():
        raise BadInput("outcomes-of-others", all=len(outcomes), clients=client, postings=posting)
    counts = {"client": client, "posting": posting}
    return [say(f"notice.unknown-{kind}", count=count, all=len(outcomes)) for kind, count in counts.items() if count]


def _missing(headings: Headings) -> list[str]:
    staged = any(stage in headings.fields for stage in _STAGES)
    return [name for name in _NEEDED if name not in headings.fields and not (name == "event" and staged)]


def _unused(table: Table, headings: Headings) -> list[str]:
    """A line on the columns that were passed over; a rank among them is missed by what learns."""
    known = {
        place
        for kind in ("client", "posting")
        for ps in match_headings(table.headings, kind).fields.values()
        for place in ps
    }
    return sources.unused_told(table.headings[place] for place in headings.unknown if place not in known)


def _staged(cells: Mapping[str, str | None]) -> str | None:
    """The event of a row that has a yes or no for each stage: the last one that was reached.

    Who was met and not taken was rejected; where nothing was reached, it is only known that the job was shown.

    >>> _staged({"stage_interviewed": "是", "stage_hired": "否"}), _staged({"stage_interviewed": "否"})
    ('rejected', 'shown')
    >>> _staged({"stage_interviewed": "√", "stage_hired": "是"}), _staged({"stage_hired": None})
    ('hired', None)
    """
    said = {stage: _yes(cells.get(stage)) for stage in _STAGES}
    reached = next((event for stage, event in _STAGES.items() if said[stage]), None)
    if reached in ("interviewed", "applied") and said["stage_hired"] is False:
        return "rejected"
    return reached or ("shown" if any(yes is False for yes in said.values()) else None)


def _yes(cell: str | None) -> bool | None:
    try:
        return coerce.yes_no(cell)
    except coerce.Unusable:
        return None


def _need(table: Table, headings: Headings) -> None:
    missing = _missing(headings)
    if missing:
        seen = sources.listed_known(table.headings)
        raise BadInput("no-outcome-column", file=table.file, missing=listing(missing), seen=seen)


def _checked(table: Table, headings: Headings, at: int) -> tuple[dict[str, Any], Rejected | None]:
    """One row with its values read, and why it cannot be used."""
    cells = {name: sources.first_in(table.rows[at], places) for name, places in headings.fields.items()}
    row: dict[str, Any] = {name: cells.get(name) for name in FIELDS}
    if row["client_id"] is not None:
        row["client_id"] = personal.safe_id_under("", unicodedata.normalize("NFKC", row["client_id"]).strip())
    row["posting_id"] = None if row["posting_id"] is None else " ".join(row["posting_id"].split())
    if "event" not in headings.fields:
        row["event"] = _staged(cells)
    for name in _NEEDED:
        if row[name] is None:
            return row, _fault(table, at, name, "", "outcome-missing")
    for name, (read, fault) in _READERS.items():
        seen = row[name]
        try:
            row[name] = None if seen is None else read(seen)
        except ValueError:
            return row, _fault(table, at, name, seen, fault)
    row["outcome_id"] = row["outcome_id"] or _made_id(row)
    return row, None


def _event(cell: object) -> str:
    if (event := _EVENT.get(_folded(cell))) is None:
        raise ValueError(cell)
    return event


def _date(cell: object) -> str:
    if (day := parse_date(cell)) is None:
        raise ValueError(cell)
    return day.isoformat()


def _rank(cell: object) -> int:
    found = _RANK.fullmatch(fold(str(cell)))
    if not found or int(found[1]) < 1:
        raise ValueError(cell)
    return int(found[1])


def _share(cell: object) -> float:
    """A share as written, 0.2 or 20%, above 0 and at most 1."""
    text = str(cell).strip().replace("％", "%")
    share = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    if not 0 < share <= 1:
        raise ValueError(cell)
    return share


# How a cell of a field is read, and why a row is rejected whose cell cannot be.
_READERS: Final[dict[str, tuple[Callable[[object], Any], str]]] = {
    "event": (_event, "outcome-event"),
    "shown_on": (_date, "outcome-date"),
    "event_on": (_date, "outcome-date"),
    "rank_shown": (_rank, "outcome-rank"),
    "propensity": (_share, "outcome-propensity"),
}


def _made_id(row: Mapping[str, Any]) -> str:
    words = "\x1f".join(str(row[name]) for name in FIELDS[1:])
    return "O-" + blake2b(words.encode("utf-8", "replace"), digest_size=6).hexdigest()


def _fault(table: Table, at: int, field: str, seen: object, reason: str) -> Rejected:
    said = personal.masked(shown(seen))
    places = match_headings(table.headings, "outcome").fields.get(field, ())
    named = table.headings[places[0]] if places else field
    values = {"field": named, "welcome": " ".join(event_words().values()), "id": said}
    raw = personal.safe_raw(table.headings, table.rows[at])
    return Rejected(table.file, table.sheet, table.numbers[at], field, said, reason, raw, values)


def _frame(kept: Mapping[str, dict[str, Any]]) -> "pd.DataFrame":
    import pandas as pd

    rows = [kept[key] for key in sorted(kept)]
    data: dict[str, Any] = {name: pd.Series([row[name] for row in rows], dtype=object) for name in FIELDS}
    data["rank_shown"] = pd.array([row["rank_shown"] for row in rows], dtype="Int64")
    data["propensity"] = pd.Series([row["propensity"] for row in rows], dtype=float)
    return pd.DataFrame(data, columns=list(FIELDS))
