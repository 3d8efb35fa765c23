"""The demo's data: made-up postings around 大兴 and the four clients of the PLN document.

Nothing here is real: README.txt beside this file says what was made up and how. The postings are
written by tools/make_demo.py, the same bytes every time, the caseload and its outcomes by tools/make_outcomes.py.
"""

from importlib.resources import files
from pathlib import Path


def postings_path() -> Path:
    """Give the table of made-up postings, UTF-8 with Chinese headings.

    >>> postings_path().name, postings_path().read_text("utf-8-sig")[:9]
    ('postings.csv', '岗位编号,岗位名称')
    """
    return _beside("postings.csv")


def clients_path() -> Path:
    """Give the four clients of the PLN document, as a JSON array of profiles.

    >>> clients_path().name, clients_path().read_text("utf-8").count("client_id")
    ('clients.json', 4)
    """
    return _beside("clients.json")


def caseload_path() -> Path:
    """Give a made-up caseload to learn and evaluate on, as a JSON array of profiles.

    >>> caseload_path().name
    'caseload.json'
    """
    return _beside("caseload.json")


def outcomes_path() -> Path:
    """Give what became of what the caseload was shown: made up, it says nothing about any service.

    >>> outcomes_path().name
    'outcomes.csv'
    """
    return _beside("outcomes.csv")


def policies_path() -> Path:
    """Give the example of a catalogue of policies; what is in it is made up and marked so.

    >>> policies_path().name
    'policies.csv'
    """
    return _beside("policies.csv")


def courses_path() -> Path:
    """Give the example of a catalogue of courses; made up as well.

    >>> courses_path().name
    'courses.csv'
    """
    return _beside("courses.csv")


def _beside(name: str) -> Path:
    # the package is always installed as plain files, so the resource is a path of its own
    return Path(str(files(__name__).joinpath(name)))


AS_OF = "2026-11-22"  # the day for which the demo's postings were made
