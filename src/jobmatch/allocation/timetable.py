"""When each meeting is: a colouring of the edges between clients and postings, a colour a time.

With at least as many times as anybody has meetings, all fit without a clash (König 1916): where a pair has no free
time in common, the two times of a chain of meetings are exchanged, and then it has.
"""

from collections import Counter
from collections.abc import Sequence


def timetable(pairs: Sequence[tuple[int, int]], times: int, before: Sequence[int | None] = ()) -> list[int]:
    """A time (0, 1, …) for each (client, posting), no time twice on either side.

    ``before`` names the times of an earlier timetable; they are kept where they can be.

    >>> timetable([(0, 0), (0, 1), (1, 0)], times=2)
    [0, 1, 1]

    Too few times are refused:

    >>> timetable([(0, 0), (0, 1), (0, 2)], times=2)
    Traceback (most recent call last):
    ValueError: somebody has 3 meetings in 2 times
    """
    taken: dict[tuple[str, int], dict[int, int]] = {}  # side and who → time → which pair
    most = max((many for side in (0, 1) for many in Counter(pair[side] for pair in pairs).values()), default=0)
    if most > times:
        raise ValueError(f"somebody has {most} meetings in {times} times")
    result = [-1] * len(pairs)
    wished = [*before, *[None] * (len(pairs) - len(before))]
    for at in sorted(range(len(pairs)), key=lambda at: wished[at] is None):
        client, posting = taken.setdefault(("c", pairs[at][0]), {}), taken.setdefault(("p", pairs[at][1]), {})
        time = wished[at]
        if time is None or time >= times or time in client or time in posting:
            time = _free_time(pairs, at, taken, times, result)
        client[time] = posting[time] = at
        result[at] = time
    return result


def _free_time(
    pairs: Sequence[tuple[int, int]],
    at: int,
    taken: dict[tuple[str, int], dict[int, int]],
    times: int,
    result: list[int],
) -> int:
    """A time that both sides have free, made free by exchanging two times along a chain where there is none."""
    client, posting = taken["c", pairs[at][0]], taken["p", pairs[at][1]]
    for time in range(times):
        if time not in client and time not in posting:
            return time
    mine = next(time for time in range(times) if time not in client)
    theirs = next(time for time in range(times) if time not in posting)
    # from the posting along its meeting at ``mine``, then that client's at ``theirs``, and so on; the chain cannot
    # come back to our client, who has ``mine`` free
    chain, who, time = [], ("p", pairs[at][1]), mine
    while time in taken[who]:
        pair = taken[who][time]
        chain.append(pair)
        who = ("c", pairs[pair][0]) if who[0] == "p" else ("p", pairs[pair][1])
        time = theirs if time == mine else mine
    for pair in chain:
        for side in (("c", pairs[pair][0]), ("p", pairs[pair][1])):
            if taken[side].get(result[pair]) == pair:
                del taken[side][result[pair]]
        result[pair] = theirs if result[pair] == mine else mine
        # set after all are taken out, below
    for pair in chain:
        for side in (("c", pairs[pair][0]), ("p", pairs[pair][1])):
            taken[side][result[pair]] = pair
    return mine
