"""The safety net that travels with the package, read when it is asked for and only once."""

from collections.abc import Callable
from functools import cached_property
from importlib import resources

from bot.core.safety.net import SafetyNet
from bot.knowledge.problems import Report
from bot.knowledge.safety_fitting import load_net
from bot.knowledge.shelf import Shelf
from bot.knowledge.verdicts import digest_of

SHIPPED = "safety.npz"


class ShippedNet:
    """The net, a key of what it was fitted to, and one of its file."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        """On a shelf it unpacks sooner; reads nothing yet."""
        self._shelf = shelf or Shelf(None)

    @property
    def net(self) -> SafetyNet | None:
        """The net, where there is one."""
        return self._read[0] if self._read else None

    def fits(self, key: str) -> bool:
        """Whether it was fitted to what has this key."""
        return self._read is not None and self._read[1] == key

    @cached_property
    def digest(self) -> str:
        """A key of the file that it stands in, or of nothing."""
        file = resources.files("bot.data").joinpath(SHIPPED)
        return digest_of(file.read_bytes() if file.is_file() else b"")

    @cached_property
    def _read(self) -> tuple[SafetyNet, str] | None:
        with resources.as_file(resources.files("bot.data").joinpath(SHIPPED)) as path:
            if not path.is_file():
                return None
            key: Callable[[], str] = lambda: digest_of(path.read_bytes())  # noqa: E731
            return self._shelf.take("net", key, lambda _: load_net(path), Report())
