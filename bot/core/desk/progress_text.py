"""How a message for many goes, as whoever sent it sees it; edited in place until it is done."""

from datetime import datetime

from bot.core.following.progress import Progress
from bot.core.reply import Bubble, Button
from bot.core.talk.choices import Verb, payload

_RATE = 25  # messages a second
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
    stop = Button(label="Stop met versturen", choice=payload(Verb.STOP_SENDING, announcement))
    if until is not None:
        words = f"Het wacht tot {until:%H:%M} uur, want het is nu nacht. "
        words += f"Dan gaat het naar {people(progress.due)}."
    else:
        words = " ".join(_going(progress))
    return Bubble(pieces=(words,), buttons=((stop,),))


def people(count: int) -> str:
    """A number of people in words."""
    return "1 mens" if count == 1 else f"{count} mensen"


def _going(progress: Progress) -> list[str]:
    said = [
        f"Bezig met versturen: {progress.sent} van de {people(progress.meant)}.",
        f"Nog {progress.due}. Dat duurt {_how_long(progress.due)}.",
    ]
    return said + _unreachable(progress)


def _ended(progress: Progress, state: str) -> list[str]:
    has = "heeft" if progress.sent == 1 else "hebben"
    said = [f"{people(progress.sent)} van de {progress.meant} {has} het bericht."]
    if state == "withdrawn":
        said.append("Bij hen staat nu dat het niet meer geldt.")
    said.insert(0, _ENDED.get(state, "Klaar."))
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
