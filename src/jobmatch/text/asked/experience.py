"""Years of work asked by a posting, told from other years (of a company, a contract, a person's life)."""

import re
from functools import lru_cache
from typing import Final

from jobmatch.patterns import led
from jobmatch.records.requirements import Years
from jobmatch.spoken import ENGLISH, number_of
from jobmatch.text.clauses import clause_after, clause_before, is_wish, longest_read
from jobmatch.text.fold import fold_lines

# 2.4年 at the start of an item is item 2 and four years; 有1.5年 is one and a half.
_N: Final = rf"(?:(?<=[一-鿕])\d{{1,2}}\.\d|\d{{1,2}}|[一二两三四五六七八九十廿卅]{{1,4}}|{ENGLISH})"
_YEARS: Final = led(
    r"[\d一二两三四五六七八九十廿卅efnost](?:(?<![efnost])|(?<=o)(?=ne)|(?<=t)(?=wo|h[ri]|en|welve|wenty)"
    r"|(?<=f)(?=our|ive|if|orty)|(?<=s)(?=ix|even)|(?<=e)(?=ight|leven)|(?<=n)(?=ine))",
    rf"(?<!\d)(?<![一-鿕]\d\.)(?P<low>{_N})(?:年)? ?(?:(?:-|~|—|–|至|到|to"
    rf"|或) ?(?P<high>{_N}))?(?: ?\(\d{{1,2}}\))?(?: or more)? ?\+? ?(?:\(?含\)?)?"
    rf"(?P<unit>年|个月|years?|yrs?|months?)(?:['’])?(?!级|度|终|薪|龄|会|货(?![车运])|假|底|中|月|轻|前|后"
    rf"|[一-鿕]?\d)",
)
_HALF: Final = re.compile(r"半年")
_NONE: Final = led(
    "[经年无不没免毋零0无有新小生学应往招欢接可仅限也面工收转跨在毕优newfgr]",
    r"(?:经验|经历|年资)(?:要求)?[:： 】\])]*(?:不限|不拘|无要求|没要求|无限制|不作要求|不要求|不做要求|没有要求)"
    r"|(?:工龄|年资|学经历)(?:要求)?[:： ]?(?:均|皆|都)?(?:不限|不拘|无要求)|(?:不限|不看|不论|无)"
    r"(?:工龄|年资|学经历)"
    r"|(?:可以?|收|招|接受|欢迎)(?:收|招|接受|投)?(?:小白|生手|转行|跨行)|(?:小白|生手|转行|跨行业?"
    r"|新人)(?:者|也|亦|均)*"
    r"(?:可(?!靠|能|塑)(?:培训|教|带)?|收(?!入|费)|行(?!业))"
    r"|(?:应届生?|毕业生|在校生?)(?:也|亦|均|都|皆)?可(?:放宽|以|投|考虑|来|(?=[,;。\n )]|$))|可(?:接受|招|收)?应届"
    r"|(?:freshers?|fresh graduates?) (?:are )?welcome|(?:new|recent) grad(?:uate)?s (?:are )?(?:welcome|encouraged)"
    r"|experience[^.,;]{0,24} not (?:required|necessary)"
    r"|(?:无需|无须|不需要?|不限|无|没有|不用|免|不要求|毋须)"
    r"(?:任何|须|要)?(?:具?有|具备)?(?:任何)?(?:相关|工作)*(?:工作)?经验(?!要求高|不)(?:亦可|也可|即可"
    r"|可|者|均可|都可|要求|人|,|$|,"
    r"|。|;|!| |/|\n)|[零0]经验|[零0]基础|零门槛|经验(?:无所谓|不是问题|不重要|不论)|no (?:previous |prior "
    r"|relevant |work )*experience"
    r"|experience (?:is )?not (?:required|necessary|needed)|无经验"
    r"|(?:有无|有没有)(?:相关)?经验(?:都|均|皆|者)|(?:没有?经验|没干过|没做过|不会|新手|小白|生手|生熟手?|生手熟手"
    r"|学徒)(?:的|者|也|都|均|皆|亦|工)*(?:可以?|能|行|招|要|带)(?:学|教|培训|投)?"
    r"|(?:应往?届|往届)[^,;。]{0,6}(?:优先|均可|都可|皆可|不限)|招学徒|(?:不会|不懂)(?:也)?没关系|(?:经验"
    r"|经历)(?:要求)?[:： ]{1,2}(?:无|none)(?=[,;。\n ]|$)|experience: ?none|no experience\?"
    r"|(?:欢迎|接受|可接受|招收|仅限|限|也招|可招|面向)[^,;。]{0,6}应届|(?:不看|不需|不要|不需要|免)经验|(?:不懂"
    r"|不会|没基础)[^,;。]{0,4}(?:可以?教|教|带|学)|(?<!\()entry[- ]level"
    r"|应届(?:理工科|本科|硕士|博士|大专|大学|高校)?生?(?:毕业生)?(?:亦可|也可|均可|皆可|即可|可投|可以|都可|可报)"
    r"|no exp\b|(?:will|we) train",
)
_SIGNS: Final = (
    "经验",
    "年限",
    "背景",
    "应届",
    "往届",
    "经历",
    "年资",
    "不会",
    "没干过",
    "没做过",
    "新手",
    "小白",
    "生手",
    "学徒",
    "零基础",
    "exp",
    "train",
    "entry",
    "不懂",
    "基础",
    "工龄",
    "生手",
    "转行",
    "跨行",
    "毕业生",
    "在校",
    "新人",
    "grad",
)
# 不要求项目经验, 工作年限不限, 经验学历不拘.
_NONE_BESIDE: Final = re.compile(
    r"(?:不要求|不需要?|无需|无须|毋须|不用|不限|无)(?:任何)?(?:项目|实习|相关|行业|工作|从业|社会){1,2}(?:经验|经历"
    r"|背景)(?![^,;。\n]{0,4}(?:丰富|优先|者勿))"
    r"|(?:工作|从业)(?:年限|年资)(?:要求)?[: ]?(?:不限|不拘|不要求)|(?:经验|经历|资历)[、和与及/]?(?:学历|科系|年龄"
    r"|性别)[^,;。\n]{0,6}(?:不拘|不限)"
    r"|不[限拘论](?:任何)?(?:工作|相关)?(?:经验|经历|年资)|fresh grad(?:uate)?s? (?:is |are )?(?:ok|fine|accepted"
    r"|considered)"
    r"|(?:学历|科系|年龄)[、和与及/]?(?:经验|经历|资历)(?:均|皆|都)?(?:不拘|不限)"
)
_NONE_ALONE: Final = re.compile(
    r"不限|不拘|无|无要求|不要求|没要求|经验不限|应届|应届生|应届毕业生|在校生|在校/应届|none|any|无需经验|不需经验"
)
_BARE: Final = re.compile(r"\d{1,2}")
_WORK_AFTER: Final = re.compile(
    r"^(?:及?以上)?的?(?:师傅|熟手|熟练工)(?=[,;。 \n]|$)|经验|经历|资历|工作|从业|从事|年资|实战|手艺"
    r"|工龄|实操|同岗|同行业|本行|experience"
    r"|exp\b|working|otr\b"
    r"|with (?!us|our|the company|no )[a-z]"
    r"|of (?!age|paid|unpaid|warranty|leave|college|university|school|stud|insur|free|the|our|your"
    r"|grow|success|histor)[a-z]"
    r"|on a |in (?:a |an "
    r"|the )?[a-z]"
    r"|as an? "
)
_PLUS: Final = re.compile(r" ?\+ ?(?:以上)?(?=$|[,;。\n])")  # 运营1年+
_DONE: Final = re.compile(r"(?:干过|做过|开过|开大车|跑过|带过|干|实际)[^\d,;。]{0,6}$")  # 至少干过3年
_ENGLISH_OTHER: Final = re.compile(
    r"(?:aged?|held for|over|past|last|founded|for the|within|contract|warranty|old"
    r"|licen[cs]e(?: held)?(?: for)?(?: at least)?)[^\d,;。]{0,14}$"
)
_WORK_BEFORE: Final = re.compile(
    r"(?:工作满|经验|经历|年限|资历|年资|从事[^\d]{0,14}|从业|工龄|师傅|熟手|experience)[^\d]{0,6}$"
)
_OTHER_BEFORE: Final = re.compile(
    r"(?:合同|签订|签|服务期|成立|创立|创办|历史|品牌|深耕|经营|入职|(?<!工作)(?<!经验)(?<!从业)(?<!业务)"
    r"(?<!经历)满|近|过去"
    r"|连续|每|第|毕业(?!者?,?或)|保修|培训|司龄"
    r"|有效期|学制|已有|行业内|公司|我们|保险|每年|认证|试用期|实习期|驾龄|驾照|驾驶证)[^\d]{0,5}$"
)
_OTHER_AFTER: Final = re.compile(r"(?:以内|内)?(?:毕业|合同|历史|品牌|以来|沉淀|深耕|发展|多次|应届|无事故|一次|制)")
# The employer's own people: 技术总监从业22年, 俩师傅都干了十年往上.
_OF_OTHERS: Final = re.compile(
    r"(?:师傅|老板|店主|店长|主管|总监|创始人|院长|场长|团队|同事|我们?)[^,;。\d]{0,6}(?:从业|干|做|工作|在这"
    r"|待)[^,;。\d]{0,4}$"
)
_OF_SENIORS: Final = re.compile(r"(?:高级|资深)(?:人员|岗位?|级别?)?(?:要求)?: ?$")  # of one posting for two grades
# Who has the years is let in older, or is paid more: 2年以上经历者可放宽至35岁, 1年以上经验的底薪4000.
_EASED: Final = re.compile(r"[^,;。\n]{0,12}?(?:放宽|的?(?:直接[定上录任]|底薪|薪资|工资|另议|面谈|月薪))")
# A level of pay of its own: el: 没有经验; al:已有5-8年经验者。起薪范围.
_OF_LEVEL: Final = re.compile(r"(?:\b[a-z]{1,3}\d?|[初中高]级|资深)(?:\([^)]*\))?: ?(?:已?有|具)?$")
_LEVEL_PAID: Final = re.compile(r"[^,;。\n]{0,8}?者?[,。;、 ]?(?:起薪|底薪|起叙|月薪|薪资|薪水)")
# What who has stayed for so long gets: 工作满一年提供免费员工健检.
_STAYED: Final = re.compile(r"满$")
_GETS: Final = re.compile(
    r"(?:以上)?(?:者|后|即|可|就|都|均)*[,、 ]?(?:可?享有?|提供|发放?|调薪|加薪|免费|补助|赠|另有|给予|有)"
)
# Years that are a clause of their own: ,一年以上, and ,5-8年, and ,2年Kotlin,
_ALONE_BEFORE: Final = re.compile(r"^ ?(?:要求?|需要?|[需须]?具备?|至少|最少)?$")
_ALONE_AFTER: Final = re.compile(r" ?(?:的|即可|就行)?$|[a-z]{2}")
# Who has less schooling, or a paper, may come with them: 本科有10年以上经验亦可; 有证、1年以上经验的,底薪另议.
_INSTEAD: Final = re.compile(r"^[^,;。\n]{0,12}(?:亦可|也可|也行|皆可|可放宽)")
_PAID_MORE: Final = re.compile(
    r"^[^,;。\n]{0,10}[的者],?(?:可以?|均|能)?(?:底薪|薪资|工资|待遇|薪酬|另议|面议|从优|加薪|优先)"
)
_PAID_WHO: Final = re.compile(r"(?:^|[,;。\n ])(?:有|持|具)[^,;。\n]*$")
# 中工2年以上、, 亚马逊运营3年以上: the work stands before years that end the clause.
_MORE_ENDS: Final = re.compile(r"^ ?(?:及|或)?以上(?=[、,;。!\s)(]|$)")
# 3年以上C++游戏客户端开发: an item that begins with the years and names work.
_ITEM_BEFORE: Final = re.compile(r"^[\s\d.、)·•*-]*(?:要求?|需要?|须|具?有|具备|至少|最少|拥有)?$")
_MORE_OF_WORK: Final = re.compile(
    r"^ ?(?:及|或)?以上的?[^,;。\n]{0,16}?(?:开发|设计|岗位?|前台|管理|运营|销售|维修|维护|策划|操作|操机|编程|研发"
    r"|测试|施工"
    r"|护理|教学|翻译|会计|财务|客服|收银|店长|厨师|业务|架构|算法|采购|招聘|审计|剪辑|编辑|安装|调试|质检|生产|仓储"
    r"|物流)"
    r"(?!证|资格|合同|专业|学历|系|公司|资质|优先)"
)
_NO_WORK_BEFORE: Final = re.compile(
    r"(?:合同|签|服务|成立|品牌|历史|住满?|租|有效|有效期|缴纳|社保|婚|毕业|驾龄|驾照|驾驶证|居住|本市|存|质保|保修"
    r"|期限|党龄|办学|连锁|续|户籍|入职|学制)"
    r"[^,;。\n]{0,4}$"
)
_FULL_YEARS: Final = re.compile(r"(?:以上)?的?(?:相关|工作|从业|行业|岗位){0,2}(?:经验|经历)")  # 满一年经验
_GROWN: Final = re.compile(r"[2-9][1-9]")
_UP_TO: Final = re.compile(r" ?(?:及|\(?含\)?)?(?:以下|以内|内|之内)|or less")


def _span(found: re.Match[str], text: str) -> Years:
    """The years; of an item's number that has grown onto them (③1年 is folded to 31年) only the last digit counts."""
    factor = 1 / 12 if found["unit"] in ("个月", "month", "months") else 1.0
    grown = _GROWN.fullmatch(found["low"]) and text[: found.start()].rstrip()[-1:] in ("", ";", "。", ":")
    half = 0.5 if found["unit"] == "年" and text[found.end() : found.end() + 1] == "半" else 0.0
    low = round(number_of(found["low"][-1] if grown else found["low"]) * factor + half, 2)
    if found["high"]:
        high = round(number_of(found["high"]) * factor, 2)
        return Years(min(low, high), max(low, high))
    return Years(0.0, low) if _UP_TO.match(text, found.end()) else Years(low)


def _is_work(found: re.Match[str], text: str) -> bool:
    before = clause_before(text, found.start(), 20)
    after = clause_after(text, found.end(), 24)
    if (
        (_STAYED.search(before) and _GETS.match(after))
        or (_OTHER_BEFORE.search(before) and not _FULL_YEARS.match(after))
        or _OTHER_AFTER.match(after)
        or number_of(found["low"]) > 40
    ):
        return False
    if found["unit"].isascii() and (_ENGLISH_OTHER.search(before) or re.match(r" (?:old|of age|ago|contract)", after)):
        return False
    if _OF_OTHERS.search(before) or _OF_SENIORS.search(before) or _EASED.match(after) or _is_instead(found, text):
        return False
    if found["unit"] == "年" and _MORE_ENDS.match(after) and re.search(r"[一-鿕a-z+#]{2}$", before):
        return not _NO_WORK_BEFORE.search(before)
    if _stands_alone(found, before, after) or (_ITEM_BEFORE.match(before) and _MORE_OF_WORK.match(after)):
        return True
    plus = "+" in found[0] or _PLUS.match(text, found.end())
    return bool(plus or _WORK_AFTER.search(after) or _WORK_BEFORE.search(before) or _DONE.search(before))


def _is_instead(found: re.Match[str], text: str) -> bool:
    """Whether the years let in who has less of something else, or are paid more."""
    behind = text[found.end() : found.end() + 30]
    if _OF_LEVEL.search(clause_before(text, found.start(), 30)) and _LEVEL_PAID.match(behind):
        return True
    return bool(
        _INSTEAD.match(behind)
        or (_PAID_MORE.match(behind) and _PAID_WHO.search(text[max(0, found.start() - 24) : found.start()]))
    )


def _stands_alone(found: re.Match[str], before: str, after: str) -> bool:
    """Whether a clause says nothing but years, as those of work are asked in short: a range, so many or more."""
    if found["unit"] != "年" or not _ALONE_BEFORE.match(before):
        return False
    more = re.match(" ?(?:(?:及)?以上|往上|起步|打底)", after)
    rest = after[more.end() :] if more else after
    return bool((more or found["high"] or (rest and rest[:2].isascii())) and _ALONE_AFTER.match(rest))


def _of_column(text: str) -> Years | None:
    """A short text that is a column's value: the number alone is enough."""
    if _NONE_ALONE.fullmatch(text):
        return Years(0.0)
    if _BARE.fullmatch(text):
        return Years(float(text))
    found = _YEARS.search(text)
    if found and is_wish(text, found.end()):
        return None
    if found and not _OTHER_BEFORE.search(text[: found.start()]):
        return _span(found, text)
    return Years(0.5) if _HALF.search(text) else None


def parse_experience(text: str) -> Years | None:
    """The years of work that are asked; 0 where none are, None where nothing is said.

    >>> [parse_experience(t) for t in ("1-3年", "3年以上", "無", "1年以下")]
    [Years(min=1.0, max=3.0), Years(min=3.0, max=None), Years(min=0.0, max=None), Years(min=0.0, max=1.0)]

    In free text the years must be years of work, and a wish is no requirement.

    >>> parse_experience("公司成立20年,签订3年合同,要求有两年以上销售工作经验")
    Years(min=2.0, max=None)
    >>> parse_experience("本公司有20年的历史,年龄30岁,有3年经验者优先") is None
    True
    """
    return _short(text) if len(text) <= 30 else _read(text[: longest_read()])


@lru_cache(maxsize=4096)
def _short(text: str) -> Years | None:
    return _read(text)


def _read(text: str) -> Years | None:
    return experience_in(fold_lines(text).lower())


def experience_in(folded: str) -> Years | None:
    """As ``parse_experience``, for a text that is folded and in lower case already.

    >>> experience_in("3年以上工作经验")
    Years(min=3.0, max=None)
    """
    if len(folded) <= 12 and (years := _of_column(folded)):
        return years
    if any(word in folded for word in ("年", "月", "year", "yr", "month")):
        for found in _YEARS.finditer(folded):
            if _is_work(found, folded) and not is_wish(folded, found.end()):
                return _span(found, folded)
        half = _HALF.search(folded)
        if half and _WORK_AFTER.search(clause_after(folded, half.end())) and not is_wish(folded, half.end()):
            return Years(0.5)
    return (
        Years(0.0)
        if any(word in folded for word in _SIGNS) and (_NONE.search(folded) or _NONE_BESIDE.search(folded))
        else None
    )
