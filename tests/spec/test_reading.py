"""What must hold of reading files: every format, every encoding, rosters as they come, and bad input in one line."""

import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter

from jobmatch.dataset import read_clients, read_outcomes, read_postings
from jobmatch.errors import BadInput

SHARED = Path(__file__).resolve().parents[2] / "../shared/data"
real_data = pytest.mark.skipif(not SHARED.exists(), reason="the shared data stand beside the project only here")

ROWS = [
    {
        "岗位编号": "P-1",
        "岗位名称": "保洁员",
        "单位名称": "甲物业公司",
        "工资": "3500元/月",
        "招聘人数": "2",
        "学历": "不限",
    },
    {
        "岗位编号": "P-2",
        "岗位名称": "库管员",
        "单位名称": "乙物流公司",
        "工资": "4000-5000元/月",
        "招聘人数": "1",
        "学历": "高中",
    },
]
TRADITIONAL = (
    "職缺編號,職務名稱,公司名稱,薪資待遇,需求人數,學歷\n"
    "P-1,保潔員,甲物業公司,3500元/月,2,不限\n"
    "P-2,庫管員,乙物流公司,4000-5000元/月,1,高中\n"
)


def as_csv(mark=","):
    """The rows as text, with a delimiter of one's choice."""
    lines = [mark.join(ROWS[0]), *(mark.join(row.values()) for row in ROWS)]
    return "\n".join(lines) + "\n"


def sheet(path, rows, merges=(), name="Sheet1"):
    """A workbook of one sheet; None is an empty cell, a date is a real Excel date."""
    book = xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"})
    page = book.add_worksheet(name)
    for top, row in enumerate(rows):
        for left, cell in enumerate(row):
            if cell is not None:
                page.write(top, left, cell)
    for top, left, bottom, right in merges:
        page.merge_range(top, left, bottom, right, rows[top][left])
    book.close()
    return path


FORMATS = {
    "utf-8.csv": lambda: as_csv().encode(),
    "with-mark.csv": lambda: as_csv().encode("utf-8-sig"),
    "gb18030.csv": lambda: as_csv().encode("gb18030"),
    "utf-16.txt": lambda: as_csv("\t").encode("utf-16"),
    "utf-16-without-mark.csv": lambda: as_csv().encode("utf-16-le"),
    "utf-32.csv": lambda: as_csv().encode("utf-32"),
    "tabs.tsv": lambda: as_csv("\t").encode(),
    "semicolons.csv": lambda: as_csv(";").encode(),
    "bars.csv": lambda: as_csv("|").encode(),
    "big5.csv": lambda: TRADITIONAL.encode("big5"),
    "windows-lines.csv": lambda: as_csv().replace("\n", "\r\n").encode(),
    "old-mac-lines.csv": lambda: as_csv().replace("\n", "\r").encode(),
    "wrong-ending.xlsx": lambda: as_csv().encode(),
    "array.json": lambda: json.dumps(ROWS, ensure_ascii=False).encode(),
    "envelope.json": lambda: json.dumps({"code": 0, "data": {"total": 2, "list": ROWS}}).encode(),
    "lines.jsonl": lambda: "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS).encode(),
    "lines-in-gbk.json": lambda: "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS).encode("gbk"),
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_and_encoding_gives_the_same_postings(tmp_path, name):
    """A file is read by what it holds, not by how its name ends."""
    path = tmp_path / name
    path.write_bytes(FORMATS[name]())
    frame = read_postings(path).frame
    assert frame["posting_id"].tolist() == ["P-1", "P-2"]
    assert frame["openings"].tolist() == [2, 1]
    assert frame["salary"].tolist() == ["3500元/月", "4000-5000元/月"]
    assert frame["title"].str[1:].tolist() in (["洁员", "管员"], ["潔員", "管員"])


@pytest.mark.parametrize("ending", ["xlsx", "xls", "parquet"])
def test_workbooks_and_parquet_are_read(tmp_path, ending):
    """The same rows out of a workbook, new or old, or of Parquet."""
    path = tmp_path / f"岗位.{ending}"
    if ending == "parquet":
        pytest.importorskip("pyarrow")
        pd.DataFrame(ROWS).to_parquet(path)
    elif ending == "xlsx":
        sheet(path, [list(ROWS[0]), *(list(row.values()) for row in ROWS)])
    else:
        book = pytest.importorskip("xlwt").Workbook()
        page = book.add_sheet("a")
        for top, row in enumerate([list(ROWS[0]), *(list(row.values()) for row in ROWS)]):
            for left, cell in enumerate(row):
                page.write(top, left, cell)
        book.save(str(path))
    assert read_postings(path).frame["title"].tolist() == ["保洁员", "库管员"]


def test_a_bureaus_sheet_is_welcome(tmp_path):
    """Title rows, two header rows, merged cells, blank rows and columns, serial dates, a total and a remark."""
    path = sheet(
        tmp_path / "招聘岗位汇总表.xlsx",
        [
            ["某区招聘岗位汇总表", None, None, None, None, None, None, None],
            ["填报单位：某街道", None, None, None, None, "2026年11月", None, None],
            ["序号", None, "单位名称", "岗位信息", None, "薪资（元/月）", None, "发布日期"],
            [None, None, None, "岗位名称", "人数", "最低", "最高", None],
            [1, None, "甲物业公司", "保洁员", "２人", 3000, 3500, 46000],
            [2, None, None, "保安员", 3, 3800, 4200, date(2025, 12, 9)],
            [None] * 8,
            [3, None, "乙餐饮公司", "帮厨", 1, 3600, None, "2025/12/10"],
            ["合计", None, None, None, 6, None, None, None],
            ["注：以上岗位均缴纳社保", None, None, None, None, None, None, None],
        ],
        merges=[(0, 0, 0, 7), (4, 2, 5, 2)],
    )
    postings = read_postings(path)
    frame = postings.frame.set_index("title")
    assert postings.balance.read == postings.balance.accepted == 3
    assert frame["employer"].to_dict() == {
        "保洁员": "甲物业公司",
        "保安员": "甲物业公司",
        "帮厨": "乙餐饮公司",
    }
    assert frame["openings"].to_dict() == {"保洁员": 2, "保安员": 3, "帮厨": 1}
    assert frame["posted_on"].to_dict() == {
        "保洁员": "2025-12-09",
        "保安员": "2025-12-09",
        "帮厨": "2025-12-10",
    }
    assert frame["salary"].to_dict() == {
        "保洁员": "3000-3500元/月",
        "保安员": "3800-4200元/月",
        "帮厨": "3600元/月",
    }
    assert frame["row"].to_dict() == {"保洁员": 5, "保安员": 6, "帮厨": 8}


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


GOOD = "岗位名称,单位名称,工资\n保洁员,甲公司,3500\n"
REJECTED = {
    "too many cells": (GOOD + "保安,乙公司,3800,多余\n", 3, "单元格太多"),
    "too few cells": (GOOD + "保安\n", 3, "单元格太少"),
    "an open quote": (GOOD + '"保安,乙公司,3800\n帮厨,丙公司,3600\n', 3, "引号不成对"),
    "a NUL byte": (GOOD + "保\0安,乙公司,3800\n", 3, "空字节"),
    "ten megabytes": (GOOD + "保安," + "x" * 10_000_000 + ",3800\n", 3, "超过 100000 个字"),
    "no title": (GOOD + ",乙公司,3800\n", 3, "没有岗位名称"),
    "a figure for a title": (GOOD + "3800,保安,乙公司\n", 3, "没有文字"),
}


@pytest.mark.parametrize("case", REJECTED)
def test_a_bad_row_is_rejected_with_its_place_and_reason(tmp_path, case):
    """The good rows are read, the bad one is listed: file, row, reason."""
    text, row, reason = REJECTED[case]
    path = tmp_path / "岗位.csv"
    path.write_text(text, encoding="utf-8")
    postings = read_postings(path)
    only = postings.rejected.iloc[0]
    assert (len(postings.rejected), only["file"], only["row"]) == (1, "岗位.csv", row)
    assert reason in only["reason"]
    assert "保洁员" in postings.frame["title"].tolist()
    assert postings.balance.read == postings.balance.accepted + 1


def test_bytes_of_another_encoding_cost_one_row(tmp_path):
    """A row pasted from another encoding is listed; the rest of the file is read."""
    path = tmp_path / "岗位.csv"
    path.write_bytes((GOOD + "帮厨,丙公司,3600\n" * 20).encode() + "保安,乙公司,3800\n".encode("gbk"))
    postings = read_postings(path)
    assert postings.rejected["row"].tolist() == [23]
    assert "无法识别" in postings.rejected["reason"][0]


BAD_POSTINGS = {
    "a picture": ("岗位.csv", b"\x89PNG\r\n\x1a\n" + bytes(100), "图片"),
    "a document": ("岗位.xlsx", b"%PDF-1.7 ...", "PDF"),
    "a web page": ("岗位.xls", b"<html><body>x</body></html>", "网页"),
    "a broken workbook": ("岗位.xlsx", b"PK\x03\x04" + b"x" * 100, "已损坏"),
    "nothing": ("岗位.csv", b"", "空的"),
    "another encoding": ("岗位.csv", bytes(range(128, 256)) * 50, "编码"),
    "no title column": ("岗位.csv", "天气,温度\n晴,20\n".encode(), "没有岗位名称这一列，只看到：天气、温度"),
    "headings alone": ("岗位.csv", b"\n\n", "空的"),
    "profiles": (
        "岗位.json",
        b'[{"client_id": "C", "goal": {"occupations": "x", "clarity": "clear"}}]',
        "像是服务对象",
    ),
    "people": ("岗位.csv", b"id,name,gender,age,degree,occupation\n1,A B,M,41,high school,cleaner\n", "像是服务对象"),
    "broken JSON": ("岗位.json", b'[{"title": "a"},\n {"title": }]', "第 2 行第 12 列：JSON 格式有错"),
    "JSON too deep": ("岗位.json", b"[" * 100_000, "JSON"),
    "only bad rows": ("岗位.csv", "岗位名称,单位\n,甲\n".encode(), "第 2 行：没有岗位名称"),
}


@pytest.mark.parametrize("case", BAD_POSTINGS)
def test_a_bad_file_is_one_clear_line(tmp_path, case):
    """Wrong kind, wrong encoding, no title column, broken JSON: file, what was seen, what to do; exit code 3."""
    name, data, words = BAD_POSTINGS[case]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BadInput) as caught:
        read_postings(path)
    line = str(caught.value)
    assert (caught.value.exit_code, line.startswith(name), "\n" in line) == (3, True, False)
    assert words in line
    assert line.endswith("。")


BAD_CLIENTS = {
    "no id": ('[{"client_id": "C-1", "goal": {}}, {"conditions": {"age": 40}}]', "第 2 行：服务对象没有编号"),
    "not a number": (
        '{"client_id": "C-1", "attitude": {"pay_min": NaN}}',
        "attitude.pay_min 的值 nan 不能用",
    ),
    "infinity": (
        '{"client_id": "C-1", "conditions": {"max_commute_km": Infinity}}',
        "max_commute_km 的值 inf",
    ),
    "infinity by size": (
        '{"client_id": "C-1", "conditions": {"max_commute_km": 1e999}}',
        "max_commute_km 的值 inf",
    ),
    "an impossible age": (
        '{"client_id": "C-1", "conditions": {"age": 240}}',
        "conditions.age 的值 240 不能用",
    ),
    "an unknown word": ('{"client_id": "C-1", "conditions": {"education": "火星"}}', "小学 初中 高中"),
    "a list for a text": ('{"client_id": "C-1", "conditions": {"residence": ["a"]}}', "conditions.residence"),
    "broken JSON": ('{"client_id": "C-1", "conditions": {"age": }}', "第 1 行第 44 列"),
    "no id in a flat object": ('{"age": 40, "education": "高中"}', "第 1 行：服务对象没有编号"),
    "an id that is a text": (f'{{"client_id": "{"x" * 200}", "goal": {{}}}}', "编号最多 100 个字"),
    "an id of two lines": ('{"client_id": "C\\n1", "goal": {}}', "编号最多 100 个字"),
    "no id and nothing else": ("{}", "第 1 行：服务对象没有编号"),
    "postings for clients": ("岗位编号,岗位名称,单位名称,学历,年龄\n1,保洁,甲,不限,50\n", "不像服务对象名册"),
    "no roster": ("天气,温度\n晴,20\n", "不像服务对象名册"),
}


@pytest.mark.parametrize("case", BAD_CLIENTS)
def test_a_bad_client_file_is_one_clear_line(tmp_path, case):
    """A client without an id, NaN and infinity, an impossible age: file, row, field, what is welcome; exit code 3."""
    text, words = BAD_CLIENTS[case]
    path = tmp_path / "服务对象.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_clients(path)
    line = str(caught.value)
    assert (caught.value.exit_code, line.startswith("服务对象.json"), "\n" in line) == (3, True, False)
    assert words in line


def test_not_a_number_in_a_posting_is_nothing():
    """NaN and infinity in postings are missing values."""
    rows = [{"title": "保洁", "salary": float("nan"), "lat": float("inf"), "employer": "NaN"}]
    frame = read_postings(rows).frame
    assert frame[["salary", "employer"]].isna().all(axis=None) and "lat" not in frame


def test_duplicate_ids_are_a_copy_an_update_or_a_conflict():
    """The same content is a copy; a later one an update; one of the same day a conflict that is listed."""
    old = {"id": "1", "title": "保洁", "工资": "3000", "发布日期": "2026-01-01"}
    rows = [
        old,
        old,
        old | {"工资": "3200", "发布日期": "2026-02-01"},
        {"id": "2", "title": "甲"},
        {"id": "2", "title": "乙"},
    ]
    postings = read_postings(rows)
    assert (postings.balance.accepted, postings.balance.duplicates, postings.balance.rejected) == (2, 2, 1)
    assert postings.frame.set_index("posting_id")["salary"]["1"] == "3200"
    assert "编号 2 已用于另一条" in postings.rejected["reason"][0]


def test_the_order_of_rows_changes_nothing():
    """Rows turned round give the same postings, id for id."""
    rows = [
        {"title": title, "单位": "甲", "id": id_, "发布日期": day}
        for title, id_, day in [
            ("保洁", "9", "2026-01-01"),
            ("保洁", "8", "2026-01-01"),
            ("保洁", "7", ""),
            ("保安", "", ""),
            ("厨师", "5", ""),
            ("面点", "5", ""),
        ]
    ]
    there, back = read_postings(rows).frame, read_postings(rows[::-1]).frame
    same = [name for name in there if name != "row"]
    pd.testing.assert_frame_equal(there[same], back[same])
    assert there.loc[there["title"] == "保洁", ["posting_id", "also_posted_as"]].values.tolist() == [["8", ["7", "9"]]]


def test_the_day_and_the_night_shift_of_one_shop_are_two():
    """Hours are what a vacancy is: who cannot work at night must still see the day."""
    rows = [
        {"title": "收银员", "单位": "甲", "id": id_, "工作时间": hours} for id_, hours in (("9", "白班"), ("2", "夜班"))
    ]
    assert read_postings(rows).frame["posting_id"].tolist() == ["2", "9"]


def test_a_mapping_names_what_is_not_recognised():
    """A heading of its own is given to a field; a field that is not is refused."""
    rows = [{"甲": "保洁", "乙": "3500"}]
    assert read_postings(rows, mapping={"甲": "title", "乙": "salary"}).frame["salary"].tolist() == ["3500"]
    with pytest.raises(Exception, match="没有名为 xyz 的字段"):
        read_postings(rows, mapping={"甲": "xyz"})
    with pytest.raises(BadInput, match="没有名为“丙”的列"):
        read_postings(rows, mapping={"丙": "title"})


def test_rejected_rows_can_be_written_to_a_file(tmp_path):
    """Each with file, sheet, row, column, what was seen, the reason, and the row itself."""
    postings = read_postings([{"title": "保洁"}, {"title": "", "employer": "=cmd()"}])
    path = postings.save_rejected(tmp_path / "rejected.csv")
    table = pd.read_csv(path)
    assert table.columns.tolist() == ["file", "sheet", "row", "column", "seen", "reason", "raw"]
    assert (table["row"][0], table["reason"][0]) == (2, "没有岗位名称。请填写。")


@pytest.mark.parametrize(
    ("heading", "seen"), [("结果", "看过"), ("结果日期", "下周"), ("推荐位次", "第一"), ("展示概率", "3")]
)
def test_the_reason_of_a_rejected_outcome_holds_what_was_seen(heading, seen):
    """So that the cell is found."""
    good = {"求职者编号": "C-1", "岗位编号": "P-1", "结果": "已上岗"}
    assert f"“{seen}”" in read_outcomes([good, good | {heading: seen}]).rejected["reason"][0]


def test_an_outcome_with_an_unknown_event_is_rejected():
    """The welcome words are in the reason."""
    good = {"求职者编号": "C-1", "岗位编号": "P-1", "结果": "已上岗"}
    outcomes = read_outcomes([good, good | {"结果": "看过"}, good])
    assert outcomes.frame["event"].tolist() == ["hired"]
    assert (outcomes.balance.rejected, outcomes.balance.duplicates) == (1, 1)


@real_data
@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("postings_taidi/jobs_full.csv", 1100),
        ("postings_taidi/jobs_coded.csv", 1100),
        ("postings_taiwan_pes/jobs.jsonl", 1000),
        ("postings_mainland/51job_2019.csv", 4900),
        ("postings_mainland/gxrc_nanning_2022.csv", 1100),
        ("postings_mainland/liepin_data_2019.csv", 3900),
        ("postings_mainland/python_jobs_2018.csv", 50),
        ("postings_mainland/zhilian_jd_2019.csv", 280),
        ("postings_mainland/zhilian_list_2024.csv", 13000),
        ("postings_mainland/zhilian_shenzhen_2018.csv", 14800),
        ("views_en/job_views.csv", 5000),
    ],
)
def test_real_postings_are_read_without_a_mapping(name, least):
    """The balance is right, every rejected row has its reason, and title, place and employer are found."""
    postings = read_postings(SHARED / name)
    balance = postings.balance
    assert balance.read == balance.accepted + balance.rejected + balance.duplicates
    assert balance.accepted == len(postings.frame) >= least
    assert postings.rejected["reason"].str.len().gt(4).all()
    assert postings.frame["posting_id"].is_unique
    assert postings.frame["employer"].notna().mean() > 0.9


@real_data
@pytest.mark.parametrize(
    "name",
    [
        "postings_taidi/seekers_full.csv",
        "postings_taidi/seekers_coded.csv",
        "views_en/positions_of_interest.csv",
        "views_en/experience.csv",
    ],
)
def test_real_rosters_are_read_without_a_mapping(name):
    """Every person once, nobody lost, every rejected row with its reason."""
    clients = read_clients(SHARED / name, as_of=date(2026, 11, 22))
    balance = clients.balance
    assert balance.read == balance.accepted + balance.rejected + balance.duplicates
    assert len({client.client_id for client in clients}) == len(clients) == balance.accepted
    assert balance.rejected == 0


def test_what_nobody_sees_is_left_out_at_the_door():
    """Halves of characters, controls and marks of direction reach neither postings nor clients."""
    frame = read_postings([{"title": "保\ud800\x07安\u202e", "id": "P\n1", "工资": "3500\u2066"}]).frame
    assert frame[["title", "posting_id", "salary"]].values.tolist() == [["保\ufffd安", "P 1", "3500"]]
    client = read_clients([{"client_id": "C-1", "goal": {"occupations": ["保\ud800洁\u202e"]}}])[0]
    assert client.goal.occupations == ("保\ufffd洁",)
    assert client.model_dump_json().encode()


def test_an_id_that_is_a_whole_text_is_rejected():
    """Nobody finds a posting again by three hundred characters."""
    postings = read_postings([{"title": "保安", "id": "a" * 300}, {"title": "保洁", "id": "a" * 200}])
    assert postings.rejected[["row", "column"]].values.tolist() == [[1, "posting_id"]]


@pytest.mark.parametrize("value", [3, 1.5, True, [3], 10**310, json.loads("[" * 900 + "]" * 900)])
def test_a_strange_value_is_one_clear_line(value):
    """Whatever stands for the jobs of the past, or for the pay."""
    for part in ({"conditions": {"experience": value}}, {"attitude": {"pay_min": [value]}}):
        with pytest.raises(BadInput):
            read_clients([{"client_id": "C-1", **part}])


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


def test_one_far_cell_does_not_fill_the_memory(tmp_path):
    """A sheet whose last cell is at the far corner is refused before it is read."""
    book = xlsxwriter.Workbook(tmp_path / "岗位.xlsx")
    page = book.add_worksheet()
    page.write(0, 0, "岗位名称")
    page.write(1_048_575, 16_383, "x")
    book.close()
    with pytest.raises(BadInput, match="大得不合常理"):
        read_postings(tmp_path / "岗位.xlsx")


def test_a_mapping_holds_for_every_sheet_that_has_the_heading(tmp_path):
    """Headings are compared by their folded form; one that no sheet has is refused."""
    book = xlsxwriter.Workbook(tmp_path / "名册.xlsx")
    for name, heading in (("甲", "代 号"), ("乙", "代号")):
        page = book.add_worksheet(name)
        page.write_row(0, 0, [heading, "年龄", "文化程度"])
        page.write_row(1, 0, [f"C-{name}", 40, "高中"])
    book.add_worksheet("说明").write_row(0, 0, ["填表说明", "无"])
    book.close()
    clients = read_clients(tmp_path / "名册.xlsx", mapping={"代号": "client_id"})
    assert sorted(client.client_id for client in clients) == ["C-乙", "C-甲"]
    with pytest.raises(BadInput, match="没有名为“丙”的列"):
        read_clients(tmp_path / "名册.xlsx", mapping={"丙": "client_id"})


@pytest.mark.parametrize(
    ("read", "headings"),
    [
        (read_postings, ["title"]),
        (read_clients, ["client_id", "age"]),
        (read_outcomes, ["client_id", "posting_id", "event"]),
    ],
)
def test_a_frame_without_rows_is_as_a_file_of_headings(read, headings):
    """On a day without news nothing breaks that reads a table from a database."""
    assert read(pd.DataFrame(columns=headings)).balance.read == 0


def test_clients_may_come_one_by_one():
    """From a generator, or the values of a dict, in either form."""
    rows = {at: {"client_id": f"C-{at}", "conditions": {"age": 40}} for at in range(2)}
    assert [one.client_id for one in read_clients(one for one in rows.values())] == ["C-0", "C-1"]
    assert read_clients(rows.values()).items == read_clients(list(rows.values())).items
