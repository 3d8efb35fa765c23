"""What must hold of people read from files: rosters as they come, and nothing personal where a row is told of."""

import json
from datetime import date

import pytest
from builders import sheet

from jobmatch.dataset import read_clients, read_postings
from jobmatch.errors import BadInput

ROSTER = [
    ["就业困难人员登记台账", None, None, None, None, None, None, None, None, None, None, None],
    [
        "序号",
        "姓名",
        "性别",
        "身份证号码",
        "文化程度",
        "技能特长",
        "职业资格证书",
        "求职意向",
        "期望薪资",
        "现居住地",
        "是否零就业家庭",
        "人员类别",
    ],
    [
        1,
        "张某",
        "女",
        "110101198001010011",
        "技校",
        "盘点、Excel",
        "叉车证",
        "库管、保管",
        "4000-5000",
        "大兴区榆垡镇",
        "否",
        "4050人员",
    ],
    [
        2,
        "李某",
        "男",
        "11010119760512001X",
        "初中",
        "无",
        "无",
        "保安",
        "3500以上",
        "大兴区黄村镇",
        "是",
        "低保",
    ],
]


def test_a_roster_becomes_clients_without_name_or_identity_number(tmp_path):
    """Of the identity number only the age is kept, of the name nothing."""
    clients = read_clients(sheet(tmp_path / "台账.xlsx", ROSTER), as_of=date(2026, 11, 22))
    first, second = clients
    assert (first.conditions.age, second.conditions.age) == (46, 50)
    assert (first.conditions.education, second.conditions.education) == ("中专", "初中")
    assert (first.goal.occupations, first.conditions.skills) == (("库管", "保管"), ("盘点", "Excel"))
    assert (first.attitude.pay_min, first.attitude.pay_wanted) == (4000, 5000)
    assert (second.attitude.pay_min, second.attitude.pay_wanted) == (3500, None)
    assert (second.conditions.skills, second.conditions.certificates) == ((), ())
    assert second.family.zero_employment is True and first.family.zero_employment is False
    assert (first.registration.groups, set(second.registration.groups)) == (("4050",), {"低保", "零就业家庭"})
    kept = "".join(client.model_dump_json() for client in clients)
    assert "张某" not in kept and "198001010011" not in kept
    assert any("R-" in notice for notice in clients.notices)


def test_clients_may_come_one_by_one():
    """From a generator, or the values of a dict, in either form."""
    rows = {at: {"client_id": f"C-{at}", "conditions": {"age": 40}} for at in range(2)}
    assert [one.client_id for one in read_clients(one for one in rows.values())] == ["C-0", "C-1"]
    assert read_clients(rows.values()).items == read_clients(list(rows.values())).items


def test_a_rejected_row_shows_nothing_personal():
    """A row that cannot be used is listed without name, identity number and telephone."""
    row = {
        "求职者编号": "",
        "姓名": "张某",
        "身份证号": "110101198001010011",
        "备注": "电话13800000000",
        "年龄": "40",
    }
    clients = read_clients([row, row | {"求职者编号": "C-1"}, row | {"求职者编号": "C" * 200}])
    listed = clients.rejected.to_json(force_ascii=False)
    assert clients.balance.rejected == 2
    assert "张某" not in listed and "198001010011" not in listed and "13800000000" not in listed


def test_an_unknown_heading_of_a_roster_is_counted_and_not_shown():
    """It may be a person's data where the row of headings is missing."""
    with pytest.raises(BadInput, match="另有 2 列不认识") as caught:
        read_clients([{"张某某": "李某某", "13800000000": "x"}])
    assert "张某某" not in str(caught.value) and "13800000000" not in str(caught.value)


def test_a_clients_json_shows_nothing_personal_when_it_is_rejected():
    """Only the fields of the contract are listed, masked; a key that is no name is not named."""
    clients = read_clients(
        [
            {"client_id": "110101198001010011", "conditions": {"age": 40, "138 0000 0000": "张某"}},
            {
                "client_id": "C-2",
                "姓名": "张某",
                "conditions": {"age": "１３８００００００００"},
                "notes": "+8613800000000",
            },
        ]
    )
    told = clients.rejected.to_json(force_ascii=False) + "".join(clients.notices)
    assert clients[0].client_id.startswith("C-") and len(clients[0].client_id) == 12
    assert not any(word in told for word in ("张某", "138", "１３８", "110101"))


def test_a_rejected_posting_shows_no_one_to_call():
    """The columns of contacts are left out of the list."""
    row = {"岗位名称": "", "联系人": "张某", "联系电话": "010-69240000", "工资": "3000"}
    rejected = read_postings([row, {"岗位名称": "保安"}]).rejected
    assert json.loads(rejected["raw"][0]) == {"岗位名称": None, "工资": "3000"}
