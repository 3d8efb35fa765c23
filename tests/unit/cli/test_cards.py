"""Cards for a terminal of 80 columns, whatever they hold."""

from dataclasses import replace
from unicodedata import east_asian_width

import pytest
from builders import calm, client, explained, market, posting
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.cli import cards
from jobmatch.messages import LANGUAGES, use_language
from jobmatch.records.recommendation import PostingWarning, Question, TradeOff

ROWS = [
    posting(title="仓库管理员", salary="3000-9000元/月", requirements="限男性，须持C1驾照"),
    posting(title="理货员", location="北京市海淀区"),
    posting(title="保洁员", closes_on="2026-01-01"),
]
PERSON = client(attitude={"pay_wanted": 8000, "pay_min": 2000}, conditions={"driving_licence": None})
RESULT = market(*ROWS).recommend(PERSON)
odd = st.one_of(
    st.text(max_size=300),
    st.text("中文，。a b", max_size=300),
    st.integers(0, 300).map(lambda n: "长" * n),
    st.integers(0, 300).map(lambda n: "w" * n),
)


def _too_wide(text):
    lines = text.split("\n")
    return [line for line in lines if sum(2 if east_asian_width(c) in "WF" else 1 for c in line) > 80]


@calm
@given(odd, st.sampled_from(["", "  ", "   · ", "     "]), st.sampled_from(["", "- ", "   理由  "]))
def test_wrapped_lines_fit(text, indent, first):
    """A Chinese character is two columns wide, and a word without end is broken."""
    assert _too_wide(cards.wrap(text, indent, first)) == []


@calm
@given(st.text("中文，。ab", max_size=300))
def test_wrapping_loses_nothing(text):
    """But for line ends."""
    assert cards.wrap(text).replace("\n", "") == text


@calm
@given(odd, st.sampled_from(LANGUAGES))
def test_cards_fit_whatever_a_posting_says(text, tongue):
    """Title, employer, place, pay, words of warnings, trade-offs and questions."""
    use_language(tongue)
    item = replace(
        RESULT.items[0], title=text, employer=text, location=text, pay=replace(RESULT.items[0].pay, text=text),
        warnings=(PostingWarning("gender", text, text),), trade_offs=(TradeOff("pay", 1, 2, text),),
        also_posted_as=(text, text),
    )  # fmt: skip
    asked = (Question("conditions.age", text, text),)
    full = replace(RESULT, items=(item,), questions=asked, notices=(text,))
    assert _too_wide(cards.recommendations(full)) == []


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_every_kind_of_card_fits(tongue):
    """Jobs, levels and explanations."""
    use_language(tongue)
    told = market(*ROWS)
    shown = [
        cards.recommendations(told.recommend(PERSON)),
        cards.assessments(told.assess(PERSON)),
        cards.explanations(explained(PERSON, *ROWS)),
    ]
    assert [_too_wide(card) for card in shown] == [[], [], []]
    assert all(len(card.splitlines()) > 5 for card in shown)


def test_the_card_tells_what_is_handed_over():
    """Title, reasons, what to give, what to ask, the warning and what is missing."""
    card = cards.recommendations(RESULT).replace("\n", "").replace(" ", "")
    for item in RESULT.items:
        assert item.title in card
        assert all(trade.text.replace(" ", "") in card for trade in item.trade_offs)
    assert "限男性" in card
    assert "已截止1" in card
    assert "还要问" in card


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("abc", 3), ("岗位", 4), ("ＡＢ", 4), ("3个", 3)])
def test_width(text, columns):
    """Full-width letters are as wide as Chinese characters."""
    assert cards.width(text) == columns


def test_a_long_client_id_fits():
    """Ids of other systems may be long."""
    assert _too_wide(cards.recommendations(replace(RESULT, client_id="北京市大兴区-" * 10))) == []
