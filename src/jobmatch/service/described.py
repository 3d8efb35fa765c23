"""The description of the service for programs (OpenAPI): what each address takes, answers, and refuses."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from fastapi import FastAPI
from pydantic import BaseModel, TypeAdapter

from jobmatch.allocation.meeting import Fair
from jobmatch.allocation.refer import Referral
from jobmatch.allocation.vacancy import Vacancy
from jobmatch.explanation import Explanation
from jobmatch.market.screened import Screened
from jobmatch.messages import say
from jobmatch.records.assessment import Assessment
from jobmatch.records.client import Client
from jobmatch.records.guidance import Directions, Training, WhatIf
from jobmatch.records.plan import ServicePlan
from jobmatch.records.profile import Profile
from jobmatch.records.recommendation import Recommendations

_REF: Final = "#/components/schemas/{model}Result"  # some requests have the name of their answer
_ANSWERS: Final[Mapping[str, type]] = {
    "recommend": Recommendations, "explain": Explanation, "assess": Assessment, "plan": ServicePlan,
    "what-if": WhatIf, "directions": Directions, "training": Training, "refer": Referral, "vacancy": Vacancy,
    "fair": Fair, "read-notes": Profile, "screen": Screened,
}  # fmt: skip
_NUMBER: Final = {"type": "integer"}
_OTHER_ANSWERS: Final[Mapping[str, Any]] = {
    "health": {"status": {"type": "string"}, "postings": _NUMBER, "model": {"type": "string"}},
    "parse": {name: {} for name in ("salary", "place", "occupations", "tokens", "screen")},
    "schema": {},
    "doctor": {"name": {"type": "string"}, "fit": {"type": "boolean"}, "words": {"type": "string"}},
}
# what the JSON calls otherwise than Python does, whose words these are
_RENAMED: Final = {"items": "recommendations", "before": "from", "after": "to"}
# and what it makes of some fields: the schema of a new one, or None where a field is not told
_OTHERWISE: Final[Mapping[str, Mapping[str, Any]]] = {
    "FindingResult": {"start": None, "end": None},
    "CardResult": {"experience": {"type": "array", "items": {"type": "object"}}},
    "WhatIfResult": {
        "postings_now": None, "openings_now": None,
        "now": {"type": "object", "properties": {"postings": _NUMBER, "openings": _NUMBER}},
    },
}  # fmt: skip

_CLIENT: Final = {"client_id": "C-001", "goal": {"occupations": ["库管员"]},
                  "conditions": {"age": 40, "residence": "北京市大兴区榆垡镇"}}  # fmt: skip
_POSTING: Final = "DX20260332"
EXAMPLES: Final[Mapping[str, dict[str, Any]]] = {
    "recommend": {"client": _CLIENT, "top": 3},
    "explain": {"client": _CLIENT, "posting": _POSTING},
    **{name: {"client": _CLIENT} for name in ("assess", "plan", "what-if", "directions")},
    "training": {"clients": [_CLIENT], "courses": [{"课程名称": "叉车司机", "培训内容": "叉车证", "周数": 4}]},
    "refer": {"clients": [_CLIENT], "posting": _POSTING, "top": 10},
    "vacancy": {"clients": [_CLIENT], "posting": _POSTING},
    "fair": {"clients": [_CLIENT], "session": ["09:00-11:30"], "minutes": 15},
    "read-notes": {"text": "女，49岁，初中学历，住大兴区榆垡镇，想找保洁，不能上夜班"},
    "screen": {"postings": [{"岗位名称": "保安", "任职要求": "限女性"}], "minimum_wage": 2540},
    "parse": {"salary": ["4-5千", "面议"], "place": "榆垡镇", "home": "北京市"},
}

_LANGUAGE: Final = {"name": "Accept-Language", "in": "header", "schema": {"type": "string", "examples": ["zh", "en"]}}
_HEADERS: Final = {name: {"description": what, "schema": {"type": kind}} for name, what, kind in (
    ("Jobmatch-Rejected", "how many clients could not be read; absent where all could", "integer"),
    ("Jobmatch-Notices", "what the command says on standard error, percent-encoded lines", "string"),
)}  # fmt: skip
_REFUSED: Final = {400: "wrong use", 403: "sent by a page of another site", 404: "no such posting", 413: "too much",
                   422: "what was sent cannot be used", 500: "a fault of the program"}  # fmt: skip


def of_route(name: str, kinds: Sequence[str], fault: type[BaseModel]) -> dict[str, Any]:
    """What the route of an address is told of it; ``kinds`` are those of its answer, of several lines each is one."""
    content = {kind: {"schema": _schema(name)} for kind in kinds}
    told: dict[str, Any] = {"description": say("serve.api-answer"), "content": content}
    extra: dict[str, Any] = {"parameters": [_LANGUAGE]}
    if name in EXAMPLES:
        told["headers"] = _HEADERS
        extra["requestBody"] = {"content": {"application/json": {"example": EXAMPLES[name]}}}
    refused = {status: {"model": fault, "description": what} for status, what in _REFUSED.items()}
    return {"responses": {200: told, **(refused if name in EXAMPLES else {})}, "openapi_extra": extra}


def _schema(name: str) -> dict[str, Any]:
    if name in _ANSWERS:
        return {"$ref": _REF.format(model=_ANSWERS[name].__name__)}
    told = {"type": "object", "properties": _OTHER_ANSWERS[name]}
    return {"type": "array", "items": told} if name == "doctor" else told


def describe(app: FastAPI) -> None:
    """Let the description hold what an answer is made of, and a client."""
    usual = app.openapi

    def whole() -> dict[str, Any]:
        if app.openapi_schema is None:
            usual()["components"]["schemas"].update(_schemas())
        told: dict[str, Any] = usual()
        return told

    app.openapi: Callable[[], dict[str, Any]] = whole  # type: ignore[method-assign, misc]


def _schemas() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for kind in _ANSWERS.values():
        adapter: TypeAdapter[Any] = TypeAdapter(kind)
        adapter.rebuild(_types_namespace={"Client": Client}, raise_errors=False)
        made = adapter.json_schema(ref_template=_REF)
        found |= {f"{name}Result": one for name, one in made.pop("$defs", {}).items()}
        found[f"{kind.__name__}Result"] = made
    for name, one in found.items():
        _as_told(one, _OTHERWISE.get(name, {}))
    client = Client.model_json_schema(by_alias=True, ref_template="#/components/schemas/{model}")
    return {**found, **client.pop("$defs", {}), "Client": client}


def _as_told(schema: dict[str, Any], otherwise: Mapping[str, Any]) -> None:
    """A record as its JSON names it."""
    fields = {_RENAMED.get(name, name): one for name, one in schema.get("properties", {}).items()}
    schema["properties"] = {name: one for name, one in {**fields, **otherwise}.items() if one is not None}
    needed = (_RENAMED.get(name, name) for name in schema.get("required", []))
    schema["required"] = [name for name in needed if name in schema["properties"]]
