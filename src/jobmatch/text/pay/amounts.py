"""Amounts of money in a short text: each with its ends, unit of time and the part it plays."""

import re
from dataclasses import dataclass
from typing import Final

from jobmatch.patterns import late
from jobmatch.records.salary import Period
from jobmatch.text.fold import fold
from jobmatch.text.numerals import to_digits

_CURRENCIES: Final = {
    "TWD": r"nt\$|ntd|twd|新?台币", "HKD": r"hk\$|hkd|港[币元]", "MOP": r"mop|澳门[币元]", "USD": r"us\$|usd|美[元金]",
    "JPY": r"日[元币]|円|jpy", "EUR": r"€|eur\b|欧元", "GBP": r"£|gbp|英镑", "CNY": r"¥|rmb|cny|人民币",
}  # fmt: skip
_DOLLARS: Final = frozenset({"USD", "TWD", "HKD"})
_CURRENCY: Final = late("|".join(f"(?P<{code}>{words})" for code, words in _CURRENCIES.items()))
_PERIODS: Final[tuple[tuple[str, Period], ...]] = (
    (r"小时|钟头?|hours?|hrs?|h(?![a-z])|hourly|时(?!间|段|薪)", "hour"),
    (r"天|(?:[6-9]|1[0-2]|24) ?(?:小时|h)|日(?!结)|[白夜早中晚]?班(?!车)|晚(?!班)|工日|days?|daily|d(?![a-z])", "day"),
    (r"周(?!结)|星期|礼拜|weeks?|weekly|wk", "week"),
    (r"个?月(?!结)|months?|monthly|mon?(?![a-z])", "month"),
    (r"年|years?|yearly|yr|annum|annually|pa(?![a-z])", "year"),
    (r"件|单|票|趟|次|场|课时|[节堂](?!日)|吨|米|平|立?方|亩|kg|公里|套|台|份|箱|页|千?字|个(?!月|小时|人)", "piece"),
)  # fmt: skip
_PER: Final = "|".join(f"(?P<{period}>{words})" for words, period in _PERIODS)
_SIGN: Final = r"(?:[a-z]{0,3}[¥$€£]|rmb|cny|ntd|twd|hkd|usd|eur|gbp|mop)"
_NUMBER: Final = r"\d{1,12}(?:\.\d{1,4})?"
_UNIT: Final = r"(?:[千百万]|[kw](?![a-z])|thousand)"
_MONEY: Final = r"(?:元|块钱?|圆|rmb|人民币|美[元金]|港[币元]|新?台币|日[元币]|欧元|英镑|usd|twd|hkd|cny|ntd|eur|gbp)"
_DASH: Final = r"(?:-+|_|~+|—+|–|‒|―|−|‐|〜|∼|至|到|ー|─+|to|(?<=\d)一(?=\d)|(?<=\d)/(?=\d{3}))"
_SPAN: Final = late(
    rf"(?<![\d.])(?<!\d:)(?P<sign>{_SIGN})? ?(?P<low>{_NUMBER}) ?(?P<low_unit>{_UNIT})? ?(?P<low_money>{_MONEY})?"
    rf"(?: ?/ ?(?:月|年|天|日|时|小时|月薪|month|year|hour|day|hr))?"
    rf"(?: ?{_DASH} ?{_SIGN}? ?(?P<high>{_NUMBER}) ?(?P<high_unit>{_UNIT})? ?(?P<high_money>{_MONEY})?)?"
)
_PLAIN_NUMBER: Final = r"(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,7}(?:\.\d{1,2})?)"
_STEP: Final = {"百": 100, "千": 1000, "k": 1000, "thousand": 1000, "万": 10000, "w": 10000}
# After the amount, its unit of time: 元/月, 每小时, 一天, per hour; words like 左右 and 以上 may stand between.
_AFTER: Final = late(
    rf"[ +多左右上下以起内(税前后)]{{0,8}}(?:(?:/|每|1|per|an?(?= )|p) ?(?:1)?(?:个)?|(?=hourly|daily"
    rf"|weekly|monthly|yearly|annual)) ?(?:{_PER})"
)
_NEAR: Final = late(r"[^\d,;]{0,8}")
# Before the amount, near it: 时薪, 每天, 年薪 (税前). The last one said holds.
_BEFORE: Final = late(
    r"(?P<hour>时薪|论时|小时工资|每小时|1小时|钟点|hourly)|(?P<day>日薪|日工资|每天|1天|每日|daily)|(?P<week>周薪|每周|1周|1个?星期|weekly)"
    r"|(?P<year>年薪|年收入|年入|首年|年包|每年|1年|年综合|年总包|annual)|(?P<month>月薪|月入|月收入|每月|月均|月综合|月工资|1个月|monthly)"
    r"|(?P<piece>计件|按件|(?:每|1|一)(?:件|单|趟|次|场|课时|节|吨|平|方|亩|米))"
)
# Numbers that count something else, by what follows or stands before.
_COUNT: Final = late(
    r" ?(?:周?岁|人|名|位|:|%|‰|公里|平米|级|强|险|金|家|层|楼|届|后|斤|公斤|kg|cm|分|休|倍|期|路|号|点|线|维"
    r"|d(?![a-z])"
    r"|g(?![a-z])|倒|班倒|薪|个月(?!薪)|个月薪[资水酬]|years?|小时制|平方|㎡|字|亿"
    r"|(?:st|nd|rd|th)(?![a-z])|[ap]m|\+? ?years?|项|种|款|门|本|页|-\d)"
)  # fmt: skip
_TIME: Final = late(r" ?(?:个?小时|天|日|时|月(?!薪)|年(?!薪)|周|hours?|days?|weeks?|months?)")
# Money that is not paid to anybody who works here.
_NOT_PAY: Final = late(
    r"(?:注册资[本金]|营业额|销售额|产值|投资|规模|业绩|面积|管辖|管理过|负责过|推荐奖|奖励|打字)[^\d,;]{0,6}$"
)
_NUMBERED: Final = late(
    r"(?:(?:周|星期)|百分之|早|晚|人数|名额|数量|身高|体重|视力|邮编"
    r"|电话|手机|微信|tel|qq|vx|年龄|第|编号|no\.?|№|满|休|龄)[:： ]*$"
)
_EXTRA_BEFORE: Final = late(
    r"(?:[餐饭房车话]补|(?<!实习)(?:补贴|补助|津贴)|奖[金励]?|全勤|绩效|提成|工龄|浮动|押金"
    r"|(?<!免)费(?=[用: ]{0,2}$)|保证金|公积金|红包|报销"
    r"|[涨调加]薪(?!后|到|至|为)|涨了?(?!到|至|为|薪)|递增|[满每][^\d,;]{0,6}加(?!班|薪)"
    r"|注册资[金本]|营业额|销售额|业绩|融资|产值|投资|保额|交易额|流水|资产)"
    r"[^\d,;，；。+=(综]{0,4}$"
)
_EXTRA_AFTER: Final = late(
    r"(?:元|块)?(?:/月|每月|/天|/人)?的?(?:餐|饭|房|车|话|住宿|交通|高温|夜班)?(?:补贴|补助|补|津贴|奖金|全勤|红包|押金|奖励)"
)
_ROLES: Final = (
    ("probation", late(r"试用|实习|见习|学徒期|培训期|首月|[前第]\d个月")),
    ("base", late(r"底薪|(?:基本|基础|固定)(?:工资|薪)|固薪|无责|保底|base|本薪|本俸")),
    ("total", late(r"综合|薪|工资|收入|待遇|到手|月入|年入|年包|报酬|salary|pay")),
)
# The same after the amount: 5000底薪+提成; in 6000底薪3000 it belongs to the next.
_BASE_AFTER: Final = late(r" ?[元块/每月]{0,3}的?(?:无责任?|高)?(?:底薪|基本工资|保底)(?![^+,;]{0,3}\d)")
_SUM: Final = late(r"= ?$")
_SCORE: Final = {"sum": 4, "total": 3, "plain": 2, "base": 1, "probation": 0}


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount found: its ends as numbers, its unit of time if said, and the words around it."""

    low: float
    high: float | None
    period: Period | None
    unit_said: bool
    role: str
    before: str
    after: str

    @property
    def weight(self) -> int:
        """How likely this amount is the pay: a total before a plain number before a base or a probation pay."""
        return _SCORE[self.role]


_FORMAL: Final = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_DIGITS: Final = str.maketrans("一二三四五六七八九", "123456789")
_HALF: Final = late(
    r"(?<![\d.])(\d{1,3})(万|千|块)([1-9一二三四五六七八九])(?![\d.十千百万kw人个名天])"
)  # 1万8, 22块五
_DATE_OR_PHONE: Final = late(
    r"(?<!\d)(?:(?:19|20)\d\d(?:([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)|年\d{1,2}月\d{1,2}日?)"
    r"|0\d{2,3}-\d{7,8}(?!\d))"
)
_THOUSANDS: Final = late(
    r"(?<=\d),(?=\d{3}(?!\d))|(?<=(?<!\d)\d) (?=\d{3}(?:$|[-~元/ ]))|(?<=(?<!\d)\d\d) (?=\d{3}(?:$|[-~元/ ]))"
)
_MILLION: Final = late(r"((?:年薪|收入|年入|月入|年包)[过破超达可]{0,2})百万")
_SPACED: Final = late(r"(?<![\d.] )(?<![\d.])\d(?: \d){3,5}(?! ?[\d.])")  # 6 5 0 0
# 200一天: the last sign is a measure and no digit of the number.
_ONE_UNIT: Final = late(
    r"(?<=[\d元块百千万kw]) ?一(?=天|日|个?小时|钟头|个?月(?!薪)|年(?!薪)|周|个?星期|件|单|趟|次|班)"
)


def readable(text: str, chars: int) -> str:
    """The text as the patterns expect it: folded, lower case, digits for numerals, no thousands commas."""
    folded = fold(text[:chars]).lower().translate(_FORMAL)
    folded = _DATE_OR_PHONE.sub(" ", _THOUSANDS.sub("", _SPACED.sub(lambda found: found[0].replace(" ", ""), folded)))
    folded = _MILLION.sub(r"\g<1>100万", _ONE_UNIT.sub("/", folded))
    folded = re.sub(r"(?<![\d.])(\d)[、,](\d)(?=[千万kw])", r"\1-\2", to_digits(folded))
    folded = _HALF.sub(lambda found: f"{found[1]}.{found[3].translate(_DIGITS)}{found[2]}", folded)
    return re.sub(r"(?:过|破|上|超)万(?!科|达|元店)", "1万以上", folded)


def currency_in(text: str, meant: str | None = None) -> str | None:
    """The currency a text names, else the one that is ``meant``.

    A bare dollar sign is the dollar that is meant, the US dollar where none is.

    >>> currency_in("hk$18000"), currency_in("5000元"), currency_in("$15/hr", "CNY"), currency_in("时薪$200", "TWD")
    ('HKD', None, 'USD', 'TWD')
    """
    found = _CURRENCY.search(text)
    if found:
        return found.lastgroup
    return "USD" if "$" in text and meant not in _DOLLARS else meant


def _value(number: str, unit: str | None) -> float:
    value = float(number.replace(",", ""))
    return round(value * _STEP[unit.lower()], 4) if unit else value


def _ends(match: re.Match[str]) -> tuple[float, float | None]:
    low_unit, high_unit = match["low_unit"], match["high_unit"]
    if match["high"] is None:
        return _value(match["low"], low_unit), None
    if not low_unit and high_unit and _value(match["low"], high_unit) <= _value(match["high"], high_unit):
        low_unit = high_unit  # 1-1.5万: the unit holds for both
    elif low_unit and not high_unit and _value(match["high"], None) < 1000:
        high_unit = low_unit  # 5千-8
    low, high = _value(match["low"], low_unit), _value(match["high"], high_unit)
    return (low, high) if low <= high else (high, low)


_PLAIN: Final = late(
    rf"(?P<low>{_PLAIN_NUMBER})(?P<low_unit>[千万kK]?)(?P<low_money>元?)"
    rf"(?: ?[-~] ?(?P<high>{_PLAIN_NUMBER})(?P<high_unit>[千万kK]?)(?P<high_money>(?: ?元)?))?"
    rf"(?:/(?P<per>小时|天|周|月|年))?(?P<rest>(?:·(?:1[2-9]|2[0-4])薪)?)"
)
_PLAIN_PERIOD: Final[dict[str | None, Period | None]] = {
    None: None, "小时": "hour", "天": "day", "周": "week", "月": "month", "年": "year",
}  # fmt: skip


def plain_amount(text: str) -> tuple[Amount, str] | None:
    """The amount of a text that is nothing but a range with its units, and what it says of monthly pays.

    >>> amount, rest = plain_amount("8千-1.2万·13薪")
    >>> amount.low, amount.high, rest
    (8000.0, 12000.0, '·13薪')

    Any other word makes it a text for ``find_amounts``.

    >>> plain_amount("8千以上") is None
    True
    """
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    low, high = _ends(match)
    if not (high or low):
        return None
    unit_said = bool(match["low_unit"] or match["low_money"] or match["high_unit"] or match["high_money"])
    return Amount(low, high, _PLAIN_PERIOD[match["per"]], unit_said, "plain", "", ""), match["rest"]


def _counts_something_else(match: re.Match[str], before: str, after: str, unit_said: bool) -> bool:
    low = match["low"]
    if _NOT_PAY.search(before) or (_NUMBERED.search(before) and not unit_said):
        return True
    if unit_said:
        return False
    clock = len(low) == 4 and low[0] == "0"  # 0900~1800
    if (
        clock
        or _COUNT.match(after)
        or len(low) > 7
        or (before[-1:].isalpha() and before[-1:].isascii() and len(low) < 3)
    ):
        return True
    return bool(_TIME.match(after)) and float(match["high"] or low) < (3000 if "年" in after[:2] else 100)


def _is_extra(before: str, after: str, *, first: bool) -> bool:
    found = _EXTRA_BEFORE.search(before)
    if found and not (first and before[: found.start()].endswith(("+", "加"))):  # 底薪+奖金5000 tells the whole
        return True
    return bool(_EXTRA_AFTER.match(after))


def _period_of(before: str, after: str, low: float) -> Period | None:
    found = _AFTER.match(after)
    if found is None:
        found = max(_BEFORE.finditer(before), key=re.Match.end, default=None)
        if found is None or not _NEAR.fullmatch(before, found.end()):
            return None
        if found.lastgroup == "piece" and low >= 1000:
            return None  # 计件 6000-9000: piece work, but the amount is a month's
    return found.lastgroup  # type: ignore[return-value]


def _role(before: str, after: str) -> str:
    if _SUM.search(before):
        return "sum"
    if _BASE_AFTER.match(after):
        return "base"
    near = re.split(r"[,;。，；\n]", before)[-1]
    return next((role for role, words in _ROLES if words.search(near)), "plain")


def find_amounts(text: str) -> list[Amount]:
    """Every amount of money in a ``readable`` text that may be pay, in order.

    >>> [(a.low, a.high, a.period, a.role) for a in find_amounts("底薪3000,综合5000-8000元/月,餐补300元")]
    [(3000.0, None, None, 'base'), (5000.0, 8000.0, 'month', 'total')]

    Ages, times, telephone numbers and headcounts are no amounts.

    >>> find_amounts("18-45岁,8:30-17:30,招10人,电话13800000000")
    []
    """
    amounts: list[Amount] = []
    previous = 0
    for match in _SPAN.finditer(text):
        before, after = text[max(previous, match.start() - 14) : match.start()], text[match.end() : match.end() + 24]
        marks = ("sign", "low_unit", "low_money", "high_unit", "high_money")
        unit_said = any(match[mark] for mark in marks)
        if _counts_something_else(match, before, after, unit_said):
            continue
        previous = match.end()
        if _is_extra(before, match["low_money"] or after, first=not amounts) or _EXTRA_AFTER.match(after):
            continue
        low, high = _ends(match)
        if not (high or low):
            continue  # 0元入职
        within = "".join(re.findall(r"/ ?[^\d\-~]+", match[0]))  # 5000元/月-8000元
        period = _period_of("", within, low) or _period_of(before, after, low)
        amounts.append(Amount(low, high, period, unit_said, _role(before, after), before, after))
    return amounts
