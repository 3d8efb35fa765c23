"""Why the last job was left, and since when the client is without work."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, Reading, fact, years_in
from jobmatch.intake.work.jobs import LEAVES, SPAN
from jobmatch.intake.work.mentions import mentions
from jobmatch.intake.work.since import read_since, sentence

_WORDS: Final = re.compile(r"[\u4e00-\u9fffa-z][^\d]{1,40}$")  # a reason, and no day


def read_leaving(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """What a clause says of the end of the last job."""
    if _NOT_YET.search(clause.text):
        return
    left = [*_left(clause)]
    yield from left
    if all(one.confidence <= _BARE for one in left):
        beside = [*_beside_leaving(clause, reading)]
        beside = beside or [*_beside_work(clause, reading)]
        yield from beside
        yield from () if beside else _behind_years(clause)
    if clause.key == "left" and _WORDS.match(clause.text, clause.value):
        yield fact(
            "attitude.left_last_job_because",
            clause.text[clause.value :].strip(),
            clause,
            (clause.value, len(clause.text)),
            PLAIN,
        )
    told = sentence(clause, reading)
    if asked := pattern("left.asked").match(told) or pattern("left.across").match(told):
        start = min(asked.start("why"), len(clause.text))
        yield fact("attitude.left_last_job_because", asked["why"], clause, (start, start + len(asked["why"])), LIKELY)
    if disliked := pattern("left.disliked").match(sentence(clause, reading)):
        yield fact("attitude.left_last_job_because", disliked["why"], clause, disliked.span("why"), LIKELY)
    yield from read_since(clause, reading)


_NOT_YET: Final = re.compile(
    "没(?:有)?(?:提|办|交)?(?:离职|辞职|辞呈|辞工)|未离职|的(?:活|工作)?(?:都|就)?不(?:做|干|跑)了|不敢(?!再?(?:骑|开|跑|干|做|送|爬))"
)
_LEAVES: Final = re.compile(LEAVES)
_WHOLE: Final = 60  # characters around a leaving in which its sentence is read
_NO_EVENT: Final = re.compile("想|希望|找|愿意|现在|要是|如果|以后|怕|听说|不怕|能|可以")


def _beside_leaving(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """What happened in the clause before or behind the leaving: 跟车主闹翻,8月走的; 八月辞的,腰不好."""
    if not _LEAVES.search(clause.text) or clause.has("left.of_others"):
        return
    text = reading.note.shadow
    here = [clause.text]
    ahead = _PARTS.split(re.split("[。;!?\n]", text[max(0, clause.start - _WHOLE) : clause.start])[-1])[:-1]
    behind = re.split("[。;!?\n]", text[clause.end : clause.end + _WHOLE])[0].split(",")[1:]
    for words in (*here, *ahead[:-3:-1], *behind[:1]):
        found = pattern("left.event").search(words)
        if found and not _NO_EVENT.search(words[: found.start()]) and len(found[0].strip()) >= _SHORTEST:
            start = text.find(words, max(0, clause.start - _WHOLE)) + found.start()
            head, _, inside = found[0].partition("(")
            why = _NO_HALF.sub("", _REST_OF_A_DAY.sub("", head.strip()))
            why = inside if inside and pattern("left.bare").fullmatch(why) else why
            yield Fact("attitude.left_last_job_because", why, start, start + len(found[0]), BESIDE)
            return
    before = ahead[-1].strip() if ahead else ""
    if _STATED.fullmatch(before) and not _NO_STORY.search(before) and not mentions(before):
        start = text.rfind(before, 0, clause.start)
        yield Fact("attitude.left_last_job_because", before, start, start + len(before), BESIDE)


def _beside_work(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """What happened right behind a job with its years, and is nothing else: 注塑调机九年,老板乱扣工资."""
    if clause.key or clause.has("left.of_others") or _NO_EVENT.search(clause.text):
        return
    text = _ON_A_DAY.sub("", clause.text.strip(" •*-"))
    found = pattern("left.event").match(text)
    if found and len(found[0]) >= max(_SHORTEST, len(text) - _LEFT_OVER):
        before = re.split("[。!?]|\n\n", reading.note.shadow[max(0, clause.start - _WHOLE) : clause.start])[-1]
        parts = re.split("[,;|/ (\n]", before.rstrip(",;|/ (\n•*-"))[-2:]
        if any(years_in(part) or SPAN.search(part) for part in parts):
            start = clause.text.index(found[0])
            yield fact("attitude.left_last_job_because", found[0], clause, (start, start + len(found[0])), BESIDE)


def _behind_years(clause: Clause) -> Iterator[Fact]:
    """What stands in brackets behind the years of a job and tells of its end: 仓管员5年(腰伤)."""
    for found in _BEHIND_YEARS.finditer(clause.text):
        why = found["why"]
        if pattern("left.event").search(why) and not mentions(why) and not _NO_EVENT.search(why):
            yield fact("attitude.left_last_job_because", why, clause, found.span("why"), BESIDE)
            return


_BEHIND_YEARS: Final = re.compile(r"(?:年半?|个月|\d\d)多?\((?P<why>[\u4e00-\u9fff]{2,14})[,)]")


_PARTS: Final = re.compile(",|(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) +$")
_LEFT_OVER: Final = 3  # characters of a clause that an event leaves over, and it is still nothing else


# What stands before a leaving and may be its reason in words that no table has.
_STATED: Final = re.compile(r"[\u4e00-\u9fff]{4,14}")
_NO_STORY: Final = re.compile(
    r"想|希望|找|愿意|现在|目前|要是|如果|以后|可以|一直|之后|后来|原来|以前|之前|期间|毕业|学历|本科|大专"
    r"|高中|初中|小学|经验|工资|[男女]|民族|户籍|住|岁|年|个月|做|干(?!不|群)|当(?!地)|登记|离|辞|失业|退(?:伍"
    r"|役|休)|赔|补偿|领|到现在|至今|在家|孩子(?:上|读|今)|会|证|驾"
)
_NO_HALF: Final = re.compile("^半(?![夜月天年路途个])")  # of 一年半
BESIDE: Final = 0.7  # below any reason that is told as one
_BARE: Final = 0.65  # below both: that the job was lost is hardly a reason
_SHORTEST: Final = 2  # characters of a reason
_BECAUSE: Final = re.compile(
    r"^(?:(?:她|他)?说|说是|主要|原因|理由|嫌|因|由于|为)*是?(?:因为?|嫌|由于)?(?P<why>.{2,30})$"
)
_SAYS_WHY: Final = re.compile(
    r"^(?:(?:她|他)?说(?!(?:她|他|还|也|就|只)*[不能可想愿要盼])|主要|原因|理由|嫌|因|由于|为了?)"
)


_DAY_BEHIND: Final = re.compile(
    r"(?:于)?(?:(?:20)?\d\d年|今年|去年|前年|上个?月)?(?:\d{1,2}月(?:份|底|初)?)?(?:\d{1,2}[日号])?(?:就|才)?$"
)


def _left(clause: Clause) -> Iterator[Fact]:
    """Why the last job was left: as a reason, or as the end of the employer."""
    field, text = "attitude.left_last_job_because", clause.text.strip()
    if _SAYS_WHY.match(text) and re.search(
        r"(?:离职|辞职|离开|不干了|辞了|走的|离的|辞的)[^。;]{0,14}$", clause.before[-24:]
    ):
        why = _BECAUSE.match(text)
        if why:
            start = clause.text.index(why["why"])
            yield fact(field, why["why"], clause, (start, start + len(why["why"])), LIKELY)
            return
    for name in ("left.why", "left.life"):
        for found in clause.finds(name):
            at = next((at for at in range(1, (found.re.groups or 0) + 1) if found.group(at)), None)
            words = _DAY_BEHIND.sub("", found.group(at)).strip(" :,") if at else ""
            if at and len(words) >= 2 and not words.startswith(("失业", "辞职")):
                begin = clause.text.index(words, found.start(at))
                yield fact(field, words, clause, (begin, begin + len(words)), LIKELY)
                return
    yield from [*employer_ended(clause)] or _in_passing(clause)


def employer_left(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """That the employer or the family ended the work, and when, told of them."""
    if found := pattern("left.of_kin").match(clause.text):
        name = "why" if found["why"] else "then"
        yield fact("attitude.left_last_job_because", found[name], clause, found.span(name), LIKELY)
    elif _IN_BRACKETS.search(clause.before) and (told := _TO_BRACKET.match(clause.text)):
        yield fact("attitude.left_last_job_because", told[0], clause, told, WEAK)
    elif ended := [*employer_ended(clause)]:
        yield from ended
        yield from read_since(clause, reading)


_IN_BRACKETS: Final = re.compile(r"(?:辞[了的掉]?|离职|走[了的]|不干了)\($")  # 自己辞了(领导给小鞋穿)
_TO_BRACKET: Final = re.compile(r"[^,。;()\n]{2,14}(?=\))")


def employer_ended(clause: Clause) -> Iterator[Fact]:
    """That the employer closed, moved or let go: the client's reason, though the employer is who acts."""
    for name in ("left.when_it", "left.got_shut", "left.employer_ended", "left.lost_job", "left.sent_away"):
        if (ended := pattern(name).search(clause.text)) and not pattern("left.of_others").search(clause.text):
            words = _DAY_AHEAD.sub("", ended[0])
            place = ended.end() - len(words), ended.end()
            sure = _BARE if pattern("left.bare").fullmatch(words) else LIKELY
            yield fact("attitude.left_last_job_because", words, clause, place, sure)
            return


_DAY_AHEAD: Final = re.compile("^(?:年(?![龄纪老轻])|个月|[月日号底初末份因])+")
# A whole day before what happened, and the rest of one that was cut: 5月摔断小腿, 2026-04被裁.
_ON_A_DAY: Final = re.compile(
    r"^(?:(?:大?前|去|今)年(?:底|初|末)?|上个?月|\d{1,2}月(?:份|底|初)?(?:\d{1,2}[日号])?|(?:\d{4}[年./-])?\d{1,2}[月./-]?)+(?![\d年])"
)
_REST_OF_A_DAY: Final = re.compile(r"^(?:年(?:年?[底末]|年初)从?|[\d./-]+(?![\d年./-])|[底初末份月]+)")


def _in_passing(clause: Clause) -> Iterator[Fact]:
    """The reason that stands directly before the leaving: 9月份跟组长吵架走的; 怀老大就不干了."""
    for name in ("left.in_brackets", "left.after", "left.before", "left.behind"):
        found = pattern(name).search(clause.text)
        if found and not _NO_REASON.search(found["why"]):
            yield fact("attitude.left_last_job_because", found["why"], clause, found.span("why"), WEAK)
            return


_NO_REASON: Final = re.compile(
    r"(?:让|叫|通知|劝)(?:她|他|我|其|人|先)*$|^(?:清明|端午|中秋|国庆|春节|五一|元宵|元旦|过完?年|十一|节"
    r"|年)[^,]{0,2}[后前]?$|^(?:所以|只能|只得|被迫|没办法|干脆|因此|于是|就此|只好|索性|主动|自愿|不得不"
    r"|一气之下)$|^提|^自己|补偿|协商"
    r"|^(?:[\d一二三四五六七八九十年月日号份底初去今前上个.就都已经刚才又给我她他离后一直]*|.*(?:公司|单位|厂"
    r"|店)(?:里)?)$|^(?:[以之]?[前后])?(?:从|由|自(?!己))[^,。;摔掉跌坠滑落]{1,14}$|(?:什么|自己|主动|上家|工作|到期|老人|从)$|想|不会|没有"
)
