"""What a coordinator hears besides: who they are here, and which help lines to check again."""

from dataclasses import replace
from datetime import date, timedelta

from bot.core.calendar.day_text import source_date_text
from bot.core.deeds import NoteReminded
from bot.core.desk.scopes import role_text
from bot.core.desk.visitor import Visitor
from bot.core.desk.words import FIGURES_HINT, FOR_ADMINISTRATORS, HOW_TO_CHANGE, YOU_ARE
from bot.core.message import Matter, Message
from bot.core.reply import Bubble
from bot.core.roles import Role
from bot.core.safety.help_lines import STALE_AFTER, stale_lines
from bot.core.safety.rules import SafetyRules
from bot.core.talk.commands import Command, command_in
from bot.core.talk.outcome import Outcome, Scene

_AGAIN = timedelta(days=7)
_HELP = ("/help", "/hulp")  # any other command that we do not have asks for help too


def stale_text(safety: SafetyRules, today: date) -> str:
    """Which help lines were checked too long ago, and when; empty where none was."""
    stale = sorted(stale_lines(safety.lines, today), key=lambda line: (line.read, line.name))
    if not stale:
        return ""
    told = "\n".join(
        f"– {line.name}, nagekeken op {source_date_text(line.read.isoformat(), 'nl')}"
        for line in stale
    )
    return f"Deze hulplijnen zijn meer dan {STALE_AFTER} dagen geleden nagekeken:\n{told}"


def with_upkeep(scene: Scene, visitor: Visitor, message: Message, outcome: Outcome) -> Outcome:
    """The same outcome, with what somebody who works here has to hear at times."""
    if not visitor.works_here or outcome.screening.crisis:
        return outcome
    asked = command_in(message.text) if message.matter is Matter.TEXT else None
    starts = asked is Command.START or message.text.strip().casefold() in _HELP
    today, before = scene.now.date(), visitor.person.reminded
    bubbles = [_who(scene, visitor)] if starts else []
    deeds = outcome.deeds
    stale = stale_text(scene.knowledge.safety, today)
    if stale and (starts or before is None or today - before >= _AGAIN):
        ask = "Wil je ze nakijken, of het doorgeven aan wie de kennis bijhoudt?"
        bubbles.append(Bubble(pieces=(f"{stale}\n\n{ask}",)))
        deeds = (*deeds, NoteReminded())
    reply = replace(outcome.reply, bubbles=(*outcome.reply.bubbles, *bubbles))
    return replace(outcome, reply=reply, deeds=deeds)


def _who(scene: Scene, visitor: Visitor) -> Bubble:
    known = scene.programme.organisations
    roles = " en ".join(
        role_text(grant.role, grant.scope, known) for grant in visitor.person.grants
    )
    words = YOU_ARE.format(roles=roles, pseudonym=visitor.person.pseudonym)
    told = [words, HOW_TO_CHANGE, FIGURES_HINT]
    if visitor.person.role is Role.ADMINISTRATOR:
        told.append(FOR_ADMINISTRATORS)
    return Bubble(pieces=("\n\n".join(told),))
