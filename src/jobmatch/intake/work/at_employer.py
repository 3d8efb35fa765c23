"""Jobs that are told by where they were done, with what was done there in words that no list knows, or without."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import NUMBER, pattern
from jobmatch.intake.fact import LIKELY, WEAK, Fact, Reading, fact, years_in
from jobmatch.text.work.sayings import says_what_is_done, trade_told

_AT_EMPLOYER: Final = re.compile(
    rf"(?:在|^)(?:[\u4e00-\u9fff]{{0,4}}?(?:一家|一个|某家?|村里的?|镇上的?|老家的?))?(?P<where>(?!以前|之前|后来|先前|曾|原来)(?:(?:(?!在)[\u4e00-\u9fff]){{1,8}}?(?:厂|公司|店|铺|饭馆)|(?:(?!在)[\u4e00-\u9fff]){{0,8}}?(?:医院|诊所|营业厅|网吧|幼儿园|农场|养殖场|砖窑|建筑队|工程队|车队|合作社|水电行|五金行|车行|月子中心|培训机构|会所|洗浴中心|俱乐部|影楼|驾校|网点|站点|驿站|物流园|仓库|养老院|敬老院|学校|超市|饭店|酒店|食堂|工地)))"
    rf"(?:里|内)?(?P<what>[\u4e00-\u9fff]{{2,4}}?)?(?:也|又|还)?(?:上班|打工|工作|帮工|帮忙|干|做|待|站|帮|混|跑)(?:了|过)?(?:,(?:一共|前后|总共|一)?(?:干|做|待)(?:了|过)?)?(?:近|快|有|约|大约|将近|整整)*(?={NUMBER}(?:来|多|几|余)?(?:年|个月|(?<=[俩仨])月)|半年)"
)


# The years of the workplace that is named before the sign: 在物流园上班,干了六年.
_WENT_ON: Final = re.compile(
    rf",(?:一共|前后|总共|一)?(?:干|做|待)(?:了|过)?(?:近|快|有|约|大约|将近|整整)*{NUMBER}(?:来|多|几|余)?(?:年半?|个月)"
)


_FOR_YEARS: Final = re.compile(
    rf",(?:一共|前后|总共|一)?(?:(?:干|做|待)(?:了|过)?|有)?(?:近|快|约|大约|大概|将近|整整)*{NUMBER}(?:来|多|几|余)?(?:年半?|个月)(?=[,。;\n]|$)"
)


def by_what_was_done(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """Work told by what is done at a place, where the model of sayings knows a trade that it tells."""
    found = (
        None if clause.has("goal.want") or clause.denies(0, 0) else pattern("at_employer.done_at").search(clause.text)
    )
    behind = _FOR_YEARS.match(reading.note.shadow, clause.end) if found else None
    said = years_in(behind[0]) if behind else None
    if found and behind and said and (trade_told(found["what"]) or says_what_is_done(found["what"])):
        job = {"occupation": found["what"], "years": said[0]}
        end = len(clause.text) + len(behind[0])
        yield fact("conditions.experience", job, clause, (found.start("what"), end), WEAK)


_EMPLOYER: Final = (
    r"(?P<where>(?!(?:以前|之前|后来|先前|曾|原来?|家|没有?|无|下|新|对|现|进|去|开|办|自|各|多|每|几|别|本|这|那|附近)(?![^,]{0,0}家))(?:(?![在是于从过了的和跟与想找有])[\u4e00-\u9fff]){1,8}?"
    r"(?:厂|公司|集团|店|铺子?|煤?矿|养殖场|农场|牧场|林场|市场|商场|站点|驿站|快递站|加油站|幼儿园|影楼|网吧|酒楼|饭店|酒店|宾馆|旅馆|餐厅|饭馆|火锅|超市|诊所|药房|旅行社|报社|合作社|供销社|物流园|会所|浴室|澡堂|车行|银行|工程队|建筑队|施工队|车队|机构|中心|工作室))(?:里|上|那边)?"
)
_BEFORE: Final = "(?:以前|之前|原来|原先|原本|过去|早先|早年|从前|最早|先前|先|曾经?|后来?|又|上一?份(?:工作)?)"
_LONG: Final = rf"(?:近|快|有|约|大约|将近|整整|差不多|满)*(?P<n>{NUMBER}(?:来|多|几|余)?(?:年半?(?![级龄前后代底初])|个月(?!前|后)|(?<=[俩仨])月)|半年)"
# A clause that tells of nothing but an employer and how long, or that somebody was there once.
_ONLY_THERE: Final = (
    re.compile(
        rf"^\W*{_BEFORE}?(?:是|在|于|进|到|去)?(?:一家|某家?)?{_EMPLOYER}(?:的)?(?:上班|打工|工作|做工|干活|做事|职工|工人|员工)?(?:了|过)?[(: |]*{_LONG}(?:多|左右)?\)?\s*$"
    ),
    re.compile(rf"(?:在|给)[^,。;]{{0,6}}?(?:的|家)?{_EMPLOYER}帮(?:了|过)?{_LONG}(?:的)?忙"),
    re.compile(
        rf"^\W*(?:{_BEFORE}|原|她|他|本人)+(?:一直)?(?:是|在|系|于|进)(?:一家|某家?)?{_EMPLOYER}(?:的|上班|打工|工作|做工|做事)?(?:的|过)?\s*$"
    ),
    re.compile(
        rf"^\W*(?:原(?:是|系|在)?)?{_EMPLOYER}(?:的)?(?:下岗|买断|退下来|(?:下岗)?(?:职工|工人|员工))(?:的|,|\s)*$"
    ),
    re.compile(rf"^\W*(?:刚|才|前年|去年|今年)?从{_EMPLOYER}(?:出来|下来|辞|走|退下来|离职)(?:的|了)?\s*$"),
)


def only_there(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """A job of which the sentence names nothing but the employer: 以前是鞋厂的; 鞋厂2年; 棉纺厂下岗."""
    wished = clause.has("goal.want") or clause.has("role.wanted") or clause.has("goal.refuse") or clause.denies(0, 0)
    if wished or any(one.role == "done" and one.clause.sentence == clause.sentence for one in reading.told):
        return
    keyed = _KEYED.fullmatch(clause.text.strip(), clause.value) if clause.key == "done" and clause.value else None
    found = keyed or next(filter(None, (form.search(clause.text) for form in _ONLY_THERE)), None)
    if found:
        said = years_in(found["n"]) if found.groupdict().get("n") else None
        job = {"occupation": found["where"]} | ({"years": said[0]} if said else {})
        yield fact("conditions.experience", job, clause, found, WEAK)


_KEYED: Final = re.compile(rf"\s*(?:某|一家)?{_EMPLOYER}\s*")


def by_employer(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """A job of which only the employer is named, or work in words that no list knows: 在电子厂插件干了五年."""
    text = clause.text + (_WENT_ON.match(reading.note.shadow, clause.end) or [""])[0]
    found = None if clause.denies(0, 0) else _AT_EMPLOYER.search(text)
    said = years_in(text, found.end()) if found else None
    if found and said:
        job = {"occupation": found["what"] or found["where"], "years": said[0]}
        yield fact("conditions.experience", job, clause, (found.start(), said[2]), LIKELY)
        return
    wished = clause.has("goal.want") or clause.has("role.wanted")
    if (
        (helped := pattern("at_employer.helped_at").search(clause.text))
        and not wished
        and not clause.denies(*helped.span())
    ):
        yield fact("conditions.experience", {"occupation": helped["where"]}, clause, helped, WEAK)
