"""The description of the service for programs (OpenAPI): what each address takes, answers, and refuses."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, Final

from fastapi import FastAPI
from pydantic import BaseModel, TypeAdapter

from jobmatch.messages import say
from jobmatch.records.client import Client

_REF: Final = "#/components/schemas/{model}Result"  # some requests have the name of their answer
# the record of which an answer is the JSON; what makes some of them is loaded when the description is asked for
_ANSWERS: Final[Mapping[str, tuple[str, str]]] = {
    "recommend": ("records.recommendation", "Recommendations"), "explain": ("explanation", "Explanation"),
    "assess": ("records.assessment", "Assessment"), "plan": ("records.plan", "ServicePlan"),
    "what-if": ("records.guidance", "WhatIf"), "directions": ("records.guidance", "Directions"),
    "training": ("records.guidance", "Training"), "refer": ("allocation.refer", "Referral"),
    "vacancy": ("allocation.vacancy", "Vacancy"), "fair": ("allocation.meeting", "Fair"),
    "read-notes": ("records.profile", "Profile"), "screen": ("market.screened", "Screened"),
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

_LANGUAGE: Final = {
    "name": "Accept-Language", "in": "header", "schema": {"type": "string", "examples": ["zh", "en", "zh-TW"]},
}  # fmt: skip
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
        return {"$ref": _REF.format(model=_ANSWERS[name][1])}
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
    for module, kind in _ANSWERS.values():
        adapter: TypeAdapter[Any] = TypeAdapter(getattr(import_module(f"jobmatch.{module}"), kind))
        adapter.rebuild(_types_namespace={"Client": Client}, raise_errors=False)
        made = adapter.json_schema(ref_template=_REF)
        found |= {f"{name}Result": one for name, one in made.pop("$defs", {}).items()}
        found[f"{kind}Result"] = made
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
