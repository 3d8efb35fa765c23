"""Sayings: work told by what is done, and what tells none."""

import numpy as np
import pytest

from jobmatch.artefacts import artefact_dir, read_json
from jobmatch.learning import train_trades
from jobmatch.text import lexicon
from jobmatch.text.work.sayings import likelihoods, meant, trade_told
from jobmatch.text.work.trades import trade_names


@pytest.mark.parametrize(
    ("saying", "work"),
    [
        ("幫住宿的客人辦手續", "酒店前台"),
        ("给商场找店进来开", "招商"),
        ("站柜台卖感冒药的", "药店店员"),  # though 站柜台 names another
        ("帮公司修电脑拉网线", "帮公司修电脑拉网线"),  # which names one of two
        ("给猫狗看病打针", "兽医"),
        ("帮公司把数字做成图表和报表", "统计"),  # hardly likely, but far ahead of the next
        ("在京东库里照单找货一年", "分拣"),
        ("软件点一遍找出毛病，记下来叫写程序的人改", "软件测试"),  # to write them is another's work
        ("教人考公务员", "考试培训教师"),  # no title of an official
        ("載行動不方便的老人家去看病，輪椅推上車", "客车司机"),
        ("当班主任带孩子", "当班主任带孩子"),
        ("小公司里用Python写爬虫", "小公司里用Python写爬虫"),  # its words name the trade, the model is not sure
        ("校園報實習記者", "校園報實習記者"),
        ("卖汽车", "汽车销售"),  # three signs, all but surely
        ("软件测试工程师", "软件测试工程师"),
        ("software engineer", "software engineer"),
        ("离家近点就行", "离家近点就行"),
        ("不用搬重的活", "不用搬重的活"),
        ("不敢露脸，在直播间后台帮忙", "直播运营"),
        ("上门查煤气漏不漏", "燃气安检"),  # which denies nothing
        ("", ""),
    ],
)
def test_a_saying_means_the_work_that_it_tells(saying, work):
    """A title and what tells no work stay as they are."""
    assert meant(saying) == work


def test_likelihoods_add_up_and_do_not_depend_on_what_stands_beside():
    """A row a text; the same text alone and among others."""
    texts = ["推病人去做检查的", "", "a" * 5000, "坐着收钱"]
    told = likelihoods(texts)
    assert told.sum(axis=1) == pytest.approx(1)
    assert np.array_equal(told[:1], likelihoods(texts[:1]))


def test_what_is_hardly_likely_is_not_told():
    """The bar may be set by who asks."""
    assert trade_told("坐着收钱的柜台", least=1.01) is None


def test_every_saying_is_of_a_trade_of_the_table():
    """And the shipped model knows the same."""
    said = {row["trade"] for row in lexicon.rows("jobmatch.learning", "lexicons/sayings.csv")}
    shipped = (artefact_dir("trades") / "trades.txt").read_text(encoding="utf-8").split("\n")
    assert said == set(shipped) and set(shipped) - {""} <= set(trade_names())


def test_the_same_training_gives_the_same_bytes(tmp_path, monkeypatch):
    """Learned twice from a few texts."""
    texts = [f"{verb}{what}" for verb in "扫擦收洗" for what in ("楼道", "碗碟", "钱")]
    few = (["保洁", "洗碗", "收银"], texts, np.arange(len(texts)) % 3)
    monkeypatch.setattr(train_trades, "_corpus", lambda: few)
    for name in ("one", "two"):
        train_trades.train(tmp_path / name)
    assert read_json(tmp_path / "one", "manifest.json") == read_json(tmp_path / "two", "manifest.json")
