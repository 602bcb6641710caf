"""What a note with a date says that is different: no meeting, another place, another time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.calendar.dutch_calendar import fold
from bot.core.calendar.dutch_clock import find_clocks
from bot.exchange.notes.dates import Stretch, find_stretches
from bot.exchange.proposal import Proposal, What
from bot.exchange.weekly import DAY, clock

_MEETING = r"(?:na[- ])?(?:meetings?|bijeenkomst(?:en)?|groep|inloop|avond)"
_STREET = r"[a-z]*(?:straat|weg|laan|plein|dijk|gracht|kade|pad|singel|werf)\b"
_GOES_ON = re.compile(
    r"\bgaat\b.*\b(?:gewoon|wel) door|\bwill be meetings?|\bwel een? meeting"
    r"|\b(?:laatste|volgende) meeting"
)
_CANCELLED = re.compile(
    rf"\bgeen {_MEETING}|\bno meetings?|\bniet door\b|\bniet (?:plaats|doorgaan|beschikbaar)"
    r"|\bniet (?:op )?(?:\w+dag )?\d{1,2}(?: en \d{1,2})? [a-z]{3}"
    r"|\bvervalt|\bvervallen|\bafgelast|\bcancell?ed|\bgeannuleerd|\bniet plaats"
)
_STARTS = re.compile(
    rf"\b{_MEETING} (?:start|begint) op\b|\bstart van deze {_MEETING}|\bstart op\b"
    rf"|\beerste {_MEETING} (?:is )?op"
)
_OTHER_TIME = re.compile(
    r"\b(?:nieuwe|andere|aangepaste|gewijzigde) ?\w*tijd|\baanvang|\bbegint\b.*\bom\b"
    r"|\bverplaats\w* in tijd|\bstart om\b|\btijd\b.*\baangepast|\bnew time|\bstarts at\b"
)
_MOVED = re.compile(
    r"\b(?:andere?|nieuwe?) (?:locatie|adres|plek)|\bverhui[sz]|\bverplaatst"
    r"|\btijdelijke? (?:op|in|adres|locatie|locatiewijziging)|\b(?:different|new|other) location"
    r"|\blocatie ?wijziging|\bplaats op\b|\bgehouden (?:bij|in|op)\b|\bzitten we\b|\bkomen wij\b"
    rf"|\bis (?:de|deze) {_MEETING} (?:in|op|bij)\b|\blocatie .{{0,30}}gewijzigd"
    r"|\bzijn we (?:eenmalig )?(?:op|in)\b"
    rf"|\b(?:naar|op) (?:de )?{_STREET}"
)
_RESUMED = re.compile(r"\bweer\b.*\b(?:vertrouwde|vaste|gewone|oude|normale|eigen)\b")
_CLOSED = re.compile(
    r"\bgesloten\b(?! (?:\w*meeting|\w*groep|bijeenkomst|deur))|\bdicht\b|\bis closed\b"
)
_PAUSED = re.compile(r"\btijdelijk (?:gesloten|dicht|gestopt)|\btemporarily closed")
_STAMP = re.compile(r"\b(?:nagelezen|bijgewerkt|gewijzigd|updated)\b")
_KINDS = (
    (_CANCELLED, What.CANCELLED),
    (_STARTS, What.STARTS),
    (_OTHER_TIME, What.OTHER_TIME),
    (_MOVED, What.MOVED),
    (_CLOSED, What.CLOSED),
)
_SENTENCE = re.compile(r"\n+|(?<=[.!?])\s+|\.{2,}|[()]|(?<=\w)\s*•\s*")
_ADDRESS = re.compile(r"\badres(?: (?:zal|is|wordt))?(?: zijn| worden)?\s*:?\s+(?=[A-Z0-9])")
_AT = re.compile(
    r"\b(?:in|op|naar|bij|aan)\s+(?:(?:de|het|locatie|wijkcentrum|buurthuis)\s+)?(?=[A-Z])"
)
_SITTING = re.compile(
    r"\b(?:zitten we|is (?:de|deze) \w+|gehouden|verhuisd)\s+(?:in|op|naar|bij)\s+"
    r"(?:(?:de|het)\s+)?"
)
_FURTHER = re.compile(
    r",? (?:vanaf|tot en met|t/m|op [0-3]?\d|parkeren|daarna|daarvoor|wegens|i\.?v\.?m)\b|\.\.\.?"
)
_WHOLE_ADDRESS = re.compile(
    r"(?:[A-Z][\w'-]* )?(?:van (?:de[rn]? )?)?[A-Z][\w'-]*"
    r"(?:straat|weg|laan|plein|dijk|gracht|kade|pad|singel|werf)\s+\d+\w?"
)
_IN_TOWN = re.compile(r"\s+in [A-Z]")
_INSTEAD = re.compile(r"\b(?:ipv|i\.p\.v\.|in plaats van|instead of)\b")


@dataclass(frozen=True, slots=True)
class Noted:
    """A stretch of dates in a text, the words around it and what they say."""

    quote: str
    proposal: Proposal


def read_notes(text: str, read: date, weekdays: Sequence[int]) -> tuple[Noted, ...]:
    """What a text says of dates that differ from the regular ones."""
    sentences = [part.strip(" -!,;") for part in _SENTENCE.split(text)]
    sentences = [part for part in sentences if part]
    effects = [_effect(fold(part)) for part in sentences]
    found: list[Noted] = []
    for at, sentence in enumerate(sentences):
        for stretch in find_stretches(sentence, read, weekdays):
            elsewhere = What.MOVED if _IN_TOWN.match(sentence[stretch.end :]) else None
            what = effects[at] or elsewhere or _beside(at, sentences, effects, read)
            if effects[at] is None and _STAMP.search(fold(sentence)):
                continue
            found += _noted(sentence, stretch, what, (text, read))
    return tuple(found) or tuple(_paused(sentences, read))


def _effect(folded: str) -> What | None:
    if _GOES_ON.search(folded):
        return What.NOTE
    if _RESUMED.search(folded):
        return What.RESUMED
    return next((what for pattern, what in _KINDS if pattern.search(folded)), None)


def _beside(
    at: int, sentences: Sequence[str], effects: Sequence[What | None], read: date
) -> What | None:
    """The effect that stands in the next sentence, or in one before, such as above a list."""
    following = at + 1 < len(sentences)
    if following and effects[at + 1] and not find_stretches(sentences[at + 1], read):
        return effects[at + 1]
    return next((effects[place] for place in range(at - 1, -1, -1) if effects[place]), None)


def _noted(
    sentence: str, stretch: Stretch, what: What | None, whole: tuple[str, date]
) -> Iterator[Noted]:
    text, read = whole
    if what is None and not stretch.certain:
        return
    over = stretch.over
    begun = stretch.first is not None and over is None and stretch.first <= read
    what = what or What.NOTE
    if what is What.STARTS and stretch.days:
        over = stretch.days[0]
    yield Noted(
        sentence,
        Proposal(
            what=what,
            days=stretch.days,
            first=stretch.first,
            last=stretch.last,
            time=_time(sentence[stretch.end :]) if what is What.OTHER_TIME else "",
            place=_place(sentence, stretch, text) if what is What.MOVED else "",
            past=begun or (over is not None and over < read),
        ),
    )


def _paused(sentences: Sequence[str], read: date) -> Iterator[Noted]:
    """A place that is closed for a while, with no date at all."""
    for sentence in sentences:
        if _PAUSED.search(fold(sentence)):
            yield Noted(sentence, Proposal(what=What.CLOSED, first=read))
            return


def _time(words: str) -> str:
    """The new time: what stands before "in plaats van", or after "nieuw"."""
    folded = fold(words)
    if match := _INSTEAD.search(folded):
        folded = folded[: match.start()]
    if "nieuw" in folded:
        folded = folded[folded.rindex("nieuw") :]
    clocks = list(find_clocks(folded))
    if not clocks:
        return ""
    opens = clock(clocks[0].minutes % DAY)
    if len(clocks) > 1 and folded[clocks[0].end : clocks[1].start].strip() in ("-", "tot"):
        return f"{opens}-{clock(clocks[1].minutes % DAY)}"
    return opens


def _place(sentence: str, stretch: Stretch, text: str) -> str:
    """The new place in the words of the note, or nothing where it does not name one."""
    after, before = sentence[stretch.end :], sentence[: stretch.start]
    for words in (after, before):
        match = _ADDRESS.search(words) or _SITTING.search(words) or _AT.search(words)
        if match:
            return _FURTHER.split(words[match.end() :])[0].strip(" .,:!-")
    elsewhere = set(_WHOLE_ADDRESS.findall(text))
    return elsewhere.pop() if len(elsewhere) == 1 else ""
