"""Unit tests of the plain text: disguises are read, and every place leads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.screening.plain import Plain


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("囡", "女"),
        ("已hun已yu", "已婚已育"),
        ("女.性.优.先", "女性优先"),
        ("卅五岁", "35岁"),
        ("加➕v❤", "加加微信"),
        ("bu shou nv sheng", "不收女生"),
        ("p@y 5", "pay 5"),
        ("w e i x i n", "微信"),
        ("ya-jin", "押金"),
        ("押(金)", "押金"),
        ("做[礼]拜", "做礼拜"),
        ("限ㄋㄩˇ生", "限女生"),
        ("押2️⃣0️⃣0️⃣", "押200"),
        ("不缴😂社保", "不缴社保"),
        ("wu补偿", "无补偿"),
        ("加b费", "加班费"),
        ("月薪6W", "月薪6万"),
        ("0零后，九五后", "00后,95后"),
        ("4五岁", "45岁"),
    ],
)
def test_disguised_words_are_read(written: str, read: str) -> None:
    """Look-alikes, pinyin, signs between characters, numerals and nicknames."""
    assert Plain(written).text == read


@pytest.mark.parametrize(
    "text", ["spring-boot", "女装(店)", "wifi", "初一十五", "90后", "ai算法", "a类员工", "双休😂包住"]
)
def test_words_that_look_disguised_stay(text: str) -> None:
    """Names, words in brackets and days are no disguise."""
    assert Plain(text).text == text


@given(st.text(alphabet="女男性. 3五十岁o押-金vx❤ya，", max_size=40))
def test_every_place_leads_back(written: str) -> None:
    """Each character that is read stands somewhere in the text as written, in the same order."""
    plain = Plain(written)
    spans = [plain.span(at, at + 1) for at in range(len(plain.text))]
    assert all(0 <= start < end <= len(written) for start, end in spans)
    assert spans == sorted(spans)
