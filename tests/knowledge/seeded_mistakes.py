"""Mistakes as people make them: where they are typed, their rule, and a piece of the remedy.

The line that is wrong ends with ⟵. Without a path each stands in a file of its own.
"""

from typing import NamedTuple

MARK = " ⟵"
_ACT = "activiteiten:\n  - id: inloop\n    naam: Inloop\n"
_PLACE = "plekken:\n  - id: zaal\n    naam: Gebouw\n"
_SOURCE = "bron:\n  adres: https://deproef.example/\n"


class Mistake(NamedTuple):
    """One mistake: the lines with a mark, the rule, a piece of the hint, and the file."""

    lines: str
    rule: str
    hint: str
    path: str = ""


SLIPS = (
    Mistake("contact:\n\ttelefoon: 0591 1 ⟵\n", "tab", "twee voor elke stap"),
    Mistake("contact:\n  \tmail: info@x.nl ⟵\n", "tab", "twee voor elke stap"),
    Mistake("kort: let op: vol ⟵\n", "dubbele-punt", 'kort: "let op: vol"'),
    Mistake("kort: “let op: vol” ⟵\n", "dubbele-punt", "aanhalingstekens om de hele tekst"),
    Mistake("soort inloophuis ⟵\n", "dubbele-punt-ontbreekt", "soort: inloophuis"),
    Mistake("soort = inloophuis ⟵\n", "dubbele-punt-ontbreekt", "soort: inloophuis"),
    Mistake("soort; inloophuis ⟵\n", "dubbele-punt-ontbreekt", "soort: inloophuis"),
    Mistake("soort:inloophuis ⟵\n", "spatie-na-dubbele-punt", "soort: inloophuis"),
    Mistake("kort: 'een plek ⟵\n", "aanhalingsteken", "kort: 'een plek'"),
    Mistake("kort: \"zo'n plek ⟵\n", "aanhalingsteken", "zo'n plek\""),
    Mistake("kort: 't huis ⟵\n", "aanhalingsteken", 'kort: "\'t huis"'),
    Mistake('kort: "thuis" voelen ⟵\n', "aanhalingsteken", "kort: '\"thuis\" voelen'"),
    Mistake("kort: 'zo'n plek' ⟵\n", "aanhalingsteken", 'kort: "zo\'n plek"'),
    Mistake("namen: [Een, Twee ⟵\n", "haakje", "namen: [Een, Twee]"),
    Mistake("kort: [nieuw] een plek ⟵\n", "haakje", 'kort: "[nieuw] een plek"'),
    Mistake("namen:\n  - Een Zaad\n  -Twee Zaad ⟵\n", "streepje", "- Twee Zaad"),
    Mistake("namen:\n  - Drie Zaad\n  Vier Zaad ⟵\n", "streepje", "- Vier Zaad"),
    Mistake("namen:\n  - Zes Zaad\n  – Zeven Zaad ⟵\n", "streepje", "- Zeven Zaad"),
    Mistake("namen:\n  • Acht Zaad ⟵\n", "streepje", "- Acht Zaad"),
    Mistake("so\u200bort: inloophuis ⟵\n", "teken", "Typ dit woord opnieuw"),
    Mistake("naam: De Zaadbank\n<<<<<<< HEAD ⟵\n", "botsing", "Kies welke regels blijven"),
    Mistake("namen: - Vijf Zaad ⟵\n", "streepje", "namen: [Vijf Zaad]"),
    Mistake("namen: ja ⟵\n  - Negen Zaad\n", "blok", "Schrijf: namen:"),
    Mistake(
        _ACT + "    kort: Samen.\n      kosten: nee ⟵\n      anoniem: ja\n",
        "ontbreekt",
        "regel boven: toegang:",
    ),
    Mistake(
        "contact:\n  web: https://x.nl\n   mail: info@x.nl ⟵\n", "inspringen", "zet er 2 voor"
    ),
    Mistake(
        "contact:\n   web: https://x.nl\n  mail: info@x.nl ⟵\n", "inspringen", "zet er 3 voor"
    ),
    Mistake(_PLACE + "   plaats: Emmen ⟵\n", "inspringen", "zet er 4 voor"),
    Mistake(
        "plekken: ja ⟵\n  - id: zaal\n    naam: Gebouw\n    plaats: Emmen\n",
        "blok",
        "Schrijf: plekken:",
    ),
    Mistake(
        "plekken:\n   - id: zaal ⟵\n    naam: Gebouw\n    plaats: Emmen\n",
        "inspringen",
        "zet er 2 voor",
    ),
    Mistake(
        "contact:\n  web: https://x.nl\n  - mail: info@x.nl ⟵\n  telefoon: 0591 1\n",
        "streepje",
        "Schrijf: mail: info@x.nl",
    ),
    Mistake("kort: Een plek.\nkort: Een huis. ⟵\n", "dubbele-sleutel", "Haal één van de twee weg"),
    Mistake("kort: @thuis is een plek ⟵\n", "teken", 'kort: "@thuis is een plek"'),
    Mistake("kort: %50 korting ⟵\n", "teken", 'kort: "%50 korting"'),
    Mistake("kort: `t huis ⟵\n", "teken", 'kort: "`t huis"'),
    Mistake("kort: !Nieuw dit jaar ⟵\n", "teken", 'kort: "!Nieuw dit jaar"'),
    Mistake("kort: > 18 jaar ⟵\n", "teken", 'kort: "> 18 jaar"'),
    Mistake("kort: | een plek ⟵\n", "teken", 'kort: "| een plek"'),
    Mistake("kort: &Co doet mee ⟵\n", "anker", 'kort: "&Co doet mee"'),
    Mistake("kort: *nieuw* een plek ⟵\n", "anker", 'kort: "*nieuw* een plek"'),
    Mistake("kort: Zaal # 4 is open ⟵\n", "hekje", 'kort: "Zaal # 4 is open"'),
    Mistake("kort: Een cafÃ© voor iedereen. ⟵\n", "codering", "kort: Een café"),
    Mistake("contact:\n\u00a0\u00a0web: https://x.nl ⟵\n", "vaste-spatie", "gewone spatie"),
    Mistake("naam: De Zaaier\n--- ⟵\n", "streepjes-regel", "Haal die regel weg"),
    Mistake("namen:\n  - De Bron: een huis ⟵\n", "lijst", '"De Bron: een huis"'),
    Mistake("contact: 0591 1 ⟵\n", "blok", "hoe het daar staat"),
    Mistake("plekken:\n  - id:zaal ⟵\n", "blok", "id: zaal"),
)

RECORDS = (
    Mistake("contact:\n  telefon: 0591 1 ⟵\n", "onbekende-sleutel", "Bedoelde je ‘telefoon’?"),
    Mistake("Kort: Een plek. ⟵\n", "onbekende-sleutel", "Bedoelde je ‘kort’?"),
    Mistake(_ACT + "    soort: inlop ⟵\n", "onbekende-waarde", "Bedoelde je ‘inloop’?"),
    Mistake(_ACT + "    thema: [depresie] ⟵\n", "onbekende-waarde", "Bedoelde je ‘depressie’?"),
    Mistake("status: aktief ⟵\n", "onbekende-waarde", "Bedoelde je ‘actief’?"),
    Mistake(_ACT + "    toegang:\n      kosten: gratis ⟵\n", "ja-nee-onbekend", "‘nee, gratis’"),
    Mistake(_ACT + "    plek: zal ⟵\n", "onbekende-plek", "Bedoelde je ‘zaal’?"),
    Mistake(_PLACE + "    plaats: Emmn ⟵\n", "onbekende-plaats", "Bedoelde je ‘Emmen’?"),
    Mistake("plekken:\n  - id: zaal ⟵\n    naam: Zaal\n", "ontbreekt", "plaats: …"),
    Mistake(_PLACE + "    postcode: 0591 AB ⟵\n    plaats: Emmen\n", "postcode", "vier cijfers"),
    Mistake(
        _PLACE + "    plaats: Emmen\n  - id: zaal ⟵\n    naam: Twee\n    plaats: Emmen\n",
        "dubbele-id",
        "eigen id",
    ),
    Mistake("contact:\n  web: deproef.nl ⟵\n", "webadres", "https://deproef.nl"),
    Mistake("contact:\n  mail: info.deproef.nl ⟵\n", "mailadres", "info@voorbeeld.nl"),
    Mistake(_ACT + "    wanneer: elke dinsdga om 10 uur ⟵\n", "wanneer", "‘dinsdag’"),
    Mistake(_ACT + "    wanneer: als je zin hebt ⟵\n", "wanneer", "elke dinsdag 10.00"),
    Mistake(_ACT + "    wanneer: elke dinsdag 25.00 uur ⟵\n", "wanneer", "0.00 tot 24.00"),
    Mistake(
        _ACT + "    wanneer: elke dinsdag t/m 6 oktober 2026 ⟵\n", "afgelopen", "nieuwe dagen"
    ),
)

SOURCES = (
    Mistake("bron: ⟵\n", "bron-ontbreekt", "adres, naam, datum en gelezen"),
    Mistake(_SOURCE + "  gelezen: 22-11-2026 ⟵\n", "datum", "2026-11-22"),
    Mistake(_SOURCE + "  gelezen: 2026-11-20\n  datum: nov 2026 ⟵\n", "datum", "2026-11 of 2026"),
    Mistake(_SOURCE + "  gelezen: 2026-12-22 ⟵\n", "datum-toekomst", "2026-11-22"),
    Mistake(
        _SOURCE + "  gelezen: 2026-11-20\n  datum: 2027 ⟵\n", "datum-toekomst", "eerst het jaar"
    ),
    Mistake(_SOURCE + "  gelezen: 2025-11-01 ⟵\n", "oude-bron", "gelezen: 2026-11-22"),
)

TEXTS = (
    Mistake("kort: Zingen helpt tegen angst. ⟵\n", "tekst-mag-niet", "wat mensen er doen"),
    Mistake("kort: Zonder medicijnen verder. ⟵\n", "tekst-mag-niet", "Haal het weg"),
    Mistake("kort: We praten over prozac. ⟵\n", "tekst-mag-niet", "‘medicijnen’"),
    Mistake("kort: Je komt er volledig anoniem. ⟵\n", "tekst-mag-niet", "andere woorden"),
    Mistake("kort: Bel 0591 123 456. ⟵\n", "telefoonnummer", "bij ‘contact’"),
    Mistake("kort: App naar 06 12 34 56 78. ⟵\n", "persoonsgegevens", "Haal het weg"),
    Mistake("kort: Mail karin@gmail.com. ⟵\n", "persoonsgegevens", "bij ‘contact’"),
    Mistake("kort: Vraag naar Karin B. bij de deur. ⟵\n", "persoonsgegevens", "gastvrouw"),
    Mistake("kort: Meld je bij mevrouw De Vries. ⟵\n", "persoonsgegevens", "gastvrouw"),
    Mistake(
        "kort: Hier ontmoet je mensen die net als jij veel hebben meegemaakt en daar samen met "
        "jou over zouden willen praten of juist niet. ⟵\n",
        "lange-zin",
        "twee zinnen",
    ),
    Mistake("kort: Een laagdrempelige plek. ⟵\n", "moeilijk-woord", "makkelijk binnenloopt"),
    Mistake("uitleg:\n  nl: Een proef. ⟵\n", "vertaling", "en: …", "uitleg/zaadwoord.yaml"),
    Mistake(
        "zoek-rond:\n  nl: Rond {plek} is dit. ⟵\n  en: Around {plaats}.\n",
        "onbekend-gat",
        "{plaats}",
        "teksten.yaml",
    ),
)

TOGETHER = (
    Mistake("namen: [De Proef Emmen] ⟵\n", "dubbele-naam", "Haal de naam bij één"),
    Mistake("namen: [] ⟵\n", "onbereikbaar", "namen: [zaadloos]", "uitleg/zaadloos.yaml"),
    Mistake(
        "vragen:\n  - Duurt het lang?\n  - duurt het lang ⟵\n  - Hoeveel weken?\n",
        "voorbeeld-dubbel",
        "Haal deze regel weg",
        "onderwerpen/duur.yaml",
    ),
    Mistake(
        "vragen:\n  - Vanaf hoe oud?\n  - gratis? ⟵\n  - Is er een leeftijd?\n",
        "voorbeeld-twee-onderwerpen",
        "haal de andere weg",
        "onderwerpen/leeftijd.yaml",
    ),
    Mistake(
        "vragen:\n  - Is het een kerk?\n  - Wordt er gebeden?\n  - Moet ik christen zijn?\n"
        "  - Moet je geloven om te komen?\n  - en wat kost het ⟵\n",
        "overlap",
        "Verplaats het dan",
        "onderwerpen/geloof.yaml",
    ),
    Mistake(
        "proeven:\n  wel:\n    - Wat kost een cursus? ⟵\n",
        "proef",
        "haal de proef weg",
        "onderwerpen/afscheid.yaml",
    ),
    Mistake("titel: ⟵\n", "onbekend-onderwerp", "Bedoelde je ‘kosten’?", "onderwerpen/kostn.yaml"),
    Mistake("naam: Zaad ⟵\n", "bestandsnaam", "zaad.yaml", "organisaties/Zaad.yml"),
    Mistake("Emmen:\n  Zaad: noord ⟵\n", "plek", "vier cijfers", "plaatsen/wijken.yaml"),
    Mistake(
        '"999":\n  naam: Proeflijn ⟵\n  nummers: ["999"]\n',
        "ontbreekt",
        "gelezen: …",
        "veiligheid/hulplijnen.yaml",
    ),
)

CONVERSATIONS = (
    Mistake(
        "naam: Niets gevraagd\ngesprek:\n  - zij: hallo ⟵\n",
        "ontbreekt", "wij: …", "proeven/zaad-niets.yaml",
    ),
    Mistake(
        "naam: Twee dingen\ngesprek:\n  - zij: hallo ⟵\n    knop: Ja\n    wij: Hoi\n",
        "onbekende-sleutel", "Kies er één", "proeven/zaad-twee.yaml",
    ),
    Mistake(
        "naam: Geen tijd\nnu: woensdag ⟵\ngesprek:\n  - zij: hallo\n    wij: Hoi\n",
        "datum", "nu: 2026-11-25T14:00", "proeven/zaad-tijd.yaml",
    ),
    Mistake(
        "naam: Verkeerd woord\ngesprek:\n  - zij: hallo\n    wel: Hoi ⟵\n    wij: Hoi\n",
        "onbekende-sleutel", "Wel bekend", "proeven/zaad-woord.yaml",
    ),
    Mistake(
        "naam: Geen plek\ngesprek:\n  - locatie: Emmen ⟵\n    wij: Hoi\n",
        "onbekende-waarde", "locatie: [52.78, 6.90]", "proeven/zaad-plek.yaml",
    ),
)  # fmt: skip
RARE = (
    Mistake("# Hier komt nog iets. ⟵\n", "leeg", "Zet er iets in"),
    Mistake("kort: [Een plek, Een huis] ⟵\n", "tekst", "Schrijf: kort: "),
    Mistake('kort: "Kom binnen\\uit de kou." ⟵\n', "schuine-streep", "enkele aanhalingstekens"),
    Mistake("namen: [[[[[[[[[[[[[De Put]]]]]]]]]]]]] ⟵\n", "te-diep", "hooguit vijf stappen"),
    Mistake("contact:\n  [telefoon, mail]: 0591 000 000 ⟵\n", "sleutel", ""),
    Mistake(
        "niveau: wanhoop\nsoorten:\n  een:\n    patronen: [BESTAATNIET] ⟵\n"
        "    wel: [zaadzin een]\n",
        "patroon", "woordsoorten.yaml", "veiligheid/zaad-patroon.yaml",
    ),
    Mistake(
        "niveau: wanhoop\nsoorten:\n  twee:\n    tenzij: [bestaat niet] ⟵\n"
        "    patronen: [zaadzin twee]\n    wel: [zaadzin twee]\n",
        "tenzij", "Zet hem eerst in tenzij.yaml", "veiligheid/zaad-tenzij.yaml",
    ),
    Mistake(
        "niveau: wanhoop\nsoorten:\n  drie:\n    patronen: [zaadzin drie]\n"
        "    wel:\n      - zaadzin vier ⟵\n",
        "bewijs", "Pas het patroon aan", "veiligheid/zaad-bewijs.yaml",
    ),
)  # fmt: skip
MISTAKES = SLIPS + RARE + RECORDS + SOURCES + TEXTS + TOGETHER + CONVERSATIONS
