"""Which of several themes is sought: the more precise one, and that of the group that is named."""

from collections.abc import Sequence

from bot.core.lexicon.phrases import Hit
from bot.core.model import Theme
from bot.core.slots.persons import Cast
from bot.core.slots.troubles import is_of_people

# A theme that says in general what another one says more precisely.
_NARROWER: dict[Theme, set[Theme]] = {
    Theme.ADDICTION: {Theme.ALCOHOL, Theme.DRUGS, Theme.GAMBLING},
    Theme.GRIEF: {Theme.SUICIDE_BEREAVEMENT},
    Theme.PSYCHOSIS: {Theme.VOICES},
    Theme.ANXIETY: {Theme.OCD},
    Theme.DEPRESSION: {Theme.BIPOLAR},
}

_MEETINGS = ("groep", "groepje", "group", "cursus", "course", "training", "café", "cafe", "avond")


def precise(themes: Sequence[Theme]) -> tuple[Theme, ...]:
    """Leaves out a general theme where a more precise one is named too."""
    return tuple(t for t in themes if not _NARROWER.get(t, set()) & set(themes))


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
