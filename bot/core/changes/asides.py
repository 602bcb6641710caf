"""Words that sound like a change and are none: it goes on, with someone or something else."""

from bot.core.changes.phrases import phrase
from bot.core.changes.signs import Row
from bot.core.changes.words import ACTIVITY, THINGS

_NEGATIVE = phrase(
    r"niet|niks|niets|niemand|nergens|nooit|helaas|anders|geen|verandert|veranderd|gewijzigd|wijzig\S*"
    r"|aangepast\S*"
)
# Someone else leads it, so it goes on.
REPLACED = phrase(
    r"(?:wordt|worden|is)~3 (?:over|waar)genomen|(?:vervangt|vervangen)~2 (?:mij|me|haar|hem|ons)"
    r"|(?:neemt|nemen)~5 (?:over|waar)"
    rf"|(?:doet|leidt|draait|verzorgt) (?:dan |nu )?(?:de|het|onze) {ACTIVITY.pattern}"
    r"|(?:valt|vallen)~3 in(?= [.,]| \Z| voor)|als vervang(?:er|ster)"
)
OTHER_DOOR = phrase(
    r"achterom|achterdeur|achteringang|zijdeur|zij-?ingang|andere (?:ingang|deur)"
    r"|ingang~4 (?:aan|via|om)|achterkant"
    r"|(?:gewone|normale|grote) (?:deur|ingang)|hoofdingang"
)
# Another meal than as a rule, which goes on too.
_FOOD = (
    r"\S*(?:soep|snert|brood|broodjes|boterham\S*|pannenkoek\S*|patat|friet|pizza\S*|salade\S*"
    r"|stamppot\S*|tosti\S*|taart\S*|hapjes|snacks|afhaal\S*|bbq|barbecue|nasi|bami|macaroni"
    r"|rijsttafel|koek\S*|chinees|maaltijd\S*|lunch|eten|koffie|thee)"
)
NO_THING = phrase(rf"geen~1 {THINGS}")
OTHER_FOOD = phrase(rf"geen~1 {_FOOD}~1(?: ,)? maar~2 {_FOOD}")
_FITTING = (
    r"(?:[^ ]*lift|wc|wcs|toilet\S*|verwarming|kachel|oven|koffiemachine|koffiezetapparaat"
    r"|pinautomaat|pinapparaat|wifi|internet|beamer|parkeerplaats|parkeerterrein|parkeergarage"
    r"|douche\S*|fietsenstalling|traplift|automaat)"
)
# A part of a building that is shut, which closes nothing: "keuken dicht, neem zelf brood mee".
ROOM_SHUT = phrase(
    r"(?:keuken|bar|wc|toilet\S*|lift|parkeerplaats|parkeerterrein|fietsenstalling|douche\S*"
    r"|garderobe|rookruimte)(?: [^ .,]+){0,2}? (?:dicht|gesloten|op slot|afgesloten)"
    rf"|(?:{_FITTING})(?: (?:doet|doen|werkt|werken|gaat))(?: [^ .,]+){{0,4}}? niet(?: meer)?"
    rf"|(?:{_FITTING})(?: [^ .,]+){{0,4}}? (?:kapot|stuk|defect|buiten (?:gebruik|werking|dienst)"
    r"|verstopt|afgezet|in storing|storing|niet te gebruiken)"
)
_PRICE = r"(?:kost|kosten|prijs|entree|bijdrage|contributie|tarief|toegang|betaal|betalen|betaalt)"
# What it costs, which moves nothing: "kost 5 euro ipv 4,50".
OTHER_PRICE = phrase(
    rf"[^ ]*{_PRICE}(?: [^ .,]+){{0,8}}? (?:(?:€|eur|euro) )?€?\d+(?: , (?:\d\d|-))?"
    r"(?: (?:euro|eur))?(?: ipv (?:(?:€|eur|euro) )?€?\d+(?: , (?:\d\d|-))?(?: (?:euro|eur))?)?"
)
# "Normaal zijn we er niet op donderdag", so that being open is out of the ordinary.
USUALLY_OFF = phrase(
    r"(?:normaal|normaliter|anders|meestal|gewoonlijk|eigenlijk|altijd)"
    r"(?: (?!(?:wel|en|ook|maar|T|om|tot) )[^ .,]+){0,6}?"
    r" (?:niet|geen|dicht|gesloten)(?: (?:open|aanwezig|er|inloop|groep))?(?: (?:op |de )*D)?"
)
_HARMLESS = phrase(
    rf"{OTHER_FOOD.pattern}|{REPLACED.pattern}|{ROOM_SHUT.pattern}"
    r"|(?:ben|is|zijn)~3 er(?: zelf)?(?: D)? niet|"
    r"niet~6 parkeren|niet (?:vergeten|nodig|verplicht|erg|schrikken|bang)|vergeet~2 niet"
    r"|hoef\S*~3 niet|"
    rf"geen {THINGS}"
    r"|niet~2 (?:met de auto|te laat|via|door de|aan de voorkant)|niet alleen"
)


def is_negative(row: Row) -> bool:
    """Whether words say no to something that is not understood."""
    return _NEGATIVE.search(_HARMLESS.sub("", row.line)) is not None
