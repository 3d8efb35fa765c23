"""What work a posting is of where its title does not tell: its duties do, else who offers it.

The table is ``lexicons/duties.csv``. A title that names a trade keeps it; of one that has several kinds the duties say
which is meant (維修技師 who repairs cars). What neither tells stays unknown.
"""

from collections.abc import Callable, Iterable
from functools import cache
from operator import eq
from typing import Final, NamedTuple

from jobmatch.patterns import late
from jobmatch.settings import load
from jobmatch.text import lexicon
from jobmatch.text.clauses import is_denied
from jobmatch.text.fold import fold
from jobmatch.text.phrases import Phrases
from jobmatch.text.work.fields import is_field
from jobmatch.text.work.object_list import are_akin, object_word
from jobmatch.text.work.objects import is_bare, objects_in
from jobmatch.text.work.sayings import trade_told
from jobmatch.text.work.seniority import LEAD, parse_seniority
from jobmatch.text.work.titles_clean import clean_title
from jobmatch.text.work.trade_list import table
from jobmatch.text.work.trades import WAYS, akin_to, is_word_of_trade, parts_of, trade_names, trades_of, word_for

BY_TITLE, BY_DUTIES, BY_EMPLOYER = range(3)

_READ: Final = 900  # characters of a text in which the duties begin
_OF_DUTIES: Final = 400  # and of them
_FEW: Final = 20  # characters before a heading of what is asked: fewer hold no duties
_DUTIES: Final = late(
    r"(?:岗位|工作|职位|职务|主要|职能|任务)(?:的)?(?:职责|内容|描述|说明|事项)|职责(?:描述)?[:\]】]"
    r"|job (?:description|role)|responsibilit"
)
_NO_DUTIES: Final = late(
    r"(?:任职|岗位|职位|职务|应聘|招聘|资格|录用|其他|必备)(?:要求|资格|条件|需求)|具备条件|requirement|qualification"
    r"|(?:工作|上班|营业)(?:时间|时段|地点)|(?:薪资|福利|薪酬|休假|公司)(?:福利|待遇|制度|介绍|简介)?[:\]】]"
)


class Told(NamedTuple):
    """The words for some work, empty where the title tells it or nothing does; and by what it is told."""

    work: str
    by: int


_UNTOLD: Final = Told("", BY_TITLE)


class _Work(NamedTuple):
    """A kind of work: its words, its trade, the trades of titles that may mean it, and by whom it is offered."""

    words: str
    trade: int
    under: frozenset[int]
    heads: tuple[str, ...]

    def may_be(self, named: frozenset[int]) -> bool:
        """Whether a title that names some trades may mean it."""
        return self.trade in named or named <= self.under


class _Table(NamedTuple):
    works: tuple[_Work, ...]
    phrases: Phrases
    weights: tuple[tuple[tuple[int, int], ...], ...]  # of each phrase: the works of which it speaks, and how much
    names: Phrases  # in those of employers
    offered: tuple[tuple[int, ...], ...]  # of each such word: the works that are done there


@cache
def _table() -> _Table:
    rows = lexicon.rows("jobmatch.text", "lexicons/duties.csv")
    enough = int(load().number("told.enough"))
    spoken: dict[str, list[tuple[int, int]]] = {}
    for at, row in enumerate(rows):
        for name, weight in (("decisive", enough), ("words", 1)):
            for word in lexicon.parts(row[name]):
                spoken.setdefault(word, []).append((at, weight))
    offered: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        for word in lexicon.parts(row["employers"]):
            offered.setdefault(word, []).append(at)
    weights, works = tuple(map(tuple, spoken.values())), tuple(map(tuple, offered.values()))
    return _Table(tuple(map(_work, rows)), _numbered(spoken), weights, _numbered(offered), works)


def _numbered(words: Iterable[str]) -> Phrases:
    return Phrases({word: at for at, word in enumerate(words)})


def _work(row: dict[str, str]) -> _Work:
    trade = trades_of(row["work"])[0] // WAYS
    under = frozenset(map(trade_names().index, lexicon.parts(row["under"])))
    wider = {other for other in range(len(trade_names())) if trade in parts_of(other)} - {trade}
    return _Work(row["work"], trade, under | wider, lexicon.parts(row["heads"]))


def told_work(title: str, text: str, employer: str = "") -> Told:
    """The work of a posting that its title does not tell, and what tells it; ``text`` is folded.

    >>> told_work("维修技师", "维修保养欧系进口车，引擎、底盘维修")
    Told(work='汽修', by=1)
    >>> told_work("门市正职人员", "", "某某餐饮股份有限公司")
    Told(work='餐饮店员', by=2)

    A title that tells it is asked no further, and what nothing tells stays unknown.

    >>> told_work("会计", "点餐、送餐、收拾餐具").work, told_work("专员", "完成主管交办事项", "某某公司").work
    ('', '')

    A line of business is no work: what is done there is told by the duties, and so is the object of a generic head.

    >>> told_work("餐饮", "报销审核、凭证编制").work, told_work("项目经理", "市政道路、桥梁施工").work
    ('会计', '土建')
    """
    named, bare = _named(title), is_bare(title)
    if not (_may_be_told(named) or bare):
        return _UNTOLD
    duties = duties_of(text.lower())
    told = _work_told(title, named, duties, employer) if _may_be_told(named) else _UNTOLD
    told = _narrowed(told, named, text[:_READ].lower())
    if not told.work and bare:
        told = _object_told(duties)
    return told if told.work or named else _said(title, duties)


def _work_told(title: str, named: frozenset[int], duties: str, employer: str) -> Told:
    """What the duties tell, else the employer, where it is a kind of the work that the title names, if any."""
    places = _places(employer)
    found, by = _of_duties(duties, places, named), BY_DUTIES
    if found is None and parse_seniority(title) <= LEAD:  # a manager manages whatever there is
        found, by = _of_employer(title, places), BY_EMPLOYER
    return Told(found.words, by) if found and named <= found.under else _UNTOLD


def _narrowed(told: Told, named: frozenset[int], text: str) -> Told:
    """Where what the title names, else what is told, is work of any kind, the kind that the text tells."""
    trades = frozenset(trade // WAYS for trade in trades_of(told.work))
    general = next((min(one) for one in (named, trades) if len(one) == 1 and one <= table().generic), None)
    if general is None or not trades <= parts_of(general):
        return told
    kind = _kind_of(general, text)
    if kind is None:
        return told if trades == {general} else _UNTOLD
    return Told(kind.words, BY_DUTIES)


def _said(title: str, duties: str) -> Told:
    """The work that the duties say as people do, where they say the same with the title before them as without it."""
    text = duties.lstrip(_NUMBERING)
    if len(text) < _FEW_SAID:
        return _UNTOLD
    sure = load().number("told.sure_of_saying")
    alone, together = (trade_told(words, sure) for words in (text, f"{title} {text}"))
    told = alone is not None and alone == together and alone not in _OF_ADVERTS
    return Told(word_for(alone), BY_DUTIES) if told and alone else _UNTOLD


_NUMBERING: Final = ":1、.·-( )\n"
_FEW_SAID: Final = 12  # signs: fewer say too little
_OF_ADVERTS: Final = frozenset(("招聘", "管培生"))  # of which every second advert speaks, whatever its work


def _object_told(duties: str) -> Told:
    """On what the work is done of which a title says only that it is: 项目经理, 讲师."""
    found = _foremost(objects_in(duties), are_akin)
    return _UNTOLD if found is None else Told(object_word(found), BY_DUTIES)


def in_words(title: str, told: str) -> str:
    """The words that name the work of a posting: its title, or what is told of it.

    It is both where the title names the trade of which it is a kind, a head that wants an object or a rank.

    >>> in_words("保洁员", ""), in_words("餐饮", "会计"), in_words("维修技师", "汽修"), in_words("领班", "餐饮店员")
    ('保洁员', '会计', '汽修 维修技师', '餐饮店员 领班')
    """
    if told and (_named(title) or is_bare(title) or parse_seniority(title) >= LEAD):
        return f"{told} {title}"
    return told or title


def _named(title: str) -> frozenset[int]:
    """The trades that a title names; none where it is only a line of business."""
    return frozenset() if _is_business(title) else frozenset(trade // WAYS for trade in trades_of(title))


_PLACES: Final = ("店", "厂", "院", "馆", "站", "会", "公司", "中心", "药房", "大棚", "果园", "养殖场", "酒吧")


def _is_business(title: str) -> bool:
    """Whether a title is a line of business; 财务 and 仓库 are one, and are work all the same."""
    words = clean_title(title).lower()
    return is_field(words) and (words.endswith(_PLACES) or not is_word_of_trade(words))


@cache
def _kinds() -> frozenset[int]:
    """The trades of which the duties may tell the kind."""
    return frozenset().union(*(work.under for work in _table().works))


def _may_be_told(named: frozenset[int]) -> bool:
    return named <= _kinds()


def duties_of(text: str) -> str:
    """What a posting says is done: behind the heading of that, before that of what is asked or offered.

    >>> duties_of("公司简介...岗位职责:接待访客、转接电话、收发快递、管理会议室、整理文件和资料。任职要求:大专")
    ':接待访客、转接电话、收发快递、管理会议室、整理文件和资料。'
    """
    begin = _DUTIES.search(text, 0, _READ)
    start = begin.end() if begin else 0
    end = _NO_DUTIES.search(text, start + _FEW, start + _OF_DUTIES)
    return text[start : end.start() if end else start + _OF_DUTIES]


def _scores(duties: str) -> dict[int, int]:
    """How much the duties speak of each work: each phrase once."""
    found = {value: start for value, start, _ in _table().phrases.find(duties)}
    scores: dict[int, int] = {}
    for phrase, start in found.items():
        if not is_denied(duties, start):
            for work, weight in _table().weights[phrase]:
                scores[work] = scores.get(work, 0) + weight
    return scores


def _places(employer: str) -> frozenset[int]:
    """The works that are done at an employer, by its name."""
    found = _table().names.find(fold(employer).lower())
    return frozenset(work for word, _, _ in found for work in _table().offered[word])


def _foremost(scores: dict[int, int], together: Callable[[int, int], bool]) -> int | None:
    """That of which the duties speak most, and clearly more than of others that do not go together with it."""
    numbers = load().table("told")
    best = max(scores, key=lambda at: (scores[at], -at), default=None)
    if best is None or scores[best] < numbers["enough"]:
        return None
    others = (score for at, score in scores.items() if not together(at, best))
    return best if scores[best] >= numbers["ahead"] * max(others, default=0) else None


def _of_duties(duties: str, places: frozenset[int], named: frozenset[int]) -> _Work | None:
    """The work of which the duties speak; an employer with whom it is done speaks for it too.

    Where the title names some, only that and its kinds are asked after.
    """
    asked = {at: score for at, score in _scores(duties).items() if _table().works[at].may_be(named)}
    found = _foremost({at: score + (at in places) for at, score in asked.items()}, _together)
    return None if found is None else _table().works[found]


def _kind_of(trade: int, text: str) -> _Work | None:
    """Of work of any kind the one that the text tells, by what is asked too: who develops software does so in Java."""
    kinds = parts_of(trade) - {trade}
    told = {at: score for at, score in _scores(text).items() if _table().works[at].trade in kinds}
    found = _foremost(told, eq)  # who is asked for one of several languages may choose: none is foremost
    return None if found is None else _table().works[found]


def _together(at: int, beside: int) -> bool:
    """Whether works are done side by side, so that duties which speak of both speak for either."""
    work, other = _table().works[at], _table().works[beside]
    return akin_to(work.trade, other.trade) or work.trade in other.under or other.trade in work.under


def _of_employer(title: str, places: frozenset[int]) -> _Work | None:
    """The work that is done at an employer where a title says that somebody is wanted who does it there."""
    words = fold(title).lower()
    offered = (_table().works[at] for at in sorted(places))
    return next((work for work in offered if any(head in words for head in work.heads)), None)
