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
    if pattern("leaving.not_yet").search(clause.text):
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
    if _STATED.fullmatch(before) and not pattern("leaving.no_story").search(before) and not mentions(before):
        start = text.rfind(before, 0, clause.start)
        yield Fact("attitude.left_last_job_because", before, start, start + len(before), BESIDE)


def _beside_work(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """What happened right behind a job with its years, and is nothing else: 注塑调机九年,老板乱扣工资."""
    if clause.key or clause.has("left.of_others") or _NO_EVENT.search(clause.text):
        return
    text = pattern("leaving.on_a_day").sub("", clause.text.strip(" •*-"))
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
_NO_HALF: Final = re.compile("^半(?![夜月天年路途个])")  # of 一年半
BESIDE: Final = 0.7  # below any reason that is told as one
_BARE: Final = 0.65  # below both: that the job was lost is hardly a reason
_SHORTEST: Final = 2  # characters of a reason


def _left(clause: Clause) -> Iterator[Fact]:
    """Why the last job was left: as a reason, or as the end of the employer."""
    field, text = "attitude.left_last_job_because", clause.text.strip()
    if pattern("leaving.says_why").match(text) and re.search(
        r"(?:离职|辞职|离开|不干了|辞了|走的|离的|辞的)[^。;]{0,14}$", clause.before[-24:]
    ):
        why = pattern("leaving.because").match(text)
        if why:
            start = clause.text.index(why["why"])
            yield fact(field, why["why"], clause, (start, start + len(why["why"])), LIKELY)
            return
    for name in ("left.why", "left.life"):
        for found in clause.finds(name):
            at = next((at for at in range(1, (found.re.groups or 0) + 1) if found.group(at)), None)
            words = pattern("leaving.day_behind").sub("", found.group(at)).strip(" :,") if at else ""
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
_REST_OF_A_DAY: Final = re.compile(r"^(?:年(?:年?[底末]|年初)从?|[\d./-]+(?![\d年./-])|[底初末份月]+)")


def _in_passing(clause: Clause) -> Iterator[Fact]:
    """The reason that stands directly before the leaving: 9月份跟组长吵架走的; 怀老大就不干了."""
    for name in ("left.in_brackets", "left.after", "left.before", "left.behind"):
        found = pattern(name).search(clause.text)
        if found and not pattern("leaving.no_reason").search(found["why"]):
            yield fact("attitude.left_last_job_because", found["why"], clause, found.span("why"), WEAK)
            return
