"""Papers that the client holds: certificates, told from those lapsed, failed or somebody else's; the licence beside."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from jobmatch.intake.clauses.lists import items_of
from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.conditions.licence import read_licence
from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, Reading, fact
from jobmatch.text.asked.certificates import find_certificates, names_paper

_NO_CERTIFICATE: Final = re.compile(
    r"没(?:有)?(?:啥|什么|任何)?证(?:书)?(?=$|[,。;])|没考过证|证书?(?:[一半两]个|[一半]本|啥|什么)?(?:也|都)没(?:有|考"
    r"|拿|办)?(?:过|到)?(?=$|[,。;、])|啥证(?:也|都)?没有?|没证(?=$|[,。;])|(?:没有?|无|未(?:考取|取得"
    r"|持有)?)(?:任何|什么|相关|职业|技能|资格|专业)*(?:证书|证照|证件|资格证(?!书)|职业资格)(?!过)"
    r"|证书[:]? ?无|no (?:[a-z]+ )?(?:certificates?|tickets?|qualifications?)"
)


def read_papers(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """Every fact about papers in a clause."""
    yield from _certificates(clause, reading)
    yield from read_licence(clause, reading.note)


def _certificates(clause: Clause, reading: Reading) -> Iterator[Fact]:
    found = _NO_CERTIFICATE.search(clause.text)
    if found and not (found[0].endswith("无证") and "驾" in clause.before[-_SOON:]):  # 驾驶证被吊销,现无证
        yield fact("conditions.certificates", None, clause, found, LIKELY)
        return
    if clause.key == "certificates" and clause.value:
        clause = replace(clause, text=_PLANNED_ITEM.sub(_blank, clause.text))
    if (
        clause.earlier
        or clause.key == "languages"
        or _is_lapsed(clause, reading.note, reading.today)
        or clause.has("turns.plan")
        or clause.has("goal.want")
        or _ASKED_FOR.search(clause.text)
    ):
        return
    held: list[str] = []
    text, at = reading.note.shadow, clause.start
    for mention in find_certificates(clause.text, text):
        behind = _PAPER_BEHIND.match(clause.text, mention.end)
        end = behind.end() if behind else mention.end
        words = clause.text[mention.start : end]
        elsewhere = (
            _DRIVING.search(mention.name) and "农机" not in clause.text[max(0, mention.start - 2) : mention.end]
        ) or (
            _NO_PAPER.fullmatch(words) and not _told_elsewhere(mention.name, words)
        )  # N2, where Japanese is spoken of
        failed = pattern("ability.not_held").match(text[at + end : at + end + _SOON])
        if failed or elsewhere or clause.denies(mention.start, mention.end):
            if failed:
                held.append(words)
            continue
        held.append(words)
        yield fact("conditions.certificates", words, clause, (mention.start, end), PLAIN)
    if clause.key == "certificates":
        yield from _by_key(clause, held)
        return
    of_trade = [] if held else [*_of_trade(clause, reading.note)]
    yield from of_trade
    for paper in () if held or of_trade else _PAPER.finditer(clause.text):
        name = next(name for name, said in paper.groupdict().items() if said)
        if pattern("ability.not_held").match(text[at + paper.end(name) : at + paper.end(name) + _SOON]):
            continue
        if _ONLY_GRADE.fullmatch(paper[name]):
            continue
        if (
            not _NO_PAPER.fullmatch(paper[name])
            and not _DRIVING.search(paper[name])
            and not clause.denies(*paper.span(name))
        ):
            yield fact("conditions.certificates", paper[name], clause, paper.span(name), LIKELY)


def _told_elsewhere(name: str, words: str) -> bool:
    """Whether the note tells elsewhere of what a grade is: N2, where Japanese is spoken of."""
    return name.lower() != words and name.lower().endswith(words)


# An item of a list of papers that is only being earned: 二级建造师、二造在备考.
_PLANNED_ITEM: Final = re.compile(
    r"[^、/,;:]{2,12}?(?:在备考|备考中?|在考|正在考|在学|正在学|学习中|培训中|报考中?|报了名|准备考|打算考|还没考|等证)[^、/,;]{0,6}"
)


def _blank(found: "re.Match[str]") -> str:
    return " " * len(found[0])


_PAPER_BEHIND: Final = re.compile(r"(?:技术士|技能等级|职业资格|资格)?(?:证书|证照|证)")


# A trade of which only 有证 is said: 开叉车有证的,N1.
_TRADE_WITH_PAPER: Final = re.compile(
    r"(?:(?P<other>叉车|挖机|吊车|行车|电工|焊工|锅炉|高空|登高|电梯)(?:和|跟|、|与))?(?P<trade>叉车|挖机"
    r"|挖掘机|吊车|行车|电工|焊工|电焊|锅炉|高空|登高|制冷|电梯|司炉|月嫂|育婴|护工|保安|消防|厨师|茶艺|美容"
    r"|美发|按摩|收银|会计)(?:是|也|都)*有(?:证|本)(?:的)?(?=$|[,。;、 ])(?:,? ?(?P<class>n[12])(?![a-z\d]))?"
)


# The paper by a word of talk: 有中药调剂员的本本, 叉车本子也有.
_BOOKLET: Final = re.compile(
    r"(?P<trade>叉车|挖机|挖掘机|吊车|行车|塔吊|电工|焊工|电焊|锅炉|高空|登高|制冷|电梯|司炉|月嫂|育婴|护工|消防|厨师|茶艺|按摩|会计"
    r"|(?:(?![有的考拿持办过了个是她他我里])[\u4e00-\u9fff]){2,5}[员师])(?:的|那个)?(?:小?本本?(?=也?有|拿|也?在|$|[,。;、 (])|那?个?证(?=有|在|拿)|小?本本|本子|本儿|票儿|证儿|(?<=的)[证票])"
    r"(?:[也都还]?(?:有|在|拿了|考了))?(?=$|[,。;、 (])"
)


def _of_trade(clause: Clause, note: Note) -> Iterator[Fact]:
    for one in _BOOKLET.finditer(clause.text):
        failed = pattern("ability.not_held").match(note.shadow[clause.start + one.end("trade") :][:_SOON])
        if (
            not failed
            and not clause.denies(*one.span())
            and not re.search("[没无要须需]有?$", clause.text[: one.start()])
        ):
            paper = one["trade"] if one["trade"][-1] in "员师" else one["trade"] + "证"
            yield fact("conditions.certificates", paper, clause, one, LIKELY)
    found = _TRADE_WITH_PAPER.search(note.shadow, clause.start, clause.end + _CLASS_BEHIND)
    if found and found.start() < clause.end and not re.search("没$|要$|须$|需$", note.shadow[: found.start()]):
        if found["other"]:
            yield Fact("conditions.certificates", found["other"] + "证", found.start(), found.start("trade"), LIKELY)
        paper = found["trade"] + (found["class"].upper() if found["class"] else "证")
        yield Fact("conditions.certificates", paper, found.start(), found.end(), LIKELY)


_CLASS_BEHIND: Final = 4  # signs behind a clause in which the class of a paper stands


def _by_key(clause: Clause, named: list[str]) -> Iterator[Fact]:
    """What stands behind 证书: in whatever words, beside what is ``named`` by the list; a nothing is known."""
    if found := _NOTHING.match(clause.text, clause.value):
        yield fact("conditions.certificates", None, clause, found, LIKELY)
        return
    for item, at in items_of(clause.text, clause.value):
        said = re.sub(r"^有(?!色)|(?:有|在手|已拿|已取得|有效)+$", "", item.strip())
        failed = pattern("ability.not_held").match(clause.text[at + len(item) :])
        if any(words in item for words in named):
            continue
        if (_ITEM.fullmatch(said) or names_paper(said)) and not failed and not pattern("ability.not_held").search(item):
            start = clause.text.index(said, at)
            yield fact("conditions.certificates", said, clause, (start, start + len(said)), WEAK)


_NOTHING: Final = re.compile(r"(?:无|没有?|暂无|啥也没有|都没有|none|no(?= |$))")
_ITEM: Final = re.compile(r"(?!.*(?:驾|身份|毕业|学位|没|不|未|过期|还|在考))[\u4e00-\u9fffa-z0-9()]{3,14}")


# A paper that no list knows, said to be held.
_PAPER: Final = re.compile(
    r"(?<![没无未还])(?:有|持|取得|考取|考到|领有)(?P<t>[\u4e00-\u9fff]{2,8}[甲乙丙]级|[甲乙丙]级[\u4e00-\u9fff]{2,8}?)(?:技术士)?(?:证照|证书|证)?(?=$|[,。;、(])|(?<![没未无还])(?:有|持)(?:个|一个|一本)?(?P<l>[\u4e00-\u9fff]{2,10}(?:操作证|上岗证|工证|师证|员证"
    r"|许可证|适任证|船员证|驾驶证))(?=$|[,。;、])|(?P<m>[\u4e00-\u9fff]{2,8}(?:员|师"
    r"|工)[初中高]级)(?:的?证?)(?:也|都)?(?:有|已|在手)|(?:考过?了?|办了?"
    r"|拿过)(?P<q>[\u4e00-\u9fff]{2,8}(?:操作证|上岗证|[工师员]证|资格证))(?=$|[,。;、])"
    r"|考过了?(?P<r>(?!会)[\u4e00-\u9fff]{2,6}(?:工程师|建造师|会计师|设计师|药师|营养师))(?=$|[,。;、])"
    r"|(?P<s>[\u4e00-\u9fff]{2,8}(?:检查员|操作工|管理员)证)(?=没过期|有效|在有效期)|(?P<n>农机驾驶证"
    r"|船员证书?)(?:有|在|也有)|"
    r"(?:持有?|取得了?|考取了?|获得?了?|考下了?|拿到了?|领了|领到了?|拿了)(?P<a>[\u4e00-\u9fffa-z]{2,14}(?:证书?|资格证?|职称))"
    r"|(?P<b>[\u4e00-\u9fff]{2,14}(?:证书?|资格(?:\([初中高]级\))?|职称))(?:(?:长期|仍|尚|还|都|均|目前"
    r"|在)*有效|已?(?:拿到|考过|取得|在手|考下来|通过)了?|也?都?有$|也?都?有(?=[,。;])|\d{4}年?(?:考|拿|取))"
    r"|(?P<d>(?:(?!拿到|取得|考取|期间|并|领)[\u4e00-\u9fff]){2,10}(?:[初中高abc]级证书?|技师证))"
    r"|(?P<f>level \d [a-z ]{3,24}(?:certificate|diploma))|(?P<i>[\u4e00-\u9fff]{2,8}师)(?:已取得|已?拿到"
    r"|已?通过)|(?:has|have|holds?|got)(?: an?| her| his| valid| current| full)* (?P<o>(?:counterbalance "
    r"|reach truck |hgv |plant |sia |cscs |journeyman |forklift )+(?:operator'?s? )?(?:licen[cs]e|card"
    r"|ticket))|(?<![a-z])(?P<h>(?!contract|lease|tenancy|not |is |was )[a-z]{2,12}(?: (?!not|was|is"
    r"|and)[a-z0-9]{2,8})?(?: certificate| card| pass)?) (?:held(?! (?:back|off|up|the|a|out|on))|renewed"
    r"|(?:is )?(?:current|valid))(?! driv)|^[ ]*(?:(?:she |he )?(?:has|holds?|got) (?:an? |her |his )?)?(?P<k>(?:[a-z]+ ){1,3}certificate)(?=$| held|[.;(])"
    r"|(?P<g>forklift) (?:licence|ticket)|(?:has|holds) an? (?P<e>(?:[a-z]+ ){1,3}certificate)"
    r"|(?P<c>(?:nvq|aat|btec|ccna|ccnp|pmp|istqb|cscs|sia|cfa|cpa|iosh|nebosh)(?: level \d)?(?: in [a-z &]+)?)(?= done| passed| obtained| holder|$)"
)
_DRIVING: Final = re.compile("驾(?!校教练)")  # the licence has a field of its own
_ONLY_GRADE: Final = re.compile("(?:考了|拿了|有|是|考下)?[初中高]级证")
_NO_PAPER: Final = re.compile(
    "居住证|暂住证|工作证|录取[\u4e00-\u9fff]*|.*离职证明|毕业证书?|学位证书?|n[12]|身份证|.*残疾(?:人)?证|.*身(?:心)?障(?:碍)?手册|结婚证|优待证|退役证|资格证|证书"
)
_ASKED_FOR: Final = re.compile(
    "asks? for|requires?|招聘要求|要求有|须有|需要有|那种|备考|in january|underway|只过了|过了[一二两三]门|差[一二两三]门|course|hasn't|has not|not yet|sits the"
)
_YEAR_OF_END: Final = re.compile(
    r"(?P<year>20\d\d|(?<!\d)2\d(?=年))[年./-]?\d{0,2}月?(?:[-.]?\d{1,2}日?)?(?:到期|有效|前有效)|(?:有效期?至?到?|valid (?:until|to)) ?(?P<until>20\d\d)"
)
_LAPSED_LATER: Final = re.compile(
    r"^[^,。;]{0,8},?(?:是?[^,。;]{0,8},)?早?(?:就|已|都)?(?:作废|过期|失效)|复审[^。]{0,16}过了|没去?(?:复|年)?审|已?查过已?注销|needs? re(?:doing|newing)|ran out"
)
_ANOTHER_PAPER: Final = re.compile(r"[,、;][\u4e00-\u9fff]{2,8}(?:证|执照|驾照)(?!书)")
_LAPSED_BUT: Final = re.compile(
    r"[^,。;]{0,6},(?:但是?|就是|不过|可是?|可惜)[^,。;]{0,8}(?:(?<!没)过期|失效|(?<![快将要没])到期|没[年复]?审|作废)"
)
_SOON: Final = 32  # characters behind a paper in which its end is told
_THIS_YEAR_ON: Final = re.compile("有效|还管用|valid")


_CENTURY: Final = 2000


def _is_lapsed(clause: Clause, note: Note, today: date) -> bool:
    """Whether what the clause names is out of date; 2027到期 is a year to come for a note of this year."""
    if end := _YEAR_OF_END.search(clause.text):
        year = int(end["year"] or end["until"])
        return (year if year > _CENTURY else _CENTURY + year) < today.year
    later = re.split("[。\\n]", note.shadow[clause.end : clause.end + _SOON])[0]
    later = _ANOTHER_PAPER.split(later)[0]
    if _LAPSED_LATER.search(later) or _LAPSED_BUT.match(later):
        return True
    return clause.has("turns.expired") and not _THIS_YEAR_ON.search(clause.text)
