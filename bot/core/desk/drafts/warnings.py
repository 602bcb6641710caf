"""What is pointed out to a coordinator before a message goes out; they decide."""

import re
from collections.abc import Iterator

from bot.core.calendar.day_text import day_text
from bot.core.desk.drafts.drafting import on_those_days
from bot.core.desk.drafts.naming import names_in
from bot.core.draft import Draft
from bot.core.programme.changes import Scope, What
from bot.core.programme.programme import Programme
from bot.core.safety.claims import text_problems
from bot.core.safety.personal import name_trace, traces_of
from bot.core.safety.screen import screen
from bot.core.talk.outcome import Scene

_HEAVY = re.compile(r"zelfdoding|zelfmoord|su[iï]cid|overdosis|automutilatie", re.IGNORECASE)
HEAVY = (
    "In je bericht staat iets over gevaar, zelfdoding of medicijnen. Mensen die dit lezen kunnen "
    "ervan schrikken. Kan het zonder?"
)
# The screen reads messages of people; a bare word such as "ziekte" says too little to it.
_SENTENCE = "De inloop is anders dan gewoon. Reden: {}."


def is_of_somebody_in_danger(text: str, scene: Scene) -> bool:
    """Whether words speak of danger as a reason too; "het dak lekt" does not."""
    return screen(_SENTENCE.format(text), scene.knowledge.safety).crisis


def warnings_about(draft: Draft, scene: Scene) -> tuple[str, ...]:
    """What may be wrong with a draft, each in a sentence or two."""
    said = (draft.place, draft.reason, draft.note)
    traces = list(traces_of(" \n".join(said)))
    told = {word for trace in traces for word in trace.found.split()}
    for part, words in enumerate(said):
        names = names_in(words, scene, of_place=part == 0)
        traces += [name_trace(one) for one in names if not told & set(one.split())]
    text = " ".join(part for part in said if part)
    warned = [f"Klopt dit? {draft.remark}"] if draft.remark else []
    warned += [f"{one.message} {one.hint}" for one in traces]
    warned += [one for one in text_problems(text) if not traces or "telefoonnummer" not in one]
    if _is_heavy(draft, scene):
        warned.append(HEAVY)
    return tuple(dict.fromkeys((*warned, *_in_days(draft, scene.programme, scene))))


def _is_heavy(draft: Draft, scene: Scene) -> bool:
    """Whether the words speak of danger; a note holds sentences of its own, a reason does not."""
    short = " ".join(part for part in (draft.place, draft.reason) if part)
    rules = scene.knowledge.safety
    return bool(
        _HEAVY.search(f"{short} {draft.note}")
        or (short and screen(_SENTENCE.format(short), rules).levels)
        or (draft.note and screen(draft.note, rules).levels)
    )


def _in_days(draft: Draft, programme: Programme, scene: Scene) -> Iterator[str]:
    today = scene.now.date()
    if draft.what in (What.EXTRA, What.NOTE) or draft.first is None:
        return
    dates = on_those_days(draft, programme, today)
    if dates == () and draft.subject and draft.subject.scope is Scope.ACTIVITY:
        day = day_text(draft.first, "nl")
        when = f"op {day}" if draft.first == draft.last else "op die dagen"
        yield f"Volgens het programma is er {when} niets. Klopt de dag?"
