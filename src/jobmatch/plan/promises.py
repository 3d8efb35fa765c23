"""Promises with a date (document 123, 3): which run for a client, what is still missing, what is overdue."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Final

from jobmatch.messages import listing, say
from jobmatch.plan.workdays import add_months
from jobmatch.records.client import Client
from jobmatch.records.plan import Promise
from jobmatch.settings import Settings
from jobmatch.text.dates import first_day

_MONTHS: Final = {"zero_employment_family": 1, "employment": 1, "131": 3}  # as document 123 promises them


def promises(client: Client, day: date, settings: Settings, given: Collection[str]) -> Iterator[Promise]:
    """The promises that run; ``given`` names what of the 131 service is there: guidance, jobs, training.

    Counted from the registration, or from ``day`` where it is not known. Who does not want work, has it,
    or is too young for it by law, was promised nothing but to be asked again.
    """
    if client.registration.status in ("employed", "retired", "student"):
        return
    begin = first_day(client.registration.registered_on) if client.registration.registered_on else day
    if client.family.zero_employment or "零就业家庭" in (client.registration.groups or ()):
        yield _promise("zero_employment_family", begin, day, ("stable_work",))
    if client.willingness.wants_work is False or below_working_age(client, settings):
        return
    if _of_working_age(client, settings):
        yield _promise("employment", begin, day, ("stable_work",))
    yield _promise("131", begin, day, tuple(part for part in ("guidance", "jobs", "training") if part not in given))


def below_working_age(client: Client, settings: Settings) -> bool:
    """Known to be so young that the law lets nobody employ them (劳动法 第15条)."""
    age = client.conditions.age
    return age is not None and age < settings.number("age.youngest")


def _of_working_age(client: Client, settings: Settings) -> bool:
    """Known to be of working age and to want work; what is not known is promised to nobody."""
    age = client.conditions.age
    lawful = age is not None and settings.number("age.youngest") <= age < settings.number("age.statutory_retirement")
    return lawful and client.willingness.wants_work is True


def _promise(kind: str, begin: date, day: date, missing: tuple[str, ...]) -> Promise:
    due = add_months(begin, _MONTHS[kind])
    left = listing(say(f"promise.missing.{part}") for part in missing) or say("promise.missing.nothing")
    key = "131-planned" if kind == "131" else kind  # what a plan leaves out is not yet planned, and may have been given
    text = say(f"promise.{key}", due=due.isoformat(), missing=left)
    overdue = bool(missing) and day > due
    return Promise(kind, due.isoformat(), missing, overdue, say("promise.overdue", text=text) if overdue else text)
