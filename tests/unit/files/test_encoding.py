"""Bytes to text."""

import pytest

from jobmatch.errors import BadInput
from jobmatch.files.encoding import BROKEN, decode

SIMPLIFIED = "岗位名称,工资待遇,工作地点\n保洁员,3500元/月,北京市大兴区\n"
TRADITIONAL = "職缺名稱,薪資待遇,工作地點\n清潔員,29500元/月,台北市大安區\n"


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_simplified_text_comes_back_from_every_encoding(name):
    """With or without a mark at the beginning."""
    assert decode(SIMPLIFIED.encode(name), "a.csv")[0].lstrip("\ufeff") == SIMPLIFIED


@pytest.mark.parametrize("text", [TRADITIONAL, TRADITIONAL * 500, "清潔員應徵條件\n具備熱忱，工作認真負責\n"])
def test_big5_is_told_from_gb18030(text):
    """By the headings where they are known, by the text where they are not."""
    assert decode(text.encode("big5"), "a.csv") == (text, "big5hkscs")


def test_one_short_row_of_gbk_is_enough():
    """A roster of one person is read."""
    assert decode("姓名,年龄\n张某,40\n".encode("gbk"), "a.csv")[0] == "姓名,年龄\n张某,40\n"


def test_a_few_bad_bytes_are_marked_and_the_rest_is_read():
    """The rows that hold them are rejected later."""
    text, name = decode((SIMPLIFIED * 20).encode() + b"\xff\xfe,1,2\n", "a.csv")
    assert (name, text.count(BROKEN), text[: len(SIMPLIFIED)]) == ("utf-8", 2, SIMPLIFIED)


@pytest.mark.parametrize(
    "data",
    [
        "求人票,東京都渋谷区のカフェ".encode("shift-jis") * 9,
        bytes(range(256)) * 20,
        "Вакансии города".encode("cp866") * 9,
    ],
)
def test_what_is_in_no_known_encoding_is_refused(data):
    """One clear line instead of a table of nonsense."""
    with pytest.raises(BadInput, match="编码"):
        decode(data, "a.csv")
