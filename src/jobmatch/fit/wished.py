"""What a client wants and refuses: the work that is meant, of what, in which field and in which way."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from jobmatch.fit.past import TEXTS_KEPT, Past
from jobmatch.fit.refusal import Refusal, read_refusal, refusals_in
from jobmatch.lazily import cached_property
from jobmatch.patterns import late
from jobmatch.records.wished import names_no_work
from jobmatch.text.fold import fold
from jobmatch.text.work.fields import Field, field_of, field_words
from jobmatch.text.work.objects import meant_by
from jobmatch.text.work.sayings import tells_no_work
from jobmatch.text.work.trades import WAYS, trades_of
from jobmatch.text.work.wishes import in_short, told_together, works_meant

# Who knows computing means an employer on the net by 大厂, and others a large factory.
_BIG_FIRM: Final = "大厂"
_BIG_NET_FIRM: Final = "互联网大厂"
_COMPUTING: Final = "计算机"
_LIVES_IN: Final = late(r"(?<!不)(?<!非)(?:住家|住宿|[包管]住|[包管]吃住|[包管]食宿|live-?\s?in)")
_LEAVES_STRENGTHS: Final = late(
    r"优势|优点|强项|特长|擅长|长处|专长|本行|对口|专业相关|(?:目标|方向|职业|岗位)[^,;。]{0,8}不[^,;。]{0,4}(?:匹配|相符|合适|符合|切合)"
    r"|strength|(?:field|subject) of study|what (?:he|she|they) can do"
)


@dataclass(frozen=True, eq=False)
class Wished(Past):
    """The wishes and refusals of a client, read on first use and kept."""

    @cached_property
    def wanted(self) -> tuple[str, ...]:
        """Wanted occupations that name a kind of work or a field; what names only a place or how it should be is none.

        Who names none may have named a line of business.
        """
        goal = self.client.goal
        words = (_asked_for(word) for word in goal.occupations or ())
        named = tuple(word for word in words if word and not self._only_place(word))
        named = tuple(_BIG_NET_FIRM if _is_big_firm(word) and self._of_computing else word for word in named)
        return named or tuple(word for word in goal.industries or () if field_of(word) is not None)

    @property
    def _of_computing(self) -> bool:
        """Whether the client has learned computing, or worked in it."""
        from jobmatch.text.work.majors import same_field

        field, major = field_of(_BIG_NET_FIRM), self.client.conditions.major
        worked = {trade // WAYS for job in self.past for trade in trades_of(job.work)}
        return bool(major and same_field(major, _COMPUTING)) or bool(field and field.trades & worked)

    @property
    def wanted_in_short(self) -> tuple[str, ...]:
        """The same as sentences repeat it: clauses of one story by the work that they tell together."""
        together = not self.wanted_fields and len(self.wanted_works) == 1 < len(self.wanted)
        return tuple(map(in_short, self.wanted_works if together else self.wanted))

    @cached_property
    def wanted_works(self) -> tuple[str, ...]:
        """What the wanted occupations mean that say what is to be done, and not just where or how."""
        return tuple(self._meant)

    @property
    def meant_objects(self) -> tuple[int, ...]:
        """The objects that are meant by each of them, as the wish, what was done and studied tell: 老师 of what."""
        return tuple(self._meant.values())

    @cached_property
    def _meant(self) -> dict[str, int]:
        return _works_of(self.wanted, self._done, self.client.conditions.major)

    @property
    def _done(self) -> tuple[str, ...]:
        return tuple(job.work for job in self.past)

    def objects_meant(self, work: str, wish: str) -> int:
        """The objects that are meant by some work which a wish says: of what nothing else tells, past work or study."""
        return _objects_of(work, wish, self._done, self.client.conditions.major)

    @cached_property
    def wanted_fields(self) -> tuple[Field, ...]:
        """The fields that the others name: 想进医院上班; 坐办公室的 and the like where nothing else is wanted."""
        fields = [field for wish in self.wanted if (field := field_of(wish)) is not None]
        bare = not self.wanted_works and all(field.condition for field in fields)
        return tuple(field for field in fields if bare or not field.condition)

    @cached_property
    def wanted_ways(self) -> tuple[Field, ...]:
        """How the work should be that is wished for beside them: 坐着的, and 日结 beside 搬运工."""
        fields = (field_of(wish) for wish in self.wanted)
        return tuple(field for field in fields if field is not None and field not in self.wanted_fields)

    @property
    def wish_stands(self) -> bool:
        """Whether the wish is taken as it is: no counsellor has noted that it leaves the strengths aside (PLN 三)."""
        return not any(_LEAVES_STRENGTHS.search(fold(one)) for one in self.client.attitude.misjudgements or ())

    @cached_property
    def wants_welfare(self) -> bool:
        """Whether the client wishes for a public-welfare post, which says of whom it is for and not what is done."""
        return any(names_welfare(word) for word in self.client.goal.occupations or ())

    @cached_property
    def refusals(self) -> tuple[Refusal, ...]:
        """What the client will not do, understood."""
        said = (read_refusal(words) for item in self.client.goal.refused or () for words in refusals_in(item))
        return tuple(replace(one, part=True) if self._is_part_of_a_wish(one.work) else one for one in said)

    @cached_property
    def wished_though_refusing(self) -> tuple[str, ...]:
        """The wanted works of who refuses some: what they name they mean, whatever line of business they refuse."""
        return self.wanted_works if self.refusals else ()

    def _is_part_of_a_wish(self, refused: str) -> bool:
        """Whether a refusal names in other words no more than what is wished for: 清洁, and no 扫厕所."""
        wishes = [trades_of(wish) for wish in self.wanted_works if refused not in wish]
        return bool(trades_of(refused)) and any(set(trades_of(refused)) <= set(wish) for wish in wishes)

    @cached_property
    def lives_in(self) -> bool:
        """Whether the client wishes for work that is lived in, or for lodging."""
        return any(map(_lives_there, self.client.goal.occupations or ()))


@lru_cache(maxsize=TEXTS_KEPT)
def _works_of(wanted: tuple[str, ...], done: tuple[str, ...], study: str | None) -> dict[str, int]:
    """The works that some wishes mean, each with its objects: nobody changes it."""
    wishes = tuple(wish for wish in wanted if field_of(wish) is None)
    if together := told_together(wishes):
        return {together: _objects_of(together, ",".join(wishes), done, study)}
    return {work: _objects_of(work, wish, done, study) for wish in wishes for work in works_meant(wish)}


def _objects_of(work: str, wish: str, done: tuple[str, ...], study: str | None) -> int:
    return meant_by(work if work == wish else f"{wish} {work}", done, study)


@lru_cache(maxsize=TEXTS_KEPT)
def _lives_there(wish: str) -> bool:
    return bool(_LIVES_IN.search(fold(wish)))


@lru_cache(maxsize=TEXTS_KEPT)
def _asked_for(wish: str) -> str:
    """The kind of work or the field in a wish; empty where it names none."""
    word = without_welfare(wish)
    return word if field_of(word) is not None or not (names_no_work(word) or tells_no_work(word)) else ""


@lru_cache(maxsize=TEXTS_KEPT)
def _is_big_firm(wish: str) -> bool:
    return field_words(wish) == _BIG_FIRM


_WELFARE: Final = late(
    r"公益性?(?:岗位?|崗位?|就业|的?工作|职位)|公益类岗位?|托底(?:安置)?(?:的?岗位?)?|(?:安置性|过渡性|协管类?)岗位"
    r"|public.?welfare(?: (?:post|job|position)s?)?",
    re.IGNORECASE,
)
# What is left of such a wish and names no work: 社区的公益性岗位, 政府安排的公益岗.
_NO_WORK: Final = late(
    r"[\s()（）/、,，的类等]|政府|街道|社区|村里?|乡镇|单位|国家|一个|一份|一类|这类|想要?|申请|希望|能?安排|安置|照顾|岗位?|工作|性质"
)


def names_welfare(wish: str) -> bool:
    """Whether a wish is, or holds, one for a public-welfare post.

    >>> names_welfare("公益性岗位"), names_welfare("社区公益岗保洁"), names_welfare("公益项目专员")
    (True, True, False)
    """
    return bool(_WELFARE.search(wish))


def without_welfare(wish: str) -> str:
    """The kind of work in a wish; empty where it names only public-welfare posts.

    >>> without_welfare("公益性岗位（保洁）"), without_welfare("政府安排的公益岗"), without_welfare("社区工作者")
    ('保洁', '', '社区工作者')
    """
    return _NO_WORK.sub("", _WELFARE.sub("", wish)) if names_welfare(wish) else wish
