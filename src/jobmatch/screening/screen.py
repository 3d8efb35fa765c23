"""Unlawful and suspicious requirements in a posting's text, clause by clause, with words and ground."""

import re
from collections.abc import Callable, Iterable
from typing import Final, overload

from jobmatch.screening.finding import MONEY_KINDS, Finding
from jobmatch.screening.rules import Rule, ground, rules, triggers
from jobmatch.text.batches import Cell, Many, as_text, is_many, texts_of
from jobmatch.text.phrases import shadow

_BLANK: Final = r" \t\u00a0\u3000\u200b-\u200f\u2060\ufeff*·•_~^"
_GAP: Final = re.compile(
    rf"(?<![a-z0-9{_BLANK}])[{_BLANK}]{{1,8}}|[{_BLANK}]{{1,8}}(?![a-z0-9{_BLANK}])"
    r"|(?<=[0-9])[ \u3000]{1,3}(?=[0-9]周?岁)"
)
_STOP: Final = re.compile(r"[,。;!?\n|]|[、.](?=[0-9]{1,2}[、.)])|(?<![0-9])[0-9]{1,2}[、)]")
_TRADITIONAL: Final = re.compile("[歡們發經務驗員職資處點開關讓實學應對齡歲薪準無]")  # common, and Traditional only
_SIMPLIFIED: Final = re.compile("[欢们发经务验员职资处点开关让实学应对龄岁准无]")
_NEAR: Final = 40  # characters: about the sentence before and after, where the reason for a limit is given
_MAX_CHARS: Final = 50_000  # ten times the longest real posting
_MAX_CLAUSES: Final = 400  # clauses with a trigger that are read: a real posting has a few; a hostile text must end


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
    folded = shadow(text)
    automaton, waked = triggers()
    dense = _GAP.sub("", folded)
    hits = automaton.find_matches_as_indexes(dense, overlapping=True)
    if not hits:
        return []
    todo = _clauses_to_read(dense, hits, waked, field)
    found = [span for rule, start, end in todo for span in _apply(rules()[rule], dense, start, end)]
    if not found:
        return []
    places = _places(folded)
    traditional = (
        len(_TRADITIONAL.findall(text)) > len(_SIMPLIFIED.findall(text)) + 1
    )  # 遊戲 in a mainland title is a name
    return [
        Finding(
            rule.kind,
            text[places[start] : places[end - 1] + 1],
            ground(rule.kind, traditional=traditional),
            lawful,
            field,
            places[start],
            places[end - 1] + 1,
        )
        for start, end, lawful, rule in _without_overlaps(found)
    ]


def _clauses_to_read(
    dense: str, hits: list[tuple[int, int, int]], waked: tuple[tuple[int, ...], ...], field: str
) -> list[tuple[int, int, int]]:
    stops = [0, *(match.end() for match in _STOP.finditer(dense)), len(dense) + 1]
    todo: dict[tuple[int, int], tuple[int, int, int]] = {}
    clause, clauses = 0, 0
    for word, place, _ in sorted(hits, key=lambda hit: hit[1]):
        if place >= stops[clause + 1]:
            clauses += 1
            if clauses > _MAX_CLAUSES:
                break
        while place >= stops[clause + 1]:
            clause += 1
        for rule in waked[word]:
            where = rules()[rule].where
            if not where or where == field:
                todo.setdefault((rule, clause), (rule, stops[clause], stops[clause + 1] - 1))
    return list(todo.values())


def _apply(rule: Rule, dense: str, start: int, end: int) -> list[tuple[int, int, bool, Rule]]:
    clause = dense[start:end]
    if rule.unless and rule.unless.search(clause):
        return []
    seen = rule.mask.sub(lambda match: "□" * len(match.group()), clause) if rule.mask else clause
    near = dense[max(0, start - _NEAR) : end + _NEAR]
    lawful = bool(rule.lawful and rule.lawful.search(clause)) or bool(
        rule.lawful_near and rule.lawful_near.search(near)
    )
    return [
        (start + match.start(), start + match.end(), lawful, rule)
        for match in rule.pattern.finditer(seen)
        if match.end() > match.start()
    ]


def _without_overlaps(found: list[tuple[int, int, bool, Rule]]) -> list[tuple[int, int, bool, Rule]]:
    result: list[tuple[int, int, bool, Rule]] = []
    reached: dict[str, int] = {}
    for span in sorted(found, key=lambda span: (span[0], -span[1])):
        if span[0] >= reached.get(span[3].kind, 0):
            reached[span[3].kind] = span[1]
            result.append(span)
    return result


def _places(folded: str) -> list[int]:
    """Where each character of the dense text stands in the text as written."""
    places: list[int] = []
    last = 0
    for match in _GAP.finditer(folded):
        places.extend(range(last, match.start()))
        last = match.end()
    places.extend(range(last, len(folded)))
    return places


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
    """Whether a posting asks for money or a pledge; such a posting is not recommended.

    >>> asks_money(screen_text("先交300元服装费")), asks_money(screen_text("限女性"))
    (True, False)
    """
    return any(finding.kind in MONEY_KINDS and not finding.lawful_exception for finding in findings)
