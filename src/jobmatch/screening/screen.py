"""Unlawful and suspicious requirements in a posting's text, clause by clause, with words and ground."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, overload

from jobmatch.screening.finding import MONEY_KINDS, Finding
from jobmatch.screening.judgement import Judged, judged
from jobmatch.screening.plain import Plain
from jobmatch.screening.posters import of_poster
from jobmatch.screening.rules import ground
from jobmatch.screening.wake import may_hold
from jobmatch.text.batches import Cell, Many, as_text, is_many, once_each, texts_of

_TRADITIONAL: Final = re.compile(
    "[歡們發經務驗員職資處點開關讓實學應對齡歲準無時間動徵滿請將輕場專費調貨廠門師區話檢負責計銷單會國個來後]"
)
_SIMPLIFIED: Final = re.compile(
    "[欢们发经务验员职资处点开关让实学应对龄岁准无时间动征满请将轻场专费调货厂门师区话检负责计销单会国个来后]"
)
TEXTS: Final = ("title", "description", "requirements", "benefits")
PAY: Final = "salary"
# Where a template may end and the words shown do not: at 勿, and within an account or a word of Latin letters.
_CUT: Final = re.compile("(?<=勿)[扰擾投来來进進入]|(?<=[A-Za-z0-9_-])[A-Za-z0-9_-]{1,40}")
FIELDS: Final = (*TEXTS, PAY)
OF_POSTING: Final = (*FIELDS, "employer")  # of which a counsellor is warned
_SHORT: Final = 30  # characters: a longer text has more than one such sign
_AT_A_TIME: Final = 200  # texts: the model's fixed cost is spread, and memory stays small
_LONG: Final = 100  # characters: nine of ten longer texts hold words of some rule, so that a first look is lost
_MAX_CHARS: Final = 50_000  # ten times the longest real posting


@overload
def screen_text(text: Cell, field: str = "description") -> list[Finding]: ...
@overload
def screen_text(text: Many, field: str = "description") -> list[list[Finding]]: ...
def screen_text(text: Cell | Many, field: str = "description") -> list[Finding] | list[list[Finding]]:
    """What a text asks or offers that the law forbids or that is suspicious, in the order of the text.

    >>> [(f.kind, f.words) for f in screen_text("限女性，３５周岁以下；入职交押金200元")]
    [('gender', '限女性'), ('age', '３５周岁以下'), ('deposit', '交押金200元')]

    Negation and context are read, and blanks between characters do not help:

    >>> screen_text("男女不限，负责男装导购，不收取任何费用，宿舍免押金")
    []
    >>> [f.words for f in screen_text("仅 限 男 性")]
    ['仅 限 男 性']

    What the law allows is kept, and marked:

    >>> [(f.kind, f.lawful_exception) for f in screen_text("残疾人优先")]
    [('disability', True)]

    No text has no findings; several texts give a list for each.

    >>> screen_text(None), [len(found) for found in screen_text(["限女性", "双休"])]
    ([], [1, 0])
    """
    if is_many(text):
        return _screen([(one, field) for one in texts_of(text)])
    return _screen([(as_text(text), field)])[0]


def _screen(cells: Sequence[tuple[str, str]]) -> list[list[Finding]]:
    """What each text, given with its field, asks or offers; one that is repeated is read once."""
    return [[*found] for found in once_each(_screen_all, cells)]


def _screen_all(cells: Sequence[tuple[str, str]]) -> list[list[Finding]]:
    """The same, some at a time, as the model is quicker so."""
    found: list[list[Finding]] = [[] for _ in cells]
    held = [at for at, (text, _) in enumerate(cells) if len(text) > _LONG or may_hold(text)]
    for some in (held[at : at + _AT_A_TIME] for at in range(0, len(held), _AT_A_TIME)):
        plains = [Plain(cells[at][0][:_MAX_CHARS]) for at in some]
        taiwan = [_is_traditional(cells[at][0]) for at in some]
        asked = judged(
            [(plain.text, cells[at][1], there) for plain, at, there in zip(plains, some, taiwan, strict=True)]
        )
        for at, plain, there, said in zip(some, plains, taiwan, asked, strict=True):
            found[at] = _findings(*cells[at], plain, there, said)
    return found


def _is_traditional(text: str) -> bool:
    """Whether a text is written in Traditional characters; one sign makes no long text so: 遊戲 may be a name."""
    traditional = len(_TRADITIONAL.findall(text))
    return traditional > 0 and traditional > len(_SIMPLIFIED.findall(text)) + (len(text) > _SHORT)


def _findings(text: str, field: str, plain: Plain, traditional: bool, said: list[Judged]) -> list[Finding]:
    """What was found in the plain text, in the words of the written one."""
    found = []
    for start, end, kind, lawful, probability in said:
        first, last = plain.span(start, end)
        if cut := _CUT.match(text, last):
            last = cut.end()
        law = ground(kind, traditional=traditional)
        found.append(Finding(kind, text[first:last], law, lawful, field, first, last, probability))
    return found


def unbelievable_pay(least: float | None, believable: float | None) -> list[Finding]:
    """The finding that even the least pay a month is beyond what is believable; none where either is not known or NaN.

    >>> [one.words for one in unbelievable_pay(50000.0, 12000.0)], unbelievable_pay(5000.0, None)
    (['50000'], [])
    """
    if least is None or believable is None or not least > believable:
        return []
    return [false_pay(f"{least:g}")]


def false_pay(words: str) -> Finding:
    """The finding that pay, in its words or as a figure, is not believable."""
    return Finding("false_pay", words, ground("false_pay"), False, "salary", 0, 0)


def screen_fields(postings: Sequence[Callable[[str], str]]) -> list[list[Finding]]:
    """What the texts of several postings ask or offer; each posting is what gives the text of a field.

    >>> posting = {"title": "女保洁", "benefits": "双休"}
    >>> [finding.words for finding in screen_fields([lambda field: posting.get(field, "")])[0]]
    ['女保洁']

    What stands beside the figures of the pay is read, too:

    >>> posting = {"title": "文员", "salary": "轻松月入十万"}
    >>> [finding.kind for finding in screen_fields([lambda field: posting.get(field, "")])[0]]
    ['false_pay']
    """
    cells = [(at, text, field) for at, text_of in enumerate(postings) for field in FIELDS if (text := text_of(field))]
    found: list[list[Finding]] = [[] for _ in postings]
    for (at, _, field), findings in zip(cells, _screen([(text, field) for _, text, field in cells]), strict=True):
        found[at] += findings if field != PAY else [one for one in findings if _told_of_pay(one)]
    return found


def _told_of_pay(one: Finding) -> bool:
    """Whether a finding holds in a column of pay.

    An amount there is held against the rates, and a few signs beside it tell too little for a suspicion.
    """
    return one.probability is None and one.kind != "low_pay"


def warnings_of(postings: Sequence[Callable[[str], str]]) -> list[list[Finding]]:
    """What a counsellor is warned of in each posting (see ``screen_fields``): all but what the law allows.

    >>> posting = {"title": "保安", "requirements": "退役军人优先，限男性"}
    >>> [finding.words for finding in warnings_of([lambda field: posting.get(field, "")])[0]]
    ['限男性']
    """
    found = zip(postings, screen_fields(postings), strict=True)
    return [[*(one for one in said if not one.lawful_exception), *of_poster(posting)] for posting, said in found]


def asks_money(findings: Iterable[Finding]) -> bool:
    """Whether a posting asks for money or a pledge; such a posting is not recommended. A suspicion rules none out.

    >>> asks_money(screen_text("先交300元服装费")), asks_money(screen_text("限女性"))
    (True, False)
    """
    return any(
        finding.kind in MONEY_KINDS and not finding.lawful_exception and finding.probability is None
        for finding in findings
    )
