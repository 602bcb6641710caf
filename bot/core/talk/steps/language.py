"""In which language is answered, and what is said to those whose language is not spoken."""

from dataclasses import replace

from bot.core.message import Query, Session
from bot.core.reply import Bubble, Button
from bot.core.safety.reply import help_lines_bubble
from bot.core.talk.answer import answer
from bot.core.talk.choices import Verb, payload
from bot.core.talk.menu import topic_buttons
from bot.core.talk.outcome import Answer, Outcome, Scene
from bot.core.talk.steps.closing import outcome_of
from bot.core.understanding.understand import Decision, Understanding

SPOKEN = ("nl", "en")  # the languages of the answers; others get a short text of their own


def language_of_answer(session: Session, understood: Understanding) -> str:
    """The language to answer in: the chosen one, else the one written in.

    A word or two says too little to change, and a bare name says nothing.
    """
    if session.language and (session.language_chosen or understood.brief):
        return session.language
    if understood.continues and understood.language not in SPOKEN:
        return session.language or "nl"
    return understood.language


def language_buttons() -> tuple[tuple[Button, ...], ...]:
    """A button for each language of the answers."""
    return (
        (
            Button(label="Nederlands", choice=payload(Verb.LANGUAGE, "nl")),
            Button(label="English", choice=payload(Verb.LANGUAGE, "en")),
        ),
    )


def foreign(
    scene: Scene,
    session: Session,
    understood: Understanding,
    query: Query,
    language: str,
    text: str,
) -> Outcome:
    """A short text in the resident's own language, and the answer in English if there is one."""
    teller = scene.teller(language)
    first = Bubble(pieces=(teller.say("taal-alleen"),), buttons=language_buttons())
    bubbles: tuple[Bubble, ...] = (first,)
    said = Answer(bubbles=())
    if understood.decision is Decision.ANSWER and query.topic != "bot_language":
        said = answer(scene, session, query, text, "en")
        bubbles += said.bubbles
    else:
        likely = [topic for topic, _ in understood.rivals]
        rows = topic_buttons(scene.knowledge, likely, "en")
        bubbles = (replace(first, buttons=(*rows, *language_buttons())),)
        lines = help_lines_bubble(scene.knowledge.safety, language=language, short=True)
        bubbles += (lines,)
    return outcome_of(scene, session, replace(said, bubbles=bubbles), query, understood)
