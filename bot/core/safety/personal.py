"""Finds what belongs to one person and so may stand in no file: numbers, addresses, names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

PRIVATE_HOSTS = (
    *("gmail", "googlemail", "hotmail", "outlook", "live", "msn", "icloud", "me", "yahoo", "gmx"),
    *(
        "protonmail",
        "proton",
        "ziggo",
        "kpnmail",
        "kpnplanet",
        "planet",
        "hetnet",
        "home",
        "upcmail",
    ),
    *("chello", "casema", "quicknet", "xs4all", "telfort", "tele2", "solcon", "zonnet", "wanadoo"),
)
_MAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_MOBILE = re.compile(r"(?<![\d+])(?:06|(?:\+|00)31[\s-]?(?:\(0\))?[\s-]?6)(?:[\s.-]?\d){8}(?!\d)")
_ACCOUNT = re.compile(r"\bNL\d\d\s?[A-Z]{4}(?:\s?\d){10}\b")
_LETTER = r"[A-ZÀ-Þ]"
_NAME = rf"{_LETTER}[a-zà-ÿ]{{1,14}}(?:-{_LETTER}[a-zà-ÿ]+)?"
_BETWEEN = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en|[Ee]l|[Aa]l|v\.d\.)\s+){0,2}"
_INITIAL = re.compile(rf"(?<![\w.])({_NAME})\s+{_BETWEEN}{_LETTER}\.(?!\s?{_LETTER}\.|\w)")
_TITLED = re.compile(
    rf"\b(?:[Mm]evr(?:ouw|\.)?|[Mm]w\.?|[Dd]hr\.?|[Mm]eneer|[Dd]e heer)\s+{_BETWEEN}({_NAME})"
)
# Before a capital and a stop these name a thing: "Zaal B.", "Route A."
_THINGS = frozenset(
    "zaal gebouw ruimte lokaal kamer vleugel ingang hal route deel groep blok stap niveau module "
    "vitamine type optie plan lijn bus tram perron spoor rij fase nummer bijlage punt team klas "
    "klasse hepatitis cluster locatie verdieping etage toren serie versie vak letter".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Words that point to one person, why they may not stand there, and what to do."""

    found: str
    message: str
    hint: str


def traces_of(text: str, *, named: bool = True) -> Iterator[Trace]:
    """All that points to one person in a text; names only where they are looked for."""
    for match in _MOBILE.finditer(text):
        yield Trace(
            found=match.group(),
            message=f"‘{match.group()}’ is een mobiel nummer, meestal van één mens.",
            hint="Haal het weg. Het nummer van de organisatie zelf hoort bij ‘contact’.",
        )
    for match in _MAIL.finditer(text) if "@" in text else ():
        kind = "een privé-adres" if is_private(match.group()) else "een mailadres"
        yield Trace(
            found=match.group(),
            message=f"‘{match.group()}’ is {kind}. Dat hoort niet in een tekst.",
            hint="Haal het weg. Het mailadres van de organisatie zelf hoort bij ‘contact’.",
        )
    for match in _ACCOUNT.finditer(text):
        yield Trace(
            found=match.group(),
            message="Een rekeningnummer hoort hier niet.",
            hint="Haal het weg en verwijs naar de site van de organisatie.",
        )
    if named:
        yield from _names(text)


def is_private(mail: str) -> bool:
    """Whether a mail address is of a provider where people have their own address."""
    host = mail.rpartition("@")[2].casefold()
    return host.partition(".")[0] in PRIVATE_HOSTS


def _names(text: str) -> Iterator[Trace]:
    for match in _TITLED.finditer(text):
        yield name_trace(match.group())
    for match in _INITIAL.finditer(text):
        if match[1].casefold() not in _THINGS:
            yield name_trace(match.group())


def name_trace(found: str) -> Trace:
    """The trace of what looks like the name of somebody."""
    return Trace(
        found=found,
        message=f"‘{found}’ lijkt de naam van iemand.",
        hint="Haal de naam weg. Schrijf wat iemand doet: ‘de gastvrouw’, ‘een begeleider’.",
    )
