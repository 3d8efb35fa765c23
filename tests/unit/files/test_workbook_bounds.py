"""A workbook that would fill the memory is refused before it is opened, with what to do."""

import io
import zipfile

import pandas as pd
import pytest

from jobmatch.errors import BadInput
from jobmatch.files.read import at_hand, read_tables
from jobmatch.files.workbook_bounds import refuse_absurd
from jobmatch.settings import load

pytestmark = pytest.mark.usefixtures("small")
_SHEET = b"<worksheet><sheetData>%s</sheetData></worksheet>"


@pytest.fixture
def small(monkeypatch, tmp_path):
    """At most 1,000 cells and 50,000 bytes."""
    own = tmp_path / "own.toml"
    own.write_text("[reading]\nmost_cells = 1000\nmost_unpacked_bytes = 50000\n", "utf-8")
    monkeypatch.setattr("jobmatch.files.workbook_bounds.load", lambda: load(own))


def packed(**parts):
    """A packed file of parts, ``sheet`` the worksheet and ``texts`` the texts that it shares."""
    names = {"sheet": "xl/worksheets/sheet1.xml", "texts": "xl/sharedStrings.xml", "content": "content.xml"}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, part in parts.items():
            book.writestr(names.get(name, name), part)
    return file.getvalue()


ROW = b"<row>" + b"<c><v>1</v></c>" * 10 + b"</row>"
ODS = b'<table:table-row table:number-rows-repeated="%d"><table:table-cell table:number-columns-repeated="%d"%s'


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ({"sheet": _SHEET % (ROW * 101)}, "sheet-too-large"),  # cells that do not say where they stand
        ({"sheet": _SHEET % b'<row><c r="XFD1048576"><v>1</v></c></row>'}, "sheet-too-large"),
        ({"sheet": _SHEET % b"<row/>", "xl/styles.xml": b" " * 60_000}, "workbook-unpacks"),
        (
            {
                "texts": b"<sst><si><t>" + b"x" * 1000 + b"</t></si></sst>",
                "sheet": _SHEET % (b'<row><c t="s"><v>0</v></c></row>' * 60),
            },
            "workbook-unpacks",
        ),
        ({"content": ODS % (100, 20, b"><p>1</p></table:table-cell></table:table-row>")}, "sheet-too-large"),
    ],
    ids=["cells", "far", "bytes", "texts", "open-document"],
)
def test_what_fills_the_memory_is_refused(parts, key):
    """By cells, by reach, by bytes, by texts that many cells share, and by cells that stand for many."""
    with pytest.raises(BadInput) as refused:
        refuse_absurd(packed(**parts), "a.xlsx")
    assert refused.value.key == key


def test_blank_rows_at_the_foot_of_an_open_document_are_none():
    """Every such file ends with a million of them."""
    refuse_absurd(packed(content=ODS % (1_048_000, 16_384, b"/></table:table-row>")), "a.ods")


def test_a_part_that_unpacks_to_more_than_it_says_is_broken():
    """What a packed file says of itself is not believed."""
    data = bytearray(packed(sheet=_SHEET % (b" " * 40_000)))
    at = data.rindex(b"PK\x01\x02") + 24  # the size in the list at the end
    data[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(BadInput, match=r"a\.xlsx"):
        refuse_absurd(bytes(data), "a.xlsx")


def test_an_ordinary_workbook_is_read():
    """Twenty rows of five columns."""
    file = io.BytesIO()
    pd.DataFrame([{"岗位名称": "保洁员", "工资": 3000 + at, "地点": "大兴"} for at in range(20)]).to_excel(
        file, index=False
    )
    with at_hand("a.xlsx", file.getvalue()) as path:
        assert len(read_tables(path)[0].rows) == 20


def test_a_refused_workbook_costs_the_command_its_input(run, tmp_path):
    """Exit code 3, one line with the file's name, and nothing written."""
    (tmp_path / "a.xlsx").write_bytes(packed(sheet=_SHEET % (ROW * 101)))
    done = run("index", tmp_path / "a.xlsx", "-o", tmp_path / "index")
    assert (done.code, "a.xlsx" in done.err, (tmp_path / "index").exists()) == (3, True, False)
