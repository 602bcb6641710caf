"""What an editor's free text may not hold: treatment claims, numbers, banned words."""

import re

_MEDICINES = (
    "abilify|alprazolam|amitriptyline|anafranil|antabus|aripiprazol|baclofen|buprenorfine|"
    "bupropion|campral|carbamazepine|cipramil|citalopram|clomipramine|clonazepam|clozapine|"
    "concerta|depakine|dexamfetamine|diazepam|disulfiram|duloxetine|efexor|esketamine|"
    "escitalopram|fluoxetine|haldol|haloperidol|invega|lamictal|lamotrigine|leponex|lithium|"
    "lorazepam|lyrica|methylfenidaat|mirtazapine|naltrexon|nortriptyline|olanzapine|oxazepam|"
    "paroxetine|pregabaline|promethazine|propranolol|prozac|quetiapine|remeron|risperdal|"
    "risperidon|ritalin|rivotril|seroquel|seroxat|sertraline|strattera|suboxone|temazepam|"
    "tramadol|trazodon|valium|venlafaxine|wellbutrin|xanax|xeplion|zoloft|zolpidem|zopiclon|"
    "zyprexa|ashwagandha|sint-janskruid|ibogaïne|psilocybine|ayahuasca"
)
_PHONE = re.compile(
    r"(?<![\w.,:/-])(?:\+31|0031|0)[\s.-]?(?:\(0\)[\s.-]?)?[1-9](?:[\s.-]?\d){7,8}(?![\w-])"
    r"|(?<![\w.,:/-])0[89]00(?:[\s.-]?\d){4,7}(?!\d)"
    r"|\b(?:bel|belt|bellen|telefoon|tel\.?|nummer)\s*(?:met|naar|:)?\s*\d{3,}\b",
    re.IGNORECASE,
)
_RULES = (
    (
        re.compile(rf"\b(?:{_MEDICINES})\b", re.IGNORECASE),
        "De naam van een medicijn of kruid (‘{found}’) hoort hier niet: wij geven geen "
        "behandeladvies. Schrijf ‘medicijnen’, of laat het weg.",
    ),
    (
        re.compile(
            r"\b\d+(?:[.,]\d+)?\s?(?:mg|milligram|microgram|mcg|ml)\b|\bdosering\b", re.IGNORECASE
        ),
        "Een hoeveelheid of dosering (‘{found}’) hoort hier niet: dat is iets voor een arts.",
    ),
    (
        re.compile(
            r"\b(?:helpt|helpen|werkt|werken)\s+(?:\w+\s+){0,2}?(?:tegen|bij)\s+(?:je\s+|een\s+)?"
            r"(?:\w+\s)?(?:depressie\w*|angst\w*|psychose\w*|verslaving\w*|trauma\w*|ptss|dwang\w*|"
            r"adhd|autisme|borderline|slapeloosheid|somberheid|burn-?out|stress|klachten)"
            r"|\b(?:geneest|genezen|genezing|geneeskrachtig\w*|therapeutische? werking|"
            r"bewezen effectief|wondermiddel)\b",
            re.IGNORECASE,
        ),
        "‘{found}’ klinkt als een belofte over behandeling. Schrijf wat mensen er doen, "
        "niet wat het geneest.",
    ),
    (
        re.compile(
            r"\b(?:stop|stoppen|minder|minderen|bouw|afbouwen)\s+(?:\w+\s+){0,2}?"
            r"(?:je|uw|met|van)\s+(?:\w+\s+)?(?:medicatie|medicijnen|pillen|antidepressiva)\b"
            r"|\bzonder\s+(?:medicatie|medicijnen|pillen)\b|\bgeen\s+(?:medicatie|medicijnen)\s+"
            r"(?:meer\s+)?nodig\b|\bin plaats van\s+(?:\w+\s+)?(?:therapie|behandeling|medicijnen|"
            r"medicatie)\b",
            re.IGNORECASE,
        ),
        "‘{found}’ gaat over medicijnen of behandeling: dat bespreekt iemand met een arts of "
        "apotheek. Haal het weg.",
    ),
    (
        _PHONE,
        "Een telefoonnummer hoort hier niet. Zet het bij ‘contact’ met de bron erbij; "
        "hulplijnen staan in veiligheid/hulplijnen.yaml.",
    ),
    (
        re.compile(
            r"zelfmoord\s+(?:plegen|pleegt|pleegde|gepleegd)|(?:geslaagde|mislukte)\s+"
            r"(?:\w+)?poging|volledig anoniem|(?:helemaal|100%|honderd procent) anoniem|"
            r"komt\s+(?:het\s+)?(?:altijd\s+|weer\s+|vanzelf\s+)?goed\b|gegarandeerd",
            re.IGNORECASE,
        ),
        "‘{found}’ gebruiken we niet. Kies andere woorden, bijvoorbeeld ‘zelfdoding’ of "
        "‘zonder je naam te geven’, en beloof niets.",
    ),
)


def text_problems(text: str) -> tuple[str, ...]:
    """What is wrong with an editor's text, each in a sentence that says what to do instead."""
    found = ((pattern.search(text), message) for pattern, message in _RULES)
    return tuple(message.format(found=match.group()) for match, message in found if match)
