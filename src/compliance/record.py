"""Data classes that are quick to define.

The project has about a hundred small data classes, and a run pays for the
definition of each, while it makes items of fewer than half of them.  Here
comparison, hash and ``repr`` are shared, and ``__init__`` is written when the
first item is made.  To ``dataclasses``, and so to pydantic, they are data
classes like others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class", bound=type)
_Item = TypeVar("_Item")


class _Made:
    """The default of a field that is made anew for each item."""

    def __init__(self, factory: Callable[[], Any]) -> None:
        self.factory = factory


def field(*, default_factory: Callable[[], _Item]) -> _Item:
    """A field whose default is made anew for each item."""
    return _Made(default_factory)  # type: ignore[return-value]


@dataclass_transform(field_specifiers=(field,))
def record(cls: _Class) -> _Class:
    """A data class with slots, compared by its values, unless it says how itself."""
    return _define(cls, {"__eq__": _equal, "__hash__": None, "__repr__": _show})


@dataclass_transform(field_specifiers=(field,), frozen_default=True)
def frozen_record(cls: _Class) -> _Class:
    """A :func:`record` that is never changed once made, and so can be a key."""
    return _define(cls, {"__eq__": _equal, "__hash__": _hash, "__repr__": _show})


def replace(item: _Item, **changes: Any) -> _Item:
    """A copy of an item with other values in the fields named.

    Raises:
        TypeError: a name is no field of the item.
    """
    values = {name: getattr(item, name) for name in type(item).__slots__}  # type: ignore[attr-defined]
    return type(item)(**(values | changes))


def _define(cls: _Class, shared: dict[str, Any]) -> _Class:
    """The class again, with a slot for each annotation."""
    own = dict(cls.__dict__)
    names = tuple(own.get("__annotations__", ()))
    defaults = {name: own.pop(name) for name in names if name in own}
    for name in ("__dict__", "__weakref__"):
        own.pop(name, None)
    made: Any = type(cls)(cls.__name__, cls.__bases__, shared | own | {
        "__slots__": names, "__match_args__": names, "__qualname__": cls.__qualname__,
        "__dataclass_fields__": _AsDataclass("__dataclass_fields__", defaults),
        "__dataclass_params__": _AsDataclass("__dataclass_params__", defaults),
    })

    def first(self: Any, *values: Any, **named: Any) -> None:
        made.__init__ = _written_init(made, names, defaults)
        made.__init__(self, *values, **named)

    made.__init__ = first
    return made  # type: ignore[no-any-return]


def _written_init(
    cls: type[Any], names: tuple[str, ...], defaults: dict[str, Any]
) -> Callable[..., None]:
    known = {f"_default_{name}": value.factory if isinstance(value, _Made) else value
             for name, value in defaults.items()}
    known["_made"] = object()
    heads, lines = ["self"], []
    for name in names:
        value = name
        if isinstance(defaults.get(name), _Made):
            heads.append(f"{name}=_made")
            value = f"_default_{name}() if {name} is _made else {name}"
        else:
            heads.append(f"{name}=_default_{name}" if name in defaults else name)
        lines.append(f" self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    written: dict[str, Any] = {}
    exec(f"def __init__({', '.join(heads)}):\n" + "\n".join(lines or [" pass"]),  # noqa: S102
         known, written)
    init: Callable[..., None] = written["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


class _AsDataclass:
    """What ``dataclasses`` would have noted on a class, made when it is asked for."""

    def __init__(self, name: str, defaults: dict[str, Any]) -> None:
        self._name = name
        self._defaults = defaults

    def __get__(self, item: Any, cls: type[Any]) -> Any:
        import dataclasses

        given = {name: dataclasses.field(default_factory=value.factory)
                 if isinstance(value, _Made) else value for name, value in self._defaults.items()}
        twin = type(cls.__name__, (), {
            "__annotations__": cls.__annotations__, "__module__": cls.__module__, **given})
        found = getattr(dataclasses.dataclass(eq=False, repr=False)(twin), self._name)
        setattr(cls, self._name, found)
        return found


def _values(item: Any) -> tuple[Any, ...]:
    return tuple([getattr(item, name) for name in item.__slots__])


def _equal(self: Any, other: object) -> Any:
    if type(self) is not type(other):
        return NotImplemented
    return _values(self) == _values(other)


def _hash(self: Any) -> int:
    return hash((type(self), _values(self)))


def _show(self: Any) -> str:
    named = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
    return f"{type(self).__name__}({named})"
