"""Notes told apart from data of clients, by what a file holds."""

import pytest

from jobmatch.files.notes_apart import data_in

ROSTER = "编号,姓名,年龄,学历,求职意向\nR1,赵某,41,初中,保洁\n"
DATA = [
    ('{"client_id": "C-1", "conditions": {"age": 40}}', "profile"),
    ('\n[\n {"client_id": "C-1"}]', "profile"),
    ('{"client_id": "C-1"}\n{"client_id": "C-2"}', "profile"),
    (ROSTER, "roster"),
    (ROSTER.replace(",", "\t"), "roster"),
    ("client_id;age;education\n1;40;高中\n2;38;初中毕业", "roster"),
    ("某街道求职人员名册\n" + ROSTER, "roster"),
]
NOTES = [
    "女 49岁 初中文化，想找保洁",
    "李某某,女,49岁,初中学历,无工作经验\n想做保洁,不上夜班",
    "姓名\t张某\t年龄\t49\n学历\t高中\t求职意向\t保洁",
    "年龄：49\n学历：高中\n求职意向：保洁",
    "年龄,学历都不占优势\n想找,保洁",
    "[2026-11-02] 来访，想找工作",
    "{来访记录} 想找工作",
    "2026-11-02,来访,想找工作\n2026-11-09,电话,没接",
]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize(("text", "kind"), DATA)
def test_data_is_told_whatever_the_encoding(text, kind, encoding):
    """Excel's Unicode text is UTF-16 with tabs and ends in .txt."""
    assert data_in(text.encode(encoding), "a.txt") == kind


@pytest.mark.parametrize("text", NOTES)
def test_prose_and_forms_stay_notes(text):
    """Commas, tabs, labels and brackets make no data."""
    assert data_in(text.encode(), "a.txt") is None


def test_a_parquet_table_is_a_roster():
    """Also without a word that could be read."""
    assert data_in(b"PAR1\x15\x04", "a.txt") == "roster"
