"""How a message for many goes, as whoever sent it sees it; edited in place until it is done."""

from datetime import datetime

from bot.core.following.progress import Progress
from bot.core.reply import Bubble, Button
from bot.core.talk.choices import Verb, payload

_RATE = 25  # messages a second
# What was stopped goes nowhere any more, but for a correction where it had arrived.
_GOING = {"withdrawn": "Bezig met intrekken", "stopped": "Bezig met verbeteren"}
_ENDED = {"stopped": "Gestopt.", "withdrawn": "Ingetrokken."}


def progress_bubble(
    progress: Progress, announcement: str, *, state: str, until: datetime | None
) -> Bubble:
    """How far it is, with a button to stop what is still due.

    `state` is that of the message: going, stopped or withdrawn. `until` is the local time at
    which it begins, where that is later.
    """
    if not progress.due:
        return Bubble(pieces=(" ".join(_ended(progress, state)),))
    if until is not None:
        words = f"Het bericht gaat om {until:%H:%M} uur naar {people(progress.due)}. "
        words += "Eerder niet: dan storen we mensen 's avonds laat of 's nachts."
    else:
        words = " ".join(_going(progress, state))
    if state == "withdrawn":
        return Bubble(pieces=(words,))
    stop = Button(label="Stop met versturen", choice=payload(Verb.STOP_SENDING, announcement))
    return Bubble(pieces=(words,), buttons=((stop,),))


def people(count: int) -> str:
    """A number of people in words."""
    return "1 mens" if count == 1 else f"{count} mensen"


def _going(progress: Progress, state: str) -> list[str]:
    doing = _GOING.get(state, "Bezig met versturen")
    if progress.meant == 1:
        return [f"{doing}, naar 1 mens."]
    said = [
        f"{doing}: {progress.sent} van de {progress.meant - progress.stopped} mensen.",
        f"Nog {progress.due}. Dat duurt {_how_long(progress.due)}.",
    ]
    return said + _unreachable(progress)


def _ended(progress: Progress, state: str) -> list[str]:
    said = [_ENDED.get(state, "Klaar."), _arrived(progress)]
    if state == "withdrawn" and progress.sent:
        said.append("Er staat nu bij dat het niet meer geldt.")
    if progress.stopped:
        said.append(f"Naar {people(progress.stopped)} ging het niet meer.")
    if progress.expired:
        said.append(f"Voor {people(progress.expired)} was het te laat.")
    if progress.refused:
        said.append(
            f"Telegram weigerde het bij {people(progress.refused)}. "
            "Zeg dat tegen wie deze Handwijzer beheert."
        )
    return said + _unreachable(progress)


def _arrived(progress: Progress) -> str:
    """With how many people the message is."""
    if not progress.sent:
        return "Niemand heeft het bericht."
    if progress.sent == progress.meant:
        return f"Het bericht is bij {people(progress.sent)}."
    return f"Het bericht is bij {progress.sent} van de {progress.meant} mensen."


def _unreachable(progress: Progress) -> list[str]:
    if not progress.unreachable:
        return []
    return [f"Niet bereikbaar: {progress.unreachable}. Zij krijgen geen berichten meer."]


def _how_long(due: int) -> str:
    minutes = round(due / _RATE / 60)
    if due <= _RATE * 10:
        return "een paar tellen"
    if minutes <= 1:
        return "ongeveer een minuut"
    return f"ongeveer {minutes} minuten"
