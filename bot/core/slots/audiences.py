"""For whom something is sought: oneself, a group, or somebody dear."""

from collections.abc import Sequence

from bot.core.lexicon.phrases import Hit
from bot.core.model import Audience
from bot.core.slots.ages import aged, said_before, unwanted_age_leaves
from bot.core.slots.asides import is_aside
from bot.core.slots.groups import is_left_aside, is_sought
from bot.core.slots.origins import names_migrants
from bot.core.slots.parents import speaks_as_parent
from bot.core.slots.persons import Cast
from bot.core.slots.relatives import is_relative, seeks_as_parent
from bot.core.slots.sexes import one_sex, unwanted_leaves, without_both
from bot.core.slots.troubles import story_of


def audiences_of(cast: Cast, named: Sequence[Hit], themes: Sequence[Hit]) -> tuple[Audience, ...]:
    """Whom the activity should be for, in the order in which it is said."""
    sought = [hit for hit in without_both(named, cast) if is_sought(cast, hit)]
    kept = [hit for hit in sought if not is_aside(cast, hit, sought)]
    kept = one_sex(cast, kept)
    said = [Audience(hit.value) for hit in kept] + said_before(cast, kept)
    found = aged(cast, kept, list(dict.fromkeys(said)))
    refused = [hit for hit in named if is_left_aside(cast, hit)]
    for left in (unwanted_leaves(cast, named), unwanted_age_leaves(cast, refused)):
        if left and left not in found:
            found.append(left)
    if Audience.MIGRANTS not in found and names_migrants(cast):
        found.append(Audience.MIGRANTS)
    story = story_of(cast)
    if Audience.LOVED_ONES not in found and is_relative(story, kept, themes):
        found.insert(0, Audience.LOVED_ONES)
        if Audience.PARENTS not in found and seeks_as_parent(story):
            found.append(Audience.PARENTS)
    elif Audience.LOVED_ONES in found and Audience.PARENTS not in found and speaks_as_parent(cast):
        found.append(Audience.PARENTS)
    return tuple(found)
