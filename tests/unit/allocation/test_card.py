"""What an employer may know, and what never."""

import random
from datetime import date

import jobmatch as jm
from jobmatch.allocation.card import card_number, card_of
from jobmatch.fit.facts import Facts
from jobmatch.reports.cards import write_cards
from jobmatch.reports.sheet import Sheet
from jobmatch.settings import load

AS_OF = date(2026, 11, 22)
SECRETS = {
    "name": ("张小燕", "欧阳建国", "李某某", "Wang Xiaoming"),
    "number": ("13800001234", "110115198503124521", "010-69281234", "微信zxy1985"),
    "address": ("榆垡镇幸福路8号院", "黄村镇三合南里12楼", "清源西里"),
    "birth": ("1985年3月12日", "85后", "属牛", "41岁"),
    "gender": ("女", "男性", "宝妈", "女士"),
    "family": ("离异", "丈夫下岗", "两个孩子", "低保户", "婆婆有病"),
    "health": ("高血压", "腰不好", "左手残疾"),
    "ethnicity": ("回族", "信佛教"),
}
WORDS = ("库管", "保洁", "盘点", "Excel", "叉车证", "电工证", "会开车", "客服", "收银", "在物流公司", "三年", "打字快")


def card(**conditions):
    """The card of a client with some conditions."""
    return card_of(Facts(jm.Client(client_id="张小燕", conditions=conditions), None, AS_OF, load()), "P-1-01")


def test_a_card_says_what_an_employer_needs():
    """Schooling, past work under its usual name, skills, certificates, licence and hours."""
    lines = card(
        education="高中", experience=[{"occupation": "库管", "years": 3}], skills=["盘点"], certificates=["叉车证"],
        driving_licence="C1", hours="full", shift_ok=True,
    ).lines()  # fmt: skip
    assert lines == (
        "学历：高中", "工作经历：仓储管理员3年", "技能：仓储管理、盘点", "证书：叉车证", "驾照：C1",
        "可工作时间：全职、可倒班",
    )  # fmt: skip


def test_a_card_names_the_kind_of_school():
    """中专 is no 高中, though it stands on the same rung; 技校 is told by its usual name."""
    said = [card(education=word).lines() for word in ("中专", "技校", "大专")]
    assert said == [("学历：中专",), ("学历：中专",), ("学历：大专",)]


def test_what_is_not_known_is_not_printed():
    """A client of whom nothing is known has an empty card."""
    assert card().lines() == ()


def test_home_illness_and_prison_are_no_trades():
    """Nor do papers of a person's state or guesses stand on a card."""
    lived = ["在家带孩子", "照顾瘫痪父亲", "服刑", "残疾人专职委员", "养病", "全职太太", "某某某"]
    made = card(
        experience=[{"occupation": "库管", "years": 3}, *({"occupation": one, "years": 5} for one in lived)],
        certificates=["残疾证", "叉车证"], skills=["带孩子", "盘点"],
    )  # fmt: skip
    assert [name for name, _ in made.experience] == ["仓储管理员"]
    assert (made.certificates, made.skills) == (("叉车证",), ("仓储管理", "盘点"))


def _cell(draw):
    """A cell as rosters hold them: useful words and what must not get out, in any order."""
    secrets = [draw.choice(draw.choice(list(SECRETS.values()))) for _ in range(draw.randrange(3))]
    words = [*draw.sample(WORDS, draw.randrange(1, 4)), *secrets]
    draw.shuffle(words)
    return draw.choice(("，", " ", "", "、")).join(words)


def test_nothing_of_the_person_gets_out():
    """Ten thousand clients whose cells hold names, numbers, addresses, ages, gender, family and health."""
    draw = random.Random(20261122)
    secrets = [secret for kind in SECRETS.values() for secret in kind]
    for _ in range(10_000):
        said = "\n".join(
            card(
                age=41, education="高中", residence=_cell(draw), major=_cell(draw), skills=[_cell(draw)],
                experience=[{"occupation": _cell(draw), "years": 3}], certificates=[_cell(draw)], school=_cell(draw),
                health_limits=[_cell(draw)], languages=[_cell(draw)],
            ).lines()
        )  # fmt: skip
        assert not [secret for secret in secrets if secret in said], said


def test_markdown_holds_no_markup_of_others(tmp_path):
    """A posting's title that is a script is text in every kind of file."""
    write_cards(str(tmp_path / "cards.md"), Sheet("<script>x</script>", (("CWWY-TNGS", ("技能：<b>",)),), "完"))
    text = (tmp_path / "cards.md").read_text("utf-8")
    assert "<script>" not in text and "<b>" not in text


def test_card_numbers_are_of_client_and_posting():
    """A hundred thousand cards: no two alike, and nothing of the ids in them."""
    numbers = {card_number(f"C-{at % 1000}", f"P-{at // 1000}") for at in range(100_000)}
    assert len(numbers) == 100_000
