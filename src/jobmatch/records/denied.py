"""What is refused in the same breath as a wish: 文员，不要销售; 卖保险我可不干; 只要别让我打电话就行."""

from typing import Final, NamedTuple

from jobmatch.patterns import late
from jobmatch.records.wished_terms import simplified, tells_only_how

# Patterns are in Simplified characters and small letters: a clause is held against them so, and cut as it was written.

# Behind 不, no refusal: 不限, 不错, 不会, 不锈钢, 不用加班最好.
_KEPT: Final = (
    "限|挑|拘|论|管|怕|介意|反对|排斥|抗拒|错|定|一定|知|清楚|晓得|确定|急|太|同|少|锈|要紧|要求|会|懂|识|认|累|脏|苦|忙|重|远|难|高|多|大|小|贵"
    "|如|过|仅|只|但|光|单|然|得|良|夜城|干胶|停|断|方便|便|好意思|行|用(?:技术|经验|学历|(?=.+(?:最好|更好)$))|必|曾|足|够|愁|缺|差|简单|舒服|适|稳|对|成|求|在乎|讲究|嫌|欠|久|满|鏽|動產|动產|晓|曉|上班|了解|让人"
)
_LEAD: Final = (
    "(?:但是?|不过|可是|可|只是|就是|就|反正|还有|另外|唯独|主要|其实|最好|说真的|说实话|只要|只求|只知道|倒是|[也更还又]|尤其是?|特别是?|剩下|求求?你?|麻烦|请|拜托|千万|尽量)*"
    "(?:坚决|绝对|绝(?=不)|打死[我都也]*|死[都也]|说什么[也都]|再也|真的?|实在|完全|一点[儿也都]*|从来|[也都又是就]|我们?|本人|俺|自己|暂时|目前|现在|这辈子|以后)*"
)
# What stands between the denial and the work: 不想再去做销售.
_BETWEEN: Final = (
    "(?:太?想|要|愿意?|肯|敢|能|可能|希望|再|是|让我?|叫我?|给我?|派我?|安排我?|介绍|推荐|跟我[提说]|自己|做|干|去|回|接受|考虑|当|碰|沾|喜欢|习惯|爱|找|用|需要?|打算|准备|继续|从事|接触)*"
    "(?:[接进]|(?:[跑上倒值出加住])(?=..))?"
)
_AROUND: Final = late(f"{_LEAD}[了的吧啊]?")  # words around a refusal that tell nothing alone
_BEFORE: Final = late(
    f"{_LEAD}(?:不(?!{_KEPT}){_BETWEEN}?"
    f"|(?:别|莫|甭|勿)(?![墅克的人处针致緻看管说忘提干名非]){_BETWEEN}?"
    f"|(?:拒绝|谢绝|讨厌|排斥|厌恶|[很最特超]?(?:别|级)?(?:害怕|怕)死?了?(?=.{{1,8}}$)|受不了|吃不消|接受不了|懒得|没兴趣|没法|没办法|无法|避免|避开){_BETWEEN}?"
    "|[^不让准]{0,6}(?:(?:不让|不准|不许)[我他她俺]|(?:不同意|反对)[我他她俺]?)(?:再|去|做|干)*"
    "|除了(?!.*[没无](?:啥|什么)?要求)|除(?=.+外)|撇开|扣掉|[进去上干做搬爬站跑熬]不[了动起得]"
    "|(?:but |please |i )?(?:no (?!experience|matter|problem|idea|preference|degree)"
    "|not? (?:want |into |doing )?(?!sure|experience|picky)|never (?:again )?|avoid |except (?:for )?"
    "|(?:anything|everything|all) but |(?:don'?t|do not) (?:want|like|wanna)(?: to)?(?: do| work in)? "
    "|can'?t (?:do|stand|work) |hate |without (?!experience)|(?:just )?don'?t put me on |refuse to "
    "|(?:i'?m )?(?:done|finished|through) with ))(?P<work>.+)"
)
_REFUSING: Final = (
    "不行|不要|不做|不干|不考虑|不去|不来|不接|不碰|不沾|不敢|不想|不愿意?|不肯|不喜欢|不接受|不打算|不感兴趣|不适合我?|没兴趣|免谈|免了|勿扰|就?算了|拒绝|谢绝|除外|以外|之外|pass|拜拜"
    "|[看想][都也](?:不|别)[看想]|没得[谈商量]+|(?:就|那就)?(?:(?<![级性个特区分识辨差类告派鉴没])别(?!的)|不必|(?<![全减避豁费租])免)了?|别提|没(?:办法|法)[做干接去]*|没戏|没那?(?:个)?耐心|有?心理阴影|拒接|推掉|先?跳过|排开|不(?:做|干|来|去)第[二2][回次]|不能[再碰做干]+|不让[干跑做去]*|不准|不答应|不同意|不甘心|张不开[嘴口]|退避三舍|[^,，]{0,4}(?:吓人|压抑|闷得慌)[^,，]{0,6}"
    "|受不了|吃不消|遭不住|去不得|弄不动|待不[住了]|呆不[住了]|[做干当]不[成好]|干不出来|[扛挺顶熬]不住|接受不了|(?:做|干|上|去|来|跑|进|熬|胜任)不[了来动起]|(?:做|干|当|跑|上|待|呆)(?:够|伤|怕|腻|烦|累|吐)了|别[找叫让给推].*|不用[找叫给介推].*|excepted"
)
_BEHIND: Final = late(
    "(?P<work>.+?)(?:[这那](?:种|类|些|样|个|行|块|一?套)的?|之类的?|类的?|什么的|的?(?:事情?|活儿?|工作|岗位))?"
    "(?:坚决|绝对|打死[我都也]*|死[都也]|说什么[也都]|再也|真的?|实在|完全|一点[也都]*|从来|[也都就可是还恕]|我们?|本人|俺|自己|我家里?人?|身体|对我来说|那|太|根本|请|一律|全部?|通通|统统)*"
    f"(?:{_REFUSING})(?:再|去|做|干|当|碰|进|搞|弄|来)*(?:的.{{2,4}})?[了的吧啊呢哈啦喔哦唷]*"
)
_REPEATED: Final = late(
    "(?P<work>(?P<verb>.).+?)(?:我|是|真的?|实在|也|都|可)*(?P=verb)不(?:了|动|来|起|惯|下去)[了的]?"
)
_WITHOUT: Final = late("不(?:用|要|想|能)?(?P<work>(?!会|懂|是)[^的]{2,6})的(?P<wish>[^的]{2,})")  # 不上夜班的保安
_ENDING: Final = late(
    "(?:以外|之外|外)?(?:的话)?[这那]?[种类些]?(?:的)?(?:其他|其它|其余|别的)?"
    "(?:(?:工作|岗位|活儿?|事情?)?(?:什么|啥)?[都也均全就](?:行|可以|可|好|成|中|愿意|能[干做]|没问题|无所谓|没关系|能接受|可以接受|ok)|就行|就好|就成|即可)?(?:[的了吧啊呢哈啦喔哦]|please)*"
)
_WHETHER: Final = late(r"(.)不(?=\1)")  # 称得准不准, 问要不要 deny nothing
_FORMER: Final = late("以前|之前|原来|原先|过去|从前|起初|曾")  # what was refused once
_DEGREE: Final = late("(?:是)?(?:很|太|特别|那么|这么|过于|非常|比较).{1,4}")  # 不是很累的
_UNABLE: Final = late("(?:[也但还我又更]|但是)*不(?:会|懂|识|认得).+")
_AND: Final = late("[、/]|(?<=..)(?:[和及与]|跟(?![鞋妆车单着踪])|或者?)(?=..)|还有|(?<=\\w) (?:or|and) (?=\\w)")
_CLAUSES: Final = late(
    r"[,，;；。!！()（）~～…]+|\s+(?=[不别拒怕])|\s+(?=but no)|(?<=[一-鿿])\s+(?=[一-鿿])"
    "|(?<=..)(?=(?:但是?|不过|可是?|只是|就是|只要)(?:我|也|都|真的?|绝对|千万)*(?:[别拒怕]|不(?!过|是|管|论))|但要|就是)"
    "|(?<=..)(?<![就也都只我真但是可又还再的前在经来直得要准是愿想肯])(?=不(?:想|愿意?|肯|要(?![紧求命]))(?!(?:再|去)*[做干碰当去来搞弄接进]*[了的吧啊]*(?:$|[,，、。]))..)"
)


_SHORTEST: Final = 2  # signs; 修 and 卖 alone stand in too many titles


class Told(NamedTuple):
    """What one text tells: wishes and refusals, in its own words."""

    wishes: tuple[str, ...]
    refusals: tuple[str, ...]


def told_apart(text: str) -> Told:
    """The wishes and the refusals of one text; what somebody cannot do is neither.

    >>> told_apart("文员，不要销售"), told_apart("做飯可以，夜班我上不了")
    (Told(wishes=('文员',), refusals=('销售',)), Told(wishes=('做飯可以',), refusals=('夜班',)))
    """
    wishes: list[str] = []
    refusals: list[str] = []
    for clause in _clauses(text):
        like = _like(clause)
        if _AROUND.fullmatch(like):
            continue
        if tells_only_how(like) or _FORMER.search(like):
            wishes.append(clause)
        elif found := _WITHOUT.fullmatch(like):
            refusals.append(clause[slice(*found.span("work"))])
            wishes.append(clause[slice(*found.span("wish"))])
        elif span := _denied(like):
            refusals += map(_bare, _AND.split(clause[slice(*span)]))
        elif not _UNABLE.fullmatch(like):
            wishes.append(clause)
    return Told(tuple(wishes), tuple(work for one in refusals if len(work := one.strip()) >= _SHORTEST))


def _bare(work: str) -> str:
    """One of several works that are refused, without a denial of its own: 站讲台、也不想拉客户."""
    span = _denied(_like(work))
    return work[slice(*span)] if span else work


def _denied(like: str) -> tuple[int, int] | None:
    """Where in a clause the work stands that it refuses; None where it refuses none."""
    for way in () if _WHETHER.search(like) else (_BEFORE, _REPEATED, _BEHIND):
        if found := way.fullmatch(like):
            start, end = found.span("work")
            ending = next(one for one in _ENDING.finditer(like, start, end) if one.end() == end)
            work = like[start : ending.start()]
            return None if _DEGREE.fullmatch(work) or not work.strip() else (start, ending.start())
    return None


def _clauses(text: str) -> list[str]:
    bounds = [0, *(at for sign in _CLAUSES.finditer(_like(text)) for at in sign.span()), len(text)]
    return [part for start, end in zip(bounds[::2], bounds[1::2], strict=True) if (part := text[start:end].strip())]


def _like(text: str) -> str:
    """A text in Simplified characters and small letters, sign by sign."""
    like = simplified(text).lower()
    return like if len(like) == len(text) else simplified(text)
