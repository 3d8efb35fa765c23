"""Since when the client is without work: a day told with the leaving, or how long it has lasted."""

import re
from collections.abc import Callable
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import NUMBER, pattern
from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, Reading, fact
from jobmatch.intake.work.jobs import LEAVES, LEFT_ON
from jobmatch.intake.work.months import WHEN, months_ago, when
from jobmatch.spoken import number_of
from jobmatch.text.dates import MONTHS

# A day in one clause and the leaving in the next: 今年六月物业换了公司,他就没再干.
_ACROSS: Final = re.compile(
    rf"[^,。;\d去今前上]{{0,12}}(?P<when>{WHEN.replace('@', 'c')})(?!起|开始|以来|(?:入|进|退)(?:职|厂|伍)?的|[^,。;]{{0,4}}(?:毕业|入职|进厂|考|办|出生|登记|结婚|生的))[^,。;\d]{{0,16}},[^。;\d]{{0,16}}?(?:{LEAVES})"
)
_ENDED_AT: Final = re.compile(
    rf"(?:离职|失业|下岗|待业|离岗|停工)(?:时间|日期|自|于|从|起自)[:是 ]*(?P<when>{WHEN.replace('@', 'a')})"
    rf"|(?:做|干|上班|工作|last worked (?:in|on))(?:到)? ?(?P<until>{WHEN.replace('@', 'u')})(?=$|[,。;.])"
    rf"|(?:失业|待业|无业|资遣|裁员|离职|下岗|被裁|停工|关停|倒闭)[,( ]{{0,2}}从?(?P<on>{WHEN.replace('@', 'n')})(?:起|至今|开始|$)"
    rf"|^[ •]*(?P<since>{WHEN.replace('@', 's')})(?:至今|到现在|到而家)(?=$|[^\d]{{0,4}}(?:没|不|未|闲|在家|$))"
    rf"|(?<![\d年])(?P<from>{WHEN.replace('@', 'f')})(?:\d{{1,2}}[日号])?(?:起|开始|就|便|一直)+(?:失业|待业|无业|没|在家|闲)"
    rf"|(?:{LEAVES})[^,。;]{{0,4}},(?:那|这|时间)?(?:大概|大约|应该|差不多)?(?:还|就)?(?:是|在)?(?P<then>{WHEN.replace('@', 't')})(?:的事|那会儿?|的时候|末|底)?(?=[,。;!]|$)"
)
_FOR_LONG: Final = re.compile(
    rf"(?:失业|待业|下岗|赋闲|闲置|离职|没上班|没工作|没有工作|没出去工作|在家|空窗|闲了|离岗|辞职|out of work for|unemployed for)(?:在家)?(?:已经?|了|有"
    rf"|达|长达|近|快|差不多|在家|待业|闲着|将近|大概|约|待|呆|歇|闲|整整?| )*(?P<n>{NUMBER}|半) ?(?:来|多|几|余)?(?P<unit>年|个月|years?|months?)(?P<half>半)?"
    rf"|(?:歇|闲|走|离开(?:岗位|厂里?|单位|公司)?|辞(?:职)?|回来|回乡|下来|空|停)了?(?:已经?|快|有|都|整整?|差不多|将近|大概)*(?P<n4>[俩仨](?=月|个)|{NUMBER}|半)个?(?P<unit4>月|年)(?:多)?(?:了|没|整)*(?=$|[,。;找])"
    rf"|(?P<n5>[俩仨](?=月|个)|{NUMBER}|半)个?(?P<unit5>月|年)(?:多)?(?:以|之)?前(?:被裁|被辞|辞|离职|下岗|失业|停工|走的|离的|不干)"
    rf"|(?P<n3>[俩仨]|{NUMBER})个?(?P<unit3>月|年)(?:都|也)?没(?:有)?(?:活|班|工|事)(?:干|做|上|了)?(?=$|[,。;了])"
    rf"|(?:已经?|有|近|快|将近)?(?P<n2>{NUMBER}|半)(?:来|多|几|余)?(?P<unit2>年|个月)(?P<half2>半)?(?:多|来)?(?:都)?(?:没有?"
    rf"|未)(?:再)?(?:出去|出来|正式|外出)?(?:工作|上班|就业|干活)"
)


_ENDED: Final = re.compile(
    rf"(?:ended|closed|finished|unemployed|out of work|lost (?:her|his|the) job|resigned|quit|left|laid off|let go|shut|folded|moved out|redundant|hurt (?:his|her) back)[a-z ]{{0,14}}?(?:in|on|at|since)? ?(?:the end of |early |late |mid )?(?P<when>{WHEN.replace('@', 'e')})(?! ?-)"
)
_WHEN: Final = re.compile(rf"(?P<when>{WHEN.replace('@', 'w')})")
_ONCE: Final = re.compile("(?:下岗|失业|辞职|离职|待业)过")  # 2015年下岗过一次
_NEXT: Final = 40  # characters behind a clause in which the leaving of its day is told

_Said = tuple[str | None, tuple[int, int], float]  # the day or month, the place in the clause, how sure


def read_since(clause: Clause, reading: Reading) -> list[Fact]:
    """The day since which the client is without work, by the plainest words of the clause; none or one.

    >>> from datetime import date
    >>> from jobmatch.intake.clauses.note import Note
    >>> of = lambda text: [one.value for one in read_since(Note(text).clauses[0], Reading(Note(text), date(2026, 11, 22), None))]
    >>> of("2025年6月下岗"), of("失业半年"), of("证书2025年6月到期")
    (['2025-06'], ['2026-05'], [])
    """
    for read in () if _ONCE.search(clause.text) else _READERS:
        said = read(clause, reading)
        if said and said[0]:
            day, (start, end), sure = said
            place = start, min(end, len(clause.text))
            return [fact("registration.unemployed_since", day, clause, place, sure)]
    return []


def sentence(clause: Clause, reading: Reading) -> str:
    """The clause with what follows it in its sentence."""
    return re.split("[。;!?\n]", reading.note.shadow[clause.start : clause.end + _NEXT])[0]


def _stated(clause: Clause, reading: Reading) -> _Said | None:
    """失业时间:2025年6月; 10月起失业; 辞了,那是今年七月的事."""
    found = _ENDED_AT.search(sentence(clause, reading))
    if not found or found.start() >= len(clause.text):
        return None
    name = next(name for name in ("when", "until", "on", "from", "since", "then") if found[name])
    return when(found[name], reading.today), found.span(), PLAIN


def _on_day(clause: Clause, reading: Reading) -> _Said | None:
    """10.20起失业."""
    found = pattern("since.on_day").search(clause.text)
    if not found:
        return None
    month, day = int(found["month"]), int(found["day"])
    year = reading.today.year - ((month, day) > (reading.today.month, reading.today.day))
    return f"{year}-{month:02d}-{day:02d}", found.span(), LIKELY


def _by_key(clause: Clause, reading: Reading) -> _Said | None:
    found = _WHEN.search(clause.text, clause.value) if clause.key == "since" else None
    if clause.key == "left" and clause.value:  # 离职:2026.7
        found = _WHEN.match(clause.text, clause.value)
    return (when(found["when"], reading.today), found.span(), PLAIN) if found else None


def _in_story(clause: Clause, reading: Reading) -> _Said | None:
    """去年六月合同到期; of a paper that ended it tells nothing."""
    if pattern("since.of_a_paper").search(clause.text):
        return None
    text = clause.text
    found = (
        LEFT_ON.search(text)
        or (None if "登记" in text else _ACROSS.match(sentence(clause, reading)))
        or _ENDED.search(text)
    )
    return (when(found["when"], reading.today), found.span("when"), LIKELY) if found else None


def _in_english(clause: Clause, _: Reading) -> _Said | None:
    found = pattern("since.ended_en").search(clause.text)
    if not found:
        return None
    month = MONTHS.get((found["mon"] or "")[:3])
    return f"{found['year']}-{month:02d}" if month else found["year"], found.span(), LIKELY


def _for_long(clause: Clause, reading: Reading) -> _Said | None:
    """失业半年; 两年没上班."""
    found = _FOR_LONG.search(clause.text)
    if not found:
        return None
    word, unit = (
        next(said for at in ("", "2", "3", "4", "5") if (said := found[f"{name}{at}"])) for name in ("n", "unit")
    )
    half = found["half"] or found["half2"]
    try:
        many = 0.5 if word == "半" else number_of(word)
    except (KeyError, ValueError):
        return None
    months = many if "月" in unit or unit.startswith("month") else 12 * many + (6 if half else 0)
    day = months_ago(reading.today, round(months)) if 0 < months <= _LONGEST else None
    return day, found.span(), WEAK + 0.1


_LONGEST: Final = 480  # months without work
_READERS: Final[tuple[Callable[[Clause, Reading], _Said | None], ...]] = (
    _stated, _on_day, _by_key, _in_story, _in_english, _for_long,
)  # fmt: skip
