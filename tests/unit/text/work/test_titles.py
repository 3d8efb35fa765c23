"""Titles: cleaned of what is not the job, and compared across wording."""

import pickle

import numpy as np
import pytest
from hostile import ends
from hypothesis import given, settings
from hypothesis import strategies as st

from jobmatch.artefacts import artefact_dir, damaged_files
from jobmatch.text.work.titles import title_similarity, title_vectors
from jobmatch.text.work.titles_clean import clean_title

CLEANED = [
    ("抚州8k续保专员/五险双休/员工餐", "续保专员"),
    ("招三人客服!!", "客服"),
    ("普工/技工7500大数据分析工程师", "普工 技工 大数据分析工程师"),
    ("清潔人員(2/6 中徵)", "保洁员"),
    ("门店营业员（包食宿）", "门店营业员"),
    ("金泽通招聘电工", "电工"),
    ("诚聘厨师 6000-8000元/月", "厨师"),
    ("招聘专员", "招聘专员"),
    ("招募專員", "招聘专员"),
    ("熱情招募店員", "店员"),
    ("【急徵】司機（日班）", "司机"),
    ("Java工程师（五险一金）", "Java工程师"),
    ("大理石安装工", "大理石安装工"),
    ("保安 4千-5千 月休四天", "保安"),
    ("C++开发", "C++开发"),
    ("薪酬福利专员", "薪酬福利专员"),
    ("兼職人員(餐飲服務員)", "人员 餐饮服务员"),
    ("员工（五险一金）", "员工"),
    ("晚班洗碗工 最高270元", "洗碗工"),
    ("18 wheeler driver", "18 wheeler driver"),
    ("Driver 18w", "Driver"),
    ("非销售 客服专员", "客服专员"),
    ("行政文員（非保險業務）不用推銷", "行政文员"),
    ("进厂搬砖不如高薪送餐", "送餐"),
    ("告别流水线 学挖掘机", "学挖掘机"),
    ("比送外卖轻松的仓管", "仓库管理"),
    ("莫非销售", "莫非销售"),
    ("非标自动化工程师", "非标自动化工程师"),
    ("别墅销售", "别墅销售"),
    ("", ""),
]


@pytest.mark.parametrize(("title", "job"), CLEANED)
def test_what_is_not_the_job_is_taken_off(title: str, job: str) -> None:
    """Pay, benefits, calls, cities, headcounts and dates go; the job stays."""
    assert clean_title(title) == job


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_cleaning_is_stable_and_never_fails(title: str) -> None:
    """Any text is cleaned without a fault, and nothing that has letters is lost altogether."""
    cleaned = clean_title(title)
    assert isinstance(cleaned, str)
    if any(sign.isalpha() for sign in title) and cleaned == "":
        assert not any(sign.isalnum() for sign in title.strip("\u200b\ufeff"))


@pytest.mark.parametrize(
    "text", ["9-" * 50_000, "(" * 100_000, "1" * 100_000, "招" * 100_000, "【】" * 50_000, "k千" * 50_000]
)
def test_hostile_titles_do_not_hang(text: str) -> None:
    """A hundred thousand hostile characters are cleaned in no time."""
    clean_title("warm")
    assert ends(lambda: clean_title(text))


@pytest.mark.parametrize(
    ("title", "same", "other"),
    [
        ("库管", "仓储管理员", "月嫂"),
        ("保洁", "清洁工", "会计"),
        ("大数据开发", "data engineer", "咖啡师"),
        ("厨师", "Cook", "司机"),
        ("保安", "Security Officer", "护士"),
        ("门卫", "保安", "厨师"),
        ("居服員", "养老护理员", "电工"),
        ("truck driver", "货车司机", "nurse"),
        ("nurse", "caregiver", "welder"),
    ],
)
def test_the_same_job_in_other_words_is_nearer(title: str, same: str, other: str) -> None:
    """Meaning counts more than shared characters, in Chinese, in English and between them."""
    near, far = title_similarity([title], [same, other])[0]
    assert near > far + 0.15


def test_similarity_is_symmetric_and_bounded() -> None:
    """The order of the two sides does not matter, and every value lies in 0..1."""
    titles = ["保洁", "Data Engineer", "普工/技工", "", "!!"]
    table = title_similarity(titles, titles)
    assert table.dtype == np.float32
    assert np.allclose(table, table.T, atol=1e-5)
    assert 0 <= table.min() <= table.max() <= 1


def test_the_same_job_with_other_noise_is_the_same() -> None:
    """Benefits in a title do not make it another job."""
    assert title_similarity(["保洁员"], ["诚聘保洁员（五险一金）"])[0, 0] == 1


def test_vectors_are_of_length_one_and_small() -> None:
    """A vector has at most 128 numbers and length one."""
    vectors = title_vectors(["保洁", "Data Engineer"])
    assert vectors.shape[1] <= 128
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-4)


def test_a_title_does_not_depend_on_its_batch() -> None:
    """A title's vector is the same alone and among others."""
    many = title_vectors(["保洁", "会计", "Cook"])
    assert np.allclose(many[1], title_vectors(["会计"])[0], atol=1e-5)


@pytest.mark.parametrize(
    ("title", "same", "other"),
    [
        ("police officer", "constable", "policy officer"),
        ("cashier", "till operator", "cash flow analyst"),
        ("RN", "staff nurse", "plant nursery worker"),
        ("security guard", "night watchman", "securities trader"),
        ("lorry driver", "CDL driver", "device driver developer"),
        ("attorney", "solicitor", "account executive"),
        ("叉车司机", "forklift operator", "truck driver"),
    ],
)
def test_english_words_say_more_than_their_letters(title: str, same: str, other: str) -> None:
    """Another word for the same job stands above a word that shares its letters."""
    near, far = title_similarity(title, [same, other])[0]
    assert near > far


def test_vectors_order_pairs_as_similarity_does() -> None:
    """The quick dot product ranks as the full comparison does, nearly always."""
    titles = [
        "保洁",
        "清洁工",
        "会计",
        "出纳",
        "司机",
        "货车司机",
        "厨师",
        "帮厨",
        "保安",
        "门卫",
        "Java开发",
        "程序员",
    ]
    quick, full = title_vectors(titles) @ title_vectors(titles).T, title_similarity(titles, titles)
    upper = np.triu_indices(len(titles), 1)
    ranks = [np.argsort(np.argsort(table[upper])) for table in (quick, full)]
    assert np.corrcoef(ranks)[0, 1] > 0.85


def test_no_titles_give_no_rows() -> None:
    """Empty sides are no fault."""
    assert title_similarity([], []).shape == (0, 0)
    assert title_vectors([]).shape[0] == 0


def test_results_are_picklable() -> None:
    """Results are plain arrays."""
    assert pickle.loads(pickle.dumps(title_vectors(["保洁"]))).shape[0] == 1


def test_the_shipped_files_are_whole_and_small() -> None:
    """The files are those of the manifest, and all of them together stay within 20 MB."""
    assert damaged_files(artefact_dir("titles")) == []
    assert sum(path.stat().st_size for path in artefact_dir("titles").iterdir()) < 15_000_000
