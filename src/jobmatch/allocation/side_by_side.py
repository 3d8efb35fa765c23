"""``side_by_side``: pieces of work in a process each, with as little handed over as the system allows."""

import gc
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_start_method
from typing import Any, Final, TypeVar

Result = TypeVar("Result")

_WORKS: Final[list[Callable[[], Any]]] = []  # what a forked process finds here


def side_by_side(works: Sequence[Callable[[], Result]]) -> list[Result]:
    """What each piece of work gives, in their order.

    A process that is forked has all that is known already: to hand over twenty thousand clients takes seconds. Where
    other threads run, whose locks it would inherit, or the system forks none, the work is handed over.
    """
    if get_start_method() != "fork" or threading.active_count() > 1:
        from joblib import Parallel, delayed

        return list(Parallel(n_jobs=len(works))(delayed(work)() for work in works))
    _WORKS[:] = works
    try:
        with ProcessPoolExecutor(len(works)) as pool:
            return list(pool.map(_do, range(len(works))))
    finally:
        _WORKS.clear()


def _do(at: int) -> Any:
    gc.disable()  # it ends with its work: to look for cycles took an eighth of the time, and they are 6 kB a client
    return _WORKS[at]()
