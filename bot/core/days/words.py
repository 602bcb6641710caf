"""The words that say a day or a part of the day, in the languages and spellings of residents.

Each word stands for a mark, one letter that says what it may mean, and a value; the marks are
listed in `bot.core.days.marks`. Words are folded: lower case, without accents, ı as i, ł as l.
A day and a part of it in one word are read by `bot.core.days.joined`.
"""

from typing import NamedTuple

from bot.core.calendar.dutch_calendar import MONTHS
from bot.core.calendar.public_holidays import Feast
from bot.core.days import dialect
from bot.core.model import Part


class Sense(NamedTuple):
    """What a word may say: its mark, and the number, part of the day or name that goes "
    "with it."""

    mark: str
    number: int | None = None
    part: Part | None = None
    name: str = ""


NONSENSE = Sense("x")

_MORNING, _AFTERNOON, _EVENING, _NIGHT = Part.MORNING, Part.AFTERNOON, Part.EVENING, Part.NIGHT

# Monday first: Dutch and its dialects, Frisian, English, German, Polish, Turkish, Arabic,
# Ukrainian, Spanish, French. "Pazar" is also a market and "mars" also a planet: left out.
_WEEKDAYS = (
    (
        "maandag maondag moandag moondag moandig moendag moundei moundag maondig maandig "
        "maandeg moandei moandeis monday mondays montag "
        "mndag maandg mndg moandeg maondeg "
        "poniedzialek pazartesi الاثنين понеділок lunes lundi"
    ),
    (
        "dinsdag dinnesdag deensdig deinsdag dinstag dinsdig dingsdig dinsdeg tiisdei "
        "tiisdeis diensdag tuesday tuesdays "
        "tues "
        "tue dnsdag dinsdg dnsdg dinsag dinsdach dinsdei deensdag "
        "dienstag wtorek sali الثلاثاء вівторок martes mardi"
    ),
    (
        "woensdag weds woonsdag woonsdeg wonsdag weunsdag woansdig woenstag goonsdeg gonsdag "
        "goonsdig goonsdag goensdig woensdig woansdei woansdeis wednesday "
        "wednesdays wnsdag woensdg wnsdg woensdach woansdag woensdeg "
        "mittwoch sroda srode carsamba الاربعاء середа середу miercoles mercredi"
    ),
    (
        "donderdag donsdag dunderdag "
        "doonderdag doonderdeg doonerdag dunnerdag dunnerdeg donnerdeg "
        "donderdig dondersdag dunderdig donderdeg tongersdei tongersdeis "
        "dndrdag donderdg dndrdg dondrdag donnerdag donderdach thursday "
        "thursdays thurs thu donnerstag czwartek persembe الخميس четвер jueves jeudi"
    ),
    (
        "vrijdag vriedag vreedag freedei vriedig vreidag vridag vrijdeg vrydag vrdag vrijdg "
        "vrydg vrdg vriedeg "
        "vrijdach vrijdig freed freeds friday fridays fri freitag piatek "
        "cuma الجمعة пятниця пятницю viernes vendredi"
    ),
    (
        "zaterdag zaoterdag zaotterdag zoatterdag soaterdag saterdag saotterdag zaoterdig "
        "zoaterdag zaterdig zotterdag zaoterdeg ztrdag zaterdg "
        "zoaterdeg zaterdach ztrdg sneon sneons saturday "
        "saturdays samstag sonnabend sobota sobote cumartesi السبت субота суботу sabado samedi"
    ),
    (
        "zondag zundag zundoag zoondag sundag zoundag sundei zundig zondeg zuundag zndag "
        "zondg zundeg zondach zonndag snein "
        "sneins sunday sundays sonntag niedziela niedziele "
        "الاحد неділя неділю domingo dimanche"
    ),
)
_SHORT_WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_WEAK_SHORT_WEEKDAYS = ("ma", "zo")  # mum, and so
_DOTTED_WEEKDAYS = (
    "mon",
    "din dins",
    "woe woen wed",
    "don dond",
    "vri vrij",
    "zat sat",
    "zon sun",
)
# Short weekdays that a part of the day may be stuck to, and those parts.
STICKY = (
    "ma maa",
    "di din dins",
    "wo woe woen",
    "do don dond",
    "vr vri vrij",
    "za zat",
    "zo zon",
)
STUCK = {
    **dict.fromkeys(("ochtend", "ochtnd", "morgen", "mrgn"), Part.MORNING),
    **dict.fromkeys(("middag", "middg", "mddg"), Part.AFTERNOON),
    **dict.fromkeys(("avond", "avnd", "aovend", "oavond"), Part.EVENING),
}
_MONTHS = (
    "january januar janvier enero stycznia styczniu ocak січні",
    "feb febr february februar fevrier febrero lutego lutym subat лютому",
    "mrt marz marzo marca березні",
    "apr avril abril kwietnia kwietniu nisan квітні",
    "травні",
    "jun juin junio czerwca czerwcu haziran червні",
    "jul july juillet julio lipca lipcu temmuz липні",
    "aug august aout agosto sierpnia sierpniu серпні",
    "sept sep septembre septiembre wrzesnia wrzesniu eylul вересні",
    "okt oct october octobre octubre pazdziernika pazdzierniku жовтні",
    "nov novembre noviembre listopada listopadzie kasim листопаді",
    "dec dezember desember decembre diciembre grudnia grudniu aralik грудні",
)
_NAMELIKE_MONTHS = {
    **{"jan": 1, "maart": 3, "march": 3, "mei": 5, "may": 5, "mai": 5, "mayo": 5, "june": 6}
}
_PARTS = (
    (
        _MORNING,
        "ochtend veurmiddag veurmirreg vuurmiddag ochend ochted ochtent ochtendje ochtnd "
        "ocht voormiddag morning mornin "
        "matin vormittag rano sabah صباح صباحا "
        "вранці",
    ),
    (
        _AFTERNOON,
        "middag namiddag naomiddag noamiddag nomiddag nommedag nomdag noamdag mirreg merreg "
        "mirrag "
        "namirreg middig midag middei namiddei achtermiddag achternoen middeg smiddeg "
        "middagje middg mddg midd mid middach afternoon arvo "
        "nachmittag popoludniu ظهرا вдень",
    ),
    (
        _EVENING,
        "avond ovend ovond av avo vooravond aoved aovnd oavnd aevond eavond aovend aovond "
        "oavend oavond avend "
        "avnd avondje avondjes avd aeved "
        "aevend oavondje avon joun evening soir soiree abend "
        "wieczorem aksam مساء المساء ввечері увечері",
    ),
    (_NIGHT, "nacht"),
)
# "Friday night" and "por la noche" are what the Dutch call the evening.
_FOREIGN_NIGHT = ("night", "nite", "noche")
PART_ADVERBS = (
    (
        _MORNING,
        "ochtenduurtjes ochtenduren ochtends sochtends ochends smorgens smoarns smurges "
        "murges smorges "
        "morgens "
        "morgends mornings smons smoens smoarges smoargens smoorns smoorgens smorns smorn "
        "smarns "
        "smergus smurgus smorgus smergens smerges smergs smurgens smeuns moarns sochends "
        "sochtens smorens smorgs smoggens smargens",
    ),
    (
        _AFTERNOON,
        "middaguurtjes middaguren merregs smerregs middags smirregs smirrags mirregs "
        "smiddigs smidags smiddeis middeis "
        "snoamiddags snomiddags smeddes smeddigs smiddags namiddags snamiddags smiddegs "
        "afternoons",
    ),
    (
        _EVENING,
        "avonduurtjes avonduren aovens oavens saovens soavens avens sovends sovonds "
        "soevends avonds savonds soaveds saoveds saovnds saevends seavonds aovends "
        "saovends savends avends jouns savens abends "
        "svonds savons savnds savond soavends soavonds saoves aoves saeves aeves oaves soaves "
        "sauves "
        "evenings weeknights weekdaynights",
    ),
    (_NIGHT, "nachts snachts"),
)
NEAR = (
    (
        0, None,
        "vandaag vandaog vandoag vandag vandaa vndg vdg vdaag hjoed vandg vndaag vandaach "
        "vandoage today heute dzisiaj dzis "
        "bugun اليوم сьогодні hoy aujourd'hui aujourdhui",
    ),
    (0, _MORNING, "vanochtend vanmorgen vanmorge vanmergen vanmarge vanmoarn vanmorn "
        "vammorgen vanmurge vnmrgn fannemoarn vanoggend"),
    (0, _AFTERNOON, "vanmiddag vnmddg vnmiddag vanmid vanmidd vanmiddeg vanmirreg vanmirrag "
        "vanmiddig vanmidag fannemiddei"),
    (
        0, _EVENING,
        "vanavond vanaaf vnvd vnvnd vnavnd vanovend vanovond vnavd vnav vanav vnavond "
        "vanaovend vanaovond vannavend vanavend "
        "vanoavend vanoavond vaanavond vaneovend hedenavond fannejun tonight tonite",
    ),
    (0, _NIGHT, "vannacht"),
    (
        1, None,
        "mrgn mrg morge morgn mergen murge moarn moorn moarge merge merrege margen morrege "
        "morgenn morghen morhen morren tomorrow tomoro tomorow tommorow tommorrow tomoz "
        "tmoz tmw tmrw tmr jutro yarin "
        "غدا غد بكرا بكرة завтра manana demain mrogen moregn morgne mogren omrgen",
    ),
    (
        1, _MORNING,
        "morgenvroeg morgenvrog margenvrog morgenvreug moarnier morgenochtendvroeg mergenvreug",
    ),
    (3, None, "overovermorgen"),
    (
        2, None,
        "overmorgen overmorge ovm overmrgn overmurge overmerrege overmargen overmurgen "
        "oermoarn "
        "ubermorgen pojutrze післязавтра",
    ),
    (
        -1, None,
        "gisteren gister gistern gustere juster yesterday gestern wczoraj أمس вчора ayer",
    ),
    (-2, None, "eergisteren eergister"),
)  # fmt: skip
# Dialect "mörgen" and "morgen" alike: tomorrow, unless "'s" or "in de" stands before.
TOMORROW_OR_MORNING = ("morgen",)
# After a day in one word they say the morning: zaterdagmorgen, sneontemoarn, zondagsmergen.
JOINED_MORNINGS = """
    morgen morn moarn mergen mergus murgen murgus margen morge merge murge marge moorn smorn
    smorgen smergen smoarn smurgen
"""
# Dutch names of feasts are known to `public_holidays`; these are other languages and lesser days.
_FEASTS: dict[str, str] = {
    Feast.CHRISTMAS: "xmas christmas weihnachten krysttiid navidad",
    Feast.EASTER: "easter ostern",
    Feast.WHITSUN: "pfingsten",
    Feast.NEW_YEARS_EVE: "silvester",
    Feast.NEW_YEAR: "neujahr",
    "valentine": "valentijnsdag valentijn",
    "mothers_day": "moederdag",
    "fathers_day": "vaderdag",
    "halloween": "halloween",
    "all_saints": "allerheiligen",
}
SCHOOL_HOLIDAY_WORDS = (
    "kerstvakantie",
    "voorjaarsvakantie",
    "krokusvakantie",
    "carnavalsvakantie",
    "meivakantie",
    "zomervakantie",
    "herfstvakantie",
)
_BY_MARK = (
    (Sense("n"), "volgende volgend takom takommende tokom tokommend tokommende naeste "
        "noaste volgnde volgenden vollegende vlgnd vlgnde vlgd next nachste nachsten "
        "nachster prochain"),
    (
        Sense("c"),
        "komende komend aankomende aanstaande aanstaand eerstvolgende oankommende "
        "ankommende aankommende ankomende kommende kommenden "
        "coming",
    ),
    (Sense("d"), "deze dees disse deeze dezen dit this diese diesen diesem dieses dizze"),
    (
        Sense("l"),
        "vorige vorig afgelopen verleden laatstleden last verlede foarige letzte letzten",
    ),
    (Sense("<"), "jl jongstleden ll"),
    (Sense("e"), "elke elk iedere ieder every each jeden alle"),
    (Sense("K"), "week eweek weeks weken weke wike wiken weeke wk wkn wekn weekje weekjes "
        "woche wochen"),
    (
        Sense("E"),
        "weekend weekends weekeinde wykein wykeinen wiekend weekent wikend weekenden wkend "
        "weekeind wknd wochenende weekendu вихідні",
    ),
    (Sense("D"), "dag dagen day days"),
    (Sense("B"), "maand maanden month months monat"),
    (Sense("J"), "jaar jaren year years"),
    (Sense("b"), "begin beginning"),
    (Sense("h"), "half halverwege medio midden"),
    (Sense("z"), "eind einde end ende"),
    (Sense("a"), "op on am el los"),
    (Sense("i"), "in im yn w у в"),
    (Sense("o"), "over binnen within"),
    (Sense("v"), "van vd from tussen between vanaf per"),
    (Sense("t"), "tot tm until till bis"),
    (Sense("f"), "of or oder lub veya"),
    (Sense("&"), "en and und et i &"),
    (Sense("r"), "de het 't t the der den"),
    (Sense("s"), "'s s des"),
    (Sense("@"), "om rond tegen at omstreeks ongeveer circa ca um"),
    (Sense("A"), "na after nach"),
    (Sense("L"), "sinds since seit"),
    (Sense("j"), "nu now"),
    (Sense("V"), "vroeg early"),
    (Sense("R"), "rest"),
    (
        Sense("G"),
        "goede goeie goeden goeien good guten fijne prettige fijn prettig mooie happy buenas "
        "gelukkig fijnen bonne zalig",
    ),
    (Sense("~"), "helft"),
    (Sense("O", 1), "first"),
    (Sense("O", 2), "second"),
    (Sense("O", 3), "third"),
    (Sense("O", 4), "fourth"),
    (
        Sense("#"),
        "keer maal verdieping etage straat plek plaats klas graad stap laan vak zaal deel les",
    ),
    (Sense("X"), "doordeweekse doordeweeks"),
    (Sense("p"), "open iets ergens nog meteen something anything somewhere"),
    (Sense("u"), "ook er d'r dr dan anders misschien desnoods wel is kan iemand weer graag al"),
    *((Sense("N", n), word) for n, word in enumerate(("two", "three", "four"), 2)),
    (Sense("g", 1), "een n 'n an one ein eine einen"),
)  # fmt: skip
_HOURS = "enen tweeen drieen vieren vijven zessen zevenen achten negenen tienen elven twaalven"
_PHRASES: tuple[tuple[Sense, tuple[str, ...]], ...] = (
    (Sense("H", name=Feast.OLD_AND_NEW), (
        "oud en nieuw", "oud & nieuw", "oudjaar en nieuwjaar", "oud op nieuw",
    )),
    (Sense("H", name=Feast.GOOD_FRIDAY), ("goede vrijdag", "good friday")),
    (Sense("H", name=Feast.NEW_YEARS_EVE), ("new year's eve", "new years eve")),
    (Sense("H", name=Feast.NEW_YEAR), ("new year's day", "new years day")),
    (Sense("H", name=Feast.CHRISTMAS_DAY), ("christmas day", "first day of christmas")),
    (Sense("H", name=Feast.BOXING_DAY), ("boxing day",)),
    (Sense("H", name=Feast.CHRISTMAS_EVE), ("christmas eve",)),
    (Sense("H", name=Feast.KINGS_DAY), ("king's day", "kings day")),
    (Sense("H", name="kerstvakantie"), (
        "kerst vakantie", "christmas holidays", "christmas holiday",
    )),
    (Sense("t"), ("tot en met", "tot & met")),
    (Sense("f"), ("dan wel",)),
    (Sense("c"), ("a.s.", "a.s", "eerst volgende")),
    (Sense("Q"), ("op dit moment", "right now", "at the moment")),
    (Sense("E"), ("hafta sonu", "fin de semana", "week end", "week-end", "نهاية الاسبوع")),
    (Sense("k", 1), (
        "volg week", "volg wk", "semaine prochaine", "proxima semana", "semana que viene",
        "przyszlym tygodniu", "gelecek hafta", "الاسبوع القادم", "наступного тижня",
    )),
    (Sense("k", 0), (
        "цього тижня", "هذا الاسبوع", "bu hafta", "cette semaine", "esta semana",
        "tym tygodniu",
    )),
    (Sense("k", 3), ("week na volgende week", "week after next", "week after next week")),
    (Sense("k", 2), ("na het weekend", "na 't weekend", "na t weekend", "after the weekend")),
    (Sense("T", 0, _EVENING), (
        "esta noche", "ce soir", "bu aksam", "هذا المساء", "هذه الليلة", "مساء اليوم",
        "cette nuit",
    )),
    (Sense("T", 0, _AFTERNOON), ("esta tarde",)),
    (Sense("T", 0), ("bu gun",)),
    (Sense("T", 0, _EVENING), ("2nite", "2night", "2 nite")),
    (Sense("T", 1), ("2moro", "2morrow", "2mrw", "2morow")),
    (Sense("T", 1, _MORNING), ("manana por la manana",)),
    (Sense("T", 2), ("pasado manana", "apres-demain", "day after tomorrow")),
    (Sense("T", 0, _EVENING), ("heden avond",)),
    (Sense("T", -1, _EVENING), ("last night",)),
    (Sense("P", part=_AFTERNOON), ("apres-midi", "apres midi", "l'apres-midi")),
    (Sense("S", part=_MORNING), (
        "por la manana", "voor de middag", "voor de lunch", "begin van de ochtend",
        "loop van de ochtend", "eind van de ochtend", "einde van de ochtend", "voor twaalven",
        "voor twaalf uur", "voor 12 uur",
        "veur twaolf uur", "veur twaolven", "foar tolven",
        "vroeg in de ochtend", "'s morgens vroeg",
        "early morning", "early mornings", "in the mornings", "in te ochtend",
    )),
    (Sense("S", part=_AFTERNOON), (
        "por la tarde", "na de middag", "achter de middag", "after school", "na school",
        "na schooltijd", "na de lunch",
        "na het middageten", "tussen de middag", "tijdens de lunch", "onder de lunch",
        "rond de lunch", "rond lunchtijd", "in de lunchpauze", "eind van de middag",
        "einde van de middag", "begin van de middag", "loop van de middag", "laat in de middag",
        "late middag", "midden op de dag", "in te middag",
    )),
    (Sense("S", part=_EVENING), (
        "por la noche", "after work", "after dinner", "na het werk", "na mijn werk",
        "na me werk", "na mn werk", "na m'n werk", "na werktijd", "na werk", "na 't werk",
        "na t werk", "na het eten", "na het avondeten", "na etenstijd", "rond etenstijd",
        "rond het avondeten", "na kantoortijd", "na kantooruren", "buiten kantoortijd",
        "buiten kantooruren", "begin van de avond", "loop van de avond", "eind van de avond",
        "einde van de avond", "vroeg in de avond", "later op de avond", "laat op de avond",
        "vroege avond", "voor het slapen", "tegen etenstijd", "onder etenstijd", "tegen het "
        "eten",
        "rond het eten", "tegen de avond", "als het donker wordt", "als het donker is",
        "after dark", "in te avond", "na het melken", "na mijn dienst",
        "als de kinderen slapen", "als de kinderen op bed liggen", "na bedtijd", "after the "
        "kids",
    )),
    (Sense("S", part=_NIGHT), (
        "late at night", "in the middle of the night", "midden in de nacht", "diep in de nacht",
    )),
    (Sense("x"), (
        "vandaag de dag", "van de dag", "op een dag", "dag en nacht",
        "om de week", "om de dag", "per week", "per dag", "per avond", "per maand",
        "day by day", "one day", "week in week uit",
    )),
)  # fmt: skip


def weekday_words() -> dict[str, int]:
    """Every name of a day of the week, with its number; Monday is 0."""
    return {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}


def part_words() -> dict[str, Part]:
    """Every name of a part of the day."""
    words = dict.fromkeys(dialect.evenings(), _EVENING)
    words |= {word: part for part, names in _PARTS for word in names.split()}
    return words | dict.fromkeys(_FOREIGN_NIGHT, Part.EVENING)


def _day_words() -> dict[str, Sense]:
    words: dict[str, Sense] = {}
    for word, number in weekday_words().items():
        words[word] = Sense("W", number)
        if word.endswith(("dag", "dig", "deg", "tag", "woch", "abend")):
            for grown in (word + "s", word + "en", f"s{word}s"):
                words[grown] = Sense("W", number)
    for number, short in enumerate(_SHORT_WEEKDAYS):
        words |= dict.fromkeys(_DOTTED_WEEKDAYS[number].split(), Sense("q", number))
        words[short] = Sense("Z" if short in _WEAK_SHORT_WEEKDAYS else "w", number)
    for offset, part, names in NEAR:
        words |= dict.fromkeys(names.split(), Sense("T", offset, part))
    return words | dict.fromkeys(TOMORROW_OR_MORNING, Sense("m"))


def _month_words() -> dict[str, Sense]:
    words = {name: Sense("M", number) for number, name in enumerate(MONTHS, 1)}
    for number, names in enumerate(_MONTHS, 1):
        words |= dict.fromkeys(names.split(), Sense("M", number))
    return words | {name: Sense("y", number) for name, number in _NAMELIKE_MONTHS.items()}


def _all_words() -> dict[str, Sense]:
    words = {word: sense for sense, names in _BY_MARK for word in names.split()}
    words |= {word: Sense("U", hour) for hour, word in enumerate(_HOURS.split(), 1)}
    words |= _month_words() | _day_words()
    words |= {word: Sense("P", part=part) for word, part in part_words().items()}
    words |= {word: Sense("S", part=part) for word, part in dialect.adverbs().items()}
    for part, names in PART_ADVERBS:
        words |= dict.fromkeys(names.split(), Sense("S", part=part))
    for feast, names in _FEASTS.items():
        words |= dict.fromkeys(names.split(), Sense("H", name=feast))
    return words | {word: Sense("H", name=word) for word in SCHOOL_HOLIDAY_WORDS}


# What is held on a day may be joined to it: dinsdaggroep, avondcursus.
HELD = ("groep", "club", "inloop", "cursus", "bijeenkomst", "koffie", "wandeling", "meeting")
WORDS = _all_words()
PHRASES = {text: sense for sense, texts in _PHRASES for text in texts}
