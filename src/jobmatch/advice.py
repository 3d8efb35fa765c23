"""``Advice``: what helps a client beside the jobs of today: changes, directions, training and the plan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jobmatch.allocation.view import Ground
from jobmatch.dataset.catalogues import Course, Policy
from jobmatch.guidance.changes import widest
from jobmatch.guidance.directions import directions
from jobmatch.guidance.policies import entitlements
from jobmatch.guidance.swot import swot, years_away
from jobmatch.guidance.training import courses_of_gains, lessons, opened
from jobmatch.guidance.what_if import what_if
from jobmatch.level.assess import without_level
from jobmatch.look import Asked, Shortlist, ask, look_at
from jobmatch.plan.compose import Findings, compose
from jobmatch.records.assessment import Assessment
from jobmatch.records.client import Client
from jobmatch.records.guidance import Directions, Swot, Training, WhatIf
from jobmatch.records.plan import ServicePlan
from jobmatch.records.recommendation import Recommendations


@dataclass(frozen=True)
class Advice:
    """Advice on the ground of one market, day and settings; see ``Matcher`` for what each part answers."""

    ground: Ground

    def what_if(self, client: Client) -> WhatIf:
        """What each change of an expectation and each thing to be got would open; advice, nothing is changed."""
        if known := self._without_level(client):
            return WhatIf(client.client_id, self._day, known.summary(), 0, 0)
        return what_if(client, self._wide(client), self.ground.settings)

    def directions(self, client: Client, most: int | None = None) -> Directions:
        """Occupations within reach, the best first."""
        if known := self._without_level(client):
            return Directions(client.client_id, self._day, known.summary())
        asked = self._ask(client)
        found = directions(asked, most or self._most_directions)
        return Directions(client.client_id, self._day, asked.level.summary(), found)

    def at_once(self, client: Client) -> tuple[WhatIf, Directions, Swot]:
        """What would change, where else to look, and what speaks for and against: from one look."""
        if known := self._without_level(client):
            level = (client.client_id, self._day, known.summary())
            return WhatIf(*level, 0, 0), Directions(*level), Swot(*level)
        wide = self._wide(client)
        now = wide.again(client)
        level = (client.client_id, self._day, now.level.summary())
        changes, found = what_if(client, wide, self.ground.settings), directions(now, self._most_directions)
        return changes, Directions(*level, found), Swot(*level, swot(now, changes.changes, found))

    def training(self, clients: Iterable[Client], courses: Sequence[Course]) -> Training:
        """What is worth teaching to these clients: of a catalogue, else of what postings ask most."""
        settings = self.ground.settings
        looks = [self._ask(client) for client in clients if self._without_level(client) is None]
        taught = (
            tuple(courses)
            or {course.name: course for look in looks for course in courses_of_gains(look, settings)}.values()
        )
        found = [(course, [opened(look, course) for look in looks]) for course in taught]
        least, most = (int(settings.number(name)) for name in ("plan.training_opens", "training.most"))
        told = lessons(found, self.ground.market.counted_openings, least, most)
        return Training(self._day, len(looks), told)

    def plan(self, client: Client, slate: Recommendations, policies: Sequence[Policy]) -> ServicePlan:
        """N1 to N6 with dates, the way towards work, follow-up and promises."""
        changes, found_directions, points = self.at_once(client)
        found = Findings(
            slate=slate,
            changes=changes,
            directions=found_directions,
            points=points,
            jobs_now=self._of_the_market(client) if slate.level["level"] else 0,
            years_away=years_away(self.ground.facts(client)),
            policies=entitlements(client, tuple(policies), self.ground.as_of),
        )
        return compose(client, self.ground.as_of, self.ground.settings, found)

    def _of_the_market(self, client: Client) -> int:
        """Postings that fit now, public-welfare posts not counted."""
        look = look_at(self.ground.market, self.ground.facts(client), self.ground.settings)
        ranked = Shortlist(look, self.ground.settings).ranked
        return int((ranked.fits & ~ranked.case.column("public_welfare")).sum())

    @property
    def _day(self) -> str:
        return self.ground.as_of.isoformat()

    @property
    def _most_directions(self) -> int:
        return int(self.ground.settings.number("directions.most"))

    def _without_level(self, client: Client) -> Assessment | None:
        return without_level(self.ground.facts(client), self.ground.settings)

    def _ask(self, client: Client) -> Asked:
        return ask(self.ground.market, self.ground.facts(client), self.ground.settings)

    def _wide(self, client: Client) -> Asked:
        """The client asked about all that any change could open."""
        return self._ask(widest(client, self.ground.settings))
