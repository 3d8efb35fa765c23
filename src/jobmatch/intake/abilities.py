"""What the client can do and holds: skills, certificates, licence, languages; health; résumé and interviews."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.fact import LIKELY, PLAIN, Fact, Reading, fact, number
from jobmatch.intake.note import Clause, pattern
from jobmatch.text.certificates import find_certificates
from jobmatch.text.skills import find_skills

_NOT_HELD: Final = re.compile(r"没|无|未|不是|不|缺|no |without")
_ITEMS: Final = re.compile(
    r"(?:(?<!不)(?<!机)(?<!社)(?<!学)会(?!议|计|展|所|员|考虑|去|有|要|来|上班|同意|让|主动|议)|懂|擅长|熟悉|熟练(?:使用|操作|掌握)?|能熟练|掌握|精通"
    r"|技能[:是为]+|特长[:是为]+|拿手|can use|knows how to|skilled in|skills?:|good at)(?P<items>[^,。;!?\n(]{2,40})"
)
_SPLIT: Final = re.compile(r"[、/]|(?<=.)会(?=[a-z剪做开修用写打])|和|以及|及|与|还会|也会|会| and |,")
_SKILL: Final = re.compile(
    r"^(?:一点|一些|点|些|基本的?|简单的?|使用|操作|用|做|各种|常用|日常|的|各类)+|(?:等等?|之类|什么的|的)+$"
)
_NO_CERTIFICATE: Final = re.compile(
    r"(?:没有?|无|未(?:考取|取得|持有)?)(?:任何|什么|相关|职业|技能|资格)*(?:证书|证件|资格证(?!书)|职业资格)(?!过)|证书[:]? ?无|no certificates?"
)
_HAS_LICENCE: Final = re.compile(
    r"(?P<c>(?:[abc][123][、/和]?){1,3})(?:e)? ?(?:驾照|驾驶证|驾驶执照|的?本|照|证|(?:driving |driver'?s? )?licen[cs]e)|(?:驾照|驾驶证|驾驶执照|驾本|(?:有|持|考了?)本|准驾车型|driving licen[cs]e"
    r"|driver'?s? licen[cs]e)(?:[为是:类型 (]|\()*(?P<c2>[abc][123])?|有(?P<c3>[abc][123])(?![\d证本驾照的、和abc ])|(?P<any>有驾照|有驾驶证|有车本|持驾照|有驾本)"
    r"|(?P<class3>class [abc1-5] licen[cs]e)"
)
_LOST_LICENCE: Final = re.compile(r"吊销|注销|过期|扣|暂扣|考|学|准备|revoked|expired|learning|suspended")
_DRIVES_NO: Final = re.compile(
    r"(?:没有?|无|未(?:考取|取得)|不持有)(?:任何)?(?:驾照|驾驶证|驾本|车本|驾驶执照)|(?:驾照|驾驶证|驾驶执照)[:]? ?(?:无|没有|没考|没拿|未考|没)"
    r"|no (?:driving|driver'?s?) licen[cs]e|does not (?:drive|have a (?:driving|driver))"
)


def read_abilities(reading: Reading) -> Iterator[Fact]:
    """Every fact about skills, papers, health and the search for work."""
    for clause in reading.own():
        yield from _skills(clause)
        yield from _certificates(clause)
        yield from _licence(clause)
        yield from _health(clause)
        yield from _search(clause)


def _skills(clause: Clause) -> Iterator[Fact]:
    if clause.has("goal.want") or clause.has("goal.refuse") or clause.has("turns.plan"):
        return
    seen: set[str] = set()
    for found in _ITEMS.finditer(clause.text):
        if clause.denies(found.start(), found.start() + 1):
            continue
        at = found.start("items")
        for item in _SPLIT.split(found["items"]):
            place = clause.text.find(item, at) if item else -1
            if place < 0:
                continue
            at = place + len(item)
            named = [mention.words for mention in find_skills(item) if not mention.negated]
            words = named or [_plain(item)]
            for word in words:
                start = clause.text.find(word.lower(), place)
                if (
                    len(word) >= 2
                    and len(word) <= 10
                    and start >= 0
                    and word not in seen
                    and not clause.denies(start, start + len(word))
                ):
                    seen.add(word)
                    yield fact(
                        "conditions.skills", word, clause, (start, start + len(word)), PLAIN if named else LIKELY
                    )


def _plain(item: str) -> str:
    said = _SKILL.sub("", item.strip())
    return "" if re.search(r"[的了吗呢吧]|什么|不|没|很|比较|自己|孩子|工作|上班|尽快|考虑", said) else said


def _certificates(clause: Clause) -> Iterator[Fact]:
    if found := _NO_CERTIFICATE.search(clause.text):
        yield fact("conditions.certificates", None, clause, found, LIKELY)
        return
    if clause.has("turns.expired") or clause.has("turns.plan") or clause.has("goal.want"):
        return
    for mention in find_certificates(clause.text):
        if not clause.denies(mention.start, mention.end) and "驾" not in mention.name:
            yield fact(
                "conditions.certificates",
                clause.text[mention.start : mention.end],
                clause,
                (mention.start, mention.end),
                PLAIN,
            )


def _licence(clause: Clause) -> Iterator[Fact]:
    if found := _DRIVES_NO.search(clause.text):
        yield fact("conditions.driving_licence", "none", clause, found, PLAIN)
        return
    found = _HAS_LICENCE.search(clause.text)
    if found and not _LOST_LICENCE.search(clause.text) and not clause.denies(*found.span()):
        kind = found["c"] or found["c2"] or found["c3"]
        if kind or found["any"] or re.search(r"有|持|考取|拿到|has|holds|:", clause.text):
            yield fact(
                "conditions.driving_licence",
                "/".join(re.findall("[ABC][123]", kind.upper())) if kind else "yes",
                clause,
                found,
                PLAIN,
            )


def _health(clause: Clause) -> Iterator[Fact]:
    if found := pattern("health.well").search(clause.text):
        yield fact("conditions.health_limits", None, clause, found, LIKELY)
    for found in pattern("health.words").finditer(clause.text):
        denied = re.search(r"(?:没有?|无|未患|不患|并无|no )(?:[^,。;]{0,8})$", clause.text[: found.start()])
        if not denied:
            yield fact("conditions.health_limits", found[0], clause, found, PLAIN)


def _search(clause: Clause) -> Iterator[Fact]:
    for field, no, yes in (
        ("ability.resume_ready", "ability.resume_no", "ability.resume_yes"),
        ("ability.interview_experience", "ability.interview_no", "ability.interview_yes"),
    ):
        if found := pattern(no).search(clause.text):
            yield fact(field, False, clause, found, LIKELY)
        elif (found := pattern(yes).search(clause.text)) and not clause.denies(*found.span()):
            yield fact(field, True, clause, found, LIKELY)
    if found := pattern("ability.failed").search(clause.text):
        said = next(filter(None, (found[f"n{at}"] for at in range(3))), None)
        if said:
            yield fact("ability.failed_applications", int(number(said)), clause, found, LIKELY)
