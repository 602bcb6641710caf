"""What the bot says to a list of questions, each asked in a chat of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.assistant import Assistant, Snapshot
from bot.core.knowledge import Knowledge
from bot.core.message import Message
from bot.core.programme.programme import programme_of_files
from bot.core.talk.outcome import House
from bot.knowledge.editing.kinds import OneFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question whose answer a draft changes."""

    question: str
    about: str
    before: str
    after: str


def snapshot_of(knowledge: Knowledge) -> Snapshot:
    """What is served of the files alone; coordinators' changes do not count here."""
    programme = programme_of_files(knowledge)
    return Snapshot(safety=knowledge.safety, knowledge=knowledge, programme=programme)


def questions_of(knowledge: Knowledge, one: OneFile | None) -> dict[str, str]:
    """The proof questions, and a few about what a draft holds; each with what it is about."""
    found: dict[str, str] = {}
    for each in one.directory.activities.values() if one else ():
        holder = one.directory.organisations[each.organisation].name if one else ""
        found.setdefault(holder, holder)
        found.setdefault(f"{each.name}, {holder}: wanneer is het?", each.name)
    for organisation in one.directory.organisations.values() if one else ():
        found.setdefault(organisation.name, organisation.name)
    if one and one.explanation and one.explanation.names:
        found.setdefault(f"wat is {one.explanation.names[0]}?", one.explanation.names[0])
    for topic in knowledge.topics.values():
        for question in (*topic.proofs, *topic.counter_proofs):
            found.setdefault(question, topic.title["nl"])
    return found


def answers_of(
    knowledge: Knowledge, questions: Iterable[str], house: House, now: datetime
) -> dict[str, str]:
    """The answer to each question, with its buttons between brackets."""
    assistant = Assistant(snapshot_of(knowledge), house, lambda: now)
    return {one: _said(assistant, one) for one in questions}


def differing(
    questions: Mapping[str, str], before: Mapping[str, str], after: Mapping[str, str]
) -> tuple[Answered, ...]:
    """The questions that are answered differently."""
    return tuple(
        Answered(question=one, about=about, before=before[one], after=after[one])
        for one, about in questions.items()
        if before[one] != after[one]
    )


def _said(assistant: Assistant, question: str) -> str:
    reply = assistant.decide(Message(text=question), question).reply
    return "\n\n".join(
        "\n".join([bubble.text, *(f"[{one.label}]" for row in bubble.buttons for one in row)])
        for bubble in reply.bubbles
    )
