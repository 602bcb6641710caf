"""A message as residents will see it, with what a coordinator has to know before it goes."""

from bot.core.desk.buttons import Press, desk_button
from bot.core.desk.warnings import warnings_about
from bot.core.desk.words import (
    CORRECTED,
    HOW_IT_LOOKS,
    LOOK_AT,
    REACHES,
    REACHES_MORE,
    SENT,
    SENT_MORE,
)
from bot.core.happenings import Previewed, Sent
from bot.core.reply import Bubble
from bot.core.talk.announcement import announcement_text
from bot.core.talk.outcome import Scene


def preview(one: Previewed, scene: Scene) -> tuple[Bubble, ...]:
    """The message itself, then whom it reaches, what to look at, and the buttons."""
    which = (one.draft.id, str(one.draft.turn))
    send = desk_button("Versturen", Press.SEND, *which)
    others = (
        desk_button("Aanpassen", Press.ADJUST, *which),
        desk_button("Weg", Press.DISCARD, *which),
    )
    if one.problem:
        return (Bubble(pieces=(one.problem,), buttons=(others,)),)
    corrects = bool(one.draft.corrects)
    shown = announcement_text(one.change, scene.teller("nl"), corrected=corrects)
    lines = [REACHES.get(one.reached) or REACHES_MORE.format(count=one.reached)]
    warned = warnings_about(one.draft, scene)
    if warned:
        lines += ["", LOOK_AT, *(f"– {warning}" for warning in warned)]
    return (
        Bubble(pieces=(HOW_IT_LOOKS,)),
        shown,
        Bubble(pieces=("\n".join(lines),), buttons=((send,), others)),
    )


def sent(one: Sent) -> Bubble:
    """That it went out, and what can still be done about it."""
    words = SENT.get(one.reached) or SENT_MORE.format(count=one.reached)
    buttons = (
        desk_button("Verbeteren", Press.CORRECT, one.change.id),
        desk_button("Intrekken", Press.WITHDRAW, one.change.id),
    )
    return Bubble(pieces=(CORRECTED if one.corrected else words,), buttons=(buttons,))
