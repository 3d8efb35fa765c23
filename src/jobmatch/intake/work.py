"""What the client has done: jobs with years and ends, status, since when without work, why the last job was left."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, YEARS, Fact, Reading, fact, number, years_in
from jobmatch.intake.note import NUMBER, Clause
from jobmatch.intake.occupation import kind_of_work
from jobmatch.records import coerce

_NONE: Final = re.compile(
    r"(?:无|没有?|毫无|缺乏|零)(?:任何|相关|实际|过|什么)?(?:工作|就业|社会|从业|上班)?(?:经验|经历)(?!要求|限)|(?:没有?|从未|从没|未曾)(?:正式)?(?:上过班|工作过"
    r"|就过业|参加过工作|出去工作过|干过活|打过工)"
    r"|从未就业|未就业过|一直(?:没|未)(?:上班|工作|就业)|没有?上过班|没工作经历|no work experience|never worked|no experience"
)
_DID: Final = re.compile(
    r"(?<![能想会要愿可以不去])(?:做过?|送过|干过?|当(?!前|地|时|天|年|场|面|事|中|然|下|众)过?|从事过?|担任过?|任职?|开过?|跑过|曾任|work(?:ed"
    r"|ing)? as(?: an?)?|worked in|was an?|job as(?: an?)?|previously(?: an?)?)(?:了|着)?(?:将近|快|近|约|大约|有|整整|差不多|前后|共)?"
    rf"(?P<long1>{YEARS.pattern.replace('?P<low>', '?:').replace('?P<high>', '?:').replace('?P<unit>', '?:').replace('?P<halfyear>', '?:').replace('?P<half>', '?:')})?(?:的|多|余|左右)?(?:过)? ?(?P<job>[\u4e00-\u9fffa-z/+#]{{2,14}}?(?: [a-z]+){{0,2}})(?:的)?(?:工作|岗位|一职|的活|等)?"
    r"(?=$|[,、;。(/:]|\d|[一二两三四五六七八九十]+(?:来|多|几)?(?:年|个月)|半年|了|有|后|至今|到|工作|的|,|期间|,|因|被| for | at | in | from )"
)  # fmt: skip
_YEARS_OF: Final = re.compile(
    rf"(?P<n>{NUMBER})(?:来|多|几|余)?(?P<unit>年|个月|years?)(?P<half>半)?(?:以上|多"
    rf"|左右)?(?: of)?的?(?P<job>[\u4e00-\u9fffa-z/]{{2,12}}?)(?:工作|从业|岗位|相关|方面)?(?:的)?(?:经验|经历|工龄|experience)"
)
_OF_YEARS: Final = re.compile(
    rf"(?P<job>[\u4e00-\u9fffa-z/]{{2,12}}?)(?:工作|岗位|从业|相关)?(?:的)?(?:经验|经历|工龄|experience)?(?:[干做当](?:了|过)?)?[ :]*(?:约|近|有|大约|将近|共"
    rf"|满)?(?P<n>{NUMBER})(?:来|多|几|余)?(?P<unit>年|个月|years?)(?P<half>半)?(?!前|后|级|度|底|初|来|没|未|\d|[一-十]?月|生|出)"
)
_ONLY_YEARS: Final = re.compile(
    rf"(?:有过?|具有|具备|共有?|累计)?(?P<n>{NUMBER})(?:来|多|几|余)?(?P<unit>年|个月|years?)(?P<half>半)?(?:以上|多"
    rf"|左右)?(?: of)?的?(?:相关|社会)?(?:工作|从业|work )?(?:经验|经历|工龄|experience)"
)
_WORKED: Final = re.compile(
    rf"^\s*(?:(?:工作|从业)年限|工龄|(?:一共|共|前后)?(?:工作|干|做|从业)(?:了|过)?)(?:快|近|将近|差不多|大约|整整)*[: ]*(?P<n>{NUMBER})(?:来|多|几|余)?(?P<unit>年|个月)(?P<half>半)?\s*$"
)
_WHERE_WHAT: Final = re.compile(
    r"(?:以前|之前|原来|原先)(?:是|在)?[^,。;]{0,6}?(?:厂|公司|店|单位|医院|学校)(?:里|的)?(?P<job>[\u4e00-\u9fff]{2,6})$"
)
_JOB_LINE: Final = re.compile(
    r"^[ ]*(?:工作经[历验]|从业经[历验]|工作履历|履历|原岗位|原职业|原工种|原从事|上一份工作|最后一份工作|最近工作|从事过|曾从事|前职|以前的工作|last job|work history"
    r"|experience|previous job|原工作|从业情况|原单位岗位)[ :是为]+(?P<jobs>.+)$"
)
_FORMER: Final = re.compile(
    r"(?:原是|原为|原来是|以前是|之前是|曾是|曾为|过去是|原|former|下岗的?)(?P<job>[\u4e00-\u9fff]{2,10}?(?:员|工|师|师傅|司机|保安|保洁|会计|经理|主管"
    r"|护士|教师|老师|店长|厨师|收银|文员|客服))"
)
_AT: Final = re.compile(
    r"在(?P<where>[\u4e00-\u9fffa-z]{1,12}?(?:厂|公司|超市|酒店|饭店|餐厅|医院|工地|商场|学校|银行|物业|店|单位|车间|幼儿园|食堂|物流园|仓库|机关"
    r"|事业单位))(?:里|内)?(?:上班|打工|工作)?"
)
_SPAN: Final = re.compile(
    r"(?P<from>(?:19|20)\d\d)(?:[.年/-](?P<fm>\d{1,2}))?月?(?:-|~|到|至|—|–)+(?P<to>(?:19|20)\d\d|至?今|现在|now"
    r"|present)(?:[.年/-](?P<tm>\d{1,2}))?年?月?"
)
_ENDED: Final = re.compile(
    r"(?P<when>(?:(?:19|20)\d\d|\d\d(?=年)|去年|前年|大前年|今年|上个?月|本月|上半年)(?:[年./-]? ?(?P<m>\d{1,2}"
    r"|[一二三四五六七八九十]{1,2})月(?:份)?|年?(?P<mm>底|末|初|年底|年初|春节前|夏天)|年)?(?:\d{1,2}[日号])?)(?:[^,。;]{0,14}?)(?:下岗|离职|辞职"
    r"|失业|被裁|辞退|倒闭|离开|辞了|不干了|停工|解除|合同到期|歇业|关门|优化|关停|停产|破产|改制|解散|出来(?!打)|资遣|走人|left|laid off)"
)
_ENDED_AT: Final = re.compile(
    r"(?:离职|失业|下岗|待业)(?:时间|日期)[:是 ]*(?P<when>(?P<y>(?:19|20)\d\d)[年./-](?P<m>\d{1,2}))"
)
_ENDED_EN: Final = re.compile(
    r"(?:left|laid off|lost (?:her|his) job|unemployed|out of work)[a-z ]{0,20}(?:in"
    r"|since) (?:(?P<mon>[a-z]{3,9}) )?(?P<year>(?:19|20)\d\d)"
)
_FOR_LONG: Final = re.compile(
    rf"(?:失业|待业|下岗|赋闲|闲置|离职|没上班|没工作|没有工作|没出去工作|在家|空窗|闲了|离岗|辞职|out of work for|unemployed for)(?:在家)?(?:已经?|了|有"
    rf"|达|长达|近|快|差不多|在家|待业|闲着|将近|大概|约| )*(?P<n>{NUMBER}|半) ?(?:来|多|几|余)?(?P<unit>年|个月|years?|months?)(?P<half>半)?"
    rf"|(?:已经?|有|近|快|将近)?(?P<n2>{NUMBER}|半)(?:来|多|几|余)?(?P<unit2>年|个月)(?P<half2>半)?(?:多|来)?(?:都)?(?:没有?"
    rf"|未)(?:再)?(?:出去|出来|正式|外出)?(?:工作|上班|就业|干活)"
)
_MONTHS: Final = {
    name: at
    for at, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_STATUSES: Final = ("retired", "student", "employed", "flexible", "new_graduate", "unemployed")


def read_work(reading: Reading) -> Iterator[Fact]:
    """Every fact about the client's work so far."""
    for clause in reading.own():
        yield from _jobs(clause, reading)
        yield from _left(clause)
        yield from _since(clause, reading)
        yield from _status(clause)


def _jobs(clause: Clause, reading: Reading) -> Iterator[Fact]:
    if found := _NONE.search(clause.text):
        yield fact("conditions.experience", None, clause, found, PLAIN)
        return
    if clause.has("goal.want") and not clause.past and "经验" not in clause.text:
        return
    line = _JOB_LINE.search(clause.text)
    if line:
        yield from _listed(clause, line)
        return
    taken: list[tuple[int, int]] = []
    for pattern, sure in _FORMS:
        for found in pattern.finditer(clause.text):
            job = kind_of_work(found["job"])
            span = found.span()
            if (
                job is None
                or any(a < span[1] and span[0] < b for a, b in taken)
                or clause.denies(found.start(), found.end())
            ):
                continue
            if clause.has("turns.abandoned") and not clause.has("goal.refuse"):
                continue
            taken.append(span)
            yield fact("conditions.experience", _job(job, clause, found, reading), clause, span, sure)
    if not taken:
        yield from _only_years(clause)


def _only_years(clause: Clause) -> Iterator[Fact]:
    """Years of work of which the note does not say what it was."""
    found = _ONLY_YEARS.search(clause.text) or _WORKED.match(clause.text)
    years = _years_of(found) if found else None
    if found and years:
        yield fact("conditions.experience", {"years": years}, clause, found, PLAIN)


def _listed(clause: Clause, line: "re.Match[str]") -> Iterator[Fact]:
    """The jobs of a line 工作经历：出纳3年、会计5年."""
    at = line.start("jobs")
    for item in re.split(r"[、/]|\+|和", line["jobs"]):
        start, at = at, at + len(item) + 1
        made = coerce.job(item.strip())
        if kind := kind_of_work(made.get("occupation", "")):
            yield fact("conditions.experience", made | {"occupation": kind}, clause, (start, start + len(item)), LIKELY)


_SPAN_JOB: Final = re.compile(_SPAN.pattern + r"[ ,:在于]*(?P<job>[\u4e00-\u9fffa-z0-9()]{2,20})")
_ENGLISH_YEARS: Final = re.compile(
    rf"(?P<n>{NUMBER}) (?P<unit>years?)(?P<half>半)? (?:of )?(?:work )?experience (?:as an?|in|as) (?P<job>[a-z]+(?: [a-z]+){{0,2}})"
)
_FORMS: Final = (
    (_ENGLISH_YEARS, PLAIN),
    (_WHERE_WHAT, LIKELY),
    (_SPAN_JOB, LIKELY),
    (_YEARS_OF, PLAIN),
    (_DID, LIKELY),
    (_FORMER, LIKELY),
    (_OF_YEARS, LIKELY),
)


def _job(job: str, clause: Clause, found: "re.Match[str]", reading: Reading) -> dict[str, Any]:
    """One job with its years and its end, as far as the clause or the sentence before it says them."""
    made: dict[str, Any] = {"occupation": job}
    span = _SPAN.search(clause.text)
    years = _years_of(found)
    if years is None and span:
        years, ended = _of_span(span, reading.today)
        made |= {"ended": ended} if ended else {}
    if years is None and (said := years_in(clause.text[max(0, found.start() - 8) : found.end() + 16])):
        after = clause.text[max(0, found.start() - 8) :][said[2] : said[2] + 2]
        years = None if after.startswith(("前", "没", "未")) else said[0]
    if years is not None and years <= 50:
        made["years"] = years
    return made


def _years_of(found: "re.Match[str]") -> float | None:
    groups = found.groupdict()
    if groups.get("long1"):
        said = years_in(groups["long1"])
        return said[0] if said else None
    if groups.get("n"):
        try:
            many = number(groups["n"])
        except (KeyError, ValueError):
            return None
        months = "月" in groups["unit"]
        return round(many / 12, 2) if months else many + (0.5 if groups.get("half") else 0)
    return None


def _of_span(span: "re.Match[str]", today: date) -> tuple[float | None, str | None]:
    begin = int(span["from"]) + (int(span["fm"]) - 1) / 12 if span["fm"] else int(span["from"])
    if not span["to"][0].isdigit():
        return round(today.year + (today.month - 1) / 12 - begin, 1), None
    end = int(span["to"]) + (int(span["tm"]) - 1) / 12 if span["tm"] else int(span["to"])
    length = round(end - begin, 1)
    ended = f"{span['to']}-{int(span['tm']):02d}" if span["tm"] else span["to"]
    return (length if 0 < length <= 50 else None), ended


_BECAUSE: Final = re.compile(r"^(?:说|说是|主要|原因|理由)*是?因为?(?P<why>.{2,30})$")


def _left(clause: Clause) -> Iterator[Fact]:
    because = _BECAUSE.match(clause.text.strip())
    if because and re.search(r"离职|辞职|离开|不干了|辞了", clause.before[-24:]):
        start = clause.text.index(because["why"])
        yield fact(
            "attitude.left_last_job_because", because["why"], clause, (start, start + len(because["why"])), LIKELY
        )
        return
    for found in clause.finds("left.why"):
        at = next((at for at in range(1, 6) if found.group(at)), None)
        if at is None:
            continue
        words = found.group(at).strip(" :,")
        if len(words) >= 2 and not words.startswith(("失业", "辞职")):
            yield fact("attitude.left_last_job_because", words, clause, found.span(at), LIKELY)
            return


def _since(clause: Clause, reading: Reading) -> Iterator[Fact]:
    if found := _ENDED_AT.search(clause.text):
        month = f"{found['y']}-{int(found['m']):02d}"
        yield fact("registration.unemployed_since", month, clause, found.span("when"), PLAIN)
        return
    if found := _ENDED.search(clause.text):
        day = _when(found, reading.today)
        if day:
            yield fact("registration.unemployed_since", day, clause, found.span("when"), LIKELY)
            return
    if found := _ENDED_EN.search(clause.text):
        number_of_month = _MONTHS.get((found["mon"] or "")[:3])
        yield fact(
            "registration.unemployed_since",
            f"{found['year']}-{number_of_month:02d}" if number_of_month else found["year"],
            clause,
            found,
            LIKELY,
        )
        return
    if found := _FOR_LONG.search(clause.text):
        word, unit, half = found["n"] or found["n2"], found["unit"] or found["unit2"], found["half"] or found["half2"]
        try:
            many = 0.5 if word == "半" else number(word)
        except (KeyError, ValueError):
            return
        months = many if "月" in unit or unit.startswith("month") else 12 * many + (6 if half else 0)
        if 0 < months <= 480:
            yield fact(
                "registration.unemployed_since", _months_ago(reading.today, round(months)), clause, found, WEAK + 0.1
            )


def _when(found: "re.Match[str]", today: date) -> str | None:
    said = found["when"]
    year = {"去": today.year - 1, "前": today.year - 2, "今": today.year, "大": today.year - 3}.get(said[0])
    if said.startswith(("上个月", "上月")):
        return _months_ago(today, 1)
    if said.startswith(("本月",)):
        return f"{today:%Y-%m}"
    if year is None:
        digits = re.match(r"\d{4}|\d{2}", said)
        if not digits:
            return None
        year = int(digits[0]) if len(digits[0]) == 4 else 2000 + int(digits[0])
    if year > today.year:
        return None
    month = found["m"]
    if month:
        value = int(number(month))
        return f"{year}-{value:02d}" if 1 <= value <= 12 else None
    near = {"底": "12", "末": "12", "年底": "12", "初": "01", "年初": "01", "春节前": "01"}.get(found["mm"] or "")
    return f"{year}-{near}" if near else str(year)


def _months_ago(today: date, months: int) -> str:
    whole = today.year * 12 + today.month - 1 - months
    return f"{whole // 12}-{whole % 12 + 1:02d}"


def _status(clause: Clause) -> Iterator[Fact]:
    for status in _STATUSES:
        for found in clause.finds(f"status.{status}"):
            if not clause.denies(*found.span()) and not (clause.past and status in ("employed", "flexible")):
                yield fact("registration.status", status, clause, found, LIKELY if status == "unemployed" else PLAIN)
                return
