"""The funnel of the desk, in front of that of residents: what is for the desk, else the rest.

Safety goes first for everybody; whoever has no role is answered kindly and learns nothing.
"""

from dataclasses import replace

from bot.core.deeds import (
    Accept,
    Deed,
    ListRoles,
    OnlyNumbers,
    ReadFigures,
    ReadLog,
    Report,
    Revoke,
    Second,
    Withdraw,
)
from bot.core.desk.buttons import Press, Pressed, desk_button, read_press
from bot.core.desk.commands import NEEDS, Asked, DeskCommand, desk_command_in, token_in
from bot.core.desk.drafts import changing
from bot.core.desk.drafts.warnings import is_of_somebody_in_danger
from bot.core.desk.gaps import after_gap_press, offer_gap
from bot.core.desk.inviting import ask_whom, invite_pressed, offer_invitations
from bot.core.desk.reporting import offer_report, pressed_report
from bot.core.desk.upkeep import with_upkeep
from bot.core.desk.visitor import Visitor
from bot.core.desk.words import (
    NO_ACCESS,
    NOT_YOURS_TO_DO,
    ON_OR_OFF,
    SURE_TO_REVOKE,
    SURE_TO_REVOKE_OWN,
    WITHDRAW_SURE,
)
from bot.core.message import Matter, Message, Session
from bot.core.reply import Bubble, Button, Reply
from bot.core.roles import Action, may
from bot.core.safety.screen import Screening, screen
from bot.core.talk.commands import ordinal_in
from bot.core.talk.conversation import fresh, respond, with_safety
from bot.core.talk.outcome import Outcome, Scene, options_of

INVITING = "invite"  # what a session awaits while a name to invite for is asked


def receive(scene: Scene, session: Session, message: Message, visitor: Visitor) -> Outcome:
    """Decides what to say and do about one message of anybody."""
    outcome = _received(scene, session, message, visitor)
    return with_upkeep(scene, visitor, message, outcome)


def _received(scene: Scene, session: Session, message: Message, visitor: Visitor) -> Outcome:
    pressed = _pressed(session, message)
    if pressed is not None:
        outcome = _after_press(scene, fresh(session, scene), visitor, pressed)
        return outcome or respond(scene, session, message)
    if _is_for_desk(message, visitor):
        screening = screen(message.text, scene.knowledge.safety)
        outcome = _typed(scene, fresh(session, scene), visitor, message.text, screening)
        if outcome is not None:
            return with_safety(scene, session, screening, outcome)
    answered = respond(scene, session, message)
    if visitor.heard:
        answered = offer_report(scene, session, answered)
    return offer_gap(scene, session, message, answered) if visitor.keeps else answered


def _is_for_desk(message: Message, visitor: Visitor) -> bool:
    """Whether the desk has to look at a text; most are of residents who ask something."""
    text = message.text.strip()
    if message.matter is Matter.BUTTON or not text:
        return False
    return bool(visitor.works_here or token_in(text) or desk_command_in(text))


def said(
    session: Session, *bubbles: Bubble, deeds: tuple[Deed, ...] = (), awaiting: str = ""
) -> Outcome:
    """An outcome of the desk: what is said, and what is to be done."""
    reply = Reply(bubbles=bubbles)
    return Outcome(
        reply=reply,
        session=replace(session, awaiting=awaiting, options=options_of(reply)),
        screening=Screening(),
        deeds=deeds,
    )


def switched(visitor: Visitor, session: Session, message: Message) -> Outcome | None:
    """What an administrator says about the numbers alone, which works without any knowledge."""
    asked = desk_command_in(message.text)
    if asked is None or asked.command is not DeskCommand.ONLY_NUMBERS:
        return None
    if not may(visitor.person, Action.ONLY_NUMBERS):
        return None
    word = asked.words.casefold()
    if word in ("aan", "uit"):
        return said(session, deeds=(OnlyNumbers(on=word == "aan"),))
    state = "aan" if visitor.only_numbers else "uit"
    return said(session, Bubble(pieces=(ON_OR_OFF.format(state=state),)))


def _pressed(session: Session, message: Message) -> Pressed | None:
    """The button of the desk that was pressed, or chosen by its number or its words."""
    if message.matter is Matter.BUTTON:
        return read_press(message.choice)
    typed = message.text.strip(" .!").casefold()
    for label, choice in session.options:
        if typed == label.casefold() and (pressed := read_press(choice)):
            return pressed
    number = ordinal_in(message.text, len(session.options))
    return read_press(session.options[number - 1][1]) if number else None


def _typed(
    scene: Scene, session: Session, visitor: Visitor, text: str, screening: Screening
) -> Outcome | None:
    asked = desk_command_in(text)
    token = token_in(text)
    if screening.crisis and not visitor.works_here:
        return None
    if token:
        return said(session, deeds=(Accept(token=token),))
    if asked is not None:
        if not may(visitor.person, NEEDS[asked.command]):
            no = NOT_YOURS_TO_DO if visitor.works_here else NO_ACCESS[session.language or "nl"]
            return said(session, Bubble(pieces=(no,)))
        return _commanded(scene, session, visitor, asked)
    offer = None
    if session.awaiting == INVITING and may(visitor.person, Action.INVITE):
        offer = said(session, offer_invitations(scene, text), awaiting=INVITING)
        if offer.session.options:
            return offer
    if may(visitor.person, Action.CHANGE) and not text.lstrip().startswith("/"):
        danger = screening.crisis and is_of_somebody_in_danger(text, scene)
        step = changing.read(scene, visitor, text, in_danger=danger)
        return _step(session, step) or offer
    return offer


def _commanded(scene: Scene, session: Session, visitor: Visitor, asked: Asked) -> Outcome | None:
    match asked.command:
        case DeskCommand.INVITE:
            bubble = offer_invitations(scene, asked.words) if asked.words else ask_whom()
            return said(session, bubble, awaiting=INVITING)
        case DeskCommand.REVOKE:
            return said(session, deeds=(ListRoles(),))
        case DeskCommand.LOG:
            return said(session, deeds=(ReadLog(),))
        case DeskCommand.FIGURES:
            return said(session, deeds=(ReadFigures(),))
        case DeskCommand.ONLY_NUMBERS:
            return switched(visitor, session, Message(text=f"/alleennummers {asked.words}"))
        case DeskCommand.CHANGE:
            step = changing.read(scene, visitor, asked.words) if asked.words else None
            return _step(session, step or changing.begin(scene, visitor))


def _after_press(
    scene: Scene, session: Session, visitor: Visitor, pressed: Pressed
) -> Outcome | None:
    """What a press leads to; None where it says nothing to this visitor."""
    if pressed.press in (Press.REPORT, Press.REPORT_NOT):
        reported = pressed_report(scene.teller(session.language or "nl"), pressed)
        if isinstance(reported, Report):
            return said(session, deeds=(reported,))
        return said(session, reported) if reported else None
    if pressed.press is Press.GAP:
        return after_gap_press(scene, session, pressed.values)
    if not visitor.works_here:
        return None
    match pressed:
        case Pressed(press=Press.INVITE):
            deed = invite_pressed(scene, pressed.values)
            return said(session, deeds=(deed,)) if deed else None
        case Pressed(press=Press.REVOKE, values=(grant, who)):
            sure = desk_button("Ja, intrekken", Press.REVOKE_SURE, grant)
            own = any(one.id == grant for one in visitor.person.grants)
            words = SURE_TO_REVOKE_OWN if own else SURE_TO_REVOKE.format(who=who)
            return said(session, _with_buttons(words, sure))
        case Pressed(press=Press.REVOKE_SURE, values=(grant,)):
            return said(session, deeds=(Revoke(grant=grant),))
        case Pressed(press=Press.SECOND, values=(change, answer)):
            return said(session, deeds=(Second(change=change, yes=answer == "yes"),))
        case Pressed(press=Press.WITHDRAW, values=(change,)):
            sure = desk_button("Ja, intrekken", Press.WITHDRAW_SURE, change)
            return said(session, _with_buttons(WITHDRAW_SURE, sure))
        case Pressed(press=Press.WITHDRAW_SURE, values=(change,)):
            return said(session, deeds=(Withdraw(change=change),))
        case _:
            return _step(session, changing.press(scene, visitor, pressed))


def _step(session: Session, step: changing.Step | None) -> Outcome | None:
    return said(session, *step[0], deeds=step[1]) if step else None


def _with_buttons(words: str, *buttons: Button) -> Bubble:
    return Bubble(pieces=(words,), buttons=tuple((button,) for button in buttons))
