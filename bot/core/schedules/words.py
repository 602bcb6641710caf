"""The words of posters about when something is: one table from words to kinds of token."""

import re

from bot.core.schedules.school_holidays import Break
from bot.core.schedules.token import T

# One week it is, the next week it is not.
TURN_ABOUT = (
    r"(?:de )?(?:een|ene) week wel,? (?:en )?(?:de )?(?:een|ene|andere|volgende)(?: week)? niet"
    r"|(?:(?:we |wij )?slaan )?(?:steeds|telkens|altijd) (?:weer )?(?:een|1) week over(?:slaan)?"
    r"|(?:we |wij )?slaan (?:steeds |telkens |altijd )?(?:een|1) week over|week op,? week af"
    r"|(?:(?:steeds|telkens|altijd) )?(?:met )?(?:een|1) week (?:er|daar)?tussen"
)
_ONE_DAY = (
    r"(?:week-?end|(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|middag|avond)?|ma|di|wo"
    r"|do|vr|za|zo)(?!\w)"
)
# Phrases of more than one word, or with marks inside; the first that fits wins.
_PHRASES: tuple[tuple[T, str], ...] = (
    (T.THROUGH, r"tot en met|tot & met|t ?/ ?m|t\.m\.|tm"),
    (T.TILL, r"tot (?:aan|uiterlijk)|uiterlijk tot"),
    (T.RHYTHM, TURN_ABOUT),
    (T.ALL_HOURS, r"dag en nacht|de klok rond"),
    (
        T.EXCEPT,
        r"met uitzondering van|uitgezonderd|uitzondering(?:en)?|behalve|behoudens"
        r"|m\.? ?u\.? ?v\.?|exclusief|niet|geen|buiten(?= (?:de )?(?:school)?vakantie)"
        r"|(?:(?:we|wij) )?slaan(?! (?:we|wij) over)(?= [^.;]{1,60} over\b)|overslaan"
        r"|(?:we|wij) zijn er niet",
    ),
    (
        T.UNDECIDED,
        r"(?:tijdelijk|momenteel|voorlopig|nu|op dit moment|vooralsnog) "
        r"(?:even )?(?:gesloten|dicht|gestopt|gestaakt|geen (?!afspraak|aanmeld)\w+)",
    ),
    (
        T.SHUT,
        r"(?:gaat|gaan) niet door|gesloten|dicht|(?:komt|komen) te vervallen|vervalt|vervallen"
        r"|(?:valt|vallen) (?:uit|weg)|slaan (?:we|wij) over|wordt overgeslagen|overgeslagen"
        r"|worden overgeslagen",
    ),
    (
        T.DAILY,
        r"dagelijkse?|(?:elke|iedere) (?:dag|middag en avond)|alle dagen(?: van de week)?"
        r"|(?:zeven|7) dagen (?:per|in de) week",
    ),
    (
        T.WORKDAY,
        r"door de week(?:se dagen)?|doordeweekse?(?: dag(?:en)?)?|(?:werk|week)dag(?:en)?",
    ),
    (T.WEEKEND, r"week-?end(?:s|en|dag|dagen)?|weekeinden?|weekeindes"),
    (T.ALTERNATING, r"(?:de )?ene week.{0,60}?(?:de )?andere(?: week)?"),
    (
        T.BY_APPOINTMENT,
        r"(?:op|volgens|na)(?: telefonische)? (?:afspraak|aanvraag|verzoek|maat)"
        r"|in (?:onderling |nader )?overleg|binnen (?:de )?openingstijden"
        r"|tijdens (?:de |onze )?openings(?:tijden|uren)|afspraak",
    ),
    (  # the hour is that of the service
        T.WORD,
        r"na (?:afloop van )?(?:de |het )?(?:kerkdienst|dienst|mis|viering|samenkomst)"
        r"(?: (?:van|om) \d{1,2}(?:[.:]\d\d)?(?: ?u(?:ur)?)?)?",
    ),
    (T.SAME, r"idem(?: dito)?|(?:de)?zelfde tijd(?:en|stip)?"),
    # The day may be fixed all the same: "elke dinsdag, tijd volgt".
    (T.WORD, r"(?:tijd(?:en|stip)?|uur) (?:nog )?(?:niet bekend|onbekend|volgt|volgen|wisselt)"),
    (
        T.UNDECIDED,
        r"(?:data|datum|dag|dagen|start) "
        r"(?:volgen|volgt|in overleg|onbekend|nader te bepalen|later bekend|wisselt|wisselen)"
        r"|zodra(?! je)|van zodra|(?:vanaf|op) het moment dat"
        r"|(?:afwisselend|beurtelings|om de beurt|om beurten)"
        r"(?= (?:op )?(?:de )?(?:[a-z]+dag|ma|di|wo|do|vr|za|zo)(?:s|en|ochtend|middag|avond)?\b)"
        r"|onbekend|niet bekend|n\.? ?t\.? ?b\.?|nader (?:te bepalen|bekend)"
        r"|nog (?:onbekend|niet bekend|te bepalen)"
        r"|word(?:t|en) (?:nog|later|nader) \w+|later bekend"
        r"|voldoende (?:aanmeldingen|deelnemers|belangstelling|animo)"
        r"|op (?:gezette|wisselende|onregelmatige|verschillende) "
        r"(?:dagen|momenten|data)"
        r"|(?:on)?regelmatig|wissel(?:t|en|end|ende)(?! tijd)|af en toe"
        r"|(?:een aantal|enkele|sommige|verscheidene|diverse|een paar)"
        r"(?= \w*(?:dagen|avonden|middagen|ochtenden)\b"
        r"(?![^.;]*\d (?:jan|feb|m[aer]|apr|ju[nl]|aug|sep|okt|nov|dec)))"
        r"|op gezette tijden|om en om|enkele keren|een aantal keren?|(?:zo )?nu en dan|binnenkort"
        r"|zie (?:de |onze |het )?(?:agenda|website|site|programma|rooster|kalender|facebook)\w*"
        r"|volgens (?:rooster|planning)|naar behoefte|incidenteel|soms|periodiek"
        r"|(?:eventueel|evt\.?|mogelijk|misschien)(?= (?:ook )?(?:op )?(?:de )?"
        r"(?:\d|eerste|tweede|derde|vierde|vijfde|laatste|[a-z]+dag))"
        r"|elke week (?:op )?een andere dag|in plaats van|i\.?p\.?v\.?"
        r"|(?:valt|als|indien|mocht|wanneer)(?: \w+){1,4} feestdag(?:en)?",
    ),
    (
        T.FREE_DAYS,
        r"(?:(?:nationale|officiele|erkende|algemene|alle|christelijke) )*feestdag(?:en)?",
    ),
    (
        T.FROM,
        r"met ingang van|m\.? ?i\.? ?v\.?|ingaande|(?:te beginnen|beginnend|startend)"
        r"(?: op| met| vanaf)?|vanaf|van af|v\.? ?a\.(?=[ \d])|va(?= ?\d)|startdatum|ingangsdatum"
        r"|begindatum",
    ),
    (T.SINCE, r"(?:al )?(?:sinds|sedert)"),
    (
        T.FIRST_TIME,
        r"voor het eerst|(?:de )?eerst ?volgende?(?: keer| bijeenkomst| datum| avond| middag)?"
        r"(?: [a-z]+dag(?= (?:is|wordt|valt)\b))?"
        r"|(?:de )?volgende (?:keer|bijeenkomst|datum|is)|(?:de )?(?:eerste|1e) (?:keer|datum)",
    ),
    (
        T.DOORS,
        r"(?:inloop|deuren|deur|zaal|kerk)(?: (?:is|zijn|gaat|gaan))? open|inloop(?:tijd|uur)?"
        r"|welkom|ontvangst|binnenkomst|binnenlopen|inlopen|koffie(?: en thee)?|zaal|deuren"
        r"|verzamelen|verzameltijd",
    ),
    (
        T.BEGIN,
        r"aanvangs?(?:tijd)?|begint|beginnen|begin(?:tijd)?|starttijd|starten|start|programma"
        r"|vertrek(?:t|ken|tijd)?(?! (?:vanaf|vanuit|van|bij|uit))",
    ),
    (
        T.FINISH,
        r"(?<!staat )(?<!staan )klaar|einde|eind(?:tijd)?|eindigt|eindigen|stopt|stoppen|afloop"
        r"|sluiting(?:stijd)?|sluit|uiterlijk|rond(?:en|t) (?:we |het )?af|afronding|afronden",
    ),
    (T.LASTS, r"duurt|duren|tijdsduur|duur|gedurende"),
    (T.LONG, r"lang"),
    (T.ABOUT, r"ongeveer|ong\.?|circa|ca\.?|plusminus|±|plm\.?|rond(?: de)?|omstreeks|zo'n"),
    (T.SEASON, r"advents?(?:tijd)?|vasten(?:tijd)?|veertigdagentijd|ramadan|paastijd"),
    (
        T.SEASON,
        r"(?:winter|zomer|voorjaar|najaar|herfst|lente)s?(?:maanden|seizoen|periode|tijd|rooster)?",
    ),
    (
        T.NUMBER_OF,
        r"(?:het )?(?:totaal )?aantal (?:bijeenkomsten|lessen|keren|sessies|avonden|middagen"
        r"|ochtenden|dagen)(?: is)?",
    ),
    (
        T.ONCE,
        r"a\.s\.?|(?<=dag )aanstaande"
        rf"|(?:aanstaande|aankomende?|komende?|volgende|deze|dit)(?= {_ONE_DAY})"
        r"|(?:aankomende|komende|volgende|deze) (?:week|maand)|eenmalige?|vandaag"
        r"|overmorgen|van(?:avond|middag|ochtend|morgen)",
    ),
    (T.HALFWAY, r"half|medio|midden"),
    (
        T.ASIDE,
        r"(?:aanmeld|inschrijv|reserv|aangemeld)\w*|opgave|opgeven|bel|bellen|mail|mailen"
        r"|aansluitend|na afloop|naborrel|nazit|deadline"
        r"|meer info\w*|info(?:rmatie)?(?= ?:| via| bij| op)",
    ),
)
PHRASE = re.compile("|".join(f"(?P<p{i}>(?:{p})(?!\\w))" for i, (_, p) in enumerate(_PHRASES)))

_SESSIONS = (
    "bijeenkomst bijeenkomsten les lessen sessie sessies ontmoeting ontmoetingen workshops "
    "trainingen cursusdagen cursusavonden trainingsdagen groepsbijeenkomsten meetings "
    "themabijeenkomsten themaavonden thema-avonden meeting momenten trainingsavonden edities "
    "cursusbijeenkomsten cursusmiddagen cursusochtenden gesprekken wandelingen sessiedagen"
)
_GROUPS: tuple[tuple[T, str], ...] = (
    (T.EVERY, "elke elk iedere ieder alle"),
    (T.WEEK, "week weken wk wkn weeknummer weeknummers weeknr weeknrs kalenderweek kalenderweken"),
    (T.MONTHS, "maand maanden mnd"),
    (T.DAYS, "dag dagen dagdeel dagdelen"),
    (T.YEARS, "jaar jaren"),
    (T.QUARTER, "kwartaal kwartalen"),
    (T.EVEN, "even"),
    (T.ODD, "oneven"),
    (T.OTHER, "andere overige"),
    (T.TIMES, "keer maal x keren"),
    (T.SESSIONS, _SESSIONS),
    (T.PER, "per"),
    (T.IN, "in tijdens binnen"),
    (T.AT, "op om met"),
    (T.OF, "van v/d vd v.d. der"),
    (T.THE, "de het een 't onze zowel"),
    (T.AND, "en & + plus alsook evenals"),
    (T.OR, "of"),
    (T.TILL, "tot"),
    (T.BETWEEN, "tussen"),
    (T.ALSO, "ook inclusief incl zelfs"),
    (T.EXTRA, "extra"),
    (T.BEFORE, "voor voorafgaand"),
    (T.AFTER, "na"),
    (T.EARLIER, "eerder vroeger"),
    (T.LATER, "later"),
    (T.AFTERWARDS, "daarna nadien erna hierna vervolgens"),
)
WORDS = {word: kind for kind, words in _GROUPS for word in words.split()}
MARKS = {
    ",": T.COMMA, ";": T.STOP, ".": T.STOP, "!": T.STOP, "|": T.STOP, "•": T.STOP, ":": T.COLON,
    "/": T.SLASH, "-": T.DASH, "~": T.DASH, "(": T.OPEN, ")": T.CLOSE, "[": T.OPEN, "]": T.CLOSE,
    "&": T.AND, "+": T.AND,
}  # fmt: skip
HOW_OFTEN = {"eens": 1, "eenmaal": 1, "tweemaal": 2, "driemaal": 3, "viermaal": 4, "zesmaal": 6}

_BREAK_NAMES = {
    "herfst": Break.AUTUMN,
    "kerst": Break.CHRISTMAS,
    "voorjaars": Break.SPRING,
    "krokus": Break.SPRING,
    "carnavals": Break.SPRING,
    "mei": Break.MAY,
    "zomer": Break.SUMMER,
}
_BREAK = re.compile(
    rf"(?P<name>{'|'.join(_BREAK_NAMES)}|school)?-?vakantie(?:s|periodes?|tijd|tijden|weken)?(?!\w)"
    r"|(?P<recess>zomer|winter|kerst|herfst|najaars|voorjaars|lente|mei|vakantie|feestdagen|jaar"
    r"|bouwvak|corona)-?(?:stop|sluiting|reces|pauze|onderbreking|rust)(?!\w)"
)
_RECESSES = {
    "zomer": (Break.SUMMER,),
    "winter": (Break.CHRISTMAS,),
    "kerst": (Break.CHRISTMAS,),
    "herfst": (Break.AUTUMN,),
    "najaars": (Break.AUTUMN,),
    "voorjaars": (Break.SPRING,),
    "mei": (Break.MAY,),
    "vakantie": tuple(Break),
}


def phrase_at(text: str, at: int) -> tuple[T, int] | None:
    """The fixed phrase that begins at an offset of folded text: its kind and its end."""
    match = PHRASE.match(text, at)
    if match is None or match.lastgroup is None:
        return None
    return _PHRASES[int(match.lastgroup[1:])][0], match.end()


def break_at(text: str, at: int) -> tuple[T, tuple[Break, ...], int] | None:
    """The school holidays named at an offset of folded text, and where the name ends.

    A closing that the organisation chooses itself, such as a zomerstop, is a RECESS; without dates
    it is in the holidays of that season.
    """
    match = _BREAK.match(text, at)
    if match is None:
        return None
    if match["recess"]:
        return T.RECESS, _RECESSES.get(match["recess"], ()), match.end()
    name = _BREAK_NAMES.get(match["name"] or "")
    return T.BREAK, (name,) if name else tuple(Break), match.end()
