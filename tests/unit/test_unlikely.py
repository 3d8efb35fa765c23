"""What breaks no limit and is handed over to nobody all the same is told with its reason."""

from builders import client, explained, market, posting, stranger


def _line(person, row):
    return next((line for line in explained(person, row).limits if line.kind == "unlikely"), None)


def test_explain_says_why_a_job_is_unlikely():
    """A job that is wished for and out of reach names what keeps from it, and the page says it first."""
    doctor = client(goal={"occupations": ["算法工程师"]})
    row = posting(title="算法工程师", education="硕士", experience="5年以上")
    line = _line(doctor, row)
    assert line is not None
    assert "硕士" in line.text or "经验" in line.text
    assert f"不推荐：{line.text}" in str(explained(doctor, row))


def test_what_may_be_handed_over_is_not_called_unlikely():
    """A job that fits has no such line, nor has any for somebody of whose work nothing is known."""
    assert _line(client(), posting()) is None
    known = {"age": 30, "education": "高中", "residence": "北京市大兴区"}
    assert _line(stranger(conditions=known), posting(title="算法工程师")) is None


def test_too_few_jobs_say_why_what_was_wished_for_is_left_out():
    """The notice names the nearest of the jobs that are wished for, how many there are, and why."""
    doctor = client(goal={"occupations": ["算法工程师"]})
    result = market(posting(title="算法工程师", education="硕士", experience="5年以上")).recommend(doctor)
    assert result.items == ()
    assert any("想找的工作还有1个岗位没有推荐" in notice for notice in result.notices)


def test_entry_work_that_is_taught_is_open_to_who_did_other_work():
    """Content review is taught to newcomers, whatever schooling is asked; leading the reviewers is not."""
    cashier = client(
        goal={"occupations": ["内容审核员"]},
        conditions={"education": "大专", "experience": [{"occupation": "收银员", "years": 2}], "skills": None},
    )
    titles = ("内容审核员", "内容审核主管")
    found = {title: market(posting(title=title, education="大专")).recommend(cashier).items for title in titles}
    assert [item.title for item in found["内容审核员"]] == ["内容审核员"]
    assert not found["内容审核主管"]
