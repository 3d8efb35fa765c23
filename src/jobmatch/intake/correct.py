"""A profile corrected by hand: fields set by name, checked like any other value."""

import json
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from jobmatch.errors import BadInput, UsageError
from jobmatch.guidance.questions import without_market
from jobmatch.messages import say
from jobmatch.records.client import Client
from jobmatch.records.profile import Evidence, Profile


def corrected(profile: Profile, said: Sequence[str]) -> Profile:
    """The profile with some fields set: ``conditions.age=49``; a value is JSON or plain words.

    >>> from jobmatch.intake.notes import read_notes
    >>> profile = corrected(read_notes("今年45岁"), ["conditions.age=49", "conditions.skills=盘点、Excel"])
    >>> profile.client.conditions.age, profile.client.conditions.skills
    (49, ('盘点', 'Excel'))

    A field that there is not, or a value that it cannot hold, is refused.

    >>> corrected(profile, ["conditions.agee=49"])
    Traceback (most recent call last):
    jobmatch.errors.UsageError: --set conditions.agee：没有这个字段；最接近的是 conditions.age
    """
    if not said:
        return profile
    fields = dict(_pair(one) for one in said)
    data = profile.client.to_dict()
    for field, value in fields.items():
        part, _, name = field.partition(".")
        data[part] = (data.get(part) or {}) | {name: value}
    client = _checked(data, fields)
    by_hand = {field: _by_hand(client, field) for field in fields}
    return replace(
        profile,
        client=client,
        evidence=profile.evidence | by_hand,
        conflicts=tuple(one for one in profile.conflicts if one.field not in fields),
        questions=without_market(client),
    )


def _pair(said: str) -> tuple[str, Any]:
    field, mark, value = said.partition("=")
    field = field.strip()
    if not mark or not field:
        raise UsageError("set-shape", seen=said)
    if field not in _fields():
        near = get_close_matches(field, _fields(), 1, 0.3)
        raise UsageError("set-field", seen=field, near=near[0] if near else "conditions.age")
    try:
        return field, json.loads(value)
    except ValueError:
        return field, value


def _fields() -> list[str]:
    return [
        f"{part}.{name}"
        for part, info in Client.model_fields.items()
        for name in getattr(info.annotation, "model_fields", ())  # of the dimensions; an override is no reading
    ]


def _checked(data: dict[str, Any], fields: dict[str, Any]) -> Client:
    try:
        return Client.from_dict(data)
    except BadInput as fault:
        raise UsageError(
            "set-value", field=fault.values.get("field", ", ".join(fields)), remedy=fault.values.get("remedy", "")
        ) from None


def _by_hand(client: Client, field: str) -> Evidence:
    part, _, name = field.partition(".")
    value = client.to_dict()[part][name]
    return Evidence(value, say("notes.set"), 0, 0, 1.0)
