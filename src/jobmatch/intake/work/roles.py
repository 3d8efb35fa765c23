"""``told``: for every kind of work that a note names, whether it is wanted, refused or done, by the words around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.work.answers import is_declined, is_taken_up, is_turned_down, refused_by_answer, refused_by_rest
from jobmatch.intake.work.enumerated import all_welcome, is_choice, list_like, parts_a_list
from jobmatch.intake.work.mentions import Mention, mentions, mentions_before
from jobmatch.intake.work.named_beside import is_kind_of_posts, is_post_after, is_slip, is_workplace
from jobmatch.intake.work.verbs import AGAIN_WITHIN

Role = Literal["wanted", "refused", "done", "advised"]
_EVENTS: Final[tuple[Role, ...]] = ("refused", "wanted", "done", "advised")
_OF_EMPLOYER: Final = 3  # characters between an employer and the work that is done there: 裁缝店改衣服
_NOW: Final = re.compile("现|目前|继续|仍|还|now")  # a wish of the past counts where it lasts
_THEIRS: Final = re.compile("(?:所在|该|原|我们?)的?$")  # an employer that is only named: 所在物业公司
_AT_NIGHT: Final = re.compile("夜[里间晚]?(?:不|也|能|可以|都|是|就)*$")  # 夜里值班也行 is an hour and no kind of work
_STOPS: Final = "。;!?\n"


@dataclass(frozen=True, slots=True)
class Told:
    """A kind of work in a clause, and what the client has to do with it."""

    clause: Clause
    at: Mention
    role: Role
    sure: float = 1.0

    @property
    def start(self) -> int:
        """Its place in the note."""
        return self.clause.start + self.at.start

    @property
    def end(self) -> int:
        """Where it ends in the note."""
        return self.clause.start + self.at.end


@lru_cache(maxsize=16)
def told(note: Note) -> tuple[Told, ...]:
    """Every kind of work of which the note says what it is to the client, in the order of the note."""
    return tuple(_told(note))


def _told(note: Note) -> Iterator[Told]:
    carried: Role | None = None
    for clause in note.clauses:
        ahead = note.shadow[max(0, clause.start - 2) : clause.start]
        if any(sign in ahead for sign in _STOPS) or ahead.rstrip().endswith(".") or clause.others:
            carried = None
        if clause.others:
            yield from _turned_down(note, clause)
            continue
        events = _events(clause)
        named = mentions_before(clause.text, note.shadow[clause.end : clause.end + AGAIN_WITHIN])
        behind: Role | None = "wanted" if all_welcome(note, clause, named) else None
        roles: list[Role | None] = []
        for at, one in reversed(list(enumerate(named))):
            last = at + 1 == len(named)
            between = "" if last else clause.text[one.end : named[at + 1].start].removesuffix(named[at + 1].words[0])
            alone = parts_a_list(between)
            after = _behind(clause, one) or (_behind_its_sign(note, clause, one) if last else None)
            behind = after or (None if alone else behind)
            by_key = _by_key(clause, one)
            own_key = by_key if clause.value else None
            listed: Role | None = "done" if between and not alone and roles[-1] == "done" else None
            roles.append(
                behind or _before(events, clause, one) or own_key or _beside(note, clause, one) or by_key or listed
            )
        roles.reverse()
        _go_on(clause, named, roles)
        goes_on = carried if carried and list_like(clause, named) and not _CAN.search(clause.text) else None
        for one, role in zip(named, roles, strict=True):
            known = _known(note, clause, one, role) or goes_on
            if _is_no_work(note, clause, named, one, known):
                continue
            if is_declined(note, clause, one, known):
                known = "refused"
            elif known == "advised" and is_taken_up(note, clause, one):
                known = "wanted"
            told_of = known and not _is_somewhere(note, clause, named, one, known)
            if known and told_of and (known == "refused" or not _denied(clause, one)):
                yield Told(clause, one, known)
            if known == "refused" and _was_done_before(events, clause, one):
                yield Told(clause, one, "done")
        carried = _carried(clause, events) if events else carried


def _carried(clause: Clause, events: list[tuple[int, Role]]) -> Role | None:
    """What a list behind the clause is, by its last words; 夜场的别推 has said what it refuses."""
    end, role = events[-1]
    closed = role == "refused" and not clause.text[end:].strip(" 了的啊吧") and not clause.key
    return None if closed and not pattern("roles.begins_refused").match(clause.text) else role


def _go_on(clause: Clause, named: tuple[Mention, ...], roles: list[Role | None]) -> None:
    """A job of which nothing is told, behind a blank or a sign behind one that was done, was done too: 电子厂QC 拉长."""
    for at in range(1, len(named)):
        between = clause.text[named[at - 1].end : named[at].start]
        if roles[at] is None and roles[at - 1] == "done" and between and not between.strip(" 、/和及"):
            roles[at] = "done"


def _known(note: Note, clause: Clause, one: Mention, role: Role | None) -> Role | None:
    """The role by the words around, put right where a turn was made, or by its place at the head of the note."""
    if role == "wanted" and _is_past_turn(clause, one):
        return "done"
    return role or ("done" if _is_at_head(note, clause, one) else "wanted" if is_choice(clause) else None)


def _is_no_work(note: Note, clause: Clause, named: tuple[Mention, ...], one: Mention, known: Role | None) -> bool:
    """Whether the words are those of a key, an employer, an hour, or of a job told already."""
    if _TITLE.fullmatch(one.words) or one.start < clause.value or is_kind_of_posts(one, named):
        return True
    if one.employer and _THEIRS.search(clause.text[: one.start]):
        return True
    if known == "done" and (is_post_after(clause, named, one) or is_slip(note, clause, one)):
        return True
    if _AT_NIGHT.search(clause.text[: one.start]) and one.words in _NIGHT_HOURS:
        return True
    return one.at_home and not pattern("role.for_others").search(clause.text)


_TITLE: Final = re.compile("[初中高]级(?:会计|经济|工程|统计|审计|农艺|政工)师")  # a rank that is held
_NIGHT_HOURS: Final = ("值班", "值守", "巡逻", "值夜")


def _is_somewhere(note: Note, clause: Clause, named: tuple[Mention, ...], one: Mention, known: Role) -> bool:
    """Whether the words tell where the work is done rather than what it is."""
    owner = one.employer and any(
        0 <= other.start - one.end <= _OF_EMPLOYER and not _LISTED.search(clause.text[one.end : other.start])
        for other in named
    )
    alone = one.employer and known == "done" and not _beside(note, clause, one)
    return owner or alone or is_workplace(clause, named, one)


_LISTED: Final = re.compile("[、/或和]")
_BY_KEY: Final[dict[str, Role]] = {"wanted": "wanted", "refused": "refused", "done": "done"}


def _by_key(clause: Clause, one: Mention) -> Role | None:
    """What the key before a value tells: 意向: or 不做:."""
    return _BY_KEY.get(clause.key) if one.start >= clause.value else None


def _was_done_before(events: list[tuple[int, Role]], clause: Clause, one: Mention) -> bool:
    """Whether what is refused is told with the years in which it was done: 之前卖保险两年不想碰了."""
    years = pattern("role.years_behind").match(clause.text[one.end :])
    return bool(years and not _before([event for event in events if event[1] == "refused"], clause, one))


def _is_past_turn(clause: Clause, one: Mention) -> bool:
    """Whether a turn has been made, and is not wished: 转做电池装配两年."""
    before = clause.text[: one.start]
    years = pattern("role.years_behind").match(clause.text[one.end :])
    return bool(
        years and re.search("[转改][行岗]?[做到当干]$", before) and not re.search("想|希望|愿|打算|找|意向", before)
    )


def _is_at_head(note: Note, clause: Clause, one: Mention) -> bool:
    """Whether a note begins with what somebody is: 骑手,29岁; 男,36,快递员."""
    begins = clause.start <= _HEAD and not clause.key and bool(_ONLY.fullmatch(clause.text.replace(one.words, "@")))
    return (
        begins
        and bool(pattern("roles.person").search(one.words))
        and bool(pattern("roles.age_or_gender").search(note.shadow[:_FIRST]))
    )


_HEAD: Final = 16  # characters in which the first words of a note stand
_FIRST: Final = 30
_ONLY: Final = re.compile(r"\W*(?:老|一?个|一名)?@(?:[2-6]\d岁?)?\W*")


def _turned_down(note: Note, clause: Clause) -> Iterator[Told]:
    """What somebody else would have the client do, and the client will not: 婆婆劝她去做保洁，她不乐意."""
    advice = pattern("role.advised_by").search(clause.text)
    begin = advice.end() if advice else len(clause.text)
    for one in mentions(clause.text) if advice else ():
        if one.start >= begin and is_turned_down(note, clause, one):
            yield Told(replace(clause, others=False), one, "refused")
    for one in mentions(clause.text):
        if not clause.text[: one.start].strip() and refused_by_answer(note, clause, one):  # 送外卖朋友叫他去,他不去
            yield Told(replace(clause, others=False), one, "refused")


def _events(clause: Clause) -> list[tuple[int, Role]]:
    """Where the clause begins to tell of what is wanted, refused, done or advised, in order."""
    dropped = clause.earlier or (clause.past and not _NOW.search(clause.text))
    found = sorted((found.end(), role, found[0]) for role in _EVENTS for found in clause.finds(f"role.{role}"))
    advice = {end for end, role, _ in found if role == "advised"}
    wish = next((end for end, role, _ in found if role == "wanted"), None)
    return [
        (end, role)
        for end, role, words in found
        if end > clause.value
        and not (
            role == "wanted" and (dropped or pattern("roles.turned").search(clause.text[: end - len(words)] + words))
        )
        and not (role == "done" and end in advice)
        and not (role == "done" and _begun(end, wish, advice) and pattern("roles.open").fullmatch(words))
    ]


def _begun(end: int, wish: int | None, advice: set[int]) -> bool:
    """Whether a wish or an advice has begun, behind which 任 and 从事 tell what is wanted or advised."""
    return any(begin < end for begin in (*advice, *((wish,) if wish else ())))


def _before(events: list[tuple[int, Role]], clause: Clause, one: Mention) -> Role | None:
    """What is told before the words; a verb may end what is told and begin the work: 不想再跑 and 跑外卖."""
    begin = one.start + (clause.text[one.start] in _WORKS)
    return next((role for end, role in reversed(events) if end <= begin), None)


_WORKS: Final = "跑送开上卖修看带装教搬写画编"


def _behind(clause: Clause, one: Mention) -> Role | None:
    """What the words directly behind say: 保洁不考虑; 收银也行."""
    after = _POST.sub("", clause.text[one.end : one.end + 18])
    if pattern("role.refused_behind").match(after) or (
        pattern("roles.all_but").search(clause.text[: one.start]) and _WILL_DO.match(after)
    ):
        return "refused"
    if _DID.match(after):
        return "done"
    if pattern("role.wanted_behind").match(after):
        return "wanted"
    return "done" if pattern("role.done_behind").match(after) else None


_WILL_DO: Final = re.compile("^(?:的|里|工作|活)*(?:就|都)(?:行|成|好|可以|中|得|ok|干|去|没意见)")
_CAN: Final = re.compile(r"^\s*(?:会|能|懂|有|没|曾)|(?:她|他|我|都|也)会$")
_POST: Final = re.compile("^(?:岗位?(?!亭)|职位|工种|那一?块儿?|这一?块儿?|方面)")
_DID: Final = re.compile("(?:也|都|均|全)?(?:干|做|当|跑|开|卖|送|学)过(?!敏|期|于)")


def _behind_its_sign(note: Note, clause: Clause, one: Mention) -> Role | None:
    """What the words across the sign behind a clause say of its last kind of work."""
    refused = refused_by_rest(note, clause) or refused_by_answer(note, clause, one)
    return "refused" if refused else None


def _beside(note: Note, clause: Clause, one: Mention) -> Role | None:
    """Years beside it, or a workplace before it, tell that it was done."""
    before, end = clause.text[: one.start], clause.start + one.end
    after = note.shadow[end : end + 40]
    behind = pattern("role.years_behind").match(after) or pattern("role.span_behind").match(after)
    at_work = pattern("role.at_work")
    ahead = pattern("role.years_before").search(before) or at_work.search(before) or at_work.search(before + one.words)
    told_done = len(one.words) < one.end - one.start  # 摆过摊
    return "done" if behind or ahead or told_done else None


def _denied(clause: Clause, one: Mention) -> bool:
    before = clause.text[max(0, one.start - 8) : one.start]
    return bool(pattern("role.denied_before").search(before)) and not _WOULD_LEARN.search(before)


_WOULD_LEARN: Final = re.compile("(?:想|要|打算|准备|盼|希望)(?:去|再|先|能)*学(?:做|开)?$")
