"""Pay texts into ``Salary``: any unit, period, currency and wording, with doubt where the unit cannot be right.

What an amount is worth a month is a matter of ``scale``.
"""

from dataclasses import replace
from functools import lru_cache
from typing import Final, overload

from jobmatch.patterns import late
from jobmatch.records.salary import PayKind, Period, Salary
from jobmatch.text.batches import Cell, Many, as_text, is_many, texts_of
from jobmatch.text.pay.amounts import Amount, currency_in, find_amounts, plain_amount, readable
from jobmatch.text.pay.scale import FALLBACK, believable, conventions, doubted, likely_period, monthly_salary, positive

_NEGOTIABLE: Final = late(
    r"面议|面谈|面洽|电议|另议|议价|可议|协商|详谈|详议|从优|可谈|可商|谈薪|凭能力|看能力|依(?:公司|学经历|经验)|视(?:能力|经验)|而定|定薪|待定"
    r"|面试[^,]{0,4}[谈定]|negotiab|competitive|\bdoe\b|depend"
)
_PIECE: Final = late(r"计件|论件|按件|按单|多劳多得|件计酬")
# What follows a plus and is no more pay: 4500+五险, 6000+双休.
_BENEFIT: Final = (
    r"(?:[五六七56]险|社保|医保|保险|商业险|公积金|双休|单休|大小周|包[吃住食]|食宿|住宿|班车|带薪"
    r"|(?:年[底终])?双薪|1[2-9]薪)"
)
_MORE: Final = rf"[元块/每月左右 ]{{0,5}}\+(?! ?{_BENEFIT})"
_PLUS: Final = late(_MORE)
_PLUS_MORE: Final = late(rf"{_MORE} ?[^\s)起以,;。/]")  # 4000+提成, 3500+300
_COMMISSION: Final = late(r"底薪|保底|提成|抽成|佣金|commission")
_OPEN_TOP: Final = late(
    r"[元块/每1个月天年小时日薪)(税前后 ]{0,8}(?:(?:及|或|含|\()*以上|起(?!来)|多(?!劳)|up\b|and up|or more|不封顶)"
)
_OPEN_BOTTOM_AFTER: Final = late(r"[元块/每1个月天年小时日 ]{0,8}(?:及|或|含)?(?:以下|以内|之内|封顶)")
_OPEN_BOTTOM_BEFORE: Final = late(r"(?:不超过|封顶|最高|高达|可达|up to|至多|上限)[^\d]{0,4}$")
_OPEN_TOP_BEFORE: Final = late(
    r"(?:不低于|最低(?!工资标准)|至少|不少于|保底|高于|达|from|at least|over|more than|above|minimum|起薪|起步)"
    r"[^\d]{0,8}$|[过超破] ?$"
)
_TO_AGREE: Final = late(r"面议|面谈|面洽|电议|negotiab")
_FOR_WHOM: Final = late(
    r"学徒|[大中小普技]工|熟手|熟练工|[初中高]级|生手|新手|[无有]经验|[白夜早中晚]班|班倒|[一二三]线|高中|中专|大专|专科|本科|大学|硕士|研究生|博士"
)
_NEGATIVE: Final = late(r"(?:[\u4e00-\u9fff]{0,6}[: ])? ?(?:约|¥|\$)? ?(?:[-−–—]|负)[¥$]?\d")  # a slip, not a pay
_MONTHS: Final = late(
    r"(?<!\d)(1[2-9]|2[0-4])(?:[-~](?:1[2-9]|2[0-4]))? ?(?:个?月的?)?(?:薪|工资)|[*x·](1[2-9]|2[0-4])(?!\d)"
    r"|(?:[/1每全]年|共|固定|发|拿)[^\d,;]{0,4}(1[2-9]|2[0-4])个月(?!以|后|内|转)"
)
_MORE_MONTHS: Final = late(  # 年底多发2个月工资, 年终奖3个月
    r"年[底终][^\d,;]{0,6}(?<![\d.])([1-6])个月(?!以|后|前|内|[-~到至])的?(?=[,;。)]|$|月?薪|工资|奖)"
)
_DOUBLE_PAY: Final = late(r"年底双薪|年终双薪|双薪(?!双)")
_DAY_PAY: Final = late(r"日结|天结|日薪|当天结")
_HOUR_PAY: Final = late(r"时薪|论时|小时工|钟点")
_TOLD_BY_YEAR: Final = ("USD", "EUR", "GBP")  # where pay is told by the hour or the year, seldom by the month


def _stated(amount: Amount, text: str) -> tuple[float | None, float | None]:
    """The two ends of an amount after the words 以上, 以下, 起, 左右 around it."""
    low, high = amount.low, amount.high
    if "不封顶" in text:
        return low, None
    if high is not None:
        return low, high
    if _OPEN_BOTTOM_AFTER.match(amount.after) or _OPEN_BOTTOM_BEFORE.search(amount.before):
        return None, low
    starts = _OPEN_TOP.match(amount.after) or _OPEN_TOP_BEFORE.search(amount.before)
    if starts or amount.role == "base" or _PLUS.match(amount.after):
        return low, None
    return low, low


def _guessed_period(amount: Amount, text: str, currency: str) -> tuple[Period, float, bool]:
    """The period of an amount that names none: (period, factor for bare thousands, whether it is doubtful)."""
    if _HOUR_PAY.search(text) and amount.low < 1000:
        return "hour", 1, False
    if _DAY_PAY.search(text):
        return "day", 1, False
    held, low = conventions(), amount.low or amount.high or 0.0
    ordinary = held.ordinary.get(currency, held.ordinary[FALLBACK])
    by_year = currency in _TOLD_BY_YEAR and low >= ordinary * held.by_year_factor
    if by_year or (amount.unit_said and low >= ordinary * held.year_from_factor):
        return "year", 1, True
    if not amount.unit_said and low < held.thousand_below and amount.high is not None:
        return "month", 1000, True  # 5-8, 15-20: thousands
    if believable(amount.high or low, "month", currency):
        return "month", 1, False
    likely = likely_period(low, currency, ("hour", "day"))
    return likely or "month", 1, True


def _months_said(text: str) -> int | None:
    if found := _MONTHS.search(text):
        return int(found[1] or found[2] or found[3])
    if found := _MORE_MONTHS.search(text):
        return 12 + int(found[1])
    return 13 if _DOUBLE_PAY.search(text) else None


def _kind(amount: Amount, text: str) -> PayKind:
    if amount.role == "base" or _PLUS_MORE.match(amount.after):
        return "base_plus"
    if _TO_AGREE.search(amount.before):  # 面议 first, an amount only as a hint of its size
        return "negotiable"
    return "piece" if amount.period == "piece" or _PIECE.search(text) else "stated"


def _silent(text: str, raw: str, currency: str) -> Salary:
    """What a text without an amount says: negotiable, piece work, a base with commission, or nothing."""
    if _PIECE.search(text):
        return Salary(period="piece", kind="piece", currency=currency, text=raw)
    if _NEGOTIABLE.search(text):
        return Salary(period="negotiable", kind="negotiable", currency=currency, text=raw)
    kind: PayKind = "base_plus" if _COMMISSION.search(text) else "absent"
    return Salary(kind=kind, currency=currency, text=raw)


def _read(raw: str, currency: str | None, unit: str | None) -> Salary:
    plain = plain_amount(raw)
    if plain:  # most rows of most files: the same reading without looking for what is not there
        return _settled(*plain, raw, currency or (currency_in(unit) if unit else None), unit)
    text = readable(raw, conventions().read_chars)
    money = currency_in(text, currency or (currency_in(unit) if unit else None))
    amounts = [] if _NEGATIVE.match(text) else find_amounts(text)
    if not amounts:
        return _silent(text, raw, money or FALLBACK)
    # The best told amount; among equals the first. max() keeps the first of equals.
    best = _for_all(amounts) or max(amounts, key=lambda amount: amount.weight)
    return _settled(best, text, raw, money, unit)


def _for_all(amounts: list[Amount]) -> Amount | None:
    """From the least to the most where each kind of people has an amount of its own: 大专5000,本科6000."""
    several = [one for one in amounts if one.role != "probation" and _FOR_WHOM.search(one.before)]
    if len(several) < 2:
        return None
    least = min(several, key=lambda one: one.low)
    if all(_OPEN_TOP.match(one.after) for one in several):
        return least
    return replace(least, high=max(one.high or one.low for one in several))


def _settled(best: Amount, text: str, raw: str, said_money: str | None, unit: str | None) -> Salary:
    money = said_money or FALLBACK
    low, high = _stated(best, text)
    kind, months = _kind(best, text), _months_said(text)
    period, factor, doubtful = best.period or _unit_period(unit), _unit_scale(unit, best), False
    if period is None and months:
        period = "month"  # 14薪 counts monthly pays
    if period is None:
        period, bare, doubtful = _guessed_period(best, text, money)
        factor *= bare
    if factor != 1:
        low, high = (None if end is None else round(end * factor, 4) for end in (low, high))
    low, high = positive(low), positive(high)
    said = monthly_salary(low, high, period, months, money, kind, raw)
    checked = doubted(said, currency_known=said_money is not None)
    return replace(checked, doubtful=True) if doubtful else checked


def _unit_period(unit: str | None) -> Period | None:
    found = find_amounts(f"1000元/{unit.rpartition('/')[2]}") if unit and "/" in unit else []
    return found[0].period if found else None


def _unit_scale(unit: str | None, amount: Amount) -> float:
    """What a table's own unit multiplies a bare number with: 千元/月, 万/年."""
    if not unit or amount.unit_said:
        return 1
    return next((step for word, step in (("千", 1000), ("k", 1000), ("万", 10000), ("w", 10000)) if word in unit), 1)


@lru_cache(maxsize=65536)
def _cached(text: str, currency: str | None, unit: str | None) -> Salary:
    return _read(text, currency, unit)


@overload
def parse_salary(text: Cell, *, table_unit: str | None = None, currency: str | None = None) -> Salary: ...
@overload
def parse_salary(text: Many, *, table_unit: str | None = None, currency: str | None = None) -> list[Salary]: ...
def parse_salary(
    text: Cell | Many, *, table_unit: str | None = None, currency: str | None = None
) -> Salary | list[Salary]:
    """What a pay text says.

    >>> pay = parse_salary("8千-1.2万/月")
    >>> pay.min, pay.max, pay.period, pay.months
    (8000.0, 12000.0, 'month', 12)
    >>> parse_salary("时薪22元").min_month
    3828.0

    ``table_unit`` is the unit a table's heading names (``"千元/月"``, ``"万/年"``); it holds for bare numbers.
    ``currency`` is the one meant where the text names none. An open end is None: 6千以上 has no ``max``. An amount
    that cannot be a month's pay is doubted: the likely reading is given and the stated one kept in ``otherwise``.

    >>> pay = parse_salary("200 ~ 240 元/月", currency="TWD")
    >>> pay.period, pay.min_month, pay.doubtful, pay.otherwise.period
    ('hour', 34800.0, True, 'month')

    No amount: the kind says why. Never an error. A pay below nothing is none.

    >>> parse_salary("薪资面议").kind, parse_salary("").kind, parse_salary("-500").kind
    ('negotiable', 'absent', 'absent')

    No text is absent pay; several texts give a list.

    >>> parse_salary(None).kind, [pay.max for pay in parse_salary(["5-6千", "面议"])]
    ('absent', [6000.0, None])
    """
    chars = conventions().read_chars
    unit = table_unit.lower() if table_unit else None
    if is_many(text):
        return [_cached(one[:chars], currency, unit) for one in texts_of(text)]
    return _cached(as_text(text)[:chars], currency, unit)
