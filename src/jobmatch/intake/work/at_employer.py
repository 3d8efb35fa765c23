"""Jobs that are told by where they were done, with what was done there in words that no list knows, or without."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import NUMBER
from jobmatch.intake.fact import LIKELY, WEAK, Fact, Reading, fact, years_in
from jobmatch.text.work.sayings import says_what_is_done, trade_told

_AT_EMPLOYER: Final = re.compile(
    rf"(?:在|^)(?:[\u4e00-\u9fff]{{0,4}}?(?:一家|一个|某家?|村里的?|镇上的?|老家的?))?(?P<where>(?!以前|之前|后来|先前|曾|原来)(?:(?:(?!在)[\u4e00-\u9fff]){{1,8}}?(?:厂|公司|店|铺|饭馆)|(?:(?!在)[\u4e00-\u9fff]){{0,8}}?(?:医院|诊所|营业厅|网吧|幼儿园|农场|养殖场|砖窑|建筑队|工程队|车队|合作社|水电行|五金行|车行|月子中心|培训机构|会所|洗浴中心|俱乐部|影楼|驾校|网点|站点|驿站|物流园|仓库|养老院|敬老院|学校|超市|饭店|酒店|食堂|工地)))"
    rf"(?:里|内)?(?P<what>[\u4e00-\u9fff]{{2,4}}?)?(?:也|又|还)?(?:上班|打工|工作|帮工|帮忙|干|做|待|站|帮|混|跑)(?:了|过)?(?:,(?:一共|前后|总共|一)?(?:干|做|待)(?:了|过)?)?(?:近|快|有|约|大约|将近|整整)*(?={NUMBER}(?:来|多|几|余)?(?:年|个月|(?<=[俩仨])月)|半年)"
)


_HELPED_AT: Final = re.compile(  # 只有暑假在加油站打工
    r"在(?:[\u4e00-\u9fff]{0,4}?(?:一家|一个|某家?|村里的?|镇上的?"
    r"|老家的?))?(?P<where>[\u4e00-\u9fff]{1,8}?(?:厂|公司|店|铺|饭馆|医院|诊所|网吧|幼儿园|农场|站|工地"
    r"|工程队|影楼|驾校|超市|餐厅|饭店|酒店|景区|食堂))"
    r"(?:里|内)?(?:打过?(?:了)?(?:暑假|寒假|假期|短期|零)?工(?!资|作)|帮过忙|兼过?职|做过(?:暑假|寒假|临时)工|上过班|干过|待过)(?:$|[,。;、)])"
)


# The years of the workplace that is named before the sign: 在物流园上班,干了六年.
_WENT_ON: Final = re.compile(
    rf",(?:一共|前后|总共|一)?(?:干|做|待)(?:了|过)?(?:近|快|有|约|大约|将近|整整)*{NUMBER}(?:来|多|几|余)?(?:年半?|个月)"
)


# What was done at a place in words that no list knows, with its years behind a sign: 在公司回复客户邮件,做了五年.
_DONE_AT: Final = re.compile(
    r"在[\u4e00-\u9fffa-z0-9]{0,10}?(?:公司|厂|店|馆|院|站|场|市场|景区|小区|园区?|铺|队|所|中心|码头|工地|学校|大学|食堂|超市|商场|酒店|饭店|银行|仓库|车间|平台|基地|库|房|局|社)(?:里|上|内)?(?P<what>[\u4e00-\u9fff]{3,10})$"
)


_FOR_YEARS: Final = re.compile(
    rf",(?:一共|前后|总共|一)?(?:(?:干|做|待)(?:了|过)?|有)?(?:近|快|约|大约|大概|将近|整整)*{NUMBER}(?:来|多|几|余)?(?:年半?|个月)(?=[,。;\n]|$)"
)


def by_what_was_done(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """Work told by what is done at a place, where the model of sayings knows a trade that it tells."""
    found = None if clause.has("goal.want") or clause.denies(0, 0) else _DONE_AT.search(clause.text)
    behind = _FOR_YEARS.match(reading.note.shadow, clause.end) if found else None
    said = years_in(behind[0]) if behind else None
    if found and behind and said and (trade_told(found["what"]) or says_what_is_done(found["what"])):
        job = {"occupation": found["what"], "years": said[0]}
        end = len(clause.text) + len(behind[0])
        yield fact("conditions.experience", job, clause, (found.start("what"), end), WEAK)


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
    if (helped := _HELPED_AT.search(clause.text)) and not wished and not clause.denies(*helped.span()):
        yield fact("conditions.experience", {"occupation": helped["where"]}, clause, helped, WEAK)
