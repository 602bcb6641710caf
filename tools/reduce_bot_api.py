"""Reduces the Bot API description to what the bot sends and hears.

    python tools/reduce_bot_api.py ../shared/botapi/api.json tests/channels/bot_api_spec.json

The input is api.json of the public repository PaulSonOfLars/telegram-bot-api-spec, which is
under the MIT licence (Copyright (c) 2020 Paul Larsen); the output says so too.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

METHODS = (
    "answerCallbackQuery",
    "deleteMessage",
    "deleteWebhook",
    "editMessageText",
    "getMe",
    "getUpdates",
    "sendMessage",
    "sendVenue",
    "sendDocument",
    "setMyCommands",
    "setMyDescription",
    "setMyShortDescription",
    "setWebhook",
)
HEARD = (  # types inside updates; what lies deeper is left unchecked
    "Audio",
    "CallbackQuery",
    "Chat",
    "ChatMemberBanned",
    "ChatMemberMember",
    "ChatMemberUpdated",
    "Contact",
    "Document",
    "Location",
    "Message",
    "MessageEntity",
    "PhotoSize",
    "Sticker",
    "Update",
    "User",
    "Venue",
    "Video",
    "VideoNote",
    "Voice",
)
NOTICE = (
    "Reduced by tools/reduce_bot_api.py from api.json of PaulSonOfLars/telegram-bot-api-spec, "
    "MIT License, Copyright (c) 2020 Paul Larsen."
)


def reduce_spec(spec: dict[str, Any]) -> dict[str, Any]:
    """Keep the methods of the bot, the types their fields need, and the types of updates."""
    methods = {name: _bare(spec["methods"][name]) for name in METHODS}
    wanted = [name for method in methods.values() for name in _named(method)]
    types = {name: _bare(spec["types"][name]) for name in HEARD}
    while wanted:
        name = wanted.pop()
        if name in types or name not in spec["types"]:
            continue
        types[name] = _bare(spec["types"][name])
        wanted.extend(_named(types[name]))
    return {
        "notice": NOTICE,
        "version": spec["version"],
        "methods": methods,
        "types": dict(sorted(types.items())),
    }


def _bare(described: dict[str, Any]) -> dict[str, Any]:
    fields = {
        field["name"]: {"types": field["types"], "required": field["required"]}
        for field in described.get("fields", [])
    }
    bare: dict[str, Any] = {"fields": fields}
    if "subtypes" in described:
        bare["subtypes"] = described["subtypes"]
    return bare


def _named(described: dict[str, Any]) -> Iterator[str]:
    for field in described["fields"].values():
        for name in field["types"]:
            yield name.replace("Array of ", "")
    yield from described.get("subtypes", [])


def main(source: str, target: str) -> None:
    """Read the whole description and write the reduced one."""
    spec = json.loads(Path(source).read_text(encoding="utf-8"))
    text = json.dumps(reduce_spec(spec), indent=1, ensure_ascii=False)
    Path(target).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
