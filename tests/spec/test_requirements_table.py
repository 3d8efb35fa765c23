"""What a whole posting asks, in postings made up for the test."""

from datetime import date

import pytest

from jobmatch.text.asked.requirements import read_requirements

POSTINGS = [
    ("招聘保洁员5名,年龄50岁以下,身体健康,不限学历", {"openings": 5, "age_max": 50, "education": 0}),
    ("任职要求:1、18-45周岁;2、高中以上学历", {"age_min": 18, "age_max": 45, "age_min_lawful": True, "education": 3}),
    ("年满18周岁,无经验亦可", {"age_min": 18, "age_max": None, "age_min_lawful": True, "years": 0.0}),
    ("25岁以上,有两年以上驾驶经验", {"age_min": 25, "age_min_lawful": False, "years": 2.0}),
    ("教3-6岁儿童,大专以上学历", {"age_min": None, "age_max": None, "education": 4}),
    ("照顾80岁以上老人,初中以上文化", {"age_min": None, "education": 2}),
    ("团队平均年龄26岁,本科以上", {"age_max": None, "education": 5}),
    ("仅限2026届应届毕业生,硕士以上", {"graduates_only": True, "education": 6}),
    ("欢迎应届毕业生,大专以上", {"graduates_only": False}),
    ("应届毕业生亦可,本科", {"graduates_only": False}),
    ("生物医学、药学等相关专业,本科以上", {"majors": ("生物医学", "药学"), "education": 5}),
    ("专业不限,工作认真", {"majors": ()}),
    ("一流的专业团队,专业知识扎实", {"majors": ()}),
    ("英语六级以上,口语流利", {"english": True}),
    ("英语好者优先", {"english": None}),
    ("收件截止日期:即日起至115年2月11日", {"closes_on": date(2026, 2, 11)}),
    ("报名时间2026年3月1日至2026年3月15日", {"closes_on": date(2026, 3, 15)}),
    ("公司成立20年,3年发展到500人", {"years": None, "openings": None}),
]


@pytest.mark.parametrize(("text", "asked"), POSTINGS, ids=lambda value: value if isinstance(value, str) else "")
def test_posting(text, asked):
    """A posting asks what a reader would say it asks."""
    found = read_requirements(text)
    assert {name: getattr(found, name) for name in asked} == asked
