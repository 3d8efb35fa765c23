"""The questions about clients: what each takes, and the workflow of the command of the same name that answers it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple

from jobmatch.allocation.rules import Rules, id_of, pairs_of
from jobmatch.service.asked import (
    Asked,
    Explain,
    Fair,
    OfClients,
    Plan,
    Recommend,
    Refer,
    Training,
    Vacancy,
    catalogue_at_hand,
)
from jobmatch.workflows import answers, employers
from jobmatch.workflows.session import Session
from jobmatch.workflows.source import Source, Tell

Answered = tuple[Iterable[Any], Session]
# clients (a file), postings, the options, who is told of what was noticed
_Ask = Callable[[str, Source, Any, Tell], Answered]


class Question(NamedTuple):
    """What a question takes, who answers it, and whether there is one answer however many clients there are."""

    kind: type[OfClients]
    ask: _Ask
    of_all: bool = False


def _plan(clients: str, source: Source, asked: Plan, tell: Tell) -> Answered:
    with catalogue_at_hand("policies.json", asked.policies) as policies:
        return answers.plan(clients, source, policies, tell, asked.override)


def _refer(clients: str, source: Source, asked: Refer, tell: Tell) -> Answered:
    how: dict[str, Any] = {"top": asked.top, "consented": asked.consented, "tell": tell}
    result, session = employers.refer(posting_id=id_of(asked.posting), clients=clients, source=source, **how)
    return [result], session


def _vacancy(clients: str, source: Source, asked: Vacancy, tell: Tell) -> Answered:
    result, session = employers.vacancy(posting_id=id_of(asked.posting), clients=clients, source=source, tell=tell)
    return [result], session


def _fair(clients: str, source: Source, asked: Fair, tell: Tell) -> Answered:
    from jobmatch.reports.both_sides import fair_despite

    names = ("per_client", "session", "minutes", "must", "never", "without", "keep")
    rules = Rules.of(**{name: getattr(asked, name) for name in names}, named="keep")
    plan, session = employers.fair(clients, source, rules, pairs_of("why", asked.why), tell=tell)
    for line in fair_despite(plan):
        tell(line)
    return [plan], session


def _training(clients: str, source: Source, asked: Training, tell: Tell) -> Answered:
    with catalogue_at_hand("courses.json", asked.courses) as courses:
        result, session = answers.training(clients, source, courses, tell)
    return [result], session


QUESTIONS: Final[Mapping[str, Question]] = {
    "recommend": Question(
        Recommend, lambda who, at, asked, tell: answers.recommend(who, at, asked.top, tell, asked.override)
    ),
    "explain": Question(
        Explain, lambda who, at, asked, tell: answers.explain(who, at, asked.posting, tell, asked.override)
    ),
    "assess": Question(Asked, lambda who, at, asked, tell: answers.assess(who, at, tell, asked.override)),
    "plan": Question(Plan, _plan),
    "what-if": Question(Asked, lambda who, at, asked, tell: answers.what_if(who, at, tell, asked.override)),
    "directions": Question(Asked, lambda who, at, asked, tell: answers.directions(who, at, tell, asked.override)),
    "training": Question(Training, _training, of_all=True),
    "refer": Question(Refer, _refer, of_all=True),
    "vacancy": Question(Vacancy, _vacancy, of_all=True),
    "fair": Question(Fair, _fair, of_all=True),
}
