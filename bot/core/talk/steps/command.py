"""What a command leads to."""

from dataclasses import replace

from bot.core.deeds import Forget
from bot.core.message import Query, Session
from bot.core.reply import Bubble
from bot.core.safety.reply import help_lines_bubble
from bot.core.talk.answers.place import ask_place
from bot.core.talk.commands import Command
from bot.core.talk.following import list_following
from bot.core.talk.menu import greeting, menu, menu_buttons
from bot.core.talk.outcome import Answer, Outcome, Scene
from bot.core.talk.steps.closing import fixed, outcome_of
from bot.core.talk.steps.language import language_buttons


def commanded(scene: Scene, session: Session, command: Command) -> Outcome:
    """The outcome of a command; most only tell something."""
    match command:
        case Command.PLACE:
            slots = replace(session.query.slots, place=None, namesakes=(), nearly=())
            query = Query(topic="find_activity", slots=slots)
            teller = scene.teller(session.language or "nl")
            return outcome_of(scene, session, ask_place(teller), query)
        case Command.STOP:
            empty = Session(touched=scene.now, language=session.language or "nl")
            return replace(fixed(scene, empty, "gewist"), session=Session(), deeds=(Forget(),))
        case Command.SETTINGS:
            return fixed(scene, session, "instellingen")
        case Command.FOLLOWED:
            return outcome_of(scene, session, list_following(), session.query)
        case Command.START:
            session = replace(session, greeted=True)
    bubbles = _told(scene, session.language or "nl", command)
    return outcome_of(scene, session, Answer(bubbles=bubbles), session.query)


def _told(scene: Scene, language: str, command: Command) -> tuple[Bubble, ...]:
    """What a command tells that changes nothing."""
    teller = scene.teller(language)
    lines = help_lines_bubble(scene.knowledge.safety, language=language)
    match command:
        case Command.START:
            return (greeting(teller),)
        case Command.NOW:
            return (lines,)
        case Command.LANGUAGE:
            return (Bubble(pieces=(teller.say("taal-kies"),), buttons=language_buttons()),)
        case Command.PRIVACY | Command.ABOUT:
            key = "privacy" if command is Command.PRIVACY else "over"
            operator, contact = scene.house.operator or "–", scene.house.contact or "–"
            words = teller.say(key, uitvoerder=operator, contact=contact)
            return (Bubble(pieces=(words,)),)
        case Command.MENU:
            return (menu(teller),)
        case _:
            return (lines, Bubble(pieces=(teller.say("hulp"),), buttons=menu_buttons(teller)))
