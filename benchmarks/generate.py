"""Postings in any number: the real ones repeated, each time with other words left out, other pay, place and dates.

The same number and seed give the same file to the byte. Without the folder of real postings the demo's are used.
"""

import csv
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

import pandas as pd

import jobmatch as jm
from benchmarks.geography import CITIES, TOWNSHIPS
from jobmatch.demo import postings_path

ROOT = Path(__file__).resolve().parents[1]
DATA = (ROOT / "../shared/data").resolve()
AS_OF = date(2026, 11, 22)
SEED = 20261122

# The share of each set: ordinary jobs (a public service's) first, texts of every length, office work besides.
SOURCES: dict[str, tuple[int, float]] = {
    "postings_taiwan_pes/jobs.jsonl": (35, 0.16),  # pay in another money: about that part of it fits a mainland city
    "postings_taidi/jobs_full.csv": (20, 1.0),
    "postings_mainland/51job_2019.csv": (12, 1.0),
    "postings_mainland/zhilian_jd_2019.csv": (13, 1.0),
    "postings_mainland/zhilian_list_2024.csv": (8, 1.0),
    "postings_mainland/gxrc_nanning_2022.csv": (2, 1.0),
}
DEMO_SHARE = 10
KEEPS_ITS_PLACE = 0.15  # the tail of places: what the source itself says
FIELDS = {
    "posting_id": "岗位编号",
    "title": "岗位名称",
    "employer": "单位名称",
    "description": "岗位描述",
    "requirements": "任职要求",
    "location": "工作地点",
    "salary": "薪资",
    "education": "学历要求",
    "experience": "经验要求",
    "openings": "招聘人数",
    "posted_on": "发布日期",
    "closes_on": "截止日期",
    "hours": "工作时间",
    "employment_type": "用工形式",
    "benefits": "福利待遇",
    "skills": "技能关键词",
    "kind": "岗位属性",
}
_EDUCATION = {"0": "不限", "1": "高中", "2": "大专", "3": "本科", "4": "硕士", "5": "博士"}
_SENTENCE = re.compile(r"[^。；;！!\n]*[。；;！!\n]?")
_NUMBER = re.compile(r"(?<![·\d.,])\d[\d,]*(?:\.\d+)?(?!\s?薪|[\d.,])")
_TITLE_BEFORE = ("急聘", "诚聘", "高级", "资深", "兼职", "{city}", "{district}")
_TITLE_AFTER = (
    "（双休）",
    "（五险一金）",
    "（包吃住）",
    "（{city}）",
    "-{district}",
    "/实习",
    "（可接受应届）",
    " 5k起",
    "（长白班）",
)


@dataclass(frozen=True)
class Source:
    """The postings of one real file, with its weight and the factor of its pay."""

    name: str
    weight: int
    pay_factor: float
    rows: list[dict[str, Any]]


def read_sources(data: Path = DATA) -> list[Source]:
    """The real sets that are there and the demo's postings, in a fixed order."""
    found = [
        Source(name, weight, factor, _rows(data / name))
        for name, (weight, factor) in SOURCES.items()
        if (data / name).exists()
    ]
    return [*found, Source("demo", DEMO_SHARE, 1.0, _rows(postings_path()))]


def _rows(path: Path) -> list[dict[str, Any]]:
    frame = jm.read_postings(path).frame
    rows = [{name: _plain(row.get(name)) for name in FIELDS} for row in frame.to_dict("records")]
    return sorted(rows, key=lambda row: (row["posting_id"], row["title"]))


def _plain(value: Any) -> str:
    return "" if pd.isna(value) else str(value)


def postings(count: int, seed: int = SEED, data: Path = DATA) -> Iterator[dict[str, str]]:
    """``count`` made postings, by field."""
    draw = random.Random(seed)
    sources = read_sources(data)
    employers = sorted({row["employer"] for source in sources for row in source.rows} - {""})
    weights = list(accumulate(source.weight for source in sources))
    for number in range(count):
        source = draw.choices(sources, cum_weights=weights)[0]
        made = _jittered(draw, draw.choice(source.rows), source, draw.choice(employers))
        yield made | {"posting_id": f"B{number:07d}"}


def _jittered(draw: random.Random, row: dict[str, str], source: Source, employer: str) -> dict[str, str]:
    stays = draw.random() < KEEPS_ITS_PLACE and row["location"]
    city, district, place = draw_place(draw)
    factor = (1.0 if stays else source.pay_factor) * draw.choice(
        (0.85, 0.9, 1.0, 1.0, 1.1, 1.2)
    )  # few, as pay repeats in real files
    posted = AS_OF - timedelta(days=draw.randrange(90))
    closes = posted + timedelta(days=draw.randrange(20, 150)) if draw.random() < 0.3 else None
    return row | {
        "title": _title(draw, row["title"], city, district),
        "employer": employer,
        "description": jittered_text(draw, row["description"]),
        "requirements": jittered_text(draw, row["requirements"]),
        "location": row["location"] if stays else place,
        "salary": scaled_pay(row["salary"], factor),
        "education": _EDUCATION.get(row["education"], row["education"]),
        "openings": str(draw.choice((1, 1, 1, 2, 2, 3, 5, 10, 20))),
        "posted_on": posted.isoformat(),
        "closes_on": closes.isoformat() if closes else "",
        "employment_type": "" if row["employment_type"].isdigit() else row["employment_type"],
    }


def draw_place(draw: random.Random) -> tuple[str, str, str]:
    """City, district and an address in one of the ways in which people write it."""
    names = list(CITIES)
    city = draw.choices(names, [CITIES[name][0] for name in names])[0]
    district = draw.choice(CITIES[city][1].split())
    town = draw.choice(TOWNSHIPS[district].split()) if district in TOWNSHIPS and draw.random() < 0.7 else ""
    short, bare = city.removesuffix("市"), district.rstrip("区县市區")
    way = draw.choice(
        ("{city}{district}{town}", "{short}-{district}{town}", "{short}·{bare}", "{short}{district}{town}")
    )
    return city, district, way.format(city=city, district=district, town=town, short=short, bare=bare)


def _title(draw: random.Random, title: str, city: str, district: str) -> str:
    if draw.random() < 0.65:
        return title
    before, after = draw.choice(_TITLE_BEFORE), draw.choice(_TITLE_AFTER)
    made = draw.choice((before + "{title}", "{title}" + after))
    return made.format(title=title.strip(), city=city.removesuffix("市"), district=district)


def jittered_text(draw: random.Random, text: str) -> str:
    """The text with some sentences left out and some neighbours swapped; never emptied."""
    sentences = [part for part in _SENTENCE.findall(text) if part]
    kept = [part for part in sentences if draw.random() > 0.12] or sentences
    for at in range(len(kept) - 1):
        if draw.random() < 0.15:
            kept[at], kept[at + 1] = kept[at + 1], kept[at]
    return "".join(kept)


def scaled_pay(text: str, factor: float) -> str:
    """The pay text with its amounts scaled and rounded, its unit made plain where only a column told it.

    >>> scaled_pay("8千-1.2万·13薪", 1.5), scaled_pay("150000-300000", 1.0), scaled_pay("面议", 2.0)
    ('12千-1.8万·13薪', '150000-300000元/年', '面议')
    """
    amounts = [float(found.replace(",", "")) for found in _NUMBER.findall(text)]
    if not amounts:
        return text
    scaled = _NUMBER.sub(lambda found: _rounded(float(found[0].replace(",", "")) * factor), text)
    if re.fullmatch(r"[\d\s,.~-]+", text):
        return scaled + ("元/年" if max(amounts) >= 60_000 else "元/天" if max(amounts) < 1000 else "元/月")
    # a public service's "200 元/月" is by the hour
    return scaled.replace("元/月", "元/小时") if max(amounts) < 1000 else scaled


def _rounded(amount: float) -> str:
    if amount >= 1000:
        return str(round(amount / 100) * 100)
    return f"{amount:.1f}".removesuffix(".0") if amount < 100 else str(round(amount))


def write_csv(path: Path, count: int, seed: int = SEED, data: Path = DATA) -> Path:
    """Write ``count`` postings under Chinese headings."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(FIELDS.values())
        writer.writerows([row[name] for name in FIELDS] for row in postings(count, seed, data))
    return path
