"""How the deeds of a decision ended, to be told by `bot.core.desk.telling`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgot:
    """Everything that was kept of a chat is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Nothing was done; the store could not be reached."""


Happening = Forgot | Failed
