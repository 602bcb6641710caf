"""Reads a message as a row of marks: for each token, one letter that says what it may mean for a date.

    marks_of("wo middag of volgende week vrijdag?")      "wPfnKW?"

so that a grammar of dates is a regular expression over marks (see `bot.core.day_grammar`):

    W weekday            w short weekday (do)      Z a weaker one (zo)   q one that needs a dot (zon., vrij.)
    I weekday and part   T day near today          m "morgen"            P part of the day
    S part as adverb     M month                   y month like a name   N number          g a, one
    O ordinal            Y year                    F date in figures     C clock time      H holiday
    E weekend            K week                    D day                 B month (noun)    J year (noun)
    n next   c coming    d this   l last           e every               R rest            V early
    b begin  h half-way  z end                     X doordeweekse
    o a time from now    i in     a on             v of, from, between   t until   f or    & and
    r the    s 's        @ at, about               A after   L since     j now     p open, something    u light word
    Q right now
    G good (in a wish)   U hour (na zessen)        , . ? stops               x any other word
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.day_words import NONSENSE, PHRASES, WORDS, Sense
from bot.core.dutch_calendar import MONTHS, WEEKDAYS, cardinal, fold, ordinal
from bot.core.dutch_clock import find_clocks
from bot.core.model import Part
from bot.core.public_holidays import find_feast


@dataclass(frozen=True, slots=True)
class DayToken:
    """A word, number or stop: its mark, its value, and where it stands in the message."""

    mark: str
    word: str
    start: int
    end: int
    number: int | None = None
    part: Part | None = None
    name: str = ""  # of a feast or a school holiday
    figures: tuple[int, int, int | None] | None = None  # day, month, year


_LETTER = r"[^\W\d_\u0300-\u036f\u064b-\u0652]"
_WORD = rf"{_LETTER}(?:{_LETTER}|[\u0300-\u036f\u064b-\u0652])*"
_TOKEN = re.compile(
    rf"(?P<until>\bt\s?/\s?m\b)|(?P<rank>\b\d{{1,2}}(?:ste|de|e|th|st|nd|rd)\b)|(?P<digits>\d+)"
    rf"|(?P<word>'[stn]\b|{_WORD}(?:'{_WORD})*)|(?P<stop>[^\w\s'\"*~])"
)
_FIGURES = re.compile(
    r"(?<![\w.,:/+-])(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\w/%-])(?![.:,]\d)"
)
_NOT_DATES = ("24/7", "50/50")
_COUNTED = re.compile(
    r"\s*-?\s?(?:uur|u|h|jaar|jr|jarigen?|keer|x|personen|mensen|man|euro|dagen|weken|wkn|km|min|minuten|stuks"
    r"|maanden|kinderen|deelnemers|years?|times|people|hours|graden|punten|procent)\b"
)
_HOURS_BEFORE = re.compile(r"(?:van|tussen|leeftijd|from|between|open|groep|nr|nummer)\s*$")
_DATE_BEFORE = re.compile(r"(?:\bop|\bon|\bam|\bdd|\bdatum|dag|\b(?:ma|di|wo|do|vr|za|zo))[\s,]*$")
_DATE_AFTER = re.compile(r"\s*(?:t/m|tot|-)\s*\d{1,2}[-/]\d{1,2}\b")
_MONTH_AFTER = re.compile(rf"\s*(?:{'|'.join(name[:3] for name in MONTHS)}|mrt)")
_MORE_FOLDS = str.maketrans(
    "łışğąęśźżćńőűјі", "lisgaeszzcnouji", "\u0300\u0301\u0302\u0303\u0307\u0308\u030a"
)
_ARABIC = str.maketrans("أإآى", "اااي", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640")
_STOPS = {"?": "?", ".": ".", "!": ".", ";": ".", "…": ".", "؟": "?", "/": "f", "-": "t", "&": "&"}
_STRETCH = re.compile(r"(.)\1{2,}")


def _repairable() -> dict[str, list[str]]:
    parts = ("ochtend", "middag", "avond")
    words = [
        *WEEKDAYS,
        *parts,
        *(day + part for day in (*WEEKDAYS, "morgen", "gister") for part in parts),
    ]
    words += [day + part + "s" for day in ("", "s", *WEEKDAYS) for part in parts]
    words += [name for name in MONTHS if len(name) > 5]
    words += (
        "vandaag vanavond vanmiddag vanochtend overmorgen gisteren eergisteren weekend volgende komende "
        "aanstaande kerstvakantie kerstdag kerstavond pinksteren koningsdag hemelvaartsdag sinterklaas "
        "pakjesavond oudjaarsavond nieuwjaarsdag zomervakantie herfstvakantie doordeweekse tomorrow tonight "
        "monday tuesday wednesday thursday friday saturday sunday evening evenings afternoon morning"
    ).split()
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word)
    return by_letter


_REPAIRABLE = _repairable()
# Dutch and English words that lie within reach of a word of the calendar.
_REAL_WORDS = frozenset(
    "aangaande aanmaande aanspande aanstrand aanstranden aanstarende augustinus donderaar donderden "
    "donderjaag donderpad donderslag evenaring frida gasteren gastheren geesteren gieteren glinsteren "
    "kerstzang kokende koningspage koningsweg kopende kunstavond maandavond middagjes morgenstond "
    "ochtendjas ochtendmis onvermogen overhoren overmouwen overtogen overwogen sundae sundry vandaal "
    "vandaan vandaar voegende voldoende weekender welbekend wekkend wenkend werkend wrekend".split()
)


def _phrase_table() -> dict[str, tuple[tuple[tuple[str, ...], Sense], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    for text, sense in PHRASES.items():
        words = tuple(match.group() for match in _TOKEN.finditer(text))
        table.setdefault(words[0], []).append((words, sense))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()
    }


_PHRASE_TABLE = _phrase_table()


def read_marks(text: str) -> tuple[DayToken, ...]:
    """The tokens of a message with their marks; offsets are those of the message itself."""
    plain = fold(text)
    taken = sorted([*_figure_dates(plain), *_clock_times(plain)], key=lambda token: token.start)
    tokens: list[DayToken] = []
    at, ahead = 0, iter([*taken, None])
    fixed = next(ahead)
    for match in _TOKEN.finditer(plain):
        if match.start() < at:
            continue
        if "\n" in text[at : match.start()] and tokens:
            tokens.append(DayToken(".", "\n", at, at))
        while fixed is not None and fixed.end <= match.start():
            fixed = next(ahead)
        if fixed is not None and match.end() > fixed.start:
            tokens.append(fixed)
            at = fixed.end
        else:
            tokens.append(_token(match, text))
            at = match.end()
    return _with_short_weekdays(tuple(_with_phrases(tokens)), text)


# "do. 3 dec" and "op za., in": a stop that ends no sentence. Words like "zo" and "zat" need more.
_GOES_ON = {
    **dict.fromkeys("wM", re.compile(r"\.(?:\s*[?,;)]|\s+[a-z0-9])")),
    **dict.fromkeys("Zq", re.compile(r"\.(?:\s*\?|\s+\d)")),
}
_ALONE = re.compile(r"[.,]*(?:&u?)?[wZ][u?.,]*")


def _with_short_weekdays(tokens: tuple[DayToken, ...], text: str) -> tuple[DayToken, ...]:
    """The tokens, short weekdays made full where a dot or standing alone shows that they are."""
    kept: list[DayToken] = []
    for token in tokens:
        before = kept[-1] if kept else None
        dotted = token.word == "." and before is not None and before.end == token.start
        goes_on = _GOES_ON.get(before.mark) if before and dotted else None
        if before and goes_on and goes_on.match(text, token.start):
            kept[-1] = replace(before, mark="W" if before.mark in "wZq" else "M")
        else:
            kept.append(token)
    if _ALONE.fullmatch("".join(token.mark for token in kept)):
        return tuple(
            replace(t, mark="W") if t.mark in "wZ" and t.word != "zo" else t for t in kept
        )
    return tuple(kept)


def _token(match: re.Match[str], text: str) -> DayToken:
    word, start, end = match.group(), match.start(), match.end()
    if match.lastgroup == "word":
        # Frisian jûn is the evening, jun the month: folding would make them one.
        sense = _sense("joun" if text[start:end].lower() == "jûn" else word)
    elif match.lastgroup == "digits":
        sense = _number(word)
    elif match.lastgroup == "rank":
        sense = Sense("O", int(word.rstrip("destndrh")))
    elif match.lastgroup == "until":
        sense = Sense("t")
    else:
        sense = Sense(_STOPS.get(word, ","))
    return DayToken(sense.mark, word, start, end, sense.number, sense.part, sense.name)


def _number(digits: str) -> Sense:
    if len(digits) == 4 and digits.startswith("20"):
        return Sense("Y", int(digits))
    return Sense("N", int(digits)) if len(digits) <= 3 else NONSENSE


@lru_cache(maxsize=4096)
def _sense(word: str) -> Sense:
    """What a word stands for: as it is written, without flourish, or nearly so spelt."""
    if known := WORDS.get(word):
        return known
    bare = word.replace("'", "")
    if not bare.isascii():
        bare = bare.translate(_MORE_FOLDS).translate(_ARABIC)
    if known := WORDS.get(bare) or WORDS.get(_STRETCH.sub(r"\1", bare)):
        return known
    if (feast := find_feast(bare)) and feast.end == len(bare):
        return Sense("H", name=feast.feast)
    if (count := cardinal(bare)) is not None:
        return Sense("N", count)
    if (rank := ordinal(bare)) is not None:
        return Sense("O", rank)
    near = _repair(bare) if len(bare) > 4 and bare.isascii() else ""
    return _sense(near) if near else NONSENSE


def _repair(word: str) -> str:
    """The word of the calendar that a misspelling comes close to, or nothing."""
    if word in _REAL_WORDS:
        return ""
    allowed = 1 if len(word) < 9 else 2
    found = process.extractOne(
        word, _REPAIRABLE.get(word[0], ()), scorer=OSA.distance, score_cutoff=allowed
    )
    return found[0] if found else ""


def _with_phrases(tokens: list[DayToken]) -> Iterator[DayToken]:
    """The tokens, those of a fixed phrase joined into one."""
    index = 0
    while index < len(tokens):
        size, token = _phrase_at(tokens, index)
        yield token
        index += size


def _phrase_at(tokens: list[DayToken], index: int) -> tuple[int, DayToken]:
    first = tokens[index]
    for words, sense in _PHRASE_TABLE.get(_flat(first.word), ()):
        some = tokens[index : index + len(words)]
        if tuple(_flat(token.word) for token in some) == words:
            joined = DayToken(
                sense.mark,
                " ".join(words),
                first.start,
                some[-1].end,
                sense.number,
                sense.part,
                sense.name,
            )
            return len(words), joined
    return 1, first


@lru_cache(maxsize=4096)
def _flat(word: str) -> str:
    return word if word.isascii() else word.translate(_MORE_FOLDS).translate(_ARABIC)


def _figure_dates(plain: str) -> Iterator[DayToken]:
    """Dates in figures: 3-12, 3/12/2026, and 3.12 after "op"."""
    for match in _FIGURES.finditer(plain):
        day, month, year = int(match[1]), int(match[3]), match[4]
        if not (1 <= day <= 31 and 1 <= month <= 12) or match.group() in _NOT_DATES:
            continue
        if year is None and not _said_as_date(plain, match):
            continue
        full = None if year is None else int(year) + (2000 if len(year) == 2 else 0)
        figures = (day, month, full)
        yield DayToken("F", match.group(), match.start(), match.end(), figures=figures)


def _said_as_date(plain: str, match: re.Match[str]) -> bool:
    before = plain[max(0, match.start() - 16) : match.start()]
    after = plain[match.end() : match.end() + 16]
    if _COUNTED.match(after) or _MONTH_AFTER.match(after):
        return False
    if _DATE_BEFORE.search(before) or _DATE_AFTER.match(after):
        return True
    return match[2] != "." and not (match[2] == "-" and _HOURS_BEFORE.search(before))


def _clock_times(plain: str) -> Iterator[DayToken]:
    dates = [(token.start, token.end) for token in _figure_dates(plain)]
    for clock in find_clocks(plain):
        if not any(start < clock.end and clock.start < end for start, end in dates):
            yield DayToken("C", "", clock.start, clock.end, clock.minutes)
