"""Who lives in Taiwan reads the names that are used there."""

from builders import client, explained, feature, posting

HOME = {"residence": "台北市中山區"}
CARE = posting(title="照顧服務員", location="台北市大同區", requirements="具照顧服務員訓練結業證明書")


def _told(person, row):
    return " ".join(line.reason for line in explained(person, row).features)


def test_a_place_is_told_without_the_whole():
    """台北市大同区, and no 台湾省 before it."""
    said = feature("distance", client(conditions=HOME), posting(location="台北市大同區")).reason
    assert "台北市大同区" in said
    assert "台湾省" not in said


def test_papers_are_told_as_the_posting_names_them():
    """照顧服務員訓練結業證明書 keeps its name; on the mainland the vocabulary's name is told."""
    assert "結業證明" in feature("certificates", client(conditions=HOME), CARE).reason


def test_papers_of_the_law_have_taiwans_names():
    """Nobody there has heard of a 护士执业证 or a licence C1."""
    nurse = feature("certificates", client(conditions=HOME), posting(title="護理師")).reason
    driver = feature(
        "certificates", client(conditions=HOME), posting(title="小貨車司機", requirements="小型車駕照")
    ).reason
    assert "护士执业证" not in nurse
    assert "护理师" in nurse
    assert "C1" not in driver
