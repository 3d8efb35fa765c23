"""``begins_of_people``: where a file of notes begins to tell of another client, so that several do not become one."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from jobmatch.intake.clauses.phrasebook import pattern, phrases
from jobmatch.text.phrases import shadow

_LONGEST_READ: Final = 200_000  # characters: a file of a year's talks
_NAME: Final = r"(?P<name>[\u4e00-\u9fff]{1,4}?|[\u4e00-\u9fff](?:某{1,2}|[×x*○]{1,2})|[A-Za-z]+ [A-Za-z]+)"
_TITLE: Final = r"(?:女士|先生|小姐|阿姨|师傅|大姐|大哥|大爷|大妈|姐|哥|叔|婶)?"
_MARK: Final = r"[ \u3000#*•◆▪■●※【\[-]*(?:(?P<number>\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、):: \t]|[①-⑳]|\d{1,3} |\d{1,2}(?=[男女]))[ \t]*)?"
_CLIENT: Final = r"(?:(?:客户|求职者|服务对象|案主|个案)[一二三四五六七八九十\d]{0,2})?[: ]*"
_GENDER: Final = r"(?:[男女]性?|m|f|male|female)"
_AGE: Final = r"(?:今年|现年|年龄:?)?(?:[1-7]\d|[二三四五六七]十[一二三四五六七八九]?)"
_SIGN: Final = r"[ \t,、:(/|;】\]]{1,3}"
_END: Final = r"(?=[ \t,、)/|;。岁]|$)"
# A line that begins as the note of a person does: 3. 王某,女,45岁; 赵女士,今年五十; 2、男,38岁; T-3 | 李某 | 女 | 45.
_HEADS: Final = (
    re.compile(rf"{_MARK}{_CLIENT}{_NAME}{_TITLE}{_SIGN}(?:{_GENDER}{_END}|{_AGE}(?:岁|{_SIGN}{_GENDER}))"),
    re.compile(rf"{_MARK}{_CLIENT}{_NAME}(?:某{{1,2}}|女士|先生|阿姨|师傅|大姐|大哥|姐|哥|叔|婶)(?:{_SIGN})?{_AGE}(?:岁|了|{_END})"),
    re.compile(rf"{_MARK}(?P<gender>{_GENDER})(?:性)?(?:{_SIGN})?(?P<age>{_AGE})(?:岁|{_END})"),
    re.compile(rf"[ |]*[a-z]{{0,3}}-?\d{{1,6}}{_SIGN}{_NAME}{_SIGN}{_GENDER}{_END}"),
)  # fmt: skip
_TALKED: Final = re.compile("[?!？！]|好的|是的|没有|不是|可以")  # 个案:好的 is a speaker and no heading
_FAMILY: Final = re.compile("(?:家庭|家属|家中|同住|共同生活)[^\n]{0,6}(?:成员|情况|人口|人员)|户内|family members")
_NEAR_FAMILY: Final = 200  # characters behind such a heading in which lines tell of kin


def begins_of_people(text: str) -> tuple[int, ...]:
    r"""The lines, counted from one, at which a note of another client begins; one line or none in the note of one.

    >>> begins_of_people("1. 王某，女，45岁，想做保洁。\n2. 李某，男，38岁，想开车。")
    (1, 2)
    >>> begins_of_people("王某，女，45岁。\n家庭成员：\n丈夫，男，50岁\n女儿，女，20岁")
    (1,)
    """
    first: dict[str, int] = {}
    of_key: dict[str, dict[str, int]] = {}
    family = -2 * _NEAR_FAMILY
    for number, at, line in _lines(shadow(text[:_LONGEST_READ])):
        if heading := pattern("people.keys").match(line):
            if not _TALKED.search(heading["name"]):
                of_key.setdefault(heading["key"], {}).setdefault(heading["name"], number)
        elif (who := _who(line)) and at - family > _NEAR_FAMILY:
            first.setdefault(who, number)
        family = at if _FAMILY.search(line) else family
    several = max((tuple(lines.values()) for lines in of_key.values()), key=len, default=())
    return max(several, tuple(first.values()), key=len)


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        yield number, at, line[:_OF_LINE].lower()
        at += len(line) + 1


_OF_LINE: Final = 60  # characters of a line that tell whom it is about


def _who(line: str) -> str | None:
    """What tells the person at the head of a line from another one; None where no person is."""
    for head in _HEADS:
        if not (found := head.match(line)):
            continue
        said = found.groupdict()
        if name := said.get("name"):
            return None if _no_client().search(name) else name
        return f"{said['gender'][0]}{said['age']}" if said["number"] else None
    return None


_KIN: Final = "姓名|性别|年龄|目前|家里|本人|自己|户主|长[子女]|次[子女]|岁|性|初中|高中|大专|本科|电话|登记|来访|日期|上午|下午|已婚|未婚|离异|汉族|客户|现在|今年|其|她|他|我"


@cache
def _no_client() -> re.Pattern[str]:
    people = "|".join(re.escape(word) for word in phrases()["people"]["other"] if not word.isascii())
    return re.compile(f"^(?:{people}|{_KIN})")
