"""Finds what may be the name of somebody in the words of a coordinator; in doubt it says so."""

import re
from collections.abc import Iterator

from bot.core.lexicon.text import tokens_of
from bot.core.places.places import find_places
from bot.core.talk.outcome import Scene
from bot.core.talk.scrubbing import GIVEN_NAMES

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_FEWEST = 3  # letters of a name that nobody told us of
# In small letters these are flowers, tubes and marks before they are people.
_ALSO_WORDS = frozenset("roos iris fleur ton mark bas sterre noor jan-piet els".split())
_ONE = frozenset("de het een die dat deze dit onze ons in op te den der zaal ruimte storm".split())
_FEASTS = frozenset(("sinterklaas", "kerstman"))
_AT_HOME = re.compile(r"\s+thuis\b")
_HOUSES = re.compile(
    r".*(?:huis|centrum|cafe|café|kerk|zaal|gebouw|straat|laan|weg|plein|kade|dijk|singel|gracht|"
    r"hof|park|hal|ruimte|school|stichting|vereniging)$",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(
    r"\s+(?:is|was|ligt|zit|blijft)\s+(?:nog\s|weer\s|even\s|helaas\s|zelf\s)*"
    r"(?:ziek|jarig|verhinderd|afwezig|overleden|zwanger|bevallen|geopereerd|opgenomen|weg|vrij|"
    r"er\s+niet|thuis|beter|op\s+vakantie|met\s+(?:verlof|vakantie)|in\s+het\s+ziekenhuis|"
    r"positief|geveld|gevallen|gestopt|moe)\b"
    r"|\s+(?:heeft|had)\s+(?:\w+\s+){0,2}(?:griep|corona|covid|koorts|vrij|vakantie|verlof|"
    r"migraine|rugpijn|operatie|overdosis|terugval)\b"
    r"|\s+(?:kan|komt|durft|wil|mag|redt\s+het)\s+(?:helaas\s+|even\s+|er\s+)*niet\b"
    r"|\s+(?:doet\s+open|neemt\s+(?:afscheid|waar|het\s+over)|moet\s+(?:werken|weg|naar))\b",
    re.IGNORECASE,
)


def names_in(text: str, scene: Scene, *, of_place: bool = False) -> Iterator[str]:
    """What may be somebody's name in a reason or a note, in the order of the text.

    Of the words for a place only those count that are known as the name of people: most others
    with a capital letter name a house or a street.
    """
    towns = [(one.start, one.end) for one in find_places(text, scene.knowledge.gazetteer)]
    words = list(_WORD.finditer(text))
    told = -1
    for number, word in enumerate(words):
        if word.start() < told or any(start <= word.start() < end for start, end in towns):
            continue
        before = words[number - 1][0].casefold() if number else ""
        if _is_named(word, before, text, scene, of_place=of_place):
            told = _whole(words[number:], text)
            if not _HOUSES.match(text[word.start() : told]):
                yield text[word.start() : told]


def _is_named(
    word: re.Match[str], before: str, text: str, scene: Scene, *, of_place: bool
) -> bool:
    bare, written = word[0].casefold(), word[0][:1].isupper()
    if bare in GIVEN_NAMES and (written or bare not in _ALSO_WORDS):
        return not _is_of_house(before)
    if not written or word[0].isupper() or len(bare) < _FEWEST or bare in _FEASTS:
        return False
    if _is_of_house(before) or _is_known(bare, scene):
        return False
    if of_place:
        return _AT_HOME.match(text, word.end()) is not None
    begins = text[: word.start()].rstrip()[-1:] in ("", ".", "!", "?", ":")
    return not begins or _OF_PEOPLE.match(text, word.end()) is not None


def _is_of_house(before: str) -> bool:
    """Whether what follows a word is the name of a house or a street rather than of somebody."""
    return before in _ONE or _HOUSES.match(before) is not None


def _is_known(bare: str, scene: Scene) -> bool:
    """Whether a word is one of everybody's, or stands in the name of an organisation or place."""
    known, programme = scene.knowledge, scene.programme
    tokens = tokens_of(bare)
    everyday = known.gazetteer.familiar
    if tokens and all(
        one.word in everyday or known.brain.speller.knows(one.stem) for one in tokens
    ):
        return True
    held = [one.name for one in programme.organisations.values()]
    held += [one.name for one in programme.locations.values()]
    return any(bare in name.casefold() for name in held)


def _whole(words: list[re.Match[str]], text: str) -> int:
    """Where a name ends that begins with the first of these words: "Karin", "Karin de Vries"."""
    end = words[0].end()
    for word in words[1:]:
        between = text[end : word.start()]
        links = re.fullmatch(r"\s+(?:(?:van|de|der|den|ter|ten|el|al)\s+){0,2}", between)
        if between.strip() and not links:
            break
        if word[0] in ("van", "de", "der", "den", "ter", "ten", "el", "al"):
            continue
        if not word[0][:1].isupper():
            break
        end = word.end()
    return end
