"""The doctor: what is whole counts as fit, what is not is found."""

import shutil

import pytest

from jobmatch import doctor
from jobmatch.artefacts import artefact_dir
from jobmatch.doctor import examine


def _by_name():
    return {finding.name: finding for finding in examine()}


def test_this_machine_is_fit():
    """Every part that is needed is there."""
    assert [finding for finding in examine() if not finding.fit and not finding.optional] == []


def test_the_packages_are_those_that_jobmatch_was_installed_with(monkeypatch):
    """What is needed, what can be used besides, and nothing that only its makers need."""
    wanted = [
        "numpy>=1.26",
        "no.such-package (>=2)",
        "rjieba>=0.2; extra == 'fast'",
        "numpy; extra == 'fast'",
        'pytest>=8; extra == "test"',
    ]
    monkeypatch.setattr(doctor, "requires", lambda _: wanted)
    assert [one.name for one in doctor.examine()].count("numpy") == 1
    found = _by_name()
    assert found["numpy"].fit
    assert (found["no.such-package"].fit, found["no.such-package"].optional) == (False, False)
    assert found["rjieba"].optional
    assert "pytest" not in found


def test_sources_that_were_not_installed_are_told(monkeypatch):
    """Without the list of packages nothing is known of them."""

    def nothing(name):
        raise doctor.PackageNotFoundError(name)

    monkeypatch.setattr(doctor, "requires", nothing)
    assert not _by_name()["jobmatch"].fit


@pytest.mark.parametrize("model", ["occupations", "titles"])
def test_a_damaged_model_is_found(model, monkeypatch, tmp_path):
    """One byte more in one file, named."""
    folder = shutil.copytree(artefact_dir(model), tmp_path / model)
    with (folder / "idf.npy").open("ab") as file:
        file.write(b"x")
    monkeypatch.setattr(doctor, "artefact_dir", lambda name: tmp_path / name if name == model else artefact_dir(name))
    finding = _by_name()[f"{model} model"]
    assert not finding.fit
    assert "idf.npy" in finding.words


def test_a_model_that_was_not_shipped_is_found(monkeypatch):
    """A package built without its models."""

    def missing(name):
        raise FileNotFoundError(name)

    monkeypatch.setattr(doctor, "artefact_dir", missing)
    assert not _by_name()["titles model"].fit


def test_a_part_that_breaks_is_found(monkeypatch):
    """An exception inside a part is a finding, not the end of the examination."""

    def broken():
        raise KeyError("x")

    monkeypatch.setattr("jobmatch.text.places.gazetteer.gazetteer", broken)
    finding = _by_name()["gazetteer"]
    assert not finding.fit
    assert "KeyError" in finding.words


def test_a_gazetteer_without_codes_is_not_fit(monkeypatch):
    """An empty file is no gazetteer."""

    class Empty:
        district_codes = ()

    monkeypatch.setattr("jobmatch.text.places.gazetteer.gazetteer", Empty)
    assert not _by_name()["gazetteer"].fit


def test_a_finding_as_json():
    """What ``jobmatch doctor --format json`` writes."""
    assert _by_name()["python"].to_dict().keys() == {"name", "fit", "words", "optional"}
