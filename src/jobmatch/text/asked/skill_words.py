"""The words of skills (``lexicons/skills.csv``), numbered by what they name: all, or those that a text may hold.

To lay out all 38,000 takes longer than the rest of a question. A word of two characters or more begins with two that
stand side by side in the text, so for a few words the rows that have such a word are found where they lie.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from jobmatch.columns.fields import words
from jobmatch.text import lexicon
from jobmatch.text.phrases import shadow

# 空调清洗 is 清洗空调 too. What such a verb makes a thing of (操作系统, 管理人员) is left alone.
_VERBS: Final = frozenset(
    words(
        "登记 管理 安装 维修 清洁 清洗 制作 整理 接待 操作 设计 开发 分析 检验 检测 维护 保养 修理 办理 处理 "
        "采购 盘点 配送 运输 搬运 包装 销售 编写 撰写 审核 核算 统计 策划 拍摄 剪辑 打扫 照顾 更换 测量 驾驶 "
        "编制 填报 申报 录入 收集 调试 加工 焊接 回访 维系 拜访 接送 疏通 修剪 擦拭 切割 组装 装配 喷涂 打磨 "
        "调度 跟踪 核对 开具 收取 排查 装卸"
    )
)
_THINGS: Final = frozenset(
    words("系统 软件 平台 设备 人员 工程 技术 经验 公司 工具 中心 团队 部门 项目 方案 机械 仪器 能力 学校")
)
_VERB_AND_NOUN: Final = 4  # characters of two words of two
_LOOKED_UP: Final = 60  # characters of texts: to find the rows of more takes as long as to read them all
_BEFORE_A_WORD: Final = "|,\n"


class Vocabulary(NamedTuple):
    """Words with the number of what they name, None for a look-alike: a skill, or one of ``together`` from there on."""

    words: dict[str, int | None]
    together: tuple[tuple[int, ...], ...]
    whole: bool = False  # whether these are all words there are

    def skills_of(self, number: int) -> tuple[int, ...]:
        """The skills that a number stands for."""
        beyond = number - len(names())
        return (number,) if beyond < 0 else self.together[beyond]


@cache
def _text() -> str:
    """The rows of the table, each between two ends of lines."""
    return "\n".join(["", *lexicon.lines("jobmatch.text", "lexicons/skills.csv")[1:], ""])


@cache
def _rows() -> list[list[str]]:
    return lexicon.cells("jobmatch.text", "lexicons/skills.csv")


@cache
def _heads() -> list[list[str]]:
    """Each skill and its group."""
    rows = [line.split(",", 2) for line in _text().split("\n") if line] if _plain() else _rows()
    return [row[:2] for row in rows if row[0] != "-"]


@cache
def places() -> dict[str, int]:
    """The number of each skill, by its name.

    >>> places()["盘点"] > 0
    True
    """
    return {name: number for number, (name, _) in enumerate(_heads())}


@cache
def names() -> tuple[str, ...]:
    """The name of each skill, by its number."""
    return tuple(places())


@cache
def parents() -> tuple[int, ...]:
    """The number of the group of each skill, -1 at the top."""
    return tuple(places().get(parent, -1) for _, parent in _heads())


@cache
def _folded_names() -> dict[str, int]:
    return dict(zip(shadow("\n".join(places())).split("\n"), places().values(), strict=True))


@cache
def _plain() -> bool:
    """Whether no cell of the table is quoted, so that it can be read where it lies."""
    return '"' not in _text()


@cache
def vocabulary() -> Vocabulary:
    """All words."""
    return _numbered(_rows(), _folded_names())._replace(whole=True)


class _Few:
    """How many characters of texts may still be looked up."""

    left = _LOOKED_UP


def vocabulary_for(folded: str) -> Vocabulary:
    """All words that a text in shadow may hold, and perhaps others.

    >>> vocabulary_for("会盘点").words["盘点"] == places()["盘点"]
    True
    """
    if len(folded) > _Few.left or vocabulary.cache_info().currsize or not _plain():
        return vocabulary()
    return _found(folded)


@lru_cache(maxsize=16)  # a text is read for what it mentions and for what it is as a whole
def _found(folded: str) -> Vocabulary:
    _Few.left -= len(folded)
    pairs = {folded[at : at + 2] for at in range(len(folded) - 1)}
    starts = sorted({start for pair in pairs for start in _lines_with(pair)})
    rows = [_text()[start : _text().index("\n", start)].split(",") for start in starts]
    return _numbered(rows, {name: number for name, number in _folded_names().items() if name[:2] in pairs})


def _lines_with(pair: str) -> Iterator[int]:
    """Where the lines begin in which a word begins with two characters."""
    text = _text()
    at = text.find(pair)
    while at >= 0:
        if text[at - 1] in _BEFORE_A_WORD:
            yield text.rfind("\n", 0, at) + 1
        at = text.find(pair, at + 1)


def _numbered(rows: Iterable[list[str]], of_names: Mapping[str, int]) -> Vocabulary:
    """What some rows and names tell: a word of several rows names several skills, and a name itself wins."""
    named: dict[str, int | None] = {}
    together: dict[str, tuple[int, ...]] = {}
    for name, _, synonyms in rows:
        said, skill = list(filter(None, synonyms.split("|"))), places().get(name)
        if named.keys().isdisjoint(said) and len(set(said)) == len(said):  # nearly always
            named.update(dict.fromkeys(said, skill))
        else:
            _add(named, together, said, skill)
    named |= of_names
    together = {word: skills for word, skills in together.items() if word not in of_names}
    numbers = {skills: number for number, skills in enumerate(dict.fromkeys(together.values()), start=len(names()))}
    named |= {word: numbers[skills] for word, skills in together.items()}
    return Vocabulary(_with_turned(named), tuple(numbers))


def _add(
    named: dict[str, int | None], together: dict[str, tuple[int, ...]], said: list[str], skill: int | None
) -> None:
    """Add the words of a row of which some have been named before, or twice."""
    for word in said:
        before = named.get(word)
        if skill is not None and before is not None:
            together[word] = (*together.get(word, (before,)), skill)
        else:
            named[word] = skill
            together.pop(word, None)


def _with_turned(named: dict[str, int | None]) -> dict[str, int | None]:
    pairs = [word for word in named if len(word) == _VERB_AND_NOUN and (word[2:] in _VERBS or word[:2] in _VERBS)]
    return {turned: named[word] for word in pairs if named[word] is not None and (turned := _turned(word))} | named


def _turned(word: str) -> str:
    """A word of four characters with its verb first, or last where it stands first; empty where it has none."""
    first, last = word[:2], word[2:]
    noun = first if last in _VERBS else last if first in _VERBS else ""
    return last + first if noun and noun not in _THINGS else ""
