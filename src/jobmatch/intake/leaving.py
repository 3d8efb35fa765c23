"""When the last job was left, since when the client is without work, and why."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.fact import LIKELY, NUMBER_OF_MONTH, PLAIN, WEAK, Fact, Reading, fact, number
from jobmatch.intake.jobs import LEAVES, LEFT_ON, WHEN, months_ago, when
from jobmatch.intake.note import Clause
from jobmatch.intake.phrasebook import NUMBER, pattern

# A day in one clause and the leaving in the next: 今年六月物业换了公司,他就没再干.
_ACROSS: Final = re.compile(
    rf"[^,。;\d去今前上]{{0,12}}(?P<when>{WHEN.replace('@', 'c')})(?!起|开始|以来|(?:入|进|退)(?:职|厂|伍)?的|[^,。;]{{0,4}}(?:毕业|入职|进厂|考|办|出生|登记|结婚|生的))[^,。;\d]{{0,16}},[^。;\d]{{0,16}}?(?:{LEAVES})"
)
_ENDED_AT: Final = re.compile(
    r"(?:离职|失业|下岗|待业)(?:时间|日期)[:是 ]*(?P<when>(?P<y>(?:19|20)\d\d)[年./-](?P<m>\d{1,2}))"
)
_ENDED_EN: Final = re.compile(
    r"(?:left|laid off|lost (?:her|his) job|unemployed|out of work)[a-z ]{0,20}(?:in"
    r"|since) (?:(?P<mon>[a-z]{3,9}) )?(?P<year>(?:19|20)\d\d)"
)
_FOR_LONG: Final = re.compile(
    rf"(?:失业|待业|下岗|赋闲|闲置|离职|没上班|没工作|没有工作|没出去工作|在家|空窗|闲了|离岗|辞职|out of work for|unemployed for)(?:在家)?(?:已经?|了|有"
    rf"|达|长达|近|快|差不多|在家|待业|闲着|将近|大概|约| )*(?P<n>{NUMBER}|半) ?(?:来|多|几|余)?(?P<unit>年|个月|years?|months?)(?P<half>半)?"
    rf"|(?:已经?|有|近|快|将近)?(?P<n2>{NUMBER}|半)(?:来|多|几|余)?(?P<unit2>年|个月)(?P<half2>半)?(?:多|来)?(?:都)?(?:没有?"
    rf"|未)(?:再)?(?:出去|出来|正式|外出)?(?:工作|上班|就业|干活)"
)


_ENDED: Final = re.compile(
    rf"(?:ended|closed|finished|left|laid off|let go|shut|folded|moved out|redundant|hurt (?:his|her) back)[a-z ]{{0,14}}?(?:in|on|at|since)? ?(?:the end of |early |late |mid )?(?P<when>{WHEN.replace('@', 'e')})(?! ?-)"
)


def read_leaving(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """What a clause says of the end of the last job."""
    yield from _left(clause)
    if disliked := pattern("left.disliked").match(_sentence(clause, reading)):
        yield fact("attitude.left_last_job_because", disliked["why"], clause, disliked.span("why"), LIKELY)
    yield from _since(clause, reading)


def _sentence(clause: Clause, reading: Reading) -> str:
    """The clause with what follows it in its sentence."""
    return re.split("[。;!?\\n]", reading.note.shadow[clause.start : clause.end + _NEXT])[0]


def _place(found: "re.Match[str]", clause: Clause) -> tuple[int, int]:
    start, end = found.span("when")
    return start, min(end, len(clause.text))


_NEXT: Final = 40  # characters behind a clause in which the leaving of its day is told

_BECAUSE: Final = re.compile(
    r"^(?:(?:她|他)?说|说是|主要|原因|理由|嫌|因|由于|为)*是?(?:因为?|嫌|由于)?(?P<why>.{2,30})$"
)
_SAYS_WHY: Final = re.compile(r"^(?:(?:她|他)?说(?!不|能|可|想|愿|要)|主要|原因|理由|嫌|因|由于|为了?)")


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
            words = found.group(at).strip(" :,") if at else ""
            if at and len(words) >= 2 and not words.startswith(("失业", "辞职")):
                yield fact(field, words, clause, found.span(at), LIKELY)
                return
    yield from [*employer_ended(clause)] or _in_passing(clause)


def employer_ended(clause: Clause) -> Iterator[Fact]:
    """That the employer closed, moved or let go: the client's reason, though the employer is who acts."""
    for name in ("left.employer_ended", "left.lost_job", "left.sent_away"):
        if (ended := pattern(name).search(clause.text)) and not pattern("left.of_others").search(clause.text):
            yield fact("attitude.left_last_job_because", ended[0], clause, ended, LIKELY)
            return


def _in_passing(clause: Clause) -> Iterator[Fact]:
    """The reason that stands directly before the leaving: 9月份跟组长吵架走的; 怀老大就不干了."""
    for name in ("left.before", "left.behind"):
        found = pattern(name).search(clause.text)
        if found and not _NO_REASON.search(found["why"]):
            yield fact("attitude.left_last_job_because", found["why"], clause, found.span("why"), WEAK)
            return


_NO_REASON: Final = re.compile(
    r"^(?:[\d一二三四五六七八九十年月日号份底初去今前上个.就都已经刚才又给我她他离后一直]*|.*(?:公司|单位|厂|店)(?:里)?)$|(?:什么|自己|主动|上家|工作|到期|老人|从)$|想|不会|没有"
)


def _since(clause: Clause, reading: Reading) -> Iterator[Fact]:
    if found := _ENDED_AT.search(clause.text):
        month = f"{found['y']}-{int(found['m']):02d}"
        yield fact("registration.unemployed_since", month, clause, found.span("when"), PLAIN)
        return
    if found := LEFT_ON.search(clause.text) or _ACROSS.match(_sentence(clause, reading)) or _ENDED.search(clause.text):
        day = when(found["when"], reading.today)
        if day:
            yield fact("registration.unemployed_since", day, clause, _place(found, clause), LIKELY)
            return
    if found := _ENDED_EN.search(clause.text):
        number_of_month = NUMBER_OF_MONTH.get((found["mon"] or "")[:3])
        yield fact(
            "registration.unemployed_since",
            f"{found['year']}-{number_of_month:02d}" if number_of_month else found["year"],
            clause,
            found,
            LIKELY,
        )
        return
    if found := _FOR_LONG.search(clause.text):
        word, unit, half = found["n"] or found["n2"], found["unit"] or found["unit2"], found["half"] or found["half2"]
        try:
            many = 0.5 if word == "半" else number(word)
        except (KeyError, ValueError):
            return
        months = many if "月" in unit or unit.startswith("month") else 12 * many + (6 if half else 0)
        if 0 < months <= 480:
            yield fact(
                "registration.unemployed_since", months_ago(reading.today, round(months)), clause, found, WEAK + 0.1
            )
