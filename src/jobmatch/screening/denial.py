"""Whether the words around a finding take it back: 不收押金, 男女均可, 警惕培训贷, 负责收取押金."""

import re
from functools import cache
from typing import Final

from jobmatch.screening.rules import compiled, table

_BEFORE: Final = 60  # characters of the clause before a finding that are read


class Denial:
    """The words of one group of rules that deny what they stand beside."""

    def __init__(self, name: str) -> None:
        words: dict[str, str] = table("words.toml")["denied"][name]
        self._before, self._after, self._sentence, self._but = (
            _pattern(words[part]) for part in ("before", "after", "sentence", "but")
        )
        self._within, self._parties = (
            _pattern(_any(words[part])) if part in words else None for part in ("within", "parties")
        )
        self._task = _pattern(_task(words)) if "task" in words else None

    def of_sentence(self, sentence: str) -> bool:
        """Whether a sentence speaks of the practice, and does not practise it.

        >>> denial("money").of_sentence("谨防以押金为由的骗局"), denial("money").of_sentence("入职交押金")
        (True, False)
        """
        said = self._sentence.search(sentence)
        return bool(said and not self._but.search(sentence, said.end()))

    def of_span(self, text: str, sentence: int, clause: int, start: int, end: int) -> bool:
        """Whether what stands at ``start:end`` of a text is denied in its clause, or is the task of the job.

        ``sentence`` and ``clause`` are where these begin.

        >>> denial("money").of_span("不收任何押金", 0, 0, 4, 6), denial("money").of_span("收押金", 0, 0, 0, 3)
        (True, False)
        """
        head = text[max(clause, start - _BEFORE) : start]
        if self._before.search(head) or self._after.search(text[end : end + _BEFORE]):
            return True
        if self._within and self._within.search(text[start:end]):
            return True
        if self._parties and self._parties.search(head):
            return True
        return bool(self._task and self._task.search(text[sentence:start]))


def _pattern(template: str) -> re.Pattern[str]:
    return compiled(template, table("words.toml")["classes"])


def _task(words: dict[str, str]) -> str:
    """The words of a task, behind which no offer stands."""
    task = _any(words["task"])
    return f"(?:{task})(?:(?!{_any(words['offer'])}).)*$" if "offer" in words else task


def _any(words: str) -> str:
    return "|".join(words.split())


@cache
def denial(name: str) -> Denial:
    """The denials of a group of rules: ``persons`` or ``money``.

    >>> denial("persons").of_span("不限女性", 0, 0, 2, 4)
    True
    """
    return Denial(name)
