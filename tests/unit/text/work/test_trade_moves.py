"""How far work that was done serves in another trade."""

from jobmatch.text import lexicon
from jobmatch.text.work.moves import NEARLY, NONE, PARTLY, serves
from jobmatch.text.work.trades import trade_names, trade_table

ROWS = lexicon.rows("jobmatch.text", "lexicons/trade_moves.csv")


def test_every_move_leads_to_another_trade_in_one_grade() -> None:
    """No trade leads to itself, none twice, and all are of the table of trades."""
    for row in ROWS:
        nearly, partly = (set(lexicon.parts(row[column])) for column in ("nearly", "partly"))
        assert not nearly & partly, row["trade"]
        assert (nearly | partly) <= set(trade_names()) - {row["trade"]}, row["trade"]


def test_a_move_has_a_direction() -> None:
    """Who drove lorries can drive a taxi for the most part; a shop assistant's years say nothing of a lawyer's."""
    found = serves("货车司机", trade_table(["出租车司机", "配送员", "律师"])).tolist()
    assert found == [PARTLY, NEARLY, NONE]
    assert serves("护士", trade_table(["护理员"])).tolist() == [NEARLY]
    assert serves("护理员", trade_table(["护士"])).tolist() != [NEARLY]


def test_what_names_no_trade_serves_nowhere() -> None:
    """Neither as work that was done nor as a posting."""
    assert serves("各种工作", trade_table(["出租车司机"])).tolist() == [NONE]
    assert serves("货车司机", trade_table(["招人"])).tolist() == [NONE]
