"""Static plots of an evaluation as SVG that needs no font and no network to be read; matplotlib is the extra ``plots``.

Labels are in the language in force, but in English where no font at hand has Chinese characters.
"""

import io
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import numpy as np

from jobmatch.evaluation.report import Report
from jobmatch.messages import language, say, use_language

_CHINESE: Final = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "Microsoft YaHei", "PingFang SC", "Heiti SC",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei", "SimSun", "Noto Sans CJK JP", "Arial Unicode MS",
)  # fmt: skip
_STYLE: Final[Any] = {
    "svg.hashsalt": "jobmatch",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "font.size": 10.0,
}
_WIDTH: Final = 6.4  # inches
_ROOM: Final = (-0.03, 1.03)  # a point at the edge is seen whole
_SHOWN: Final = {"hit_at_3": "hit@3", "mrr": "MRR", "ndcg_at_10": "NDCG@10", "recall_at_10": "recall@10"}


def at_hand() -> bool:
    """Whether plots can be drawn here."""
    from importlib.util import find_spec

    return find_spec("matplotlib") is not None


def chinese_font() -> str | None:
    """A font with Chinese characters that is installed, the best looking first."""
    from matplotlib import font_manager

    there = {font.name for font in font_manager.fontManager.ttflist}
    return next((name for name in _CHINESE if name in there), None)


@contextmanager
def drawing() -> Iterator[None]:
    """Draw with a font and in a language that go together."""
    import matplotlib as mpl

    font, before = chinese_font(), language()
    # names of groups may be Chinese all the same: left as text, for the reader's own fonts
    letters = {"font.family": [font, "DejaVu Sans"]} if font else {"svg.fonttype": "none"}
    use_language(before if font else "en")
    try:
        with mpl.rc_context(_STYLE | letters), warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Glyph .* missing")
            yield
    finally:
        use_language(before)


def plots(report: Report) -> list[str]:
    """The plots for which the report has figures, each as one SVG element."""
    with drawing():
        return [
            _drawn(draw, report, height)
            for draw, height, there in (
                (figures, 0.9 + 0.6 * len(report.groups), report.all.clients),
                (reliability, 4.0, report.reliability),
                (congestion, 4.0, report.loads),
                (off_policy, 2.2, report.off_policy),
            )
            if there
        ]


def _drawn(draw: Callable[[Any, Report], None], report: Report, height: float) -> str:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(_WIDTH, height), layout="constrained")
    draw(figure.subplots(), report)
    file = io.StringIO()
    figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    text = file.getvalue()
    return text[text.index("<svg") :]


def figures(axes: Any, report: Report) -> None:
    """Each figure of each group with its interval."""
    names = [name for name, one in report.groups.items() if one.clients]
    for at, (key, label) in enumerate(_SHOWN.items()):
        groups = [report.groups[name] for name in names]
        middle = [getattr(one, key) for one in groups]
        places = np.arange(len(names)) + 0.18 * (at - (len(_SHOWN) - 1) / 2)
        _points(axes, middle, places, [one.intervals[key] for one in groups], label)
    axes.set_yticks(range(len(names)), names)
    axes.set(xlim=_ROOM, title=say("evaluation.plot-figures"))
    axes.invert_yaxis()
    axes.legend(frameon=False, loc="center left", bbox_to_anchor=(1, 0.5))


def reliability(axes: Any, report: Report) -> None:
    """What was said beside what came; the diagonal is as it should be, a larger point stands for more pairs."""
    said, came, pairs = np.array([(one.said, one.came, one.pairs) for one in report.reliability]).T
    axes.plot((0, 1), (0, 1), color="0.7", linewidth=1)
    axes.scatter(said, came, s=20 + 120 * pairs / pairs.max(), alpha=0.7)
    axes.set(xlim=_ROOM, ylim=_ROOM, xlabel=say("evaluation.axis-said"), ylabel=say("evaluation.axis-came"),
             title=say("evaluation.plot-reliability"))  # fmt: skip


def congestion(axes: Any, report: Report) -> None:
    """The Lorenz curve of the recommendations; the diagonal is all postings alike."""
    unused = max(0, (report.pool or 0) - len(report.loads))
    sums = np.cumsum([0, *[0] * unused, *report.loads])
    axes.plot((0, 1), (0, 1), color="0.7", linewidth=1)
    axes.plot(np.linspace(0, 1, len(sums)), sums / sums[-1])
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel=say("evaluation.axis-postings"),
             ylabel=say("evaluation.axis-recommendations"), title=say("evaluation.plot-congestion"))  # fmt: skip


def off_policy(axes: Any, report: Report) -> None:
    """What other lists would have brought, beside the lists of the log."""
    found = report.off_policy
    if found is None:
        return
    named = found.by_name()
    _points(axes, [one.value for one in named.values()], np.arange(4), [one.interval for one in named.values()])
    axes.set_yticks(range(4), list(named))
    axes.set(title=say("evaluation.plot-off-policy"))
    axes.invert_yaxis()


def _points(
    axes: Any, middle: Sequence[float | None], places: Any, ends: Sequence[tuple[float, float]], label: str = ""
) -> None:
    """Points with their intervals; the resampled ends never lie on the wrong side of a rounded mean."""
    values, (low, high) = np.array(middle, dtype=float), np.array(ends).T
    sides = np.maximum(0, [values - low, high - values])
    axes.errorbar(values, places, xerr=sides, fmt="o", markersize=4, capsize=2, label=label or None)
