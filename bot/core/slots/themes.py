"""Which of several themes is sought: the more precise one, and that of the group that is named."""

from collections.abc import Sequence

from bot.core.lexicon.phrases import PERHAPS, Hit
from bot.core.model import Theme
from bot.core.slots.persons import Cast, Person
from bot.core.slots.troubles import is_of_people

# A theme that says in general what another one says more precisely.
_NARROWER: dict[Theme, set[Theme]] = {
    Theme.ADDICTION: {Theme.ALCOHOL, Theme.DRUGS, Theme.GAMBLING},
    Theme.GRIEF: {Theme.SUICIDE_BEREAVEMENT},
    Theme.PSYCHOSIS: {Theme.VOICES},
    Theme.ANXIETY: {Theme.OCD},
    Theme.DEPRESSION: {Theme.BIPOLAR},
}

_BUT = frozenset("maar mar mer but".split())
_WITHOUT = frozenset("zonder without zunder".split())
_EXCEPT = frozenset("behalve except buiten uitgezonderd".split())
_THE = frozenset("de het een n the a die al dat".split())
_ABOUT = frozenset("over about".split())
_WITH = frozenset("met with over".split())
_NOTHING = frozenset("niks niets nothing".split())
_ONLY = frozenset("alleen only just enkel maar ik meer".split())
_AWAY = 5  # words from the refusal to "over"
_UNABLE = frozenset("durf durfde kan kon lukt nog dare can could".split())
_BY = frozenset("met om door van with".split())  # "moeite met niet drinken"
_SOON = 5  # words within which it is said of whom it is true

_THERE = frozenset("er dr d'r daar doar there der".split())
_SELF = frozenset("zelf zelluf myself".split())
_SHORTLY_BEFORE = 4  # words
_MEETINGS = ("groep", "groepje", "group", "cursus", "course", "training", "café", "cafe", "avond")


def precise(themes: Sequence[Theme]) -> tuple[Theme, ...]:
    """Leaves out a general theme where a more precise one is named too."""
    return tuple(t for t in themes if not _NARROWER.get(t, set()) & set(themes))


def likeliest(themes: Sequence[Hit]) -> list[Hit]:
    """What only may be a theme, where nothing firmer is said; being alone comes of the others."""
    found = [hit._replace(value=hit.value.removeprefix(PERHAPS)) for hit in themes]
    return [hit for hit in found if hit.value != Theme.LONELINESS] or found


def is_refused(cast: Cast, hit: Hit) -> bool:
    """Whether a theme is said not to be meant: "ik heb geen burn-out", "niet over trauma".

    What only may be a theme is not refused: "niet alleen zitten", "nog niet clean".
    """
    if hit.value.startswith(PERHAPS):
        return False
    if cast.begins_anew(hit.first) and hit.last + 1 not in cast.at[Person.NOT]:
        return False
    refusal = max((at for at in cast.at[Person.NOT] if at < hit.first), default=hit.first)
    if not _UNABLE.isdisjoint((cast.word(refusal - 1), cast.word(refusal - 2))):
        return False  # "ik durf niet over angst te praten", "nog niet gestopt met wiet"
    if _is_left_out(cast, hit):
        return True
    if not (cast.denied(hit) or cast.without(hit)):
        return False
    if _is_given_up(cast, hit, refusal) or cast.word(refusal - 1) in _BY:
        return False
    if _is_lacking(cast, hit, refusal) or _is_of_another(cast, refusal):
        return False
    after = range(hit.last + 1, hit.last + 1 + _SOON)
    if cast.word(refusal) in _WITHOUT:
        return cast.at[Person.NOT].isdisjoint(after)  # "zonder een pilsje kom ik de deur niet uit"
    dear = cast.at[Person.RELATIVE] | cast.at[Person.CHILD]
    but = next((at for at in after if cast.word(at) in _BUT), None)
    return but is None or dear.isdisjoint((but + 1, but + 2))


def _is_left_out(cast: Cast, hit: Hit) -> bool:
    """Whether it is what is not to be spoken of: "geen groep over rouw", "niet steeds over wiet",
    "niks met drugs", "behalve de rouwgroep"."""
    at = hit.first - 1
    if cast.word(at) in _THE:
        at -= 1
    if cast.word(at) in _EXCEPT:
        return True
    if cast.word(at) in _WITH and cast.word(at - 1) in _NOTHING:
        return True
    if cast.word(at) not in _ABOUT:
        return False
    before = range(max(0, at - _AWAY), at)
    refused = max((on for on in before if on in cast.at[Person.NOT]), default=at)
    between = range(refused + 1, at)
    return refused < at and not any(
        cast.word(on) in _ONLY or cast.begins_anew(on) for on in (*between, at)
    )


def _is_lacking(cast: Cast, hit: Hit, refusal: int) -> bool:
    """Whether a group is said not to be there: "er was geen rouwgroep"."""
    before = {cast.word(at) for at in range(refusal - _SHORTLY_BEFORE, refusal)}
    return cast.word(hit.last).endswith(_MEETINGS) and not _THERE.isdisjoint(before)


def _is_of_another(cast: Cast, refusal: int) -> bool:
    """Whether it is true of somebody dear: "ik ben zelf geen drinker, het gaat om mijn man"."""
    dear = cast.at[Person.RELATIVE] | cast.at[Person.CHILD]
    before = {cast.word(at) for at in range(refusal - _SHORTLY_BEFORE, refusal)}
    return not _SELF.isdisjoint(before) and any(at > refusal for at in dear)


def _is_given_up(cast: Cast, hit: Hit, refusal: int) -> bool:
    """Whether it is what one tries to leave: "ik wil niet drinken"."""
    verb = hit.first == hit.last and cast.word(hit.last).endswith("en")
    return verb and refusal == hit.first - 1 and hit.value in _NARROWER[Theme.ADDICTION]


def of_the_group(cast: Cast, themes: Sequence[Hit]) -> Sequence[Hit]:
    """The themes without what only is described, where the group has one of its own.

    "Een groep voor mensen in de rouw" leaves out what "een huis vol spullen" may say elsewhere.
    """
    if len({hit.value for hit in themes}) < 2:
        return themes
    groups = {
        Theme(hit.value) for hit in themes if is_of_people(cast, hit) or _is_of_meeting(cast, hit)
    }
    if not groups:
        return themes
    closer = set[Theme]().union(*(_NARROWER.get(theme, set()) for theme in groups))
    kept = groups | closer
    return [hit for hit in themes if Theme(hit.value) in kept or hit.first == hit.last]


def _is_of_meeting(cast: Cast, hit: Hit) -> bool:
    """Whether a group or a course is called after it: "bereavement group", "cursus depressie"."""
    return any(cast.word(at).endswith(_MEETINGS) for at in (hit.first - 1, hit.last, hit.last + 1))
