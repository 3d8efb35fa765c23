"""``mentions``: which words of a clause name a kind of work, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from jobmatch.intake.work.verbs import done_at_places, formed, said_again

_PERSON_AT_WORK: Final = (
    r"(?<![职员党团会队成学官动裁伤人])员(?!工|会|额)"
    r"|(?<![打包见级人辞施开停复罢民手员职临时散零短长完竣返加误怠上下点化美理分])工(?!作|俭|资|厂|地|程|龄|会|具|业|人|商|时|种|学|读|伤|序|艺|友|头|期|钱|夫|位|段|装|况|序|薪|棚|行|信|坊|友|潮)"
    r"|(?<![老大律出拜厨技])师(?!范|资|生|德|兄|姐|弟|妹|长|专|院|大|父|娘|傅)"
)
# Behind what is done, who does it: 打包工, 烤馕师傅.
_AS_PERSON: Final = r"(?:师傅(?!说|讲|带|教|让|叫)|(?<![工员师])(?:工(?!作|资|厂|地|程|龄|会|具|业|人|商|时|种|学|读|伤|序|艺|友|头|期|钱|夫|位|段|装|况|薪|棚|行|信|坊|潮|区|序)|员(?!工|会|额)))?"
# A business of one's own: 开了个烧烤店.
_OWN_SHOP: Final = r"[\u4e00-\u9fff]{1,4}?(?:店|铺子?|馆子|超市|小吃摊|作坊|网吧|诊所|农家乐|民宿|工作室)(?![员长里])"
# What is done to a thing of its kind, whatever the thing: 看停车场, 扫马路, 开塔吊, 修鞋.
_DONE_TO: Final = (
    rf"开(?:了|过)(?:一?[个家间]){_OWN_SHOP}"
    r"|看过?(?:[^\W\da-z或者和也都]{0,4}?(?:大?门(?!诊|面|店|口)|库房?|停车场|车场|场子|院子?|宿舍楼?门?|工地|摊子?|铺子|鱼塘|果园|水房|监控))"
    r"|(?:打)?扫(?:马路|大街|街|厕所|楼道|院子|地(?!方))|开过?(?:[^\W\da-z我他她你了着过的]{1,3}(?:车(?!间|队)|吊|铲|挖机|机床|(?<!手)(?<!飞)(?<!司)(?<!开)机(?!会|构|关|场|器|票)|船|卡))"
    r"|修过?(?:鞋|(?:自行|单|电瓶|汽|摩托|卡|货|大|三轮)车|表|伞|家电|电器|手机|空调|电动车|摩托)|送过?(?:奶|报|煤气|桶装水)"
    r"|(?<!买)卖过?(?:[^\W\da-z卖了着过掉给不一二三四五六七八九十两半几]{1,3})(?=[,、。;了过一二三四五六七八九十两半几\d]"
    r"|$)"
)
# What ends a kind of work to its left: a verb, a particle, a number, an employer, a title of the list.
_BREAK: Final = re.compile(
    r"(?<=[了过])间|[这那]种|上岸|[上下]山|[回进]城|[回返]乡|学徒(?=学?[修做理当])|别(?!墅)|[莫甭]|一[提说听](?!就会)|说[到起]|提[到起过]|建议|推荐|介绍|(?<![拔清铲扫开消])除(?:开|去)?(?![草尘雪锈虫甲湿味颤])|推(?![销广拿荐土拉车磨油敲背光板轮])|寻(?!呼)|(?<=年)多(?!益|媒体|肉)|打听|咨询(?!师|顾问|员)|申请|(?<![追需请])求(?!助)|[包不]含|一阵子?|其次|(?<=只)接|领导|一段(?:时间|日子)?|表示|表[哥姐弟妹]|兼职|[建工](?:筑|程)队"
    r"|(?<=[贸菜发花鱼旧])市场|摆摊(?=卖)|自营|跟(?:着|人)|开始|首选|次选|合伙|自己|转岗|改成|招(?!聘|待|商|呼"
    r"|生|标)|考(?!勤|古|核|官|评|虑)|最烦|最怕|最恨|讨厌|反感|亲戚|朋友|此前|零星|升(?!降)|帮人|留意|帮(?!厨"
    r"|工|佣|扶|忙)|替人|后面|前面|里头|外头|中间|其后|其间|备考|报考|外面|在外|别人|人家|打小|从小|县城|城里|市区|镇上"
    r"|县里|市里|但|在(?!线)|些|门口|菜市场|批发市场|断断续续|时(?!装|尚)|替|后来|后头|给人|一直|一辈子|或者"
    r"|或是|从事|应征|拒绝|碰|接受|配合|人家|同一家|一家|学习|应聘|担任|意向|职位|岗位|职务|求职|期望|目标"
    r"|方向|工作|经验|经历|期间|现在|现任|目前|以前|之前|继续|接着|附近|公司|集团|单位"
    r"|前职|原职|向|拟|安排|某|至|里|工地|国有|人家|儿媳|[男女]方|企业|机构|商场|国企|部门|中心|小区|乡镇|园区"
    r"|事务所|本科|大专|高中|初中|中专|小学|毕业|考虑|愿意|希望|打算|准备|开过|送过|跑过|学过|上周|先生|丈夫"
    r"|爱人"
    r"|[零一二两三四五六七八九十]+(?=[年个月份天])|擅长|熟悉|下岗|失业|离职|退伍|退休|以及|还有|包括|例如|比如"
    r"|主要|负责|本人|客户|服务对象|专业|简单|普通(?!工)|稳定|轻松|合适|离家近|会(?!计|务)|能(?!源)|年"
    r"|月(?!嫂)|个|份|名|位|些|(?<![站网])点"
    r"|类|(?<![产术售])后(?!勤|端|厨)|上(?!门)|学(?!徒|校)|(?<!住)家(?!政|教|电|具|居|庭|养|务)|试|由|对|读|先|边|转|行(?!政|李|业)|来|跑(?!腿)|岁|男|女(?!主任|装|鞋)|厂|店(?!员|长)"
    r"|返(?!乡)|跟(?!车(?!间)|单|妆)|在(?!线)|讲(?!解|师)|吧(?!台|员)"
    r"|[或半做干当的了过是任找去进原曾有给也又和及与想再还就都可要不没为像叫搞从往被让说因靠到着她他我您呢吗嘛啊呗哈嗯呃且嫌听问聊劝喊才只刚今明每某这那哪啥须佢想找]"
)
# What stands behind words of work that name something else: a paper, a field of study, an employer, a place.
_OTHER_BEHIND: Final = re.compile(
    r"价|[一二三四五初中高]级|勤工|(?:等级|职业|从业|执业|上岗|初级|中级|高级)*(?:证|执照|职称|资格|牌照)"
    r"|(?:类|相关)?专业|专科|大专|本科|中专|硕士|(?:学校|技校|职高)|(?<!后)毕业|学(?!校?徒)|系(?!统)|费|课"
    r"|考试|大赛|软件|知识|合同|制度|(?:年龄)?要求|让|叫|话|说(?!什么|啥)|讲|嘱|陪|转介|合格|工具|设备|水平"
    r"|(?:初级|中级|高级)?(?:考?过了|没过|还没过|在考|考试)|(?:里)?(?:也|都|就)?(?:关[了门停张]|倒闭|黄了|停业"
    r"|停工|转让|拆了?|搬[走到迁]|没了|解散|裁人|兑)|编(?!辑|导|织|程|剧)|师傅说|行情|行业政策"
)
_EMPLOYER_BEHIND: Final = re.compile(
    r"事务所|师事务所|所(?![有以在谓属需])|园(?!丁|艺|林|长|区?(?:工|保))|坊(?!主)|部(?!长|经理|主管|门)|公司"
    r"|厂|店(?!员|长|主)|(?<=[洗修]车)行|中心|机构|学校|院(?!长)|集团|协会|局|部队|队(?!长|员)|场(?!务|地|内)|站(?!长)"
    r"|车间(?!主任)|剧团|单位"
)
_LICENCE_BEHIND: Final = re.compile("(?:'s|s')? licen[cs]e| ticket| certificate")
_MODIFIER: Final = 8  # characters to the left that may belong to a kind of work
_ENGLISH_MODIFIERS: Final = re.compile(
    r"(?<![a-z'])(?:(?!(?:an?|then|while|wants|keen|on|consider|considering|considered|the|as|is|was|in|of|or"
    r"|and|to|for|with|at|by|from|wants?|work(?:ed|ing|s)?|would|like|looking|seeking|be|been|doing|did|her"
    r"|his|he|she|they|then|also|full|part|time|some|any|no|not|former|current|currently|previously|target"
    r"|yrs?|years?|prefers?|happy|jobs?|part-time|full-time|except|but|never|only|can|could|experience|ex"
    r"|something|anything|indoors|take|won't|wouldn't|don't|doesn't|refuses?|refused|interested|do|would|will"
    r"|keep|ever|more|than|job|into|back|ruled|ruling|out|hates?|loathes?|dislikes?|fancy|fancies|after|stick|tried|enjoys?"
    r"|suits?|against|says|said|about|interest|likes?|sick|fed|up|tired|done|finished|avoid|avoids|avoiding|another|similar|again|turned|down|rejected|rejects|declined"
    r"|declines|offered|suggested|mentioned|needs?)\b)[a-z&'][a-z&'-]* ){1,3}$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a kind of work, at ``start:end`` of the text they were found in."""

    words: str
    start: int
    end: int
    employer: bool = False  # names who employs rather than what is done there: 早教机构
    at_home: bool = False  # done at home by everybody, and work only for others: 带孩子


@cache
def _lines() -> list[str]:
    return files("jobmatch").joinpath("intake/work/work_words.txt").read_text(encoding="utf-8").splitlines()


@cache
def _marked(sign: str) -> frozenset[str]:
    return frozenset(word for line in _lines() if line.startswith(sign) for word in line.split()[1:])


def _side_by_side(one: str, other: str) -> bool:
    """Whether two words in a row are two kinds of work: 保洁绿化, and not 销售顾问."""
    if one.endswith(("家政", "快递")) and other in ("保洁", "分拣", "装卸", "打包"):  # 家政保洁 is one
        return False
    return other in _marked("+") and any(one.endswith(word) for word in _marked("+"))


def _whole(word: str) -> str:
    """A word as a pattern; 缝纫工 is not in 缝纫工作, and 摆摊 is in 摆过摊."""
    began = f"{word[0]}过?{re.escape(word[1:])}" if word[0] in _VERBS else re.escape(word)
    return began + (_NOT_BEFORE.get(word if word in _NOT_BEFORE else word[-1], ""))


_NOT_BEFORE: Final = {
    "种地": "(?!方)",
    "做包": "(?![装子间])",
    "工": "(?!作)",
    "家务": "(?!农)",
    "家教": "(?!过|了|书|学)",
    "站": "(?!点)",
}  # 缝纫工作, 家务农活, 快递站点管理
_VERBS: Final = "摆蹬踩开跑卖送修看种养扫烧搬打教装拉做放采摘"
_DONE: Final = re.compile(f"(?<=[{_VERBS}])过|(?<=开)[了过]一?[个家间]")


@cache
def work_words() -> frozenset[str]:
    """The words of the list that name kinds of work.

    >>> "保洁" in work_words()
    True
    """
    lines = [line.lstrip("+~ ") for line in _lines()]
    return frozenset(
        word
        for line in lines
        if not line.startswith("#")
        for word in (line.split("|") if "|" in line else line.split())
    )


@cache
def _heads() -> re.Pattern[str]:
    words = work_words()
    english = "|".join(sorted((re.escape(w) for w in words if w.isascii() and len(w) > 3), key=len, reverse=True))
    chinese = "|".join(sorted((_whole(w) for w in words if not w.isascii()), key=len, reverse=True))
    return re.compile(
        rf"(?P<zh>(?:{_DONE_TO}|{chinese}|(?<![a-z])(?:cnc|[iofp]?qc|qa|pmc)(?![a-z])){_AS_PERSON}|{_PERSON_AT_WORK})|(?<![a-z])(?P<en>(?:{english})s?)(?![a-z])"
    )


@lru_cache(maxsize=4096)
def mentions(text: str) -> tuple[Mention, ...]:
    """The kinds of work named in a folded text, in order, each as long as its words go.

    >>> [one.words for one in mentions("曾任装订工8年,想找超市理货员、收银员")]
    ['装订工', '超市理货员', '收银员']

    A paper or a field of study named after a kind of work is none, and an employer is marked:

    >>> mentions("有电工证,学会计专业")
    ()
    >>> [one.employer for one in mentions("在家政公司登记")]
    [True]
    """
    found: list[Mention] = []
    for head in _heads().finditer(text):
        start, end = head.start(), head.end()
        end += text.startswith("傅", end) and text[end - 1] == "师"
        if (_OTHER_BEHIND if head["zh"] else _LICENCE_BEHIND).match(text, end):
            continue
        start = _with_modifier(text, start, bool(head["zh"]))
        if found and start <= found[-1].end:
            beside = _side_by_side(found[-1].words, head[0]) or head[0].startswith(("卖过", "修过", "送过"))
            start = end - len(head[0]) if beside else found.pop().start
        if end - start >= 2:
            employer = bool(head["zh"] and _EMPLOYER_BEHIND.match(text, end))
            words = _DONE.sub("", text[start:end])
            found.append(Mention(words, start, end, employer, head[0] in _marked("~")))
    found = [part for one in found for part in _said_lightly(one)]
    for start, end, words in formed(text):
        if not any(one.start < end and start < one.end for one in found):
            found.append(Mention(words, start, end))
    for place, start, end in done_at_places(text):
        found = [one for one in found if not (place <= one.start and one.end <= start)]  # where it was done
        if not any(one.start < end and start < one.end for one in found):
            begin = start if place and text[place - 1] in _BEING_THERE else place  # 面食馆揪面 names both
            found.append(Mention(text[begin:end], begin, end))
    return tuple(sorted(found, key=lambda one: one.start))


_BEING_THERE: Final = "在去到于给帮从"
_LIGHTLY: Final = re.compile(
    r"(?P<v>[扫擦看洗做带喂遛打切择搬送收理修浇拣叠接管剪烧串装拖刷摘贴守])(?P=v)(?=[\u4e00-\u9fff])"
)


def _said_lightly(one: Mention) -> Iterator[Mention]:
    """What is said with its verb twice, as small work is, each for itself: 扫扫地擦擦桌子."""
    begins = [found.start() for found in _LIGHTLY.finditer(one.words)]
    if not begins or len(one.words) != one.end - one.start:
        yield one
        return
    for at, begin in enumerate(begins):
        end = begins[at + 1] if at + 1 < len(begins) else len(one.words)
        yield replace(one, words=one.words[begin + 1 : end], start=one.start + begin + 1, end=one.start + end)


def mentions_before(text: str, behind: str) -> tuple[Mention, ...]:
    """As ``mentions``, and the work at the end of a text that what stands ``behind`` it goes on with: 剖竹子,剖到去年."""
    named, again = mentions(text), said_again(text, behind)
    if again is None:
        return named
    start, end, words = again
    return (*(one for one in named if one.end <= start), Mention(words, start, end))


def _with_modifier(text: str, start: int, chinese: bool) -> int:
    """Where the words begin that belong to a head at ``start``."""
    if not chinese:
        before = _ENGLISH_MODIFIERS.search(text[max(0, start - 40) : start])
        return start - len(before[0]) if before else start
    run = re.search(r"[\u4e00-\u9fff/]*$", text[max(0, start - _MODIFIER) : start])
    return start - len(_BREAK.split(run[0].replace("/", "的"))[-1]) if run else start
