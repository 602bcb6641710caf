"""Reads a message as a row of marks: for each token, one letter for what it may mean in a date.

    marks of "wo middag of volgende week vrijdag?"      wPfnKW?

so that the grammar of dates is a list of regular expressions over marks (`bot.core.days.grammar`):

    W weekday             w short weekday (do)     Z weaker one (zo)      q needs a dot (zon.)
    I weekday and part    T day near today         m "morgen"             P part of the day
    S part as adverb      M month                  y month like a name    N number      g a, one
    O ordinal             Y year                   F date in figures      C clock time  H feast
    E weekend             K week, k one told       D day                  B month       J year
    n next                c coming                 d this                 l last        e every
    R rest                V early                  b begin                h half-way    z end
    o a time from now     i in                     a on                   v from, of    t until
    f or                  & and                    r the                  s 's          g a
    @ at, about           A after                  L since                U hour (na zessen)
    j now                 Q right now              p open, something      u light word
    ~ half (of a month)   # what is counted (keer)  ^ vóór
    G good (in a wish)    X doordeweekse           < jl.                  , . ? stops
    > erna                % ervoor
    x any other word
"""

import re
from functools import lru_cache
from typing import NamedTuple

from bot.core.calendar.dutch_calendar import fold
from bot.core.calendar.dutch_clock import find_clocks
from bot.core.calendar.public_holidays import find_feast
from bot.core.days.figures import find_figure_dates
from bot.core.days.words.day_names import month_words
from bot.core.days.words.listed import HELD
from bot.core.days.words.senses import NONSENSE, Sense
from bot.core.days.words.set_phrases import CUT, CUT_FEASTS, PHRASES
from bot.core.days.words.word_senses import flat, forget_word_senses, word_sense
from bot.core.model import Part


class DayToken(NamedTuple):
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
    rf"|(?P<word>'[stn]\b|{_WORD}(?:'{_WORD})*)|(?P<stop>[^\w\s'\"*~]|\n)"
)
_STOPS = {
    **dict.fromkeys("\n.!;…", "."),
    **dict.fromkeys("?؟", "?"),
    **{"/": "f", "-": "t", "&": "&"},
}
# In Frisian the evening, in Limburg Sunday: without its accent it would be another word.
_ACCENTED = {"jûn": "joun", **dict.fromkeys(("zóndig", "zòndig", "zöndig"), "zondag")}
_NOT_DIGITS = re.compile(r"\D")
# What stands beside a stressed "NA" that says after: "is er iets NA kerst", "NA het weekend".
_BEFORE_AFTER = frozenset(
    "er d'r dr iets wat niets niks ik we wij je jij jullie pas alleen open weer ergens".split()
)
_BEHIND_AFTER = frozenset("de het 't t".split())
_LONGEST_BEFORE_AFTER = 9  # characters, with room for a space


_Phrases = tuple[tuple[tuple[str, ...], Sense], ...]


def _phrase_table() -> dict[str, _Phrases]:
    table: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    cut = {f"{head} {tail}": word_sense(head + tail) for head, tail in CUT}
    for text, sense in (PHRASES | cut).items():
        words = tuple(match.group() for match in _TOKEN.finditer(text))
        table.setdefault(words[0], []).append((words, sense))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()
    }


_PHRASE_TABLE = _phrase_table()
# Every rule of the grammar has one of these marks in it, so that most messages need not be read.
TELLING = frozenset("FOHDKBkEMyTmPSWwZqICQjUN")
_FIGURE = re.compile(r"\d")
# The longest word of each phrase that has such a mark, of equal ones the last: "werk" and not
# "mijn". Without it the phrase cannot be there; one with a figure in it is found by that.
_TELLING_WORDS = frozenset(
    max(reversed(words), key=len)
    for rows in _PHRASE_TABLE.values()
    for words, sense in rows
    if sense.mark in TELLING and not any(map(_FIGURE.search, words))
)


def may_tell_when(text: str) -> bool:
    """Whether a message has any word or figure of time in it; false of most."""
    plain = "\n".join(map(fold, text.split("\n")))
    if _FIGURE.search(plain) or any(word in text.lower() for word in _ACCENTED):
        return True
    words = (match.group() for match in _TOKEN.finditer(plain) if match.lastgroup == "word")
    return any(map(_tells, words)) or next(find_clocks(plain), None) is not None


@lru_cache(maxsize=4096)
def _tells(word: str) -> bool:
    return word_sense(word).mark in TELLING or flat(word) in _TELLING_WORDS


def read_marks(text: str) -> tuple[DayToken, ...]:
    """The tokens of a message with their marks; offsets are those of the message itself."""
    plain = "\n".join(map(fold, text.split("\n")))
    tokens: list[DayToken] = []
    at = 0
    for fixed in _dates_and_times(plain):
        tokens += [_token(match, text) for match in _TOKEN.finditer(plain, at, fixed.start)]
        tokens.append(fixed)
        at = fixed.end
    tokens += [_token(match, text) for match in _TOKEN.finditer(plain, at)]
    return _with_short_weekdays(_with_phrases(tokens), text)


# "do. 3 dec" and "op za., in": a stop that ends no sentence. Words like "zo" and "zat" need more.
_GOES_ON = {
    **dict.fromkeys("wM", re.compile(r"\.(?:\s*[?,;)]|\s+[a-z0-9])")),
    **dict.fromkeys("Zq", re.compile(r"\.(?:\s*\?|\s+\d)")),
    "N": re.compile(rf"\.\s*(?:{'|'.join(sorted(month_words()))}|Weihn\w+)\b", re.IGNORECASE),
}
_FULL = {"w": "W", "Z": "W", "q": "W", "N": "O"}  # "26. Dezember"
_SENTENCE = frozenset(
    "ik je jij u we wij wie ze hij zij het t de een die dat dit da is was ben kan moet wil mag "
    "heb heeft hoe wat waar i you they it the a what how where who why we're don't not so".split()
)
_FREE_AFTER = frozenset("heb hebt heeft hebben ben krijg krijgt neem neemt nam had".split())
_HELD_BY = frozenset("via online zoom teams".split())
_KEYWORDS = 8  # words up to which a message may be a few loose words
_ALONE = re.compile(r"[.,]*(?:&u?)?[wZ][u?.,]*")


def _with_short_weekdays(tokens: list[DayToken], text: str) -> tuple[DayToken, ...]:
    """The tokens, short weekdays made full where a dot or standing alone shows that they are."""
    kept: list[DayToken] = []
    free = False  # "ik heb volgende week vrij"
    for each in tokens:
        free = free or each.word in _FREE_AFTER
        token = each._replace(mark="x") if free and each.word == "vrij" else each
        before = kept[-1] if kept else None
        dotted = token.word == "." and before is not None and before.end == token.start
        goes_on = _GOES_ON.get(before.mark) if before and dotted else None
        if before and goes_on and goes_on.match(text, token.start):
            kept[-1] = before._replace(mark=_FULL.get(before.mark, "M"))
        else:
            kept.append(token)
    if _ALONE.fullmatch("".join(token.mark for token in kept)):
        return tuple(
            t._replace(mark="W") if t.mark in "wZ" and t.word != "zo" else t for t in kept
        )
    return tuple(_among_keywords(kept))


def _among_keywords(tokens: list[DayToken]) -> list[DayToken]:
    """The tokens, short weekdays made full in a message without a sentence: "yoga di via zoom"."""
    words = [token for token in tokens if token.mark not in ".?,"]
    if len(words) > _KEYWORDS or not _SENTENCE.isdisjoint(token.word for token in words):
        return tokens
    if sum(token.mark in "wZWI" for token in words) != 1:
        return tokens  # "ma t/m vr" has a rule of its own
    kept = [tokens[0]]
    for before, token, after in zip(tokens, tokens[1:], [*tokens[2:], None], strict=False):
        ends = after is None or after.mark in ".?,i@" or after.word in _HELD_BY
        named = token.mark == "w" and before.mark in "x,." and ends  # "vr vrouwen" is for them
        closing = token.mark == "Z" and token is words[-1] and before.mark == ","
        kept.append(token._replace(mark="W") if named or closing else token)
    return kept


def _token(match: re.Match[str], text: str) -> DayToken:
    word, kind = match.group(), match.lastgroup
    start, end = match.span()
    meant = _ACCENTED.get(text[start:end].lower(), word)
    sense = word_sense(meant) if kind == "word" else _figure_sense(word, kind)
    if sense is NONSENSE:
        # "vóór" says before, "voor" mostly for
        before = word == "voor" and text[start:end].lower() != word
        return DayToken("^" if before else "x", word, start, end)
    if sense.mark == "A" and text[start:end] == "NA" and _is_fellowship(text, start, end):
        return DayToken("x", word, start, end)
    if sense.mark in "WIS" and word.endswith(HELD):
        end -= max(len(tail) for tail in HELD if word.endswith(tail))  # the group is no date
    if word == "april" and start and text[start] == "A":
        sense = sense._replace(mark="y")  # perhaps a name: the Dutch write months small
    return DayToken(sense.mark, word, start, end, sense.number, sense.part, sense.name)


def _is_fellowship(text: str, start: int, end: int) -> bool:
    """Whether "NA" in capitals is a group, and not a stressed "after".

    A group is met with, named or asked for; "after" follows what is on ("is er iets NA vrijdag"),
    or has an article behind it.
    """
    if text.isupper():
        return False
    before = text[max(0, start - _LONGEST_BEFORE_AFTER) : start].lower().split()[-1:]
    behind = text[end : end + _LONGEST_BEFORE_AFTER].lower().split()[:1]
    return _BEFORE_AFTER.isdisjoint(before) and _BEHIND_AFTER.isdisjoint(behind)


def _figure_sense(word: str, kind: str | None) -> Sense:
    if kind == "digits":
        return _number(word)
    if kind == "rank":
        return Sense("O", int(_NOT_DIGITS.sub("", word)))
    return Sense("t" if kind == "until" else _STOPS.get(word, ","))


def _number(digits: str) -> Sense:
    if len(digits) == 4 and digits.startswith(("19", "20")):
        return Sense("Y", int(digits))
    return Sense("N", int(digits)) if len(digits) <= 3 else NONSENSE


def is_feast(word: str) -> bool:
    """Whether a word in small letters names a feast or a school holiday."""
    return word_sense(word).mark == "H"


# "De vrijdag er na", and not "wat is er na vrijdag".
_THEREAFTER, _RECKONED = frozenset(">%"), frozenset("WIEKDP")


def _with_phrases(tokens: list[DayToken]) -> list[DayToken]:
    """The tokens, those of a fixed phrase joined into one."""
    said = tuple(flat(token.word) for token in tokens)
    kept: list[DayToken] = []
    index = 0
    while index < len(tokens):
        rows = _PHRASE_TABLE.get(said[index])
        size, token = _phrase_at(tokens, index, said, rows) if rows else (1, tokens[index])
        if token.mark in _THEREAFTER and not (kept and kept[-1].mark in _RECKONED):
            size, token = 1, tokens[index]
        if size == 1 and said[index + 1 : index + 2] and said[index + 1] in CUT_FEASTS:
            size, token = _cut_feast(tokens[index], tokens[index + 1])
        kept.append(token)
        index += size
    return kept


def _phrase_at(
    tokens: list[DayToken], index: int, said: tuple[str, ...], rows: _Phrases
) -> tuple[int, DayToken]:
    first = tokens[index]
    for words, sense in rows:
        if said[index : index + len(words)] == words:
            some = tokens[index : index + len(words)]
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


def _cut_feast(first: DayToken, second: DayToken) -> tuple[int, DayToken]:
    """A feast written in two words, "kerts avond"; else the first of them alone."""
    both = flat(first.word + second.word)
    # "over een paar dagen" has no "paasdagen" in it.
    spelt = first.mark == "H" or (first.mark == "x" and find_feast(both) is not None)
    sense = word_sense(both) if spelt else NONSENSE
    if sense.mark != "H":
        return 1, first
    word = f"{first.word} {second.word}"
    return 2, DayToken("H", word, first.start, second.end, None, sense.part, sense.name)


def forget_day_words() -> None:
    """Forgets which words were looked at; they are of residents."""
    _tells.cache_clear()
    forget_word_senses()


def _dates_and_times(plain: str) -> list[DayToken]:
    """Dates in figures and clock times, in order; what reads as both is a date."""
    dates = list(find_figure_dates(plain))
    tokens = [DayToken("F", "", d.start, d.end, figures=(d.day, d.month, d.year)) for d in dates]
    rest = plain
    for one in dates:
        rest = rest[: one.start] + "," * (one.end - one.start) + rest[one.end :]
    tokens += [DayToken("C", "", c.start, c.end, c.minutes) for c in find_clocks(rest)]
    return sorted(tokens, key=lambda token: token.start)
