"""Training: which course opens most, for one client and for a caseload."""

from builders import client, market, posting

from jobmatch import demo
from jobmatch.dataset.catalogues import read_courses
from jobmatch.guidance.learning_times import _times
from jobmatch.text.asked.certificates import certificate_names
from jobmatch.text.asked.education import education_name
from jobmatch.text.asked.licence_ladder import licence_classes
from jobmatch.text.asked.skills import skill_names

FORK_LIFT = [posting(title="叉车仓管员", requirements="须持叉车证", openings="2") for _ in range(4)]
COURSES = read_courses([
    {"course": "叉车班", "teaches": "叉车证", "weeks": 4},
    {"course": "电工班", "teaches": "低压电工证", "weeks": 6},
])  # fmt: skip


def _people(count):
    rows = ({"client_id": f"C-{at}"} for at in range(count))
    plain = client(conditions={"certificates": []}).to_dict()
    return [type(client()).from_dict(plain | row) for row in rows]


def test_a_course_is_worth_what_it_opens():
    """Four postings with two openings each for the paper, none for the other."""
    (lesson,) = market(*FORK_LIFT).training(_people(1), COURSES).lessons
    assert (lesson.name, lesson.clients, lesson.postings, lesson.openings, lesson.per_week) == ("叉车班", 1, 4, 8, 2.0)


def test_whom_one_course_helps_is_not_counted_for_the_next():
    """Two courses that teach the same: the second has nobody left."""
    same = read_courses([{"course": name, "teaches": "叉车证", "weeks": weeks} for name, weeks in (("A", 4), ("B", 8))])
    assert [one.name for one in market(*FORK_LIFT).training(_people(3), same).lessons] == ["A"]


def test_a_caseload_is_counted_by_heads():
    """Three clients, one course."""
    (lesson,) = market(*FORK_LIFT).training(_people(3), COURSES).lessons
    assert lesson.clients == 3


def test_without_a_catalogue_the_most_asked_is_taken():
    """With the usual weeks."""
    (lesson,) = market(*FORK_LIFT).training(_people(1)).lessons
    assert (lesson.name, lesson.weeks) == ("叉车证", 4)


def test_unknown_certificates_count_as_none_yet():
    """What a course opens is measured against nothing held."""
    person = client(conditions={"certificates": None})
    (lesson,) = market(*FORK_LIFT).training([person], COURSES).lessons
    assert lesson.postings == 4


def test_the_example_catalogue_is_read():
    """Every course teaches something that postings ask."""
    courses = read_courses(demo.courses_path())
    assert len(courses) == 7
    assert all(course.teaches and course.weeks for course in courses)


def test_learning_times_are_of_names_that_exist():
    """A name that nothing else uses would never be found."""
    known = {
        "certificate": set(certificate_names()),
        "licence": set(licence_classes()),
        "skill": set(skill_names()),
        "education": {education_name(rung) for rung in range(1, 7)} | {"中专"},
    }
    assert [(kind, name) for kind, name in _times() if name not in known[kind]] == []


def test_a_course_for_a_paper_of_jobs_that_are_open_counts():
    """A guard is hired without the paper and needs it all the same: the course is worth taking."""
    guards = read_courses([{"course": "保安员班", "teaches": "保安员证", "weeks": 2}])
    rows = [posting(title="保安", employer=employer) for employer in "甲乙丙丁"]
    told = {"goal": {"occupations": ["保安"]}, "conditions": {"experience": [{"occupation": "保安", "years": 3}]}}
    (lesson,) = market(*rows).training([client(**told)], guards).lessons
    assert (lesson.name, lesson.postings) == ("保安员班", 4)
