"""One row of a roster → the JSON of a client: what stands in each column, and what could not be understood."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from jobmatch.dataset.roster_age import age_of
from jobmatch.dataset.roster_cells import (
    Cells,
    Complain,
    day,
    education_in,
    first,
    items,
    kilometres,
    one_place,
    places,
    told,
)
from jobmatch.dataset.roster_pay import pay
from jobmatch.dataset.roster_work import certificates, experience, skills
from jobmatch.records import coerce, figures, vocabulary
from jobmatch.records.coerce import Unusable
from jobmatch.records.wished import wished_work

_HEALTHY: Final = re.compile(
    r"^(?:身体)?(?:健康|良好|较好|很好|好|优良|良|优|正常|无残疾|一般|健全|無)(?:或良好)?$|^[√✓]$|^(?:healthy|good|ok|fine)$",
    re.I,
)
_UNDECIDED: Final = re.compile("明确|确定|犹豫|观望|待定|说不清|未定|不详|不清楚|再看")
_AUDIT: Final = ("gender", "ethnicity", "religion", "marital_status", "household")
_AGAIN: Final = re.compile(r"(?:不(?!是)|无|没有|拒绝).|拒绝$")
_NO_CARE: Final = re.compile("不|无|没|否|成年|大学|去世|自理")
_AT_ONCE: Final = re.compile(
    "随时|即时|即日|立即|马上|现在|now|any ?time|immediate", re.I
)  # no day, and nothing to be said
_LICENCE: Final = re.compile(
    r"^[ABC][1-3](?![0-9A-Z])|驾照|驾驶证|驾驶执照|driving licen|driver'?s? licen|\bcdl\b", re.I
)
_NEGATED: Final = re.compile(r"^(?:暂?无|没有|不|否|未|無)")


def client_of(cells: Cells, as_of: date, complain: Complain) -> dict[str, Any]:
    """The JSON of a client from the cells of one row, by field; ``complain`` hears of what is not understood.

    >>> row = {"client_id": "7", "age": "40岁", "education": "技校", "pay": "4000-5000", "low_income": "是"}
    >>> made = client_of(row, date(2026, 11, 22), print)
    >>> made["conditions"]["age"], made["conditions"]["education"], made["attitude"], made["registration"]["groups"]
    (40, '中专', {'pay_min': 4000.0, 'pay_wanted': 5000.0}, ['低保'])
    """
    soft = _Soft(cells, as_of, complain)
    low_income, zero = soft.yes("low_income"), soft.yes("zero_employment")
    made: dict[str, Any] = {
        "client_id": cells.get("client_id"),
        "willingness": {
            "wants_work": soft.unless("work_refused", _willing(soft)),
            "available_from": None if _AT_ONCE.match(cells.get("available_from", "")) else soft.day("available_from"),
            "urgency": cells.get("urgency"),
        },
        "goal": _goal(cells, soft),
        "conditions": _conditions(cells, soft, as_of),
        "attitude": _attitude(cells, complain),
        "ability": {
            "resume_ready": soft.unless("no_resume", soft.yes("resume_ready")),
            "failed_applications": soft.read("failed_applications", figures.count),
        },
        "family": {
            "care_duties": _care(soft),
            "zero_employment": zero,
            "low_income": low_income,
            "dependants": soft.read("dependants", figures.count),
        },
        "registration": {
            "registered_on": soft.day("registered_on"),
            "unemployed_since": soft.day("unemployed_since"),
            "status": _status(soft),
            "groups": _groups(soft, low_income, zero),
        },
        "audit": {name: cells.get(name) for name in _AUDIT},
        "notes": cells.get("notes"),
    }
    return {name: told(part) if isinstance(part, dict) else part for name, part in made.items() if part is not None}


def _goal(cells: Cells, soft: "_Soft") -> dict[str, Any]:
    return {
        "occupations": items(cells.get("occupations")),
        "clarity": soft.word("clarity"),
        "refused": items(cells.get("refused")),
        "industries": wished_work(items(cells.get("industries"))),
    }


def _conditions(cells: Cells, soft: "_Soft", as_of: date) -> dict[str, Any]:
    return {
        "age": age_of(cells, as_of, soft.complain),
        "education": soft.education(),
        "school": cells.get("school"),
        "major": first(cells.get("major")),
        "experience": experience(cells, soft.complain),
        "skills": skills(cells),
        "certificates": certificates(cells),
        "languages": items(cells.get("languages")),
        "driving_licence": _licence(soft),
        "vehicles": items(cells.get("vehicles")),
        "health_limits": _health(cells.get("health_limits")),
        "residence": _residence(cells),
        "max_commute_km": soft.read("max_commute_km", kilometres),
        "night_shift_ok": soft.unless("night_shift_refused", soft.yes("night_shift_ok")),
        "shift_ok": soft.unless("shift_refused", soft.yes("shift_ok")),
        "hours": soft.word("hours"),
    }


def _attitude(cells: Cells, complain: Complain) -> dict[str, Any]:
    low, high = pay(cells, complain)
    return {
        "pay_min": low,
        "pay_wanted": high,
        "places": places(cells.get("places")),
        "left_last_job_because": cells.get("left_because"),
    }


class _Soft:
    """Reads fields whose strange values count as unknown, and are said."""

    def __init__(self, cells: Cells, as_of: date, complain: Complain) -> None:
        self.cells, self.as_of, self.complain = cells, as_of, complain

    def read(self, field: str, reader: Callable[[Any], Any]) -> Any:
        cell = self.cells.get(field)
        try:
            return None if cell is None else reader(cell)
        except Unusable:
            self.complain(field, str(cell))
            return None

    def yes(self, field: str) -> bool | None:
        cell = self.cells.get(field)
        if cell is not None and len(cell) > 1 and vocabulary.settle("groups", cell):  # 低保户 in a column 是否低保
            return True
        found: bool | None = self.read(field, _yes_no)
        return found

    def unless(self, refusal: str, accepted: bool | None) -> bool | None:
        """What is accepted, where another column asks for its opposite (不接受夜班: 是); the two at odds are none."""
        refused = self.read(refusal, _refused)
        if refused is None:
            return accepted
        if accepted is refused:
            self.complain(refusal, self.cells[refusal])
            return None
        return not refused

    def word(self, field: str) -> str | None:
        found: str | None = self.read(field, coerce.word_of(field))
        return found

    def words(self, field: str, name: str) -> list[str] | None:
        found = items(self.cells.get(field))
        if found is None:
            return None
        known = [vocabulary.settle(name, item) for item in found]
        for item, word in zip(found, known, strict=True):
            if word is None:
                self.complain(field, item)
        return list(dict.fromkeys(word for word in known if word))

    def education(self) -> str | None:
        cell = first(self.cells.get("education"))
        word = None if cell is None else education_in(cell)
        if cell is not None and word is None:
            self.complain("education", cell)
        return word

    def day(self, field: str) -> str | None:
        cell = self.cells.get(field)
        found = None if cell is None else day(cell, self.as_of)
        if cell is not None and found is None:
            self.complain(field, cell)
        return found


_TICKED: Final = re.compile(
    r"[(（\[【][^()（）\[\]【】]{1,40}[)）\]】]$|(?<=^[是有否无能不√✓×○])[,，:：;；、 ].{1,40}$"
)


def _yes_no(cell: str) -> bool | None:
    """What a cell answers, with details behind it or without: √（肢体三级）, 是，三级, 无（以前有过）."""
    try:
        return coerce.yes_no(cell)
    except Unusable:
        return coerce.yes_no(_TICKED.sub("", cell.strip()))


def _refused(cell: str) -> bool:
    """Whether a cell under a heading that refuses (不接受夜班, 无驾照) agrees with it: 是, √, and the refusal again."""
    return True if _AGAIN.match(cell) else bool(coerce.yes_no(cell))


def _licence(soft: "_Soft") -> str | None:
    """The class of the licence, also where it stands among papers and skills; ``none`` where 无驾照 is ticked."""
    held: str | None = soft.read("driving_licence", coerce.licence)
    papers = [item for field in ("certificates", "skills") for item in items(soft.cells.get(field)) or []]
    if held is None and (licence := next(filter(_LICENCE.search, papers), None)):
        held = coerce.licence(licence)
    there = soft.unless("no_driving_licence", None if held is None else held != "none")
    return None if there is None else held or ("yes" if there else "none")


def _care(soft: "_Soft") -> list[str] | None:
    """Who is cared for: named in a column of its own, or ticked under 照顾老人 and 照顾小孩."""
    ticked = {one: soft.yes(f"cares_for_{one}") for one in vocabulary.CARE}
    cell = items(soft.cells.get("care_duties"))
    found = [one for item in cell or [] for one in _cared_for(item, soft)]
    found += [one for one, yes in ticked.items() if yes]
    nobody = cell == [] or (ticked["child"] is False and ticked["elder"] is False)
    return list(dict.fromkeys(found)) or ([] if nobody else None)


def _cared_for(item: str, soft: "_Soft") -> list[str]:
    """Whom an item names, among other words too: 小孩, 家有老人需照料."""
    table = vocabulary.TABLES["care"][1]
    named = {word: one for word, one in table.items() if len(word) > 1 and word in vocabulary.fold(item)}
    if not named or _NO_CARE.search(item):
        soft.complain("care_duties", item)
        return []
    return sorted(set(named.values()), key=vocabulary.CARE.index)


def _residence(cells: Cells) -> str | None:
    cell = cells.get("residence")
    parts = items(cell) if cell and (cell.startswith("[") or "/" in cell) else [cell] if cell else []
    state = cells.get("state")
    if state and not any(state in part for part in parts or []):
        parts = [state, *(parts or [])]
        return " ".join(parts)
    return one_place(parts) if parts else None


def _health(cell: str | None) -> list[str] | None:
    if cell is None:
        return None
    return [] if _HEALTHY.match(cell) else items(cell)


def _willing(soft: _Soft) -> bool | None:
    cell = soft.cells.get("wants_work")
    if cell and _UNDECIDED.search(cell):
        return None
    if cell and len(cell) > 2:
        return not _NEGATED.match(cell) if "愿" in cell or "求职" in cell else soft.yes("wants_work")
    return soft.yes("wants_work")


def _status(soft: _Soft) -> str | None:
    cell = soft.cells.get("status")
    if cell in ("是", "否"):  # the column asks 是否就业
        return "employed" if cell == "是" else "unemployed"
    return soft.word("status")


def _groups(soft: _Soft, low_income: bool | None, zero: bool | None) -> list[str] | None:
    found = soft.words("groups", "groups")
    more = [("低保", low_income), ("零就业家庭", zero), ("残疾", soft.yes("disabled")),
            ("就业困难", soft.yes("employment_difficulty"))]  # fmt: skip
    said = [group for group, yes in more if yes]
    return list(dict.fromkeys([*(found or []), *said])) if found is not None or said else None
