"""An evaluation as a sheet for the terminal, as Markdown, and as a page with plots."""

from jobmatch.evaluation.report import Figures, Report
from jobmatch.messages import listing, say
from jobmatch.reports import plots, sheet
from jobmatch.reports.rows import cell
from jobmatch.reports.sheet import Sheet


def evaluation(result: Report) -> Sheet:
    """Figures in all and by group, calibration, what other lists would have brought, and what holds for all lists."""
    rows = tuple(line for name, one in result.groups.items() for line in _figures(name, one))
    bins = tuple(say("evaluation.reliability", said=f"{one.said:.2f}", came=f"{one.came:.2f}", pairs=one.pairs)
                 for one in result.reliability)  # fmt: skip
    blocks = (
        (result.model, rows),
        ("", tuple(_whole(result))),
        (say("evaluation.reliability-heading"), bins),
        (say("evaluation.off-policy-heading"), tuple(_off_policy(result))),
    )
    return Sheet(say("page.evaluation"), blocks, say("evaluation.floor"))


def markdown(result: Report) -> str:
    """The sheet as Markdown."""
    return sheet.markdown(evaluation(result))


def page(result: Report) -> str:
    """One page with plots, or a word on what they need where they cannot be drawn."""
    told = evaluation(result)
    if plots.at_hand():
        return sheet.page([told], told.heading, plots.plots(result))
    blocks = (*told.blocks, ("", (say("evaluation.no-plots"),)))
    return sheet.page([Sheet(told.heading, blocks, told.foot)], told.heading)


def _figures(name: str, one: Figures) -> list[str]:
    group = cell("group", name)
    if not one.clients:
        return [say("evaluation.nobody", group=group)]
    line = say("evaluation.line", group=group, clients=one.clients, ndcg3=one.ndcg_at_3, ndcg10=one.ndcg_at_10,
               hit=one.hit_at_3, mrr=one.mrr, recall=one.recall_at_10)  # fmt: skip
    ends = {key: "–".join(f"{end:.2f}" for end in own) for key, own in one.intervals.items()}
    return [line, say("evaluation.intervals", ndcg10=ends["ndcg_at_10"], hit=ends["hit_at_3"], mrr=ends["mrr"],
                      recall=ends["recall_at_10"])]  # fmt: skip


def _whole(result: Report) -> list[str]:
    lines = [say("evaluation.spread", postings=result.postings_recommended, gini=result.congestion_gini,
                 most=result.most_at_one_posting)]  # fmt: skip
    if result.people:
        lines.append(say("evaluation.people", share=f"{result.most_share:.0%}"))
    if result.pool:
        share = f"{result.postings_recommended / result.pool:.0%}"
        lines.append(say("evaluation.coverage", pool=result.pool, share=share))
    if result.calibration_error is not None:
        lines.append(say("evaluation.calibration", error=result.calibration_error))
    if result.suppressed:
        lines.append(
            say(
                "evaluation.suppressed",
                groups=listing(cell("group", name) for name in result.suppressed),
            )
        )
    return lines


def _off_policy(result: Report) -> list[str]:
    found = result.off_policy
    if found is None:
        return []
    lines = [say("evaluation.off-policy", name=name, value=one.value, low=one.interval[0], high=one.interval[1])
             for name, one in found.by_name().items()]  # fmt: skip
    lines.append(say("evaluation.weights", clients=found.clients, shown=found.shown, clipped=found.weights_clipped,
                     ess=found.effective_sample_size, covered=found.covered))  # fmt: skip
    return lines
