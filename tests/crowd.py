"""Many made-up clients from a seed: every field known, unknown or empty now and then."""

import random
from collections.abc import Sequence
from typing import Any

import jobmatch as jm

_SKILLS = [
    "盘点",
    "Excel",
    "收银",
    "叉车",
    "Python",
    "SQL",
    "烹饪",
    "驾驶",
    "电焊",
    "办公软件",
    "数据分析",
    "英语",
    "清洁",
]
_PAPERS = ["叉车证", "健康证", "低压电工证", "保安员证", "教师资格证", "会计证"]
_SCHOOLING = ["小学", "初中", "高中", "中专", "大专", "本科", "硕士"]
_MAJORS = ["会计", "计算机", "护理", "市场营销", "机电一体化", "食品科学"]
_GROUPS = ["4050", "低保", "残疾", "长期失业"]


class _Lot:
    """What is drawn for one client."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def maybe(self, share: float, value: Any) -> Any:
        """The value in ``share`` of the draws, else unknown."""
        return value if self.random.random() < share else None

    def some(self, among: Sequence[str], most: int) -> list[str]:
        """Up to ``most`` of some words."""
        return self.random.sample(list(among), self.random.randint(0, min(most, len(among))))


def crowd(count: int, titles: Sequence[str], homes: Sequence[str], seed: int = 0) -> list[jm.Client]:
    """``count`` clients who want and did the work of ``titles`` and live in ``homes``; the same for the same seed."""
    return [_one(_Lot(seed * 1_000_003 + at), at, titles, homes) for at in range(count)]


def _one(lot: _Lot, at: int, titles: Sequence[str], homes: Sequence[str]) -> jm.Client:
    maybe, some, pick = lot.maybe, lot.some, lot.random.choice
    past = [{"occupation": title, "years": pick([1, 3, 8, None])} for title in some(titles, 2)]
    least = maybe(0.7, pick([2500, 3500, 5000, 8000, 28000, 35000]))
    return jm.Client(
        client_id=f"R-{at:03d}",
        willingness={"wants_work": maybe(0.9, True)},
        goal={
            "occupations": maybe(0.75, [pick(titles), *some(titles, 1)]),
            "clarity": maybe(0.5, pick(["clear", "vague"])),
            "refused": maybe(0.4, some([*titles[:20], "夜班", "销售"], 2)),
        },
        conditions={
            "age": maybe(0.9, lot.random.randint(17, 62)),
            "education": maybe(0.85, pick(_SCHOOLING)),
            "major": maybe(0.3, pick(_MAJORS)),
            "experience": maybe(0.8, past),
            "skills": maybe(0.7, some(_SKILLS, 4)),
            "certificates": maybe(0.6, some(_PAPERS, 2)),
            "driving_licence": maybe(0.5, pick(["无", "C1", "C2", "B2"])),
            "health_limits": maybe(0.3, some(["不能久站", "不能搬重物"], 1)),
            "residence": maybe(0.85, pick(homes)),
            "max_commute_km": maybe(0.7, pick([3, 8, 15, 30])),
            "night_shift_ok": maybe(0.6, pick([True, False])),
            "shift_ok": maybe(0.6, pick([True, False])),
            "hours": maybe(0.6, pick(["full", "part", "any"])),
        },
        attitude={"pay_min": least, "pay_wanted": maybe(0.4, (least or 4000) * 1.2)},
        family={"care_duties": maybe(0.3, some(["child", "elder"], 1))},
        registration={"groups": maybe(0.5, some(_GROUPS, 1))},
    )
