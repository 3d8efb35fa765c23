"""The database of a casebook: a file of SQLite, or PostgreSQL by URL; opened at the newest schema."""

import atexit
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any, Final
from weakref import WeakSet

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from jobmatch.casebook.tables import NEWEST
from jobmatch.errors import BadInput, UsageError
from jobmatch.settings import load

# Readers and one writer side by side; what is acknowledged outlives a power cut; what is erased is overwritten.
_PRAGMAS: Final = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
_BEGINS_WITHIN_S: Final = 1.0  # a file of SQLite that a program begins has its first page within milliseconds
_OPENED: Final[WeakSet[Engine]] = WeakSet()  # files of SQLite that this process has opened
_SCHEMA_LOCK: Final = 131  # of PostgreSQL's advisory locks: one process at a time changes the schema


def open_database(where: str | Path, *, create: bool = False) -> Engine:
    """The engine of a casebook at the newest schema; one that is not there is made only where ``create`` says so."""
    url = url_of(where)
    if url.get_backend_name() == "sqlite":
        _look_at(Path(str(url.database)), url, create)
    engine = _engine(url)
    with clear_faults(url):
        _bring_up_to_date(engine, url)
    return engine


def _look_at(file: Path, url: URL, create: bool) -> None:
    """Refuse a file that is not there, unless one is to be made, and one that is there and holds nothing."""
    if not create and not file.exists():
        raise BadInput("no-casebook", where=shown(url))
    until = time.monotonic() + _BEGINS_WITHIN_S
    while file.is_file() and file.stat().st_size == 0:  # one that another program just begins is not empty for long
        if time.monotonic() > until:
            raise BadInput("not-a-casebook", where=shown(url), said="")
        time.sleep(_BEGINS_WITHIN_S / 20)


def url_of(where: str | Path) -> URL:
    """A path as the URL of its SQLite file, a URL as it is.

    >>> url_of("cases.db").drivername, url_of("postgresql://bureau/cases").drivername
    ('sqlite', 'postgresql+psycopg')

    Other databases are refused:

    >>> url_of("mysql://bureau/cases")
    Traceback (most recent call last):
    jobmatch.errors.UsageError: --casebook mysql://bureau/cases：只能是文件路径（SQLite）或 postgresql:// 地址。
    """
    if "://" not in str(where):
        return URL.create("sqlite", database=str(where))
    try:
        url = make_url(str(where))
    except ArgumentError:
        raise UsageError("casebook-url", where="…") from None
    if url.get_backend_name() not in ("postgresql", "sqlite"):
        raise UsageError("casebook-url", where=shown(url))
    return url.set(drivername="postgresql+psycopg") if url.get_backend_name() == "postgresql" else url


def shown(url: URL) -> str:
    """Where a casebook is, for a message: no password."""
    return (
        Path(str(url.database)).name or str(url.database)
        if url.get_backend_name() == "sqlite"
        else url.render_as_string()
    )


def _engine(url: URL) -> Engine:
    try:
        if url.get_backend_name() == "sqlite":
            return _sqlite(url)
        return create_engine(url, pool_pre_ping=True)
    except (ImportError, NoSuchModuleError):
        raise BadInput("needs-extra", file=shown(url), extra="postgres") from None


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url)
    _OPENED.add(engine)
    busy_ms = int(load().number("casebook.busy_seconds") * 1000)

    @event.listens_for(engine, "connect")
    def ready(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        for pragma in (f"busy_timeout={busy_ms}", *_PRAGMAS):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # a writer takes its turn at once: a reader that turns writer half-way could only be refused
        immediate = " IMMEDIATE" if connection.get_execution_options().get("writing") else ""
        connection.exec_driver_sql(f"BEGIN{immediate}")

    return engine


@atexit.register
def close_all() -> None:
    """Close what this process has opened: who closes a file of SQLite last brings all of it into that one file."""
    for engine in list(_OPENED):
        engine.dispose()


def writing(engine: Engine) -> Engine:
    """The engine for a transaction that writes."""
    return engine.execution_options(writing=True)


def reading(engine: Engine) -> Engine:
    """The engine for a transaction that only reads: all of it sees the database as it was at one moment."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ")
    return engine  # SQLite always does so


def scrub(engine: Engine) -> None:
    """What was taken away goes from the log of SQLite, too; the file itself is overwritten by ``secure_delete``."""
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()


@contextmanager
def clear_faults(url: URL) -> Iterator[None]:
    """Faults of the database as one clear line."""
    try:
        yield
    except DBAPIError as fault:
        said = str(fault.orig).strip().splitlines()[0] if str(fault.orig).strip() else type(fault).__name__
        key = next((key for words, key in _FAULTS.items() if words in said.lower()), "casebook-fault")
        raise BadInput(key, where=shown(url), said=said) from fault


_FAULTS: Final = {
    "full": "casebook-full",
    "no space": "casebook-full",
    "locked": "casebook-busy",
    "not a database": "not-a-casebook",
    "readonly": "casebook-read-only",
    "unable to open": "casebook-place",
}


def _bring_up_to_date(engine: Engine, url: URL) -> None:
    with engine.begin() as connection:
        if revision(connection) == NEWEST:
            return
    with writing(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _SCHEMA_LOCK})
        found = revision(connection)
        if found is None and inspect(connection).get_table_names():
            raise BadInput("not-a-casebook", where=shown(url), said="")
        if found not in (None, *_revisions()):
            raise BadInput("casebook-newer", where=shown(url), seen=found)
        migrate(connection)


def revision(connection: Connection) -> str | None:
    """The schema that a database has; None where it has none of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(connection: Connection, to: str = NEWEST) -> None:
    """Bring a database to a schema, up or down (``base`` is none at all), within the transaction of the connection."""
    from alembic import command

    found = revision(connection)
    step = command.downgrade if found is not None and (to == "base" or to < found) else command.upgrade
    step(_config(connection), to)


def _revisions() -> list[str]:
    from alembic.script import ScriptDirectory

    return [script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()]


def _config(connection: Connection | None = None) -> Any:
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(files("jobmatch.casebook").joinpath("migrations")))
    return config
