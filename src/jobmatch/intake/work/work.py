"""What the client has done: jobs with years and ends, status, since when without work, why the last job was left."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import NUMBER, pattern
from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, YEARS, Fact, Reading, fact, low_of, years_in
from jobmatch.intake.work.at_employer import by_employer, by_what_was_done, only_there
from jobmatch.intake.work.jobs import SPAN, named_jobs, since_last_job, span_of
from jobmatch.intake.work.leaving import employer_left, read_leaving
from jobmatch.intake.work.mentions import mentions
from jobmatch.intake.work.occupation import kind_of_work
from jobmatch.intake.work.status import is_of_higher_school, read_status
from jobmatch.text.work.sayings import trade_told

_NOTHING: Final = re.compile(r"(?:空白|为?零|暂?无|没有?过?|没干过|没做过|none|nil|no)\s*$")
_DID: Final = re.compile(
    r"(?<![能想会要愿可以不去学不])(?:做过?|送过|干过?|当(?!前|地|时|天|年|场|面|事|中|然|下|众)过?|从事过?|担任过?|任职?|开过?|跑过|曾任|work(?:ed"
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
    rf"|满)?(?P<n>{NUMBER})(?:来|多|几|余)?(?P<unit>年|个月|years?)(?P<half>半)?(?!前|后|级|度|底|初|来|没|未|能|挣|赚|有|拿|给|到手|\d|[一-十]?月|生|出)"
)
_ONLY_YEARS: Final = re.compile(
    rf"(?:有过?|具有|具备|共有?|累计)?(?P<n>{NUMBER})(?:来|多|几|余)?(?P<unit>年|个月|years?)(?P<half>半)?(?:以上|多"
    rf"|左右)?(?: of)?的?(?:相关|社会)?(?:工作|从业|work )?(?:经验|经历|工龄|experience)"
)
_WORKED: Final = re.compile(
    rf"^\s*(?:(?:工作|从业)年限|工龄|(?:算下来|算起来|算算|加起来|满打满算|里里外外|前前后后|断断续续|陆陆续续|一共|总共|统共|拢共|合计|共|前后|一直|都|这行|这一?[行活]|这个|(?:在)?(?:外面|外头|厂里|店里|工地上?|单位|老家|城里|这家|那家))*(?:工作|干|做|从业|待)(?:了|过)?)(?:快|近|将近|差不多|大约|整整)*[: ]*(?P<n>{NUMBER})(?:来|多|几|余)?(?P<unit>年|个月)(?P<half>半)?\s*$"
)
_IN_A_FORM: Final = re.compile(r"^\s*(?:(?:工作|从业|在岗|岗位)?年限|干了多久|做了多久|工龄|年资): *(?P<n>\d{1,2})\s*$")
_AT_THE_LAST: Final = re.compile(  # of the job named before: 上一家施工单位做了6年
    r"^\s*在?(?:上一?家|前一家|那家|这家|同一家|原单位|老单位)[^,。;\d]{0,8}?(?:干|做|待|工作)(?:了|过)?(?:快|近|将近|差不多|大约|整整)*"
    rf"(?P<n>{NUMBER})(?:来|多|几|余)?(?P<unit>年|个月)(?P<half>半)?\s*$"
)
_YEARS_ALONE: Final = (_ONLY_YEARS, _WORKED, _IN_A_FORM, _AT_THE_LAST)
_WHERE_WHAT: Final = re.compile(
    r"(?:以前|之前|原来|原先)(?:是|在)?[^,。;]{0,6}?(?:厂|公司|店|单位|医院|学校)(?:里|的)?(?P<job>[\u4e00-\u9fff]{2,6})$"
)
_FORMER: Final = re.compile(
    r"(?:原是|原为|原来是|以前是|之前是|曾是|曾为|过去是|(?<![太丰平中草高开固武三松桃洪还复屏苗])原|former|下岗的?)(?P<job>[\u4e00-\u9fff]{2,10}?(?:员|工(?!作)|师|师傅|司机|保安|保洁|会计|经理|主管"
    r"|护士|教师|老师|店长|厨师|收银|文员|客服))"
)
_AT: Final = re.compile(
    r"在(?P<where>[\u4e00-\u9fffa-z]{1,12}?(?:厂|公司|超市|酒店|饭店|餐厅|医院|工地|商场|学校|银行|物业|店|单位|车间|幼儿园|食堂|物流园|仓库|机关"
    r"|事业单位))(?:里|内)?(?:上班|打工|工作)?"
)


def read_work(reading: Reading) -> Iterator[Fact]:
    """Every fact about the client's work so far."""
    facts = [*named_jobs(reading), *(one for clause in reading.own() for one in _of_clause(clause, reading))]
    if not any(one.field == "conditions.experience" for one in facts):  # then there is no list to spoil
        facts += (one for clause in reading.own() for one in only_there(clause, reading))
    facts += (one for clause in reading.note.clauses if clause.others for one in employer_left(clause, reading))
    yield from facts
    fields = {one.field: one for one in facts}
    last = since_last_job(facts, reading.note.shadow)
    since = fields.get("registration.unemployed_since") or last
    if last:
        yield last
    graduate = fields.get("registration.status")
    if graduate and graduate.value == "new_graduate" and is_of_higher_school(reading.note.shadow):
        yield replace(graduate, field="registration.groups", value="高校毕业生", confidence=LIKELY)
    if since and "registration.status" not in fields:
        yield replace(since, field="registration.status", value="unemployed")


def _of_clause(clause: Clause, reading: Reading) -> Iterator[Fact]:
    yield from _jobs(clause, reading)
    yield from read_leaving(clause, reading)
    yield from read_status(clause, reading)


def _jobs(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """No work at all, or jobs by the form of the sentence where no word list knows their kind."""
    nothing = _NOTHING.match(clause.text, clause.value) if clause.key == "done" and clause.value else None
    found = nothing or pattern("work.none").search(clause.text) or pattern("role.never").search(clause.text)
    if found and not pattern("work.since_then").search(clause.text[: found.start()]):
        yield fact("conditions.experience", None, clause, found, PLAIN)
        return
    if clause.has("goal.want") and not clause.past and "经验" not in clause.text:
        return
    taken: list[tuple[int, int]] = []
    for form, sure in _FORMS:
        for found in form.finditer(clause.text):
            job = None if mentions(clause.text[found.start() : found.end() + 4]) else kind_of_work(found["job"])
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
    yield from _listed_by_key(clause)
    if not taken and all(one.employer for one in mentions(clause.text)):
        yield from (
            [*_by_key(clause)]
            or [*by_what_was_done(clause, reading)]
            or [*by_employer(clause, reading)]
            or _only_years(clause)
        )


_KEYED_JOB: Final = re.compile(
    rf"(?:在)?(?:[\u4e00-\u9fff]{{1,6}}(?:厂|公司|店|超市|医院|学校|集团))?(?:里|内|的|做|当)?(?P<job>[\u4e00-\u9fffa-z/]{{2,8}}?)(?:工作)?[ :(]*(?:约|共|满)?(?P<n>{NUMBER})(?:来|多|几|余)?(?P<unit>年|个月)(?P<half>半)?"
)


def _by_key(clause: Clause) -> Iterator[Fact]:
    """What stands behind 干过: with its years, in whatever words."""
    found = _KEYED_JOB.match(clause.text.rstrip(), clause.value) if clause.key == "done" else None
    years = _years_of(found) if found else None
    if found and years and not kind_of_work(found["job"]):
        yield fact("conditions.experience", {"occupation": found["job"], "years": years}, clause, found, WEAK)


_ITEM_YEARS: Final = re.compile(
    rf"(?P<job>[\u4e00-\u9fffa-z/]{{2,14}}?)(?:了|过)?[ (:]*(?:(?:约|共|满|有)?(?P<n>{NUMBER})(?:来|多|几|余)?(?P<unit>年|个月)(?P<half>半)?[^、;]{{0,12}}|)\)?"
)
_FOR_WHOM_OR_WHEN: Final = re.compile(r"^(?:给人|帮人|替人|帮忙|主要|一直|先|后来?|又|再|最早)+")


def _listed_by_key(clause: Clause) -> Iterator[Fact]:
    """Each item behind 干过: that tells what was done in words that no list knows: 水泥厂过磅(8年)、小区发传单."""
    if clause.key != "done":
        return
    at = clause.value
    for item in re.split("[、;]", clause.text[clause.value :]):
        start, at = at, at + len(item) + 1
        found = _ITEM_YEARS.fullmatch(item.strip())
        said = _FOR_WHOM_OR_WHEN.sub("", found["job"]) if found else ""
        if not found or len(said) < _SHORTEST_ITEM or mentions(item) or not trade_told(said):
            continue
        years = _years_of(found)
        job = {"occupation": said} | ({"years": years} if years else {})
        yield fact("conditions.experience", job, clause, (start, start + len(item)), WEAK)


_SHORTEST_ITEM: Final = 3  # characters of an item that tells what was done


def _only_years(clause: Clause) -> Iterator[Fact]:
    """Years of work of which the note does not say what it was."""
    found = next(filter(None, (form.search(clause.text) for form in _YEARS_ALONE)), None)
    years = _years_of(found) if found else None
    if found and years:
        yield fact("conditions.experience", {"years": years}, clause, found, PLAIN)


_SPAN_JOB: Final = re.compile(SPAN.pattern + r"[ ,:在于]*(?P<job>[\u4e00-\u9fffa-z0-9()]{2,20})")
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


_YEARS_NEXT: Final = re.compile(
    rf",(?:一共|前后|总共|共|整整|快|近|有)*(?:干|做|待)?(?:了|过)?{NUMBER}(?:来|多|几)?(?:年半?|个月)(?=[,。;\n]|$)"
)


def _years_next(clause: Clause, found: "re.Match[str]", reading: Reading) -> float | None:
    """The years that stand alone behind the clause that ends with the job: 在公关公司做媒介,六年."""
    behind = None if clause.text[found.end() :] else _YEARS_NEXT.match(reading.note.shadow, clause.end)
    said = years_in(behind[0]) if behind else None
    return said[0] if said else None


def _job(job: str, clause: Clause, found: "re.Match[str]", reading: Reading) -> dict[str, Any]:
    """One job with its years and its end, as far as the clause or the sentence before it says them."""
    made: dict[str, Any] = {"occupation": job}
    span = SPAN.search(clause.text)
    years = _years_of(found)
    if years is None and span:
        years, ended = span_of(span, reading.today)
        made |= {"ended": ended} if ended else {}
    if years is None and (next_to := _years_next(clause, found, reading)):
        years = next_to
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
        many = low_of(groups["n"])
        if many is None:
            return None
        months = "月" in groups.get("unit", "年")
        return round(many / 12, 2) if months else many + (0.5 if groups.get("half") else 0)
    return None
