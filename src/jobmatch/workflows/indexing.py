"""An index built once, and changed daily."""

from pathlib import Path
from typing import Any

from jobmatch.dataset.personal import masked
from jobmatch.files.table import shown
from jobmatch.messages import listing, say
from jobmatch.settings import load
from jobmatch.workflows.source import Source, Tell, open_postings, postings_of, quiet


def index(source: Source, folder: str, jobs: int | None = None, tell: Tell = quiet) -> tuple[dict[str, Any], bool]:
    """Build an index once, to use it in every command."""
    matcher, rejected = open_postings(source, tell, jobs)
    matcher.save(folder)
    return {"index": folder, **matcher.market_.about}, rejected


def index_update(
    folder: str, source: Source | None, closed: str | None, jobs: int | None = None, tell: Tell = quiet
) -> tuple[dict[str, Any], bool]:
    """Postings added, replaced and closed in an index, the others not read anew."""
    from jobmatch.dataset.postings import read_ids
    from jobmatch.market.build import build_market
    from jobmatch.market.closed import closed_after, read_closed
    from jobmatch.market.merge import merged
    from jobmatch.market.store import alone, load_market, save_market

    with alone(Path(folder)):
        old = load_market(Path(folder))
        postings = postings_of(source, tell) if source else None
        new = None if postings is None else build_market(postings, old.about["home"], jobs)
        named = dict.fromkeys(read_ids(closed)) if closed else {}
        market = merged(old, new, named)
        most = int(load().number("index.closed_told"))
        save_market(market, Path(folder), closed_after(read_closed(Path(folder)), old, market, named, most))
    told = {"index": folder, **market.about, "before": len(old), "read": 0 if new is None else len(new)}
    if closed:
        told |= _tell_closed(closed, [name for name in named if name not in old.row_of_id], len(named), tell)
    return told, bool(postings and postings.balance.rejected)


def index_verify(folder: str) -> dict[str, Any]:
    """An index checked whole, byte by byte."""
    from jobmatch.market.soundness import look_into

    return look_into(Path(folder)).to_dict()


_IDS_TOLD = 20  # of those that the index does not know: more would not be read


def _tell_closed(file: str, strange: list[str], named: int, tell: Tell) -> dict[str, int]:
    """How many of the postings that were named were there to be closed; which were not is said."""
    if strange:
        ids = listing((masked(shown(name)) for name in strange), _IDS_TOLD)
        tell(say("progress.not-closed", file=Path(file).name, count=len(strange), ids=ids))
    return {"closed": named - len(strange), "not_closed": len(strange)}
