"""An evaluation as Markdown and as a page with plots."""

import sys

import pytest

from jobmatch.evaluation.off_policy import Estimate, OffPolicy
from jobmatch.evaluation.report import Bin, Figures, Report
from jobmatch.messages import use_language
from jobmatch.reports import plots
from jobmatch.reports.evaluation import markdown, page

MEANS = ("ndcg_at_3", "ndcg_at_10", "hit_at_3", "mrr", "recall_at_10")
FIGURES = Figures(40, *[0.5] * 5, dict.fromkeys(MEANS, (0.4, 0.6)))
ONE = Estimate(0.25, (0.2, 0.3))
REPORT = Report(
    model="default", groups={"all": FIGURES, "<女>": FIGURES}, suppressed=("few",), calibration_error=0.1,
    reliability=(Bin(0.2, 0.1, 50), Bin(0.6, 0.7, 50)), people=40, postings_recommended=3, congestion_gini=0.4,
    most_at_one_posting=20, most_share=0.5, pool=12, loads=(5, 15, 20),
    off_policy=OffPolicy(40, 120, ONE, ONE, ONE, ONE, 30.5, 2, 0.9),
)  # fmt: skip


@pytest.fixture
def english():
    """English, and Chinese again afterwards."""
    use_language("en")
    yield
    use_language("zh")


@pytest.mark.usefixtures("english")
def test_markdown_holds_every_part():
    """Groups with intervals, congestion, calibration, estimates; what is small is named."""
    text = markdown(REPORT)
    for words in (
        "all: 40 clients",
        "hit@3 0.40–0.60",
        "50% of the people",
        "25% of 12 postings",
        "few",
        "SNIPS: 0.25",
    ):
        assert words in text
    assert "&lt;女&gt;" in text


def test_a_page_has_its_plots():
    """Four plots within the page, nothing from elsewhere, the same bytes each time."""
    pytest.importorskip("matplotlib")
    text = page(REPORT)
    assert text.count("<figure><svg") == 4
    assert "<script" not in text
    assert text == page(REPORT)


def test_labels_are_english_where_no_font_has_chinese(monkeypatch):
    """And the language in force is the same afterwards."""
    pytest.importorskip("matplotlib")
    monkeypatch.setattr(plots, "chinese_font", lambda: None)
    with plots.drawing():
        assert plots.say("evaluation.axis-said") == "said"
    assert plots.say("evaluation.axis-said") == "说的可能性"


def test_without_matplotlib_the_page_says_what_is_missing(monkeypatch):
    """The figures are there, and a word on the extra."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.setattr(plots, "at_hand", lambda: False)
    assert "jobmatch[plots]" in page(REPORT)
