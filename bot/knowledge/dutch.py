"""The one table between the Dutch words of the knowledge files and the ids of the code."""

from bot.core.model import Aspect, Audience, Format, Kind, Status, Theme, Tri

UNKNOWN_WORD = "onbekend"

KINDS = {
    "inloop": Kind.DROP_IN,
    "herstelgroep": Kind.RECOVERY_GROUP,
    "lotgenotengroep": Kind.PEER_GROUP,
    "cursus": Kind.COURSE,
    "workshop": Kind.WORKSHOP,
    "themabijeenkomst": Kind.MEETING,
    "wandelen": Kind.WALK,
    "creatief": Kind.CREATIVE,
    "samen eten": Kind.MEAL,
    "sport": Kind.SPORT,
    "maatje": Kind.ONE_TO_ONE,
}

THEMES = {
    "verslaving": Theme.ADDICTION,
    "alcohol": Theme.ALCOHOL,
    "drugs": Theme.DRUGS,
    "gokken": Theme.GAMBLING,
    "depressie": Theme.DEPRESSION,
    "angst": Theme.ANXIETY,
    "dwang": Theme.OCD,
    "psychose": Theme.PSYCHOSIS,
    "bipolair": Theme.BIPOLAR,
    "autisme": Theme.AUTISM,
    "adhd": Theme.ADHD,
    "eten": Theme.EATING,
    "trauma": Theme.TRAUMA,
    "rouw": Theme.GRIEF,
    "nabestaanden van zelfdoding": Theme.SUICIDE_BEREAVEMENT,
    "burn-out": Theme.BURNOUT,
    "eenzaamheid": Theme.LONELINESS,
    "persoonlijkheid": Theme.PERSONALITY,
    "zelfbeschadiging": Theme.SELF_HARM,
    "stemmen horen": Theme.VOICES,
}

AUDIENCES = {
    "naasten": Audience.LOVED_ONES,
    "jongeren": Audience.YOUNG,
    "ouderen": Audience.OLDER,
    "vrouwen": Audience.WOMEN,
    "mannen": Audience.MEN,
    "lhbti": Audience.LGBTQ,
    "ouders": Audience.PARENTS,
    "nieuwkomers": Audience.MIGRANTS,
}

FORMATS = {
    "op locatie": Format.IN_PERSON,
    "online": Format.ONLINE,
    "telefonisch": Format.PHONE,
}

STATUSES = {
    "actief": Status.ACTIVE,
    "niet nagevraagd": Status.UNVERIFIED,
    "proef": Status.PILOT,
    "tijdelijk dicht": Status.PAUSED,
    "bronnen verschillen": Status.CONFLICTING,
    "gestopt": Status.STOPPED,
}

TRIS = {"ja": Tri.YES, "nee": Tri.NO, "onbekend": Tri.UNKNOWN}

ASPECTS = {
    "verwijzing": Aspect.REFERRAL,
    "indicatie": Aspect.INDICATION,
    "kosten": Aspect.COST,
    "aanmelden": Aspect.SIGN_UP,
    "diagnose": Aspect.DIAGNOSIS,
    "in zorg": Aspect.IN_CARE,
    "anoniem": Aspect.ANONYMITY,
    "meenemen": Aspect.BRING_SOMEONE,
    "nuchter": Aspect.SOBRIETY,
    "leeftijd": Aspect.AGE,
    "andere taal": Aspect.LANGUAGE,
    "rolstoel": Aspect.WHEELCHAIR,
    "prikkelarm": Aspect.LOW_STIMULUS,
    "geloof": Aspect.FAITH,
    "inwoner": Aspect.RESIDENCY,
    "praten moet": Aspect.MUST_TALK,
    "ervaringsdeskundigen": Aspect.PEER_LED,
    "behandeling": Aspect.TREATMENT,
}

TOPICS = {
    "zoeken": "find_activity",
    "route": "directions",
    "gaat-het-door": "is_it_on",
    "verwijzing": "referral",
    "kosten": "cost",
    "aanmelden": "sign_up",
    "voor-wie": "who_for",
    "leeftijd": "age",
    "iemand-meenemen": "bring_someone",
    "anonimiteit": "anonymity",
    "toegankelijkheid": "accessibility",
    "taal-van-de-groep": "language_spoken",
    "eerste-keer": "first_visit",
    "wachtlijst": "waiting_list",
    "nuchter": "sobriety",
    "duur": "duration",
    "andere-gemeente": "residency",
    "geloof": "faith",
    "wat-is": "what_is",
    "ervaringsdeskundigen": "peer_worker",
    "geen-behandeling": "not_treatment",
    "vrijwilliger": "volunteer",
    "professional": "professional",
    "contact": "contact",
    "groet": "greeting",
    "bedankt": "thanks",
    "afscheid": "goodbye",
    "hulp": "help",
    "over-de-bot": "about_bot",
    "privacy-van-de-bot": "bot_privacy",
    "vergeet-mij": "forget_me",
    "houd-me-op-de-hoogte": "subscribe",
    "geen-berichten-meer": "unsubscribe",
    "herinnering": "remind_me",
    "klopt-niet": "report_error",
    "taal-van-de-bot": "bot_language",
}
