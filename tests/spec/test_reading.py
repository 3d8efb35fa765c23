"""What must hold of reading files: every format and encoding, sheets of a bureau, ids, order and mapping."""

import json
from datetime import date

import pandas as pd
import pytest
import xlsxwriter
from builders import sheet

from jobmatch.dataset import read_clients, read_outcomes, read_postings
from jobmatch.errors import BadInput

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


def test_what_nobody_sees_is_left_out_at_the_door():
    """Halves of characters, controls and marks of direction reach neither postings nor clients."""
    frame = read_postings([{"title": "保\ud800\x07安\u202e", "id": "P\n1", "工资": "3500\u2066"}]).frame
    assert frame[["title", "posting_id", "salary"]].values.tolist() == [["保\ufffd安", "P 1", "3500"]]
    client = read_clients([{"client_id": "C-1", "goal": {"occupations": ["保\ud800洁\u202e"]}}])[0]
    assert client.goal.occupations == ("保\ufffd洁",)
    assert client.model_dump_json().encode()


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
