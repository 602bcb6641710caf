"""Cut a schedule phrase into tokens: what kind of thing each piece of it is and where it stands.

What the pieces mean together is decided in `clauses`. A word that says nothing about
time is a WORD: posters are full of them ("warme maaltijd", "via Zoom") and they do no harm.
"""

import re
from dataclasses import replace

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
from bot.core.calendar.public_holidays import find_feast
from bot.core.schedules.numerals import clock_at, date_at, length_at, number_at, rhythm_at
from bot.core.schedules.token import GroupDay, T, Token
from bot.core.schedules.words import HOW_OFTEN, MARKS, WORDS, break_at, phrase_at

_ASIDE = re.compile(  # ages, prices, phone numbers and addresses say nothing about time
    r"\d{1,2}\+|(?:€|eur) ?\d+(?:[.,]\d\d?)?(?:,-)?|\d+(?:[.,]\d\d?)?(?:,-)? ?(?:euro|eur|€)"
    r"|(?:van |vanaf |tot )?\d{1,2} ?(?:-|tot|t/m|tot en met|en) ?\d{1,2} ?(?:jaar|jarigen)\b"
    r"|(?:vanaf |tot )?\d{1,2} ?(?:jaar|jarigen|personen|deelnemers|plaatsen|km|kilometer)\b"
    r"|\d{3,4}[ -]\d{3}[ -]?\d{2,4}(?:[ -]\d+)*|06[ -]?\d[\d -]{6,14}|0\d{8,10}"
    r"|[1-9]\d{3} ?(?!en|om|op|in|de|tm|of|is|te|uu)[a-z]{2}(?!\w)"
    r"|[^\s@]{1,64}@\S+|https?://\S+|www\.\S+"
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


_NUMERIC = (_aside, date_at, clock_at, length_at, _phrase, _named, rhythm_at, number_at, _word)
_VERBAL = (_aside, clock_at, length_at, _phrase, _named, rhythm_at, _word)


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
