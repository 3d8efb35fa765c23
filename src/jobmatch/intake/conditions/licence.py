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
    rf"|^\s*(?P<c11>[abc][1-6][、/和]?[abc][1-6])(?:都有|都在)?\s*$"
    r"|(?<![没冇无])有(?:车)?牌(?=$|[,。;])|(?<![a-z])(?:has|holds|with)(?: an?)? (?P<c8>[abc][1-3])(?![a-z0-9])"
)


_LOST_LICENCE: Final = re.compile(
    r"吊销|注销|过期|扣|暂扣|考(?!过|下|取了|出)|学|准备|revoked|expired|learning|suspended"
)


_DRIVES_NO: Final = re.compile(
    r"(?:驾照|驾驶证)(?:[^,。;]{0,6})(?:吊销|注销)(?!过)|(?:小车本?|驾照|驾驶证|车本|本儿)(?:还|是)?(?:没得"
    r"|莫得|没有)|(?<![有证])(?:无|没)(?:车)?牌(?![子照匾])|只有(?:机车|摩托车?|电动车)(?:驾照|驾驶证)"
    r"|科[一二三四目][一二三四]?[^,。;]{0,3}(?:挂|没过|没考)|没考本|(?:汽车|小车|四轮)(?:驾照|驾驶证|的)?(?:也|都|还)?(?:没有|冇|没考|未考)(?=$|[,。;])|not a driver|licen[cs]e[^.]{0,6}[;,.] ?(?:s?he)(?: himself| herself)? has none|(?:never|not) (?:got|had|held|took|passed) (?:one"
    r"|it|a (?:driving )?licen|(?:her|his) (?:driving )?(?:test|licen))|车牌(?:未|没)|没车牌|^\s*(?:她|他"
    r"|本人|自己|我)*没有?本儿?\s*$|(?:没有?|无|未(?:考取|取得)|不持有)(?:任何|汽车|机动车|小车|有效)*(?:驾照"
    r"|驾驶证|驾本|车本|驾驶执照)|(?:驾照|驾驶证|驾驶执照)[:]? ?(?:还|都|也)?(?:无|没有|没考|没拿|未考|没)"
    r"|(?:没|没有|还没|未)(?:考过|考|拿到|拿|取得|领)(?:到)?(?:驾照|驾驶证|车本)|(?:驾照|驾驶证)(?:刚|才|还)?(?:报了?名|在考"
    r"|正在考|在学)|正?(?:在)?学车|无车牌|没车牌|(?<!就)不会开车|学(?:车|驾照|科目)|科目[一二三四]"
    r"|(?<![a-z])no (?:driving |driver'?s? )?licen[cs]e|(?:does not|doesn't|can't|cannot|doesnt|cant) (?:drive|have a (?:driving|driver))"
)


_DRIVES: Final = re.compile(r"(?<!不)(?:会|能)开(?:小|汽|轿)?车|^\s*(?:she |he )?drives\s*$")


_LICENCE_ENDED: Final = re.compile(
    r"[, ]*(?:后来?|但|可|不过|因(?:为)?[^,。;被]{1,10}|已经?|早就?|都|就|被|给|又|前年|去年|今年)*(?:已经?|被|给)*(?:注销|吊销|作废|失效|过期|扣光|扣完|降没)"
)


_OTHER_VEHICLE: Final = re.compile(
    r"(?:(?<!机动)(?<!汽)(?<!驾照)机车|摩托车?|电动车|拖拉机|农机|无人机|叉车|船)(?:驾照|驾驶证|驾驶执照)$"
)


_NO_CLASS: Final = re.compile(
    r"^(?:本|照|证)?(?:儿)?(?:没有|没考|没拿|无|还没|打算|准备|在考)|^(?:的)?本[^,。;]{0,4}(?:打算|准备|没)"
)


def read_licence(clause: Clause, note: Note) -> Iterator[Fact]:
    """Whether the client has a driving licence, and of which class."""
    field, text = "conditions.driving_licence", clause.text
    behind = note.shadow[clause.end : clause.end + _SOON]
    if found := _LOWERED.search(text):
        yield fact(field, (found["class"] or found["higher"]).upper(), clause, found, PLAIN)
        return
    found = _NO_VALUE.match(text, clause.value) if clause.key == "licence" else None
    if found := found or _DRIVES_NO.search(text):
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
        if _OTHER_VEHICLE.search(text[: found.end()]):
            continue
        kind = next(
            (
                found[name]
                for name in ("c", "c0", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11")
                if found[name]
            ),
            None,
        )
        lost = _LOST_LICENCE.search(text) or clause.denies(*found.span()) or _NO_CLASS.match(text[found.end() :])
        held = kind or found["any"] or re.search(r"有|持|考取|拿到|has|holds|:", text)
        if held and not lost:
            value, sure = _usable(kind, re.split(r"[。\n]", text[found.start() :] + behind)[0])
            ended = _LICENCE_ENDED.match(behind)
            yield fact(field, "none" if ended else value, clause, found, LIKELY if ended else sure)
            return


def _usable(kind: str | None, said: str) -> tuple[str, float]:
    """The class that can be used by what is said of it, and how sure that is: B2 of who cannot drive lorries is C1."""
    limit = _LIMITED.search(said)
    if limit and not limit["large"]:
        return "none", WEAK
    if limit and kind and kind[0] in "ab":
        return _SMALL, WEAK
    return "/".join(re.findall("[ABC][1-6]?", kind.upper())) if kind else "yes", PLAIN


_LOWERED: Final = re.compile(
    rf"{_CLASS}(?:驾照|驾驶证|本|照)?(?:已经?|被|给)*降(?:级)?(?:为|成|到)?了?(?P<class>{_CLASS})|(?:增(?:驾)?|升)(?:到|为|成|至|了)+(?P<higher>{_CLASS})"
)


# What the holder cannot drive any more, whatever the class: 不能再开大车.
_LIMITED: Final = re.compile(
    r"(?:不能|不让|不准|不宜|没法|无法|开不了)(?:再|去)?(?:开|跑|驾驶)?(?:(?P<large>大车|大货车?|大客车?|货车"
    r"|客车|重卡)|车(?=$|[,。;了])|机动车)|(?:can no longer|cannot|can't|not allowed to"
    r"|no longer allowed to) drive(?! at night| in)(?P<heavy> lorries| trucks| heavy)?"
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
