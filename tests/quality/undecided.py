"""Six made-up clients who do not know what work to look for, on two files of real postings."""

from typing import Any, Final

import jobmatch as jm


def _one(client_id: str, **parts: dict[str, Any]) -> jm.Client:
    plain = {"willingness": {"wants_work": True}, "goal": {"occupations": [], "clarity": "none"}}
    return jm.Client(client_id=client_id, **{**plain, **parts})


# file of real postings → its clients; the first is the third case of the PLN document, moved to where the postings are
UNDECIDED: Final = {
    "postings_taiwan_pes/jobs.jsonl": (
        _one("U-1", conditions={"age": 49, "education": "初中", "experience": [], "health_limits": [], "shift_ok": True,
                                "residence": "台北市萬華區", "hours": "full"}, attitude={"pay_min": 28000}),
        _one("U-2", conditions={"age": 58, "education": "小学", "experience": [{"occupation": "大楼保全", "years": 12}],
                                "residence": "台北市中山區", "night_shift_ok": False, "health_limits": ["不能久站"]}),
        _one("U-3", conditions={"age": 33, "education": "高中", "experience": [{"occupation": "餐厅外场", "years": 6}],
                                "residence": "新北市板橋區", "skills": ["收银"], "hours": "full"},
             attitude={"pay_min": 32000}, family={"care_duties": ["child"]}),
        _one("U-4", conditions={"age": 24, "education": "本科", "major": "会计", "experience": [],
                                "residence": "台北市大安區", "skills": ["Excel"]}, attitude={"pay_min": 33000},
             registration={"status": "new_graduate"}),
    ),
    "postings_taidi/jobs_full.csv": (
        _one("U-5", conditions={"age": 29, "education": "大专", "major": "市场营销", "residence": "广州市天河区",
                                "experience": [{"occupation": "电话客服", "years": 3}], "skills": ["办公软件"]},
             attitude={"pay_min": 5000}),
        _one("U-6", conditions={"age": 23, "education": "本科", "major": "统计学", "residence": "深圳市南山区",
                                "experience": [], "skills": ["Python", "SQL", "Excel"]},
             registration={"status": "new_graduate"}, attitude={"pay_min": 6000}),
    ),
}  # fmt: skip
DAYS: Final = {"postings_taiwan_pes/jobs.jsonl": "2026-03-01", "postings_taidi/jobs_full.csv": "2023-06-01"}
