"""Shifts that are named without a clock."""

import pytest

from jobmatch.text.asked.named_shifts import named_shift


@pytest.mark.parametrize(
    ("title", "shift"),
    [
        ("統一超商晚班兼職", "晚"),
        ("(固定小夜班)客服", "小夜"),
        ("大夜櫃台", None),
        ("大夜班值班人員", "大夜"),
        ("【打烊班】兼職服務員", "打烊"),
        ("日班/夜班 保全員", None),
        ("早/晚/大夜班 維護", None),
        ("假日班兼職", None),
        ("幼兒園中班老師", None),
        ("夜班调度（须轮班）", None),
        ("evening shift crew", "晚"),
        ("夜間清潔員", "大夜"),
        ("門市兼職(晚)", "晚"),
        ("晚间兼职", "晚"),
        ("門市人員【2/12(四)下午2-4時】", None),
        ("日間照顧中心照服員", None),
        ("仓库管理员", None),
    ],
)
def test_a_title_names_one_shift(title, shift):
    """One name tells roughly when; several, or those of days and children, do not."""
    assert named_shift(title) == shift


def test_the_text_tells_it_where_it_is_fixed():
    """An allowance for late shifts in the text is no shift."""
    assert named_shift("視覺設計", "此職務為固定早班") == "早"
    assert named_shift("店員", "晚班津貼另計") is None
