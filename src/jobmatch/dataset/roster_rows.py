"""One row of a roster → the JSON of a client: what stands in each column, and what could not be understood."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

from jobmatch.dataset import personal
from jobmatch.records import coerce, vocabulary
from jobmatch.records.coerce import Unusable
from jobmatch.text.dates import parse_date
from jobmatch.text.pay_scale import conventions

Cells = Mapping[str, str]
Complain = Callable[[str, str], None]  # (field, what was seen)

_SEPARATORS: Final = re.compile(r"[、,，;；/|\n]")
_LEVEL: Final = re.compile(r"_(?:MASTER|GOOD|SKILLED|COMMONLY|COMMON|EXPERT|BASIC)$")
_YEARS: Final = re.compile(r"(\d{1,2}(?:\.\d)?)\s?(?:[-~至到—]\s?\d{1,2}\s?)?\+?\s?(?:年|years?|yrs?|$)")
_NO_EXPERIENCE: Final = re.compile(r"^(?:无|無|没有|沒有)|^(?:应届|應屆|在校)|^0年?$|^none$", re.I)
_MONEY: Final = re.compile(r"(\d{1,9}(?:\.\d{1,4})?)\s?(千|k|万|w)?", re.I)
_SCALE: Final = {"千": 1e3, "k": 1e3, "万": 1e4, "w": 1e4}
_HEALTHY: Final = re.compile(
    r"^(?:身体)?(?:健康|良好|较好|很好|好|优良|良|优|正常|无残疾|一般|健全|無)(?:或良好)?$|^[√✓]$|^(?:healthy|good|ok|fine)$",
    re.I,
)
_UNDECIDED: Final = re.compile("明确|确定|犹豫|观望|待定|说不清|未定|不详|不清楚|再看")
_PERIODS: Final = (  # what stands beside an amount that is none of a month
    ("hour", re.compile(r"小时|钟头|时薪|/时|/h", re.I)),
    ("day", re.compile(r"[/每一](?:天|日)|日薪|/day", re.I)),
    ("week", re.compile(r"[/每一]周|周薪|/week", re.I)),
    ("year", re.compile(r"[/每一]年(?!底)|年薪|/year|annual", re.I)),
)
_METRES: Final = re.compile(r"(\d{1,6})\s?(?:米|m)", re.I)
_LEAST_PAY: Final = 100.0  # a month, in any currency: a bare 3.5 is in thousands or in tens of thousands, nobody knows
_MONTH: Final = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])")
_SHORTEST_DATE: Final = 4  # signs: a year; 39 is an age
_ANYWHERE: Final = frozenset(("不限", "不限地区", "均可", "都可以", "全国", "无要求", "无", "any", "anywhere"))
_AUDIT: Final = ("gender", "ethnicity", "religion", "marital_status", "household")
_NEGATED: Final = re.compile(r"^(?:暂?无|没有|不|否|未|無)")


def client_of(cells: Cells, as_of: date, complain: Complain) -> dict[str, Any]:
    """The JSON of a client from the cells of one row, by field; ``complain`` hears of what is not understood.

    >>> row = {"client_id": "7", "age": "40岁", "education": "技校", "pay": "4000-5000", "low_income": "是"}
    >>> made = client_of(row, date(2026, 11, 22), print)
    >>> made["conditions"]["age"], made["conditions"]["education"], made["attitude"], made["registration"]["groups"]
    ('40岁', '中专', {'pay_min': 4000.0, 'pay_wanted': 5000.0}, ['低保'])
    """
    soft = _Soft(cells, complain)
    low_income, zero = soft.yes("low_income"), soft.yes("zero_employment")
    made: dict[str, Any] = {
        "client_id": cells.get("client_id"),
        "willingness": {
            "wants_work": _willing(soft),
            "available_from": _day(cells.get("available_from")),
            "urgency": cells.get("urgency"),
        },
        "goal": _goal(cells, soft),
        "conditions": _conditions(cells, soft, as_of),
        "attitude": _attitude(cells, complain),
        "ability": {
            "resume_ready": soft.yes("resume_ready"),
            "failed_applications": soft.read("failed_applications", coerce.count),
        },
        "family": {
            "care_duties": soft.words("care_duties", "care"),
            "zero_employment": zero,
            "low_income": low_income,
            "dependants": soft.read("dependants", coerce.count),
        },
        "registration": {
            "registered_on": soft.day("registered_on"),
            "unemployed_since": soft.day("unemployed_since"),
            "status": _status(soft),
            "groups": _groups(soft, low_income, zero),
        },
        "audit": {name: cells.get(name) for name in _AUDIT},
        "notes": personal.masked(cells.get("notes", "")) or None,
    }
    return {name: _told(part) if isinstance(part, dict) else part for name, part in made.items() if part is not None}


def _goal(cells: Cells, soft: "_Soft") -> dict[str, Any]:
    return {
        "occupations": _wishes(cells.get("occupations")),
        "clarity": soft.word("clarity"),
        "refused": items(cells.get("refused")),
        "industries": _wishes(cells.get("industries")),
    }


def _conditions(cells: Cells, soft: "_Soft", as_of: date) -> dict[str, Any]:
    return {
        "age": _age(cells, as_of, soft.complain),
        "education": soft.education(),
        "school": cells.get("school"),
        "major": _first(cells.get("major")),
        "experience": _experience(cells, soft.complain),
        "skills": _skills(cells),
        "certificates": items(cells.get("certificates")),
        "languages": items(cells.get("languages")),
        "driving_licence": soft.read("driving_licence", coerce.licence),
        "health_limits": _health(cells.get("health_limits")),
        "residence": _residence(cells),
        "max_commute_km": soft.read("max_commute_km", _kilometres),
        "night_shift_ok": soft.yes("night_shift_ok"),
        "shift_ok": soft.yes("shift_ok"),
        "hours": soft.word("hours"),
    }


def _attitude(cells: Cells, complain: Complain) -> dict[str, Any]:
    low, high = _pay(cells, complain)
    return {
        "pay_min": low,
        "pay_wanted": high,
        "places": places(cells.get("places")),
        "left_last_job_because": cells.get("left_because"),
    }


def _told(part: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in part.items() if value is not None}


class _Soft:
    """Reads fields whose strange values count as unknown, and are said."""

    def __init__(self, cells: Cells, complain: Complain) -> None:
        self.cells, self.complain = cells, complain

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
        found: bool | None = self.read(field, coerce.yes_no)
        return found

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
        cell = _first(self.cells.get("education"))
        word = None if cell is None else education_in(cell)
        if cell is not None and word is None:
            self.complain("education", cell)
        return word

    def day(self, field: str) -> str | None:
        cell = self.cells.get(field)
        day = None if cell is None else _day(cell)
        if cell is not None and day is None:
            self.complain(field, cell)
        return day


@lru_cache(maxsize=1024)
def education_in(text: str) -> str | None:
    """The rung of the ladder that a text names, alone or among other words.

    >>> education_in("大专学历"), education_in("全日制本科（在读）"), education_in("其他")
    ('大专', '本科', None)
    """
    whole = vocabulary.settle("education", text)
    if whole:
        return whole
    folded = vocabulary.fold(text)
    inside = [word for word in vocabulary.TABLES["education"][1] if len(word) > 1 and word in folded]
    return vocabulary.TABLES["education"][1][max(inside, key=len)] if inside else None


def items(cell: str | None) -> list[str] | None:
    """A cell as a list: a JSON or Python list, or words between separators; ``无`` is known to be none.

    >>> items('["保洁","其他"]'), items("叉车证、电工证"), items("无"), items(None)
    (['保洁', '其他'], ['叉车证', '电工证'], [], None)
    """
    if cell is None:
        return None
    if cell.startswith("[") and cell.endswith("]"):
        parts = _literal(cell)
    elif coerce.texts(cell) == ():
        return []
    else:
        parts = _SEPARATORS.split(cell)
    found = list(dict.fromkeys(part.strip() for part in parts if part.strip()))
    return found or None


def _literal(cell: str) -> list[str]:
    try:
        return [str(part) for part in json.loads(cell) if part is not None]
    except (ValueError, TypeError, RecursionError):
        return [part.strip(" '\"") for part in cell[1:-1].split(",")]


def _first(cell: str | None) -> str | None:
    found = items(cell) if cell and cell.startswith("[") else [cell] if cell else None
    return found[0] if found else None


def _wishes(cell: str | None) -> list[str] | None:
    """Wanted occupations or fields; ``不限`` and ``其他`` name none."""
    found = items(cell)
    if found is None:
        return None
    return [item for item in found if item not in ("不限", "其他", "其它", "均可", "都可以", "any", "other")] or None


def places(cell: str | None) -> list[str] | None:
    """Wanted places; province, city and district in one list are one place.

    >>> places('["广东省","广州市","天河区"]'), places("大兴、房山"), places("不限")
    (['广东省广州市天河区'], ['大兴', '房山'], [])
    """
    found = items(cell)
    if not found:
        return found
    if all(item in _ANYWHERE for item in found):
        return []
    return [one_place(found)] if _is_ladder(found) else found


def one_place(parts: list[str]) -> str:
    """Parts of one place as one text, each once."""
    return "".join(dict.fromkeys(parts))


def _is_ladder(parts: list[str]) -> bool:
    if not 2 <= len(parts) <= 4:
        return False
    first, second = parts[0], parts[1]
    if first.endswith(("省", "自治区", "特别行政区")):
        return second.endswith(("市", "州", "盟", "地区", "区", "县", "省"))
    return first.endswith("市") and second.endswith(("区", "县", "旗"))


def _residence(cells: Cells) -> str | None:
    cell = cells.get("residence")
    parts = items(cell) if cell and (cell.startswith("[") or "/" in cell) else [cell] if cell else []
    state = cells.get("state")
    if state and not any(state in part for part in parts or []):
        parts = [state, *(parts or [])]
        return " ".join(parts)
    return personal.masked(one_place(parts)) if parts else None


def _age(cells: Cells, as_of: date, complain: Complain) -> Any:
    """The age that is written, else that of the date of birth, else that of the identity number."""
    written, birth = cells.get("age"), cells.get("birth_date")
    if written and not _dated(written):
        return written
    word = next((one for one in (written, birth) if one and _dated(one)), None)
    if birth and not word:
        complain("birth_date", birth)
    born = _dated(word) if word else personal.birth_of(cells["id_number"]) if cells.get("id_number") else None
    if born is None or born > as_of:
        return None
    if word and len(word.strip("年")) == 4:  # the year alone
        return as_of.year - born.year
    return as_of.year - born.year - ((as_of.month, as_of.day) < (born.month, born.day))


def _dated(word: str) -> date | None:
    """The day, or the first of the month, that a text is: 1980-03-05, 198003."""
    month = _MONTH.fullmatch(word.strip())
    if month:
        return date(int(month[1]), int(month[2]), 1)
    return parse_date(word) if len(word.strip("年 ")) >= _SHORTEST_DATE else None


def _kilometres(cell: str) -> float | None:
    metres = _METRES.fullmatch(cell.strip())
    return float(metres[1]) / 1000 if metres else coerce.amount(cell)


def _day(cell: str | None) -> str | None:
    day = parse_date(cell) if cell else None
    return None if day is None else day.isoformat()


def past_job(cells: Cells) -> dict[str, Any]:
    """One job of a work history: what it was, its years from first to last day, when it ended.

    >>> past_job({"last_job": "cook", "last_job_started": "2010-01-01", "last_job_ended": "2012-07-01"})
    {'occupation': 'cook', 'years': 2.5, 'ended': '2012-07-01'}
    """
    start, end = parse_date(cells.get("last_job_started")), parse_date(cells.get("last_job_ended"))
    years = round((end - start).days / 365.25, 1) if start and end and start <= end else None
    if years is not None and years > 80:  # the years 0114 and 1900 of careless forms
        years = None
    said = {"occupation": cells.get("last_job"), "years": years, "ended": end.isoformat() if end else None}
    return _told(said) if said["occupation"] or years else {}


def _experience(cells: Cells, complain: Complain) -> list[dict[str, Any]] | None:
    total = _years(cells.get("experience_years"), complain)
    jobs = items(cells.get("last_job"))
    ended = _day(cells.get("last_job_ended"))
    if not jobs:
        nothing = total == 0 or jobs == []
        return [] if nothing else None if total is None else [{"years": total}]
    years = _years(cells.get("last_job_years"), complain)
    past = [coerce.job(job) for job in jobs]
    if len(past) == 1:
        first = years if years is not None else past[0].get("years")
        return [_told(past[0] | {"years": first if first is not None else total or None, "ended": ended})]
    rest = (total or 0) - sum(job.get("years", 0) for job in past)  # what the jobs do not say of the years in all
    return [*past, *([{"years": rest}] if rest > 0 else [])]


def _years(cell: str | None, complain: Complain) -> float | None:
    if cell is None:
        return None
    word = unicodedata.normalize("NFKC", cell)[:40]
    if _NO_EXPERIENCE.search(word):
        return 0.0
    try:
        found = _YEARS.search(word)
        return float(found[1]) if found else coerce.years(word)
    except Unusable:
        complain("experience_years", cell)
        return None


def _skills(cells: Cells) -> list[str] | None:
    found = [item for field in ("skills", "keywords") for item in items(cells.get(field)) or []]
    known_none = items(cells.get("skills")) == []
    return list(dict.fromkeys(_LEVEL.sub("", item) for item in found)) or ([] if known_none else None)


def _health(cell: str | None) -> list[str] | None:
    if cell is None:
        return None
    return [] if _HEALTHY.match(cell) else items(cell)


def _pay(cells: Cells, complain: Complain) -> tuple[float | None, float | None]:
    """The least and the wanted pay; one figure alone is the wanted one, ``4000以上`` the least."""
    low = _money(cells.get("pay_min"), "pay_min", complain)[0]
    high = _money(cells.get("pay_wanted"), "pay_wanted", complain)[-1]
    text = cells.get("pay")
    found = _money(text, "pay", complain)
    if text is None or found == (None,):
        return low, high
    if len(found) == 2:
        return (low if low is not None else found[0]), (high if high is not None else found[1])
    at_least = any(word in text for word in ("以上", "起", "不低于", "至少", "+"))
    return (found[0] if at_least and low is None else low), (high if at_least or high is not None else found[0])


def _money(cell: str | None, field: str, complain: Complain) -> tuple[float | None, ...]:
    if cell is None or "面" in cell or cell in ("不限", "无要求"):
        return (None,)
    found = _MONEY.findall(unicodedata.normalize("NFKC", cell).replace(",", "")[:40])[:2]
    if not found:
        complain(field, cell)
        return (None,)
    last = next((scale for _, scale in reversed(found) if scale), "")
    factor = next((conventions().per_month[period] for period, words in _PERIODS if words.search(cell)), 1.0)
    read = tuple(round(float(figure) * _scale(scale or last, float(figure)) * factor, 2) for figure, scale in found)
    if 0 < min(read) < _LEAST_PAY:
        complain(field, cell)
        return (None,)
    return read


def _scale(mark: str, figure: float) -> float:
    return _SCALE.get(mark.lower(), 1.0) if figure < 1000 else 1.0  # in 3000-5千 the mark is not the first one's


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
    more = [("低保", low_income), ("零就业家庭", zero), ("残疾", soft.yes("disabled"))]
    told = [group for group, yes in more if yes]
    return list(dict.fromkeys([*(found or []), *told])) if found is not None or told else None
