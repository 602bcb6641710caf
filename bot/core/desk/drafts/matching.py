"""What a coordinator's words may be about, among what they may change."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.core.changes.text import ReadChange
from bot.core.desk.scopes import regions_of
from bot.core.draft import Ref
from bot.core.lexicon.lexicon import Lexicon
from bot.core.lexicon.text import tokens_of
from bot.core.model import Activity
from bot.core.places.gazetteer import Gazetteer, place_key
from bot.core.programme.changes import Scope
from bot.core.programme.programme import Programme
from bot.core.slots.slots import KIND, THEME

_LONG = 5  # letters from which a word can name an organisation
_SMALL = frozenset("de het een van voor met en in op bij te der den".split())
_WHOLE_NAME, _OWN_WORD, _KIND, _THEME = 8, 2, 3, 2  # what each likeness counts for


@lru_cache(maxsize=50_000)
def _key(name: str) -> str:
    """A name in small letters without accents; a large programme has many."""
    return place_key(name)


def meant_by(
    read: ReadChange,
    text: str,
    allowed: tuple[Activity, ...],
    programme: Programme,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
) -> tuple[Ref, ...]:
    """What a message may be about, the likeliest first; empty where nothing of theirs fits."""
    inside = _placed(read, allowed, programme, gazetteer)
    if not inside:
        return ()
    if not read.activity:
        return whole_of(_called(text, inside, programme) or inside, programme)
    theirs = _held_by(read.activity, inside, programme)
    if theirs:
        return whole_of(theirs, programme)
    scores = _scores(read.activity, inside, programme, lexicon)
    best = max(scores.values())
    return refs(one for one in inside if not best or scores[one.id] == best)


def refs(activities: Iterable[Activity]) -> tuple[Ref, ...]:
    """Each activity by itself."""
    return tuple(Ref(scope=Scope.ACTIVITY, id=one.id) for one in activities)


def whole_of(activities: tuple[Activity, ...], programme: Programme) -> tuple[Ref, ...]:
    """The organisations or locations that hold these activities, and then each by itself.

    A location is all of an organisation where it has no other.
    """
    found: list[Ref] = []
    held = Counter(one.organisation for one in programme.activities)
    mine: dict[str, list[Activity]] = {}
    for one in activities:
        mine.setdefault(one.organisation, []).append(one)
    for holder, own in mine.items():
        if len(own) == held[holder] > 1:
            found.append(Ref(scope=Scope.ORGANISATION, id=holder))
        elif len(own) < held[holder]:
            places = dict.fromkeys(one.location for one in own if one.location)
            found += [Ref(scope=Scope.LOCATION, id=place) for place in places if place]
    return (*found, *refs(activities))


def _placed(
    read: ReadChange,
    allowed: tuple[Activity, ...],
    programme: Programme,
    gazetteer: Gazetteer,
) -> tuple[Activity, ...]:
    """Those of the organisation and in the place that a message names, if it names one."""
    inside = allowed
    if read.organisation in programme.organisations:
        own = tuple(one for one in inside if one.organisation == read.organisation)
        inside = own or inside
    if read.place:
        place = read.place.casefold()
        inside = tuple(one for one in inside if place in regions_of(one, programme, gazetteer))
    return inside


def _called(
    text: str, activities: tuple[Activity, ...], programme: Programme
) -> tuple[Activity, ...]:
    """Those whose holder is named by a word of a message, where not all are."""
    said = frozenset(word for word in _key(text).split() if len(word) >= _LONG)
    own = tuple(
        one
        for one in activities
        if said & frozenset(_key(programme.organisation(one).name).split())
    )
    return own if len(own) < len(activities) else ()


def _scores(
    words: str, activities: tuple[Activity, ...], programme: Programme, lexicon: Lexicon
) -> Mapping[str, int]:
    said = _key(words)
    own = frozenset(said.split()) - _SMALL
    hits = lexicon.find(tokens_of(words))
    kinds = {hit.value for hit in hits if hit.category == KIND}
    themes = {hit.value for hit in hits if hit.category == THEME}
    found = {}
    for one in activities:
        name = _key(one.name)
        holder = programme.organisation(one)
        around = frozenset(_key(f"{holder.name} {' '.join(holder.names)}").split())
        score = _WHOLE_NAME if name in said or said in name else 0
        score += _OWN_WORD * len(own & frozenset(name.split()))
        score += len(own & around)
        score += _KIND if one.kind is not None and one.kind.value in kinds else 0
        score += _THEME * len(themes & {theme.value for theme in one.themes})
        found[one.id] = score
    return found


def _held_by(
    words: str, activities: tuple[Activity, ...], programme: Programme
) -> tuple[Activity, ...]:
    """The activities of the holders whose name the words are, or a part of it, and no more."""
    said = frozenset(_key(words).split()) - _SMALL
    return tuple(
        one
        for one in activities
        if said and said <= frozenset(_key(programme.organisation(one).name).split())
    )
