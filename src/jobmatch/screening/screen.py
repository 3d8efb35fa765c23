"""Unlawful and suspicious requirements in a posting's text, clause by clause, with words and ground."""

import re
from collections.abc import Callable, Iterable
from typing import Final, overload

from jobmatch.screening.finding import MONEY_KINDS, Finding
from jobmatch.screening.judgement import judged
from jobmatch.screening.plain import Plain
from jobmatch.screening.rules import ground
from jobmatch.screening.wake import may_hold
from jobmatch.text.batches import Cell, Many, as_text, is_many, texts_of

_TRADITIONAL: Final = re.compile("[歡們發經務驗員職資處點開關讓實學應對齡歲薪準無]")  # common, and Traditional only
_SIMPLIFIED: Final = re.compile("[欢们发经务验员职资处点开关让实学应对龄岁准无]")
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
        return [_screen(one, field) for one in texts_of(text)]
    return _screen(as_text(text), field)


def _screen(text: str, field: str) -> list[Finding]:
    text = text[:_MAX_CHARS]
    if not may_hold(text):
        return []
    plain = Plain(text)
    found = judged(plain.text, field)
    if not found:
        return []
    # One Traditional sign does not make the text Traditional: 遊戲 in a mainland title is a name.
    traditional = len(_TRADITIONAL.findall(text)) > len(_SIMPLIFIED.findall(text)) + 1
    result = []
    for start, end, kind, lawful, probability in found:
        first, last = plain.span(start, end)
        law = ground(kind, traditional=traditional)
        result.append(Finding(kind, text[first:last], law, lawful, field, first, last, probability))
    return result


def screen_posting(
    title: str,
    description: str = "",
    requirements: str = "",
    benefits: str = "",
    *,
    pay_max_month: float | None = None,
    pay_min_month: float | None = None,
    minimum_wage_month: float | None = None,
    believable_pay_month: float | None = None,
) -> list[Finding]:
    """What a whole posting asks or offers that the law forbids or that is suspicious, field by field.

    >>> [(f.field, f.kind) for f in screen_posting("女保洁", "负责拖地", "60岁以上勿扰，不收押金")]
    [('title', 'gender'), ('requirements', 'age')]

    Pay is held against a minimum wage and against what the market at hand makes believable, where these are given.

    >>> [f.kind for f in screen_posting("保洁", pay_max_month=1800.0, minimum_wage_month=2420.0)]
    ['low_pay']
    >>> [f.kind for f in screen_posting("打字员", pay_min_month=50000.0, believable_pay_month=12000.0)]
    ['false_pay']
    """
    fields = {"title": title, "description": description, "requirements": requirements, "benefits": benefits}
    found = [finding for field, text in fields.items() if text for finding in screen_text(text, field)]
    if pay_max_month is not None and minimum_wage_month is not None and pay_max_month < minimum_wage_month:
        found.append(Finding("low_pay", f"{pay_max_month:g}", ground("low_pay"), False, "salary", 0, 0))
    if pay_min_month is not None and believable_pay_month is not None and pay_min_month > believable_pay_month:
        found.append(Finding("false_pay", f"{pay_min_month:g}", ground("false_pay"), False, "salary", 0, 0))
    return found


def warnings_of(text: Callable[[str], str]) -> list[Finding]:
    """What a counsellor is warned of in a posting whose fields are read by ``text``: all but what the law allows.

    >>> posting = {"title": "保安", "requirements": "退役军人优先，限男性"}
    >>> [finding.words for finding in warnings_of(lambda field: posting.get(field, ""))]
    ['限男性']
    """
    found = screen_posting(*(text(field) for field in ("title", "description", "requirements", "benefits")))
    return [finding for finding in found if not finding.lawful_exception]


def asks_money(findings: Iterable[Finding]) -> bool:
    """Whether a posting asks for money or a pledge; such a posting is not recommended. A suspicion rules none out.

    >>> asks_money(screen_text("先交300元服装费")), asks_money(screen_text("限女性"))
    (True, False)
    """
    return any(
        finding.kind in MONEY_KINDS and not finding.lawful_exception and finding.probability is None
        for finding in findings
    )
