"""Jobs by the names of their kinds: how long each was done and when it ended; since when the client is without work."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from jobmatch.intake.clauses.phrasebook import NUMBER, pattern
from jobmatch.intake.fact import LIKELY, Fact, Reading, years_in
from jobmatch.intake.work.months import WHEN, when
from jobmatch.intake.work.roles import Told
from jobmatch.spoken import number_of
from jobmatch.text.dates import MONTH_NAME, MONTH_REST, MONTHS

LEAVES: Final = (
    r"收的?(?:摊|档|店)(?=$|[,。;])|被换(?:下来|掉|了)|在家养(?:伤|病|胎)|把(?:她|他|我|人)们?(?:给)?(?:换|辞|裁|撵|赶)(?:掉|了|走|下来)|(?<=[\d月年])关(?=$|[),。;])|没撑住|撑不下去|开不下去|裸辞|商解|协商解除|离(?:厂|队|场|店)(?![^,。;]{0,3}近)|不敢再?(?:骑|开|跑|干|做"
    r"|送|爬)了?(?=$|[,。;])|(?:^|(?<=[就才便]))走了(?=$|[,。;])|(?:回来|回家|回乡|返乡)(?=带|照顾|伺候|陪读"
    r"|看护|养病|待产)|(?:厂里|公司|单位|店里|老板|人家|工地|队里)[^,。;]{0,3}不要了|再没回去|没再回去|自离"
    r"|未再(?:上班|工作|就业|干|出去)|回来的(?=$|[,。;])|没再用|没用(?:她|他|我)了|不用(?:她|他|我)了|退了?租"
    r"|没去了|没再去|退回来|不再聘|没(?:有)?续签|没续签|到期后?(?:未|没有?|不)再?(?:续|签)|不要(?:她|他|我"
    r"|人)了|用不着(?:她|他|人|那么多人)?|没了份工|没干下去|干不下去|做不下去|散的(?=$|[,。;])|提(?:了"
    r"|的)?离职|签了(?:解除|离职)|盘(?:出去|掉|了)(?!点)|转(?:出去|让)了|流转了|劝退|散的?伙|退下来|接手了"
    r"|不让(?:去|干|来|做|摆|跑|开)了?|没让(?:她|他)?(?:干|去)|停飞|上岸|返乡|就停(?=$|[,。])|就回来了|(?:干"
    r"|做|送|跑|开|看|教|卖)到(?=(?:去|今|前)年|\d{1,2}月|上个?月)|跑了(?=$|[,。;就没])|下岗|离岗|脱岗|离职"
    r"|辞职|辞[的了掉]|辞工|失业(?!登记|金|保险|证|人员|人口)|没的?工作|没班上|没活[干了儿]?|没有?再(?:出去|找"
    r"|上)|撤店|撤柜|解聘|解约|关闭|期满|届满|注销|裁撤|辞别|卷铺盖|被裁|裁[的了掉员]|辞退|倒闭|离开|离的|走的"
    r"|不干了?|不做了?|没做了?|没干了?|没上班|停工|停了|停产|停业|解除|合同到期|合同没续|没续|歇业|关门"
    r"|关[了的张停]|关店|收店|收掉|收了|闭店|店关|场子关|优化|破产|改制|解散|分流|清退|资遣|走人"
    r"|黄[了摊]|撤了|兑出|搬走|搬迁|搬到|搬去|搬了|外移|跑路|散了|买断|不用人|退伍|退役|炒了|出了?事故|收尾|收了尾|亏了|转让|拆迁|出来的|做到(?!店长|主管|经理)|项目黄|退休收|裁撤|合并|结业|执笠"
    r"|没再(?:干|做|上班|去|跑|开|出)|歇(?:了|着|下来)|(?:到现在|至今)[^,。;]{0,4}(?:在家|没|闲|待业|无业"
    r"|未就业|赋闲)|没有?(?:再)?干(?:过|了)|再?没(?:出去)?(?:上过?班|干过?活|活(?:儿|干|了|$)|工作)|就没了"
    r"|(?:岗位|活儿?|生意|厂子?)没了|停办|转手|转了手|交的?车|换了?公司|换届|撤场|撤并|执[了左]|没[做返]|裁人"
    r"|失的业|下的岗|休完产假|回的?家|闲(?:着|下来|在家)|毁损|散伙|卖了|辞的|不用(?:她|他|我|了|人)|收档"
    r"|[干做]完的|做到头"
    r"|redundancy|moved to [a-z]+|quit|resigned|went bust|went under|finished|shut|left|laid off|let go"
    r"|lost (?:her|his) job|redundant|closed|folded|moved out|stopped|ended|unemployed|out of work|tupe"
)
LEFT_ON: Final = re.compile(
    rf"(?P<when>{WHEN.replace('@', 'a')})(?!起|开始|以来|(?:入|进|退)(?:职|厂|伍)?的)(?:[^,。;]{{0,14}}?|(?:查出|检查出|体检|确诊|受伤|出事|生病|摔)[^。;]{{0,26}}?|(?:因为?|由于)[^。;]{{0,30}}?[而被遭])(?:{LEAVES})"
)
_LEFT_AHEAD: Final = re.compile(  # 2007年下岗前系化肥厂包装工
    rf"(?P<when>{WHEN.replace('@', 'd')})(?:下岗|失业|离职|内退|买断)(?:前|之前|以前)(?:系|是|为|在|任|做|当)*[^,。;\d]{{0,10}}$"
)
_UNTIL: Final = re.compile(
    rf"(?:到|至|直到|做到|干到|till|until|to|(?:{LEAVES})[a-z ]{{0,12}}(?:in|since|on|at)|(?<=[\d年月]) ?[-–—~]) ?(?:the )?(?:end of )?(?P<when>{WHEN.replace('@', 'b')})(?!起|开始)"
)
SPAN: Final = re.compile(
    r"(?P<from>(?:19|20)\d\d) ?年?(?:[./-]?(?P<fm>\d{1,2})(?=月|[-~到至—–]))?月?(?:\d{1,2}[日号])?(?:入职|进厂|起|开始)?(?:[^,。;\d]{0,8}?一直)?(?: ?(?:-|~|到|至|—|–|to))+ ?"
    r"(?P<to>(?:19|20)\d\d|至?今|现在|now|present)(?:[./年-](?P<tm>\d{1,2})(?!\d))?年?月?"
)
_SPOKEN: Final = r"(?:[五六七八九零〇][零〇一二三四五六七八九]|[一二][零〇一二三四五六七八九]|(?<!\d)\d\d)"
_IN_BRACKETS: Final = re.compile(rf" ?\((?:{SPAN.pattern})[^)]{{0,8}}\)")  # a span that is of this job alone
_SHORT_SPAN: Final = re.compile(  # 八五年干到二四年
    rf"(?P<from>{_SPOKEN})年(?:\d{{1,2}}月|[一二三四五六七八九十]{{1,2}}月)?(?:入职|进厂|起|开始)?[^,。;\d]{{0,6}}?(?:到|至|-)(?P<to>{_SPOKEN})年"
)
_SINCE: Final = re.compile(r"(?P<from>(?:19|20)\d\d) ?年?(?:起|开始|[^,。;\d()]{0,6}(?:以?后|之后|以来))")
_ENGLISH_SPAN: Final = re.compile(
    rf"(?P<fn>{MONTH_NAME}){MONTH_REST} (?P<from>(?:19|20)\d\d) ?(?:-|to|until|till) ?(?P<tn>{MONTH_NAME}){MONTH_REST} (?P<to>(?:19|20)\d\d)"
)
_YEARS_AHEAD: Final = re.compile(
    rf"(?:(?P<low>{NUMBER}) ?(?:来|多|几|余)?(?P<unit>年|个月|years?'?|yrs?)(?P<half>半)?|(?<=[过了])半年)(?:多)?(?: (?:in|at) (?:an? |the )?[a-z]+(?: [a-z]+)?(?= as ))?(?: of)?(?:的)?(?:工作|从业|实习)?(?:(?: work)?(?: experience)? (?:as|in)(?: an?)? ?)?(?:(?![零一二两三四五六七八九十])[\u4e00-\u9fff]{{1,4}}(?<=[行店市厅厂矿地场站院局所校队楼]))? ?$"
)
_SEASON: Final = re.compile("(?:一|每)年(?:就|只|干|做|里|有)?$")  # 一年三个月: work of a season
_A_MONTHS_PAY: Final = re.compile("一个月(?:也|就|才|大概|差不多|能|挣|拿|给|开)*[\\d一二两三四五六七八九][\\d千百万]")
_WINDOW: Final = 60  # characters behind a job in which its length is told
_ENDS_WITHIN: Final = 70  # ... and when it ended


def named_jobs(reading: Reading) -> Iterator[Fact]:
    """Every kind of work that was done, with its years and its end as far as the words around it say them."""
    named = reading.told
    begin = 0  # behind all that was told before
    for at, one in enumerate(named):
        if at:
            begin = max(begin, named[at - 1].end)
        if one.role == "done":
            limit = _begin(named[at + 1]) if at + 1 < len(named) else one.end + _ENDS_WITHIN
            length = _length(one, (begin, limit), reading)
            job = (
                {"occupation": one.at.words}
                | length.values
                | ({} if "ended" in length.values else _end(one, length, limit, reading))
            )
            yield Fact(
                "conditions.experience", job, length.start, length.end, round(LIKELY * one.clause.sure * one.sure, 2)
            )


def _begin(one: Told) -> int:
    """Where the words of a job begin, with the years that stand before it: 三年缝纫机."""
    ahead = _YEARS_AHEAD.search(one.clause.text[: one.at.start])
    return one.clause.start + ahead.start() if ahead and one.role == "done" else one.start


@dataclass(frozen=True, slots=True)
class _Length:
    """What is said of how long a job was done, and the place in the note of the job with those words."""

    values: dict[str, Any]
    start: int
    end: int


_IN_BRACKETS_ALONE: Final = re.compile(r" ?\((?P<n>[1-9]|[12]\d)\)(?=$|[,。;、 \n])")


def _length(one: Told, around: tuple[int, int], reading: Reading) -> _Length:
    """How many years: said before it, behind it, or by the years from which and to which."""
    text, head = reading.note.shadow, one.clause.text[: one.at.start]
    ahead = _YEARS_AHEAD.search(head)
    if ahead and not pattern("jobs.no_length").search(head[: ahead.start()]) and (said := years_in(ahead[0])):
        return _Length({"years": said[0]}, one.clause.start + ahead.start(), one.end)
    if len(one.at.words) < one.end - one.start and (said := years_in(text[one.start : one.end])):
        return _Length({"years": said[0]}, one.start, one.end)  # 修了两年手机
    behind = text[one.end : min(around[1], one.end + _WINDOW)]
    span = _span(re.split("[。;!?\\n]", text[max(around[0], one.start - _WINDOW) : one.start])[-1], behind)
    if short := _SHORT_SPAN.search(head.rpartition(",")[2]) or _SHORT_SPAN.search(re.split("[。;!?\\n]", behind)[0]):
        begun, ended_in = (_short_year(short[name], reading.today) for name in ("from", "to"))
        if 0 < ended_in - begun <= _LONGEST:
            return _Length({"years": ended_in - begun, "ended": str(ended_in)}, one.start, one.end)
    said = _bare_number(text[: one.start], behind) or _first_length(behind)
    if said and not (span and span.start() < said[1]):
        return _Length({"years": said[0]}, one.start, one.end + said[2])
    if span and not _SINCE.search(head):
        years, ended = span_of(span, reading.today)
        values = ({"years": years} if years else {}) | ({"ended": ended} if ended else {})
        return _Length(values, one.start, one.end)
    return _Length({}, one.start, one.end)


# A second job in English whose number has no unit of its own: a baker for 5 years and a barista for 2.
_BARE_NUMBER: Final = re.compile(
    rf"(?: in [a-z ]{{2,20}}| at [a-z ]{{2,20}})? for (?P<n>{NUMBER})(?=$|[,.;]| and | then )"
)
_BARE_AHEAD: Final = re.compile(rf"(?:then|and|,) (?P<n>{NUMBER}) (?:as|in) (?:an? )?$")
_IN_YEARS: Final = re.compile(r"(?:years?|yrs?)[^.]{1,60}$")


def _bare_number(ahead: str, behind: str) -> tuple[float, int, int] | None:
    """A number of years without its unit: 育儿嫂(5); a baker for 5 years and a barista for 2."""
    if number := _IN_BRACKETS_ALONE.match(behind):
        return float(number["n"]), number.start(), number.end()
    if not _IN_YEARS.search(ahead):
        return None
    if found := _BARE_NUMBER.match(behind):
        return number_of(found["n"]), found.start("n"), found.end()
    told = _BARE_AHEAD.search(ahead)
    return (number_of(told["n"]), 0, 0) if told else None


def _first_length(text: str) -> tuple[float, int, int] | None:
    """The first length of time in the sentence behind a job that is its own: 一年三个月,做了七八年 has the second."""
    sentence, at = re.split("[。!?\\n]", text)[0], 0
    while said := years_in(sentence, at):
        if _is_length(text, said):
            return said
        if not _SEASON.search(text[: said[1]]):
            return None
        at = said[2]
    return None


_LONG_AFTER: Final = re.compile("后(?![来提升转调改又辞离])")  # and not 三年后升店长


def _is_length(text: str, said: tuple[float, int, int]) -> bool:
    """Whether a length of time is that of a job, and not of waiting, of unpaid wages or how long ago it was."""
    if _A_MONTHS_PAY.match(text, said[1]):
        return False
    behind = bool(_LONG_AFTER.match(text, said[2])) or text[said[2] :].startswith(
        ("前", "没", "未", "内", "工资", "的工资", "房租")
    )
    return said[0] <= _LONGEST and not behind and not pattern("jobs.no_length").search(text[: said[1]])


def _span(ahead: str, behind: str) -> "re.Match[str] | None":
    """From when to when: before the job in its clause, else behind it, else before it in its sentence."""
    if beside := _IN_BRACKETS.match(behind):
        return SPAN.search(beside[0])
    return (
        next(reversed(list(SPAN.finditer(ahead.rpartition(",")[2]))), None)
        or _ENGLISH_SPAN.search(behind)
        or SPAN.search(re.split("[。;!?\\n]", behind)[0])
        or next(reversed(list(SPAN.finditer(ahead))), None)
    )


def _end(one: Told, length: _Length, limit: int, reading: Reading) -> dict[str, Any]:
    """When the job ended, where the words behind it and its length tell."""
    head = one.clause.text[: one.at.start]
    around = reading.note.shadow, max(one.end, length.end), min(limit, one.end + _ENDS_WITHIN)
    found = _LEFT_AHEAD.search(head) or LEFT_ON.search(*around) or _UNTIL.search(*around)
    day = when(found["when"], reading.today) if found else None
    begun = _SINCE.search(head)
    if day and begun and 0 < (years := int(day[:4]) - int(begun["from"])) <= _LONGEST:
        return {"ended": day, "years": years}
    return {"ended": day} if day else {}


def _short_year(said: str, today: date) -> int:
    """八五 is 1985, 二四 is 2024."""
    digits = [int(number_of(one)) for one in said]
    short = 10 * digits[0] + digits[1]
    return short + (2000 if short <= today.year % 100 else 1900)


def span_of(span: "re.Match[str]", today: date) -> tuple[float | None, str | None]:
    """The length in years of a span, and its end; one that goes on has none."""
    groups = span.groupdict()
    first = groups.get("fm") or MONTHS.get(groups.get("fn") or "")
    last = groups.get("tm") or MONTHS.get(groups.get("tn") or "")
    begin = int(span["from"]) + ((int(first) - 1) / 12 if first else 0)
    if not span["to"][0].isdigit():
        return round(today.year + (today.month - 1) / 12 - begin, 1), None
    length = int(span["to"]) - int(span["from"]) + ((int(last) - int(first)) / 12 if first and last else 0)
    length = round(2 * length) / 2 if length >= 1 else round(length, 2)  # a calendar tells no more than half years
    return (length if 0 < length <= _LONGEST else None), f"{span['to']}-{int(last):02d}" if last else span["to"]


_LONGEST: Final = 50  # years of one job


def since_last_job(facts: Sequence[Fact], text: str = "") -> Fact | None:
    """Without work since the last job ended, where every job that is told has its end or has another behind it.

    Its words are those of the day in the ``text`` of the note, where the day is written out near the job.
    """
    jobs = [one for one in facts if one.field == "conditions.experience" and one.value]
    ended = [one for one in jobs if "ended" in one.value]
    status = {one.value for one in facts if one.field == "registration.status"}
    if not ended or status & {"employed", "student", "retired", "flexible"}:
        return None
    last = max(ended, key=lambda one: one.value["ended"])
    start, end = _day_near(last, text)
    return replace(last, field="registration.unemployed_since", value=last.value["ended"], start=start, end=end)


_AROUND: Final = 30  # characters around a job within which its last day stands


def _day_near(one: Fact, text: str) -> tuple[int, int]:
    """Where the last day of a job is written; where it is not, the place of the job."""
    day = re.compile(rf"(?:[a-z]{{3,9}}\.? )?{one.value['ended'][:4]}(?:年|[-./](?=\d))?(?:\d{{1,2}}月?)?", re.I)
    first = max(0, one.start - _AROUND)
    found = [(first + at.start(), first + at.end()) for at in day.finditer(text[first : one.end + _AROUND])]
    return min(found, key=lambda span: max(span[0] - one.end, one.start - span[1]), default=(one.start, one.end))
