"""What every key means, in the words of the people who keep the files.

The form of the workbench and the schema for text programs both show these. The order of the keys
is the order in which they stand in a form, and in which a new line is put into a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.talk.texts import KEYS
from bot.knowledge.dutch import ASPECTS
from bot.knowledge.editing.kinds import FileKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """How a key is called in a form, what it means, and an example of what stands behind it."""

    label: str
    meaning: str
    example: str = ""
    long: bool = False  # a sentence or more


def _(label: str, meaning: str, example: str = "", *, long: bool = False) -> Meaning:
    return Meaning(label=label, meaning=meaning, example=example, long=long)


_STATUS = _(
    "Hoe zeker is het?",
    "actief: de bron zegt dat het er is. niet nagevraagd: de bron is oud of het is onzeker. "
    "proef: het was een proef. tijdelijk dicht: het ligt stil. bronnen verschillen: de ene bron "
    "zegt iets anders dan de andere. gestopt: het is er niet meer; haal dan alle plekken en "
    "activiteiten weg.",
)
_CONTACT = {
    "contact": _("Contact", "Hoe je de organisatie zelf bereikt. Nooit van één mens."),
    "contact.telefoon": _("Telefoon", "Het nummer van de organisatie.", "0591 000 000"),
    "contact.mail": _("Mailadres", "Het mailadres van de organisatie.", "info@voorbeeld.nl"),
    "contact.web": _("Website", "Het hele webadres.", "https://voorbeeld.nl/"),
    "contact.uitleg": _("Uitleg bij contact", "Bijvoorbeeld wanneer je kunt bellen.", long=True),
}
_SOURCE = {
    "bron": _("Bron", "Waar het vandaan komt, en wanneer jij het las."),
    "bron.adres": _(
        "Webadres van de bron", "Het hele adres van de bladzijde.", "https://voorbeeld.nl/agenda"
    ),
    "bron.naam": _("Naam van de bron", "Hoe je de bron noemt.", "Bibliotheek Emmen"),
    "bron.datum": _(
        "Datum van de bladzijde",
        "Jaar-maand-dag, of alleen jaar-maand of jaar. Staat er geen datum? Schrijf: onbekend.",
        "2026-11",
    ),
    "bron.gelezen": _(
        "Wanneer las jij het?", "De dag waarop jij keek: jaar-maand-dag.", "2026-11-22"
    ),
    "bron.uitleg": _("Uitleg bij de bron", "Als er iets bijzonders is met de bron.", long=True),
}
# What may hold, by the question that the reader has; each for one activity.
ACCESS = {
    "verwijzing": "Heb je een verwijzing nodig, van de huisarts bijvoorbeeld?",
    "indicatie": "Heb je een Wmo-indicatie nodig?",
    "kosten": "Kost het geld? Nee is gratis.",
    "aanmelden": "Moet je je van tevoren aanmelden?",
    "diagnose": "Heb je een diagnose nodig?",
    "in zorg": "Moet je in behandeling zijn?",
    "anoniem": "Kun je komen zonder je naam te geven?",
    "meenemen": "Mag je iemand meenemen?",
    "nuchter": "Moet je nuchter of clean zijn?",
    "leeftijd": "Is er een leeftijdsgrens? Schrijf welke.",
    "andere taal": "Wordt er ook een andere taal gesproken? Schrijf welke.",
    "rolstoel": "Kun je er met een rolstoel naar binnen?",
    "prikkelarm": "Is het er rustig?",
    "geloof": "Hoort het bij een kerk of geloof?",
    "inwoner": "Moet je in een bepaalde gemeente of streek wonen?",
    "praten moet": "Moet je in de groep iets zeggen?",
    "ervaringsdeskundigen": "Leiden mensen die het zelf hebben meegemaakt de groep?",
    "behandeling": "Is het een behandeling?",
}
_ORGANISATION = {
    "naam": _("Naam", "De naam zoals op de deur staat.", "Herstelcafé De Brug"),
    "namen": _(
        "Andere namen",
        "Andere namen die mensen gebruiken. Niet te algemeen: met alleen ‘de inloop’ zou de bot "
        "overal deze plek noemen. Twee organisaties mogen niet dezelfde naam hebben.",
        "De Brug Voorbeeldstad",
    ),
    "soort": _(
        "Wat is het?",
        "In kleine letters: herstelruimte, zelfregiecentrum, herstelacademie, netwerk …",
        "herstelruimte",
    ),
    "status": _STATUS,
    "status-uitleg": _(
        "Uitleg bij de status",
        "Eén of twee zinnen voor de bezoeker. Bijvoorbeeld waarom iemand eerst moet bellen.",
        long=True,
    ),
    "kort": _("In het kort", "Wat het is, in één of twee zinnen.", long=True),
    "regio": _(
        "Voor welke plaatsen?",
        "De plaatsen of gemeenten waarvoor het is, met de officiële naam. Voor het hele land: "
        "Nederland. Laat leeg als de bron het niet zegt.",
        "Emmen",
    ),
    "redacteur": _("Wie houdt dit bij?", "Een rol of voorletters, geen naam.", "redactie Drenthe"),
    **_CONTACT,
    **_SOURCE,
    "plekken": _("Plekken", "Elke plek waar iets te doen is. Geen eigen gebouw? Laat het leeg."),
    "plekken.id": _(
        "Kort woord",
        "Uniek in dit bestand. Een activiteit verwijst ernaar. Niet meer veranderen.",
        "zaal",
    ),
    "plekken.naam": _(
        "Naam van de plek",
        "Het gebouw. Weet je alleen de plaats? Schrijf die dan nog eens.",
        "Buurthuis De Brug",
    ),
    "plekken.straat": _("Straat en nummer", "Alleen als de bron het noemt.", "Dorpsstraat 1"),
    "plekken.postcode": _("Postcode", "Alleen als de bron het noemt.", "7811 AA"),
    "plekken.plaats": _("Plaats", "De officiële plaatsnaam, of: onbekend.", "Emmen"),
    "plekken.uitleg": _(
        "Hoe kom je er?", "Welke verdieping, welke ingang, of je moet bellen.", long=True
    ),
    "activiteiten": _("Activiteiten", "Alles waar je naartoe kunt. Niet wat al geweest is."),
    "activiteiten.id": _("Kort woord", "Uniek in dit bestand. Niet meer veranderen.", "inloop"),
    "activiteiten.naam": _("Naam", "Hoe het heet.", "Inloop"),
    "activiteiten.soort": _(
        "Soort", "Wat voor activiteit het is. Past er niets bij, zoals logeren? Vul dan niets in."
    ),
    "activiteiten.plek": _(
        "Waar is het?",
        "Een plek van deze organisatie. Niet invullen als het online is of onbekend.",
    ),
    "activiteiten.wanneer": _(
        "Wanneer is het?",
        "Zoals op een poster. Weet je alleen ‘eens in de maand’? Schrijf dat. Weet je niets? "
        "Schrijf: onbekend.",
        "elke vrijdag van 19.00 tot 20.30 uur",
        long=True,
    ),
    "activiteiten.behalve": _(
        "Wanneer gaat het niet door?", "Dagen waarop het er niet is.", "feestdagen"
    ),
    "activiteiten.kort": _("In het kort", "Eén zin die helpt om te kiezen.", long=True),
    "activiteiten.thema": _(
        "Waar gaat het over?",
        "Laat leeg als het voor alles is: met een thema erbij vindt iemand met een andere vraag "
        "deze activiteit niet.",
    ),
    "activiteiten.voor": _(
        "Alleen voor wie?",
        "Kies alleen als het echt voor deze mensen is; een ander krijgt het dan niet te zien. "
        "Mogen zij óók komen? Laat leeg en schrijf het bij ‘In het kort’.",
    ),
    "activiteiten.vorm": _("Hoe doe je mee?", "Meestal op locatie; dan hoef je niets te kiezen."),
    "activiteiten.toegang": _(
        "Wat moet je om mee te doen?",
        "Kies ja, nee of onbekend, en schrijf er kort iets bij als het nodig is. Staat het niet "
        "in de bron? Laat het dan staan op ‘niet ingevuld’.",
    ),
    **{
        f"activiteiten.toegang.{word}": _(word.capitalize(), ACCESS.get(word, ""))
        for word in ASPECTS
    },
    "activiteiten.status": _STATUS,
    **{f"activiteiten.{key}": meaning for key, meaning in (_CONTACT | _SOURCE).items()},
}
_TONGUES = {
    "nl": "Nederlands",
    "en": "Engels",
    "de": "Duits",
    "pl": "Pools",
    "tr": "Turks",
    "ar": "Arabisch",
    "uk": "Oekraïens",
    "fr": "Frans",
    "es": "Spaans",
}


def _in_tongues(key: str) -> dict[str, Meaning]:
    return {
        f"{key}.{tongue}": _(name, f"De tekst in het {name}.", long=True)
        for tongue, name in _TONGUES.items()
    }


_QUESTIONS = _(
    "Voorbeelden van vragen",
    "Hiervan leert Handwijzer. Hoe meer verschillende, hoe beter: kort, lang, met typefouten, "
    "dialect, Engels. Nooit een bericht van een echt iemand, behalve wat bij ‘Wat mensen "
    "vroegen’ staat.",
)
_TOPIC = {
    "eigen-onderwerp": _(
        "Eigen onderwerp",
        "Zet hier ‘ja’ bij een onderwerp dat je zelf begint. Zo weet Handwijzer dat de naam van "
        "het bestand geen vergissing is.",
    ),
    "titel": _("Titel op de knop", "Hooguit 32 letters, en los te begrijpen."),
    **_in_tongues("titel"),
    "antwoord": _(
        "Antwoord",
        "Wat in het algemeen klopt: één tot vier korte zinnen. Zeg ‘je’. Geen beloften, geen "
        "advies over behandeling, geen telefoonnummers.",
    ),
    **_in_tongues("antwoord"),
    "kijk-naar": _(
        "Wat zoekt Handwijzer op?",
        "Wat Handwijzer nakijkt bij de plek die bedoeld is. Laat leeg als er niets te zoeken is.",
    ),
    "proeven": _("Proefvragen", "Vragen waarmee Handwijzer zichzelf nakijkt."),
    "proeven.wel": _("Deze horen hier", "Vragen die bij dit onderwerp moeten uitkomen."),
    "proeven.niet": _("Deze horen hier niet", "Vragen die erop lijken, maar elders horen."),
    "vragen": _QUESTIONS,
}
_EXPLANATION = {
    "namen": _(
        "Hoe noemen mensen het?",
        "Alle manieren, ook het meervoud. Een naam mag maar in één bestand staan.",
        "herstelgroep",
    ),
    "uitleg": _("Uitleg", "Twee of drie korte zinnen."),
    **_in_tongues("uitleg"),
    "bron": _("Bron", "Het hele webadres. Heb je dat niet, laat het dan leeg."),
}


def _said(key: str, holes: frozenset[str]) -> dict[str, Meaning]:
    kept = ", ".join(f"{{{hole}}}" for hole in sorted(holes))
    told = f"Een zin die Handwijzer zegt. Deze woorden vult het programma in: {kept}."
    about = told if holes else "Een zin die Handwijzer zegt."
    return {key: _(key.replace("-", " ").capitalize(), about), **_in_tongues(key)}


def _fact(word: str) -> dict[str, Meaning]:
    parts = {
        "kort": _("In het kort", "Hoe het heet, in een paar woorden."),
        "ja": _("Bij ja", "De zin als het antwoord ja is."),
        "nee": _("Bij nee", "De zin als het antwoord nee is."),
    }
    told = {f"{word}.{part}": meaning for part, meaning in parts.items()}
    tongues = [_in_tongues(f"{word}.{part}") for part in parts]
    asked = f"Hoe Handwijzer dit zegt. De vraag is: {ACCESS.get(word, '')}"
    return {
        word: _(word.capitalize(), asked),
        **told,
        **{key: meaning for one in tongues for key, meaning in one.items()},
    }


_FOLLOWUP = {
    "vervolgvragen": _("Vervolgvragen", "Wat mensen na een vraag nog vragen."),
    "vervolgvragen.eerst": _(
        "Eerst", "De vraag die ze eerst stelden.", "is er een inloop in Goes"
    ),
    "vervolgvragen.dan": _("Dan", "Wat ze daarna typten.", "hoe zit dat in Tholen"),
    "vervolgvragen.onderwerp": _(
        "Onderwerp",
        "Wat ze dan bedoelen: de naam van een bestand in ‘onderwerpen’. Het is ‘elders’ als het "
        "niet van ons is.",
        "zoeken",
    ),
    "vervolgvragen.ook-goed": _(
        "Ook goed", "Andere onderwerpen die ze net zo goed kunnen bedoelen."
    ),
}
_CONVERSATION = {
    "naam": _("Naam", "Waar het gesprek over gaat. Elke naam komt één keer voor."),
    "nu": _(
        "Wanneer",
        "Wanneer het gesprek is. Laat het weg, dan is het woensdag 25 november 2026 om 14.00 uur.",
        "2026-11-25T14:00",
    ),
    "gesprek": _("Het gesprek", "De beurten. In elke beurt doen zij één ding."),
    "gesprek.zij": _("Zij typen", "Wat iemand typt.", "is er een inloop in Assen?"),
    "gesprek.knop": _("Zij drukken op", "Een deel van de woorden op de knop.", "Limburg"),
    "gesprek.locatie": _(
        "Zij delen een plek", "Waar iemand is, als twee getallen.", "[52.78, 6.90]"
    ),
    "gesprek.stuurt": _("Zij sturen", "Iets wat geen tekst is.", "foto"),
    "gesprek.nu": _("Later", "Wanneer deze beurt is, als er tijd voorbij is.", "2026-11-26T10:00"),
    "gesprek.wij": _("In ons antwoord", "Wat er in moet staan. Schrijf feiten, geen hele zinnen."),
    "gesprek.niet": _("Niet in ons antwoord", "Wat er niet in mag staan."),
}

MEANINGS: Mapping[FileKind, Mapping[str, Meaning]] = {
    FileKind.ORGANISATION: _ORGANISATION,
    FileKind.TOPIC: _TOPIC,
    FileKind.ELSEWHERE: {"vragen": _QUESTIONS},
    FileKind.EXPLANATION: _EXPLANATION,
    FileKind.TEXTS: {
        key: meaning for one, holes in KEYS.items() for key, meaning in _said(one, holes).items()
    },
    FileKind.FACTS: {key: meaning for word in ASPECTS for key, meaning in _fact(word).items()},
    FileKind.CONVERSATION: _CONVERSATION,
    FileKind.FOLLOWUP: _FOLLOWUP,
}
