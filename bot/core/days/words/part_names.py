"""The names of the parts of the day, in the languages and spellings of residents."""

from bot.core.days.words import dialect
from bot.core.model import Part

STUCK = {
    **dict.fromkeys(("ochtend", "ochtnd", "morgen", "mrgn"), Part.MORNING),
    **dict.fromkeys(("middag", "middg", "mddg"), Part.AFTERNOON),
    **dict.fromkeys(("avond", "avnd", "aovend", "oavond"), Part.EVENING),
}
_PARTS = (
    (
        Part.MORNING,
        "ochtenden ochtend "
        "veurmiddag veurmirreg vuurmiddag ochend ochted ochtent ochtendje ochtnd "
        "ocht voormiddag morning mornin "
        "matin vormittag rano sabah صباح صباحا "
        "вранці",
    ),
    (
        Part.AFTERNOON,
        "middagen middag "
        "namiddag naomiddag noamiddag nomiddag nommedag nomdag noamdag mirreg merreg "
        "mirrag "
        "namirreg middig midag middei namiddei achtermiddag achternoen middeg smiddeg "
        "middagje midach middg mddg midd mid middach afternoon arvo "
        "nachmittag popoludniu ظهرا вдень",
    ),
    (
        Part.EVENING,
        "avonden avond ovend ovond av avo vooravond aoved aovnd oavnd aevond eavond aovend aovond "
        "oavend oavond avend "
        "avnd avondje avondjes avd aeved "
        "aevend oavondje avon joun evening soir soiree abend "
        "wieczorem aksam مساء المساء ввечері увечері",
    ),
    (Part.NIGHT, "nacht"),
)
# "Friday night" and "por la noche" are what the Dutch call the evening.
_FOREIGN_NIGHT = ("night", "nite", "noche")
PART_ADVERBS = (
    (
        Part.MORNING,
        "ochtenduurtjes ochtenduren ochtends sochtends ochends smorgens smoarns smurges "
        "murges smorges "
        "morgens "
        "morgends mornings smons smoens smoarges smoargens smoorns smoorgens smorns smorn "
        "smarns "
        "smergus smurgus smorgus smergens smerges smergs smurgens smeuns moarns sochends "
        "sochtens smorens smorgs smoggens smargens",
    ),
    (
        Part.AFTERNOON,
        "middaguurtjes middaguren merregs smerregs middags smirregs smirrags mirregs "
        "smiddigs smidags smiddeis middeis "
        "snoamiddags snomiddags smeddes smeddigs smiddags namiddags snamiddags smiddegs "
        "afternoons",
    ),
    (
        Part.EVENING,
        "avonduurtjes avonduren aovens oavens saovens soavens avens sovends sovonds "
        "soevends avonds savonds soaveds saoveds saovnds saevends seavonds aovends "
        "saovends savends avends jouns savens abends "
        "svonds savons savnds savond soavends soavonds saoves aoves saeves aeves oaves soaves "
        "sauves "
        "evenings weeknights weekdaynights",
    ),
    (Part.NIGHT, "nachts snachts"),
)
# After a day in one word they say the morning: zaterdagmorgen, sneontemoarn, zondagsmergen.
JOINED_MORNINGS = """
    morgen morn moarn mergen mergus murgen murgus margen morge merge murge marge moorn smorn
    smorgen smergen smoarn smurgen
"""


def part_words() -> dict[str, Part]:
    """Every name of a part of the day."""
    words = dict.fromkeys(dialect.evenings(), Part.EVENING)
    words |= {word: part for part, names in _PARTS for word in names.split()}
    return words | dict.fromkeys(_FOREIGN_NIGHT, Part.EVENING)
