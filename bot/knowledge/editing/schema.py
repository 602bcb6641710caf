"""A JSON Schema of each kind of file, for text programs that help while somebody types."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from bot.knowledge.dutch import TRIS
from bot.knowledge.editing.kinds import FileKind
from bot.knowledge.editing.meanings import MEANINGS, Meaning
from bot.knowledge.editing.outline import Field, Trail, outline_of
from bot.knowledge.shapes import Shape

_DRAFT = "http://json-schema.org/draft-07/schema#"  # the newest that most text programs know
_TRI = "^(" + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in TRIS) + r")\s*(,|$)"
_ACCESS = "toegang"


def schema_of(kind: FileKind) -> dict[str, Any]:
    """The schema of a kind of file, with the meaning of each key in Dutch."""
    told = {"$schema": _DRAFT, "title": f"Handwijzer: {kind}"}
    return _with_definitions({**told, **_block(kind, (), ordered(kind))})


@cache
def ordered(kind: FileKind) -> Mapping[Trail, Field]:
    """The keys of a kind of file in the order of a form; a key without a meaning comes last."""
    places = {tuple(key.split(".")): place for place, key in enumerate(MEANINGS[kind])}
    outline = outline_of(kind)
    return {
        trail: outline[trail]
        for trail in sorted(outline, key=lambda one: places.get(one, len(places)))
    }


def meaning_of(kind: FileKind, trail: Trail) -> Meaning:
    """What a key means; raises KeyError where nobody wrote it down."""
    return MEANINGS[kind][".".join(trail)]


def schema_text(kind: FileKind) -> str:
    """The schema as the text of a file."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n"


def _block(kind: FileKind, above: Trail, fields: Mapping[Trail, Field]) -> dict[str, Any]:
    own = [one for trail, one in fields.items() if trail[:-1] == above]
    told: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {one.trail[-1]: _value(kind, one, fields) for one in own},
    }
    needed = [one.trail[-1] for one in own if one.needed]
    return {**told, "required": needed} if needed else told


def _value(kind: FileKind, one: Field, fields: Mapping[Trail, Field]) -> dict[str, Any]:
    meaning = meaning_of(kind, one.trail)
    told: dict[str, Any] = {"title": meaning.label, "description": meaning.meaning}
    if meaning.example:
        told["examples"] = [meaning.example]
    text: dict[str, Any] = {"type": ["string", "number"]}
    choice: dict[str, Any] = {"enum": list(one.words)}
    match one.shape:
        case Shape.TEXT if one.trail[-2:-1] == (_ACCESS,):
            told |= {"type": "string", "pattern": _TRI}
        case Shape.TEXT:
            told["type"] = ["string", "number"] if one.needed else ["string", "number", "null"]
        case Shape.CHOICE:
            told |= choice
        case Shape.TEXTS | Shape.CHOICES:
            item = choice if one.shape is Shape.CHOICES else text
            told["anyOf"] = [{"type": "array", "items": item}, item]
        case Shape.BLOCK:
            told["allOf"] = [_block(kind, one.trail, fields)]
        case Shape.BLOCKS:
            told |= {"type": "array", "items": _block(kind, one.trail, fields)}
    return told


def _with_definitions(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with each block that stands in several places written once."""
    places: dict[str, list[list[dict[str, Any]]]] = {}
    for value in _values(schema):
        if "allOf" in value:
            places.setdefault(json.dumps(value["allOf"]), []).append(value["allOf"])
    shared = [alike for alike in places.values() if len(alike) > 1]
    definitions = {f"blok-{number}": alike[0][0] for number, alike in enumerate(shared, 1)}
    for name, alike in zip(definitions, shared, strict=True):
        for held in alike:
            held[:] = [{"$ref": f"#/definitions/{name}"}]
    return {**schema, "definitions": definitions} if definitions else schema


def _values(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for value in schema.get("properties", {}).values():
        yield value
        for inner in (*value.get("allOf", ()), value.get("items", {})):
            yield from _values(inner)
