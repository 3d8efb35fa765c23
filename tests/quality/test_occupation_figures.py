"""The figures of the occupation model stay in their band; a small cross-validation runs anew where it is asked for."""

from pathlib import Path

import numpy as np
import pytest

from jobmatch.artefacts import artefact_dir, read_json
from jobmatch.text.occupations import honest_probabilities, mid_classes

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared/data/occupations"


def test_cross_validated_figures_stay_in_band() -> None:
    """What the training measured on titles whose wording it had not seen."""
    measured = read_json(artefact_dir("occupations"), "manifest.json")["cross_validation"]
    assert measured["top1"] >= 0.57
    assert measured["top5"] >= 0.82
    assert measured["mid"] >= 0.705
    assert measured["ece"] <= 0.05


def test_plain_folds_stay_in_band() -> None:
    """Titles dealt out as they are, so that a wording may stand on both sides, as it does in use."""
    measured = read_json(artefact_dir("occupations"), "manifest.json")["cross_validation_plain"]
    assert measured["top1"] >= 0.61
    assert measured["top5"] >= 0.83
    assert measured["mid"] >= 0.725
    assert measured["ece"] <= 0.05


def test_unseen_beginnings_stay_in_band() -> None:
    """Titles that begin with a sign no labelled title began with: other trades, and the figure to expect of them."""
    measured = read_json(artefact_dir("occupations"), "manifest.json")["cross_validation_beginning"]
    assert measured["top1"] >= 0.48
    assert measured["top5"] >= 0.755
    assert measured["mid"] >= 0.65
    assert measured["ece"] <= 0.06


@pytest.mark.slow
def test_one_fold_trained_anew() -> None:
    """A model trained without a fifth of the titles does on them what the manifest says."""
    if not DATA.exists():
        pytest.skip("the shared data are not here")
    from jobmatch.learning import occupations as tool
    from jobmatch.learning.corpus import read_corpus

    corpus = read_corpus(DATA)
    fold = tool.folds_of(corpus)
    scores = tool.fold_scores(corpus, fold, 0)
    labels = corpus.labels[np.flatnonzero(fold == 0)]
    facts = read_json(artefact_dir("occupations"), "manifest.json")
    fitted = (facts[name] for name in ("floor", "pull"))
    measured = tool.figures(honest_probabilities(scores, *fitted, mid_classes(corpus.codes)), labels, corpus.codes)
    assert measured["top1"] >= 0.55
    assert measured["ece"] <= 0.08
