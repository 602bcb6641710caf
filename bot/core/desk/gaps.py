"""What was not understood may go to the editors: scrubbed, after a yes, and never after alarm.

Until the yes or no the scrubbed words are in the session and nowhere else; it is asked once.
"""

from dataclasses import replace

from bot.core.deeds import KeepGap
from bot.core.desk.buttons import Press, desk_button
from bot.core.message import Matter, Message, Session
from bot.core.reply import Bubble, Reply
from bot.core.safety.screen import Screening
from bot.core.talk.choices import Verb, payload
from bot.core.talk.outcome import Outcome, Scene, options_of
from bot.core.talk.scrubbing import scrubbed
from bot.core.understanding.understand import Decision

_YES, _NO = "j", "n"
_NONE_OF_THESE = payload(Verb.MENU)


def offer_gap(scene: Scene, before: Session, message: Message, outcome: Outcome) -> Outcome:
    """The same outcome, asking whether it may be passed on where nothing was understood.

    Whoever set off the safety screen, at any level, is not asked any more in this chat. A question
    that was held is let go as soon as anything else is said.
    """
    session = replace(outcome.session, gap="")
    if outcome.screening.levels:
        return replace(outcome, session=replace(session, gap_closed=True))
    outcome = replace(outcome, session=session)
    if outcome.forgets or before.gap_closed or before.alarmed:
        return outcome
    if message.choice == _NONE_OF_THESE:
        return _asking(scene, outcome, before.gap)
    if message.matter is not Matter.TEXT or not _is_unsure(outcome):
        return outcome
    words = scrubbed(message.text, scene.knowledge)
    if outcome.query.topic is None:
        return _asking(scene, outcome, words)
    return replace(outcome, session=replace(session, gap=words))  # until one of these, or none


def _asking(scene: Scene, outcome: Outcome, words: str) -> Outcome:
    """The same outcome, with the question whether these words may be passed on."""
    if not words:
        return outcome
    session = outcome.session
    teller = scene.teller(session.language or "nl")
    rows = (
        (desk_button(teller.say("gat-ja"), Press.GAP, _YES),),
        (desk_button(teller.say("gat-nee"), Press.GAP, _NO),),
    )
    asked = Bubble(pieces=(teller.say("gat-vraag"),), buttons=rows)
    reply = Reply(bubbles=(*outcome.reply.bubbles, asked))
    held = replace(session, gap=words, gap_closed=True, options=options_of(reply))
    return replace(outcome, reply=reply, session=held)


def after_gap_press(scene: Scene, session: Session, values: tuple[str, ...]) -> Outcome | None:
    """What a yes or no leads to; None where nothing is held any more."""
    if not (session.gap and session.gap_closed):
        return None
    yes = values == (_YES,)
    stopped = Bubble(pieces=(scene.teller(session.language or "nl").say("gat-gestaakt"),))
    return Outcome(
        reply=Reply(bubbles=() if yes else (stopped,)),
        session=replace(session, gap="", awaiting="", options=()),
        screening=Screening(),
        deeds=(KeepGap(words=session.gap),) if yes else (),
    )


def _is_unsure(outcome: Outcome) -> bool:
    """Whether nothing was understood, or only asked which of a few topics was meant."""
    understood = outcome.understanding
    return (
        understood is not None
        and understood.decision is not Decision.ANSWER
        and outcome.session.awaiting == "topic"
    )
