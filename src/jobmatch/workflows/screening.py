"""Postings in which something is unlawful or suspicious."""

from collections import Counter
from typing import TYPE_CHECKING

from jobmatch.messages import listing, say
from jobmatch.workflows.source import Source, Tell, postings_of, quiet

if TYPE_CHECKING:
    from jobmatch.dataset.catalogues import MinimumWage
    from jobmatch.dataset.postings import Postings
    from jobmatch.market.screened import Screened


_IDS_TOLD = 20  # of postings that have no rate: more would not be read


def screen(source: Source, minimum_wage: str | None = None, tell: Tell = quiet) -> "tuple[list[Screened], bool]":
    """The postings in which something is unlawful or suspicious; ``minimum_wage`` is yuan a month, or a table."""
    from jobmatch.market.screened import screen_postings

    postings = postings_of(source, tell)
    rates = _rates(minimum_wage, postings, source, tell)
    found = screen_postings(postings, rates)
    kinds = Counter(one.kind for posting in found for one in posting.findings if not one.lawful_exception)
    shown = listing(f"{say(f'finding.{kind}')} {count}" for kind, count in kinds.most_common())
    outcome = "screened" if kinds else "screened-lawful" if found else "screened-none"
    tell(say(f"progress.{outcome}", read=len(postings), found=len(found), kinds=shown))
    if silent := _without_text(postings):
        tell(say("progress.screened-silent", count=silent))
    return found, bool(postings.balance.rejected)


def _without_text(postings: "Postings") -> int:
    """Of how many postings neither what is to be done nor what is asked was read: nothing found says little there."""
    texts = postings.frame[["description", "requirements"]]
    return int(texts.isna().all(axis=1).sum())


def _rates(
    minimum_wage: str | None, postings: "Postings", source: Source, tell: Tell
) -> "list[MinimumWage | None] | None":
    """The minimum wage of each posting, by a figure or a table; which have none is told."""
    from jobmatch.dataset.catalogues import MinimumWage, read_minimum_wages
    from jobmatch.market.low_pay import rates_of

    if minimum_wage is None:
        return None
    try:
        return [MinimumWage.everywhere(float(minimum_wage))] * len(postings)
    except ValueError:
        rates = rates_of(postings, read_minimum_wages(minimum_wage), source.day, source.home)
    missing = [str(posting) for posting, rate in zip(postings.frame["posting_id"], rates, strict=True) if rate is None]
    if missing:
        tell(say("screened.no-rate", count=len(missing), ids=listing(missing, _IDS_TOLD)))
    return rates
