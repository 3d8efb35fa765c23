"""Papers that a posting asks for: of the right kind, and each once."""

import pytest
from builders import client, explained, posting

from jobmatch.text import lexicon
from jobmatch.text.asked.certificates import certificate_names, holds
from jobmatch.text.asked.licences import bare_class
from jobmatch.text.asked.papers import certificates_asked
from jobmatch.text.asked.papers_by_law import TABLES, accepted


@pytest.mark.parametrize(
    ("title", "text", "papers"),
    [
        ("公交车驾驶员", "持A1或A3驾照，有从业资格证", {"客运从业资格证"}),
        ("大客车司机", "须有货运从业资格证或客运从业资格证", {"客运从业资格证"}),
        ("半挂车司机", "A2驾照，从业资格证", {"货运从业资格证"}),
        ("油罐车司机", "A2驾照", {"危险品运输从业资格证"}),
        ("半挂车司机", "须有危险品从业资格证", {"危险品运输从业资格证"}),
        ("出租车司机", "有从业资格证", {"出租车驾驶员证"}),
        ("网约车司机", "有从业资格证", {"网约车驾驶员证"}),
        ("货车司机", "有从业资格证", {"货运从业资格证"}),
        ("商务车司机", "须有道路运输从业资格证", {"道路运输从业资格证"}),
        ("校车司机", "", {"校车驾驶资格"}),
        ("会计助理", "有从业资格证", set()),
        ("社工员", "具社會工作師證書或社會工作師考試及格", {"社工师证书"}),
        ("焊工", "持压力焊工证", {"压力焊工证"}),
        ("电工", "有高压电工证", {"高压电工证"}),
        ("系统架构设计师", "", set()),
        ("国家注册造价工程师", "", {"注册造价工程师"}),
        ("对日开发工程师", "日语N1", {"日语N1"}),
        ("平安保险客户经理", "", set()),
    ],
)
def test_the_papers_of_a_posting(title, text, papers):
    """Each kind of work asks for its own paper, by law and by the text, named once."""
    assert set(certificates_asked(title, text)[0]) == papers


def test_any_road_paper_serves_where_no_kind_is_named():
    """Who holds the paper of one kind meets a demand that names none; a paper without its kind counts for either."""
    assert "道路运输从业资格证" in accepted(holds(["客运从业资格证"]))
    assert {"货运从业资格证", "客运从业资格证"} <= holds(["从业资格证"])


def test_the_limits_name_their_own_papers():
    """What is asked of certificates stands in one line and the licence in another."""
    person = client(conditions={"certificates": None, "driving_licence": None})
    row = posting(title="公交车驾驶员", requirements="持A1或A3驾照，有从业资格证")
    told = {line.kind: line.text for line in explained(person, row).limits}
    assert "客运从业资格证" in told["certificate"]
    assert "驾照" not in told["certificate"]
    assert "从业资格证" not in told["licence"]


@pytest.mark.parametrize(
    ("text", "asked"), [("4.2米货车司机C1", "C1"), ("货车司机。B2,有从业资格证", "B2"), ("司机。地址:A1栋", None)]
)
def test_a_class_alone_says_the_licence(text, asked):
    """Drivers' postings name the class without the word for a licence."""
    assert bare_class(text) == asked


@pytest.mark.parametrize(
    ("title", "law", "papers"),
    [
        ("餐厅服务员", "mainland", {"健康证"}),
        ("餐廳服務員", "taiwan", set()),
        ("日班保全", "taiwan", set()),
        ("國道客運大客車駕駛員", "taiwan", set()),
        ("護理師", "taiwan", {"护士执业证"}),
        ("堆高機司機", "taiwan", {"叉车证"}),
        ("小客車計程車司機", "taiwan", {"计程车执业登记证"}),
        ("叉车工", "other", set()),
        ("护士", "other", set()),
    ],
)
def test_the_law_is_that_of_the_place(title, law, papers):
    """The mainland's papers are asked on the mainland alone, and where the law is not known none are."""
    assert set(certificates_asked(title, "", law)[0]) == papers


@pytest.mark.parametrize("law", ["mainland", "taiwan"])
def test_each_rule_of_law_names_its_act_and_known_papers(law):
    """A rule has a source, and speaks of papers by the names of the vocabulary."""
    table = lexicon.rows("jobmatch.text", f"lexicons/{TABLES[law]}")
    assert all(row["law"] for row in table)
    assert {name for row in table for name in lexicon.parts(row["certificates"])} <= {*certificate_names()}
