"""``case import``: of two rows under one id that say different things neither is taken in, and both are told."""

import csv

import pytest

pytest.importorskip("sqlalchemy")


def test_both_rows_that_contradict_each_other_are_rejected_with_their_numbers(run, tmp_path):
    """In the file of rejected rows, in the lines, and in the balance."""
    roster, rejected = tmp_path / "roster.csv", tmp_path / "rejected.csv"
    roster.write_text("求职者编号,年龄,学历\nC-1,40,高中\nC-1,45,初中\nC-2,30,本科\nC-2,30,本科\n", "utf-8")
    where = ("--casebook", tmp_path / "book.db", "--by", "某", "--as-of", "2026-11-22", "--format", "json")
    done = run("case", "import", roster, "--rejected", rejected, *where)
    told = done.objects[0]
    assert (done.code, told["new"], told["rejected"], told["duplicates"]) == (4, 1, 2, 1)
    rows = list(csv.DictReader(rejected.open(encoding="utf-8-sig")))
    assert [(row["row"], row["seen"]) for row in rows] == [("2", "C-1"), ("3", "C-1")]
    assert ["第 3 行" in rows[0]["reason"], "第 2 行" in rows[1]["reason"]] == [True, True]
    assert "第 2 行" in done.err
    assert "第 3 行" in done.err
