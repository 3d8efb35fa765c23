"""Trades told by English titles."""

import pytest

from jobmatch.text.work.trades import OTHER, RANK, SAME, UNNAMED, stand, trade_names, trade_table
from jobmatch.text.work.trades_en import _table, named_in_english


@pytest.mark.parametrize(
    ("title", "trades"),
    [
        ("teller, corporate counter (shenzhen)", ["银行柜员"]),
        ("urgent: barista / dishwasher", ["咖啡", "洗碗"]),
        ("sr. accountant - ap/ar", ["会计"]),
        ("housekeeping attendants x3", ["客房"]),
        ("senior front-end dev (react)", ["前端"]),
        ("restaurant cleaner", ["保洁"]),
        ("assistant nurse", ["护士"]),
        ("various roles available", []),
        ("team member", []),
        ("保洁员", []),
    ],
)
def test_an_english_title_names_its_trades(title, trades):
    """The head of a title, behind its noise; several where several are offered; none for what names none."""
    assert named_in_english(title) == trades


def test_every_english_word_is_of_a_trade():
    """No row of the table stands for a trade that the other table does not know."""
    assert set(_table().trades) <= set(trade_names())


def test_english_titles_stand_to_chinese_ones_and_to_those_of_their_trade():
    """Of one trade they are of one trade; how near those of others are their meaning tells better."""
    rows = trade_table(["Bank Teller", "Dishwasher"])
    assert stand(rows, "银行柜员").tolist() == [SAME, OTHER]
    assert stand(rows, "teller").tolist() == [RANK, UNNAMED]
