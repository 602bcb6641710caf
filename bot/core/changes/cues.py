"""What the words of an announcement say happens: patterns over a row of signs.

In the patterns ~4 stands for up to four words without a stop between, D for days, T for hours,
P for a place, L for a length in days and U for one in minutes; %3 has no day in it either.
"""

import re
from enum import StrEnum

from bot.core.changes.signs import Row, Sign
from bot.core.changes.words import ACTIVITY, THINGS

_GAP = re.compile(r"~(\d)")
_NARROW_GAP = re.compile(r"%(\d)")


def _cue(form: str) -> re.Pattern[str]:
    spelled = _GAP.sub(r"(?: [^ .,?]+){0,\1}?", form)
    spelled = _NARROW_GAP.sub(r"(?: (?!D )[^ .,?]+){0,\1}?", spelled)
    return re.compile(rf"(?<= )(?:{spelled})(?= )")


class Cue(StrEnum):
    """A thing that words can say of an activity."""

    OFF = "off"
    OFF_PERHAPS = "off_perhaps"
    CLOSED = "closed"
    ENDED = "ended"
    AGAIN = "again"
    AFTER_ALL = "after_all"
    EXTRA = "extra"
    ONLINE = "online"
    ONCE = "once"
    ONLY = "only"
    STILL_ON = "still_on"
    MOVING = "moving"
    AS_USUAL = "as_usual"
    NEWS = "news"
    DOUBTFUL = "doubtful"
    ASKED = "asked"
    OPEN_END = "open_end"
    FROM_NOW = "from_now"
    POSTPONED = "postponed"


_NOT_THE_DOOR = r"(?! (?:de|het|een|die|deze|onze|naar|elkaar))"
_OPENING = r"(?:begint|beginnen|begin|start|starten|open|opent|opengaan)"
_ENDING = (
    r"(?:sluit|sluiten|dicht|gesloten|klaar|afgelopen|eindigt|eindigen|stopt|stoppen|uit"
    r"|op slot|op het slot)"
)
_SHIFT = (
    r"(?:verzet|verzetten|verschoven|verschuift|verschuiven|schuift|schuiven|schuif|opgeschoven"
    r"|doorgeschoven|doorschuiven|verplaatst|verplaatsen|uitgesteld|vervroegd|verhuist"
    r"|verlegd|omgezet|verplaats|overgezet)"
)

CUES: dict[Cue, re.Pattern[str]] = {
    Cue.OFF: _cue(
        rf"(?:niet|niks|niets)~4 (?:door{_NOT_THE_DOOR}|doorgaan|plaats|plaatsvinden)"
        rf"|(?:is|zijn) er geen(?= [.,]| \Z)|geen~2 doorgang|door{_NOT_THE_DOOR} niet"
        rf"|{ACTIVITY.pattern}(?: P| D| in P)* is er~3 niet"
        rf"|niet {ACTIVITY.pattern}(?= [.,]| ivm| want| \Z)|niet deur(?= [.,]| ivm| want| D| \Z)"
        r"|vervalt|vervallen|afgelast\S*|af te \S+|afge(?:zegd|blazen)|af(?:zeggen|blazen)"
        r"|geannul\S+|annul\S+|(?:ge)?cancel\S*|(?:ge)?canc?ell?ed|geschrapt|schrappen|uitgevallen"
        r"|opgeschort|overslaan|overgeslagen|skippen|geskipt|valt~7 uit|vallen~5 uit|uitvallen"
        r"|slaan~6 over|slaat~6 over|laten~6 vervallen|gaat~7 niet lukken|is van de baan|op pauze"
    ),
    Cue.OFF_PERHAPS: _cue(
        r"(?:D|P|kan|lukt|is|zijn)(?: (?:helaas|dus|even|weer|toch|ook|D))* niet"
        r"(?= [.,(!-]| ivm| want| door| dus| D[ .,]| \Z)"
    ),
    Cue.CLOSED: _cue(
        r"(?<!was )(?<!waren )(?<!niet )(?<!dicht )(?<!na L )(?:dicht(?! bij)|gesloten|sluiten"
        r"|sluit(?! aan)"
        r"|gaat toe)|(?<!na de )(?<!na )(?<!na onze )(?:\S*sluiting"
        r"|(?:kerst|zomer|winter|vakantie|herfst|corona)(?:stop|reces|pauze))(?! (?:weer"
        r"|(?:is |zit )?(?:weer |er weer )?(?:voorbij|erop|er op|over|op|afgelopen|gedaan)) )"
        r"|met reces|ligt~2 stil|liggen~2 stil|staat~2 stil|(?:zijn (?:we|wij)|(?:we"
        r"|wij) zijn)~4 niet"
        r"(?= [.,(-]| ivm| want| aanwezig| D| \Z)|niemand aanwezig|hebben~3 vrij"
        r"|hebben~2 \S*vakantie"
        r"|niet~1 open(?! (?:voor|in))|op slot"
    ),
    Cue.ENDED: _cue(
        r"(?:bestaat|bestaan)~5 niet meer|op te bestaan|(?:is|zijn) er~5 niet meer"
        r"|verdwijnt|verdwijnen"
        r"|stopt(?! om)|stoppen(?! om)|stopgezet|gestopt|opgeheven|beeindigd|houdt~6 op"
        r"|houden~3 op(?= [.,])|voor het laatst|(?:aller)?laatste~1 (?:keer|bijeenkomst|inloop"
        r"|groep|avond"
        r"|middag|ochtend|les|meeting|x)|de laatste(?= [.,])"
    ),
    Cue.AFTER_ALL: _cue(
        r"toch(?!~3 (?:niet|geen|dicht|gesloten))~4 (?:door|doorgaan|open|plaats)|toch wel"
        r"|alsnog~2 (?:door|open)"
        r"|niet (?:geannuleerd|afgelast|vervallen|gecanceld)"
        r"|toch gewoon(?! (?:niet|geen|dicht|gesloten))"
        rf"|toch (?:wel )?{ACTIVITY.pattern}|toch~3 (?:welkom|terecht|er)(?= [.,]| \Z)"
        r"|(?:negeer|vergeet)~4 (?:bericht\S*|app|appje|mail|mailtje|zei|schreef|stuurde)"
        r"(?=.* (?:wel|gewoon|door|toch) )(?!.* (?:niet|geen) )"
        r"|(?:had|heb)~2 (?:gezegd|gemeld|doorgegeven|geschreven|geappt)(?= )[^.?]*"
        r" (?:geen|niet|dicht|vervalt)(?= )[^.?]* maar~3 (?:wel|gewoon|toch)"
        r"|(?:geen|niet|dicht|vervalt)(?= )[^.?]* maar~3 (?:wel|gewoon)(?=.* (?:vergis\S*|fout) )"
    ),
    Cue.STILL_ON: _cue(
        r"wel~1 (?:gewoon )?door|(?:is|zijn) er(?: D)? (?:gewoon )?wel(?= [.,]| \Z)"
    ),
    Cue.MOVING: _cue(
        r"verhuist|verhuizen|verhuisd|(?:andere|nieuwe|ander|nieuw) (?:locatie|plek|adres|ruimte)"
        r"|uitwijken|uitgeweken|wijken~3 uit"
        r"|(?:verdieping|verdiepingen|etage|etages) (?:hoger|lager)"
    ),
    Cue.AGAIN: _cue(
        r"weer~3 (?:open|door|start|begint|beginnen|starten|opgestart|gestart|verder|welkom|terug"
        r"|terecht)|(?:is|zijn)(?: we| wij)? terug"
        r"|(?:start|starten|begint|beginnen|opent|openen|open|draait|draaien|pakken~4"
        r"|terug)~5 weer"
        r"|weer~1 (?:D|vanaf|op D|elke|gewoon"
        r"|van start|inloop|groep|zoals|normaal|bij elkaar|aanwezig|er|als vanouds|normale|in P"
        r"|hier|te)"
        r"|(?:zijn|is)~2 weer(?= [.,]| \Z| D| vanaf| op)|er weer|hervat\S*|heropen\S*|herstart\S*"
        r"|opnieuw (?:open|van start)|(?:start|starten|begint|beginnen|opent|openen)~3 opnieuw"
        r"|opnieuw~2 (?:start|starten|begint|beginnen|opent|openen)|weer begonnen"
        r"|weer(?= vanaf| op D| D| \Z| [.])|doorstart|gaat~2 weer aan"
        rf"|weer {ACTIVITY.pattern}"
    ),
    Cue.EXTRA: _cue(
        r"(?<!minuten )(?<!minuut )(?<!kwartier )(?<!tien )(?<!vijf )(?<!twintig )(?<!tijd )"
        r"(?<!U )"
        r"extra(?! (?:reistijd|minuten"
        r"|lang|vroeg|laat|vrijwilligers?|hulp|stoel\S*|druk|gezellig|leuk|handen"
        r"|plek\S*"
        r"|plaats\S*|feestelijk|informatie|aandacht|koffie|lekker\S*|warm\S*|tijd|kosten|korting"
        r"|soep|taart|kort|aanmeld\S*|zorg|goed|kleding|trui|begeleid\S*|ruimte))|ingelast\S*"
        r"|ook open|(?<!D )ook (?:op )?D|(?:komt|komen|is|doen|plannen|zetten) er~3"
        r" bij(?= [.,:]| \Z| D| T| op)|er (?:komt|komen)~3 bij(?= [.,:]| \Z| D| T| op)|toegevoegd"
        r"|(?:speciaal|bij uitzondering|een keer|een keertje)~2 (?:een keer )?open"
        r"|open (?:we|wij) (?:speciaal|een keer)"
        r"|bonus\S*"
        r"|herhal\S+"
        r"|speciale (?:inloop|opening|avond|middag)|extra$"
    ),
    Cue.ONCE: _cue(r"eenmalig\S*"),
    Cue.ONLY: _cue(r"alleen~3 (?:open )?(?:op )?D|alleen (?:de )?(?:ochtend|middag|avond)\S*"),
    Cue.AS_USUAL: _cue(
        r"gewoon~2 (?:open|door|aanwezig|inloop|welkom)|gaat (?:alles )?gewoon|wel~1 open"
        r"|gaan gewoon|wel~1 aanwezig"
    ),
    Cue.NEWS: _cue(
        r"neem|nemen|neemt|meenemen|meebrengen|breng|brengen|let (?:even )?op"
        r"|denk (?:er|hier|daar)?aan"
        r"|klok(?:ken)?|wintertijd|zomertijd"
        r"|omrijden|omfietsen|omlopen|reistijd"
        r"|nog~3 plek\S*"
        r"|nog~3 plaats\S*|plek(?:ken)? (?:over|vrij)|zit~2 vol|vol|volgeboekt|volzet|vergeet"
        r"|graag~5"
        r" (?:meenemen|aanmelden|opgeven|afmelden|bellen|mee)|aanmelden|opgeven|aan te melden"
        r"|aanmelding"
        r"|thema|onderwerp|parkeren|parkeer\S*|ingang|achterom|achterdeur|achteringang|zijdeur"
        r"|zij-ingang|zijingang|bel(?:len)? (?:even )?aan|aanbellen|kloppen|gast|gastspreker"
        r"|spreker|film|voordeur\S*|lift|wc|toilet\S*|gratis|kost|koffie|thee|taart\S*|soep"
        r"|lunch|eten"
        r"|drinken|trakt\S*|viering|vieren|jarig|kerst\S+|sinterklaas\S+|editie|speciaal|iedereen"
        r"|welkom|kleding|schoenen|jas|regenjas|paraplu|mondkapje\S*|begeleider|begeleiding"
        r"|vervang\S*"
        r"|invaller|invalt|neemt~3 waar|fiets|omleiding|bus|afgesloten|wegwerk\S*"
        r"|nieuwe (?:sleutel"
        r"|code|deur)|verwarming|stuk|kapot|kou|koud|trui|muziek|optreden|foto\S*|introducee\S*"
        r"|eigen|in kleine groep|maximaal|max|tentoonstelling|expositie|krant|televisie"
        r"|opname\S*|betal\S*|contant|pinnen|geld"
    ),
    Cue.DOUBTFUL: _cue(
        r"waarschijnlijk|misschien|mogelijk(?= (?:niet|geen|dicht|vervalt|later|online|D))"
        r"|wellicht|ovb|denk ik|ik denk|tenzij|weet (?:nog )?niet|nog niet zeker"
        r"|onzeker|zou (?:kunnen|zomaar)|voorbehoud|lijkt erop|eventueel|mits|indien"
        r"|bij (?:klimaat|regen|sneeuw|storm|onweer|vorst|hitte|gladheid|ijzel)"
        r"|als het (?!goed|kan)"
    ),
    Cue.ASKED: _cue(r"\?"),
    Cue.OPEN_END: _cue(
        r"onbepaald|voorlopig|tijdelijk|zolang|voorgoed|definitief|permanent|voor altijd|vast"
        r"|structureel|blijvend|tot nader\S*"
    ),
    Cue.FROM_NOW: _cue(r"nuaf|vanaf (?:vandaag|heden)|sinds kort|inmiddels"),
    Cue.POSTPONED: _cue(
        r"uitgesteld|verzet|verschoven|opgeschoven|schuift~4 op|latere? (?:datum|moment|tijdstip)"
        r"|nieuwe datum volgt|andere (?:dag|datum)|nader te bepalen"
    ),
    Cue.ONLINE: _cue(
        r"(?:via|op|per|met|over|in) (?:zoom|teams|skype|meet|google|videobellen|beeldbellen"
        r"|whatsapp"
        r"|jitsi|webex|internet)|digitaal|videobellen|zoom|online"
    ),
}
_POLITE = _cue(
    r"(?:kan|kun|kunnen|wil|willen|zou|mag|kunt)~1 (?:je|jij|jullie|u|iemand|ik|dit|dat|we)~8"
    r" (?:zetten|doorgeven|plaatsen|melden|aanpassen|delen|rondsturen|vermelden|door|laten weten)"
)

DAY_SHIFTS = tuple(
    _cue(form)
    for form in (
        r"niet (?:op )?(?P<old>D)(?! (?:dicht|gesloten) )~2(?: ,)? maar~3 (?P<new>D)",
        r"(?P<old>D)~3 niet(?: door)?(?: ,)? maar~3 (?P<new>D)",
        r"(?P<new>D)(?: (?:om )?T)?%3(?: \()? ipv~2 (?P<old>D)",
        r"ipv~2 (?P<old>D)(?: ,)?~6 (?P<new>D)",
        r"(?P<old>D)~3 niet(?: door)?(?: ,| [.])?(?: (?:dus|dan|het|we|en))*"
        r" (?:wordt|doen)~2 (?P<new>D)",
        r"van~2 (?P<old>D)~4 naar~2 (?P<new>D)",
        rf"{_SHIFT}~5 (?:naar|tot)~1 (?P<new>D)",
        r"(?:gaat|gaan)~5 naar (?P<new>D)",
        rf"naar (?P<new>D)~2 {_SHIFT}",
        r"van (?P<old>D) (?:is|wordt|zijn|houden|doen)~3 (?P<new>D)",
        r"(?P<old>D)~2 wordt~2 (?P<new>D)",
        r"(?P<old>D) (?:- > |> |= > |→ |naar )(?P<new>D)",
        r"(?:inhalen|ingehaald|inhaal\S*|halen~5 in|haal~4 in|in te halen)~4 (?P<new>D)",
        r"(?P<new>D)~4 (?:inhalen|ingehaald|inhaal\S*|in te halen)",
        r"(?:achteraan|erachteraan)~4 (?P<new>D)",
        r"(?:nieuwe|andere|vervangende)~1 (?:datum|dag)(?: :| is| wordt)?~2 (?P<new>D)",
        r"(?:wel|maar) (?:op )?(?P<new>D)~2 ipv",
    )
)
FROM_DAY = _cue(r"(?:vanaf|per)~1 D")
LATER = _cue(r"L (?P<way>later|eerder|op|opgeschoven|verder|uitgesteld|vooruit)")
TIME_SHIFTS = tuple(
    _cue(form)
    for form in (
        r"niet~2 (?P<old>T)~1(?: ,)? maar~3 (?P<new>T)",
        r"(?P<new>T)~1(?: ,)?(?: en| dus| en dus)? niet(?: meer)?"
        r"(?: om| tot| van| vanaf)? (?P<old>T)",
        r"(?P<old>T)~3 geen~2(?: ,)? maar~3 (?P<new>T)",
        r"(?P<new>T)~3(?: [(,])? (?:ipv|was|normaal|eerst)~2 (?P<old>T)",
        r"(?:ipv|normaal|gewoonlijk|eigenlijk|altijd)~2 (?P<old>T)(?: ,)?~6 (?P<new>T)",
        r"van (?P<old>T)~3 naar~1 (?P<new>T)",
        r"(?P<old>T)~2 (?:wordt|naar|- >|>|= >|→)~2 (?P<new>T)",
    )
)
ENDS = tuple(
    _cue(form)
    for form in (
        rf"{_ENDING}~4(?: dus)? (?:om |rond )?(?P<end>T)",
        rf"(?P<end>T)~2 {_ENDING}",
        r"vanaf (?P<end>T)~2 (?:dicht|gesloten)",
        r"(?:open|maar|alleen|duurt|duren|is|kort|korter|gaat"
        r"|door)~4 tot(?: uiterlijk)? (?P<end>T)",
        r"tot (?P<end>T)~2 (?:open|ipv)|(?P<end2>T) (?:einde|eind)",
        r"(?:einde|eind|eindtijd)~2 (?P<end>T)",
    )
)
UNTIL_HOUR = re.compile(rf" (?:tot|{_ENDING}(?: [^ .,?]+){{0,4}}?)(?: om| uiterlijk)? $")
CLOSES = re.compile(r" (?:sluit|sluiten|dicht|stopt|stoppen|eindigt|eindigen|afgelopen) ")
SHUT_UNTIL = (
    _cue(r"(?:dicht|gesloten)~2 tot(?: ongeveer)? (?P<new>T)"),
    _cue(r"tot(?: ongeveer)? (?P<new>T)~2 (?:dicht|gesloten)"),
)
SHUT_EARLIER = _cue(
    r"(?:dicht|gesloten|sluit|sluiten|stoppen|klaar)~3 (?:eerder|vroeger)"
    r"|(?:eerder|vroeger)~1 (?:dicht|gesloten|sluiten|klaar|stoppen)|later~1 open|open~1 later"
)
CHANGED_HOUR = _cue(
    r"pas|later|eerder|ipv|nieuwe tijd|andere tijd|al (?:om|vanaf)|voortaan|nuaf|vanaf D|per D"
    r"|samengevoegd"
)
SHUT_AFTERWARDS = _cue(r"(?:daarna|vervolgens)~2 (?:dicht|gesloten|geen|niet meer)")
PARTLY_SHUT = _cue(
    r"(?:van |tussen )?T~2 (?:dicht|gesloten|niet open)|(?:dicht|gesloten)~3 T|(?:tot|voor|na) T"
)
INSTEAD = (
    _cue(r"niet [^.]{0,60}maar~1 (?:in|bij|op|aan|naar|online|via|digitaal) (?!D|T)"),
    _cue(r"(?:maar|wel|alleen|toch|ipv)~1 (?:online|via zoom|via teams|digitaal)"),
    _cue(r"(?:online|zoom|teams|digitaal)~1 ipv"),
)
_NEGATIVE = _cue(
    r"niet|niks|niets|niemand|nergens|nooit|helaas|anders|geen|verandert|veranderd|gewijzigd|wijzig\S*"
    r"|aangepast\S*"
)
# Someone else leads it, so it goes on.
REPLACED = _cue(
    r"(?:vervangt|vervangen)~2 (?:mij|me|haar|hem|ons)|(?:neemt|nemen)~5 (?:over|waar)"
    r"|(?:valt|vallen)~3 in(?= [.,]| \Z| voor)|als vervang(?:er|ster)"
)
OTHER_DOOR = _cue(r"achterom|achterdeur|achteringang|zijdeur|zij-?ingang|andere (?:ingang|deur)")
# Another meal than as a rule, which goes on too.
_FOOD = (
    r"\S*(?:soep|snert|brood|broodjes|boterham\S*|pannenkoek\S*|patat|friet|pizza\S*|salade\S*"
    r"|stamppot\S*|tosti\S*|taart\S*|hapjes|snacks|afhaal\S*|bbq|barbecue|nasi|bami|macaroni"
    r"|rijsttafel|koek\S*|chinees|maaltijd\S*|lunch|eten|koffie|thee)"
)
NO_THING = _cue(rf"geen~1 {THINGS}")
NEW_ACTIVITY = _cue(rf"(?:een|er|de) nieuwe {ACTIVITY.pattern}")
OTHER_FOOD = _cue(rf"geen~1 {_FOOD}~1(?: ,)? maar~2 {_FOOD}")
_HARMLESS = _cue(
    rf"{OTHER_FOOD.pattern}|{REPLACED.pattern}|(?:ben|is|zijn)~3 er(?: zelf)?(?: D)? niet|"
    r"niet~6 parkeren|niet (?:vergeten|nodig|verplicht|erg|schrikken|bang)|vergeet~2 niet"
    r"|hoef\S*~3 niet|"
    rf"geen {THINGS}"
    r"|niet~2 (?:met de auto|te laat|via|door de|aan de voorkant)|niet alleen"
)
_CLAUSE = re.compile(r"[^.,;]+")
STARTS = tuple(
    _cue(form)
    for form in (
        r"pas~3 (?P<new>T)",
        rf"{_OPENING}~5 (?P<new>T)",
        rf"(?P<new>T)~3 {_OPENING}",
        r"(?:aanvang|deuren|deur|inloop) (?:is |om |gaat~2 )?(?P<new>T)",
        r"(?:later|eerder|(?:nieuwe|andere) tijd|tijd (?:is|wordt|blijft)|tijden|aangepast\S*"
        r"|afwijkende \S+)(?: :"
        r"| ,)?~3"
        r" (?P<new>T)",
        r"(?P<new>T)~2 (?:pas|later|eerder)",
        r"(?:samengevoegd|samen)~6 (?P<new>T)",
        r"vanaf (?P<new>T)",
    )
)
FROM_TO = _cue(rf"{_OPENING}~3 (?P<new>T)~2 (?:duurt|eindigt|tot|sluit|stopt)~2 (?P<end>T)")
BY_MINUTES = _cue(r"U (?P<way>\S+)")
EARLIER = frozenset(["eerder", "korter", "naar voren", "vooruit"])


def has(row: Row, cue: Cue) -> bool:
    """Whether the words of a cue stand in the row."""
    match = CUES[cue].search(row.line)
    if match is None:
        return False
    if cue is Cue.ASKED:
        return _POLITE.search(row.line) is None
    if cue is Cue.ONLINE and match[0] == "online":
        return _is_manner(row, match)
    return True


def _is_manner(row: Row, match: re.Match[str]) -> bool:
    """Whether "online" says how it is held, rather than naming the group."""
    after = row.line[match.end() :].split()[:1]
    return not after or not re.search(r"groep|inloop|cafe|cursus|meeting|bijeenkomst", after[0])


def sign_at(row: Row, match: re.Match[str], group: str) -> int:
    """The position of the sign that a group of a pattern caught."""
    return row.starts.index(match.start(group))


def is_negative(row: Row) -> bool:
    """Whether words say no to something that is not understood."""
    return _NEGATIVE.search(_HARMLESS.sub("", row.line)) is not None


def has_several(row: Row) -> bool:
    """Whether clauses tell of different things on different days."""
    kinds = [_kind(match[0]) for match in _CLAUSE.finditer(row.line) if " D" in match[0]]
    told = {kind for kind in kinds if kind}
    if len(told) > 1:
        return True
    named = [
        match[0]
        for match in _CLAUSE.finditer(row.line)
        if " D" in match[0] and _kind(match[0] + " ") and _NAMED.search(match[0])
    ]
    return len(named) > 1


def _kind(clause: str) -> str:
    line = f"{clause.rstrip()} "
    if CUES[Cue.OFF].search(line) or CUES[Cue.CLOSED].search(line) or NOT_HELD.search(line):
        return "off" if not any(form.search(line) for form in ENDS) else "time"
    if CUES[Cue.EXTRA].search(line):
        return "extra"
    if any(form.search(line) for form in (*TIME_SHIFTS, *ENDS)):
        return "time"
    return ""


_NAMED = re.compile(rf" {ACTIVITY.pattern} ")
NOT_HELD = re.compile(rf" geen (?:[^ ]+ )?{ACTIVITY.pattern} ")


def first_of(row: Row, patterns: tuple[re.Pattern[str], ...]) -> re.Match[str] | None:
    """The match of the first pattern that is found."""
    return next((match for form in patterns if (match := form.search(row.line))), None)


def day_signs(row: Row) -> list[tuple[int, Sign]]:
    """The positions and signs of the days."""
    return [(at, sign) for at, sign in enumerate(row.signs) if sign.days]


def hour_signs(row: Row) -> list[tuple[int, Sign]]:
    """The positions and signs of the hours."""
    return [(at, sign) for at, sign in enumerate(row.signs) if sign.hours]
