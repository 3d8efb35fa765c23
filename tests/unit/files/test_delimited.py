"""CSV: quotes, delimiters, and what is broken."""

import time

from jobmatch.files.delimited import records, sniff


def cells(text, mark=","):
    """The cells of every record."""
    return [record.cells for record in records(text, mark)]


def test_quoted_newlines_and_doubled_quotes_belong_to_the_cell():
    """As the rule of CSV has it."""
    assert cells('a,b\n"x\r\ny","说""好"""\n') == [["a", "b"], ["x\r\ny", '说"好"']]


def test_a_mark_of_inches_is_no_quote():
    """A quote within a cell that did not begin with one."""
    assert cells('a,b\n5" pipe,1\n6" pipe,2\n') == [["a", "b"], ['5" pipe', "1"], ['6" pipe', "2"]]


def test_two_broken_quotes_cost_two_lines():
    """Reading goes on behind each."""
    text = 'a,b\n"x,1\ny,2\nz,3\n"w,4\nv,5\n'
    faults = {record.line: record.fault for record in records(text, ",")}
    assert faults == {1: None, 2: "broken-quotes", 3: None, 4: None, 5: "broken-quotes", 6: None}


def test_backslashes_of_a_database_dump_are_read():
    r"""A quote written as \" ."""
    assert cells('a,b\n"say \\"hi\\", you",1\n')[1] == ['say "hi", you', "1"]


def test_the_line_of_a_record_is_the_one_a_person_sees():
    """Lines within quotes are counted."""
    assert [record.line for record in records('a,b\n"x\ny\nz",2\nw,3\n', ",")] == [1, 2, 5]


def test_the_delimiter_is_found_though_commas_abound():
    """Known headings decide."""
    assert sniff("岗位名称|要求\n保洁|认真,负责,细心\n") == "|"
    assert sniff("岗位名称\t要求\n保洁\t认真,负责\n") == "\t"


def test_hostile_quotes_take_no_time():
    """Each line costs at most two looks."""
    text = "a,b\n" + '"x,1\n' * 20_000
    begun = time.process_time()
    assert sum(1 for _ in records(text, ",")) > 0
    assert time.process_time() - begun < 5


def test_what_keeps_a_number_a_text_in_a_worksheet_is_no_part_of_it():
    """A formula, as exports of bureaus write it, and an apostrophe; an apostrophe before a word stays."""
    text = 'a,b,c\n"=""0001""",\'0002,\'s Hertogenbosch\n'
    assert [record.cells for record in records(text, ",")][1] == ["0001", "0002", "'s Hertogenbosch"]
