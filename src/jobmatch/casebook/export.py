"""The roster of a casebook as rows that the roster reader takes in again, and what the casebook adds to them."""

import json
from typing import Any, Final

from sqlalchemy import select

from jobmatch.casebook.casebook import Casebook
from jobmatch.casebook.identity import FIELDS, unsealed
from jobmatch.casebook.standing import Standing
from jobmatch.casebook.tables import identity, state
from jobmatch.columns.fields import fields_of, words
from jobmatch.messages import in_script, said, say, worded

# The fields of a profile that a roster has, in the order of its columns.
_FIELDS: Final = words(
    "conditions.age audit.gender conditions.education conditions.school conditions.major conditions.skills "
    "conditions.certificates conditions.driving_licence conditions.residence conditions.max_commute_km "
    "conditions.night_shift_ok conditions.shift_ok conditions.hours goal.occupations goal.clarity goal.refused "
    "attitude.places attitude.pay_min attitude.pay_wanted willingness.wants_work family.zero_employment "
    "family.low_income registration.registered_on registration.unemployed_since registration.status "
    "registration.groups conditions.health_limits conditions.languages family.care_duties family.dependants "
    "attitude.left_last_job_because willingness.available_from goal.industries ability.resume_ready "
    "ability.failed_applications"
)
_NAMED: Final = {"left_last_job_because": "left_because"}  # as the roster names it
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
    for part, field in (place.split(".") for place in _FIELDS):
        told[_heading(_NAMED.get(field, field))] = _cell(profile.get(part, {}).get(field), f"value.{field}")
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
