"""Who is not wanted in a group: "geen mannen", "niet tussen alleen vijftigers"."""

from bot.core.lexicon.phrases import Hit
from bot.core.slots.persons import Cast, Person

_FAR = 5  # words from the refusal to the people
_AMONG = frozenset("met mit bij tussen tussn onder with among mei mee".split())
_REFUSALS = frozenset("minder behalve except less".split())
_AT_EASE = frozenset(
    "veilig prettig fijn thuis gemak graag lekker goed vertrouwd safe comfortable ease".split()
)
_SHRINKS = frozenset("klap klappen blokkeer blokkeren verstijf bevries dichtklap schrik".split())
_RATHER = frozenset("liever rather lever".split())
_LESS_THAN = frozenset("dan than".split())
_THERE = frozenset("erbij bij derbij derbie drbij around present there".split())
# What may stand between a refusal and the people refused: "niet tussen alleen maar oude mensen".
_BETWEEN = frozenset(
    "de het een t n die deze zulke al allemaal alleen enkel louter maar steeds altijd veel tussen "
    "onder bij met mit voor veur vur for with among only just the a those van all weer nur "
    "vreemde onbekende rare enge strange zin om behoefte aan trek".split()
)
# How a sentence goes on that put them first: "met mannen erbij trek ik het niet".
_BEAR = frozenset(
    "trek trekken durf durven wil willen kan kunnen hoef hoeven hoeft gaat lukt werkt voel praat "
    "zit red hou houd vind zie kin doe mag ga".split()
)
_SPEAKER = frozenset("ik k ich wij we i mij me mie".split())
_IMPERSONAL = frozenset("gaat lukt werkt".split())
_NEEDED = frozenset("hoeft hoeven nodig neudig needed".split())
_LEADS_IN = frozenset("want en maar omdat dus".split())
_NOTHING = frozenset("niks niets nooit nix nothing never".split())
_WHERE = frozenset("waar die om zodat where who".split())  # a clause of its own
_HELD = 7  # words between those put first and the verb
_SOON = 6  # words from the verb to the refusal


def is_refused(cast: Cast, hit: Hit) -> bool:
    """Whether a group is not wanted: "geen mannen", "niet tussen alleen vijftigers"."""
    return (
        cast.negated(hit)
        or _is_shunned(cast, hit)
        or is_kept_out(cast, hit.first, hit.last)
        or _is_put_off(cast, hit.first, hit.last)
    )


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


def _is_ill_at_ease(cast: Cast, at: int) -> bool:
    """Whether the word there says at ease, and that it is not so: "niet veilig"."""
    refused = {at - 1, at - 2, at - 3} & cast.at[Person.NOT]
    return cast.word(at) in _AT_EASE and bool(refused)


def _shrinks(cast: Cast, hit: Hit) -> bool:
    return any(cast.word(at) in _SHRINKS for at in range(hit.last + 1, hit.last + 3))


def _is_put_off(cast: Cast, first: int, last: int) -> bool:
    """Whether they come first in a sentence that refuses them: "met mannen erbij durf ik niet"."""
    begin = first
    while cast.word(begin - 1) in _AMONG | _BETWEEN and not cast.begins_anew(begin):
        begin -= 1
    if not (cast.begins_anew(begin) or cast.word(begin - 1) in _LEADS_IN):
        return False
    for at in range(last + 1, last + _HELD):
        if cast.begins_anew(at):
            return False
        mine = cast.word(at + 1) in _SPEAKER or cast.word(at) in _IMPERSONAL
        if cast.word(at) in _BEAR and mine:
            return _is_denied_soon(cast, at)
    return False


def _is_denied_soon(cast: Cast, at: int) -> bool:
    for ahead in range(at + 1, at + _SOON):
        if cast.begins_anew(ahead):
            return False
        if ahead in cast.at[Person.NOT] or cast.word(ahead) in _NOTHING:
            return True
    return False


def is_needless(cast: Cast, hit: Hit) -> bool:
    """Whether it is said that they need not be: "een vrouwengroep hoeft niet"."""
    end = hit.last + 1
    while end < hit.last + 5 and not (cast.begins_anew(end) or cast.word(end) in _WHERE):
        end += 1
    clause = range(hit.last + 1, end)
    needed = any(cast.word(at) in _NEEDED for at in clause)
    return needed and not cast.at[Person.NOT].isdisjoint(clause)
