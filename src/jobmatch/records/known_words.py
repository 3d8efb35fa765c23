"""A wish read word by word, for tables of what people say around the work: 近一点的, 晚上, something stable."""

from collections.abc import Iterable
from typing import Final

_SIGNS: Final = frozenset(" \t\n,，、。.;；!！/()（）")


class KnownWords:
    """The words of a table, of which the longest at a place counts."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._longest = max(map(len, self._words))

    def begin(self, said: str) -> tuple[list[str], int]:
        """The words with which a text begins, and where they and the signs among them end.

        >>> KnownWords(["离家", "离家近", "的", "near"]).begin("离家近的、保洁")
        (['离家近', '的'], 5)

        An English word must end where it ends:

        >>> KnownWords(["near"]).begin("nearly"), KnownWords(["near"]).begin("near 保洁")
        (([], 0), (['near'], 5))
        """
        found, at = [], 0
        while at < len(said):
            word = self._word_at(said, at)
            if not word and said[at] not in _SIGNS:
                break
            found += [word] if word else []
            at += len(word) or 1
        return found, at

    def _word_at(self, said: str, at: int) -> str:
        for end in range(min(at + self._longest, len(said)), at, -1):
            word, behind = said[at:end], said[end : end + 1]
            if word in self._words and not (word.isascii() and behind.isascii() and behind.isalpha()):
                return word
        return ""
