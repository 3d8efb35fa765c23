"""The languages that the client speaks, told from those that are taught, learned or of one's papers."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.fact import LIKELY, Fact, fact

LANGUAGE: Final = re.compile(
    r"中文|汉语|汉话|维吾尔语|蒙古语|彝语|壮语|苗语|侗语|傣语|羌语|越南[话文]|印尼[语话文]|泰文|菲律宾语|马来语|湖南话|东北话|白话(?!文)|潮汕话|上海话|温州话|四川话|本地话|朝语|越南语|泰语|缅甸语|老挝语|葡萄牙语"
    r"|阿拉伯语|意大利语|哈萨克语|台语|客语|朝鲜语|维语|藏语|蒙语|普通[话話]|国语|粤语|广东话|英[语文]"
    r"|日[语文]|韩[语文]|法语|德语|俄语|西班牙语|闽南[语话]|客家话|手语|(?<![a-z])(?:english|mandarin"
    r"|putonghua|cantonese|japanese|korean|french|german|spanish|russian|polish|arabic|portuguese|italian"
    r"|romanian|uyghur|tibetan|mongolian|kazakh|hakka|hokkien|urdu|hindi|punjabi|bengali|ukrainian|vietnamese|tagalog)(?![a-z])"
)
_NOT_SPOKEN: Final = re.compile(r"(?:不会|不懂|没|不通|no |不识)[^,。;]{0,6}$")
_LISTS_SPEECH: Final = re.compile(r"(?:外语|语言|语种|会说|会讲)[^。;\n]*$")
_SMALL_WORDS: Final = re.compile(r"[\s、,/和]|(?<![a-z])(?:and|some|a little|a bit of)(?![a-z])")


def read_languages(clause: Clause) -> Iterator[Fact]:
    """The languages of a clause that says they are spoken."""
    for found in LANGUAGE.finditer(clause.text):
        before, after = clause.text[: found.start()], clause.text[found.end() : found.end() + 8]
        spoken = pattern("languages.speaks").search(clause.text) or _goes_on(clause) or clause.text.strip() == "手语"
        if pattern("languages.paper_of_speech").match(after) and not _LISTS_SPEECH.search(clause.before + before):
            continue
        if spoken and not _NOT_SPOKEN.search(before) and not pattern("languages.not_speech").search(after):
            yield fact("conditions.languages", found[0], clause, found, LIKELY)


def _goes_on(clause: Clause) -> bool:
    """Whether a clause goes on with the languages named before it: speaks Mandarin and Cantonese."""
    alone = not _SMALL_WORDS.sub("", LANGUAGE.sub("", clause.text))
    before = re.split("[.。;\\n]", clause.before)[-1]
    return alone and bool(LANGUAGE.search(before) and pattern("languages.speaks").search(before))
