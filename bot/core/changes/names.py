"""What an announcement names besides days and hours, above all which activity it is about."""

import re
from dataclasses import dataclass

from bot.core.changes.cues import Cue, has
from bot.core.changes.places import find_new_place, find_spot
from bot.core.changes.reasons import REASONS, find_reason
from bot.core.changes.signs import Row, Sign
from bot.core.changes.towns import find_towns
from bot.core.changes.words import ACTIVITY, THINGS
from bot.core.lexicon.lexicon import Lexicon
from bot.core.lexicon.phrases import Hit
from bot.core.lexicon.text import Token, tokens_of
from bot.core.places.gazetteer import Mention, place_key
from bot.core.slots.slots import EXPLAINED, KIND, ORGANISATION

_PLACE_ITSELF = re.compile(
    r"zelfregiecentrum|zrc|centrum|gebouw|pand|locatie|herstelacademie|herstelcentrum|steunpunt"
    r"|inloophuis|(?:kerst|zomer|winter|herfst)(?:stop|reces|pauze|sluiting)|herstelruimte|huis|academie|team|organisatie|stichting|bestuur|deuren"
)
_SMALL = frozenset(
    """
    de het een die dat deze dit onze ons jullie je jij u ik we wij ze zij hij hun mijn er hier daar
    in op om bij naar aan uit tot tm vanaf per via te ter dus maar want zodat als dan of en ook nog
    al pas toch weer wel niet geen niks gewoon even helaas alleen is zijn was waren wordt worden
    gaat gaan ga kan kunnen kun moet moeten mag wil zal zou heeft hebben heb krijgt komt komen kom
    begint beginnen begin start starten sluit sluiten open opent dicht gesloten vervalt vervallen
    door doorgaan zit zitten staat staan blijft blijven verzet verzetten verschoven verplaatst
    verhuist verhuizen afgelast geannuleerd gecanceld ipv ivm uur tijd tijden later eerder nu hele
    heel hoi hallo hoi hey hee beste lieve allen allemaal mensen dag groet groeten groetjes gr mvg
    sorry let foutje neem nemen meenemen graag iedereen iemand misschien waarschijnlijk alvast
    extra gewone reguliere vaste ingelast ingelaste eenmalig eenmalige nieuwe andere zelfde
    voorlopig tijdelijk onbepaald
    nuaf zolang stopt stoppen laatste keer daarna verder plek plaats vol jaar week weken maand
    vandaag morgen zelf mee mogelijk helemaal ff maak maken doen doet laat laten s avonds middags
    ochtends 's na voor sinds kort wijziging update mededeling bericht info beetje tussen lukt
    gecancelled uitgevallen overslaan inhalen ingehaald wegens ovb speciale normale normaal erbij
    houdt houden op stopgezet gestopt muv vindt vinden wisten weten zeggen ziek toe dicht!
    schuift schuiven opgeschoven uitgesteld aanstaande as komende volgende afgelopen van met
    alles ging gingen meer samengevoegd verkeerde verkeerd verdorie hopelijk zoals altijd hervat
    hervatten bijgekregen pauzeert pauzeren eraf eruit toevoegen toegevoegd
    tijdens terug vertrekt vertrekken verzamelt verzamelen wijkt wijken
    """.split()
)
_MOST_TOKENS = 300
_INITIALS = 4  # letters
_VERBS = frozenset(
    "valt vallen loopt lopen draait draaien duurt duren schuift ligt liggen stil annuleren".split()
)
_USUAL = frozenset("gewone normale reguliere vaste wekelijkse maandelijkse gewoonlijke".split())
_JOINING = frozenset(["voor", "over", "&", "en", "-", "van", "met"])
_THING = re.compile(THINGS)
GENERIC = frozenset(["bijeenkomst", "keer", "sessie", "datum", "avond", "middag", "ochtend"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The activity, the places and the reason, as the message names them."""

    activity: str | None
    is_known: bool  # to be an activity
    places: tuple[str, ...]  # official names
    organisation: str | None
    new_place: str | None  # where it goes to
    spot: str | None  # where it is held, which may be where it goes to
    reason: str | None
    is_more_said: bool  # besides names and days
    why: range = range(0)  # the signs of the reason
    where: range = range(0)  # the signs of the new place, or of where it is held
    rivals: tuple[int, ...] = ()  # the signs of other towns that may be meant


def find_names(row: Row, lexicon: Lexicon) -> Names:
    """What the words of a message name."""
    reason, why = find_reason(row)
    new_place, where = find_new_place(row)
    spot, there = (None, range(0)) if new_place else find_spot(row)
    tokens = tokens_of(row.text)[:_MOST_TOKENS]
    hits = lexicon.find(tokens)
    activity, is_known = _activity(
        row, _known(row, tokens, hits), frozenset([*why, *where, *there])
    )
    towns = find_towns(row, why, where or there)
    places = [_official(row, one) for one in towns.homes]
    if activity is None:
        activity = _initials(row, tokens, hits)
    organisations = {hit.value for hit in hits if hit.category == ORGANISATION}
    return Names(
        activity=activity,
        is_known=is_known,
        places=tuple(dict.fromkeys(places)),
        organisation=organisations.pop() if len(organisations) == 1 else None,
        new_place=new_place,
        spot=spot,
        reason=reason,
        is_more_said=_is_more_said(row, activity),
        why=why,
        where=where or there,
        rivals=towns.rivals,
    )


def _initials(row: Row, tokens: tuple[Token, ...], hits: tuple[Hit, ...]) -> str | None:
    """A fellowship by its letters, which are an everyday word otherwise: "NA vervalt"."""
    for hit in hits:
        first, last = tokens[hit.first], tokens[hit.last]
        said = row.text[first.start : last.end]
        if hit.category == ORGANISATION and said.isupper() and len(said) <= _INITIALS:
            return said
    return None


def _official(row: Row, mention: Mention) -> str:
    """The name of a place; that of the municipality where that is what was typed."""
    place = mention.place or mention.namesakes[0]
    typed = place_key(row.text[mention.start : mention.end])
    return place.municipality if typed == place_key(place.municipality) else place.name


def _is_more_said(row: Row, activity: str | None) -> bool:
    begin = row.text.find(activity) if activity else 0
    end = begin + len(activity or "")
    return any(
        sign.kind == "w" and not begin <= sign.start < end and _is_content(sign)
        for sign in row.signs
    )


def _activity(row: Row, known: frozenset[int], taken: frozenset[int]) -> tuple[str | None, bool]:
    """The words that name the activity, and whether they are known to be one."""
    heads = [at for at in range(len(row.signs)) if at not in taken and _is_head(row, at, known)]
    if heads:
        head = min(heads, key=lambda at: (_rank(row, at), at))
        return _name(row, head, taken, known), True
    at = _named_otherwise(row, taken)
    return (None if at is None else _name(row, at, taken, known)), False


def _known(row: Row, tokens: tuple[Token, ...], hits: tuple[Hit, ...]) -> frozenset[int]:
    """The signs that the lexicon knows as a kind of activity."""
    spans = [
        (tokens[hit.first].start, tokens[hit.last].end)
        for hit in hits
        if hit.category == KIND or (hit.category == EXPLAINED and hit.last > hit.first)
    ]
    return frozenset(
        at
        for at, sign in enumerate(row.signs)
        if any(start <= sign.start and sign.end <= end for start, end in spans)
    )


def _is_head(row: Row, at: int, known: frozenset[int]) -> bool:
    sign = row.signs[at]
    if sign.kind == "D":
        return sign.whole
    if sign.kind != "w" or _PLACE_ITSELF.fullmatch(sign.word) or sign.word in _SMALL:
        return False
    return at in known or ACTIVITY.fullmatch(sign.word) is not None


def _rank(row: Row, at: int) -> int:
    """The lower, the likelier to be what the message is about."""
    word = row.signs[at].word
    back = at - 1
    while back > 0 and row.signs[back].word in _USUAL:
        back -= 1
    before = row.signs[back].word if at else ""
    if before == "geen" and _THING.fullmatch(word):
        return 5
    if before in ("geen", "extra", "ingelaste"):
        return 0 if word not in GENERIC else 3
    if before in ("neem", "eigen", "lekkere", "gratis", "met", "soort", "samen", "verse"):
        return 4
    return 2 if word.endswith(("groep", "inloop", "cafe", "cursus", "training")) else 3


def _named_otherwise(row: Row, taken: frozenset[int]) -> int | None:
    """The first word of a name that no list knows: after "geen", or where a clause begins."""
    for at, sign in enumerate(row.signs[:-1]):
        if sign.word == "geen" and _is_content(row.signs[at + 1]) and at + 1 not in taken:
            return None if _THING.fullmatch(row.signs[at + 1].word) else at + 1
    for at, sign in enumerate(row.signs):
        before = row.signs[at - 1] if at else None
        opening = before is None or before.kind == "." or before.word in ("de", "het")
        if opening and at not in taken and _is_content(sign) and _leads_on(row, at):
            return at
    return None


def _leads_on(row: Row, at: int) -> bool:
    """Whether a few words on there is a day, a place or a verb of change."""
    for sign in row.signs[at + 1 : at + 5]:
        if sign.kind in "DP" or sign.word in ("gaat", "vervalt", "is", "begint", "start", "kan"):
            return True
        if not _is_content(sign) and sign.word not in _JOINING:
            return False
    return False


def _is_content(sign: Sign) -> bool:
    if sign.kind != "w" or sign.word in _SMALL or REASONS.fullmatch(sign.word):
        return False
    return not _PLACE_ITSELF.fullmatch(sign.word) and sign.word[0].isalpha()


def _name(row: Row, head: int, taken: frozenset[int], known: frozenset[int]) -> str:
    first = last = head
    while first and first - 1 not in taken and _belongs(row.signs[first - 1], first - 1, known):
        first -= 1
    if first > 1 and [sign.word for sign in row.signs[first - 2 : first]] == ["rookles", "met"]:
        first -= 2
    while last + 1 < len(row.signs) and last + 1 not in taken:
        after = row.signs[last + 1]
        further = row.signs[last + 2] if last + 2 < len(row.signs) else None
        if _belongs(after, last + 1, known):
            last += 1
        elif after.word in _JOINING and further and _belongs(further, last + 2, known):
            last += 2
        else:
            break
    while first < last and row.signs[first].word in GENERIC and has(row, Cue.EXTRA):
        first += 1
    return row.words(range(first, last + 1)).strip()


def _belongs(sign: Sign, at: int, known: frozenset[int]) -> bool:
    return at in known or (_is_content(sign) and sign.word not in _VERBS)
