"""Records as JSON text and back, by the types of their fields; defaults are left out."""

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from hashlib import blake2b
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from bot.store.database import DatabaseBrokenError

Record = TypeVar("Record")
_Read = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Body:
    """A record as JSON text, and a hash of what it says."""

    text: str
    hash: str


def write_body(record: Any) -> str:
    """A record as JSON on one line; the same record always gives the same text."""
    return _dumps(_plain(record))


def hashed_body(record: Any, unsaid: tuple[str, ...] = ()) -> Body:
    """A record as JSON, and a hash of what it says without some of its fields.

    Spaces and kinds of quotes make no difference to the hash.
    """
    plain = _plain(record)
    text = said = _dumps(plain)
    if any(plain.pop(key, None) is not None for key in unsaid):
        said = _dumps(plain)
    same = " ".join(said.replace("’", "'").replace("‘", "'").split())
    return Body(text, blake2b(same.encode(), digest_size=16).hexdigest())


def _dumps(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_body(kind: type[Record], text: str) -> Record:
    """The record of a kind that a JSON text stands for; unknown keys are passed over."""
    try:
        record: Record = _reader(cast(Hashable, kind))(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DatabaseBrokenError(
            f"Een {kind.__name__} in de database is niet te lezen. Zet een reservekopie terug."
        ) from error
    return record


def _plain(value: Any) -> Any:
    """A value in the shapes JSON has."""
    match value:
        case str() | None:
            return value.value if isinstance(value, Enum) else value
        case date():  # a datetime too
            return value.isoformat()
        case Mapping():
            return {str(_plain(key)): _plain(one) for key, one in value.items()}
        case tuple():
            return [_plain(one) for one in value]
    if is_dataclass(value):
        told = (
            (name, getattr(value, name), default)
            for name, default in _defaults(cast(Hashable, type(value)))
        )
        return {name: _plain(one) for name, one, default in told if one != default}
    return value


@lru_cache(maxsize=64)
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a kind of record with what they are by default; nothing equals MISSING."""
    return tuple(
        (
            one.name,
            one.default_factory() if one.default_factory is not MISSING else one.default,
        )
        for one in fields(kind)
    )


@lru_cache(maxsize=64)
def _reader(hint: Any) -> _Read:
    """What turns plain JSON into a value of a type."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        read = _reader(next(one for one in inner if one is not NoneType))
        return lambda value: None if value is None else read(value)
    if origin is tuple:
        return _tuple_reader(inner)
    if origin is not None and issubclass(origin, Mapping):
        read_key, read_value = _reader(inner[0]), _reader(inner[1])
        return lambda value: {read_key(key): read_value(one) for key, one in value.items()}
    if is_dataclass(hint):
        return _record_reader(hint)
    if hint in (date, datetime):
        read_moment: _Read = hint.fromisoformat
        return read_moment
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return _itself


def _itself(value: Any) -> Any:
    return value


def _tuple_reader(inner: tuple[Any, ...]) -> _Read:
    if len(inner) == 2 and inner[1] is Ellipsis:
        read = _reader(inner[0])
        return lambda value: tuple([read(one) for one in value])
    reads = tuple(_reader(one) for one in inner)
    return lambda value: tuple([read(one) for read, one in zip(reads, value, strict=True)])


def _record_reader(kind: Any) -> _Read:
    hints = get_type_hints(kind)
    reads = {one.name: _reader(hints[one.name]) for one in fields(kind)}

    def read(value: Any) -> Any:
        return kind(**{key: reads[key](one) for key, one in value.items() if key in reads})

    return read
