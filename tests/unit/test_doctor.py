"""What is installed and whether this machine is fit."""

import json

import pytest

from jobmatch import doctor
from jobmatch.messages import LANGUAGES, use_language


def test_this_machine_is_fit():
    """Everything needed is there; each thing is looked at once."""
    found = doctor.examine()
    assert [one.name for one in found if not one.fit and not one.optional] == []
    assert len({one.name for one in found}) == len(found)
    assert {"python", "cores", "numpy", "occupations", "gazetteer", "words"} <= {one.name for one in found}


@pytest.mark.parametrize("tongue", LANGUAGES)
@pytest.mark.parametrize("optional", [True, False])
def test_a_missing_package_is_told_with_the_command(monkeypatch, tongue, optional):
    """What to type stands in the words; what is optional is marked."""
    monkeypatch.setattr(doctor, "OPTIONAL" if optional else "NEEDED", ("no-such-package",))
    use_language(tongue)
    (found,) = (one for one in doctor.examine() if one.name == "no-such-package")
    assert (found.fit, found.optional) == (False, optional)
    assert "pip install no-such-package" in found.words


def test_findings_become_json():
    """Plain values."""
    told = json.loads(json.dumps([one.to_dict() for one in doctor.examine()]))
    assert all(one["words"] for one in told)
