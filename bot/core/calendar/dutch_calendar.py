"""The Dutch words for days, months, numbers and parts of the day, and what they mean.

All look-ups want folded text: `fold` makes it lower case and plain without changing its length,
so that offsets into the folded text hold for what was written.

    fold("’s Ávonds")        "'s avonds"
    weekday("zaterdagmiddag")  DayWord(weekday=5, part=Part.AFTERNOON, habit=False); Monday = 0
    weekday("maandags")      DayWord(weekday=0, part=None, habit=True)
    short_weekday("do")      3; for posters only: in free text do, zo, ma, zon and vrij are words
    month("sept")            9; full names and abbreviations
    part_of_day("avonds")    Part.EVENING; also ochtend, 's morgens, namiddag, vanavond
    cardinal("twaalf")       12; words to ninety-nine, or digits ("een" is 1)
    ordinal("2e")            2; words and digits; ordinal("laatste") is -1, the last but one -2

Clock times are read by `dutch_clock`, days with a name (Koningsdag) by `public_holidays`.
"""

import re
from dataclasses import dataclass

from bot.core.model import Part

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
PARTS = {
    "ochtend": Part.MORNING,
    "morgen": Part.MORNING,
    "voormiddag": Part.MORNING,
    "middag": Part.AFTERNOON,
    "namiddag": Part.AFTERNOON,
    "avond": Part.EVENING,
    "vooravond": Part.EVENING,
    "nacht": Part.NIGHT,
}

_SHORT_WEEKDAYS = (
    ("ma", "maa", "mnd", "maand"),
    ("di", "din", "dins", "dinsd"),
    ("wo", "woe", "woen", "woens", "woensd"),
    ("do", "don", "dond", "donderd"),
    ("vr", "vri", "vrij", "vrijd"),
    ("za", "zat", "zater", "zaterd"),
    ("zo", "zon", "zond"),
)
_SHORT_MONTHS = {
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_ONES = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_EXTRA_FOLDS = {
    "‘": "'", "’": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "⁃": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": " ", "\t": " ", "\n": " ", "\r": " ",
}  # fmt: skip
_ACCENTS = dict(zip("àáâãäåçèéêëìíîïñòóôõöùúûüýÿ", "aaaaaaceeeeiiiinooooouuuuyy", strict=True))


def _fold_table() -> dict[int, str]:
    table = {**_EXTRA_FOLDS, **_ACCENTS}
    table |= {
        letter.upper(): plain for letter, plain in _ACCENTS.items() if len(letter.upper()) == 1
    }
    return {ord(letter): plain for letter, plain in table.items()}


_FOLDS = _fold_table()


def fold(text: str) -> str:
    """Text in lower case, without accents and typographic marks, of exactly the same length."""
    plain = text.translate(_FOLDS)
    lower = plain.lower()
    if len(lower) == len(plain):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in plain)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWord:
    """A weekday in one word, with the part of the day that is joined to it."""

    weekday: int  # Monday = 0
    part: Part | None = None
    habit: bool = False  # maandags, maandagen


def _day_words() -> dict[str, DayWord]:
    words: dict[str, DayWord] = {}
    for number, name in enumerate(WEEKDAYS):
        words[name] = DayWord(weekday=number)
        words[name + "s"] = words[name + "en"] = DayWord(weekday=number, habit=True)
        for part_name, part in PARTS.items():
            words[name + part_name] = DayWord(weekday=number, part=part)
            habit = DayWord(weekday=number, part=part, habit=True)
            plural = "middagen" if part_name == "middag" else part_name + "en"
            words[name + plural] = words[name + part_name + "s"] = habit
    return words


_DAY_WORDS = _day_words()
_SHORT_DAYS = {word: number for number, words in enumerate(_SHORT_WEEKDAYS) for word in words}
_MONTH_WORDS = {name: number for number, name in enumerate(MONTHS, 1)} | _SHORT_MONTHS
_PART_WORDS = {
    **PARTS,
    **{name + ending: part for name, part in PARTS.items() for ending in ("s", "en", "je", "jes")},
    "smorgens": Part.MORNING, "sochtends": Part.MORNING, "smiddags": Part.AFTERNOON,
    "snamiddags": Part.AFTERNOON, "savonds": Part.EVENING, "snachts": Part.NIGHT,
    "vanochtend": Part.MORNING, "vanmorgen": Part.MORNING, "vanmiddag": Part.AFTERNOON,
    "vanavond": Part.EVENING, "vannacht": Part.NIGHT,
}  # fmt: skip


def _number_words() -> dict[str, int]:
    words = {word: number for number, word in enumerate(_ONES)}
    for ten, word in enumerate(_TENS, 2):
        words[word] = ten * 10
        for one in range(1, 10):
            # Accents are folded away, so tweeëntwintig is tweeentwintig here.
            words[_ONES[one] + "en" + word] = ten * 10 + one
    return words


_CARDINALS = _number_words()


def _ordinal_words() -> dict[str, int]:
    irregular = {
        "eerste": 1,
        "tweede": 2,
        "derde": 3,
        "achtste": 8,
        "laatste": -1,
        "voorlaatste": -2,
    }
    taken = {1, 2, 3, 8}
    regular = {
        word + ("de" if number < 20 else "ste"): number
        for word, number in _CARDINALS.items()
        if 0 < number <= 53 and number not in taken
    }
    return {
        **regular,
        **irregular,
        "eersten": 1,
        "1ste": 1,
        "allerlaatste": -1,
        "een-na-laatste": -2,
    }


_ORDINALS = _ordinal_words()
_ORDINAL_DIGITS = re.compile(r"(\d{1,2})(?:e|de|ste)")


def weekday(word: str) -> DayWord | None:
    """The weekday that a full word names, alone or joined to a part of the day."""
    return _DAY_WORDS.get(word)


def short_weekday(word: str) -> int | None:
    """The weekday that an abbreviation names; only for text where one is expected."""
    return _SHORT_DAYS.get(word)


def month(word: str) -> int | None:
    """The number of the month that a word or abbreviation names."""
    return _MONTH_WORDS.get(word.rstrip("."))


def part_of_day(word: str) -> Part | None:
    """The part of the day that a word names; 'morgen' is the morning here, not tomorrow."""
    return _PART_WORDS.get(word.removeprefix("'s").strip())


def cardinal(word: str) -> int | None:
    """The number that a word or up to four digits say."""
    if word.isascii() and word.isdigit() and len(word) <= 4:
        return int(word)
    return _CARDINALS.get(word)


def ordinal(word: str) -> int | None:
    """The rank that a word or digits with an ending say; -1 is the last, -2 the last but one."""
    if match := _ORDINAL_DIGITS.fullmatch(word):
        return int(match[1])
    return _ORDINALS.get(word)
