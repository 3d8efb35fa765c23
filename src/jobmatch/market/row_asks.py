"""What a posting asks for, of its columns, its text and the work that it is."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from jobmatch.market.cells import openings_of, read_day, text_of
from jobmatch.market.columns import PAPER, STUDY
from jobmatch.patterns import late
from jobmatch.records.requirements import Requirements
from jobmatch.screening import Finding
from jobmatch.text.asked.alternatives import instead_of_years
from jobmatch.text.asked.demand_list import demand_bits
from jobmatch.text.asked.demands import demands_in, duties_in
from jobmatch.text.asked.demands_of_work import OfWork, demands_of_work
from jobmatch.text.asked.education import education_in
from jobmatch.text.asked.licence_ladder import licence_classes
from jobmatch.text.asked.licences import bare_class, parse_licence
from jobmatch.text.asked.papers_by_law import Law, required_by_occupation
from jobmatch.text.asked.requirements import Posted, read_each
from jobmatch.text.asked.skills import skill_ids, skill_names
from jobmatch.text.clauses import longest_read
from jobmatch.text.fold import fold, fold_lines
from jobmatch.text.work.duties import BY_EMPLOYER, Told, in_words

_FEMALE = re.compile("[女妇婦媽妈姐嫂妹]|阿姨|female|wom[ae]n|lad(?:y|ies)|girl", re.I)
_MALE = re.compile(r"[男]|小伙|先生|(?<!fe)male|\bm[ae]n\b|gentlem|guys", re.I)
_ONE_SEX = late(r"(?:^|(?<=[^\w男女/]))[男女](?:[性士生工的]|同志)?(?=[,，;；。、\n\d]|$)", re.M)  # 女,20-45岁
_BOTH_SEXES: Final = late(
    r"男[^,，;；。\n女]{0,4}\d{1,3} ?[名人个]?[^,;；。\n]{0,2}女[^,，;；。\n]{0,4}\d"
)  # 男6女6: so many of each


def requirements_of(row: Mapping[str, Any], title: str, text: str, as_of: date | None = None) -> Requirements:
    """What the columns and the text ask; a last day without a year follows the day of posting, else ``as_of``."""
    folded, called = fold_lines(text[: longest_read()]).lower(), fold(title[: longest_read()]).lower()
    return read_each([posted(row, called, folded, as_of)])[0]


def posted(row: Mapping[str, Any], title: str, text: str, as_of: date | None) -> Posted:
    """What is read of a posting for what it asks; title and text are folded, and in lower case."""
    return Posted(
        text,
        title,
        read_day(row, "posted_on") or as_of,
        education=text_of(row, "education") or None,
        experience=text_of(row, "experience") or None,
        age=text_of(row, "age") or None,
        openings=openings_of(row),
        closes_on=read_day(row, "closes_on"),
        hours=text_of(row, "hours") or None,
        employment_type=text_of(row, "employment_type") or None,
    )


def will_do_instead(asked: Requirements, text: tuple[str, str]) -> int:
    """What will do in place of the years: a rung of schooling, the field of study, or a paper; 0 where nothing will."""
    instead = instead_of_years(text[1]) if asked.years else None
    if instead == "schooling":  # a column that asks for other schooling asks for it in any case
        return asked.education if asked.education and asked.education == education_in(text[1]) else 0
    return {"study": STUDY, "paper": PAPER}.get(instead or "", 0)


def demands_asked(title: str, work: Told, text: str) -> tuple[int, int, int]:
    """What a posting asks of the body by its words and its work, at times, and what of that its text speaks of.

    What the text says that there is not, such work does not ask at times, and what it asks elsewhere is to be asked.
    """
    folded, of_work = " ".join(text[: longest_read()].split()).lower(), _of_work(title, work)
    asked, duties = demands_in(folded), duties_in(folded)
    always = asked | (of_work.always - duties.spared)
    at_times = (of_work.at_times - duties.spared | (of_work.always & duties.spared) | duties.told) - always
    return demand_bits(always), demand_bits(at_times), demand_bits(duties.told - always)


def _of_work(title: str, work: Told) -> OfWork:
    """What the work asks of the body; where only the employer tells what it is, it may ask that."""
    asks = demands_of_work(in_words(title, work.work))
    return demands_of_work(title) | asks.at_most_times() if work.by == BY_EMPLOYER else asks


def licence_asked(title: str, text: str, law: Law | None = None) -> str | None:
    """The driving class asked: by the text, else by the law for the work in the title."""
    need = parse_licence(text)
    by_law = [one.licence for one in required_by_occupation(title, law) if one.licence]
    bare = bare_class(text) if by_law and need.asked in (None, "any") else None
    asked = [one for one in (need.asked if need.required is not False else None, bare) if one]
    return max([*asked, *by_law], key=licence_classes().index, default=None)


def skills_asked(text: str) -> dict[str, bool]:
    """Skill → required, for those that the text asks for or welcomes."""
    required, welcome = skill_ids(text)
    names = skill_names()
    return {names[skill]: True for skill in required} | {names[skill]: False for skill in welcome}


def gender_asked(warnings: Sequence[Finding], text: str) -> str | None:
    """The one sex that is asked for or preferred: in words that screening found, or alone; None where both are."""
    words = "".join(one.words for one in warnings if one.kind == "gender" and one.probability is None)
    if "男" in words and _BOTH_SEXES.search(text):
        return None
    if not words and ("男" in text) != ("女" in text):
        words = "".join(_ONE_SEX.findall(text))
    female, male = bool(_FEMALE.search(words)), bool(_MALE.search(words))
    return None if female == male else "女" if female else "男"
