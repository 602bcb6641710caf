"""Who may come in: whoever has a link that was not used yet, and from then on their browser."""

import hashlib
import secrets
from collections.abc import Callable

LINK_LASTS = 8 * 3600.0  # seconds
_MOST = 50  # links that wait to be used


class Access:
    """Links that work once, and the browsers that came in by one; all forgotten at the end."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Begins with nobody inside; `clock` counts seconds."""
        self._clock = clock
        self._links: dict[str, float] = {}
        self._inside: set[str] = set()

    def new_link(self) -> str:
        """A key for one person, for the next eight hours."""
        key = secrets.token_urlsafe(24)
        self._links = dict(list(self._links.items())[-_MOST + 1 :])
        self._links[_digest(key)] = self._clock() + LINK_LASTS
        return key

    def enter(self, key: str) -> str | None:
        """What the browser has to show from now on; None where the key is no good."""
        until = self._links.pop(_digest(key), None)
        if until is None or self._clock() > until:
            return None
        shown = secrets.token_urlsafe(32)
        self._inside.add(_digest(shown))
        return shown

    def is_inside(self, shown: str) -> bool:
        """Whether a browser that shows this came in by a link."""
        return _digest(shown) in self._inside


def _digest(key: str) -> str:
    return hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=16).hexdigest()
