"""What is sure of a pay that is told larger than it may be: a base with commission, a range without measure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from jobmatch import settings
from jobmatch.patterns import late
from jobmatch.records.salary import Salary, Why
from jobmatch.text.pay.amounts import find_amounts, readable
from jobmatch.text.pay.scale import believable, monthly_salary

_BASE: Final = late(
    r"底薪|保底|(?:基本|基础|固定)(?:工资|薪)|固薪|无责(?=[^,;。底]{0,3}\d)|本薪|本俸|base (?:pay|salary)",
    re.IGNORECASE,
)
_COMMISSION: Final = late(r"提成|抽成|提佣|佣金|业绩|業績|拥金|无责|無責|commission", re.IGNORECASE)
_BOAST: Final = late(
    r"(?:月入|日入|年入|收入|轻松)[^\d,;]{0,3}?[过破超上]?(?:[百千万]|\d)|可达|可至|最高|up to", re.IGNORECASE
)
_AFTER_TRIAL: Final = late(r"转正[^\d,;。]{0,10}\d{1,6}(?![\d%])")
_BESIDE: Final = 24  # characters on either side of the word in which its amount stands


@dataclass(frozen=True, slots=True)
class SurePay:
    """Money a month that is sure (None: none is told), and why the rest of what is told is not."""

    month: float | None
    why: Why


def sure_pay(pay: Salary, text: str = "") -> SurePay | None:
    """What is sure of a pay, by its own words and by the ``text`` of the posting; None where all of it is.

    A base is sure, what comes on top of it is not.

    >>> from jobmatch.text.pay.salary import parse_salary
    >>> sure_pay(parse_salary("底薪3000+提成,综合8000"))
    SurePay(month=3000.0, why='commission')
    >>> sure_pay(parse_salary("8千-1.5万"), "无责底薪4000+提成,月入过万")
    SurePay(month=4000.0, why='commission')

    Of a range without measure the lower end is sure, and nothing of a top alone.

    >>> sure_pay(parse_salary("2540-20000")), sure_pay(parse_salary("月入过万"))
    (SurePay(month=2540.0, why='wide'), SurePay(month=None, why='top'))

    An ordinary pay needs no such word, nor does a base that is no less than what is told.

    >>> sure_pay(parse_salary("4000-6000元")), sure_pay(parse_salary("4000-6000元"), "底薪4500,加绩效")
    (None, None)
    """
    told = (_lowest_base(words, pay.currency) for words in (pay.text, text))
    base = next((month for month in told if month is not None), None)
    if base is not None and (pay.min_month is None or base < pay.min_month or pay.kind == "base_plus"):
        return SurePay(base, _beside_base(pay.text + text))
    if pay.kind == "base_plus" and pay.min_month is not None:
        return SurePay(pay.min_month, _beside_base(pay.text + text))
    return _of_range(pay)


def _of_range(pay: Salary) -> SurePay | None:
    """By the ends of what is told."""
    low, high = pay.min_month, pay.max_month
    if low is None:
        return None if high is None else SurePay(None, "top")
    if high is None:
        return SurePay(None, "top") if _BOAST.search(pay.text) else None
    return SurePay(low, "wide") if high >= _widest() * low and not pay.doubtful else None


def _beside_base(text: str) -> Why:
    return "commission" if _COMMISSION.search(text) else "extras"


def _lowest_base(text: str, currency: str) -> float | None:
    """The lowest base that a text tells, per month; that of the trial time only where no other follows."""
    told = list(_bases(text, currency))
    lasting = [month for role, month in told if role == "base"]
    if lasting or _AFTER_TRIAL.search(text):
        return min(lasting, default=None)
    return min((month for _, month in told), default=None)


def _bases(text: str, currency: str) -> Iterator[tuple[str, float]]:
    """Each base with the part it plays: ``base``, or ``probation`` for that of the trial time."""
    for word in _BASE.finditer(text):
        near = readable(text[max(0, word.start() - _BESIDE) : word.end() + _BESIDE], 4 * _BESIDE)
        for amount in find_amounts(near):
            of_trial = amount.role == "probation" and _BASE.search(amount.before)
            if (amount.role == "base" or of_trial) and believable(amount.low, amount.period or "month", currency):
                pay = monthly_salary(amount.low, None, amount.period or "month", None, currency, "base_plus", near)
                if pay.min_month is not None:
                    yield amount.role, pay.min_month


@cache
def _widest() -> float:
    return settings.load().number("salary.widest")
