"""The client's driving licence, by its class, told from those lost, being learned or for another vehicle; own vehicles."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, Reading, fact

_SOON: Final = 32  # characters behind a licence in which its end is told


_CLASS: Final = r"(?<![a-z\d])[abc][1-6](?![\d]|[a-z](?!\d)|证(?!件|书|照)(?![,。;]|$))"


_HAS_LICENCE: Final = re.compile(
    rf"(?P<c>(?:{_CLASS}[、/和]?){{1,3}})(?:e)? ?(?:驾照|驾驶证|驾驶执照|都有|的?本|照|证|有(?!效期)|(?:driving |driver'?s? )?licen[cs]e)"
    rf"|(?:驾照|驾驶证|驾驶执照|驾本|(?:有|持|考了?|拿了?)本|准驾车型|driving licen[cs]e|driver'?s? licen[cs]e)(?:刚|[为是:类型拿 (]|\()*(?P<c2>{_CLASS})?"
    rf"|(?:有|拿了?|考了?|考出了?|持有?|就|是|驾|开)(?:驾照|驾驶证)?(?:一?个|一?本|\()?(?P<c3>{_CLASS})|^\s*(?P<c4>{_CLASS})\s*$|(?:(?<=岁)|(?<=[\u4e00-\u9fff]证[、,/])|(?<=^)[ \u3000]*(?={_CLASS}[ \u3000]+\d))(?P<c0>{_CLASS})(?=[ \u3000,。;、]|$)|(?P<c5>{_CLASS})(?=货车|客车|大车|\(|证?到(?=\d|明年|后年|年底)|证(?=[\d一二三四五六七八九十]+年|在|还在|有效|也有|没过期)|满|拿了|考了|拿到|在手里|证|驾龄|本|[、,和]|都|也|还|在手|已|的(?=$|[,。;]))"
    r"|(?P<any>^\s*(?:自小客|小客|职业小客|职业大客|职业大货|汽车|小型车)车?(?:驾照|驾驶执照)\s*$"
    r"|(?<![a-z])cdl(?![a-z])|licen[cs]e clean|有驾照|有驾驶证|有车本|持驾照|有驾本|(?:full|clean) (?:uk "
    r"|manual |clean )*(?:driving )?licen[cs]e)|(?P<class3>class [abc1-5] licen[cs]e)"
    r"|licen[cs]e[: ]{1,2}(?P<c6>{_CLASS})|category (?P<c7>[abc])(?![a-z])|(?<=[有持是拿考])(?P<c9>[abc])(?=照"
    rf"|本|证)|(?:手[头里上中]|现在?(?:是|降成|成了)?|目前是?|自动挡|手动挡|[大小](?:货|客)?车本|驾驶|licen[cs]e)[:是有为 ]{{0,2}}(?P<c10>{_CLASS})(?=$|[,。;、| 他她我的车])"
    rf"|(?:只?剩下?|只有|只是|(?:现在|目前|如今)(?:手[里上头])?(?:只|就|才)*(?:剩下?|有|是)?|手[里上头](?:只|就)?(?:剩下?|有))(?:个|张|本)?(?P<c12>{_CLASS})(?=$|[,。; )能可了的本照证])"
    rf"|^\s*(?P<c11>[abc][1-6][、/和]?[abc][1-6])(?:都有|都在)?\s*$"
    r"|(?<![没冇无])有(?:车)?牌(?=$|[,。;])|(?<![a-z])(?:has|holds|with)(?: an?)? (?P<c8>[abc][1-3])(?![a-z0-9])"
)


_DRIVES: Final = re.compile(r"(?<!不)(?:会|能)开(?:小|汽|轿)?车|^\s*(?:she |he )?drives\s*$")


def read_licence(clause: Clause, note: Note) -> Iterator[Fact]:
    """Whether the client has a driving licence, and of which class."""
    field, text = "conditions.driving_licence", clause.text
    behind = note.shadow[clause.end : clause.end + _SOON]
    if found := _LOWERED.search(text):
        yield fact(field, (found["class"] or found["higher"]).upper(), clause, found, PLAIN)
        return
    found = _NO_VALUE.match(text, clause.value) if clause.key == "licence" else None
    if found := found or pattern("licence.drives_no").search(text):
        yield fact(field, "none", clause, found, LIKELY)
        return
    if clause.key == "licence" and (found := _KEYED_CLASS.search(text, clause.value)):
        if _STILL_LEARNS.search(text, found.end()) or _STILL_LEARNS.match(behind):
            yield fact(field, "none", clause, found, LIKELY)
            return
        yield fact(field, "/".join(re.findall("[ABC][1-6]", found[0].upper())), clause, found, PLAIN)
        return
    if (found := _DRIVES.search(text)) and not re.search(r"[abc][1-6]|经验", text):
        yield fact(field, "yes", clause, found, WEAK)
    for found in _HAS_LICENCE.finditer(text):
        if pattern("licence.other_vehicle").search(text[: found.end()]):
            continue
        kind = next(
            (
                found[name]
                for name in ("c", "c0", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12")
                if found[name]
            ),
            None,
        )
        lost = (
            pattern("licence.lost_licence").search(text)
            or clause.denies(*found.span())
            or (kind and pattern("licence.no_more").match(text[found.end() :]))
            or (kind and pattern("licence.of_before").search(text[: found.start()]))
            or pattern("licence.no_class").match(text[found.end() :])
        )
        held = kind or found["any"] or re.search(r"有|持|考取|拿到|has|holds|:", text)
        if held and not lost:
            value, sure = _usable(kind, re.split(r"[。\n]", text[found.start() :] + behind)[0])
            ended = pattern("licence.licence_ended").match(behind)
            yield fact(field, "none" if ended else value, clause, found, LIKELY if ended else sure)
            return


def _usable(kind: str | None, said: str) -> tuple[str, float]:
    """The class that can be used by what is said of it, and how sure that is: B2 of who cannot drive lorries is C1."""
    limit = pattern("licence.limited").search(said)
    if limit and not limit["large"]:
        return "none", WEAK
    if limit and kind and kind[0] in "ab":
        return _SMALL, WEAK
    return "/".join(re.findall("[ABC][1-6]?", kind.upper())) if kind else "yes", PLAIN


_LOWERED: Final = re.compile(
    rf"{_CLASS}(?:驾照|驾驶证|本|照)?(?:已经?|被|给|早就?|[前去今]年|后来|都)*降(?:级)?(?:为|成|到)?了?(?P<class>{_CLASS})|(?:增(?:驾)?|升)(?:到|为|成|至|了)+(?P<higher>{_CLASS})"
)


_SMALL: Final = "C1"  # which a class for large vehicles includes


_STILL_LEARNS: Final = re.compile(r"[, (]*(?:还|正|只)?(?:考了?|过了?|在)?(?:科[目一二三四]|还?没(?:拿|考)|在[考学])")


_KEYED_CLASS: Final = re.compile(rf"{_CLASS}(?:[、/和]?{_CLASS})*")


_NO_VALUE: Final = re.compile(r"(?:还)?(?:没有?|无|未|在考|正在学|学着|在学|不会|否|没|none|no(?![a-z]))")


_FIELD: Final = "conditions.vehicles"


def read_vehicles(reading: Reading) -> Iterator[Fact]:
    """Every vehicle of the client's own; what was ridden or driven at work, or is only known how to, is none."""
    for clause in reading.own():
        if clause.past or clause.has("goal.want"):
            continue
        if found := pattern("vehicle.none").search(clause.text):
            yield fact(_FIELD, None, clause, found, WEAK)
            continue
        yield from _owned(clause)


def _owned(clause: Clause) -> Iterator[Fact]:
    for name in ("vehicle.owned", "vehicle.behind", "vehicle.ridden", "vehicle.alone", "vehicle.english"):
        for found in clause.finds(name):
            at = found.span("what")
            if not clause.denies(*at) and not pattern("vehicle.other").match(clause.text[at[1] :]):
                yield fact(_FIELD, found["what"], clause, at, LIKELY)
