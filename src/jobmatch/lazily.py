"""``cached_property``: computed when it is first asked for, and an attribute like any other from then on."""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value")


class cached_property(Generic[Value]):  # noqa: N801 - named as the one it stands for
    """As that of ``functools``, without the lock that it has up to Python 3.11, which costs more than many a property.

    A client is looked at by some seventy of them. Threads that ask at once may both compute the same.

    >>> class Half:
    ...     def __init__(self, whole: float) -> None:
    ...         self.whole = whole
    ...     @cached_property
    ...     def value(self) -> float:
    ...         return self.whole / 2
    >>> half = Half(3.0)
    >>> half.value, vars(half)
    (1.5, {'whole': 3.0, 'value': 1.5})
    """

    def __init__(self, compute: Callable[[Any], Value]) -> None:
        self.compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type | None = None) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type | None = None) -> Value: ...
    def __get__(self, instance: object | None, owner: type | None = None) -> Self | Value:
        if instance is None:
            return self
        value = vars(instance)[self.name] = self.compute(instance)
        return value
