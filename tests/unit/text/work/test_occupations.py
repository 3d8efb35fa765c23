"""Occupations from titles: what is named, how surely, and how near occupations are."""

import numpy as np
import pytest
from hostile import ends

from jobmatch.artefacts import artefact_dir, damaged_files
from jobmatch.text.work.occupations import (
    find_occupations,
    occupation_affinity,
    occupation_codes,
    occupation_index,
    occupation_name,
    occupation_scores,
)

ORDINARY = [
    ("保洁", "4-09-08-01"),
    ("库管", "4-02-06-01"),
    ("门卫", "4-07-05-01"),
    ("月嫂", "4-10-01-06"),
    ("照服員", "4-10-01-05"),
    ("外場服務員", "4-03-02-05"),
    ("倉管", "4-02-06-01"),
    ("大夜班保全", "4-07-05-01"),
    ("作業員", "6-00-00-00"),
    ("門市人員", "4-01-02-03"),
    ("清潔人員", "4-09-08-01"),
    ("叉车司机", "6-30-05-01"),
    ("外卖骑手", "4-10-08-01"),
    ("抚州8k续保专员/五险双休/员工餐", "4-05-03-02"),
    ("招三人客服!!", "4-04-05-03"),
    ("Data Engineer", "2-02-38-03"),
    ("Security Officer", "4-07-05-01"),
    ("COOK - Part Time", "4-03-02-01"),
    ("Retail Sales Associate – Part-Time", "4-01-02-03"),
    ("机场保洁员（包吃住）", "4-09-08-01"),
]


@pytest.mark.parametrize(("title", "code"), ORDINARY)
def test_ordinary_titles_are_understood(title: str, code: str) -> None:
    """Titles of public employment services, in three scripts, name the occupation that a counsellor would name."""
    assert find_occupations(title, k=1)[0].code == code


def test_two_jobs_in_one_title_are_both_said() -> None:
    """A bait title names a plain job and a better one: both are among the first three."""
    found = {occupation.code for occupation in find_occupations("普工/技工7500大数据分析工程师", k=3)}
    assert "6-00-00-00" in found
    assert found & {"2-02-30-09", "2-02-38-03"}


def test_probabilities_are_shares() -> None:
    """All codes together have a probability of one, best first."""
    _, values = occupation_scores(["保洁", "经理", "x"], k=len(occupation_codes()))
    assert values.sum(axis=1) == pytest.approx(1, abs=1e-4)
    assert (np.diff(values, axis=1) <= 0).all()


def test_a_vague_title_is_unsure() -> None:
    """A title that names no job gets no sure code."""
    assert find_occupations("急招！！", k=1)[0].probability < 0.5


@pytest.mark.parametrize("title", ["", "   ", "\u200b"])
def test_no_title_says_nothing(title: str) -> None:
    """Without a word there is no occupation, never a guess."""
    assert find_occupations(title) == []


def test_the_batch_says_what_the_single_call_says() -> None:
    """One title and many titles go the same way, whatever stands beside a title in the batch."""
    titles = [title for title, _ in ORDINARY]
    codes, values = occupation_scores(titles, k=1)
    for title, place, value in zip(titles, codes[:, 0], values[:, 0], strict=True):
        single = find_occupations(title, k=1)[0]
        assert (single.code, single.probability) == (occupation_codes()[place], pytest.approx(value, abs=1e-4))


def test_no_titles_give_empty_arrays() -> None:
    """An empty batch is no fault."""
    codes, values = occupation_scores([], k=3)
    assert codes.shape == values.shape == (0, 3)


def test_a_description_helps_a_vague_title() -> None:
    """The duties tell what a bare 专员 does."""
    bare = {found.code: found.probability for found in find_occupations("专员", k=50)}
    told = {
        found.code: found.probability for found in find_occupations("专员", k=50, description="仓库管理、盘点、收发货")
    }
    assert told["4-02-06-01"] > bare.get("4-02-06-01", 0)


@pytest.mark.parametrize(
    ("code", "near", "far"),
    [
        ("4-02-06-01", "4-02-06-02", "4-10-03-02"),
        ("4-09-08-01", "4-03-01-02", "2-07-04-00"),
        ("4-07-05-01", "4-06-01-03", "2-06-03-00"),
        ("4-10-01-05", "4-14-01-02", "4-02-02-02"),
        ("4-10-01-06", "4-10-01-01", "6-18-02-04"),
    ],
)
def test_near_work_is_nearer_than_other_work(code: str, near: str, far: str) -> None:
    """Nearness follows the work, also across the groups of the classification."""
    affinity = occupation_affinity(occupation_index(code))
    assert affinity[occupation_index(near)] > affinity[occupation_index(far)] + 0.3


def test_affinity_is_one_for_itself_and_within_bounds() -> None:
    """A code is as near to itself as can be, and nothing leaves 0..1."""
    for index in (0, 100, len(occupation_codes()) - 1):
        affinity = occupation_affinity(index)
        assert affinity[index] == 1
        assert 0 <= affinity.min() <= affinity.max() <= 1


def test_names_carry_no_marks() -> None:
    """The classification's marks S and L (digital, green) are not part of a name."""
    assert not any(occupation_name(code).endswith(("S", "L", "/")) for code in occupation_codes())


def test_an_unknown_code_is_refused() -> None:
    """A code that is none is a fault of the caller."""
    with pytest.raises(KeyError):
        occupation_name("9-99-99-99")


def test_hostile_text_is_quick() -> None:
    """A hundred thousand characters of anything do not hang the reading of a title."""
    for text in ("9" * 100_000, "(" * 100_000, "招聘" * 50_000, "a-" * 50_000, "1-2" * 33_000):
        assert ends(lambda text=text: find_occupations(text))


def test_the_shipped_files_are_whole() -> None:
    """The files are those of the manifest."""
    assert damaged_files(artefact_dir("occupations")) == []


@pytest.mark.parametrize("title", ["护理师-大龙养护中心", "養護中心護理師"])
def test_a_place_of_work_does_not_hide_the_word_for_the_work(title):
    """A nurse of a care centre is a nurse, on either side of the place."""
    assert find_occupations(title, k=1)[0].code.startswith("2-05-08")


def test_several_titles_give_a_list_for_each():
    """A batch is read title by title; nothing gives nothing."""
    found = find_occupations(["保洁员", None, ""], k=1)
    assert [len(one) for one in found] == [1, 0, 0]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("居家保母", "婴幼儿发展引导员"),
        ("洗滌人員", "洗衣师"),
        ("工務", "机电设备维修工"),
        ("砧板師傅", "中式烹调师"),
        ("影音編輯", "剪辑师"),
        ("行政櫃台助理", "行政办事员"),
        ("遊覽車駕駛", "客运车辆驾驶员"),
        ("台中車縫人員", "缝纫工"),
    ],
)
def test_an_everyday_title_that_the_model_misreads_is_looked_up(title, name):
    """As a whole, or at the end of a title that says little else."""
    assert find_occupations(title)[0].name == name


def test_an_everyday_title_leaves_room_for_other_work():
    """Some employers mean something else by it."""
    chances = [one.probability for one in find_occupations("砧板師傅")]
    assert chances[0] == pytest.approx(0.8, abs=0.01)
    assert sum(chances) < 1
