"""What is to be asked before somebody is sent there: nobody knows it of the posting, or how it suits the client."""

import numpy as np

from jobmatch.fit.case import Case
from jobmatch.fit.certificates import unnamed_papers
from jobmatch.fit.features import FEATURES
from jobmatch.fit.freshness import days_if_old
from jobmatch.fit.offered_pay import pay_offered, share_of_a_month
from jobmatch.fit.pay import expected
from jobmatch.messages import listing, own_words, say
from jobmatch.ranking.ranked import Ranked
from jobmatch.records.recommendation import LimitLine
from jobmatch.text.asked.sectors import is_of_sector, sectors_asked


def bars_to_ask(ranked: Ranked, at: int) -> tuple[LimitLine, ...]:
    """What nobody knows of the posting or of how it suits the client: counted neither way, and said."""
    row, lines = ranked.case.rows[at], []
    if word := _hardly_believed(ranked.case, row):
        lines.append(_odd_pay(ranked.case, row, word, float(ranked.case.market.pay_of_like[row])))
    elif (times := _of_wish(*ranked.case.beside(at))) >= ranked.case.settings.number("pay.beyond_wish"):
        lines.append(_odd_pay(ranked.case, row, "beyond-wish", times))
    for name, column in (("education", ranked.case.market.education), ("experience", ranked.case.market.years)):
        value, known = ranked.fit.of(name, at)
        if not known and column[row] > 0:
            reason = FEATURES[name].reason(*ranked.case.beside(at), value, known)
            lines.append(LimitLine(name, "unknown", reason))
    if days := days_if_old(*ranked.case.beside(at)):
        lines.append(LimitLine("freshness", "unknown", say("limit.freshness.old", days=days)))
    sectors = _other_sectors(ranked.case, int(row))
    if sectors:
        lines.append(LimitLine("experience", "unknown", say("limit.sector.ask", asked=own_words(listing(sectors)))))
    if fields := unnamed_papers(ranked.case, int(row)):
        lines.append(
            LimitLine("certificate", "unknown", say("limit.certificate.field", fields=own_words(listing(fields))))
        )
    return tuple(lines)


def _other_sectors(case: Case, row: int) -> tuple[str, ...]:
    """The lines of business in one of which a posting asks for experience, where the client's work tells of none."""
    text, conditions = case.market.shown.text, case.facts.client.conditions
    asked = sectors_asked("\n".join((text(row, "description"), text(row, "requirements"))))
    done = (*(job.words for job in case.facts.past), *(conditions.skills or ()), conditions.major or "")
    return () if any(is_of_sector(work, sector) for work in done for sector in asked) else asked


def _odd_pay(case: Case, row: int, word: str, times: float) -> LimitLine:
    shown = case.market.shown.text(int(row), "salary")
    return LimitLine("pay", "unknown", say(f"limit.pay.{word}", shown=shown, times=f"{times:.1f}"))


def _of_wish(case: Case, at: int) -> float:
    """The pay of one posting as a multiple of what the client wants; 0 where one of them is not said."""
    wishes, offered = expected(case), float(pay_offered(case)[at]) * share_of_a_month(case, at)
    return 0.0 if wishes is None or np.isnan(offered) else offered / max(wishes[1], 1.0)


def _hardly_believed(case: Case, row: int) -> str | None:
    """Whether a posting's pay looks mistaken, or high beside that of like postings."""
    if case.market.pay_mistaken[row]:
        return "mistaken"
    return "high" if case.market.pay_of_like[row] > case.settings.number("screening.high") else None
