"""Which skills are told as still to be learned: usual ones, of which nothing that is known of the client tells."""

from builders import client, feature, posting, stranger

MANY = 12  # other postings, by which what is usual in such work can be told
CASHIERS = [posting(title="收银员", requirements="会收银、盘点") for _ in range(MANY)]
CUTTERS = [posting(title="视频剪辑", requirements="会剪辑，会拍摄") for _ in range(MANY)]


def _said(person, row, others):
    return feature("skills", person, row, *others).reason


def _new_to_it(**conditions):
    return client(goal={"occupations": ["收银员"]}, conditions={"experience": [], "skills": [], **conditions})


def test_what_like_postings_hardly_ask_is_not_to_be_learned():
    """催收 stands in one posting of thirteen: the employer's line of business."""
    said = _said(_new_to_it(), posting(title="收银员", requirements="会收银、盘点、催收"), CASHIERS)
    assert "盘点" in said
    assert "催收" not in said


def test_who_has_done_the_work_has_not_to_learn_it():
    """Four years at a till, and nothing written of counting stock."""
    was_there = _new_to_it(experience=[{"occupation": "收银员", "years": 4}])
    assert "盘点" in _said(_new_to_it(), CASHIERS[0], CASHIERS).partition("学：")[2]
    assert "学：" not in _said(was_there, CASHIERS[0], CASHIERS)


def test_the_work_itself_is_not_to_be_learned_beside_it():
    """电话销售 is no lesson beside 电话销售."""
    rows = [posting(title="电话销售", requirements="电话销售、会打单") for _ in range(MANY)]
    assert "电话销售" not in _said(_new_to_it(), rows[0], rows[1:])


def test_who_has_studied_the_work_has_not_to_learn_it():
    """财务会计 is no news to a graduate of accounting."""
    rows = [posting(title="会计", requirements="会财务会计、报税") for _ in range(MANY)]
    said = _said(stranger(conditions={"major": "会计", "education": "大专", "skills": []}), rows[0], rows[1:])
    assert "学：" not in said


def test_a_paper_of_the_work_tells_of_its_skills():
    """The holder of a fork-lift driver's card has learned to drive one."""
    rows = [posting(title="叉车工", requirements="须持叉车证，会开叉车、装卸") for _ in range(MANY)]
    held, not_held = (_said(_new_to_it(certificates=papers), rows[0], rows[1:]) for papers in (["叉车证"], []))
    assert "学：" not in held
    assert "学：" in not_held


def test_a_tool_is_to_be_learned_by_who_knows_the_work_too():
    """Years of programming tell nothing of Python."""
    rows = [posting(title="程序员", requirements="熟悉Python") for _ in range(MANY)]
    person = client(conditions={"experience": [{"occupation": "程序员", "years": 4}], "skills": ["Java"]})
    assert "学：Python" in _said(person, rows[0], rows[1:])


def test_who_names_a_tool_of_a_skill_has_the_skill():
    """Who cuts with Premiere, or says 剪接, cuts films."""
    for skill in ("Premiere", "剪接"):
        said = _said(_new_to_it(skills=[skill]), CUTTERS[0], CUTTERS[1:])
        assert "剪辑" not in said.partition("学：")[2]


def test_what_a_person_is_is_not_to_be_learned():
    """沟通能力 is no lesson, and 财务 no skill but a line of business."""
    rows = [posting(title="出纳", requirements="财务工作，沟通能力强，会开票") for _ in range(MANY)]
    said = _said(_new_to_it(), rows[0], rows[1:])
    assert not any(word in said for word in ("沟通能力", "财务"))


def test_of_too_few_like_postings_it_is_asked():
    """One programmer's post says nothing of what is usual."""
    assert "会不会请问清楚" in _said(_new_to_it(), posting(title="程序员", requirements="熟悉Python"), [])
