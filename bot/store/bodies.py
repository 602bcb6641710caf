"""Records as JSON text and back, by the types of their fields; defaults are left out."""

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from hashlib import blake2b
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from bot.store.database import DatabaseBrokenError

Record = TypeVar("Record")
_Read = Callable[[Any], Any]


def write_body(record: Any) -> str:
    """A record as JSON; the same record always gives the same text."""
    return json.dumps(_plain(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_body(kind: type[Record], text: str) -> Record:
    """The record of a kind that a JSON text stands for; unknown keys are passed over."""
    try:
        record: Record = _reader(cast(Hashable, kind))(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DatabaseBrokenError(
            f"Een {kind.__name__} in de database is niet te lezen. Zet een reservekopie terug."
        ) from error
    return record


def hash_of(body: str, without: tuple[str, ...] = ()) -> str:
    """Stands for what a body says, spaces and kinds of quotes aside, and without some fields."""
    told = json.loads(body)
    for key in without:
        told.pop(key, None)
    text = json.dumps(told, ensure_ascii=False, sort_keys=True)
    same = " ".join(text.replace("’", "'").replace("‘", "'").split())
    return blake2b(same.encode(), digest_size=16).hexdigest()


def _plain(value: Any) -> Any:
    """A value in the shapes JSON has."""
    if is_dataclass(value):
        told = {one.name: getattr(value, one.name) for one in fields(value)}
        return {
            one.name: _plain(told[one.name])
            for one in fields(value)
            if not _is_default(one, told[one.name])
        }
    match value:
        case Enum():
            return value.value
        case date():  # a datetime too
            return value.isoformat()
        case Mapping():
            return {str(key): _plain(one) for key, one in value.items()}
        case tuple():
            return [_plain(one) for one in value]
        case _:
            return value


def _is_default(one: "Field[Any]", value: Any) -> bool:
    if one.default is not MISSING:
        return bool(value == one.default)
    return one.default_factory is not MISSING and bool(value == one.default_factory())


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
