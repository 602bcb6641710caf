"""Turns an announcement into a row of signs."""

import re
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

from bot.core.changes.day_tokens import mark_days
from bot.core.changes.days import Days, find_days, length_in_days
from bot.core.changes.hours import Hours, clock_at, find_lengths
from bot.core.changes.joins import join_days, join_hours, put_in_weeks
from bot.core.changes.signs import Row, Sign
from bot.core.changes.words import ACTIVITY, levelled, plain_word
from bot.core.days.marks import DayToken, read_marks
from bot.core.days.reckoning import SchoolHolidays
from bot.core.lexicon.lexicon import Lexicon
from bot.core.lexicon.text import clauses_of
from bot.core.places.gazetteer import Gazetteer, Manner, Mention, Word, words_of
from bot.core.places.places import find_places

MOST_SIGNS = 300
_ABBREVIATED = 4  # letters in "sept." at most
_NO_SIGNATURE = frozenset(["groet", "wel", "gauw"])
_WORDS_TOO = frozenset(["heel"])  # a village, but without its capital a word
_MOST_CLAUSES = 40
_INITIALS = 4  # letters
_SIGNATURE = 5  # words in a clause that may be no more than a name and a place


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
    tokens = mark_days(read_marks(blank), today, blank)
    signs = _plain_signs(tokens[:MOST_SIGNS], blank, today, lexicon, school)
    signs += [Sign("U", "U", start, end, length=minutes) for start, end, minutes in lengths]
    signs.sort(key=lambda sign: sign.start)
    signs = [_fellowship(sign, text) for sign in signs]
    signs = join_hours(_with_places(signs, text, gazetteer))
    return Row(text, put_in_weeks(join_days(signs, today)))


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
            if plain[:end].endswith("uur."):
                signs.append(Sign(".", ".", end - 1, end))
        elif at + 1 < len(tokens) and (count := length_in_days(token, tokens[at + 1])):
            signs.append(Sign("L", "L", token.start, tokens[at + 1].end, length=count))
            size = 2
        elif token.start < token.end:
            signs.append(_word_sign(token, plain, lexicon))
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


def _word_sign(token: DayToken, plain: str, lexicon: Lexicon) -> Sign:
    word = token.word or "-"
    if not token.word and plain[token.start].isdigit():  # the number of a room: "2.14"
        word = plain[token.start : token.end].replace(".", ":")
    if word[0].isalnum() or word[0] == "'":
        return Sign("w", plain_word(word, lexicon.abbreviations), token.start, token.end)
    return Sign(".", _STOPS.get(word, word), token.start, token.end)


def _fellowship(sign: Sign, text: str) -> Sign:
    """The sign; "NA" in capitals is a fellowship, and does not say "after"."""
    named = sign.word == "na" and text[sign.start : sign.end] == "NA" and not text.isupper()
    alone = text[sign.end : sign.end + 1] in (" ", ",", ":")
    return sign._replace(word="nagroep") if named and alone else sign


# Places


def _with_places(signs: list[Sign], text: str, gazetteer: Gazetteer) -> list[Sign]:
    """The signs, the words of each place made into one."""
    kept = signs
    for mention in _mentions(text, gazetteer):
        if mention.place is None and not mention.namesakes:
            continue
        if text[: mention.start].casefold().endswith("code "):  # a weather warning: "code oranje"
            continue
        name = mention.place or mention.namesakes[0]
        if name.name.isdigit() or text[mention.start : mention.end] in _WORDS_TOO:
            continue
        inside = [s for s in kept if mention.start <= s.start and s.end <= mention.end]
        if not inside or any(sign.kind != "w" and sign.word != "-" for sign in inside):
            continue
        at = kept.index(inside[0])
        place = Sign("P", "P", inside[0].start, inside[-1].end, mention=mention)
        kept = [*kept[:at], place, *kept[at + len(inside) :]]
    return kept


def _mentions(text: str, gazetteer: Gazetteer) -> list[Mention]:
    """The places named; a short clause is looked at alone, for it is often only a signature."""
    found = list(find_places(text, gazetteer))
    for clause in clauses_of(text)[:_MOST_CLAUSES]:
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
        dashed = text[left.end : right.start].strip() in ("-", "–")
        signed = signed or (dashed and text[right.end : right.end + 1] in (",", ".", "!"))
        named = ACTIVITY.fullmatch(left.key) is not None or _is_initials(text, left)
        if not named and (not signed or right.key in _NO_SIGNATURE):
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


def _is_initials(text: str, word: Word) -> bool:
    """Whether a word is the letters of a fellowship: "NA Leiden"."""
    said = text[word.start : word.end]
    return said.isupper() and 1 < len(said) <= _INITIALS and not text.isupper()


def _signed(text: str, start: int, end: int) -> bool:
    return any(sign in text[start:end] for sign in ".!-\n–")
