"""Models of a folder: named by their bytes, refused when altered, promoted and rolled back."""

import random
import shutil

import numpy as np
import pytest
from builders import AS_OF, client, posting

import jobmatch as jm
from jobmatch.errors import BadInput, UsageError
from jobmatch.fit.features import FEATURES, Fit, Laid
from jobmatch.learning.models import Models
from jobmatch.learning.moves import SIDES, Learned, Move, known
from jobmatch.learning.pairs import NAMES, values_of
from jobmatch.ranking.model import LEVELS, model_of
from jobmatch.ranking.ranked import shift
from jobmatch.settings import load


def learned(by=0.5):
    """Weights of the chance moved by one number."""
    return Learned(Move(by, np.full(len(NAMES), by)), Move(0.0, np.zeros(len(NAMES))), {}, {})


@pytest.fixture
def models(tmp_path):
    """An empty folder of models."""
    found = Models(tmp_path / "models")
    found.folder.mkdir()
    return found


def test_the_same_training_has_the_same_name(models):
    """The name is that of the bytes."""
    assert (
        models.add(learned(), {}, "card") == models.add(learned(), {}, "card") != models.add(learned(0.4), {}, "card")
    )
    assert len(models.names()) == 3


def test_a_folder_that_cannot_be_written_is_named_and_not_the_one_on_its_way(tmp_path):
    """A file stands where the models should be."""
    (tmp_path / "models").write_text("")
    with pytest.raises(BadInput, match="models") as caught:
        Models(tmp_path / "models").add(learned(), {}, "card")
    assert ".new" not in str(caught.value)


def test_a_model_is_laid_over_the_knowledge(models):
    """What was learned is added to every level, under the model's name."""
    name = models.add(learned(), {}, "card")
    laid, plain = (model_of(one, 3) for one in (models.settings(load(), name), load()))
    assert laid.name == name
    assert laid.chance.base == pytest.approx(plain.chance.base + 0.5)
    assert laid.chance.weights["education"] == pytest.approx(plain.chance.weights["education"] + 0.5)
    assert laid.use == plain.use


@pytest.mark.parametrize("level", LEVELS)
def test_a_model_scores_as_it_was_judged(models, level):
    """The log-odds by the settings of a model are those that its judge had, at every level."""
    draw = np.random.default_rng(level)
    fit = Fit(Laid.of({name: draw.random(9) for name in FEATURES}), Laid.of({}))
    move = Move(0.3, draw.uniform(0, 1, len(NAMES)))
    laid = model_of(models.settings(load(), models.add(Learned(move, move, {}, {}), {}, "card")), level)
    plain = model_of(load(), level)
    for side in SIDES:
        own, before = (getattr(one, side) for one in (laid, plain))
        values = values_of(fit, plain, load()) * known(load(), side).shares[level - 1]
        judged = before.base + shift(plain, before, fit) + move.of(values)
        assert own.base + shift(laid, own, fit) == pytest.approx(judged)


def test_the_lines_of_a_learned_model_add_up(models):
    """A second weight of the distance is within the line of the distance."""
    bent = Move(0.2, 2.0 * np.eye(len(NAMES))[NAMES.index("distance_bent")])
    laid = models.settings(load(), models.add(Learned(Move.none(), bent, {}, {}), {}, "card"))
    told, plain = (
        jm.Matcher(AS_OF, settings)
        .index(jm.read_postings([posting(posting_id="P-0", location="北京市海淀区")]))
        .explain(client(), "P-0")
        for settings in (laid, load())
    )
    assert told.base + sum(line.contribution for line in told.features) == pytest.approx(told.score, abs=1e-9)
    assert told.score != plain.score
    assert [line.name for line in told.features] == [line.name for line in plain.features]


def test_promote_and_go_back(models):
    """The one before is in force again; beyond the first there is none."""
    name = models.add(learned(), {}, "card")
    models.promote(name)
    assert models.champion == name
    assert (models.rollback(), models.champion) == ("default", "default")
    with pytest.raises(UsageError):
        models.rollback()


def test_a_difference_is_told_by_weight(models):
    """Only what differs."""
    name = models.add(learned(), {}, "card")
    found = models.diff("default", name)
    assert found["chance"]["base"] == [0.0, 0.5]
    assert found["use"] == {}


@pytest.mark.parametrize("name", ["../models", "learned-000000000000", ".", "learned-/../x", ""])
def test_a_name_that_is_none_is_refused(models, name):
    """No way out of the folder by a name."""
    with pytest.raises(UsageError):
        models.moves(name)


def _flip(folder, draw):
    path = draw.choice(sorted(folder.iterdir()))
    data = bytearray(path.read_bytes())
    data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
    path.write_bytes(bytes(data))


def _swap(folder, draw):
    one, other = draw.sample([path for path in sorted(folder.iterdir()) if path.suffix == ".npy"], 2)
    data, more = one.read_bytes(), other.read_bytes()
    one.write_bytes(more)
    other.write_bytes(data)


def _pickle(folder, draw):
    (folder / draw.choice(["chance.npy", "use.npy"])).write_bytes(b"\x80\x04cos\nsystem\n(S'false'\ntR.")


def _extra(folder, draw):
    (folder / f"more{draw.randrange(9)}.pkl").write_bytes(b"\x80\x04.")


def _cut(folder, draw):
    path = draw.choice(sorted(folder.iterdir()))
    path.write_bytes(path.read_bytes()[: draw.randrange(8)])


def _link(folder, draw):
    path = draw.choice(sorted(folder.iterdir()))
    shutil.move(path, folder.parent / "outside")
    path.symlink_to(folder.parent / "outside")


@pytest.mark.parametrize("seed", range(200))
def test_an_altered_model_is_refused(models, seed):
    """Flipped, swapped, cut, pickled, linked, or with a file too many: 200 of 200, before anything is read."""
    draw = random.Random(seed)
    name = models.add(learned(), {"training": {"pairs": seed}}, "a card of some words")
    draw.choice([_flip, _flip, _flip, _swap, _pickle, _extra, _cut, _link])(models.folder / name, draw)
    with pytest.raises(BadInput):
        models.moves(name)
