"""Pickles the frozen values of this program, and builds them again, in half the usual time.

What Python itself does looks up the fields of each value anew: of fifty thousand values that is a
fifth of a second.
"""

import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

BROKEN = (  # what half a file may raise, or somebody else's
    *(OSError, EOFError, LookupError, pickle.UnpicklingError),
    *(ValueError, TypeError, AttributeError, ImportError),
)
_FOREIGN = frozenset(
    (
        ("datetime", "date"),
        ("numpy", "dtype"),
        ("numpy", "ndarray"),
        ("numpy._core.numeric", "_frombuffer"),
        ("numpy._core.multiarray", "_reconstruct"),
    )
)

_Setters = tuple[Callable[[object, object], None], ...]
_new = object.__new__


class Pickler(pickle.Pickler):
    """Writes values that `pickle.Unpickler` reads where it may find `rebuilt`."""

    def reducer_override(self, obj: Any) -> Any:
        """How to build a frozen value again; other things go the usual way."""
        kind: Any = type(obj)
        taken = _taken_apart(kind)
        return NotImplemented if taken is None else (rebuilt, taken(obj))


def rebuilt(kind: Any, *values: object) -> object:
    """A frozen value of this kind with these in its fields."""
    one = _new(kind)
    for put, value in zip(_setters(kind), values, strict=True):
        put(one, value)
    return one


@cache
def _taken_apart(kind: Any) -> Callable[[object], tuple[Any, ...]] | None:
    """What gives the kind and the fields of a value, or nothing where that is not all of it."""
    own = getattr(getattr(kind, "__getstate__", None), "__module__", "")
    if not is_dataclass(kind) or own != "dataclasses" or not fields(kind):
        return None
    names = [one.name for one in fields(kind)]
    found = attrgetter(*names)
    if len(names) == 1:
        return lambda value: (kind, found(value))
    return lambda value: (kind, *found(value))


@cache
def _setters(kind: Any) -> _Setters:
    """What fills each slot of this kind, in the order of its fields; a frozen value lets them."""
    return tuple(getattr(kind, one.name).__set__ for one in fields(kind))


class Unpickler(pickle.Unpickler):
    """Reads values of this program, and what they are made of, and no others."""

    def find_class(self, module: str, name: str) -> Any:
        """A class of this program, or a function of its core, which touches nothing outside.

        What builds such a class again is one too, as it is given these classes only.
        Raises UnpicklingError for anything else that can be called.
        """
        if (module, name) == (rebuilt.__module__, rebuilt.__name__):
            return rebuilt
        ours = module.startswith("bot.") and "." not in name
        if not ours and (module, name) not in _FOREIGN:
            raise pickle.UnpicklingError(f"{module}.{name}")
        found = super().find_class(module, name)
        harmless = isinstance(found, type) or module.startswith("bot.core.")
        if ours and not (harmless and found.__module__ == module):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
