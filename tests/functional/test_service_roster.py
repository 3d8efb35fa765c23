"""The pages of a roster: from a file of clients to a timetable, and to why a posting finds nobody."""

import io
import json

import openpyxl
import pytest
from browser import Page

from jobmatch import demo


@pytest.fixture
def many(service, demo_people):
    """The page of the demo's clients."""
    file = json.dumps(list(demo_people.values())).encode()
    return Page(service.post("/open", files={"file": ("clients.json", file)}).text)


@pytest.fixture
def fair(service, many):
    """The timetable of a fair of an hour."""
    form = many.form("/fair")
    return Page(service.post("/fair", data={**form.data, "session": "09:00-10:00", "minutes": "20"}).text)


@pytest.fixture
def told(run, demo_index, tmp_path):
    """What ``fair -o`` writes of the same fair."""

    def write(ending):
        words = ("--clients", demo.clients_path(), "--postings", demo_index, "--as-of", demo.AS_OF)
        run("fair", *words, "--session", "09:00-10:00", "--minutes", 20, "-o", tmp_path / f"fair.{ending}")
        return (tmp_path / f"fair.{ending}").read_bytes()

    return write


def cells(data):
    """What stands in a workbook."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: [[cell.value for cell in row] for row in sheet] for sheet in book}


def test_the_fields_begin_with_what_is_usual(many):
    """A fair can be made without typing anything."""
    data = many.form("/fair").data
    assert (data["session"], data["minutes"], data["per_client"]) == ("09:00-11:30", "15", "3")


def test_a_timetable_has_who_comes_when(fair):
    """An employer a row, a time a column."""
    assert all(f">{time}<" in fair.text for time in ("09:00", "09:20", "09:40"))
    assert "<td>PLN-4</td>" in fair.text


def test_paper_and_workbook_are_those_of_the_command(service, fair, told):
    """The page to the byte, the workbook cell by cell."""
    printed, saved = (
        service.post(fair.button(path).path, data=fair.button(path).data) for path in ("/print/fair", "/save/fair")
    )
    assert printed.content == told("html")
    assert cells(saved.content) == cells(told("xlsx"))
    assert saved.headers["content-disposition"] == 'attachment; filename="fair.xlsx"'


@pytest.mark.parametrize(
    ("changed", "status"),
    [({"session": "9"}, 400), ({"minutes": "x"}, 400), ({"minutes": "-5"}, 400), ({"per_client": "9" * 5000}, 400),
     ({"clients": "[]"}, 400), ({"clients": "3"}, 400), ({"session": "", "minutes": "", "per_client": ""}, 200)],
    ids=str,
)  # fmt: skip
def test_what_a_fair_cannot_be_is_told_on_a_page(service, many, changed, status):
    """And a field that was emptied means what is usual."""
    answer = service.post("/fair", data={**many.form("/fair").data, **changed})
    assert (answer.status_code, 'role="alert"' in answer.text) == (status, status == 400)


def test_why_a_posting_finds_nobody(service, many):
    """Of the clients of the roster; a posting that there is not is told."""
    form = many.form("/vacancy")
    page = service.post("/vacancy", data={**form.data, "posting": " DX20260332 "}).text
    assert "4 位服务对象中合适的" in page
    assert service.post("/vacancy", data={**form.data, "posting": "nope"}).status_code == 404


def test_inputs_have_names_and_nothing_runs(many, fair):
    """As on the other pages."""
    shown = [one for one in many.inputs if one.get("type") != "hidden"]
    assert all(one.get("id") in many.labelled for one in shown)
    assert "script" not in many.tags + fair.tags
