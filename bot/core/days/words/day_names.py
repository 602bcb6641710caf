"""The names of days and months, in the languages and spellings of residents."""

from bot.core.calendar.dutch_calendar import MONTHS
from bot.core.days.words.senses import Sense
from bot.core.model import Part

# Monday first: Dutch and its dialects, Frisian, English, German, Polish, Turkish, Arabic,
# Ukrainian, Spanish, French. "Pazar" is also a market and "mars" also a planet: left out.
_WEEKDAYS = (
    (
        "maandag mandag madag maondes moandes maandes maondag moandag moondag moandig moendag "
        "moundei moundag maondig maandig "
        "maandeg moandei moandeis monday mondays montag "
        "mndag maandg mndg moandeg maondeg "
        "poniedzialek pazartesi الاثنين понеділок lunes lundi"
    ),
    (
        "dinsdag disdag dindag dinsdes dins dinnesdag deensdig deinsdag dinstag dinsdig "
        "dingsdig dinsdeg tiisdei "
        "tiisdeis diensdag tuesday tuesdays "
        "tues "
        "tue dnsdag dinsdg dnsdg dinsag dinsdach dinsdei deensdag "
        "dienstag wtorek sali الثلاثاء вівторок martes mardi"
    ),
    (
        "woensdag wondag woesdag woensdes goonsdes goensdag gunsdag gunsdig woens weds woonsdag "
        "woonsdeg wonsdag weunsdag woansdig woenstag goonsdeg "
        "gonsdag "
        "goonsdig goonsdag goensdig woensdig woansdei woansdeis wednesday "
        "wednesdays wnsdag woensdg wnsdg woensdach woansdag woensdeg "
        "mittwoch sroda srode carsamba الاربعاء середа середу miercoles mercredi"
    ),
    (
        "donderdag dondag donderdes doonderdes dunderdes dond donsdag dunderdag "
        "doonderdag doonderdeg doonerdag dunnerdag dunnerdeg donnerdeg "
        "donderdig dondersdag dunderdig donderdeg tongersdei tongersdeis "
        "dndrdag donderdg dndrdg dondrdag donnerdag donderdach thursday "
        "thursdays thurs thu donnerstag czwartek persembe الخميس четвер jueves jeudi"
    ),
    (
        "vrijdag vridag vrijdes vriedes vreedes vriedag vreedag freedei vriedig vreidag vridag "
        "vrijdeg vrydag vrdag vrijdg "
        "vrydg vrdg vriedeg "
        "vrijdach vrijdig freed freeds friday fridays fri freitag piatek "
        "cuma الجمعة пятниця пятницю viernes vendredi"
    ),
    (
        "zaterdag zatdag zadag zaterdes zaoterdes zoaterdes saoterdag zater zaeterdag zaoterdag "
        "zaotterdag zoatterdag soaterdag saterdag "
        "saotterdag zaoterdig "
        "zoaterdag zaterdig zotterdag zaoterdeg ztrdag zaterdg "
        "zoaterdeg zaterdach ztrdg sneon sneons saturday "
        "saturdays samstag sonnabend sobota sobote cumartesi السبت субота суботу sabado samedi"
    ),
    (
        "zondag zodag zondes zundes sondag zondaag zundag zundoag zoondag sundag zoundag sundei "
        "zundig zondeg "
        "zuundag zndag "
        "zondg zundeg zondach zonndag snein "
        "sneins sunday sundays sonntag niedziela niedziele "
        "الاحد неділя неділю domingo dimanche"
    ),
)
_SHORT_WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_WEAK_SHORT_WEEKDAYS = ("ma", "zo")  # mum, and so
_DOTTED_WEEKDAYS = (
    "mon",
    "din",
    "woe woen wed",
    "don",
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
NEAR = (
    (
        0, None,
        "vandga vnadaag vadaag vandaag vandaog vandoag vandag vandaa vndg vdg vdaag "
        "hjoed vandg vndaag vandaach "
        "vandoage today heute dzisiaj dzis "
        "bugun اليوم сьогодні hoy aujourd'hui aujourdhui",
    ),
    (0, Part.MORNING, "vno vnocht "
        "vanochtend vanmorgen vanmorge vanmergen vanmarge vanmoarn vanmorn "
        "vammorgen vanmurge vnmrgn fannemoarn vanoggend"),
    (0, Part.AFTERNOON, "vnm vnmi "
        "vanmiddag vnmddg vnmiddag vanmid vanmidd vanmiddeg vanmirreg vanmirrag "
        "vanmiddig vanmidag fannemiddei"),
    (
        0, Part.EVENING,
        "vanavond vanaaf vnv vnvd vnvnd vnavnd vanovend vanovond vnavd vnav vanav vnavond "
        "vanaoves vanoaves vaneaves vanaovend vanaovond vannavend vanavend "
        "vanoavend vanoavond vaanavond vaneovend hedenavond fannejun tonight tonite",
    ),
    (0, Part.NIGHT, "vannacht"),
    (
        1, None,
        "muurn meurn merhen merhn morhn marhen morge "
        "mrgn mrgen mrg morn mern morgn mergen murge moarn moorn moarge merge merrege margen "
        "morrege "
        "morgenn morghen morhen morren tomorrow tomoro tomorow tommorow tommorrow tomoz "
        "tmoz tmw tmrw tmr jutro yarin "
        "غدا غد بكرا بكرة завтра manana demain mrogen moregn morgne mogren omrgen",
    ),
    (
        1, Part.MORNING,
        "morgenvroeg morgenvrog margenvrog morgenvreug moarnier morgenochtendvroeg mergenvreug",
    ),
    (3, None, "overovermorgen overovermorge overmorgenna"),
    (
        2, None,
        "overmorgen overmorge ovm overmrgn overmurge overmerrege overmargen overmurgen "
        "oermoarn oaremoarn oremoarn "
        "ubermorgen pojutrze післязавтра",
    ),
    (
        -1, None,
        "jister gisteren gister gistr gistern gustere juster yesterday gestern wczoraj أمس "
        "вчора ayer",
    ),
    (-2, None, "eergisteren eergister"),
)  # fmt: skip
# Dialect "mörgen" and "morgen" alike: tomorrow, unless "'s" or "in de" stands before.
TOMORROW_OR_MORNING = ("morgen",)
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


def weekday_words() -> dict[str, int]:
    """Every name of a day of the week, with its number; Monday is 0."""
    return {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}


def day_words() -> dict[str, Sense]:
    """What every name of a day stands for: of the week, short or whole, or counted from today."""
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


def month_words() -> dict[str, Sense]:
    """What every name of a month stands for; some are a name or another word as well."""
    words = {name: Sense("M", number) for number, name in enumerate(MONTHS, 1)}
    for number, names in enumerate(_MONTHS, 1):
        words |= dict.fromkeys(names.split(), Sense("M", number))
    return words | {name: Sense("y", number) for name, number in _NAMELIKE_MONTHS.items()}
