"""Stretches of an announcement in which a day, an hour or a place says nothing of the change.

A greeting, a date to sign up by, when to ring, the next time it is on, what was written before.
"""

from bot.core.changes.asides import USUALLY_OFF
from bot.core.changes.phrases import phrase
from bot.core.changes.signs import Row
from bot.core.changes.words import ACTIVITY

_SIGN_UP = (
    r"(?:opgeven|opgave|geef je op|geef je (?:even )?op|aanmelden|aanmelding\S*"
    r"|meld je (?:even )?aan|afmelden|afmelding\S*|inschrijven|reserveren|bellen|mailen|appen"
    r"|bel|mail|app|bereikbaar"
    r"|bereiken|laat (?:het )?weten|laten weten|doorgeven|vragen|info|informatie"
    r"|kaartjes|bestellen)"
)
# "Mijn bericht van gisteren", "zoals vorige week gezegd"
_EARLIER_WORD = tuple(
    phrase(form)
    for form in (
        r"(?:bericht\S*|app|appje\S*|mail\S*|oproep|brief|nieuwsbrief|poster|flyer|post)"
        r"(?: (?:van|op|uit))+~1 D(?: T)?",
        r"zoals~2 D~2 (?:gezegd|gemeld|besproken|afgesproken|verteld|beloofd)",
        r"D (?:gezegd|gemeld|besproken|afgesproken|verteld|beloofd|geappt|gemaild)",
    )
)
_TOLD_BEFORE = (*_EARLIER_WORD, USUALLY_OFF)
_STRETCHES = _TOLD_BEFORE + tuple(
    phrase(form)
    for form in (
        # "opgeven voor 3 december", "bellen kan van T"
        rf"{_SIGN_UP}~6 (?:voor|tot|tm|uiterlijk|op|vanaf|na|tussen|van|kan|om|bij)~2 [DT](?: T)?",
        rf"(?:voor|tot|tm|uiterlijk|tussen|vanaf|na)~1 [DT](?: T)?~2 {_SIGN_UP}",
        # "volgende keer is 14 januari", "de eerste keer daarna is D om T"
        r"(?:volgende|eerstvolgende|eerste)(?: (?!D |T )[^ .,?]+){1,2}?(?: (?:weer|daarna|is|zijn"
        r"|dan|op|:|gewoon|staat|gepland|wel|de))* D(?: (?:om )?T)?",
        # "half acht blijft half acht", "tijd blijft T", "gewoon om T"
        r"T~2 blijft~1 T",
        r"(?:tijd|tijden|tijdstip|uur)~2 (?:blijft|blijven)~3 T",
        r"(?:gewoon|zelfde tijd|(?:zo)?als altijd|zoals gewoonlijk|zoals gewend|zoals anders)"
        r"(?: (?:om|van|vanaf|gewoon|,|:|[(]|weer|dus|open|welkom|inloop))* T",
        r"T~2 (?:zoals altijd|zoals gewoonlijk|zoals gewend|zoals anders|als altijd|als vanouds)",
        r"D (?:ben|is) [^ .,]+ er (?:zelf )?weer",
        r"(?:thema|onderwerp)(?: is| :)?(?: (?:de|het))? D",
        # a reason with an hour of its own
        r"reden(?: :)?~8 T",
        r"(?:ik|mijn|we|wij)~4 (?:om|vanaf|tot|van) T~7 dus",
        # greetings
        r"(?:tot|fijne?|prettige?|goede?)(?: (?:dan|snel|gauw|weer|een))* D(?= [.,]| \Z)",
        rf"(?:groet\S*|gr|mvg|liefs)(?: (?!{ACTIVITY.pattern} )[^ .]+){{0,5}}? P",
    )
)


def is_earlier_word(row: Row, at: int) -> bool:
    """Whether a sign only says when something was told before, or when it is never on."""
    return any(
        at in row.within(match.start(), match.end())
        for form in _TOLD_BEFORE
        for match in form.finditer(row.line)
    )


def harmless_signs(row: Row) -> frozenset[int]:
    """The signs inside such stretches; of a list of days only the first could be meant."""
    inside = (
        row.within(match.start(), match.end())
        for form in _STRETCHES
        for match in form.finditer(row.line)
    )
    return frozenset(
        at
        for stretch in inside
        for at in stretch
        if (days := row.signs[at].days) is None or len(days.spans) == 1
    )
