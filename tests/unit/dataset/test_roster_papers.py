"""Papers of a roster: codes, grades and English ones are papers, and skills beside them stay skills."""

from jobmatch.dataset import read_clients


def one(**cells):
    """The client of a row."""
    return read_clients([{"编号": "C-1", **cells}])[0].conditions


def test_codes_and_grades_are_papers_and_no_skills():
    """What stands in one column with skills is told apart."""
    held = one(**{"技能/证书": "N1、六级、AWS、Excel、TOEFL 95"})
    assert held.certificates == ("N1", "六级", "AWS", "TOEFL 95")
    assert held.skills == ("Excel",)


def test_an_english_licence_among_papers_is_the_licence():
    """With its class, as it is written."""
    held = one(certificates="CDL Class A; CPR; Food Handler Card")
    assert held.driving_licence == "CDL CLASS A"
    assert "CPR" in held.certificates
