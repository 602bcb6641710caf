"""The type codes of Meeting Guide with their Dutch names, and what our model says of them."""

from bot.core.model import Audience

# The 87 codes of the Meeting Guide specification.
CODES = {
    "11": "Stap 11, meditatie", "12x12": "12 stappen en 12 tradities", "A": "seculier",
    "ABSI": "Zoals Bill het ziet", "AF": "Afrikaans", "AL": "tegelijk met Alateen",
    "AL-AN": "tegelijk met Al-Anon", "AM": "Amhaars", "AR": "Arabisch",
    "ASL": "Amerikaanse gebarentaal", "B": "Big Book", "BA": "kinderopvang",
    "BE": "voor nieuwkomers in de groep", "BG": "Bulgaars", "BI": "biseksueel", "BRK": "ontbijt",
    "C": "gesloten", "CAN": "kaarslicht", "CF": "kindvriendelijk", "D": "discussie",
    "DA": "Deens", "DB": "digitale mand", "DD": "dubbele diagnose", "DE": "Duits",
    "DR": "dagelijkse overdenkingen", "EL": "Grieks", "EN": "Engels", "FA": "Perzisch",
    "FF": "geen parfum", "FI": "Fins", "FR": "Frans", "G": "homo", "GR": "Grapevine",
    "H": "verjaardag", "HE": "Hebreeuws", "HI": "Hindi", "HR": "Kroatisch", "HU": "Hongaars",
    "IS": "IJslands", "ITA": "Italiaans", "JA": "Japans", "KA": "Georgisch", "KOR": "Koreaans",
    "L": "lesbisch", "LGBTQ": "lhbti", "LIT": "literatuur", "LS": "Nuchter leven",
    "LT": "Litouws", "M": "mannen", "MED": "meditatie", "ML": "Malayalam", "MT": "Maltees",
    "N": "inheemse Amerikanen", "NB": "non-binair", "NDG": "inheems", "NE": "Nepalees",
    "NL": "Nederlands", "NO": "Noors", "O": "open", "OUT": "buiten", "P": "professionals",
    "POA": "bewijs van aanwezigheid", "POC": "mensen van kleur", "POL": "Pools",
    "POR": "Portugees", "PUN": "Punjabi", "RUS": "Russisch", "S": "Spaans", "SEN": "ouderen",
    "SK": "Slowaaks", "SL": "Sloveens", "SM": "roken mag", "SP": "spreker",
    "ST": "stappenstudie", "SV": "Zweeds", "T": "transgender", "TC": "locatie tijdelijk dicht",
    "TH": "Thais", "TL": "Tagalog", "TR": "tradities", "TUR": "Turks", "UK": "Oekraïens",
    "W": "vrouwen", "X": "rolstoel", "XB": "rolstoel, ook het toilet", "XT": "kruisgesprek mag",
    "Y": "jongeren",
}  # fmt: skip

# Codes that the Meeting Guide output of BMLT, the meeting list of NA, writes besides.
BMLT_CODES = {
    "BEG": "beginners", "BT": "basistekst", "CPT": "concepten", "CW": "kinderen welkom",
    "DISC": "discussie", "GL": "homo en lesbisch", "IP": "folder",
    "IW": "Het werkt: hoe en waarom",
    "JFT": "Vandaag", "LC": "Living Clean", "NS": "niet roken", "ONL": "online",
    "QA": "vraag en antwoord", "RA": "beperkte toegang", "SMOK": "roken mag",
    "SPAD": "een spiritueel principe per dag", "SPK": "spreker", "STEP": "stappen",
    "SWG": "stappenwerkboek", "TOP": "onderwerp", "TRAD": "tradities", "VAR": "wisselend",
    "VM": "online", "WCHR": "rolstoel",
}  # fmt: skip

LANGUAGES = frozenset(
    "AF AM AR ASL BG DA DE EL EN FA FI FR HE HI HR HU IS ITA JA KA KOR LT ML MT NE NO POL POR PUN "
    "RUS S SK SL SV TH TL TUR UK".split()
)
AUDIENCES = {
    "W": Audience.WOMEN,
    "M": Audience.MEN,
    "Y": Audience.YOUNG,
    "SEN": Audience.OLDER,
    "LGBTQ": Audience.LGBTQ,
    "G": Audience.LGBTQ,
    "L": Audience.LGBTQ,
    "BI": Audience.LGBTQ,
    "T": Audience.LGBTQ,
    "NB": Audience.LGBTQ,
}
CODE_OF_AUDIENCE = {
    Audience.WOMEN: "W",
    Audience.MEN: "M",
    Audience.YOUNG: "Y",
    Audience.OLDER: "SEN",
    Audience.LGBTQ: "LGBTQ",
}
ONLINE = frozenset({"ONL", "VM"})
WHEELCHAIR = frozenset({"X", "XB"})
OPEN, CLOSED, SHUT = "O", "C", "TC"


def name_of(code: str) -> str:
    """What a code stands for in Dutch; nothing where neither list has it."""
    return CODES.get(code) or BMLT_CODES.get(code, "")
