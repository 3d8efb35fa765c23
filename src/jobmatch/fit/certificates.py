"""Certificates and driving licence: are those that the posting asks there?"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

import numpy as np

from jobmatch.fit.case import Case, Mask, Measured, Values
from jobmatch.messages import in_script, listing, own_words, say
from jobmatch.patterns import late
from jobmatch.text.asked.certificate_list import name_in_taiwan
from jobmatch.text.asked.certificates import certificate_names, certificates, find_certificates, is_hard_certificate
from jobmatch.text.asked.licence_ladder import licence_classes
from jobmatch.text.asked.unnamed_papers import fields_of_papers

NAME = "certificates"
_A_PAPER: Final = late("[證证照書书]|證?明|资格|資格|[體体][檢检]|检查|檢查")  # 具護理師 names one by who holds it
_LISTS_KEPT: Final = 1024  # of a caseload many hold none, or the same one


@lru_cache(maxsize=_LISTS_KEPT)
def shares_held(held: frozenset[str] | None) -> Values:
    """1 for each certificate held, 0 for the others, in the order of the list of names."""
    return np.array([name in (held or ()) for name in certificate_names()], dtype=np.float64)


@lru_cache(maxsize=_LISTS_KEPT)
def _shares_there(held: frozenset[str] | None, soon: float) -> Values:
    """How much of each certificate counts as there: all of one held, ``soon`` of one that is got in weeks."""
    in_weeks = [entry.obtainable_days is not None for entry in certificates()]
    return np.maximum(shares_held(held), np.array(in_weeks) * soon)


def measure(case: Case) -> Measured:
    """The share of what is asked that the client holds; a posting that asks nothing is open to everybody.

    A certificate that is only preferred counts half of one that is required, one that is got in weeks is partly
    there already (``soon``), a licence counts as required.
    """
    preferred, lists = case.settings.number("certificates.preferred"), case.market.certificates
    papers = lists.required[case.rows] + preferred * lists.preferred[case.rows]
    drives = case.column("licence") >= 0
    have, known = _held(case)
    value = np.where(papers + drives > 0, have / np.maximum(papers + drives, 1e-9), 1.0)
    return Measured(value, known | (papers + drives == 0))


def _held(case: Case) -> Measured:
    """How much of what is asked is held, and where that is known."""
    licence, facts, lists = case.column("licence"), case.facts, case.market.certificates
    shares = _shares_there(facts.certificates, case.settings.number("certificates.soon"))
    papers = lists.held(lists.worth(shares, case.settings.number("certificates.preferred")), case.rows)
    covers = np.array([bool(one) for one in facts.licence_by_class])
    said = np.array([one is not None for one in facts.licence_by_class])
    asks_papers = (lists.required[case.rows] > 0) | (lists.preferred[case.rows] > 0)
    papers_known = ~asks_papers if facts.certificates is None else np.ones(len(case.rows), dtype=np.bool_)
    return Measured(papers + ((licence >= 0) & covers[licence]), papers_known & ((licence < 0) | said[licence]))


def reason(case: Case, at: int, value: float, known: bool) -> str:
    """Why, for one row."""
    row, names = int(case.rows[at]), certificate_names()
    required = {names[which]: is_required for which, is_required in case.market.certificates.of_row(row)}
    papers, licence = list(required), int(case.market.licence[row])
    drives = [licence_name(licence, case.facts.in_taiwan)] if licence >= 0 else []
    if not papers + drives:
        return say("reason.certificates.open")
    musts, welcome = ([one for one in papers if required[one] is must] for must in (True, False))
    asked = _asked(named(case, row, musts) + drives, named(case, row, welcome))
    if not known and papers and drives and case.facts.licence_by_class[licence]:  # the licence is there, that is known
        there = say("reason.certificates.has", asked=_asked(drives, []))
        papers_asked = _asked(named(case, row, musts), named(case, row, welcome))
        return say("word.semicolon").join((there, say("reason.certificates.unknown", asked=papers_asked)))
    if not known or value >= 1:
        return say(f"reason.certificates.{'has' if known else 'unknown'}", asked=asked)
    missing = named(case, row, [name for name in papers if name not in (case.facts.certificates or ())])
    missing += drives if licence >= 0 and not case.facts.licence_by_class[licence] else []
    word = "lacks" if len(missing) == len(papers + drives) else "lacks-some"
    return say(f"reason.certificates.{word}", asked=asked, missing=listing(missing))


def _asked(required: list[str], welcome: list[str]) -> str:
    """What is asked, and what is only welcome, each in words of its own."""
    words = (("asks", required), ("welcomes", welcome))
    return say("word.semicolon").join(
        say(f"reason.certificates.{word}", papers=listing(own)) for word, own in words if own
    )


def unnamed_papers(case: Case, row: int) -> tuple[str, ...]:
    """The fields of which a posting asks a paper without naming it, where the client's papers tell of none."""
    text, held = case.market.shown.text, case.facts.client.conditions.certificates or ()
    asked = fields_of_papers("\n".join((text(row, "description"), text(row, "requirements"))))
    return tuple(field for field in asked if not any(field in paper for paper in held))


def named(case: Case, row: int, papers: Sequence[str]) -> list[str]:
    """Certificates as they are told: in Taiwan, whose papers have other names, as the posting says them."""
    if not case.facts.in_taiwan:
        return list(map(own_words, papers))
    text = case.market.shown.text
    texts = [text(row, name) for name in ("requirements", "description", "title")]
    found = chain.from_iterable(map(find_certificates, texts))
    said = {one.name: one.words for one in found if not one.negated and _A_PAPER.search(one.words)}
    return [
        in_script(said[name], "\n".join(texts)) if name in said else own_words(name_in_taiwan(name)) for name in papers
    ]


def holds_paper_of_work(case: Case) -> Mask:
    """Where the client holds a paper that a posting asks and that takes a course: who has it has learned the work."""
    held = frozenset(filter(is_hard_certificate, case.facts.certificates or ()))
    lists = case.market.certificates
    return np.asarray(lists.held(lists.worth(shares_held(held), 1.0), case.rows) > 0)


def licence_name(place: int, in_taiwan: bool = False) -> str:
    """A driving licence in words, by its place in the list of classes."""
    name = licence_classes()[place].replace("any", "")
    return say("reason.certificates.licence", licence=own_words(name_in_taiwan(name) if in_taiwan else name))
