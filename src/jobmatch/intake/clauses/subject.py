"""Whose fact a clause tells: the client's or somebody else's, by the persons named, the pronouns and what was before."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, Self

from jobmatch.intake.clauses.phrasebook import pattern, phrases, source

_HEAD: Final = 10  # characters at the beginning of a clause in which its subject stands
_SHE: Final = re.compile(r"她|(?<![a-z])(?:she|her)(?![a-z])")
_HE: Final = re.compile(r"(?<!其)他(?!们|人|乡)|(?<![a-z])(?:he|his|him)(?![a-z])")
# A wish without a person, or the gender by itself, is the client's again.
_BACK_TO_CLIENT: Final = re.compile(r"\s*(?:找|求职|意向|期望|[男女]性?\s*$)")
_COUNSELLOR: Final = re.compile(r"[\s:,]*我(?::|说|看|建议|跟[她他]|劝|告诉|记一?下|觉得|估计|问|让[她他]|给[她他]|们)")


def _whole(word: str) -> str:
    """A word as a pattern; an English one stands alone, so that son is not found in reason."""
    return f"(?<![a-z]){re.escape(word)}(?:'?s)?(?![a-z])" if word.isascii() else re.escape(word)


@cache
def _people() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = phrases()["people"]
    others = "|".join(_whole(word) for word in sorted(table["other"], key=len, reverse=True))
    near = "|".join(table["other_near"])
    own = "|".join(map(re.escape, table["own"]))
    return (
        re.compile(
            f"(?:(?<!大)(?<!小)(?<!籍)(?<!陆)(?<!单亲)(?<!全职)(?<!二孩)(?<!二胎)(?<!宝)(?<![男女这那该](?=孩子))(?<![这那呢]位)(?<![扶务助业访该此本援救求障疑点难群谈产贫保训补安])(?:{others}|{source('people.partner')})|(?:(?<![\u4e00-\u9fff])|(?<=[我她他其佢的]))(?:{near})|(?:(?<![\u4e00-\u9fff○])|(?<=[我她他其佢]))(?:先生|太太)|{source('people.other_said')})(?!区|情况|基本|信息|概况|类型|大院|楼|转介|介绍|陪同| of |养|般|龄化|服务|照护|护理|院|用品|产品|食品|摄影|教育|教师)"
        ),
        re.compile(
            f"(?:{own}|{source('people.own_name')})(?!(?:的|家|那个|这个|那|这|们)?(?:{others}|{near}|太太|先生|老公))"
        ),
        pattern("people.intent"),
        re.compile(source("people.object_before") + "$"),
    )


@dataclass(frozen=True, slots=True)
class Subject:
    """Who the client of a note is, as far as it helps to tell others from them."""

    role: str | None  # the word of kin that means the client: 弟弟 where 登记的是弟弟
    gender: str | None  # 男 or 女
    gender_at: tuple[int, int]  # the words that tell it
    gender_said: bool  # in so many words, and not only by a pronoun
    his_own: bool  # whether the note speaks of the client as she or he
    told_by_another: bool  # 我 is the counsellor
    names: re.Pattern[str] | None  # others by name: 老孟 where the note says 师傅老孟

    @classmethod
    def of(cls, text: str) -> Self:
        """What the whole of a note tells of its client."""
        named = pattern("people.client_role").search(text)
        role = next((said for said in named.groups() if said), None) if named else None
        gender, at, plain = _gender(text, role)
        counts = {"女": len(_SHE.findall(text)), "男": len(_HE.findall(text))}
        return cls(
            role, gender, at, plain, bool(gender and counts[gender]),
            sum(counts.values()) > 0 and text.count("我") <= sum(counts.values()),
            _names(text, role, gender),
        )  # fmt: skip

    def tells_of_others(self, text: str, before: bool, last: str | None, quoted: bool = False) -> bool:
        """Whether a clause tells of somebody else: by its first person, else as the clause before it.

        ``last`` is the person who was named last, if it was somebody else; ``quoted`` where that person is
        speaking for the client, so that a wish is not the client's own.
        """
        _, own, intent, behind = _people()
        head = text.lstrip(" :的")[:_HEAD]
        me, someone = own.search(text[: _HEAD + 6 if text.isascii() else _HEAD - 2]), self.someone(head)
        if (
            someone
            and (of := pattern("subject.says_of").match(head, someone.end()))
            and not self._is_another(of["who"], someone[0])
        ):
            return False
        if someone and not behind.search(head[: someone.start()]) and (not me or me.start() >= someone.start()):
            return True
        if self.told_by_another and _COUNSELLOR.match(text):
            return True
        if (pronoun := pattern("subject.pronoun").match(text)) and self._is_another(pronoun["who"], last):
            return True
        if (
            me
            or (intent.search(text) and not quoted)
            or _BACK_TO_CLIENT.match(text)
            or (self.role and self.role in head)
            or (before and _tells_of_client_again(text, last))
        ):
            return False
        return before

    def names_grown(self, text: str) -> bool:
        """Whether a clause begins with a grown child and their age or schooling."""
        found = pattern("subject.grown_child").match(text)
        return bool(found and found["child"] not in self._client)

    def someone(self, text: str) -> "re.Match[str] | None":
        """The first person in a text who is not the client."""
        return next(iter(self.persons(text, 0, len(text))), None)

    def persons(self, text: str, start: int, end: int) -> "Iterable[re.Match[str]]":
        """Every person in a stretch of a text who is not the client."""
        found = (
            one for one in _people()[0].finditer(text, start, end) if not any(one[0] in word for word in self._client)
        )
        return (*found, *self.names.finditer(text, start, end)) if self.names else found

    @property
    def _client(self) -> tuple[str, ...]:
        """The words of kin that mean the client."""
        return (self.role, "孩子") if self.role in ("儿子", "女儿", "闺女") else (self.role or "",)

    def _is_another(self, pronoun: str, last: str | None) -> bool:
        """Whether she or he cannot be the client: of the other gender, where the note tells them apart."""
        gender = "女" if pronoun in ("她", "she") else "男"
        if self.gender is None or gender == self.gender:
            return False
        return self.his_own or (
            last is not None and bool(pattern("people.woman" if gender == "女" else "people.man").search(last))
        )


def _tells_of_client_again(text: str, last: str | None) -> bool:
    """Whether what is told behind a child, a colleague or a family reason can only be the client's."""
    if last in _CHILDREN and _OF_GROWN_UP.search(text):
        return True
    return bool(pattern("subject.own_leaving").search(text) or (last in _AT_WORK and _LEFT.search(text)))


_AT_WORK: Final = ("老板", "领导", "同事", "工友", "包工头", "师兄")
_LEFT: Final = re.compile("走的|走了$|辞[了的职掉]|不干了|离职|离开|没再去|没去了|干不下去")
_CHILDREN: Final = ("孩子", "小孩", "娃", "宝", "大宝", "二宝", "细路")
# What no child does who is only called a child.
_OF_GROWN_UP: Final = re.compile("^(?:以前|之前|原来|原先)|工资|怀孕|失业|辞职|辞了|辞的|做过|干过|驾照")
_ASKS_FOR_WORK: Final = "(?:自己|本人|顺便)*(?:想(?!问)|登记|没同意|希望|要求|期望)"


def _names(text: str, role: str | None, gender: str | None) -> re.Pattern[str] | None:
    """Others by name, and the man or the woman beside a client of the other gender."""
    names = {
        one["name"]
        for one in pattern("people.named_other").finditer(text)
        if not (role and role in one[0]) and not re.search(one["name"] + _ASKS_FOR_WORK, text)
    }
    beside = {"女": "男的", "男": "女的"}.get(gender or "")
    patterns = [re.escape(name) for name in sorted(names)] + (
        [f"(?<![性别是]){beside}(?![，,、。 ]|$)"] if beside else []
    )
    return re.compile("|".join(patterns)) if patterns else None


def is_object(text: str) -> bool:
    """Whether the person behind a text is only one for whom or with whom something is done."""
    return bool(_people()[3].search(text) or pattern("subject.english_object").search(text))


def _gender(text: str, role: str | None) -> tuple[str | None, tuple[int, int], bool]:
    """The gender that a note gives its client, where, and whether in so many words or by the pronoun used most."""
    named = pattern("people.client_role").search(text)
    begin = named.start() if named else 0
    woman, man = (bool(role and pattern(f"people.{who}").search(role)) for who in ("woman", "man"))
    if named and woman != man:
        return "女" if woman else "男", named.span(), True
    for found in pattern("subject.gender").finditer(text, begin, begin + _WHERE_GENDER_STANDS):
        if pattern("subject.addressed").match(text, found.end()) or text[: found.start()].endswith("@"):
            continue
        kin = found["title"] in ("先生", "太太") and re.search(r"[她他我佢的]$", text[: found.start()])
        if not kin:
            return (
                "女" if found[found.lastgroup or 0] in phrases()["subject"]["called_woman"] else "男",
                found.span(),
                True,
            )
    she, he = list(_SHE.finditer(text)), list(_HE.finditer(text))
    if len(she) == len(he):
        return _by_spouse(text)
    return "女" if len(she) > len(he) else "男", max(she, he, key=len)[0].span(), False


def _by_spouse(text: str) -> tuple[str | None, tuple[int, int], bool]:
    """The gender by the one whom the client is married to, where all that is told of one is of one gender, or by a birth."""
    told = {who: found for who, form in _MARRIED_TO.items() if (found := form.search(text))}
    if not told and (bore := _BORE.search(text)) and not _ANOTHER_WOMAN.search(text):
        told = {"女": bore}
    if len(told) != 1:
        return None, (0, 0), False
    who, found = next(iter(told.items()))
    return who, found.span(), False


_MARRIED_TO: Final = {
    "女": re.compile(r"(?<![一-鿿])(?:丈夫|老公)|(?<![a-z])husband(?![a-z])"),
    "男": re.compile(r"(?<![一-鿿])(?:妻子|老婆)|(?<![a-z])wife(?![a-z])"),
}
# Who bore a child is a woman, where no other one is told of.
_BORE: Final = re.compile("(?<!没)怀孕|产后|休产假|哺乳期|坐月子|生二胎")
_ANOTHER_WOMAN: Final = re.compile("妻|老婆|媳妇|太太|爱人|女友|女朋友|女儿|闺女|姐|妹")
_WHERE_GENDER_STANDS: Final = 300
