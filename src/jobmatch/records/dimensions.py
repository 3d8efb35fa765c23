"""The six dimensions of what is known of a client (P), each a frozen part; what people write in a field is read.

Every field may be missing: None is unknown, and an empty list is known to be empty.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from jobmatch.records import coerce, figures, worked
from jobmatch.records.wished import names_no_work, tells_a_quality, wished_work, wishes_and_refusals

Text = Annotated[str | None, BeforeValidator(coerce.text)]
Texts = Annotated[tuple[str, ...] | None, BeforeValidator(coerce.texts)]
YesNo = Annotated[bool | None, BeforeValidator(coerce.yes_no)]
Count = Annotated[int | None, BeforeValidator(figures.count)]
Amount = Annotated[float | None, BeforeValidator(figures.amount)]
Distance = Annotated[float | None, BeforeValidator(figures.distance)]
Day = Annotated[str | None, BeforeValidator(figures.day)]
Clock = Annotated[str | None, BeforeValidator(figures.clock)]
Age = Annotated[int | None, BeforeValidator(figures.age)]
Years = Annotated[float | None, BeforeValidator(figures.years)]
Licence = Annotated[str | None, BeforeValidator(coerce.licence)]
Education = Annotated[
    Literal["小学", "初中", "高中", "中专", "大专", "本科", "硕士", "博士"] | None,
    BeforeValidator(coerce.word_of("education")),
]
Status = Annotated[
    Literal["unemployed", "employed", "flexible", "new_graduate", "student", "retired"] | None,
    BeforeValidator(coerce.word_of("status")),
]
Days = Annotated[Literal["weekday", "weekend", "any"] | None, BeforeValidator(coerce.word_of("days"))]
Hours = Annotated[Literal["full", "part", "any"] | None, BeforeValidator(coerce.word_of("hours"))]
Clarity = Annotated[Literal["clear", "vague", "none"] | None, BeforeValidator(coerce.word_of("clarity"))]
Groups = Annotated[tuple[str, ...] | None, BeforeValidator(coerce.words_of("groups"))]
Care = Annotated[tuple[str, ...] | None, BeforeValidator(coerce.words_of("care"))]


class Part(BaseModel):
    """A frozen part of the profile; keys that are not known are left out (the readers name them)."""

    # defer_build: a command that never sees a client does not pay for the validators
    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, defer_build=True)


class Willingness(Part):
    """就业意愿: wants work or not, how urgent, from when."""

    wants_work: YesNo = None
    available_from: Day = None
    urgency: Text = None


class Goal(Part):
    """就业目标: wanted occupations in the client's words, how clear they are, what is refused."""

    occupations: Annotated[tuple[str, ...] | None, BeforeValidator(wished_work)] = None
    clarity: Clarity = None
    refused: Texts = None
    industries: Texts = None

    @model_validator(mode="before")
    @classmethod
    def _without_a_goal(cls, told: Any) -> Any:
        """Who takes whatever comes has no goal, however clearly it is said; what is refused in a wish is no wish.

        Who says only how the job should be has a vague one, unless it is said that there is none.
        """
        if not isinstance(told, Mapping):
            return told
        if names_no_work(told.get("occupations")):
            vague = told.get("clarity") != "none" and tells_a_quality(told.get("occupations"))
            return {**told, "clarity": "vague" if vague else "none"}
        wishes, denied = wishes_and_refusals(told.get("occupations"))
        if denied:
            return {
                **told,
                "occupations": wishes or None,
                "refused": (*(coerce.texts(told.get("refused")) or ()), *denied),
            }
        return told


class Experience(Part):
    """One job of the past: what it was, how many years, when it ended."""

    occupation: Text = None
    years: Years = None
    ended: Day = None


class Slot(Part):
    """Hours of a day in which the client can work."""

    days: Days = None
    start: Clock = Field(default=None, alias="from")
    end: Clock = Field(default=None, alias="to")


class Conditions(Part):
    """就业条件: what the client brings, and what is possible."""

    age: Age = None
    education: Education = None
    school: Text = None
    major: Text = None
    experience: Annotated[tuple[Experience, ...] | None, BeforeValidator(worked.jobs)] = None
    skills: Texts = None
    certificates: Texts = None
    languages: Texts = None
    driving_licence: Licence = None
    vehicles: Texts = None  # of one's own, to be brought to work; empty where there is none
    health_limits: Texts = None
    residence: Text = None
    max_commute_km: Distance = None
    night_shift_ok: YesNo = None
    shift_ok: YesNo = None
    hours: Hours = None
    available_hours: Annotated[tuple[Slot, ...] | None, BeforeValidator(coerce.listed)] = None


class Attitude(Part):
    """就业观念: expected pay and places, why the last job was left, misjudgements."""

    pay_min: Amount = None
    pay_wanted: Amount = None
    places: Texts = None
    left_last_job_because: Text = None
    misjudgements: Texts = None


class Ability(Part):
    """求职能力: résumé, interviews, applications."""

    resume_ready: YesNo = None
    interview_experience: YesNo = None
    failed_applications: Count = None
    channels: Texts = None


class Family(Part):
    """家庭情况: care duties, zero-employment family, low income, dependants."""

    care_duties: Care = None
    zero_employment: YesNo = None
    low_income: YesNo = None
    dependants: Count = None  # for the counsellor to see; nothing is computed from it


class Registration(Part):
    """Registration date, status, groups that give rights, consent."""

    registered_on: Day = None
    status: Status = None
    groups: Groups = None
    unemployed_since: Day = None
    consent: YesNo = None


class Override(Part):
    """A level that a counsellor has set against the rules: the reason is needed, who and when may be said."""

    level: Annotated[Literal[1, 2, 3], BeforeValidator(figures.level)]
    reason: Annotated[str, BeforeValidator(coerce.reason)] = Field(default="", validate_default=True)
    by: Text = None
    on: Day = None


class Audit(Part):
    """What is held for the audit by group and enters no score."""

    gender: Text = None
    ethnicity: Text = None
    religion: Text = None
    marital_status: Text = None
    household: Text = None
