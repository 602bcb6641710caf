"""Holds the conversations that editors wrote with the bot as it would be, and tells what differs.

It is what residents would be told from the files alone: no coordinator's changes, no feeds.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.core.desk.front import receive
from bot.core.desk.visitor import RESIDENT
from bot.core.knowledge import Knowledge
from bot.core.message import Matter, Message, Session
from bot.core.programme.programme import Programme, programme_of_files
from bot.core.reply import Button, Reply
from bot.core.talk.outcome import House, Scene
from bot.knowledge.conversations import Act, Conversation, Turn
from bot.knowledge.entry import Words
from bot.knowledge.problems import Report

_SHOWN = 160  # characters of an answer that are told
_HINT = (
    "Klopt het antwoord? Pas dan deze proef aan. Klopt het niet? Verbeter dan de tekst, het feit "
    "of het voorbeeld."
)
_BUTTON_HINT = "Zet achter ‘knop’ een paar woorden die op zo’n knop staan."


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """What should have been in an answer, or should not, and was the other way round."""

    words: Words
    wanted: bool


def rehearse(conversations: Iterable[Conversation], knowledge: Knowledge, report: Report) -> None:
    """Reports every conversation that goes otherwise, at the words that it goes by."""
    programme = programme_of_files(knowledge)
    for one in conversations:
        _hold(one, knowledge, programme, report)


def _hold(one: Conversation, knowledge: Knowledge, programme: Programme, report: Report) -> None:
    """One conversation, up to the first turn that goes otherwise."""
    session, reply, now = Session(), Reply(), one.now
    for turn in one.turns:
        now = turn.now or now
        message = turn.message or _press(turn, reply)
        if message is None:
            labels = ", ".join(f"‘{button.label}’" for button in _buttons(reply)) or "geen"
            told = f"Er is hier geen knop ‘{turn.words}’. De knoppen zijn: {labels}."
            report.error(turn.spot, "gesprek", told, _BUTTON_HINT)
            return
        scene = Scene(knowledge=knowledge, programme=programme, house=House(), now=now)
        outcome = receive(scene, session, message, RESIDENT)
        session, reply = replace(outcome.session, touched=now), outcome.reply
        said = said_in(reply)
        missed = missed_in(turn, said)
        for each in missed:
            report.error(each.words.spot, "gesprek", _told(turn, each, said), _HINT)
        if missed:
            return


def _told(turn: Turn, missed: Missed, said: str) -> str:
    what = "hoort in het antwoord" if missed.wanted else "hoort niet in het antwoord"
    short = " ".join(said.split())
    short = short if len(short) <= _SHOWN else f"{short[:_SHOWN].rstrip()}…"
    asked = turn.words if turn.act is not Act.PRESSES else f"[{turn.words}]"
    return f"Op ‘{asked}’: ‘{missed.words.text}’ {what}. Handwijzer zei: ‘{short}’"


def missed_in(turn: Turn, said: str) -> tuple[Missed, ...]:
    """What a turn wants of an answer and what is otherwise; capitals and breaks do not count."""
    told = plain(said)
    wanted = [Missed(words=one, wanted=True) for one in turn.holds if plain(one.text) not in told]
    barred = [Missed(words=one, wanted=False) for one in turn.lacks if plain(one.text) in told]
    return (*wanted, *barred)


def plain(text: str) -> str:
    """A text without capitals and with single spaces."""
    return " ".join(text.casefold().split())


def said_in(reply: Reply) -> str:
    """All that a reply says, with the words of its buttons between brackets."""
    return "\n\n".join(
        "\n".join([bubble.text, *(f"[{one.label}]" for row in bubble.buttons for one in row)])
        for bubble in reply.bubbles
    )


def _press(turn: Turn, reply: Reply) -> Message | None:
    for button in _buttons(reply):
        if turn.words.casefold() in button.label.casefold():
            return Message(matter=Matter.BUTTON, choice=button.choice)
    return None


def _buttons(reply: Reply) -> list[Button]:
    return [one for bubble in reply.bubbles for row in bubble.buttons for one in row]
