"""Codes that stand for words: told by the mapping, said where nobody told them, never guessed."""

import pytest

from jobmatch.dataset import codes, read_clients, read_outcomes, read_postings
from jobmatch.dataset.sources import Shared, tables_of
from jobmatch.errors import BadInput, UsageError
from jobmatch.market.build import build_market
from jobmatch.text.asked.education import education_name

ROWS = [
    {"岗位名称": title, "工资": "5000", "学历要求": code}
    for title, code in (("会计", "3"), ("出纳", "2.0"), ("文员", "２"), ("司机", "9"))
]


def test_codes_of_schooling_are_said_with_column_values_and_remedy():
    """A column of numbers under a heading of schooling is unknown, and a line says how to tell it."""
    (line,) = read_postings(ROWS).notices
    assert line.startswith("学历要求 列有 4 行写的是数字代码（2、3、9）")
    assert '--map "学历要求:2=…,3=…"' in line


def test_codes_that_were_told_are_words():
    """However a code is written it is the word that was told; the one nobody told is said."""
    told = read_postings(ROWS, mapping={"学历要求:3": "本科", "学历要求:2": "大专"})
    assert sorted(told.frame["education"]) == ["9", "大专", "大专", "本科"]
    assert "（9）" in told.notices[0]


def test_told_codes_change_no_id():
    """An id that is made of the content is that of the row as it is written, so that tomorrow's file has the same."""
    ids = [read_postings(ROWS[:1], mapping=mapping).frame["posting_id"][0] for mapping in ({}, {"学历要求:3": "本科"})]
    assert ids[0] == ids[1]


def test_a_word_for_a_code_that_is_no_schooling_is_refused():
    """A slip of the pen would make every row unknown."""
    with pytest.raises(UsageError, match="本料"):
        read_postings(ROWS, mapping={"学历要求:3": "本料"})


def test_a_code_of_a_column_that_is_not_there_is_refused():
    """As every mapping of a column that the file lacks."""
    with pytest.raises(BadInput, match="文化"):
        read_postings(ROWS, mapping={"文化:3": "本科"})


def test_rosters_take_codes_and_say_those_that_are_not_told():
    """Schooling and status of a roster are told alike; another strange value stays one."""
    rows = [{"编号": "C-1", "学历": "2", "就业状态": "1"}, {"编号": "C-2", "学历": "3", "就业状态": "1"}]
    clients = read_clients(rows, mapping={"就业状态:1": "失业", "学历:2": "高中"})
    assert [one.conditions.education for one in clients] == ["高中", None]
    assert [one.registration.status for one in clients] == ["unemployed"] * 2
    assert [line[:22] for line in clients.notices] == ["学历 列有 1 行写的是数字代码（3），各代"]


def test_outcomes_take_codes():
    """What became of a referral may be a code too."""
    rows = [{"client_id": "C-1", "posting_id": "P-1", "event": "7"}]
    assert read_outcomes(rows, mapping={"event:7": "hired"}).frame["event"].tolist() == ["hired"]


def test_codes_are_shared_among_the_files_that_have_the_column():
    """A mapping for several files serves each with what it has, and misses none."""
    shared = Shared({"学历:1": "初中"}, ("client", "posting"), ("a.csv", "b.csv"))
    assert shared.part_of(tables_of([{"学历": "1"}]), "client") == {"学历:1": "初中"}
    shared.refuse_untaken()


def test_a_column_with_a_mark_in_its_name_is_still_named():
    """What stands behind the mark is a code only where the right side is no field."""
    assert codes.apart({"岗位:全称": "title"}) == ({"岗位:全称": "title"}, {})


def test_codes_of_a_real_export_are_told(shared):
    """Told by its own code table, the schooling of an export is that of its text version."""
    table = {"0": "不限", "1": "技工", "2": "大专", "3": "本科", "4": "硕士", "5": "博士"}
    mapping = {f"学历要求:{code}": word for code, word in table.items()}
    market = build_market(read_postings(shared / "postings_taidi/jobs_coded.csv", mapping=mapping))
    names = [education_name(int(rung)) for rung in market.education]
    assert names.count("本科") > 800
    assert "" not in names
