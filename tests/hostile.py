"""A guard against hanging: a call that must end, whatever it is given. It measures nothing."""

import multiprocessing
from collections.abc import Callable

GIVE_UP_SECONDS = 20  # a thousand times what any of these calls needs; an expression that hangs needs years


def ends(call: Callable[[], object]) -> bool:
    """Whether a call ends by itself; it runs in a process of its own, since a regular expression cannot be stopped."""
    process = multiprocessing.get_context("fork").Process(target=call)
    process.start()
    process.join(GIVE_UP_SECONDS)
    ended = not process.is_alive()
    process.kill()
    return ended and process.exitcode == 0
