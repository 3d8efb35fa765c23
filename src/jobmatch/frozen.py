"""Frozen values as ``dataclasses`` makes them, in a third of the time.

The one of the standard library writes and compiles six functions for every class, which was a tenth of a short
command. Only ``__init__`` has to be written for a class; what compares, shows and protects its values is here.
"""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import MISSING, FrozenInstanceError, fields
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, Final, NoReturn

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass  # to whoever checks the types it is that one
else:

    def dataclass(*, frozen: bool, slots: bool = False, eq: bool = True) -> Callable[[type], type]:
        """As ``dataclasses.dataclass(frozen=True)``, for classes of which a short command makes many.

        >>> @dataclass(frozen=True, slots=True)
        ... class Post:
        ...     title: str
        ...     skills: tuple[str, ...] = ()
        >>> Post("保洁"), Post("保洁") == Post("保洁", ()), len({Post("保洁"), Post("保洁")})
        (Post(title='保洁', skills=()), True, 1)

        A value that has been made stays as it is, and what may change is made by the standard library:

        >>> Post("保洁").title = "保安"
        Traceback (most recent call last):
        dataclasses.FrozenInstanceError: cannot assign to field 'title'
        """
        if not frozen:
            raise TypeError(dataclass.__doc__)

        def make(cls: type) -> type:
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
            methods = _METHODS | {"__init__": _init(made)} | (_PICKLED if slots else {})
            if eq:
                methods |= _compared([field.name for field in fields(made) if field.compare])
            for name, method in methods.items():
                setattr(made, name, method)
            return made

        return make


def _init(cls: type) -> Any:
    """The one function that has to know the fields, so that a call with others is refused and shown as usual."""
    known: dict[str, Any] = {"_put": object.__setattr__, "_missing": MISSING}
    takes, puts = ["self"], []
    for field in fields(cls):
        name = given = field.name
        if field.default_factory is not MISSING:
            known[f"_{name}"] = field.default_factory
            takes.append(f"{name}=_missing")
            given = f"_{name}() if {name} is _missing else {name}"
        elif field.default is not MISSING:
            known[f"_{name}"] = field.default
            takes.append(f"{name}=_{name}")
        else:
            takes.append(name)
        puts.append(f"_put(self, {name!r}, {given})")
    if hasattr(cls, "__post_init__"):
        puts.append("self.__post_init__()")
    exec(f"def __init__({', '.join(takes)}):\n " + "\n ".join(puts), known)  # noqa: S102 - as dataclasses does
    made = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__annotations__ = {field.name: field.type for field in fields(cls)} | {"return": None}
    return made


def _compared(names: Sequence[str]) -> dict[str, Callable[..., Any]]:
    def few(one: Any) -> tuple[Any, ...]:
        return tuple(getattr(one, name) for name in names)

    values: Callable[[Any], tuple[Any, ...]] = attrgetter(*names) if len(names) > 1 else few

    def equal(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return {"__eq__": equal, "__hash__": lambda self: hash(values(self))}


@recursive_repr()
def _shown(self: Any) -> str:
    told = (f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
    return f"{self.__class__.__qualname__}({', '.join(told)})"


def _refuse_change(_self: Any, name: str, _value: Any) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_loss(_self: Any, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in fields(self)]


def _take_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


_METHODS: Final = {"__repr__": _shown, "__setattr__": _refuse_change, "__delattr__": _refuse_loss}
_PICKLED: Final = {"__getstate__": _state, "__setstate__": _take_state}  # of what has no dict to be taken whole
