"""Places that are kept for a group."""

import pytest

from jobmatch.text.asked.reserved import group_bits, groups, reserved_in
from jobmatch.text.fold import fold_lines


@pytest.mark.parametrize(
    ("title", "text", "kept_for"),
    [
        ("C#工程師<依據《原住民族工作權保障法》第4條，此為原住民進用保障名額>", "", {"indigenous"}),
        ("約僱人員", "本職缺依據原住民族工作權保障法進用原住民", {"indigenous"}),
        ("清潔員【身障者保障名額】", "", {"disabled"}),
        ("客服（残疾人专岗）", "", {"disabled"}),
        ("保安", "仅限退役军人报名", {"veterans"}),
        ("网格员", "面向就业困难人员", {"hardship"}),
        ("清潔員-國小(55plus職場支持輔導計畫)", "", {"older"}),
        ("行銷企劃專員(婦女再就業專案)", "", {"women"}),
        ("文员（应届毕业生专岗）", "", {"graduates"}),
        ("管培生", "仅限2026届应届毕业生", {"graduates"}),
        ("文员", "应届毕业生亦可，年限不限", set()),
        ("司機", "退伍軍人優先", set()),
        ("照顧服務員", "協助老人及身心障礙者身體照護", set()),
        ("餐飲計時", "歡迎二度就業婦女、中高齡者", set()),
        ("教保員", "身心障礙教保員訓練結業證書", set()),
    ],
)
def test_kept_for(title, text, kept_for):
    """Who is welcome, cared for or preferred has no place kept."""
    assert reserved_in(*(fold_lines(one).lower() for one in (title, text))) == kept_for


def test_each_group_has_a_bit():
    """All groups fit into a column of sixteen bits."""
    assert group_bits(one.name for one in groups()) == (1 << len(groups())) - 1 < 1 << 16
