"""What is read of 660 made-up postings, held field by field against what their writers say that they ask."""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

import jobmatch as jm
from jobmatch.market.reading import Reading
from jobmatch.records.hours import Hours
from jobmatch.text.asked.certificates import certificate_names, certificate_phrases, find_certificates
from jobmatch.text.asked.clock_times import length, one_day
from jobmatch.text.asked.licences import parse_licence
from jobmatch.text.asked.papers_by_law import required_by_occupation
from jobmatch.text.asked.skills import find_skills
from jobmatch.text.fold import fold
from jobmatch.text.phrases import shadow

POSTINGS: Final = Path(__file__).with_name("postings_asked.jsonl")
_TERMS: Final = ("clock", "weekend_work", "travel", "live_in", "own_vehicle")
# By the first letter of their ids, which tells the writer: of these fields the writer said nothing, so that nobody can
# tell whether what is read is right.
NOT_NOTED: Final = {
    "R": ("employment", "course", *_TERMS),
    "P": ("employment", "course", *_TERMS),
    "D": ("skills_required", "skills_preferred", *_TERMS),
    "T": (
        "age_max", "age_min", "board", "contradicts", "course", "daily_hours", "days_per_week", "deadline",
        "employment", "gender_asked", "lodging", "openings", "remote", "skills_preferred", "skills_required",
    ),
}  # fmt: skip
# One writer noted what tells of a language (CET-4, TOEIC) with the language, and not as a paper.
OF_LANGUAGES: Final = {"T": re.compile("英语|日语|韩语|托业|托福|雅思|英检|普通话|语文")}
HALVES: Final = {"mending": 1, "untouched": 0}  # postings of odd numbers were looked at, those of even ones never
_NAMES: Final = ("不限", "小学", "初中", "高中", "大专", "本科", "硕士", "博士")
_RUNGS: Final = {name: rung for rung, name in enumerate(_NAMES)} | {"中专": 3}
_LANGUAGES: Final = {
    "spanish": "西班牙语", "台语": "闽南语", "本地话": "本地方言", "英文": "英语", "日文": "日语", "韩文": "韩语",
    "english": "英语", "mandarin": "普通话", "japanese": "日语", "广东话": "粤语", "国语": "普通话",
}  # fmt: skip
_CLASSES: Final = {
    "机车": "E",
    "职业大客车驾照": "职业大客车",
    "职业大货车驾照": "职业大货车",
    "普通小型车": "C1",
    "汽车": "any",
    None: "any",
    "b": "any",
    "cdl-a": "A2",
}
# What stands for a class as well: Taiwan's cars are of either gear where none is named, B照 is a driver's word.
_CLASSES_TOO: Final = {"普通小型车": "C2", "b": "B2"}
LISTS: Final = (
    "certificates_required",
    "certificates_preferred",
    "skills_required",
    "skills_preferred",
    "languages",
    "contradicts",
)


@dataclass
class Score:
    """How often a field was right, said in vain, and missed; who was wrong."""

    right: int = 0
    vain: int = 0
    missed: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of what was said, the share that is right."""
        return self.right / max(1, self.right + self.vain)

    @property
    def recall(self) -> float:
        """Of what there is to say, the share that was said."""
        return self.right / max(1, self.right + self.missed)


def postings(half: str, recruiter: str = "") -> Iterator[dict[str, Any]]:
    """The postings of one half, of one recruiter or of all."""
    for line in POSTINGS.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        if int(one["id"][2:]) % 2 == HALVES[half] and one["id"].startswith(recruiter):
            yield one


@cache
def score(half: str, recruiter: str = "") -> dict[str, Score]:
    """Each field's score over one half, of one recruiter or of all."""
    scores: dict[str, Score] = {}
    for one in postings(half, recruiter):
        said = _told(one)
        for name in {*one["gold"], *said}:
            _count(scores.setdefault(name, Score()), name, one, said.get(name))
    return scores


def _told(one: Mapping[str, Any]) -> dict[str, Any]:
    """What is read of a posting without its columns, and which of them the text contradicts."""
    row = {name: one[name] for name in ("title", "description", "employer")}
    row |= {"location": one["location_text"], "salary": one["salary_text"]}
    read = jm.read_posting(row, as_of=one["today"])
    columns = {name: str(value) for name, value in one.get("columns", {}).items()}
    both = jm.read_posting(row | columns, as_of=one["today"]) if columns else None
    told = _of_person(read) | _of_work(read) | _of_papers(read, f"{one['title']}。{one['description']}", one["title"])
    if read.hours.night is False and read.hours.start is not None and "night_shift" not in one["gold"]:
        told["night_shift"] = None  # the clock tells that it is by day; the recruiter noted only what words say
    told |= {"contradicts": both.asked.conflicts if both else (), "course": _course(one)}
    for name in ("certificates_required", "certificates_preferred"):
        of_language = OF_LANGUAGES.get(one["id"][0])
        told[name] = [paper for paper in told[name] if not (of_language and of_language.search(paper))]
    return {name: value for name, value in told.items() if name not in NOT_NOTED[one["id"][0]]}


def _course(one: Mapping[str, Any]) -> bool | None:
    """Whether the title or the text sells a course, or a loan for one, in place of a job."""
    found = [*jm.screen_text(one["title"], "title"), *jm.screen_text(one["description"])]
    return any(said.kind in ("course", "training_loan") and said.probability is None for said in found) or None


def _of_person(read: Reading) -> dict[str, Any]:
    asked = read.asked
    return {
        "education_min": read.education, "experience_years_min": read.years, "age_min": asked.age_min,
        "age_max": asked.age_max, "gender_asked": read.gender, "languages": asked.languages,
    }  # fmt: skip


def _of_work(read: Reading) -> dict[str, Any]:
    hours, asked = read.hours, read.asked
    return {
        "openings": read.openings, "deadline": read.closes_on, "hours": hours.kind, "daily_hours": hours.daily,
        "days_per_week": hours.days_per_week, "night_shift": hours.night, "shifts": hours.shift, "board": asked.board,
        "lodging": asked.lodging, "remote": asked.remote, "fees_asked": read.asks_money or None,
        "employment": asked.employment, "clock": _clock(hours), "weekend_work": hours.weekend_work,
        "travel": hours.travel, "live_in": hours.live_in, "own_vehicle": read.own_vehicle,
    }  # fmt: skip


def _clock(hours: Hours) -> tuple[float, float] | None:
    """From when until when a day lasts, else when the latest of several times has begun and the earliest ends."""
    first, last = (hours.begun_by, hours.not_before) if hours.start is None else (hours.start, hours.end)
    return None if first is None or last is None else (first, last % 24)


def _told_by_clock(spans: list[list[str]]) -> tuple[float, float] | None:
    """The same of the times that a writer noted."""
    times = [(_hour(begin), _hour(end)) for begin, end in spans]
    day = one_day(times)
    begun, until = max(begin for begin, _ in times), min(begin + length((begin, end)) for begin, end in times)
    return (day[0], day[1] % 24) if day else (begun, until % 24)


def _hour(clock: str) -> float:
    hour, minute = clock.split(":")
    return int(hour) + int(minute) / 60


def _of_papers(read: Reading, text: str, title: str) -> dict[str, Any]:
    """Papers and skills; what only the law asks for such work is left out, as the recruiter noted what is written."""
    law = {name for need in required_by_occupation(title) for name in need.certificates}
    law -= {mention.name for mention in find_certificates(text)}
    licence = parse_licence(text)
    told: dict[str, Any] = {}
    for name, asked in (("certificates", read.certificates), ("skills", read.skills)):
        told[f"{name}_required"] = [one for one, required in asked.items() if required and one not in law]
        told[f"{name}_preferred"] = [one for one, required in asked.items() if not required]
    if licence.asked:
        told["driving_licence"] = {
            "class": None if licence.asked == "any" else licence.asked,
            "required": licence.required is True,
        }
    return told


def _count(result: Score, name: str, one: Mapping[str, Any], said: Any) -> None:
    right = [one["gold"].get(name), *one.get("accept", {}).get(name, ())]
    if name == "driving_licence":
        right += [
            {**value, "class": too} for value in right if value and (too := _CLASSES_TOO.get(_class(value) or ""))
        ]
    if name in LISTS:
        _count_list(result, name, one["id"], [_names(name, some) for some in right], _names(name, said))
        return
    said, *right = (_value(name, value) for value in (said, *right))
    if said is None and (None in right):
        return
    fits = any(_same(said, value) for value in right)
    if fits and right[0] is not None:
        result.right += 1
    elif not fits:
        result.vain += said is not None
        result.missed += right[0] is not None
        result.faults.append(f"{one['id']} {name}: said {said}, right {right}")


def _same(said: Any, right: Any) -> bool:
    if said is None or right is None:
        return said is right
    if isinstance(right, float):
        return abs(said - right) < 0.06
    return said == right


def _count_list(result: Score, name: str, id_: str, right: list[frozenset[str]], said: frozenset[str]) -> None:
    best = min(right, key=lambda some: len(some ^ said))
    result.right += len(best & said)
    result.vain += len(said - best)
    result.missed += len(best - said)
    if best != said:
        result.faults.append(f"{id_} {name}: said {sorted(said)}, right {sorted(best)}")


def _names(name: str, some: Any) -> frozenset[str]:
    return frozenset(_name(name, one) for one in some or ())


def _name(name: str, one: str) -> str:
    """A paper without its level, a skill or a language by the name of the vocabulary, as far as that knows it."""
    folded = shadow(one)
    if name.startswith("certificates"):
        found = [certificate_names()[index] for index, _, _ in certificate_phrases().find(folded)]
        return found[0].partition("(")[0] if found else folded  # the labels tell no level
    if name.startswith("skills"):
        found = [mention.skill for mention in find_skills(one)]
        return found[0] if found else folded
    return _LANGUAGES.get(folded, folded)


def _class(licence: Mapping[str, Any]) -> str | None:
    return fold(licence["class"]).lower() if licence.get("class") else None


def _value(name: str, value: Any) -> Any:
    if name == "clock" and isinstance(value, list):
        return _told_by_clock(value)
    if value is None or isinstance(value, list):
        return None if value is None else tuple(value)
    if name == "education_min":
        return value if isinstance(value, int) else _RUNGS[value]
    if name == "driving_licence":
        cls = _class(value)
        return _CLASSES.get(cls, cls and cls.upper()), value["required"]
    if name == "deadline":
        return str(value)
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


if __name__ == "__main__":
    for field_name, one in sorted(score(*sys.argv[1:]).items()):
        print(  # noqa: T201 - a tool
            f"{field_name:24} {one.precision:.3f} {one.recall:.3f} {one.right} {one.vain} {one.missed}"
        )
        if sys.argv[1] == "mending":  # of the others nobody looks at more than how many
            print(*(f"    {fault}" for fault in one.faults), sep="\n")  # noqa: T201
