"""How a matching fair is run: times, meetings a client, decided and forbidden pairs."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from jobmatch.errors import UsageError
from jobmatch.settings import load

_SESSION: Final = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)[-–—~至到]{1,2}([01]?\d|2[0-4]):([0-5]\d)")
_BETWEEN: Final = re.compile(r"[,、;]")

Pair = tuple[str, str]  # client_id, posting_id


def times_of(sessions: Sequence[str], minutes: int) -> tuple[str, ...]:
    """The times at which meetings begin.

    >>> times_of(["09:00-09:45", "13:30-14:00"], 15)
    ('09:00', '09:15', '09:30', '13:30', '13:45')
    >>> times_of(["９：００—９：３０、14:00至14:15"], 15)
    ('09:00', '09:15', '14:00')
    """
    found = []
    for session in (one for several in sessions for one in _BETWEEN.split(unicodedata.normalize("NFKC", several))):
        seen = _SESSION.fullmatch("".join(session.split()))
        if not seen:
            raise UsageError("session-shape", seen=session)
        start, end = (int(seen[at]) * 60 + int(seen[at + 1]) for at in (1, 3))
        found += [f"{at // 60:02d}:{at % 60:02d}" for at in range(start, end - minutes + 1, minutes)]
    if not found or len(set(found)) < len(found):
        raise UsageError("session-shape", seen=" ".join(sessions))
    return tuple(sorted(found))


def usual_times() -> tuple[str, ...]:
    """The times of the settings.

    >>> len(usual_times())
    10
    """
    return times_of(load().get("fair.sessions"), int(load().number("fair.minutes")))


@dataclass(frozen=True)
class Rules:
    """How a fair is run.

    >>> Rules(times=("09:00", "09:15")).most
    2
    """

    per_client: int = 3
    times: tuple[str, ...] = field(default_factory=usual_times)  # as many as a table can receive people
    never: frozenset[Pair] = frozenset()
    must: frozenset[Pair] = frozenset()
    without: frozenset[str] = frozenset()  # postings whose employer stays away
    before: Mapping[Pair, str] = field(default_factory=dict)  # meetings of an earlier plan, with their times

    @property
    def most(self) -> int:
        """Meetings that a client can have: no more than there are times."""
        return min(self.per_client, len(self.times))

    @classmethod
    def of(
        cls, *, per_client: int = 3, session: Sequence[str] = (), minutes: int | None = None, must: Sequence[str] = (),
        never: Sequence[str] = (), without: Sequence[str] = (), keep: Any = None, named: str = "",
    ) -> "Rules":  # fmt: skip
        """The rules as they are asked for, in words; ``keep`` is the JSON of an earlier plan, ``named`` in errors.

        >>> Rules.of(minutes=75, must=["C-1=P-7"]).must
        frozenset({('C-1', 'P-7')})
        """
        usual = load()
        times = times_of(session or usual.get("fair.sessions"), minutes or int(usual.number("fair.minutes")))
        forbidden, decided = frozenset(pairs_of("never", never)), frozenset(pairs_of("must", must))
        return cls(per_client, times, forbidden, decided, frozenset(map(id_of, without)), _meetings(keep, named))


def id_of(word: str) -> str:
    """An id as tables are read: without the blanks that come along when it is copied from a cell."""
    return " ".join(word.split())


def pairs_of(option: str, words: Sequence[str]) -> list[Pair]:
    """Pairs of a client and a posting.

    >>> pairs_of("why", ["C-1 = P=7"])  # ids that hold the sign are those that systems give to postings
    [('C-1', 'P=7')]
    """
    found = []
    for word in words:
        client, mark, posting = map(id_of, word.partition("="))
        if not (client and mark and posting):
            raise UsageError("pair-shape", option=option, seen=word)
        found.append((client, posting))
    return found


def _meetings(plan: Any, named: str) -> dict[Pair, str]:
    """The meetings of an earlier plan and their times."""
    if plan is None:
        return {}
    try:
        return {(one["client_id"], one["posting_id"]): str(one["starts_at"]) for one in plan["meetings"]}
    except (KeyError, TypeError):
        raise UsageError("no-fair-plan", file=named) from None
