"""Nothing personal is shown, however it is written."""

import time

import pytest

from jobmatch.dataset import read_clients
from jobmatch.dataset.personal import HIDDEN, masked, masked_with_names, safe_id, safe_id_under


@pytest.mark.parametrize(
    "written",
    [
        "13800000000",
        "138 0000 0000",
        "138-0000-0000",
        "+86 13800000000",
        "008613800000000",
        "１３８００００００００",
        "010-69240000",
        "(010)69240000",
        "010 6924 0000",
        "110101198001010011",
        "110101 19800101 001X",
        "１１０１０１１９８００１０１００１Ｘ",
        "110101800101001",
        "110101198013450011",
        "1.10101198001010E+17",
        "a.b@example.org",
    ],
)
def test_numbers_of_a_person_are_hidden(written):
    """Telephones, identity numbers and mail addresses."""
    assert masked(f"请打{written}，谢谢") == f"请打{HIDDEN}，谢谢"


@pytest.mark.parametrize("text", ["2019-01-01至2020-01-01", "3000-5000元", "P-20261122001", "年薪120000-180000元"])
def test_other_numbers_stay(text):
    """Dates, pay and ids."""
    assert masked(text) == text


def test_an_id_that_is_a_persons_number_is_the_same_hash_however_it_is_written():
    """An id of the service stays as it is."""
    assert safe_id("+86 138-0000-0000") == safe_id("13800000000") != "13800000000"
    assert safe_id("C-001") == "C-001"


@pytest.mark.parametrize("given", ["110101198013450011", "110101999999999", "甲-110101198001010011"])
def test_an_id_that_looks_like_an_identity_number_is_hidden_though_it_cannot_be_one(given):
    """A wrong date of birth or check digit may be a slip of the pen."""
    assert given not in safe_id(given) and safe_id(given).startswith("C-")


@pytest.mark.parametrize("text", ["1" * 100_000, "1 " * 50_000, "a" * 100_000, "010 " * 25_000, "a.@" * 33_000])
def test_hostile_text_takes_no_time(text):
    """Linear in its length."""
    begun = time.process_time()
    masked(text)
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize(("text", "name"), [("张某某", None), ("张○○", None), ("Wang Mou", "Wang Mou")])
def test_a_name_that_stands_for_an_id_is_a_code(text, name):
    """Offices number people by their names; the code is the same each time."""
    made = safe_id_under("编号", text, name)
    assert made.startswith("C-")
    assert made == safe_id_under("求职者", text, name)


@pytest.mark.parametrize("text", ["C-001", "榆垡-7", "甲", "KN 12"])
def test_other_ids_stay(text):
    """A sign of the office's own is no name."""
    assert safe_id_under("编号", text, "张某") == text


def test_an_id_is_the_same_in_full_width():
    """Outcomes name ＫＮ００１ as KN001."""
    assert read_clients([{"求职者编号": "ＫＮ００１", "年龄": 40}])[0].client_id == "KN001"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("联系人王某某13800000000", "联系人******"),
        ("丈夫叫李某，在外地", "丈夫叫***，在外地"),
        ("找赵主任，微信abc_123", "找***主任，微信***"),
        ("可以上夜班，会Excel", "可以上夜班，会Excel"),
    ],
)
def test_names_in_free_cells_are_not_shown(text, shown):
    """Where a word beside them tells that they are names."""
    assert masked_with_names(text) == shown


def test_ones_own_name_is_in_no_rejected_row_and_no_note():
    """Of a row that has a column for it, wherever else it stands."""
    rows = [
        {"编号": "C-1", "姓名": "张某某", "年龄": "40", "备注": "张某某愿意夜班"},
        {"编号": "C-1", "姓名": "张某某", "年龄": "50", "备注": "母亲刘某某电话13800000000"},
    ]
    found = read_clients(rows)
    told = " ".join([*(row.raw for row in (*found.rows_rejected, *found.contested)), *found.notices])
    assert not any(word in told for word in ("张某某", "刘某某", "138"))
    assert "张某某" not in str([one.notes for one in found])
