"""An error as one clear answer: the status that fits, and a line of JSON or a page."""

import re
from collections.abc import Mapping
from typing import Any, Final

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from jobmatch.errors import BadInput, JobmatchError, UsageError
from jobmatch.files.write import json_line
from jobmatch.messages import say
from jobmatch.service.bounds import most_of

UNREADABLE: Final = 422
_OF_KEYS: Final = {
    "no-such-posting": 404, "posting-closed": 410,
    "no-such-page": 404, "no-such-method": 405, "host-refused": 400, "origin-refused": 403,
    "request-not-json": 400, "request-unreadable": 400, "request-form": 400, "request-too-large": 413,
    "request-slow": 408, "request-long": 413, "too-many-clients": 413, "too-many-items": 413, "too-many-jobs": 413,
}  # fmt: skip
_SHOWN: Final = (str, int, float, bool, type(None))


def status_of(fault: Exception) -> int:
    """The status of an answer.

    >>> status_of(BadInput("client-without-id", where="")), status_of(UsageError("no-such-posting", posting_id="P"))
    (422, 404)
    """
    if isinstance(fault, JobmatchError):
        usual = UNREADABLE if isinstance(fault, BadInput) else 400 if isinstance(fault, UsageError) else 500
        return _OF_KEYS.get(fault.key, usual)
    return 500


def told(fault: Exception) -> dict[str, Any]:
    """What an answer says of an error: its kind, the sentence, and the values that are in it.

    >>> told(UsageError("no-such-posting", posting_id="P-1"))["error"]["kind"]
    'no-such-posting'
    """
    if not isinstance(fault, JobmatchError):
        return {"error": {"kind": "fault", "text": say("serve.broken", kind=type(fault).__name__)}}
    values = {name: value for name, value in fault.values.items() if isinstance(value, _SHOWN)}
    return {"error": {"kind": fault.key, "text": str(fault)} | ({"values": values} if values else {})}


def on_page(fault: Exception) -> str:
    """The sentence for a person at a page, who has no command line.

    >>> on_page(BadInput("note-is-data", file="note.txt", seen="表格"))
    '这是表格，不是一段记录。请存成文件，在首页“用文件”那里打开。'
    """
    if isinstance(fault, JobmatchError) and fault.key in _OTHERWISE:
        return say(f"serve.fault-{fault.key}", **fault.values)
    return str(told(fault)["error"]["text"])


_OTHERWISE: Final = ("several-people", "note-is-data", "no-client-column")  # whose remedy is an option of a command


def line(fault: Exception) -> bytes:
    """An error as one line of JSON."""
    return encoded(json_line(told(fault)))


def encoded(text: str) -> bytes:
    r"""A text as it goes out: half a character, which UTF-8 does not write, as JSON writes it.

    >>> encoded("\ud800")
    b'\\ud800\n'
    """
    return (text + "\n").encode("utf-8", "backslashreplace")


def of_http(error: HTTPException, method: str = "") -> JobmatchError:
    """An error of the framework as one of ours."""
    if error.status_code == 405:
        return UsageError("no-such-method", method=method[:10], welcome=(error.headers or {}).get("Allow", ""))
    if error.status_code == 408:
        return UsageError("request-slow")
    if error.status_code == 413:
        return UsageError("request-too-large", most=most_of("bytes"))
    return UsageError("no-such-page" if error.status_code == 404 else "request-unreadable")


def of_body(error: RequestValidationError) -> JobmatchError:
    """The first thing amiss in a body, in a sentence."""
    amiss = error.errors()
    first = next((one for one in amiss if one["type"] in _LONG), amiss[0])
    at = first.get("loc", ())
    if first["type"] == "json_invalid":
        return UsageError("request-not-json", at=at[-1])
    # of a field of which several kinds are welcome the framework names each kind behind it
    field = str(at[1]) if len(at) > 1 else None
    if field is None or first["type"] == "model_attributes_type":
        return UsageError("request-unreadable")
    shown = field if _OPTION.fullmatch(field) else "…"  # any other name may be a person's data
    if first["type"] in _LONG:
        return UsageError("request-long", field=shown, most=first["ctx"]["max_length"])
    if first["type"] in _KEYS:
        return BadInput(_KEYS[first["type"]], field=shown)
    return BadInput("request-field", field=shown, remedy=_remedy(first["type"], first.get("ctx", {})))


_KEYS: Final = {"missing": "request-missing", "extra_forbidden": "request-strange"}
_LONG: Final = ("too_long", "string_too_long")
_OPTION: Final = re.compile(r"[a-z_]{1,30}")
_WELCOME: Final = {
    "string_type": "text", "int_type": "number", "int_from_float": "number", "bool_type": "yes-no",
    "dict_type": "object", "list_type": "object",
}  # fmt: skip


def _remedy(kind: str, limits: Mapping[str, Any]) -> str:
    if (low := limits.get("ge", limits.get("gt"))) is not None:
        return say("serve.option-wrong", welcome=say("serve.at-least", low=f"{low:g}"))
    if (high := limits.get("le")) is not None:
        return say("serve.option-wrong", welcome=say("serve.at-most", high=f"{high:g}"))
    return say("serve.option-wrong", welcome=say(f"serve.{_WELCOME.get(kind, 'as-described')}"))
