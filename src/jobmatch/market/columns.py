"""``Market``: what was understood of the postings, as numpy columns in ascending order of place.

All columns have shape (n,) unless said otherwise. Unknown is -1 in integer columns and NaN in float columns;
"not asked" is 0. Three-valued columns hold -1 unknown, 0 no, 1 yes.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jobmatch.market.crowd import Crowd
from jobmatch.market.districts import Districts
from jobmatch.market.heap import Heap
from jobmatch.market.impacts import Impacts
from jobmatch.market.kept_rows import ROWS_KEPT, Keeper, KeptRows
from jobmatch.market.lists import Lists, Runs
from jobmatch.market.memo import Kept, Memo

Rows = NDArray[np.intp] | slice

SHOWN = (
    "posting_id", "title", "employer", "location", "salary", "education", "experience", "hours", "description",
    "requirements", "benefits", "url", "also_posted_as", "place_name", "work_told",
)  # fmt: skip
STUDY, PAPER = 8, 9  # beside the rungs of schooling: the field of study, a paper that is named

# Steps to one: dot products of unit vectors stay below 2^24, up to which float32 adds whole numbers exactly.
TITLE_STEPS = 4000.0


def in_steps(vectors: NDArray[np.float32]) -> NDArray[np.int16]:
    """Unit vectors in whole steps: half the memory, and dot products that no order of adding up can change."""
    return np.asarray(np.rint(vectors * TITLE_STEPS), dtype=np.int16)


@dataclass(frozen=True, eq=False)
class Market:
    """Postings understood, as columns. See the module for what unknown looks like."""

    place: NDArray[np.int32]  # district, city or province code, ascending; 0 unknown
    lat: NDArray[np.float32]
    lon: NDArray[np.float32]
    place_radius_km: NDArray[np.float32]  # how rough the point is
    place_wide: NDArray[np.bool_]  # a city or a province without a district
    place_likely: NDArray[np.bool_]  # told from a landmark or a name, not stated
    pay_min_month: NDArray[np.float32]
    pay_max_month: NDArray[np.float32]
    pay_sure_month: NDArray[np.float32]  # where more is told than is sure: what is; NaN where nothing is, or all
    pay_unsure: NDArray[np.int8]  # why the rest is not sure, position in salary.WHYS; 0 all of it is
    pay_doubtful: NDArray[np.bool_]
    pay_share: NDArray[np.float32]  # of that of a full month, for part-time work by the hour; NaN unknown, 1 other work
    pay_of_like: NDArray[np.float32]  # how many times that of the better paid quarter of like postings; NaN unknown
    pay_mistaken: NDArray[np.bool_]  # not to be believed beside that of like postings; counts as not said
    education: NDArray[np.int8]  # rung asked, 0 none
    education_usual: NDArray[np.float32]  # what like postings ask: the estimate where this one is silent
    years: NDArray[np.float32]  # years of experience asked
    years_instead: NDArray[np.int8]  # what will do in their place: 0 nothing, a rung, STUDY, PAPER
    seniority: NDArray[np.int8]  # -1 trainee or assistant, 0 ordinary, 1 senior, 2 lead, 3 manager, 4 director
    graduates_only: NDArray[np.bool_]
    occupations: NDArray[np.int16]  # (n, 3) positions in the list of codes
    occupation_chances: NDArray[np.float32]  # (n, 3)
    occupation_first: NDArray[np.float32]  # how sure the first one is, before they became shares
    learned: NDArray[np.float32]  # the least schooling of work whose very title says that it is learned; 0 for other
    work_told_by: NDArray[np.int8]  # what tells the work: 0 the title, 1 the duties, 2 the employer; see text.duties
    trades: NDArray[np.int16]  # (n, MOST) what the title names, NONE where it names fewer; see text.trades
    objects: NDArray[np.uint64]  # (n, 2) bits: generic heads of the title and what it is done on; see text.objects
    craft: NDArray[np.int8]  # how the work is learned: 0 on the spot, 1 by a course, 2 as a craft; see text.crafts
    night: NDArray[np.int8]  # also where somebody is cared for who is lived in with
    shift: NDArray[np.int8]
    evening: NDArray[np.int8]  # late shifts by their name, for which one must be ready
    overtime: NDArray[np.int8]
    weekend: NDArray[np.int8]
    live_in: NDArray[np.int8]
    travel: NDArray[np.int8]
    part_time: NDArray[np.int8]
    paid_by_month: NDArray[np.bool_]  # or by the year: where nothing is said of part-time, that is full-time work
    start_hour: NDArray[np.float32]
    end_hour: NDArray[np.float32]
    begun_by: NDArray[np.float32]  # of several times of work: when the latest begins
    not_before: NDArray[np.float32]  # ... and when the earliest ends, past midnight counted on
    first_begins: NDArray[np.float32]  # of just two of them: when the earlier begins
    last_ends: NDArray[np.float32]  # ... and when the later ends
    named_shift: NDArray[np.int8]  # where no hours are told: position in named_shifts.shift_names, -1 none named
    licence: NDArray[np.int8]  # position in the list of classes, -1 none asked
    own_vehicle: NDArray[np.int8]  # position in asked.vehicles.VEHICLES of what one must bring along, -1 nothing
    demands: NDArray[np.uint32]  # one bit a demand on the body
    demands_at_times: NDArray[np.uint32]  # the same for what such work asks in one place and not in another
    demands_told: NDArray[np.uint32]  # those of demands_at_times of which the posting's own text speaks (巡逻)
    age_from: NDArray[np.int8]  # lawful lower bound, 0 none
    age_beyond: NDArray[np.bool_]  # work in which the law keeps minors out
    posted_day: NDArray[np.int32]  # days since 1970-01-01, -1 unknown
    closes_day: NDArray[np.int32]
    openings: NDArray[np.int32]
    public_welfare: NDArray[np.bool_]
    reserved: NDArray[np.uint16]  # one bit a group for whom the place is kept, see text.asked.reserved
    asks_money: NDArray[np.bool_]
    warned: NDArray[np.bool_]  # something in the text is against the law or suspicious
    unclear: NDArray[np.bool_]  # it tells no job: see screening.posters.is_unclear
    silent: NDArray[np.bool_]  # no text says more than the title: nothing is held against it that it leaves out
    text_key: NDArray[np.int64]  # equal where texts are, 0 where a text is short; see text.copied
    seeks: NDArray[np.int8]  # whom by its words: -1 who has done the work, 1 beginners, 2 anybody; see screening.mills
    mill_ads: NDArray[np.int16]  # where the employer seems a school that sells courses: how many postings it has ...
    mill_seek: NDArray[np.int16]  # ... and how many of those seek beginners or anybody; 0 elsewhere
    title: NDArray[np.int32]  # which of the different titles is this posting's, with what is told of its work beside it
    work: NDArray[np.int32]  # which row of work_vectors is this posting's; it tells the occupations as well
    kind: NDArray[np.int32]  # rows of one kind have the same terms, see market.sorts
    post: NDArray[np.int32]  # rows of one post are of the same work and kind
    spot: NDArray[np.int32]  # rows of one spot lie in the same place
    offer: NDArray[np.int32]  # rows of one offer pay the same
    work_vectors: NDArray[np.int16]  # (different works, d): what their titles mean, see in_steps
    title_keys: Heap  # the different titles folded, to be searched
    skills: Lists
    skill_runs: Runs
    certificates: Lists
    hard_certificates: Lists  # those without which nobody can take the job
    words: Impacts
    shown: Heap
    about: dict[str, Any]
    crowd: Crowd | None = None  # who was sent where of late; None without a log, never on disk

    def __len__(self) -> int:
        return len(self.place)

    @cached_property
    def sorts_of(self) -> dict[str, int]:
        """How many different ones there are of each sort."""
        sorts = {name: int(getattr(self, name).max(initial=-1)) + 1 for name in ("kind", "post", "spot", "offer")}
        sorts["asked"] = len(self.skills.asked[0])
        sorts["posted"] = int(self.posted.max(initial=-1)) + 1
        return sorts | {"work": len(self.work_vectors), "title": len(self.title_keys.ends) - 1}

    @property
    def asked(self) -> NDArray[np.uint16]:
        """How many skills are required and preferred, as a sort."""
        return self.skills.asked[1]

    @cached_property
    def posted(self) -> NDArray[np.int32]:
        """The day of posting as a sort: 0 where it is unknown, else counted from the first one."""
        known = self.posted_day >= 0
        before = int(self.posted_day.min(where=known, initial=np.iinfo(np.int32).max)) - 1
        return np.where(known, self.posted_day - before, 0).astype(np.int32)

    @cached_property
    def every_row(self) -> KeptRows:
        """The rows from first to last: each sort asks for them."""
        rows = np.arange(len(self), dtype=np.intp)
        rows.setflags(write=False)
        return KeptRows(rows)

    def row_of_sort(self, sort: str) -> KeptRows:
        """One row for each different sort, in the order of the sorts; each ``row`` is a sort of its own."""
        return self.every_row if sort == "row" else self.kept.once(sort, lambda: self._row_of_sort(sort))

    def _row_of_sort(self, sort: str) -> KeptRows:
        rows = np.zeros(self.sorts_of[sort], dtype=np.intp)
        rows[getattr(self, sort)] = self.every_row.rows
        return KeptRows(rows)

    def open_on(self, day: int) -> KeptRows:
        """The rows that are open on a day and have an opening left."""
        return self.kept.once(("open", day), lambda: self._open_on(day))

    def _open_on(self, day: int) -> KeptRows:
        closed, full = self.closed_on(day), self.full()
        shut = {"closed": int(np.count_nonzero(closed)), "full": int(np.count_nonzero(full))}
        return KeptRows(np.flatnonzero(~(closed | full)), shut)

    def closed_on(self, day: int, rows: Rows = slice(None)) -> NDArray[np.bool_]:
        """Where the closing day has passed on a day; a posting without one is taken for open."""
        closes = self.closes_day[rows]
        return np.asarray((closes >= 0) & (closes < day))

    def full(self, rows: Rows = slice(None)) -> NDArray[np.bool_]:
        """Where no opening is left."""
        return np.asarray(self.openings[rows] == 0)

    @cached_property
    def kept(self) -> Keeper:
        """Rows that were asked for, by those who asked: of each sort, open on a day, in reach."""
        return Keeper(max(ROWS_KEPT, 2 * len(self)))

    @cached_property
    def of_works(self) -> Memo:
        """What was told of the different works for the clients who asked so far."""
        return Memo(len(self.work_vectors))

    @cached_property
    def of_titles(self) -> Memo:
        """The same of the different titles."""
        return Memo(self.sorts_of["title"])

    @cached_property
    def told(self) -> Kept:
        """What was told of the sorts by a few facts of the clients who asked so far, as ``fit.by_sort.told`` does."""
        return Kept()

    @cached_property
    def districts(self) -> Districts:
        """The ranges of rows, one a place that occurs."""
        return Districts.of(self.place, self.lat, self.lon, self.place_radius_km, self.row_of_sort("spot").rows)

    @cached_property
    def row_of_id(self) -> dict[str, int]:
        """Row by posting id, the ids under which a vacancy was posted again included."""
        rows: dict[str, int] = {}
        for row in range(len(self)):
            for name in self.shown.text(row, "also_posted_as").split("\n"):
                rows[name] = row
        for row in range(len(self)):
            rows[self.shown.text(row, "posting_id")] = row
        rows.pop("", None)
        return rows

    def __post_init__(self) -> None:
        if np.any(np.diff(self.place) < 0):
            raise ValueError("rows are not in order of place")

    def counted_openings(self, rows: NDArray[np.intp]) -> int:
        """Openings of some rows; a posting that does not say how many counts as one."""
        return int(self.counted[rows].sum())

    @cached_property
    def counted(self) -> NDArray[np.int32]:
        """Openings as they are counted, shape (n,)."""
        return np.maximum(self.openings, 1)
