"""A message as residents will see it, with what a coordinator has to know before it goes."""

from datetime import datetime

from bot.core.calendar.day_text import occurrence_text
from bot.core.desk.buttons import Press, desk_button
from bot.core.desk.drafts.warnings import warnings_about
from bot.core.desk.words import (
    CORRECTED,
    GOES_LATER,
    HOW_IT_LOOKS,
    LOOK_AT,
    NEEDS_SECOND,
    OWN_MESSAGE,
    REACHES,
    REACHES_MORE,
    REFUSED,
    REFUSED_CORRECTION,
    SECOND_NO,
    SECOND_NO_CORRECTION,
    SECOND_PAST,
    SECOND_YES,
    SENT,
    SENT_LATER,
    SENT_MORE,
    WAITS_FOR_SECOND,
    WAITS_FOR_SECOND_CORRECTION,
)
from bot.core.happenings import Previewed, Seconded, Sent
from bot.core.model import Occurrence
from bot.core.reply import Bubble, Button, Strong
from bot.core.talk.announcement import announcement_text
from bot.core.talk.outcome import Scene


def preview(one: Previewed, scene: Scene) -> tuple[Bubble, ...]:
    """The message itself, then whom it reaches, what to look at, and the buttons."""
    which = (one.draft.id, str(one.draft.turn))
    send = desk_button("Versturen", Press.SEND, *which)
    later = desk_button("Later versturen", Press.LATER, *which)
    others = (
        desk_button("Aanpassen", Press.ADJUST, *which),
        desk_button("Weg", Press.DISCARD, *which),
    )
    if one.problem:
        return (Bubble(pieces=(one.problem,), buttons=(others,)),)
    corrects = bool(one.draft.corrects)
    shown = announcement_text(one.change, scene.teller("nl"), corrected=corrects)
    lines = [REACHES.get(one.reached) or REACHES_MORE.format(count=one.reached)]
    if one.draft.later:
        lines.append(GOES_LATER.format(when=moment_text(datetime.fromisoformat(one.draft.later))))
    if one.seconds:
        lines.append(NEEDS_SECOND)
    warned = warnings_about(one.draft, scene)
    if warned:
        lines += ["", LOOK_AT, *(f"– {warning}" for warning in warned)]
    rows = ((send,), others) if corrects else ((send,), (later,), others)
    return (
        Bubble(pieces=(HOW_IT_LOOKS,)),
        shown,
        Bubble(pieces=("\n".join(lines),), buttons=rows),
    )


def sent(one: Sent) -> Bubble:
    """That it went out, and what can still be done about it."""
    words = SENT.get(one.reached) or SENT_MORE.format(count=one.reached)
    if one.later is not None:
        words = SENT_LATER.format(when=moment_text(one.later))
    if one.corrected:
        words = CORRECTED
    if one.seconds:
        waits = WAITS_FOR_SECOND_CORRECTION if one.corrected else WAITS_FOR_SECOND
        words = waits.format(count=one.reached)
    return Bubble(pieces=(words,), buttons=(_afterwards(one.change.id),))


def refused(before: str) -> Bubble:
    """That a colleague said no; to a correction, where there is a change `before` it."""
    if before:
        return Bubble(pieces=(REFUSED_CORRECTION,), buttons=(_afterwards(before),))
    return Bubble(pieces=(REFUSED,))


def _afterwards(change: str) -> tuple[Button, ...]:
    return (
        desk_button("Verbeteren", Press.CORRECT, change),
        desk_button("Intrekken", Press.WITHDRAW, change),
    )


def seconded(one: Seconded) -> str:
    """What a second coordinator hears after their yes or no."""
    if one.own:
        return OWN_MESSAGE
    if one.already:
        return SECOND_PAST
    if one.yes:
        return SECOND_YES.format(count=one.reached)
    return SECOND_NO_CORRECTION if one.corrected else SECOND_NO


def ask_second(shown: Bubble, change: str, reached: int, *, corrects: bool) -> Bubble:
    """Asks a second coordinator to look at a message that goes to many, or at its correction."""
    words = f"Een collega wil dit bericht sturen naar {reached} mensen. Kijk je even mee?"
    if corrects:
        words = f"Een collega wil een bericht verbeteren dat {reached} mensen hebben. Het wordt "
        words += "dan zo. Kijk je even mee?"
    buttons = (
        (desk_button("Ja, versturen", Press.SECOND, change, "yes"),),
        (desk_button("Nee, niet versturen", Press.SECOND, change, "no"),),
    )
    return Bubble(pieces=(Strong(text=words), "\n\n", *shown.pieces), buttons=buttons)


def moment_text(moment: datetime) -> str:
    """A moment as people say it."""
    return occurrence_text(Occurrence(start=moment), "nl")
