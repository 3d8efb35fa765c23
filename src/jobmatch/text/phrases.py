"""Known phrases in a text, in one pass, and what the clause around each says: wanted, welcome or waived.

The shadow of a text has its length: each character is folded for itself, so that what is found in the shadow
stands at the same place in the text.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from jobmatch.patterns import late
from jobmatch.text.fold import fold, simplified
from jobmatch.text.sections import is_welcome_section
from jobmatch.text.translation import Translation

_REACH: Final = 120  # characters of a clause on either side: an endless one must not cost more
# A list of names in Latin letters that ends in 等 or 其中 is one stretch: 有hadoop,hbase,spark等使用经验优先.
_NAME: Final = r" ?[a-z][a-z0-9+#. ]{0,15}"
_LATIN_LIST: Final = rf"(?<=[a-z0-9+#],)(?:{_NAME}[,、/]){{0,9}}{_NAME}(?:等|其中|中的|任[意何])"
# The sign first, then what it is: the engine goes from sign to sign.
_CLAUSE_END: Final = late(
    rf"[,。;!?\n….、0-9](?:(?<=[。;!?\n…])|(?<=,)(?!{_LATIN_LIST})|(?<=[.])(?![a-z0-9])|(?<=、)(?=[0-9]{{1,2}}[.)])"
    r"|(?<=[0-9])(?<![0-9.a-z].)[0-9]?[.)](?![0-9])"
    r"|(?<=[0-9])(?<=[\u4e00-\u9fff,;。)].)(?<!第.)[0-9]?、(?![0-9半一二三四五六七八九十]))"
)
# Examples of what the clause before names: 有语言基础者优先,如:C语言、Java等.
_EXAMPLES: Final = late(r"^ ?(?:例?如|比如|譬如|诸如|包括|包含)(?!有|果|需|可|能|下|你|您)")
_WELCOME: Final = late(
    r"优先|加分|尤佳|者佳|更佳|为佳|最佳|佳$|优选|(?<!最)更好|最好(?!的)|锦上添花|者.{0,4}(?:另议|面议|从优|优待)"
    r"|非必[备须需要]|非(?:硬性|强制)|如有|若有|preferred|desirable|a plus|nice to have|bonus|advantage|welcome"
)
_WAIVED_BEFORE: Final = late(
    r"(?:无需|无须|不需要?|毋需|毋须|不用|不必|不要求|不强求|不看重?|不做|免(?!费)|没有|有无|会不会|(?<![能学机])不会"
    r"|不懂|不具备|无|非)"
    r"(?:任何|相关|具备|持有?|有|会|懂|掌握|需)*$"
    r"|\bno (?:prior |previous )?$"
)
_WAIVED_LIST: Final = late(r"(?:无需|无须|不需要?|毋需|不用|不必|不要求|不强求)[^但且]{0,12}$")
_WAIVED_AFTER: Final = late(
    r"^[^,但且(/]{0,8}?"
    r"(?:不要求(?=$|[\s、)])|不[做作]要求|不限(?!于)|不强求|可有可无|有无(?:都|均|皆)?可|有没有(?:都|均|也)|非必须"
    r"|非必需|not required|可培训|可带教"
    r"|不会(?:也|都)?(?:没关系|不要紧|可以学|能学|行))"
)
# A list in brackets, of which the words behind it hold: 有认证(oca,ocp,ocm)等优先.
_IN_BRACKET: Final = 60  # characters of the list behind a word of it
_IN_BRACKETS: Final = late(
    rf"[^()\n。;]{{0,{_IN_BRACKET}}}\) ?(?:等|之一|其一|任一|者|的|证书?|认证|相关|经验|经历|资格|背景){{0,4}}"
    r"(?:优先|加分|尤佳|者佳|更佳|为佳|更好)"
)
# The employer teaches it, brings it along or has somebody else for it.
_WHO: Final = (
    r"(?:公司|单位|厂里|厂方|店里|总部|企业|我们|师傅|老员工|老师|专人|团队"
    r"|专业人员|专门|入职后|岗前|统一|免费|we|company)"
)
_TAUGHT_BEFORE: Final = late(
    rf"(?:{_WHO}[^,;。]{{0,6}}(?:培训|提供|教|传授|配备|供应|发放|安排)|可(?:以)?培训"
    r"|(?:will|we) (?:teach|train)(?: you)?)[^,;。但且]{0,14}$"
)
_TAUGHT_AFTER: Final = late(
    rf"^[^,;。但且]{{0,10}}?(?:(?:由|有|是){_WHO}[^,;。]{{0,6}}(?:做|负责|提供|培训|教|办理|承担|完成|发放|培养)"
    rf"|{_WHO}(?:统一|免费|负责)?(?:培训|提供|教|发放|办理)|(?:is |are |will be )?(?:provided|supplied|taught))"
)
_OF_EMPLOYER: Final = late(
    r"^[\s0-9.、)]*(?:(?:本公司|我公司|我司|公司|本企业|集团)(?:是|为|系|专业|主营|自主|主要从事|致力)"
    r"|(?:工作|办公|生产)环境|(?:(?:员工|公司)?福利|薪资|薪酬|食宿)(?:待遇)?:|we offer|benefits)"
)
# One of these stands wherever something is waived: a look at the clause saves one for each of its words.
_MAY_WAIVE: Final = late(
    "不|无|毋|免|没|非|可培训|可以培训|可带教|公司|单位|厂里|厂方|店里|总部|企业|我司|我们|师傅|老员工|老师|专人|团队"
    "|专业人员|专门|入职后|岗前|统一|集团|环境|福利|薪资|薪酬|食宿|we|company|will|provided|supplied|taught|no|benefits"
)
_BARE_NEGATION: Final = late(
    r"(?:没有|有无|会不会|(?<![能学机])不会|不懂|不具备|无(?!需|须)|非)(?:任何|相关|具备|持有?|有|会|懂|掌握|需)*$"
)
_REFUSAL: Final = late(r"勿扰|勿投|免谈|不要|不考虑|不招|请绕|勿来")
# Who is turned away, or what it is not: 不考虑在校生、实习生, 中介勿扰, 非销售岗, 不涉及销售.
_TURNED_AWAY_BEFORE: Final = late(
    r"(?:不考虑|不招[收聘]?|不接受|不收|不要(?!求)|谢绝|拒绝|婉拒|不涉及|不含|不包[含括]|不需要?(?:做|有)?|(?<![是除])非(?!常|诚))[^,;。但]{0,24}$"
)
_TURNED_AWAY_AFTER: Final = late(
    r"^[^,;。但]{0,12}?(?:勿扰|勿投|勿来|免谈|除外|请绕|绕道|不要(?!求)|不考虑|不招|不收|莫扰)"
)
_CONCESSION: Final = late(r"也|亦|可|均|都|没关系|无妨|欢迎")


_HAN: Final = (0x4E00, 0xA000)  # characters of which nothing but the script is folded


class _Shadow(dict[int, int]):
    """One folded character for each character, learned when it is first seen."""

    def __missing__(self, code: int) -> int:
        folded = simplified(code) if _HAN[0] <= code < _HAN[1] else fold(chr(code)).lower()
        self[code] = value = ord(folded) if len(folded) == 1 else code
        return value


_in_shadow: Final = Translation(_Shadow())


@lru_cache(maxsize=16)  # a posting is read for several things one after the other
def shadow(text: str) -> str:
    """The text folded character by character, in lower case, of the same length.

    >>> shadow("熟練使用ＥＸＣＥＬ；")
    '熟练使用excel;'
    """
    return _in_shadow(text)


class Phrases:
    """Many phrases, found in one pass; the longest wins, and Latin phrases stand between word boundaries.

    A phrase of value None is a look-alike: it is found, and left out.

    >>> phrases = Phrases({"开车": 1, "java": 2, "离开车间": None})
    >>> list(phrases.find("会开车，懂java，离开车间，javascript"))
    [(1, 1, 3), (2, 5, 9)]
    """

    def __init__(self, values: Mapping[str, int | None]) -> None:
        self._values = values
        self._looked_up = 0  # characters of texts in which phrases were looked up one by one

    def find(self, folded: str) -> Iterator[tuple[int, int, int]]:
        """Each phrase in the shadow of a text: its value, start and end."""
        for start, end in self.spans(folded):
            word = folded[start:end]
            value = self._values[word]
            if value is None:
                continue
            if (word[0] > "z" and word[-1] > "z") or self._bounded(folded, word, start, end):
                yield value, start, end

    def spans(self, folded: str) -> Iterable[tuple[int, int]]:
        """Where phrases stand, look-alikes too: the first that overlap, and of several from one place the longest."""
        self._looked_up += len(folded)
        if self._looked_up < _LOOKED_UP:  # one client's few words: to lay out an automaton takes longer
            return self._looked_up_in(folded)
        return map(_START_AND_END, self._automaton.find_matches_as_indexes(folded))

    def _looked_up_in(self, folded: str) -> Iterator[tuple[int, int]]:
        start, last = 0, len(folded)
        while start < last:
            longest = range(min(self._longest, last - start), 0, -1)
            size = next((size for size in longest if folded[start : start + size] in self._values), 0)
            if size:
                yield start, start + size
            start += size or 1

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._values), default=0)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(list(self._values), matchkind=MatchKind.LeftmostLongest, store_patterns=False)

    @staticmethod
    def _bounded(folded: str, word: str, start: int, end: int) -> bool:
        if start and _is_latin(word[0]) and _is_latin(folded[start - 1]):
            return False
        if end == len(folded) or not _is_latin(word[-1]):
            return True
        after = folded[end]
        return not ("a" <= after <= "z" or (len(word) <= _SHORT and "0" <= after <= "9"))


_START_AND_END: Final = itemgetter(1, 2)  # of a match, behind the number of its phrase
_LOOKED_UP: Final = 3000  # characters: a fourth of what could be looked up while 40,000 phrases are laid out
_SHORT: Final = 3  # characters of a name that may stand before a figure as a part of another: ps5


def _is_latin(character: str) -> bool:
    return "a" <= character <= "z" or "0" <= character <= "9"


class Clause(NamedTuple):
    """A stretch of a text between two stops, with what holds for all of it."""

    start: int
    end: int
    text: str
    welcome: bool
    may_waive: bool

    def waives(self, start: int, end: int) -> bool:
        """Whether the clause says that what stands at ``start:end`` is not asked for."""
        if not self.may_waive:
            return False
        before, after = self.text[: start - self.start], self.text[end - self.start :]
        if after and (_WAIVED_AFTER.search(after) or _TAUGHT_AFTER.search(after)):
            return True
        return bool(_OF_EMPLOYER.search(self.text)) or bool(before and self._waived_before(before, after))

    def turns_away(self, start: int, end: int) -> bool:
        """Whether the clause says that who is named at ``start:end`` need not come, or what is named is not done."""
        before, after = self.text[: start - self.start], self.text[end - self.start :]
        return bool(_TURNED_AWAY_BEFORE.search(before) or _TURNED_AWAY_AFTER.search(after))

    def _waived_before(self, before: str, after: str) -> bool:
        """Whether what stands before it waives it, or says that the employer teaches it or brings it along."""
        if _TAUGHT_BEFORE.search(before) or _WAIVED_LIST.search(before):
            return True
        if not _WAIVED_BEFORE.search(before):
            return False
        if _BARE_NEGATION.search(before):  # 不会Excel也可以 waives it; 不会Excel勿扰 asks for it
            return bool(_CONCESSION.search(after)) and not _REFUSAL.search(after)
        return True


def says(folded: str, word: str) -> bool:
    """Whether the shadow of a text says a word otherwise than to waive it, to refuse it or to tell of the employer.

    >>> says("招聘文员,不考虑在校生、实习生", "实习生"), says("招聘实习生", "实习生")
    (False, True)

    A word that does not stand there as such is taken as said: what is cut for the index may be spelt otherwise.
    """
    clauses, start, found = Clauses(folded), folded.find(word), False
    while start >= 0:
        found, clause, end = True, clauses.at(start), start + len(word)
        if not (clause.waives(start, end) or clause.turns_away(start, end)):
            return True
        start = folded.find(word, end)
    return not found


class Clauses:
    r"""The clauses of a text, walked once from left to right.

    >>> clauses = Clauses("熟悉sql,懂hive优先;加分项:\nspark")
    >>> [clauses.at(place).welcome for place in (2, 8)]
    [False, True]

    Below a heading such as 加分项 everything is welcome only, until the next paragraph with a heading of its own.
    """

    def __init__(self, folded: str) -> None:
        self._folded = folded
        self._stops = _stops(folded)
        self._next = 0
        self._clause: Clause | None = None

    def at(self, place: int) -> Clause:
        """The clause that holds ``place``; places must come in rising order."""
        if self._clause is not None and place < self._clause.end:
            return self._clause
        while self._stops[self._next] < place:
            self._next += 1
        end = min(self._stops[self._next], place + _REACH)
        start = max(self._stops[self._next - 1] + 1 if self._next else 0, place - _REACH)
        text = self._folded[start:end]
        welcome = bool(_WELCOME.search(text)) or is_welcome_section(self._folded, place)
        welcome = welcome or self._is_in_brackets(place) or self._gives_examples_of_a_wish(text, start)
        self._clause = Clause(start, end, text, welcome, bool(_MAY_WAIVE.search(text)))
        return self._clause

    def _is_in_brackets(self, place: int) -> bool:
        """Whether what stands at ``place`` is in a list in brackets behind which all of it is welcomed."""
        closes = self._folded.find(")", place, place + _IN_BRACKET + 1) >= 0
        return closes and bool(_IN_BRACKETS.match(self._folded, place))

    def _gives_examples_of_a_wish(self, text: str, start: int) -> bool:
        """Whether the clause at ``start`` gives examples of what the one before it welcomes."""
        if self._folded[start - 1 : start] != "," or not _EXAMPLES.match(text):
            return False
        before = self._stops[self._next - 2] if self._next > 1 else 0
        return bool(_WELCOME.search(self._folded, max(before, start - _REACH), start))


@lru_cache(maxsize=16)
def _stops(folded: str) -> list[int]:
    """Where the clauses of a text end."""
    return [*(match.start() for match in _CLAUSE_END.finditer(folded)), len(folded)]
