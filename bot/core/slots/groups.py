"""Whether a group of people is what someone looks for, or only comes up in what is told."""

from itertools import pairwise

from bot.core.lexicon.phrases import Hit
from bot.core.model import Audience
from bot.core.slots.addressees import is_addressed
from bot.core.slots.persons import Cast, Person

_GATHERING = ("groep", "club", "inloop", "avond", "middag", "cafe", "group")
_NUMBERS = frozenset("hoeveel many twee drie vier vijf zes two three".split())
# What may stand between a refusal and the people refused: "niet tussen alleen maar oude mensen".
_BETWEEN = frozenset(
    "de het een t n die deze zulke al allemaal alleen enkel louter maar steeds altijd veel tussen "
    "onder bij met mit voor veur vur for with among only just the a those van all weer nur "
    "vreemde onbekende rare enge strange".split()
)
_REFUSALS = frozenset("minder behalve except less".split())
_FAR = 5  # words from the refusal to the people
_AMONG = frozenset("met mit bij tussen tussn onder with among mei mee".split())
_AT_EASE = frozenset(
    "veilig prettig fijn thuis gemak graag lekker goed vertrouwd safe comfortable ease".split()
)
_SHRINKS = frozenset("klap klappen blokkeer blokkeren verstijf bevries dichtklap schrik".split())
EITHER = frozenset("gemengd gemengde mixed iedereen everyone everybody allebei beide".split())
_OR = frozenset("of or oder".split())
ALONE = frozenset("alleen enkel uitsluitend allenig only just".split())
_FOR = frozenset("voor veur vur vuur foar vor for".split())
_THAT = frozenset("die dat het dit t ie deze jullie da it that this".split())
_SITS = frozenset("zitten zit komen lopen sit".split())
_IS = frozenset("is zijn are".split())
_ALSO = frozenset("ook nog eigenlijk wel vooral meestal veel meer".split())
_MERELY = frozenset("een n a puur gewoon meer echt vooral allemaal voor alleen enkel".split())
_LESS_THAN = frozenset("dan than".split())
_ARTICLES = frozenset("de die al allemaal alleen maar zulke the those".split())
_RATHER = frozenset("liever rather lever".split())
_FOSTER = frozenset(
    "pleegouders adoptieouders stiefouders pleegouder* stiefmoeder* stiefvader*".split()
)
_THERE = frozenset("erbij bij derbij derbie drbij around present there".split())
_ALL = frozenset("alles allemaal overal altijd everything".split())
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
    "soos",
)
_US = frozenset("ons us".split())
_AFRAID = frozenset("bang angst schrik scared afraid".split())
_STAFF = ("begeleid", "vrijwillig", "gespreksleid", "medewerk", "ervaringsdesk", "hulpverlen")
_WHERE = frozenset(
    "ernaast ertegenover erachter stopt ruimte ingang deur adres straat bushalte gebouw zaal "
    "parkeren parkeerplek".split()
)
_STANDS = frozenset("loop zit zat kom sta stond liep zitten".split())
_BETWEEN_THEM = frozenset("tussen tussn tusse among between".split())
_MYSELF = frozenset("ik k i je".split())
_TOO = frozenset("te too zu".split())
_FULL = frozenset("vol volle full".split())
_WANTS = frozenset("wil liever graag zou".split())


def is_sought(cast: Cast, hit: Hit) -> bool:
    """Whether a group is meant, and not people one knows, talks about or does not want."""
    if is_refused(cast, hit) or _is_subject(cast, hit) or _is_told_of(cast, hit):
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
    return cast.word(hit.last + 1).startswith(_GATHERING)  # "die jongeren inloop"


def is_refused(cast: Cast, hit: Hit) -> bool:
    """Whether a group is not wanted: "geen mannen", "niet tussen alleen vijftigers"."""
    return cast.negated(hit) or _is_shunned(cast, hit) or is_kept_out(cast, hit.first, hit.last)


def is_kept_out(cast: Cast, first: int, last: int) -> bool:
    """Whether it is said that these are not to be there: "geen kerel erbij"."""
    if first - 1 in cast.at[Person.OWN] or cast.word(last + 1) not in _THERE:
        return False
    return any(at in cast.at[Person.NOT] for at in range(max(0, first - _FAR), first))


def _is_shunned(cast: Cast, hit: Hit) -> bool:
    """Whether they are not wanted: "niet tussen alleen vijftigers", "ik klap dicht bij mannen"."""
    at = hit.first
    while hit.first - at <= _FAR and not cast.begins_anew(at):
        at -= 1
        word = cast.word(at)
        if at in cast.at[Person.NOT] or word in _REFUSALS:
            return True
        if word in _LESS_THAN:
            return any(cast.word(ahead) in _RATHER for ahead in range(max(0, at - 8), at))
        if word not in _BETWEEN:
            break
    near = any(cast.word(here) in _AMONG for here in range(at, hit.first) if at < hit.first)
    return near and (_is_ill_at_ease(cast, at) or _shrinks(cast, hit))


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
    return cast.word(at) in _BETWEEN_THEM and _stands_there(cast, at - 1)


def _is_for_them_all(cast: Cast, at: int) -> bool:
    """Whether it is complained that all is for them: "alles wat ik vind is voor vrouwen"."""
    here = at
    while at - here <= _FAR and not cast.begins_anew(here):
        if cast.word(here) in _ALL:
            return True
        here -= 1
    return cast.word(here) in _ALL


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


def _is_ill_at_ease(cast: Cast, at: int) -> bool:
    """Whether the word there says at ease, and that it is not so: "niet veilig"."""
    refused = {at - 1, at - 2, at - 3} & cast.at[Person.NOT]
    return cast.word(at) in _AT_EASE and bool(refused)


def _shrinks(cast: Cast, hit: Hit) -> bool:
    return any(cast.word(at) in _SHRINKS for at in range(hit.last + 1, hit.last + 3))


def _is_subject(cast: Cast, hit: Hit) -> bool:
    """Whether people are only talked about: "het gaat over voetbal en over vrouwen"."""
    at = hit.first - 1
    while cast.word(at) == "en":
        at -= 2  # "over bruiloften en mannen"
    return hit.first in cast.at[Person.PEOPLE] and cast.word(at) == "over"


def _is_open_question(cast: Cast, hit: Hit) -> bool:
    """Whether it is asked who may come: "alleen vrouwen of gemengd", "of is die alleen …"."""
    after = hit.last + 1
    if cast.word(after) in _OR and cast.word(after + 1) in EITHER:
        return True
    sex = hit.value in (Audience.WOMEN, Audience.MEN)
    if sex and cast.word(hit.first - 1) in _ALSO and _is_there(cast, hit.first - 1):
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
    """Whether it is asked who comes there: "komen er", "zitten er eigenlijk"."""
    er = next((here for here in (at - 1, at - 2) if cast.word(here) == "er"), None)
    return er is not None and cast.word(er - 1) in _SITS
