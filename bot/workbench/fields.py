"""The fields of a question from the page, read strictly: whatever is of another shape is refused.

Each raises a bad request where a field is not what it should be.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiohttp import web

from bot.channels.web import read_json
from bot.knowledge.editing.tree import Steps, Value
from bot.workbench.shown import Json
from bot.workbench.workroom import Edit

Fields = Mapping[str, Any]
Act = Callable[[Fields], Awaitable[Json]]

_DEEPEST = 8  # steps from the root of a file to a value in it


def taking(act: Act) -> Callable[[web.Request], Awaitable[web.Response]]:
    """A handler that takes the fields of a question as JSON and gives JSON."""

    async def handle(request: web.Request) -> web.Response:
        told = await act(_fields(await read_json(request)))
        return web.json_response(text=json.dumps(told, ensure_ascii=False))

    return handle


def text_of(asked: Fields, name: str) -> str:
    """A field that is a text; half a sign in it becomes a question mark."""
    value = asked.get(name)
    if not isinstance(value, str):
        raise web.HTTPBadRequest
    return _whole(value)


def texts_of(asked: Fields, name: str) -> list[str]:
    """A field that is a list of texts."""
    value = asked.get(name)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise web.HTTPBadRequest
    return [_whole(one) for one in value]


def edits_of(asked: Fields) -> list[Edit]:
    """The edits of a form, none where the field is absent."""
    edits = asked.get("edits")
    if edits is None:
        return []
    if not isinstance(edits, list):
        raise web.HTTPBadRequest
    return [(steps_of(one), _value(one.get("value"))) for one in map(_fields, edits)]


def steps_of(asked: Fields) -> Steps:
    """The way to a value in a file: names of keys and numbers in lists."""
    at = asked.get("at")
    if not isinstance(at, list) or not at or len(at) > _DEEPEST:
        raise web.HTTPBadRequest
    if not all(isinstance(one, str | int) and not isinstance(one, bool) for one in at):
        raise web.HTTPBadRequest
    return tuple(at)


def _fields(asked: object) -> Fields:
    if not isinstance(asked, Mapping):
        raise web.HTTPBadRequest
    return asked


def _value(asked: object) -> Value | None:
    if asked is None or isinstance(asked, str):
        return _whole(asked) if asked else None
    if isinstance(asked, list) and all(isinstance(one, str) for one in asked):
        return [_whole(one).strip() for one in asked if one.strip()]
    raise web.HTTPBadRequest


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
