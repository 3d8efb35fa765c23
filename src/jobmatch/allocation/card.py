"""``Card``: what an employer may know of a client before the two have met.

Nothing of a client's own words reaches a card, only what was recognised in them: rungs of schooling, occupations of
the classification, skills and certificates of the lists, years, hours. So no name, number, address, age, gender,
health or family fact can slip in with a note, whatever a roster's cells hold.
"""

import re
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import Any, Final

from jobmatch.fit.facts import Facts
from jobmatch.messages import own_words, say
from jobmatch.records.client import Client
from jobmatch.records.vocabulary import settle
from jobmatch.text.asked.certificates import certificate_names, holds
from jobmatch.text.asked.education import education_name, parse_schooling
from jobmatch.text.asked.skills import canonical_skill, find_skills
from jobmatch.text.work.occupations import find_occupations


@dataclass(frozen=True, slots=True)
class Card:
    """One anonymised résumé; what is not known is None or empty, and not printed."""

    number: str
    education: str | None
    experience: tuple[tuple[str, float | None], ...]  # occupation of the classification, years
    skills: tuple[str, ...]
    certificates: tuple[str, ...]
    driving_licence: str | None
    hours: str | None
    shift_ok: bool | None
    night_shift_ok: bool | None
    available_from: str | None

    def to_dict(self) -> dict[str, Any]:
        """The card as JSON."""
        jobs = [{"occupation": occupation, "years": years} for occupation, years in self.experience]
        return asdict(self) | {"experience": jobs}

    def lines(self) -> tuple[str, ...]:
        """The card in words, a line a fact that is known."""
        lists = (("skills", self.skills), ("certificates", self.certificates))
        said = [("education", own_words(self.education or "")), ("experience", _jobs(self.experience))]
        said += [(name, own_words(say("word.comma").join(values))) for name, values in lists]
        licence = say("card.licence-yes") if self.driving_licence == "yes" else self.driving_licence or ""
        said += [("driving_licence", licence), ("availability", self._availability())]
        return tuple(f"{say(f'card.{name}')}{say('word.colon')}{words}" for name, words in said if words)

    def _availability(self) -> str:
        found = [say("card.from", day=self.available_from)] if self.available_from else []
        found += [say(f"card.hours-{self.hours}")] if self.hours else []
        found += [say(f"card.{name}") for name in ("shift_ok", "night_shift_ok") if getattr(self, name)]
        return say("word.comma").join(found)


# What somebody did at home, was ill with or served is nobody's trade; papers of it are none either.
_PRIVATE: Final = re.compile(
    r"在家|家里|带孩|带娃|看孩|孩子|孙子|孙女|父|母|公公|婆婆|爷爷|奶奶|老伴|丈夫|妻子|家人|照顾|伺候|陪护|陪读|服刑|监|狱|刑满"
    r"|戒毒|拘|养病|住院|生病|康复中|怀孕|产假|月子|太太|全职妈|家庭主妇|主妇|待业|失业|残疾|残障|低保"
)


def _certificates(client: Client) -> tuple[str, ...]:
    """Papers of the list that tell of a trade, and none that tell of the person."""
    known = holds(client.conditions.certificates or ()) & set(certificate_names())
    return tuple(sorted(name for name in known if not _PRIVATE.search(name)))


def _skills(client: Client) -> tuple[str, ...]:
    """Skills of the list, from what the client said of skills and of trades."""
    jobs = [job.occupation for job in client.conditions.experience or () if job.occupation]
    texts = [text for text in (*(client.conditions.skills or ()), *jobs) if not _PRIVATE.search(text)]
    found = {one.skill for text in texts for one in find_skills(text) if not one.negated}
    return tuple(sorted(found | {name for text in texts if (name := canonical_skill(text))}))


def _jobs(experience: tuple[tuple[str, float | None], ...]) -> str:
    return say("word.comma").join(
        own_words(name) if years is None else say("card.years", occupation=own_words(name), years=f"{years:g}")
        for name, years in experience
    )


_LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is taken for another when it is read out
_LENGTH: Final = 8  # a million million numbers: no two cards of a service share one


def card_number(client_id: str, posting_id: str) -> str:
    """The number of a client's card for a posting: the same each time, of another posting another, and no rank.

    >>> card_number("C-1", "P-1"), card_number("C-1", "P-2")
    ('CWWY-TNGS', 'T2RW-RNSC')
    """
    digest = int.from_bytes(blake2b(f"{posting_id}\x1f{client_id}".encode(), digest_size=16).digest())
    letters = "".join(_LETTERS[digest // len(_LETTERS) ** at % len(_LETTERS)] for at in range(_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def card_of(facts: Facts, number: str) -> Card:
    """The card of a client, under a number that says nothing of the person."""
    conditions = facts.client.conditions
    return Card(
        number=number,
        education=_schooling(facts),
        experience=_experience(facts.client, facts.settings.number("card.sure_of_occupation")),
        skills=_skills(facts.client),
        certificates=_certificates(facts.client),
        driving_licence=None if conditions.driving_licence == "none" else conditions.driving_licence,
        hours=conditions.hours,
        shift_ok=conditions.shift_ok,
        night_shift_ok=conditions.night_shift_ok,
        available_from=facts.client.willingness.available_from,
    )


def _schooling(facts: Facts) -> str | None:
    """The kind of school by its usual name (中专 stands on the rung of 高中 and is none), else that of the rung."""
    if not facts.rung:
        return None
    named = settle("education", facts.client.conditions.education or "")
    return named if named and parse_schooling(named) == facts.rung else education_name(facts.rung)


def _experience(client: Client, sure: float) -> tuple[tuple[str, float | None], ...]:
    """Past jobs under their names in the classification, the longest first; the years of like ones added up."""
    years: dict[str, float | None] = {}
    for job in client.conditions.experience or ():
        for found in find_occupations(job.occupation or "", k=1):
            if found.probability < sure or _PRIVATE.search(job.occupation or ""):
                continue
            before = years.get(found.name)
            years[found.name] = before if job.years is None else (before or 0.0) + job.years
    return tuple(sorted(years.items(), key=lambda pair: -(pair[1] or 0.0)))
