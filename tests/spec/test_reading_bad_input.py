"""What must hold of bad input: a bad row costs that row, a bad file is one line that says what to do."""

import json

import pandas as pd
import pytest
import xlsxwriter

from jobmatch.dataset import read_clients, read_outcomes, read_postings
from jobmatch.errors import BadInput

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


@pytest.mark.parametrize("value", [3, 1.5, True, [3], 10**310, json.loads("[" * 900 + "]" * 900)])
def test_a_strange_value_is_one_clear_line(value):
    """Whatever stands for the jobs of the past, or for the pay."""
    for part in ({"conditions": {"experience": value}}, {"attitude": {"pay_min": [value]}}):
        with pytest.raises(BadInput):
            read_clients([{"client_id": "C-1", **part}])


def test_one_far_cell_does_not_fill_the_memory(tmp_path):
    """A sheet whose last cell is at the far corner is refused before it is read."""
    book = xlsxwriter.Workbook(tmp_path / "岗位.xlsx")
    page = book.add_worksheet()
    page.write(0, 0, "岗位名称")
    page.write(1_048_575, 16_383, "x")
    book.close()
    with pytest.raises(BadInput, match="大得不合常理"):
        read_postings(tmp_path / "岗位.xlsx")


def test_an_id_that_is_a_whole_text_is_rejected():
    """Nobody finds a posting again by three hundred characters."""
    postings = read_postings([{"title": "保安", "id": "a" * 300}, {"title": "保洁", "id": "a" * 200}])
    assert postings.rejected[["row", "column"]].values.tolist() == [[1, "posting_id"]]


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


def test_rejected_rows_can_be_written_to_a_file(tmp_path):
    """Each with file, sheet, row, column, what was seen, the reason, and the row itself."""
    postings = read_postings([{"title": "保洁"}, {"title": "", "employer": "=cmd()"}])
    path = postings.save_rejected(tmp_path / "rejected.csv")
    table = pd.read_csv(path)
    assert table.columns.tolist() == ["file", "sheet", "row", "column", "seen", "reason", "raw"]
    assert (table["row"][0], table["reason"][0]) == (2, "没有岗位名称。请填写。")
