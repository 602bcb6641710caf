"""Commands and choices by number, as people type them."""

import re
from enum import StrEnum

from bot.core.lexicon.text import first_words


class Command(StrEnum):
    """What a command asks for."""

    START = "start"
    NOW = "now"
    HELP = "help"
    PLACE = "place"
    LANGUAGE = "language"
    PRIVACY = "privacy"
    ABOUT = "about"
    STOP = "stop"
    SETTINGS = "settings"
    MENU = "menu"
    FOLLOWED = "followed"


_COMMANDS = {
    "start": Command.START,
    "begin": Command.START,
    "hulp": Command.HELP,
    "help": Command.HELP,
    "nood": Command.NOW,
    "plaats": Command.PLACE,
    "taal": Command.LANGUAGE,
    "language": Command.LANGUAGE,
    "privacy": Command.PRIVACY,
    "over": Command.ABOUT,
    "about": Command.ABOUT,
    "developer_info": Command.ABOUT,
    "stop": Command.STOP,
    "settings": Command.SETTINGS,
    "instellingen": Command.SETTINGS,
    "menu": Command.MENU,
    "abonnementen": Command.FOLLOWED,
    "subscriptions": Command.FOLLOWED,
}
# Words that mean the help lines in any state of the conversation, as the whole message.
_NOW = {
    *("nood", "noodgeval", "crisis", "help me", "help mij", "nu hulp", "hulp nu", "sos"),
    *("ik heb nu hulp nodig", "noodnummer", "emergency", "help now", "112", "113"),
}
_NOW_WORDS = max(len(phrase.split()) for phrase in _NOW)
_COMMAND = re.compile(r"/([a-z_]+)(?:@\w+)?(?:\s.*)?\Z", re.IGNORECASE | re.DOTALL)
_ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "1 een eerste 1e 1ste first one",
            "2 twee tweede 2e 2de second two",
            "3 drie derde 3e 3de third three",
            "4 vier vierde 4e 4de fourth four",
            "5 vijf vijfde 5e 5de fifth five",
            "6 zes zesde 6e 6de sixth six",
            "7 zeven zevende 7e 7de seventh seven",
            "8 acht achtste 8e 8ste eighth eight",
        ),
        start=1,
    )
    for word in words.split()
}
_FILLERS = frozenset("de die het nummer nr optie doe maar graag en the number please".split())
_LAST = frozenset(("laatste", "onderste", "last"))


def command_in(text: str) -> Command | None:
    """The command that a text is, if it is one; one that we do not have asks for help."""
    match = _COMMAND.match(text.strip())
    if match:
        return _COMMANDS.get(match.group(1).casefold(), Command.HELP)
    words = first_words(text, _NOW_WORDS)
    return Command.NOW if words and " ".join(words) in _NOW else None


def ordinal_in(text: str, count: int) -> int | None:
    """The number, from 1 to `count`, that a text chooses: "2", "de tweede", "nummer 3 graag"."""
    words = first_words(text, 4) if count else None
    rest = [word for word in words or () if word not in _FILLERS]
    if len(rest) != 1:
        return None
    number = count if rest[0] in _LAST else _ORDINALS.get(rest[0])
    return number if number is not None and number <= count else None
