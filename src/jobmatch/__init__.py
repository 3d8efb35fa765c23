"""jobmatch: three jobs that really fit, with reasons a person understands.

The public names, each loaded when it is first used, so that a query on an index pays for nothing else.

>>> import jobmatch as jm
>>> jm.parse_salary("8千-1.2万/月").max_month
12000.0
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jobmatch.allocation.rules import Rules
    from jobmatch.casebook.casebook import Casebook
    from jobmatch.dataset.catalogues import read_courses, read_policies
    from jobmatch.dataset.clients import Clients, read_clients
    from jobmatch.dataset.outcomes import read_outcomes
    from jobmatch.dataset.postings import Postings, read_postings
    from jobmatch.errors import BadInput, JobmatchError, UsageError
    from jobmatch.evaluation.report import evaluate
    from jobmatch.explanation import Explanation
    from jobmatch.intake.notes import read_notes
    from jobmatch.market.reading import Reading, read_posting
    from jobmatch.matcher import Matcher
    from jobmatch.records.assessment import Assessment
    from jobmatch.records.client import Client
    from jobmatch.records.guidance import Directions, Swot, Training, WhatIf
    from jobmatch.records.place import Place
    from jobmatch.records.plan import ServicePlan
    from jobmatch.records.profile import Profile
    from jobmatch.records.recommendation import Recommendation, Recommendations
    from jobmatch.records.salary import Salary
    from jobmatch.screening import screen_text
    from jobmatch.text.pay.salary import parse_salary
    from jobmatch.text.places.place import parse_place
    from jobmatch.text.tokens import tokenize
    from jobmatch.text.work.occupations import find_occupations
    from jobmatch.text.work.title_jobs import title_jobs
    from jobmatch.text.work.titles import title_similarity

__version__ = "0.1.0"

_HOMES = {
    "Assessment": "records.assessment",
    "BadInput": "errors",
    "Casebook": "casebook.casebook",
    "Client": "records.client",
    "Clients": "dataset.clients",
    "Directions": "records.guidance",
    "Explanation": "explanation",
    "JobmatchError": "errors",
    "Matcher": "matcher",
    "Place": "records.place",
    "Postings": "dataset.postings",
    "Profile": "records.profile",
    "Reading": "market.reading",
    "Recommendation": "records.recommendation",
    "Recommendations": "records.recommendation",
    "Rules": "allocation.rules",
    "Salary": "records.salary",
    "ServicePlan": "records.plan",
    "Swot": "records.guidance",
    "Training": "records.guidance",
    "UsageError": "errors",
    "WhatIf": "records.guidance",
    "evaluate": "evaluation.report",
    "find_occupations": "text.work.occupations",
    "parse_place": "text.places.place",
    "parse_salary": "text.pay.salary",
    "read_clients": "dataset.clients",
    "read_courses": "dataset.catalogues",
    "read_notes": "intake.notes",
    "read_outcomes": "dataset.outcomes",
    "read_policies": "dataset.catalogues",
    "read_posting": "market.reading",
    "read_postings": "dataset.postings",
    "screen_text": "screening",
    "title_jobs": "text.work.title_jobs",
    "title_similarity": "text.work.titles",
    "tokenize": "text.tokens",
}

__all__ = [
    "Assessment",
    "BadInput",
    "Casebook",
    "Client",
    "Clients",
    "Directions",
    "Explanation",
    "JobmatchError",
    "Matcher",
    "Place",
    "Postings",
    "Profile",
    "Reading",
    "Recommendation",
    "Recommendations",
    "Rules",
    "Salary",
    "ServicePlan",
    "Swot",
    "Training",
    "UsageError",
    "WhatIf",
    "__version__",
    "evaluate",
    "find_occupations",
    "parse_place",
    "parse_salary",
    "read_clients",
    "read_courses",
    "read_notes",
    "read_outcomes",
    "read_policies",
    "read_posting",
    "read_postings",
    "screen_text",
    "title_jobs",
    "title_similarity",
    "tokenize",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'jobmatch' has no attribute {name!r}")
    value = getattr(import_module(f"jobmatch.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
