"""Board, lodging and where the work is done from: each yes, no or not said."""

import re
from typing import Final

from jobmatch.patterns import Led, late, led
from jobmatch.text.clauses import clause_after, clause_before

# What is eaten: 早餐, 三餐, 一顿午饭, 工作餐; 餐补, 餐厅 and 餐具 are none.
_MEAL: Final = (
    r"(?:(?:免费|员工|工作|值班|员(?=餐)|营养|丰盛|自助|一日|每日|每天|一天|[早午中晚夜两一二三四1-4]){0,5}"
    r"(?:餐食?|饭|膳|顿|伙食|夜宵|宵夜)"
    r"(?!补|贴|费补|费津|饮|厅|具|券|卡|桌|车|品|旅|盒|馆|店|台|巾|前|后|时|吧|客|点|单|谱|标|数|次|管理|炒|制作"
    r"|配送|服务|堂|团|证|人员|体检|及|与|商|厂|业|餐补|料|员"
    r"| ?(?:时间)? ?(?:[一两半]个?半?|\d(?:\.\d)?个?|\d\d)(?:小时|钟头|分钟|h))"
    r")"
)
_GIVE: Final = r"(?:配(?!合|送)|包|管|供应?|提供|(?<!包)含|免费提供|免费|附|附带|备有|设有|备|有|享受?|安排|解决|给|带)"
_FEED: Final = r"(?:包|管|供应?|提供|(?<!包)含|免费提供|免费|附|附带|备有|享受?|安排|解决|给)"
_NEVER: Final = r"(?:不|无|没有?|未|非|不予|不会|恕不|概不)"
_ROOM: Final = (
    r"(?:住宿|宿舍|住处|住房|公寓|床位(?! ?\d|数|张|共|约|近)|膳宿|食宿|寝室|房间|周转房|夫妻房|住的?(?:地方"
    r"|(?=[,;。\n]|$)))"
    r"(?!补|津|费用?补|管理|楼管|保洁|区|环境维|卫生|公积|贴|租赁|销售|预订|登记)"
)
_KIND: Final = (
    r"(?:的|免费|员工|职工|倒班|轮班|教工|教师|值班|集体|精装|单身|夫妻|双人|单人|周转|四人|两人|多人|空调|公司|工厂|厂区"
    r"|单位|统一|便宜|舒适"
    r"|干净"
    r"|良好|外地|外县市|优质|高级|标准|温馨|"
    r"周边|附近|\d人|[一二两三四]人间?|间|单独|独立){0,4}"
)
_OWN: Final = (
    r"(?:条件|费用?|问题)?(?:均|全部|都|需|要)?(?:自理|自付|自备|自费|自行|自己|不[含包管供](?![住宿吃餐饭膳])"
    r"|不提供|没有?|无(?=[,;。\n]|$))"
)
_BOTH: Final = r"(?:食宿|吃住|膳宿|吃喝住|膳食住宿)"
_FREE: Final = (
    r"(?:条件|费用?)?(?:全|均|都|皆|也)?(?:免(?!责)|包(?!装|括|裹)|管(?!理)|由?(?:公司|单位|厂里?|店里?|老板|我们"
    r"|用人单位)(?:统一)?(?:全)?"
    r"(?:解决|提供|包|管(?!理)|负责|承担|安排)|统一安排|由.{0,4}(?:承担|提供|解决)|有(?=[,;。\n]|$)|有安排|可安排"
    r"|:(?:提供|有|包|免费(?!住)|公司|厂|单位)|提供(?=[,;。\n]|$)|解决|安排(?=[,;。\n]|$)|不(?:要|收|花)钱|不收费)"
)

_TOGETHER: Final = (  # 吃住在店里, 食宿站里解决
    rf"{_BOTH}(?:都|均|全)?(?:在一起|在?(?:一起|店里?|厂里?|工地|场里?|站里?|家里?|校|项目部|公司"
    rf"|单位)(?:统一)?(?:解决|安排|提供|负责)?"
    r"(?=[,;。、\n ]|$))|统一食宿"
)
_BOARD: Final = led(
    "[包管供提含免附备有享安解给食吃膳住工员三午早晚中两用餐饭伙每一送统bcdeflmorstw]",
    rf"(?<!不)(?:(?:包|管|供|提供)(?:食宿|吃住|吃喝住|膳宿|吃|食(?!材|品|堂)|膳|住吃|住宿?和?三餐)(?!店|人员|体检)"
    rf"|{_FEED}{_KIND}{_MEAL})"
    r"|(?:供应?|提供|享有?|有|附)(?:免费|员工|值班|工作|上班){1,2}餐点"
    rf"|{_BOTH}{_FREE}|{_TOGETHER}|(?:工作|员工|三|午|早|晚|中|两|用|吃)(?:餐|饭)(?:[一二两三1-3](?:顿"
    rf"|餐))?{_FREE}|伙食{_FREE}|免费[^,;。、\n]{{0,4}}(?:三餐"
    rf"|食堂)"
    r"|有饭吃|(?:^|(?<=[,;。\n 、饭餐]))管饱|有(?:免费)?(?:早|午|中|晚)(?:餐|饭)(?!证|厅|经|相|丙|乙)"
    r"|(?:员工|工作)餐[一二两三1-3](?:顿|餐)|饭[^,;。、\n]{0,5}(?:不要钱|不花钱)|(?:午餐|工作餐"
    r"|中饭)由[^,;。\n]{0,6}(?:请|包|承担)"
    r"|(?:食堂|餐费|餐食|伙食|吃饭|饭)(?:全)?(?:免费|全包|全免|免$|不要钱|不花钱)"
    r"|(?:中午|晚上|早晚|早午|午晚|每天|一日|每日)[管供包有]?[一二两三1-3](?:餐|顿)(?!厅)"
    r"|(?:中午|晚上|每天|早晚)(?:管|包|供)饭|管够|吃喝全包|免费[就用供]餐|(?:早|午|中|晚)(?:餐|饭)[一二两12]顿|包吃"
    r"|包[食餐膳](?!装|品|厅|含)|住吃全包|吃住全?包|免费吃住|(?:有|送"
    r"|享)(?:工作|员工|团)餐(?!补|津|费补)"
    r"|\b(?:free|staff|shift|employee|complimentary) (?:meals?|lunch(?:es)?|food|dinner)\b(?! (?:service|prep|plan"
    r"|hall))"
    r"|(?:meals?|lunch|food|breakfast|dinner) (?:on shift(?=[ ,.;]|$)|on duty(?=[ ,.;]|$)|are |is "
    r"|and [a-z]+ )?(?:provided|included"
    r"|supplied|on us)"
    r"|(?:one|two|three) meals? (?:a|per|each|every) (?:day|shift)|meals? while (?:on duty|working)"
    r"|(?:full |room and |room & )board\b(?! (?:of|member|certif))|\bboard and lodging|room (?:and|&) meals"
    r"|food and (?:lodging|accommodation|housing)|we feed you|meals? on (?:duty|shift)|meals and (?:accommodation"
    r"|lodging|housing)",
)
_NO_BOARD: Final = led(
    "[不无没未非恕概食吃膳伙三用午中晚便餐饭自bflmn]",
    rf"{_NEVER}(?:包|管|供应?|提供|含|负责)?(?:员工|免费)?(?:吃(?!苦|亏|透)|饭|餐|膳|食(?!言|品|材)|三餐|午餐|晚餐"
    rf"|早餐|伙食|工作餐|{_BOTH})(?!厅|饮|补|具)"
    rf"|(?:{_BOTH}|伙食|吃饭|三餐|用餐|午餐|餐费?|餐食|饭){_OWN}|(?:自备|自带|自理|自费)(?:午餐|午饭|三餐|餐食|伙食"
    rf"|盒饭|便当|食宿|中饭)"
    r"|(?:午饭|午餐|中饭|晚饭|三餐|便当|饭菜)(?:自带|自备|自买)|饭票自[买购]"
    r"|(?:食宿)[】\]:： ]{1,2}(?:不含|无|自理)|bring your own (?:food|lunch|meals)|no meals|(?:meals?|food"
    r"|lunch) (?:is |are )?not (?:provided|included)",
)
_LODGING: Final = led(
    "[包管供提含免附带备有设享安解给食吃膳住宿公可员集单双夫一二两三四五六七八需要统配店厂场楼工1-8abcdfhilmoprsw]",
    rf"(?<!不)(?:包|管|供)(?:食宿|吃住|吃喝住|膳宿|住宿?|宿|吃[包管供]?[、和与]?住)(?!院)|(?:包"
    rf"|管)[吃食餐][、，,和/]?(?:包|管)?住|{_GIVE}(?:[^,;。\n]{{0,8}}[、和及])?{_KIND}{_ROOM}"
    rf"|{_BOTH}{_FREE}|{_TOGETHER}|(?:住宿|宿舍|公寓|住房|住){_FREE}|(?:宿舍|公寓)(?:有|配)?(?:空调|热水|独卫|带"
    rf"|都有|配备|wifi"
    rf"|无线)|可(?:以)?(?:提供)?住宿?(?=[,;。\n ]|$)|可申请(?:员工)?宿舍"
    r"|住的地方有|(?:住宿|宿舍)(?:条件|环境)(?:好|优|舒适|良好)|(?:^|(?<=[,;。、+\n ]))(?:员工|集体|免费"
    r"|单身)?宿舍(?=[,;。、+\n]|$)|可住[校场]|(?<=[,;。、\n ])住场(?=[,;。、\n]|$)|有住(?:的|处|宿|房)|有(?:地方|房"
    r"|房子)(?:可以)?(?:住|睡)|宿舍(?:[一二两三四五六七八1-8][-~至到]?[一二两三四五六七八1-8]?人"
    r"|夫妻|单间|免费|住宿|水电)|可?住(?:在)?(?:项目部|工地|店里|站上|厂里|厂区|养殖场|场里|单位|场部|山上|园里|我家"
    r"|雇主家)"
    r"|免费(?:吃|食)?住|吃住全?包|住吃全包|(?<!不)住家(?:保姆|阿姨|育儿|月嫂|照顾|照护|护工|家政|包|带|,|$)"
    r"|(?<![不在])住(?:员工|集体|公司|厂区?|单位)?宿舍(?!楼|区|附)|(?:单人|双人|夫妻)(?:宿舍|单间)"
    r"|(?:住宿|宿舍)(?:费)?(?:每人)?(?:每月|月)?(?:扣|收|交)\d|(?:店里|店内|厂里|场里|楼上|工地)(?:可以|可|能"
    r"|有得)(?:住|睡)"
    r"|可以?住(?:店|厂|宿舍)"
    r"|(?<!不)[需要可]住家|夫妻房|[一二两三四六八1-8]人间(?=[,;。\n ]|$)"
    r"|(?:accommodation|housing|lodging|dorm(?:itory)?|caravan|bunkhouse|room"
    r"|live-in quarters)[a-z ]{0,16}(?:provided|available|included|offered|supplied)"
    r"|(?:free|provide[sd]?|includes?|with|offer(?:s|ing)?|staff|on-?site) (?:shared |staff |on-?site |free "
    r"|company )?(?:accommodation|housing|lodging|dormitory|room and board)(?! (?:allowance|stipend|subsid|market"
    r"|industr|officer|association))"
    r"|live[- ]in\b|room (?:and|&) (?:board|meals)|(?:board|food|meals) and (?:lodging|accommodation|housing)"
    r"|dorm(?:itory)? (?:housing|rooms?)\b|shared (?:house|flat|room)s? (?:provided|available)"
    r"|live on[- ]site|shared housing",
)
_NO_LODGING: Final = led(
    "[不无没未非恕概食吃膳住宿自nahl]",
    rf"(?<!住){_NEVER}(?:包|管|供应?|提供|含|安排|负责|解决|带|设)?(?:免费|员工)?(?:住(?!家|满|院|校)|宿(?!迁)"
    rf"|{_BOTH}|宿舍"
    rf"|住宿)|(?:{_BOTH}|住宿|住房|宿舍|住){_OWN}"
    rf"|(?:自备|自理|自行解决|自找|自己解决)(?:住宿|食宿|住处|住房)|(?:食宿|住宿)[】\]:： ]{{1,2}}(?:不含|无|自理)"
    r"|no (?:accommodation|housing|lodging)|(?:accommodation|housing|lodging) (?:is )?not (?:provided|included"
    r"|available)|live[- ]out\b",
)
_REMOTE: Final = late(
    r"远程(?:办公|工作|上班|兼职|在家|居家|岗|线上(?!培训|学习|教|面试))|(?:可|支持|接受|全程|完全|长期|纯"
    r"|全)远程(?!教|医|控|监)|居家(?:办公|工作|上班|授课|接单|兼职|线上|客服|远程|可做)"
    r"|在家(?:就能|就可|即可|可以?|能)?(?:办公|工作|上班|做|接单|兼职|完成|操作)|线上(?:办公|居家|远程)"
    r"|不限办公地点|混合办公|远程(?:优先|均可|也可|ok|为主)|(?:[一二两三四五\d]天?|可以?|申请)居家(?=[,;。\n]|$)"
    r"|\bwfh\b|work(?:ing)? from home|home[- ]based|(?:fully|100%|partly|partially) remote"
    r"|remote(?: work(?:ing)?| position| role| job| first|-first| \(|[,.;]|$)|\bhybrid (?:work|role|position|remote|\()"
)
_NO_REMOTE: Final = late(
    r"(?:不支持|不接受|不能|不可|非|无法|不)(?:以)?(?:远程|居家办公|居家|在家办公)|no remote|not (?:a )?remote"
    r"|on-?site only|远程勿扰|remote (?:work )?(?:is )?not"
)
_OF_GUESTS: Final = late(
    r"客人|做(?:好)?饭|烧饭|烹|厨房|旅客|顾客|游客|宾客|客户|学生|学员|患者|病人|老人|长者|入住|管理员|酒店(?!提供"
    r"|包)|酒店用品|为[^,;。\n]{0,6}$|负责[^,;。\n]{0,8}$|宿管|幼儿|孩子|师生|接待|会议|客房|家属|行程"
)
# What holds only while one is trained: 培训(包吃住), 实训期间包吃住.
_TRAINED: Final = late(r"(?:培训|实训|受训|训练|集训)(?:期间?内?|时|阶段|\()[^,;。\n]{0,3}$")
# Food that everybody pays for is no board: 供早午两餐,个人按月付220元.
_PAID: Final = late(r"[^;。\n免]{0,6}?(?:个人|自己)[^,;。\n]{0,4}[付交承]")
_FOOD: Final = ("吃", "餐", "饭", "膳", "食", "顿", "meal", "board", "food", "lunch", "管饱")
_BED: Final = (
    "住",
    "宿",
    "床",
    "睡",
    "食宿",
    "公寓",
    "夫妻",
    "人间",
    "accommodation",
    "housing",
    "lodging",
    "dorm",
    "caravan",
    "live",
    "room",
)
_FAR_SIGN: Final = late(r"远程|居家|在家|不限办公|线上|remote|wfh|home|hybrid|on-?site")


def find_board(folded: str) -> bool | None:
    """Whether a folded text of a posting says that the employer feeds who works there.

    >>> find_board("包吃包住"), find_board("管住不管饭"), find_board("餐补300元")
    (True, False, None)
    """
    return _told(_BOARD, _NO_BOARD, folded, _PAID) if any(sign in folded for sign in _FOOD) else None


def find_lodging(folded: str) -> bool | None:
    """Whether a folded text of a posting says that there is a place to sleep; money for one is not.

    >>> find_lodging("包吃包住"), find_lodging("供餐不供宿"), find_lodging("住房补贴200元")
    (True, False, None)

    What is done for guests or pupils is no lodging of the staff.

    >>> find_lodging("为客人提供住宿服务") is None
    True
    """
    return _told(_LODGING, _NO_LODGING, folded) if any(sign in folded for sign in _BED) else None


def find_remote(folded: str) -> bool | None:
    """Whether a folded text of a posting says that the work can be done from home, if only in part.

    >>> find_remote("可居家办公"), find_remote("不支持远程办公"), find_remote("居家养老,远程监控")
    (True, False, None)
    """
    if not _FAR_SIGN.search(folded):
        return None
    if _NO_REMOTE.search(folded):
        return False
    return True if _REMOTE.search(folded) else None


def _told(yes: Led, no: Led, text: str, unless: re.Pattern[str] | None = None) -> bool | None:
    """Yes or no; None where neither is said, or both are; what ``unless`` follows is none."""
    denied = [found.span() for found in no.finditer(text)]
    given = any(
        not (_inside(found, denied) or _OF_GUESTS.search(_near(text, found)))
        and not _TRAINED.search(clause_before(text, found.start(), 10))
        and not (unless and unless.match(text, found.end()))
        for found in yes.finditer(text)
    )
    return None if given == bool(denied) else given


def _near(text: str, found: re.Match[str]) -> str:
    """The words before and right behind, of the same item of a list."""
    return clause_before(text, found.start(), 10).rpartition(" ")[2] + found[0] + clause_after(text, found.end(), 4)


def _inside(found: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start < found.end() and found.start() < end for start, end in spans)
