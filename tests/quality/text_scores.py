"""How well pay, places and skills are read, held against labels made by hand before any parser saw the texts."""

import csv
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import jobmatch as jm
from jobmatch.text.asked.skills import canonical_skill, find_skills, skill_parents

HERE = Path(__file__).parent
QUALITIES = "通用能力"  # the group of what a person is like (沟通能力, 责任心): not labelled, so not counted
Row = dict[str, str]


@dataclass
class Tally:
    """What was counted, and the texts that went wrong with what was read in them."""

    counts: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, name: str, number: int = 1) -> None:
        """Count something."""
        self.counts[name] = self.counts.get(name, 0) + number

    def share(self, name: str, *others: str) -> float:
        """``name`` among itself and the others; 1 where there was nothing to get wrong."""
        whole = sum(self.counts.get(one, 0) for one in (name, *others))
        return self.counts.get(name, 0) / whole if whole else 1.0


def rows_of(part: str, half: str) -> list[Row]:
    """The labels of a part; of half ``mended`` the faults were looked at for mending, of ``untouched`` never."""
    with (HERE / f"{part}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if half_of(row["text"]) == half]


def half_of(text: str) -> str:
    """The half of a text, by its checksum."""
    return "mended" if zlib.crc32(text.encode()) % 2 else "untouched"


def pay(half: str, part: str = "pay_forms") -> Tally:
    """Right: the amounts per month (to 1 %), the period, the kind, and months and currency where labelled."""
    return _tally(part, half, _pay_read)


def _pay_read(row: Row) -> tuple[str, str]:
    read = jm.parse_salary(row["text"], currency=row["given_currency"] or None)
    amounts = [_near(row["min_month"], read.min_month), _near(row["max_month"], read.max_month)]
    words = [("period", read.period), ("kind", read.kind), ("months", str(read.months)), ("currency", read.currency)]
    right = all(amounts) and all(row[name] in ("", value) for name, value in words)
    return ("right" if right else "wrong"), str((read.min_month, read.max_month, *(value for _, value in words)))


def _near(label: str, read: float | None) -> bool:
    if not label or read is None:
        return not label and read is None
    return abs(read - float(label)) <= 0.01 * float(label)


def places(half: str) -> Tally:
    """Right: the district (or city, or province, where no more is said), and no code where the text is open."""
    return _tally("places_forms", half, _place_read)


def _place_read(row: Row) -> tuple[str, str]:
    place = jm.parse_place(row["text"])
    code = (place.code or "")[:6] if place else ""
    if code in row["code"].split("|"):
        return "right", ""
    return ("wrong" if row["code"] else "guessed"), str(place and (place.code, place.name, place.alternatives[:3]))


def _tally(part: str, half: str, read: Callable[[Row], tuple[str, str]]) -> Tally:
    tally = Tally()
    for row in rows_of(part, half):
        mark, seen = read(row)
        tally.add(mark)
        if mark != "right":
            tally.faults.append(f"{part} {mark}: {row['text']!r} labelled {list(row.values())[1:]} read {seen}")
    return tally


def skills(half: str) -> Tally:
    """``found``, ``missed`` and ``false`` skills; of those found, whether how they are asked for is ``right``.

    A parent of what is asked or read is implied, neither right nor wrong.
    """
    tally = Tally()
    for row in rows_of("skills_forms", half):
        label, read = dict(_labelled(row)), dict(_read(row["text"]))
        for skill in [skill for skill, asked in read.items() if asked == "denied" and skill not in label]:
            del read[skill]  # found in order to be left out, as the training that the employer offers
        for implied in {parent for skill in (*label, *read) for parent in skill_parents(skill)} - label.keys():
            read.pop(implied, None)
        tally.add("found", len(label.keys() & read.keys()))
        tally.add("missed", len(label.keys() - read.keys()))
        tally.add("false", len(read.keys() - label.keys()))
        for skill in label.keys() & read.keys():
            tally.add("right" if label[skill] == read[skill] else "wrong")
        if label != read:
            tally.faults.append(f"skills: {row['text']!r} labelled {label} read {read}")
    return tally


def _labelled(row: Row) -> Iterator[tuple[str, str]]:
    for asked in ("required", "preferred", "denied"):
        for skill in filter(None, row[asked].split("|")):
            yield canonical_skill(skill) or skill, asked


def _read(text: str) -> Iterator[tuple[str, str]]:
    for mention in find_skills(text):
        if QUALITIES not in skill_parents(mention.skill):
            yield mention.skill, "denied" if mention.negated else "required" if mention.required else "preferred"


def table() -> str:
    """One line a part and half."""
    lines = []
    for half in ("mended", "untouched"):
        for name, score in (("pay", pay(half)), ("places", places(half))):
            lines.append(f"{name:8s}{half:11s}right {score.share('right', 'wrong', 'guessed'):.3f}  {score.counts}")
        score = skills(half)
        found = f"precision {score.share('found', 'false'):.3f}  recall {score.share('found', 'missed'):.3f}"
        asked = f"required or preferred {score.share('right', 'wrong'):.3f}"
        lines.append(f"skills  {half:11s}{found}  {asked}  {score.counts}")
    return "\n".join(lines)


if __name__ == "__main__":  # the table, and what went wrong in the half that is there to be looked at
    import sys

    faults = [fault for part in (pay, places, skills) for fault in part("mended").faults]
    sys.stdout.write("\n".join([table(), *faults, ""]))
