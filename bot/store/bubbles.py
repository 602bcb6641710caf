"""Texts with their marks and buttons as JSON, and back; a venue is not kept."""

import json
from collections.abc import Mapping
from typing import Any

from bot.core.reply import Bubble, Button, Link, Piece, Strong
from bot.store.database import DatabaseBrokenError


def write_bubbles(bubbles: Mapping[str, Bubble]) -> str:
    """Bubbles by language as JSON on one line."""
    plain = {language: _plain(bubble) for language, bubble in bubbles.items()}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def read_bubbles(text: str) -> Mapping[str, Bubble]:
    """The bubbles by language that a JSON text stands for."""
    try:
        return {language: _bubble(plain) for language, plain in json.loads(text).items()}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DatabaseBrokenError(
            "Een bericht in de database is niet te lezen. Zet een reservekopie terug."
        ) from error


def _plain(bubble: Bubble) -> dict[str, Any]:
    rows = [[[one.label, one.choice, one.url] for one in row] for row in bubble.buttons]
    return {"pieces": [_plain_piece(piece) for piece in bubble.pieces], "buttons": rows}


def _plain_piece(piece: Piece) -> str | list[str]:
    match piece:
        case str():
            return piece
        case Strong(text=text):
            return [text]
        case Link(text=text, url=url):
            return [text, url]


def _bubble(plain: dict[str, Any]) -> Bubble:
    rows = tuple(
        tuple(Button(label=label, choice=choice, url=url) for label, choice, url in row)
        for row in plain["buttons"]
    )
    return Bubble(pieces=tuple(_piece(one) for one in plain["pieces"]), buttons=rows)


def _piece(plain: str | list[str]) -> Piece:
    match plain:
        case str():
            return plain
        case [text]:
            return Strong(text=text)
        case [text, url]:
            return Link(text=text, url=url)
    raise ValueError("no piece of a text")
