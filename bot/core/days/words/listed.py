"""The words that say a day or a part of the day, in the languages and spellings of residents.

Each word stands for a mark, one letter that says what it may mean, and a value; the marks are
listed in `bot.core.days.marks`. Words are folded: lower case, without accents, ı as i, ł as l.
A day and a part of it in one word are read by `bot.core.days.words.joined`.
"""

from bot.core.calendar.public_holidays import Feast
from bot.core.days.words import dialect
from bot.core.days.words.day_names import day_words, month_words
from bot.core.days.words.part_names import PART_ADVERBS, part_words
from bot.core.days.words.senses import Sense

# Dutch names of feasts are known to `public_holidays`; these are other languages and lesser days.
_FEASTS: dict[str, str] = {
    Feast.CHRISTMAS: "kersrt kerts kesrt krest kersdagen xmas christmas weihnachten krysttiid "
    "weihnachtstag weihnachtsfeiertag kest kesmis "
    "navidad",
    Feast.EASTER: "easter ostern paasen pasn",
    Feast.WHITSUN: "pfingsten",
    Feast.NEW_YEARS_EVE: "silvester oldejaor oldejoar oldjaor oldjoar auwjaor auwejaor",
    Feast.NEW_YEAR: "neujahr",
    "valentine": "valentijnsdag valentijn",
    "mothers_day": "moederdag",
    "fathers_day": "vaderdag",
    "halloween": "halloween",
    "thanksgiving": "thanksgiving",
    "all_saints": "allerheiligen",
    "all_souls": "allerzielen",
    "animals_day": "dierendag",
    Feast.SAINT_NICHOLAS: "sintavond",
    "christmas_week": "kerstweek",
    "christmas_weekend": "kerstweekend kerstweekeinde",
    Feast.OLD_AND_NEW: "jaarwisseling",
    "advent": "advent adventszondag adventzondag adventstijd adventtijd",
}
SCHOOL_HOLIDAY_WORDS = (
    "kerstvakantie",
    "voorjaarsvakantie",
    "meivakantie",
    "zomervakantie",
    "herfstvakantie",
)
_SPRING_HOLIDAYS = ("krokusvakantie", "carnavalsvakantie")
# Today in a question; in a story the time to come.
SOON = frozenset(
    "straks strakjes strakkies zometeen zometeentjes zomedeen zodadelijk dadelijk daalijk dalijk "
    "dalik dadelik daluk sebiet sebiets".split()
)
_BY_MARK = (
    (Sense("n"), "volgende volgend vlg vlgd takom takommende tokom tokommend tokommende naeste "
        "noaste volgnde volgenden vollegende vlgnd vlgnde vlgd next nachste nachsten "
        "nachster prochain"),
    (
        Sense("c"),
        "komende komend aanst aankomende aanstaande aanstaand eerstvolgende oankommende "
        "ankommende aankommende ankomende kommende kommenden "
        "coming",
    ),
    (Sense("d"), "deze dees disse desse deeze dezen dit this diese diesen diesem dieses dizze"),
    (
        Sense("l"),
        "vorige vorig afgelopen afgelope afgelopn afglopen verleden laatstleden last verlede "
        "foarige letzte letzten",
    ),
    (Sense("<"), "jl jongstleden ll geleden geleen gelejen elejen ago"),
    (Sense("e"), "elke elk iedere ieder every each jeden alle"),
    (Sense("M", 12), "decembermaand"),
    (Sense("K"), "week eweek wekne weekn weeks weken weke wike wiken weeke wekke waek waeke "
    "weaken weekske wk "
    "wkn wekn weekje "
    "weekjes "
        "woche wochen"),
    (
        Sense("E"),
        "weekend weekends weekeinde wykein wykeinen wiekend weekent wikend weekenden wkend "
        "weekeind wknd wochenende weekendu вихідні",
    ),
    (Sense("D"), "dag dagen dagne daegn day days"),
    (Sense("B"), "maand maanden maandne maadn maadnen maant mnd month months monat"),
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
    (Sense("@"), "om precies exact rond tegen at omstreeks ongeveer circa ca um"),
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
    (Sense("O", 1), "eerse first erste ersten"),
    (Sense("O", 2), "twede second zweite zweiten"),
    (Sense("O", 3), "third dritte dritten"),
    (Sense("O", 4), "fourth"),
    (
        Sense("#"),
        "keer maal verdieping etage straat plek plaats klas graad stap laan vak zaal deel les",
    ),
    (Sense("X"), "doordeweekse doordeweeks"),
    (Sense(">"), "erna daarna daarop"),
    (Sense("%"), "ervoor daarvoor"),
    (Sense("Q"), " ".join(sorted(SOON))),
    (Sense("p"), "open iets ergens nog meteen something anything somewhere"),
    (Sense("u"), "ook er d'r dr dan anders misschien desnoods wel is kan iemand weer graag al"),
    *((Sense("N", n), word) for n, word in enumerate(("two", "three", "four"), 2)),
    (Sense("g", 1), "een n 'n an one ein eine einen"),
)  # fmt: skip
_HOURS = "enen tweeen drieen vieren vijven zessen zevenen achten negenen tienen elven twaalven"
HEARTY = ("eten", "tafel", "maal", "diner")  # "avondeten" says nothing of when
# What is held on a day may be joined to it: dinsdaggroep, avondcursus.
HELD = (
    *("groep", "club", "inloop", "cursus", "bijeenkomst", "koffie", "wandeling", "meeting"),
    *("brunch", "lunch", "cafe", "koor", "borrel", "ontbijt", "atelier", "yoga", "soos"),
    *("groepje", "clubje", "groepen", "training", "workshop", "sessie", "maaltijd", "wandelen"),
    *("koken", "schilderen", "tekenen", "sporten", "les", "kring"),
    *HEARTY,
)


def _all_words() -> dict[str, Sense]:
    words = {word: sense for sense, names in _BY_MARK for word in names.split()}
    words |= {word: Sense("U", hour) for hour, word in enumerate(_HOURS.split(), 1)}
    words |= month_words() | day_words()
    words |= {word: Sense("P", part=part) for word, part in part_words().items()}
    words |= {word: Sense("S", part=part) for word, part in dialect.adverbs().items()}
    for part, names in PART_ADVERBS:
        words |= dict.fromkeys(names.split(), Sense("S", part=part))
    for feast, names in _FEASTS.items():
        words |= dict.fromkeys(names.split(), Sense("H", name=feast))
    words |= {word: Sense("H", name=word) for word in SCHOOL_HOLIDAY_WORDS}
    return words | {word: Sense("H", name="voorjaarsvakantie") for word in _SPRING_HOLIDAYS}


WORDS = _all_words()
