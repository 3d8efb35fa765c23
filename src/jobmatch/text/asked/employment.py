"""Who employs: the employer itself, an agency that sends its people, or a contractor, as far as a posting says so."""

from functools import cache
from re import Pattern
from typing import Final, Literal

from ahocorasick_rs import AhoCorasick

from jobmatch.patterns import late
from jobmatch.text.clauses import clause_after, clause_before

Employment = Literal["direct", "dispatch", "outsourced"]

_AGENCY: Final = (
    r"(?:派遣|人力|劳务|第三方|三方|外包|人事代理|外服|中介|人才)"
    r"(?:资源|服务|派遣|外包|代理){0,3}(?:有限)?(?:公司|单位|机构|方)?"
)
_OURSELVES: Final = (
    r"(?:本|我|该|用人|用工)?(?:公司|单位|厂[方里家]?|司|院|校|店|企业|集团|总部|酒店|医院|学校|法院"
    r"|机关|园|银行|甲方)"
)
_SIGN_ON: Final = r"(?:签[订定署约]?|订立|建立|聘[用任]?|雇[用佣聘]|缴[纳交]?|代[发缴签]|录用|发放?)"
# One of these stands wherever one of the long patterns finds anything.
_SIGNS: Final = (
    "派遣", "外包", "三方", "中介", "仲介", "劳务", "直签", "直招", "直聘", "直接与", "直接和", "直接同",
    "直接签", "直与", "正式工", "正式员", "正式职", "接招", "行招", "己招", "自聘", "人力公司", "人力资源公司",
    "人力资源服务", "人力资源有限", "人才公司", "外服", "挂靠", "驻场", "驻点", "委外", "承揽", "甲方", "派驻",
    "direct", "agency", "staffing", "temp-", "temp ", "tempor", "payroll", "on assignment", "outsourced",
    "contractor",
)  # fmt: skip
# What is denied is none: 非派遣, 不是外包岗, 无需经过中介, 杜绝外包; and who signs with the employer itself.
_DIRECT: Final = late(
    r"(?:非|不是|并非|不属于?|不经过?|不走|不通过|不签|不找|杜绝|拒绝|谢绝|没有|无(?!派遣经)|不用|无需)"
    r"(?:任何|本?岗位?|什么)?[^,;。\n派外]{0,4}?"
    r"(?:劳务派遣|派遣|劳务外包|外包|第三方|中介|劳务(?:公司|工)|人力公司|外派(?!能))(?![^,;。\n]{0,4}"
    r"(?:勿扰|经验|管理|优先))"
    rf"|直(?:接)?[与和同跟由]{_OURSELVES}[^,;。\n]{{0,6}}{_SIGN_ON}"
    rf"|[与和同跟](?:[^,;。\n]{{0,8}}?){_OURSELVES}直?接?(?:直接|正式|长期)(?:签|订|建)"
    rf"|(?:合同|{_OURSELVES})(?:均|都)?直(?:接)?签|直签(?:合同|劳动合同|员工|正式)?|直[接]?(?:与|和)本"
    rf"|(?:厂[方家里]?|公司|企业|总部|门店|单位)(?:直接|自己|自行|自)(?:招聘?|聘用?)|(?:厂[方家里]?"
    rf"|企业?|公司|总部|店家?|自)(?:直招|直聘)|直招(?:直签|正式)"
    r"|(?<![转成])(?:签|属|是|招)(?:于)?正式(?:工|员工|职工)(?![资作待福]|一样|同)|(?:^|[,;。\n(:])正式工"
    r"(?=[,;。\n)]|$)"
    r"|\bdirect[- ]hires?\b|\bnot (?:through )?an? agency\b|\bhired directly\b|\bdirect employment\b"
)
_DISPATCH: Final = late(
    r"(?:劳务|人力|人才|人事)派遣(?:制|岗位?|员工|人员|工|性质|合同|形式|用工|编制|方式)?(?=[,;。:\n )】\]、至到往]"
    r"|$)"
    r"|(?:^|[,;。\n(])劳务工(?=[,;。\n)]|$)|(?:劳务|人力|仲介|中介)(?:公司|仲介|中介)?(?:进厂|派驻"
    r"|入职|进场)|派遣(?:制(?!度)|岗|职缺|至|到(?!府)|去|往|转正|正职|性质|合约|合同|员工签|编制|(?=[)】\]]))"
    r"|(?:由|经|透过|通过)[^,;。\n]{0,10}派遣(?!公司的)"
    r"|派遣公司(?:聘|雇|签|发|投|录)"
    rf"|(?:[与和同跟由]|关系在|挂靠?|通过|经)[^,;。\n]{{0,10}}?{_AGENCY}[^,;。\n]{{0,8}}?(?:{_SIGN_ON}"
    rf"|派驻|派出|派往|派到|输送)"
    rf"|(?:合同|社保|关系|先)?(?:签|挂靠?|走|放)(?:在|到|的?是)?(?:某|外部|一家)?(?:第三方|三方|劳务"
    rf"|人力|人才|派遣)(?!能|方?协议)"
    r"|(?:第三方|三方)(?:劳[务动])?(?:合同|签约|用工|派遣|缴纳|代缴)"
    r"|\bstaffing (?:agency|firm|company)\b|\btemp(?:orary)?[- ]to[- ](?:hire|perm\w*)\b|\b(?:temp"
    r"|employment) agency\b"
    r"|\bagency (?:worker|temp|staff(?!ing)|contract|assignment)|\b(?:through|via|by) (?:an?|our|the) "
    r"(?:staffing|agency|payroll|employment)\b"
    r"|\bpayrolled (?:by|through)\b|\bon assignment (?:with|at)\b"
)
_OUTSOURCED: Final = late(
    r"(?:业务|劳务|人事|人力|服务|岗位|项目|劳动|人员|软件|it)外包(?:制|岗位?|员工|人员|性质|合同|形式"
    r"|用工|方式|公司签|收费员|[^,;。\n]{1,6}[员工岗师])?(?=[,;。:\n )】\]、\d]|$)"
    r"|外包(?:岗(?!位管)|性质|形式|用工|制(?!度|造|作)|编制|合同|驻场|员工签|公司签|(?=[)】\]]))|[(【\[]外包[,、)】\]]"
    r"|与外包|(?:性质|形式|方式|类型|类别|编制)[:为是属于]{0,2}[^,;。\n]{0,4}外包"
    r"|(?:委外|承揽)(?:制|人员|岗|职缺|同仁)|驻点[于在至][^,;。\n]{0,8}(?:银行|客户|公司|单位|局|院)"
    r"|驻场(?:岗|在?[^,;。\n]{0,8}(?:银行|甲方|客户|公司|单位|局))|派驻(?:到|在)?(?:客户|甲方)|工作地点?在?[^,;。\n]"
    r"{0,4}甲方"
    r"|\boutsourced (?:role|position|job|staff)\b|\bcontractor (?:role|position)\b"
)
# Who deals with it at work, and what the firm sells, is not employed so.
_DEALS: Final = late(
    r"负责|管理|熟悉|了解|从事|对接|洽谈|开发(?!岗)|销售|办理|处理|协助|沟通|跟进|拓展|维护|协调|核算"
    r"|审核|政策|主营|提供|专业|经验|监督"
    r"|安排|业务(?!外包)|manage|coordinat|supervis|work with|liais"
)
_DEALS_BEHIND: Final = late(
    r"^(?:管理|业务|公司的?(?!签|聘|雇|发)|单位管|团队|项目的?|经验|政策|销售|商|对接|行业|服务商|供应"
    r"|经理|专员|主管|顾问|[^,;。]{0,2}优先)"
)


_BRACKET: Final = late(r"[(【\[]")


def find_employment(folded: str) -> Employment | None:
    """Who employs, by a folded text in lower case; None where it does not say.

    >>> [find_employment(text) for text in ("用工形式:劳务派遣", "外包岗位,驻场某银行", "合同直签,非外包")]
    ['dispatch', 'outsourced', 'direct']

    Work that deals with agencies is not work for one.

    >>> find_employment("负责劳务派遣员工的入离职"), find_employment("药品外包装")
    (None, None)
    """
    if not _signs().find_matches_as_indexes(folded):  # nearly always
        return None
    if _DIRECT.search(folded):
        return "direct"
    words = _words_of(_DISPATCH, folded)
    if words and "外包" not in words:
        return "dispatch"
    return "outsourced" if words or _words_of(_OUTSOURCED, folded) else None


@cache
def _signs() -> AhoCorasick:
    return AhoCorasick(_SIGNS)


def _words_of(pattern: Pattern[str], folded: str) -> str | None:
    """What tells of it first, where nobody deals with it at work; what stands in brackets is the kind of the job."""
    for one in pattern.finditer(folded):
        dealt = _DEALS.search(clause_before(folded, one.start(), 16)) and not _BRACKET.search(
            folded[max(0, one.start() - 1) : one.start() + 1]
        )
        if not (dealt or _DEALS_BEHIND.match(clause_after(folded, one.end(), 6))):
            return one[0]
    return None
