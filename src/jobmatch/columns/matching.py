"""``Headings``: which column of a table holds which field.

The synonyms of a field stand in order of priority: where a file has several, the first that holds something is taken.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jobmatch.columns.forms import fold_heading, names_of
from jobmatch.columns.naming import BY_BARE_FORM, RUNNING_NUMBER, field_of


@dataclass(frozen=True, slots=True)
class Headings:
    """Which columns hold which field, in order of priority; and the columns that no field claims."""

    fields: Mapping[str, tuple[int, ...]]
    unknown: tuple[int, ...]
    # column → code → word, where they were told
    codes: Mapping[int, Mapping[str, str]] = dataclasses.field(default_factory=dict)


def match_headings(headings: Sequence[str], kind: str, mapping: Mapping[str, str] | None = None) -> Headings:
    """Give each column to the field that its heading names; ``mapping`` (heading → field) goes first.

    >>> match_headings(["序号", "招聘岗位", "公司名称", "天气"], "posting").fields
    {'title': (1,), 'employer': (2,)}
    """
    told = {fold_heading(heading): field for heading, field in (mapping or {}).items()}
    found: dict[str, list[tuple[int, int]]] = {}
    unknown: list[int] = []
    for place, heading in enumerate(headings):
        folded = fold_heading(heading)
        said = next((name for name in names_of(heading) if name in told), None)
        hit = (told[said], -1) if said is not None else field_of(heading, kind)
        if hit and not (folded in RUNNING_NUMBER and said is None):
            found.setdefault(hit[0], []).append((hit[1], place))
        elif folded not in RUNNING_NUMBER:
            unknown.append(place)
    for hits in found.values():  # 公司信息 is no second 公司, though it would do for want of one
        exact = [hit for hit in hits if hit[0] < BY_BARE_FORM]
        unknown += [place for rank, place in hits if exact and rank >= BY_BARE_FORM]
        hits[:] = exact or hits
    unknown.sort()
    return Headings({field: tuple(place for _, place in sorted(hits)) for field, hits in found.items()}, tuple(unknown))
