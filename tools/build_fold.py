"""Write ``text/lexicons/t2s.txt``: Traditional characters and what they are in Simplified script.

One-to-one from OpenCC's table (Apache-2.0), first choice where it lists several, and a few variants that
postings use and the table leaves alone. Run it by hand; the result is shipped, OpenCC itself is not needed.
"""

from pathlib import Path

import opencc

TABLE = Path(opencc.__file__).parent / "dictionary" / "TSCharacters.txt"
TARGET = Path(__file__).parents[1] / "src" / "jobmatch" / "text" / "lexicons" / "t2s.txt"
# Written in postings of Taiwan and Hong Kong; OpenCC keeps them apart or leaves them to its phrases.
VARIANTS = {
    "瞭": "了",
    "藉": "借",
    "祇": "只",
    "舖": "铺",
    "妳": "你",
    "牠": "它",
    "蘋": "苹",
    "餘": "余",
    "鍾": "钟",
    "麼": "么",
    "覆": "复",
    "着": "着",
    "鉄": "铁",
    "囗": "口",
    "劵": "券",
    "淸": "清",
}


def pairs() -> dict[str, str]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    table = {left: right.split()[0] for left, right in (line.split("\t") for line in lines if "\t" in line)}
    table.update(VARIANTS)
    return {a: b for a, b in table.items() if len(a) == len(b) == 1 and a != b}


def main() -> None:
    table = pairs()
    table = {a: table.get(b, b) for a, b in sorted(table.items())}
    head = (
        "# source: OpenCC TSCharacters (Apache-2.0) and variants seen in postings, 2026-11-22; by tools/build_fold.py"
    )
    TARGET.write_text("\n".join([head, "".join(table), "".join(table.values()), ""]), encoding="utf-8")
    print(len(table), "characters")


if __name__ == "__main__":
    main()
