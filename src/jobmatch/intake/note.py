"""``Note``: a note cut into clauses, each with whose fact it tells, and when and how surely it holds.

The note is read in its shadow, a folded text of the same length, so that every place found is a place in the note.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Final

from jobmatch.text.phrases import shadow

LONGEST_READ: Final = 20_000  # characters; a note of a person has a few hundred, and a hostile one must end
_CELLS: Final = 4  # strokes in a line of a roster, where each parts two cells
_LONGEST_CLAUSE: Final = 400
_SENTENCE_END: Final = "。;!?\n\t"
_CUT: Final = re.compile(
    r"(?:,(?!\d{3}(?!\d))|[。;!?\n\t|])+|(?<=[^\d\s])\.(?=\s|$|[^\d\w])|(?<=[\u4e00-\u9fff])(?<!年龄)(?<!学历)(?<!专业)(?<!性别)(?<!年限)(?<!住址)(?<!意向)(?<!薪资)(?<!工资)(?<!证书)(?<!技能)(?<!驾照)(?<!期望)(?<!工作)(?<!岗位)(?<!想找)(?<!想做)(?<!现住)[ \u3000]+(?=[\u4e00-\u9fffa-z0-9])"
)


@cache
def phrases() -> dict[str, Any]:
    """The tables of ``phrases.toml``."""
    return tomllib.loads(files("jobmatch").joinpath("intake/phrases.toml").read_text(encoding="utf-8"))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern of the tables by its dotted name; ``{N}`` in it stands for a number."""
    table, _, key = name.partition(".")
    words = str(phrases()[table][key])
    for at in range(words.count("{N}")):
        words = words.replace("{N}", f"(?P<n{at}>{NUMBER})", 1)
    return re.compile(words)


NUMBER: Final = (
    r"(?:\d{1,6}(?:\.\d{1,2})?|[零一二两三四五六七八九十百千万]{1,7}"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)(?= ))"
)


@cache
def _people() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = phrases()["people"]
    others = "|".join(sorted(map(re.escape, table["other"]), key=len, reverse=True))
    near = "|".join(table["other_near"])
    own = "|".join(map(re.escape, table["own"]))
    intent = "|".join(map(re.escape, table["intent"]))
    return (
        re.compile(
            f"(?:(?<!大)(?<!小)(?<!籍)(?<!陆)(?:{others})|(?:(?<![\u4e00-\u9fff])|(?<=[我她他其佢的]))(?:{near})|(?<=[我她他其佢])(?:先生|太太))(?!转介|介绍|陪同| of |养|般|龄化|服务|照护|护理|院|用品|产品|食品|摄影|教育|教师)"
        ),
        re.compile(f"(?:{own})(?!的?(?:{others}))"),
        re.compile(intent),
        re.compile(table["object_before"] + "$"),
    )


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the note between two signs."""

    start: int
    end: int
    text: str  # of the shadow
    before: str  # the last of the note in front of it
    sentence: int
    others: bool  # tells of somebody else than the client
    sure: float  # 1 where the words are plain, less where they are hearsay, a condition or a correction's first part
    past: bool

    def has(self, name: str) -> bool:
        """Whether a pattern of the tables is found in it."""
        return bool(pattern(name).search(self.text))

    def finds(self, name: str) -> Iterator[re.Match[str]]:
        """Every find of a pattern of the tables."""
        return pattern(name).finditer(self.text)

    def denies(self, start: int, end: int) -> bool:
        """Whether what stands at ``start:end`` of the clause is denied by the words around it."""
        return bool(
            pattern("denial.before").search(self.text[max(0, start - 14) : start])
            or pattern("denial.after").match(self.text[end : end + 16])
        )


@dataclass(frozen=True, eq=False)
class Note:
    """A note as written."""

    raw: str

    @cached_property
    def shadow(self) -> str:
        """The folded text of the same length."""
        lines = shadow(self.raw[:LONGEST_READ]).split("\n")
        return "\n".join(line.replace("/", ",") if line.count("/") >= _CELLS else line for line in lines)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses in their order."""
        return tuple(self._read())

    def _pieces(self) -> Iterator[tuple[int, int, bool]]:
        """Where each piece begins and ends, and whether a sentence begins with it: blanks end one as well."""
        text, last, fresh = self.shadow, 0, True
        for sign in _CUT.finditer(text):
            yield from _shorter(text, last, sign.start(), fresh)
            fresh = (fresh and not text[last : sign.start()].strip()) or any(c in _SENTENCE_END for c in sign[0])
            fresh = fresh or sign[0][0] in ". \u3000"
            last = sign.end()
        yield from _shorter(text, last, len(text), fresh)

    def _read(self) -> Iterator[Clause]:
        sentence, others = 0, False
        named = pattern("turns.client_named").search(self.shadow)
        first = max(self.shadow.rfind(sign, 0, named.start()) for sign in _SENTENCE_END) if named else -1
        for start, end, fresh in self._pieces():
            text = self.shadow[start:end]
            if not text.strip():
                continue
            if fresh:
                sentence, others = sentence + 1, False
            others = start < first or _tells_of_others(text, others and start - 1 != first)
            if named and start <= named.start() < end:
                others = False
            yield Clause(
                start, end, text, self.shadow[max(0, start - 60) : start], sentence, others,
                sure=_sureness(text), past=bool(pattern("turns.past").search(text)),
            )  # fmt: skip


def _shorter(text: str, start: int, end: int, fresh: bool) -> Iterator[tuple[int, int, bool]]:
    """A piece, cut before words at which a message without signs turns, and where it grows too long."""
    stops = [start]
    if end - start > 8:
        turns = (turn.start() for turn in pattern("turns.cut_before").finditer(text, start, end))
        stops += [turn for turn in turns if turn - stops[-1] >= 4]
        stops = _with_people(text, stops, end)
    stops += range(stops[-1] + _LONGEST_CLAUSE, end, _LONGEST_CLAUSE)
    for at, stop in enumerate(stops):
        turned = at > 0 and not _people()[0].match(text, stop)
        yield stop, stops[at + 1] if at + 1 < len(stops) else end, (fresh and at == 0) or turned


def _with_people(text: str, stops: list[int], end: int) -> list[int]:
    """Cut also where somebody else begins to act in the middle of a piece, and where the client does again."""
    other, _, _, behind = _people()
    found = set(stops)
    for at, stop in enumerate(stops):
        last = stops[at + 1] if at + 1 < len(stops) else end
        for person in other.finditer(text, stop + 4, last):
            if not behind.search(text[max(stop, person.start() - 12) : person.start()]):
                found.add(person.start())
    return sorted(found)


def _tells_of_others(text: str, before: bool) -> bool:
    """Whether a clause tells of somebody else: by its first person, else as the clause before it."""
    other, own, intent, behind = _people()
    head = text.lstrip(" :的")[:10]
    me, someone = own.search(text[:8]), other.search(head)
    if someone and not behind.search(head[: someone.start()]) and (not me or me.start() > someone.start()):
        return True
    if me or intent.search(text) or _BACK_TO_CLIENT.match(text):
        return False
    return before


# A wish without a person, or the gender by itself, is the client's again.
_BACK_TO_CLIENT: Final = re.compile(r"\s*(?:找|求职|意向|期望|[男女]性?\s*$)")


def _sureness(text: str) -> float:
    if pattern("turns.condition").search(text):
        return 0.5
    return 0.5 if pattern("turns.hearsay").search(text) else 1.0
