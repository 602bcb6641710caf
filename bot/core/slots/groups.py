"""Whether a group of people is what someone looks for, or only comes up in what is told."""

from collections.abc import Sequence

from bot.core.lexicon.phrases import Hit
from bot.core.model import Audience
from bot.core.slots.persons import Cast, Person

_GATHERING = ("groep", "club", "inloop", "avond", "middag", "cafe", "group")
_NUMBERS = frozenset("hoeveel many twee drie vier vijf zes two three".split())
# What may stand between a refusal and the people refused: "niet tussen alleen maar oude mensen".
_BETWEEN = frozenset(
    "de het een t n die deze zulke al allemaal alleen enkel louter maar steeds altijd veel tussen "
    "onder bij met mit voor veur vur for with among only just the a those van all weer nur".split()
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
_SITS = frozenset("zitten zit komen sit".split())
_OF = frozenset("van of".split())
_LESS_THAN = frozenset("dan than".split())
_RATHER = frozenset("liever rather lever".split())


def is_sought(cast: Cast, hit: Hit) -> bool:
    """Whether a group is meant, and not people one knows, talks about or does not want."""
    if is_refused(cast, hit) or _is_subject(cast, hit):
        return False
    if _is_open_question(cast, hit):
        return False
    if hit.first in cast.at[Person.PEOPLE] and hit.first - 1 in cast.at[Person.OWN]:
        return False  # "mijn ouders zijn hier gekomen"
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
    return cast.negated(hit) or _is_shunned(cast, hit)


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
    at = next((at for at in range(hit.first - 2, hit.last) if cast.word(at) in ALONE), None)
    if at is None:
        return False
    if cast.word(at - 1) == "er" and cast.word(at - 2) in _SITS:
        return True  # "of zitten er alleen vrouwen"
    return cast.word(at - 3) in _OR and cast.word(at - 1) in _THAT

