"""The four clients of the PLN document by command line, from the registration to the last visit."""

import json
import os
from dataclasses import dataclass

import pytest

REGISTERED = "2026-11-23"


@dataclass(frozen=True)
class Story:
    """What the document did for one client, and when it could have been."""

    client_id: str
    level: int
    before: tuple[str, ...]  # measures before the jobs
    after: tuple[str, ...]
    declined: str | None  # why the first job was declined, where it was
    category: str  # by which the first month is followed
    in_work: tuple[str, str]  # the category once hired, and the next day: a hardship does not end with a job


STORIES = (
    Story("PLN-1", 1, ("N2", "N4"), (), None, "newly_unemployed", ("employed", "2027-12-06")),
    Story("PLN-2", 2, ("N1", "N2"), (), "pay", "newly_unemployed", ("employed", "2027-12-06")),
    Story("PLN-3", 3, ("N1", "N2"), ("N4",), "work", "newly_unemployed", ("employed", "2027-12-06")),
    Story(
        "PLN-4", 3, ("N1",), ("N2", "N4"), "employer", "employment_difficulty", ("employment_difficulty", "2027-01-04")
    ),
)


@pytest.fixture
def work(run, new_place, demo_people, demo_index, tmp_path, monkeypatch):
    """Run a command of the casebook on a day, and give its answer: ``work("2026-11-23", "case", "show", "PLN-1")``."""
    monkeypatch.setenv("JOBMATCH_CASEBOOK", new_place())
    monkeypatch.setenv("JOBMATCH_AUTHOR", "王指导")
    for client_id, person in demo_people.items():
        (tmp_path / f"{client_id}.json").write_text(json.dumps(person, ensure_ascii=False), "utf-8")

    def command(day, *words, code=0):
        there = [tmp_path / word if str(word).endswith(".json") else word for word in words]
        market = ("--postings", demo_index) if words[1] in ("assess", "recommend") else ()
        done = run(*there, *market, "--as-of", day, "--format", "json")
        assert done.code == code, done.err
        return done.objects[0]

    return command


def due(work, day):
    """Client → what is due on a day."""
    return {
        one["client_id"]: [(duty["kind"], duty["what"]) for duty in one["duties"]]
        for one in work(day, "follow-up", "due")["due"]
    }


def jobs(slate):
    """The posting ids of a slate."""
    return [job["posting_id"] for job in slate["recommendations"]]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.client_id)
def test_a_client_is_helped_into_work_and_followed_to_the_last_visit(work, story):
    """Registered, assessed, guided, recommended, referred, hired, seen after three and six months, closed."""
    me = story.client_id
    told = work(REGISTERED, "case", "add", f"{me}.json", "--office", "榆垡")
    assert (told["category"], told["next_due"]) == (story.category, "2026-12-23")
    assert work(REGISTERED, "case", "assess", me)["level"] == story.level
    for measure in story.before:
        work("2026-11-25", "case", "measure", me, measure)
    slate = work("2026-11-26", "case", "recommend", me)
    if story.declined:
        refused = jobs(slate)[0]
        work(
            "2026-11-27",
            "case",
            "outcome",
            me,
            "--posting",
            refused,
            "--event",
            "declined",
            "--because",
            story.declined,
        )
        slate = work("2026-11-27", "case", "recommend", me)
        assert refused not in jobs(slate)
        assert slate["notices"]
    taken = jobs(slate)[0]
    for measure in story.after:
        work("2026-11-28", "case", "measure", me, measure)
    work("2026-11-28", "case", "refer", me, "--posting", taken)
    work("2026-12-01", "case", "outcome", me, "--posting", taken, "--event", "interviewed")
    told = work("2026-12-04", "case", "outcome", me, "--posting", taken, "--event", "hired")
    assert (told["category"], told["next_due"]) == story.in_work
    assert ("retained", "3") not in due(work, "2027-03-03").get(me, [])
    assert ("retained", "3") in due(work, "2027-03-04")[me]
    work("2027-03-05", "follow-up", "done", me, "--kept", "--said", "适应，满意")
    assert ("retained", "6") in due(work, "2027-06-04")[me]
    work("2027-06-04", "follow-up", "done", me, "--kept")
    work("2027-06-04", "case", "close", me, "--why", "placed")
    assert due(work, "2030-01-01") == {}
    case = work("2027-06-04", "case", "show", me)
    shown = ["recommended"] if not story.declined else ["recommended", "outcome", "recommended"]
    assert [event["kind"] for event in case["events"]] == [
        "registered", "assessed", *["measure_given"] * len(story.before), *shown,
        *["measure_given"] * len(story.after), "referred", "outcome", "outcome", "outcome", "outcome", "closed",
    ]  # fmt: skip
    assert (case["hired_on"], case["open"], case["level"]) == ("2026-12-04", False, story.level)
    assert work("2027-06-04", "case", "verify")["whole"]


def test_promises_are_told_before_their_day(work):
    """A week before the month is over it is said; what of 131 is missing at the end of three."""
    work(REGISTERED, "case", "add", "PLN-4.json")
    assert ("promise", "employment") not in due(work, "2026-12-04").get("PLN-4", [])
    assert ("promise", "employment") in due(work, "2026-12-05")["PLN-4"]
    work("2026-12-23", "case", "measure", "PLN-4", "N1")
    work("2026-12-23", "case", "recommend", "PLN-4")
    told = work("2027-02-06", "follow-up", "due")["due"][0]["duties"]
    assert [one["missing"] for one in told if one["what"] == "131"] == [["training"]]


def test_a_note_of_a_talk_begins_a_case(work, tmp_path):
    """What is read goes into the profile; the note is kept without the telephone number."""
    note = tmp_path / "note.txt"
    note.write_text("张某，女，49岁，初中学历，无工作经验，想找工作，不知道自己能干什么。电话13800000000。", "utf-8")
    work(REGISTERED, "case", "add", note, "--id", "C-7")
    case = work(REGISTERED, "case", "show", "C-7")
    assert case["profile"]["conditions"]["age"] == 49
    assert "13800000000" not in json.dumps(case, ensure_ascii=False)
    assert [event["kind"] for event in case["events"]] == ["registered", "notes_read"]


def test_three_declined_jobs_propose_a_new_assessment(work):
    """Said with the third, and in the case."""
    work(REGISTERED, "case", "add", "PLN-4.json")
    ids = jobs(work(REGISTERED, "case", "recommend", "PLN-4"))
    told = [
        work("2026-11-24", "case", "outcome", "PLN-4", "--posting", one, "--event", "declined", "--because", "other")
        for one in ids
    ]
    assert ["proposal" in one for one in told] == [False, False, True]
    assert "3次" in work("2026-11-24", "case", "show", "PLN-4")["proposal"]


def test_a_casebook_teaches_a_model(work, run, demo_index, tmp_path):
    """What was shown, where, by which model, and what came of it."""
    for story in STORIES:
        work(REGISTERED, "case", "add", f"{story.client_id}.json")
        first, *_ = jobs(work("2026-11-24", "case", "recommend", story.client_id))
        work("2026-12-04", "case", "outcome", story.client_id, "--posting", first, "--event", "hired")
    done = run(
        "train", "--from-casebook", os.environ["JOBMATCH_CASEBOOK"], "--postings", demo_index, "--as-of", "2027-06-01",
        "-o", tmp_path / "models", "--format", "json",
    )  # fmt: skip
    assert done.code == 0, done.err
    assert done.objects[0]["champion"] == "default"
