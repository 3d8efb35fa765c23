"""Wishes that tell how a job should be and name none: the table of their words."""

import tomllib

import pytest

from jobmatch.records.wished_terms import tells_only_how
from jobmatch.shipped import text_of

TABLE = tomllib.loads(text_of("records/qualities.toml"))


@pytest.mark.parametrize("group", TABLE["words"])
def test_every_word_tells_a_quality_by_itself_and_with_others_around_it(group):
    """As it stands, and as people say it."""
    said = "{}" if group == "english" else "想找个{}一点的工作"
    assert [
        word for word in TABLE["words"][group] if not (tells_only_how(word) and tells_only_how(said.format(word)))
    ] == []


def test_every_character_of_the_table_is_known_in_traditional_script():
    """Whoever adds a word adds the Traditional characters of it."""
    words = set("".join(word for several in TABLE["words"].values() for word in several))
    words |= set("".join(TABLE["around"]["words"]))
    _, traditional, simplified, *_ = text_of("text/lexicons/t2s.txt").split("\n")
    wanted = {
        old for old, new in zip(traditional, simplified, strict=True) if new in words - {old} and old not in words
    }
    assert {char for char in wanted if "一" <= char <= "鿿"} - set(TABLE["script"]["traditional"]) == set()
    assert len(TABLE["script"]["traditional"]) == len(TABLE["script"]["simplified"])


@pytest.mark.parametrize("wish", ["", "，", "工作", "一点", "的", "x" * 5000, "轻松" * 5000])
def test_who_says_nothing_tells_no_quality(wish):
    """Nor is anything as long as that a wish; the time it takes grows with its length alone."""
    assert tells_only_how(wish) is wish.startswith("轻松")
