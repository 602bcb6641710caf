"""Finds the building or room where an activity is held, and where it goes to."""

import re

from bot.core.changes.phrases import Phrase
from bot.core.changes.signs import Row
from bot.core.changes.words import ACTIVITY

_ARTICLES = re.compile(r"^(?:(?:de|het|een|'t|t|onze|ons|n)\s+)+", re.IGNORECASE)
_BOUND = (
    r"[.,?()]|ipv|ivm|want|zolang|D|T|vanaf|tot|tm|dus|en|zelfde|gewoon|zijn|hebben|om|door|die"
    r"|nu|weer"
    r"|gehouden|met|plaats|in P|te|op D|is|per|wordt|niet|bijeen|samen|deze|kom|-|maar|L|voor"
    r"|gaat|start"
    r"|als|via|indien|begint|zit|verder|hopelijk|helaas"
)
_NP = rf"(?P<np>[^ .,?]+(?: [^ .,?]+){{0,7}}?)(?= (?:{_BOUND}) | $)"
_GO = (
    r"(?:verhuist|verhuizen|verhuisd|verplaatst|verplaatsen|gaat|gaan|wijken|wijkt|uitgeweken"
    r"|uitwijken"
    r"|verkassen|verkast|trekken|moeten)"
)
_BE = (
    r"(?:zit|zitten|zijn|is|komt|komen|vindt|houden|start|starten|vinden|kom|doen|gast|wordt|gaat"
    r"|open|we"
    r"|keer|nu|verzamelen|samen)"
)
_GAP3 = r"(?: [^ .,?]+){0,3}?"
_NEW_PLACES = tuple(
    Phrase(form)
    for form in (
        # "We mogen D het zaaltje van de kerk lenen"
        r" (?:mogen|mag|kunnen|lenen|huren|gebruiken)(?: D| even| dan| we| wij| van P)*"
        r" (?!D|T|een )(?P<np>(?:de |het |onze )?[^ .,?DTP]+"
        r"(?: van (?:de |het )?[^ .,?DTP]+)?)(?: D| even)* (?:lenen|gebruiken|huren)",
        rf" te gast(?: zijn)? (?:in|bij|op) (?!D|T){_NP}",
        rf" (?:in|bij|op) (?!D|T){_NP}(?= te gast )",
        r" (?P<np>boven|beneden|buiten|binnen|hiernaast|achterin|voorin|ernaast) ipv",
        rf" niet{_GAP3} (?:in|bij|op|aan|naar|vanaf) (?!D|T)[^.?]{{2,40}}? maar (?:wel )?"
        rf"(?:in|bij|op|aan|naar|vanaf) (?!D|T){_NP}",
        rf" niet meer (?:in|bij|op|aan) (?!D|T)[^.?]{{2,40}}? maar (?:wel |dan )?(?!D|T"
        rf"|wel ){_NP}",
        rf" niet{_GAP3} (?:in|bij|op|aan) [^.,?]{{2,40}}? [.,](?: maar| dus)?(?: we| wij)?"
        rf" (?:zijn|zitten|gaan|komen|wijken|starten|beginnen){_GAP3} (?:in|bij|op|naar) {_NP}",
        r" (?:in|bij|op|naar|aan) (?!D)(?P<np>[^ .,?]+(?: [^ .,?]+){0,4}?) ipv (?:in |bij "
        r"|op )?(?!D|T)",
        rf" ipv (?:in |bij |op )?(?:de |het )?[^ DT]+{_GAP3}(?: ,)? (?:in|bij|naar) {_NP}",
        rf" {_GO}{_GAP3} naar (?!D|T|L|huis ){_NP}",
        rf" naar (?!D|T|huis |binnen |buiten ){_NP}(?=(?: D)? (?:verplaatst|verhuisd|verhuisd))",
        rf" (?:andere|nieuwe|ander|nieuw|tijdelijke) (?:locatie|plek|plaats|ruimte|zaal"
        rf"|adres)(?: (?:vanaf|per) D)?(?: :| is| ,)*"
        rf"(?: in| op| bij)? (?!D|T|van |vanaf |per |app |bel |mail |zie |volgt ){_NP}",
        rf" (?:startpunt|startplaats|vertrekpunt|verzamelpunt|verzamelplek|verzamelplaats)(?: nu"
        rf"| is| wordt| :)+(?: in| op| bij| de| het)* (?!D|T){_NP}",
        rf" (?:locatie|adres|plek)(?: van(?: [^ .,?]+){{1,4}}?)?(?: :| is| wordt)+"
        rf"(?: in| op| bij)? (?!D|T){_NP}",
        r"(?<! niet) (?:vanaf|bij|in|op|aan) (?!D|T)(?P<np>[^ .,?]+(?: [^ .,?]+){0,4}?)"
        r"(?: ,| en| , en| maar) niet(?: meer)? (?:vanaf|bij|in|op|aan) (?!D|T)",
        r" vanaf (?!D|T)(?P<np>[^ .,?]+(?: [^ .,?]+){0,4}?) ipv (?:vanaf )?(?!D|T)",
        r" (?P<np>(?:kamer|zaal|lokaal|ruimte) [^ ]*\d[^ ]*)(?=.* (?:ipv|hoger|lager) )",
        r" (?:verdieping|verdiepingen|etage|etages) (?:hoger|lager)(?: ,| [(])?(?: in)?"
        r"(?: de| het)? (?P<np>(?:kamer|zaal|lokaal|ruimte) [^ .,]*)",
        r" (?P<np>[^ .,DTPL]+ (?:verdieping|verdiepingen|etage|etages) (?:hoger|lager))",
    )
)
_HELD = Phrase(rf" {_BE}{_GAP3} (?:in|bij|op|aan) (?!D|T|elkaar ){_NP}")
_NOW_AT = Phrase(
    r" (?:(?:zit|zitten|tijdelijk|nu|keer|eenmalig|voortaan|nuaf|vind|vinden"
    r"|vindt)(?: [^ .,?]+){0,5}?"
    rf"|(?:vanaf|per) D) (?:in|bij|op|aan) (?!D|T){_NP}"
)
_ADDRESS = Phrase(r" [.,] (?!D|T|P )(?P<np>[^ .,?DTP]+(?: [^ .,?DTP]+)? \d+[a-z]?)(?= P| [.,]| $)")
_ROOM = Phrase(r" (?P<np>(?:kamer|zaal|lokaal|ruimte) (?:nr |nummer )?[^ .,DT]*\d[^ ]*)(?= )")
_ADDRESS_AFTER = re.compile(
    r" [,(:] (?P<more>(?!D|T|P )[^ .,?()DTP]+(?: [^ .,?()DTP]+)? \d+(?: ?[a-z](?= ))?)"
    r"(?= P| [.,)]| $)"
)
_TO = Phrase(rf" naar (?!D|T|P|huis |binnen |buiten |boven ){_NP}")
_ANY_IN = Phrase(rf" (?:in|bij) (?!D|T|P ){_NP}")
_SPOT = re.compile(
    r"\S*lokaal|\S*zaal\S*|buurtpunt|bieb|bibliotheek|\S*centrum|kerk\S*|gebouw|\S*straat"
    r"|\S*laan|\S*plein|\S*weg"
    r"|school\S*|station|\S*huis|kantine|\S*tuin|\S*park|\S*kamer|\S*ruimte|hal|loods|restaurant"
    r"|verdieping|locatie"
    r"|\S*kade|\S*singel|\S*hof|\S*dijk|\S*gracht|mfc|mfa|honk|wijkgebouw|boerderij|\S*kantoor"
    r"|\S*punt"
    r"|gymzaal|stadhuis|gemeentehuis|keuken|atelier|cafe|aula|serre|garage|\S*kerk|schuur"
    r"|\S*steeg|buren|overkant|kelder|zolder|buitenlucht"
)
NEXT_DOOR = Phrase(
    r" (?:ernaast|hiernaast|daarnaast|ertegenover|hiertegenover|erachter|hierboven|overkant"
    r"|om de hoek) "
)
_BUSY = re.compile(
    r"(?:^| )(?:verzet|verhuizing|de file|brand|week|dag|maand|later|gesprek|overleg|verbouwing"
    r"|vakantie|orde|plaats)|^(?:de|het)$"
    r"|(?:de )?(?:eerste|tweede|derde|vierde|vijfde|laatste) D$"
)


def find_new_place(row: Row) -> tuple[str | None, range]:
    """Where it is held instead, as typed, and the signs that say so."""
    for form in _NEW_PLACES:
        match = form.search(row.line)
        if match and not _BUSY.match(match["np"]):
            return _typed(row, match)
    return None, range(0)


def find_spot(row: Row) -> tuple[str | None, range]:
    """Where it is held, in words that name a building or an address."""
    for form in (_NOW_AT, _HELD, _TO, _ANY_IN):
        for match in form.finditer(row.line):
            words = match["np"].split()
            spots = [bool(_SPOT.fullmatch(word)) for word in words]
            # "de kantine van de voetbalclub" is no club
            told = words.index("van") if "van" in words[1:] else len(words)
            named = zip(words[:told], spots[:told], strict=True)
            if any(ACTIVITY.fullmatch(word) and not spot for word, spot in named):
                continue
            numbered = any(word.isdigit() for word in words[1:])
            elsewhere = form is _NOW_AT and _is_name(row, match)
            if words[0] == "P" and row.line.count(" P ") < 2:
                continue
            if numbered or any(spots) or elsewhere:
                return _typed(row, match)
    if room := _ROOM.search(row.line):
        return _typed(row, room)
    address = _ADDRESS.search(row.line)
    if address and _is_name(row, address):
        return _typed(row, address)
    return None, range(0)


def is_plainly_there(row: Row) -> bool:
    """Whether a verb says that it is held there, rather than only a place being named."""
    return any(form.search(row.line) for form in (_HELD, _NOW_AT, _TO))


def _is_name(row: Row, match: re.Match[str]) -> bool:
    """Whether a place is written with a capital in a message that is not all capitals."""
    inside = row.within(match.start("np"), match.end("np"))
    return not row.text.isupper() and any(row.text[row.signs[at].start].isupper() for at in inside)


def _typed(row: Row, match: re.Match[str]) -> tuple[str | None, range]:
    address = _ADDRESS_AFTER.match(row.line, match.end("np"))
    last = address.end("more") if address else match.end("np")
    inside = row.within(match.start("np"), last)
    words = _ARTICLES.sub("", row.words(inside)).strip(" .,").replace(" (", ", ")
    return (words, inside) if words else (None, range(0))
