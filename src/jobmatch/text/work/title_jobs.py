"""The jobs that one title names, and whether they are unlike: the bait of 普工/大数据分析工程师."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jobmatch import settings
from jobmatch.text.batches import Cell, as_text
from jobmatch.text.work.occupations import Occupation, find_occupations
from jobmatch.text.work.titles_clean import clean_title

_NEAREST: Final = 10  # codes whose probabilities make that of a mid class: the rest are crumbs
_MOST: Final = 6  # parts of a title that are read: a list of twenty jobs says no more than one of six

# What ends so names somebody who works; 月入过万 and 提供宿舍 stand in titles too, and a model finds a code for them.
_WORKER: Final = re.compile(
    "[员工师岗手]$|司机$|经理$|主管$|助理$|客服$|[会出][计纳]$|保[安洁姆]$|厨$|engineer$|manager$"
)
_OFFICE: Final = frozenset("123")  # managers, professionals, clerks; bait is one of them beside work by hand


@dataclass(frozen=True, slots=True)
class TitleJobs:
    """The jobs of a title in their order; ``unlike`` where office work stands beside work in production."""

    jobs: tuple[Occupation, ...]
    unlike: bool


def title_jobs(title: Cell) -> TitleJobs:
    """Every job that a title names surely, and whether one of them looks like bait for another.

    >>> found = title_jobs("普工/技工7500大数据分析工程师")
    >>> [job.code[0] for job in found.jobs], found.unlike
    (['6', '2'], True)

    Jobs that are near each other are an offer of several, not bait.

    >>> title_jobs("保洁/保安").unlike
    False

    A title without a sure job names none.

    >>> title_jobs("急招！！")
    TitleJobs(jobs=(), unlike=False)
    """
    return _jobs_of(as_text(title))


@lru_cache(maxsize=4096)
def _jobs_of(title: str) -> TitleJobs:
    parts = [part for part in clean_title(title).split() if _WORKER.search(part.lower())][:_MOST]
    jobs = tuple({job.code: job for job in map(_sure_job, parts) if job}.values())
    unlike = any(one.code[0] in _OFFICE and other.code[0] == "6" for one in jobs for other in jobs)
    return TitleJobs(jobs, unlike)


def _sure_job(part: str) -> Occupation | None:
    """The best code of a part whose mid class is sure, though the code may not be."""
    found = find_occupations(part, k=_NEAREST)
    of_mid = sum(job.probability for job in found if job.code[:4] == found[0].code[:4])
    return found[0] if of_mid >= settings.load().number("occupation_model.sure_job") else None
