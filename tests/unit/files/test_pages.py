"""Pages that are called .xls."""

import pytest

from jobmatch.dataset import read_postings
from jobmatch.errors import BadInput

PAGE = """<html><head><meta charset="gbk"><style>td {}</style></head><body><table border=1>
<tr><td colspan=3>某区招聘岗位</td></tr>
<tr><th>单位名称</th><th>岗位名称</th><th>人数</th></tr>
<tr><td rowspan=2>甲物业&amp;公司</td><td>保洁<br>员</td><td>2</td></tr>
<tr><td>保安员</td><td>3</td></tr>
</table></body></html>"""


def test_a_page_called_xls_is_read(tmp_path):
    """Its table, with the cells that reach over several rows."""
    path = tmp_path / "导出.xls"
    path.write_bytes(PAGE.encode("gbk"))
    frame = read_postings(path).frame.sort_values("row")
    assert frame["title"].tolist() == ["保洁 员", "保安员"]
    assert frame["employer"].tolist() == ["甲物业&公司"] * 2


def test_a_page_without_a_table_is_refused(tmp_path):
    """By its name."""
    path = tmp_path / "a.html"
    path.write_text("<html><p>请登录</p></html>", encoding="utf-8")
    with pytest.raises(BadInput, match="网页"):
        read_postings(path)


def test_a_page_of_hostile_spans_takes_no_memory(tmp_path):
    """A span is cut where no table reaches."""
    path = tmp_path / "a.html"
    path.write_text(
        "<table>" + "<tr><td colspan=999999999 rowspan=999999999>岗位</td></tr>" * 50 + "</table>", encoding="utf-8"
    )
    assert read_postings(path).balance.read < 60
