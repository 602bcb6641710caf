"""What a note says of some weeks of the month: the rhythm itself, an exception, or a speaker."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.core.calendar.dutch_calendar import WEEKDAYS, fold, ordinal
from bot.core.calendar.public_holidays import find_feast
from bot.core.model import Occurrence
from bot.core.schedules.occurrences import occurrences
from bot.core.schedules.schedule import LONGEST, Unreadable, read_schedule
from bot.exchange.notes.effects import Noted
from bot.exchange.proposal import Proposal, What
from bot.exchange.weekly import listed

_RANKS = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", -1: "laatste"}
_ENGLISH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1,
            "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5}  # fmt: skip
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINAL = (
    r"(?:[1-5](?:e|de|ste|st|nd|rd|th)|eerste|tweede|derde|vierde|vijfde|laatste|first|second|third"
    r"|fourth|fifth|last)"
)
_ORDINALS = rf"{_ORDINAL}(?:(?:,| en| and| &) ?(?:de )?{_ORDINAL})*"
_DAYS = "|".join((*WEEKDAYS, *_ENGLISH_DAYS))
_OF_MONTH = (
    r"(?: (?:van (?:de|iedere|elke)|v\.?/?d\.?|of the|of each|of every|van|vd/) ?(?:maand|month))?"
)
_RANKED = re.compile(
    rf"\b(?P<ranks>{_ORDINALS}) (?P<day>{_DAYS}|week|weken|meeting){_OF_MONTH}(?![\w])"
)
_ITSELF = re.compile(
    r"\b(?:meeting|bijeenkomst|groep|inloop|open tafel)"
    r" (?:is|vindt plaats|wordt gehouden|gaat door)(?: alleen)?"
    r" (?:op )?(?:iedere|elke|de|alleen(?: op)? de)\s\Z"
)
_EACH = re.compile(r"(?:\b(?:iedere|elke|alleen(?: op)?(?: de)?|every|only) )\Z")
_NOT = re.compile(r"\b(?:niet|geen \w+|behalve|not|gesloten)\b[^.,;]{0,25}\Z")
_SPLIT = re.compile(
    r"\n+|(?<=[.!?;])\s+|(?<=\s)\(|\)(?=\s|\Z)|\s/\s|(?:(?<=[\w)]),\s*| en (?:elke |iedere )?)"
    r"(?=(?:[1-5](?:e|de|ste)|laatste)\b (?!en ))"
)
_INTERNAL = re.compile(r"\bbm\b|\bbusiness|\bservice ?meeting|werkvergadering")
_NOT_ALWAYS = re.compile(r"\b(?:on)?even\b|\bom de\b|\bmeestal\b|\bwas op\b|x per jaar")
_FILLING = re.compile(
    r"^(?:[\s:\-–,=]+|is er |is |hebben we |hebben wij |heb we |komt er |vindt |aansluitend "
    r"|een |de |het een |nodigen we |van de maand)+"
)
_MORE = re.compile(r"\b[1-5](?:e|de|ste)\b")
_SECOND = re.compile(r"\b(?:en|met|bij) (?:op |een )?(?:elke|iedere|de|eventuele)?\s*\Z")
_LEADING = re.compile(
    r"(?i)[\s,:;(-]*(?:on |op )?(?:elke|iedere|every|de|each|the|eventuele)?\s*\Z"
)
_LONGEST = 60  # letters of a remark


def read_weeks(text: str, when: str, read: date, *, is_name: bool) -> tuple[Noted, ...]:
    """What a text says of weeks of the month and named days, in words that can be read back."""
    found: list[Noted] = []
    remarks: list[tuple[str, str]] = []
    plain = when and _days_of(when, read)
    for part in _SPLIT.split(text):
        sentence = part.strip(" -•*“”\"'")
        if sentence:
            found += _feasts(sentence, when, read)
            found += _ranked(sentence, when, read, remarks, is_name)
    phrase, quotes = when, []
    for words, quote in remarks:
        longer = f"{phrase} ({words})"
        if len(longer) <= LONGEST and plain and _days_of(longer, read) == plain:
            phrase = longer
            quotes.append(quote)
    if quotes:
        found.append(Noted(" / ".join(quotes), Proposal(what=What.REMARK, words=phrase)))
    return tuple(found)


def _days_of(phrase: str, read: date) -> tuple[Occurrence, ...] | None:
    """The dates of half a year that a phrase gives, to see that it still says the same."""
    schedule = read_schedule(phrase, anchor=read)
    if isinstance(schedule, Unreadable):
        return None
    return occurrences(schedule, read, read + timedelta(days=180))


def _ranked(
    sentence: str, when: str, read: date, remarks: list[tuple[str, str]], is_name: bool
) -> Iterator[Noted]:
    folded = fold(sentence)
    match = _RANKED.search(folded)
    if match is None or _INTERNAL.search(folded) or _NOT_ALWAYS.search(folded):
        return
    ranks = _numbers(match["ranks"])
    day = _weekday(match["day"])
    before, after = folded[: match.start()], folded[match.end() :].strip(" .!:)")
    if day and _NOT.search(before) and not after:
        if day not in when:
            return
        exception = f"de {listed(_named(ranks))} {day} van de maand"
        if _reads(f"{when}, behalve {exception}", read):
            yield Noted(sentence, Proposal(what=What.EXCEPT, words=exception))
        return
    says_itself = _ITSELF.search(before) or (is_name and _EACH.search(before))
    if day and says_itself and not after:
        phrase = _monthly(when, ranks, day)
        if phrase and _reads(phrase, read):
            yield Noted(sentence, Proposal(what=What.SCHEDULE, words=phrase))
        return
    remark = _remark(sentence, match)
    if remark and match["day"] != "meeting" and not _MORE.search(fold(remark)):
        said = remark.replace(", ", " en ").replace("(", "").replace(")", "")
        words = f"{listed(_named(ranks))} week: {said}"
        remarks.append((words, sentence))


def _numbers(words: str) -> tuple[int, ...]:
    parts = re.findall(_ORDINAL, words)
    found = [_ENGLISH.get(part) or ordinal(part) for part in parts]
    return tuple(dict.fromkeys(number for number in found if number in _RANKS))


def _named(ranks: Sequence[int]) -> list[str]:
    return [_RANKS[rank] for rank in ranks]


def _weekday(word: str) -> str:
    if word in _ENGLISH_DAYS:
        return WEEKDAYS[_ENGLISH_DAYS.index(word)]
    return word if word in WEEKDAYS else ""


def _monthly(when: str, ranks: Sequence[int], day: str) -> str:
    """The weekly phrase with its one weekday replaced by some of the month."""
    weekly = f"elke {day} "
    if not when.startswith(weekly):
        return ""
    return f"elke {listed(_named(ranks))} {day} van de maand {when.removeprefix(weekly)}"


def _remark(sentence: str, match: re.Match[str]) -> str:
    after = _FILLING.sub("", sentence[match.end() :]).strip(" .!,:()")
    if not after:
        before = sentence[: match.start()]
        if _SECOND.search(fold(before)):
            return ""
        after = _LEADING.sub("", before).strip(" .!,:;()-")
    return after if 2 < len(after.strip(";")) <= _LONGEST else ""


def _reads(phrase: str, read: date) -> bool:
    schedule = read_schedule(phrase, anchor=read)
    return not isinstance(schedule, Unreadable) and bool(schedule.rules)


_SHUT = re.compile(
    r"\bgesloten\b|\bdicht\b|\bgeen (?:na[- ])?(?:meeting|bijeenkomst|groep|inloop)|\bniet door"
)


def _feasts(sentence: str, when: str, read: date) -> Iterator[Noted]:
    """Named days on which it is closed, every year."""
    folded = fold(sentence)
    if not _SHUT.search(folded):
        return
    words: list[str] = []
    at = 0
    while at < len(folded):
        found = find_feast(folded, at)
        begins = at == 0 or not folded[at - 1].isalnum()
        if found and begins:
            words.append(str(found.feast))
            at = found.end
        else:
            at += 1
    exception = listed(list(dict.fromkeys(words))) if words else ""
    if exception and _reads(f"{when}, behalve {exception}", read):
        yield Noted(sentence, Proposal(what=What.EXCEPT, words=exception))
