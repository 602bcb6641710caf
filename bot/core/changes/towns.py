"""Finds the town of the activity among the places that an announcement names.

A place right behind the activity says most, then a signature, then "in Emmen", then any other. Of
two that say as much, neither is clearly meant.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from bot.core.changes.signs import Row
from bot.core.changes.words import ACTIVITY
from bot.core.places.gazetteer import Mention, place_key


class Nearness(IntEnum):
    """How plainly a place is that of the activity; the lower, the plainer."""

    BEHIND_IT = 0
    SIGNED = 1
    INSIDE = 2
    BESIDE = 3  # "bij Muiden", "langs de A7"


@dataclass(frozen=True, slots=True, kw_only=True)
class Towns:
    """The towns of the activity, and the signs of others that may be meant as well."""

    homes: tuple[Mention, ...] = ()
    rivals: tuple[int, ...] = ()


_GREETING = r"(?:groet\S*|gr|grt\S*|mvg|liefs|dank\S*|bedankt|hartelijk\S*|vriendelijke)"
_GREETED = re.compile(rf" {_GREETING}(?: [^ .,]+){{0,4}} $")
_SIGNED_BEFORE = re.compile(rf"(?: [.(–-]| {_GREETING}(?: [^ .]+){{0,4}}| team)(?: [^ .,PD]+)? $")
_SIGNED_AFTER = re.compile(r"^ (?:[.,)!-] )*$|^ \) ")
_HEADED = re.compile(r"^ $")
_HEAD_AFTER = re.compile(r"^ [:.,] ")
_BEHIND = re.compile(
    rf" (?:{ACTIVITY.pattern}|aa|na|ca|ga|al-anon|locatie|team|afdeling)(?: (?:in|te|van|[(]|-))?"
    r"(?: (?:de|het))? $"
)
_IN = re.compile(r" (?:in|te|heel)(?: de| het)? $")
_PASSED = re.compile(
    r" (?:file|vast|pech|uit|vanuit|richting|langs|brug|training|op weg)(?: [^ .,]+){0,4} $"
)
_ON_THE_WAY = re.compile(rf"{_PASSED.pattern}| (?:bij|naar)(?: de| het)? $")
# "in Assen en Emmen", "inloop Assen en inloop Emmen"
_LISTED = re.compile(
    r" P (?:en|&|\+|,|/|, en|en ook|en in|en die in"
    r"|(?:en|&|,|, en)(?: (?!D|T)[^ .,]+){1,2}(?: in)?) P "
)


def find_towns(row: Row, reason: range, new_place: range) -> Towns:
    """Where the activity is held as a rule: one place, or several in a list."""
    found = [(at, sign.mention) for at, sign in enumerate(row.signs) if sign.mention]
    near = [(nearness_of(row, at), at, one) for at, one in found if at not in new_place]
    near = [one for one in near if one[0] is Nearness.BEHIND_IT or one[1] not in reason]
    here = [one for one in near if not (one[0] is Nearness.BESIDE and _passed(row, one[1]))]
    near = here or near
    if all(how is Nearness.BESIDE and _on_the_way(row, at) for how, at, _ in near):
        inside = [one for at, one in found if at in new_place and len(new_place) > 1][:1]
        return Towns(homes=tuple(inside), rivals=tuple(at for _, at, _ in near) if inside else ())
    if _LISTED.search(row.line):
        return Towns(homes=tuple(one for _, _, one in near))
    taken = [(at, one) for at, one in found if at in new_place]
    best = min(near, key=lambda one: (one[0], one[1]))
    rivals = tuple(at for how, at, one in near if _may_be_meant(row, how, at, one, best))
    if best[0] >= Nearness.INSIDE:
        rivals += tuple(at for at, one in taken if not _alike(one, best[2]))
    return Towns(homes=(best[2],), rivals=rivals)


def nearness_of(row: Row, at: int) -> Nearness:
    """How plainly the place at a sign is that of the activity."""
    before, after = row.before(at), row.after(at)
    if _BEHIND.search(before):
        return Nearness.BEHIND_IT
    if _GREETED.search(before) or (_HEADED.search(before) and _HEAD_AFTER.match(after)):
        return Nearness.SIGNED
    if _SIGNED_AFTER.match(after) and _SIGNED_BEFORE.search(before):
        return Nearness.SIGNED
    if _ON_THE_WAY.search(before):
        return Nearness.BESIDE
    return Nearness.INSIDE if _IN.search(before) else Nearness.BESIDE


def _passed(row: Row, at: int) -> bool:
    return _PASSED.search(row.before(at)) is not None


def _may_be_meant(
    row: Row, how: Nearness, at: int, mention: Mention, best: tuple[Nearness, int, Mention]
) -> bool:
    """Whether a place may be meant as much as the one that was chosen."""
    plain, chosen, home = best
    if at == chosen or _alike(mention, home):
        return False
    if how is Nearness.SIGNED and plain is Nearness.BEHIND_IT:
        return False
    if how is Nearness.BESIDE and _passed(row, at):
        return False
    return not (plain <= Nearness.SIGNED and _on_the_way(row, at))


def _alike(one: Mention, other: Mention) -> bool:
    """Whether two mentions name one town, or a town and its municipality."""
    names = [
        {
            place_key(name)
            for place in (mention.place, *mention.namesakes[:1])
            if place
            for name in (place.name, place.municipality)
        }
        for mention in (one, other)
    ]
    return bool(names[0] & names[1])


def _on_the_way(row: Row, at: int) -> bool:
    return _ON_THE_WAY.search(row.before(at)) is not None
