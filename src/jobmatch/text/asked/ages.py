"""The ages that a posting asks for, told from those of clients, children and the employer's own people."""

import re
from typing import Final

from jobmatch.patterns import late
from jobmatch.spoken import number_of
from jobmatch.text.clauses import clause_after, clause_before

YOUNGEST: Final = 16  # 劳动法 第15条; younger ages in a posting are those of children it is about
LAWFUL: Final = 18  # a lower bound up to here is the law's (劳动法 第58条), above it the employer's
_TO: Final = r"(?:-+|~|—+|–|至|到|to|and)"
_BELOW: Final = r"(?:以下|以内|之内|之下|内|封顶|为限|往下|及以下|以前|以里|里头|到头|为止|下(?=[,;。\n ]|$))"
_AGES: Final = late(rf"(?<!\d)(\d{{2}}) ?(?:周?岁)? ?(?:{_TO}|以上) ?[,至]?(\d{{2}}) ?周?岁(?!以上)")
_AGE_MOST: Final = late(
    r"(?:(?:不超过?|不大于|小于|低于|不得超过|不要超过?|别超过?|最大|上限|[未不]满|≤|<=?) ?(\d{2}) ?周?岁"
    r"|(?<!\d)(\d{2}) ?周?岁(?:\(含\))?(?:及|或"
    rf"|\(含\))?(?:{_BELOW}))"
)
_AGE_LEAST: Final = late(
    r"(?:年?满|大于|不小于|不低于)? ?(?<!\d)(\d{2}) ?周?岁(?:\(含\))?(?:及|或|\(含\))?(?:以上|往上|起)"
    r"|(?<![未不])年?满 ?(\d{2}) ?周?岁|(?<![未不])年满 ?(\d{2})(?=[,;。\n、 ]|以上|$)"
    r"|(?:^|[,;。\n、] ?)(\d{2})往上(?=的?(?:[,;。\n、]|$))"
)
# Without 岁: behind 年龄, or beside a sex, or a clause that holds nothing else (，18-60，).
_BARE_AGES: Final = late(
    rf"年龄[^\d,;。\n]{{0,6}}(?P<a>\d{{2}}) ?{_TO} ?(?P<b>\d{{2}})(?!\d|[-.]\d|万|元)"
    rf"|(?:^|[,;。\n、(]|[男女](?:性|士|生|工)?[,、 ]?) ?(?P<c>\d{{2}}) ?{_TO} ?(?P<d>\d{{2}})"
    r"(?=(?:都行|均可|都可|之间|都要|可以|的| )*(?:[,;。\n、)]|$))"
)
_BETWEEN: Final = late(r"满 ?(\d{2}) ?[,、]?不超过? ?(\d{2})(?!\d)|(?<!\d)(\d{2})以上,?(\d{2})以下")
_BARE_MOST: Final = late(
    rf"(?:^|[,;。\n、] ?)(?:要|限|不超过?|别超过?)?([3-7]\d){_BELOW}(?=(?:的|就行|都行|都可以|即可"
    rf"|也行)*(?:[,;。\n、]|$))"
    rf"|(?:^|[,;。\n、] ?)(?:年龄)?(?:不超过?|别超过?|不要超过?)([3-7]\d)(?=[,;。\n、]|$)"
    rf"|年[龄纪][^\d,;。\n]{{0,6}}(\d{{2}})(?:及|或)?{_BELOW}|年[龄纪]"
    rf"(?:限|(?:最大)?(?:不要|不能|不得|不|别)(?:超过?|大于))(\d{{2}})|[男女](?:性|士|生|工|同志"
    rf"|的)?[,、 ]{{0,2}}(\d{{2}})(?:及|或)?{_BELOW}"
)
# Limits that differ by sex (男60女50以下): the wider one holds for somebody.
_SEX: Final = (
    r"{}[性士生工]?(?:职工|同志|年龄)?(?P<w{}>年?满|不超过?|不大于|限"
    r"|须)? ?(?P<n{}>\d{{2}}) ?(?:周?岁)?(?P<e{}>\(含\)|(?:及|或)?(?:以下|以内|以上))?"
)

_BY_SEX: Final = late("|".join(
    _SEX.format(one, mark, mark, mark) + r"[,、;/和及 ]{0,2}" + _SEX.format(other, mark + 1, mark + 1, mark + 1)
    for one, other, mark in (("男", "女", 1), ("女", "男", 3))
))  # fmt: skip
_RANGES_BY_SEX: Final = late(
    rf"[男女][性士生工]?[^\d,;。]{{0,3}}(\d{{2}}) ?{_TO} ?(\d{{2}}) ?(?:周?岁)?[,、;/ ]{{0,2}}[男女][性士生工]?"
    rf"[^\d,;。]{{0,3}}"
    rf"(\d{{2}}) ?{_TO} ?(\d{{2}})"
)
_ENGLISH_BOTH: Final = late(
    rf"\b(?:aged?|ages?) (?:between |from )?(\d{{2}}) ?{_TO} ?(\d{{2}})\b"
    rf"|\bbetween (?:the ages of )?(\d{{2}}) and (\d{{2}})(?: years|(?= ?[,.;\n]|$))"
    rf"|\b(\d{{2}}) ?{_TO} ?(\d{{2}}) years (?:old|of age)"
)
_ENGLISH_LEAST: Final = late(
    r"\b(?:at least|minimum of|over) (\d{2})(?:s\b| years? (?:old|of age)|\b(?= ?[,.;]|$))|\b(?:minimum age"
    r"|age minimum)\D{0,6}(\d{2})"
    r"|\baged? (\d{2}) ?(?:minimum|or over|or above|and over|\+)|\b(\d{2}) ?(?:years? (?:old |of age )?)?(?:or"
    r"|and) (?:older|over|above)\b"
    r"|(?:^|[.,;\n•] ?|must be )(\d{2})(?:\+| plus)(?= only| ?[.,;\n]|$)|\bmin(?:\.|imum)? age\D{0,4}(\d{2})"
)
_ENGLISH_MOST: Final = late(
    r"\b(?:under|up to|below|no older than|not over|not older than|maximum) (\d{2})(?: years (?:old|of age)"
    r"|(?= ?[,.;\n]|$))|\bmaximum age\D{0,6}(\d{2})"
    r"|\b(?:upper )?age limit\D{0,6}(\d{2})|\b(\d{2}) (?:years )?(?:or|and) (?:under|younger|below)\b"
)
# 50岁以上勿扰 is an upper bound, 18岁以下不招 a lower one; who is only told to think about it is not barred.
_REFUSE: Final = (
    r"(?:的|者)?(?:就|一律|都)?(?:请)?(?:勿扰|勿投|勿来|免谈|不要|不考虑|别来|莫来|不用来|别打|算了|不招|不收"
    r"|不予|请绕)"
)
_REFUSED: Final = late(
    rf"(?<!\d)(\d{{2}}) ?(?:周?岁)?(?:[以往](上)|[以往](下)){_REFUSE}"
    rf"|(?:超过?|过了|大于|高于) ?(\d{{2}}) ?(?:周?岁)?{_REFUSE}"
)
_DISCOURAGED: Final = late(r"(?<!\d)\d{2} ?周?岁?[以往][上下](?:的|者)?(?:不建议|不太?适合|慎重|谨慎|慎投)")
_OTHER_AGES: Final = late(
    r"平均|(?:服务|照顾|照护|教学|授课|辅导|收托|招生|保障)对象|案主|住民|院民|老人|长者|客户|顾客|儿童|学员|宝宝|孩子|幼儿|小朋友|面向|团队|同事|员工(?!年龄)|学生(?!优先)|患者|病人"
    r"|客群|用户|受众"
)
_ONLY_WELCOME: Final = late(r"^(?:的|者)?(?:亦可|也可|也行|均可|可以?|皆可|都行|都要|优先|佳|更佳|为佳|欢迎|可放宽)")
_NUMERAL: Final = late(
    r"[一二三四五六]?十[一二三四五六七八九]?(?= ?周?岁|以[下内上里]|之[下内]|之间|封顶"
    r"|往[下上]|到头|为止|下(?=[,;。\n]|$)|[到至-])"
)
_SIGNS: Final = ("岁", "年龄", "年纪", "男", "女", "以内", "以下", "往下", "往上", "封顶", "年满")
_BELOW_SIGN: Final = late(r"[3-7超了以](?:(?<=[3-7])\d[内下里]|(?<=[超了])[3-7]\d|(?<=以)上的?就?[别不勿])")
_RANGE: Final = late(rf"\d{{2}} ?{_TO} ?\d{{2}}")
_ENGLISH_WORDS: Final = ("age", "old", "year", "between", "under", "over", "above", "plus", "+")  # of the next
_ENGLISH_SIGNS: Final = late(
    r"between \d\d|no older|maximum age|under \d\d|\b\d\d (?:or|and) (?:over|under|above)|\bage[ds]?\b|years? (?:old"
    r"|of age)|\b\d\d(?:\+| plus)(?= only| ?[.,;\n]|$)|older|\bover \d\d"
)
_OLDEST: Final = 75  # an upper bound above it is no age of work
_RANGE_YOUNG, _RANGE_OLD = 30, 35  # a bare range that begins later or ends sooner may be pay, hours or kilograms
_GROWN: Final = (35, 45, 65)  # 40-52 alone: from and to where one works that late
_BESIDE_SEX: Final = late(r"^[,、 ]?[男女](?![装鞋科宿厕])")

Ages = tuple[int | None, int | None]


def find_ages(folded: str) -> Ages:
    """The least and the greatest age that a folded text asks for; None where it does not say.

    >>> find_ages("年龄20-45,男女不限"), find_ages("男60女50以下"), find_ages("教3-6岁儿童")
    ((20, 45), (None, 60), (None, None))

    Who is welcome as well is no bound, nor is a preference.

    >>> find_ages("55岁以上可"), find_ages("35岁以下优先"), find_ages("at least 21 years old")
    ((None, None), (None, None), (21, None))
    """
    if any(sign in folded for sign in _SIGNS) or _worth(folded):
        return _chinese(_NUMERAL.sub(lambda found: f"{number_of(found[0]):g}", folded))
    worth = any(word in folded for word in _ENGLISH_WORDS) and _ENGLISH_SIGNS.search(folded)
    return _english(folded) if worth else (None, None)


def _worth(text: str) -> bool:
    """Whether a text that names no ages may hold bare ones."""
    return bool((_RANGE.search(text) and _BARE_AGES.search(text)) or _BELOW_SIGN.search(text))


def _chinese(text: str) -> Ages:
    text = text.replace("岁周岁", "周岁")
    for pattern in (_RANGES_BY_SEX, _BY_SEX):
        by_sex = _first(pattern, text)
        widest = _of_sexes(by_sex) if by_sex else (None, None)
        if widest != (None, None):
            return widest
    both = _first(_AGES, text, welcome=True) or _first(_BARE_AGES, text, welcome=True)
    both = both or (_BETWEEN.search(text) if "不超" in text or "以下" in text else None)
    if both and (told := _between(both, text)):
        return told
    refused = {not found[3]: int(found[1] or found[4]) for found in _REFUSED.finditer(text)}
    text = _DISCOURAGED.sub("", _REFUSED.sub("", text))
    low = _number(_first(_AGE_LEAST, text)) or refused.get(False)
    high = _number(_first(_AGE_MOST, text) or _first(_BARE_MOST, text)) or refused.get(True)
    return (low if low and low >= YOUNGEST else None), (high if high and LAWFUL < high <= _OLDEST else None)


def _english(text: str) -> Ages:
    both = _ENGLISH_BOTH.search(text)
    if both and (told := _between(both)):
        return told
    low, high = _number(_ENGLISH_LEAST.search(text)), _number(_ENGLISH_MOST.search(text))
    return (low if low and YOUNGEST <= low <= _OLDEST else None), (high if high and high > LAWFUL else None)


def _between(found: re.Match[str], around: str = "") -> Ages | None:
    """The two ends; of bare numbers those that a sex stands beside, or that are nothing but ages of work."""
    low, high = (int(part) for part in found.groups() if part)
    if not YOUNGEST <= low < high <= _OLDEST:
        return None
    said = any(word in found[0] for word in ("岁", "年龄", "age", "男", "女", "满", "以上"))
    said = said or bool(_BESIDE_SEX.search(around[found.end() : found.end() + 4]))
    grown = _GROWN[0] <= low <= _GROWN[1] <= high <= _GROWN[2]
    return (low, high) if said or grown or (low <= _RANGE_YOUNG and high >= _RANGE_OLD) else None


def _of_sexes(found: re.Match[str]) -> Ages:
    if len(found.groups()) == 4:  # a range for each
        lows, highs = sorted(map(int, found.group(1, 3))), sorted(map(int, found.group(2, 4)))
        return (lows[0], highs[1]) if YOUNGEST <= lows[0] < highs[1] <= _OLDEST else (None, None)
    numbers = sorted(int(value) for name, value in found.groupdict().items() if name[0] == "n" and value)
    words = "".join(value for name, value in found.groupdict().items() if name[0] != "n" and value)
    if "满" in words or "以上" in words:
        return (numbers[0], None) if numbers[0] >= YOUNGEST else (None, None)
    return (None, numbers[1]) if words and LAWFUL < numbers[1] <= _OLDEST else (None, None)


def _number(found: re.Match[str] | None) -> int | None:
    return int(next(part for part in found.groups() if part)) if found else None


def _first(pattern: re.Pattern[str], text: str, *, welcome: bool = False) -> re.Match[str] | None:
    """The first age that a posting asks of the person, not tells of others; of ranges what is welcome, too."""
    for found in pattern.finditer(text):
        before, after = clause_before(text, found.start(), 10), clause_after(text, found.end(), 8)
        if not _OTHER_AGES.search(before + after) and (welcome or not _ONLY_WELCOME.match(after)):
            return found
    return None
