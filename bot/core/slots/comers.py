"""Whether somebody dear is to come themselves, or is said not to: "niets voor hem"."""

from collections.abc import Iterator

from bot.core.slots.persons import FOR, Cast, Person
from bot.core.slots.troubles import Story

_COMES = frozenset("kan wil zoekt zou moet".split())
NOTHING = frozenset("niets niks nix nergens niemand nooit geen niet niets nothing no not".split())
_STILL = frozenset("wel maar graag".split())
_HELP = frozenset("hulp help iets wat steun".split())
_WITH = frozenset("met mit mei with".split())
_CARING = ("zorg", "bezorg", "verzorg", "bang", "angst", "schaam", "care", "caring", "afraid")
_ENOUGH = frozenset("genoeg al alles zat enough".split())


def coming(story: Story) -> Iterator[tuple[int, bool]]:
    """Where it is said that the other comes, and whether that is so."""
    cast = story.cast
    said = cast.at[Person.FOR_OTHER]
    for first in sorted(at for at in said if at - 1 not in said):
        last = next(at for at in range(first, len(cast.tokens) + 1) if at not in said) - 1
        yield first, not _is_refused(cast, first, last)
    for at in story.kin:
        if (begins := _comes(story, at)) is not None:
            yield begins, not _is_refused(cast, begins, at)


def _comes(story: Story, at: int) -> int | None:
    """Where it begins to say that a relative comes: "voor mijn broer", "mijn broer zoekt"."""
    cast = story.cast
    if at in cast.at[Person.PEOPLE] and at - 1 not in cast.at[Person.OWN]:
        return None
    for before in range(max(0, at - 3), at):
        if cast.word(before) not in FOR or cast.word(before + 1) in _WITH:
            continue  # "sta er alleen voor met mijn man"
        if any(cast.begins_anew(on) for on in range(before + 1, at + 1)):
            continue  # "ik kom voor mezelf, mijn man drinkt"
        if not any(cast.word(on).startswith(_CARING) for on in range(before - 3, before)):
            return before  # but "bang voor mijn zoon", "wij zorgen al jaren voor hem"
    return at if cast.word(at + 1) in _COMES or cast.word(at - 2) == "kan" else None


def _is_refused(cast: Cast, first: int, last: int) -> bool:
    """Whether it is said not to be so: "niets voor hem", "hij wil met niemand praten"."""
    before = first - 2 if cast.word(first - 1) in _HELP else first - 1
    if cast.word(before) in NOTHING or cast.word(first - 1) in _ENOUGH:
        return True  # "geen hulp voor hem" too, and "genoeg voor haar"
    for at in range(last + 1, last + 6):
        if cast.begins_anew(at) or cast.word(at) in _STILL:
            return False
        if cast.word(at) in NOTHING or (cast.word(first) in FOR and cast.word(at) in _ENOUGH):
            return True
    return False
