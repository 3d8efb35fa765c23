"""Clauses that only list kinds of work, and what the words behind a list say of all of it."""

import itertools
import re
from typing import Final

from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.work.mentions import Mention, mentions

_SIGNS: Final = re.compile(
    r"[\s、/,:()“”\"'-]|商场|超市|公司|酒店|饭店|工厂|物业|学校|小区|医院|企业|单位|这|那|类|的|活|工作|岗位|或者?|和|及|还是|是|也|都|行|可以?|均|啊|呀|嘛|考虑|之类|等|or|and|work|jobs?"
)


_LIST_LIKE: Final = 4  # characters besides the kinds of work and the signs between them that a list may have


def is_choice(clause: Clause) -> bool:
    """Whether a clause is nothing but kinds of work of which one is chosen: 超市收银或理货; receptionist or admin."""
    named = mentions(clause.text)
    if len(named) < _SEVERAL or clause.text[named[-2].end : named[-1].start].strip() not in _OR:
        return False
    between = [clause.text[one.end : other.start].strip() for one, other in itertools.pairwise(named)]
    rest = len(clause.text.strip()) - sum(one.end - one.start for one in named) - sum(map(len, between))
    return rest <= _LIST_LIKE and not clause.past and not clause.key


_SEVERAL: Final = 2  # kinds of work of which one is chosen


_OR: Final = ("或", "或者", "或是", "or")


def all_welcome(note: Note, clause: Clause, named: tuple[Mention, ...]) -> bool:
    """Whether a list of kinds of work is followed by words that take all of it: 保安或者门卫,都成."""
    follows = pattern("role.all_welcome").match(note.shadow, clause.end)
    return bool(named and follows and list_like(clause, named))


def parts_a_list(between: str) -> bool:
    """Whether words between two kinds of work are more than the signs and small words of a list."""
    return bool(_SIGNS.sub("", between))


def list_like(clause: Clause, named: tuple[Mention, ...]) -> bool:
    """Whether the clause is nothing but kinds of work and the signs between them."""
    rest = clause.text
    for one in reversed(named):
        rest = rest[: one.start] + rest[one.end :]
    return len(_SIGNS.sub("", rest)) <= _LIST_LIKE or bool(named and _ENGLISH_LIST.fullmatch(clause.text))


# The rest of a list in English, which may end with work that no list knows: school nurse or health-check posts.
_ENGLISH_LIST: Final = re.compile(
    r" ?(?:(?!(?:with|in|at|for|is|was|has|lives?|wants?|no|not|but|she|he|her|his|years?|as|since"
    r"|until) )[a-z&'/-]+ ){0,3}[a-z&'/-]+ or (?:(?:an? )?[a-z&'/-]+ ?){1,3}(?:jobs?|posts?|work|roles?"
    r"|positions?)?"
)
