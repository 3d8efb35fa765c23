"""What a client's answers change in the next recommendation, each with its words; and when to assess anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from jobmatch.casebook.events import Event
from jobmatch.casebook.standing import TAKEN_BACK, Profile, patched
from jobmatch.messages import say
from jobmatch.records.told import AsJson
from jobmatch.settings import Settings

REASONS: Final = ("employer", "distance", "work", "pay", "other")  # why a job was declined
_A_STEP_KM: Final = 0.1  # a way that was too long is ruled out itself


@dataclass(frozen=True, slots=True)
class Adjustment(AsJson):
    """One thing that an answer changes: ``event`` is the answer, ``kind`` what is changed, ``to`` into what."""

    event: int
    kind: str  # posting, employer, distance, work or pay
    to: Any
    words: str


def adjustments(history: Sequence[Event]) -> list[Adjustment]:
    """What the answers of a client change, those left out that were taken back."""
    return [one for event in standing_outcomes(history) for one in _of(event)]


def standing_outcomes(history: Sequence[Event]) -> list[Event]:
    """The outcomes that still count."""
    back = {(event.payload or {}).get("event") for event in history if event.what == TAKEN_BACK}
    return [one for one in history if one.kind == "outcome" and one.what != TAKEN_BACK and one.id not in back]


def _of(event: Event) -> list[Adjustment]:
    said = event.payload or {}
    if event.what not in ("declined", "rejected") or "posting_id" not in said:
        return []
    made = [("posting", said["posting_id"])]
    if event.what == "declined":
        made += [(kind, to) for kind, to in _changes(said).items() if kind == said.get("because") and to is not None]
    return [Adjustment(event.id, kind, to, _words(event, kind, to)) for kind, to in made]


def _changes(said: Mapping[str, Any]) -> dict[str, Any]:
    """What each reason for declining would change."""
    way, most = said.get("distance_km"), (said.get("pay") or {}).get("max_month")
    return {
        "employer": said.get("employer") or None,
        "distance": round(way - _A_STEP_KM, 1) if way and way > _A_STEP_KM else None,
        "work": said.get("title") or None,
        "pay": None if most is None else most + 1,
    }


def _words(event: Event, kind: str, to: Any) -> str:
    said = event.payload or {}
    reason = said.get("reason") or say(f"because.{said.get('because') or event.what}")
    return say(f"adjust.{kind}", to=to, title=said.get("title") or said["posting_id"], reason=reason)


def adjusted(profile: Profile, changes: Sequence[Adjustment]) -> Profile:
    """The profile with what the answers change: only ever narrower than what the client said before.

    >>> narrower = Adjustment(4, "distance", 8.9, "…")
    >>> adjusted({"conditions": {"max_commute_km": 15}}, [narrower])
    {'conditions': {'max_commute_km': 8.9}}
    """
    conditions, attitude, goal = (profile.get(part, {}) for part in ("conditions", "attitude", "goal"))
    of = {kind: [one.to for one in changes if one.kind == kind] for kind in REASONS}
    ways = [way for way in (conditions.get("max_commute_km"), *of["distance"]) if way is not None]
    pays = [pay for pay in (attitude.get("pay_min"), *of["pay"]) if pay is not None]
    patch: Profile = {
        "conditions": {"max_commute_km": min(ways)} if of["distance"] else {},
        "attitude": {"pay_min": max(pays)} if of["pay"] else {},
        "goal": {"refused": list(dict.fromkeys([*goal.get("refused", ()), *of["work"]]))} if of["work"] else {},
    }
    return patched(profile, patch)


def left_out(changes: Sequence[Adjustment]) -> frozenset[str]:
    """The employers and postings that are not shown again."""
    return frozenset(one.to for one in changes if one.kind in ("employer", "posting"))


def proposal(history: Sequence[Event], settings: Settings) -> str | None:
    """Why the client should be assessed anew, counted since the last time; None where there is no reason."""
    last = max((one.id for one in history if one.kind in ("assessed", "overridden")), default=0)
    since = [one.what for one in standing_outcomes(history) if one.id > last]
    for what, setting in (("declined", "casebook.declines"), ("rejected", "casebook.failed_applications")):
        if since.count(what) >= settings.number(setting):
            return say(f"propose.{what}", count=since.count(what))
    return None
