"""Folding: one form for what means the same."""

from hypothesis import given
from hypothesis import strategies as st

from jobmatch.text.fold import fold, fold_key, fold_lines


def test_script_and_width():
    """Traditional script and full width become Simplified and half width; case stays."""
    assert fold("臺灣ＡＢｃ１２，後臺") == "台湾ABc12,后台"


def test_invisible_characters_go():
    """Zero-width characters and control characters leave no trace."""
    assert fold("保\u200b洁\ufeff员\x00") == "保洁员"


def test_white_space_is_one_space():
    """Any run of white space, tabs and line ends is one space."""
    assert fold(" a\t\u3000 b\r\n\u2028c ") == "a b c"


def test_lines_are_kept():
    """Line ends survive where they are asked for, empty lines do not."""
    assert fold_lines("甲\r\n\n乙\u2028丙") == "甲\n乙\n丙"


def test_key_ignores_signs_and_case():
    """Names that differ in signs, spaces and case have one key."""
    assert fold_key("A.B （上海） 公司") == fold_key("ab上海公司")


def test_key_of_signs_is_not_empty():
    """Names made of signs alone stay different."""
    assert fold_key("***") != fold_key("+++")


@given(st.text())
def test_folding_twice_changes_nothing(text):
    """A folded text is its own folded form."""
    assert fold(fold(text)) == fold(text)
