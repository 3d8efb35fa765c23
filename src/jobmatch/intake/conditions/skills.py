"""The skills that the client has: what is listed as known, tools in use, crafts that were learned or are done well."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.conditions.languages import LANGUAGE
from jobmatch.intake.fact import LIKELY, PLAIN, Fact, fact
from jobmatch.intake.work.mentions import mentions
from jobmatch.text.asked.skills import find_skills

_SPLIT: Final = re.compile(r"[、/]|(?<=.)会(?=[a-z剪做开修用写打])|和|以及|及|与|还会|也会|会| and |,")
_NO_THING: Final = re.compile(r"^开车?|^[说讲听]|[的了吗呢吧]|什么|不|没|很|比较|自己|孩子|工作|上班|尽快|考虑")
# The licence tells the one, and the others are no skill of a person.
_NO_SKILL: Final = frozenset({"开车", "出差", "加班", "夜班", "倒班", "驾驶", "干部", "教育", "方言"})
_LONGEST: Final = 10  # signs of a skill; what is longer is a story


def read_skills(clause: Clause, work: set[str]) -> Iterator[Fact]:
    """Every skill of a clause; what is told as ``work`` is no skill besides."""
    if clause.has("goal.want") or clause.has("goal.refuse") or clause.has("turns.plan"):
        return
    seen: set[str] = set()
    yield from _tools(clause, seen)
    if (thing := pattern("skills.mastered").search(clause.text)) and thing["what"] not in seen:
        seen.add(thing["what"])
        yield fact("conditions.skills", thing["what"], clause, thing.span("what"), LIKELY)
    yield from _listed_crafts(clause, seen, work)
    yield from _crafts(clause, seen, work)
    for found in pattern("skills.items").finditer(clause.text):
        if clause.denies(found.start(), found.start("items")):
            continue
        at = found.start("items")
        for item in _SPLIT.split(found["items"]):
            place = clause.text.find(item, at) if item else -1
            if place < 0:
                continue
            at = place + len(item)
            named = [mention.words for mention in find_skills(item) if not mention.negated]
            for word in named or [_plain(item)]:
                start = clause.text.find(word.lower(), place)
                end = start + len(word)
                if (
                    2 <= len(word) <= _LONGEST
                    and start >= 0
                    and word not in seen
                    and not clause.denies(start, end)
                    and not pattern("skills.not_used").match(clause.text[end:])
                    and not LANGUAGE.fullmatch(word.lower())
                    and word not in _NO_SKILL
                ):
                    seen.add(word)
                    yield fact("conditions.skills", word, clause, (start, end), PLAIN if named else LIKELY)


def _plain(item: str) -> str:
    """The bare thing of a listed one that no list of skills has; empty where the words name none."""
    said = pattern("skills.around").sub("", item.strip())
    return "" if _NO_THING.search(said) else said


# Of a list of nothing but tools: Excel and Kingdee.
_JOINS: Final = re.compile(r"[\s.、/,+&]|(?<![a-z])and(?![a-z])|和")
_BEHIND: Final = 60  # characters behind a tool in which others and what is said of all of them stand
_LATIN_ROW: Final = re.compile("(?:(?<![a-z])[a-z+#]{2,10}[ 、,]{1,2}){1,4}$")


def _tools(clause: Clause, seen: set[str]) -> Iterator[Fact]:
    """A tool of which the words behind tell that it is known, or a clause that is nothing but the name of one."""
    joined = pattern("skills.joined").search(clause.text)
    named = list(dict.fromkeys(one.words for one in find_skills(clause.text) if not one.negated))
    only_tools = not _JOINS.sub("", _without(clause.text, named))
    for words in named:
        start = clause.text.find(words.lower())
        end = start + len(words)
        behind = clause.text[end : end + _BEHIND]
        for other in find_skills(behind):  # 用友金蝶都熟: what is said of the last one is said of all
            if behind.lstrip("、/和及 ").startswith(other.words.lower()) and not mentions(words.lower()):
                behind = behind.lstrip("、/和及 ")[len(other.words) :]
        alone = words.isascii() and only_tools
        if (
            start >= 0
            and (
                alone
                or pattern("skills.used").match(behind)
                or pattern("skills.used").match(behind.lstrip())
                or (joined and joined.start("one") <= start < joined.end("one"))
            )
            and words not in seen
            and words not in _NO_SKILL
            and not LANGUAGE.fullmatch(words.lower())
        ):
            seen.add(words)
            yield from _listed_ahead(clause, start, seen)
            yield fact("conditions.skills", words, clause, (start, end), LIKELY)


def _without(text: str, words: Iterable[str]) -> str:
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word.lower(), " ")
    return text


def _listed_ahead(clause: Clause, end: int, seen: set[str]) -> Iterator[Fact]:
    """Tools by their Latin names in a row before one that is known: PR AE 达芬奇都会."""
    row = _LATIN_ROW.search(clause.text[:end])
    for name in re.finditer("[a-z+#]{2,10}", row[0]) if row else ():
        start = row.start() + name.start() if row else 0
        if name[0] != "and" and name[0] not in {one.lower() for one in seen}:
            seen.add(name[0])
            yield fact("conditions.skills", name[0], clause, (start, start + len(name[0])), LIKELY)


_LISTS: Final = re.compile("[、和跟与]")
_ROW: Final = r"(?P<row>[\u4e00-\u9fff]{2,6}(?:[、和跟与][\u4e00-\u9fff]{2,6}?){1,5})"
_ROWS: Final = (
    re.compile(
        rf"^\W*(?:(?:她|他|本人|自己|修理|电脑|这些)?(?:会|懂|能)?(?:的)?:?)?{_ROW}(?:这些|这几样)?(?:她|他|我)?(?:都|样样|全|也都|均)(?:会|行|拿手|懂|在行|精通|能来|来得|熟|没问题|上手|拿得起来?|干得了|做得来)"
    ),
    re.compile(rf"^\W*{_ROW},?(?:都|全)?是(?:跟|同|向)[^,。;]{{1,6}}学的"),
    re.compile(rf"有{_ROW}的?(?:手艺|技术|本事|技能)"),
    re.compile(rf"(?:跟|同|向)[^,。;]{{1,6}}学(?:会|过)?了?{_ROW}(?=$|[,。;])"),
)


def _listed_crafts(clause: Clause, seen: set[str], work: set[str]) -> Iterator[Fact]:
    """Crafts in a row of which one word says that they are known: 砌灶、盘炕都会; 有刻章、配钥匙的手艺."""
    listed = _LISTS.search(clause.text)
    found = next(filter(None, (form.search(clause.text) for form in _ROWS)), None) if listed else None
    items = _LISTS.split(found["row"]) if found else []
    if (
        found is None
        or clause.past
        or any(not pattern("skills.craft").fullmatch(one) or LANGUAGE.search(one) for one in items)
    ):
        return
    at = found.start("row")
    for item in items:
        start = clause.text.index(item, at)
        at = start + len(item)
        if item not in seen and not any(item in one or one in item for one in work):
            seen.add(item)
            yield fact("conditions.skills", item, clause, (start, at), LIKELY)


def _crafts(clause: Clause, seen: set[str], work: set[str]) -> Iterator[Fact]:
    """A craft that was learned or is done well: 里面学会了缝纫; what is told as ``work`` is no skill besides."""
    for found in (*clause.finds("ability.learned"), *clause.finds("ability.well_done")):
        name = next(name for name, said in found.groupdict().items() if said)
        word = found[name]
        known = bool(find_skills(word)) or any(one.words == word and not one.employer for one in mentions(word))
        told = any(word in one or one in word for one in work)
        if known and not told and word not in seen and word not in _NO_SKILL and not clause.denies(*found.span(name)):
            seen.add(word)
            yield fact("conditions.skills", word, clause, found.span(name), LIKELY)
