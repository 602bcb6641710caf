"""Answers the topic that is meant, asks which one is, or says that it is not understood."""

from dataclasses import replace

from bot.core.deeds import Forget
from bot.core.message import Query, Session
from bot.core.reply import Bubble, Button
from bot.core.safety.reply import help_lines_bubble
from bot.core.talk.answer import answer
from bot.core.talk.choices import Verb, payload
from bot.core.talk.menu import MOST_ASKED, SMALL_TALK, greeting, topic_buttons
from bot.core.talk.outcome import Answer, Outcome, Scene
from bot.core.talk.steps.closing import outcome_of
from bot.core.understanding.understand import Understanding


def topic_answered(
    scene: Scene,
    session: Session,
    query: Query,
    understood: Understanding,
    language: str,
    text: str,
) -> Outcome:
    """Answers a topic, and another one that was asked in the same message."""
    said = answer(scene, session, query, text, language)
    if query.topic == "greeting" and not session.greeted:
        said = replace(said, bubbles=(greeting(scene.teller(language)),))
        session = replace(session, greeted=True)
    if query.topic == "forget_me":
        erased = outcome_of(scene, Session(touched=scene.now), said, query, understood)
        return replace(erased, deeds=(Forget(),))
    if understood.second is not None and understood.second != query.topic:
        other = answer(scene, session, replace(query, topic=understood.second), text, language)
        said = replace(
            said,
            bubbles=(*said.bubbles, *other.bubbles[:1]),
            activities=tuple(dict.fromkeys((*said.activities, *other.activities))),
            organisations=tuple(dict.fromkeys((*said.organisations, *other.organisations))),
        )
    return outcome_of(scene, session, said, query, understood)


def asked_back(
    scene: Scene, session: Session, understood: Understanding, query: Query, language: str
) -> Outcome:
    """Asks which of the likeliest topics is meant; the choice leads straight to it."""
    teller = scene.teller(language)
    best, *rest = understood.rivals
    rivals = (best, *(pair for pair in rest if pair[0] not in SMALL_TALK))
    other = (Button(label=teller.say("geen-van-deze"), choice=payload(Verb.MENU)),)
    understood = replace(understood, rivals=rivals)
    offered = topic_buttons(scene.knowledge, (topic for topic, _ in rivals), language)
    buttons = (*offered, other)
    bubble = Bubble(pieces=(teller.say("bedoel-je"),), buttons=buttons)
    said = Answer(bubbles=(bubble,), awaiting="topic")
    return outcome_of(scene, session, said, query, understood)


def not_understood(
    scene: Scene, session: Session, understood: Understanding, query: Query, language: str
) -> Outcome:
    """Says so, and offers what most people ask, a human, and 112 and 113.

    Not the likeliest topics: of 93 messages of strangers that ended here, two were ours.
    """
    teller = scene.teller(language)
    lines = help_lines_bubble(scene.knowledge.safety, language=language, short=True)
    bubbles = (
        Bubble(
            pieces=(teller.say("niet-begrepen"),),
            buttons=topic_buttons(scene.knowledge, MOST_ASKED, language),
        ),
        replace(lines, pieces=(teller.say("mens"), "\n", *lines.pieces)),
    )
    said = Answer(bubbles=bubbles, awaiting="topic")
    return outcome_of(scene, session, said, replace(query, topic=None), understood)
