"""Rows that stand below one employer."""

from jobmatch.dataset.postings import read_postings

HEADS = ("序号", "单位名称", "单位地址", "招聘岗位", "薪资")


def _read(*rows):
    return read_postings([dict(zip(HEADS, row, strict=True)) for row in rows])


def test_a_row_without_number_and_employer_is_of_the_one_above():
    """Name and place are taken over, its own place is kept, and it is said."""
    read = _read(
        ("1", "甲财务", "黄村镇", "会计", "5500"), (None, None, None, "出纳", "4500"),
        (None, None, "旧宫镇", "文员", "4000"),
        ("2", "乙保安", "西红门镇", "保安", "3800"),
    )  # fmt: skip
    frame = read.frame.set_index("title")
    assert list(frame.loc[["出纳", "文员"], "employer"]) == ["甲财务", "甲财务"]
    assert list(frame.loc[["出纳", "文员"], "location"]) == ["黄村镇", "旧宫镇"]
    assert any("2 行没有序号和单位" in line for line in read.notices)


def test_a_row_with_a_number_of_its_own_takes_nothing_over():
    """Its employer is missing, which is said."""
    read = _read(
        ("1", "甲财务", "黄村镇", "会计", "5500"),
        ("2", None, None, "出纳", "4500"),
        ("3", "丙", "礼贤镇", "文员", "4000"),
    )
    assert read.frame.set_index("title").loc["出纳", "employer"] is None
    assert any("1 行没有单位名称" in line for line in read.notices)
