"""Notes in Word documents."""

import zipfile
from io import BytesIO

import pytest

from jobmatch.errors import BadInput
from jobmatch.files.word import note_text

docx = pytest.importorskip("docx")
_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _saved(document):
    document.save(kept := BytesIO())
    return kept.getvalue()


def _packed(**parts):
    with zipfile.ZipFile(kept := BytesIO(), "w") as packed:
        for name, text in parts.items():
            packed.writestr(f"word/{name}.xml", text)
    return kept.getvalue()


def test_paragraphs_and_forms_are_lines():
    """A form has a line for each label with its value; other tables a line a row."""
    document = docx.Document()
    document.add_paragraph("谈话记录")
    form = document.add_table(rows=1, cols=4)
    for cell, text in zip(form.rows[0].cells, ("性别", "女", "年龄：", "44"), strict=True):
        cell.text = text
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("2015", "超市", "收银员"), strict=True):
        cell.text = text
    assert note_text(_saved(document), "a.docx") == "谈话记录\n性别：女\n年龄：44\n2015 超市 收银员"


@pytest.mark.parametrize(
    "data",
    [
        _packed(document="<a>"),
        _packed(document='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        _packed(document=" " * 20_000_001),
        _packed(document=f"<w:d {_SPACE}><w:body>" + "<w:p>" * 9000 + "</w:p>" * 9000 + "</w:body></w:d>"),
        _packed(other="<a/>"),
        b"PK\x03\x04 and no more",
        b"\xd0\xcf\x11\xe0 of old",
        b"%PDF-1.7",
        _saved(docx.Document()),
    ],
)
def test_what_cannot_be_read_is_told_in_a_line(data):
    """Broken, hostile, empty and foreign files."""
    with pytest.raises(BadInput):
        note_text(data, "a.docx")
