"""What stands before every address: whose request it is, how large, in which language, and one line of log."""

import re
from asyncio import wait_for
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from time import perf_counter
from traceback import extract_tb
from typing import Any, Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from jobmatch.errors import UsageError
from jobmatch.messages import at_hand, language, language_of, use_language
from jobmatch.service.bounds import most_of
from jobmatch.settings import load

Reply = Callable[[Scope, Exception], Any]  # how an error is answered: a response
_METHODS: Final = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
_OWN: Final = ("same-origin", "none")  # what a browser says of a request that no other site has sent
_LOCAL: Final = "localhost"
_LONGEST_NUMBER: Final = 12  # digits of a length
_PASSED_OVER: Final = 8  # times what is taken
HEADERS: Final = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    # "no-referrer" would make a browser hide the origin of our own forms, by which they are told from others'
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
_POLICY: Final = (
    "default-src 'none'; style-src 'self'{styles}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True)
class Rules:
    """Who may ask, and how the answers are: names beside the addresses, a language for all, styles of pages."""

    names: Collection[str] = ()
    language: str | None = None
    styles: Collection[str] = ()  # hashes of the style sheets that stand within pages
    log: Callable[[str], None] = field(default=lambda _: None)


class Guard:
    """Answer only what is ours to answer; let nothing out that a page or a log should not hold."""

    def __init__(self, app: ASGIApp, rules: Rules, paths: Callable[[], Collection[str]], reply: Reply) -> None:
        self._app = app
        self._rules = rules
        self._paths = paths
        self._reply = reply

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begin, sent, told = perf_counter(), [0], scope
        if scope["method"] == "HEAD":
            scope, send = {**scope, "method": "GET"}, _without_body(send)
        use_language(self._rules.language or preferred(Headers(scope=scope).get("accept-language", "")) or language())
        answer = self._outgoing(send, sent)
        try:
            refuse(Headers(scope=scope), scope["method"], self._rules.names)
            await self._app(scope, _limited(receive, Headers(scope=scope)), answer)
        except Exception as fault:
            if not isinstance(fault, (UsageError, HTTPException)):
                self._rules.log(where(fault))
            if not sent[0]:
                await self._reply(scope, fault)(scope, receive, answer)
        self._log(told, sent[0], perf_counter() - begin)

    def _outgoing(self, send: Send, sent: list[int]) -> Send:
        policy = _POLICY.format(styles="".join(f" '{style}'" for style in self._rules.styles))

        async def out(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent[0] = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in {**HEADERS, "Content-Security-Policy": policy}.items():
                    headers[name] = value
            await send(message)

        return out

    def _log(self, scope: Scope, status: int, seconds: float) -> None:
        """Method, address, status, time: no body, no query, no address that is not ours, nobody's name."""
        method = scope["method"] if scope["method"] in _METHODS else "?"
        path = scope["path"] if scope["path"] in self._paths() else "…"
        self._rules.log(f"{method} {path} {status} {1000 * seconds:.0f} ms")


def where(fault: Exception) -> str:
    """A fault of the program for the log: its kind and its place, none of its words."""
    last = extract_tb(fault.__traceback__)[-1:]
    return type(fault).__name__ + "".join(f" {Path(one.filename).name}:{one.lineno}" for one in last)


def refuse(headers: Headers, method: str, names: Collection[str]) -> None:
    """Refuse a name that is not ours, by which another site reaches us, and what another site's page sends."""
    host = headers.get("host", "")
    if len(headers.getlist("host")) != 1 or not is_ours(host, names):
        raise UsageError("host-refused")
    if method in ("GET", "HEAD"):
        return
    if _of_another_site(headers, host):
        raise UsageError("origin-refused")


def _of_another_site(headers: Headers, host: str) -> bool:
    """Whether a browser says so: newer ones by a word that holds behind a proxy too, the others by the origin."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site not in _OWN
    return origin is not None and origin.partition("://")[2] != host


def is_ours(host: str, names: Collection[str]) -> bool:
    """Whether a Host header names this machine by an address, by a name of its own, or by one that was given.

    A name that others let point to this machine is what a page of theirs would come by; to an address none can.

    >>> [is_ours(host, ("jobs.example",)) for host in ("127.0.0.1:8123", "[::1]:8123", "localhost", "jobs.example:80")]
    [True, True, True, True]
    >>> [is_ours(host, ()) for host in ("evil.example", "", "127.0.0.1.evil.example", "127.0.0.1:8123@evil", "::1")]
    [False, False, False, False, False]
    """
    found = re.fullmatch(r"(\[[0-9a-fA-F:.]{2,45}\]|[A-Za-z0-9_.-]{1,253})(?::\d{1,5})?", host)
    if not found:
        return False
    name = found[1].strip("[]").lower()
    if name == _LOCAL or {name, host.lower()} & {one.lower() for one in names}:
        return True
    try:
        return bool(ip_address(name))
    except ValueError:
        return False


def preferred(accepted: str) -> str | None:
    """The first language of a browser that there is.

    >>> preferred("en-GB,en;q=0.9,zh;q=0.8"), preferred("fr, zh-CN;q=0.5, en;q=0.3"), preferred("de"), preferred("")
    ('en', 'zh', None, None)

    Who reads Traditional Chinese gets Simplified where the extra ``traditional`` is not installed.
    """
    wanted = []
    for at, part in enumerate(accepted[:500].split(",")):
        name, _, weight = part.strip().partition(";q=")
        share = float(weight) if re.fullmatch(r"[01](?:\.\d{1,3})?", weight) else 1.0
        if (told := language_of(name)) and share:
            wanted.append((-share, at, told if at_hand(told) else "zh"))
    return min(wanted)[2] if wanted else None


def _without_body(send: Send) -> Send:
    async def out(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return out


def _limited(receive: Receive, headers: Headers) -> Receive:
    """What comes in, as long as it is not too much and does not keep us waiting."""
    whole, until = [False], perf_counter() + load().number("serve.most_seconds")
    most, taken = most_of("bytes"), [0]
    length = headers.get("content-length", "0")
    told = int(length) if length.isdecimal() and len(length) < _LONGEST_NUMBER else most + 1

    async def limited() -> Message:
        if whole[0]:  # the server tells here that the other side has gone, whenever that is
            return await receive()
        message = await _soon(receive, until)
        whole[0] = not message.get("more_body")
        taken[0] += len(message.get("body", b""))
        if max(told, taken[0]) > most:
            await _pass_over(receive, message, most * _PASSED_OVER, until)
            raise HTTPException(413)
        return message

    return limited


async def _soon(receive: Receive, until: float) -> Message:
    try:
        return await wait_for(receive(), max(until - perf_counter(), 0))
    except TimeoutError:
        raise HTTPException(408) from None


async def _pass_over(receive: Receive, message: Message, most: int, until: float) -> None:
    """Let the rest come in unread, up to some size: who is cut off while sending never sees the answer."""
    passed = 0
    while message.get("more_body") and passed < most:
        message = await _soon(receive, until)
        passed += len(message.get("body", b""))
