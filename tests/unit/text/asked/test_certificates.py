"""Unit tests of certificates and driving licences."""

from hostile import ends

from jobmatch.text.asked.certificates import certificates, find_certificates, holds
from jobmatch.text.asked.licences import parse_licence
from jobmatch.text.asked.licences_held import classes_in
from jobmatch.text.asked.papers_by_law import required_by_occupation


def test_vocabulary_is_closed():
    """There are at least 120 certificates, and what one implies is among them."""
    names = {entry.name for entry in certificates()}
    assert len(names) >= 120
    assert all(set(entry.implies) <= names for entry in certificates())


def test_quick_certificates_say_how_quick():
    """The health certificate is asked by law, and got in days."""
    (health,) = (entry for entry in certificates() if entry.name == "健康证")
    assert health.by_law
    assert health.obtainable_days is not None


def test_occupations_name_known_certificates():
    """The table of occupations speaks the vocabulary's names."""
    names = {entry.name for entry in certificates()}
    for title in ("叉车工", "电工", "焊工", "塔吊司机", "护士", "药师", "幼师", "保全", "导游", "半挂司机"):
        for need in required_by_occupation(title):
            assert set(need.certificates) <= names


def test_words_stand_where_the_mention_says():
    """Start and end point into the text as written."""
    text = "需持　堆高機證照，Ｃ１駕照"
    (mention,) = find_certificates(text)
    assert text[mention.start : mention.end] == mention.words


def test_unknown_certificates_are_kept():
    """What the vocabulary lacks stays as the client said it."""
    assert holds(["剪纸证书", ""]) >= {"剪纸证书"}


def test_classes_need_a_sign_of_a_licence():
    """A class is read from a bare class or beside a licence, not from any text."""
    assert classes_in("A1A2") == ()
    assert classes_in("英语B2") == ()
    assert classes_in("B2证") == ("B2",)


def test_hostile_text_ends_soon():
    """A text of 100,000 like characters is read in a blink."""
    for text in ("C1" * 50_000, "驾驶证" * 33_000, "c1/" * 33_000, "证" * 100_000):
        assert ends(lambda text=text: (parse_licence(text), find_certificates(text)))


def test_a_line_of_papers_asks_for_each() -> None:
    """A clause that holds little but papers asks for them, though none of the words for asking stands there."""
    assert [one.required for one in find_certificates("压力容器操作证R1、锅炉证G1")] == [True, True]
