"""``LeftOut``: who meets nobody at a fair, and which of the reasons it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobmatch.allocation.pairs import LEVEL_NONE, Pairs
from jobmatch.messages import say

NO_LEVEL: Final = "no_level"  # is told as not_willing or too_little_known
NOTHING_FITS: Final = "nothing_fits"  # at the fair, whoever else comes
ABSENT: Final = "absent"  # what fits stays away, or is not to be met
FULL: Final = "full"  # what fits has its people, as many as its openings bear
NO_TIME: Final = "no_time"  # what fits would meet more if the session were longer

_NAMED: Final = 3  # tables, limits: more would not be read


class _Reasoned(NamedTuple):
    """A client's place in the list, a reason, and rows of the market."""

    client: int
    reason: str
    rows: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A client without a meeting: the reason as a code and in words, and what it rests on.

    >>> LeftOut("C-1", 1, NOTHING_FITS, ruled_out={"too_far": 11, "shift": 1}).text
    '到场岗位里没有合适的：太远 11、倒班 1'
    """

    client_id: str
    level: int
    reason: str
    ruled_out: Mapping[str, int] = field(default_factory=dict)  # postings that each limit rules out, the most first
    tables: Mapping[str, str] = field(default_factory=dict)  # what would fit, the best first: id and name

    @property
    def text(self) -> str:
        """The reason in a sentence."""
        return say(f"fair.left-out-{self.reason}", why=_few(self._grounds or [say("fair.no-postings")]))

    @property
    def _grounds(self) -> Sequence[str]:
        if self.reason == NOTHING_FITS:
            return [f"{say(f'excluded.{kind}')} {count}" for kind, count in self.ruled_out.items()]
        return [f"{name} {posting_id}" for posting_id, name in self.tables.items()]

    def to_dict(self) -> dict[str, Any]:
        """The client as JSON."""
        said = {"client_id": self.client_id, "level": self.level, "reason": self.reason}
        return said | {"ruled_out": dict(self.ruled_out), "tables": list(self.tables), "text": self.text}


def _few(words: Sequence[str]) -> str:
    more = say("fair.and-more", count=len(words)) if len(words) > _NAMED else ""
    return say("word.comma").join(words[:_NAMED]) + more


def left_out(every: Pairs, allowed: Pairs, chosen: Pairs, too_short: NDArray[np.bool_]) -> Iterator[_Reasoned]:
    """Who of the clients meets nobody, in their order, why, and about which rows they would, the best first.

    ``too_short`` says of each row of the market whether its table would meet more people in more time.
    """
    unmet = np.bincount(chosen.client, minlength=len(every.levels)) == 0
    suits, open_to = (_rows(pairs, unmet) for pairs in (every, allowed))
    for at in np.flatnonzero(unmet).tolist():
        if every.levels[at] == LEVEL_NONE:
            yield _Reasoned(at, NO_LEVEL)
        elif at in every.ruled_out:
            yield _Reasoned(at, NOTHING_FITS)
        elif at not in open_to:
            yield _Reasoned(at, ABSENT, suits[at])
        else:
            yield _Reasoned(at, NO_TIME if too_short[open_to[at]].any() else FULL, open_to[at])


def _rows(pairs: Pairs, of_whom: NDArray[np.bool_]) -> dict[int, list[int]]:
    """The rows of some clients' pairs, by client, the best first."""
    some = np.flatnonzero(of_whom[pairs.client])
    found: dict[int, list[int]] = {}
    for at in some[np.argsort(-pairs.worth[some], kind="stable")].tolist():
        found.setdefault(int(pairs.client[at]), []).append(int(pairs.row[at]))
    return found
