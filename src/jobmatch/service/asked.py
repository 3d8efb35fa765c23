"""What a request may hold: the client or clients, and the options of the command of the same name."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any, Final, cast

from pydantic import AliasChoices, BaseModel, ConfigDict, Field
from pydantic.config import JsonDict, JsonValue

from jobmatch.errors import UsageError
from jobmatch.files.read import at_hand
from jobmatch.records.client import Client
from jobmatch.reports.rows import field_of
from jobmatch.service.bounds import most_of
from jobmatch.workflows.session import Decision, decision_of

Rows = dict[str, Any] | list[Any]
Top = Annotated[int, Field(ge=1, le=1000)]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Text = Annotated[str, Field(max_length=most_of("characters"))]
Catalogue = dict[str, Any] | Annotated[list[Any], Field(max_length=most_of("texts"))]
Names = Annotated[list[Name], Field(max_length=most_of("texts"))]
Words = Text | Annotated[list[Text], Field(max_length=most_of("texts"))]


_CLIENT: Final[JsonDict] = {"$ref": "#/components/schemas/Client"}


class Body(BaseModel):
    """Any request: a value is of its kind or refused, and so is what no option is."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class OfDay(Body):
    """What counts for a day: today where none is given."""

    as_of: str | None = Field(None, description="YYYY-MM-DD; today where it is left out")


def _either(schema: JsonDict) -> None:
    """Describe both names of what is about clients, of which one is given."""
    fields, names = cast(JsonDict, schema["properties"]), ("client", "clients")
    fields["clients"] = fields["client"]
    schema["required"] = [one for one in cast(list[JsonValue], schema["required"]) if one != "client"]
    schema["oneOf"] = [{"required": [name]} for name in names]


class OfClients(OfDay):
    """What is about one client or several."""

    model_config = ConfigDict(json_schema_extra=_either)

    client: Rows = Field(
        validation_alias=AliasChoices("client", "clients"),
        description="a client, or an array of clients",
        json_schema_extra={"anyOf": [_CLIENT, {"type": "array", "items": _CLIENT}]},
    )

    @contextmanager
    def file(self) -> Iterator[str]:
        """The clients as a file that no disk holds."""
        most, most_bytes, most_fields = map(most_of, ("clients", "bytes_a_client", "fields"))
        people = self.client if isinstance(self.client, list) else [self.client]
        if len(people) > most:
            raise UsageError("too-many-clients", most=most, count=len(people))
        if any(len(json.dumps(one, ensure_ascii=False)) > most_bytes for one in people):
            raise UsageError("request-too-large", most=most_bytes)
        if any(_count_fields(one) > most_fields for one in people):
            raise UsageError("request-long", field="client", most=most_fields)
        with rows_at_hand("client.json" if isinstance(self.client, dict) else "clients.json", self.client) as path:
            yield path


def _count_fields(client: Any) -> int:
    """How many fields an object and its parts have."""
    parts = client.values() if isinstance(client, dict) else ()
    return sum(len(one) for one in (client, *parts) if isinstance(one, dict))


class Asked(OfClients):
    """A question that depends on the level, which a counsellor may set."""

    level: int | None = Field(None, ge=1, le=3, description="the level that a counsellor sets")
    because: str | None = Field(None, description="and why")

    @property
    def override(self) -> Decision:
        """The counsellor's own decision."""
        return decision_of(self.level, self.because)


class Plan(Asked):
    """N1 to N6."""

    policies: Catalogue | None = Field(None, description="policies, with the headings of any catalogue")


class Recommend(Asked):
    """N3."""

    top: Top = Field(3, description="jobs a client")

    @contextmanager
    def file(self) -> Iterator[str]:
        """The clients, where not too many jobs are asked for in all."""
        most = most_of("jobs")
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


class Vacancy(OfClients):
    """Why a posting finds nobody."""

    posting: Name = Field(description="id of the posting")


class Fair(OfClients):
    """A matching fair."""

    per_client: int = Field(3, ge=1, le=20, description="meetings a client at the most")
    session: Names = Field([], description="times of the fair, as 09:00-11:30")
    minutes: int | None = Field(None, ge=5, le=120, description="of a meeting")
    must: Names = Field([], description="pairs that are to meet, as CLIENT=POSTING")
    never: Names = Field([], description="pairs that are not to meet")
    without: Names = Field([], description="postings whose employer stays away")
    keep: dict[str, Any] | None = Field(None, description="an earlier answer, whose meetings keep their times")
    why: Names = Field([], description="pairs of which is asked why they do not meet")


class Training(OfClients):
    """N5 for a caseload."""

    courses: Catalogue | None = Field(None, description="courses, with the headings of any catalogue")


class Screen(OfDay):
    """Postings to be screened."""

    postings: dict[str, Any] | Annotated[list[Any], Field(max_length=most_of("postings"))] = Field(
        description="postings, with the headings of any file"
    )
    minimum_wage: Annotated[float, Field(gt=0)] | Catalogue | None = Field(
        None, description="yuan a month, or a table with the headings of any file"
    )


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
    most = most_of("items")
    for part, fields in client:
        for name, value in fields if isinstance(fields, BaseModel) else ():
            if isinstance(value, tuple) and len(value) > most:
                field = field_of(f"{part}.{name}")
                raise UsageError("too-many-items", client_id=client.client_id, field=field, count=len(value), most=most)
    return client


@contextmanager
def catalogue_at_hand(name: str, rows: Rows | None) -> Iterator[str | None]:
    """A catalogue as a file that no disk holds, where there is one."""
    if rows is None:
        yield None
    else:
        with rows_at_hand(name, rows) as path:
            yield path


@contextmanager
def rows_at_hand(name: str, rows: Rows) -> Iterator[str]:
    """Objects as a JSON file that no disk holds: they are read as the command line reads them."""
    with at_hand(name, json.dumps(rows).encode("ascii")) as path:
        yield path
