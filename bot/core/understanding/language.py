"""Tells in which language a message is written, by its commonest words and its script."""

import re
from collections.abc import Sequence

from bot.core.lexicon.text import plain

# The words that occur most and belong to one language among those we expect.
_WORDS = {
    "nl": "de het een is en van ik je dat niet zijn er op te voor met die hoe wat waar ook kan "
    "mijn naar bij maar als heb moet of nog aan om wil mag hier dit wel geen dan ze we jullie "
    "iets iemand daar groep wanneer wie hebben worden uit over gaat moi hoi dag bedankt hallo "
    "inloop mien veur niks gewoon even heel veel goed zeg sorry ja nee u uw ff nou dus hij zij "
    "t n k",
    "en": "the a an is are do does to of and i you my for in it that can how what where when "
    "there with have any not am be this will would need your anything someone please thanks "
    "hello hi group near free tonight english speak who they me im dont looking but if so at",
    "de": "der die das ich ist und nicht ein eine für mit wie wo gibt es kann auf zu auch "
    "haben brauche suche bitte danke guten morgen hallo gruppe sie mein sind wann dafür sprechen "
    "deutsch",
    "pl": "czy jest nie się na w do i jak gdzie to mam proszę dziękuję dzień dobry grupa po "
    "polsku można dla szukam są kiedy mogę polski mówić mówisz",
    "tr": "bir var mı mi ve için bu ne nasıl nerede ben merhaba teşekkürler grup yok de da "
    "türkçe biliyor musun konuşuyor musunuz gerek lazım ücretli ücretsiz kaç",
    "fr": "le la les est un une je et pas pour de que où quand comment bonjour merci groupe "
    "il ya dans avec vous parlez français cherche",
    "es": "el la los es un una y no para de que dónde cuándo cómo hola gracias grupo hay en con "
    "habla español busco puedo necesito hablan",
    "fy": "ik is der in it fan foar yn mei wêr hoe kin ek goeie ljouwert minsken net wat jûn",
}
_BY_WORD: dict[str, dict[str, float]] = {}
for _language, _line in _WORDS.items():
    for _word in _line.split():
        _BY_WORD.setdefault(plain(_word), {})[_language] = 1.0
for _votes in _BY_WORD.values():
    for _language in _votes:
        _votes[_language] = 1.0 / len(_votes)

_SCRIPTS = (
    ("uk", re.compile(r"[іїєґ]")),
    ("ru", re.compile(r"[а-яё]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
)
_LETTERS = (
    ("pl", re.compile(r"[ąćęłńśźż]")),
    ("tr", re.compile(r"[ğışİ]")),
    ("de", re.compile(r"[äß]|\bü|ü\w*en\b")),
    ("es", re.compile(r"[ñ¿¡]")),
)


def language_of(text: str, words: Sequence[str], fallback: str = "nl") -> str:
    """The likeliest language (ISO 639-1) of a message; `fallback` where nothing tells."""
    strange = not text.isascii()  # other scripts and letters need not be looked for without
    lowered = text.casefold()
    for language, script in _SCRIPTS if strange else ():
        if len(script.findall(lowered)) >= 2:
            return "uk" if language == "ru" else language
    votes: dict[str, float] = {}
    for word in words:
        told = _BY_WORD.get(word)
        if told is not None:
            for language, vote in told.items():
                votes[language] = votes.get(language, 0.0) + vote
    for language, letters in _LETTERS if strange else ():
        if letters.search(lowered):
            votes[language] = votes.get(language, 0.0) + 1.5
    if not votes:
        return fallback
    # Dutch is what we expect: another language has to win clearly.
    votes["nl"] = votes.get("nl", 0.0) + (0.7 if fallback == "nl" else 0.0)
    best = max(votes, key=lambda language: votes[language])
    if best == "fy":
        return "nl"
    return best if votes[best] > votes["nl"] or best == "nl" else "nl"
