"""What a request may hold: the client or clients, and the options of the command of the same name."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field

from jobmatch.errors import UsageError
from jobmatch.files.read import at_hand
from jobmatch.records.client import Client
from jobmatch.reports.rows import field_of
from jobmatch.settings import load
from jobmatch.workflows.session import Decision, decision_of

Rows = dict[str, Any] | list[Any]
Top = Annotated[int, Field(ge=1, le=1000)]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Text = Annotated[str, Field(max_length=int(load().number("serve.most_characters")))]
Words = Text | Annotated[list[Text], Field(max_length=int(load().number("serve.most_texts")))]


class Body(BaseModel):
    """Any request: a value is of its kind or refused, and so is what no option is."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class OfDay(Body):
    """What counts for a day: today where none is given."""

    as_of: str | None = Field(None, description="YYYY-MM-DD; today where it is left out")


class OfClients(OfDay):
    """What is about one client or several."""

    client: Rows = Field(
        validation_alias=AliasChoices("client", "clients"),
        description="a client as GET /api/schema describes it, or an array of clients",
    )

    @contextmanager
    def file(self) -> Iterator[str]:
        """The clients as a file that no disk holds."""
        most, most_bytes = (int(load().number(f"serve.most_{name}")) for name in ("clients", "bytes_a_client"))
        people = self.client if isinstance(self.client, list) else [self.client]
        if len(people) > most:
            raise UsageError("too-many-clients", most=most, count=len(people))
        if any(len(json.dumps(one, ensure_ascii=False)) > most_bytes for one in people):
            raise UsageError("request-too-large", most=most_bytes)
        with rows_at_hand("client.json" if isinstance(self.client, dict) else "clients.json", self.client) as path:
            yield path


class Asked(OfClients):
    """A question that depends on the level, which a counsellor may set."""

    level: int | None = Field(None, ge=1, le=3, description="the level that a counsellor sets")
    because: str | None = Field(None, description="and why")

    @property
    def override(self) -> Decision:
        """The counsellor's own decision."""
        return decision_of(self.level, self.because)


class Recommend(Asked):
    """N3."""

    top: Top = Field(3, description="jobs a client")

    @contextmanager
    def file(self) -> Iterator[str]:
        """The clients, where not too many jobs are asked for in all."""
        most = int(load().number("serve.most_jobs"))
        if isinstance(self.client, list) and len(self.client) * self.top > most:
            raise UsageError("too-many-jobs", most=most, count=len(self.client) * self.top)
        with super().file() as path:
            yield path


class Explain(Asked):
    """Why this posting."""

    posting: Name = Field(description="id of the posting")


class Refer(OfClients):
    """N3 the other way: clients for a posting."""

    posting: Name = Field(description="id of the posting")
    top: Top = Field(10, description="clients at the most")
    consented: bool = Field(False, description="all have agreed to their card being sent")


class Screen(OfDay):
    """Postings to be screened."""

    postings: Rows = Field(description="postings, with the headings of any file")
    minimum_wage: float | None = Field(None, gt=0, description="yuan a month")


class Notes(OfDay):
    """A counsellor's note."""

    text: str = Field(description="the note, of one client")
    id: Name | None = Field(None, description="id of the client")
    home: Name | None = Field(None, description="home region of bare place names")
    set: list[str] = Field([], max_length=100, description="corrections, as conditions.age=49")
    by_postings: bool = Field(False, description="questions in the order of what they change in the postings at hand")


class Parse(Body):
    """Texts for the parts that serve alone: each one text, or several."""

    salary: Words | None = None
    place: Words | None = None
    home: Name | None = Field(None, description="home region of bare place names")
    occupations: Words | None = Field(None, description="titles")
    tokens: Words | None = None
    screen: Words | None = None


def within_reason(client: Client) -> Client:
    """The client, unless a list in it is so long that it would keep everybody else waiting."""
    most = int(load().number("serve.most_items"))
    for part, fields in client:
        for name, value in fields if isinstance(fields, BaseModel) else ():
            if isinstance(value, tuple) and len(value) > most:
                field = field_of(f"{part}.{name}")
                raise UsageError("too-many-items", client_id=client.client_id, field=field, count=len(value), most=most)
    return client


@contextmanager
def rows_at_hand(name: str, rows: Rows) -> Iterator[str]:
    """Objects as a JSON file that no disk holds: they are read as the command line reads them."""
    with at_hand(name, json.dumps(rows).encode("ascii")) as path:
        yield path
