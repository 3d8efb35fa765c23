"""The form of a profile: what is shown can be read again, and what was left alone stays."""

import pytest

from jobmatch.errors import UsageError
from jobmatch.messages import LANGUAGES, use_language
from jobmatch.records.client import Client
from jobmatch.service.review import Review
from jobmatch.service.sent import Sent

WHOLE = {
    "client_id": "C-1",
    "willingness": {"wants_work": True, "available_from": "2026-12-01"},
    "goal": {"occupations": ["保洁", "库管"], "clarity": "clear", "refused": ["夜班保安"], "industries": []},
    "conditions": {
        "age": 49, "education": "初中", "experience": [{"occupation": "库管", "years": 2.5, "ended": "2021-06"}],
        "skills": ["盘点"], "certificates": [], "driving_licence": "none", "health_limits": ["不能久站"],
        "residence": "大兴区", "max_commute_km": 15.5, "night_shift_ok": False, "hours": "part",
        "available_hours": [{"days": "weekday", "from": "08:30", "to": "17:30"}, {"from": "19:00", "to": "21:00"}],
    },
    "attitude": {"pay_min": 4000, "places": ["大兴"]},
    "family": {"care_duties": ["child", "elder"], "dependants": 2},
    "registration": {"status": "unemployed", "groups": ["4050"], "unemployed_since": "2021"},
    "audit": {"gender": "女"},
}  # fmt: skip


def as_shown(review, **changed):
    """The form as a browser sends it, with some fields changed."""
    sent = {"client_id": review.client.client_id}
    for row in (row for rows in review.rows().values() for row in rows):
        jobs = {f"{row.name}.{at}.{name}": text for at, job in enumerate(row.jobs) for name, text in job.items()}
        sent |= jobs or {row.name: row.value}
    return Sent(sent | changed)


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_what_was_left_alone_stays(tongue):
    """In both languages, to the letter."""
    use_language(tongue)
    review = Review(Client(**WHOLE))
    assert review.with_changes(as_shown(review)) == review.client


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_what_is_shown_can_be_read_again(tongue):
    """Typed into an empty form it gives the same client."""
    use_language(tongue)
    whole = Review(Client(**WHOLE))
    empty = Review(Client(client_id="C-1"))
    again = empty.with_changes(as_shown(whole)).to_dict()
    wanted = whole.client.to_dict()
    asked = [row.path for rows in empty.rows().values() for row in rows if row.path != "conditions.available_hours"]
    assert {path: again[path.split(".")[0]][path.split(".")[1]] for path in asked} == {
        path: wanted[path.split(".")[0]][path.split(".")[1]] for path in asked
    }


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("conditions.age", "五十", None),
        ("conditions.residence", "123", "123"),
        ("conditions.skills", "无", []),
        ("conditions.skills", "", None),
        ("conditions.major", '"会计"', "会计"),
        ("registration.unemployed_since", "2021-06", "2021-06"),
        ("registration.unemployed_since", "2020", "2020"),
        ("conditions.night_shift_ok", "true", True),
        ("family.care_duties", "孩子", ["child"]),
    ],
)
def test_a_field_that_was_changed(field, typed, value):
    """Is read as people write it, or refused with its name."""
    review = Review(Client(**WHOLE))
    part, _, name = field.partition(".")
    sent = as_shown(review, **{f"f.{field}": typed})
    if value is None and typed:
        with pytest.raises(UsageError) as refused:
            review.with_changes(sent)
        assert refused.value.values["field"] == field
    else:
        assert review.with_changes(sent).to_dict()[part][name] == value


def test_a_past_job_may_go_and_another_come():
    """The past is what the rows say."""
    review = Review(Client(**WHOLE))
    jobs = "f.conditions.experience"
    changed = {f"{jobs}.0.occupation": "", f"{jobs}.0.years": "", f"{jobs}.0.ended": "", f"{jobs}.2.occupation": "保洁"}
    past = review.with_changes(as_shown(review, **changed)).conditions.experience
    assert [(one.occupation, one.years) for one in past] == [("保洁", None)]
    gone = {f"{jobs}.0.{name}": "" for name in ("occupation", "years", "ended")}
    assert review.with_changes(as_shown(review, **gone)).conditions.experience is None


def test_a_review_comes_back_from_its_page():
    """With the words and how sure they are."""
    import json

    review = Review(
        Client(**WHOLE),
        {"conditions.age": ("49岁", 0.97)},
        ("两种说法",),
        {"conditions.skills": "会什么？"},
        (("49岁", True), ("，爱唱歌", False)),
    )
    assert Review.from_json(json.loads(review.to_json())) == review
