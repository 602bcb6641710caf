"""The words around a place: what leads up to one, and what says that it is wanted or only home."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A place name that is also an everyday word counts after these.
LEADS = _set(
    "in te ter uit bij rond rondom omgeving omg omgevign omtrent naar vanuit richting regio "
    "gemeente gem nabij stad dorp plaats station near around from at to nahe aus nach w we do "
    "z koło kolo okolice yn ut biej в у до із з із біля возле около"
)
# And after "van", when one of these goes before that.
LEADS_WITH_VAN = _set(
    "buurt omgeving omg gemeente stad dorp plaats regio richting centrum hartje rand bieb omtrek "
    "omstreken nabijheid"
)
# And after these, when a place goes before that.
JOINING = _set("of en or and oder und dan tot plus lub i")

# Before the second of two places to choose from.
OR = _set("of or oder ov")

# What may stand beside a place in a message that only asks the same somewhere else.
LEANING = _set("en of and or ook dan maar toch nee liever misschien eventueel mag kan bedoel ik")

# First words of a short message that asks about something else: "hoe wekrt dit".
ASKING = _set("hoe wat waarom how why what")

# Words of place that a slip is sooner of than of a town: "naar binen" is not Buinen.
ADVERBS = _set(
    "binnen buiten boven beneden achter voren verder overal elders ergens nergens anders samen "
    "huis mensen inside outside upstairs"
)

# First words of so many names that what follows them is not mended.
ARTICLES = _set("de het t s in op een te ter")

# A message with one of these is a sentence rather than keywords.
SMALL = _set(
    "ik je jij u we wij ze zij hij het de een die dat deze te om met en op van er is zijn was kan "
    "kun kunnen wil moet mag mijn me geen niet it he she that this i you the and how what who"
)

# And when stuck to the name of a town by a missing space.
GLUED = ("enin", "ofin", "ennaar", "enbij", "in", "naar", "bij", "omgeving", "regio")

CODE_WORDS = _set("postcode postkode pc postcodegebied zip zipcode plz")
CODE_LEADS = _set("op in uit naar bij omgeving regio gebied woon")
UNITS = _set("uur u h euro eur km kilometer meter m jaar keer mensen stappen gram ml dagen")
# Two letters after four digits that are a word rather than the end of a postcode.
TWO_LETTER_WORDS = _set(
    "aa ah al am an as at be bv da de di do dr du en er et eu ff go ha he ho ie if ik in is it "
    "ja je km ma me mm mn na ne nl no nr nu of oh ok om on op or ov pm po te tl to tv ui up "
    "uw va we wo wy xx yo za ze zn zo zu"
)

# Tails that a town's name grows: the tail, what stands there without it, the fewest letters left.
TAILS = (
    ("se", "", 5),  # Emmense
    ("se", "en", 5),  # Groningse
    ("er", "", 6),
    ("cie", "t", 6),  # Amersfoorcie
    ("ie", "", 6),  # Rotterdamie
    ("u", "", 6),
    ("s", "", 6),
)
CYRILLIC_TAILS = "аеиіоуыюяї"
ARABIC_HEADS = "بلوف"

HOME = _set(
    "woon woonde wonen woont woonachtig wonende kom komt vandaan verhuisd ingeschreven inwoner "
    "thuis azc opgenomen live living wohne wohnen mieszkam laif leef zit won woan "
    "woene woen woent wone wuun wunne wenje wenne"
)
SOUGHT = _set(
    "iets wat inloop groep plek groepje groepen inloophuis naar buurt omgeving regio terecht "
    "activiteit activiteiten cursus praatgroep lotgenotengroep meeting meetings avond "
    "herstelruimte bijeenkomst cafe eetcafe zoek zoeken wil waar something anything group near"
)
STORY = _set(
    "opa oma overgrootmoeder bezoek flyer logeerde geboren opgegroeid vakantie zat zaten woonde "
    "werkte ooit begraven verhuizing uitstapte uitstapten "
    "kwam kwamen oorspronkelijk jeugd born grew"
)
WORK = _set("werk werkt werkte kantoor stage work job")
TRANSPORT = _set("trein bus auto fiets tram taxi metro boot pont brommer scooter train car bike")
ABROAD = _set("duitsland duutsland belgie germany belgium frankrijk spanje polen turkije")
FAR = _set("ver vaer fier wied far veer wiet weg")
INSTITUTIONS = _set("wijkteam buurtteam")
# Before a name these say that it is somebody's, and after it that it is a street's.
TITLES = _set(
    "mevrouw mevr mw meneer mijnheer dhr mr mrs dokter dr juf meester tante oom ome familie fam "
    "buurvrouw buurman zuster broeder pastoor dominee"
)
LINKS = _set("van de der den ter te")
STREETS = _set("straat weg laan plein singel kade straatweg poort")
# Meetings that people write right before a town, in few words.
MEETINGS = _set(
    "aa na ca oa ga coda inloop inloophuis cafe eetcafe meeting huiskamer herstelcafe praatgroep "
    "wandelgroep herstelgroep herstelacademie mantelzorgcafe autismecafe"
)
NOUN_MARKS = _set("de het een t n 'n die deze onze zelf")
THERE = _set("daar daarheen doar dao there ginds")
# Where someone sleeps now says more than where the papers say that they live.
LODGING = _set("slaap slapen slaapt logeer logeert verblijf verblijft bank staying crashing")
# Who sends a message rather than where something is wanted.
SENDER = _set("namens")
# Right after a place these tell what happened there, with one of these after them.
HAPPENED = _set(
    "kreeg kregen zei zeiden hoorde hoorden vertelde vertelden zag stond moest werd vroeg lag las"
)
TELLERS = _set("ik we wij wie ze zij men mijn mn mij me iemand")
# Before the name of who lives there: "als Meppelder".
AS = _set("als as een n ne nen ne unne ennen un geboren echte rasechte a ein")
DWELLER = ("er", "ers", "aar", "naar")
SPARE = _set("ook prima desnoods eventueel anders mag kan")
