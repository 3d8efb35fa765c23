"""Where a clause begins and ends, whether a word in it is denied, and whether it is only a wish.

All functions read a folded text, in which full-width signs are already half-width.
"""

from functools import cache
from typing import Final

from jobmatch import settings
from jobmatch.patterns import late
from jobmatch.text.sections import is_welcome_section

_ENDS: Final = ",;。!?\n|"
# A denial, then words that may stand between it and what it denies. 不定期, 不排斥, 不介意 deny nothing.
_DENIED: Final = late(
    r"(?:无需|无须|毋须|不用|不需|不必|没有|没|无|不|免|非|no|without|not?)(?!定|排斥|介意|怕|限|拒)"
    r" ?(?:要|再|会|能|用|上|值|轮|大|小|强制|任何|长期|经常|额外|有|倒|做|接受"
    r"|安排|参加|需要|固定|熬|相关|特别){0,3} ?$"
)
_WISH: Final = late(
    r"优先|尤佳|更佳|为佳|者佳|较佳|佳$|为优|尤优|加分|更好|非必[备须需要]|非(?:硬性|强制)"
    r"|preferred|a plus|nice to have|bonus|desirable|ideal"
)
# The wish stands before it: 优先考虑三年以上者, 最好有驾照, 如有经验.
_WISHED: Final = late(
    r"(?:优先(?:考虑|录用|录取|聘用|招收|招聘|安排|选择)|最好(?!的)|[如若倘]果?有|加分项?[:是为]|prefer(?:red|ably"
    r"|s)?|ideally)[^,;。]*$"
)
# A list without commas: 一年以上经验 懂图纸优先; of 经验 优先 the wish is part of the item.
_ITEM: Final = late(r"(?<=[一-鿿]) (?=[一-鿿])(?!优先|尤佳|更佳|为佳|者|较佳|佳|加分)")


@cache
def longest_read() -> int:
    """How many characters of a text are read for what it asks.

    >>> longest_read()
    8000
    """
    return int(settings.load().number("text.read_chars"))


def clause_before(text: str, start: int, chars: int = 12) -> str:
    """The part of the clause before ``start``, at most ``chars`` long.

    >>> clause_before("双休,不上夜班", 5)
    '不上'
    """
    left = text[max(0, start - chars) : start]
    cut = max(left.rfind(sign) for sign in _ENDS)
    return left[cut + 1 :]


def clause_after(text: str, end: int, chars: int = 20) -> str:
    """The part of the clause from ``end``, at most ``chars`` long.

    >>> clause_after("本科优先,英语好", 2)
    '优先'
    """
    right = text[end : end + chars]
    cuts = [cut for cut in (right.find(sign) for sign in _ENDS) if cut >= 0]
    return right[: min(cuts)] if cuts else right


def is_denied(text: str, start: int) -> bool:
    """Whether the word at ``start`` is denied by the words before it.

    >>> is_denied("无需上夜班", 3), is_denied("不定期出差", 3)
    (True, False)
    """
    return bool(_DENIED.search(clause_before(text, start, 9)))


def is_wish(text: str, end: int) -> bool:
    """Whether what ends at ``end`` is only preferred, by its clause or the heading above it.

    >>> is_wish("硕士学历优先考虑", 2), is_wish("本科以上", 2), is_wish("最好有三年经验", 5)
    (True, False, True)

    A blank between words parts what is asked from what is welcome.

    >>> is_wish("一年以上经验 懂图纸优先", 2), is_wish("硕士学历 优先", 2)
    (False, True)
    """
    after = clause_after(text, end)
    if _WISH.search(_ITEM.split(after, maxsplit=1)[0] if " " in after else after):
        return True
    return bool(_WISHED.search(clause_before(text, end, 24))) or is_welcome_section(text, end - 1)
