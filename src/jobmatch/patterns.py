"""Regular expressions that are compiled when they are first used: most of a module's are not, in one question."""

import re
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
