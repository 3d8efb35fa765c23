"""A batch of recommendations to a file: streamed, in constant memory, taken up again where it was stopped.

While it runs, a part file beside the target holds a line a client; its name tells of what was asked, so that another
question never goes on with it. A line that was cut off is written anew; the target appears when all is there. The
bytes are the same for any number of processes, and for a run that was stopped and taken up again.
"""

import glob
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import IO, Any, Final

from jobmatch.artefacts import MANIFEST, hold_alone
from jobmatch.errors import BadInput, UsageError, reason, unwritable
from jobmatch.market.store import content_of
from jobmatch.matcher import Matcher
from jobmatch.messages import language, say
from jobmatch.records.client import Client
from jobmatch.records.recommendation import Recommendations
from jobmatch.settings import Settings

Tell = Callable[[str], None]
_AT_ONCE: Final = 200  # clients a process is given: a second or two of work, so that none waits long at the end
_TELL_EVERY_S: Final = 5.0
_ROWS_AT_ONCE: Final = 20_000  # in one group of rows of a Parquet file


@dataclass(frozen=True)
class Batch:
    """Clients to be served from an index (``folder``), or by a matcher in memory where there is none."""

    clients: Sequence[Client]
    matcher: Matcher
    folder: str | None
    top: int = 3
    jobs: int = 1

    @property
    def day(self) -> str:
        """The day for which the answers count."""
        return str(self.matcher.as_of or date.today())

    @property
    def settings(self) -> Settings | None:
        """What the answers are scored by: what was learned, else what the matcher was made with."""
        return getattr(self.matcher, "settings_", self.matcher.settings)

    def slates(self, first: int) -> Iterator[Recommendations]:
        """The answers from the ``first`` client on, in the order of the clients."""
        left = self.clients[first:]
        if self.jobs == 1 or self.folder is None:
            yield from self.matcher.recommend_many(left, self.top)
            return
        from joblib import Parallel, delayed

        about = (self.folder, self.day, self.settings, language())
        parts = (left[start : start + _AT_ONCE] for start in range(0, len(left), _AT_ONCE))
        work = Parallel(n_jobs=self.jobs, return_as="generator", pre_dispatch=f"{2 * self.jobs}")
        for slates in work(delayed(_serve)(*about, part, self.top) for part in parts):
            yield from slates

    def asked(self, output: Path) -> str:
        """A name for all that decides the bytes of the result."""
        whole = sha256(f"{self.top}|{self.day}|{language()}|{output.suffix}".encode())
        # sections that are read when they are asked for are no dict, and tell nothing by their name
        whole.update(json.dumps((self.settings or Settings({})).values, sort_keys=True, default=dict).encode())
        whole.update((Path(self.folder) / MANIFEST).read_bytes() if self.folder else content_of(self.matcher.market_))
        for client in self.clients:
            whole.update(client.model_dump_json().encode())
        return whole.hexdigest()[:12]


def _serve(
    folder: str, day: str, settings: Settings | None, tongue: str, clients: Sequence[Client], top: int
) -> list[Recommendations]:
    """Some clients in a process of its own."""
    from jobmatch.messages import use_language

    use_language(tongue)
    matcher = _opened(folder, day)
    matcher.settings = settings
    # neighbours one after the other, as they look at the same postings
    by_place = sorted(range(len(clients)), key=lambda at: clients[at].conditions.residence or "")
    slates = {at: matcher.recommend(clients[at], top) for at in by_place}
    return [slates[at] for at in range(len(clients))]


@lru_cache(maxsize=1)
def _opened(folder: str, day: str) -> Matcher:
    return Matcher.load(folder, as_of=day)


def write_batch(batch: Batch, output: str | Path, tell: Tell) -> None:
    """Serve a batch into ``.jsonl`` (a line a client) or ``.parquet`` (a row a job), whole or to be gone on with."""
    target = Path(output)
    part = target.with_name(f".{target.name}.{batch.asked(target)}.part")
    as_rows = target.suffix == ".parquet"
    if not target.parent.is_dir() or target.is_dir():
        raise unwritable(target)
    try:
        with _alone(part, target.name) as file:
            done = _answered(file, batch.clients, as_rows)
            if done:
                tell(say("progress.goes-on", done=done, total=len(batch.clients)))
            _serve_all(batch, done, file, as_rows, tell)
        if as_rows:
            _to_parquet(part, target)
        else:
            part.replace(target)
    except OSError as fault:
        if not part.exists() or part.is_symlink():
            raise unwritable(target, fault) from None
        raise BadInput("batch-stopped", file=target.name, part=part.name, reason=reason(fault)) from None
    except KeyboardInterrupt:
        if part.exists():
            done, total = part.read_bytes().count(b"\n"), len(batch.clients)
            tell(say("progress.stopped-batch", file=target.name, done=done, total=total, part=part.name))
        raise
    _clear_away(target)


def _clear_away(target: Path) -> None:
    """Remove the part files of other questions once the target is written, but one that is being written."""
    for part in target.parent.glob(f".{glob.escape(target.name)}.*.part"):
        with suppress(OSError, UsageError), _alone(part, target.name):
            part.unlink()


@contextmanager
def _alone(part: Path, name: str) -> Iterator[IO[bytes]]:
    """The part file of the output ``name``, held by one process at a time."""
    # never what a link leads to: somebody else may have laid it there
    file_number = os.open(
        part, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0), 0o666
    )
    with os.fdopen(file_number, "r+b") as file:
        hold_alone(file, UsageError("batch-busy", file=name))
        try:
            yield file
        except BaseException:
            _drop_if_empty(part, file)
            raise


def _drop_if_empty(part: Path, file: IO[bytes]) -> None:
    """Leave no part file behind in which nothing stands to go on with."""
    with suppress(OSError):  # a full disk, or a system that removes no file that is open
        file.flush()
    with suppress(OSError):
        if part.stat().st_size == 0:
            part.unlink()


def _answered(file: IO[bytes], clients: Sequence[Client], as_rows: bool) -> int:
    """How many of the clients the part file answers, one after the other; what stands behind them is taken away."""
    file.seek(0)
    done = whole = 0
    for client, line in zip(clients, file, strict=False):
        if not _answers(line, client.client_id, as_rows):
            break
        done, whole = done + 1, whole + len(line)
    file.truncate(whole)
    file.seek(0, os.SEEK_END)
    return done


def _answers(line: bytes, client_id: str, as_rows: bool) -> bool:
    """Whether a line is whole and a client's answer."""
    try:
        told = json.loads(line)
        answers = told if as_rows else [told]
        return line.endswith(b"\n") and {one["client_id"] for one in answers} == {client_id}
    except (ValueError, TypeError, KeyError, RecursionError):
        return False


def _serve_all(batch: Batch, done: int, file: IO[bytes], as_rows: bool, tell: Tell) -> None:
    begin = last = time.monotonic()
    total = len(batch.clients)
    for number, slate in enumerate(batch.slates(done), 1):
        value: Any = slate.to_rows() if as_rows else slate.to_dict()
        file.write(json.dumps(value, ensure_ascii=False, allow_nan=False).encode() + b"\n")
        now = time.monotonic()
        if now - last >= _TELL_EVERY_S:
            last, rate = now, number / (now - begin)
            left = (total - done - number) / rate / 60
            tell(say("progress.batch", done=f"{done + number}/{total}", rate=f"{rate:.0f}", minutes=f"{left:.1f}"))
    file.flush()


def _to_parquet(part: Path, target: Path) -> None:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise BadInput("needs-extra", file=target.name, extra="parquet") from None
    kinds = {"level": pyarrow.int8(), "rank": pyarrow.int32(), "distance_km": pyarrow.float64(),
             "score": pyarrow.float64(), "attainability": pyarrow.float64(), "preference": pyarrow.float64(),
             "fallback": pyarrow.bool_()}  # fmt: skip
    beside = part.with_suffix(".parquet")
    beside.unlink(missing_ok=True)  # perhaps a link that somebody laid there: what it leads to stays
    writer = None
    try:
        for rows in _groups(part):
            schema = pyarrow.schema([(name, kinds.get(name, pyarrow.string())) for name in rows[0]])
            writer = writer or parquet.ParquetWriter(beside, schema)
            writer.write_table(pyarrow.Table.from_pylist(rows, schema))
        if writer:
            writer.close()
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    part.unlink()


def _groups(part: Path) -> Iterator[list[dict[str, Any]]]:
    with part.open(encoding="utf-8") as lines:
        rows = (row for line in lines for row in json.loads(line))
        while group := list(islice(rows, _ROWS_AT_ONCE)):
            yield group
