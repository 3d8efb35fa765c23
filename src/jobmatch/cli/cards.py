"""Results as cards for a terminal of 80 columns; a Chinese character is two columns wide."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from jobmatch.explanation import Explanation
from jobmatch.messages import listing, say
from jobmatch.records.assessment import Assessment, MarketFigures
from jobmatch.records.profile import Profile
from jobmatch.records.recommendation import Recommendation, Recommendations, main_reasons, way
from jobmatch.reports.rows import field_of, value_of
from jobmatch.reports.sheet import Sheet

if TYPE_CHECKING:
    from jobmatch.market.screened import Screened

COLUMNS = 80


def width(text: str) -> int:
    """Columns that a text takes.

    >>> width("3个岗位")
    7
    """
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def wrap(text: str, indent: str = "", first: str | None = None, columns: int = COLUMNS) -> str:
    """Lines of at most ``columns`` columns; the first begins with ``first``, the others with ``indent``.

    >>> print(wrap("盘点入库出库", indent="  ", first="- ", columns=8))
    - 盘点入
      库出库
    """
    lines, line = [], indent if first is None else first
    taken = width(line)
    for word in _words(text):
        if taken + width(word.rstrip()) > columns and line.strip():
            lines.append(line.rstrip())
            line, word = indent, word.lstrip()  # noqa: PLW2901 - the word begins a new line
            taken = width(line)
        line += word
        taken += width(word)
    return "\n".join([*lines, line.rstrip()])


def _words(text: str) -> Iterable[str]:
    """Pieces that are not broken: a run of narrow characters with the blank after it, or one wide one."""
    run = ""
    for char in text.replace("\n", " "):
        wide = east_asian_width(char) in "WF"
        if run and (wide or run[-1] == " "):
            yield run
            run = ""
        if wide:
            yield char
        else:
            run += char
            if len(run) >= COLUMNS // 2:
                yield run
                run = ""
    if run:
        yield run


def _labelled(label: str, text: str) -> str:
    return wrap(text, indent=" " * (5 + width(label)), first=f"   {label}  ")


def _level(level: dict[str, object]) -> str:
    return say(f"show.level-{level['level'] or 'none'}")


def recommendations(result: Recommendations) -> str:
    """The card of one client: level, jobs, what is missing, what to ask."""
    lines = ["─" * (COLUMNS // 2 * 2), wrap(f"{result.client_id}  {_level(result.level)}")]
    lines += [wrap(str(reason), indent="   ", first="   ") for reason in result.level["reasons"]]
    lines += [_job(item) for item in result.items]
    if result.shortfall:
        found = result.shortfall.found
        words = say("show.shortfall", found=found, wanted=result.shortfall.wanted) if found else say("show.none-fit")
        changes = [change.text for change in result.shortfall.smallest_change] or [say("show.no-change")]
        lines += [wrap(words)] + [wrap(text, "     ", "   · ") for text in changes]
    if result.excluded:
        counts = listing(f"{say(f'excluded.{kind}')} {count}" for kind, count in result.excluded.items())
        lines.append(_labelled(say("show.excluded"), counts))
    asked = [say("word.brackets", words=question.text, more=question.would_change) for question in result.questions]
    lines += [_labelled(say("show.questions"), text) for text in asked]
    lines += [wrap(notice, "   ", "   ") for notice in result.notices]
    return "\n".join(lines)


def _job(item: Recommendation) -> str:
    away = way(item)
    facts = " · ".join(filter(None, [item.employer, item.location, item.pay.text, away]))
    lines = [wrap(f"{item.title}  [{say(f'show.role-{item.role}')}]  {item.score:.2f}", "   ", f"{item.rank}. ")]
    lines.append(wrap(facts, "   ", "   "))
    lines.append(_labelled(say("show.why"), say("word.semicolon").join(line.reason for line in main_reasons(item))))
    if item.trade_offs:
        lines.append(_labelled(say("show.give"), say("word.semicolon").join(trade.text for trade in item.trade_offs)))
    open_limits = [limit.text for limit in item.limits if limit.state == "unknown"]
    if open_limits:
        lines.append(_labelled(say("show.ask"), say("word.semicolon").join(open_limits)))
    lines += [
        _labelled(say("show.warn"), f"{say('word.quoted', words=one.words)} {one.ground}") for one in item.warnings
    ]
    if item.also_posted_as:
        lines.append(wrap(say("show.also", ids=listing(item.also_posted_as)), "   ", "   "))
    return "\n".join(lines)


def assessments(result: Assessment) -> str:
    """The card of one level."""
    lines = ["─" * COLUMNS, wrap(f"{result.client_id}  {_level({'level': result.level})}  {result.confidence:.0%}")]
    lines += [wrap(rule.text, "     ", "   · ") for rule in result.rules]
    if result.level:
        lines.append(wrap(_market(result.market), "   ", "   "))
    lines += [
        _labelled(say("show.change"), f"{one.text} → {_level({'level': one.to_level})}") for one in result.would_change
    ]
    lines += [
        _labelled(say("show.questions"), say("word.brackets", words=q.text, more=q.would_change))
        for q in result.questions
    ]
    return "\n".join(lines)


def _market(shown: MarketFigures) -> str:
    """The figures of the market; of openings qualified for, also how many for certain."""
    known = shown.qualified_for_goal - shown.qualified_unknown
    key = "show.qualified-unknown" if shown.qualified_unknown else "show.qualified"
    names = ("openings_in_reach", "for_goal", "gettable")
    qualified = say(key, all=shown.qualified_for_goal, known=known)
    return say("show.market", qualified=qualified, **{name: getattr(shown, name) for name in names})


def explanations(result: Explanation) -> str:
    """The lines of one explanation."""
    lines = (wrap(line, indent=" " * 10, first="") for line in str(result).splitlines())
    return "\n".join(["─" * COLUMNS, *lines])


def profiles(result: Profile) -> str:
    """What was read from a note, a line a field: its value, the words and how sure it is."""
    lines = ["─" * COLUMNS, wrap(f"{result.client.client_id}  {say('notes.heading')}")]
    if not result.evidence:
        lines.append(wrap(say("notes.nothing"), "   ", "   "))
    for field, one in result.evidence.items():
        lines.append(
            _labelled(
                field_of(field),
                f"{_value(field, one.value)}  {say('word.quoted', words=one.words)}  {one.confidence:.0%}  {field}",
            )
        )
    lines += [_labelled(say("notes.conflicts"), conflict.text) for conflict in result.conflicts]
    lines += [_labelled(say("notes.ask"), question.text) for question in result.questions]
    return "\n".join([*lines, wrap(say("notes.review"), "   ", "   ")])


def _value(field: str, value: object) -> str:
    """A value of a field as people read it."""
    return ("✓" if value else "✗") if isinstance(value, bool) else str(value_of(field, value))


def sheet(result: Sheet) -> str:
    """A sheet: its heading, then each block with its lines."""
    lines = ["─" * COLUMNS, wrap(result.heading)]
    for name, texts in result.blocks:
        lines += [wrap(name, "   ", "   ")] * bool(texts and name) + [wrap(text, "     ", "   · ") for text in texts]
    return "\n".join([*lines, wrap(result.foot, "   ", "   ")] if result.foot else lines)


def screened(result: "Screened") -> str:
    """A posting with what was found in it, a line a finding."""
    lines = [wrap(f"{result.posting_id}  {result.title}  {result.employer}")]
    for one in result.findings:
        lawful = say("screened.lawful") if one.lawful_exception else ""
        lines.append(
            wrap(
                f"{say(f'finding.{one.kind}')}  {say('word.quoted', words=one.words)}  {one.told_ground}{lawful}",
                "     ",
                "   · ",
            )
        )
    return "\n".join(lines)
