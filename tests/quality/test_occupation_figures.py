"""The figures of the occupation model stay in their band; a small cross-validation runs anew where it is asked for."""

from pathlib import Path

import numpy as np
import pytest

from jobmatch.artefacts import artefact_dir, read_json
from jobmatch.text.work.occupations import honest_probabilities, mid_classes

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared/data/occupations"


# the split → the least top-1, top-5 and middle class, and the most calibration error
BANDS = {
    "cross_validation": (0.58, 0.83, 0.715, 0.05),  # titles whose wording was not seen
    "cross_validation_plain": (0.61, 0.83, 0.725, 0.05),  # titles as they are dealt out: a wording may be on both sides
    "cross_validation_beginning": (0.51, 0.775, 0.67, 0.05),  # titles beginning with a sign no title began with
}


@pytest.mark.parametrize(("split", "band"), BANDS.items(), ids=BANDS)
def test_figures_of_the_model_stay_in_band(split: str, band: tuple[float, float, float, float]) -> None:
    """What the training measured on titles held out in each of three ways."""
    measured = read_json(artefact_dir("occupations"), "manifest.json")[split]
    top1, top5, mid, ece = band
    assert measured["top1"] >= top1
    assert measured["top5"] >= top5
    assert measured["mid"] >= mid
    assert measured["ece"] <= ece


@pytest.mark.slow
def test_one_fold_trained_anew() -> None:
    """A model trained without a fifth of the titles does on them what the manifest says."""
    if not DATA.exists():
        pytest.skip("the shared data are not here")
    from jobmatch.learning import held_out as tool
    from jobmatch.learning.corpus import read_corpus

    corpus = read_corpus(DATA)
    fold = tool.folds_of(corpus)
    scores = tool.fold_scores(corpus, tool.left_of(corpus), fold, 0)
    labels = corpus.labels[np.flatnonzero(fold == 0)]
    facts = read_json(artefact_dir("occupations"), "manifest.json")
    fitted = (facts[name] for name in ("floor", "pull"))
    measured = tool.figures(honest_probabilities(scores, *fitted, mid_classes(corpus.codes)), labels, corpus.codes)
    assert measured["top1"] >= 0.55
    assert measured["ece"] <= 0.08
