"""Which activity an announcement is about, where it is held, where it goes to, and why."""

import re

from bot.core.change_cues import Cue, has
from bot.core.change_signs import Row, Sign
from bot.core.change_words import ACTIVITY, THINGS
from bot.core.gazetteer import Mention
from bot.core.slots import KIND, ORGANISATION
from bot.core.text import tokens_of
from bot.core.words import Lexicon

_PLACE_ITSELF = re.compile(
    r"zelfregiecentrum|zrc|centrum|gebouw|pand|locatie|herstelacademie|herstelcentrum|steunpunt"
    r"|inloophuis|herstelruimte|huis|academie|team|organisatie|stichting|bestuur|deuren"
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
    extra ingelast ingelaste eenmalig eenmalige nieuwe andere zelfde voorlopig tijdelijk onbepaald
    nuaf zolang stopt stoppen laatste keer daarna verder plek plaats vol jaar week weken maand
    vandaag morgen zelf mee mogelijk helemaal ff maak maken doen doet laat laten s avonds middags
    ochtends 's na voor sinds kort wijziging update mededeling bericht info beetje tussen lukt
    gecancelled uitgevallen overslaan inhalen ingehaald wegens ovb speciale normale normaal erbij
    houdt houden op stopgezet gestopt muv vindt vinden wisten weten zeggen ziek toe dicht!
    schuift schuiven opgeschoven uitgesteld aanstaande as komende volgende afgelopen van met
    alles ging gingen meer samengevoegd verkeerde verkeerd verdorie hopelijk zoals altijd hervat hervatten terug
    """.split()
)
_JOINING = frozenset(["voor", "over", "&", "en", "-", "van", "met"])
_THING = re.compile(THINGS)
_GENERIC = frozenset(["bijeenkomst", "keer", "sessie", "datum", "avond", "middag", "ochtend"])

REASONS = re.compile(
    r"(?:\S*ziek\S*|griep\S*|\S*corona\S*|covid|buikgriep|verkouden\S*|koorts|kapot|stuk|\S*storing"
    r"|lek\S*|\S*sneeuw\S*|\S*glad\S*|gladheid|ijzel|\S*storm\S*|wind|onweer|hitte|code|bezet|"
    r"\S*vakantie|verbouw\S*|verhuizing|uitvaart|begrafenis|crematie|overleden|overlijden|sterfgeval"
    r"|file|sleutel\S*|staking\S*|onderhoud|schoonmaak|studiedag|vergadering|personeels\S*|"
    r"teamdag|omstandigheden|subsidie|verhinderd|pech|afwezig\S*|geveld|operatie|ziekenhuis|besmet\S*"
    r"|weinig|tekort|onderbezet\S*|niemand|brand\S*|wateroverlast|stroom|geverfd|schilder|markt"
    r"|feest|wedstrijd|griepje|noodweer|kou|kerst|bevallen|zwanger\S*|gebroken|rug|migraine)"
)
_STOP_REASON = (
    r"[.,?()]|ivm|D|T|is|zijn|gaat|gaan|kan|kunnen|begint|start|vervalt|vervallen|geen|niet|dus|en dus"
    r"|dicht|gesloten|we|wij|moet|moeten|wordt|helaas|sluiten|komt|verplaatst|-|P|L|U|daarom|blijft"
    r"|blijven|er|extra|op|om|valt|vallen|slaan|doen|zitten|starten|beginnen|houden|sluit|tot|vanaf"
    r"|tm|en (?:we|wij|gaan|gaat|is|zijn)|online|even|pas|eerder|later|open|iets|D"
)
_REASON_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?<= )ivm (?:de |het |een |onze |mijn )?(?P<why>[^ .,]+(?: [^ ]+){{0,7}}?)(?= (?:{_STOP_REASON}) | $)",
        r"(?<= )(?:want|zolang) (?:de |het |een |er )?(?P<why>[^ .,]+(?: [^ .,?]+){0,8}?)(?= [.,?(] | is $| ligt | gaat | zitten | $)",
        r"(?:^ |[.,] | (?:dicht|gesloten|niet door|vervalt|afgelast|geannuleerd|D|P) )door"
        rf" (?!niet|te )(?:de |het |een )?(?P<why>[^ .,]+(?: [^ .,]+){{0,4}}?)(?= (?:{_STOP_REASON}) | $)",
        r"(?:^| [.,] | )(?P<why>[^.,]+?) dus ",
        r" \( (?P<why>[^()D]+) \)",
    )
)
_CLAUSES = re.compile(r"[^.,!?()]+")
# Words that tell what happens part a stretch that tells why from the rest.
_TELLING = (
    r"(?:dicht|gesloten|vervalt|vervallen|afgelast|geannuleerd|gecanceld|niet|geen|door|neem|meenemen"
    r"|gaat|we|wij|zijn|extra|ipv|vanaf|tot|tm|op|in|let|graag|weer|mee|sluiten|dus|D|T|P|L|U|om|via"
    r"|begint|start|wordt|pas|naar|van|verzet|verplaatst|morgen|inloop|\S*groep|\S*cafe|blijft|stopt"
    r"|open|kan|nog|maar)"
)
_STRETCHES = re.compile(rf"(?:(?<= )(?!{_TELLING} )[^ .,!?()]+(?: |$)| (?=[^ ]))+")

_ARTICLES = re.compile(r"^(?:(?:de|het|een|'t|t|onze|ons|n)\s+)+", re.IGNORECASE)
_BOUND = (
    r"[.,?()]|ipv|ivm|want|zolang|D|T|vanaf|tot|tm|dus|en|zelfde|gewoon|zijn|hebben|om|door|die|nu|weer"
    r"|gehouden|met|plaats|in P|te|op D|is|per|wordt|niet|bijeen|samen|deze|kom|-|maar|L|voor|gaat|start"
    r"|als|via|indien|begint|zit|verder|hopelijk|helaas"
)
_NP = rf"(?P<np>[^ .,?]+(?: [^ .,?]+){{0,5}}?)(?= (?:{_BOUND}) | $)"
_GO = (
    r"(?:verhuist|verhuizen|verhuisd|verplaatst|verplaatsen|gaat|gaan|wijken|wijkt|uitgeweken|uitwijken"
    r"|verkassen|trekken|moeten)"
)
_BE = (
    r"(?:zit|zitten|zijn|is|komen|vindt|houden|start|starten|vinden|kom|doen|gast|wordt|gaat|open|we"
    r"|keer|nu|verzamelen|samen)"
)
_GAP3 = r"(?: [^ .,?]+){0,3}?"
_NEW_PLACES = tuple(
    re.compile(form)
    for form in (
        r" (?P<np>boven|beneden|buiten|binnen|hiernaast|achterin|voorin|ernaast) ipv",
        rf" niet{_GAP3} (?:in|bij|op|aan) [^.?]{{2,40}}? maar (?:wel )?(?:in|bij|op|aan|naar) {_NP}",
        r" (?:in|bij|op|naar|aan) (?!D)(?P<np>[^ .,?]+(?: [^ .,?]+){0,4}?) ipv (?:in |bij |op )?(?!D|T)",
        rf" ipv (?:in |bij |op )?(?:de |het )?[^ DT]+{_GAP3}(?: ,)? (?:in|bij|naar) {_NP}",
        rf" {_GO}{_GAP3} naar (?!D|T|huis ){_NP}",
        rf" naar (?!D|T|huis |binnen |buiten ){_NP}(?=(?: D)? (?:verplaatst|verhuisd|verhuisd))",
        rf" (?:andere|nieuwe|ander|nieuw|tijdelijke) (?:locatie|plek|plaats|ruimte|zaal|adres)(?: :| is| ,)*"
        rf"(?: in| op| bij)? (?!D|T){_NP}",
        rf" (?:locatie|adres|plek)(?: :| is| wordt)+(?: in| op| bij)? (?!D|T){_NP}",
    )
)
_HELD = re.compile(rf" {_BE}{_GAP3} (?:in|bij|op|aan) (?!D|T){_NP}")
_NOW_AT = re.compile(
    r" (?:(?:zit|zitten|tijdelijk|nu|keer|eenmalig|voortaan|nuaf|vind|vinden|vindt)(?: [^ .,?]+){0,5}?"
    rf"|(?:vanaf|per) D) (?:in|bij|op|aan) (?!D|T){_NP}"
)
_TO = re.compile(rf" naar (?!D|T|P|huis |binnen |buiten |boven ){_NP}")
_ANY_IN = re.compile(rf" (?:in|bij) (?!D|T|P ){_NP}")
_SPOT = re.compile(
    r"\S*lokaal|\S*zaal\S*|buurtpunt|bieb|bibliotheek|\S*centrum|kerk\S*|gebouw|\S*straat|\S*laan|\S*plein|\S*weg"
    r"|school\S*|\S*huis|kantine|\S*tuin|\S*park|\S*kamer|\S*ruimte|hal|loods|restaurant|verdieping|locatie"
    r"|\S*kade|\S*singel|\S*hof|\S*dijk|\S*gracht|mfc|mfa|honk|wijkgebouw|boerderij|\S*kantoor|\S*punt"
    r"|gymzaal|stadhuis|gemeentehuis|keuken|atelier|cafe|aula|serre|garage|\S*kerk|schuur|\S*steeg|buren|overkant|kelder|zolder|buitenlucht"
)
_BUSY = re.compile(
    r"(?:^| )(?:verzet|verhuizing|de file|brand|gesprek|overleg|verbouwing|vakantie|orde|plaats)"
)


def find_new_place(row: Row) -> tuple[str | None, range]:
    """Where it is held instead, as typed, and the signs that say so."""
    for form in _NEW_PLACES:
        match = form.search(row.line)
        if match and not _BUSY.match(match["np"]):
            return _typed(row, match)
    return None, range(0)


def find_spot(row: Row) -> tuple[str | None, range]:
    """Where it is held, in words that name a building or an address."""
    for form in (_NOW_AT, _HELD, _TO, _ANY_IN):
        for match in form.finditer(row.line):
            words = match["np"].split()
            spots = [bool(_SPOT.fullmatch(word)) for word in words]
            if any(ACTIVITY.fullmatch(w) and not s for w, s in zip(words, spots, strict=True)):
                continue
            numbered = any(word.isdigit() for word in words[1:])
            elsewhere = form is _NOW_AT and _is_name(row, match)
            if words[0] == "P" and row.line.count(" P ") < 2:
                continue
            if numbered or any(spots) or elsewhere:
                return _typed(row, match)
    return None, range(0)


def is_plainly_there(row: Row) -> bool:
    """Whether a verb says that it is held there, rather than only a place being named."""
    return any(form.search(row.line) for form in (_HELD, _NOW_AT, _TO))


def _is_name(row: Row, match: re.Match[str]) -> bool:
    """Whether a place is written with a capital in a message that is not all capitals."""
    inside = row.within(match.start("np"), match.end("np"))
    return not row.text.isupper() and any(row.text[row.signs[at].start].isupper() for at in inside)


def _typed(row: Row, match: re.Match[str]) -> tuple[str | None, range]:
    inside = row.within(match.start("np"), match.end("np"))
    words = _ARTICLES.sub("", row.words(inside)).strip(" .,")
    return (words, inside) if words else (None, range(0))


def find_reason(row: Row) -> tuple[str | None, range]:
    """Why, in the words of the message, and the signs that say so."""
    for form in _REASON_FORMS:
        for match in form.finditer(row.line):
            words = match["why"]
            if form in _REASON_FORMS[3:] and not REASONS.search(f" {words} "):
                continue
            inside = row.within(match.start("why"), match.end("why"))
            if inside:
                return row.words(inside), inside
    for form in (_CLAUSES, _STRETCHES):
        for stretch in form.finditer(row.line):
            words = stretch[0].split()
            if form is _CLAUSES and not _STRETCHES.fullmatch(stretch[0]):
                continue
            if 0 < len(words) <= 9 and any(REASONS.fullmatch(word) for word in words):
                inside = row.within(stretch.start(), stretch.end())
                if inside:
                    return row.words(inside), inside
    return None, range(0)


def find_place(row: Row, reason: range, new_place: range) -> Mention | None:
    """The place where the activity is held as a rule."""
    found = [(at, sign.mention) for at, sign in enumerate(row.signs) if sign.mention]
    outside = [
        mention
        for at, mention in found
        if at not in reason and at not in new_place and not _on_the_way(row, at)
    ]
    if outside:
        return outside[0]
    inside = [mention for at, mention in found if at in new_place and len(new_place) > 1]
    return inside[0] if inside else None


def _on_the_way(row: Row, at: int) -> bool:
    before = row.line[: row.starts[at]]
    return (
        re.search(r" (?:file|vast|pech|uit|vanuit|richting)(?: [^ .,]+){0,3} $", before)
        is not None
    )


def find_organisation(text: str, lexicon: Lexicon) -> str | None:
    """The organisation that the message names, if it is one."""
    hits = {hit.value for hit in lexicon.find(tokens_of(text)) if hit.category == ORGANISATION}
    return hits.pop() if len(hits) == 1 else None


# The activity


def find_activity(row: Row, lexicon: Lexicon, *ranges: range) -> tuple[str | None, bool]:
    """The words that name the activity, and whether they are known to be one.

    `ranges` are the signs that say something else.
    """
    taken = frozenset(at for one in ranges for at in one)
    known = _known(row, lexicon)
    heads = [at for at in range(len(row.signs)) if at not in taken and _is_head(row, at, known)]
    if heads:
        head = min(heads, key=lambda at: (_rank(row, at, known), at))
        return _name(row, head, taken, known), True
    at = _named_otherwise(row, taken)
    if at is None:
        return None, False
    return _name(row, at, taken, known), False


def _known(row: Row, lexicon: Lexicon) -> frozenset[int]:
    """The signs that the lexicon knows as a kind of activity."""
    tokens = tokens_of(row.text)
    spans = [
        (tokens[hit.first].start, tokens[hit.last].end)
        for hit in lexicon.find(tokens)
        if hit.category == KIND or (hit.category == "uitleg" and hit.last > hit.first)
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


def _rank(row: Row, at: int, known: frozenset[int]) -> int:
    """The lower, the likelier to be what the message is about."""
    before = row.signs[at - 1].word if at else ""
    word = row.signs[at].word
    if before in ("geen", "extra", "ingelaste"):
        return 0 if word not in _GENERIC else 3
    if before in ("neem", "eigen", "lekkere", "gratis", "met", "soort", "samen", "verse"):
        return 4
    return 2 if word.endswith(("groep", "inloop", "cafe", "cursus", "training")) else 3


def _named_otherwise(row: Row, taken: frozenset[int]) -> int | None:
    """The first word of a name that no list knows: after "geen", or where a clause begins."""
    for at, sign in enumerate(row.signs[:-1]):
        if sign.word == "geen" and _is_content(row.signs[at + 1]) and at + 1 not in taken:
            return None if _THING.fullmatch(row.signs[at + 1].word) else at + 1
    for at, sign in enumerate(row.signs):
        opening = (
            at == 0 or row.signs[at - 1].kind == "." or row.signs[at - 1].word in ("de", "het")
        )
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
    while (
        first > 0 and first - 1 not in taken and _belongs(row.signs[first - 1], first - 1, known)
    ):
        first -= 1
    while last + 1 < len(row.signs) and last + 1 not in taken:
        after = row.signs[last + 1]
        further = row.signs[last + 2] if last + 2 < len(row.signs) else None
        if _belongs(after, last + 1, known):
            last += 1
        elif after.word in _JOINING and further and _belongs(further, last + 2, known):
            last += 2
        else:
            break
    while first < last and row.signs[first].word in _GENERIC and has(row, Cue.EXTRA):
        first += 1
    return row.words(range(first, last + 1)).strip()


def _belongs(sign: Sign, at: int, known: frozenset[int]) -> bool:
    return at in known or _is_content(sign)
