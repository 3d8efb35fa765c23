"""Regular expressions that are compiled when they are first used: most of a module's are not, in one question."""

import re
from collections.abc import Iterator
from typing import Any, AnyStr, Generic, cast


class _Late(Generic[AnyStr]):
    """Stands for a pattern, and has its methods as its own from the first use on, at no further cost."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # what copies and inspects objects asks for; no method of a pattern
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        vars(self).update({known: getattr(compiled, known) for known in dir(compiled) if not known.startswith("_")})
        return getattr(compiled, name)


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As ``re.compile``, put off until the pattern is first used; a slip in it is told then.

    >>> digits = late("[0-9]+")
    >>> digits.pattern, digits.sub("#", "a1b22"), digits.search("abc")
    ('[0-9]+', 'a#b#', None)

    The tests use every pattern once, so that none that cannot be compiled ships.
    """
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


class Led:
    """A pattern that is tried only where its matches can begin: for one that the engine would try at every character.

    >>> led("[0-9]", "(?<!x)[0-9]+(?:a|b)?").search("x1 23b")[0]
    '23b'
    """

    def __init__(self, signs: str, pattern: str, before: int = 0) -> None:
        self.signs, self.pattern, self._before = late(signs), late(pattern), before

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As ``re.finditer``."""
        free, match, before = 0, self.pattern.match, self._before
        for sign in self.signs.finditer(text):
            last = sign.start()
            at = max(free, last - before)
            while at <= last:
                found = match(text, at)
                if found:
                    yield found
                at = free = max(found.end(), at + 1) if found else at + 1

    def search(self, text: str) -> re.Match[str] | None:
        """As ``re.search``."""
        return next(self.finditer(text), None)


def led(signs: str, pattern: str, before: int = 0) -> Led:
    """As ``late``, for a pattern whose matches begin where one of ``signs`` stands, or ``before`` characters sooner.

    >>> [found[0] for found in led("-", "[a-z]?-[a-z]", before=1).finditer("a-b, -c, d")]
    ['a-b', '-c']

    The tests hold each against the same pattern without signs.
    """
    return Led(signs, pattern, before)
