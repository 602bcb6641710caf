"""People who are spoken to, and not sought: "dames, gaat de koffie door?"."""

from bot.core.lexicon.phrases import Hit
from bot.core.slots.persons import Cast

_SPOKEN_TO = frozenset(
    "dames heren mannen jongens meiden meisjes vrouwen gasten mensen lui guys ladies girls boys "
    "gozers kerels jongelui bro bros".split()
)
_GREETINGS = frozenset(
    "beste geachte lieve hallo hoi hey hee hai ha he ewa yo goedemorgen goedemiddag goedenavond "
    "goedendag goeiedag goeiendag goeiemorgen goeiemiddag goeienavond goeieavond mogge mogguh "
    "heey halloo hoihoi yoo dag moi dear hi hello nou tja goh jeetje ach oh o zeg kom hup toe "
    "dank bedankt sorry".split()
)
_VERBS = frozenset(
    "gaat is zijn kan kunnen wat hoe waar wanneer ik we wij jullie hebben heeft heb mag weten "
    "weet zit zitten komt wie ben even ff can what when where are do".split()
)
_SAID_TO_THEM = frozenset("! bedankt dank dankjewel sorry luister thanks".split())
# What takes up a group that was named first: "vaders, komen die ergens bij elkaar?".
_TAKEN_UP = frozenset(
    "die daar daarvoor daarover hun hen dat hiervoor hier ze zij zulke ervoor voor them "
    "they".split()
)
_KNOW = frozenset("weet weten kent kennen heeft hebben kan kunnen does anyone".split())
_WHOEVER = frozenset("iemand jullie er know anyone".split())
_YOU = frozenset("jullie u jij je you".split())
_WHAT = frozenset("wat what".split())
_A = frozenset("een n a".split())
_CLAUSE = 12  # words after the comma that are looked at


def is_addressed(cast: Cast, hit: Hit) -> bool:
    """Whether a group is only called to, at the beginning: "beste heren", "mannen, wat een …"."""
    if hit.first != hit.last or cast.word(hit.first) not in _SPOKEN_TO:
        return False
    if cast.word(hit.first - 1) in _GREETINGS and cast.begins_anew(hit.first - 1):
        return _is_called(cast, hit.first) or cast.begins_anew(hit.last + 1)
    return cast.begins_anew(hit.first) and _is_called(cast, hit.first)


def _is_called(cast: Cast, at: int) -> bool:
    """Whether what comes next is said to them, and takes them up nowhere."""
    if cast.word(at + 1) in _WHAT and cast.word(at + 2) in _A:
        return True
    if cast.word(at + 1) in _SAID_TO_THEM:
        return True
    if cast.word(at + 1) in _KNOW and cast.word(at + 2) in _WHOEVER:
        return True  # "jongens weet iemand een inloop"
    if not cast.begins_anew(at + 1) or cast.word(at + 1) not in _VERBS:
        return False
    words = [cast.word(ahead) for ahead in range(at + 1, at + _CLAUSE)]
    return not _YOU.isdisjoint(words) or _TAKEN_UP.isdisjoint(words)
