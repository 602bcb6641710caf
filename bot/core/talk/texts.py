"""Every sentence the bot says by key, with the placeholders each may hold.

The sentences themselves are knowledge (`knowledge/teksten.yaml`); this table is what the code
counts on, and the reader checks the one against the other.
"""

from collections.abc import Mapping

from bot.core.knowledge import Text

Texts = Mapping[str, Text]

# key → the placeholders its text may hold
KEYS: Mapping[str, frozenset[str]] = {
    key: frozenset(holes.split())
    for key, holes in {
        "begroeting": "",
        "menu": "",
        "menu-knop-zoeken": "",
        "menu-knop-nu-hulp": "",
        "menu-knop-vragen": "",
        "menu-knop-andere-plaats": "",
        "vraag-plaats": "",
        "plaats-onthouden": "plaats",
        "plaats-onbekend": "",
        "buiten-nederland": "",
        "welke-plaats": "plaats",
        "bedoel-je-plaats": "",
        "zoek-rond": "plaats",
        "gevonden": "plaats",
        "gevonden-online": "",
        "gevonden-bij": "organisatie",
        "gevonden-zonder-plaats": "",
        "niets-gevonden": "plaats",
        "niets-precies": "plaats",
        "niets-op-afstand": "",
        "verruimd-dagen": "",
        "verruimd-dagen-dichtbij": "",
        "ver-weg": "km",
        "ook-online": "",
        "typ-een-nummer": "",
        "regel-afstand": "km",
        "regel-afstand-om": "km",
        "regel-in": "plaats",
        "wanneer-onbekend": "",
        "wanneer-vraag-na": "wanneer",
        "nu-open": "tijd",
        "begint-zo": "minuten",
        "volgende-keer": "wanneer",
        "net-begonnen": "tijd",
        "vervalt": "wanneer",
        "dicht-periode": "eerste laatste",
        "andere-plek": "plek",
        "andere-tijd": "",
        "extra-keer": "",
        "reden": "reden",
        "te-oud": "datum",
        "bel-even": "",
        "waar": "adres",
        "waar-onbekend": "",
        "speld-bij-benadering": "",
        "vraag-na": "",
        "status-proef": "",
        "status-niet-nagevraagd": "",
        "status-dicht": "",
        "status-verschilt": "",
        "status-gestopt": "organisatie",
        "gestopt-ander": "",
        "bron-datum": "naam datum",
        "bron-zonder-datum": "naam",
        "contact": "contact",
        "contact-geen": "",
        "aspect-onbekend": "naam contact",
        "aspect-algemeen": "",
        "noem-organisatie": "",
        "kies-wat": "",
        "niet-begrepen": "",
        "bedoel-je": "",
        "organisatie-onbekend": "organisatie",
        "geen-van-deze": "",
        "mens": "",
        "leeg-bericht": "",
        "spraakbericht": "",
        "foto": "",
        "sticker": "",
        "onbekend-bericht": "",
        "knop-verlopen": "",
        "route-naar": "naam",
        "niet-bekend": "wat",
        "privacy": "uitvoerder contact",
        "over": "uitvoerder contact",
        "gewist": "",
        "taal-gekozen": "",
        "taal-kies": "",
        "taal-alleen": "",
        "instellingen": "",
        "hulp": "",
        "groep": "link",
    }.items()
}


def say(texts: Texts, key: str, language: str, **values: object) -> str:
    """One sentence in a language, Dutch where there is no translation, with its holes filled."""
    text = texts[key]
    return text.get(language, text["nl"]).format(**values)
