"""Phrases of several words that say a day or a part of the day as a whole."""

from bot.core.calendar.public_holidays import Feast
from bot.core.days.words.senses import Sense
from bot.core.model import Part

_PHRASES: tuple[tuple[Sense, tuple[str, ...]], ...] = (
    (Sense("H", name=Feast.OLD_AND_NEW), (
        "oud en nieuw", "oud & nieuw", "oudjaar en nieuwjaar", "oud op nieuw", "oud / nieuw",
        "oud-en-nieuw", "oud-nieuw", "oud nieuw", "oud en niew", "oud en niuw", "oud en niuew",
        "oud en neiuw",
        "oud en nieu", "oud en nieuwjaar", "oud ne nieuw", "out en nieuw", "oud n nieuw",
        "oud & niew",
    )),
    (Sense("H", name="purple_friday"), ("paarse vrijdag", "purple friday")),
    (Sense("H", name="blue_monday"), ("blue monday",)),
    (Sense("H", name=Feast.GOOD_FRIDAY), ("goede vrijdag", "good friday")),
    (Sense("H", name=Feast.NEW_YEARS_EVE), (
        "laatste dag van het jaar", "laatste avond van het jaar",
    )),
    (Sense("H", name=Feast.NEW_YEARS_EVE), ("new year's eve", "new years eve")),
    (Sense("H", name=Feast.NEW_YEAR), ("new year's day", "new years day")),
    (Sense("H", name=Feast.CHRISTMAS_DAY), ("christmas day", "first day of christmas")),
    (Sense("H", name=Feast.BOXING_DAY), ("boxing day",)),
    (Sense("H", name=Feast.CHRISTMAS_EVE), ("christmas eve",)),
    (Sense("H", name=Feast.KINGS_DAY), ("king's day", "kings day")),
    (Sense("H", name="kerstvakantie"), (
        "kerst vakantie", "christmas holidays", "christmas holiday",
    )),
    (Sense("^"), ("eerder dan", "vroeger dan", "earlier than")),
    (Sense("t"), ("tot en met", "tot & met")),
    (Sense("f"), ("dan wel",)),
    (Sense("c"), ("a.s.", "a.s", "eerst volgende")),
    (Sense("Q"), (
        "op dit moment", "right now", "at the moment", "zo meteen", "zo dadelijk", "zo direct",
        "zo aanstonds", "zo gelijk", "later on",
    )),
    (Sense("H", name="holidays"), (
        "de feestdagen", "de feestdage", "de feestdaagn", "de feesdagen", "de fiestdage",
        "die feestdagen", "the holidays", "the festive season",
    )),
    (Sense("H", name="between_holidays"), ("tussen de feestdagen", "between the holidays")),
    (Sense("H", name=Feast.NEW_YEAR), ("new year", "new years", "new year's")),
    (Sense("M", 1), (
        "in het nieuwe jaar", "in 't nieuwe jaar", "in t nieuwe jaar", "in nieuwe jaar",
        "in 't nije jaor", "yn it nije jier", "in the new year",
    )),
    (Sense(">"), ("er na", "daar na")),
    (Sense("%"), ("er voor", "daar voor")),
    (Sense("E"), ("ditweekend", "komendweekend", "hafta sonu", "fin de semana", "week end",
        "week-end", "نهاية الاسبوع")),
    (Sense("k", 1), (
        "volg week", "volg wk", "volgendeweek", "volgendewk", "komendeweek",
        "semaine prochaine", "proxima semana", "semana que viene",
        "przyszlym tygodniu", "gelecek hafta", "الاسبوع القادم", "наступного тижня",
    )),
    (Sense("k", 4), (
        "later deze week", "later van de week", "later in de week", "verderop in de week",
        "verderop deze week", "verder deze week", "later this week", "later in the week",
    )),
    (Sense("k", 0), (
        "dezeweek", "dezewk",
        "van de week", "vd week", "v d week", "v.d. week", "van deze week", "van der week",
        "vanne week", "van 'e week", "fan 'e wike", "van de waek", "vaan de week",
        "цього тижня", "هذا الاسبوع", "bu hafta", "cette semaine", "esta semana",
        "tym tygodniu",
    )),
    (Sense("k", 3), ("week na volgende week", "week after next", "week after next week")),
    (Sense("k", 2), ("na het weekend", "na 't weekend", "na t weekend", "after the weekend")),
    (Sense("T", 0, Part.EVENING), (
        "esta noche", "ce soir", "bu aksam", "هذا المساء", "هذه الليلة", "مساء اليوم",
        "cette nuit",
    )),
    (Sense("T", 0, Part.AFTERNOON), ("esta tarde",)),
    (Sense("T", 0), ("bu gun",)),
    (Sense("T", 0, Part.EVENING), ("2nite", "2night", "2 nite")),
    (Sense("T", 1), ("2moro", "2morrow", "2mrw", "2morow")),
    (Sense("T", 1, Part.MORNING), ("manana por la manana",)),
    (Sense("T", 1, Part.MORNING), ("morgen fruh",)),
    (Sense("T", 2), ("pasado manana", "apres-demain", "day after tomorrow")),
    (Sense("T", 0, Part.EVENING), ("heden avond",)),
    (Sense("T", -1, Part.EVENING), ("last night",)),
    (Sense("P", part=Part.AFTERNOON), ("apres-midi", "apres midi", "l'apres-midi")),
    (Sense("S", part=Part.MORNING), (
        "por la manana", "voor de middag", "voor de lunch", "begin van de ochtend",
        "loop van de ochtend", "eind van de ochtend", "einde van de ochtend", "voor twaalven",
        "voor twaalf uur", "voor 12 uur",
        "veur twaolf uur", "veur twaolven", "foar tolven",
        "vroeg in de ochtend", "'s morgens vroeg",
        "early morning", "early mornings", "in the mornings", "in te ochtend",
    )),
    (Sense("S", part=Part.AFTERNOON), (
        "por la tarde", "na de middag", "achter de middag", "after school", "na school",
        "na schooltijd", "na de lunch",
        "na het middageten", "tussen de middag", "tijdens de lunch", "onder de lunch",
        "rond de lunch", "rond lunchtijd", "in de lunchpauze", "eind van de middag",
        "einde van de middag", "begin van de middag", "loop van de middag", "laat in de middag",
        "late middag", "midden op de dag", "voor het avondeten",
        "rond borreltijd", "tegen borreltijd", "in te middag",
    )),
    (Sense("S", part=Part.EVENING), (
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
    (Sense("S", part=Part.NIGHT), (
        "late at night", "in the middle of the night", "midden in de nacht", "diep in de nacht",
    )),
    (Sense("x"), (
        "vandaag de dag", "van de dag", "op een dag", "dag en nacht",
        "om de week", "om de dag", "per week", "per dag", "per avond", "per maand",
        "day by day", "one day", "week in week uit",
    )),
)  # fmt: skip
# Days cut in two, "woens dag", and the second half of feasts: "kerst dag", "pakjes avond".
CUT = (
    ("dins", "dag"),
    ("woens", "dag"),
    ("donder", "dag"),
    ("zater", "dag"),
    ("over", "morgen"),
    ("van", "daag"),
    ("drie", "koningen"),
)
CUT_FEASTS = frozenset("dag dagen dga avond avnd mis weekend maandag zondag".split())
# "Ma mi", "di av": a short day and a short part, in two words.
_SHORT_PARTS = {
    **dict.fromkeys(("och", "ocht", "ochtd", "vm"), Part.MORNING),
    **dict.fromkeys(("mi", "mid", "midd", "nm"), Part.AFTERNOON),
    **dict.fromkeys(("av", "avo", "avnd", "avd"), Part.EVENING),
}
_SHORT = {
    f"{day} {part}": Sense("I", number, said)
    for number, day in enumerate(("ma", "di", "wo", "do", "vr", "za", "zo"))
    for part, said in _SHORT_PARTS.items()
}
PHRASES = _SHORT | {text: sense for sense, texts in _PHRASES for text in texts}
