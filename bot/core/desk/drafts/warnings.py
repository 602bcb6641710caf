"""What is pointed out to a coordinator before a message goes out; they decide."""

import re
from collections.abc import Iterator

from bot.core.calendar.day_text import day_text
from bot.core.desk.drafts.drafting import on_those_days
from bot.core.draft import Draft
from bot.core.programme.changes import Scope, What
from bot.core.programme.programme import Programme
from bot.core.safety.claims import text_problems
from bot.core.safety.personal import traces_of
from bot.core.safety.screen import screen
from bot.core.talk.outcome import Scene

_HEAVY = re.compile(r"zelfdoding|zelfmoord|su[iï]cid|overdosis|automutilatie", re.IGNORECASE)
# The screen reads messages of people; a bare word such as "ziekte" says too little to it.
_SENTENCE = "De inloop is anders dan gewoon. Reden: {}."


def is_of_somebody_in_danger(text: str, scene: Scene) -> bool:
    """Whether words speak of danger as a reason too; "het dak lekt" does not."""
    return screen(_SENTENCE.format(text), scene.knowledge.safety).crisis


def warnings_about(draft: Draft, scene: Scene) -> tuple[str, ...]:
    """What may be wrong with a draft, each in a sentence or two."""
    text = " ".join(part for part in (draft.place, draft.reason, draft.note) if part)
    return tuple(
        dict.fromkeys(
            (
                *_besides(draft),
                *_in_words(text, scene),
                *_in_days(draft, scene.programme, scene),
            )
        )
    )


def _besides(draft: Draft) -> Iterator[str]:
    if draft.remark:
        yield f"Klopt dit? {draft.remark}"


def _in_words(text: str, scene: Scene) -> Iterator[str]:
    if not text:
        return
    for trace in traces_of(text):
        yield f"{trace.message} {trace.hint}"
    found = [trace.found for trace in traces_of(text)]
    for problem in text_problems(text):
        if not found or "telefoonnummer" not in problem:
            yield problem
    if _HEAVY.search(text) or screen(_SENTENCE.format(text), scene.knowledge.safety).levels:
        yield (
            "In je bericht staat iets over gevaar, zelfdoding of medicijnen. Mensen die dit lezen "
            "kunnen ervan schrikken. Kan het zonder?"
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
