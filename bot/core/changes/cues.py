"""What the words of an announcement say happens: patterns over a row of signs."""

import re
from enum import StrEnum

from bot.core.changes.phrases import NOT_THE_DOOR, Phrase, phrase
from bot.core.changes.signs import Row, Sign
from bot.core.changes.words import ACTIVITY

# Asked of whoever keeps the agenda: "haal de inloop van D eraf", "streep maar door: koor".
_AWAY = (
    r"(?:eraf|eruit|er(?: maar| dan| ook| even)? (?:uit|af)"
    r"|(?:van|uit) (?:de|het|jullie) (?:site|website|lijst|agenda|kalender|app|rooster|programma))"
)
OFF_THE_LIST = (
    rf"(?:haal|haalt|halen|gooi|gooien|laat|zet|streep)~6 (?:{_AWAY}|weg)"
    rf"|(?:kan|mag|kunnen|mogen|moet)~7 {_AWAY}(?! zijn)|{_AWAY}~2 (?:halen|gooien|laten)"
    r"|(?:streep|strepen|kruis|streept)~6 (?:door|weg)|doorstrepen|doorgestreept|weghalen"
    r"|(?:wissen|wis|verwijder|verwijderen|schrap)"
)
_ADDED = r" (?:er)?bij(?= [.,:(]| \Z| D| T| op| in| voor)"


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


CUES: dict[Cue, Phrase] = {
    Cue.OFF: phrase(
        rf"(?:niet|niks|niets)~4 (?:door{NOT_THE_DOOR}|doorgaan|plaats|plaatsvinden)"
        rf"|(?:is|zijn) er geen(?= [.,]| \Z)|geen~2 doorgang|door{NOT_THE_DOOR} niet"
        rf"|{ACTIVITY.pattern}(?: P| D| in P)* is er~3 niet"
        rf"|(?:is|zijn)(?: (?:de|het|onze|D))*(?: [^ .,]+)? {ACTIVITY.pattern}(?: [^ .,]+)?"
        r"(?: P| D| in P)* er(?: D| helaas| dus)* niet"
        r"(?= [.,(!-]| ivm| want| D| \Z)"
        rf"|niet {ACTIVITY.pattern}(?= [.,]| ivm| want| \Z)|niet deur(?= [.,]| ivm| want| D| \Z)"
        r"|vervalt|vervallen|afgelast\S*|af te \S+|afge(?:zegd|blazen)|af(?:zeggen|blazen)"
        r"|geannul\S+|annul\S+|(?:ge)?cancel\S*|(?:ge)?canc?ell?ed|geschrapt|schrappen|uitgevallen"
        r"|opgeschort|overslaan|overgeslagen|skippen|geskipt|valt~7 uit|vallen~5 uit|uitvallen"
        r"|(?:blaas|blaast|blazen)~5 af|(?:we|wij) zeggen~5 af|zeggen (?:we|wij)~4 af(?= [.,(]"
        r"| \Z)|slaan~6 over|slaat~6 over|(?:laten|laat)~6 (?:vervallen|schieten)|wordt (?:hem|m"
        r"|em) niet|(?:gaat|zal|gaan) (?:hem|m|em|het)(?: D| dus| helaas)* niet(?: worden)?"
        r"|(?:krijgen|krijg)~4 niet rond|redden~3 niet|zit er~2 niet in|voor gezien|skipt|pauzeren"
        r"|pauzeert|gepauzeerd|gaat~7 niet lukken|is van de baan"
        rf"|op pauze|{OFF_THE_LIST}|afzien van|(?:zien|ziet)~2 af van"
        r"|dus~1 (?:niks|niets)(?= [.,]| \Z)|(?:we|wij) (?:doen|hebben)~2 (?:niks|niets)"
        rf"|(?:{ACTIVITY.pattern}|D)(?: P)? blijft~1 thuis"
    ),
    Cue.OFF_PERHAPS: phrase(
        r"(?:D|P|kan|lukt|is|zijn)(?: (?:helaas|dus|even|weer|toch|ook|ons|me|D))* niet(?: meer)?"
        r"(?= [.,(!-]| ivm| want| door| dus| D[ .,]| \Z)"
    ),
    Cue.CLOSED: phrase(
        r"(?<!was )(?<!waren )(?<!was D )(?<!waren D )(?<!niet )(?<!dicht )"
        r"(?<!na L )(?:dicht(?! bij)|gesloten"
        r"|sluiten(?!~4 (?:af|aan) )|sluit(?!~4 (?:af|aan) )"
        r"|gaat toe)|(?<!na de )(?<!na )(?<!na onze )(?:\S*(?<!af)(?<!aan)(?<!uit)(?<!ont)sluiting"
        r"|(?:kerst|zomer|winter|vakantie|herfst|corona)(?:stop|reces|pauze))(?! (?:weer"
        r"|(?:is |zit )?(?:weer |er weer )?(?:voorbij|erop|er op|over|op|afgelopen|gedaan)) )"
        r"|(?:we|wij) gaan(?: L| even| weer)* (?:met|op) (?:\S*vakantie|reces|D(?= [.,:(]| van"
        r"| tm| \Z))"
        r"|met reces|pauze~1 L|ligt~2 stil|liggen~2 stil|(?<!trein )(?<!bus )(?<!tram )"
        r"(?<!metro )(?<!auto )(?<!verkeer )(?<!alles )staat~2 stil|(?:zijn (?:we|wij)|(?:we"
        r"|wij) zijn)~4 niet"
        r"(?= [.,(-]| ivm| want| aanwezig| D| \Z)|niemand aanwezig|hebben~3 vrij"
        r"|(?:hebben|heeft)~2 \S*vakantie"
        r"|niet~1 open(?! (?:voor|in))|op slot"
    ),
    Cue.ENDED: phrase(
        r"(?:bestaat|bestaan)~5 niet meer|op te bestaan|(?:is|zijn) er~5 niet meer"
        r"|verdwijnt|verdwijnen"
        r"|stopt(?! (?:om|niet))|stoppen(?! (?:om|niet))|stopgezet|gestopt|opgeheven|beeindigd"
        r"|houdt~6 op"
        r"|houden~3 op(?= [.,])|voor het laatst|(?:aller)?laatste"
        r" dag(?! (?:om|dat|voor|van|waarop) )|(?:aller)?laatste~1 (?:keer|bijeenkomst|inloop"
        r"|groep|avond"
        r"|middag|ochtend|les|meeting|x)|de laatste(?= [.,])"
    ),
    Cue.AFTER_ALL: phrase(
        r"toch(?!~3 (?:niet|geen|dicht|gesloten))~4 (?:door|doorgaan|open|plaats)|toch wel"
        r"|alsnog~2 (?:door|open)"
        r"|toch niet (?:dicht|gesloten)|(?:vervalt|vervallen)(?: dus| toch)? niet(?= [.,]| \Z)"
        r"|(?:gaat|gaan)~4 door(?: ,)? ondanks|niet (?:geannuleerd"
        r"|afgelast|vervallen|gecanceld)"
        r"|toch gewoon(?! (?:niet|geen|dicht|gesloten))"
        rf"|toch (?:wel )?{ACTIVITY.pattern}|toch~3 (?:welkom|terecht|er)(?= [.,]| \Z)"
        r"|er(?: D)? toch(?= [.,]| \Z)|(?:negeer|vergeet)~4 (?:bericht\S*|app|appje|mail|mailtje"
        r"|zei|schreef|stuurde)"
        r"(?=.* (?:wel|gewoon|door|toch) )(?!.* (?:niet|geen) )"
        r"|(?:had|heb)~2 (?:gezegd|gemeld|doorgegeven|geschreven|geappt)(?= )[^.?]*"
        r" (?:geen|niet|dicht|vervalt)(?= )[^.?]* maar~3 (?:wel|gewoon|toch)"
        r"|(?:geen|niet|dicht|vervalt)(?= )[^.?]* maar~3 (?:wel|gewoon)(?=.* (?:vergis\S*|fout) )"
    ),
    Cue.STILL_ON: phrase(
        r"wel~1 (?:gewoon )?door|(?:is|zijn) er(?: D)? (?:gewoon )?wel(?= [.,]| \Z)"
    ),
    Cue.MOVING: phrase(
        r"verhuist|verhuizen|verhuisd|verkast|verkassen"
        r"|(?:andere|nieuwe|ander|nieuw) (?:locatie|plek|adres|ruimte)"
        r"|uitwijken|uitgeweken|wijken~3 uit"
        r"|(?:verdieping|verdiepingen|etage|etages) (?:hoger|lager)"
    ),
    Cue.AGAIN: phrase(
        r"weer~3 (?:open|door|start|begint|beginnen|starten|opgestart|gestart|verder|welkom|terug"
        r"|terecht)|(?:is|zijn)(?: we| wij)? terug"
        r"|(?:start|starten|begint|beginnen|opent|openen|open|draait|draaien|pakken~4"
        r"|terug)~5 weer"
        r"|weer~1 (?:D|vanaf|op D|elke|gewoon"
        r"|van start|inloop|groep|zoals|normaal|bij elkaar|aanwezig|er|als vanouds|normale|in P"
        r"|hier|te)"
        r"|(?:zijn|is)~2 weer(?= [.,]| \Z| D| vanaf| op)|er(?: ook)? weer|hervat\S*|heropen\S*"
        r"|herstart\S*"
        r"|(?:trap|trapt|trappen)~6 (?:weer~2 af|af~2 weer)|weer~2 (?:af te|aftrappen|aftrap)"
        r"|opnieuw (?:open|van start)|(?:start|starten|begint|beginnen|opent|openen)~3 opnieuw"
        r"|opnieuw~2 (?:start|starten|begint|beginnen|opent|openen)|weer begonnen"
        r"|(?<!zien )(?<!bel )(?<!bellen )(?:we|wij) weer(?= [.,]| \Z)"
        r"|weer(?= vanaf| op D| D| \Z| [.])|doorstart|gaat~2 weer aan"
        rf"|weer {ACTIVITY.pattern}"
    ),
    Cue.EXTRA: phrase(
        r"(?<![0-9] )(?<!minuten )(?<!minuut )(?<!kwartier )(?<!tien )(?<!vijf )(?<!twintig )"
        r"(?<!tijd )(?<!U )"
        r"extra(?! (?:reistijd|minuten"
        r"|lang|vroeg|laat|vrijwilligers?|hulp|stoel\S*|druk|gezellig|leuk|handen"
        r"|plek\S*"
        r"|plaats\S*|feestelijk|informatie|aandacht|koffie|lekker\S*|warm\S*|tijd|kosten|korting"
        r"|soep|taart|kort|aanmeld\S*|zorg|goed|kleding|trui|begeleid\S*|ruimte) )|ingelast\S*"
        r"|extraatje|nogmaals een|nog een keer(?= (?:van|om|op|D|T|[.,]))"
        rf"|(?:een|ook een|ook) (?:tweede|2e|derde|3e|vierde"
        rf"|4e)(?: [^ .,]+){{0,2}}? {ACTIVITY.pattern}"
        r"|ook open|(?<!D )ook (?:op )?D"
        r"|(?:komt|komen|is|doen|doe|plannen|zetten|zet) er"
        r"(?: (?!D )[^ .,]+)*?(?: een| nog| extra| D)"
        rf"(?: [^ .,]+){{0,2}}? {ACTIVITY.pattern}(?: [^ .,]+)?{_ADDED}"
        rf"|(?:komt|komen|doen|doe|plannen|zetten) er(?: D| T| om| op){{1,3}}{_ADDED}"
        rf"|er (?:komt|komen) (?:D )?(?:een|nog)(?: [^ .,]+){{0,4}}? {ACTIVITY.pattern}{_ADDED}"
        r"|open (?:huis|dag|middag|avond|ochtend)(?! (?:van|tot|is|tm|T) )"
        r"|bijgekregen|erbij gekregen|toegevoegd|toevoegen|voeg~7 toe|toe te voegen|bijzetten"
        r"|(?:zet|zetten|zette)~8 (?:erbij"
        r"|(?:in|op) de (?:agenda|site|kalender|lijst))(?! ipv)"
        r"|(?:speciaal|bij uitzondering|een keer|een keertje)~2 (?:een keer )?open"
        r"|open (?:we|wij) (?:speciaal|een keer)"
        r"|bonus\S*"
        r"|herhal\S+"
        r"|speciale(?: open)? (?:inloop|opening|avond|middag|ochtend|bijeenkomst)|extra$"
    ),
    Cue.ONCE: phrase(r"eenmalig\S*"),
    Cue.ONLY: phrase(
        r"(?<!wie )(?<!iedereen die )alleen(?! (?:zit|zitten|woont|wonen|staat|staan|is|bent) )"
        r"~3 (?:open )?(?:op )?D|alleen (?:de )?(?:ochtend|middag|avond)\S*"
    ),
    Cue.AS_USUAL: phrase(
        rf"gewoon (?:wel )?{ACTIVITY.pattern}(?= [.,]| \Z)"
        r"|gewoon~2 (?:open|door|aanwezig|inloop|welkom)|gaat (?:alles )?gewoon|wel~1 open"
        r"|gaan gewoon|wel~1 aanwezig"
    ),
    Cue.NEWS: phrase(
        r"neem|nemen|neemt|meenemen|meebrengen|breng|brengen|let (?:even )?op"
        r"|denk (?:er|hier|daar)?aan"
        r"|klok(?:ken)?|wintertijd|zomertijd"
        r"|omrijden|omfietsen|omlopen|reistijd"
        r"|nog~3 plek\S*|er is~2 (?:plek|plaats|ruimte)"
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
    Cue.DOUBTFUL: phrase(
        r"waarschijnlijk|misschien|mogelijk(?= (?:niet|geen|dicht|vervalt|later|online|D))"
        r"|wellicht|ovb|denk ik|ik denk|tenzij|weet (?:nog )?niet|nog niet zeker"
        r"|onzeker|mocht|bij code|zou (?:kunnen|zomaar)|voorbehoud|lijkt erop|eventueel|mits"
        r"|indien"
        r"|bij (?:klimaat|regen|sneeuw|storm|onweer|vorst|hitte|gladheid|ijzel)"
        r"|als het (?!goed|kan)"
    ),
    Cue.ASKED: phrase(r"\?"),
    Cue.OPEN_END: phrase(
        r"onbepaald|voorlopig|tijdelijk|zolang|voorgoed|definitief|permanent|voor altijd|vast"
        r"|structureel|blijvend|tot nader\S*"
    ),
    Cue.FROM_NOW: phrase(r"nuaf|vanaf (?:vandaag|heden)|sinds kort|inmiddels"),
    Cue.POSTPONED: phrase(
        r"uitgesteld|verzet|verschoven|opgeschoven|schuift~4 op|latere? (?:datum|moment|tijdstip)"
        r"|nieuwe datum volgt|andere (?:dag|datum)|nader te bepalen"
    ),
    Cue.ONLINE: phrase(
        r"(?:via|op|per|met|over|in) (?:zoom|teams|skype|meet|google|videobellen|beeldbellen"
        r"|whatsapp"
        r"|jitsi|webex|internet)|digitaal|videobellen|zoom|zoomen|skypen|teamsen|beeldbellen|online"
    ),
}
_POLITE = phrase(
    r"(?:kan|kun|kunnen|wil|willen|zou|mag|kunt)~1 (?:je|jij|jullie|u|iemand|ik|dit|dat|we)~8"
    r" (?:zetten|doorgeven|plaatsen|melden|aanpassen|delen|rondsturen|vermelden|door|laten weten"
    rf"|toevoegen|{OFF_THE_LIST})"
    rf"|(?:kan|kunnen|mag|mogen)(?: [^ .,]+){{1,6}}? (?:{OFF_THE_LIST})"
)
INSTEAD = (
    phrase(r"niet [^.]{0,60}maar~1 (?:in|bij|op|aan|naar|online|via|digitaal) (?!D|T)"),
    phrase(r"(?:maar|wel|alleen|toch|ipv)~1 (?:online|via zoom|via teams|digitaal)"),
    phrase(r"(?:online|zoom|teams|digitaal)~1 ipv"),
    phrase(r"(?:zoomen|skypen|teamsen|beeldbellen|videobellen)~6 ipv"),
)


# "We laten weten wanneer we weer beginnen" says that it is off.
_UNTIL_AGAIN = re.compile(
    r" (?:wanneer|zodra|totdat|hopen|hoop|zolang|voordat)(?: [^ .,]+){0,5} $"
)


_TOPIC = re.compile(r"^(?: [^ .,?]+){1,4} \? (?!en )[^ ]+ [^ ]+")


def has(row: Row, cue: Cue) -> bool:
    """Whether the words of a cue stand in the row."""
    match = CUES[cue].search(row.line)
    if match is None:
        return False
    if cue is Cue.ASKED:
        topic = _TOPIC.match(row.line) is not None and row.line.count("?") == 1
        return _POLITE.search(row.line) is None and not topic
    if cue is Cue.AGAIN:
        return any(
            _UNTIL_AGAIN.search(row.line[: one.start()]) is None
            for one in CUES[cue].finditer(row.line)
        )
    if cue is Cue.ONLINE and match[0] == "online":
        return _is_manner(row, match) or first_of(row, INSTEAD) is not None
    return True


def _is_manner(row: Row, match: re.Match[str]) -> bool:
    """Whether "online" says how it is held, rather than naming the group."""
    after = row.line[match.end() :].split()[:1]
    return not after or not re.search(r"groep|inloop|cafe|cursus|meeting|bijeenkomst", after[0])


def sign_at(row: Row, match: re.Match[str], group: str) -> int:
    """The position of the sign that a group of a pattern caught."""
    return row.starts.index(match.start(group))


def first_of(row: Row, patterns: tuple[Phrase, ...]) -> re.Match[str] | None:
    """The match of the first pattern that is found."""
    return next((match for form in patterns if (match := form.search(row.line))), None)


def day_signs(row: Row) -> list[tuple[int, Sign]]:
    """The positions and signs of the days."""
    return [(at, sign) for at, sign in enumerate(row.signs) if sign.days]


def hour_signs(row: Row) -> list[tuple[int, Sign]]:
    """The positions and signs of the hours."""
    return [(at, sign) for at, sign in enumerate(row.signs) if sign.hours]
