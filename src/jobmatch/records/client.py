"""A client: what is known of a person who looks for work, in six dimensions (``dimensions``), frozen.

What people write (``"40岁"``, ``"是"``, ``"技校"``, ``"盘点、Excel"``) is read; what cannot be read is refused
with the field, the value and the remedy. Names that no field has are told, with the nearest one that there is.
"""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Annotated, Any, Final, Self

from pydantic import BeforeValidator, Field, ValidationError, model_validator

from jobmatch.errors import BadInput
from jobmatch.messages import say
from jobmatch.patterns import late
from jobmatch.records import coerce
from jobmatch.records.coerce import Unusable
from jobmatch.records.dimensions import (
    Ability,
    Attitude,
    Audit,
    Conditions,
    Experience,
    Family,
    Goal,
    Override,
    Part,
    Registration,
    Slot,
    Text,
    Willingness,
)
from jobmatch.records.signs import harmless
from jobmatch.records.wished_terms import terms_of

_TELLS: Final = ContextVar("_TELLS", default=True)  # whether a client warns of names that no field has


# null stands for a dimension of which nothing is known
_OR_EMPTY = BeforeValidator(lambda value: {} if value is None else value)


class Client(Part):
    """A person who looks for work; everything but the id is optional.

    >>> client = Client(client_id="C-001", conditions={"age": "40岁", "education": "技校", "skills": "盘点、Excel"})
    >>> client.conditions.age, client.conditions.education, client.conditions.skills
    (40, '中专', ('盘点', 'Excel'))

    What is not said is unknown, which is not the same as none:

    >>> client.conditions.certificates is None
    True
    >>> Client(client_id="C-2", conditions={"certificates": []}).conditions.certificates
    ()

    A value that cannot be is refused:

    >>> Client(client_id="C-003", conditions={"age": 240})
    Traceback (most recent call last):
    jobmatch.errors.BadInput: 字段 conditions.age 的值 240 不能用：请填 0 到 120 之间的年龄。
    """

    client_id: Annotated[str, BeforeValidator(coerce.identity)]
    willingness: Annotated[Willingness, _OR_EMPTY] = Field(default_factory=Willingness)
    goal: Annotated[Goal, _OR_EMPTY] = Field(default_factory=Goal)
    conditions: Annotated[Conditions, _OR_EMPTY] = Field(default_factory=Conditions)
    attitude: Annotated[Attitude, _OR_EMPTY] = Field(default_factory=Attitude)
    ability: Annotated[Ability, _OR_EMPTY] = Field(default_factory=Ability)
    family: Annotated[Family, _OR_EMPTY] = Field(default_factory=Family)
    registration: Annotated[Registration, _OR_EMPTY] = Field(default_factory=Registration)
    audit: Annotated[Audit, _OR_EMPTY] = Field(default_factory=Audit)
    override: Override | None = None
    notes: Text = None

    def __init__(self, /, **data: Any) -> None:
        try:
            super().__init__(**coerce.of_python(data))
        except ValidationError as fault:
            raise _refusal(fault) from None
        if _TELLS.get():
            for key, near in unknown_keys(data):
                warnings.warn(stranger("", key, near), stacklevel=2)

    @model_validator(mode="before")
    @classmethod
    def _with_the_terms_of_the_wish(cls, told: Any) -> Any:
        """When and how long somebody wishes to work is a condition, wherever it is said; what is told there holds."""
        goal, conditions = (told.get(part) for part in ("goal", "conditions")) if isinstance(told, Mapping) else (0, 0)
        if not isinstance(goal, Mapping) or not isinstance(conditions, Mapping | None):
            return told
        try:
            wishes, terms = terms_of(goal.get("occupations"))
        except Unusable:  # its field says so
            return told
        if not (found := terms.conditions()):
            return told
        known = {name: value for name, value in (conditions or {}).items() if not coerce.unknown(value)}
        unclear = {} if wishes or goal.get("clarity") == "none" else {"clarity": "vague"}
        return {**told, "goal": {**goal, "occupations": wishes or None, **unclear}, "conditions": {**found, **known}}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The client of one JSON object."""
        if not isinstance(data, Mapping):
            raise BadInput("client-field", where="", field="{}", seen=_shown(data), remedy=say("remedy.shape"))
        return cls(**{str(key): value for key, value in data.items()})

    def to_dict(self) -> dict[str, Any]:
        """The client as one JSON object, in the words of the contract."""
        return self.model_dump(mode="json", by_alias=True)


@contextmanager
def strangers_told() -> Iterator[None]:
    """Make clients without a warning of names that no field has: who reads them tells of these with their place."""
    before = _TELLS.set(False)
    try:
        yield
    finally:
        _TELLS.reset(before)


def stranger(where: str, key: str, near: str | None) -> str:
    """A sentence on a name that no field has, with the nearest known one."""
    return say("notice.unknown-key-near" if near else "notice.unknown-key", where=where, key=key, near=near)


def _refusal(fault: ValidationError) -> BadInput:
    first = fault.errors(include_url=False)[0]
    cause = first.get("ctx", {}).get("error")
    field = ".".join(str(part) for part in first["loc"])
    if field == "client_id" and not (isinstance(cause, Unusable) and cause.key == "id-form"):
        return BadInput("client-without-id", where="")
    remedy = cause.remedy() if isinstance(cause, Unusable) else say("remedy.shape")
    return BadInput("client-field", where="", field=field, seen=_shown(first["input"]), remedy=remedy)


def _shown(value: Any) -> str:
    """A value for a message: of an object only that it is one, and no number that may be a person's."""
    if isinstance(value, Mapping):
        return "{…}"
    if isinstance(value, (list, tuple)):
        return _shown("、".join(map(_shown, value[:_LISTED]))) + ("…" if len(value) > _LISTED else "") or "[]"
    if isinstance(value, float):  # a number that is one tells nobody's telephone
        return f"{value:g}"
    try:
        words = _LONG_NUMBER.sub("***", harmless(str(value)))
    except ValueError:  # a whole number of more digits than Python writes
        words = "***"
    words = " ".join(words.split())
    return words if len(words) <= 40 else words[:40] + "…"


_LONG_NUMBER: Final = late(r"\d(?:[ -]?\d){9,}[XxＸｘ]?")
_LISTED: Final = 3  # of a list, in a message
_NAMEABLE: Final = late(r"(?:[A-Za-z_][A-Za-z0-9_]{0,39}|[A-Za-z_一-鿿]{1,20})")
_DIGITS: Final = late(r"\d{5}")


def unknown_keys(data: Mapping[str, Any]) -> Iterator[tuple[str, str | None]]:
    """The keys of a client's JSON that no field has, each with the nearest known name.

    >>> list(unknown_keys({"client_id": "C-1", "conditions": {"agee": 3}}))
    [('conditions.agee', 'conditions.age')]
    """
    yield from _strangers(data, Client, "")


_PARTS: dict[str, type[Part]] = {
    "willingness": Willingness, "goal": Goal, "conditions": Conditions, "attitude": Attitude, "ability": Ability,
    "family": Family, "registration": Registration, "audit": Audit, "experience": Experience,
    "available_hours": Slot, "override": Override,
}  # fmt: skip


def known_part(data: Mapping[str, Any]) -> dict[str, Any]:
    """A client's JSON without the keys that no field has.

    >>> known_part({"client_id": "C-1", "姓名": "张某", "conditions": {"age": 40, "name": "张某"}})
    {'client_id': 'C-1', 'conditions': {'age': 40}}
    """
    return _known(data, Client)


@cache
def _names_of(kind: type[Part]) -> frozenset[str]:
    """Every name under which a field of a part may be given."""
    return frozenset(kind.model_fields) | {info.alias for info in kind.model_fields.values() if info.alias}


def _known(data: Mapping[str, Any], kind: type[Part]) -> dict[str, Any]:
    names = _names_of(kind)
    return {key: _known_value(value, _PARTS.get(key)) for key, value in data.items() if key in names}


def _known_value(value: Any, kind: type[Part] | None) -> Any:
    if isinstance(value, (list, tuple)):
        return [_known_value(item, kind) for item in value]
    if isinstance(value, Mapping):
        return _known(value, kind) if kind else {}
    return value


def _nameable(key: str) -> str:
    """A key as it may be shown: what is no name of a field may be a person's data."""
    return key if _NAMEABLE.fullmatch(key) and not _DIGITS.search(key) else "***"


def _strangers(data: Mapping[str, Any], kind: type[Part], before: str) -> Iterator[tuple[str, str | None]]:
    known = _names_of(kind)
    for key, value in data.items():
        if key not in known:
            from difflib import get_close_matches

            near = get_close_matches(str(key), sorted(known), 1)
            yield before + _nameable(str(key)), before + near[0] if near else None
            continue
        for item in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(item, Mapping) and key in _PARTS:
                yield from _strangers(item, _PARTS[key], f"{before}{key}.")
