"""The mode without knowledge: the safety screen and the help lines, and nothing else."""

from dataclasses import replace

from bot.core.deeds import Forget
from bot.core.message import Message, Session
from bot.core.reply import Bubble, Reply
from bot.core.safety.reply import help_lines_bubble, safety_bubbles
from bot.core.safety.screen import SafetyRules, screen
from bot.core.talk.commands import Command, command_in
from bot.core.talk.outcome import Outcome

_ONLY = {
    "nl": "Ik kan nu alleen deze nummers geven. Met andere vragen kan ik je even niet helpen.",
    "en": "Right now I can only give these numbers. I cannot help with other questions.",
}


def respond_with_numbers(rules: SafetyRules, session: Session, message: Message) -> Outcome:
    """Answers any message with the help lines; one about danger with its own reply first."""
    screening = screen(message.text, rules)
    language = session.language or ("en" if screening.language == "en" else "nl")
    lines = help_lines_bubble(rules, language=language)
    first = safety_bubbles(
        screening, rules, times_before=session.alarmed, language=screening.language
    )
    forget = command_in(message.text) is Command.STOP
    only = Bubble(pieces=(_ONLY[language], "\n\n", *lines.pieces))
    if screening.crisis:
        only = Bubble(pieces=(_ONLY[language],))  # the lines that matter have just been given
    return Outcome(
        reply=Reply(bubbles=(*first, only)),
        session=Session() if forget else replace(session, alarmed=session.alarmed + bool(first)),
        screening=screening,
        deeds=(Forget(),) if forget else (),
    )
