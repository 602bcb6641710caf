"""The words in which a day or an hour becomes another one: patterns over a row of signs."""

import re

from bot.core.changes.phrases import ENDING, OPENING, SHIFT, phrase

DAY_SHIFTS = tuple(
    phrase(form)
    for form in (
        r"niet (?:op )?(?P<old>D)(?! (?:dicht|gesloten) )~2(?: ,)? maar~3 (?P<new>D)",
        r"(?P<old>D)~3 niet(?: door)?(?: ,)? maar~3 (?P<new>D)",
        r"(?P<new>D)(?: (?:om )?T)?%3(?: \()? ipv~2 (?P<old>D)",
        r"ipv~2 (?P<old>D)(?: ,)?~6 (?P<new>D)(?! niet)",
        r"(?P<old>D)~3 niet(?: door)?(?: ,| [.])?(?: (?:dus|dan|het|we|en))*"
        r" (?:wordt|doen)~2 (?P<new>D)",
        r"van~2 (?P<old>D)~4 naar~2 (?P<new>D)",
        rf"{SHIFT}~5 (?:naar|tot)~1 (?P<new>D)",
        r"(?:gaat|gaan)~5 naar (?P<new>D)",
        rf"naar (?P<new>D)~2 {SHIFT}",
        r"naar(?: de)? (?P<new>D)~1 [(,]? ?(?:was|ipv|eerst)~2 (?P<old>D)",
        rf"{SHIFT}~2 L(?: op| later| door| vooruit| verder| eerder)?(?: ,| [(]| [.])?"
        r"(?: (?:en )?(?:dus|dat is|wordt|het wordt|naar|:|op))+ (?P<new>D)",
        r"L (?:later|eerder)(?: van start| beginnen| starten)?(?: ,)?(?: dus| en wel| namelijk)?"
        r" (?:op |naar )?(?P<new>D)(?= [.,]| \Z)",
        r"van (?P<old>D) (?:is|wordt|zijn|houden|doen|komt|valt|vindt)"
        r"(?: (?!via |en |ook )[^ .,?]+){0,3}? (?P<new>D)",
        r"(?P<old>D)~2 wordt~2 (?P<new>D)",
        r"van (?:de |het |onze )?(?P<old>D)(?: (?:weer |nu )?een)? (?P<new>D)",
        r"(?P<old>D) (?:is|zijn)(?: nu| dan)? (?:op|naar) (?P<new>D)",
        r"(?P<old>D) (?:- > |> |= > |→ |naar )(?P<new>D)",
        r"(?:inhalen|ingehaald|inhaal\S*|halen~5 in|haal~4 in|in te halen)~4 (?P<new>D)",
        r"(?P<new>D)~4 (?:inhalen|ingehaald|inhaal\S*|in te halen)",
        r"(?:achteraan|erachteraan)~4 (?P<new>D)",
        r"(?:nieuwe|andere|vervangende)~1 (?:datum|dag)(?: :| is| wordt)?~2 (?P<new>D)",
        r"(?:wel|maar) (?:op )?(?P<new>D)~2 ipv",
    )
)
# "T ipv 's middags": another part of the day.
_PART = (
    r"(?:(?:de |het |in de |'s )?(?:s?ochtends?|s?morgens|s?middags?|s?avonds?|nachts)|overdag"
    r"|(?:in )?(?:de |het )?(?:ochtend|middag|avond)|(?:'s|s) (?:morgens|ochtends|middags|avonds))"
)
NOT_THAT_PART = phrase(rf"(?P<new>T)~2(?: [(,])? (?:ipv|niet|was|eerst)~2 {_PART}")
FROM_DAY = phrase(
    r"(?:vanaf|per|ingaande|ingang van)~1 D|(?<=, )(?:begint|beginnen|start|starten)(?: we| op)* D"
    r"(?= [.,(]| \Z)"
)
LATER = phrase(r"L (?P<way>later|eerder|op|opgeschoven|verder|uitgesteld|vooruit)")
TIME_SHIFTS = tuple(
    phrase(form)
    for form in (
        r"niet~2 (?P<old>T)~1(?: ,)? maar~3 (?P<new>T)",
        # "In de app stond T maar het is T"
        r"(?:stond|staat|stonden|staan|schreef|schreven|zei|appte|mailde|gezegd|gemeld)~4"
        r" (?P<old>T)~4(?: [.,])? (?:maar|moet|dat is|het is|klopt niet)~5 (?P<new>T)",
        r"(?P<old>T)~1 (?:stond|staat|zei|schreef)~4(?: ,)? (?:maar|moet)~4 (?P<new>T)",
        r"(?P<new>T)~1(?: ,)?(?: en| dus| en dus)? niet(?: meer)?"
        r"(?: om| tot| van| vanaf)? (?P<old>T)",
        r"(?P<old>T)~3 geen~2(?: ,)? maar~3 (?P<new>T)",
        r"(?P<new>T)~3(?: [(,])? (?:ipv|was|normaal|eerst)~2 (?P<old>T)",
        r"(?P<new>T) ,~3 (?:eerder|later)~2 [(,] (?:ipv|was|waren|normaal|eerst)~2 (?P<old>T)",
        r"(?P<new>T)(?: [.,])?~4 (?:dan|daarom) (?:pas )?ipv~1 (?P<old>T)",
        r"(?:ipv|normaal|gewoonlijk|eigenlijk|altijd)(?! dus)~2 (?P<old>T)(?: ,)?~6 (?P<new>T)",
        r"van (?P<old>T)~3 naar~1 (?P<new>T)",
        r"(?P<new>T)~4 [.,]~2 (?:daarna|verder|erna|volgende (?:keer|week)|D)~1"
        r" (?:weer|gewoon)(?: (?:gewoon|weer|om|vanaf|van|als|altijd|tot))* (?P<old>T)",
        r"(?P<new>T)(?! (?:tot|wel) )~4(?: ,)? anders~3 (?P<old>T)",
        r"(?P<old>T)~2 (?:wordt|naar|- >|>|= >|→)~2 (?P<new>T)",
    )
)
ENDS = tuple(
    phrase(form)
    for form in (
        rf"{ENDING}~4(?: dus)? (?:om |rond )?(?P<end>T)",
        rf"(?P<end>T)~2 {ENDING}",
        rf"(?:eerder|later) {ENDING} [.,:](?: (?:dus|al|om|rond|namelijk|nl))* (?P<end>T)"
        rf"(?! (?:{OPENING}) )",
        r"vanaf (?P<end>T)~2 (?:dicht|gesloten)",
        r"(?:open|maar|alleen|duurt|duren|is|kort|korter|gaat"
        r"|door)~4 tot(?: uiterlijk)? (?P<end>T)",
        r"tot (?P<end>T)~2 (?:open|ipv)|(?P<end2>T) (?:einde|eind)",
        r"(?:einde|eind|eindtijd)~2 (?P<end>T)",
    )
)
UNTIL_HOUR = re.compile(rf" (?:tot|{ENDING}(?: [^ .,?]+){{0,4}}?)(?: om| uiterlijk)? $")
CLOSES = re.compile(r" (?:sluit|sluiten|dicht|stopt|stoppen|eindigt|eindigen|afgelopen) ")
SHUT_UNTIL = (
    phrase(r"(?:dicht|gesloten)~2 tot(?: ongeveer)? (?P<new>T)"),
    phrase(r"tot(?: ongeveer)? (?P<new>T)~2 (?:dicht|gesloten)"),
)
SHUT_EARLIER = phrase(
    r"(?:dicht|gesloten|sluit|sluiten|stoppen|klaar)~3 (?:eerder|vroeger)"
    r"|(?:eerder|vroeger)~1 (?:dicht|gesloten|sluiten|klaar|stoppen)|later~1 open|open~1 later"
)
CHANGED_HOUR = phrase(
    r"pas|later|eerder|ipv|nieuwe tijd|andere tijd|al (?:om|vanaf)|voortaan|nuaf|vanaf D|per D"
    r"|samengevoegd"
)
STARTS = tuple(
    phrase(form)
    for form in (
        r"pas~3 (?P<new>T)",
        rf"{OPENING}~7 (?P<new>T)",
        rf"(?P<new>T)~3 {OPENING}",
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
FROM_TO = phrase(
    rf"{OPENING}~3 (?P<new>T)(?: ,)?~2 (?:duurt|eindigt|tot|sluit|stopt|einde|eind)~2 (?P<end>T)"
)
BY_MINUTES = phrase(r"U (?P<way>\S+)")
# "Aanvang T, een kwartier later dan anders": the hour is the new one, the length only tells why.
TOLD_BESIDE = phrase(
    r"(?<!van )(?P<new>T)~2(?: [,(])?~2 U (?:later|eerder) dan"
    r" (?:anders|normaal|gewoonlijk|gewoon|altijd|eerst|gebruikelijk|gepland|voorheen|jullie|we)"
)
EARLIER = frozenset(["eerder", "korter", "naar voren", "vooruit"])
