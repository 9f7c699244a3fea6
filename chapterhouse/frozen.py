"""Frozen values, as `dataclasses` makes them, in a twentieth of the time that it takes to make the classes.

Chapterhouse has a hundred such classes, and the standard library writes and compiles six methods for each of
them at import: a tenth of a small build. Here a class shares its methods with all others, but for `__init__`,
which is written once many instances are made. `dataclasses.fields`, `is_dataclass` and pydantic know these
classes as dataclasses.
"""

from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Class = TypeVar("Class", bound=type[Any])
Instance = TypeVar("Instance")

_MANY = 30
"""To write an `__init__` takes as long as to make so many instances without."""


class _Made:
    """The default of a field that is made anew for each instance."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def field(*, default_factory: Callable[[], Any]) -> Any:
    """Return the default of a field that is made anew for each instance."""
    return _Made(default_factory)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen(cls: Class) -> Class:
    """Make a class of values with names, which never change: equal, hashed and pickled by their fields."""
    return _build(cls, {**_SHARED, **_FROZEN}, by_name=True)


@dataclass_transform(frozen_default=True, order_default=True, field_specifiers=(field,))
def frozen_row(cls: Class) -> Class:
    """Make a class of values that never change, may be given by position, and are sorted by their fields."""
    return _build(cls, {**_SHARED, **_FROZEN, "__lt__": _before}, by_name=False)


@dataclass_transform(field_specifiers=(field,))
def slotted(cls: Class) -> Class:
    """Make a class of values that may change, given by name or by position."""
    return _build(cls, _SHARED, by_name=False)


def replace(one: Instance, **changes: Any) -> Instance:
    """Return a value with some of its fields changed; raises TypeError where there is no such field."""
    cls: Any = type(one)
    values = dict(zip(cls.__fields__, cls.__values__(one), strict=True)) | changes
    # Where there is no such field, the class itself says so.
    made: Instance = again(cls, *values.values()) if len(values) == len(cls.__fields__) else cls(**values)
    return made


def fields(cls: Any) -> dict[str, Any]:
    """Return the name of each field with its annotation, in order."""
    found: dict[str, Any] = cls.__fields__
    return found


def is_frozen(cls: Any) -> bool:
    """Tell whether this is a class of the kind that this module makes."""
    return isinstance(cls, type) and hasattr(cls, "__fields__")


def needed(cls: Any) -> frozenset[str]:
    """Return the fields without which there is no instance."""
    return frozenset(cls.__fields__.keys() - cls.__defaults__.keys())


def values(one: Any) -> tuple[Any, ...]:
    """Return the values of all fields in their order: `again` makes an equal instance of them."""
    found: tuple[Any, ...] = type(one).__values__(one)
    return found


def again(cls: Any, *values: Any) -> Any:
    """Return an instance with the values of its fields in their order: what pickle calls."""
    return cls.__again__(*values)


def _build(cls: Class, methods: Mapping[str, Any], *, by_name: bool) -> Class:
    """Return the class with a slot for each field; a class cannot be given slots once it is made."""
    body = dict(cls.__dict__)
    own = body.get("__annotations__", {})
    hints: dict[str, Any] = {}
    defaults: dict[str, Any] = {}
    for base in reversed(cls.__mro__[1:]):
        hints |= base.__dict__.get("__fields__", {})
        defaults |= base.__dict__.get("__defaults__", {})
    hints |= own
    defaults |= {name: body.pop(name) for name in own if name in body}
    for name in ("__dict__", "__weakref__"):
        body.pop(name, None)
    body |= {name: method for name, method in methods.items() if name not in cls.__dict__}
    body |= {
        "__slots__": tuple(own),
        "__fields__": hints,
        "__defaults__": defaults,
        "__match_args__": () if by_name else tuple(hints),
        "__setters__": _Later("__setters__", _setters),
        "__open__": _Later("__open__", _opened),
        "__values__": _Later("__values__", _values),
        "__form__": _Later("__form__", _form),
        "__again__": _Later("__again__", _maker),
        "__made__": 0,
        "__dataclass_fields__": _Described("__dataclass_fields__"),
        "__dataclass_params__": _Described("__dataclass_params__"),
    }
    kind: Any = type(cls)
    made: Class = kind(cls.__name__, cls.__bases__, body)
    return made


def _begin(self: Any, *args: Any, **kwargs: Any) -> None:
    """Make one of the first instances of a class; once there are many, write its `__init__` and call it."""
    cls = type(self)
    cls.__made__ += 1
    given = {**dict(zip(cls.__match_args__, args, strict=False)), **kwargs}
    values = {**cls.__defaults__, **given}
    # A written one also says what is wrong.
    is_wrong = len(given) < len(args) + len(kwargs) or values.keys() != cls.__fields__.keys()
    if is_wrong or cls.__made__ > _MANY:
        cls.__init__ = _initialiser(cls)
        cls.__init__(self, *args, **kwargs)
        return
    for name, put in zip(cls.__fields__, cls.__setters__, strict=True):
        value = values[name]
        put(self, value.make() if value.__class__ is _Made else value)


def _initialiser(cls: Any) -> Callable[..., None]:
    names: dict[str, Any] = {"_missing": _Made, "_class": cls, "_open": cls.__open__}
    names["_become"] = object.__setattr__
    takes: list[str] = []
    lines = [" _become(self, '__class__', _open)"]
    for name in cls.__fields__:
        value = name
        if name in cls.__defaults__:
            default = cls.__defaults__[name]
            if isinstance(default, _Made):
                names[f"_make_{name}"] = default.make
                value = f"_make_{name}() if {name} is _missing else {name}"
                names[f"_default_{name}"] = _Made
            else:
                names[f"_default_{name}"] = default
            takes.append(f"{name}=_default_{name}")
        else:
            takes.append(name)
        lines.append(f" self.{name} = {value}")
    lines.append(" self.__class__ = _class")
    star = ["*"] if takes and not cls.__match_args__ else []
    scope: dict[str, Any] = {}
    exec(f"def __init__({', '.join(['self', *star, *takes])}):\n" + "\n".join(lines), names, scope)
    made: Callable[..., None] = scope["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _maker(cls: Any) -> Callable[..., Any]:
    """Return what makes an instance of the values of all fields; it is replaced once it has made many."""
    made = 0

    def make(*values: Any) -> Any:
        nonlocal made
        made += 1
        if made > 2 * _MANY:
            cls.__again__ = _written_maker(cls)
        one = object.__new__(cls)
        for put, value in zip(cls.__setters__, values, strict=True):
            put(one, value)
        return one

    return make


def _written_maker(cls: Any) -> Callable[..., Any]:
    scope: dict[str, Any] = {"_class": cls, "_new": object.__new__, "_open": cls.__open__}
    lines = [f"def again({', '.join(cls.__fields__)}):", " _one = _new(_open)"]
    lines += [f" _one.{name} = {name}" for name in cls.__fields__]
    exec("\n".join([*lines, " _one.__class__ = _class", " return _one"]), scope)
    made: Callable[..., Any] = scope["again"]
    return made


def _opened(cls: Any) -> Any:
    """Return a class with the same slots that lets them be set: past what refuses it takes twice as long.

    An instance of it becomes one of the frozen class at the end.
    """
    body = {"__slots__": cls.__slots__, "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(cls)(cls.__name__, cls.__bases__, body)


def _reduce(self: Any) -> tuple[Any, ...]:
    cls = self.__class__
    return again, (cls, *cls.__values__(self))


def _equal(self: Any, other: Any) -> Any:
    if self.__class__ is not other.__class__:
        return NotImplemented
    values = self.__class__.__values__
    return values(self) == values(other)


def _before(self: Any, other: Any) -> Any:
    if self.__class__ is not other.__class__:
        return NotImplemented
    values = self.__class__.__values__
    return values(self) < values(other)


def _hash(self: Any) -> int:
    return hash(self.__class__.__values__(self))


def _text(self: Any) -> str:
    cls = self.__class__
    return str(cls.__form__ % cls.__values__(self))


def _refuse_change(self: Any, name: str, _: Any = None) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change field {name!r} of a {type(self).__name__}")


_SHARED = {"__init__": _begin, "__reduce__": _reduce, "__eq__": _equal, "__hash__": None, "__repr__": _text}
_FROZEN = {"__hash__": _hash, "__setattr__": _refuse_change, "__delattr__": _refuse_change}


class _Later:
    """What is worked out for a class when somebody first asks for it, and kept by the class from then on."""

    __slots__ = ("make", "name")

    def __init__(self, name: str, make: Callable[[Any], Any]) -> None:
        self.name = name
        self.make = make

    def __get__(self, _: Any, cls: Any) -> Any:
        made = self.make(cls)
        setattr(cls, self.name, made)
        return made


def _values(cls: Any) -> Callable[[Any], tuple[Any, ...]]:
    """Return what reads all fields of an instance, in their order."""
    names = tuple(cls.__fields__)
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _form(cls: Any) -> str:
    """Return how an instance is told in words, with a place for each value."""
    return f"{cls.__qualname__}({', '.join(f'{name}=%r' for name in cls.__fields__)})"


def _setters(cls: Any) -> tuple[Any, ...]:
    """Return what sets each slot, past the methods that make the class frozen."""
    return tuple(getattr(cls, name).__set__ for name in cls.__fields__)


class _Described:
    """What `dataclasses` keeps of a class, made when somebody asks for it: pydantic and Dask do."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, _: Any, cls: Any) -> Any:
        return getattr(_twin(cls), self.name)


@cache
def _twin(cls: Any) -> Any:
    """Return a class of `dataclasses` with the same fields."""
    import dataclasses

    body: dict[str, Any] = {
        name: dataclasses.field(default_factory=default.make) if isinstance(default, _Made) else default
        for name, default in cls.__defaults__.items()
    }
    body |= {"__annotations__": cls.__fields__, "__module__": cls.__module__}
    make = dataclasses.dataclass(
        frozen=cls.__setattr__ is not object.__setattr__, kw_only=not cls.__match_args__
    )
    return make(type(cls.__name__, (), body))
