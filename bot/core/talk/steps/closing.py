"""Closes a step: what was said becomes the outcome, with what is remembered of it."""

from dataclasses import replace

from bot.core.message import Query, Session
from bot.core.reply import Bubble, Reply
from bot.core.safety.screen import Screening
from bot.core.talk.menu import menu_buttons
from bot.core.talk.outcome import Answer, Outcome, Scene, options_of
from bot.core.understanding.understand import Understanding


def fixed(scene: Scene, session: Session, key: str) -> Outcome:
    """One fixed sentence; what was asked before stays as it was."""
    teller = scene.teller(session.language or "nl")
    said = Answer(bubbles=(Bubble(pieces=(teller.say(key),), buttons=menu_buttons(teller)),))
    return outcome_of(scene, session, said, session.query)


def outcome_of(
    scene: Scene,
    session: Session,
    said: Answer,
    query: Query,
    understood: Understanding | None = None,
) -> Outcome:
    """The outcome of what was said about a request, and the session that remembers it."""
    remembered = replace(
        session,
        query=query,
        shown=said.activities or session.shown,
        awaiting=said.awaiting,
        options=options_of(Reply(bubbles=said.bubbles)),
    )
    return Outcome(
        reply=Reply(bubbles=said.bubbles),
        session=remembered,
        screening=Screening(),
        understanding=understood,
        query=query,
        activities=said.activities,
        organisations=said.organisations,
        deeds=said.deeds,
    )
