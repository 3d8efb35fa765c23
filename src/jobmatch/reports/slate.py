"""The printable page of N3: one section a client, one block a job, to be handed over or kept in the file."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from jobmatch.messages import say
from jobmatch.records.recommendation import Recommendation, Recommendations, main_reasons, way
from jobmatch.reports.sheet import document

STYLE = """
body { font: 11pt/1.55 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; margin: 1.6cm; color: #111 }
body:lang(zh-TW) { font-family: "Noto Sans CJK TC", "Microsoft JhengHei", "PingFang TC", sans-serif }
@page { margin: 1.6cm } @media print { body { margin: 0 } }
section { break-after: page } section:last-child { break-after: auto }
h1 { font-size: 15pt; margin: 0 0 .3em } h2 { font-size: 12.5pt; margin: 1em 0 .2em }
.level { color: #444; margin: 0 } .job { break-inside: avoid; border-top: 1px solid #bbb; padding-top: .4em }
.role { font-size: 9.5pt; border: 1px solid #888; border-radius: 3px; padding: 0 .4em; margin-left: .5em }
dl { display: grid; grid-template-columns: 4.5em 1fr; gap: .15em .6em; margin: .3em 0 }
dt { color: #555 } dd { margin: 0; grid-column: 2; overflow-wrap: anywhere } .warn { color: #a00 }
.ask { border-top: 1px solid #bbb; padding-top: .4em }
"""


def page(results: Iterable[Recommendations]) -> str:
    """The page of some answers."""
    return document(say("page.title"), STYLE, "\n".join(map(section, results)))


def section(result: Recommendations) -> str:
    """One client: level, jobs with reasons, what is missing, what to ask."""
    level = say(f"show.level-{result.level['level'] or 'none'}")
    why = say("word.semicolon").join(str(reason) for reason in result.level["reasons"])
    head = f"<h1>{escape(result.client_id)} · {escape(level)}</h1><p class=level>{escape(why)}</p>"
    jobs = "".join(_job(item) for item in result.items)
    asked = [(say("show.questions"), question.text) for question in result.questions]
    foot = escape(say("page.foot", as_of=result.as_of, model=result.model))
    noticed = "".join(f"<p>{escape(notice)}</p>" for notice in result.notices)
    rest = f"{_missing(result)}{_list(asked, 'ask')}{noticed}<p class=level>{foot}</p>"
    return f"<section>{head}{jobs}{rest}</section>"


def _missing(result: Recommendations) -> str:
    short = result.shortfall
    if short is None:
        return ""
    words = say("show.shortfall", found=short.found, wanted=short.wanted) if short.found else say("show.none-fit")
    changes = [change.text for change in short.smallest_change] or [say("show.no-change")]
    return f"<h2>{escape(words)}</h2><ul>{''.join(f'<li>{escape(text)}</li>' for text in changes)}</ul>"


def _job(item: Recommendation) -> str:
    away = way(item)
    number = say("page.posting-id", posting_id=item.posting_id)
    facts = " · ".join(filter(None, [item.employer, item.location, item.pay.text, away, number]))
    rows = [(say("show.why"), say("word.semicolon").join(line.reason for line in main_reasons(item)))]
    rows += [(say("show.give"), trade.text) for trade in item.trade_offs]
    rows += [(say("show.ask"), limit.text) for limit in item.limits if limit.state == "unknown"]
    warnings = [(say("show.warn"), f"{say('word.quoted', words=one.words)} {one.ground}") for one in item.warnings]
    role = escape(say(f"show.role-{item.role}"))
    return (
        f"<div class=job><h2>{item.rank}. {escape(item.title)}<span class=role>{role}</span></h2>"
        f"<div>{escape(facts)}</div>{_list(rows)}{_list(warnings, 'warn')}</div>"
    )


def _list(rows: list[tuple[str, str]], kind: str = "") -> str:
    """Names and texts; a name that several texts have is said once."""
    if not rows:
        return ""
    lines = "".join(
        f"<dt>{escape(name)}</dt>{''.join(f'<dd>{escape(text)}</dd>' for _, text in texts)}"
        for name, texts in groupby(rows, key=lambda row: row[0])
    )
    return f'<dl class="{kind}">{lines}</dl>'
