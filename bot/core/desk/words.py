"""What the desk says to coordinators and administrators, in plain Dutch."""

NOT_DONE = {
    "nl": (
        "Dat lukt nu niet, door een storing bij ons. Er is niets veranderd. Probeer het straks "
        "nog eens."
    ),
    "en": "That does not work now: something is broken on our side. Please try again later.",
}
NO_ACCESS = {
    "nl": (
        "Dit kan alleen een coördinator. Ik help je graag een plek te vinden. Typ gewoon je vraag."
    ),
    "en": "Only a coordinator can do this. I can help you find a place. Just type your question.",
}
NOT_YOURS_TO_DO = (
    "Dit kan alleen een beheerder. Jij bent coördinator: jij geeft door wat er verandert. Typ het "
    "gewoon, of typ /wijziging."
)
NO_INVITATION = {
    "nl": (
        "Deze uitnodiging werkt niet. Misschien is hij al gebruikt of te oud. Vraag een nieuwe "
        "aan wie je uitnodigde. Zoek je zelf een plek? Typ gewoon je vraag."
    ),
    "en": (
        "This invitation does not work. Maybe it was used, or it is too old. Ask whoever invited "
        "you for a new one. Looking for a place yourself? Just type what you need."
    ),
}
NO_INVITATION_ANY_MORE = (
    "Deze uitnodiging is al gebruikt, of te oud. Wat je al kon, kun je nog steeds."
)
WHOM_TO_INVITE = (
    "Wie wil je uitnodigen? Typ de naam van een organisatie, een plaats of een provincie. "
    "Dan maak ik een link voor een coördinator daar."
)
NOBODY_THERE = (
    "Ik ken geen organisatie of plaats die zo heet. Typ de naam nog eens, of een deel ervan."
)
INVITED = (
    "Stuur deze link naar één mens. Hij werkt één keer, tot en met {day}. Wie hem opent, wordt "
    "{role}.\n\n{link}"
)
TYPED = "Laat diegene dit typen in het gesprek met mij:\n/start {token}"
INVITED_BARE = "Of laat diegene dit typen in het gesprek met mij:\n/start {token}"
WELCOME = "Welkom. Je bent nu {roles}. In het logboek heet je {pseudonym}: je naam bewaar ik niet."
YOU_ARE = "Je bent hier {roles}. In het logboek heet je {pseudonym}."
HOW_TO_CHANGE = (
    "Gaat er iets niet door, of wordt het anders? Typ het gewoon, bijvoorbeeld: “inloop dinsdag "
    "gaat niet door, ziekte”. Of typ /wijziging, dan help ik je met knoppen. Je ziet altijd "
    "eerst een voorbeeld. Er gaat niets weg zonder jouw ja."
)
FIGURES_HINT = "Wil je weten wat er deze week gevraagd is? Typ /cijfers."
FOR_ADMINISTRATORS = (
    "Als beheerder kun je ook dit: /uitnodigen, /intrekken, /logboek en /alleennummers aan of uit."
)
WHOSE_ROLE = "Wiens toegang wil je intrekken? Het werkt meteen."
SURE_TO_REVOKE = "Weet je het zeker? {who} kan daarna niets meer doorgeven."
SURE_TO_REVOKE_OWN = (
    "Weet je het zeker? Dit is je eigen toegang. Ben je de enige beheerder? Dan kan daarna "
    "niemand meer uitnodigen of intrekken."
)
REVOKED = "De toegang van {who} is ingetrokken."
REVOKED_BEFORE = "Die toegang was al ingetrokken."
LOG_EMPTY = "Het logboek is nog leeg."
ONLY_NUMBERS = (
    "Vanaf nu geef ik op elke vraag alleen de hulpnummers, aan iedereen. Ook na een herstart. "
    "Typ “/alleennummers uit” om weer gewoon te antwoorden."
)
EVERYTHING = "Ik antwoord weer gewoon op alle vragen."
ON_OR_OFF = "Typ “/alleennummers aan” of “/alleennummers uit”. Het staat nu {state}."
PAST_PRESS = "Die knop is van een ouder bericht. Dit is hoe het nu staat:"
NOTHING_TO_CHANGE = (
    "Er staat nu niets in het programma dat jij kunt wijzigen. Vraag het aan de beheerder."
)
OUT_OF_REACH = (
    "Wat je noemt, hoort niet bij wat jij kunt wijzigen. Is dat wel de bedoeling? Vraag de "
    "beheerder om een uitnodiging."
)
SEVERAL = "Ik lees {count} wijzigingen. Eerst deze: “{first}”. Daarna gaan we verder met de rest."
NEXT = "Dan nu deze: “{next}”."
ONE_AT_A_TIME = "Ik lees meer dan één wijziging. Stuur ze een voor een, dan gaat het zeker goed."
HOW_IT_LOOKS = "Zo zien mensen het:"
REACHES = {
    0: "Nog niemand volgt dit. Wie ernaar vraagt, krijgt na Versturen het nieuwe antwoord.",
    1: "Dit gaat naar 1 mens. Wie ernaar vraagt, krijgt na Versturen het nieuwe antwoord.",
}
REACHES_MORE = (
    "Dit gaat naar {count} mensen. Wie ernaar vraagt, krijgt na Versturen het nieuwe antwoord."
)
LOOK_AT = "Let op:"
DISCARDED = "Weg. Er is niets verstuurd."
_IN = "Het staat erin. Wie ernaar vraagt, krijgt nu het nieuwe antwoord."
SENT = {
    0: _IN,
    1: f"{_IN} Het bericht gaat nu naar 1 mens. Je hoort hier hoe het gaat.",
}
SENT_MORE = f"{_IN} Het bericht gaat nu naar {{count}} mensen. Je hoort hier hoe het gaat."
CORRECTED = (
    "Verbeterd. Wie het bericht al had, ziet daar de nieuwe tekst. Kan dat niet meer, dan komt er "
    "een nieuw bericht."
)
SENT_BEFORE = "Dit was al verstuurd. Het is niet nog een keer gegaan."
SENT_NOT = "Dit is niet verstuurd: het is er niet meer. Typ opnieuw wat er verandert."
WITHDRAW_SURE = (
    "Weet je het zeker? Wie het bericht kreeg, leest daar dat het is ingetrokken. Ik antwoord "
    "dan weer zoals ervoor."
)
WITHDRAWN = "Ingetrokken. Ik antwoord weer zoals ervoor."
WITHDRAWN_BEFORE = "Dit was al ingetrokken."
NOT_YOURS = "Dit valt niet meer onder wat jij kunt wijzigen. Er is niets veranderd."
GOES_LATER = "Het bericht gaat weg op {when}."
SENT_LATER = (
    "Het staat erin. Wie ernaar vraagt, krijgt nu het nieuwe antwoord. Het bericht gaat weg op "
    "{when}."
)
CORRECTED_BEFORE = (
    "Dit bericht is al verbeterd, ingetrokken of voorbij. Er is niets verstuurd. Typ opnieuw wat "
    "er verandert."
)
NEEDS_SECOND = "Omdat het er zo veel zijn, moet een tweede coördinator eerst meekijken."
WAITS_FOR_SECOND = (
    "Het staat erin. Wie ernaar vraagt, krijgt nu het nieuwe antwoord. Het bericht aan {count} "
    "mensen gaat weg zodra een tweede coördinator heeft meegekeken. Ik heb het gevraagd."
)
WAITS_FOR_SECOND_CORRECTION = (
    "Het staat erin. Wie ernaar vraagt, krijgt nu het nieuwe antwoord. De {count} mensen van het "
    "eerdere bericht zien de nieuwe tekst zodra een tweede coördinator heeft meegekeken. Ik heb "
    "het gevraagd. Kan het eerdere bericht zo lang niet blijven staan? Trek het dan in."
)
NO_SECOND = (
    "Dit gaat naar {count} mensen. Daarvoor moet een tweede coördinator meekijken, en die is er "
    "nog niet. Vraag een beheerder om iemand uit te nodigen. Er is nog niets verstuurd."
)
SECOND_YES = "Dank je. Het bericht gaat naar {count} mensen."
SECOND_NO = "Goed. Het is niet verstuurd, en de wijziging is ingetrokken. Je collega hoort het."
SECOND_NO_CORRECTION = (
    "Goed. Het is niet verbeterd: het eerdere bericht geldt weer. Je collega hoort het."
)
SECOND_PAST = "Dit is al afgehandeld."
OWN_MESSAGE = "Dit is je eigen bericht. Een ander moet meekijken."
TOO_LATE = "Dat moment is al geweest, of het is dan al voorbij. Kies een ander moment."
REFUSED = (
    "Een collega heeft meegekeken en je bericht niet verstuurd. De wijziging is ingetrokken. "
    "Overleg even, en stuur het opnieuw als het klopt."
)
REFUSED_CORRECTION = (
    "Een collega heeft meegekeken en je verbetering niet verstuurd. Het eerdere bericht geldt "
    "weer. Overleg even. Klopt het eerdere bericht niet? Trek het dan in."
)
SECONDED_CORRECTION = (
    "Een collega heeft meegekeken en ja gezegd. De {count} mensen die het bericht hebben, zien nu "
    "de nieuwe tekst."
)
