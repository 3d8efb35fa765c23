"""Listen on an address and serve until somebody stops it."""

import socket
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from ipaddress import ip_address

from jobmatch.errors import UsageError, reason
from jobmatch.messages import say
from jobmatch.workflows.source import Held, Source


def serve(
    source: Source, host: str, port: int, names: tuple[str, ...], language: str | None, tell: Callable[[str], None]
) -> None:
    """Open the postings, then answer who asks."""
    try:
        import python_multipart  # noqa: F401 - files are read with it, and only then would it be missed
        import uvicorn

        from jobmatch.service.app import application
    except ModuleNotFoundError as fault:
        if (fault.name or "").startswith("jobmatch"):
            raise
        raise UsageError("no-serve") from None
    with listening(host, port) as at:  # a port that is taken is told before the postings are read
        app = application(
            Held.open(source, tell),
            names=(*names, host),
            language=language,
            log=lambda line: tell(f"{datetime.now():%Y-%m-%d %H:%M:%S} {line}"),
        )
        if not is_own(host):
            tell(say("serve.open-to-others", host=host))
        count = len(app.state.held.matcher.market_)
        tell(say("serve.listening", count=count, url=url_of(host, at.getsockname()[1])))
        config = uvicorn.Config(
            app, http="h11", ws="none", lifespan="off", log_config=None, access_log=False, server_header=False,
            proxy_headers=False,
        )  # fmt: skip
        with suppress(KeyboardInterrupt):  # the server has put everything in order, and hands on what stopped it
            uvicorn.Server(config).run(sockets=[at])
    tell(say("serve.stopped"))


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens, or a line of why there is none."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except (OSError, UnicodeError, OverflowError) as fault:
        why = reason(fault) if isinstance(fault, OSError) else type(fault).__name__
        raise UsageError("cannot-listen", host=host, port=port, reason=why) from None


def is_own(host: str) -> bool:
    """Whether an address can be reached from this machine alone.

    >>> is_own("127.0.0.1"), is_own("localhost"), is_own("0.0.0.0")
    (True, True, False)
    """
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def url_of(host: str, port: int) -> str:
    """Where a browser finds it.

    >>> url_of("::1", 8123), url_of("0.0.0.0", 80)
    ('http://[::1]:8123/', 'http://127.0.0.1:80/')
    """
    shown = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - all addresses: this machine's is one
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"
