"""The list of certificates: their names and words, what each holds besides itself, and how hard it is to get.

The tables are ``lexicons/certificates.csv`` and, of those with levels and scores, the tables beside it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from jobmatch.settings import load
from jobmatch.text import lexicon
from jobmatch.text.asked.grades import scored_papers
from jobmatch.text.phrases import Phrases, shadow

_ALSO_OF_JOBS: Final = ("初级", "中级", "高级", "技师", "高级技师")  # levels that stand before the name of a job


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate of the vocabulary."""

    name: str
    by_law: bool
    obtainable_days: int | None
    implies: tuple[str, ...]


@cache
def _vocabulary() -> tuple[tuple[Certificate, ...], dict[str, int | None]]:
    entries: list[Certificate] = []
    words: dict[str, int | None] = {}
    table = lexicon.cells("jobmatch.text", "lexicons/certificates.csv")
    for folded, (name, by_law, days, implies, synonyms) in zip(_folded(row[0] for row in table), table, strict=True):
        words.update(dict.fromkeys(filter(None, synonyms.split("|")), len(entries)))
        words[folded] = len(entries)
        implied = tuple(filter(None, implies.split("|")))
        entries.append(Certificate(name, by_law == "true", int(days) if days else None, implied))
    places = {entry.name: at for at, entry in enumerate(entries)}
    written: dict[str, int] = {}
    for row in lexicon.rows("jobmatch.text", "lexicons/certificate_levels.csv"):
        for entry, forms in _levels(row["certificate"], lexicon.parts(row["words"]), row["levels"].split(";")):
            if entry.name not in places:
                places[entry.name] = len(entries)
                entries.append(entry)
            written |= dict.fromkeys(forms, places[entry.name])
    for base, scores in scored_papers():
        for below, name in pairwise((base, *scores)):
            written[name] = len(entries)
            entries.append(Certificate(name, False, None, (below,)))
    return tuple(entries), words | dict(zip(_folded(written), written.values(), strict=True))


def _folded(names: Iterable[str]) -> list[str]:
    """Names as texts are folded, all at once."""
    return shadow("\n".join(names)).split("\n")


def _levels(base: str, stems: Iterable[str], levels: list[str]) -> Iterator[tuple[Certificate, list[str]]]:
    """A certificate for each level of one, the lowest first, and how it is written.

    Each holds the one below, and the lowest the bare one.
    """
    below = base
    for level in levels:
        names = lexicon.parts(level)
        entry = Certificate(f"{base}({names[0]})", False, None, (below,))
        yield entry, [written for stem in stems for name in names for written in _with_level(stem, name)]
        below = entry.name


def _with_level(stem: str, level: str) -> list[str]:
    """How a certificate of a level is written. 高级茶艺师 alone is a job as well, and 三级茶艺师 is none."""
    written = [f"{stem}{level}", f"{stem}({level})", f"{level}{stem}证", f"{stem}证{level}", f"{stem}证({level})"]
    written += [f"{stem} {level}"] if level.isascii() else []
    return written if level in _ALSO_OF_JOBS else [*written, f"{level}{stem}"]


@cache
def certificate_phrases() -> Phrases:
    """The names of all certificates, to be found in a text."""
    return Phrases(_vocabulary()[1])


def certificate_words() -> Iterable[str]:
    """Every word for a certificate, folded as texts are.

    >>> "堆高机证照" in certificate_words()
    True
    """
    return _vocabulary()[1]


def certificates() -> tuple[Certificate, ...]:
    """Every certificate of the vocabulary.

    >>> [entry.obtainable_days for entry in certificates() if entry.name == "健康证"]
    [3]
    """
    return _vocabulary()[0]


@cache
def certificate_names() -> tuple[str, ...]:
    """The names of the vocabulary, in an order that does not change.

    >>> "叉车证" in certificate_names()
    True
    """
    return tuple(entry.name for entry in certificates())


@cache
def implied_by(name: str) -> frozenset[str]:
    """All that a certificate of the vocabulary holds besides itself.

    >>> sorted(implied_by("社工师证书")), implied_by("茶叶鉴定证")
    (['社会工作者证'], frozenset())
    """
    return frozenset(with_implied({name}) - {name})


def with_implied(names: set[str]) -> set[str]:
    """Some certificates, and all that they hold besides themselves."""
    directly = {entry.name: entry.implies for entry in certificates()}
    todo = list(names)
    while todo:
        new = [name for name in directly.get(todo.pop(), ()) if name not in names]
        names.update(new)
        todo.extend(new)
    return names


@cache
def is_hard_certificate(name: str) -> bool:
    """Whether the lack of a certificate that a posting requires rules a client out: by law, and not got within days.

    >>> is_hard_certificate("低压电工证"), is_hard_certificate("健康证"), is_hard_certificate("普通话证")
    (True, False, False)
    """
    entry = next((entry for entry in certificates() if entry.name == name), None)
    quick = load().number("certificates.quick_days")
    return bool(entry and entry.by_law and (entry.obtainable_days is None or entry.obtainable_days > quick))


def can_be_earned(name: str) -> bool:
    """Whether somebody can learn or sit an examination for a certificate.

    Nobody can for one that says who somebody is, or what school somebody has left: schooling is told by itself.

    >>> can_be_earned("低压电工证"), can_be_earned("残疾证")
    (True, False)
    """
    return name not in ("残疾证", "退伍证", "毕业证")


def is_applied_for(name: str) -> bool:
    """Whether a certificate is issued to whoever applies and is found fit, and nobody takes a course for it.

    >>> is_applied_for("无犯罪记录证明"), is_applied_for("急救证")
    (True, False)
    """
    return name in ("健康证", "无犯罪记录证明", "DOT体检卡")


@cache
def takes_long(name: str) -> bool:
    """Whether the law asks for it and it takes long: then it rules out even where the posting does not name it.

    A guard's or a fork-lift driver's card is a matter of weeks, for which employers send new people themselves.

    >>> takes_long("护士执业证"), takes_long("保安员证")
    (True, False)
    """
    entry = next((entry for entry in certificates() if entry.name == name), None)
    return bool(entry and entry.by_law and entry.obtainable_days is None)


def name_in_taiwan(paper: str) -> str:
    """The name of a certificate or of a class of driving licence as it is said in Taiwan.

    >>> name_in_taiwan("C1"), name_in_taiwan("照顾服务员证明")
    ('普通小型车', '照顾服务员证明')
    """
    return _names().get(paper, paper)


@cache
def _names() -> dict[str, str]:
    return {row["paper"]: row["words"] for row in lexicon.rows("jobmatch.text", "lexicons/papers_taiwan.csv")}
