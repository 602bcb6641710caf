"""A record in the fields of Meeting Guide, before it is read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.exchange.record import Feed, Mistake, plain_text

_LINK = re.compile(r"https?://[^\s\"'<>]+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A record as it came, with the list that its mistakes go to."""

    fields: Mapping[str, Any]
    identity: str
    feed: Feed
    mistakes: list[Mistake]

    def text(self, key: str) -> str:
        """A field as plain text; nothing where it is absent."""
        value = self.fields.get(key)
        if value is None or isinstance(value, (dict, list, bool)):
            return ""
        return plain_text(str(value))

    def link(self, key: str) -> str:
        """A field that is an address on the web; anything else is left out."""
        words = self.text(key)
        return words if _LINK.match(words) else ""

    def wrong(self, key: str, message: str) -> None:
        """Notes something that could not be taken over as it is."""
        self.mistakes.append(Mistake(record=self.identity, field=key, message=message))
