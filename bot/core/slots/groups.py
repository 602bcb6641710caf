"""Whether a group of people is what someone looks for, or only comes up in what is told."""

from itertools import pairwise

from bot.core.lexicon.phrases import Hit
from bot.core.model import Audience
from bot.core.slots.addressees import is_addressed
from bot.core.slots.persons import Cast, Person
from bot.core.slots.refusals import is_needless, is_refused

_GATHERING = ("groep", "club", "inloop", "avond", "middag", "cafe", "group")
_NUMBERS = frozenset("hoeveel many twee drie vier vijf zes two three".split())
_FAR = 5  # words that are looked at
_AMONG = frozenset("met mit bij tussen tussn onder with among mei mee".split())
EITHER = frozenset("gemengd gemengde mixed iedereen everyone everybody allebei beide".split())
_OR = frozenset("of or oder".split())
ALONE = frozenset("alleen enkel uitsluitend allenig only just".split())
_FOR = frozenset("voor veur vur vuur foar vor for".split())
_THAT = frozenset("die dat het dit t ie deze jullie da it that this".split())
_SITS = frozenset("zitten zit komen lopen sit".split())
_WHERE_ARE = frozenset("waar wo wer woar where".split())
_WHO = frozenset("die dei dee met mit with who".split())
_TOGETHER = frozenset("samen bijeen elkaar mekaar together".split())
_AT_A_PLACE = frozenset("in op".split())
_TO = frozenset("aan".split())
_WORKS = ("werk", "les", "docent", "verpleeg", "juf", "meester", "begeleid", "work", "teach")
_MOSTLY = frozenset("alleen enkel uitsluitend vooral allemaal voornamelijk maar only".split())
_THERE_IS = frozenset("er het daar t there".split())
_THINKS = frozenset("denk denkt denken dacht denkn think".split())
_OF = frozenset("van of v fan".split())
_IS = frozenset("is zijn are".split())
_ALSO = frozenset("ook nog eigenlijk wel vooral meestal veel meer".split())
_MERELY = frozenset("een n a puur gewoon meer echt vooral allemaal voor alleen enkel".split())
_ARTICLES = frozenset("de die al allemaal alleen maar zulke the those".split())
_FOSTER = frozenset(
    "pleegouders adoptieouders stiefouders pleegouder* stiefmoeder* stiefvader*".split()
)
_ALL = frozenset("alles allemaal overal altijd zoveel genoeg zat everything enough".split())
_SEEKING = frozenset("er iets zoek zoeken wil of dus maar waar any looking".split())
_WIDE = 12  # words from "alles wat …" to those whom it is for
_TALKED_OF = frozenset(
    "meegemaakt ervaringen ervaring ruzie moeite trauma bang experiences".split()
)
_AT = frozenset("bij in near".split())
_BESIDE = frozenset("naast tegenover achter voorbij langs opposite behind".split())
_PREMISES = (
    "centrum",
    "huis",
    "opvang",
    "huiskamer",
    "school",
    "gebouw",
    "kliniek",
    "honk",
)
_US = frozenset("ons us".split())
_AFRAID = frozenset("bang angst schrik scared afraid".split())
_STAFF = ("begeleid", "vrijwillig", "gespreksleid", "medewerk", "ervaringsdesk", "hulpverlen")
_WHERE = frozenset(
    "ernaast ertegenover erachter stopt ruimte ingang deur adres straat bushalte gebouw zaal "
    "parkeren parkeerplek".split()
)
_STANDS = frozenset("loop zit zat kom kwam sta stond liep zitten".split())
_BETWEEN_THEM = frozenset("tussen tussn tusse among between".split())
_MYSELF = frozenset("ik k i je".split())
_TOO = frozenset("te too zu".split())
_FULL = frozenset("vol volle full".split())
_WANTS = frozenset("wil liever graag zou".split())


def is_left_aside(cast: Cast, hit: Hit) -> bool:
    """Whether such people are refused, or complained of: "het zijn vooral bejaarden"."""
    return is_refused(cast, hit) or _is_there_already(cast, hit) or _is_told_of(cast, hit)


def is_sought(cast: Cast, hit: Hit) -> bool:
    """Whether a group is meant, and not people one knows, talks about or does not want."""
    if (
        is_left_aside(cast, hit)
        or is_needless(cast, hit)
        or _is_subject(cast, hit)
        or _is_whose(cast, hit)
    ):
        return False
    if cast.word(hit.first - 1) in _TOO | _FULL:
        return False  # "is dat te jong", "die zitten vol twintigers"
    beside = range(hit.last + 1, hit.last + 4)
    if not cast.at[Person.BESIDE_THE_POINT].isdisjoint(beside):
        return False  # "ik ben homo maar daar gaat het niet om"
    if _is_open_question(cast, hit) or _is_building(cast, hit) or is_addressed(cast, hit):
        return False
    known = hit.first in cast.at[Person.PEOPLE] | cast.at[Person.RELATIVE]
    us = cast.word(hit.first - 1) in _US and hit.value != Audience.PARENTS  # "voor ons vrouwen"
    if cast.word(hit.first - 1) in _ALSO and _is_of_staff(cast):
        return False  # "zijn de begeleiders zelf ook ouders"
    if known and hit.first - 1 in cast.at[Person.OWN] and not us:
        return False  # "mijn ouders zijn hier gekomen"
    if hit.phrase in _FOSTER and cast.word(hit.first - 1) == "bij":
        return False  # "ik ben opgegroeid bij pleegouders"
    own = hit.first - 1 in cast.at[Person.OWN] and cast.word(hit.first - 1) != "zijn"
    if hit.value == Audience.LOVED_ONES and own:
        return cast.word(hit.first - 2) in _FOR  # "home to their families"
    if hit.first != hit.last or hit.first not in cast.at[Person.PEOPLE]:
        return True
    before = hit.first - 1
    if cast.word(before).isdigit() or cast.word(before) in _NUMBERS:
        return False
    if before not in cast.at[Person.THOSE] or before - 1 in cast.at[Person.INVITING]:
        return True
    if cast.word(before - 2) in _WHERE_ARE and (
        cast.word(hit.last + 1) in _WHO or cast.begins_anew(hit.last + 1)
    ):
        return True  # "waar zitten de jongeren die clean zijn"
    return cast.word(hit.last + 1).startswith(_GATHERING)  # "die jongeren inloop"


def _is_told_of(cast: Cast, hit: Hit) -> bool:
    """Whether it is only told that such people are there, or did something to the writer."""
    at = hit.last
    while at > 0 and (at >= hit.first or cast.word(at) in _ARTICLES):
        if cast.word(at) in _AMONG or cast.word(at) in _FOR:
            break
        at -= 1
    if cast.word(at) in _FOR:
        return cast.word(at - 1) in _AFRAID or _is_for_them_all(cast, at - 1)
    if cast.word(at) in _AMONG and cast.word(at - 1) in _TALKED_OF:
        return True  # "nare dingen meegemaakt met kerels"
    if cast.word(at) in _AMONG | _TO and _is_at_work(cast, at):
        return True
    if cast.word(hit.first) in _AT_A_PLACE and _is_at_work(cast, hit.first):
        return True  # "ik werk in het azc"
    return cast.word(at) in _BETWEEN_THEM and _stands_there(cast, at - 1)


def _is_for_them_all(cast: Cast, at: int) -> bool:
    """Whether it is complained that all is for them: "alles wat ik vind is voor vrouwen"."""
    here = at
    while at - here <= _WIDE and not cast.begins_anew(here):
        if cast.word(here) in _ALL:
            return True
        if cast.word(here) in _SEEKING:
            return False
        here -= 1
    return cast.word(here) in _ALL


def _is_at_work(cast: Cast, at: int) -> bool:
    """Whether somebody works with them: "ik werk met vluchtelingen", "geef les aan jongeren"."""
    before = [cast.word(on) for on in range(at - 4, at)]
    return any(word.startswith(_WORKS) for word in before)


def _stands_there(cast: Cast, at: int) -> bool:
    """Whether it is told or asked among whom one would be: "loop ik daar tussen de opa's"."""
    words = [cast.word(here) for here in range(max(0, at - _FAR), at + 1)]
    stands = any(
        {word, ahead} & _STANDS and {word, ahead} & _MYSELF for word, ahead in pairwise(words)
    )
    return stands and _WANTS.isdisjoint(words)


def _is_of_staff(cast: Cast) -> bool:
    """Whether those who work there are spoken of."""
    return any(token.word.startswith(_STAFF) for token in cast.tokens)


def _is_building(cast: Cast, hit: Hit) -> bool:
    """Whether it is a building that one stands at: "de bus stopt bij het jongerencentrum"."""
    if hit.first != hit.last or not cast.word(hit.first).endswith(_PREMISES):
        return False
    before = {cast.word(at) for at in range(hit.first - 3, hit.first)}
    if before & _BESIDE:
        return True
    return bool(before & _AT) and any(token.word in _WHERE for token in cast.tokens)


def _is_subject(cast: Cast, hit: Hit) -> bool:
    """Whether people are only talked about: "het gaat over voetbal en over vrouwen"."""
    at = hit.first - 1
    while cast.word(at) == "en":
        at -= 2  # "over bruiloften en mannen"
    if hit.first in cast.at[Person.PEOPLE] and cast.word(at) == "aan":
        return any(cast.word(before) in _THINKS for before in range(at - 4, at))
    return hit.first in cast.at[Person.PEOPLE] and cast.word(at) == "over"


def _is_there_already(cast: Cast, hit: Hit) -> bool:
    """Whether it is told who comes there: "er zitten alleen vrouwen", "het zijn vooral mannen"."""
    at = hit.first if cast.word(hit.first) in _MOSTLY else hit.first - 1
    if cast.word(at) not in _MOSTLY or hit.value == Audience.LOVED_ONES:
        return False
    while cast.word(at - 1) in _MOSTLY | _THERE_IS:
        at -= 1
    return cast.word(at - 1) in _SITS | _IS


def _is_whose(cast: Cast, hit: Hit) -> bool:
    """Whether they are the parents of somebody whom the writer knows: "de ouders van mijn ex"."""
    if hit.value != Audience.PARENTS:
        return False
    of = next((at for at in (hit.last, hit.last + 1) if cast.word(at) in _OF), None)
    dear = cast.at[Person.RELATIVE] - cast.at[Person.CHILD]
    return of is not None and of + 1 in cast.at[Person.OWN] and of + 2 in dear


def _is_open_question(cast: Cast, hit: Hit) -> bool:
    """Whether it is asked who may come: "alleen vrouwen of gemengd", "of is die alleen …"."""
    after = hit.last + 1
    if cast.word(after) in _OR and cast.word(after + 1) in EITHER:
        return True
    sex = hit.value in (Audience.WOMEN, Audience.MEN)
    first = hit.first - 1 if cast.word(hit.first - 1) in _ALSO else hit.first
    if sex and _is_there(cast, first) and not _meets(cast, hit.last):
        return True  # "zitten er ook vrouwen in"
    at = next((at for at in range(hit.first - 2, hit.last) if cast.word(at) in ALONE), None)
    if at is not None and _is_there(cast, at):
        return True  # "of zitten er alleen vrouwen"
    at = hit.first if at is None else at
    while cast.word(at - 1) in _MERELY:
        at -= 1
    if cast.word(at - 1) not in _THAT:
        return False
    or_at = at - 3 if cast.word(at - 2) in _IS else at - 2
    return cast.word(or_at) in _OR  # "of is 't een vrouwenclub"


def _is_there(cast: Cast, at: int) -> bool:
    """Whether it is asked who comes there: "komen er", "zitten er op die ochtend eigenlijk"."""
    for er in range(at - 1, at - 2 - _FAR, -1):
        if cast.word(er) == "er" and cast.word(er - 1) in _SITS:
            return True
        if cast.begins_anew(er):
            return False
    return False


def _meets(cast: Cast, last: int) -> bool:
    """Whether they come together, which is what someone looks for."""
    return any(cast.word(at) in _TOGETHER for at in range(last + 1, last + 8))
