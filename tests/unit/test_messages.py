"""Every sentence in two languages, with the same values in both."""

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import jobmatch
from jobmatch.messages import LANGUAGES, WRITTEN, language, say, use_language
from jobmatch.shipped import Sections

SOURCE = Path(jobmatch.__file__).parent


def _sentences(node: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Mapping[str, str]]]:
    for name, value in node.items():
        if all(isinstance(text, str) for text in value.values()):
            yield path + name, value
        else:
            yield from _sentences(value, f"{path}{name}.")


CATALOGUE = dict(_sentences(tomllib.loads((SOURCE / "messages.toml").read_text("utf-8"))))


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _said_keys() -> Iterator[tuple[str, str]]:
    """Keys of ``say`` and of errors in the source, as expressions; what is filled in stands for any word."""
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.func, ast.Name):
                before = {"say": "", "UsageError": "error.", "BadInput": "error."}.get(node.func.id)
                for key in _literals(node.args[0]) if before is not None else ():
                    yield file.name, re.escape(before or "") + key


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield re.escape(str(node.value))
    elif isinstance(node, ast.IfExp):
        yield from (*_literals(node.body), *_literals(node.orelse))
    elif isinstance(node, ast.JoinedStr):
        yield "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values)


def test_one_is_told_without_the_s_of_many():
    """1 opening, 2 openings; in Chinese there is no such thing."""
    use_language("en")
    one = say("what_if.now", postings=1, openings=2)
    use_language("zh")
    assert one == "now 1 posting (2 openings) can be handed over"
    assert say("what_if.now", postings=1, openings=2) == "现在可推荐1个岗位（2个名额）"


def test_every_sentence_has_both_languages_with_the_same_places():
    """Nothing but zh and en, neither empty, and what is filled in is the same."""
    assert [key for key, texts in CATALOGUE.items() if set(texts) != set(WRITTEN)] == []
    assert [key for key, texts in CATALOGUE.items() if not all(texts.values())] == []
    assert [key for key, texts in CATALOGUE.items() if _places(texts["zh"]) != _places(texts["en"])] == []


def test_the_catalogue_read_by_section_is_the_whole():
    """Every sentence is found as a parser of the whole file finds it."""
    sections = Sections((SOURCE / "messages.toml").read_text("utf-8"))
    assert {key: sections.at(key) for key in CATALOGUE} == CATALOGUE


def test_english_sentences_hold_no_chinese():
    """But for examples of values in quotes or of what is typed."""
    han = re.compile("[\u4e00-\u9fff]")
    typed = re.compile('["“][^"”]*["”]|北京市')
    assert [key for key, texts in CATALOGUE.items() if han.search(typed.sub("", texts["en"]))] == []


def test_every_key_that_is_said_is_there():
    """A key in the source without a sentence in the catalogue would fail only when it is said."""
    said = list(_said_keys())
    missing = [(file, key) for file, key in said if not any(re.fullmatch(key, known) for known in CATALOGUE)]
    assert len(said) > 100
    assert missing == []


def test_every_sentence_is_said_somewhere():
    """A sentence whose key the source neither holds nor puts together from a beginning is said to nobody."""
    nodes = [node for file in SOURCE.rglob("*.py") for node in ast.walk(ast.parse(file.read_text("utf-8")))]
    texts = {text for node in nodes if isinstance(node, ast.Constant | ast.JoinedStr) for text in _literals(node)}
    topics = tuple(re.escape(topic) for topic in (f"{key.split('.')[0]}." for key in CATALOGUE))
    begun = [f"{text}.+" if text in topics else text for text in texts if text.startswith(topics)]
    said = re.compile("|".join(begun))
    assert [key for key in CATALOGUE if not said.fullmatch(key)] == []


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_every_sentence_can_be_filled_in(tongue):
    """No template holds a stray brace."""
    use_language(tongue)
    for key, texts in CATALOGUE.items():
        assert say(key, **dict.fromkeys(_places(texts["zh"]), "7"))


def test_the_language_is_the_one_in_force():
    """It is Chinese until told otherwise; another is refused and changes nothing."""
    assert (language(), say("word.yes")) == ("zh", "是")
    use_language("en")
    with pytest.raises(ValueError, match="fr"):
        use_language("fr")
    assert (language(), say("word.yes")) == ("en", "yes")


def test_a_missing_sentence_is_a_fault():
    """Never an empty line."""
    with pytest.raises(KeyError):
        say("reason.no-such-key")
