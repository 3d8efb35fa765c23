"""A registration form of one person, laid out in pairs of a label and what was filled in → a table of one row."""

from dataclasses import replace
from itertools import chain
from typing import Final

from jobmatch.columns.naming import field_of
from jobmatch.files.table import Row, Table

_LABELS: Final = 4  # so many known labels make a form; fewer may stand in any table
_ROWS_AT_MOST: Final = 40  # a form is a page


def as_one_row(table: Table) -> Table:
    """The table of one row that a form of one person is; any other table as it is.

    姓名 | 某 | 性别 | 女 over 出生年月 | 1980.2 | 学历 | 高中: every other cell is a label, the first row's as well.
    """
    lines: list[Row] = [list(table.headings), *table.rows]
    if len(table.headings) % 2 or not 1 < len(lines) <= _ROWS_AT_MOST:
        return table
    pairs = list(chain.from_iterable(zip(line[::2], line[1::2], strict=True) for line in lines))
    labels = [label for label, _ in pairs if label]
    known = [label for label in labels if field_of(label, "client")]
    filled_in = sum(bool(field_of(value, "client")) for _, value in pairs if value)
    if len(known) < max(_LABELS, len(labels) * 2 / 3) or filled_in > len(pairs) / 3 or len(set(labels)) < len(labels):
        return table
    told = {label: value for label, value in pairs if label}
    return replace(table, headings=tuple(told), rows=[list(told.values())], numbers=table.numbers[:1])
