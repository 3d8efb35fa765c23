"""Demands on the body and the limits that rule them out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.text.asked.demand_list import demand_bits, demand_names
from jobmatch.text.asked.demands import find_demands
from jobmatch.text.asked.demands_of_work import demands_of_work
from jobmatch.text.asked.health_limits import find_health_limits, find_inabilities


@pytest.mark.parametrize(
    ("words", "ruled_out"),
    [
        ("腰椎间盘突出", "heavy_lifting"),
        ("不能久站", "standing"),
        ("不能搬重物", "heavy_lifting"),
        ("恐高", "height"),
        ("色盲", "colour"),
        ("视力不好", "eyesight"),
        ("高血压", "heavy_lifting"),
        ("怀孕5个月", "chemicals"),
        ("粉尘过敏", "dust"),
        ("腿脚不便", "standing"),
        ("听力残疾", "hearing"),
        ("腰傷，不能搬重物", "heavy_lifting"),
        ("拄拐行走", "standing"),
        ("懼高", "height"),
        ("怕高溫", "heat"),
        ("手不能碰水", "wet"),
        ("憂鬱症", "night"),
        ("容易累", "heavy_lifting"),
        ("清潔劑過敏", "chemicals"),
        ("五十肩", "heavy_lifting"),
        ("不能提超過5公斤", "heavy_lifting"),
        ("手會抖", "fine_hands"),
        ("小兒麻痺", "stairs"),
        ("no night work", "night"),
        ("afraid of heights", "height"),
        ("walks with crutches", "standing"),
    ],
)
def test_limits(words, ruled_out):
    """A limit in the client's words rules out the demand it speaks of."""
    assert ruled_out in find_health_limits(words)


@pytest.mark.parametrize(
    ("words", "only"),
    [
        ("不能爬樓梯", {"stairs"}),
        ("不能久站", {"standing"}),
        ("不能搬重物", {"heavy_lifting"}),
        ("怕高溫", {"heat"}),
        ("不能走遠路", {"walking"}),
        ("對清潔劑過敏", {"chemicals"}),
        ("海鮮過敏", set()),
        ("一隻眼睛看不見", {"eyesight", "screen"}),
    ],
)
def test_a_limit_rules_out_no_more_than_it_says(words, only):
    """Who cannot climb stairs may stand."""
    assert find_health_limits(words) == only


@pytest.mark.parametrize(
    ("title", "other"),
    [("居服員", "照顧服務員"), ("陈列员", "理货员"), ("大樓清員", "清潔人員"), ("安保", "警卫")],
)
def test_the_same_work_asks_the_same(title, other):
    """Demands hang on the work and not on its name."""
    assert demands_of_work(title) == demands_of_work(other)


def test_demand_denied():
    """What a posting says it does not ask is not asked."""
    assert "heavy_lifting" not in find_demands("无需搬运,工作轻松")


def test_colour_sight():
    """A posting that wants no colour blindness asks for colour sight."""
    assert "colour" in find_demands("无色盲色弱")


def test_each_demand_has_a_bit():
    """All demands together fill as many bits as there are names."""
    assert demand_bits(demand_names()) == (1 << len(demand_names())) - 1


def test_at_most_32():
    """The demands fit into a column of 32 bits."""
    assert len(demand_names()) <= 32


@given(st.text())
def test_any_text(text):
    """Any text gives known demands."""
    assert find_demands(text) <= frozenset(demand_names())
    assert find_health_limits(text) <= frozenset(demand_names())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("膝关节退化，不能爬高、不能频繁上下楼梯", {"height", "stairs"}),
        ("腰椎间盘突出，不能搬重物", {"heavy_lifting"}),
        ("关节炎", set()),
        ("搬不动重物", {"heavy_lifting"}),
    ],
)
def test_what_the_client_says_cannot_be_done(words, said):
    """An illness suggests more than the person says; only what is said is an inability."""
    assert find_inabilities(words) == said


@pytest.mark.parametrize(
    ("words", "ruled_out"),
    [
        ("肢体四级", "heavy_lifting"),
        ("视力三级", "eyesight"),
        ("视力下降", "eyesight"),
        ("言语二级", "hearing"),
        ("不宜噪音环境", "noise"),
        ("bad knee", "standing"),
        ("back injury", "heavy_lifting"),
    ],
)
def test_limits_as_rosters_write_them(words, ruled_out):
    """A column of disabilities names kind and degree alone."""
    assert ruled_out in find_health_limits(words)
