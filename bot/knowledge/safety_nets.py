"""The safety nets that there are: the shipped one, and one that was fitted later."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import resources
from pathlib import Path

from bot.core.safety.net import SafetyNet
from bot.knowledge.problems import Report
from bot.knowledge.safety_fitting import load_net
from bot.knowledge.shelf import Shelf
from bot.knowledge.verdicts import digest_of

SHIPPED = "safety.npz"
SHIPPED_NET, LATER_NET, NO_NET = "shipped", "later", ""


class Nets:
    """Gives nets by name; each is read only once."""

    def __init__(self, cache: Path | None = None, shelf: Shelf | None = None) -> None:
        """`cache` is where one that was fitted later stands; on a shelf they unpack sooner."""
        self._cache, self._shelf = cache, shelf or Shelf(None)
        self._read: dict[str, tuple[SafetyNet, str] | None] = {}

    def named(self, name: str) -> SafetyNet | None:
        """The net of this name, where there is one."""
        kept = self._kept(name)
        return kept[0] if kept else None

    def digest(self, name: str) -> str:
        """A key of the file that a net of this name stands in, or of nothing."""
        raw = b""
        with suppress(OSError), self._place(name) as path:
            raw = path.read_bytes() if path else b""
        return digest_of(raw)

    def fitted_to(self, key: str) -> str:
        """The name of the net that was fitted to what has this key; NO_NET where none was."""
        return next((name for name in (SHIPPED_NET, LATER_NET) if self._key(name) == key), NO_NET)

    def _key(self, name: str) -> str:
        kept = self._kept(name)
        return kept[1] if kept else ""

    def _kept(self, name: str) -> tuple[SafetyNet, str] | None:
        if name not in self._read:
            self._read[name] = self._load(name)
        return self._read[name]

    def _load(self, name: str) -> tuple[SafetyNet, str] | None:
        with self._place(name) as path:
            return self._unpacked(path) if path else None

    @contextmanager
    def _place(self, name: str) -> Iterator[Path | None]:
        if name == SHIPPED_NET:
            with resources.as_file(resources.files("bot.data").joinpath(SHIPPED)) as path:
                yield path
        else:
            yield self._cache / SHIPPED if name == LATER_NET and self._cache else None

    def _unpacked(self, path: Path) -> tuple[SafetyNet, str] | None:
        if not path.is_file():
            return None
        key: Callable[[], str] = lambda: digest_of(path.read_bytes())  # noqa: E731
        return self._shelf.take("net", key, lambda _: load_net(path), Report())
