"""Kinds of work told by what one does, with what and where, in words that name none: 坐着收钱的柜台, 推病人去做检查.

A linear model over runs of characters, trained by ``jobmatch train trades`` on some 87,000 ways of saying the trades of
``trades``, tells the likeliest; where it is not sure nothing is told.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

import numpy as np

from jobmatch.artefacts import artefact_dir
from jobmatch.patterns import late
from jobmatch.text import linear
from jobmatch.text.fold import fold
from jobmatch.text.linear import Array
from jobmatch.text.work.trades import WAYS, parts_of, trade_names, trades_of, word_for

NAME: Final = "trades"
# From which likelihood a trade is told, settled on every second line of a stranger's sayings (tests/quality/README.md).
SURE: Final = 0.25
# ... of which a share will do where no words name a trade and it is so many times as likely as the next: a long saying
# has many words that tell nothing, and of 20 that were far ahead of the next at a likelihood below 17 were right.
_FAR_AHEAD: Final = 0.4
_AHEAD: Final = 3
# ... and against other trades that its words name: where the two differ in strangers' sayings the model was right in 71
# of 80 from this likelihood on, the words in 5. What does not say what is done may be a title.
_SURER: Final = 0.35
_SURER_OF_A_NAME: Final = 0.5
SUREST: Final = 0.98  # ... where the words say what somebody is: 当班主任带孩子
# From which likelihood the nearest trade of a saying is worth asking about, and those that follow it.
_A_CHOICE: Final = 0.1
_A_FURTHER_CHOICE: Final = 0.04
_LONGEST: Final = 60  # signs of a saying; what is longer is a story
_SHORTEST: Final = 4  # 修电梯 and the like are words of a trade, or too little to tell one ...
_FEWEST: Final = 3  # ... or tell it all but surely, where no words do: 卖汽车
_SURER_OF_FEW: Final = 0.8
# From which likelihood of none a wish tells no work: so of 227 such lines of two strangers 179 are told, and of 3,067
# lines that tell some work four, none of which the model would have understood.
_NO_WORK: Final = 0.98
_A_CLAUSE: Final = 6  # signs of which most are no name of a line of business: 餐饮兼职
# A saying begins with what is done, for whom or where, or ends like a clause; a title names who does it.
_SAYS_WHAT_IS_DONE: Final = late(
    "^(?:[给帮替为跟和陪把往向到在去来想会能站坐拿用看教修画写送卖推搬洗煮炒接扫擦种养喂拍唱跳跑打管带照做干搞弄拉端切装拆扛抬捡"
    "收算记查量焊缝裁熨开骑守值发贴盯蹲巡抄叫喊招找催讨谈讲说问回答订排约办刷涂喷磨钻铺砌盖挖采摘挑捆包叠折晒晾熬蒸烤揉调配称泡榨"
    "剪梳吹烫按捏敷抽量测验化试算编翻译录听导演演奏指挥辅伺服侍照料看护]|当.{2,})|(?:的|活儿?|事情?|这种|那种|也行|就行|也可以)$"
)
_SAYS_WHAT_ONE_IS: Final = late("^(?:想?[去来]?当(?![地天时日年前中众着成])|做过?[一个]名?(?=.{2}))")
_HOW_LONG: Final = late("(?:[做干]了?|有)?(?:[一两二三四五六七八九十半\\d几幾]+)[多来來]?(?:年|个月|個月)[半多]?$")
_WHERE_ONE_SITS: Final = late("^想?坐在?办公室里?(?=.{4})")
_NO_SAYING: Final = late(
    "不(?!锈|方便|便|同|良|断|少|动产|管|仅|只|懂|明白|知道|舒服|对劲|对$|怕|限|嫌|挑)"
    "|(?<![特类识区级鉴分性个告国辨判甄])别(?![人处墅名针误漏丢出错])|免(?!税|疫)|[记作译]者$"
)
_WHETHER: Final = late(r"(.)不(?=\1)")  # 漏不漏, 是不是 deny nothing
_CLAUSE: Final = late("[,;。!?]")
_A_TITLE: Final = late(
    "(?:人员|[员师工生长手岗]|助理|经理|主管|顾问|学徒|助教|教练|文员|客服|前台|开发|设计|运营|测试|销售|咨询|兼职|实习)$"
)
# Who else has to do with it, and whose work it is not: 记下来叫写程序的人改, 催里面的师傅.
_OTHERS: Final = late(
    "(?:[退交递派传送]给|[叫让催盯]着?)(?:[里外后前][面边]|车间)?的?[^,、;给]{0,6}(?:的人|师傅|同事|[员师])(?:去?[改修做看查用弄办]|$)"
)


class _Model(NamedTuple):
    vocabulary: Array
    idf: Array
    indptr: Array
    classes: Array
    weights: Array
    bias: Array
    scale: float
    sharpness: float
    names: tuple[str, ...]


@cache
def _model() -> _Model:
    names = (artefact_dir(NAME) / "trades.txt").read_text(encoding="utf-8").split("\n")
    return linear.read_model(_Model, NAME, names=tuple(names))


def likelihoods(texts: Sequence[str]) -> Array:
    """How likely each text tells each trade, or none (the last), shape (texts, trades of the model), rows of sum 1."""
    model = _model()
    batch = linear.featurise([fold(text[:_LONGEST]).lower() for text in texts], model.vocabulary, model.idf)
    scores = linear.sparse_scores(batch, model.indptr, model.classes, model.weights, len(model.names))
    return shares(scores * model.scale + model.bias, model.sharpness)


def shares(scores: Array, sharpness: float) -> Array:
    """Scores as shares of one: how far each is behind the best of its row, times the sharpness, is a logarithm."""
    told = np.exp(sharpness * (scores - scores.max(axis=1, keepdims=True)))
    return np.asarray(told / told.sum(axis=1, keepdims=True))


def trade_told(text: str, least: float = SURE) -> str | None:
    """The trade that a saying tells; None where it is less likely than ``least``.

    >>> trade_told("坐着收钱的柜台"), trade_told("离家近一点")
    ('收银', None)
    """
    told = likelihoods([text])[0]
    second, first = np.sort(told)[-2:]
    far_ahead = least <= SURE and first >= _FAR_AHEAD * least and first >= _AHEAD * second
    sure = first >= least or far_ahead
    return _model().names[int(told.argmax())] or None if sure else None


def nearest_trades(text: str, most: int) -> tuple[str, ...]:
    """The likeliest trades of a saying that is not understood, as choices to ask about; none that are mere guesses.

    >>> nearest_trades("古钟维护", 3)
    ('文物修复', '综合维修')
    >>> nearest_trades("离家近一点", 3)
    ()
    """
    chances, names, known = likelihoods([text])[0], _model().names, frozenset(trade_names())
    ordered = [at for at in np.argsort(-chances, kind="stable").tolist() if names[at] in known]
    if not ordered or chances[ordered[0]] < _A_CHOICE:
        return ()
    return tuple(word_for(names[at]) for at in ordered[:most] if chances[at] >= _A_FURTHER_CHOICE)


def chance_of(text: str, trade: str) -> float:
    """How likely a saying tells a trade; 0 for one that the model does not know.

    >>> chance_of("坐着收钱的柜台", "收银") > chance_of("坐着收钱的柜台", "会计")
    True
    """
    names = _model().names
    return float(likelihoods([text])[0, names.index(trade)]) if trade in names else 0.0


def says_what_is_done(text: str) -> bool:
    """Whether some words say what is done, for whom or where, and not who does it.

    >>> says_what_is_done("给老人洗澡"), says_what_is_done("护理员")
    (True, False)
    """
    words = fold(text).strip()
    return bool(_SAYS_WHAT_IS_DONE.search(words)) and not (tells_nothing(words) or _A_TITLE.search(words))


def tells_nothing(words: str) -> bool:
    """Whether the model is not to be asked about folded words: they say how work should not be, or are English.

    >>> tells_nothing("不搬东西的"), tells_nothing("making beds"), tells_nothing("铺床")
    (True, True, False)
    """
    return words.isascii() or _denies(words)


def _denies(words: str) -> bool:
    """Whether folded words say how work should not be."""
    return _NO_SAYING.search(_WHETHER.sub(r"\1", words)) is not None


def tells_no_work(text: str) -> bool:
    """Whether a wish surely tells no kind of work, in words that nobody listed: only how, where or why.

    >>> tells_no_work("先有地方住、有饭吃"), tells_no_work("给老人喂饭"), tells_no_work("保洁")
    (True, False, False)
    """
    if fold(text).isascii() or trades_of(text):
        return False
    return float(likelihoods([text])[0, _model().names.index("")]) >= _NO_WORK


def without_denied(words: str) -> str:
    """Folded words without the clauses that say how work should not be; all of them where none is left.

    >>> without_denied("不敢露脸,在直播间后台帮忙"), without_denied("不上夜班")
    ('在直播间后台帮忙', '不上夜班')
    """
    return ",".join(part for part in _CLAUSE.split(words) if part and not _denies(part)) or words


def without_others(words: str) -> str:
    """Folded words without those who do something else than the one who speaks.

    >>> without_others("点一遍找毛病,叫写程序的人改"), without_others("给老人喂饭")
    ('点一遍找毛病,', '给老人喂饭')
    """
    return _OTHERS.sub("", words)


@lru_cache(maxsize=4096)
def meant(text: str) -> str:
    """The work that a saying means: a word for the trade it tells where it names none, or only others; else itself.

    >>> meant("推病人去做检查的"), meant("想在医院食堂打菜")
    ('医院运送', '想在医院食堂打菜')

    Of a bare thing the work is to make it where that names a trade.

    >>> meant("网页"), meant("会计")
    ('做网页', '会计')

    A title stays as it is, and so does what is English; how it should not be is left out.

    >>> meant("软件测试工程师"), meant("去医院做点事，不搬东西的")
    ('软件测试工程师', '去医院做点事')
    """
    words = without_denied(without_others(_HOW_LONG.sub("", _WHERE_ONE_SITS.sub("", fold(text).strip()))))
    if len(words) < _SHORTEST and not trades_of(text) and trades_of(f"做{words}"):
        return f"做{words}"
    named = {trade // WAYS for trade in trades_of(words)}
    if not _is_saying(words, named):
        return text
    least = _surer(words) if named else SURE if len(words) >= _SHORTEST else _SURER_OF_FEW
    told = trade_told(words, least)
    if told is None:
        return words if named != {trade // WAYS for trade in trades_of(text)} else text
    return text if _covers(named, trade_names().index(told)) else word_for(told)


def _is_saying(words: str, named: set[int]) -> bool:
    """Whether words say work as one talks; a title says who does it, mostly of a trade: 收银员, no 教人考公务员."""
    done = bool(_SAYS_WHAT_IS_DONE.search(words))
    if tells_nothing(words) or len(words) < (_A_CLAUSE if not done else _SHORTEST if named else _FEWEST):
        return False
    return not _A_TITLE.search(words) or (done and not named and len(words) >= _A_CLAUSE)


def _surer(words: str) -> float:
    """From which likelihood the model is believed against other trades that some words name."""
    if _SAYS_WHAT_ONE_IS.search(words):
        return SUREST
    return _SURER if _SAYS_WHAT_IS_DONE.search(words) else _SURER_OF_A_NAME


def _covers(named: set[int], told: int) -> bool:
    """Whether one of some trades is another, or a part of it."""
    return any(one in parts_of(told) for one in named)
