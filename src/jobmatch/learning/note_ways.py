"""Notes that the tagger learns from beside the labelled ones, composed of the ways and words of ``clauses``."""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from typing import Final, NamedTuple

from jobmatch.artefacts import artefact_dir
from jobmatch.intake.work.mentions import work_words
from jobmatch.text import lexicon
from jobmatch.text.places.gazetteer import gazetteer


class Told(NamedTuple):
    """A note, and for each head the stretches that tell it."""

    text: str
    stretches: dict[str, list[tuple[int, int]]]


# The short names of heads in ways.txt; any other stands for itself.
_SHORT: Final = {
    "home": "residence", "lang": "language", "cert": "certificate", "min": "pay_min", "pay": "pay_wanted",
    "edu": "education", "lic": "licence", "hours": "available", "km": "commute", "reg": "registered",
    "child": "family.care_duties=child", "elder": "family.care_duties=elder", "sick": "family.care_duties=sick",
    "nocare": "family.care_duties=nothing", "nohealth": "conditions.health_limits=nothing",
    "nolic": "conditions.driving_licence=nothing", "nocert": "conditions.certificates=nothing",
    "noexp": "conditions.experience=nothing",
    "night+": "conditions.night_shift_ok=True", "night-": "conditions.night_shift_ok=False",
    "shift+": "conditions.shift_ok=True", "shift-": "conditions.shift_ok=False",
    "full": "conditions.hours=full", "part": "conditions.hours=part",
    "un": "registration.status=unemployed", "em": "registration.status=employed",
    "fl": "registration.status=flexible", "gr": "registration.status=new_graduate",
    "st": "registration.status=student", "re": "registration.status=retired",
    "res+": "ability.resume_ready=True", "res-": "ability.resume_ready=False",
    "int+": "ability.interview_experience=True", "int-": "ability.interview_experience=False",
    "want+": "willingness.wants_work=True", "want-": "willingness.wants_work=False",
    "clear": "goal.clarity=clear", "vague": "goal.clarity=vague", "unclear": "goal.clarity=none",
    "婚": "audit.marital_status=已婚", "未": "audit.marital_status=未婚", "离": "audit.marital_status=离异",
    "丧": "audit.marital_status=丧偶", "male": "audit.gender=男", "female": "audit.gender=女",
    "low+": "family.low_income=True", "zero+": "family.zero_employment=True",
}  # fmt: skip
# How often a note speaks of each subject, and of which it may twice.
_OFTEN: Final = {
    "done": 5, "left": 4, "want": 5, "refuse": 5, "pay": 5, "home": 4, "nothome": 2, "place": 3, "commute": 1, "age": 5,
    "notage": 2, "sex": 3, "edu": 3, "cert": 3, "lic": 3, "skill": 2, "lang": 1, "health": 3, "care": 4, "marital": 2,
    "night": 3, "hours": 2, "group": 1.5, "resume": 1.5, "willing": 2, "reg": 0.7, "other": 5, "since": 2, "status": 2,
    "noexp": 0.4, "served": 4,
}  # fmt: skip
_TWICE: Final = ("done", "other", "served", "want", "refuse", "pay", "care")
# How the clauses of a note are parted, style by style.
_PARTED: Final = (
    ("，", "，", "。", "；"), ("，", "，", "。", "；"), ("\n",), (" ", " ", " ", "\n"), ("", "", "", " "),
    ("；", ";", "。"), ("|", " | ", " / "), ("，", "。", "\n", " "),
)  # fmt: skip
_LONGEST: Final = 900  # characters


def composed(chance: Random, many: int) -> Iterator[Told]:
    """So many notes, each of several clauses about different subjects in one style.

    >>> one = next(composed(Random(3), 1))
    >>> all(0 <= start < end <= len(one.text) for told in one.stretches.values() for start, end in told)
    True
    """
    for _ in range(many):
        yield _note(chance)


def _note(chance: Random) -> Told:
    english, parted = chance.random() < 0.05, chance.choice(_PARTED)
    bullet = chance.choice(("- ", "• ", "", "* ")) if parted == ("\n",) else ""
    text, stretches = "", dict[str, list[tuple[int, int]]]()
    for nth, subject in enumerate(_subjects(chance)):
        text += chance.choice(parted) if nth else ""
        text += bullet if not text or text.endswith("\n") else ""
        ways = [way for way in _ways()[subject] if _is_english(way) == english] or _ways()[subject]
        if chance.random() < 0.06 and not english:
            text += chance.choice(_slots()["lead"])
        for words, head in _said(chance.choice(ways), chance):
            if head and len(text) + len(words) <= _LONGEST:
                stretches.setdefault(head, []).append((len(text), len(text) + len(words)))
            text += words
    if " " in parted and len(parted) > 1:  # a chat message without signs
        text = re.sub("[，。；、]", " ", text)
    return Told(text[:_LONGEST], stretches)


def _subjects(chance: Random) -> list[str]:
    chosen: list[str] = []
    many = chance.randint(4, 11)
    while len(chosen) < many:
        subject = chance.choices(list(_OFTEN), list(_OFTEN.values()))[0]
        if chosen.count(subject) < (2 if subject in _TWICE else 1):
            chosen.append(subject)
    return chosen


_HEAD: Final = re.compile("<[^ >]+ |[<>%]")


def _is_english(way: str) -> bool:
    return _HEAD.sub("", way).isascii()


_INNER: Final = re.compile(r"\(([^()<>]*)\)(\??)")
_ANY: Final = re.compile(r"\(([^()]*)\)(\??)")
_STRETCH: Final = re.compile("<([^ >]+) ([^>]*)>|([^<]+)")


def _said(way: str, chance: Random) -> Iterator[tuple[str, str]]:
    """A way with one of its choices, in parts, each with the head that it tells."""

    def chosen(found: "re.Match[str]") -> str:
        return "" if found[2] and chance.random() < 0.5 else chance.choice(found[1].split("|"))

    while (shorter := _INNER.sub(chosen, way)) != way or (shorter := _ANY.sub(chosen, way)) != way:
        way = shorter
    for found in _STRETCH.finditer(way):
        yield _filled(found[2] or found[3], chance), _SHORT.get(found[1], found[1]) if found[1] else ""


_SLOT: Final = re.compile("%([a-z]+)")


def _filled(words: str, chance: Random) -> str:
    while (filled := _SLOT.sub(lambda found: _word(found[1], chance), words)) != words:
        words = filled
    return words


def _word(slot: str, chance: Random) -> str:
    if slot in _slots():
        return chance.choice(_slots()[slot])
    return str(_NUMBERS[slot](chance)) if slot in _NUMBERS else _name(slot, chance)


def _name(slot: str, chance: Random) -> str:
    """A kind of work, or a place."""
    if slot == "trade":
        return chance.choice(_slots()[chance.choice(("act", "job", "work"))])
    place = chance.choice(_places())
    if slot == "city":
        return chance.choice(_slots()["near"]) if chance.random() < 0.35 else place.rstrip("市区县镇乡")
    part = chance.choice(("", "wide", "small"))
    return chance.choice(_places()) + place if part == "wide" else place + (_word("unit", chance) if part else "")


@cache
def _ways() -> dict[str, list[str]]:
    ways: dict[str, list[str]] = {}
    for line in lexicon.lines("jobmatch.learning", "clauses/ways.txt"):
        if found := re.fullmatch(r"\[(\w+)\]", line):
            ways[found[1]] = []
        else:
            ways[next(reversed(ways))].append(line)
    return ways


@cache
def _slots() -> dict[str, list[str]]:
    table = tomllib.loads("\n".join(lexicon.lines("jobmatch.learning", "clauses/slots.toml")))
    lines = (artefact_dir("occupations") / "words.tsv").read_text(encoding="utf-8").splitlines()
    titles = sorted({line.split("\t")[0] for line in lines})
    return {name: words.split("|") for name, words in table.items()} | {
        "act": " ".join(lexicon.lines("jobmatch.learning", "clauses/acts.txt")).split(),
        "job": [title for title in titles if _CHINESE.fullmatch(title)],
        "entrade": [*table["entrade"].split("|"), *filter(_ENGLISH.fullmatch, titles)],
        "work": sorted(filter(_CHINESE.fullmatch, work_words())),
    }


_CHINESE: Final = re.compile("[\u4e00-\u9fff]{2,6}")
_ENGLISH: Final = re.compile("[a-z ]{4,24}")


@cache
def _places() -> list[str]:
    return [name for name in gazetteer().names if _CHINESE.fullmatch(name)]


_DIGITS: Final = "零一二三四五六七八九"


def _in_words(number: int) -> str:
    """A number below a hundred, as in 四十九."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones or not tens else "")


def _pay(chance: Random) -> str:
    thousands, hundreds = divmod(chance.randrange(15, 121), 10) if chance.random() < 0.7 else (chance.randint(2, 8), 0)
    written = chance.random()
    if written < 0.5 or thousands > 9:
        return f"{thousands}{hundreds}00" + chance.choice(("", "", "元", "块"))
    if written < 0.85:
        low = ("两" if thousands == 2 else _DIGITS[thousands]) + "千"
        return low + (_DIGITS[hundreds] if hundreds else "") + chance.choice(("", "块"))
    return f"{thousands}.{hundreds}k" if hundreds else f"{thousands}k"


def _date(chance: Random) -> str:
    year, month = (
        chance.choice(("2023年", "2024年", "2025年", "2026年", "去年", "今年", "前年", "", "", "24年", "25年")),
        chance.randint(1, 12),
    )
    written = chance.random()
    if written < 0.6:
        return f"{year}{month if chance.random() < 0.6 else _in_words(month)}月"
    if written < 0.75:
        return f"{chance.randint(2022, 2026)}.{month}"
    return f"{year}{chance.choice(('年底', '年初', '春节前', '夏天', '秋天', '国庆后', '开春'))}"


def _years(chance: Random) -> str:
    if chance.random() < 0.15:
        return chance.choice((f"{chance.randint(2, 10)}个月", "半年", "大半年", "八个月", "三个月", "一年半"))
    many = min(chance.randint(1, 30), chance.randint(1, 30))
    said = str(many) if chance.random() < 0.45 else "两" if many == 2 else _in_words(many)
    return said + chance.choice(("年", "年", "年", "年", "年多", "个年头", "年半"))


def _born(chance: Random) -> str:
    year = chance.randint(66, 99)
    return chance.choice((str(year), f"19{year}", _DIGITS[year // 10] + _DIGITS[year % 10]))


_NUMBERS: Final[dict[str, Callable[[Random], object]]] = {
    "pay": _pay,
    "enpay": _pay,
    "small": lambda chance: 100 * chance.randint(3, 14),
    "date": _date,
    "datefull": lambda chance: f"2026-{chance.randint(1, 11):02d}-{chance.randint(1, 28):02d}",
    "endate": lambda chance: (
        chance.choice(("March", "June", "August", "October")) + chance.choice((" 2025", " 2026", ""))
    ),
    "years": _years,
    "year": lambda chance: chance.randint(1995, 2026),
    "n": lambda chance: chance.randint(2, 30),
    "yy": lambda chance: chance.choice((25, 26, 2025, 2026)),
    "age": lambda chance: chance.randint(19, 60) if chance.random() < 0.7 else _in_words(chance.randint(20, 59)),
    "agez": lambda chance: _in_words(chance.randint(20, 59)),
    "otherage": lambda chance: chance.randint(1, 80) if chance.random() < 0.6 else _in_words(chance.randint(2, 80)),
    "born": _born,
    "bornfull": lambda chance: f"{_born(chance)}年{chance.randint(1, 12)}月",
    "km": lambda chance: chance.choice((2, 3, 5, 8, 10, 15, 20, 30, "五", "十", "二十", "三", "八")),
    "mm": lambda chance: chance.randint(1, 12),
    "dd": lambda chance: chance.randint(1, 28),
    "d": lambda chance: chance.randint(1000, 9999),
}
