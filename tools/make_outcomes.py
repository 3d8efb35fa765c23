"""Write the made-up caseload of the demo, and what became of what it was shown.

People, lists and outcomes are invented. Kinds of work and places are drawn; of each client's best jobs (fifteen at
most) five are shown, so that each has the same known chance; and here people take what is near far more readily than
the knowledge says. It shows how learning and evaluation work, and says nothing about any service.

    python tools/make_outcomes.py        # rewrites caseload.json and outcomes.csv in src/jobmatch/demo

The lists are those of the knowledge of the day on which it ran: a log is not written anew when weights change.
"""

import csv
import io
import json
import math
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import jobmatch as jm
from jobmatch import demo

OUT = Path(__file__).resolve().parents[1] / "src" / "jobmatch" / "demo"
CLIENTS, BEST, SHOWN = 240, 15, 5
LOOKED_AT = (1.0, 0.85, 0.7, 0.55, 0.45)
FIRST, DAYS = date(2026, 1, 5), 210
TOWNS = ["黄村镇", "西红门镇", "榆垡镇", "庞各庄镇", "礼贤镇", "魏善庄镇", "青云店镇", "安定镇", "采育镇", "长子营镇"]
# work, schooling, most years of it
KINDS = [
    ("保洁员", "小学 初中", 12), ("保安员", "初中 高中", 15), ("仓库管理员", "高中 中专", 12),
    ("收银员", "初中 高中", 8), ("家政服务员", "小学 初中", 15), ("厨师", "初中 中专", 20),
    ("客服专员", "大专 高中", 6), ("行政文员", "大专 本科", 8), ("会计", "大专 本科", 12),
    ("叉车工", "初中 高中", 10), ("货车司机", "初中 高中", 20), ("包装工", "小学 初中", 10),
]  # fmt: skip


def clients() -> list[dict[str, Any]]:
    """The caseload, as client JSON."""
    return [_client(Random(number), number) for number in range(CLIENTS)]


def _client(draw: Random, number: int) -> dict[str, Any]:
    work, schooling, years = draw.choice(KINDS)
    wish = work if draw.random() < 0.6 else draw.choice(KINDS)[0]
    clear = draw.random() < 0.7
    age = draw.randrange(20, 58)
    done = min(draw.randrange(years + 1), age - 18)
    return {
        "client_id": f"D-{number:03d}",
        "willingness": {"wants_work": True},
        "goal": {"occupations": [wish], "clarity": "clear"} if clear else {"clarity": "none"},
        "conditions": {
            "age": age,
            "education": draw.choice(schooling.split()),
            "experience": [{"occupation": work, "years": done}] if done else [],
            "residence": f"北京市大兴区{draw.choice(TOWNS)}",
            "max_commute_km": draw.choice((10, 15, 20, 30)),
        },
        "attitude": {"pay_min": draw.choice((3000, 3500, 4000))},
        "audit": {"gender": draw.choice(("女", "男"))},
    }


def events(people: list[dict[str, Any]]) -> Iterator[list[object]]:
    """What became of each job that was shown."""
    matcher = jm.Matcher(as_of=demo.AS_OF).index(jm.read_postings(demo.postings_path()), home="北京市")
    for number, client in enumerate(people):
        draw = Random(f"events {number}")
        jobs = matcher.recommend(jm.Client(**client), top=BEST).items
        some = sorted(draw.sample(range(len(jobs)), min(SHOWN, len(jobs))))
        day = FIRST + timedelta(days=number * DAYS // CLIENTS)
        for place, at in enumerate(some):
            for event, later in _became(jobs[at], LOOKED_AT[place], draw):
                yield [client["client_id"], jobs[at].posting_id, day, place + 1, round(len(some) / len(jobs), 4), event,
                       day + timedelta(days=later)]  # fmt: skip


def _became(job: Any, looked_at: float, draw: Random) -> list[tuple[str, int]]:
    if draw.random() > looked_at:
        return [("无回应", 7)]
    near = 0.0 if job.distance_km is None else 3.0 - 0.35 * job.distance_km
    if draw.random() > _moved(job.preference, near):
        return [("拒绝" if draw.random() < 0.5 else "无回应", 3)]
    if draw.random() > job.attainability:
        return [("投递", 4), ("未录用", 15)]
    return [("投递", 4), ("录用", 15), ("稳定就业" if draw.random() < 0.7 else "离职", 105)]


def _moved(share: float, by: float) -> float:
    return 1 / (1 + math.exp(-math.log(share / (1 - share)) - by))


def main() -> None:
    """Write both files."""
    people = clients()
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in people)
    (OUT / "caseload.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["服务对象编号", "岗位编号", "推荐日期", "推荐名次", "展示概率", "结果", "结果日期"])
    writer.writerows(events(people))
    (OUT / "outcomes.csv").write_text(table.getvalue(), encoding="utf-8-sig")


if __name__ == "__main__":
    main()
