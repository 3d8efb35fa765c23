"""``plain``: the small words of Cantonese in the characters of the standard language, place by place; 驾照C一."""

import re
from typing import Final

_SIGNS: Final = str.maketrans("咗喺唔冇嘅嚟俾畀啲搵揾係", "了在不没的来给给些找找是")
_WORDS: Final = (("而家", "现在"), ("宜家", "现在"), ("旧年", "去年"), ("听日", "明天"), ("几时", "何时"))

_ASPECT: Final = re.compile("(?<![名显土编原专译遗卓昭])著(?![名作者述称录])")  # 跟著師傅, and no 著作
_CLASS: Final = re.compile("(?<![a-z])([abc])([一二三])(?![a-z年月个])")  # of a licence, as dictation writes it


def plain(text: str) -> str:
    """A folded text of the same length; words for work stay as they are.

    >>> plain("佢旧年做咗睇更,而家冇做")
    '佢去年做了睇更,现在没做'
    """
    text = _ASPECT.sub("着", text)
    text = _CLASS.sub(lambda found: found[1] + "123"["一二三".index(found[2])], text.translate(_SIGNS))
    for said, word in _WORDS:
        text = text.replace(said, word)
    return text
