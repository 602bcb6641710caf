"""Cut a schedule phrase into tokens: what kind of thing each piece of it is and where it stands.

What the pieces mean together is decided in `schedule_clauses`. A word that says nothing about
time is a WORD: posters are full of them ("warme maaltijd", "via Zoom") and they do no harm.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.calendar.dutch_calendar import (
    PARTS,
    WEEKDAYS,
    DayWord,
    cardinal,
    month,
    ordinal,
    part_of_day,
    short_weekday,
    weekday,
)
from bot.core.calendar.dutch_clock import Clock, read_clock
from bot.core.calendar.public_holidays import find_feast
from bot.core.schedules.words import HOW_OFTEN, MARKS, WORDS, T, break_at, phrase_at


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the phrase: its kind, its value as `T` notes it, and its place."""

    kind: T
    value: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDay(DayWord):
    """A weekday in the name of a group: "dinsdagavondgroep"."""


_ASIDE = re.compile(  # ages, prices, phone numbers and addresses say nothing about time
    r"\d{1,2}\+|(?:€|eur) ?\d+(?:[.,]\d\d?)?(?:,-)?|\d+(?:[.,]\d\d?)?(?:,-)? ?(?:euro|eur|€)"
    r"|(?:van |vanaf |tot )?\d{1,2} ?(?:-|tot|t/m|tot en met|en) ?\d{1,2} ?(?:jaar|jarigen)\b"
    r"|(?:vanaf |tot )?\d{1,2} ?(?:jaar|jarigen|personen|deelnemers|plaatsen|km|kilometer)\b"
    r"|\d{3,4}[ -]\d{3}[ -]?\d{2,4}(?:[ -]\d+)*|06[ -]?\d[\d -]{6,14}|0\d{8,10}"
    r"|[1-9]\d{3} ?(?!en|om|op|in|de|tm|of|is|te|uu)[a-z]{2}(?!\w)"
    r"|[^\s@]{1,64}@\S+|https?://\S+|www\.\S+"
)
_FULL_DATE = re.compile(
    r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)|(\d{4})-(\d{2})-(\d{2})(?!\d)"
)
_ALL_HOURS = re.compile(r"24 ?/ ?7(?!\d)|24 uur per dag|24 uur(?= per)")
_SHORT_DATE = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_LENGTH = re.compile(
    r"(?:(?P<odd>anderhal(?:f|ve)|een half|half|(?P<n>\w+) en een half|(?P<half>\d+)(?:[.,]5| ?½))"
    r"|(?P<whole>\d+|[a-z]+)) (?P<unit>uur(?:tje)?|uren|minuten|min|kwartier(?:en)?)(?!\w)"
)
_LIKE_A_TIME = re.compile(r"\d{1,2}[.:]\d{2}(?![\d.:])")
_MIDNIGHT = re.compile(r"middernacht(?!\w)")
_MILITARY = re.compile(
    r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5][05])"
    r"(?: ?uur\b| ?u\b|(?= ?- ?[012]\d[0-5][05](?!\d))|(?:(?<=- \d{4})|(?<=-\d{4}))(?!\d))"
)
_MILITARY_BEFORE = re.compile(r"(?:[01]\d|2[0-3])[0-5][05] ?-$")
_NUMBER = re.compile(r"(\d{1,4})(?:(?:e|de|ste)(?!\w)|(?=x(?!\w))|(?!\w))")
_RHYTHM = re.compile(
    r"(?:(\d+|[a-z]+?)-?)??(week|wekelijk|maandelijk|jaarlijk|daag)se?(?!\w)"
    # "4 wekelijkse avonden" are four, and "10-12 wekelijks" are hours.
    r"|(?<![-/])(?<!- )(?<!tot )(?<!t/m )(?<!tm )([2346]|twee|drie|vier|zes) "
    r"(wekelijk|maandelijk)s(?!\w)"
)
_POSSESSIVE = re.compile(r"'s ?([a-z]+)")
_WORD = re.compile(r"v/d|v\.d\.|[^\W\d_][\w']*(?:-[^\W\d_][\w']*)*|\w+")
_LETTERS = re.compile(r"[^\W\d_][\w']*")
_ELIDED = re.compile(r"-(?=\s*(?:[,/&+]|(?:en|of|t/m)\b))")
_AFTER_SHORT_DAY = re.compile(
    r"\s*(?:$|[.,:;/&+()\-|\d]|v\.? ?a\.|(?:en|t/m|tm|tot|van|va|om|vanaf|v/d|v\.d|vd|in|'s|om|of"
    r"|half|kwart|tussen|(?:'?s ?)?(?:ochtend|morgen|middag|avond)s?|even|oneven|elke|iedere|is"
    r"|zijn|gesloten|dicht|niet|geen|ma|di|wo|do|vr|za|zo|open(?! mogelijk))\b)"
)
# "Dinsdagavondgroep": the day of a group is in its name.
_GROUP_NAME = re.compile(
    rf"(?P<day>(?:{'|'.join(WEEKDAYS)})(?:{'|'.join(PARTS)})?)s?-?(?P<kind>[a-z]{{2,}})"
)
_COMPOUNDS = (("werkdag", T.WORKDAY), ("weekdag", T.WORKDAY), ("weekend", T.WEEKEND))
_BEGINS_CLAUSE = re.compile(r"(?:^|[.,:;/&+(|•]|\b(?:en|of))\s*$")
_PLAIN_DAYS = frozenset({"ma", "do", "za"})
_UNSAFE_DAYS = frozenset({"zo", "zon", "vrij", "vri", "don", "din", "ma", "do", "za"})


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a folded phrase, in order."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found.append(_token_at(text, at))
        at = found[-1].end
    return tuple(_with_elided_parts(text, _without_lookalikes(text, found)))


_CALENDAR = (T.MONTH, T.DATE, T.YEAR, T.FEAST, T.BREAK)
_DAY_OR_WORD = frozenset({"vrij", "zo", "zon"})
_THINGS = (T.WORD, T.DOORS, T.SESSIONS)
_TIME_AHEAD = re.compile(r"[.:]?\s*\d|\s*(?:van|om|vanaf)\b")


def _without_lookalikes(text: str, tokens: list[Token]) -> list[Token]:
    """ "Toegang vrij" and "Koffie & Zo" name no day, and "25 februari vrij" is a day off."""
    for place, token in enumerate(tokens):
        if token.kind is not T.DAY or text[token.start : token.end] not in _DAY_OR_WORD:
            continue
        before = tokens[place - 1] if place else None
        if before is None or _TIME_AHEAD.match(text, token.end):
            continue
        free = text[token.start] == "v"
        if free and before.kind in _CALENDAR:
            tokens[place] = replace(token, kind=T.SHUT, value="vrij")
        joined = before.kind is T.AND and place > 1 and tokens[place - 2].kind in _THINGS
        if before.kind is T.WORD or before.kind is T.OR or joined:
            tokens[place] = replace(token, kind=T.WORD, value=text[token.start : token.end])
    return tokens


def _with_elided_parts(text: str, tokens: list[Token]) -> list[Token]:
    """In "vrijdag-, zaterdag- en zondagavond" every day gets the evening of the last."""
    part = None
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if token.kind is not T.DAY:
            continue
        if text[token.end - 1] == "-" and part is not None:
            tokens[place] = replace(token, value=replace(token.value, part=part))
        part = tokens[place].value.part
    return tokens


def _token_at(text: str, at: int) -> Token:
    mark = MARKS.get(text[at])
    if mark is not None:
        return Token(mark, None, at, at + 1)
    for read in _NUMERIC if text[at].isdecimal() else _VERBAL:
        token = read(text, at)
        if token is not None:
            return token
    return Token(T.WORD, None, at, at + 1)


def _aside(text: str, at: int) -> Token | None:
    match = _ASIDE.match(text, at)
    return Token(T.WORD, None, at, match.end()) if match else None


def _date(text: str, at: int) -> Token | None:
    if match := _ALL_HOURS.match(text, at):
        return Token(T.ALL_HOURS, None, at, match.end())
    if match := _FULL_DATE.match(text, at):
        if match[5]:
            value = (int(match[7]), int(match[6]), int(match[5]))
        else:
            year = int(match[4])
            value = (int(match[1]), int(match[3]), year + 2000 if year < 100 else year)
        return Token(T.DATE, value, at, match.end())
    match = _SHORT_DATE.match(text, at)
    if match and 1 <= int(match[1]) <= 31 and 1 <= int(match[2]) <= 12:
        return Token(T.DATE, (int(match[1]), int(match[2]), None), at, match.end())
    return None


def _clock(text: str, at: int) -> Token | None:
    if clock := read_clock(text, at) or _military(text, at):
        return Token(T.CLOCK, clock, at, clock.end)
    match = _LIKE_A_TIME.match(text, at)
    return Token(T.BAD_TIME, None, at, match.end()) if match else None


def _military(text: str, at: int) -> Clock | None:
    """Midnight, and times without a mark: 1930-2130, 1900 uur."""
    if match := _MIDNIGHT.match(text, at):
        return Clock(minutes=24 * 60, either=False, start=at, end=match.end())
    match = _MILITARY.match(text, at)
    if match is None or (at and text[at - 1] == "-" and not _MILITARY_BEFORE.search(text, 0, at)):
        return None
    minutes = int(match["hour"]) * 60 + int(match["minute"])
    return Clock(minutes=minutes, either=False, start=at, end=match.end())


def _length(text: str, at: int) -> Token | None:
    match = _LENGTH.match(text, at)
    if match is None:
        return None
    minutes = {"u": 60, "m": 1, "k": 15}[match["unit"][0]]
    if odd := match["odd"]:
        halves = 3 if odd.startswith("ander") else 1
        if match["n"] or match["half"]:
            number = cardinal(match["n"] or match["half"])
            if number is None:
                return None
            halves = 2 * number + 1
        return Token(T.LENGTH, minutes * halves // 2, at, match.end())
    number = cardinal(match["whole"])
    return Token(T.LENGTH, minutes * number, at, match.end()) if number else None


def _phrase(text: str, at: int) -> Token | None:
    found = phrase_at(text, at)
    if found is None:
        return None
    value = (2, "week") if found[0] is T.RHYTHM else text[at : found[1]]
    return Token(found[0], value, at, found[1])


def _named(text: str, at: int) -> Token | None:
    if feast := find_feast(text, at):
        return Token(T.FEAST, feast.feast, at, feast.end)
    if found := break_at(text, at):
        return Token(found[0], found[1], at, found[2])
    return None


def _number(text: str, at: int) -> Token | None:
    match = _NUMBER.match(text, at)
    if match is None:
        return None
    number, end = int(match[1]), match.end()
    if end > match.end(1):
        return Token(T.ORD, number, at, end)
    if len(match[1]) == 4:
        return Token(T.YEAR if 1990 <= number < 2100 else T.WORD, number, at, end)
    return Token(T.NUM if len(match[1]) < 3 else T.WORD, number, at, end)


def _rhythm(text: str, at: int) -> Token | None:
    match = _RHYTHM.match(text, at)
    if match is None or match[2] == "week":
        return None
    said, unit = match[1] or match[3], match[2] or match[4]
    number = 1 if said is None else cardinal(said)
    if said == "half" and unit == "jaarlijk":
        return Token(T.RHYTHM, (6, "month"), at, match.end())
    if not number or (unit == "daag" and number % 7):
        return None
    rhythm = {"wekelijk": (number, "week"), "maandelijk": (number, "month")}
    value = rhythm.get(unit, (number // 7, "week") if unit == "daag" else (number, "year"))
    return Token(T.RHYTHM, value, at, match.end())


def _word(text: str, at: int) -> Token | None:
    if possessive := _POSSESSIVE.match(text, at):
        token = _meaning(possessive[1], at, possessive.end())
        return token if token.kind in (T.DAY, T.PART) else None
    match = _WORD.match(text, at)
    if match is None:
        return None
    word, end = match[0].removesuffix("'s"), match.end()
    if "-" in word and word not in WORDS:
        first = _LETTERS.match(text, at)
        if first and _meaning(first[0], at, first.end()).kind in (T.DAY, T.MONTH):
            word, end = first[0], first.end()
    for prefix, kind in _COMPOUNDS:
        if word.startswith(prefix) and part_of_day(word.removeprefix(prefix)):
            return Token(kind, word, at, at + len(prefix))
    if day := _group_day(word):
        return Token(T.DAY, day, at, end)
    if elided := _ELIDED.match(text, end):
        if word == "zon":
            return Token(T.DAY, DayWord(weekday=6), at, elided.end())
        if _meaning(word, at, end).kind in (T.DAY, T.PART):
            end = elided.end()
    if text.startswith(".", end) and _is_abbreviation(word):
        return _meaning(word, at, end + 1)
    if word in _UNSAFE_DAYS and not _is_plain_day(text, word, at, end):
        return Token(T.WORD, word, at, end)
    return _meaning(word, at, end)


_NUMERIC = (_aside, _date, _clock, _length, _phrase, _named, _rhythm, _number, _word)
_VERBAL = (_aside, _clock, _length, _phrase, _named, _rhythm, _word)


def _is_plain_day(text: str, word: str, at: int, end: int) -> bool:
    """Whether a short weekday that is also a word is a day here."""
    if _AFTER_SHORT_DAY.match(text, end):
        return True
    opens = _BEGINS_CLAUSE.search(text[max(at - 4, 0) : at]) is not None
    return word in _PLAIN_DAYS and opens


def _group_day(word: str) -> GroupDay | None:
    """The day of a group by its name, unless a part of the day is misspelt: "dinsdagmidag"."""
    named = _GROUP_NAME.fullmatch(word)
    if named is None or weekday(word) is not None or _is_slip(named["kind"]):
        return None
    day = weekday(named["day"])
    return GroupDay(weekday=day.weekday, part=day.part) if day else None


def _is_slip(ending: str) -> bool:
    return process.extractOne(ending, PARTS, scorer=OSA.distance, score_cutoff=2) is not None


def _is_abbreviation(word: str) -> bool:
    return (short_weekday(word) is not None or month(word) is not None) and len(word) < 5


def _meaning(word: str, start: int, end: int) -> Token:
    if (kind := WORDS.get(word)) is not None:
        return Token(kind, word, start, end)
    if word in HOW_OFTEN:
        return Token(T.TIMES, HOW_OFTEN[word], start, end)
    if day := weekday(word):
        return Token(T.DAY, day, start, end)
    if (short := short_weekday(word)) is not None:
        return Token(T.DAY, DayWord(weekday=short), start, end)
    for kind, value in (
        (T.MONTH, month(word)),
        (T.ORD, ordinal(word)),
        (T.NUM, cardinal(word)),
        (T.PART, part_of_day(word)),
    ):
        if value is not None:
            return Token(kind, value, start, end)
    return Token(T.WORD, word, start, end)
