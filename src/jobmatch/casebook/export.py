"""The roster of a casebook as rows that the roster reader takes in again, and what the casebook adds to them."""

import json
from typing import Any, Final

from sqlalchemy import select

from jobmatch.casebook.casebook import Casebook
from jobmatch.casebook.identity import FIELDS, unsealed
from jobmatch.casebook.standing import Standing
from jobmatch.casebook.tables import identity, state
from jobmatch.columns.fields import fields_of
from jobmatch.messages import in_script, said, say, worded

# Roster field → where it stands in a profile.
_FIELDS: Final = {
    "age": "conditions.age", "gender": "audit.gender", "education": "conditions.education",
    "school": "conditions.school", "major": "conditions.major", "skills": "conditions.skills",
    "certificates": "conditions.certificates", "driving_licence": "conditions.driving_licence",
    "residence": "conditions.residence", "max_commute_km": "conditions.max_commute_km",
    "night_shift_ok": "conditions.night_shift_ok", "shift_ok": "conditions.shift_ok", "hours": "conditions.hours",
    "occupations": "goal.occupations", "clarity": "goal.clarity", "refused": "goal.refused",
    "places": "attitude.places", "pay_min": "attitude.pay_min", "pay_wanted": "attitude.pay_wanted",
    "wants_work": "willingness.wants_work", "zero_employment": "family.zero_employment",
    "low_income": "family.low_income", "registered_on": "registration.registered_on",
    "unemployed_since": "registration.unemployed_since", "status": "registration.status",
    "groups": "registration.groups", "health_limits": "conditions.health_limits",
    "languages": "conditions.languages", "care_duties": "family.care_duties", "dependants": "family.dependants",
    "left_because": "attitude.left_last_job_because", "available_from": "willingness.available_from",
    "industries": "goal.industries", "resume_ready": "ability.resume_ready",
    "failed_applications": "ability.failed_applications",
}  # fmt: skip
_WHOSE: Final = {"office": "office", "counsellor": "counsellor", "family_id": "household"}
_OF_STATE: Final = ("level", "category", "next_due", "hired_on", "open")


def roster_rows(book: Casebook, *, with_identity: bool = False) -> list[dict[str, Any]]:
    """A row a client, by id; names and numbers only where they are asked for."""
    asked = select(state, identity.c.body).join(identity, identity.c.client == state.c.client, isouter=True)
    asked = asked.where(state.c.client_id.is_not(None)).order_by(state.c.client_id)
    with book.reading() as connection:
        return [_row(row, with_identity) for row in connection.execute(asked)]


def _row(row: Any, with_identity: bool) -> dict[str, Any]:
    profile = Standing.from_dict(json.loads(row.standing)).profile
    told = {_heading("client_id"): row.client_id}
    if with_identity:
        who = unsealed(row.body) if row.body else {}
        told |= {_heading(name): who.get(name) for name in FIELDS}
    for name, place in _FIELDS.items():
        part, field = place.split(".")
        told[_heading(name)] = _cell(profile.get(part, {}).get(field), f"value.{field}")
    told[_heading("last_job")] = "、".join(map(_job, profile.get("conditions", {}).get("experience", ()))) or None
    told |= {_heading(name): getattr(row, column) for name, column in _WHOSE.items()}
    return told | {say(f"roster.{name}"): _cell(getattr(row, name), "what") for name in _OF_STATE}


def _heading(field: str) -> str:
    """The first of the headings by which the reader knows a field."""
    first = fields_of("client")[field].split()[0]
    return worded({"zh": first, "en": first})


def _cell(value: Any, topic: str) -> Any:
    """A value as the roster reader takes it; words of the program as people say them (``topic``)."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str):
        return said(f"{topic}.{value}") or value
    if isinstance(value, list):
        return "、".join(said(f"{topic}.{one}") or str(one) for one in value) or in_script("无")
    return value.isoformat() if hasattr(value, "isoformat") else value


def _job(job: dict[str, Any]) -> str:
    return f"{job.get('occupation') or ''}{job['years']:g}年" if job.get("years") else job.get("occupation") or ""
