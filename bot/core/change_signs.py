"""Turns an announcement into a row of signs: days, hours, places, stops and plain words.

    "groep emmen vr 4 dec om 11 ipv 10 uur"    groep P D om T ipv T

so that what happens to a group can be read with patterns over that row (`bot.core.change_cues`).
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

from bot.core.change_days import (
    Days,
    both,
    find_days,
    in_week,
    length_in_days,
    mark_days,
    narrow,
    until,
)
from bot.core.change_hours import Hours, clock_at, find_lengths
from bot.core.change_words import ACTIVITY, levelled, plain_word
from bot.core.day_marks import DayToken, read_marks
from bot.core.day_reckoning import SchoolHolidays
from bot.core.gazetteer import words_of
from bot.core.places import Gazetteer, Manner, Mention, find_places
from bot.core.text import clauses_of
from bot.core.words import Lexicon

MOST_SIGNS = 300
_ABBREVIATED = 4  # letters in "sept." at most
_NO_SIGNATURE = frozenset(["groet", "best", "wel", "gauw"])
_SIGNATURE = 5  # words in a clause that may be no more than a name and a place


class Sign(NamedTuple):
    """A word as patterns see it, where it stands, and what it says.

    `kind` is D days, T hours, L a length in days, U a length in minutes, P a place, "." a stop and
    "w" any word.
    """

    kind: str
    word: str
    start: int
    end: int
    days: Days | None = None
    hours: Hours | None = None
    length: int = 0
    mention: Mention | None = None
    whole: bool = False  # a day inside the name of a group: vrijdagmiddaggroep


class Row:
    """The signs of a message, and the line of words that patterns look at."""

    def __init__(self, text: str, signs: list[Sign]) -> None:
        """Writes the line, and remembers where each sign stands in it."""
        self.text = text
        self.signs = signs
        self.starts: list[int] = []
        self.ends: list[int] = []
        line = ""
        for sign in signs:
            line += " "
            self.starts.append(len(line))
            line += sign.word
            self.ends.append(len(line))
        self.line = line + " "

    def within(self, start: int, end: int) -> range:
        """The positions of the signs in a stretch of the line."""
        inside = [
            at
            for at in range(len(self.signs))
            if start <= self.starts[at] and self.ends[at] <= end
        ]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def found(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match in the line."""
        return pattern.search(self.line)

    def words(self, positions: range) -> str:
        """What was typed at these positions, as typed."""
        if not positions:
            return ""
        return self.text[self.signs[positions[0]].start : self.signs[positions[-1]].end]


def read_row(
    text: str, now: datetime, lexicon: Lexicon, gazetteer: Gazetteer, school: SchoolHolidays
) -> Row:
    """The signs of a message."""
    today = now.date()
    plain = levelled(text)
    lengths = find_lengths(plain)
    blank = plain
    for start, end, _ in lengths:
        blank = blank[:start] + " " * (end - start) + blank[end:]
    tokens = mark_days(read_marks(blank), today)
    signs = _plain_signs(tokens[:MOST_SIGNS], blank, today, lexicon, school)
    signs += [Sign("U", "U", start, end, length=minutes) for start, end, minutes in lengths]
    signs.sort(key=lambda sign: sign.start)
    signs = _with_hours_joined(_with_places(signs, text, gazetteer))
    return Row(text, _in_frames(_with_days_joined(signs)))


def _plain_signs(
    tokens: list[DayToken], plain: str, today: date, lexicon: Lexicon, school: SchoolHolidays
) -> list[Sign]:
    days = {first: (last, said) for first, last, said in find_days(tokens, today, school)}
    dated = frozenset(at for first, (last, _) in days.items() for at in range(first, last))
    signs: list[Sign] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        size = 1
        if at in days:
            last, said = days[at]
            size = last - at
            signs.append(_day_sign(tokens[at:last], said, plain))
            if _ends_sentence(tokens[last - 1], plain):
                signs.append(Sign(".", ".", tokens[last - 1].end, tokens[last - 1].end + 1))
        elif clock := clock_at(tokens, at, plain, dated=dated):
            end = max(token.end, clock.end)
            signs.append(Sign("T", "T", token.start, end, hours=Hours(opens=clock)))
        elif at + 1 < len(tokens) and (count := length_in_days(token, tokens[at + 1])):
            signs.append(Sign("L", "L", token.start, tokens[at + 1].end, length=count))
            size = 2
        elif token.start < token.end:
            signs.append(_word_sign(token, lexicon))
        at += size
    return signs


def _day_sign(tokens: list[DayToken], said: Days, plain: str) -> Sign:
    start, end = tokens[0].start, tokens[-1].end
    goes_on = re.compile(r"\w*").match(plain, end)
    whole = goes_on is not None and goes_on.end() > end and plain[end - 1].isalpha()
    if whole and goes_on:
        end = goes_on.end()
    return Sign("D", "D", start, end, days=said, whole=whole)


def _ends_sentence(last: DayToken, plain: str) -> bool:
    """Whether a stop follows that the marks took for that of an abbreviation."""
    return len(last.word) > _ABBREVIATED and plain[last.end : last.end + 2] == ". "


_STOPS = {"\n": ".", "!": ".", ";": ".", "…": ".", "–": "-"}


def _word_sign(token: DayToken, lexicon: Lexicon) -> Sign:
    word = token.word or "-"
    if word[0].isalnum() or word[0] == "'":
        return Sign("w", plain_word(word, lexicon.abbreviations), token.start, token.end)
    return Sign(".", _STOPS.get(word, word), token.start, token.end)


# Places


def _with_places(signs: list[Sign], text: str, gazetteer: Gazetteer) -> list[Sign]:
    """The signs, the words of each place made into one."""
    kept = signs
    for mention in _mentions(text, gazetteer):
        if mention.place is None and not mention.namesakes:
            continue
        name = mention.place or mention.namesakes[0]
        if name.name.isdigit():
            continue
        inside = [s for s in kept if mention.start <= s.start and s.end <= mention.end]
        if not inside or any(sign.kind != "w" for sign in inside):
            continue
        at = kept.index(inside[0])
        place = Sign("P", "P", inside[0].start, inside[-1].end, mention=mention)
        kept = [*kept[:at], place, *kept[at + len(inside) :]]
    return kept


def _mentions(text: str, gazetteer: Gazetteer) -> list[Mention]:
    """The places named; a short clause is looked at alone, for it is often only a signature."""
    found = list(find_places(text, gazetteer))
    for clause in clauses_of(text):
        words = text[clause.start : clause.end]
        if len(words.split()) > _SIGNATURE or clause.end - clause.start == len(text):
            continue
        for mention in find_places(words, gazetteer):
            start, end = mention.start + clause.start, mention.end + clause.start
            if mention.exact and not any(one.start < end and start < one.end for one in found):
                found.append(replace(mention, start=start, end=end))
    return [*found, *_after_activities(text, gazetteer, found)]


def _after_activities(text: str, gazetteer: Gazetteer, known: list[Mention]) -> list[Mention]:
    """Places whose name is also a word, right after an activity or as a signature: "- Leek"."""
    found: list[Mention] = []
    words = words_of(text)
    for left, right in pairwise(words):
        signed = right is words[-1] and _signed(text, left.end, right.start)
        if not (ACTIVITY.fullmatch(left.key) or signed) or right.key in _NO_SIGNATURE:
            continue
        if any(one.start == right.start for one in known):
            continue
        manner = gazetteer.manners.get(right.key)
        large = text[right.start].isupper() and not text.isupper()
        if manner is None or (not large and manner in (Manner.CAPITAL, Manner.CLOSING)):
            continue
        lead = "in "
        for mention in find_places(lead + text[right.start : right.end], gazetteer):
            start = right.start + mention.start - len(lead)
            found.append(replace(mention, start=start, end=start + mention.end - mention.start))
    return found


def _signed(text: str, start: int, end: int) -> bool:
    return any(sign in text[start:end] for sign in ".!-\n–")


# Signs that belong together


def _with_hours_joined(signs: list[Sign]) -> list[Sign]:
    """The signs, "van T tot T" made into one."""
    kept: list[Sign] = []
    at = 0
    while at < len(signs):
        sign = signs[at]
        between = signs[at + 1] if at + 1 < len(signs) else None
        right = signs[at + 2] if at + 2 < len(signs) else None
        if sign.hours and between and right and right.hours and not right.hours.closes:
            ranged = between.word in ("-", "tot", "tm", "t")
            framed = between.word == "en" and bool(kept) and kept[-1].word == "tussen"
            if ranged or framed:
                hours = Hours(opens=sign.hours.opens, closes=right.hours.opens)
                kept.append(Sign("T", "T", sign.start, right.end, hours=hours))
                at += 3
                continue
        kept.append(sign)
        at += 1
    return kept


_BESIDE = frozenset(["", ",", "van", "van de", "in", "op", "de", "dus", "nl", "(", "in de", "- "])
_LIST = frozenset(
    [
        *("en", "&", "+", "of", ",", ", en", "/", "en ook", "en op", ", op", "plus", "en de"),
        *("en ook op", "of op", "als ook", "alsmede", "en dan", ", en op", "en vervolgens", "-"),
    ]
)
_RANGE = frozenset(["tm", "-", "tot", "tm op", "t", "tot op", "tm de", "tot de"])
_NEW_LIFE = frozenset("weer wel gewoon open terug inhalen".split())


def _with_days_joined(signs: list[Sign]) -> list[Sign]:
    """The signs, days that are said together made into one."""
    for join in (_glued, _beside, _ranged, _listed):
        signs = _joined(signs, join)
    return signs


def _joined(signs: list[Sign], join: Callable[[list[Sign], int, int], Days | None]) -> list[Sign]:
    kept = list(signs)
    at = 0
    while at < len(kept):
        if kept[at].days is None:
            at += 1
            continue
        right = next((n for n in range(at + 1, min(at + 5, len(kept))) if kept[n].days), None)
        days = join(kept, at, right) if right is not None else None
        if right is None or days is None:
            at += 1
            continue
        end = kept[right].end
        if right < len(kept) - 1 and kept[right - 1].word == "(":
            right += kept[right + 1].word == ")"
        between = kept[at + 1 : right] if _is_too(kept, right) else []
        if between:
            end = kept[at].end
        sign = Sign("D", "D", kept[at].start, end, days=days, whole=kept[at].whole)
        kept[at : right + 1] = [sign, *between]
    return kept


def _between(signs: list[Sign], left: int, right: int) -> str:
    return " ".join(sign.word for sign in signs[left + 1 : right])


def _beside(signs: list[Sign], left: int, right: int) -> Days | None:
    first, second = signs[left].days, signs[right].days
    if not first or not second or _between(signs, left, right) not in _BESIDE:
        return None
    return narrow(first, second)


def _glued(signs: list[Sign], left: int, right: int) -> Days | None:
    """First what nothing parts, so that "28 feb, ma 1 mrt" stays two days."""
    return _beside(signs, left, right) if right == left + 1 else None


def _ranged(signs: list[Sign], left: int, right: int) -> Days | None:
    first, second = signs[left].days, signs[right].days
    words = _between(signs, left, right)
    if not first or not second or words not in _RANGE or first.habit:
        return None
    return until(first, second, exclusive=words.startswith("tot"))


def _listed(signs: list[Sign], left: int, right: int) -> Days | None:
    first, second = signs[left].days, signs[right].days
    words = _between(signs, left, right)
    if not first or not second or first.habit or second.habit:
        return None
    if _is_too(signs, right):
        return both(first, second)
    bare = words == "" and first.is_bare and second.is_bare
    if not bare and words not in _LIST:
        return None
    after = {sign.word for sign in signs[right + 1 : right + 5]}
    if "," in words and after & _NEW_LIFE:
        return None  # "ma dicht, di weer open"
    if (first.frame and second.frame) or (
        first.frame and first.first <= second.first <= first.last
    ):
        return None
    return both(first, second)


def _is_too(signs: list[Sign], at: int) -> bool:
    """Whether a day counts besides the one before it: "ma dicht, vrijdag ook"."""
    return at + 1 < len(signs) and signs[at + 1].word == "ook"


def _in_frames(signs: list[Sign]) -> list[Sign]:
    """The signs, bare weekdays put in the one week that is named beside them."""
    weeks = [at for at, sign in enumerate(signs) if sign.days and sign.days.frame == "week"]
    if len(weeks) != 1:
        return signs
    week = signs[weeks[0]].days
    kept: list[Sign] = []
    for sign in signs:
        if sign.days and week and sign.days is not week and sign.days.is_bare:
            kept.append(sign._replace(days=in_week(sign.days, week)))
        else:
            kept.append(sign)
    return kept
