"""What the service takes at the most of anything: the numbers of ``serve`` in the settings."""

from jobmatch.settings import load


def most_of(name: str) -> int:
    """The most that the service takes, or shows, of something.

    >>> most_of("jobs") > most_of("on_a_page")
    True
    """
    return int(load().number(f"serve.most_{name}"))
