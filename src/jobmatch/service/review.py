"""A profile as a form: what was read, in which words of the note, how surely; and the form as corrections of it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from jobmatch.errors import BadInput, UsageError
from jobmatch.intake.correct import corrected
from jobmatch.messages import said, say
from jobmatch.records.client import Client
from jobmatch.records.profile import Evidence, Profile
from jobmatch.records.vocabulary import CLARITY, EDUCATION, HOURS, STATUS
from jobmatch.reports.rows import field_of, value_of
from jobmatch.service.asked import within_reason
from jobmatch.service.sent import Sent, client_of

Pieces = tuple[tuple[str, bool], ...]  # the note in its order; whether something was read from the piece

# what every form asks, in the order of a talk; of the other fields those that are known
ASKED: Final = (
    "willingness.wants_work", "willingness.available_from", "goal.occupations", "goal.clarity", "goal.refused",
    "conditions.age", "conditions.education", "conditions.major", "conditions.experience", "conditions.skills",
    "conditions.certificates", "conditions.driving_licence", "conditions.health_limits", "conditions.residence",
    "conditions.max_commute_km", "conditions.night_shift_ok", "conditions.shift_ok", "conditions.hours",
    "conditions.available_hours", "attitude.pay_min", "attitude.pay_wanted", "family.care_duties",
    "family.zero_employment", "family.low_income", "registration.status", "registration.registered_on",
    "registration.unemployed_since", "registration.groups",
)  # fmt: skip
_CHOICES: Final[Mapping[str, Sequence[str]]] = {
    "education": EDUCATION, "clarity": CLARITY, "hours": HOURS, "status": STATUS,
}  # fmt: skip
_YES_NO: Final = frozenset(
    ("wants_work", "night_shift_ok", "shift_ok", "zero_employment", "low_income", "resume_ready", "consent")
)
_DATES: Final = ("available_from", "registered_on", "unemployed_since")
_SEPARATE: Final = frozenset(
    ("occupations", "refused", "industries", "skills", "certificates", "languages", "vehicles", "health_limits",
     "places", "misjudgements", "channels", "care_duties", "groups")
)  # fmt: skip
_JOBS: Final = "conditions.experience"
_HOURS: Final = "conditions.available_hours"
_OF_JOB: Final = ("occupation", "years", "ended")
_EMPTY_JOBS: Final = 2  # more past jobs than are known may be filled in
_MOST_JOBS: Final = 50
_NONE: Final = "无"  # as readers of lists take it for none at all


@dataclass(frozen=True)
class Row:
    """One field of the form."""

    path: str
    value: str = ""
    jobs: tuple[dict[str, str], ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    words: str = ""
    sure: str = ""
    ask: str = ""
    fault: str = ""

    @property
    def name(self) -> str:
        """The name of the input."""
        return f"f.{self.path}"

    @property
    def label(self) -> str:
        """What people call the field."""
        return str(field_of(self.path))

    @property
    def hint(self) -> str:
        """How it is written, where that is not plain."""
        name = self.path.rpartition(".")[2]
        if name in _SEPARATE:
            return say("serve.separate")
        return say("serve.date-hint") if name in _DATES else said(f"serve.hint-{name}") or ""


@dataclass(frozen=True)
class Review:
    """A client under review, what a note said of each field, and what is to be asked of others."""

    client: Client
    words: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    conflicts: tuple[str, ...] = ()
    questions: Mapping[str, str] = field(default_factory=dict)
    note: Pieces = ()

    @classmethod
    def of(cls, profile: Profile, text: str) -> "Review":
        """What was read from a note."""
        words = {path: (one.words, one.confidence) for path, one in profile.evidence.items()}
        conflicts = tuple(one.text for one in profile.conflicts)
        asked = {one.field: one.text for one in profile.questions}
        return cls(profile.client, words, conflicts, asked, pieces(text, profile))

    @classmethod
    def from_json(cls, data: Any) -> "Review":
        """The review that a page has kept in a hidden field."""
        try:
            words = {str(path): (str(words), float(sure)) for path, (words, sure) in data["words"].items()}
            asked = {str(path): str(text) for path, text in data["questions"].items()}
            note = tuple((str(piece), bool(is_read)) for piece, is_read in data["note"])
            return cls(client_of(data["client"]), words, tuple(map(str, data["conflicts"])), asked, note)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise UsageError("request-form") from None

    def to_json(self) -> str:
        """The review for a hidden field."""
        names = ("words", "conflicts", "questions", "note")
        return json.dumps({"client": self.client.to_dict(), **{name: getattr(self, name) for name in names}})

    def rows(self, sent: Sent | None = None, fault: UsageError | None = None) -> dict[str, list[Row]]:
        """The form by part of the profile; with what was sent where something of it was not taken."""
        data = self.client.to_dict()
        parts: dict[str, list[Row]] = {}
        for path in self._paths(data):
            row = self._row(path, _value(data, path))
            if sent is not None:
                row = replace(row, **_as_sent(row, sent))
            if fault is not None and _is_of(str(fault.values.get("field")), row):
                told = row.hint if path == _HOURS else fault.values.get("remedy")
                row = replace(row, fault=str(told or fault))
            parts.setdefault(path.partition(".")[0], []).append(row)
        return parts

    def _paths(self, data: Mapping[str, Any]) -> list[str]:
        """The fields of the form: those that are always asked, then the others that are known or asked for."""
        parts = [part for part, value in Client.model_fields.items() if hasattr(value.annotation, "model_fields")]
        more = [
            f"{part}.{name}" for part in parts if part != "override" for name, value in data[part].items()
            if value is not None or f"{part}.{name}" in self.questions
        ]  # fmt: skip
        return sorted(dict.fromkeys((*ASKED, *more)), key=lambda path: parts.index(path.partition(".")[0]))

    def _row(self, path: str, value: Any) -> Row:
        words, sure = self.words.get(path, ("", 0.0))
        jobs, text = (_jobs(value), "") if path == _JOBS else ((), shown(path, value))
        ask = self.questions.get(path, "") if value is None else ""
        return Row(path, text, jobs, tuple(_choices(path)), words, f"{sure:.0%}" if words else "", ask)

    def with_changes(self, sent: Sent) -> Client:
        """The client with what somebody has changed in the form."""
        data = self.client.to_dict()
        changes = [f"{path}={new}" for path in self._paths(data) if (new := _change(path, _value(data, path), sent))]
        evidence: dict[str, Evidence] = {}
        changed = within_reason(corrected(Profile(self.client, evidence, (), ()), changes).client)
        if (named := sent["client_id"]) and named != self.client.client_id:
            try:
                return Client.from_dict(changed.to_dict() | {"client_id": named})
            except BadInput as fault:
                raise UsageError("set-value", field="client_id", remedy=fault.values.get("remedy", "")) from None
        return changed


def _is_of(field: str, row: Row) -> bool:
    """Whether what is amiss lies in a row: a field has its path, or its label, or is one of several there."""
    return field in (row.path, row.label) or field.startswith((f"{row.path}[", f"{row.path}."))


def _value(data: Mapping[str, Any], path: str) -> Any:
    part, _, name = path.partition(".")
    return data[part].get(name)


def shown(path: str, value: Any) -> str:
    """A value as it stands in an input, and can be read again.

    >>> shown("conditions.skills", ["盘点", "Excel"]), shown("conditions.certificates", [])
    ('盘点、Excel', '无')
    >>> shown("conditions.available_hours", [{"days": "weekday", "from": "08:30", "to": "17:30"}])
    '工作日08:30-17:30'
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value in ([], ()):
        return _NONE
    if path == _HOURS:
        return "、".join(f"{value_of('days', one['days']) or ''}{one['from'] or ''}-{one['to'] or ''}" for one in value)
    return str(value) if path.rpartition(".")[2] in _CHOICES else str(value_of(path, value))


def _choices(path: str) -> Iterator[tuple[str, str]]:
    """What may be chosen, and what people call it."""
    name = path.rpartition(".")[2]
    if name in _YES_NO:
        yield from (("", say("serve.unknown")), ("true", say("word.yes")), ("false", say("word.no")))
    elif name in _CHOICES:
        yield "", say("serve.unknown")
        yield from ((word, str(value_of(path, word))) for word in _CHOICES[name])


def _jobs(value: Any) -> tuple[dict[str, str], ...]:
    """The past jobs for the inputs, and some empty ones behind them."""
    known = [{name: _plain(one.get(name)) for name in _OF_JOB} for one in value or ()]
    return (*known, *(dict.fromkeys(_OF_JOB, "") for _ in range(_EMPTY_JOBS)))


def _plain(value: Any) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _as_sent(row: Row, sent: Sent) -> dict[str, Any]:
    """What somebody has typed into the inputs of a row."""
    return {"jobs": tuple(_jobs_sent(sent))} if row.jobs else {"value": sent[row.name]}


def _jobs_sent(sent: Sent) -> Iterator[dict[str, str]]:
    for at in range(_MOST_JOBS):
        if f"f.{_JOBS}.{at}.occupation" not in sent.fields:
            return
        yield {name: sent[f"f.{_JOBS}.{at}.{name}"] for name in _OF_JOB}


def _change(path: str, value: Any, sent: Sent) -> str | None:
    """What a field is changed to, as ``--set`` takes it; None where it was left as it is."""
    if path == _JOBS:
        new = [one for one in _jobs_sent(sent) if any(one.values())]
        if new == [one for one in _jobs(value) if any(one.values())]:
            return None
        return json.dumps([{name: text or None for name, text in one.items()} for one in new] or None)
    if f"f.{path}" not in sent.fields or sent[f"f.{path}"] == shown(path, value):
        return None
    new_text = sent[f"f.{path}"] or "null"
    return (
        json.dumps(new_text) if re.fullmatch(r"\d{4,}-?.*", new_text) and path.endswith(("_on", "since")) else new_text
    )


def pieces(text: str, profile: Profile) -> Pieces:
    """The note cut at what was read from it.

    >>> from jobmatch.intake.notes import read_notes
    >>> pieces("49岁，爱唱歌", read_notes("49岁，爱唱歌"))
    (('49岁', True), ('，爱唱歌', False))
    """
    from jobmatch.intake.notes import masking  # whoever serves no notes does not wait for their readers

    hide = masking(text)
    cut = tuple((hide(piece), is_read) for piece, is_read in _cut(text, profile) if piece)
    whole = hide(text)  # a number that was cut in two would no longer be known as one
    return cut if "".join(piece for piece, _ in cut) == whole else ((whole, False),)


def _cut(text: str, profile: Profile) -> Iterator[tuple[str, bool]]:
    found = sorted((part.start, part.end) for one in profile.evidence.values() for part in one.parts or (one,))
    at = 0
    for start, end in found:
        if end > at:
            yield text[at:start], False
            yield text[max(at, start) : end], True
            at = end
    yield text[at:], False
