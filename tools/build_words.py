"""Write ``text/lexicons/words.txt``: words that jieba's dictionary lacks, each with a frequency.

From the 2022 classification (names and aliases; a state publication) and a hand-made list of job words.
The frequency is the least that keeps the word whole in jieba's dictionary, written down so that every engine
adds the same numbers. Run: ``python tools/build_words.py PATH/csco22.csv``.
"""

import csv
import re
import sys
from pathlib import Path

import jieba

from jobmatch.text.fold import fold

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "jobmatch" / "text" / "lexicons" / "words.txt"
HAN = re.compile(r"[一-鿕]{2,6}")  # longer names are better read as their parts
HEAD = "# source: 职业分类大典 2022 (names, aliases) and tools/job_words.txt, 2026-11-22; by tools/build_words.py"


def aliases(path: Path) -> set[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        texts = [f"{row['name']}|{row['alias']}" for row in csv.DictReader(file)]
    return {word for text in texts for word in re.split(r"[|,、;；/ ,，]", fold(text)) if HAN.fullmatch(word)}


def own() -> set[str]:
    lines = (HERE / "job_words.txt").read_text(encoding="utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


def main() -> None:
    jieba.setLogLevel(60)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    words = aliases(Path(sys.argv[1])) | own()
    # A word that jieba already keeps whole needs no line of ours.
    missing = sorted(word for word in words if list(tokenizer.cut(word, HMM=False)) != [word])
    lines = [f"{word} {tokenizer.suggest_freq(word, tune=False)}" for word in missing]
    TARGET.write_text("\n".join([HEAD, *lines, ""]), encoding="utf-8")
    print(len(lines), "words")


if __name__ == "__main__":
    main()
