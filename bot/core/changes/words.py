"""The words in which coordinators tell of a change, in the spellings of a phone.

levelled("Gn inloop i.v.m. ziekte")   the same length, small letters, "ivm" for every "because of"
plain_word("gn", {})                  "geen"; "vervlat" is mended to "vervalt"
"""

import re
from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.calendar.dutch_calendar import fold

_MONTH = r"(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)"
# Phrases that mean one short word. Each is replaced in place and padded, so offsets stay.
_PHRASES: tuple[tuple[str, str], ...] = (
    (
        r"i\.? ?v\.? ?m\.?|in verband met|wegens|vanwege|ten gevolge van|als gevolg van"
        r"|naar aanleiding van|n\.? ?a\.? ?v\.|vnwge|vanwegen|weges|wgns",
        "ivm",
    ),
    (
        r"i\.? ?p\.? ?v\.?|in plaats van|inplaats van|in plaats v|inpv"
        r"|in pl[aeo]{1,2}(?:kke|k|ts|tse) ?(?:van|v|fan|vaan)",
        "ipv",
    ),
    (r"t\.? ?/ ?m\.?|t\.m\.?|tot (?:en|&|\+) met|tot/met|t\.?e\.?m\.?|t&m", "tm"),
    (
        r"met ingang van|met ingang per|m\.? ?i\.? ?v\.?|ingaande|te beginnen (?:op|met|vanaf)"
        r"|te beginnen(?= (?:a\.?s|ma|di|wo|do|vr|za|zo))",
        "per",
    ),
    (r"m\.u\.v\.?|met uitzondering van|uitgezonderd|behalve op|behalve", "muv"),
    (
        r"tot nader (?:order|bericht|te bepalen(?: datum)?)|tot we meer weten|tot we meer horen"
        r"|tot er meer bekend is|tot verdere? (?:bericht|aankondiging)|(?:voor )?onbepaalde tijd"
        r"|tot nadere aankondiging|tot nader bericht(?:en)?",
        "onbepaald",
    ),
    (
        r"(?<!ipv )(?<!ipv de )(?<!week )(?<!week de )(?<!week \d\d )(?<!week \d\d de )"
        r"(?:hele|heel de|gehele) week(?! (?:van|week|volgende|komende|vanaf|na|voor|rond"
        r"|tussen))",
        "deze week",
    ),
    (rf"(?:hele|gehele|heel)(?: de)?(?: maand)?(?= {_MONTH})", "in"),
    # The name of a course, which is not to stop: "stoppen met roken".
    (r"stoppen(?=[ -]met[ -](?:roken|blowen|drinken|gokken|alcohol|drugs))", "rookles"),
    (r"(?:zin|sin|zeen) (?:veer|ver|vie) (?:tow|toew|toe|dich)", "we dicht"),
    (r"(?:(?<=ingang van )|(?<=vanaf ))het nieuwe jaar", "1 januari"),
    (r"net (?:troch|trog|trok)", "niet door"),
    (r"nr\.?(?= (?:ma|di|wo|do|vr|za|zo)[a-z]*\b)", "naar"),
    (r"zeuven?", "zeven"),
    (r"neugen?", "negen"),
    (r"ellef", "elf"),
    (r"twaalef", "twaalf"),
    (
        r"(?:mooi|slecht|goed|dit|winters|guur|nat|droog|koud|warm|beter|lekker) weer"
        r"|het weer(?= (?:meezit|tegenzit|slecht|goed|wordt|toelaat|het))",
        "klimaat",
    ),
    (r"vandage|vandaog", "vandaag"),
    (r"van(?:oavend|aovend|aovond|avend)", "vanavond"),
    (r"(?<=het )de (?:volgende dag|dag (?:erna|daarna|erop))", "1 dag later"),
    (r"(?<=naar )de (?:volgende dag|dag (?:erna|daarna|erop))", "1 dag later"),
    (r"(?<=het )de dag (?:ervoor|daarvoor)", "1 dag eerder"),
    (r"(?<=het )de week (?:erna|daarna|erop)", "1 week later"),
    (r"(?<=naar )de week (?:erna|daarna|erop)", "1 week later"),
    (r"d\.?w\.?z\.?|dat wil zeggen", "dus"),
    (r"o\.?v\.?b\.?|onder voorbehoud", "ovb"),
    (r"(?:per direct|met onmiddellijke ingang|vanaf nu|per nu|van nu af aan|voortaan)", "nuaf"),
    (r"v\.a\.", "va"),
    # "Vd 22e" is of that day of the month.
    (r"v\.? ?/?d\.?(?= (?:[1-9]|[12]\d|3[01])(?:e|ste|de)\b)", "de"),
)
_LEVEL = re.compile(
    "|".join(
        rf"(?<![\w.])(?P<p{number}>{form})(?!\w)" for number, (form, _) in enumerate(_PHRASES)
    )
)

_SHORT: dict[str, str] = {
    variant: word
    for word, variants in {
        "geen": "gn geenn gene gheen gen geem gin gien gjin ginne geene gain gein",
        "niet": "nie nt neit niett niert nit nite ni nait neet nich niit",
        "van": "vd v",
        "vanaf": "va vaf vanf vnaf vanag",
        "het": "t 't",
        "even": "ff effe effies eventjes effen",
        "waarschijnlijk": "wss wrs wrsch wsl waarsch",
        "misschien": "mss msch miss",
        "dicht": "tow toew dich",
        "gewoon": "gwn gewn gwoon gewoonweg",
        "inloop": "inlp inlop inlooop",
        "met": "mt mit",
        "wegens": "wgs",
        "weer": "wr wer weeer weerr",
        "door": "doro dor doorr dooor doir",
        "er": "d'r r",
        "om": "um",
        "moet": "mot mut",
        "voor": "veur",
        "morgen": "mrgn",
        "want": "omdat aangezien wnt doordat",
        "dan": "den",
        "wel": "well",
        "is": "iss",
        "gaat": "gata gaaat gat goat gaot geet giet",
        "ons": "onz",
        "eerder": "vroeger ierder eder",
        "maar": "mar maaar maor mer mor",
        "dus": "dsu",
        "zijn": "zyn zn",
        "later": "laeter loater laoter laater",
        "doet": "dut dot doot deit",
        "een": "n 'n",
        "alleen": "enkel slechts",
    }.items()
    for variant in variants.split()
}

# Long words of change that are worth mending; a slip in another word does no harm.
_MENDABLE = tuple(
    """
    vervalt vervallen geannuleerd gecanceld afgelast gesloten sluiten verplaatst verplaatsen
    verzet verschoven verschuift verschuiven verhuist verhuizen uitgesteld vervroegd inhalen
    ingehaald doorgang doorgaan tijdelijk voorlopig begint beginnen locatie opgeschoven hervatten
    hervat heropend stoppen stopgezet eenmalig ingelast wordt wijken uitgeweken toch gewoon
    waarschijnlijk meenemen bijeenkomst laatste daarna zolang zelfde online plaats
    """.split()
)
_REAL = frozenset(
    """
    verval vervelt verveelt vervallend verhuisd gestoten besloten gelaten sleutel sluiter sluit
    vervangen vervangt vertellen verstellen bestellen vertelt laatst geboren word wordt worden
    plaatsen plaatst
    plaatje verzat verzetten verven zelfs zelf
    tocht tochten tacht touch gezonde verplaats begin begint bestond inhaler doorgaans stoepen
    stoppels stopper zolder lokatie allocatie vocatie wijzen wijden wijkt daarnaast daarop
    daaraan inhoud indalen inhaalt ophalen verhuizing verzoek verzorgt onlangs laatse laat
    gewoonte gewone wijk plaat platt online
    """.split()
)
# Verbs of change whose last letter is dropped as it is in speech: "we moete afzegge".
_INFINITIVES = frozenset(
    """
    moeten kunnen zullen willen afzeggen afblazen schrappen annuleren sluiten vervallen beginnen
    starten stoppen houden zitten blijven komen vallen worden verplaatsen verzetten verschuiven
    verhuizen inhalen openen wijken eindigen gesloten hebben doorschuiven uitvallen
    """.split()
)
_SHORTEST, _LONG = 5, 10

# What may be missing while the activity goes on: "geen parkeerplek".
THINGS = (
    r"(?:aanmeld\S*|parkeer\S*|koffie|thee|lunch|soep|plek\S*|plaats\S*|lift|wc|toilet\S*|wifi"
    r"|verwarming"
    r"|warm|water|stroom|eten|vragen|kosten|probleem|zorgen|brood|internet|pin|pinautomaat|gas"
    r"|licht"
    r"|muziek(?!\S)|honden|hond|kinderen|gastspreker|begeleid\S*|docent\S*|gastheer|gastvrouw"
    r"|drank)"
)
# How the name of an activity ends, or what it is as a whole.
ACTIVITY = re.compile(
    r"\S*(?:groep|groepen|grop|goep|gorep|groeop|inlop|inlooop|meetng|groepje|cafe|inloop"
    r"|inloopje|club|clubje|cursus|training|bijeenkomst"
    r"|bijeenkomsten|meeting|workshop|tref|koor|spreekuur|huiskamer|lotgenoten|uurtje|avond|middag"
    r"|ochtend|kring|tafel|ontbijt|wandeling|les|lessen|atelier|eten|salon|maatjes|bingo|lunch"
    r"|yoga"
    r"|ploeg|walk|talk|diner|borrel|koffie|quiz|spelletjes|lezing|biljart|darten|disco|repair|hobby|soos|brunch)"
)


def levelled(text: str) -> str:
    """The text in small letters with one spelling for fixed phrases, offsets unchanged."""
    plain = "\n".join(map(fold, text.split("\n")))
    return _LEVEL.sub(_padded, plain)


def _padded(match: re.Match[str]) -> str:
    word = _PHRASES[int((match.lastgroup or "p0")[1:])][1]
    return word.ljust(len(match[0]))


def plain_word(word: str, abbreviations: Mapping[str, str]) -> str:
    """A folded word written in full, and mended where it is nearly a word of change."""
    if known := _SHORT.get(word):
        return known
    full = abbreviations.get(word)
    if full and " " not in full:
        return fold(full).replace("'", "")
    if f"{word}n" in _INFINITIVES:
        return f"{word}n"
    if len(word) < _SHORTEST or word in _REAL or word in _MENDABLE or not word.isascii():
        return word
    slips = 1 if len(word) < _LONG else 2
    found = process.extractOne(word, _MENDABLE, scorer=OSA.distance, score_cutoff=slips)
    return found[0] if found and found[0][0] == word[0] else word
