"""Traditional characters in every encoding that files come in."""

import pytest

from jobmatch.files.encoding import decode

TABLES = (
    "編號,姓名,年齡,求職意向,居住地\nC-1,張某,40,倉庫管理員,北京市大興區\n",
    "姓名,年齡\n張某,40\n",
    "聯絡電話,學歷,職業經驗\n010-1234567,高中,電焊工三年\n",
    "清潔員應徵條件\n具備熱忱，工作認真負責\n",
)


@pytest.mark.parametrize("name", ["utf-8", "utf-16", "gb18030", "big5"])
@pytest.mark.parametrize("text", [*TABLES, TABLES[0] * 300])
def test_traditional_text_comes_back_from_every_encoding(text, name):
    """GB18030 holds Traditional characters too, beyond those that GB 2312 holds."""
    assert decode(text.encode(name), "a.csv")[0].lstrip("\ufeff") == text


@pytest.mark.parametrize("text", ["编号,姓名\nC-1,張某\nC-2,陳華\n", "姓名,职业\n王瑩,倉庫管理員\n"])
def test_names_in_traditional_characters_in_a_simplified_table(text):
    """A roster often holds both."""
    assert decode(text.encode("gb18030"), "a.csv") == (text, "gb18030")
