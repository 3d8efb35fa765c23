"""What a text says, in one number: texts that are the same but for blanks, signs and figures have the same."""

from hashlib import blake2b
from typing import Final

from jobmatch.patterns import late
from jobmatch.settings import load

_BESIDE: Final = late(r"[^a-z\u4e00-\u9fff]+")  # blanks, signs and figures, in which copies differ
_READ: Final = 1500  # characters of a text: what comes later is mostly about the employer


def text_key(folded: str, employer: str = "") -> int:
    """The number of a folded text in lower case, without the name of its ``employer``; 0 where it is short.

    Sister firms post one text under their names; a short one is what anybody writes.

    >>> text = "负责门店收银、理货与清洁," * 8
    >>> text_key(f"甲公司诚聘:{text}", "甲公司") == text_key(f"乙公司诚聘: {text}。", "乙公司") != 0
    True
    >>> text_key("吃苦耐劳,有责任心")
    0
    """
    said = _BESIDE.sub("", folded.replace(employer, "") if employer else folded)[:_READ]
    if len(said) < load().number("slate.copied_text"):
        return 0
    return int.from_bytes(blake2b(said.encode("utf-8", "replace"), digest_size=8).digest(), signed=True)
