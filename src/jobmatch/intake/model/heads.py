"""What a stretch of a note can tell: the heads of the tagger, each a field, or a field with one of its values."""

from collections.abc import Mapping
from typing import Any, Final

# Fields whose value is the stretch itself.
TEXTS: Final[Mapping[str, str]] = {
    "conditions.experience": "done",
    "goal.occupations": "wanted",
    "goal.refused": "refused",
    "attitude.left_last_job_because": "reason",
    "conditions.residence": "residence",
    "attitude.places": "place",
    "conditions.skills": "skill",
    "conditions.certificates": "certificate",
    "conditions.languages": "language",
    "conditions.health_limits": "health",
    "conditions.school": "school",
    "conditions.major": "major",
    "registration.groups": "group",
}
# Fields whose value is reckoned from the stretch.
READ: Final[Mapping[str, str]] = {
    "conditions.age": "age",
    "attitude.pay_min": "pay_min",
    "attitude.pay_wanted": "pay_wanted",
    "conditions.education": "education",
    "registration.unemployed_since": "since",
    "conditions.driving_licence": "licence",
    "conditions.available_hours": "available",
    "conditions.max_commute_km": "commute",
    "registration.registered_on": "registered",
    "ability.failed_applications": "failed",
    "willingness.available_from": "from",
}
# Fields with a few values: a head for each.
VALUES: Final[Mapping[str, tuple[Any, ...]]] = {
    "family.care_duties": ("child", "elder", "sick"),
    "conditions.night_shift_ok": (True, False),
    "conditions.shift_ok": (True, False),
    "conditions.hours": ("full", "part"),
    "registration.status": ("unemployed", "employed", "flexible", "new_graduate", "student", "retired"),
    "ability.resume_ready": (True, False),
    "ability.interview_experience": (True, False),
    "willingness.wants_work": (True, False),
    "goal.clarity": ("clear", "vague", "none"),
    "audit.marital_status": ("已婚", "未婚", "离异", "丧偶"),
    "audit.gender": ("男", "女"),
    "family.low_income": (True,),
    "family.zero_employment": (True,),
}
# Fields of which a note may say that there is nothing.
NOTHING: Final = (
    "conditions.experience",
    "conditions.certificates",
    "conditions.health_limits",
    "family.care_duties",
    "conditions.driving_licence",
)
HEADS: Final[tuple[str, ...]] = (
    *TEXTS.values(),
    *READ.values(),
    *(f"{field}={value}" for field, values in VALUES.items() for value in values),
    *(f"{field}=nothing" for field in NOTHING),
)
AT: Final[Mapping[str, int]] = {head: at for at, head in enumerate(HEADS)}


def head_of(field: str, value: Any) -> str | None:
    """The head that tells ``value`` of a field; None where the tagger knows nothing of it.

    >>> head_of("conditions.residence", "兴城"), head_of("family.care_duties", "elder")
    ('residence', 'family.care_duties=elder')
    >>> head_of("conditions.driving_licence", "none"), head_of("audit.ethnicity", "满族")
    ('conditions.driving_licence=nothing', None)
    """
    if isinstance(value, Mapping) and "occupation" not in value:
        return None  # years of work without its kind, or hours
    if field in NOTHING and value in (None, "none", []):
        return f"{field}=nothing"
    if field in VALUES:
        return f"{field}={value}" if value in VALUES[field] else None
    return TEXTS.get(field) or READ.get(field)


def heads_of(field: str) -> tuple[str, ...]:
    """Every head that tells something of a field.

    >>> heads_of("conditions.night_shift_ok")
    ('conditions.night_shift_ok=True', 'conditions.night_shift_ok=False')
    """
    own = tuple(table[field] for table in (TEXTS, READ) if field in table)
    return own + tuple(head for head in HEADS if head.startswith(f"{field}="))
