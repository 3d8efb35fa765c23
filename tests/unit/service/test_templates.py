"""The templates: every sentence is in the catalogue, and nothing is let through unescaped."""

import re
from pathlib import Path

import pytest

import jobmatch.service
from jobmatch.messages import said, use_language
from jobmatch.records.client import Client
from jobmatch.shipped import Sections, text_of

TEMPLATES = sorted((Path(jobmatch.service.__file__).parent / "templates").glob("*.html"))
KEY = re.compile(r'say\("([a-z_.-]+)"[,)]')


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.stem)
def test_every_sentence_is_there(file):
    """A missing one would fail only when the page is shown."""
    text = file.read_text("utf-8")
    catalogue = Sections(text_of("messages.toml"))
    assert all(catalogue.at(f"{key}.zh") for key in KEY.findall(text))
    assert "|safe" not in text.replace(" ", "")


def test_every_part_of_a_profile_has_a_heading():
    """And so has every way of setting a level."""
    parts = [name for name, info in Client.model_fields.items() if hasattr(info.annotation, "model_fields")]
    assert len(parts) == 8
    for tongue in ("zh", "en"):
        use_language(tongue)
        assert all(said(f"serve.part-{name}") for name in parts)
