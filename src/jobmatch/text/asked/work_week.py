"""How many hours a day and how many days a week are worked, in words; clock times are read by ``clock_times``."""

import re
from typing import Final

from jobmatch.patterns import late
from jobmatch.spoken import number_of
from jobmatch.text.asked.clock_times import NOT_WORK, stated_break
from jobmatch.text.clauses import clause_after, clause_before

_N: Final = r"(\d{1,2}(?:\.\d)?|[一二两三四五六七八九十]{1,2})"
_HOUR: Final = r" ?(?:个?半?)(?:小时|钟头|钟(?!点|表|头)|h(?![a-z]))"
_A_DAY: Final = r"(?:日工作(?:时间)?|每天|每日|一天|1天|每班|日均|单班|每个?工作日|天天|共计|平均)"
_DAILY: Final = (
    late(rf"{_A_DAY}[^\d,;。一二两三四五六七八九十\n]{{0,8}}{_N}{_HOUR}(?!以[内前后])"),
    late(rf"{_N}{_HOUR} ?(?:工作)?(?:/|每|一|1)(?:天|日|班)"),
    late(rf"(?<![\d./-]){_N}{_HOUR}(?:工作)?制"),
    late(rf"(?:^|每周|[上做干工作]|[,;。:\n ])[567五六七]天(?:工作)?制?,?{_N}{_HOUR}(?![后前内])"),
    late(
        rf"(?:[白夜早中晚日大小]班|[两二三四2-4]班(?:倒|制|轮换|[两二三2-3]?运转)|工作时间|上班时间|工时|上班|坐班|排班|打卡"
        rf"|站班|倒班"
        rf"|班次)[,:： (]{{0,2}}(?:为|是|共)? ?{_N}{_HOUR}(?![后前内休])"
    ),
    late(
        rf"(?:^|[^\w.~–—-]){_N}{_HOUR}(?=[,;。、 \n)]|双休|单休|大小周|外?加班|含|休|[两二三四2-4]班|长?白班|白夜|对倒"
        rf"|轮班|倒班"
        rf"|$)"
    ),
    late(
        r"\b(\d{1,2}(?:\.\d)?)[- ]?hours? (?:a|per|each|every) (?:day|shift)|\b(\d{1,2})[- ]?(?:hours?"
        r"|hrs?) (?:shifts?|days?"
        r"|rotating)|\b(\d{1,2}) ?hrs? (?:a|per) day|\b(\d{1,2}) ?hrs?/day|, (\d{1,2}) hours[.,;]"
    ),
)  # fmt: skip
_HOUR_SIGNS: Final = ("小时", "钟头", "hour", "hrs", "h/", "h工", "h制", "tens", "10s", "hr ", "个钟")
_HOURS_SHORT: Final = late(r"(?:工时|每班|排班|上班) ?\d{1,2} ?h(?![a-z])")
_TENS: Final = late(r"\b(?:four|4) (?:tens|10s|10-hour)")
_WEEKLY: Final = late(r"\b(\d{2}) ?(?:hours|hrs) (?:a|per|/|over)(?: ?week| (?:four|five|six|[4-6]) days)")
_NOT_WORK: Final = late(
    r"培训|休|吃饭|用餐|直播时长|课时|客户|响应|回复|值班电话|急救|自愿|最多|不超过|可选|加班|睡|路程|车程|24|课程"
    r"|热线|在线|营业|配送|待命|送达|返费|一次|学时|提前|义工|志愿|学习|实操"
)
_NOT_WORK_AFTER: Final = late(r"[内后前课]|以[内前后]|之[内后前]|服务|营业|热线|在线|加班$|直播|学习")
_INSIDE: Final = late(r"[班制]?[ (,]{0,2}(?:含|包含|包括|其中|中间|with|including)")
_MOST, _LEAST = 16.0, 2.0  # hours of a day that a posting can mean

_ACT: Final = (
    r"(?:工作|上班|上|班|至少|出勤|来|到岗|在岗|可|能|能够|保证|实习|不少于|不低于|最少|只|需|需要|要|到班|排班|值班"
    r"|固定|约|做|干|共|现场|以上|排){0,4}"
)

_DAYS_A_WEEK: Final = (
    late(
        rf"(?<!双)(?:每周|一周|每星期|每个?礼拜|一星期|一个礼拜|周){_ACT} ?([1-7](?:\.5)?|[一二两三四五六七])"
        r"(?:[-~至到][1-7一二三四五六七])? ?(?P<half>天半|天|个(?:工作日|晚上|上午|下午|半天))(?!休|假)"
    ),
    late(r"(?:每周|一周|一个星期|一个礼拜)(?:来|上班|上门|到|做|去|打扫|巡|跑|巡查)?([2-7二两三四五六七])次(?!会)"),
    late(r"(?<![\d-])([1-7一二两三四五六七])(?:[-~至到][1-7一二三四五六七])? ?天 ?(?:/|每)(?:周|星期)"),
    late(
        r"\b([1-7]|one|two|three|four|five|six|seven)[- ](?:days?|shifts|evenings|nights|mornings) ?(?:a|per|/"
        r"|each)? ?week\b"
        r"|\b([4-6]|four|five|six)[- ]days?(?: week|(?= ?[,.;]))|\bover (four|five|six) days|\b([1-7]|four|five"
        r"|six) days a week"
    ),
)  # fmt: skip
_REST_DAYS: Final = late(
    r"(?:周|每周|一周|每星期|每个?礼拜|一个?星期|一个?礼拜|每7天|每七天)(?:固定|轮流|排|轮|可)?(?:休息?"
    r"|歇) ?([12一二两])(?:天|日)(?!制学)"
    r"|(?:周)(?:休|歇)([一二12])(?=[,;。\n ]|$)|\b(one|two|1|2) days? off (?:a|per|each|every) week"
)
_SIX_AND_ONE: Final = late(r"[做上干]([4-6四五六])天?休(?:息)?([123一二两三])天?")
_HALF_DAYS: Final = late(
    r"(?:周|星期|礼拜)六(?:只|仅)?上?半[天日]|(?:[上做干]|每周)(?:五天半|5天半|5\.5天)"
    r"|(?<![\d.])5\.5天(?:工作)?制"
)
_CLOSED: Final = late(
    r"(?:周|星期|礼拜)[一二三四五](?:公休|店休|固定休)|\bclosed (?:on )?((?:mon|tue|wed|thu|fri|sat"
    r"|sun)[a-z]*(?:(?: ?&| ?,| and) ?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)*)"
)
_NINE_TO_SIX: Final = late(
    r"(?<![\d.])(?:9(?P<to>5|6|9)(?P<days>[56])|1010(?P<six>[56]))(?![\d.年号元/%a-z*-])"
)  # 955, 996
_WEEKEND_OFF: Final = late(
    r"(?:周末双?|周六日|周六、?(?:周)?日|双休日|(?:周|星期|礼拜)六[和、,到至]?(?:(?:周|星期|礼拜)[日天]"
    r"|日))(?:两天)?(?:都|均|正常|固定|法定(?:节假日)?)?(?:休(?!闲)|放假|歇|不上班)"
)
_SUNDAY_OFF: Final = late(r"(?:周|星期|礼拜)[日天](?:固定|正常|都)?(?:休(?!闲)|放假|歇|不上班)")
_WEEKEND_DAYS: Final = late(
    r"周末(?:两|2|二)天|周六(?:日|、周?日|和周?日)"
    r"[^休须需配可能要轮,;。]{0,6}(?:班|\d{1,2} ?[:点](?!.{0,12}面试))|(?:只"
    r"|限)周六(?:、|和)?(?:周)?日|\bsaturdays? (?:and|&|/) sundays?\b(?! off)"
)
_SPAN: Final = late(r"(?:周|星期|礼拜)([一二三四五六日天]) ?(?:至|到|-+|~|—+) ?(?:周|星期|礼拜)?([一二三四五六日天])")
_SINGLE_DAYS: Final = late(
    r"(?:周|星期|礼拜)([一二三四五六日天](?:[、和及/]?(?:周|星期"
    r"|礼拜)?[一二三四五六日天]){1,4})(?![一二三四五六日天至到~-]|天|[^,;。\d]{0,4}(?:休|放假|歇|除外))"
)
_THESE: Final = late(r"^ ?$|(?<!面试)(?<!接待)(?:固定|只|限|仅|每|上班|上课|工作|时间)(?:时间)?(?:为|在|是|:| )*$")
_MON_TO_FRI: Final = late(r"\bm ?[-–] ?f\b|\bweekdays only|(?:^|[,;。\n])工作日(?=[:\d]|上午|早)")
_WEEKENDS_ONLY: Final = late(r"\bweekends only\b")
_DAY_NAMES: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ENGLISH_SPAN: Final = late(
    rf"\b({'|'.join(_DAY_NAMES)})[a-z]{{0,6}}\.? ?(?:-|–|to|through|thru|until) ?({'|'.join(_DAY_NAMES)})[a-z]{{0,6}}\b"
)
_DAY_NAME: Final = late("|".join(_DAY_NAMES))
_WEEK: Final = 7
_TURNS: Final = late(r"轮休|排休|调休|平日|休(?:息)?[一二两12]天|轮班|排班|单休|月休|其中|任选|营业|任意|[大小]周")
_ORDER: Final = "一二三四五六日"
_WEEK_SIGN: Final = late(r"[4-7四五六七]天|周|星期|礼拜|week|day|m-f|m - f|mon|tue|wed|thu|fri|sat")


def daily_hours(folded: str) -> float | None:
    """The hours of a working day that a folded text names, without a break that it names, too.

    >>> daily_hours("8小时工作制"), daily_hours("白班12小时含吃饭1小时"), daily_hours("12小时内回复")
    (8.0, 11.0, None)
    """
    if not (any(sign in folded for sign in _HOUR_SIGNS) or ("h" in folded and _HOURS_SHORT.search(folded))):
        nine = _nine_to_six(folded)
        return (float(nine["to"]) + 3 if nine["to"] else 12.0) if nine else None
    for pattern in _DAILY:
        for found in pattern.finditer(folded):
            before = clause_before(folded, found.start() + 1, 6) + found[0]
            if not (_NOT_WORK.search(before) or _NOT_WORK_AFTER.match(clause_after(folded, found.end(), 3))):
                hours = number_of(next(part for part in found.groups() if part)) + (0.5 if "半" in found[0] else 0)
                if _LEAST <= hours <= _MOST:
                    inside = _INSIDE.match(folded, found.end())
                    return hours - (stated_break(folded, found.end() + (inside[0][0] in "班制")) if inside else 0)
    return 10.0 if _TENS.search(folded) else _of_week(folded)


def _of_week(text: str) -> float | None:
    weekly = _WEEKLY.search(text)
    days = days_a_week(text) if weekly else None
    return round(int(weekly[1]) / days, 2) if weekly and days and int(weekly[1]) / days <= _MOST else None


def days_a_week(folded: str) -> float | None:
    """The days of a week that are worked, where a folded text counts or names them.

    >>> days_a_week("每周至少到岗4天"), days_a_week("周休一日"), days_a_week("周二至周六")
    (4.0, 6.0, 5.0)
    >>> days_a_week("sunday through thursday"), days_a_week("周一至周日,轮休")
    (5.0, None)
    """
    nine = _nine_to_six(folded)
    if not (nine or _WEEK_SIGN.search(folded)):
        return None
    for pattern in _DAYS_A_WEEK:
        counts = {_counted(found) for found in pattern.finditer(folded)}
        if counts and not _is_half(folded):
            return counts.pop() if len(counts) == 1 else None  # 平时每周2天,暑假每周5天
    return float(nine["days"] or nine["six"]) if nine else _by_rest(folded) or _by_span(folded)


def _nine_to_six(text: str) -> re.Match[str] | None:
    """955 and the like."""
    return _NINE_TO_SIX.search(text) if any(sign in text for sign in ("95", "96", "99", "1010")) else None


def _is_half(text: str) -> bool:
    return ("半" in text or "5.5" in text) and bool(_HALF_DAYS.search(text))


def _counted(found: re.Match[str]) -> float:
    return number_of(next(part for part in found.groups() if part))


def _by_rest(text: str) -> float | None:
    if _is_half(text):
        return 5.5
    rest = _REST_DAYS.search(text)
    if rest:
        return 7 - _counted(rest) - (0.5 if text[rest.end() : rest.end() + 1] == "半" else 0)
    turn = _SIX_AND_ONE.search(text)
    if turn and number_of(turn[1]) + number_of(turn[2]) == _WEEK:
        return number_of(turn[1])
    closed = _CLOSED.search(text) if "休" in text or "closed" in text else None
    if closed:
        return 7.0 - (len(_DAY_NAME.findall(closed[1])) if closed[1] else 1)
    if _WEEKEND_OFF.search(text):
        return 5.0
    return 6.0 if _SUNDAY_OFF.search(text) else None


def _by_span(text: str) -> float | None:
    found = next((one for one in _SPAN.finditer(text) if not NOT_WORK.search(clause_before(text, one.start()))), None)
    if found:
        first, last = (_ORDER.index(day.replace("天", "日")) for day in found.groups())
        return None if _TURNS.search(text) and (last - first) % 7 >= 5 else (last - first) % 7 + 1.0
    english = _ENGLISH_SPAN.search(text)
    if english:
        first, last = map(_DAY_NAMES.index, english.groups())
        return (last - first) % 7 + 1.0
    if _MON_TO_FRI.search(text):
        return 5.0
    single = None if _TURNS.search(text) else _SINGLE_DAYS.search(text)
    if single and _THESE.search(clause_before(text, single.start())) and not _is_meeting(text, single):
        return float(len({*single[1]} & {*_ORDER, "天"}))
    return 2.0 if _WEEKEND_DAYS.search(text) or _WEEKENDS_ONLY.search(text) else None


def _is_meeting(text: str, found: re.Match[str]) -> bool:
    return bool(NOT_WORK.search(clause_after(text, found.end(), 20)))
