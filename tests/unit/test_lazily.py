"""Properties that are computed on first use."""

from jobmatch.lazily import cached_property


class Counter:
    """Counts how often its property is computed."""

    def __init__(self) -> None:
        self.times = 0

    @cached_property
    def value(self) -> int:
        """What it is worth."""
        self.times += 1
        return self.times


def test_a_property_is_computed_once_for_each_object():
    """And anew for another object, or where it was forgotten."""
    one, other = Counter(), Counter()
    assert [one.value, one.value, other.value, one.times] == [1, 1, 1, 1]
    del one.value
    assert one.value == 2


def test_the_property_of_the_class_tells_what_it_is():
    """As that of any property does."""
    assert Counter.value.__doc__ == "What it is worth."
