"""What the client can do and holds: skills, certificates, licence, languages; résumé and interviews."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, Reading, fact, number
from jobmatch.intake.note import Clause, Note
from jobmatch.intake.phrasebook import pattern
from jobmatch.text.certificates import find_certificates
from jobmatch.text.skills import find_skills

_ITEMS: Final = re.compile(
    r"(?:(?<!不)(?<!机)(?<!社)(?<!学)会(?!议|计|展|所|员|考虑|去|有|要|来|上班|同意|让|主动|议)|懂|擅长|熟悉|熟练(?:使用|操作|掌握)?|能熟练|掌握|精通"
    r"|技能[:是为]+|特长[:是为]+|拿手|自学了?(?=[a-z])|can use|knows how to|skilled in|skills?:|good at)(?P<items>[^,。;!?\n(]{2,40})"
)
_SPLIT: Final = re.compile(r"[、/]|(?<=.)会(?=[a-z剪做开修用写打])|和|以及|及|与|还会|也会|会| and |,")
_SKILL: Final = re.compile(
    r"^(?:一点|一些|点|些|基本的?|简单的?|使用|操作|用|做|各种|常用|日常|的|各类)+|(?:等等?|之类|什么的|的)+$"
)
_NO_CERTIFICATE: Final = re.compile(
    r"(?:没有?|无|未(?:考取|取得|持有)?)(?:任何|什么|相关|职业|技能|资格)*(?:证书|证件|资格证(?!书)|职业资格)(?!过)|证书[:]? ?无|no certificates?"
)
_CLASS: Final = r"(?<![a-z\d])[abc][1-6](?![a-z\d]|证)"
_HAS_LICENCE: Final = re.compile(
    rf"(?P<c>(?:{_CLASS}[、/和]?){{1,3}})(?:e)? ?(?:驾照|驾驶证|驾驶执照|都有|的?本|照|证|有(?!效期)|(?:driving |driver'?s? )?licen[cs]e)"
    rf"|(?:驾照|驾驶证|驾驶执照|驾本|(?:有|持|考了?|拿了?)本|准驾车型|driving licen[cs]e|driver'?s? licen[cs]e)(?:刚|[为是:类型拿 (]|\()*(?P<c2>{_CLASS})?"
    rf"|(?:有|拿了?|考了?|持有?|就)(?P<c3>{_CLASS})|^\s*(?P<c4>{_CLASS})\s*$|(?P<c5>{_CLASS})(?=满|[、,和]|都|也|还|在手|已)"
    r"|(?P<any>有驾照|有驾驶证|有车本|持驾照|有驾本|full (?:uk |manual |clean )*(?:driving )?licen[cs]e)|(?P<class3>class [abc1-5] licen[cs]e)"
)
_LOST_LICENCE: Final = re.compile(
    r"吊销|注销|过期|扣|暂扣|考(?!过|下|取了|出)|学|准备|revoked|expired|learning|suspended"
)
_DRIVES_NO: Final = re.compile(
    r"(?:驾照|驾驶证)(?:被|已)?(?:吊销|注销)(?!过)|^\s*没有?本儿?\s*$|(?:没有?|无|未(?:考取|取得)|不持有)(?:任何)?(?:驾照|驾驶证|驾本|车本|驾驶执照)|(?:驾照|驾驶证|驾驶执照)[:]? ?(?:无|没有|没考|没拿|未考|没)|不会开车|学(?:车|驾照|科目)|科目[一二三四]"
    r"|(?<![a-z])no (?:driving |driver'?s? )?licen[cs]e|does not (?:drive|have a (?:driving|driver))"
)
_DRIVES: Final = re.compile("(?<!不)(?:会|能)开(?:小|汽|轿)?车")
_NO_CLASS: Final = re.compile(
    r"^(?:本|照|证)?(?:儿)?(?:没有|没考|没拿|无|还没|打算|准备|在考)|^(?:的)?本[^,。;]{0,4}(?:打算|准备|没)"
)


def read_abilities(reading: Reading) -> Iterator[Fact]:
    """Every fact about skills, papers and the search for work."""
    for clause in reading.own():
        yield from _skills(clause)
        yield from _certificates(clause, reading)
        yield from _licence(clause)
        yield from _languages(clause)
        yield from _search(clause, reading.note)


def _skills(clause: Clause) -> Iterator[Fact]:
    if clause.has("goal.want") or clause.has("goal.refuse") or clause.has("turns.plan"):
        return
    seen: set[str] = set()
    yield from _tools(clause, seen)
    for found in _ITEMS.finditer(clause.text):
        if clause.denies(found.start(), found.start() + 1):
            continue
        at = found.start("items")
        for item in _SPLIT.split(found["items"]):
            place = clause.text.find(item, at) if item else -1
            if place < 0:
                continue
            at = place + len(item)
            named = [mention.words for mention in find_skills(item) if not mention.negated]
            words = named or [_plain(item)]
            for word in words:
                start = clause.text.find(word.lower(), place)
                if (
                    len(word) >= 2
                    and len(word) <= 10
                    and start >= 0
                    and word not in seen
                    and not clause.denies(start, start + len(word))
                    and not _NOT_USED.match(clause.text[start + len(word) :])
                    and not _LANGUAGE.fullmatch(word.lower())
                ):
                    seen.add(word)
                    yield fact(
                        "conditions.skills", word, clause, (start, start + len(word)), PLAIN if named else LIKELY
                    )


_NOT_USED: Final = re.compile(
    r"^[^,。;、]{0,3}(?:还)?(?:没用过|不会|不熟|不太会|没学|没接触)|^[^,。;]{0,6}(?:never|no experience)"
)
_USED: Final = re.compile(
    r"^(?:也|都)?(?:一?分钟|会用|能用|用得|熟练|熟悉|精通|识用|没问题)|^ (?:strong|good|fluent|proficient)"
)


def _tools(clause: Clause, seen: set[str]) -> Iterator[Fact]:
    """A tool of which the words behind tell that it is known, or a clause that is nothing but the name of one."""
    for mention in find_skills(clause.text):
        start = clause.text.find(mention.words.lower())
        end = start + len(mention.words)
        alone = mention.words.isascii() and clause.text.strip(" .、") == mention.words.lower()
        if (
            start >= 0
            and not mention.negated
            and (alone or _USED.match(clause.text[end:]))
            and mention.words not in seen
        ):
            seen.add(mention.words)
            yield fact("conditions.skills", mention.words, clause, (start, end), LIKELY)


def _plain(item: str) -> str:
    said = _SKILL.sub("", item.strip())
    return "" if re.search(r"^开车?|[的了吗呢吧]|什么|不|没|很|比较|自己|孩子|工作|上班|尽快|考虑", said) else said


def _certificates(clause: Clause, reading: Reading) -> Iterator[Fact]:
    if found := _NO_CERTIFICATE.search(clause.text):
        yield fact("conditions.certificates", None, clause, found, LIKELY)
        return
    if (
        _is_lapsed(clause, reading.note, reading.today)
        or clause.has("turns.plan")
        or clause.has("goal.want")
        or _ASKED_FOR.search(clause.text)
    ):
        return
    held = False
    for mention in find_certificates(clause.text):
        words = clause.text[mention.start : mention.end]
        elsewhere = "驾" in mention.name or _NO_PAPER.fullmatch(words)
        if not elsewhere and not clause.denies(mention.start, mention.end):
            held = True
            yield fact("conditions.certificates", words, clause, (mention.start, mention.end), PLAIN)

    for paper in () if held else _PAPER.finditer(clause.text):
        name = next(name for name, said in paper.groupdict().items() if said)
        if not _NO_PAPER.fullmatch(paper[name]) and "驾" not in paper[name] and not clause.denies(*paper.span(name)):
            yield fact("conditions.certificates", paper[name], clause, paper.span(name), LIKELY)


# A paper that no list knows, said to be held.
_PAPER: Final = re.compile(
    r"(?:持有?|取得了?|考取了?|获得?了?|考下了?)(?P<a>[\u4e00-\u9fffa-z]{2,14}(?:证书?|资格证?|职称))"
    r"|(?P<b>[\u4e00-\u9fff]{2,14}(?:证书?|资格(?:\([初中高]级\))?|职称))(?:有效|已?(?:拿到|考过|取得|在手|考下来|通过)了?|也?都?有$|也?都?有(?=[,。;])|\d{4}年?(?:考|拿|取))"
    r"|(?P<d>[\u4e00-\u9fff]{2,10}(?:[初中高]级证|技师证))|(?P<f>level \d [a-z ]{3,24}(?:certificate|diploma))|(?P<i>[\u4e00-\u9fff]{2,8}师)(?:已取得|已?拿到|已?通过)|(?<![a-z])(?P<h>(?!contract|lease|tenancy|not |is |was )[a-z]{2,12}(?: (?!not|was|is|and)[a-z0-9]{2,8})?(?: certificate| card| pass)?) (?:held|renewed|(?:is )?(?:current|valid))(?! driv)|(?P<g>forklift) (?:licence|ticket)|(?:has|holds) an? (?P<e>(?:[a-z]+ ){1,3}certificate)"
    r"|(?P<c>(?:nvq|aat|btec|ccna|ccnp|pmp|istqb|cscs|sia|cfa|cpa|iosh|nebosh)(?: level \d)?(?: in [a-z &]+)?)(?= done| passed| obtained| holder|$)"
)
_NO_PAPER: Final = re.compile("毕业证书?|学位证书?|n[12]|身份证|残疾证|结婚证|优待证|退役证|资格证|证书")
_ASKED_FOR: Final = re.compile(
    "asks? for|requires?|招聘要求|要求有|须有|需要有|那种|备考|in january|underway|只过了|过了[一二两三]门|差[一二两三]门|course|hasn't|has not|not yet|sits the"
)
_YEAR_OF_END: Final = re.compile(
    r"(?P<year>20\d\d)[年./-]?\d{0,2}月?(?:\d{1,2}日)?(?:到期|有效|前有效)|(?:有效期?至?到?|valid (?:until|to)) ?(?P<until>20\d\d)"
)
_LAPSED_LATER: Final = re.compile(
    r"复审[^。]{0,16}过了|没去?(?:复|年)?审|已?查过已?注销|needs? re(?:doing|newing)|ran out"
)
_LAPSED_BUT: Final = re.compile(
    r"[^,。;]{0,6},(?:但是?|就是|不过|可是?|可惜)[^,。;]{0,8}(?:过期|失效|到期|没[年复]?审|作废)"
)
_SOON: Final = 32  # characters behind a paper in which its end is told
_THIS_YEAR_ON: Final = re.compile("有效|还管用|valid")


def _is_lapsed(clause: Clause, note: Note, today: date) -> bool:
    """Whether what the clause names is out of date; 2027到期 is a year to come for a note of this year."""
    if end := _YEAR_OF_END.search(clause.text):
        return int(end["year"] or end["until"]) < today.year
    later = re.split("[。\\n]", note.shadow[clause.end : clause.end + _SOON])[0]
    if _LAPSED_LATER.search(later) or _LAPSED_BUT.match(later):
        return True
    return clause.has("turns.expired") and not _THIS_YEAR_ON.search(clause.text)


def _licence(clause: Clause) -> Iterator[Fact]:
    field, text = "conditions.driving_licence", clause.text
    if found := _DRIVES_NO.search(text):
        yield fact(field, "none", clause, found, LIKELY)
        return
    if (found := _DRIVES.search(text)) and not re.search(r"[abc][1-6]|经验", text):
        yield fact(field, "yes", clause, found, WEAK)
    for found in _HAS_LICENCE.finditer(text):
        kind = next((found[name] for name in ("c", "c2", "c3", "c4", "c5") if found[name]), None)
        lost = _LOST_LICENCE.search(text) or clause.denies(*found.span()) or _NO_CLASS.match(text[found.end() :])
        held = kind or found["any"] or re.search(r"有|持|考取|拿到|has|holds|:", text)
        if held and not lost:
            classes = "/".join(re.findall("[ABC][1-6]", kind.upper())) if kind else "yes"
            yield fact(field, classes, clause, found, PLAIN)
            return


_LANGUAGE: Final = re.compile(
    r"汉语|朝鲜语|维语|藏语|蒙语|普通[话話]|国语|粤语|广东话|英[语文]|日[语文]|韩[语文]|法语|德语|俄语|西班牙语|闽南[语话]|客家话|手语|(?<![a-z])(?:english|mandarin|putonghua|cantonese|japanese|korean|french|german|spanish|russian|polish|arabic|portuguese|italian|romanian|urdu|hindi|punjabi|bengali|ukrainian|vietnamese|tagalog)(?![a-z])"
)
_SPEAKS: Final = re.compile(
    r"好|流利|会|能|懂|讲|识|通|良好|熟练|标准|一般|[四六八专]级|多益|雅思|托福|n[1-5]|级|溜|没问题|地道|无障碍|speaks?|fluent|decent|conversational|first language|good|only|native"
)
_NOT_SPOKEN: Final = re.compile(r"(?:不会|不懂|没|不通|no |唔识)[^,。;]{0,6}$")
_NOT_SPEECH: Final = re.compile(r"老师|教师|客服|翻译|系|专业|证|培训|等级证|二甲|二乙|一乙| so| in english|up in")


def _languages(clause: Clause) -> Iterator[Fact]:
    """Languages that the client speaks, with a word of how well."""
    for found in _LANGUAGE.finditer(clause.text):
        before, after = clause.text[: found.start()], clause.text[found.end() : found.end() + 8]
        if _SPEAKS.search(clause.text) and not _NOT_SPOKEN.search(before) and not _NOT_SPEECH.search(after):
            yield fact("conditions.languages", found[0], clause, found, LIKELY)


def _with_next(clause: Clause, note: Note) -> str:
    """The clause with the one behind it: 面试六次,均未录用."""
    behind = re.split("[。;\\n]", note.shadow[clause.end : clause.end + _OUTCOME])[0]
    return clause.text + behind if _ALL_OF_THEM.match(behind) else clause.text


_ALL_OF_THEM: Final = re.compile("[, ]*(?:均|都|全|无一)")
_OUTCOME: Final = 12  # characters behind an application in which its outcome is told


def _search(clause: Clause, note: Note) -> Iterator[Fact]:
    for field, no, yes in (
        ("ability.resume_ready", "ability.resume_no", "ability.resume_yes"),
        ("ability.interview_experience", "ability.interview_no", "ability.interview_yes"),
    ):
        if found := pattern(no).search(clause.text):
            yield fact(field, False, clause, found, LIKELY)
        elif (found := pattern(yes).search(clause.text)) and not clause.denies(*found.span()):
            yield fact(field, True, clause, found, LIKELY)
    if "科目" not in clause.text and (found := pattern("ability.failed").search(_with_next(clause, note))):
        said = next(filter(None, (found[f"n{at}"] for at in range(found.re.groups))), None)
        if said:
            yield fact("ability.failed_applications", int(number(said)), clause, found, LIKELY)
