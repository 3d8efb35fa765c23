"""Certificates: are those that the posting asks there?"""

import numpy as np

from jobmatch.fit.case import Case, Measured
from jobmatch.messages import say
from jobmatch.text.certificates import certificate_names

NAME = "certificates"


def measure(case: Case) -> Measured:
    """The share of the asked certificates that the client holds; a posting that asks none is open.

    A certificate that is only preferred counts half of one that is required.
    """
    preferred = case.settings.number("certificates.preferred")
    lists = case.market.certificates
    total = lists.required[case.rows] + preferred * lists.preferred[case.rows]
    held = case.facts.certificates
    if held is None:
        return Measured(np.where(total == 0, 1.0, 0.0), total == 0)
    mine = {at: 1.0 for at, name in enumerate(certificate_names()) if name in held}
    have = lists.held(mine, preferred)[case.rows]
    return Measured(np.where(total > 0, have / np.maximum(total, 1e-9), 1.0), np.ones(len(case.rows), dtype=np.bool_))


def reason(case: Case, at: int, value: float, known: bool) -> str:
    """Why, for one row."""
    names = certificate_names()
    asked = [names[which] for which, _ in case.market.certificates.of_row(int(case.rows[at]))]
    if not asked:
        return say("reason.certificates.open")
    word = "unknown" if not known else "has" if value >= 1 else "lacks"
    return say(f"reason.certificates.{word}", asked=say("word.comma").join(asked))
