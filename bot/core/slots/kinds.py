"""Which kind of activity is wanted, where a message names several or tells a story."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from bot.core.lexicon.phrases import PERHAPS, Hit
from bot.core.model import Kind
from bot.core.slots.persons import Cast, Person

_STOP = re.compile(r"[.!?;\n…]+(?:\s|\Z)")
_LESSONS = (Kind.COURSE, Kind.WORKSHOP)
_TAUGHT = (Kind.CREATIVE, Kind.SPORT, Kind.MEAL, Kind.WALK)  # what a course may be about


def wanted_kind(text: str, cast: Cast, hits: Sequence[Hit]) -> Kind | None:
    """The kind that is asked for; of two kinds in one question none."""
    kept = _not_refused(text, cast, hits)
    firm = [hit for hit in kept if not hit.value.startswith(PERHAPS)]
    chosen = firm or kept
    return _one_of(chosen) or (_one_of(_asked(text, cast, chosen)) if chosen else None)


def _one_of(hits: Sequence[Hit]) -> Kind | None:
    kinds = list(dict.fromkeys(Kind(hit.value.removeprefix(PERHAPS)) for hit in hits))
    if Kind.ONE_TO_ONE in kinds:
        walked = {hit.first for hit in hits if hit.value == Kind.WALK}
        if all(hit.first in walked for hit in hits if hit.value == Kind.ONE_TO_ONE):
            return Kind.WALK  # a "wandelmaatje" is to walk with
        return Kind.ONE_TO_ONE  # "een maatje om mee te wandelen" is a companion
    if len(kinds) == 2:
        lessons = [kind for kind in kinds if kind in _LESSONS]
        if len(lessons) == 1 and set(kinds) & set(_TAUGHT):
            return lessons[0]  # "een workshop tekenen" is a workshop
    return kinds[0] if len(kinds) == 1 else None


def _not_refused(text: str, cast: Cast, hits: Sequence[Hit]) -> list[Hit]:
    """Leaves out what is refused: "geen praatgroep", but not "is er vandaag geen inloop?"."""
    wanted = [hit for hit in hits if not cast.refused(hit)]
    return wanted or [hit for hit in hits if not _refuses(text, cast, hit)]


def _refuses(text: str, cast: Cast, hit: Hit) -> bool:
    """Whether the refusal begins a clause: ", geen praatclub graag"."""
    at = next(at for at in (hit.first - 1, hit.first - 2) if at in cast.at[Person.NOT])
    return at > 0 and text[: cast.tokens[at].start].rstrip()[-1:] in ",.;:"


def _asked(text: str, cast: Cast, hits: Sequence[Hit]) -> list[Hit]:
    """The kinds of the last sentence that asks something and names one."""
    stops = [match.end() for match in _STOP.finditer(text)]
    sentence = {hit: bisect_right(stops, cast.tokens[hit.first].start) for hit in hits}
    ends = [*stops, len(text)]
    asking = [
        hit for hit in hits if "?" in text[_start(stops, sentence[hit]) : ends[sentence[hit]]]
    ]
    chosen = asking or list(hits)
    last = max(sentence[hit] for hit in chosen)
    return [hit for hit in chosen if sentence[hit] == last]


def _start(stops: Sequence[int], sentence: int) -> int:
    return stops[sentence - 1] if sentence else 0
