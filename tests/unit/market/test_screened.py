"""A whole table screened: what was found, and pay held against the table itself."""

import jobmatch as jm
from jobmatch.dataset.catalogues import MinimumWage
from jobmatch.market.screened import screen_postings


def _table(*rows):
    return jm.read_postings([{"id": str(at), "title": "保洁员", **row} for at, row in enumerate(rows)])


def _kinds(found):
    return {posting.posting_id: [one.kind for one in posting.findings] for posting in found}


def test_only_postings_with_findings_are_given():
    """In the order of the table, each with its words."""
    found = screen_postings(_table({"description": "负责拖地"}, {"requirements": "限女性"}, {"benefits": "宿舍免押金"}))
    assert _kinds(found) == {"1": ["gender"]}
    assert found[0].to_dict()["findings"][0]["words"] == "限女性"


def test_pay_far_above_the_same_work_is_not_believed():
    """Twenty like it say three to four thousand; fifty thousand is told."""
    rows = [{"salary": f"{3000 + at}-4000元/月", "employer": str(at)} for at in range(25)]
    found = screen_postings(_table(*rows, {"salary": "50000元/月"}))
    assert _kinds(found) == {"25": ["false_pay"]}


def test_few_postings_judge_no_pay():
    """With three of a kind nothing is usual."""
    rows = [
        {"salary": "3000元/月", "employer": "甲"},
        {"salary": "3100元/月", "employer": "乙"},
        {"salary": "50000元/月"},
    ]
    assert screen_postings(_table(*rows)) == []


def test_a_column_against_the_text_is_told():
    """A degree or more years asked in the text only; fewer years there are those of one part of the work."""
    rows = [
        {"education": "大专", "description": "要求本科以上学历"},
        {"experience": "1-3年", "description": "5年以上工作经验", "employer": "甲"},
        {"experience": "5-10年", "description": "2年以上数据库工作经验", "employer": "乙"},
        {"education": "大专", "description": "大专以上，本科优先", "employer": "丙"},
    ]
    found = screen_postings(_table(*rows))
    assert [(one.field, one.words) for posting in found for one in posting.findings] == [
        ("education", "大专"),
        ("experience", "1-3年"),
    ]
    assert {one.kind for posting in found for one in posting.findings} == {"contradiction"}


def test_the_minimum_wage_is_the_services_own():
    """A month's pay below it is told; pay by the hour and part-time work is not a month's."""
    rows = [
        {"salary": "1800元/月"},
        {"salary": "25元/小时", "employer": "甲"},
        {"salary": "1800元/月", "hours": "兼职"},
    ]
    table = _table(*rows)
    assert _kinds(screen_postings(table, [MinimumWage.everywhere(2540)] * len(table))) == {"0": ["low_pay"]}
    assert screen_postings(_table(*rows)) == []


def test_the_words_beside_the_pay_are_read():
    """What nobody pays is told in the column of pay as in the text; figures and ordinary words are no finding."""
    rows = [{"salary": "轻松月入十万"}, {"salary": "日结3000元 轻松月入十万", "employer": "甲"}]
    rows += [{"salary": said, "employer": said} for said in ("1100元/月", "底薪3000+提成", "日结200元", "时薪9元")]
    assert {at: set(kinds) for at, kinds in _kinds(screen_postings(_table(*rows))).items()} == {
        "0": {"false_pay"},
        "1": {"false_pay"},
    }


def test_other_money_is_held_against_no_rate():
    """600 dollars are not 600 yuan, whether the place is told or not."""
    rows = [{"salary": "USD 600/month", "location": "北京市大兴区"}, {"salary": "USD 600/month", "employer": "甲"}]
    postings = _table(*rows, {"salary": "1800元/月", "employer": "乙"})
    found = screen_postings(postings, [MinimumWage.everywhere(2540.0)] * 3)
    assert _kinds(found) == {"2": ["low_pay"]}
