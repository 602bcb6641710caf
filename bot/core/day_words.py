"""The words that say a day or a part of the day, in the languages and spellings of residents.

Each word stands for a mark, one letter that says what it may mean, and a value; `bot.core.day_marks`
lists the marks. Words are folded: lower case, without accents, dotless i as i, ł as l.
"""

from bot.core.dutch_calendar import MONTHS, WEEKDAYS
from bot.core.model import Part
from bot.core.public_holidays import Feast

Value = int | str | Part | tuple[int, int, int | None] | tuple[int, Part | None] | None
Sense = tuple[str, Value]

NONSENSE: Sense = ("x", None)

_MORNING, _AFTERNOON, _EVENING, _NIGHT = Part.MORNING, Part.AFTERNOON, Part.EVENING, Part.NIGHT

# Monday first: Dutch and its dialects, Frisian, English, German, Polish, Turkish, Arabic, Ukrainian,
# Spanish, French. "Pazar" is also a market and "mars" also a planet: left out.
_WEEKDAYS = (
    "maandag maondag moandag maondig maandig maandeg moandei monday mondays montag poniedzialek "
    "pazartesi الاثنين понеділок lunes lundi",
    "dinsdag dingsdag dinsdig dingsdig dinsdeg tiisdei diensdag tuesday tuesdays tues tue dienstag "
    "wtorek sali الثلاثاء вівторок martes mardi",
    "woensdag woonsdag goonsdig goonsdag goensdig woensdig woansdei wednesday wednesdays mittwoch "
    "sroda srode carsamba الاربعاء середа середу miercoles mercredi",
    "donderdag dunderdag donderdig dondersdag dunderdig donderdeg tongersdei thursday thursdays thurs "
    "thu donnerstag czwartek persembe الخميس четвер jueves jeudi",
    "vrijdag vriedag vriedig vreidag vridag vrijdeg freed friday fridays fri freitag piatek cuma "
    "الجمعة пятниця пятницю viernes vendredi",
    "zaterdag zaoterdag zaoterdig zoaterdag zaterdig zotterdag zaoterdeg sneon saturday saturdays "
    "samstag sonnabend sobota sobote cumartesi السبت субота суботу sabado samedi",
    "zondag zundag zundig zondeg zuundag snein sunday sundays sonntag niedziela niedziele الاحد "
    "неділя неділю domingo dimanche",
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
_MONTHS = (
    "jan january januar janvier enero stycznia styczniu ocak січні",
    "feb febr february februar fevrier febrero lutego lutym subat лютому",
    "mrt march marz marzo marca березні",
    "apr avril abril kwietnia kwietniu nisan квітні",
    "травні",
    "jun june juin junio czerwca czerwcu haziran червні",
    "jul july juillet julio lipca lipcu temmuz липні",
    "aug august aout agosto sierpnia sierpniu серпні",
    "sept sep septembre septiembre wrzesnia wrzesniu eylul вересні",
    "okt oct october octobre octubre pazdziernika pazdzierniku жовтні",
    "nov novembre noviembre listopada listopadzie kasim листопаді",
    "dec dezember desember decembre diciembre grudnia grudniu aralik грудні",
)
_NAMELIKE_MONTHS = {"maart": 3, "mei": 5, "may": 5, "mai": 5, "mayo": 5}
_PARTS = {
    _MORNING: "ochtend ochend ochted ochtent voormiddag morning matin vormittag rano sabah صباح صباحا "
    "вранці",
    _AFTERNOON: "middag namiddag middeg smiddeg afternoon nachmittag popoludniu ظهرا вдень",
    _EVENING: "avond vooravond aovend aovond oavend oavond avend avnd joun jun evening soir soiree abend "
    "wieczorem aksam مساء المساء ввечері увечері",
    _NIGHT: "nacht",
}
# "Friday night" and "por la noche" are what the Dutch call the evening.
_FOREIGN_NIGHT = ("night", "noche")
_PART_ADVERBS = {
    _MORNING: "ochtends sochtends ochends smorgens smoarns smurges murges smorges morgens morgends mornings",
    _AFTERNOON: "middags smiddags namiddags snamiddags smiddegs afternoons",
    _EVENING: "avonds savonds aovends saovends saoves savends avends jouns savens abends evenings",
    _NIGHT: "nachts snachts",
}
_NEAR = {
    (
        0,
        None,
    ): "vandaag vandaog vandoag vandag vndg vdg hjoed today heute dzisiaj dzis bugun اليوم "
    "сьогодні hoy aujourd'hui aujourdhui",
    (0, _MORNING): "vanochtend vanmorgen vanmorge vanmurge vnmrgn fannemoarn vanoggend",
    (0, _AFTERNOON): "vanmiddag vnmddg vnmiddag vanmid vanmidd vanmiddeg fannemiddei",
    (
        0,
        _EVENING,
    ): "vanavond vanaaf vnvd vnavd vnav vanav vnavond vanaovend vanaovond vannavend vanavend "
    "vanoavend vanoavond vaanavond fannejun tonight tonite",
    (0, _NIGHT): "vannacht",
    (
        1,
        None,
    ): "mrgn mrg morge morgn murge moarn moorn moarge tomorrow tmrw tmr jutro yarin غدا غد بكرا "
    "بكرة завтра manana demain mrogen moregn morgne mogren omrgen",
    (
        2,
        None,
    ): "overmorgen overmorge ovm overmrgn overmurge oermoarn ubermorgen pojutrze післязавтра",
    (-1, None): "gisteren gister gistern gustere juster yesterday gestern wczoraj أمس вчора ayer",
    (-2, None): "eergisteren eergister",
}
# Dialect "mörgen" and "morgen" alike: tomorrow, unless "'s" or "in de" stands before.
_TOMORROW_OR_MORNING = ("morgen",)
# Dutch names of feasts are known to `public_holidays`; these are other languages and lesser days.
_FEASTS: dict[Value, str] = {
    Feast.CHRISTMAS: "xmas christmas weihnachten krysttiid navidad noel",
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
_BY_MARK: tuple[tuple[str, Value, str], ...] = (
    ("n", None, "volgende volgend vlgnd vlgnde vlgd volg next nachste nachsten nachster prochain"),
    ("c", None, "komende komend aankomende aanstaande aanstaand eerstvolgende kommende kommenden coming"),
    ("d", None, "deze dit this diese diesen diesem dieses dizze"),
    ("l", None, "vorige vorig afgelopen verleden laatstleden last verlede foarige letzte letzten"),
    ("e", None, "elke elk iedere ieder every each jeden alle"),
    ("K", None, "week weeks weken wk wkn woche wochen"),
    ("E", None, "weekend weekends weekeinde weekenden wkend weekeind wknd wochenende weekendu вихідні"),
    ("D", None, "dag dagen day days"),
    ("B", None, "maand maanden month months monat"),
    ("J", None, "jaar jaren year years"),
    ("b", None, "begin beginning"),
    ("h", None, "half halverwege medio midden"),
    ("z", None, "eind einde end ende"),
    ("a", None, "op on am el los"),
    ("i", None, "in im yn w у в"),
    ("o", None, "over binnen within"),
    ("v", None, "van vd from tussen between vanaf per"),
    ("t", None, "tot tm until till bis"),
    ("f", None, "of or oder lub veya"),
    ("&", None, "en and und et i &"),
    ("r", None, "de het 't t the der den"),
    ("s", None, "'s s des"),
    ("@", None, "om rond tegen at omstreeks ongeveer circa ca um"),
    ("A", None, "na after nach"),
    ("L", None, "sinds since seit"),
    ("j", None, "nu now"),
    ("V", None, "vroeg early"),
    ("R", None, "rest"),
    ("G", None, "goede goeie goeden goeien good guten fijne prettige fijn prettig mooie happy buenas "
    "gelukkig fijnen bonne zalig"),
    ("X", None, "doordeweekse"),
    ("U", 1, "enen"), ("U", 2, "tweeen"), ("U", 3, "drieen"), ("U", 4, "vieren"), ("U", 5, "vijven"),
    ("U", 6, "zessen"), ("U", 7, "zevenen"), ("U", 8, "achten"), ("U", 9, "negenen"), ("U", 10, "tienen"),
    ("U", 11, "elven"), ("U", 12, "twaalven"),
    ("p", None, "open iets ergens nog meteen something anything somewhere"),
    ("u", None, "ook er d'r dr dan wel is kan iemand weer graag al"),
    ("g", 1, "een n 'n an one ein eine einen"),
)  # fmt: skip
_PHRASES: dict[Sense, tuple[str, ...]] = {
    ("H", Feast.OLD_AND_NEW): ("oud en nieuw", "oud & nieuw", "oudjaar en nieuwjaar", "oud op nieuw"),
    ("H", Feast.GOOD_FRIDAY): ("goede vrijdag", "good friday"),
    ("H", Feast.NEW_YEARS_EVE): ("new year's eve", "new years eve"),
    ("H", Feast.NEW_YEAR): ("new year's day", "new years day"),
    ("H", Feast.BOXING_DAY): ("boxing day",),
    ("H", Feast.CHRISTMAS_EVE): ("christmas eve",),
    ("H", Feast.KINGS_DAY): ("king's day", "kings day"),
    ("H", "kerstvakantie"): ("kerst vakantie", "christmas holidays", "christmas holiday"),
    ("t", None): ("tot en met", "tot & met"),
    ("c", None): ("a.s.", "a.s", "eerst volgende"),
    ("Q", "now"): ("op dit moment", "right now", "at the moment"),
    ("E", None): ("hafta sonu", "fin de semana", "week end", "week-end", "نهاية الاسبوع"),
    ("K", 1): (
        "semaine prochaine", "proxima semana", "semana que viene", "przyszlym tygodniu", "gelecek hafta",
        "الاسبوع القادم", "наступного тижня",
    ),
    ("K", 0): ("цього тижня", "هذا الاسبوع", "bu hafta", "cette semaine", "esta semana", "tym tygodniu"),
    ("K", 2): ("na het weekend", "na 't weekend", "na t weekend", "after the weekend"),
    ("T", (0, _EVENING)): (
        "esta noche", "ce soir", "bu aksam", "هذا المساء", "هذه الليلة", "مساء اليوم", "cette nuit"),
    ("T", (0, _AFTERNOON)): ("esta tarde",),
    ("T", (0, None)): ("bu gun",),
    ("T", (1, _MORNING)): ("manana por la manana",),
    ("T", (2, None)): ("pasado manana", "apres-demain", "day after tomorrow"),
    ("T", (-1, _EVENING)): ("last night",),
    ("P", _AFTERNOON): ("apres-midi", "apres midi", "l'apres-midi"),
    ("S", _MORNING): ("por la manana",),
    ("S", _AFTERNOON): (
        "por la tarde", "after school", "na school", "na schooltijd", "na de lunch", "na het middageten",
    ),
    ("S", _EVENING): (
        "por la noche", "after work", "after dinner", "na het werk", "na mijn werk", "na me werk",
        "na mn werk", "na m'n werk", "na werktijd", "na werk", "na 't werk", "na t werk", "na het eten",
        "na het avondeten", "na etenstijd",
    ),
    NONSENSE: (
        "vandaag de dag", "van de dag", "op een dag", "op een avond", "dag en nacht", "om de week", "om de dag",
        "per week", "per dag", "per avond", "per maand", "day by day", "one day", "week in week uit",
    ),
}  # fmt: skip


def _weekday_words() -> dict[str, int]:
    return {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}


def _part_words() -> dict[str, Part]:
    words = {word: part for part, names in _PARTS.items() for word in names.split()}
    return words | dict.fromkeys(_FOREIGN_NIGHT, Part.EVENING)


def _joined_words() -> dict[str, Sense]:
    """Day and part in one word, spelt in every mixture: zaterdagmiddag, dinsavond, morgenaovend."""
    parts = _part_words() | {"morgen": Part.MORNING, "morn": Part.MORNING}
    days: dict[str, Value] = dict(_weekday_words())
    days |= {name.removesuffix("dag"): number for number, name in enumerate(WEEKDAYS)}
    near = {
        word: offset
        for (offset, part), words in _NEAR.items()
        if part is None
        for word in words.split()
    }
    joined: dict[str, Sense] = {}
    for part_word, part in parts.items():
        for ending in ("", "s"):
            for day, number in days.items():
                joined[day + part_word + ending] = ("I", (number, part))
            for day, offset in near.items() | {("morgen", 1)}:
                joined[day + part_word + ending] = ("T", (offset, part))
    return joined


def _day_words() -> dict[str, Sense]:
    words = _joined_words()
    for word, number in _weekday_words().items():
        words[word] = ("W", number)
        if word.endswith(("dag", "dig", "deg")):
            words[word + "s"] = words[word + "en"] = ("W", number)
    for number, names in enumerate(_DOTTED_WEEKDAYS):
        words |= {name: ("q", number) for name in names.split()}
        short = _SHORT_WEEKDAYS[number]
        words[short] = ("Z" if short in _WEAK_SHORT_WEEKDAYS else "w", number)
    for sense, names in _NEAR.items():
        words |= {name: ("T", sense) for name in names.split()}
    return words | {word: ("m", None) for word in _TOMORROW_OR_MORNING}


def _month_words() -> dict[str, Sense]:
    words: dict[str, Sense] = {name: ("M", number) for number, name in enumerate(MONTHS, 1)}
    for number, names in enumerate(_MONTHS, 1):
        words |= {name: ("M", number) for name in names.split()}
    return words | {name: ("y", number) for name, number in _NAMELIKE_MONTHS.items()}


def _all_words() -> dict[str, Sense]:
    words = {word: (mark, value) for mark, value, names in _BY_MARK for word in names.split()}
    words |= _month_words() | _day_words()
    words |= {word: ("P", part) for word, part in _part_words().items()}
    words |= {word: ("S", part) for part, names in _PART_ADVERBS.items() for word in names.split()}
    words |= {word: ("H", feast) for feast, names in _FEASTS.items() for word in names.split()}
    return words | {word: ("H", word) for word in SCHOOL_HOLIDAY_WORDS}


WORDS: dict[str, Sense] = _all_words()
PHRASES: dict[str, Sense] = {text: sense for sense, texts in _PHRASES.items() for text in texts}
