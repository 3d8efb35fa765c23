"""Where a file of notes begins to tell of another client."""

import json
from pathlib import Path

import pytest

from jobmatch.intake.people import begins_of_people

SEVERAL = (
    "1. 王某，女，45岁，想做保洁。\n2. 李某，男，38岁，想开车。",
    "一、王某某 女 45 初中\n二、李某 男 38 高中",
    "王某，女，45岁，想做保洁\n\n李某，男，38岁，想开车",
    "姓名：王某\n年龄：45\n\n姓名：李某\n年龄：38",
    "编号：A1\n女 45 保洁\n编号：A2\n男 38",
    "①女，45岁，保洁\n②男，38岁，司机",
    "客户王女士，45岁，想做保洁\n\n客户李先生，38岁",
    "王姐45岁，想保洁。\n張哥五十了，看門",
    "姓名|性别|年龄|意向\n王某|女|45|保洁\n李某|男|38|司机",
    "T-1 王某 女 45 保洁\nT-2 李某 男 38",
    "服务对象：王某，女\n想做保洁\n服务对象：李某，男",
    "【王某】女，45岁\n【李某】男，38岁",
    "王某（女，45岁）：想做保洁\n李某（男，38岁）：想开车",
    "客户一：王某，女，45岁\n客户二：李某，男，38岁",
    "Name: Mary Poe\nAge 45\nName: John Roe\nAge 38",
)
ONE = (
    "王某，女，45岁，想做保洁。\n儿子25，大专。",
    "王某，女，45岁。\n家庭成员：\n丈夫，男，50岁\n女儿，女，20岁",
    "王某，女，45岁，想做保洁。\n\n二次来访：\n王某，女，45岁，改口想做收银。",
    "姓名：王某\n性别：女\n年龄：45\n求职意向：1. 保洁 2. 收银",
    "个案：好的\n社工：想做什么\n个案：保洁",
    "1. 女\n2. 45岁\n3. 初中\n4. 想做保洁",
    "经历：\n1、2010年 电子厂\n2、2015年 超市收银",
    "",
)


@pytest.mark.parametrize("text", SEVERAL)
def test_several_people_are_told(text):
    """Numbered, headed by a name or a number, in rows or in blocks: two lines begin a person."""
    assert len(begins_of_people(text)) == 2


@pytest.mark.parametrize("text", ONE)
def test_kin_lists_and_later_talks_are_no_other_client(text):
    """What a note of one person has in lines does not make it a note of two."""
    assert len(begins_of_people(text)) < 2


def test_no_note_with_gold_values_is_taken_for_several():
    """The notes with gold values are of one client each, whoever else they tell of."""
    notes = Path(__file__).parents[2] / "quality" / "notes"
    lines = [line for file in sorted(notes.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    assert len(lines) > 1000
    assert not any(len(begins_of_people(json.loads(line)["text"])) > 1 for line in lines)


def test_a_hostile_file_ends():
    """Long lines and many of them are read in no time."""
    assert begins_of_people("1. 王" * 100_000 + "\n" * 1000) == ()
