"""The commands of the desk, as they are typed."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.core.roles import TOKEN_MARK, Action


class DeskCommand(StrEnum):
    """What a command asks of the desk."""

    INVITE = "uitnodigen"
    REVOKE = "intrekken"
    LOG = "logboek"
    CHANGE = "wijziging"
    ONLY_NUMBERS = "alleennummers"
    FIGURES = "cijfers"


NEEDS = {
    DeskCommand.INVITE: Action.INVITE,
    DeskCommand.REVOKE: Action.REVOKE,
    DeskCommand.LOG: Action.READ_LOG,
    DeskCommand.CHANGE: Action.CHANGE,
    DeskCommand.ONLY_NUMBERS: Action.ONLY_NUMBERS,
    DeskCommand.FIGURES: Action.READ_FIGURES,
}
_COMMAND = re.compile(r"/([a-z]+)(?:@\w+)?(?:\s+(.*))?\Z", re.IGNORECASE | re.DOTALL)
_TOKEN = re.compile(rf"/start(?:@\w+)?\s+({TOKEN_MARK}[\w-]+)\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A command of the desk with the words behind it."""

    command: DeskCommand
    words: str = ""


def desk_command_in(text: str) -> Asked | None:
    """The command of the desk that a text is, if it is one."""
    match = _COMMAND.match(text.strip())
    if match is None or match[1].casefold() not in DeskCommand._value2member_map_:
        return None
    return Asked(command=DeskCommand(match[1].casefold()), words=(match[2] or "").strip())


def token_in(text: str) -> str:
    """The invitation behind /start; empty where there is none."""
    match = _TOKEN.match(text.strip())
    return match[1] if match else ""
