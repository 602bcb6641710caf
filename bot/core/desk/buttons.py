"""The payloads behind the buttons of the desk: `d:<press>:<values>`, at most 64 bytes."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.reply import CHOICE_LIMIT, Button

_MARK = "d"


class Press(StrEnum):
    """What a button of the desk asks for."""

    INVITE = "i"  # role, reach, subject
    REVOKE = "r"  # grant
    REVOKE_SURE = "x"  # grant
    CHOOSE = "c"  # draft, turn, which of what was offered
    SEND = "s"  # draft, turn
    ADJUST = "a"  # draft, turn
    LATER = "l"  # draft, turn
    DISCARD = "w"  # draft, turn
    ANEW = "n"
    CORRECT = "v"  # change
    WITHDRAW = "t"  # change
    WITHDRAW_SURE = "y"  # change
    SECOND = "z"  # change; yes or no
    REPORT = "m"  # activity, as a shortened id; and what was not right
    REPORT_NOT = "q"
    GAP = "g"  # yes or no
    ANSWER = "b"  # activity, as a shortened id
    ANSWER_NOTE = "o"  # activity, as a shortened id


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """What a payload of the desk says."""

    press: Press
    values: tuple[str, ...] = ()


def desk_button(label: str, press: Press, *values: str) -> Button:
    """A button of the desk; raises ValueError where its payload would be too long."""
    choice = ":".join((_MARK, press, *values))
    if len(choice.encode()) > CHOICE_LIMIT:
        raise ValueError(f"this payload is too long: {choice}")
    return Button(label=label, choice=choice)


def read_press(choice: str) -> Pressed | None:
    """What a payload says, or nothing where it is not one of the desk."""
    mark, _, rest = choice.partition(":")
    press, *values = rest.split(":")
    if mark != _MARK or press not in Press._value2member_map_:
        return None
    return Pressed(press=Press(press), values=tuple(values))
